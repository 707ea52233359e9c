using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The cover's own lines: "$500,000,000", perhaps the issuer, "5.25% Senior Notes due 2027", once for each issue.</summary>
internal static partial class CoverClause
{
    public static Recogniser Recogniser { get; } = new("cover", Role.Offer, [], [], Read);

    /// <summary>The cover ends where the sentences begin.</summary>
    private const int Reach = 4000;

    [GeneratedRegex(@"(?<amount>(?<cur>US ?\$|U\.S\. ?\$|\$|€|£|¥|C\$|A\$|\b(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|NOK|SEK)(?= )) ?(?<num>\d{1,3}(?:,\d{3})+)(?<scale>)) (?:\[LOGO\] )?(?:[A-Z][\w&.,'’-]*(?: (?:[A-Z&][\w&.,'’-]*|of|and|the)){0,7} )??" + Offers.Title, Text.Cased)]
    private static partial Regex Line { get; }

    [GeneratedRegex(@"\b(?<series>Series [A-Z0-9]{1,3})\b|\b(?<noun>Notes|Bonds|Debentures|Securities)\b|\b(?<year>(?:19|20)\d\d)$", Text.Options)]
    private static partial Regex NameWords { get; }

    /// <summary>What the text will call an issue of this title: "Series A Bonds", "2026 Notes".</summary>
    private static string Called(string title)
    {
        var words = NameWords.Matches(title);
        string? Word(string group) => words.FirstOrDefault(w => w.Groups[group].Success)?.Groups[group].Value;
        return $"{Word("series") ?? Word("year")} {Word("noun") ?? "Notes"}";
    }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (!Offers.IsText(facts)) yield break;
        var lines = Line.Matches(passage.Text[..Math.Min(Reach, passage.Text.Length)]).DistinctBy(m => Text.Key(m.Groups["title"].Value)).ToList();
        if (lines.Count == 0) yield break;
        if (lines.Count > 1 && facts.IssueNames.Count == 0) facts.IssueNames = [.. lines.Select(l => Called(l.Groups["title"].Value))];
        for (var i = 0; i < lines.Count; i++)
        {
            var at = lines.Count == 1 ? passage : passage with { Tranche = i + 1 };
            var unit = Amounts.Unit(lines[i].Groups["cur"].Value);
            if (!facts.Has("principal", null) || lines.Count > 1 && !facts.Has("principal", i + 1)) yield return at.Fact("principal", Amounts.Value(lines[i]), lines[i].Groups["amount"], unit);
            if (i == 0 && facts.First("currency") is null) yield return passage.Fact("currency", unit, lines[i].Groups["cur"]);
            if (facts.First("title") is null || lines.Count > 1) yield return at.Fact("title", lines[i].Groups["title"].Value, lines[i].Groups["title"]);
        }
    }
}
