using System.Text;
using System.Xml.Linq;
using Indenture.Actions;
using Indenture.Messages;
using Indenture.Storage;
using Indenture.Tests.Messages;
using Indenture.Tests.Support;

namespace Indenture.Tests.Actions;

/// <summary>Messages of a run that was paid, and about it: written the same whenever, received once for ever.</summary>
public sealed class MessagingTests : IDisposable
{
    private const string Book = """
        series,asOf,outstanding,paidTo,title,issuer,currency,principal,maturity,interestKind,interestRate,dayCount,interestFrom,paymentDates,firstPayment,businessDayCities,businessDayConvention,accrual,recordDate
        S,2006-12-31,1000000000.00,2006-08-09,3.625% Notes,An Issuer,USD,1000000000.00,2009-02-09,fixed,3.625,30/360,2004-02-09,"02-09,08-09",2004-08-09,NewYork,following,unadjusted,"01-31,07-31"

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("indenture-messages-").FullName;
    private readonly Store _store = Store.Rehearsal(null).Require();

    private Desk Desk => new(_store);

    public void Dispose()
    {
        _store.Dispose();
        Directory.Delete(_folder, true);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static Instruction By(string who, string day) => new(who, null, new DateTimeOffset(DateOnly.ParseExact(day, "yyyy-MM-dd"), new TimeOnly(10, 0), TimeSpan.Zero), DateOnly.ParseExact(day, "yyyy-MM-dd"));

    private void ByTwo(string day, Func<Instruction, Outcome<CommandResult>> act)
    {
        foreach (var who in new[] { "ann", "ben" }) act(By(who, day)).Require();
    }

    /// <summary>Due 6 paid on 9 February 2007: 1,000,000,000 x 3.625% / 2 = 18,125,000.00.</summary>
    private void Paid()
    {
        var (book, positions) = (Write("book.csv", Book), Write("positions.csv", "series,form,certificate,holder,principal\nS,dtc,R-0001,Cede & Co.,1000000000.00\n"));
        ByTwo("2007-01-02", by => TakingOver.Run(Desk, by, Calendars.Standard, book, positions).Require()[0].Result);
        ByTwo("2007-01-03", by => Registering.Instruct(Desk, by, "S", "Cede & Co.", new PayeeAccount("Cede & Co.", AccountKind.Numbered, "123456", "USABA", "021000018"), "L-1"));
        Paying.Announce(Desk, By("ann", "2007-01-31"), Calendars.Standard, "S", 6).Require();
        var interest = Indenture.Core.Money.Parse("18125000.00", Currency.USD).Require();
        Paying.Fund(Desk, By("ann", "2007-02-09"), "S", 6, interest).Require();
        ByTwo("2007-02-09", by => Paying.Pay(Desk, by, Calendars.Standard, "S", 6, PaymentKind.Interest, interest));
    }

    private string Payer => Write("payer.json", """{ "name": "An Agent", "town": "New York", "country": "US", "account": "9001", "bic": "AGENUS33" }""");

    [ReferenceFact]
    public void APaidRunIsTheSameMessageWheneverItIsWrittenAndIsOfItsSchema()
    {
        Assert.Equal("SERIES-UNKNOWN", Messaging.Initiation(Desk, "S", "interest-6", Payer).Match(_ => "written", r => r.Code));
        Paid();
        Assert.Equal("RUN-UNPAID", Messaging.Initiation(Desk, "S", "interest-7", Payer).Match(_ => "written", r => r.Code));
        var message = Messaging.Initiation(Desk, "S", "interest-6", Payer).Require();
        Assert.Equal(message.Xml.ToArray(), Messaging.Initiation(new Desk(_store), "S", "interest-6", Payer).Require().Xml.ToArray());
        Sample.Schemas!.Validate(MessageType.Pain001, message.Xml).Require();
        XNamespace ns = MessageType.Pain001.Namespace;
        var xml = XDocument.Parse(Encoding.UTF8.GetString(message.Xml.Span));
        Assert.Equal(("18125000.00", "USD"), xml.Descendants(ns + "InstdAmt").Select(a => (a.Value, a.Attribute("Ccy")!.Value)).Single());
        Assert.Equal("123456", xml.Descendants(ns + "CdtrAcct").Single().Value);
        Assert.Equal("2007-02-09", xml.Descendants(ns + "ReqdExctnDt").Single().Value);
    }

    [ReferenceFact]
    public void AMessageIsReadStrictlyKeptOnceForEverAndMovesNothing()
    {
        Paid();
        var references = PaymentReferences.Of("S", "interest-6", "Cede & Co.");
        var report = InboundSamples.BankStatus
            .Replace("E2E-1", references.EndToEndId, StringComparison.Ordinal).Replace("00000000-0000-4000-8000-000000000001", references.Uetr, StringComparison.Ordinal);
        var path = Write("status.xml", report);
        var balances = _store.Read(view => view.Balances("S"));
        Assert.False(Messaging.Receive(Desk, By("ann", "2007-02-09"), "S", path, Sample.Schemas).Require().Repeated);
        Assert.True(Messaging.Receive(Desk, By("ann", "2007-02-12"), "S", path, Sample.Schemas).Require().Repeated);
        var received = Assert.Single(Desk.Load("S").Messages);
        Assert.StartsWith("interest-6 to Cede & Co.: settled on 2006-10-31", received.Says[0], StringComparison.Ordinal);
        Assert.StartsWith("a payment that is none of this series", received.Says[1], StringComparison.Ordinal);
        Assert.Equal(balances, _store.Read(view => view.Balances("S")));
        // the same reference with other bytes is another message in its clothes
        Assert.Equal("KEY-REUSED", Messaging.Receive(Desk, By("ann", "2007-02-12"), "S", Write("other.xml", report.Replace("Account closed", "Account shut", StringComparison.Ordinal)), null).Match(_ => "kept", r => r.Code));
        Assert.Equal("ELEMENT-MISSING", Messaging.Receive(Desk, By("ann", "2007-02-12"), "S", Write("less.xml", report.Replace("<MsgId>STS-1</MsgId>", "", StringComparison.Ordinal)), null).Match(_ => "kept", r => r.Code));
        Assert.Equal("SERIES-UNKNOWN", Messaging.Receive(Desk, By("ann", "2007-02-12"), "T", Write("elsewhere.xml", report.Replace("STS-1", "STS-2", StringComparison.Ordinal)), null).Match(_ => "kept", r => r.Code));
    }

    [Fact]
    public void AnEntryThatANoticeToldIsKnownWhenTheStatementTellsItAgain()
    {
        Paid();
        Messaging.Receive(Desk, By("ann", "2007-02-09"), "S", Write("notice.xml", InboundSamples.Notice), null).Require();
        Messaging.Receive(Desk, By("ann", "2007-02-09"), "S", Write("again.xml", InboundSamples.Notice.Replace("<MsgId>", "<MsgId>B", StringComparison.Ordinal)), null).Require();
        var messages = Desk.Load("S").Messages;
        Assert.Equal(2, messages.Count);
        Assert.DoesNotContain(messages[0].Says, s => s.EndsWith("told before", StringComparison.Ordinal));
        Assert.Contains(messages[1].Says, s => s.EndsWith("told before", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ \"name\": \"An Agent\" }", "does not say town")]
    [InlineData("[]", "is no JSON object")]
    [InlineData("{ \"name\": \"A\", \"town\": \"T\", \"country\": \"US\", \"bic\": \"AGENUS33\" }", "names an iban or an account")]
    [InlineData("{ \"naem\": \"A\" }", "\"naem\" is not one of")]
    public void APayerThatIsNotWhollySaidIsRefused(string json, string said) => Messaging.Initiation(Desk, "S", "interest-6", Write("p.json", json)).Match(
        _ => throw new Xunit.Sdk.XunitException("written"),
        r =>
        {
            Assert.Equal("PAYER-MALFORMED", r.Code);
            Assert.Contains(said, r.Message, StringComparison.Ordinal);
            return 0;
        });
}
