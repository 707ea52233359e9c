using System.Globalization;
using Indenture.Core;

namespace Indenture.Messages;

/// <summary>What is announced. Interest and principal falling due on one day are two events.</summary>
public enum EventType
{
    /// <summary>INTR.</summary>
    Interest,
    /// <summary>REDM: repayment at final maturity.</summary>
    FinalRedemption,
    /// <summary>MCAL: the whole series is redeemed early.</summary>
    FullCall,
    /// <summary>PCAL: a part of each note's principal is repaid.</summary>
    PartialCall,
}

/// <summary>A payment or redemption of a series, as the same event in every message about it.</summary>
/// <param name="Name">Unique in the series and permanent: the due's or run's id, such as "interest-3".</param>
/// <param name="Denomination">The amount of principal that amounts per note are stated for.</param>
public sealed record CorporateEvent(string Series, string Name, EventType Type, Security Security, Money Denomination, DateOnly RecordDate, DateOnly PaymentDate)
{
    /// <summary>The event's permanent identification.</summary>
    public string Id => MessageIds.Of(MessageIdKind.Event, Series, Name);
}

/// <summary>A way of being paid, in one currency.</summary>
/// <param name="Number">1 to 999; unique in the announcement.</param>
/// <param name="PerDenomination">What a note of the denomination is paid, exact and unrounded, in the option's currency; null where it is not known yet (an exchange to come).</param>
public sealed record CashOption(int Number, Currency Currency, Ratio? PerDenomination);

/// <summary>The period that interest accrued over: from <paramref name="Start"/>, inclusive, to <paramref name="End"/>, exclusive.</summary>
public sealed record AccrualPeriod(DateOnly Start, DateOnly End, int Days);

/// <summary>An announcement: record date, payment date, rate, amounts per denomination, and the options with the one that applies by default.</summary>
/// <param name="Version">1 for the first; a later one replaces the one before it.</param>
/// <param name="Reminder">0 for the announcement itself, 1 for the first reminder of it.</param>
/// <param name="RatePerAnnum">In percent; written where it ends within ten decimals, and always in words.</param>
/// <param name="RateOfPeriod">In percent of principal for the period, unrounded.</param>
/// <param name="Default">The number of the option that applies to a holder that chooses none.</param>
/// <param name="Deadline">The last moment at which an election is taken; required where there is a choice.</param>
/// <param name="Text">For holders; each at most 8,000 characters.</param>
public sealed record Announcement(
    CorporateEvent Event, int Version, int Reminder, DateOnly? Maturity, AccrualPeriod? Period, Ratio? RatePerAnnum, Ratio? RateOfPeriod,
    IReadOnlyList<CashOption> Options, int Default, DateTimeOffset? Deadline, IReadOnlyList<string> Text, Bic? PayingAgent);

/// <summary>Money exchanged for a holder: what it bought, before the costs of buying it.</summary>
/// <param name="Rate">Units of the currency sold for one of the currency bought: 115 yen for a dollar.</param>
public sealed record Exchanged(Money Bought, decimal Rate);

/// <summary>
/// What one holder is paid in one event. Gross less withheld is what is paid or, with an exchange, what is sold; what is paid or bought, less costs, is net.
/// </summary>
/// <param name="Holder">The key under which the run pays it once.</param>
/// <param name="SafekeepingAccount">The holder's account at the depositary: 35 characters at most.</param>
/// <param name="Option">The option that applied.</param>
/// <param name="Held">Principal at the close of the record date.</param>
/// <param name="Costs">Costs of the exchange, which only those who take the other currency bear (AGY-10i); in the currency of <paramref name="Net"/>.</param>
/// <param name="Account">The cash account credited; null where the depositary's own rules say.</param>
public sealed record HolderPayment(
    string Holder, string SafekeepingAccount, int Option, Money Held, Money Gross, Money Withheld, Exchanged? Exchange, Money Costs, Money Net, CashAccount? Account);

/// <summary>Why a confirmed movement is reversed.</summary>
public enum ReversalReason
{
    /// <summary>The issuer's money did not come.</summary>
    FundsNotReceived,
    /// <summary>Paid though it was not due.</summary>
    NotDue,
    WrongValueDate,
    WrongCurrency,
    WrongPrice,
    WrongRecordDate,
}

/// <summary>What became of an election.</summary>
public abstract record ElectionAnswer
{
    private ElectionAnswer() { }

    public sealed record Accepted : ElectionAnswer;

    /// <summary>Taken, not decided yet.</summary>
    public sealed record Pending : ElectionAnswer;

    /// <param name="Why">210 characters at most.</param>
    public sealed record Rejected(ElectionFault Fault, string Why) : ElectionAnswer;
}

/// <summary>Why an election is not taken.</summary>
public enum ElectionFault { Late, EventUnknown, OptionUnknown, QuantityTooLarge, AccountUnknown, Other }

/// <summary>Announcements, advices, confirmations and reversals to holders (seev). None of them moves money: they tell what the books hold.</summary>
public static class CorporateActions
{
    /// <summary>seev.031.001.14. Refused OPTIONS-INVALID, CURRENCY-MISMATCH, and what a text cannot carry.</summary>
    public static Outcome<OutboundMessage> Announce(Announcement announcement)
    {
        if (Fault(announcement) is { } fault) return fault;
        var subject = announcement.Event;
        var id = AnnouncementId(announcement);
        return MessageWriter.Write(MessageType.Seev031, id, w =>
        {
            w.In("NtfctnGnlInf", () =>
            {
                w.Id("NtfctnId", id);
                w.Code("NtfctnTp", announcement.Reminder > 0 ? "RMDR" : announcement.Version > 1 ? "REPL" : "NEWM");
                w.In("PrcgSts", () => w.In("Cd", () =>
                {
                    w.Code("EvtCmpltnsSts", announcement.Options.Any(o => o.PerDenomination is null) ? "INCO" : "COMP");
                    w.Code("EvtConfSts", "CONF");
                }));
            });
            if (Previous(announcement) is { } previous) w.In("PrvsNtfctnId", () => w.Id("Id", previous));
            w.In("CorpActnGnlInf", () =>
            {
                w.Id("CorpActnEvtId", subject.Id);
                w.InCode("EvtTp", CodeOf(subject.Type));
                w.InCode("MndtryVlntryEvtTp", announcement.Options.Count > 1 ? "CHOS" : "MAND");
                w.In("UndrlygScty", () =>
                {
                    w.Security("FinInstrmId", subject.Security);
                    w.Code("DnmtnCcy", subject.Denomination.Currency.Code);
                    if (announcement.Maturity is { } maturity) w.Date("MtrtyDt", maturity);
                    w.FaceAmount("MinNmnlQty", subject.Denomination);
                });
            });
            w.In("AcctDtls", () => w.In("ForAllAccts", () => w.Code("IdCd", "GENR")));
            w.In("CorpActnDtls", () =>
            {
                w.In("DtDtls", () =>
                {
                    w.InDate("RcrdDt", subject.RecordDate);
                    w.InDate("PmtDt", subject.PaymentDate);
                });
                if (announcement.Period is { } period)
                    w.In("PrdDtls", () => w.In("IntrstPrd", () => w.In("Prd", () =>
                    {
                        w.In("StartDt", () => w.InDate("Dt", period.Start));
                        w.In("EndDt", () => w.InDate("Dt", period.End));
                    })));
                if (announcement.RatePerAnnum is { } rate && MessageWriter.Fits(rate, 10, 11) is { } percent)
                    w.In("RateAndAmtDtls", () => w.In("IntrstRate", () => w.Decimal("Rate", percent)));
                if (announcement.Period is { Days: > 0 and < 1000 } counted) w.Number("IntrstAcrdNbOfDays", counted.Days);
            });
            foreach (var option in announcement.Options)
                w.In("CorpActnOptnDtls", () =>
                {
                    Option(w, option.Number);
                    w.InCode("OptnTp", "CASH");
                    w.Code("CcyOptn", option.Currency.Code);
                    w.In("DfltPrcgOrStgInstr", () => w.Code("DfltOptnInd", option.Number == announcement.Default ? "true" : "false"));
                    if (announcement.Deadline is { } deadline && announcement.Options.Count > 1)
                        w.In("DtDtls", () => w.In("RspnDdln", () => w.In("Dt", () => w.Time("DtTm", deadline))));
                    w.In("CshMvmntDtls", () =>
                    {
                        w.Code("CdtDbtInd", "CRDT");
                        w.In("DtDtls", () => w.InDate("PmtDt", subject.PaymentDate));
                        if (announcement.RateOfPeriod is { } ofPeriod && MessageWriter.Fits(ofPeriod, 10, 11) is { } share)
                            w.In("RateAndAmtDtls", () => w.In("IntrstRateUsdForPmt", () => w.Decimal("Rate", share)));
                        if (option.PerDenomination is { } per && MessageWriter.Fits(per, 13, 18) is { } amount)
                            w.In("PricDtls", () => w.In("GncCshPricRcvdPerPdct", () => w.In("AmtPricPerAmt", () =>
                            {
                                w.Code("AmtPricTp", "ACTU");
                                w.FineAmount("PricVal", amount, option.Currency);
                                w.Amount("Amt", subject.Denomination);
                            })));
                    });
                });
            w.In("AddtlInf", () => w.In("AddtlTxt", () =>
            {
                w.Code("Lang", "en");
                foreach (var line in InWords(announcement)) w.Text("AddtlInf", line, 8000);
            }));
            if (announcement.PayingAgent is { } agent) w.In("PngAgt", () => w.Code("AnyBIC", agent.Code));
        });
    }

    /// <summary>The identification of an announcement; the same version announced again has the same.</summary>
    public static string AnnouncementId(Announcement announcement) => AnnouncementId(announcement, announcement.Version, announcement.Reminder);

    /// <summary>
    /// seev.035.001.15: what a holder will be paid under an option of the announcement. Refused OPTIONS-INVALID where the announcement has no such option in that currency,
    /// CURRENCY-MISMATCH, SUM-DIFFERS, AMOUNT-UNSENDABLE and what a text cannot carry.
    /// </summary>
    /// <param name="version">1 for the first advice; a later one replaces it.</param>
    public static Outcome<OutboundMessage> Advise(Announcement announcement, HolderPayment payment, int version)
    {
        if ((Fault(announcement) ?? Fault(payment)) is { } fault) return fault;
        var subject = announcement.Event;
        if (announcement.Options.All(o => o.Number != payment.Option || o.Currency != payment.Net.Currency))
            return Refusal.Of(MessageWriteRefusal.OptionsInvalid, $"{payment.Holder} is paid {payment.Net.Currency} under option {payment.Option}, which the announcement of {subject.Name} does not have.");
        var id = MovementId(subject, payment.Holder, MessageType.Seev035, version);
        return MessageWriter.Write(MessageType.Seev035, id, w =>
        {
            w.In("MvmntPrlimryAdvcGnlInf", () =>
            {
                w.Id("MvmntPrlimryAdvcId", id);
                w.Code("Tp", version > 1 ? "REPL" : "NEWM");
                w.Code("Fctn", "ENTL");
            });
            if (version > 1) w.In("PrvsMvmntPrlimryAdvcId", () => w.Id("Id", MovementId(subject, payment.Holder, MessageType.Seev035, version - 1)));
            w.In("NtfctnId", () => w.Id("Id", AnnouncementId(announcement, announcement.Version, 0)));
            w.In("CorpActnGnlInf", () =>
            {
                w.Id("CorpActnEvtId", subject.Id);
                w.InCode("EvtTp", CodeOf(subject.Type));
                w.InCode("MndtryVlntryEvtTp", announcement.Options.Count > 1 ? "CHOS" : "MAND");
                w.In("UndrlygScty", () => w.Security("FinInstrmId", subject.Security));
            });
            w.In("AcctDtls", () => w.In("AcctsListAndBalDtls", () =>
            {
                w.Id("SfkpgAcct", payment.SafekeepingAccount);
                w.In("Bal", () => w.In("TtlElgblBal", () => w.In("Bal", () => w.In("QtyChc", () => w.In("SgndQty", () =>
                {
                    w.Code("ShrtLngPos", "LONG");
                    w.FaceAmount("Qty", payment.Held);
                })))));
            }));
            w.In("CorpActnDtls", () => w.In("DtDtls", () => w.InDate("RcrdDt", subject.RecordDate)));
            w.In("CorpActnMvmntDtls", () =>
            {
                Option(w, payment.Option);
                w.InCode("OptnTp", "CASH");
                w.Code("CcyOptn", payment.Net.Currency.Code);
                w.In("DfltPrcgOrStgInstr", () => w.Code("DfltOptnInd", payment.Option == announcement.Default ? "true" : "false"));
                w.In("CshMvmntDtls", () =>
                {
                    w.Code("CdtDbtInd", "CRDT");
                    if (payment.Account is { } account) w.AccountChoice("CshAcctId", account);
                    w.In("AmtDtls", () =>
                    {
                        w.Amount("GrssCshAmt", Received(payment));
                        w.Amount("NetCshAmt", payment.Net);
                        if (subject.Type == EventType.Interest) w.Amount("IntrstAmt", payment.Gross);
                        if (payment.Withheld.Minor > 0) w.Amount("WhldgTaxAmt", payment.Withheld);
                        if (payment.Costs.Minor > 0) w.Amount("ChrgsAmt", payment.Costs);
                        w.Amount("EntitldAmt", payment.Gross);
                        if (payment.Exchange is not null) w.Amount("OrgnlAmt", payment.Gross - payment.Withheld);
                    });
                    w.In("DtDtls", () => w.InDate("PmtDt", subject.PaymentDate));
                    Exchange(w, payment);
                });
            });
        });
    }

    /// <summary>seev.036.001.15: what a holder was paid, once the payment itself is confirmed. Refused as <see cref="Advise"/>.</summary>
    /// <param name="posted">The day on which it was posted.</param>
    public static Outcome<OutboundMessage> Confirm(CorporateEvent subject, HolderPayment payment, DateOnly posted)
    {
        if (Fault(payment) is { } fault) return fault;
        var id = ConfirmationId(subject, payment.Holder);
        return MessageWriter.Write(MessageType.Seev036, id, w =>
        {
            General(w, subject);
            w.In("AcctDtls", () =>
            {
                w.Id("SfkpgAcct", payment.SafekeepingAccount);
                w.In("Bal", () => Balance(w, payment.Held));
            });
            w.In("CorpActnDtls", () => w.In("DtDtls", () => w.InDate("RcrdDt", subject.RecordDate)));
            w.In("CorpActnConfDtls", () =>
            {
                w.In("OptnNb", () => Option(w, payment.Option, "Nb"));
                w.InCode("OptnTp", "CASH");
                w.Code("CcyOptn", payment.Net.Currency.Code);
                w.In("CshMvmntDtls", () =>
                {
                    w.Code("CdtDbtInd", "CRDT");
                    if (payment.Account is { } account) w.In("Acct", () => w.AccountChoice("CshAcct", account));
                    w.In("AmtDtls", () =>
                    {
                        w.Amount("PstngAmt", payment.Net);
                        w.Amount("GrssCshAmt", Received(payment));
                        w.Amount("NetCshAmt", payment.Net);
                        if (subject.Type == EventType.Interest) w.Amount("IntrstAmt", payment.Gross);
                        if (payment.Withheld.Minor > 0) w.Amount("WhldgTaxAmt", payment.Withheld);
                        if (payment.Costs.Minor > 0) w.Amount("ChrgsAmt", payment.Costs);
                        if (payment.Exchange is not null) w.Amount("OrgnlAmt", payment.Gross - payment.Withheld);
                        if (subject.Type != EventType.Interest) w.Amount("PrncplOrCrps", payment.Gross);
                    });
                    w.In("DtDtls", () =>
                    {
                        w.InDate("PstngDt", posted);
                        w.Date("ValDt", subject.PaymentDate);
                        w.Date("PmtDt", subject.PaymentDate);
                    });
                    Exchange(w, payment);
                });
            });
        });
    }

    /// <summary>The identification of the confirmation of a holder's payment, to which a reversal refers.</summary>
    public static string ConfirmationId(CorporateEvent subject, string holder) => MovementId(subject, holder, MessageType.Seev036, 1);

    /// <summary>seev.037.001.15: a confirmed payment is reversed. Refused as <see cref="Advise"/>.</summary>
    /// <param name="confirmed">The day on which it had been posted.</param>
    /// <param name="reversed">The day on which the reversal is posted.</param>
    public static Outcome<OutboundMessage> Reverse(CorporateEvent subject, HolderPayment payment, ReversalReason reason, string? text, DateOnly confirmed, DateOnly reversed)
    {
        if (Fault(payment) is { } fault) return fault;
        var id = MovementId(subject, payment.Holder, MessageType.Seev037, 1);
        return MessageWriter.Write(MessageType.Seev037, id, w =>
        {
            w.In("MvmntConfId", () => w.Id("Id", ConfirmationId(subject, payment.Holder)));
            w.In("RvslRsn", () =>
            {
                w.InCode("Rsn", CodeOf(reason));
                if (text is not null) w.Text("AddtlRsnInf", text, 256);
            });
            General(w, subject);
            w.In("AcctDtls", () =>
            {
                w.Id("SfkpgAcct", payment.SafekeepingAccount);
                Balance(w, payment.Held);
            });
            w.In("CorpActnConfDtls", () =>
            {
                w.In("OptnNb", () => Option(w, payment.Option, "Nb"));
                w.InCode("OptnTp", "CASH");
                w.In("CshMvmntDtls", () =>
                {
                    w.Code("CdtDbtInd", "DBIT");
                    if (payment.Account is { } account) w.In("Acct", () => w.AccountChoice("CshAcct", account));
                    w.InDate("PstngDt", reversed);
                    w.InDate("OrgnlPstngDt", confirmed);
                    w.Date("ValDt", subject.PaymentDate);
                    w.Amount("PstngAmt", payment.Net);
                });
            });
        });
    }

    /// <summary>seev.034.001.14: what became of an election. Refused where a text cannot be carried.</summary>
    /// <param name="election">The identification that the election's header had.</param>
    /// <param name="ordinal">1 for the first answer to it.</param>
    public static Outcome<OutboundMessage> Answer(CorporateEvent subject, string election, ElectionAnswer answer, int ordinal)
    {
        var id = MessageIds.Of(MessageIdKind.Message, subject.Series, subject.Name, MessageType.Seev034.Name, election, ordinal.ToString(CultureInfo.InvariantCulture));
        return MessageWriter.Write(MessageType.Seev034, id, w =>
        {
            w.In("InstrId", () => w.Id("Id", election));
            w.In("CorpActnGnlInf", () =>
            {
                w.Id("CorpActnEvtId", subject.Id);
                w.InCode("EvtTp", CodeOf(subject.Type));
            });
            w.In("InstrPrcgSts", () =>
            {
                switch (answer)
                {
                    case ElectionAnswer.Accepted:
                        w.In("AccptdForFrthrPrcg", () => w.Code("NoSpcfdRsn", "NORE"));
                        break;
                    case ElectionAnswer.Pending:
                        w.In("Pdg", () => w.Code("NoSpcfdRsn", "NORE"));
                        break;
                    case ElectionAnswer.Rejected rejected:
                        w.In("Rjctd", () => w.In("Rsn", () =>
                        {
                            w.InCode("RsnCd", CodeOf(rejected.Fault));
                            w.Text("AddtlRsnInf", rejected.Why, 210);
                        }));
                        break;
                }
            });
        });
    }

    /// <summary>seev.039.001.12: an announcement is withdrawn. Refused where the text (140 characters) cannot be carried.</summary>
    public static Outcome<OutboundMessage> Withdraw(Announcement announcement, string why)
    {
        var subject = announcement.Event;
        var id = MessageIds.Of(MessageIdKind.Message, subject.Series, subject.Name, MessageType.Seev039.Name);
        return MessageWriter.Write(MessageType.Seev039, id, w =>
        {
            w.In("CxlAdvcGnlInf", () =>
            {
                w.Code("CxlRsnCd", "WITH");
                w.Text("CxlRsn", why, 140);
                w.In("PrcgSts", () =>
                {
                    w.Code("EvtCmpltnsSts", "COMP");
                    w.Code("EvtConfSts", "CONF");
                });
            });
            w.In("CorpActnGnlInf", () =>
            {
                w.Id("CorpActnEvtId", subject.Id);
                w.InCode("EvtTp", CodeOf(subject.Type));
                w.InCode("MndtryVlntryEvtTp", announcement.Options.Count > 1 ? "CHOS" : "MAND");
                w.Security("FinInstrmId", subject.Security);
            });
            w.In("AcctsDtls", () => w.In("ForAllAccts", () => w.Code("IdCd", "GENR")));
        });
    }

    private static void General(MessageWriter w, CorporateEvent subject) => w.In("CorpActnGnlInf", () =>
    {
        w.Id("CorpActnEvtId", subject.Id);
        w.InCode("EvtTp", CodeOf(subject.Type));
        w.Security("FinInstrmId", subject.Security);
    });

    private static void Balance(MessageWriter w, Money held) => w.In("ConfdBal", () => w.In("Bal", () =>
    {
        w.Code("ShrtLngPos", "LONG");
        w.In("QtyChc", () => w.FaceAmount("Qty", held));
    }));

    private static void Option(MessageWriter w, int number, string name = "OptnNb") => w.Code(name, number.ToString("000", CultureInfo.InvariantCulture));

    private static void Exchange(MessageWriter w, HolderPayment payment)
    {
        if (payment.Exchange is not { } exchange) return;
        w.In("FXDtls", () =>
        {
            w.Code("UnitCcy", exchange.Bought.Currency.Code);
            w.Code("QtdCcy", payment.Gross.Currency.Code);
            w.Decimal("XchgRate", exchange.Rate);
            w.Amount("RsltgAmt", exchange.Bought);
        });
    }

    /// <summary>What arrives before costs: what was bought or, without an exchange, the gross amount.</summary>
    private static Money Received(HolderPayment payment) => payment.Exchange?.Bought ?? payment.Gross;

    /// <summary>Every rate and amount exactly, also where its decimals do not end and the coded elements cannot carry it.</summary>
    private static IEnumerable<string> InWords(Announcement announcement)
    {
        if (announcement.RatePerAnnum is { } rate) yield return $"Rate per annum: {Show(rate)} percent.";
        if (announcement.RateOfPeriod is { } ofPeriod) yield return $"Rate of the period: {Show(ofPeriod)} percent of principal, unrounded.";
        foreach (var option in announcement.Options)
            yield return option.PerDenomination is { } per
                ? $"Option {option.Number}: {option.Currency} {Show(per)} for {announcement.Event.Denomination.ToDisplay()} of principal, unrounded."
                : $"Option {option.Number}: {option.Currency}, at an exchange rate to be determined.";
        foreach (var line in announcement.Text) yield return line;
    }

    private static string Show(Ratio value) => value.TryDecimal(out var exact) ? exact.ToString("0.############################", CultureInfo.InvariantCulture) : value.ToString();

    private static string? Previous(Announcement announcement) => announcement switch
    {
        { Reminder: > 0 } => AnnouncementId(announcement, announcement.Version, announcement.Reminder - 1),
        { Version: > 1 } => AnnouncementId(announcement, announcement.Version - 1, 0),
        _ => null,
    };

    private static string AnnouncementId(Announcement announcement, int version, int reminder) => MessageIds.Of(
        MessageIdKind.Message, announcement.Event.Series, announcement.Event.Name, MessageType.Seev031.Name,
        version.ToString(CultureInfo.InvariantCulture), reminder.ToString(CultureInfo.InvariantCulture));

    private static string MovementId(CorporateEvent subject, string holder, MessageType type, int version) =>
        MessageIds.Of(MessageIdKind.Message, subject.Series, subject.Name, type.Name, holder, version.ToString(CultureInfo.InvariantCulture));

    private static Refusal? Fault(Announcement announcement)
    {
        var options = announcement.Options;
        var name = announcement.Event.Name;
        if (options.Count == 0) return Refusal.Of(MessageWriteRefusal.MessageEmpty, $"The announcement of {name} has no option; a payment has at least one.");
        if (options.FirstOrDefault(o => o.Number is < 1 or > 999) is { } odd)
            return Refusal.Of(MessageWriteRefusal.OptionsInvalid, $"The announcement of {name} has an option {odd.Number}; options are numbered from 1 to 999.");
        if (options.GroupBy(o => o.Number).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Refusal.Of(MessageWriteRefusal.OptionsInvalid, $"The announcement of {name} has {twice.Count()} options of the number {twice.Key}.");
        if (options.All(o => o.Number != announcement.Default))
            return Refusal.Of(MessageWriteRefusal.OptionsInvalid, $"The announcement of {name} names option {announcement.Default} as what applies by default, and has no such option.");
        if (options.Count > 1 && announcement.Deadline is null)
            return Refusal.Of(MessageWriteRefusal.OptionsInvalid, $"The announcement of {name} gives a choice among {options.Count} options without a deadline.");
        return null;
    }

    private static Refusal? Fault(HolderPayment payment)
    {
        if (payment.Option is < 1 or > 999)
            return Refusal.Of(MessageWriteRefusal.OptionsInvalid, $"{payment.Holder} is paid under option {payment.Option}; options are numbered from 1 to 999.");
        var owed = payment.Gross.Currency;
        var paid = payment.Exchange?.Bought.Currency ?? owed;
        if (payment.Withheld.Currency != owed || payment.Costs.Currency != paid || payment.Net.Currency != paid)
            return Refusal.Of(MessageWriteRefusal.CurrencyMismatch,
                $"{payment.Holder}: {payment.Gross.ToDisplay()} gross, {payment.Withheld.ToDisplay()} withheld, {payment.Costs.ToDisplay()} costs and {payment.Net.ToDisplay()} net are not in the currencies that belong to them.");
        if (payment.Exchange is { } exchange && (exchange.Rate <= 0 || MessageWriter.Fits(Ratio.Of(exchange.Rate), 10, 11) is null))
            return Refusal.Of(MessageWriteRefusal.AmountUnsendable, $"{payment.Holder}: the exchange rate {exchange.Rate.ToString(CultureInfo.InvariantCulture)} is not above zero with at most eleven digits.");
        foreach (var amount in new[] { payment.Held, payment.Gross, payment.Withheld, payment.Costs, payment.Net })
            if (amount.Minor < 0) return Refusal.Of(MessageWriteRefusal.AmountUnsendable, $"{payment.Holder}: {amount.ToDisplay()} is below zero.");
        var available = payment.Exchange?.Bought ?? payment.Gross - payment.Withheld;
        if ((available - payment.Costs).CompareTo(payment.Net) != 0)
            return Refusal.Of(MessageWriteRefusal.SumDiffers,
                $"{payment.Holder}: {available.ToDisplay()} less costs of {payment.Costs.ToDisplay()} is {(available - payment.Costs).ToDisplay()}, not {payment.Net.ToDisplay()}.");
        return null;
    }

    private static string CodeOf(EventType type) => type switch
    {
        EventType.Interest => "INTR",
        EventType.FinalRedemption => "REDM",
        EventType.FullCall => "MCAL",
        EventType.PartialCall => "PCAL",
    };

    private static string CodeOf(ReversalReason reason) => reason switch
    {
        ReversalReason.FundsNotReceived => "FNRC",
        ReversalReason.NotDue => "UPAY",
        ReversalReason.WrongValueDate => "IVAD",
        ReversalReason.WrongCurrency => "IPCU",
        ReversalReason.WrongPrice => "IPRI",
        ReversalReason.WrongRecordDate => "IRED",
    };

    private static string CodeOf(ElectionFault fault) => fault switch
    {
        ElectionFault.Late => "LATE",
        ElectionFault.EventUnknown => "ULNK",
        ElectionFault.OptionUnknown => "OPNM",
        ElectionFault.QuantityTooLarge => "DQUA",
        ElectionFault.AccountUnknown => "SAFE",
        ElectionFault.Other => "OTHR",
    };
}
