using System.Text;
using Indenture.Tests.Core.Terms;

namespace Indenture.Tests.Core.Lifecycle;

public class EventJsonTests
{
    private static IEnumerable<SeriesEvent> Samples()
    {
        var usd = Life.Usd("1.00");
        var life = new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(TermsJsonTests.Fixed))).Do(l => Life.Close(l, "A", new DateOnly(2004, 2, 9))).Do(l => Life.Announce(l, 1, new DateOnly(2004, 7, 31)));
        yield return life.State.Offerings[0].Booked;
        yield return life.State.Offerings[0].Closed!;
        yield return life.State.Payments.Announced[1];
        yield return new RateEvent.Fixed(1, "USD-LIBOR", "1M", new DateOnly(2008, 12, 5), new Percent(1.90000m), new Ratio(27, 1000), "1.90000 + 0.80", "rates.csv", "line 2");
        yield return new RateEvent.Fixed(2, "USD-LIBOR", "1M", new DateOnly(2009, 1, 7), null, new Ratio(641, 30000), "mean of 2.10 (a), 2.15 (b), 2.16 (c)", null, null)
        {
            IndexPercent = new Ratio(641, 300), Passed = ["P showed no rate at 11:00"],
            Evidence = new RateEvidence(new ScreenReading("P", new DateOnly(2009, 1, 7), new TimeOnly(11, 0), null, "copy"),
                [new BankPoll("London", [new Quotation("a", new DateOnly(2009, 1, 7), new TimeOnly(11, 0), new Percent(2.10m), "call")], "call")]),
        };
        yield return new RateEvent.Corrected(new RateEvent.Fixed(1, "USD-LIBOR", "1M", new DateOnly(2008, 12, 5), new Percent(1.88m), new Ratio(268, 10000), "1.88 + 0.80", "rates.csv", "line 2"), new Ratio(27, 1000), "transposed");
        yield return new RateEvent.Notified(1, "trustee", new DateOnly(2008, 12, 5), false, new Ratio(27, 1000), usd, new DateOnly(2009, 1, 9), "letter");
        var dates = new PaymentEvent.DatesAnnounced(1, new DateOnly(2004, 2, 9), new DateOnly(2004, 8, 9), new DateOnly(2004, 8, 9), new DateOnly(2004, 7, 31), new DateOnly(2004, 8, 10), new DateOnly(2004, 8, 10), 180, new Ratio(1, 2), "NewYork 1");
        yield return dates;
        yield return new PaymentEvent.DatesMoved(dates, new DateOnly(2004, 8, 9), "storm");
        yield return new PaymentEvent.DatesKept(1, "NewYork 2", "storm");
        yield return new OfferingEvent.TakenOver("A", new DateOnly(2006, 12, 31), usd, usd, usd, new DateOnly(2006, 8, 9), 5, null, [new GlobalNote("R-0001", "Cede & Co.", usd, new DateOnly(2006, 12, 31))], 2, new Source.Import("book.csv", "line 2"));
        yield return new MessageEvent.Received("camt.054.001.08", "", "M-1", "ab", ["credit of USD 1.00"], ["account entry|1||R"]);
        yield return new OfferingEvent.TermsChanged("maturity", "2010-02-09", null, "2009-02-09", "consent of 2008-12-01");
        yield return new ApprovalEvent.ApproverNamed("ada");
        yield return new ApprovalEvent.ApproverRemoved("ada");
        yield return new PaymentEvent.FundsReceived(1, usd);
        yield return new PaymentEvent.RunPaid("interest-1", 1, PaymentKind.Interest, usd, 1, "ab");
        yield return new RedemptionEvent.Redeemed(new DateOnly(2009, 2, 9), usd, ["R-0001"]);
        yield return new ApprovalEvent.Proposed("interest-1", "pay", "{}", "ab", "os:ada");
    }

    [Fact]
    public void WhatIsWrittenIsReadBackToTheByte()
    {
        foreach (var happened in Samples())
        {
            var bytes = EventJson.Write(happened);
            Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(EventJson.Write(EventJson.Read(EventJson.TypeOf(happened), EventJson.Version, bytes))));
        }
    }

    [Theory]
    [InlineData("RateFixed", """{"n":1,"index":"USD-LIBOR","tenor":"1M","determination":"2008-12-05","fixing":"1.90000","perAnnum":"27/1000","how":"1.90000 \u002B 0.80","sourceFile":"rates.csv","sourceRow":"line 2"}""")]
    [InlineData("FundsReceived", """{"n":1,"amount":"1.00 USD"}""")]
    [InlineData("RunPaid", """{"run":"interest-1","n":1,"kind":"interest","total":"1.00 USD","holders":1,"hash":"ab"}""")]
    [InlineData("Proposed", """{"subject":"interest-1","verb":"pay","input":"{}","hash":"ab","maker":"os:ada"}""")]
    [InlineData("Redeemed", """{"date":"2009-02-09","principal":"1.00 USD","cancelled":["R-0001"]}""")]
    public void AShapeOnceWrittenIsReadForEver(string type, string stored) =>
        Assert.Equal(stored, Encoding.UTF8.GetString(EventJson.Write(EventJson.Read(type, 1, Encoding.UTF8.GetBytes(stored)))));

    [Theory]
    [InlineData("Unheard", 1)]
    [InlineData("Redeemed", 99)]
    public void AnEventOfANewerProgramIsNotGuessedAt(string type, int version) =>
        Assert.Throws<InvalidOperationException>(() => EventJson.Read(type, version, "{}"u8));
}
