using System.Numerics;

namespace Indenture.Core;

/// <summary>
/// Splits an amount so that the parts add up to it exactly: each part its exact share rounded towards zero, the units left over one each to the
/// largest remainders. Of two equal remainders the larger weight goes first, then the lesser key in ordinal order: never the order of the input.
/// </summary>
public static class Allocation
{
    private const int BucketBits = 12;

    /// <summary>
    /// In proportion to weights. Holders of equal weight are told apart by their place only, so give their keys wherever they have any. Throws for a
    /// negative weight or a sum of zero.
    /// </summary>
    public static IReadOnlyList<Money> ProRata(Money total, IReadOnlyList<long> weights) => ProRata(total, weights, []);

    /// <summary>In proportion to weights, equal ones told apart by <paramref name="keys"/> (one each, no two the same; none at all for places instead).</summary>
    public static IReadOnlyList<Money> ProRata(Money total, IReadOnlyList<long> weights, IReadOnlyList<string> keys)
    {
        var parts = new long[weights.Count];
        Split(total.Minor, weights as long[] ?? [.. weights], keys, parts);
        return Array.ConvertAll(parts, p => new Money(p, total.Currency));
    }

    /// <summary>The same on minor units into memory of the caller's: for a million holders in some milliseconds.</summary>
    /// <param name="total">In minor units, zero or more.</param>
    /// <param name="weights">Zero or more, not all zero.</param>
    /// <param name="keys">One a weight, or none.</param>
    /// <param name="parts">As long as the weights.</param>
    public static void Split(long total, ReadOnlySpan<long> weights, IReadOnlyList<string> keys, Span<long> parts)
    {
        if (parts.Length != weights.Length || (keys.Count != 0 && keys.Count != weights.Length)) throw new ArgumentException("Weights, keys and parts are one each a holder.");
        Int128 sum = 0;
        foreach (var weight in weights) sum += weight >= 0 ? weight : throw new ArgumentOutOfRangeException(nameof(weights), "A weight is not negative.");
        if (sum == 0) throw new ArgumentException("The weights are all zero.", nameof(weights));
        if (sum > long.MaxValue || total == long.MinValue) throw new OverflowException("The weights add up to more than can be held.");

        var remainders = new ulong[weights.Length];
        var counts = new int[1 << BucketBits];
        var shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount((ulong)sum) - BucketBits);
        var left = Shares((ulong)Math.Abs(total), weights, (ulong)sum, shift, parts, remainders, counts);
        AddOne(weights, keys, parts, remainders, counts, shift, left);
        if (total < 0)
            for (var i = 0; i < parts.Length; i++) parts[i] = -parts[i];
    }

    /// <summary>Every share rounded down with its remainder, and how many remainders have each leading bits. Returns the units left over.</summary>
    private static int Shares(ulong total, ReadOnlySpan<long> weights, ulong sum, int shift, Span<long> parts, ulong[] remainders, int[] counts)
    {
        // total x weight is divided by the sum through its reciprocal, total x 2^64 / sum rounded down: less than one too small, so the quotient is at
        // most one too small, and the remainder, below twice the sum, is right in 64 bits that wrap.
        var factor = ((UInt128)total << 64) / sum;
        var (high, low) = ((ulong)(factor >> 64), unchecked((ulong)factor));
        ulong given = 0;
        unchecked
        {
            for (var i = 0; i < weights.Length; i++)
            {
                var weight = (ulong)weights[i];
                var share = weight * high + Math.BigMul(weight, low, out _);
                var remainder = total * weight - share * sum;
                if (remainder >= sum) (share, remainder) = (share + 1, remainder - sum);
                parts[i] = (long)share;
                remainders[i] = remainder;
                given += share;
                counts[remainder >> shift]++;
            }
            return (int)(total - given);
        }
    }

    /// <summary>One unit to each of the largest remainders: those above the bucket in which the units run out, then the first of that bucket.</summary>
    private static void AddOne(ReadOnlySpan<long> weights, IReadOnlyList<string> keys, Span<long> parts, ulong[] remainders, int[] counts, int shift, int left)
    {
        if (left == 0) return;
        var bucket = counts.Length - 1;
        while (counts[bucket] < left) left -= counts[bucket--];
        var candidates = new int[counts[bucket]];
        var found = 0;
        for (var i = 0; i < remainders.Length; i++)
        {
            var at = (int)(remainders[i] >> shift);
            if (at > bucket) parts[i]++;
            else if (at == bucket) candidates[found++] = i;
        }
        var order = new First(weights, keys, remainders);
        order.Select(candidates, left);
        for (var i = 0; i < left; i++) parts[candidates[i]]++;
    }

    /// <summary>Who gets a unit first.</summary>
    private readonly ref struct First(ReadOnlySpan<long> weights, IReadOnlyList<string> keys, ulong[] remainders)
    {
        private readonly ReadOnlySpan<long> _weights = weights;

        private int Compare(int a, int b)
        {
            var order = remainders[b].CompareTo(remainders[a]);
            if (order == 0) order = _weights[b].CompareTo(_weights[a]);
            if (order == 0 && keys.Count > 0) order = string.CompareOrdinal(keys[a], keys[b]);
            return order != 0 ? order : a.CompareTo(b);
        }

        /// <summary>Brings the first <paramref name="count"/> to the front, in no order among themselves (Hoare's selection, the pivot a median of three).</summary>
        public void Select(Span<int> items, int count)
        {
            var (from, to) = (0, items.Length - 1);
            while (from < to)
            {
                var pivot = Median(items[from], items[from + (to - from) / 2], items[to]);
                var (i, j) = (from, to);
                while (i <= j)
                {
                    while (Compare(items[i], pivot) < 0) i++;
                    while (Compare(pivot, items[j]) < 0) j--;
                    if (i > j) break;
                    (items[i], items[j]) = (items[j], items[i]);
                    i++;
                    j--;
                }
                if (count <= j + 1) to = j;
                else if (count > i) from = i;
                else return;
            }
        }

        private int Median(int a, int b, int c) => Compare(a, b) < 0
            ? Compare(b, c) < 0 ? b : Compare(a, c) < 0 ? c : a
            : Compare(a, c) < 0 ? a : Compare(b, c) < 0 ? c : b;
    }
}
