namespace Indenture.Tests.Core.Rates;

/// <summary>Overnight rates of four days from Thursday 14 March to Tuesday 19 March 2024, with those of the two business days before.</summary>
public class OvernightTests
{
    private static readonly DateOnly Start = new(2024, 3, 14), End = new(2024, 3, 19);

    private const string Rates = """
        index,tenor,date,percent
        USD-SOFR,ON,2024-03-12,5.29
        USD-SOFR,ON,2024-03-13,5.35
        USD-SOFR,ON,2024-03-14,5.31
        USD-SOFR,ON,2024-03-15,5.30
        USD-SOFR,ON,2024-03-18,5.32
        """;

    private static FloatingRate Rate(Compounding rule, RateRounding? rounding = null) =>
        new("USD-SOFR", "ON", new Percent(0), null, null, 2, Calendars.Standard.Resolve(new CalendarSet("USGovernmentSecurities")).Require()) { InArrears = new InArrears(rule, 360), Rounding = rounding };

    private static PeriodRate Of(FloatingRate rate, string fixings = Rates) => RateDetermination.Of(rate, End, Start, End, Fixings.Parse(fixings, "sofr.csv").Require());

    private static void Near(decimal expectedPercent, PeriodRate rate)
    {
        var percent = Assert.IsType<PeriodRate.Known>(rate).Percent;
        Assert.True(percent.TryDecimal(out var value));
        Assert.True(Math.Abs(value - expectedPercent) < 1e-17m, $"{expectedPercent} but {value}");
    }

    [Fact]
    public void ACompoundedRateIsInterestOnInterestFromBusinessDayToBusinessDay() =>
        // one day at 5.31, three over the weekend at 5.30, one at 5.32; five days in all
        Near(((1 + 0.0531m / 360) * (1 + 0.0530m * 3 / 360) * (1 + 0.0532m / 360) - 1) * 360 / 5 * 100, Of(Rate(new Compounding(CompoundingMethod.Compounded))));

    [Fact]
    public void AnAveragedRateIsTheMeanWeightedByDays() =>
        // (5.31 x 1 + 5.30 x 3 + 5.32 x 1) / 5 = 5.306
        Assert.Equal(new Percent(5.306m).ToRatio(), Assert.IsType<PeriodRate.Known>(Of(Rate(new Compounding(CompoundingMethod.Averaged)))).PerAnnum);

    [Fact]
    public void ALookbackReadsEarlierRatesForThePeriodsOwnDays() =>
        // two business days back: 5.29 of the 12th for the 14th, 5.35 of the 13th for the weekend, 5.31 of the 14th for the 18th
        Assert.Equal(new Ratio(529 + 3 * 535 + 531, 500) / Ratio.Whole(100), Assert.IsType<PeriodRate.Known>(Of(Rate(new Compounding(CompoundingMethod.Averaged, 2)))).PerAnnum);

    [Fact]
    public void AnObservationShiftMovesTheDaysToo() =>
        // the 12th to the 15th: 5.29, 5.35 and 5.31, one day each, over three days
        Near(((1 + 0.0529m / 360) * (1 + 0.0535m / 360) * (1 + 0.0531m / 360) - 1) * 360 / 3 * 100, Of(Rate(new Compounding(CompoundingMethod.Compounded, 2, ObservationWeights.ObservationPeriod))));

    [Fact]
    public void AFirstDayThatIsClosedHasTheRateOfTheDayBefore() =>
        // from Saturday the 16th: 5.30 of Friday for two days, 5.32 for Monday
        Assert.Equal(new Ratio(2 * 530 + 532, 300) / Ratio.Whole(100),
            Assert.IsType<PeriodRate.Known>(RateDetermination.Of(Rate(new Compounding(CompoundingMethod.Averaged)), End, new DateOnly(2024, 3, 16), End, Fixings.Parse(Rates, "sofr.csv").Require())).PerAnnum);

    [Fact]
    public void ARateIsRoundedWhereTheTermsSaySoOnceAfterTheSpread()
    {
        // 5.306 x 1.5 + 0.1234567 = 8.0824567, to one hundred-thousandth of a percentage point: 8.08246
        var rate = Rate(new Compounding(CompoundingMethod.Averaged), new RateRounding(0.00001m, RoundingDirection.HalfUp)) with { Spread = new Percent(0.1234567m), Multiplier = 1.5m };
        var known = Assert.IsType<PeriodRate.Known>(Of(rate));
        Assert.Equal(new Percent(8.08246m).ToRatio(), known.PerAnnum);
        Assert.Equal("5.306 averaged over 3 rates of 2024-03-14 to 2024-03-18 x 1.5 + 0.1234567, rounded 0.00001 half-up to 8.08246", known.How);
        Assert.Equal(3, known.Observed.Count);
    }

    [Fact]
    public void FloorAndCapHoldTheRateAfterMultiplierAndSpread()
    {
        var rate = Rate(new Compounding(CompoundingMethod.Averaged)) with { Multiplier = 2, Spread = new Percent(1) };
        Assert.Equal(new Percent(9).ToRatio(), Assert.IsType<PeriodRate.Known>(Of(rate with { Cap = new Percent(9) })).PerAnnum); // 11.612 held to 9
        Assert.Equal(new Percent(12).ToRatio(), Assert.IsType<PeriodRate.Known>(Of(rate with { Floor = new Percent(12) })).PerAnnum);
        Assert.Equal(new Percent(11.612m).ToRatio(), Assert.IsType<PeriodRate.Known>(Of(rate with { Floor = new Percent(0), Cap = new Percent(20) })).PerAnnum);
    }

    [Fact]
    public void NothingStandsInForADayWithoutARate() =>
        Assert.Contains("2024-03-15", Assert.IsType<PeriodRate.Unknown>(Of(Rate(new Compounding(CompoundingMethod.Compounded)), Rates.Replace("USD-SOFR,ON,2024-03-15,5.30\n", "", StringComparison.Ordinal))).Why, StringComparison.Ordinal);
}
