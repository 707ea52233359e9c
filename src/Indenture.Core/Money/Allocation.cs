using System.Numerics;

namespace Indenture.Core;

/// <summary>Splits an amount so that the parts add up to it exactly.</summary>
public static class Allocation
{
    /// <summary>As with keys, the place in the list in the place of a key: the earlier of two equal remainders first.</summary>
    public static IReadOnlyList<Money> ProRata(Money total, IReadOnlyList<long> weights)
    {
        var parts = new long[weights.Count];
        ProRata(total.Minor, weights as long[] ?? [.. weights], parts, null);
        return [.. parts.Select(p => new Money(p, total.Currency))];
    }

    /// <summary>
    /// In proportion to weights: each part its exact share rounded down, the units left over one each to the largest remainders; of two equal ones the
    /// smaller key, in ordinal order, first, whatever their order in the list. Keys are distinct. Throws for a negative weight or a sum of zero.
    /// </summary>
    public static IReadOnlyList<Money> ProRata(Money total, IReadOnlyList<long> weights, IReadOnlyList<string> keys)
    {
        if (keys.Count != weights.Count) throw new ArgumentException("One key for each weight.", nameof(keys));
        var parts = new long[weights.Count];
        ProRata(total.Minor, weights as long[] ?? [.. weights], parts, Comparer<int>.Create((a, b) => string.CompareOrdinal(keys[a], keys[b])));
        return [.. parts.Select(p => new Money(p, total.Currency))];
    }

    /// <summary>
    /// The same on bare minor units, into <paramref name="parts"/>: the work of every split. The units left over, fewer than there are holders, go to the
    /// holders selected by remainder without sorting the rest.
    /// </summary>
    /// <param name="ties">Which of two places with the same remainder is first; null for the earlier place.</param>
    public static void ProRata(long total, ReadOnlySpan<long> weights, Span<long> parts, IComparer<int>? ties)
    {
        Int128 exactSum = 0;
        foreach (var weight in weights) exactSum += weight >= 0 ? weight : throw new ArgumentOutOfRangeException(nameof(weights), "A weight is not negative.");
        if (exactSum == 0) throw new ArgumentException("The weights are all zero.", nameof(weights));
        if (exactSum > long.MaxValue) throw new OverflowException("The weights add up to more than can be held.");
        var remainders = new ulong[weights.Length];
        var left = RoundDown(total, weights, (ulong)exactSum, parts, remainders);
        if (left > 0) GiveToLargest(remainders, (ulong)exactSum, left, parts, ties);
    }

    /// <summary>Rounds each share down and returns how many units are left over: fewer than there are weights.</summary>
    private static int RoundDown(long total, ReadOnlySpan<long> weights, ulong sum, Span<long> parts, Span<ulong> remainders)
    {
        var size = total < 0 ? (ulong)-(Int128)total : (ulong)total;
        var (whole, rest) = Math.DivRem(size, sum);
        // weight x size / sum = weight x whole + weight x rest / sum. The last quotient is estimated from below by a reciprocal of 64 bits: rest / sum is
        // less than one, so the estimate is right or one too small, and the remainder, less than twice the sum, fits 64 bits whatever the products wrapped.
        var reciprocal = (ulong)(((UInt128)rest << 64) / sum);
        var given = (Int128)0;
        for (var i = 0; i < weights.Length; i++)
        {
            var weight = (ulong)weights[i];
            var quotient = Math.BigMul(weight, reciprocal, out _);
            var remainder = unchecked(weight * rest - quotient * sum);
            if (remainder >= sum) (quotient, remainder) = (quotient + 1, remainder - sum);
            var share = (long)(weight * whole + quotient);
            if (total < 0 && remainder > 0) (share, remainder) = (share + 1, sum - remainder); // down below zero as well
            parts[i] = total < 0 ? -share : share;
            remainders[i] = remainder;
            given += parts[i];
        }
        return (int)(total - given);
    }

    /// <summary>
    /// Finds the remainder above which every place gets a unit by counting them in buckets; only those of one bucket are compared with each other.
    /// </summary>
    private static void GiveToLargest(ReadOnlySpan<ulong> remainders, ulong sum, int units, Span<long> parts, IComparer<int>? ties)
    {
        var shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount(sum) - BucketBits);
        var counts = new int[1 << BucketBits];
        foreach (var remainder in remainders) counts[remainder >> shift]++;
        var bucket = counts.Length - 1;
        for (; counts[bucket] < units; bucket--) units -= counts[bucket];
        var close = new int[counts[bucket]];
        var filled = 0;
        for (var i = 0; i < remainders.Length; i++)
        {
            var at = (int)(remainders[i] >> shift);
            if (at > bucket) parts[i]++;
            else if (at == bucket) close[filled++] = i;
        }
        SelectFirst(close, units, remainders, ties);
        foreach (var i in close.AsSpan(0, units)) parts[i]++;
    }

    private const int BucketBits = 14;

    /// <summary>Brings the first places by remainder, largest first, and then by the ties' order to the front, in no order among themselves (Hoare's selection).</summary>
    private static void SelectFirst(Span<int> places, int count, ReadOnlySpan<ulong> remainders, IComparer<int>? ties)
    {
        while (count > 0 && count < places.Length)
        {
            var pivot = places[places.Length / 2];
            var (low, high) = (0, places.Length - 1);
            while (low <= high)
            {
                while (Before(places[low], pivot, remainders, ties)) low++;
                while (Before(pivot, places[high], remainders, ties)) high--;
                if (low > high) break;
                (places[low], places[high]) = (places[high], places[low]);
                (low, high) = (low + 1, high - 1);
            }
            if (count <= high + 1) places = places[..(high + 1)];
            else if (count < low) return;
            else
            {
                places = places[low..];
                count -= low;
            }
        }
    }

    private static bool Before(int one, int other, ReadOnlySpan<ulong> remainders, IComparer<int>? ties) =>
        remainders[one] != remainders[other] ? remainders[one] > remainders[other] : (ties is null ? one.CompareTo(other) : ties.Compare(one, other)) < 0;
}
