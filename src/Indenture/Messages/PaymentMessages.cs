using Indenture.Core;

namespace Indenture.Messages;

/// <summary>What a payment is for. Interest and principal are never one run, so never one message.</summary>
public enum PaymentPurpose { Interest, Principal }

/// <summary>Who pays: the paying agent, from the account that holds the money of the run.</summary>
/// <param name="Bank">The bank that keeps the account.</param>
public sealed record Payer(MessageParty Party, CashAccount Account, Bank Bank);

/// <summary>Who is paid, by the settlement instructions in force.</summary>
/// <param name="Bank">The bank that keeps the account.</param>
/// <param name="OwnBic">The payee's own BIC where it is a bank or a depositary; null where it is none.</param>
public sealed record Payee(MessageParty Party, CashAccount Account, Bank Bank, Bic? OwnBic = null);

/// <summary>One payment of a run.</summary>
/// <param name="Holder">The key under which the run pays it once; the payment's identifications are made of it.</param>
/// <param name="Text">For the payee, such as the series and the period; 140 characters at most.</param>
public sealed record RunPayment(string Holder, Money Amount, Payee Payee, string Text);

/// <summary>The payments of a run, or a chunk of them, as they are sent.</summary>
/// <param name="Chunk">The ordinal of the chunk within the run; a chunk once sent keeps its payments.</param>
/// <param name="Created">When the intent to send was recorded, not when it is sent: a message sent again is the same bytes.</param>
public sealed record PaymentRun(
    string Series, string Run, int Chunk, PaymentPurpose Purpose, DateOnly PaymentDate, DateTimeOffset Created, Payer Payer, IReadOnlyList<RunPayment> Payments);

/// <summary>How banks settle between themselves.</summary>
public abstract record SettlementRoute
{
    private SettlementRoute() { }

    /// <summary>On the account that one keeps with the other.</summary>
    public sealed record Correspondent : SettlementRoute;

    /// <summary>Through a clearing system: its code of up to three characters, such as FDW, CHP or TGT.</summary>
    public sealed record Clearing(string System) : SettlementRoute;
}

/// <summary>From which bank to which, and how it settles.</summary>
public sealed record Interbank(Bank Sender, Bank Receiver, SettlementRoute Settlement);

/// <summary>The permanent identifications of one payment. The same payment has the same in every message that speaks of it.</summary>
public sealed record PaymentReferences(string InstructionId, string EndToEndId, string Uetr)
{
    public static PaymentReferences Of(string series, string run, string holder) => new(
        MessageIds.Of(MessageIdKind.Instruction, series, run, holder),
        MessageIds.Of(MessageIdKind.EndToEnd, series, run, holder),
        MessageIds.Uetr(series, run, holder));
}

/// <summary>Payments of a run as messages: pain.001 to the agent's own bank, or pacs.009 and pacs.008 to another, as the caller chooses.</summary>
public static class PaymentMessages
{
    /// <summary>
    /// pain.001.001.09: every payment of the chunk from one account on one date. The payer bears the charges: the holder receives what it is owed in full (AGY-4.3b).
    /// Refused MESSAGE-EMPTY, CURRENCY-MISMATCH, PAYMENT-REPEATED, AMOUNT-UNSENDABLE, and what a text cannot carry.
    /// </summary>
    public static Outcome<OutboundMessage> Initiation(PaymentRun run)
    {
        if (Fault(run) is { } fault) return fault;
        var id = IdOf(run, MessageType.Pain001, "");
        var total = run.Payments.Aggregate((Int128)0, (sum, p) => sum + p.Amount.Minor);
        if (total >= 1_000_000_000_000_000_000)
            return Refusal.Of(MessageWriteRefusal.AmountUnsendable, $"Chunk {run.Chunk} of run {run.Run} adds up to more than 18 digits.");
        var sum = new Money((long)total, run.Payments[0].Amount.Currency);
        return MessageWriter.Write(MessageType.Pain001, id, w =>
        {
            w.In("GrpHdr", () =>
            {
                w.Id("MsgId", id);
                w.Time("CreDtTm", run.Created);
                w.Number("NbOfTxs", run.Payments.Count);
                w.Code("CtrlSum", sum.ToString());
                w.Party("InitgPty", run.Payer.Party);
            });
            w.In("PmtInf", () =>
            {
                w.Id("PmtInfId", MessageIds.Of(MessageIdKind.Group, run.Series, run.Run, Ordinal(run)));
                w.Code("PmtMtd", "TRF");
                w.Number("NbOfTxs", run.Payments.Count);
                w.Code("CtrlSum", sum.ToString());
                w.InDate("ReqdExctnDt", run.PaymentDate);
                w.Party("Dbtr", run.Payer.Party);
                w.Account("DbtrAcct", run.Payer.Account);
                w.Agent("DbtrAgt", run.Payer.Bank);
                w.Code("ChrgBr", "DEBT");
                foreach (var payment in run.Payments)
                    w.In("CdtTrfTxInf", () =>
                    {
                        var references = PaymentReferences.Of(run.Series, run.Run, payment.Holder);
                        w.In("PmtId", () =>
                        {
                            w.Id("InstrId", references.InstructionId);
                            w.Id("EndToEndId", references.EndToEndId);
                            w.Code("UETR", references.Uetr);
                        });
                        w.In("Amt", () => w.Amount("InstdAmt", payment.Amount));
                        w.Agent("CdtrAgt", payment.Payee.Bank);
                        w.Party("Cdtr", payment.Payee.Party);
                        w.Account("CdtrAcct", payment.Payee.Account);
                        w.InCode("Purp", CodeOf(run.Purpose));
                        w.In("RmtInf", () => w.Text("Ustrd", payment.Text, 140));
                    });
            });
        });
    }

    /// <summary>pacs.009.001.08: one payment of the run to a payee that is a bank or a depositary. Refused as <see cref="Initiation"/>, and PAYEE-NOT-BANK.</summary>
    public static Outcome<OutboundMessage> BankTransfer(PaymentRun run, RunPayment payment, Interbank banks)
    {
        if (Fault(run) is { } fault) return fault;
        if (payment.Payee.OwnBic is not { } payee)
            return Refusal.Of(MessageWriteRefusal.PayeeNotBank, $"{payment.Payee.Party.Name} has no BIC of its own; pacs.009 only pays banks: use pacs.008 or pain.001.");
        var id = IdOf(run, MessageType.Pacs009, payment.Holder);
        return MessageWriter.Write(MessageType.Pacs009, id, w =>
        {
            Header(w, id, run, banks);
            w.In("CdtTrfTxInf", () =>
            {
                Identification(w, run, payment);
                w.Agent("Dbtr", banks.Sender);
                w.Account("DbtrAcct", run.Payer.Account);
                w.Agent("CdtrAgt", payment.Payee.Bank);
                w.Agent("Cdtr", new Bank.ByBic(payee));
                w.Account("CdtrAcct", payment.Payee.Account);
                w.InCode("Purp", CodeOf(run.Purpose));
                w.In("RmtInf", () => w.Text("Ustrd", payment.Text, 140));
            });
        });
    }

    /// <summary>pacs.008.001.08: one payment of the run to a payee that is no bank. The payer bears the charges (AGY-4.3b). Refused as <see cref="Initiation"/>.</summary>
    public static Outcome<OutboundMessage> CustomerTransfer(PaymentRun run, RunPayment payment, Interbank banks)
    {
        if (Fault(run) is { } fault) return fault;
        var id = IdOf(run, MessageType.Pacs008, payment.Holder);
        return MessageWriter.Write(MessageType.Pacs008, id, w =>
        {
            Header(w, id, run, banks);
            w.In("CdtTrfTxInf", () =>
            {
                Identification(w, run, payment);
                w.Code("ChrgBr", "DEBT");
                w.Party("Dbtr", run.Payer.Party);
                w.Account("DbtrAcct", run.Payer.Account);
                w.Agent("DbtrAgt", run.Payer.Bank);
                w.Agent("CdtrAgt", payment.Payee.Bank);
                w.Party("Cdtr", payment.Payee.Party);
                w.Account("CdtrAcct", payment.Payee.Account);
                w.InCode("Purp", CodeOf(run.Purpose));
                w.In("RmtInf", () => w.Text("Ustrd", payment.Text, 140));
            });
        });
    }

    /// <summary>The identification of the message that carries a payment: of the whole chunk for pain.001 (<paramref name="holder"/> empty), of the one payment for pacs.</summary>
    public static string IdOf(PaymentRun run, MessageType type, string holder) =>
        MessageIds.Of(MessageIdKind.Message, run.Series, run.Run, Ordinal(run), type.Name, holder);

    private static void Header(MessageWriter w, string id, PaymentRun run, Interbank banks) => w.In("GrpHdr", () =>
    {
        w.Id("MsgId", id);
        w.Time("CreDtTm", run.Created);
        w.Number("NbOfTxs", 1);
        w.In("SttlmInf", () =>
        {
            w.Code("SttlmMtd", banks.Settlement is SettlementRoute.Clearing ? "CLRG" : "INDA");
            if (banks.Settlement is SettlementRoute.Clearing clearing) w.In("ClrSys", () => w.Id("Cd", clearing.System, 3));
        });
        w.Agent("InstgAgt", banks.Sender);
        w.Agent("InstdAgt", banks.Receiver);
    });

    private static void Identification(MessageWriter w, PaymentRun run, RunPayment payment)
    {
        var references = PaymentReferences.Of(run.Series, run.Run, payment.Holder);
        w.In("PmtId", () =>
        {
            w.Id("InstrId", references.InstructionId);
            w.Id("EndToEndId", references.EndToEndId);
            w.Code("UETR", references.Uetr);
        });
        w.Amount("IntrBkSttlmAmt", payment.Amount);
        w.Date("IntrBkSttlmDt", run.PaymentDate);
    }

    private static Refusal? Fault(PaymentRun run)
    {
        if (run.Payments.Count == 0) return Refusal.Of(MessageWriteRefusal.MessageEmpty, $"Chunk {run.Chunk} of run {run.Run} has no payment.");
        var currency = run.Payments[0].Amount.Currency;
        if (run.Payments.FirstOrDefault(p => p.Amount.Currency != currency) is { } other)
            return Refusal.Of(MessageWriteRefusal.CurrencyMismatch, $"Run {run.Run} pays in {currency} and, to {other.Holder}, in {other.Amount.Currency}; one message has one currency.");
        if (run.Payments.GroupBy(p => p.Holder, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Refusal.Of(MessageWriteRefusal.PaymentRepeated, $"Run {run.Run} pays {twice.Key} {twice.Count()} times; a run pays a holder once.");
        if (run.Payments.FirstOrDefault(p => p.Amount.Minor <= 0) is { } nothing)
            return Refusal.Of(MessageWriteRefusal.AmountUnsendable, $"Run {run.Run} would pay {nothing.Amount.ToDisplay()} to {nothing.Holder}; a payment is above zero.");
        return null;
    }

    private static string Ordinal(PaymentRun run) => run.Chunk.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string CodeOf(PaymentPurpose purpose) => purpose switch
    {
        PaymentPurpose.Interest => "INTE",
        PaymentPurpose.Principal => "SECU",
    };
}
