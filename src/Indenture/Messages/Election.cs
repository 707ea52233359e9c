using Indenture.Core;
using static Indenture.Messages.Fields;
using static Indenture.Messages.Shared;

namespace Indenture.Messages;

/// <summary>What an election covers. The three are not the same: notes, all notes, or a part of the payment.</summary>
public abstract record ElectedQuantity
{
    private ElectedQuantity() { }

    /// <summary>Everything that the participant holds.</summary>
    public sealed record Everything : ElectedQuantity;

    /// <summary>So much principal, in major units of the notes' currency.</summary>
    public sealed record OfNotes(decimal Face) : ElectedQuantity;

    /// <summary>So much of the payment.</summary>
    public sealed record OfPayment(Money Amount) : ElectedQuantity;

    public T Match<T>(Func<Everything, T> everything, Func<OfNotes, T> notes, Func<OfPayment, T> payment) => this switch
    {
        Everything e => everything(e),
        OfNotes n => notes(n),
        OfPayment p => payment(p),
        _ => throw new InvalidOperationException("ElectedQuantity is a closed set"),
    };
}

public abstract partial record InboundMessage
{
    /// <summary>
    /// seev.033.001.12: a participant chooses an option of an announcement. Whether it is in time, and whether so much is held, is the command's to judge. One that changes or
    /// cancels an earlier one is refused by the name of the element that says so: a person looks.
    /// </summary>
    /// <param name="Event">The identification that the announcement gave the event.</param>
    /// <param name="Participant">The account at the depositary.</param>
    /// <param name="Option">The option's number; its currency, where stated, is <paramref name="Currency"/>.</param>
    /// <param name="Narrative">Delivery details and instructions as written, such as the account to be credited: for a person, never acted on as they are.</param>
    public sealed record Election(
        MessageReference Reference, string Event, EventType Type, NamedSecurity? Security, string Participant, string? Owner, int Option, Currency? Currency, ElectedQuantity Quantity, IReadOnlyList<string> Narrative) : InboundMessage
    {
        private static readonly Dictionary<string, EventType> Types = new()
        {
            ["INTR"] = EventType.Interest, ["REDM"] = EventType.FinalRedemption, ["MCAL"] = EventType.FullCall, ["PCAL"] = EventType.PartialCall,
        };

        private static readonly Dictionary<string, string> Cash = new() { ["CASH"] = "CASH" };
        private static readonly Dictionary<string, string> All = new() { ["QALL"] = "QALL" };

        internal static Func<MessageElement, InboundMessage> Reader(MessageHeader header) => Group(f =>
        {
            var (subject, type, security) = f.One("CorpActnGnlInf", Group(g =>
            {
                var id = g.One("CorpActnEvtId", Text35);
                var kind = g.One("EvtTp", Group(t => t.One("Cd", Code(Types))));
                return (id, kind, g.Optional("UndrlygScty", Group(s => s.One("FinInstrmId", SecurityId))));
            }));
            var (participant, owner) = f.One("AcctDtls", Group(a => (a.One("SfkpgAcct", Text35), a.Optional("AcctOwnr", Shared.Owner))));
            var reference = new MessageReference(MessageType.Seev033.Name, header.From.Code, header.Message, "");
            return f.One("CorpActnInstr", Group(i =>
            {
                var option = i.One("OptnNb", Group(n => n.One("Nb", OptionNumber)));
                i.One("OptnTp", Group(t => t.One("Cd", Code(Cash))));
                var currency = i.Optional("CcyOptn", CurrencyCode);
                var quantity = i.One("SctiesQtyOrInstdAmt", Group(q => q.Choice<ElectedQuantity>(
                    ("SctiesQty", Group(s => s.One("InstdQty", Group(n => n.Choice<ElectedQuantity>(
                        ("Cd", e => Code(All)(e) is { } ? new ElectedQuantity.Everything() : throw new InvalidOperationException()),
                        ("Qty", e => new ElectedQuantity.OfNotes(FaceAmount(e)))))))),
                    ("InstdAmt", e => new ElectedQuantity.OfPayment(Amount(e))))));
                var text = i.Optional<IReadOnlyList<string>>("AddtlInf", Group<IReadOnlyList<string>>(t => [.. t.Many("DlvryDtls", Text(350)), .. t.Many("InstrAddtlInf", Text(350))])) ?? [];
                return new Election(reference, subject, type, security, participant, owner, option, currency, quantity, text);
            }));
        });

        private static Func<MessageElement, int> OptionNumber => element =>
            Text(3)(element) is { Length: 3 } text && text.All(char.IsAsciiDigit) && text != "000"
                ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
                : throw Refuse(MessageReadRefusal.ElementMalformed, $"{element.Place}: \"{element.Text}\" is not an option number of three digits from 001.");
    }
}
