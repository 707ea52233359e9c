using Indenture.Core;
using static Indenture.Messages.Fields;
using static Indenture.Messages.Shared;

namespace Indenture.Messages;

public abstract partial record InboundMessage
{
    /// <summary>
    /// sese.025.001.11: a delivery of notes against payment settled, in whole or in part. Only deliveries against payment are read: a closing has no other.
    /// </summary>
    /// <param name="Transaction">Our own identification, as sese.023 gave it.</param>
    /// <param name="Settled">The day on which it settled.</param>
    /// <param name="Face">Principal delivered now, in major units of the notes' currency.</param>
    /// <param name="Remaining">Principal still to be delivered; zero where nothing is said to be.</param>
    /// <param name="Money">Money received or paid now.</param>
    public sealed record SettlementConfirmation(
        MessageReference Reference, string Transaction, string? DepositaryReference, NamedSecurity Security, DateOnly Settled, decimal Face, decimal Remaining, Money Money, Direction Direction) : InboundMessage
    {
        private static readonly Dictionary<string, string> Delivery = new() { ["DELI"] = "DELI" };
        private static readonly Dictionary<string, string> AgainstPayment = new() { ["APMT"] = "APMT" };

        internal static Func<MessageElement, InboundMessage> Reader(MessageHeader? header) => Group(f =>
        {
            var (ours, theirs) = f.One("TxIdDtls", Group(t =>
            {
                var own = t.One("AcctOwnrTxId", Text35);
                var servicer = t.Optional("AcctSvcrTxId", Text35);
                t.Optional("MktInfrstrctrTxId", Text35);
                t.One("SctiesMvmntTp", Code(Delivery));
                t.One("Pmt", Code(AgainstPayment));
                return (own, servicer);
            }));
            var settled = f.One("TradDtls", Group(t =>
            {
                t.OptionalValue("TradDt", DateChoice);
                t.OptionalValue("SttlmDt", DateChoice);
                return t.One("FctvSttlmDt", DateChoice);
            }));
            var security = f.One("FinInstrmId", SecurityId);
            var (face, remaining) = f.One("QtyAndAcctDtls", Group(q =>
            {
                var now = q.One("SttldQty", Group(c => c.One("Qty", FaceAmount)));
                q.OptionalValue("PrevslySttldQty", FaceAmount);
                var rest = q.OptionalValue("RmngToBeSttldQty", FaceAmount) ?? 0;
                q.Optional("SfkpgAcct", Group(a => a.One("Id", Text35)));
                return (now, rest);
            }));
            f.One("SttlmParams", Group(p => p.One("SctiesTxTp", Group(t => t.One("Cd", Code4)))));
            f.Optional("DlvrgSttlmPties", Parties);
            f.Optional("RcvgSttlmPties", Parties);
            var (amount, direction) = f.One("SttldAmt", Group(a => (a.One("Amt", Amount), a.One("CdtDbtInd", CreditOrDebit))));
            f.End();
            var reference = header is not null
                ? new MessageReference(MessageType.Sese025.Name, header.From.Code, header.Message, "")
                : theirs is not null
                    ? new MessageReference(MessageType.Sese025.Name, "", theirs, "")
                    : throw Refuse(MessageReadRefusal.ReferenceMissing, $"{f.Place} came without a header and has no AcctSvcrTxId: it could not be told from another confirmation.");
            return new SettlementConfirmation(reference, ours, theirs, security, settled, face, remaining, amount, direction);
        });

        private static Func<MessageElement, DateOnly> DateChoice => Group(f => f.One("Dt", Day));

        private static Func<MessageElement, string> Parties => Group(f =>
        {
            f.Optional("Dpstry", Group(d => d.One("Id", Group(i => i.One("AnyBIC", BicCode)))));
            f.Optional("Pty1", Group(p => p.One("Id", Shared.Owner)));
            f.Optional("Pty2", Group(p => p.One("Id", Shared.Owner)));
            return "";
        });
    }
}
