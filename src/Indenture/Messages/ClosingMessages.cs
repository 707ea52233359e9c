using Indenture.Core;

namespace Indenture.Messages;

/// <summary>One underwriter's part of a closing: notes delivered against its purchase money, at the same moment.</summary>
/// <param name="SafekeepingAccount">The account at the depositary that the notes leave: 35 characters at most.</param>
/// <param name="Deliverer">Who delivers, at the depositary.</param>
/// <param name="Receiver">Who receives, at the depositary.</param>
/// <param name="PurchaseMoney">What is paid; a delivery without payment is never written here.</param>
public sealed record ClosingDelivery(
    string Series, string Offering, string Underwriter, Security Security, DateOnly TradeDate, DateOnly Closing, Money Principal, Money PurchaseMoney,
    string SafekeepingAccount, Bic Depositary, Bic Deliverer, Bic Receiver);

/// <summary>sese.023.001.11: the closing as a delivery against payment. Purchase money and notes change hands together or not at all.</summary>
public static class ClosingMessages
{
    /// <summary>Refused CURRENCY-MISMATCH, AMOUNT-UNSENDABLE, and what a text cannot carry.</summary>
    public static Outcome<OutboundMessage> Deliver(ClosingDelivery delivery)
    {
        if (delivery.Principal.Minor <= 0 || delivery.PurchaseMoney.Minor <= 0)
            return Refusal.Of(MessageWriteRefusal.AmountUnsendable,
                $"{delivery.Underwriter} would receive {delivery.Principal.ToDisplay()} of notes for {delivery.PurchaseMoney.ToDisplay()}; both are above zero in a delivery against payment.");
        var id = IdOf(delivery);
        return MessageWriter.Write(MessageType.Sese023, id, w =>
        {
            w.Id("TxId", id);
            w.In("SttlmTpAndAddtlParams", () =>
            {
                w.Code("SctiesMvmntTp", "DELI");
                w.Code("Pmt", "APMT");
            });
            w.In("TradDtls", () =>
            {
                w.In("TradDt", () => w.InDate("Dt", delivery.TradeDate));
                w.In("SttlmDt", () => w.InDate("Dt", delivery.Closing));
            });
            w.Security("FinInstrmId", delivery.Security);
            w.In("QtyAndAcctDtls", () =>
            {
                w.In("SttlmQty", () => w.FaceAmount("Qty", delivery.Principal));
                w.In("SfkpgAcct", () => w.Id("Id", delivery.SafekeepingAccount));
            });
            w.In("SttlmParams", () => w.InCode("SctiesTxTp", "ISSU"));
            Parties(w, "DlvrgSttlmPties", delivery.Depositary, delivery.Deliverer);
            Parties(w, "RcvgSttlmPties", delivery.Depositary, delivery.Receiver);
            w.In("SttlmAmt", () =>
            {
                w.Amount("Amt", delivery.PurchaseMoney);
                w.Code("CdtDbtInd", "CRDT");
            });
        });
    }

    /// <summary>The transaction's permanent identification, which its confirmation (sese.025) names.</summary>
    public static string IdOf(ClosingDelivery delivery) =>
        MessageIds.Of(MessageIdKind.Instruction, delivery.Series, delivery.Offering, delivery.Underwriter, MessageType.Sese023.Name);

    private static void Parties(MessageWriter w, string name, Bic depositary, Bic party) => w.In(name, () =>
    {
        w.In("Dpstry", () => w.In("Id", () => w.Code("AnyBIC", depositary.Code)));
        w.In("Pty1", () => w.In("Id", () => w.Code("AnyBIC", party.Code)));
    });
}
