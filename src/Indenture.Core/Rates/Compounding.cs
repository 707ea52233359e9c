using System.Globalization;

namespace Indenture.Core;

/// <summary>How the overnight rates of a period make one rate.</summary>
public enum CompoundingMethod
{
    /// <summary>Interest on interest from business day to business day (ISDA 2021 Definitions 7.3: compounding).</summary>
    Compounded,
    /// <summary>The mean of the daily rates, each weighted by the days it holds (ISDA 2021 Definitions 7.4: averaging).</summary>
    Averaged,
}

/// <summary>Whose days weigh a rate that is observed some business days earlier.</summary>
public enum ObservationWeights
{
    /// <summary>Those of the interest period: the rate of an earlier day holds for the days of the later one (lookback without observation shift).</summary>
    InterestPeriod,
    /// <summary>Those of the observation period: the period itself is moved back (observation period shift).</summary>
    ObservationPeriod,
}

/// <summary>A rate made in arrears of the overnight rates of its period.</summary>
/// <param name="Method">Interest on interest, or a mean.</param>
/// <param name="Lookback">Business days between the day on which a rate is observed and the day for which it counts; zero for none.</param>
/// <param name="Weights">Says nothing where <paramref name="Lookback"/> is zero.</param>
public sealed record Compounding(CompoundingMethod Method, int Lookback = 0, ObservationWeights Weights = ObservationWeights.InterestPeriod)
{
    /// <summary>"compounded", "averaged, lookback 5", "compounded, lookback 2, observation shift".</summary>
    public override string ToString() => Names.Of(Method) +
        (Lookback == 0 ? "" : $", lookback {Lookback.ToString(CultureInfo.InvariantCulture)}{(Weights == ObservationWeights.ObservationPeriod ? ", observation shift" : "")}");
}

/// <summary>A rounding of the rate of a period, once, after multiplier, spread, floor and cap.</summary>
/// <param name="Unit">In percent: 0.00001 is one hundred-thousandth of a percentage point.</param>
/// <param name="Direction">Where the exact rate lies between two multiples of the unit.</param>
public sealed record RateRounding(decimal Unit, RoundingDirection Direction)
{
    /// <summary>The nearest multiple of the unit, in percent.</summary>
    public Ratio Apply(Ratio percent) => Ratio.Whole(Rounding.Nearest(percent / Ratio.Of(Unit), Direction)) * Ratio.Of(Unit);

    /// <summary>"0.00001 half-up".</summary>
    public override string ToString() => $"{Unit.ToString(CultureInfo.InvariantCulture)} {Names.Of(Direction)}";
}
