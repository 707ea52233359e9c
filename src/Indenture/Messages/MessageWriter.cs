using System.Globalization;
using System.Text;
using System.Xml;
using Indenture.Core;

namespace Indenture.Messages;

/// <summary>A message ready to send. The same inputs give the same bytes; writing one sends nothing and moves nothing.</summary>
/// <param name="Id">The message's own identification; where the body has no place for it, it travels in the header (<see cref="MessageHeader"/>).</param>
/// <param name="Xml">UTF-8 without a byte order mark; the root is Document.</param>
/// <param name="Rewritten">Texts that were written in the network's characters, as "as given -> as written".</param>
public sealed record OutboundMessage(MessageType Type, string Id, ReadOnlyMemory<byte> Xml, IReadOnlyList<string> Rewritten);

/// <summary>Writes one message, element by element, in the order of its schema. The first value that cannot be carried refuses the whole.</summary>
internal sealed class MessageWriter
{
    private readonly XmlWriter _xml;
    private readonly List<string> _rewritten = [];

    private readonly string _namespace;

    private MessageWriter(XmlWriter xml, string xmlNamespace) => (_xml, _namespace) = (xml, xmlNamespace);

    // Writing descends through nested elements; one private exception carries the first refusal up to Write and never leaves it.
    private sealed class Refused(Refusal refusal) : Exception
    {
        public Refusal Refusal { get; } = refusal;
    }

    public static Outcome<OutboundMessage> Write(MessageType type, string id, Action<MessageWriter> body)
    {
        try
        {
            var rewritten = new List<string>();
            var xml = Bytes(type.Namespace, writer =>
            {
                writer.In("Document", () => writer.In(type.Root, () => body(writer)));
                rewritten.AddRange(writer._rewritten);
            });
            return new OutboundMessage(type, id, xml, rewritten);
        }
        catch (Refused refused)
        {
            return refused.Refusal;
        }
    }

    /// <summary>The header has no Document around it.</summary>
    public static Outcome<ReadOnlyMemory<byte>> WriteHeader(Action<MessageWriter> body)
    {
        try
        {
            return new Outcome<ReadOnlyMemory<byte>>.Done(Bytes(MessageType.Head001.Namespace, writer => writer.In(MessageType.Head001.Root, () => body(writer))));
        }
        catch (Refused refused)
        {
            return refused.Refusal;
        }
    }

    private static byte[] Bytes(string xmlNamespace, Action<MessageWriter> body)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            var writer = new MessageWriter(xml, xmlNamespace);
            body(writer);
        }
        return stream.ToArray();
    }

    public static T Take<T>(Outcome<T> outcome) => outcome.Match(v => v, r => throw new Refused(r));

    public static void Refuse(MessageWriteRefusal code, string message) => throw new Refused(Refusal.Of(code, message));

    public void In(string name, Action body)
    {
        _xml.WriteStartElement(name, _namespace);
        body();
        _xml.WriteEndElement();
    }

    /// <summary>A fixed word of the program itself: a code, an indicator.</summary>
    public void Code(string name, string code) => _xml.WriteElementString(name, _namespace, code);

    /// <summary>A code inside the choice that most coded values are.</summary>
    public void InCode(string name, string code) => In(name, () => Code("Cd", code));

    public void Id(string name, string id, int longest = 35) => Code(name, Take(MessageText.Identification(name, id, longest)));

    public void Text(string name, string text, int longest)
    {
        var written = Take(MessageText.Of(name, text, longest));
        if (written != text) _rewritten.Add($"{text} -> {written}");
        Code(name, written);
    }

    public void Date(string name, DateOnly date) => Code(name, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A date inside the choice between a date and a code.</summary>
    public void InDate(string name, DateOnly date) => In(name, () => Date("Dt", date));

    /// <summary>To the second, with the offset from UTC.</summary>
    public void Time(string name, DateTimeOffset time) => Code(name, time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));

    public void Number(string name, long number) => Code(name, number.ToString(CultureInfo.InvariantCulture));

    public void Decimal(string name, decimal value) => Code(name, value.ToString("0.#############################", CultureInfo.InvariantCulture));

    /// <summary>With the decimals of its currency and its code as the attribute. Zero is an amount; below zero, or of more than 18 digits, it is refused.</summary>
    public void Amount(string name, Money amount)
    {
        if (amount.Minor < 0 || amount.Minor >= MostMinor)
            Refuse(MessageWriteRefusal.AmountUnsendable, $"{name}: {amount.ToDisplay()} is below zero or has more than 18 digits.");
        _xml.WriteStartElement(name, _namespace);
        _xml.WriteAttributeString("Ccy", amount.Currency.Code);
        _xml.WriteString(amount.ToString());
        _xml.WriteEndElement();
    }

    /// <summary>An exact ratio as an amount of up to 13 decimals; the caller asked <see cref="Fits"/> first.</summary>
    public void FineAmount(string name, decimal amount, Currency currency)
    {
        _xml.WriteStartElement(name, _namespace);
        _xml.WriteAttributeString("Ccy", currency.Code);
        _xml.WriteString(amount.ToString("0.#############################", CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }

    /// <summary>Principal as a quantity of the security: its face amount.</summary>
    public void FaceAmount(string name, Money principal)
    {
        if (principal.Minor < 0 || principal.Minor >= MostMinor)
            Refuse(MessageWriteRefusal.AmountUnsendable, $"{name}: {principal.ToDisplay()} is below zero or has more than 18 digits.");
        In(name, () => Code("FaceAmt", principal.ToString()));
    }

    private const long MostMinor = 1_000_000_000_000_000_000;

    /// <summary>The decimal of a ratio where it ends within so many decimals and digits in all: a rate is never rounded into a message.</summary>
    public static decimal? Fits(Ratio value, int decimals, int digits)
    {
        if (value.Numerator < 0 || !value.TryDecimal(out var exact) || exact.Scale > decimals && exact != decimal.Round(exact, decimals)) return null;
        var text = exact.ToString("0.#############################", CultureInfo.InvariantCulture);
        return text.Count(char.IsAsciiDigit) <= digits ? exact : null;
    }

    public void Party(string name, MessageParty party) => In(name, () => PartyFields(party));

    public void PartyFields(MessageParty party)
    {
        Text("Nm", party.Name, 140);
        if (party.Address is { } address)
            In("PstlAdr", () =>
            {
                if (address.Street is { } street) Text("StrtNm", street, 70);
                if (address.Building is { } building) Text("BldgNb", building, 16);
                if (address.PostCode is { } code) Text("PstCd", code, 16);
                Text("TwnNm", address.Town, 35);
                Country(address.Country);
            });
        if (party.Lei is { } lei) In("Id", () => In("OrgId", () => Lei(lei)));
    }

    private void Country(string country)
    {
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
            Refuse(MessageWriteRefusal.IdentifierInvalid, $"\"{country}\" is not a country: two upper-case letters such as LU.");
        Code("Ctry", country);
    }

    private void Lei(string lei)
    {
        if (Identifier.Check(IdentifierKind.Lei, lei) is not { Valid: true, Normalised: var normalised })
            Refuse(MessageWriteRefusal.IdentifierInvalid, $"\"{lei}\" is no valid LEI.");
        else
            Code("LEI", normalised);
    }

    public void Agent(string name, Bank bank) => In(name, () => In("FinInstnId", () => AgentFields(bank)));

    private void AgentFields(Bank bank)
    {
        switch (bank)
        {
            case Bank.ByBic b:
                Code("BICFI", b.Bic.Code);
                break;
            case Bank.ByNumber n:
                In("ClrSysMmbId", () =>
                {
                    InCode("ClrSysId", n.System);
                    Id("MmbId", n.Number);
                });
                break;
        }
    }

    public void Account(string name, CashAccount account) => In(name, () => In("Id", () =>
    {
        switch (account)
        {
            case CashAccount.Iban i:
                Code("IBAN", i.Number);
                break;
            case CashAccount.Numbered n:
                In("Othr", () => Code("Id", n.Number));
                break;
        }
    }));

    /// <summary>As the securities messages write a cash account: the number itself is the choice.</summary>
    public void AccountChoice(string name, CashAccount account) => In(name, () => Code(account is CashAccount.Iban ? "IBAN" : "Prtry", account.ToString()));

    public void SecurityFields(Security security)
    {
        if (security.Isin is { } isin) Code("ISIN", isin);
        Other("CUSP", security.Cusip);
        Other("COMM", security.CommonCode);
        Text("Desc", security.Description, 140);

        void Other(string scheme, string? id)
        {
            if (id is null) return;
            In("OthrId", () =>
            {
                Code("Id", id);
                InCode("Tp", scheme);
            });
        }
    }

    public void Security(string name, Security security) => In(name, () => SecurityFields(security));
}
