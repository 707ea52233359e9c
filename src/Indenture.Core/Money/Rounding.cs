using System.Globalization;
using System.Runtime.CompilerServices;

namespace Indenture.Core;

/// <summary>What becomes of an amount between two units.</summary>
public enum RoundingDirection
{
    /// <summary>To the nearest unit; exactly half goes away from zero ("one-half cent being rounded upward").</summary>
    HalfUp,
    /// <summary>To the nearest unit; exactly half goes to the even one.</summary>
    HalfEven,
    /// <summary>Towards zero.</summary>
    Down,
}

/// <summary>The amount that is computed and rounded once: nothing is rounded at two levels.</summary>
public enum RoundingLevel
{
    /// <summary>The amount of the whole series; what a holder gets is its share, by largest remainder.</summary>
    Series,
    /// <summary>The amount of each global note; the series' amount is their sum.</summary>
    GlobalNote,
    /// <summary>The amount of each registered holder; the series' amount is their sum.</summary>
    Holder,
    /// <summary>The amount of one calculation amount, multiplied by how many of them are held, without further rounding.</summary>
    CalculationAmount,
}

/// <summary>A named rounding; it belongs to the terms.</summary>
/// <param name="Unit">The unit rounded to, in major units of the currency: 0.01.</param>
/// <param name="Direction">Where the exact amount lies between two multiples of the unit.</param>
/// <param name="Level">Null where the document does not say what amount is rounded.</param>
/// <param name="CalculationAmount">In major units; only with <see cref="RoundingLevel.CalculationAmount"/>.</param>
public sealed record Rounding(decimal Unit, RoundingDirection Direction, RoundingLevel? Level = null, decimal? CalculationAmount = null)
{
    /// <summary>Applied where the terms are silent, and reported as such (ROUNDING-SILENT).</summary>
    public static Rounding WhereSilent(Currency currency) =>
        new(1m / (decimal)Ratio.PowerOfTen(currency.Decimals), RoundingDirection.HalfUp, RoundingLevel.Series);

    /// <summary>The unit in minor units of a currency. Throws where it is not a whole number of them above zero.</summary>
    public long UnitIn(Currency currency)
    {
        var unit = Ratio.Of(Unit) * currency.MinorUnits;
        return unit.Denominator == 1 && unit.Numerator > 0
            ? (long)unit.Numerator
            : throw new InvalidOperationException($"Rounding unit {Unit} is not a whole number of minor units of {currency}.");
    }

    /// <summary>Rounds an exact amount in major units. The unit must be a whole number of minor units.</summary>
    public Money Apply(Ratio amount, Currency currency) =>
        new((long)checked(Nearest(amount / Ratio.Of(Unit), Direction) * UnitIn(currency)), currency);

    /// <summary>The whole number that a ratio rounds to.</summary>
    public static Int128 Nearest(Ratio value, RoundingDirection direction)
    {
        var (whole, rest) = Int128.DivRem(Int128.Abs(value.Numerator), value.Denominator);
        var rounded = AwayFromZero(checked(rest * 2), value.Denominator, whole % 2 == 1, direction) ? whole + 1 : whole;
        return value.Numerator < 0 ? -rounded : rounded;
    }

    /// <summary>The same for a quotient within 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long Nearest(long numerator, in Divisor denominator, RoundingDirection direction)
    {
        var (whole, rest) = denominator.DivRem(numerator < 0 ? -numerator : numerator);
        var rounded = AwayFromZero(rest * 2, denominator.Value, (whole & 1) == 1, direction) ? whole + 1 : whole;
        return numerator < 0 ? -rounded : rounded;
    }

    /// <summary>Whether what is left over a whole number is rounded away from zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AwayFromZero<T>(T twiceTheRest, T one, bool odd, RoundingDirection direction) where T : struct, System.Numerics.IComparisonOperators<T, T, bool> => direction switch
    {
        RoundingDirection.Down => false,
        RoundingDirection.HalfUp => twiceTheRest >= one,
        RoundingDirection.HalfEven => twiceTheRest > one || (twiceTheRest == one && odd),
    };

    /// <summary>Reads what <see cref="ToString"/> writes; null where the text is not of that form.</summary>
    public static Rounding? Parse(string text)
    {
        var words = text.Split(' ');
        if (words.Length is not (2 or 4 or 6) || Positive(words[0]) is not { } unit || Names.Find<RoundingDirection>(words[1]) is not { } direction) return null;
        if (words.Length == 2) return new Rounding(unit, direction);
        if (words[2] != "per" || Names.Find<RoundingLevel>(words[3]) is not { } level) return null;
        if (words.Length == 4) return new Rounding(unit, direction, level);
        return level == RoundingLevel.CalculationAmount && words[4] == "of" && Positive(words[5]) is { } amount ? new Rounding(unit, direction, level, amount) : null;
    }

    private static decimal? Positive(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;

    /// <summary>"0.01 half-up", with the level where it is stated: "0.01 half-up per calculation-amount of 1000.00".</summary>
    public override string ToString() =>
        $"{Unit.ToString(CultureInfo.InvariantCulture)} {Names.Of(Direction)}" + (Level is { } level ? $" per {Names.Of(level)}" : "") +
        (CalculationAmount is { } amount ? $" of {amount.ToString(CultureInfo.InvariantCulture)}" : "");
}
