using System.Globalization;
using System.Numerics;

namespace Indenture.Core;

/// <summary>What a floating coupon is made of, once every part is known or known to be missing.</summary>
/// <param name="Index">"USD-LIBOR".</param>
/// <param name="Tenor">"3M", or "ON" for an overnight rate.</param>
/// <param name="Spread">Percent per annum; null where no document at hand states it: no amount can be computed, dates can.</param>
/// <param name="Floor">Percent per annum, of the rate with its spread; null where none is stated.</param>
/// <param name="Cap">Percent per annum, of the rate with its spread; null where none is stated.</param>
/// <param name="FixingDaysBefore">Business days of <paramref name="FixingCalendar"/> before the period begins; in arrears, before it ends.</param>
/// <param name="FixingCalendar">Whose business days the determination date counts back in.</param>
public sealed record FloatingRate(string Index, string Tenor, Percent? Spread, Percent? Floor, Percent? Cap, int FixingDaysBefore, JointCalendar FixingCalendar)
{
    /// <summary>What the index is multiplied by before the spread is added.</summary>
    public decimal Multiplier { get; init; } = 1;

    /// <summary>Null where the index is published for the whole period.</summary>
    public InArrears? InArrears { get; init; }

    /// <summary>Null where the rate is carried exactly.</summary>
    public RateRounding? Rounding { get; init; }
}

/// <summary>How overnight rates become the rate of a period, and the days of the year that they are quoted for (360 or 365).</summary>
public sealed record InArrears(Compounding Rule, int YearDays);

/// <summary>The rate of one period: a ratio per annum (0.02875 for 2.875%), or why there is none yet.</summary>
public abstract record PeriodRate
{
    private PeriodRate() { }

    /// <param name="PerAnnum">Exact; rounded only where the terms round a rate (NOTE-INTFRN-6).</param>
    /// <param name="How">The sum in words: "2.18750 + 0.55".</param>
    /// <param name="Fixing">The published rate it rests on; null for a fixed rate, and for one that rests on many.</param>
    public sealed record Known(Ratio PerAnnum, string How, Fixing? Fixing = null) : PeriodRate
    {
        /// <summary>In percent.</summary>
        public Ratio Percent => PerAnnum * Ratio.Whole(100);

        /// <summary>The overnight rates that a rate in arrears rests on, in the order of their days; empty for any other.</summary>
        public IReadOnlyList<Fixing> Observed { get; init; } = [];
    }

    /// <param name="Code">SPREAD-UNKNOWN or FIXING-MISSING.</param>
    /// <param name="Why">The end of a sentence.</param>
    public sealed record Unknown(string Code, string Why) : PeriodRate;

    /// <summary>The one way to tell the cases apart: one function for each.</summary>
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
    /// <summary>Decimals of a percent to which a compounded rate is carried: its exact fraction has thousands of digits, and this is finer than any amount shows.</summary>
    private const int Carried = 18;

    /// <summary>
    /// The rate of the period from <paramref name="start"/> (inclusive) to <paramref name="end"/> (exclusive): the index of the determination date, or
    /// the overnight rates of the period, then multiplier, spread, floor, cap and rounding. Nothing stands in for a missing fixing, and a missing spread is
    /// not zero (NOTE-LIBOR-1). From the day that a law replaces the index, what the law puts in its place is read (<see cref="StatutoryReplacement"/>).
    /// </summary>
    public static PeriodRate Of(FloatingRate rate, DateOnly determination, DateOnly start, DateOnly end, Fixings fixings)
    {
        if (rate.Spread is null) return new PeriodRate.Unknown("SPREAD-UNKNOWN", $"no document at hand states the spread over {rate.Index}");
        if (rate.InArrears is { } inArrears) return Overnight(rate, inArrears, start, end, fixings);
        var law = StatutoryReplacement.Of(rate.Index, rate.Tenor, determination);
        var (index, tenor) = law is null ? (rate.Index, rate.Tenor) : (law.Index, law.Tenor);
        if (fixings.Find(index, tenor, determination) is not { } fixing)
            return new PeriodRate.Unknown("FIXING-MISSING", $"no fixing of {index} {tenor} for {determination:yyyy-MM-dd}{(law is null ? "" : $", which stands for {rate.Index} {rate.Tenor} by {law.Source}")}");
        return law is null
            ? Finish(rate, Ratio.Of(fixing.Percent.Value), fixing.Percent.ToString()) with { Fixing = fixing }
            : Finish(rate, Ratio.Of(fixing.Percent.Value) + Ratio.Of(law.Adjustment.Value), $"({fixing.Percent} of {index} {tenor} + {law.Adjustment} by {law.Source})") with { Fixing = fixing };
    }

    /// <summary>What the terms make of the index: index x multiplier + spread, held between floor and cap, rounded once where they round a rate. Throws without a spread.</summary>
    /// <param name="rate">Multiplier, spread, floor, cap and rounding.</param>
    /// <param name="index">In percent, exact: a published rate, a mean of quotations.</param>
    /// <param name="shown">The index in words.</param>
    public static PeriodRate.Known Finish(FloatingRate rate, Ratio index, string shown)
    {
        var spread = rate.Spread!.Value.Value;
        var percent = index * Ratio.Of(rate.Multiplier) + Ratio.Of(spread);
        var how = rate.Multiplier == 1 ? shown : $"{shown} x {rate.Multiplier.ToString(CultureInfo.InvariantCulture)}";
        how = $"{how} {(spread < 0 ? "-" : "+")} {Math.Abs(spread).ToString(CultureInfo.InvariantCulture)}";
        if (rate.Floor is { } floor && percent < Ratio.Of(floor.Value)) (percent, how) = (Ratio.Of(floor.Value), $"{how}, raised to the floor {floor}");
        if (rate.Cap is { } cap && percent > Ratio.Of(cap.Value)) (percent, how) = (Ratio.Of(cap.Value), $"{how}, held to the cap {cap}");
        if (rate.Rounding is { } rounding) (percent, how) = (rounding.Apply(percent), $"{how}, rounded {rounding} to {Show(rounding.Apply(percent))}");
        return new PeriodRate.Known(percent / Ratio.Whole(100), how);
    }

    /// <summary>
    /// Each business day of the period has the rate observed so many business days earlier, and holds until the next; a first day that is closed has the
    /// rate of the day before it. With observation shift the period is moved back as a whole, and its own days weigh.
    /// </summary>
    private static PeriodRate Overnight(FloatingRate rate, InArrears inArrears, DateOnly start, DateOnly end, Fixings fixings)
    {
        var (rule, calendar) = (inArrears.Rule, rate.FixingCalendar);
        var shifted = rule.Weights == ObservationWeights.ObservationPeriod;
        var (from, to) = shifted ? (calendar.AddBusinessDays(start, -rule.Lookback), calendar.AddBusinessDays(end, -rule.Lookback)) : (start, end);
        var days = new List<(Fixing Fixing, int Days)>();
        for (var day = from; day < to;)
        {
            var next = calendar.AddBusinessDays(day, 1);
            var observed = shifted ? day : Back(day);
            if (fixings.Find(rate.Index, rate.Tenor, observed) is not { } fixing)
                return new PeriodRate.Unknown("FIXING-MISSING", $"no fixing of {rate.Index} {rate.Tenor} for {observed:yyyy-MM-dd}");
            days.Add((fixing, (next < to ? next : to).DayNumber - day.DayNumber));
            day = next;
        }
        var percent = rule.Method switch
        {
            CompoundingMethod.Compounded => Compounded(days, inArrears.YearDays),
            CompoundingMethod.Averaged => days.Aggregate(Ratio.Whole(0), (sum, d) => sum + Ratio.Of(d.Fixing.Percent.Value) * Ratio.Whole(d.Days)) / Ratio.Whole(to.DayNumber - from.DayNumber),
        };
        var shown = $"{Show(percent)} {Names.Of(rule.Method)} over {days.Count.ToString(CultureInfo.InvariantCulture)} rates of {days[0].Fixing.Date:yyyy-MM-dd} to {days[^1].Fixing.Date:yyyy-MM-dd}";
        return Finish(rate, percent, shown) with { Observed = [.. days.Select(d => d.Fixing)] };

        DateOnly Back(DateOnly day) => calendar.AddBusinessDays(calendar.Adjust(day, BusinessDayConvention.Preceding), -rule.Lookback);
    }

    /// <summary>((1 + r1 n1 / y) (1 + r2 n2 / y) ... - 1) x y / n in percent, the product exact.</summary>
    private static Ratio Compounded(IReadOnlyList<(Fixing Fixing, int Days)> rates, int yearDays)
    {
        BigInteger numerator = 1, denominator = 1;
        foreach (var (fixing, days) in rates)
        {
            var growth = Ratio.Whole(1) + fixing.Percent.ToRatio() * new Ratio(days, yearDays);
            numerator *= growth.Numerator;
            denominator *= growth.Denominator;
        }
        var scale = BigInteger.Pow(10, Carried);
        var doubled = 2 * (numerator - denominator) * yearDays * 100 * scale / (denominator * rates.Sum(r => r.Days));
        return new Ratio((Int128)((doubled + doubled.Sign) / 2), (Int128)scale);
    }

    /// <summary>A percent for a person: exact where it ends within twelve decimals, else so many and an ellipsis.</summary>
    public static string Show(Ratio percent)
    {
        var twelve = Rounding.Nearest(percent * Ratio.Whole(1_000_000_000_000), RoundingDirection.Down);
        var text = ((decimal)twelve / 1_000_000_000_000m).ToString("0.############", CultureInfo.InvariantCulture);
        return new Ratio(twelve, 1_000_000_000_000).CompareTo(percent) == 0 ? text : text + "…";
    }
}
