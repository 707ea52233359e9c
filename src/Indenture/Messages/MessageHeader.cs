using Indenture.Core;

namespace Indenture.Messages;

/// <summary>
/// head.001.001.02, the header that travels with a message. Only there do the securities messages have an identification, and only there does a message
/// say that it may have been sent before.
/// </summary>
/// <param name="Message">The identification of the message it travels with.</param>
/// <param name="Type">The name of that message, such as "seev.036.001.15".</param>
/// <param name="PossibleDuplicate">True on every sending after the first: the receiver compares identifications.</param>
public sealed record MessageHeader(Bic From, Bic To, string Message, string Type, DateTimeOffset Created, bool PossibleDuplicate)
{
    /// <summary>The header as XML: UTF-8, its root AppHdr.</summary>
    public Outcome<ReadOnlyMemory<byte>> Write() => MessageWriter.WriteHeader(w =>
    {
        w.In("Fr", () => w.Agent("FIId", new Bank.ByBic(From)));
        w.In("To", () => w.Agent("FIId", new Bank.ByBic(To)));
        w.Id("BizMsgIdr", Message);
        w.Code("MsgDefIdr", Type);
        w.Time("CreDt", Created);
        if (PossibleDuplicate) w.Code("PssblDplct", "true");
    });
}
