using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The cover of an agreement that makes or sells one series: "$500,000,000", "5.25% SENIOR NOTES DUE 2042", over or beside its own title.</summary>
internal static partial class AgreementCoverClause
{
    public static Recogniser Recogniser { get; } = new("cover of an agreement", Role.Offer | Role.Contract, [], [], Read);

    private const int Reach = 3000;

    [GeneratedRegex(@"(?<![$\d.,])(?<title>(?<rate>" + Rates.Figures + @") ?% (?:[A-Z][\w-]* ){0,6}?(?:Notes|NOTES|Bonds|BONDS|Debentures|DEBENTURES|Securities|SECURITIES) (?:[Dd]ue|DUE) (?:(?i:" + Dates.Full + @")|(?:19|20|21)\d\d\b))", Text.Cased)]
    private static partial Regex Title { get; }

    [GeneratedRegex(@"(?<amount>(?<cur>US ?\$|U\.S\. ?\$|\$|€|£) ?(?<num>\d{1,3}(?:,\d{3}){2,})(?<scale>)) (?:(?:aggregate )?principal amount of (?:the (?:Issuer|Company)[’']s |its )?)?$", Text.Cased)]
    private static partial Regex AmountBefore { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (facts.Document.Kind is not (DocumentKind.UnderwritingAgreement or DocumentKind.SupplementalIndenture or DocumentKind.Indenture)) yield break;
        var text = passage.Text[..Math.Min(Reach, passage.Text.Length)];
        var titles = Title.Matches(text);
        var issues = titles.DistinctBy(t => Text.Key(t.Groups["title"].Value)).ToList();
        if (issues.Count == 0) yield break;
        for (var i = 0; i < issues.Count; i++)
        {
            var at = passage with { Tranche = issues.Count > 1 ? i + 1 : null };
            var key = Text.Key(issues[i].Groups["title"].Value);
            if (!facts.Has("title", at.Tranche)) yield return at.Fact("title", issues[i].Groups["title"].Value, issues[i].Groups["title"]);
            if (!facts.Has("interestRate", at.Tranche))
            {
                yield return at.Fact("interestKind", "fixed", issues[i].Groups["rate"]);
                yield return at.Fact("interestRate", Rates.Of(issues[i]), issues[i].Groups["rate"]);
            }
            if (facts.Has("principal", at.Tranche)) continue;
            foreach (Match title in titles)
            {
                if (Text.Key(title.Groups["title"].Value) != key || AmountBefore.Match(text[..title.Index]) is not { Success: true } amount) continue;
                yield return at.Fact("principal", Amounts.Value(amount), amount.Groups["amount"], Amounts.Unit(amount.Groups["cur"].Value));
                if (facts.First("currency") is null && i == 0) yield return passage.Fact("currency", Amounts.Unit(amount.Groups["cur"].Value), amount.Groups["cur"]);
                break;
            }
        }
    }
}
