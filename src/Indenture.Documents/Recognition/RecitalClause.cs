using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>
/// The notes that an agency agreement is made for: what was issued, what is to be issued besides, and the sum of both. Each issue is a tranche,
/// those already issued first.
/// </summary>
internal static partial class RecitalClause
{
    public static Recogniser Recogniser { get; } = new("recitals of notes", Role.Contract, [], ["issued its", "to issue its", "to issue an additional", "to issue additional", "to issue a further", "issue of its"], Read);

    private const string Title = @"(?:(?<rate>\d{1,2}(?:\.\d+)?) ?% |Floating Rate )(?:[A-Za-z]+ ){0,4}?(?:Notes|Bonds|Debentures|Securities) due (?<due>(?:" + Dates.MonthDay + @",? )?(?:[A-Z][A-Za-z]+ )?\d{4})";

    [GeneratedRegex(@"\b(?:(?<done>issued) its|(?:has agreed|proposes|wishes|intends|agreed) to issue (?:its|an additional|additional|a further|further)|issue of its) " + Amounts.Money + @" (?<title>" + Title + ")", Text.Options)]
    private static partial Regex Issue { get; }

    [GeneratedRegex(@"\b(?:Terms|Underwriting|Subscription|Purchase) Agreement,? dated (?<date>" + Dates.Full + ")", Text.Options)]
    private static partial Regex Sale { get; }

    [GeneratedRegex(@"\b(?:combined|total|resulting|consolidated) (?:aggregate )?principal amount of " + Amounts.Money, Text.Options)]
    private static partial Regex Combined { get; }

    /// <summary>A cover: "Yen 1 2% Notes due 2012 (to be consolidated … with the Yen 2 2% Notes due 2012 issued on May 4 2005)".</summary>
    [GeneratedRegex(Amounts.Money + @" (?<title>" + Title + @") \(to be consolidated and form a single series with the (?<old>[^()]{10,160})\)", Text.Options)]
    private static partial Regex Cover { get; }

    [GeneratedRegex(Amounts.Money + @" (?<title>" + Title + @")(?: issued on (?<issued>[A-Z]+ \d{1,2},? \d{4}))?", Text.Options)]
    private static partial Regex Old { get; }

    [GeneratedRegex(@"\bconsolidated and form a single series with the (?<old>[A-Z][A-Za-z]+ (?:Notes|Bonds|Securities))", Text.Cased)]
    private static partial Regex Consolidated { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (facts.First("principal") is not null) yield break;
        var issues = Issue.Matches(passage.Text).OrderBy(m => m.Groups["done"].Success ? 0 : 1).ThenBy(m => m.Index).ToList();
        var sales = Sale.Matches(passage.Text);
        for (var i = 0; i < issues.Count; i++)
        {
            var issue = issues[i];
            int? tranche = issues.Count > 1 ? i + 1 : null;
            foreach (var found in Notes(passage, issue, tranche)) yield return found;
            if (sales.LastOrDefault(s => s.Index < issue.Index && !issues.Any(o => o.Index > s.Index && o.Index < issue.Index)) is { } sale && Dates.Parse(sale.Groups["date"].Value) is { } sold)
                yield return passage.Fact("termsAgreementDate", sold, sale.Groups["date"]) with { Tranche = tranche };
            if (i > 0 && Consolidated.Match(passage.Text, issue.Index) is { Success: true } joined)
                yield return passage.Fact("reopens", issues[0].Groups["title"].Value, joined.Groups["old"]) with { Tranche = tranche };
        }
        if (issues.Count == 0) yield break;
        if (Combined.Match(passage.Text) is { Success: true } sum)
            yield return passage.Fact("consolidatedPrincipal", Amounts.Value(sum), sum.Groups["cur"].Index, sum.Index + sum.Length - sum.Groups["cur"].Index, Amounts.Unit(sum.Groups["cur"].Value));

        // The cover says the same again: what differs there is a conflict.
        var head = new Passage(facts.Document, facts.Document.Start, facts.Document.Text[..Math.Min(facts.Document.Text.Length, 4000)]);
        if (issues.Count != 2 || Cover.Match(head.Text) is not { Success: true } cover || Old.Match(head.Text, cover.Groups["old"].Index, cover.Groups["old"].Length) is not { Success: true } old) yield break;
        foreach (var (named, issue, tranche) in new[] { (cover, issues[1], 2), (old, issues[0], 1) })
            foreach (var found in Notes(head, named, tranche))
                // A year is no other maturity than a month of that year, and a title of fewer words no other title.
                if (found is not Recognised.States { Name: "title" or "maturity" } stated || (stated.Name == "maturity" && stated.Value[..4] != Due(issue)[..4])) if (found is not Recognised.LeavesOpen) yield return found;
        if (old.Groups["issued"].Success && Dates.Parse(old.Groups["issued"].Value) is { } day) yield return head.Fact("issueDate", day, old.Groups["issued"]) with { Tranche = 1 };
    }

    private static IEnumerable<Recognised> Notes(Passage passage, Match issue, int? tranche)
    {
        var unit = Amounts.Unit(issue.Groups["cur"].Value);
        var start = issue.Groups["cur"].Index;
        yield return passage.Fact("principal", Amounts.Value(issue), start, issue.Groups["num"].Index + issue.Groups["num"].Length + issue.Groups["scale"].Length - start, unit) with { Tranche = tranche };
        yield return passage.Fact("currency", unit, issue.Groups["cur"]) with { Tranche = tranche };
        yield return passage.Fact("title", issue.Groups["title"].Value, issue.Groups["title"]) with { Tranche = tranche };
        if (issue.Groups["rate"].Success)
        {
            yield return passage.Fact("interestKind", "fixed", issue.Groups["rate"]) with { Tranche = tranche };
            yield return passage.Fact("interestRate", issue.Groups["rate"].Value, issue.Groups["rate"]) with { Tranche = tranche };
        }
        var due = issue.Groups["due"];
        yield return passage.Fact("maturity", Due(issue), due) with { Tranche = tranche };
        if (Due(issue).Length < 10) yield return new Recognised.LeavesOpen("maturity", $"The document says \"{due.Value}\" and no day.", passage.Start + due.Index, passage.Start + due.Index + due.Length);
    }

    /// <summary>"2025-10-31", or the lesser "2025-10" and "2025".</summary>
    private static string Due(Match issue)
    {
        var printed = issue.Groups["due"].Value;
        if (Dates.Parse(printed) is { } day) return day;
        var words = printed.Split(' ');
        return words.Length == 2 && Dates.Parse($"{words[0]} 1, {words[1]}") is { } first ? first[..7] : words[^1];
    }
}
