namespace Indenture.Documents;

/// <summary>
/// Finds many phrases in one pass. All that looks for words goes through one of these first, so that the time a file takes hardly
/// depends on how many kinds of clause are known. A phrase is found only where a word begins.
/// </summary>
internal sealed class PhraseScan
{
    private const int Buckets = 1 << 13;

    // By a hash of the first three characters in lower case: few words share it with a phrase.
    private readonly (string Phrase, int Id)[]?[] _byBeginning = new (string, int)[Buckets][];

    /// <param name="phrases">At least three characters, the first three ASCII, in any case; the same phrase may be given more than once.</param>
    public PhraseScan(IReadOnlyList<string> phrases)
    {
        foreach (var group in phrases.Select((p, i) => (Phrase: p, Id: i)).GroupBy(p => Beginning(p.Phrase)))
            _byBeginning[group.Key] = [.. group];
    }

    /// <summary>Calls back for each place where a phrase stands, in the order of the text; <c>id</c> is the phrase's index.</summary>
    public void In(ReadOnlySpan<char> text, Action<int, int> found)
    {
        var inWord = false;
        for (var at = 0; at + 2 < text.Length; at++)
        {
            var first = text[at];
            var letter = char.IsAsciiLetterOrDigit(first);
            if (letter && inWord) continue;
            inWord = letter;
            if (_byBeginning[Beginning(text[at..])] is not { } candidates) continue;
            foreach (var (phrase, id) in candidates)
                if (text[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) found(at, id);
        }
    }

    private static int Beginning(ReadOnlySpan<char> text) => (Lower(text[0]) + Lower(text[1]) * 37 + Lower(text[2]) * 1009) & (Buckets - 1);

    private static int Lower(char c) => c is >= 'A' and <= 'Z' ? c + 32 : c;
}
