using Indenture.Core;
using static Indenture.Messages.Fields;
using static Indenture.Messages.Shared;

namespace Indenture.Messages;

/// <summary>What became of a recall.</summary>
public enum RecallOutcome
{
    /// <summary>CNCL, or ACCR for one payment: it is cancelled; the money itself is reported as a credit.</summary>
    Cancelled,
    /// <summary>PECR: some of several.</summary>
    PartlyCancelled,
    /// <summary>PDCR.</summary>
    Pending,
    /// <summary>RJCR.</summary>
    Rejected,
}

/// <summary>The answer for one payment. At least one of its references is there.</summary>
public sealed record RecalledPayment(
    string? Id, string? OriginalMessage, string? InstructionId, string? EndToEndId, string? TransactionId, string? Uetr, RecallOutcome Outcome, IReadOnlyList<string> Reasons, Money? Amount, DateOnly? SettlementDate);

public abstract partial record InboundMessage
{
    /// <summary>camt.029.001.09: the answer to a recall. A cancellation is only an answer: what comes back is a credit that is reported as one.</summary>
    public sealed record RecallAnswer(MessageReference Reference, RecallOutcome Outcome, IReadOnlyList<RecalledPayment> Payments) : InboundMessage
    {
        private static readonly Dictionary<string, RecallOutcome> Whole = new()
        {
            ["CNCL"] = RecallOutcome.Cancelled, ["PECR"] = RecallOutcome.PartlyCancelled, ["PDCR"] = RecallOutcome.Pending, ["RJCR"] = RecallOutcome.Rejected,
        };

        private static readonly Dictionary<string, RecallOutcome> One = new()
        {
            ["ACCR"] = RecallOutcome.Cancelled, ["PDCR"] = RecallOutcome.Pending, ["RJCR"] = RecallOutcome.Rejected,
        };

        internal static Func<MessageElement, InboundMessage> Reader(MessageHeader? header) => Group(f =>
        {
            var id = f.One("Assgnmt", Group(a =>
            {
                var assignment = a.One("Id", Text35);
                a.One("Assgnr", PartyOrAgent);
                a.One("Assgne", PartyOrAgent);
                a.One("CreDtTm", Time);
                return assignment;
            }));
            f.Optional("RslvdCase", Case);
            var outcome = f.One("Sts", Group(s => s.One("Conf", Code(Whole))));
            var payments = f.Many("CxlDtls", Group(d => d.Some("TxInfAndSts", Payment))).SelectMany(p => p).ToList();
            f.End();
            if (payments.GroupBy(p => (p.OriginalMessage, p.InstructionId, p.EndToEndId, p.TransactionId, p.Uetr)).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw Refuse(MessageReadRefusal.ReferenceRepeated, $"{f.Place} speaks {twice.Count()} times of the payment {twice.Key.Uetr ?? twice.Key.EndToEndId ?? twice.Key.InstructionId ?? twice.Key.TransactionId}.");
            return new RecallAnswer(new MessageReference(MessageType.Camt029.Name, header?.From.Code ?? "", id, ""), outcome, payments);
        });

        private static Func<MessageElement, string> Case => Group(f =>
        {
            var id = f.One("Id", Text35);
            f.One("Cretr", PartyOrAgent);
            return id;
        });

        private static Func<MessageElement, RecalledPayment> Payment => Group(f =>
        {
            var id = f.Optional("CxlStsId", Text35);
            f.Optional("RslvdCase", Case);
            var message = f.Optional("OrgnlGrpInf", Group(g =>
            {
                var original = g.One("OrgnlMsgId", Text35);
                g.One("OrgnlMsgNmId", Text35);
                g.Optional("OrgnlCreDtTm", Time);
                return original;
            }));
            var instruction = f.Optional("OrgnlInstrId", Text35);
            var endToEnd = f.Optional("OrgnlEndToEndId", Text35);
            var transaction = f.Optional("OrgnlTxId", Text35);
            f.Optional("OrgnlClrSysRef", Text35);
            var uetr = f.Optional("OrgnlUETR", UetrCode);
            var outcome = f.One("TxCxlSts", Code(One));
            var reasons = f.Many("CxlStsRsnInf", Group(r =>
            {
                r.Optional("Orgtr", Party);
                var reason = r.Optional("Rsn", Reason);
                return string.Join(": ", new[] { reason ?? "" }.Concat(r.Many("AddtlInf", Text(105))).Where(t => t.Length > 0));
            }));
            var amount = f.Optional("OrgnlIntrBkSttlmAmt", Amount);
            var date = f.OptionalValue("OrgnlIntrBkSttlmDt", Date);
            f.End();
            if (instruction is null && endToEnd is null && transaction is null && uetr is null)
                throw Refuse(MessageReadRefusal.ReferenceMissing, $"{f.Place} names no payment: it has none of OrgnlInstrId, OrgnlEndToEndId, OrgnlTxId and OrgnlUETR.");
            return new RecalledPayment(id, message, instruction, endToEnd, transaction, uetr, outcome, reasons, amount, date);
        });
    }
}
