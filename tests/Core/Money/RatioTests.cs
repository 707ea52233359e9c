namespace Indenture.Tests.Core;

public class RatioTests
{
    [Fact]
    public void AHalfYearOfTwoAndSevenEighthsOnThreeAndThreeQuarterBillionIsExact()
    {
        var interest = Ratio.Whole(3_750_000_000) * new Percent(2.875m).ToRatio() * new Ratio(180, 360);
        // 3,750,000,000 x 0.02875 = 107,812,500; half of it = 53,906,250
        Assert.Equal("53906250", interest.ToString());
    }

    [Theory]
    [InlineData("3000000000", "3000000000")] // 3 x 10^9 is above 2^31
    [InlineData("-1.23456789012", "-30864197253/25000000000")] // 123,456,789,012 / 10^11, both divided by 4
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")] // every bit of all three words
    public void ADecimalIsTakenExactlyWhateverItsBits(string value, string ratio) =>
        Assert.Equal(ratio, Ratio.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ToString());
}
