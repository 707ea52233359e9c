using Indenture.Core;
using static Indenture.Messages.Fields;

namespace Indenture.Messages;

/// <summary>
/// A message received, read in full. It is a statement of somebody else's: what it says is compared with the books and acted on by a command with its own checks and
/// persons. No message moves money or notes by itself.
/// </summary>
public abstract partial record InboundMessage
{
    private InboundMessage() { }

    /// <summary>What the message as a whole is known by for ever.</summary>
    public abstract MessageReference Reference { get; init; }

    public T Match<T>(
        Func<CashReport, T> cash, Func<PaymentReport, T> payments, Func<RecallAnswer, T> recall, Func<HoldingsStatement, T> holdings, Func<Election, T> election,
        Func<SettlementConfirmation, T> settlement) => this switch
    {
        CashReport m => cash(m),
        PaymentReport m => payments(m),
        RecallAnswer m => recall(m),
        HoldingsStatement m => holdings(m),
        Election m => election(m),
        SettlementConfirmation m => settlement(m),
        _ => throw new InvalidOperationException("InboundMessage is a closed set"),
    };

    /// <summary>
    /// Reads a file: a message whose root is Document, or an Envelope of no namespace that holds its header (AppHdr) and then the Document. Refused with the place of the
    /// first fault (see <see cref="MessageReadRefusal"/>); never an exception, whatever the bytes are.
    /// </summary>
    /// <param name="schemas">The configured folder of schemas; null where none is.</param>
    public static Outcome<Received> Read(ReadOnlyMemory<byte> file, SchemaFolder? schemas) => MessageElement.Load(file).Then(root =>
        Fields.Read(root, r => r is { Name: "Envelope", Namespace: "" }
            ? Group(f => (Header: (MessageElement?)f.One("AppHdr", Untouched, MessageType.Head001.Namespace), Document: f.One("Document", Untouched, null)))(r)
            : (Header: null, Document: r)).Then(parts => Of(parts.Header, parts.Document, file, schemas)));

    private static readonly Func<MessageElement, MessageElement> Untouched = element => element;

    private static Outcome<Received> Of(MessageElement? headerElement, MessageElement document, ReadOnlyMemory<byte> file, SchemaFolder? schemas)
    {
        if (document.Name != "Document" || Readers.Keys.FirstOrDefault(t => t.Namespace == document.Namespace) is not { } type)
            return Refusal.Of(MessageReadRefusal.MessageUnknown,
                $"{document.Place}, of the namespace \"{document.Namespace}\", is none of the messages read here: {string.Join(", ", Readers.Keys)}.");
        if (headerElement is null && type == MessageType.Seev033)
            return Refusal.Of(MessageReadRefusal.HeaderMissing, $"{type} has no identification in its body, and came without the header (AppHdr) that has it.");
        if (schemas is not null)
        {
            var valid = schemas.Validate(type, file);
            if (headerElement is not null) valid = valid.Then(_ => schemas.Validate(MessageType.Head001, file));
            if (valid is Outcome<ReadOnlyMemory<byte>>.Refused { Refusal: var fault }) return fault;
        }
        return Fields.Read(document, d =>
        {
            var header = headerElement is null ? null : MessageHeader.Read(headerElement, type);
            return new Received(Group(f => f.One(type.Root, Readers[type](header)))(d), header);
        });
    }

    /// <summary>The messages read here, each with its reader.</summary>
    private static readonly Dictionary<MessageType, Func<MessageHeader?, Func<MessageElement, InboundMessage>>> Readers = new()
    {
        [MessageType.Camt053] = _ => CashReport.OfStatement,
        [MessageType.Camt054] = _ => CashReport.OfNotification,
        [MessageType.Pacs002] = header => PaymentReport.OfBanks(header),
        [MessageType.Pain002] = header => PaymentReport.OfCustomer(header),
        [MessageType.Camt029] = header => RecallAnswer.Reader(header),
        [MessageType.Semt002] = header => HoldingsStatement.Reader(header),
        [MessageType.Seev033] = header => Election.Reader(header!),
        [MessageType.Sese025] = header => SettlementConfirmation.Reader(header),
    };
}

/// <summary>A message with the header that came with it, where one did.</summary>
public sealed record Received(InboundMessage Message, MessageHeader? Header);
