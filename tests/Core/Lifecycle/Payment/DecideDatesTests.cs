using Indenture.Tests.Core.Terms;
using Indenture.Tests.Support;

namespace Indenture.Tests.Core.Lifecycle;

/// <summary>A closure that is declared after dates were announced: they stand until a person decides.</summary>
public class DecideDatesTests
{
    /// <summary>Monday 9 August 2004 becomes a closed day in New York: the payment due then would be made on Tuesday.</summary>
    private static readonly Calendars Closed = Calendars.Standard.With("amend NewYork\nversion storm\n2004-08-09 | Storm | | Governor's order\n", "storm.calendar").Require();

    private static Life Announced() => new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(TermsJsonTests.Fixed))).Do(l => Life.Close(l, "A", Oracle.Date("2004-02-09")))
        .Do(l => new AnnounceDates(1).Decide(l.State, l.Promise, l.Rules));

    private static Promise Later(Life life) => Promise.Of(life.State.Terms, Closed).Require();

    private static Outcome<Decision> Decide(Life life, DatesChoice choice, string why = "a storm", int n = 1) => new DecideDates(n, choice, why).Decide(life.State, Later(life), life.Rules);

    private static string Stands(Life life) => AnnouncedDates.Stand(life.State, Later(life), 1).Match(_ => "stands", r => r.Code);

    [Fact]
    public void AnAnnouncedPaymentDateThatLaterCalendarsMoveStopsThePaymentUntilAPersonDecides()
    {
        var life = Announced();
        Assert.Equal("stands", AnnouncedDates.Stand(life.State, life.Promise, 1).Match(_ => "stands", r => r.Code));
        Assert.Equal("CALENDAR-CHANGED", Stands(life));
        var finding = Assert.Single(AnnouncedDates.Findings(life.State, Later(life)));
        Assert.Equal(("CALENDAR-CHANGED", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains("payment 2004-08-09 to 2004-08-10", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MovedTheyAreWhatTheLaterCalendarsSayAndTheAmountIsTheSame()
    {
        var life = Announced().Do(l => Life.Announce(l, 1, Oracle.Date("2004-07-31")));
        life.Do(l => Decide(l, DatesChoice.Move));
        Assert.Equal((Oracle.Date("2004-08-10"), Oracle.Date("2004-08-10")), (life.State.Payments.Dates[1].PaymentDate, life.State.Payments.Announced[1].PaymentDate));
        // accrued between scheduled dates: 1,000,000,000 x 3.625% / 2, one day later
        Assert.Equal("18125000.00", life.State.Payments.Announced[1].Interest.ToString());
        Assert.Equal("stands", Stands(life));
        life.Do(l => Life.Fund(l, 1, "18125000.00", Oracle.Date("2004-08-09")));
        Assert.Equal("PAYMENT-EARLY", life.Refused(l => Life.Pay(l, 1, PaymentKind.Interest, Oracle.Date("2004-08-09"))));
        life.Do(l => Life.Pay(l, 1, PaymentKind.Interest, Oracle.Date("2004-08-10")));
    }

    [Fact]
    public void KeptTheyStandAgainstTheseCalendarsAndStillLaterOnesAskAgain()
    {
        var life = Announced().Do(l => Decide(l, DatesChoice.Keep, "the banks open for settlement"));
        Assert.Equal("stands", Stands(life));
        Assert.Empty(AnnouncedDates.Findings(life.State, Later(life)));
        Assert.Equal("DATES-SETTLED", life.Refused(l => Decide(l, DatesChoice.Keep)));
        var still = Promise.Of(life.State.Terms, Closed.With("amend NewYork\nversion flood\n2004-08-10 | Flood | | Order\n", "flood.calendar").Require()).Require();
        Assert.Equal("CALENDAR-CHANGED", AnnouncedDates.Stand(life.State, still, 1).Match(_ => "stands", r => r.Code));
    }

    [Fact]
    public void OnlyWhatWasAnnouncedAndMovesAndIsUnpaidIsDecidedAndTheReasonIsSaid()
    {
        var life = Announced();
        Assert.Equal("PERIOD-UNKNOWN", life.Refused(l => Decide(l, DatesChoice.Move, n: 99)));
        Assert.Equal("DATES-UNANNOUNCED", life.Refused(l => Decide(l, DatesChoice.Move, n: 2)));
        Assert.Equal("REASON-MISSING", life.Refused(l => Decide(l, DatesChoice.Move, " ")));
        Assert.Equal("DATES-UNMOVED", life.Refused(l => new DecideDates(1, DatesChoice.Move, "a storm").Decide(l.State, l.Promise, l.Rules)));
        life.Do(l => Life.Announce(l, 1, Oracle.Date("2004-07-31"))).Do(l => Life.Fund(l, 1, "18125000.00", Oracle.Date("2004-08-09"))).Do(l => Life.Pay(l, 1, PaymentKind.Interest, Oracle.Date("2004-08-09")));
        Assert.Equal("RUN-PAID", life.Refused(l => Decide(l, DatesChoice.Move)));
    }

    [Fact]
    public void AnAnnouncedAmountIsNotComputedAgainForAPeriodThatGrew()
    {
        var floating = TermsJsonTests.Floating.Replace("\"currency\":", "\"purchasePrice\": \"99.80\", \"underwriters\": [ { \"name\": \"One\", \"principal\": \"750000000.00\" } ], \"issueDate\": \"2008-12-09\", \"currency\":", StringComparison.Ordinal);
        var life = new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(floating))).Do(l => Life.Close(l, "A", Oracle.Date("2008-12-09")))
            .Do(l => new FixRate(1, Fixings.Parse("index,tenor,date,percent\nUSD-LIBOR,1M,2008-12-05,1.90\n", "r.csv").Require(), Oracle.Date("2008-12-05")).Decide(l.State, l.Promise))
            .Do(l => Life.Announce(l, 1, Oracle.Date("2009-01-08")));
        var closed = Promise.Of(life.State.Terms, Calendars.Standard.With("amend NewYork\nversion storm\n2009-01-09 | Storm | | Order\n", "storm.calendar").Require()).Require();
        Assert.Equal("DUE-FIXED", life.Refused(l => new DecideDates(1, DatesChoice.Move, "a storm").Decide(l.State, closed, l.Rules)));
        life.Do(l => new DecideDates(1, DatesChoice.Keep, "a storm").Decide(l.State, closed, l.Rules));
    }
}
