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
}
