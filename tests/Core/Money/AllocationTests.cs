namespace Indenture.Tests.Arithmetic;

public class AllocationTests
{
    private static long[] Split(long total, long[] weights, string[] keys)
    {
        var parts = new long[weights.Length];
        Allocation.Split(total, weights, keys, parts);
        return parts;
    }

    [Fact]
    public void TheLargestRemaindersGetTheUnitsLeftOver()
    {
        // 10 over 3:3:1: 30/7 = 4 2/7, 4 2/7, 10/7 = 1 3/7; one unit is left and 3/7 is the largest remainder.
        Assert.Equal([4, 4, 2], Split(10, [3, 3, 1], []));
        Assert.Equal([-4, -4, -2], Split(-10, [3, 3, 1], []));
    }

    [Fact]
    public void EqualHoldersAreToldApartByTheirKeysAndNotByTheirPlaces()
    {
        // 100 over three equal holders: 33 1/3 each; the unit left over is the first key's wherever it stands.
        Assert.Equal([33, 34, 33], Split(100, [5, 5, 5], ["b", "a", "c"]));
        Assert.Equal([34, 33, 33], Split(100, [5, 5, 5], ["a", "c", "b"]));
    }

    [Fact]
    public void OfTwoEqualRemaindersTheLargerHoldingGoesFirst()
    {
        // 2 over 1:3: 2/4 = 1/2 and 6/4 = 1 1/2; the remainders are equal.
        Assert.Equal([0, 2], Split(2, [1, 3], ["a", "b"]));
    }

    [Fact]
    public void AMillionEqualHoldersAreNoWorseThanUnequalOnes()
    {
        var keys = Enumerable.Range(0, 200_000).Select(i => $"H{(i * 7919) % 200_000:000000}").ToArray();
        var parts = Split(300_001, [.. Enumerable.Repeat(1_000L, keys.Length)], keys);
        // One each and 100,001 left over for the first keys in order.
        Assert.All(keys.Zip(parts), h => Assert.Equal(string.CompareOrdinal(h.First, "H100001") < 0 ? 2 : 1, h.Second));
    }

    [Fact]
    public void SharesLargerThanTheWeightsAreExactToo()
    {
        // 9,000,000,000,000,000,000 over 1:2 = 3,000,000,000,000,000,000 and twice that.
        Assert.Equal([3_000_000_000_000_000_000, 6_000_000_000_000_000_000], Split(9_000_000_000_000_000_000, [1, 2], []));
    }

    [Fact]
    public void NegativeOrNoWeightsAreABug()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Split(1, [1, -1], []));
        Assert.Throws<ArgumentException>(() => Split(1, [0, 0], []));
    }
}
