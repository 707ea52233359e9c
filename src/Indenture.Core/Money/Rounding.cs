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
public enum RoundingLevel { Series, GlobalNote, Holder, CalculationAmount }

/// <summary>A named rounding; it belongs to the terms.</summary>
/// <param name="Level">Null where the document does not say what amount is rounded.</param>
/// <param name="Unit">The unit rounded to, in major units of the currency: 0.01.</param>
/// <param name="CalculationAmount">In major units; only with <see cref="RoundingLevel.CalculationAmount"/>.</param>
public sealed record Rounding(decimal Unit, RoundingDirection Direction, RoundingLevel? Level = null, decimal? CalculationAmount = null)
{
    /// <summary>Applied where the terms are silent, and reported as such (ROUNDING-SILENT).</summary>
    public static Rounding WhereSilent(Currency currency) =>
        new(1m / (decimal)Ratio.PowerOfTen(currency.Decimals), RoundingDirection.HalfUp, RoundingLevel.Series);

    /// <summary>Rounds an exact amount in major units. The unit must be a whole number of minor units.</summary>
    public Money Apply(Ratio amount, Currency currency)
    {
        var unitMinor = Ratio.Of(Unit) * currency.MinorUnits;
        if (unitMinor.Denominator != 1 || unitMinor.Numerator <= 0)
            throw new InvalidOperationException($"Rounding unit {Unit} is not a whole number of minor units of {currency}.");
        var units = amount / Ratio.Of(Unit);
        return new Money((long)checked(Nearest(units, Direction) * unitMinor.Numerator), currency);
    }

    /// <summary>The whole number that a ratio rounds to.</summary>
    public static Int128 Nearest(Ratio value, RoundingDirection direction)
    {
        var sign = value.Numerator < 0 ? -1 : 1;
        var (whole, rest) = Int128.DivRem(Int128.Abs(value.Numerator), value.Denominator);
        var half = checked(rest * 2).CompareTo(value.Denominator);
        var up = direction switch
        {
            RoundingDirection.Down => false,
            RoundingDirection.HalfUp => half >= 0,
            RoundingDirection.HalfEven => half > 0 || half == 0 && whole % 2 == 1,
        };
        return sign * (up ? whole + 1 : whole);
    }

    /// <summary>"0.01 half-up", with the level where it is stated.</summary>
    public override string ToString() =>
        $"{Unit.ToString(System.Globalization.CultureInfo.InvariantCulture)} {Names.Of(Direction)}" + (Level is { } level ? $" per {Names.Of(level)}" : "");
}
