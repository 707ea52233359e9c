using Indenture.Core;
using static Indenture.Messages.Fields;

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

    /// <summary>
    /// One file of header and message: an Envelope of no namespace that holds AppHdr and Document, as <see cref="InboundMessage.Read"/> takes them too. Throws where the header is of
    /// another message.
    /// </summary>
    public Outcome<ReadOnlyMemory<byte>> Envelope(OutboundMessage message)
    {
        if (Message != message.Id || Type != message.Type.Name) throw new ArgumentException($"The header is of {Type} {Message}, the message {message.Type} {message.Id}.", nameof(message));
        return Write().Map<ReadOnlyMemory<byte>>(header => (byte[])[.. "<Envelope>"u8, .. Body(header), .. Body(message.Xml), .. "</Envelope>"u8]);

        static ReadOnlySpan<byte> Body(ReadOnlyMemory<byte> xml) => xml.Span[(xml.Span.IndexOf("?>"u8) + 2)..];
    }

    /// <summary>A header as received. A signature is refused by name: nothing here verifies one.</summary>
    internal static MessageHeader Read(MessageElement element, MessageType type) => Group(f =>
    {
        var from = f.One("Fr", Party);
        var to = f.One("To", Party);
        var message = f.One("BizMsgIdr", Text(35));
        var named = f.One("MsgDefIdr", Text(35));
        f.Optional("BizSvc", Text(35));
        var created = f.One("CreDt", Instant);
        var again = f.OptionalValue("PssblDplct", Flag) ?? false;
        f.End();
        return named == type.Name
            ? new MessageHeader(from, to, message, named, created, again)
            : throw Refuse(MessageReadRefusal.ElementMalformed, $"{f.Place}: the header is of {named}, the document is {type}.");
    })(element);

    private static readonly Func<MessageElement, Bic> BicOf = element => Bic.Of(Shared.BicCode(element)).Require();

    private static readonly Func<MessageElement, Bic> Party = Group(f => f.Choice(
        ("FIId", Group(i => i.One("FinInstnId", Group(b => b.One("BICFI", BicOf))))),
        ("OrgId", Group(o => o.One("Id", Group(i => i.One("OrgId", Group(b => b.One("AnyBIC", BicOf)))))))));
}
