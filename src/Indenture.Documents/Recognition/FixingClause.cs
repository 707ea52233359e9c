using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>When the rate of a period is determined: "the second London business day preceding such Interest Period".</summary>
internal static partial class FixingClause
{
    public static Recogniser Recogniser { get; } = new("fixing", Role.Terms, ["Interest Determination Date", "Interest Determination Dates", "Rate Determination Date"], ["Interest Determination Date"], Read);

    [GeneratedRegex(@"\b(?<words>(?<n>first|second|third|fourth|fifth|one|two|three|four|five|\d) (?<city>London|New York(?: City)?|TARGET|Tokyo|U\.S\. Government Securities) (?:business|banking|settlement) days? (?:immediately )?(?:preceding|prior to|before)(?: the (?:first day|beginning|start|commencement) of)? (?:such|the|each|that|an?) (?:related |applicable |relevant )?Interest (?:Reset |Accrual )?Period)", Text.Options)]
    private static partial Regex Rule { get; }

    [GeneratedRegex(@"\bInterest Determination Date for the (?:first|initial) Interest Period (?:was|is|will be) (?<date>" + Dates.Full + ")", Text.Options)]
    private static partial Regex First { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Rule.Match(passage.Text) is { Success: true } rule && Amounts.Small(rule.Groups["n"].Value) is { } days)
            yield return passage.Fact("fixingRule", $"{days} {Cities.Calendar(rule.Groups["city"].Value)} business day{(days == 1 ? "" : "s")} before", rule.Groups["words"]);
        if (First.Match(passage.Text) is { Success: true } first && Dates.Parse(first.Groups["date"].Value) is { } date)
            yield return passage.Fact("firstFixing", date, first.Groups["date"]);
    }
}
