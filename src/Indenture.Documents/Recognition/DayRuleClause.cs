using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>What a contract calls a business day, and for which of its clauses: two rules may go by one name, and one rule by a misleading one.</summary>
internal static partial class DayRuleClause
{
    public static Recogniser Recogniser { get; } = new("rules of days", Role.Contract, [], ["business day\u0022 means", "business day\u201d means", "business day\u0022 shall mean", "business day\u201d shall mean", "business day shall mean"], Read);

    [GeneratedRegex(@"(?:\b(?:for (?:the )?purposes? of|in) (?:this|the) (?<scope>(?:sub-)?(?:Clause|Section|clause|section|paragraph)(?: (?:\d[\d.]*\d|\d|\([ivxa-z]+\)))?),? (?:the term )?)?[""“]? ?(?<term>(?:[A-Z][a-z]+ )?[Bb]usiness [Dd]ay) ?[""”]? (?:shall mean|means) (?<words>any day|a day|each day)(?<rule>[^.]{10,260})", Text.Cased)]
    private static partial Regex Rule { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        foreach (Match match in Rule.Matches(passage.Text))
        {
            if (Cities.In(match.Groups["rule"].Value) is not { } cities) continue;
            var start = match.Groups["words"].Index;
            var length = match.Groups["rule"].Index + match.Groups["rule"].Length - start;
            var term = match.Groups["term"].Value;
            var scope = match.Groups["scope"] is { Success: true } within ? within.Value : null;
            if (term.Equals("Business Day", StringComparison.OrdinalIgnoreCase)) yield return passage.Fact("businessDayCities", cities.Calendars, start, length, scope);
            yield return passage.Fact("dayRule", $"{term}: {cities.Calendars}", match.Groups["term"].Index, start + length - match.Groups["term"].Index, scope);
        }
    }
}
