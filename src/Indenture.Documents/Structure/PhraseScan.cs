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

    /// <param name="Next">A bit for what the next character may be, by its last six bits.</param>
    private readonly record struct Bucket(ulong Next, Candidate[] Candidates);

    /// <summary>Characters of the beginning by which candidates are looked up, and their mask.</summary>
    private readonly int _length;
    private readonly ulong _beginning;

    /// <summary>What phrases begin with that is of no word: brackets, quotation marks.</summary>
    private readonly char[] _marks;

    // By a hash of the beginning, which few words share with a phrase: which candidates; zero for none.
    private readonly ushort[] _byBeginning = new ushort[1 << HashBits];
    private readonly Bucket[] _buckets;

    /// <param name="phrases">At least three characters, in any case; the same phrase may be given more than once. Letters are ASCII.</param>
    public PhraseScan(IReadOnlyList<string> phrases)
    {
        _length = Math.Min(4, phrases.Min(p => p.Length));
        _beginning = _length == 4 ? ulong.MaxValue : ulong.MaxValue >> 16;
        _marks = [.. phrases.Select(p => p[0]).Where(c => !char.IsAsciiLetterOrDigit(c)).Distinct()];
        var buckets = new List<Bucket> { default };
        foreach (var group in phrases.Select((p, i) => (Phrase: p.ToLowerInvariant(), Id: i)).GroupBy(p => Hash(Four(p.Phrase, 0) & _beginning)))
        {
            _byBeginning[group.Key] = (ushort)buckets.Count;
            buckets.Add(new Bucket(group.Aggregate(0ul, (bits, p) => bits | (p.Phrase.Length > _length ? NextBit(Four(p.Phrase, _length)) : ulong.MaxValue)),
                [.. group.Select(p => new Candidate(Mask(p.Phrase.Length - _length), Four(p.Phrase, _length), p.Phrase, p.Id))]));
        }
        _buckets = [.. buckets];
    }

    /// <summary>Each place where a phrase stands, in the order of the text, and the index of the phrase; at one place in the order of the phrases.</summary>
    public Hits In(ReadOnlySpan<char> text) => new(this, text);

    private static ulong NextBit(ulong four) => 1ul << (int)(four & 63);

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
                    // The beginning is only known to have the same hash.
                    if ((_behind & candidate.Mask) != candidate.Behind || !_text[_at..].StartsWith(candidate.Phrase, StringComparison.OrdinalIgnoreCase)) continue;
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
            var (beginning, length, byBeginning) = (scan._beginning, scan._length, scan._byBeginning);
            var text = _text;
            while (_begins != 0 || NextBlock())
            {
                for (var begins = _begins; begins != 0;)
                {
                    var at = _block + BitOperations.TrailingZeroCount(begins);
                    begins &= begins - 1;
                    var found = byBeginning[Hash(Four(text, at) & beginning)];
                    if (found == 0) continue;
                    ref readonly var bucket = ref scan._buckets[found];
                    var behind = Four(text, at + length);
                    if ((bucket.Next & NextBit(behind)) == 0) continue;
                    (_begins, _at, _behind) = (begins, at, behind);
                    _candidates = bucket.Candidates;
                    return true;
                }
                _begins = 0;
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

        /// <summary>A bit for each character of a word, and for each mark; for marks that are not ASCII at any such character.</summary>
        private readonly (uint OfWord, uint Marks) Kinds(ReadOnlySpan<char> block)
        {
            var characters = MemoryMarshal.Cast<char, ushort>(block);
            var most = Vector256.Create((ushort)byte.MaxValue);
            var bytes = Vector256.Narrow(Vector256.Min(Vector256.Create(characters), most), Vector256.Min(Vector256.Create(characters[16..]), most));
            var ofWord = Vector256.LessThan((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)26)) |
                Vector256.LessThan(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)10));
            var marks = Vector256<byte>.Zero;
            foreach (var mark in scan._marks) marks |= Vector256.Equals(bytes, Vector256.Create((byte)Math.Min(mark, (char)byte.MaxValue)));
            return (ofWord.ExtractMostSignificantBits(), marks.ExtractMostSignificantBits());
        }

        private readonly (uint OfWord, uint Marks) KindsOneByOne(ReadOnlySpan<char> block)
        {
            var (ofWord, marks) = (0u, 0u);
            for (var i = 0; i < block.Length; i++)
                if (char.IsAsciiLetterOrDigit(block[i])) ofWord |= 1u << i;
                else if (scan._marks.AsSpan().Contains(block[i])) marks |= 1u << i;
            return (ofWord, marks);
        }
    }
}
