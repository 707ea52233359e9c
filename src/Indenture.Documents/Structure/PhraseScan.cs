using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Indenture.Documents;

/// <summary>
/// Finds many phrases in one pass. All that looks for words goes through one of these first, so that the time a file takes hardly
/// depends on how many kinds of clause are known. A phrase is found only where a word begins.
/// </summary>
internal sealed class PhraseScan
{
    /// <summary>Lower case of letters, four characters at once; what it makes of other characters is told apart by the comparison.</summary>
    private const ulong Fold = 0x0020_0020_0020_0020;

    private const int HashBits = 13;

    /// <param name="Mask">Which of the four characters behind the beginning the phrase has.</param>
    /// <param name="Behind">Those characters, folded.</param>
    private readonly record struct Candidate(ulong Mask, ulong Behind, string Phrase, int Id);

    /// <summary>Characters of the beginning by which candidates are looked up, and their mask.</summary>
    private readonly int _length;
    private readonly ulong _beginning;

    /// <summary>What phrases begin with that is of no word: brackets, quotation marks.</summary>
    private readonly char[] _marks;

    // By a hash of the beginning, which few words share with a phrase: which candidates; zero for none.
    private readonly ushort[] _byBeginning = new ushort[1 << HashBits];
    private readonly Candidate[][] _candidates;

    /// <param name="phrases">At least three characters, in any case; the same phrase may be given more than once. Letters are ASCII.</param>
    public PhraseScan(IReadOnlyList<string> phrases)
    {
        _length = Math.Min(4, phrases.Min(p => p.Length));
        _beginning = _length == 4 ? ulong.MaxValue : ulong.MaxValue >> 16;
        _marks = [.. phrases.Select(p => p[0]).Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()];
        var candidates = new List<Candidate[]> { Array.Empty<Candidate>() };
        foreach (var group in phrases.Select((p, i) => (Phrase: p.ToLowerInvariant(), Id: i)).GroupBy(p => Hash(Four(p.Phrase, 0) & _beginning)))
        {
            _byBeginning[group.Key] = (ushort)candidates.Count;
            candidates.Add([.. group.Select(p => new Candidate(Mask(p.Phrase.Length - _length), Four(p.Phrase, _length), p.Phrase, p.Id))]);
        }
        _candidates = [.. candidates];
    }

    /// <summary>Each place where a phrase stands, in the order of the text, and the index of the phrase; at one place in the order of the phrases.</summary>
    public Hits In(ReadOnlySpan<char> text) => new(this, text);

    private static ulong Mask(int characters) => characters >= 4 ? ulong.MaxValue : (1ul << 16 * characters) - 1;

    /// <summary>Up to four characters, folded; zero where the text has ended.</summary>
    private static ulong Four(ReadOnlySpan<char> text, int at) =>
        at <= text.Length - 4 ? MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.Slice(at, 4))) | Fold : LastFour(text, at);

    private static ulong LastFour(ReadOnlySpan<char> text, int at)
    {
        Span<char> four = stackalloc char[4];
        four.Clear();
        if (at < text.Length) text[at..].CopyTo(four);
        return (MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes((ReadOnlySpan<char>)four)) | Fold) & Mask(Math.Max(0, text.Length - at));
    }

    private static int Hash(ulong four) => (int)(unchecked(four * 0x9E37_79B9_7F4A_7C15) >> 64 - HashBits);

    private static char Lower(char c) => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;

    /// <summary>The places found, one after the other.</summary>
    public ref struct Hits(PhraseScan scan, ReadOnlySpan<char> text)
    {
        /// <summary>Characters that are looked at together: a bit each.</summary>
        private const int Block = 32;

        private readonly ReadOnlySpan<char> _text = text;
        private ReadOnlySpan<Candidate> _candidates;
        private ulong _behind;

        // The block, where the next begins, and the places in it where words or marks begin that are still to be looked at.
        private int _block, _next;
        private uint _begins;
        private bool _inWord;
        private int _at;

        public (int At, int Id) Current { get; private set; }

        public readonly Hits GetEnumerator() => this;

        public bool MoveNext()
        {
            do
            {
                while (!_candidates.IsEmpty)
                {
                    ref readonly var candidate = ref _candidates[0];
                    _candidates = _candidates[1..];
                    if ((_behind & candidate.Mask) != candidate.Behind || !Stands(candidate.Phrase)) continue;
                    Current = (_at, candidate.Id);
                    return true;
                }
            }
            while (Advance());
            return false;
        }

        /// <summary>To the next place that begins as a phrase does.</summary>
        private bool Advance()
        {
            var (beginning, length) = (scan._beginning, scan._length);
            while (_begins != 0 || NextBlock())
            {
                _at = _block + BitOperations.TrailingZeroCount(_begins);
                _begins &= _begins - 1;
                var found = scan._byBeginning[Hash(Four(_text, _at) & beginning)];
                if (found == 0) continue;
                _behind = Four(_text, _at + length);
                _candidates = scan._candidates[found];
                return true;
            }
            return false;
        }

        /// <summary>To the next block in which a word or a mark begins.</summary>
        private bool NextBlock()
        {
            while (_next < _text.Length)
            {
                var block = _text.Slice(_next, Math.Min(Block, _text.Length - _next));
                var (ofWord, marks) = block.Length == Block && Vector256.IsHardwareAccelerated ? Kinds(block) : KindsOneByOne(block);
                _begins = ofWord & ~(ofWord << 1 | (_inWord ? 1u : 0)) | marks;
                _inWord = ofWord >> Block - 1 != 0;
                (_block, _next) = (_next, _next + block.Length);
                if (_begins != 0) return true;
            }
            return false;
        }

        /// <summary>A bit for each character of a word, and for each mark.</summary>
        private readonly (uint OfWord, uint Marks) Kinds(ReadOnlySpan<char> block)
        {
            var characters = MemoryMarshal.Cast<char, ushort>(block);
            var (low, high) = (Vector256.Create(characters), Vector256.Create(characters[16..]));
            var marks = 0u;
            foreach (var mark in scan._marks)
            {
                var same = Vector256.Create((ushort)mark);
                marks |= Bits(Vector256.Equals(low, same), Vector256.Equals(high, same));
            }
            return (Bits(OfWord(low), OfWord(high)), marks);
        }

        private static Vector256<ushort> OfWord(Vector256<ushort> characters) =>
            Vector256.LessThan((characters | Vector256.Create((ushort)0x20)) - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26)) |
            Vector256.LessThan(characters - Vector256.Create((ushort)'0'), Vector256.Create((ushort)10));

        private static uint Bits(Vector256<ushort> low, Vector256<ushort> high) => low.ExtractMostSignificantBits() | high.ExtractMostSignificantBits() << 16;

        private readonly (uint OfWord, uint Marks) KindsOneByOne(ReadOnlySpan<char> block)
        {
            var (ofWord, marks) = (0u, 0u);
            for (var i = 0; i < block.Length; i++)
                if (char.IsAsciiLetterOrDigit(block[i])) ofWord |= 1u << i;
                else if (scan._marks.AsSpan().Contains(block[i])) marks |= 1u << i;
            return (ofWord, marks);
        }

        /// <summary>The beginning is only known to have the same hash.</summary>
        private readonly bool Stands(string phrase)
        {
            var here = _text[_at..];
            if (here.Length < phrase.Length) return false;
            for (var i = 0; i < phrase.Length; i++)
                if (Lower(here[i]) != phrase[i]) return false;
            return true;
        }
    }
}
