using Indenture.Tests.Core.Terms;

namespace Indenture.Tests.Core.Lifecycle;

public class PaymentTests
{
    private static DateOnly D(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    /// <summary>1,000,000,000 at 3.625%, 30/360, paid half-yearly from February 9, 2004 to February 9, 2009; closed.</summary>
    private static Life Outstanding() => new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(TermsJsonTests.Fixed))).Do(l => Life.Close(l, "A", D("2004-02-09")));

    private static Life Announced() => Outstanding().Do(l => Life.Announce(l, 1, D("2004-07-31")));

    [Fact, Trait("clause", "NOTE-REC-1")]
    public void TheRecordDateIsTheListedDayBeforeThePaymentDateOpenOrNot()
    {
        var life = Outstanding();
        Assert.Equal("RECORD-DATE-EARLY", life.Refused(l => Life.Announce(l, 1, D("2004-07-30"))));
        var due = life.Do(l => Life.Announce(l, 1, D("2004-07-31"))).State.Payments.Announced[1];
        Assert.Equal(D("2004-07-31"), due.RecordDate); // a Saturday
        Assert.Equal(D("2004-08-09"), due.PaymentDate);
        // 1,000,000,000 x 3.625% x 180/360
        Assert.Equal("18125000.00", due.Interest.ToString());
        Assert.Equal(-18_125_000_00, life.Balance(SeriesBooks.PayableOf(1, PaymentKind.Interest)));
    }

    [Fact]
    public void AnAnnouncedDueIsNeverAnnouncedAgain() => Assert.Equal("DUE-ANNOUNCED", Announced().Refused(l => Life.Announce(l, 1, D("2004-08-01"))));

    [Fact]
    public void NothingIsPaidBeforeItsDayWithoutMoneyOrTwice()
    {
        var life = Announced();
        Assert.Equal("PAYMENT-EARLY", life.Refused(l => Life.Pay(l, 1, PaymentKind.Interest, D("2004-08-08"))));
        Assert.Equal("FUNDS-SHORT", life.Refused(l => Life.Pay(l, 1, PaymentKind.Interest, D("2004-08-09"))));
        life.Do(l => Life.Fund(l, 1, "18124999.99", D("2004-08-09")));
        Assert.Equal("FUNDS-SHORT", life.Refused(l => Life.Pay(l, 1, PaymentKind.Interest, D("2004-08-09"))));
        life.Do(l => Life.Fund(l, 1, "0.01", D("2004-08-09"))).Do(l => Life.Pay(l, 1, PaymentKind.Interest, D("2004-08-09")));
        Assert.Equal(new Disbursement("interest-1", "Cede & Co.", PaymentKind.Interest, Life.Usd("18125000.00")), Assert.Single(life.Paid));
        Assert.Equal(0, life.Balance(SeriesBooks.HeldFor(1)));
        Assert.Equal("RUN-PAID", life.Refused(l => Life.Pay(l, 1, PaymentKind.Interest, D("2004-08-09"))));
    }

    [Fact]
    public void AnInterestDateOwesNoPrincipal() => Assert.Equal("NOTHING-DUE", Announced().Refused(l => Life.Pay(l, 1, PaymentKind.Principal, D("2004-08-09"))));

    [Fact]
    public void MoreMoneyThanIsOwedIsNotTaken() => Assert.Equal("FUNDED-TWICE", Announced().Refused(l => Life.Fund(l, 1, "18125000.01", D("2004-08-09"))));

    [Fact]
    public void APositionOtherThanTheOneStruckIsRefused()
    {
        var life = Announced();
        Holding[] other = [new("Cede & Co.", Life.Usd("600000000.00")), new("Somebody", Life.Usd("400000000.00"))];
        Assert.Equal("POSITION-CHANGED", life.Refused(l => new PayRun(1, PaymentKind.Interest, D("2004-08-09"), other, Life.Usd("18125000.00"), "ann").Decide(l.State, PaymentRules.Silent, null)));
    }

    [Fact]
    public void ARegisterThatDoesNotAddUpIsNotPaidOn()
    {
        var life = Outstanding();
        var wrong = life.Units.ToDictionary(u => u.Key, u => u.Key == "global-note/R-0001" ? u.Value - 1 : u.Value);
        Assert.Equal("POSITION-DIFFERS", life.Refused(l => new AnnounceDue(1, D("2004-07-31"), wrong).Decide(l.State, l.Promise)));
    }

    [Fact]
    public void ASplitWithoutALevelOfRoundingIsRefused()
    {
        // a unit and a direction but no level; a second tranche whose notes stand in another holder's name
        var terms = Life.TermsOf(TermsJsonTests.Fixed.Replace("\"firstPayment\"", "\"rounding\": { \"unit\": \"0.01\", \"direction\": \"half-up\" }, \"firstPayment\"", StringComparison.Ordinal));
        var life = new Life("S").Do(l => Life.Book(l, "A", terms)).Do(l => Life.Close(l, "A", D("2004-02-09"))).Do(l => Life.Book(l, "B", terms)).Do(l => new CloseOffering("B", D("2004-02-09"),
            l.State.Offering("B")!.Booked.Closing.ToDictionary(c => c.Underwriter, c => c.Amount), "Nominee of the common depositary").Decide(l.State));
        Assert.Equal("SPLIT-UNDEFINED", life.Refused(l => Life.Announce(l, 1, D("2004-07-31"))));
    }

    [Fact]
    public void UnpaidInterestKeepsTheNotesAlive()
    {
        var life = Outstanding();
        foreach (var period in Dues.Periods(life.Promise)) life.Do(l => Life.Announce(l, period.N, period.RecordDate!.Value));
        // principal alone is not all that is owed on the day: 1,000,000,000 + 18,125,000
        life.Do(l => Life.Fund(l, 10, "1000000000.00", D("2009-02-09")));
        Assert.Equal("FUNDS-SHORT", life.Refused(l => Life.Pay(l, 10, PaymentKind.Principal, D("2009-02-09"))));
        life.Do(l => Life.Fund(l, 10, "18125000.00", D("2009-02-09"))).Do(l => Life.Pay(l, 10, PaymentKind.Principal, D("2009-02-09")));
        Assert.Equal("INTEREST-UNPAID", life.Refused(l => new Redeem(D("2009-02-09"), l.Units).Decide(l.State)));
    }

    [Fact]
    public void TheWholeLifeOfAFixedNotePaysTenCouponsAndThePrincipalOnceAndEndsWithNothing()
    {
        var life = Outstanding();
        Assert.Equal("PRINCIPAL-UNPAID", life.Refused(l => new Redeem(D("2009-02-09"), l.Units).Decide(l.State)));
        foreach (var period in Dues.Periods(life.Promise))
        {
            life.Do(l => Life.Announce(l, period.N, period.RecordDate!.Value));
            var due = life.State.Payments.Announced[period.N];
            life.Do(l => Life.Fund(l, period.N, (due.Interest + due.Principal).ToString(), period.PaymentDate)).Do(l => Life.Pay(l, period.N, PaymentKind.Interest, period.PaymentDate));
            if (period.N < 10) continue;
            Assert.Equal("1000000000.00", due.Principal.ToString());
            life.Do(l => Life.Pay(l, 10, PaymentKind.Principal, period.PaymentDate));
        }
        life.Do(l => new Redeem(D("2009-02-09"), l.Units).Decide(l.State));
        // ten times 18,125,000.00 and 1,000,000,000.00 once
        Assert.Equal(1_181_250_000_00, life.Paid.Sum(p => p.Amount.Minor));
        Assert.All(life.State.GlobalNotes, n => Assert.Equal(0, life.Balance(n.Account)));
        Assert.Equal(1_000_000_000_00, life.Balance(SeriesBooks.Retired));
        Assert.Equal("SERIES-REDEEMED", life.Refused(l => new Redeem(D("2009-02-09"), l.Units).Decide(l.State)));
    }

    [Fact, Trait("clause", "NOTE-LIBOR-1")]
    public void ARateIsDeterminedOnItsDayFromItsFixingAndNeverTwice()
    {
        var life = new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(TermsJsonTests.Floating)));
        var fixings = Fixings.Parse("index,tenor,date,percent\nUSD-LIBOR,1M,2008-12-05,1.90000\n", "rates.csv").Require();
        Outcome<Decision> Fix(Life l, int n, string day) => new FixRate(n, fixings, D(day)).Decide(l.State, l.Promise);
        Assert.Equal("FIXING-EARLY", life.Refused(l => Fix(l, 1, "2008-12-04")));
        life.Do(l => Fix(l, 1, "2008-12-05"));
        // 1.90000 + 0.80 = 2.70 percent = 27/1000
        Assert.Equal(new Ratio(27, 1000), life.State.Rates[1].PerAnnum);
        Assert.Equal("RATE-FIXED", life.Refused(l => Fix(l, 1, "2008-12-05")));
        // two London days before January 9, 2009: January 7, for which there is no fixing; none of another day stands in
        Assert.Equal("FIXING-MISSING", life.Refused(l => Fix(l, 2, "2009-01-07")));
    }

    [Fact, Trait("clause", "NOTE-INTFRN-7")]
    public void ARateBelowZeroIsAPersonsDecision()
    {
        var life = new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(TermsJsonTests.Floating)));
        var fixings = Fixings.Parse("index,tenor,date,percent\nUSD-LIBOR,1M,2008-12-05,-0.90\n", "rates.csv").Require();
        Assert.Equal("RATE-NEGATIVE", life.Refused(l => new FixRate(1, fixings, D("2008-12-05")).Decide(l.State, l.Promise))); // -0.90 + 0.80
    }

    [Fact, Trait("clause", "AGY-4.4.2a")]
    public void NoInterestIsOwedToTheIssuerOnMoneyThatIsHeldForDays()
    {
        var life = Announced();
        // three days early: 1,000,000,000 x 3.625% / 2 comes in, and the same goes out
        life.Do(l => Life.Fund(l, 1, "18125000.00", D("2004-08-06"))).Do(l => Life.Pay(l, 1, PaymentKind.Interest, D("2004-08-09")));
        Assert.Equal((-1_812_500_000, 0, 0), (life.Balance(SeriesBooks.IssuerFunds), life.Balance(SeriesBooks.HeldFor(1)), life.Balance(SeriesBooks.PayableOf(1, PaymentKind.Interest))));
        Assert.Equal(0, life.Balance(SeriesBooks.AgentOwnFunds));
    }
}
