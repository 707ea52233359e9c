namespace Indenture.Tests.Arithmetic;

public class FixedLegTests
{
    private static readonly DateOnly[] Boundaries = [new(2008, 12, 9), new(2009, 6, 9), new(2009, 12, 9)];

    private static InterestFactor Factor(string principal, RoundingDirection direction = RoundingDirection.HalfUp) =>
        new(Money.Parse(principal, Currency.USD).Require(), new Percent(2.875m).ToRatio(), new Rounding(0.01m, direction));

    [Fact]
    public void AccruedInterestIsThatOfTheDaysOfItsPeriod()
    {
        var leg = new FixedLeg(Boundaries, DayCountBasis.Thirty360, Factor("3750000000.00"));
        // 9 June to 31 July 2009: 1 x 30 + 31 - 9 = 52 days; 3,750,000,000 x 2.875% x 52/360 = 15,572,916.666… = 15,572,916.67
        Assert.Equal((52, 1_557_291_667), (leg.AccruedDays(new DateOnly(2009, 7, 31)), leg.AccruedMinor(new DateOnly(2009, 7, 31))));
        Assert.Equal((0, 0), (leg.AccruedDays(Boundaries[1]), leg.AccruedDays(Boundaries[2])));
        Assert.Equal(179, leg.AccruedDays(new DateOnly(2009, 6, 8)));
    }

    [Fact]
    public void NothingAccruesOutsideTheLife()
    {
        var leg = new FixedLeg(Boundaries, DayCountBasis.Thirty360, Factor("1000.00"));
        Assert.Throws<ArgumentOutOfRangeException>(() => leg.AccruedDays(new DateOnly(2008, 12, 8)));
        Assert.Throws<ArgumentOutOfRangeException>(() => leg.AccruedDays(new DateOnly(2009, 12, 10)));
        Assert.Throws<ArgumentException>(() => new FixedLeg(Boundaries, DayCountBasis.ActualActualIcma, Factor("1000.00")));
    }

    [Theory]
    [InlineData(RoundingDirection.HalfUp, 1438)] // 1,000 x 2.875% x 180/360 = 14.375
    [InlineData(RoundingDirection.HalfEven, 1438)]
    [InlineData(RoundingDirection.Down, 1437)]
    public void HalfACentGoesWhereTheTermsSay(RoundingDirection direction, long minor) => Assert.Equal(minor, Factor("1000.00", direction).Daily(360).Minor(180));

    [Fact]
    public void AnAmountTooLargeForSixtyFourBitsOnTheWayIsExactAllTheSame()
    {
        // 90,000,000,000,000,000.00 cents x 2.875% x 180/360: the product leaves 64 bits, the amount does not: 900 x 10^14 x 0.014375 = 12,937,500 x 10^8 cents
        Assert.Equal(129_375_000_000_000_000, Factor("90000000000000000.00").Daily(360).Minor(180));
        Assert.Equal(Factor("90000000000000000.00").Of(new Ratio(1, 2)).Minor, Factor("90000000000000000.00").Daily(360).Minor(180));
    }

    [Fact]
    public void EveryCouponOfALegIsThatOfTheOrdinaryPath()
    {
        var minor = new long[2];
        FixedLeg.Interest(Boundaries, DayCountBasis.Thirty360, Factor("3750000000.00").Daily(360), minor);
        Assert.Equal([5_390_625_000, 5_390_625_000], minor); // NOTE-INTFIX-1: 53,906,250.00
    }
}
