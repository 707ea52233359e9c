using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The cover's own lines: "$500,000,000", perhaps the issuer, "5.25% Senior Notes due 2027", once for each issue.</summary>
internal static partial class CoverClause
{
    public static Recogniser Recogniser { get; } = new("cover", Role.Offer, [], [], Read);

    /// <summary>The cover ends where the sentences begin.</summary>
    private const int Reach = 4000;

    [GeneratedRegex(@"(?<amount>(?<cur>US ?\$|U\.S\. ?\$|\$|€|£|¥|C\$|A\$) ?(?<num>\d{1,3}(?:,\d{3})+)(?<scale>)) (?:\[LOGO\] )?(?:[A-Z][\w&.,'’-]*(?: (?:[A-Z&][\w&.,'’-]*|of|and|the)){0,7} )??" + Offers.Title, Text.Cased)]
    private static partial Regex Line { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (!Offers.IsText(facts)) yield break;
        var lines = Line.Matches(passage.Text[..Math.Min(Reach, passage.Text.Length)]).DistinctBy(m => Text.Key(m.Groups["title"].Value)).ToList();
        if (lines.Count == 0 || facts.First("principal") is not null) yield break;
        for (var i = 0; i < lines.Count; i++)
        {
            var at = lines.Count == 1 ? passage : passage with { Tranche = i + 1 };
            var unit = Amounts.Unit(lines[i].Groups["cur"].Value);
            yield return at.Fact("principal", Amounts.Value(lines[i]), lines[i].Groups["amount"], unit);
            if (i == 0) yield return passage.Fact("currency", unit, lines[i].Groups["cur"]);
            if (facts.First("title") is null || lines.Count > 1) yield return at.Fact("title", lines[i].Groups["title"].Value, lines[i].Groups["title"]);
        }
    }
}
