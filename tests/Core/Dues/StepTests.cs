using Indenture.Tests.Core.Terms;
using Indenture.Tests.Support;

namespace Indenture.Tests.Arithmetic;

/// <summary>Interest that changes on a scheduled date, and the levels on which an amount is rounded.</summary>
public class StepTests
{
    private static Outcome<Promise> Promised(string json) => TermsJson.Read(json, "terms.json").Then(t => Promise.Of(t, Calendars.Standard));

    private static DateOnly D(string day) => Oracle.Date(day);

    [Fact]
    public void AFixedRateStepsUpAndThenFloatsByTheRulesOfItsOwnPhase()
    {
        var promise = Promised(TermsJsonTests.Stepped).Require();
        var dues = Dues.All(promise, Fixings.None);
        Assert.Equal(8, dues.Count); // two half-years at 3, two at 4, four quarters
        // 1,000 at 3% and 4% for 180/360 = 15.00 and 20.00, times 1,000
        Assert.Equal(["15000.00", "15000.00", "20000.00", "20000.00", null, null, null, null], dues.Select(d => d.Interest?.ToString()));
        // 15 March 2025 is a Saturday: the fixed phase pays on Monday and accrues to the 15th, where the floating one begins; 15 June is a Sunday and moves with its period.
        Assert.Equal((D("2025-03-15"), D("2025-03-17")), (dues[3].Period.AccrualEnd, dues[3].Period.PaymentDate));
        Assert.Equal((D("2025-03-15"), D("2025-06-16"), 93), (dues[4].Period.AccrualStart, dues[4].Period.AccrualEnd, dues[4].Period.Length.Days));
        // in arrears: two business days before the period ends on Monday 16 June
        Assert.Equal(D("2025-06-12"), dues[4].Period.FixingDate);
        Assert.Null(dues[3].Period.FixingDate);
    }

    [Fact]
    public void ACompoundedCouponIsPaidOnTheRateOfItsObservedDays()
    {
        var promise = Promised(TermsJsonTests.Stepped).Require();
        var period = Dues.Periods(promise)[4];
        // the same 4.00 on every day of the observation period, 13 March to 12 June 2025
        var rows = Enumerable.Range(0, 130).Select(i => D("2025-03-10").AddDays(i)).Select(d => $"USD-SOFR,ON,{d:yyyy-MM-dd},4.00\n");
        var due = Dues.Of(promise, period, promise.Principal, Dues.RateOf(period, Fixings.Parse("index,tenor,date,percent\n" + string.Concat(rows), "sofr.csv").Require()));
        // two business days before Saturday 15 March is Thursday the 13th, before Monday 16 June Thursday the 12th: 91 days
        var calendar = Calendars.Standard.Resolve(new CalendarSet("USGovernmentSecurities")).Require();
        decimal growth = 1;
        for (var day = D("2025-03-13"); day < D("2025-06-12");)
        {
            var next = day.AddDays(1);
            while (!calendar.IsOpen(next)) next = next.AddDays(1);
            growth *= 1 + 0.04m * (next.DayNumber - day.DayNumber) / 360;
            day = next;
        }
        var percent = Math.Round((growth - 1) * 360 / 91 * 100 * 1.5m + 1.10m, 5, MidpointRounding.AwayFromZero);
        Assert.Equal(new Percent(percent).ToRatio(), Assert.IsType<PeriodRate.Known>(due.Rate).PerAnnum);
        // per 1,000: percent x 93/360 to the cent, times 1,000
        Assert.Equal(Math.Round(1000 * percent / 100 * 93 / 360, 2, MidpointRounding.AwayFromZero) * 1000, decimal.Parse(due.Interest!.ToString()));
        Assert.Contains("per calculation-amount of 1000.00", Dues.Working(promise, due), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"from\": \"2024-03-16\", \"rate\": \"4.00\"", "STEP-INSIDE-PERIOD")]
    [InlineData("\"from\": \"2026-03-15\", \"rate\": \"4.00\"", "STEP-INSIDE-PERIOD")]
    [InlineData("\"from\": \"2024-03-15\", \"kind\": \"floating\"", "TERMS-INCOMPLETE")]
    [InlineData("\"from\": \"2024-03-15\", \"kind\": \"floating\", \"index\": \"USD-SOFR\", \"spread\": \"0\", \"fixing\": { \"businessDaysBefore\": 0, \"calendars\": [\"None\"] }, \"compounding\": { \"method\": \"compounded\" }", "COMPOUNDING-BASIS")]
    public void AStepThatCannotBeCarriedIsRefused(string step, string code) => Assert.Equal(code, Promised($$"""
        { "currency": "USD", "principal": "1000000.00", "maturity": "2026-03-15",
          "interest": { "kind": "fixed", "rate": "3.00", "dayCount": "30/360", "from": "2023-03-15", "paymentDates": ["03-15", "09-15"], "then": [ { {{step}} } ] },
          "businessDays": { "calendars": ["NewYork"], "convention": "following", "accrual": "unadjusted" } }
        """).Match(_ => "done", r => r.Code));

    [Fact]
    public void AZeroThatBeginsToPayHasNoPeriodBeforeItDoes()
    {
        var dues = Dues.All(Promised("""
            { "currency": "USD", "principal": "1000000.00", "maturity": "2026-03-15",
              "interest": { "kind": "zero", "from": "2023-03-15", "then": [ { "from": "2025-03-15", "kind": "fixed", "rate": "8.00", "dayCount": "30/360", "paymentDates": ["03-15", "09-15"] } ] },
              "businessDays": { "calendars": ["NewYork"], "convention": "following", "accrual": "unadjusted" } }
            """).Require(), Fixings.None);
        Assert.Equal([(1, D("2025-03-15"), "40000.00"), (2, D("2025-09-15"), "40000.00")], dues.Select(d => (d.Period.N, d.Period.AccrualStart, d.Interest!.ToString())));
        Assert.Equal("1000000.00", dues[1].Principal.ToString());
    }

    private const string Levels = """
        { "currency": "USD", "principal": "3750000000.00", "maturity": "2011-12-09",
          "interest": { "kind": "fixed", "rate": "2.875", "dayCount": "30/360", "from": "2008-12-09", "paymentDates": ["06-09", "12-09"], "rounding": ROUNDING },
          "businessDays": { "calendars": ["NewYork"], "convention": "following", "accrual": "unadjusted" } }
        """;

    [Theory]
    [Trait("clause", "NOTE-INTFIX-2")]
    // 3,750,000,000 x 2.875% / 2 = 53,906,250.00; per 1,000 it is 14.375: to 14.38 x 3,750,000 = 53,925,000.00, which is 18,750.00 more; to 14.37 x 3,750,000 = 53,887,500.00
    [InlineData("""{ "level": "series", "unit": "0.01", "direction": "half-up" }""", "53906250.00")]
    [InlineData("""{ "level": "calculation-amount", "calculationAmount": "1000.00", "unit": "0.01", "direction": "half-up" }""", "53925000.00")]
    [InlineData("""{ "level": "calculation-amount", "calculationAmount": "1000.00", "unit": "0.01", "direction": "half-even" }""", "53925000.00")]
    [InlineData("""{ "level": "calculation-amount", "calculationAmount": "1000.00", "unit": "0.01", "direction": "down" }""", "53887500.00")]
    public void TheLevelOfRoundingDecidesTheTotal(string rounding, string interest) =>
        Assert.Equal(interest, Dues.All(Promised(Levels.Replace("ROUNDING", rounding)).Require(), Fixings.None)[0].Interest!.ToString());

    [Fact]
    public void ACalculationAmountThatNoDocumentStatesIsAsked() => Assert.Equal("CALCULATION-AMOUNT-MISSING",
        Promised(Levels.Replace("ROUNDING", """{ "level": "calculation-amount", "unit": "0.01", "direction": "half-up" }""")).Match(_ => "done", r => r.Code));

    [Fact]
    public void TheWorkingOfACalculationAmountShowsOneAndHowMany()
    {
        var promise = Promised(Levels.Replace("ROUNDING", """{ "level": "calculation-amount", "calculationAmount": "1000.00", "unit": "0.01", "direction": "half-up" }""")).Require();
        Assert.StartsWith("1000.00 x 2.875% x 1/2 = 14.375, rounded 0.01 half-up per calculation-amount of 1000.00 = 14.38, x 3750000000.00/1000.00 = 53925000.00;",
            Dues.Working(promise, Dues.All(promise, Fixings.None)[0]), StringComparison.Ordinal);
    }

    [Theory]
    // three holders of 1,000: 14.375 each, 43.125 in all
    [InlineData(RoundingLevel.Series, "14.38 14.38 14.37")] // 43.13 in all: 14.37 each, and a cent each to the first two by name
    [InlineData(RoundingLevel.Holder, "14.38 14.38 14.38")]
    [InlineData(RoundingLevel.GlobalNote, "14.38 14.38 14.38")]
    public void AHolderIsOwedWhatTheLevelSays(RoundingLevel level, string expected)
    {
        var thousand = new Money(1000_00, Currency.USD);
        var shares = InterestShares.Of(new Rounding(0.01m, RoundingDirection.HalfUp, level), new Percent(2.875m).ToRatio(), new Ratio(1, 2), [new Holding("a", thousand), new Holding("b", thousand), new Holding("c", thousand)]);
        Assert.Equal(expected, string.Join(' ', shares));
    }
}
