using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The most that may be issued in a series: "initially limited in aggregate principal amount to $750,000,000".</summary>
internal static partial class SeriesLimitClause
{
    public static Recogniser Recogniser { get; } = new("series limit", Role.Terms, [], ["limited in aggregate principal"], Read);

    [GeneratedRegex(@"\blimited in aggregate principal(?: amount)? to " + Amounts.Money, Text.Options)]
    private static partial Regex Limited { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Limited.Match(passage.Text) is not { Success: true } match) yield break;
        var start = match.Groups["cur"].Index;
        yield return passage.Fact("seriesLimit", Amounts.Value(match), start, match.Index + match.Length - start, Amounts.Unit(match.Groups["cur"].Value));
    }
}
