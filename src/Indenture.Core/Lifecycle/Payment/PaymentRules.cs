namespace Indenture.Core;

/// <summary>How somebody is told.</summary>
public enum NoticeMeans { Telephone, Facsimile, Letter, Email, Message }

/// <summary>On which day the issuer's money is due: the scheduled date moved on these calendars (AGY-4.1c, AGY-4.1d).</summary>
public sealed record FundingRule(JointCalendar Calendar, BusinessDayConvention Convention);

/// <summary>
/// What the terms' payment member says of the cycle of a due. A part that is null or empty is not agreed: no duty arises from it. Every figure is the
/// agreement's, none is the program's.
/// </summary>
/// <param name="Funding">Null: the money is due on the day the holders are paid.</param>
/// <param name="Confirmation">By when the issuer confirms that irrevocable instructions have been given (AGY-4.1g).</param>
/// <param name="ShortfallNotice">How the issuer is told of a shortfall, in this order (AGY-4.2a).</param>
/// <param name="FarFromLast">Percent of the last payment of its kind beyond which a payment needs another approver.</param>
/// <param name="PayeeDetails">Null: a payee without an account on file is paid as the depositary's standing instructions say.</param>
/// <param name="UnclaimedYears">After how many years money that nobody claimed goes back to the issuer.</param>
public sealed record PaymentRules(FundingRule? Funding, DeadlineRule? Confirmation, IReadOnlyList<NoticeMeans> ShortfallNotice, Percent? FarFromLast, int? UnclaimedYears, PayeeDetailsRule? PayeeDetails = null)
{
    public static readonly PaymentRules Silent = new(null, null, [], null, null);

    /// <summary>Refused RULES-MALFORMED naming the member.</summary>
    public static Outcome<PaymentRules> Of(Terms terms, Calendars calendars) => RuleReader.Read(terms, calendars, "payment", Silent, r => new PaymentRules(
        r.Child("funding", "calendars", "convention") is { } funding ? new FundingRule(funding.Days("calendars"), funding.Case<BusinessDayConvention>("convention")) : null,
        r.Deadline("confirmation"),
        r.Cases<NoticeMeans>("shortfallNotice"),
        r.Text("farFromLast") is { } far ? r.Take("farFromLast", Percent.Parse(far)) : null,
        r.Whole("unclaimedYears"),
        DetailsRule(r)), Members);

    /// <summary>Whether every account must be known before a payment; needs no calendars. Refused RULES-MALFORMED naming the member.</summary>
    internal static Outcome<PayeeDetailsRule?> DetailsRuleOf(Terms terms) => RuleReader.Read(terms, Calendars.Standard, "payment", null, DetailsRule, Members);

    private static readonly string[] Members = ["funding", "confirmation", "shortfallNotice", "farFromLast", "unclaimedYears", "payeeDetails"];

    private static PayeeDetailsRule? DetailsRule(RuleReader r) => r.Text("payeeDetails") is null ? null : r.Case<PayeeDetailsRule>("payeeDetails");

    /// <summary>The day on which the issuer's money for a due is due.</summary>
    public DateOnly FundingDate(DateOnly scheduled, DateOnly payment) => Funding is { } rule ? rule.Calendar.Adjust(scheduled, rule.Convention) : payment;
}

/// <summary>What the terms say of interest that was not paid in time: the day counts of the special record date (NOTE-DEFINT-2, NOTE-DEFINT-3).</summary>
/// <param name="RecordBeforePayment">The special record date lies at least so many calendar days before the payment.</param>
/// <param name="NoticeBeforeRecord">The holders are told at least so many calendar days before the special record date.</param>
public sealed record DefaultedInterestRules(int RecordBeforePayment, int NoticeBeforeRecord)
{
    /// <summary>Refused RULES-MISSING where the terms state no day counts: none is invented.</summary>
    public static Outcome<DefaultedInterestRules> Of(Terms terms, Calendars calendars) =>
        RuleReader.Read<DefaultedInterestRules?>(terms, calendars, "defaultedInterest", null,
            r => r.Whole("recordBeforePayment") is { } record && r.Whole("noticeBeforeRecord") is { } notice ? new DefaultedInterestRules(record, notice) : null,
            "recordBeforePayment", "noticeBeforeRecord")
        .Then<DefaultedInterestRules>(rules => rules is not null ? rules
            : Refusal.Of(RuleRefusal.RulesMissing, "The terms do not state how a special record date for defaulted interest is fixed; supply --assume defaultedInterest={\"recordBeforePayment\":…,\"noticeBeforeRecord\":…}:WHY when the offering is booked."));
}
