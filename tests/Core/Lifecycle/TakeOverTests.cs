using Indenture.Tests.Support;

namespace Indenture.Tests.Core.Lifecycle;

/// <summary>A live book taken over from another system: what was paid there is never paid here, and what is left goes on to the cent.</summary>
public class TakeOverTests
{
    private const string Header = "series,asOf,outstanding,cancelled,paidTo,currentRate,lastInterest,title,issuer,currency,principal,maturity,interestKind,interestRate,index,indexTenorMonths,spread,fixingRule,dayCount,interestFrom,paymentDates,firstPayment,rounding,businessDayCities,businessDayConvention,accrual,maturityRule,recordDate,recordDate.unit\n";

    private const string Fixed = "S,2006-12-31,900000000.00,100000000.00,2006-08-09,,18125000.00,3.625% Notes,An Issuer,USD,1000000000.00,2009-02-09,fixed,3.625,,,,,30/360,2004-02-09,\"02-09,08-09\",2004-08-09,0.01 half-up,NewYork,following,unadjusted,,\"01-31,07-31\",\n";

    private const string Positions = """
        series,form,certificate,holder,participant,beneficial,principal
        S,dtc,R-0001,Cede & Co.,,,500000000.00
        S,dtc,R-0007,Cede & Co.,,,400000000.00
        S,dtc,,,Alpha Bank,,600000000.00
        S,dtc,,,Beta Trust,"Fund, The",250000000.00

        """;

    private static Outcome<IReadOnlyList<TakenSeries>> Parse(string rows = Fixed, string positions = Positions, string header = Header) => TakeoverFile.Parse(header + rows, "book.csv", positions, "positions.csv");

    private static Outcome<Decision> Take(Life life, string today = "2007-01-02", string rows = Fixed, string positions = Positions)
    {
        var one = Parse(rows, positions).Require()[0];
        return new TakeOver(one.Offering, one.Terms, one.Book, [], Oracle.Date(today)).Decide(life.State, Calendars.Standard);
    }

    private static string Refused(string rows, string positions = Positions, string today = "2007-01-02") => Take(new Life("S"), today, rows, positions).Match(_ => "taken", r => r.Code);

    [Fact]
    public void TheNextDueIsOursOnWhatIsOutstandingAndThoseBeforeAreNot()
    {
        var life = new Life("S").Do(l => Take(l));
        Assert.Equal("DUE-BEFORE-TAKEOVER", life.Refused(l => Life.Announce(l, 5, Oracle.Date("2007-01-31"))));
        Assert.Equal("DUE-BEFORE-TAKEOVER", life.Refused(l => new AnnounceDates(5).Decide(l.State, l.Promise, l.Rules)));
        life.Do(l => Life.Announce(l, 6, Oracle.Date("2007-01-31")));
        // 900,000,000 x 3.625% / 2
        Assert.Equal("16312500.00", life.State.Payments.Announced[6].Interest.ToString());
        life.Do(l => Life.Fund(l, 6, "16312500.00", Oracle.Date("2007-02-09"))).Do(l => Life.Pay(l, 6, PaymentKind.Interest, Oracle.Date("2007-02-09")));
        // 1,000,000,000 issued: 900,000,000 in two certificates, 100,000,000 cancelled elsewhere
        Assert.Equal((-100_000_000_000L, 10_000_000_000L, 40_000_000_000L), (life.Balance(SeriesBooks.Issued), life.Balance(RegisterBooks.Cancelled), life.Balance(GlobalNote.AccountOf("R-0007"))));
        Assert.Equal(25_000_000_000L, life.Balance(RegisterBooks.Beneficial(NoteForm.Dtc, "Beta Trust", "Fund, The")));
        Assert.Equal(8, CertificateState.Next(life.State)); // after the highest number printed on a certificate
    }

    [Fact]
    public void EveryFactOfTheTermsCitesItsFileLineAndColumn() =>
        Assert.Equal([new Source.Import("book.csv", "line 2, interestRate")], Parse().Require()[0].Terms.Interest.Rate!.Sources);

    [Fact]
    public void TheRateOfTheRunningPeriodIsTheBooksAndTheLaterOnesAreOurs()
    {
        const string Floating = "S,2009-03-20,750000000.00,,2009-03-09,2.50,,Floating Rate Notes,An Issuer,USD,750000000.00,2011-12-09,floating,,USD-LIBOR,1,0.80,2 London business days before,Actual/360,2008-12-09,day 9 monthly,2009-01-09,0.01 half-up,NewYork,following,adjusted,postponed-without-interest,1 business day before,NewYork\n";
        const string One = "series,form,certificate,holder,principal\nS,dtc,R-0001,Cede & Co.,750000000.00\n";
        var life = new Life("S").Do(l => Take(l, "2009-03-23", Floating, One)).Do(l => Life.Announce(l, 4, Oracle.Date("2009-04-08")));
        // 750,000,000 x 2.50% x 31/360 = 1,614,583.33
        Assert.Equal("1614583.33", life.State.Payments.Announced[4].Interest.ToString());
        Assert.Equal("RATE-FIXED", life.Refused(l => new FixRate(4, Fixings.None, Oracle.Date("2009-04-07")).Decide(l.State, l.Promise)));
        Assert.Equal("DUE-BEFORE-TAKEOVER", life.Refused(l => new FixRate(3, Fixings.None, Oracle.Date("2009-04-07")).Decide(l.State, l.Promise)));
        // what a last resort would repeat is the index: 2.50 - 0.80
        Assert.Equal(new Ratio(17, 10), life.State.Rates[4].Repeatable);
        Assert.Equal("CURRENT-RATE-MISSING", Refused(Floating.Replace(",2.50,", ",,", StringComparison.Ordinal), One, "2009-03-23"));
    }

    [Theory]
    [InlineData("900000000.00,100000000.00", "900000000.00,90000000.00", "BOOK-DIFFERS")]
    [InlineData("900000000.00,100000000.00", "950000000.00,50000000.00", "CERTIFICATES-DIFFER")]
    [InlineData("2006-08-09,,", "2006-08-10,,", "PAID-TO-UNKNOWN")]
    [InlineData("2006-08-09,,", "2009-02-09,,", "PAID-TO-UNKNOWN")]
    [InlineData("S,2006-12-31", "S,2006-08-08", "TAKEOVER-BEFORE-PAID")]
    [InlineData("S,2006-12-31", "S,2007-02-01", "TAKEOVER-LATE")]
    [InlineData("S,2006-12-31", "S,2007-01-03", "TAKEOVER-FUTURE")]
    [InlineData("2006-08-09,,", "2006-08-09,3.750,", "CURRENT-RATE-DIFFERS")]
    [InlineData("NewYork,following", ",following", "TERMS-INCOMPLETE")]
    public void ABookThatContradictsItselfOrItsTermsIsNotTaken(string was, string now, string code) =>
        Assert.Equal(code, Refused(Fixed.Replace(was, now, StringComparison.Ordinal), today: code == "TAKEOVER-LATE" ? "2007-02-02" : "2007-01-02"));

    [Theory]
    [InlineData("R-0007", "R-0001", "POSITIONS-REPEATED")]
    [InlineData("Beta Trust,\"Fund, The\",250000000.00", "Alpha Bank,,250000000.00", "POSITIONS-REPEATED")]
    [InlineData("250000000.00", "300000000.01", "POSITIONS-EXCEED-NOTES")]
    public void PositionsAreEachOnceAndWithinTheCertificates(string was, string now, string code) => Assert.Equal(code, Refused(Fixed, Positions.Replace(was, now, StringComparison.Ordinal)));

    [Fact]
    public void ABookIsTakenOnce() => Assert.Equal("SERIES-BOOKED", new Life("S").Do(l => Take(l)).Refused(l => Take(l)));

    [Fact]
    public void TheFirstPaymentIsMeasuredByTheLastOneMadeElsewhere()
    {
        var life = new Life("S").Do(l => Take(l, rows: Fixed.Replace("18125000.00", "1812500.00", StringComparison.Ordinal))).Do(l => Life.Announce(l, 6, Oracle.Date("2007-01-31")));
        Assert.Contains("the last interest, due 5, was of USD 1,812,500.00", Assert.Single(Unusual.Reasons(life.State, life.State.Payments.Announced[6], PaymentKind.Interest, PaymentRules.Silent with { FarFromLast = new Percent(50) })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paidTo", "paidUntil", "book.csv, line 1: the column \"paidUntil\" is not")]
    [InlineData("title,", "asOf,", "book.csv, line 1: the column \"asOf\" is named twice")]
    public void AColumnThatIsNotKnownIsRefused(string was, string now, string said) => Said(Parse(header: Header.Replace(was, now, StringComparison.Ordinal)), said);

    [Theory]
    [InlineData("2006-08-09,,", "9 August,,", "book.csv, line 2: paidTo: \"9 August\" is not a date")]
    [InlineData("3.625,", "three,", "book.csv, line 2: interestRate:")]
    [InlineData("900000000.00,", ",", "book.csv, line 2: outstanding is empty")]
    [InlineData("900000000.00,", "-1.00,", "book.csv, line 2: outstanding is below zero")]
    [InlineData("USD", "", "book.csv, line 2: ")]
    [InlineData("S,", "T,", "positions.csv, line 2: series S is not in book.csv")]
    public void ALineThatCannotBeReadIsRefusedWithItsPlace(string was, string now, string said)
    {
        var at = Fixed.IndexOf(was, StringComparison.Ordinal);
        Said(Parse(Fixed[..at] + now + Fixed[(at + was.Length)..]), said);
    }

    [Theory]
    [InlineData("S,dtc,R-0001", "S,euro,R-0001", "positions.csv, line 2: form: \"euro\" is not one of")]
    [InlineData("S,dtc,R-0001", "S,dtc,", "positions.csv, line 2: certificate is empty")]
    [InlineData("500000000.00", "0.00", "positions.csv, line 2: principal is not above zero")]
    [InlineData("S,dtc,,,Alpha", "S,definitive,,,Alpha", "positions.csv, line 4: nobody holds below a definitive note")]
    public void APositionThatCannotBeReadIsRefusedWithItsPlace(string was, string now, string said) => Said(Parse(positions: Positions.Replace(was, now, StringComparison.Ordinal)), said);

    private static void Said(Outcome<IReadOnlyList<TakenSeries>> parsed, string said) => parsed.Match(
        _ => throw new Xunit.Sdk.XunitException("taken"),
        refusal =>
        {
            Assert.Equal("TAKEOVER-MALFORMED", refusal.Code);
            Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
            return 0;
        });
}
