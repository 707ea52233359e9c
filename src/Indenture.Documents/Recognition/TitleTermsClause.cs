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
        if (facts.First("maturity") is null && Called.Match(passage.Text) is { Success: true } called && Dates.Parse(called.Groups["date"].Value) is { } day) yield return passage.Fact("maturity", day, called.Groups["date"]);
    }
}
