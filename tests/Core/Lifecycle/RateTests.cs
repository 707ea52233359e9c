using Indenture.Tests.Core.Terms;

namespace Indenture.Tests.Core.Lifecycle;

/// <summary>The determination of a rate as an act: from a published fixing or from evidence, final absent manifest error.</summary>
public class RateTests
{
    private static readonly TimeOnly Eleven = new(11, 0);

    private static DateOnly D(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static Life Booked() => new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(TermsJsonTests.Floating.Replace("\"currency\":",
        "\"purchasePrice\": \"99.80\", \"underwriters\": [ { \"name\": \"One\", \"principal\": \"750000000.00\" } ], \"issueDate\": \"2008-12-09\", \"currency\":", StringComparison.Ordinal))));

    private static Fixings Fixing(string date, string percent) => Fixings.Parse($"index,tenor,date,percent\nUSD-LIBOR,1M,{date},{percent}\n", "rates.csv").Require();

    private static RateEvidence NoRate(string day) => new(new ScreenReading("Reuters LIBOR01", D(day), Eleven, null, "screen copy"),
    [
        new BankPoll("London", [.. "abcd".Select(b => new Quotation($"{b}", D(day), Eleven, null, "call"))], "call with the treasurer"),
        new BankPoll("NewYork", [.. "xyz".Select(b => new Quotation($"{b}", D(day), Eleven, null, "call"))], null),
    ]);

    [Fact, Trait("clause", "NOTE-LIBOR-10")]
    public void TheLastResortRepeatsTheIndexAndAddsTheSpreadOnce()
    {
        var life = Booked();
        Assert.Equal("NO-PRIOR-RATE", life.Refused(l => new FixRate(1, Fixings.None, D("2008-12-05")) { Evidence = NoRate("2008-12-05") }.Decide(l.State, l.Promise)));
        life.Do(l => new FixRate(1, Fixing("2008-12-05", "1.90000"), D("2008-12-05")).Decide(l.State, l.Promise));
        life.Do(l => new FixRate(2, Fixings.None, D("2009-01-07")) { Evidence = NoRate("2009-01-07") }.Decide(l.State, l.Promise));
        // 1.90 again, + 0.80
        Assert.Equal(new Ratio(27, 1000), life.State.Rates[2].PerAnnum);
        Assert.Equal(3, life.State.Rates[2].Passed!.Count);
        // and once more from what the second repeated
        life.Do(l => new FixRate(3, Fixings.None, D("2009-02-05")) { Evidence = NoRate("2009-02-05") }.Decide(l.State, l.Promise));
        Assert.Equal(new Ratio(27, 1000), life.State.Rates[3].PerAnnum);
    }

    [Fact, Trait("clause", "NOTE-CALC-3")]
    public void ADeterminedRateIsCorrectedOnlyForManifestErrorAndOnlyBeforeADueRestsOnIt()
    {
        var life = Booked().Do(l => Life.Close(l, "A", D("2008-12-09")));
        Outcome<Decision> Correct(Life l, string ground) => new CorrectRate(new FixRate(1, Fixing("2008-12-05", "1.88000"), D("2008-12-08")), ground).Decide(l.State, l.Promise);
        Assert.Equal("RATE-UNFIXED", life.Refused(l => Correct(l, "digits transposed")));
        life.Do(l => new FixRate(1, Fixing("2008-12-05", "1.90000"), D("2008-12-05")).Decide(l.State, l.Promise));
        Assert.Equal("GROUND-MISSING", life.Refused(l => Correct(l, " ")));
        life.Do(l => Correct(l, "digits transposed"));
        // 1.88 + 0.80 = 2.68 percent
        Assert.Equal(new Ratio(268, 10000), life.State.Rates[1].PerAnnum);
        life.Do(l => Life.Announce(l, 1, D("2009-01-08")));
        // 750,000,000 x 2.68% x 31/360
        Assert.Equal("1730833.33", life.State.Payments.Announced[1].Interest.ToString());
        Assert.Equal("RATE-USED", life.Refused(l => Correct(l, "digits transposed")));
    }

    [Fact]
    public void ARoundingForEachHolderIsPaidToEachAndAddsUpToTheDue()
    {
        var json = TermsJsonTests.Fixed.Replace("\"firstPayment\"", "\"rounding\": { \"level\": \"holder\", \"unit\": \"0.01\", \"direction\": \"half-up\" }, \"firstPayment\"", StringComparison.Ordinal)
            .Replace("\"3.625\"", "\"3.6250001\"", StringComparison.Ordinal);
        var life = new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(json))).Do(l => Life.Close(l, "A", D("2004-02-09"))).Do(l => Life.Announce(l, 1, D("2004-07-31")));
        var due = life.State.Payments.Announced[1];
        // 1,000 each at 3.6250001% for half a year = 18.1250005 each: 18.13 to each holder, though three of them together would be 54.38
        Holding[] held = [.. "abc".Select(h => new Holding($"{h}", Life.Usd("1000.00")))];
        var run = Run.Of("S", due, PaymentKind.Interest, held);
        Assert.Equal("54.39", run.Total.ToString());
        Assert.All(run.Disbursements, d => Assert.Equal("18.13", d.Amount.ToString()));
    }

    [Fact]
    public void ARoundingForEachGlobalNoteIsPaidNoteByNoteToWhoeverHoldsThem()
    {
        // 3.6250001% for half a year on 1,000 is 18.1250005: 18.13 a note. One holds two notes, the other one: 36.26 and 18.13, and the series is their sum.
        Holding[] held = [new Holding("two", Life.Usd("2000.00")) { Notes = [Life.Usd("1000.00"), Life.Usd("1000.00")] }, new Holding("one", Life.Usd("1000.00")) { Notes = [Life.Usd("1000.00")] }];
        var rounding = new Rounding(0.01m, RoundingDirection.HalfUp, RoundingLevel.GlobalNote);
        Assert.Equal(["36.26", "18.13"], InterestShares.Of(rounding, new Percent(3.6250001m).ToRatio(), new Ratio(1, 2), held).Select(m => m.ToString()));
    }
}
