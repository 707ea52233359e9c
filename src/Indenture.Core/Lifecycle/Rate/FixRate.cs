namespace Indenture.Core;

/// <summary>Why a rate is not fixed, in the order in which it is tested; why an index is not found from evidence stands in <see cref="IndexRefusal"/>.</summary>
public enum FixRateRefusal { PeriodUnknown, RateFixed, RateUsed, RateUnfixed, GroundMissing, FixedCoupon, FixingEarly, SpreadUnknown, FixingMissing, RateNegative }

/// <summary>
/// Determines the rate of a floating period on its determination date (NOTE-LIBOR-1, NOTE-CALC-2): from the published fixing, or where none is given from the
/// evidence of the contract's own determination; from the day that a law replaces the index, from what the law puts in its place.
/// </summary>
/// <param name="Today">The rate cannot be determined before its determination date.</param>
public sealed record FixRate(int N, Fixings Fixings, DateOnly Today)
{
    /// <summary>What the calculation agent saw and whom it asked; null where it relies on a published fixing.</summary>
    public RateEvidence? Evidence { get; init; }

    /// <summary>How far from the stated time "approximately" reaches, in minutes: the person's choice.</summary>
    public int ToleranceMinutes { get; init; } = 15;

    /// <summary>Refused by <see cref="FixRateRefusal"/>, or as the contract's determination is (<see cref="IndexRefusal"/>).</summary>
    public Outcome<Decision> Decide(SeriesState state, Promise promise)
    {
        if (Dues.Periods(promise).FirstOrDefault(p => p.N == N) is not { } period)
            return Refusal.Of(FixRateRefusal.PeriodUnknown, $"Series {state.Id} has no interest period {N}.");
        if (state.PaidElsewhere(N) is { } elsewhere) return elsewhere;
        if (state.Rates.TryGetValue(N, out var known))
            return Refusal.Of(FixRateRefusal.RateFixed, $"The rate of period {N} was determined as {known.How} percent; a determined rate is final and binding absent manifest error.");
        return Determine(state, period).Map(@fixed => new Decision(@fixed));
    }

    internal Outcome<RateEvent.Fixed> Determine(SeriesState state, Period period)
    {
        if (period.Phase.Coupon is not Coupon.Floating { Rate: var rate })
            return Refusal.Of(FixRateRefusal.FixedCoupon, $"Period {N} of series {state.Id} has no floating rate.");
        if (Today < period.FixingDate)
            return Refusal.Of(FixRateRefusal.FixingEarly, $"The determination date of period {N} is {period.FixingDate:yyyy-MM-dd}; today is {Today:yyyy-MM-dd}.");
        return Rate(state, period, rate).Then<RateEvent.Fixed>(@fixed => @fixed.PerAnnum.Numerator < 0
            // The terms neither exclude a rate below zero nor say what is then owed (NOTE-INTFRN-7): a person decides.
            ? Refusal.Of(FixRateRefusal.RateNegative, $"The rate of period {N} would be {@fixed.How} percent, below zero, and no document at hand states a floor; supply one with --assume floor=0:WHY or another document.")
            : @fixed);
    }

    private Outcome<RateEvent.Fixed> Rate(SeriesState state, Period period, FloatingRate rate)
    {
        var determination = period.FixingDate!.Value;
        return Dues.RateOf(period, Fixings).Match<Outcome<RateEvent.Fixed>>(
            known => new RateEvent.Fixed(N, rate.Index, rate.Tenor, determination, known.Fixing?.Percent, known.PerAnnum, known.How, (known.Fixing ?? known.Observed[^1]).Source.File, (known.Fixing ?? known.Observed[^1]).Source.Row),
            unknown => unknown.Code == "SPREAD-UNKNOWN"
                ? Refusal.Of(FixRateRefusal.SpreadUnknown, $"Period {N} from {period.AccrualStart:yyyy-MM-dd} has no rate: {unknown.Why}.{GapOf(state, "spread")}")
                : Evidence is null || rate.InArrears is not null || StatutoryReplacement.Of(rate.Index, rate.Tenor, determination) is not null
                    ? Refusal.Of(FixRateRefusal.FixingMissing, $"Period {N} from {period.AccrualStart:yyyy-MM-dd} has no rate: {unknown.Why}.")
                    : FromEvidence(state, rate, determination, Evidence));
    }

    private Outcome<RateEvent.Fixed> FromEvidence(SeriesState state, FloatingRate rate, DateOnly determination, RateEvidence evidence)
    {
        var interest = state.Terms.Interest;
        return RateWaterfall.Determine(interest.IndexSource?.Value, interest.Fixing?.Value.Time, interest.Fallback?.Value, determination, ToleranceMinutes, evidence, state.Rates.GetValueOrDefault(N - 1)?.Repeatable)
            .Map(index =>
            {
                var known = RateDetermination.Finish(rate, index.Percent, index.How);
                return new RateEvent.Fixed(N, rate.Index, rate.Tenor, determination, null, known.PerAnnum, known.How, null, null) { IndexPercent = index.Percent, Evidence = evidence, Passed = index.Passed };
            });
    }

    private static string GapOf(SeriesState state, string name) => state.Terms.Gaps.FirstOrDefault(g => g.Name == name) is { } gap ? " " + gap.Why : "";
}
