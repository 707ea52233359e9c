using Indenture.Core;

namespace Indenture.Messages;

/// <summary>Why a payment is asked back.</summary>
public enum RecallReason
{
    /// <summary>Paid twice.</summary>
    Duplicate,
    /// <summary>Sent by a technical fault.</summary>
    TechnicalFault,
    WrongAmount,
    /// <summary>To an account that is not the payee's.</summary>
    WrongAccount,
    /// <summary>The sender asks for it back for another reason, which the text states.</summary>
    Requested,
}

/// <summary>A request to cancel one payment that was sent by pacs.008 or pacs.009.</summary>
/// <param name="OriginalMessage">The identification of the message that carried it.</param>
/// <param name="OriginalType">Its type.</param>
/// <param name="Attempt">1 for the first request; a second request for the same payment is another one.</param>
public sealed record Recall(
    string Series, string Run, string Holder, int Attempt, string OriginalMessage, MessageType OriginalType, Money Amount, DateOnly SettlementDate,
    Bank Sender, Bank Receiver, RecallReason Reason, string? Text, DateTimeOffset Created);

/// <summary>camt.056.001.08: asks for a payment back. It only asks: what comes back is booked when a credit is reported.</summary>
public static class RecallMessages
{
    /// <summary>Refused AMOUNT-UNSENDABLE and what a text (105 characters) cannot carry.</summary>
    public static Outcome<OutboundMessage> Write(Recall recall)
    {
        var references = PaymentReferences.Of(recall.Series, recall.Run, recall.Holder);
        var attempt = recall.Attempt.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var id = MessageIds.Of(MessageIdKind.Message, recall.Series, recall.Run, recall.Holder, MessageType.Camt056.Name, attempt);
        var cancellation = IdOf(recall);
        return MessageWriter.Write(MessageType.Camt056, id, w =>
        {
            w.In("Assgnmt", () =>
            {
                w.Id("Id", id);
                w.In("Assgnr", () => w.Agent("Agt", recall.Sender));
                w.In("Assgne", () => w.Agent("Agt", recall.Receiver));
                w.Time("CreDtTm", recall.Created);
            });
            w.In("Undrlyg", () => w.In("TxInf", () =>
            {
                w.Id("CxlId", cancellation);
                w.In("OrgnlGrpInf", () =>
                {
                    w.Id("OrgnlMsgId", recall.OriginalMessage);
                    w.Code("OrgnlMsgNmId", recall.OriginalType.Name);
                });
                w.Id("OrgnlInstrId", references.InstructionId);
                w.Id("OrgnlEndToEndId", references.EndToEndId);
                w.Code("OrgnlUETR", references.Uetr);
                w.Amount("OrgnlIntrBkSttlmAmt", recall.Amount);
                w.Date("OrgnlIntrBkSttlmDt", recall.SettlementDate);
                w.In("CxlRsnInf", () =>
                {
                    w.InCode("Rsn", CodeOf(recall.Reason));
                    if (recall.Text is { } text) w.Text("AddtlInf", text, 105);
                });
            }));
        });
    }

    /// <summary>The identification by which camt.029 answers it.</summary>
    public static string IdOf(Recall recall) =>
        MessageIds.Of(MessageIdKind.Recall, recall.Series, recall.Run, recall.Holder, recall.Attempt.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string CodeOf(RecallReason reason) => reason switch
    {
        RecallReason.Duplicate => "DUPL",
        RecallReason.TechnicalFault => "TECH",
        RecallReason.WrongAmount => "AM09",
        RecallReason.WrongAccount => "AC03",
        RecallReason.Requested => "CUST",
    };
}
