using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The sentence that opens a supplement: "We are offering $500,000,000 aggregate principal amount of 5.25% notes due 2027 (the "2027 notes")", once for each issue.</summary>
internal static partial class OfferedIssuesClause
{
    public static Recogniser Recogniser { get; } = new("issues offered", Role.Offer, [], ["We are offering", "is offering", "are offering", "We will offer"], Read);

    private const int Reach = 20_000;

    [GeneratedRegex(@"(?<amount>(?<cur>US ?\$|U\.S\. ?\$|\$|€|£) ?(?<num>\d{1,3}(?:,\d{3})+)?(?<scale> (?:million|billion))?)[ _\[\]•●*-]{0,20}(?:(?:in )?(?:aggregate )?(?:initial )?principal amount )?of (?:our |its |the Company['’]s )?(?:new )?(?<title>(?:" + Text.InSentence + @"){3,160}?) \((?:the|our)? ?[""“] ?(?<name>[^""”]{3,60}?) ?[""”]", Text.Cased)]
    private static partial Regex Issue { get; }

    /// <summary>"We will offer $500,000,000 principal amount of the 2027 Notes".</summary>
    [GeneratedRegex(@"\bWe (?:will offer|are offering) (?<amount>(?<cur>US ?\$|U\.S\. ?\$|\$|€|£) ?(?<num>\d{1,3}(?:,\d{3})+)(?<scale> (?:million|billion))?) (?:in )?(?:aggregate )?principal amount of (?:the|our) (?<name>(?:[\w.%-]+ ){1,4}?(?:Notes|notes|Bonds|bonds|Debentures|debentures))\b", Text.Cased)]
    private static partial Regex Named { get; }

    /// <summary>"We are offering $500 million of our Mortgage Bonds, 4.75% Series due September 15, 2052.": one issue without a name of its own.</summary>
    [GeneratedRegex(@"\bWe are offering (?<amount>(?<cur>US ?\$|U\.S\. ?\$|\$|€|£) ?(?<num>\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?(?= (?:million|billion)))(?<scale> (?:million|billion))?) (?:(?:in )?(?:aggregate )?principal amount )?of (?:our )?(?<title>[A-Z0-9][^.;()]{0,60}?(?:Notes|Bonds|Debentures|Securities)\b(?:[^.;()]|\.(?=\d)){0,60}? due " + Dates.Full + @")", Text.Cased)]
    private static partial Regex Alone { get; }

    [GeneratedRegex(@"^(?<pct>\d{1,2}(?:\.\d+)?) ?% ", Text.Cased)]
    private static partial Regex Rate { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (!Offers.IsText(facts) || passage.Start - facts.Document.Start > Reach) yield break;
        var issues = Issue.Matches(passage.Text);
        // One short sentence an issue: the paragraphs that follow name the others.
        if (issues.Count == 0) issues = Named.Matches(facts.Document.Words(passage.Start, Math.Min(facts.Document.End, passage.Start + Reach)));
        if (issues.Count == 0 && facts.IssueNames.Count == 0 && facts.First("principal") is null && Alone.Match(passage.Text) is { Success: true } alone)
        {
            yield return passage.Fact("principal", Amounts.Value(alone), alone.Groups["amount"], Amounts.Unit(alone.Groups["cur"].Value));
            if (facts.First("currency") is null) yield return passage.Fact("currency", Amounts.Unit(alone.Groups["cur"].Value), alone.Groups["cur"]);
            if (facts.First("title") is null) yield return passage.Fact("title", alone.Groups["title"].Value, alone.Groups["title"]);
        }
        // A cover may have named them before, by its own words.
        if (issues.Count == 0 || facts.IssueNames.Count > 0 && facts.IssueNames.Count != issues.Count) yield break;
        facts.IssueNames = [.. issues.Select(m => m.Groups["name"].Value)];
        for (var i = 0; i < issues.Count; i++)
        {
            int? tranche = issues.Count == 1 ? null : i + 1;
            var at = passage with { Tranche = tranche };
            var unit = Amounts.Unit(issues[i].Groups["cur"].Value);
            if (issues[i].Groups["num"].Success && !facts.Has("principal", tranche)) yield return at.Fact("principal", Amounts.Value(issues[i]), issues[i].Groups["amount"], unit);
            if (facts.First("currency") is null) yield return passage.Fact("currency", unit, issues[i].Groups["cur"]);
            var title = issues[i].Groups["title"];
            if (title.Success && !facts.Has("title", tranche) && title.Length < 140) yield return at.Fact("title", title.Value, title);
            if (Rate.Match(title.Value) is { Success: true } rate && !facts.Has("interestRate", tranche))
            {
                yield return at.Fact("interestKind", "fixed", title.Index, rate.Length);
                yield return at.Fact("interestRate", rate.Groups["pct"].Value, title.Index, rate.Length);
            }
        }
    }
}
