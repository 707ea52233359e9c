using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The sentence that opens a supplement: "We are offering $500,000,000 aggregate principal amount of 5.25% notes due 2027 (the "2027 notes")", once for each issue.</summary>
internal static partial class OfferedIssuesClause
{
    public static Recogniser Recogniser { get; } = new("issues offered", Role.Offer, [], ["We are offering", "is offering", "are offering"], Read);

    private const int Reach = 20_000;

    [GeneratedRegex(@"(?<amount>(?<cur>US ?\$|U\.S\. ?\$|\$|€|£) ?(?<num>\d{1,3}(?:,\d{3})+)?(?<scale> (?:million|billion))?)[ _\[\]•●*-]{0,20}(?:in )?(?:aggregate )?(?:initial )?principal amount of (?:our |its |the Company['’]s )?(?:new )?(?<title>(?:" + Text.InSentence + @"){3,160}?) \((?:the|our)? ?[""“] ?(?<name>[^""”]{3,60}?) ?[""”]", Text.Cased)]
    private static partial Regex Issue { get; }

    [GeneratedRegex(@"^(?<pct>\d{1,2}(?:\.\d+)?) ?% ", Text.Cased)]
    private static partial Regex Rate { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (!Offers.IsText(facts) || passage.Start - facts.Document.Start > Reach || facts.IssueNames.Count > 0) yield break;
        var issues = Issue.Matches(passage.Text);
        if (issues.Count == 0) yield break;
        facts.IssueNames = [.. issues.Select(m => m.Groups["name"].Value)];
        for (var i = 0; i < issues.Count; i++)
        {
            int? tranche = issues.Count == 1 ? null : i + 1;
            var at = passage with { Tranche = tranche };
            var unit = Amounts.Unit(issues[i].Groups["cur"].Value);
            if (issues[i].Groups["num"].Success && !facts.Has("principal", tranche)) yield return at.Fact("principal", Amounts.Value(issues[i]), issues[i].Groups["amount"], unit);
            if (facts.First("currency") is null) yield return passage.Fact("currency", unit, issues[i].Groups["cur"]);
            var title = issues[i].Groups["title"];
            if (!facts.Has("title", tranche) && title.Length < 140) yield return at.Fact("title", title.Value, title);
            if (Rate.Match(title.Value) is { Success: true } rate && !facts.Has("interestRate", tranche))
            {
                yield return at.Fact("interestKind", "fixed", title.Index, rate.Length);
                yield return at.Fact("interestRate", rate.Groups["pct"].Value, title.Index, rate.Length);
            }
        }
    }
}
