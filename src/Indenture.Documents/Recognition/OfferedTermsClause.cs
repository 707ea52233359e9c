using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>What the sentences of a supplement say of the notes it offers: when they mature, what interest they bear and when it is paid.</summary>
internal static partial class OfferedTermsClause
{
    public static Recogniser Recogniser { get; } = new("terms in the text", Role.Offer | Role.Contract, [], ["will mature", "notes mature on", "bonds mature on", "debentures mature on", "shall mature", "shall bear interest", "Interest on both", "Interest on each", "Interest on all", "first interest payment", "will bear interest", "will pay interest", "interest rate on the", "Interest on the"], Read);

    private const string Who = @"(?<who>(?:[\w.%-]+ ){0,5}?(?:notes|bonds|debentures|securities|debt securities))";

    private const string All = @"(?<who>(?:both|each|all) series(?: of (?:the )?(?:notes|bonds|debentures|securities))?)";

    [GeneratedRegex(@"\b(?:The|the) " + Who + @" (?:(?:will|shall) )?mature (?:at par |and become due and payable,? (?:together with [^.]{0,80}?,? )?)?on (?<date>" + Dates.Full + ")", Text.Options)]
    private static partial Regex Matures { get; }

    [GeneratedRegex(@"\b(?:The|the) " + Who + @" (?:will|shall) (?:mature on " + Dates.Full + @" and (?:will )?)?bear interest (?:at|from) (?:(?:a|the) )?(?:fixed )?(?:rate |annual rate |per annum rate )?(?:of |equal to )?(?<rate>(?<pct>\d{1,2}(?:\.\d+)?) ?%)|\binterest rate on the " + Who + @" will be (?<rate>(?<pct>\d{1,2}(?:\.\d+)?) ?%)", Text.Options)]
    private static partial Regex Bears { get; }

    [GeneratedRegex(@"\b(?:pay interest on|interest on) the " + Who + @"(?: (?:will|shall) be (?:paid|payable)| is payable| at [^.;]{0,60}?|,)?,? (?:(?:semi-?annually|quarterly|annually|monthly),? )?(?:in cash )?(?:in arrears,? )?on (?:each )?(?<days>(?:the )?[^.;]{4,120}?)(?: of each year|, of each year| in each year)?,? (?:commencing|beginning|starting)(?: on)? (?<first>" + Dates.Full + @")", Text.Options)]
    private static partial Regex PaidFrom { get; }

    /// <summary>"The 2027 Notes will bear interest … payable semi-annually on March 15 and September 15 of each year, beginning on March 15, 2022".</summary>
    [GeneratedRegex(@"\b(?:(?:The|the) " + Who + @"|and) (?:will|shall) bear interest (?:[^.;]|\.(?=\d)){0,200}?,? payable (?:semi-?annually|quarterly|annually|monthly),? (?:in arrears,? )?on (?:each )?(?<days>(?:the )?[^.;]{4,120}?)(?: of each year|, of each year| in each year)?,? (?:commencing|beginning|starting)(?: on)? (?<first>" + Dates.Full + @")", Text.Options)]
    private static partial Regex BearsPayable { get; }

    [GeneratedRegex(@"\b(?:pay interest on|interest on) (?:the " + Who + "|" + All + @")(?: (?:will|shall) be (?:paid|payable)|(?: is)? payable)?,? (?:(?:semi-?annually|quarterly|annually|monthly),? )?(?:in cash )?(?:in arrears,? )?on (?:each )?(?<days>" + Dates.MonthDay + @"(?:,? (?:and )?" + Dates.MonthDay + @"){1,3})(?: (?:of|in) each year|(?= [A-Z]|[.,;]|$))", Text.Options)]
    private static partial Regex Paid { get; }

    [GeneratedRegex(@"\bfirst interest payment (?:date )?(?:on (?:the|each) (?:[\w.%-]+ ){0,5}?)?(?:will|shall) be (?:made )?(?:on )?(?<date>" + Dates.Full + ")", Text.Options)]
    private static partial Regex FirstMade { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (passage.IsRow || !(Offers.IsText(facts) || facts.Document.Kind == DocumentKind.SupplementalIndenture) || passage.Start - facts.Document.Start > Offers.Reach) yield break;
        foreach (Match match in Matures.Matches(passage.Text))
            if (Of(match, passage, facts, "maturity") is { } at && Dates.Parse(match.Groups["date"].Value) is { } date) yield return at.Fact("maturity", date, match.Groups["date"]);
        foreach (Match match in Bears.Matches(passage.Text))
            if (Of(match, passage, facts, "interestRate") is { } at && !facts.Has("index", at.Tranche))
            {
                yield return at.Fact("interestKind", "fixed", match.Groups["rate"]);
                yield return at.Fact("interestRate", match.Groups["pct"].Value, match.Groups["rate"]);
            }
        if (FirstMade.Match(passage.Text) is { Success: true } made && facts.IssueNames.Count < 2 && facts.First("firstPayment") is null && Dates.Parse(made.Groups["date"].Value) is { } begins)
            yield return passage.Fact("firstPayment", begins, made.Groups["date"]);
        foreach (var match in PaidFrom.Matches(passage.Text).Concat(BearsPayable.Matches(passage.Text)).Concat(Paid.Matches(passage.Text)))
            if (Of(match, passage, facts, "paymentDates") is { } at)
            {
                if (Dates.DaysOfYear(match.Groups["days"].Value) is { } days) yield return at.Fact("paymentDates", days, match.Groups["days"]);
                if (match.Groups["first"].Success && !facts.Has("firstPayment", at.Tranche) && Dates.Parse(match.Groups["first"].Value) is { } first) yield return at.Fact("firstPayment", first, match.Groups["first"]);
            }
    }

    /// <summary>The passage for the issue that is meant; null where it cannot be told or has the fact already. The first sentence counts.</summary>
    private static Passage? Of(Match match, Passage passage, DocumentFacts facts, string fact) =>
        Offers.Issue(facts, match.Groups["who"].Value) is var issue && issue != 0 && !facts.Has(fact, issue) ? passage with { Tranche = issue } : null;
}
