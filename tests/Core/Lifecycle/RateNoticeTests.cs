using Indenture.Tests.Core.Terms;
using Indenture.Tests.Support;

namespace Indenture.Tests.Core.Lifecycle;

/// <summary>A determined rate is told to those whom the terms name, and to whoever asks.</summary>
public class RateNoticeTests
{
    private const string Notices = "\"rateNotices\": { \"promptly\": [\"trustee\", \"issuer\"], \"byFirstDay\": [\"Luxembourg Stock Exchange\"] }, \"currency\":";

    private static readonly DateOnly Determined = Oracle.Date("2009-01-07");

    private static Life Booked() => new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(TermsJsonTests.Floating.Replace("\"currency\":",
        "\"purchasePrice\": \"99.80\", \"underwriters\": [ { \"name\": \"One\", \"principal\": \"750000000.00\" } ], \"issueDate\": \"2008-12-09\", " + Notices, StringComparison.Ordinal))));

    private static Fixings Fixing(string date, string percent) => Fixings.Parse($"index,tenor,date,percent\nUSD-LIBOR,1M,{date},{percent}\n", "rates.csv").Require();

    private static RateNoticeRules Rules(Life life) => RateNoticeRules.Of(life.State.Terms, Calendars.Standard).Require();

    private static Outcome<Decision> Tell(Life life, int n, string to, string on, string record = "letter 1") =>
        new NotifyRate(n, to, Oracle.Date(on), Life.Usd("750000000.00"), record).Decide(life.State, life.Promise, Rules(life));

    /// <summary>The duties of period 2 as of a day, "who: state", in their order.</summary>
    private static IEnumerable<string> Duties(Life life, string on) =>
        RateDuties.Of(life.State, life.Promise, Rules(life), Oracle.Date(on)).Where(d => d.What.Contains("period 2", StringComparison.Ordinal)).Select(d => $"{d.Due} {Names.Of(d.State)}");

    private static Life SecondFixed() => Booked()
        .Do(l => new FixRate(1, Fixing("2008-12-05", "1.90"), Oracle.Date("2008-12-05")).Decide(l.State, l.Promise))
        .Do(l => new FixRate(2, Fixing("2009-01-07", "1.90"), Determined).Decide(l.State, l.Promise));

    [Fact, Trait("clause", "NOTE-CALC-2"), Trait("clause", "NOTE-CALC-4")]
    public void TheTrusteeAndTheIssuerAreToldOnTheDayAndTheExchangeByTheFirstDayOfThePeriod()
    {
        var life = Booked();
        Assert.Empty(Duties(life, "2009-01-06"));
        Assert.Equal(["2009-01-07 open"], Duties(life, "2009-01-07"));
        Assert.Equal(["2009-01-07 breached"], Duties(life, "2009-01-08"));
        life = SecondFixed();
        Assert.Equal(["2009-01-07 open", "2009-01-07 open", "2009-01-09 open"], Duties(life, "2009-01-07"));
        life.Do(l => Tell(l, 2, "trustee", "2009-01-07")).Do(l => Tell(l, 2, "issuer", "2009-01-08")).Do(l => Tell(l, 2, "Luxembourg Stock Exchange", "2009-01-09"));
        Assert.Equal(["2009-01-07 met", "2009-01-07 late", "2009-01-09 met"], Duties(life, "2009-01-09"));
        // 750,000,000 x (1.90 + 0.80)% x 31/360 = 1,743,750.00, paid on 9 February
        var told = life.State.RateNotices[(2, "Luxembourg Stock Exchange")];
        Assert.Equal((new Ratio(27, 1000), "1743750.00", Oracle.Date("2009-02-09")), (told.PerAnnum, told.Interest.ToString(), told.PaymentDate));
    }

    [Fact, Trait("clause", "NOTE-CALC-4")]
    public void AnExchangeThatIsNotToldByTheFirstDayIsABreach() =>
        Assert.Equal(["2009-01-07 breached", "2009-01-07 breached", "2009-01-09 breached"], Duties(SecondFixed(), "2009-01-10"));

    [Fact]
    public void ANoticeIsGivenOnceOfADeterminedRateToWhomTheTermsNameAndSaysWhereItIsKept()
    {
        var life = SecondFixed();
        Assert.Equal("PERIOD-UNKNOWN", life.Refused(l => Tell(l, 99, "trustee", "2009-01-07")));
        Assert.Equal("RATE-UNFIXED", life.Refused(l => Tell(l, 3, "trustee", "2009-01-07")));
        Assert.Equal("NOTICE-NOT-OWED", life.Refused(l => Tell(l, 2, "a newspaper", "2009-01-07")));
        Assert.Equal("RECORD-MISSING", life.Refused(l => Tell(l, 2, "trustee", "2009-01-07", " ")));
        life.Do(l => Tell(l, 2, "trustee", "2009-01-07"));
        Assert.Equal("NOTICE-GIVEN", life.Refused(l => Tell(l, 2, "trustee", "2009-01-07")));
    }

    [Fact, Trait("clause", "NOTE-CALC-3")]
    public void ACorrectedRateIsToldAgain()
    {
        var life = SecondFixed().Do(l => Tell(l, 2, "trustee", "2009-01-07"))
            .Do(l => new CorrectRate(new FixRate(2, Fixing("2009-01-07", "1.88"), Determined), "digits transposed").Decide(l.State, l.Promise));
        Assert.Equal("2009-01-07 open", Duties(life, "2009-01-07").First());
        life.Do(l => Tell(l, 2, "trustee", "2009-01-07"));
        // 1.88 + 0.80 = 2.68 percent
        Assert.Equal(new Ratio(268, 10000), life.State.RateNotices[(2, "trustee")].PerAnnum);
    }

    [Fact, Trait("clause", "NOTE-CALC-5")]
    public void WhoeverAsksIsToldTheRateInForceAndTheNextOnceItIsDetermined()
    {
        var life = SecondFixed()
            .Do(l => new FixRate(3, Fixing("2009-02-05", "1.80"), Oracle.Date("2009-02-05")).Decide(l.State, l.Promise))
            .Do(l => new FixRate(4, Fixing("2009-03-05", "1.70"), Oracle.Date("2009-03-05")).Decide(l.State, l.Promise));
        (int?, int?) Asked(string on)
        {
            var (now, next) = RateDuties.Asked(life.State, life.Promise, Oracle.Date(on));
            return (now?.N, next?.N);
        }

        Assert.Equal((3, null), Asked("2009-03-04"));
        Assert.Equal((3, 4), Asked("2009-03-06"));
        Assert.Equal((4, null), Asked("2009-03-09")); // the day on which the fourth period begins
        Assert.Equal((null, 1), Asked("2008-12-08")); // before the first period, whose rate is known
    }

    [Fact]
    public void SilentTermsOweNobodyANotice() => Assert.Same(RateNoticeRules.Silent, RateNoticeRules.Of(Life.TermsOf(TermsJsonTests.Floating), Calendars.Standard).Require());
}
