namespace Indenture.Core;

/// <summary>What a floating coupon is made of, once every part is known or known to be missing.</summary>
/// <param name="Spread">Percent per annum; null where no document at hand states it: no amount can be computed, dates can.</param>
public sealed record FloatingRate(string Index, string Tenor, Percent? Spread, Percent? Floor, Percent? Cap, int FixingDaysBefore, JointCalendar FixingCalendar);

/// <summary>The rate of one period: a ratio per annum (0.02875 for 2.875%), or why there is none yet.</summary>
public abstract record PeriodRate
{
    private PeriodRate() { }

    /// <param name="PerAnnum">Exact; never rounded (NOTE-INTFRN-6).</param>
    /// <param name="How">The sum in words: "2.18750 + 0.55".</param>
    /// <param name="Fixing">The published rate it rests on; null for a fixed rate.</param>
    public sealed record Known(Ratio PerAnnum, string How, Fixing? Fixing = null) : PeriodRate
    {
        /// <summary>In percent.</summary>
        public Ratio Percent => PerAnnum * Ratio.Whole(100);
    }

    public sealed record Unknown(string Code, string Why) : PeriodRate;

    public T Match<T>(Func<Known, T> known, Func<Unknown, T> unknown) => this switch
    {
        Known k => known(k),
        Unknown u => unknown(u),
        _ => throw new InvalidOperationException("PeriodRate is a closed set"),
    };
}

/// <summary>Determines the rate of a period from published fixings.</summary>
public static class RateDetermination
{
    /// <summary>
    /// Index of the determination date plus spread, held between floor and cap where the terms state them (NOTE-LIBOR-1). Nothing stands in for a
    /// missing fixing, and a missing spread is not zero.
    /// </summary>
    public static PeriodRate Of(FloatingRate rate, DateOnly fixingDate, Fixings fixings)
    {
        if (rate.Spread is not { } spread) return new PeriodRate.Unknown("SPREAD-UNKNOWN", $"no document at hand states the spread over {rate.Index}");
        if (fixings.Find(rate.Index, rate.Tenor, fixingDate) is not { } fixing)
            return new PeriodRate.Unknown("FIXING-MISSING", $"no fixing of {rate.Index} {rate.Tenor} for {fixingDate:yyyy-MM-dd}");
        var percent = Ratio.Of(fixing.Percent.Value) + Ratio.Of(spread.Value);
        var how = $"{fixing.Percent} {(spread.Value < 0 ? "-" : "+")} {Math.Abs(spread.Value).ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        if (rate.Floor is { } floor && percent < Ratio.Of(floor.Value)) (percent, how) = (Ratio.Of(floor.Value), $"{how}, raised to the floor {floor}");
        if (rate.Cap is { } cap && percent > Ratio.Of(cap.Value)) (percent, how) = (Ratio.Of(cap.Value), $"{how}, held to the cap {cap}");
        return new PeriodRate.Known(percent / Ratio.Whole(100), how, fixing);
    }
}
