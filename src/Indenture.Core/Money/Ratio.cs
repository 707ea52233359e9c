using System.Globalization;

namespace Indenture.Core;

/// <summary>An exact ratio of two whole numbers, in lowest terms, with a positive denominator. Overflow of 128 bits throws: it is never wrapped.</summary>
public readonly record struct Ratio : IComparable<Ratio>
{
    private readonly Int128 _denominatorLessOne; // so that default(Ratio) is 0/1

    /// <summary>In lowest terms; carries the sign.</summary>
    public Int128 Numerator { get; }
    /// <summary>In lowest terms; above zero.</summary>
    public Int128 Denominator => _denominatorLessOne + 1;

    /// <summary>Brought to lowest terms. Throws for a denominator of zero.</summary>
    public Ratio(Int128 numerator, Int128 denominator)
    {
        if (denominator == 0) throw new DivideByZeroException();
        if (denominator < 0) (numerator, denominator) = (checked(-numerator), checked(-denominator));
        var divisor = GreatestCommonDivisor(Int128.Abs(numerator), denominator);
        Numerator = numerator / divisor;
        _denominatorLessOne = denominator / divisor - 1;
    }

    /// <summary>A whole number.</summary>
    public static Ratio Whole(Int128 whole) => new(whole, 1);

    /// <summary>A decimal is an exact ratio over a power of ten.</summary>
    public static Ratio Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        // The words are unsigned and handed out as int: half of all values have a "negative" one.
        Int128 mantissa = unchecked(((Int128)(uint)bits[2] << 64) | ((Int128)(uint)bits[1] << 32) | (uint)bits[0]);
        return new Ratio(bits[3] < 0 ? -mantissa : mantissa, PowerOfTen((bits[3] >> 16) & 0xFF));
    }

    /// <summary>Exact; throws on overflow of 128 bits.</summary>
    public static Ratio operator +(Ratio a, Ratio b) => checked(new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator));
    /// <summary>Exact; throws on overflow of 128 bits.</summary>
    public static Ratio operator -(Ratio a, Ratio b) => checked(new(a.Numerator * b.Denominator - b.Numerator * a.Denominator, a.Denominator * b.Denominator));
    /// <summary>Exact; throws on overflow of 128 bits.</summary>
    public static Ratio operator *(Ratio a, Ratio b)
    {
        // Cross-reduce before multiplying so that intermediate products stay as small as the result allows.
        var left = new Ratio(a.Numerator, b.Denominator);
        var right = new Ratio(b.Numerator, a.Denominator);
        return checked(new(left.Numerator * right.Numerator, left.Denominator * right.Denominator));
    }
    /// <summary>Exact; throws for a divisor of zero and on overflow.</summary>
    public static Ratio operator /(Ratio a, Ratio b) => a * new Ratio(b.Denominator, b.Numerator);
    /// <summary>By value.</summary>
    public static bool operator <(Ratio a, Ratio b) => a.CompareTo(b) < 0;
    /// <summary>By value.</summary>
    public static bool operator >(Ratio a, Ratio b) => a.CompareTo(b) > 0;

    /// <summary>By value; throws on overflow of 128 bits.</summary>
    public int CompareTo(Ratio other) => checked((Numerator * other.Denominator).CompareTo(other.Numerator * Denominator));

    /// <summary>The same number as a decimal where it terminates within 28 digits.</summary>
    public bool TryDecimal(out decimal value)
    {
        value = 0;
        var rest = Denominator;
        var places = 0;
        while (rest % 10 == 0) { rest /= 10; places++; }
        while (rest % 2 == 0 || rest % 5 == 0) { rest /= rest % 2 == 0 ? 2 : 5; places++; }
        if (rest != 1 || places > 28) return false;
        var scaled = checked(Numerator * (PowerOfTen(places) / Denominator));
        if (Int128.Abs(scaled) > (Int128)decimal.MaxValue) return false;
        value = (decimal)scaled / (decimal)PowerOfTen(places);
        return true;
    }

    /// <summary>"n/d", or the whole number where d is 1.</summary>
    public override string ToString() => Denominator == 1
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : $"{Numerator.ToString(CultureInfo.InvariantCulture)}/{Denominator.ToString(CultureInfo.InvariantCulture)}";

    internal static Int128 PowerOfTen(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++) power = checked(power * 10);
        return power;
    }

    private static Int128 GreatestCommonDivisor(Int128 a, Int128 b)
    {
        while (b > ulong.MaxValue || a > ulong.MaxValue)
        {
            if (b == 0) return a;
            (a, b) = (b, a % b);
        }
        var (x, y) = ((ulong)a, (ulong)b); // most numbers are small, and 64 bits divide much faster than 128
        while (y != 0) (x, y) = (y, x % y);
        return x == 0 ? 1 : x;
    }
}
