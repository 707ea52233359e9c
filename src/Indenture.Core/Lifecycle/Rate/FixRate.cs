namespace Indenture.Core;

/// <summary>Why a rate is not fixed, in the order in which it is tested.</summary>
public enum FixRateRefusal { PeriodUnknown, RateFixed, FixedCoupon, FixingEarly, SpreadUnknown, FixingMissing, RateNegative }

/// <summary>Determines the rate of a floating period on its determination date (NOTE-LIBOR-1, NOTE-CALC-2).</summary>
/// <param name="Today">The rate cannot be determined before its determination date.</param>
public sealed record FixRate(int N, Fixings Fixings, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state, Promise promise)
    {
        if (Dues.Periods(promise).FirstOrDefault(p => p.N == N) is not { } period)
            return Refusal.Of(FixRateRefusal.PeriodUnknown, $"Series {state.Id} has no interest period {N}.");
        if (state.Rates.TryGetValue(N, out var known))
            return Refusal.Of(FixRateRefusal.RateFixed, $"The rate of period {N} was determined as {known.How} percent; a determined rate is final and binding absent manifest error.");
        if (promise.Coupon is not Coupon.Floating { Rate: var rate })
            return Refusal.Of(FixRateRefusal.FixedCoupon, $"Series {state.Id} has no floating rate.");
        if (Today < period.FixingDate)
            return Refusal.Of(FixRateRefusal.FixingEarly, $"The determination date of period {N} is {period.FixingDate:yyyy-MM-dd}; today is {Today:yyyy-MM-dd}.");
        return RateDetermination.Of(rate, period.FixingDate!.Value, Fixings).Match<Outcome<Decision>>(
            determined => determined.PerAnnum.Numerator < 0
                // The terms neither exclude a rate below zero nor say what is then owed (NOTE-INTFRN-7): a person decides.
                ? Refusal.Of(FixRateRefusal.RateNegative, $"The rate of period {N} would be {determined.How} percent, below zero, and no document at hand states a floor; supply one with --assume floor=0:WHY or another document.")
                : new Decision(new RateEvent.Fixed(N, rate.Index, rate.Tenor, period.FixingDate.Value, determined.Fixing!.Percent, determined.PerAnnum, determined.How,
                    determined.Fixing.Source.File, determined.Fixing.Source.Row)),
            unknown => Refusal.Of(unknown.Code == "SPREAD-UNKNOWN" ? FixRateRefusal.SpreadUnknown : FixRateRefusal.FixingMissing,
                $"Period {N} from {period.AccrualStart:yyyy-MM-dd} has no rate: {unknown.Why}.{(unknown.Code == "SPREAD-UNKNOWN" ? GapOf(state, "spread") : "")}"));
    }

    private static string GapOf(SeriesState state, string name) => state.Terms.Gaps.FirstOrDefault(g => g.Name == name) is { } gap ? " " + gap.Why : "";
}
