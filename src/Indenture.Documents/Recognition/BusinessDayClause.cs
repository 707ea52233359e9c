using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>
/// What happens to a payment date or a maturity that is not a business day: whether the date itself moves, and whether interest runs on. A payment
/// date that moves takes its interest period with it only where the document's periods run from one payment date to the next.
/// </summary>
internal static partial class BusinessDayClause
{
    public static Recogniser Recogniser { get; } = new("business-day rule", Role.Terms,
        ["Business Day Convention", "Business Day", "Payment Convention", "Day Count/Convention", "Day Count Convention", "Business Days Convention", "Payment Business Day Convention", "Interest Payment Convention", "Day Convention", "Payment Day Convention"], ["not a Business Day"], Read);

    /// <summary>"If an Interest Payment Date … is not a Business Day, it will be the following Business Day": the date itself, or the payment alone.</summary>
    [GeneratedRegex(@"\b(?<words>(?:If|Should|When)\b" + Text.InSentence + @"{0,80}?\bInterest Payment Date" + Text.InSentence + @"{0,140}?\bnot a Business Day,? " + Text.InSentence + @"{0,200}?\b(?<way>(?:next|immediately|next immediately)? ?(?:succeeding|following|preceding)|next) Business Day)(?<unless>,? (?:unless|except)" + Text.InSentence + "{0,120}?calendar month)?", Text.Options)]
    private static partial Regex Moves { get; }

    [GeneratedRegex(@"\b(?<words>(?:If|Should|When) (?:the )?(?:Stated )?Maturity" + Text.InSentence + @"{0,100}?\bnot a Business Day,? " + Text.InSentence + @"{0,160}?(?:next|following|succeeding) Business Day,? " + Text.InSentence + @"{0,40}?\bno (?:further |additional )?interest (?:will|shall) accrue" + Text.InSentence + "{0,60})", Text.Options)]
    private static partial Regex MaturityPostponed { get; }

    [GeneratedRegex(@"\b(?<words>No (?:further |additional )?interest (?:will|shall) accrue (?:on|for|in respect of|by reason of)\b" + Text.InSentence + "{0,160})", Text.Options)]
    private static partial Regex NoInterest { get; }

    [GeneratedRegex(@"[""“] ?Interest Period ?[""”] (?:shall be|means|is) (?<words>(?:the|each) period (?:from and including|commencing on|beginning on) (?:and including )?(?:an|one|each) Interest Payment Date[^.]{0,240})", Text.Options)]
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
        if (Moves.Match(passage.Text) is not { Success: true } moves) yield break;
        var back = moves.Groups["way"].Value.Contains("preceding", StringComparison.OrdinalIgnoreCase);
        yield return passage.Fact("businessDayConvention", (moves.Groups["unless"].Success ? "modified-" : "") + (back ? "preceding" : "following"), moves.Groups["words"]);
        var whole = facts.Document.Text;
        var maturity = MaturityPostponed.Match(passage.Text);
        if (PeriodFollowsDates.Match(whole) is { Success: true } period)
            yield return new Recognised.States("accrual", "adjusted", facts.Document.Start + period.Groups["words"].Index, facts.Document.Start + period.Groups["words"].Index + period.Groups["words"].Length);
        else if (NoInterest.Matches(passage.Text).FirstOrDefault(n => !maturity.Success || n.Index >= maturity.Index + maturity.Length) is { } none)
            yield return passage.Fact("accrual", "unadjusted", none.Groups["words"]);
        if (maturity.Success) yield return passage.Fact("maturityRule", "postponed-without-interest", maturity.Groups["words"]);
    }
}
