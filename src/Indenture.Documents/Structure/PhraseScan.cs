using System.Buffers;

namespace Indenture.Documents;

/// <summary>
/// Finds many phrases in one pass. All that looks for words goes through one of these first, so that the time a file takes hardly
/// depends on how many kinds of clause are known.
/// </summary>
internal sealed class PhraseScan
{
    private readonly SearchValues<string> _any;
    private readonly (string Phrase, int Id)[][] _byFirst = new (string, int)[128][];

    /// <param name="phrases">ASCII, in any case; the same phrase may be given more than once.</param>
    public PhraseScan(IReadOnlyList<string> phrases)
    {
        _any = SearchValues.Create([.. phrases.Distinct(StringComparer.OrdinalIgnoreCase)], StringComparison.OrdinalIgnoreCase);
        foreach (var group in phrases.Select((p, i) => (Phrase: p, Id: i)).GroupBy(p => char.ToLowerInvariant(p.Phrase[0])))
        {
            _byFirst[group.Key] = [.. group];
            if (char.IsAsciiLetter(group.Key)) _byFirst[char.ToUpperInvariant(group.Key)] = _byFirst[group.Key];
        }
    }

    /// <summary>Calls back for each place where a phrase stands, in the order of the text; <c>id</c> is the phrase's index.</summary>
    public void In(ReadOnlySpan<char> text, Action<int, int> found)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAny(_any);
            if (next < 0) return;
            at += next;
            foreach (var (phrase, id) in _byFirst[text[at]])
                if (text[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) found(at, id);
        }
    }
}
