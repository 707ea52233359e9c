using System.Runtime.CompilerServices;

namespace Indenture.Core;

/// <summary>A number that many others are divided by: multiplying by its reciprocal is several times faster than dividing.</summary>
internal readonly struct Divisor
{
    private readonly ulong _reciprocal; // 2^64 over the value, rounded down

    /// <summary>Above zero, and below a quarter of what 64 bits hold.</summary>
    public long Value { get; }

    public bool IsSet => Value != 0;

    public Divisor(long value)
    {
        if (value is <= 0 or > long.MaxValue / 4) throw new ArgumentOutOfRangeException(nameof(value));
        Value = value;
        _reciprocal = value == 1 ? ulong.MaxValue : (ulong)((UInt128.One << 64) / (ulong)value);
    }

    /// <summary>Exact, for a number that is not negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (long Quotient, long Remainder) DivRem(long number)
    {
        // The reciprocal is less than one too small, so the quotient is at most one too small; no product leaves 64 bits.
        unchecked
        {
            var quotient = (long)Math.BigMul((ulong)number, _reciprocal, out _);
            var rest = number - quotient * Value;
            return rest >= Value ? (quotient + 1, rest - Value) : (quotient, rest);
        }
    }
}
