namespace Indenture.Core;

/// <summary>Splits an amount so that the parts add up to it exactly.</summary>
public static class Allocation
{
    /// <summary>
    /// In proportion to weights: each part its exact share rounded down, the units left over one each to the largest remainders, the earlier
    /// of two equal ones first. Throws for a negative weight or a sum of zero.
    /// </summary>
    public static IReadOnlyList<Money> ProRata(Money total, IReadOnlyList<long> weights)
    {
        Int128 sum = 0;
        foreach (var weight in weights) sum += weight >= 0 ? weight : throw new ArgumentOutOfRangeException(nameof(weights), "A weight is not negative.");
        if (sum == 0) throw new ArgumentException("The weights are all zero.", nameof(weights));
        var parts = new long[weights.Count];
        var remainders = new Int128[weights.Count];
        var left = total.Minor;
        for (var i = 0; i < weights.Count; i++)
        {
            var (share, remainder) = Int128.DivRem((Int128)total.Minor * weights[i], sum);
            if (remainder < 0) (share, remainder) = (share - 1, remainder + sum); // round down below zero as well
            (parts[i], remainders[i]) = ((long)share, remainder);
            left -= parts[i];
        }
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).ThenBy(i => i).Take((int)left)) parts[i]++;
        return [.. parts.Select(p => new Money(p, total.Currency))];
    }
}
