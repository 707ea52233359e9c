using System.Xml;
using System.Xml.Linq;
using Indenture.Messages;
using Indenture.Tests.Support;

namespace Indenture.Tests.Messages;

/// <summary>A run of the yen notes, invented payees, and the small tools of these tests.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Created = new(2006, 10, 30, 9, 15, 0, TimeSpan.Zero);

    public static Bic Bic(string code) => Indenture.Messages.Bic.Of(code).Require();

    public static Bank Bank(string bic) => new Bank.ByBic(Bic(bic));

    public static CashAccount Account(string number) => CashAccount.OfNumber(number).Require();

    public static Money Yen(long amount) => new(amount, Currency.JPY);

    public static Money Dollars(decimal amount) => Money.Of(amount, Currency.USD).Require();

    public static readonly MessageParty Agent = new("The Fiscal Agent, London Branch", new PartyAddress("Canada Square", "1", "E14 5LB", "London", "GB"));

    public static readonly Payer Payer = new(Agent, Account("RED-ACCT-2025"), Bank("FISCGB2LXXX"));

    public static RunPayment ToDepositary(Money amount) =>
        new("Cede & Co.", amount, new Payee(new MessageParty("Cede & Co."), Account("DTC-JPY-1"), Bank("BANKJPJTXXX"), Bic("DEPOUS33")), "Interest 2006-04-30 to 2006-10-31");

    public static RunPayment ToCommonDepositary(Money amount) =>
        new("common depositary", amount, new Payee(new MessageParty("Société du Dépôt"), CashAccount.OfIban("GB82 WEST 1234 5698 7654 32").Require(), Bank("DEPOGB22")), "Interest");

    public static PaymentRun Run(params RunPayment[] payments) =>
        new("XS0000000009", "interest-2", 1, PaymentPurpose.Interest, new DateOnly(2006, 10, 31), Created, Payer, payments);

    public static readonly Interbank Banks = new(Bank("FISCGB2LXXX"), Bank("BANKJPJTXXX"), new SettlementRoute.Clearing("BOJ"));

    public static Security Notes => Security.Of("1.2% Notes due 2025", isin: "US17313UAA79", cusip: "17313UAA7", commonCode: "040421742").Require();

    public static CorporateEvent CouponPayment =>
        new("XS0000000009", "interest-2", EventType.Interest, Notes, Yen(100_000_000), new DateOnly(2006, 10, 6), new DateOnly(2006, 10, 31));

    public static readonly SchemaFolder? Schemas = Reference.IsThere ? SchemaFolder.Open(Reference.PathOf("schemas", "iso20022")).Require() : null;

    /// <summary>The message, shown to be valid against its schema.</summary>
    public static XElement Valid(Outcome<OutboundMessage> message)
    {
        var written = message.Require();
        return Valid(written.Type, written.Xml);
    }

    public static XElement Valid(MessageType type, ReadOnlyMemory<byte> xml)
    {
        Schemas!.Validate(type, xml).Require();
        return XElement.Load(new MemoryStream(xml.ToArray()));
    }

    /// <summary>The text at a path of local names below Document; each step the only one of its name unless it has an index from 1.</summary>
    public static string At(this XElement document, string path) => document.Find(path).Single().Value;

    public static IEnumerable<XElement> Find(this XElement document, string path) => path.Split('/').Aggregate(
        new[] { document }.AsEnumerable(),
        (found, step) =>
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? step : step[..bracket];
            var children = found.SelectMany(e => e.Elements().Where(c => c.Name.LocalName == name));
            return bracket < 0 ? children : children.Skip(int.Parse(step[(bracket + 1)..^1]) - 1).Take(1);
        });

    public static string CodeOf<T>(Outcome<T> outcome) => outcome.Match(_ => "DONE", r => r.Code);

    public static string MessageOf<T>(Outcome<T> outcome) => outcome.Match(_ => "DONE", r => r.Message);
}
