using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Prospectuses and supplements that a document relies on, with the dates under which it cites them.</summary>
internal static partial class CitationClause
{
    public static Recogniser Recogniser { get; } = new("citations", Role.Offer, [], ["Prospectus"], Read);

    private static readonly System.Buffers.SearchValues<string> Libor = Text.AnyCase("LIBOR"), Redeemable = Text.AnyCase("redeemable");

    [GeneratedRegex(@"\b(?<title>Prospectus Supplement|Prospectus)\b(?:,? dated (?<date>" + Dates.Full + "))?", Text.Options)]
    private static partial Regex Cited { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var text = passage.Text;
        foreach (Match match in Cited.Matches(text))
        {
            // Only the document's own defined term, in capitals: "a prospectus supplement dated …" is another offering's.
            if (!char.IsAsciiLetterUpper(match.Value[0])) continue;
            if (Follows(text, match.Index + match.Length, " Directive")) continue;
            var date = match.Groups["date"].Success ? Dates.Parse(match.Groups["date"].Value) : null;
            yield return new Recognised.Cites(match.Groups["title"].Value, date, Purpose(text, match.Index), passage.Start + match.Index, passage.Start + match.Index + match.Length);
        }
    }

    private static bool Follows(string text, int at, string words) => string.CompareOrdinal(text, at, words, 0, words.Length) == 0;

    /// <summary>What the words just before the citation use it for.</summary>
    private static string Purpose(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 320), Math.Min(at, 320));
        if (before.ContainsAny(Libor)) return "interestRate";
        if (before.ContainsAny(Redeemable)) return "redemption";
        return before.EndsWith("after the date of the ", StringComparison.OrdinalIgnoreCase) ? "listing" : "";
    }
}
