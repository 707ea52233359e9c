using Indenture.Core;
using static Indenture.Messages.Fields;
using static Indenture.Messages.Shared;

namespace Indenture.Messages;

/// <summary>How far a payment has come, as a bank says.</summary>
public enum PaymentProgress
{
    /// <summary>RCVD.</summary>
    Received,
    /// <summary>ACTC, ACCP, ACFC: its form, its customer or its cover were found in order.</summary>
    Accepted,
    /// <summary>ACWC: accepted after the bank changed something, such as the date. A person looks.</summary>
    AcceptedWithChange,
    /// <summary>ACSP, ACWP, PDNG.</summary>
    InProcess,
    /// <summary>ACSC: settled on the debtor's side.</summary>
    Settled,
    /// <summary>ACCC: settled on the creditor's account.</summary>
    Credited,
    /// <summary>PART: of a group, some are accepted and some are not.</summary>
    Partly,
    /// <summary>BLCK: held, such as for sanctions.</summary>
    Blocked,
    /// <summary>CANC.</summary>
    Cancelled,
    /// <summary>RJCT.</summary>
    Rejected,
}

/// <summary>What is said of a message, or of a group in it, as a whole.</summary>
/// <param name="OriginalGroup">The group within the message; null where the message as a whole is meant.</param>
/// <param name="Progress">Null where only the payments are spoken of.</param>
public sealed record GroupProgress(string OriginalMessage, string OriginalType, string? OriginalGroup, PaymentProgress? Progress, IReadOnlyList<string> Reasons);

/// <summary>What is said of one payment. At least one of its references is there.</summary>
/// <param name="Id">The bank's identification of this statement.</param>
/// <param name="SettledOn">Where stated.</param>
public sealed record PaymentStatement(
    string? Id, string? OriginalMessage, string? OriginalGroup, string? InstructionId, string? EndToEndId, string? TransactionId, string? Uetr, PaymentProgress Progress,
    IReadOnlyList<string> Reasons, DateOnly? SettledOn, string? BankReference, Money? Amount);

public abstract partial record InboundMessage
{
    /// <summary>What became of payments sent: pacs.002.001.10 for pacs.008 and pacs.009, pain.002.001.10 for pain.001.</summary>
    public sealed record PaymentReport(MessageReference Reference, IReadOnlyList<GroupProgress> Groups, IReadOnlyList<PaymentStatement> Payments) : InboundMessage
    {
        private static readonly Dictionary<string, PaymentProgress> Codes = new()
        {
            ["RCVD"] = PaymentProgress.Received, ["ACTC"] = PaymentProgress.Accepted, ["ACCP"] = PaymentProgress.Accepted, ["ACFC"] = PaymentProgress.Accepted,
            ["ACWC"] = PaymentProgress.AcceptedWithChange, ["ACSP"] = PaymentProgress.InProcess, ["ACWP"] = PaymentProgress.InProcess, ["PDNG"] = PaymentProgress.InProcess,
            ["ACSC"] = PaymentProgress.Settled, ["ACCC"] = PaymentProgress.Credited, ["PART"] = PaymentProgress.Partly, ["BLCK"] = PaymentProgress.Blocked,
            ["CANC"] = PaymentProgress.Cancelled, ["RJCT"] = PaymentProgress.Rejected,
        };

        internal static Func<MessageElement, InboundMessage> OfBanks(MessageHeader? header) => Group(f =>
        {
            var id = f.One("GrpHdr", Group(h =>
            {
                var message = h.One("MsgId", Text35);
                h.One("CreDtTm", Time);
                h.Optional("InstgAgt", BankId);
                h.Optional("InstdAgt", BankId);
                return message;
            }));
            var groups = f.Many("OrgnlGrpInfAndSts", Whole);
            var payments = f.Many("TxInfAndSts", Payment(null, null));
            return Complete(f, MessageType.Pacs002, header, id, groups, payments);
        });

        internal static Func<MessageElement, InboundMessage> OfCustomer(MessageHeader? header) => Group(f =>
        {
            var id = f.One("GrpHdr", Group(h =>
            {
                var message = h.One("MsgId", Text35);
                h.One("CreDtTm", Time);
                h.Optional("InitgPty", Party);
                h.Optional("FwdgAgt", BankId);
                h.Optional("DbtrAgt", BankId);
                return message;
            }));
            var whole = f.One("OrgnlGrpInfAndSts", Whole);
            var parts = f.Many("OrgnlPmtInfAndSts", Group(g =>
            {
                var group = g.One("OrgnlPmtInfId", Text35);
                Counts(g);
                var progress = g.OptionalValue("PmtInfSts", Code(Codes));
                var reasons = g.Many("StsRsnInf", StatusReason);
                return (Group: whole with { OriginalGroup = group, Progress = progress, Reasons = reasons }, Payments: g.Many("TxInfAndSts", Payment(whole.OriginalMessage, group)));
            }));
            return Complete(f, MessageType.Pain002, header, id, [whole, .. parts.Select(p => p.Group)], [.. parts.SelectMany(p => p.Payments)]);
        });

        private static PaymentReport Complete(Fields f, MessageType type, MessageHeader? header, string id, IReadOnlyList<GroupProgress> groups, IReadOnlyList<PaymentStatement> payments)
        {
            f.End();
            if (groups.All(g => g.Progress is null) && payments.Count == 0)
                throw Refuse(MessageReadRefusal.ElementMissing, $"{f.Place} states the progress of no group and of no payment.");
            if (payments.GroupBy(p => (p.OriginalMessage, p.OriginalGroup, p.InstructionId, p.EndToEndId, p.TransactionId, p.Uetr)).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw Refuse(MessageReadRefusal.ReferenceRepeated, $"{f.Place} speaks {twice.Count()} times of the payment {twice.Key.Uetr ?? twice.Key.EndToEndId ?? twice.Key.InstructionId ?? twice.Key.TransactionId}.");
            return new PaymentReport(new MessageReference(type.Name, header?.From.Code ?? "", id, ""), groups, payments);
        }

        private static Func<MessageElement, GroupProgress> Whole => Group(f =>
        {
            var message = f.One("OrgnlMsgId", Text35);
            var type = f.One("OrgnlMsgNmId", Text35);
            f.Optional("OrgnlCreDtTm", Time);
            Counts(f);
            var progress = f.OptionalValue("GrpSts", Code(Codes));
            return new GroupProgress(message, type, null, progress, f.Many("StsRsnInf", StatusReason));
        });

        private static void Counts(Fields f)
        {
            f.OptionalValue("OrgnlNbOfTxs", Count);
            f.OptionalValue("OrgnlCtrlSum", Quantity);
        }

        private static Func<MessageElement, string> StatusReason => Group(f =>
        {
            f.Optional("Orgtr", Party);
            var reason = f.Optional("Rsn", Reason);
            return string.Join(": ", new[] { reason ?? "" }.Concat(f.Many("AddtlInf", Text(105))).Where(r => r.Length > 0));
        });

        /// <summary>A payment; within pain.002 it stands inside its group, within pacs.002 it names its message itself.</summary>
        private static Func<MessageElement, PaymentStatement> Payment(string? message, string? group) => Group(f =>
        {
            var inGroup = group is not null;
            var id = f.Optional("StsId", Text35);
            var original = inGroup ? message : f.Optional("OrgnlGrpInf", OriginalMessage);
            var instruction = f.Optional("OrgnlInstrId", Text35);
            var endToEnd = f.Optional("OrgnlEndToEndId", Text35);
            var transaction = inGroup ? null : f.Optional("OrgnlTxId", Text35);
            var uetr = f.Optional("OrgnlUETR", UetrCode);
            var progress = f.One("TxSts", Code(Codes));
            var reasons = f.Many("StsRsnInf", StatusReason);
            f.Optional("AccptncDtTm", Time);
            var settled = inGroup ? null : f.OptionalValue("FctvIntrBkSttlmDt", Day);
            var bank = f.Optional("AcctSvcrRef", Text35);
            f.Optional("ClrSysRef", Text35);
            if (!inGroup)
            {
                f.Optional("InstgAgt", BankId);
                f.Optional("InstdAgt", BankId);
            }
            var amount = f.Optional("OrgnlTxRef", Group(r =>
            {
                var settlement = r.Optional("IntrBkSttlmAmt", Amount);
                var instructed = r.Optional("Amt", Group(a => a.One("InstdAmt", Amount)));
                r.OptionalValue("IntrBkSttlmDt", Date);
                r.OptionalValue("ReqdExctnDt", Day);
                return Tuple.Create(settlement ?? instructed);
            }))?.Item1;
            f.End();
            if (instruction is null && endToEnd is null && transaction is null && uetr is null)
                throw Refuse(MessageReadRefusal.ReferenceMissing, $"{f.Place} names no payment: it has none of OrgnlInstrId, OrgnlEndToEndId, OrgnlTxId and OrgnlUETR.");
            return new PaymentStatement(id, original, group, instruction, endToEnd, transaction, uetr, progress, reasons, settled, bank, amount);
        });

        private static Func<MessageElement, string> OriginalMessage => Group(f =>
        {
            var message = f.One("OrgnlMsgId", Text35);
            f.One("OrgnlMsgNmId", Text35);
            f.Optional("OrgnlCreDtTm", Time);
            return message;
        });
    }
}
