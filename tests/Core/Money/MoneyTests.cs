namespace Indenture.Tests.Core.Money;

using Money = Indenture.Core.Money;

public class MoneyTests
{
    private static readonly Currency Dollar = Currency.USD;

    private static Money Usd(string amount) => Money.Parse(amount, Dollar).Require();

    [Theory]
    [InlineData("1000000000.00", 100_000_000_000)]
    [InlineData("0.01", 1)]
    [InlineData("-5", -500)]
    public void ReadsAndPrints(string text, long minor) => Assert.Equal(minor, Usd(text).Minor);

    [Fact]
    public void TheYenHasNoDecimals()
    {
        var yen = Money.Parse("25000000000", Currency.JPY).Require();
        Assert.Equal("25000000000", yen.ToString());
        Assert.Equal("AMOUNT-TOO-FINE", Code(Money.Parse("1.5", Currency.JPY)));
    }

    [Theory]
    [InlineData("1,000", "AMOUNT-MALFORMED")]
    [InlineData("ten", "AMOUNT-MALFORMED")]
    [InlineData("0.001", "AMOUNT-TOO-FINE")]
    [InlineData("99999999999999999999", "AMOUNT-TOO-LARGE")]
    public void Refuses(string text, string code) => Assert.Equal(code, Code(Money.Parse(text, Dollar)));

    [Fact]
    public void TwoCurrenciesAreNeverAdded() =>
        Assert.Throws<InvalidOperationException>(() => Usd("1.00") + new Money(1, Currency.JPY));

    [Fact]
    public void OverflowThrowsAndNeverWraps() => Assert.Throws<OverflowException>(() => new Money(long.MaxValue, Dollar) + new Money(1, Dollar));

    // NOTE-INTFRN-2: 1,000 at 2.738% for 90 days on 360 = 6.845; half a cent goes up, the banker's rule would give 6.84.
    [Theory]
    [InlineData(RoundingDirection.HalfUp, "6.85")]
    [InlineData(RoundingDirection.HalfEven, "6.84")]
    [InlineData(RoundingDirection.Down, "6.84")]
    public void HalfACentGoesWhereTheTermsSay(RoundingDirection direction, string expected)
    {
        var exact = Ratio.Whole(1000) * new Percent(2.738m).ToRatio() * new Ratio(90, 360);
        Assert.Equal(expected, new Rounding(0.01m, direction).Apply(exact, Dollar).ToString());
    }

    [Fact]
    public void AnAmountBelowZeroRoundsAwayFromZeroAtTheHalf() =>
        Assert.Equal("-0.01", new Rounding(0.01m, RoundingDirection.HalfUp).Apply(new Ratio(-1, 200), Dollar).ToString());

    [Fact]
    public void PartsAddUpToTheWhole()
    {
        // 100.00 over 1:1:1 = 33.33 1/3 each; one cent is left and goes to the first of equal remainders
        var parts = Allocation.ProRata(Usd("100.00"), [1, 1, 1]);
        Assert.Equal(["33.34", "33.33", "33.33"], parts.Select(p => p.ToString()));
    }

    [Fact]
    public void AnySplitAddsUpAndNoPartIsACentOff()
    {
        var random = new Random(20081209);
        for (var run = 0; run < 500; run++)
        {
            var weights = Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.NextInt64(0, 1_000_000_000_000)).Append(1).ToArray();
            var total = new Money(random.NextInt64(-1_000_000_000_000, 1_000_000_000_000), Dollar);
            var parts = Allocation.ProRata(total, weights);
            Assert.Equal(total, parts.Sum(Dollar));
            var sum = weights.Aggregate((Int128)0, (a, b) => a + b);
            for (var i = 0; i < weights.Length; i++)
                Assert.True(Int128.Abs((Int128)parts[i].Minor * sum - (Int128)total.Minor * weights[i]) < sum, $"part {i} of {total} over {string.Join(",", weights)}");
        }
    }

    private static string Code<T>(Outcome<T> outcome) => outcome.Match(_ => "done", r => r.Code);
}
