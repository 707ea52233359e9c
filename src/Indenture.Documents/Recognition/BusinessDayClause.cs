using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>
/// What happens to a payment date or a maturity that is not a business day: whether the date itself moves, and whether interest runs on. A payment
/// date that moves takes its interest period with it only where the document's periods run from one payment date to the next.
/// </summary>
internal static partial class BusinessDayClause
{
    public static Recogniser Recogniser { get; } = new("business-day rule", Role.Terms,
        ["Business Day Convention", "Business Day", "Payment Convention", "Day Count/Convention"], ["falls on a day that is not a Business Day", "is not a Business Day"], Read);

    [GeneratedRegex(@"\b(?<words>(?:If|either) (?:either )?an? Interest Payment Date(?<both> or the Maturity[A-Za-z ]{0,30})?[^.]{0,40} falls on a day that is not a Business Day, (?<moves>such Interest Payment Date(?: or Maturity)? will be (?:postponed to )?the (?:next succeeding|next following|following) Business Day))", Text.Options)]
    private static partial Regex DateMoves { get; }

    [GeneratedRegex(@"\b(?<words>If the Maturity(?: Date)?[^.]{0,40} falls on a day that is not a Business Day, the payment due (?:on|at) Maturity will be (?:postponed to|made on) the (?:next succeeding|next following|following) Business Day,? (?<still>and no (?:further |additional )?interest will accrue[^.]{0,60}))", Text.Options)]
    private static partial Regex MaturityPostponed { get; }

    [GeneratedRegex(@"\b(?<words>No interest will accrue on any amounts? payable for the period from and after the due date[^.]{0,80})", Text.Options)]
    private static partial Regex NoInterestAfter { get; }

    [GeneratedRegex(@"[""“] ?Interest Period ?[""”] (?:shall be|means|is) (?<words>the period (?:from and including|commencing on) an Interest Payment Date[^.]{0,240})", Text.Options)]
    private static partial Regex PeriodFollowsDates { get; }

    [GeneratedRegex(@"^(?<modified>Modified )?(?<name>Following|Preceding)\b(?:[^A-Za-z]{1,3}(?<adjusted>Adjusted|Unadjusted))?", Text.Options)]
    private static partial Regex Labelled { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (passage.IsRow)
        {
            if (Labelled.Match(passage.Text) is not { Success: true } label) yield break;
            yield return passage.Fact("businessDayConvention", (label.Groups["modified"].Success ? "modified-" : "") + label.Groups["name"].Value.ToLowerInvariant(), 0, label.Groups["name"].Index + label.Groups["name"].Length);
            if (label.Groups["adjusted"].Success) yield return passage.Fact("accrual", label.Groups["adjusted"].Value.ToLowerInvariant(), label.Groups["adjusted"]);
            yield break;
        }
        var moves = DateMoves.Match(passage.Text);
        if (!moves.Success) yield break;
        yield return passage.Fact("businessDayConvention", "following", moves.Groups["words"]);
        var whole = facts.Document.Text;
        if (PeriodFollowsDates.Match(whole) is { Success: true } period)
            yield return new Recognised.States("accrual", "adjusted", facts.Document.Start + period.Groups["words"].Index, facts.Document.Start + period.Groups["words"].Index + period.Groups["words"].Length);
        else if (NoInterestAfter.Match(passage.Text) is { Success: true } none)
            yield return passage.Fact("accrual", "unadjusted", none.Groups["words"]);
        if (MaturityPostponed.Match(passage.Text) is { Success: true } maturity)
            yield return passage.Fact("maturityRule", "postponed-without-interest", maturity.Groups["words"]);
    }
}
