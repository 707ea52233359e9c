using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Rate and maturity that the title itself states, where no row does: "6.75% First Mortgage Bonds due 2053", "Notes due October 5, 2026".</summary>
internal static partial class TitleTermsClause
{
    public static Recogniser Recogniser { get; } = new("terms in the title", Role.Offer, [], [], Read);

    [GeneratedRegex("^" + Rates.Figures + " ?% (?!Trigger|Contingent)|, " + Rates.Figures + " ?% Series ", Text.Cased)]
    private static partial Regex Rate { get; }

    [GeneratedRegex(@"\bdue (?<date>" + Dates.Full + @")", Text.Options)]
    private static partial Regex Due { get; }

    [GeneratedRegex(@"\b(?:notes|bonds|debentures|securities)\b[^.]{0,200}?\bdue (?<date>" + Dates.Full + @") \((?:the|each|together)[^()]{0,30}?[""“](?:[\w ]+ )?(?:Notes|Securities|Debentures|Bonds)", Text.Options)]
    private static partial Regex Called { get; }

    /// <summary>"U.S.$1,750,000,000 of senior notes due March 9, 2021, or the 5-year notes": the amount says which issue is meant.</summary>
    [GeneratedRegex(Amounts.Money + @" (?:(?:in )?(?:aggregate )?principal amount )?of (?:[\w%.-]+ ){0,8}?(?:notes|bonds|debentures|securities) due (?<date>" + Dates.Full + ")", Text.Options)]
    private static partial Regex ByAmount { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (!Offers.IsText(facts)) yield break;
        foreach (var title in facts.Every("title").ToList())
        {
            if (Rate.Match(title.Value) is { Success: true } rate && !facts.Has("interestRate", title.Tranche) && !facts.Has("index", title.Tranche))
            {
                yield return new Recognised.States("interestKind", "fixed", title.Start, title.End, null, title.Tranche);
                yield return new Recognised.States("interestRate", Rates.Of(rate), title.Start, title.End, null, title.Tranche);
            }
            if (Due.Match(title.Value) is { Success: true } due && !facts.Has("maturity", title.Tranche) && Dates.Parse(due.Groups["date"].Value) is { } date)
                yield return new Recognised.States("maturity", date, title.Start, title.End, null, title.Tranche);
        }
        foreach (Match issue in ByAmount.Matches(passage.Text))
        {
            var amount = Amounts.Value(issue);
            var meant = facts.Every("principal").Where(p => p.Value == amount).ToList();
            if (meant is not [{ Tranche: not null } only] || facts.Has("maturity", only.Tranche) || Dates.Parse(issue.Groups["date"].Value) is not { } due) continue;
            // A title that gives another year is of other notes.
            if (facts.Every("title").Any(t => t.Tranche == only.Tranche && t.Value.EndsWith(due[..4], StringComparison.Ordinal)))
                yield return (passage with { Tranche = only.Tranche }).Fact("maturity", due, issue.Groups["date"]);
        }
        if (facts.First("maturity") is null && Called.Match(passage.Text) is { Success: true } called && Dates.Parse(called.Groups["date"].Value) is { } day) yield return passage.Fact("maturity", day, called.Groups["date"]);
    }
}
