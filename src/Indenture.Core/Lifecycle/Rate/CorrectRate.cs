namespace Indenture.Core;

/// <summary>
/// Replaces a determined rate that was manifestly wrong by one determined anew from what is given now (NOTE-CALC-3). Only before a due rests on it: what was
/// announced is corrected by a reversal, never by another rate.
/// </summary>
/// <param name="Again">The determination that takes the place of the earlier.</param>
/// <param name="Ground">What the manifest error was; without one nothing is changed.</param>
public sealed record CorrectRate(FixRate Again, string Ground)
{
    /// <summary>Refused RATE-UNFIXED, RATE-USED, GROUND-MISSING, or as a first determination is.</summary>
    public Outcome<Decision> Decide(SeriesState state, Promise promise)
    {
        if (Dues.Periods(promise).FirstOrDefault(p => p.N == Again.N) is not { } period)
            return Refusal.Of(FixRateRefusal.PeriodUnknown, $"Series {state.Id} has no interest period {Again.N}.");
        if (!state.Rates.TryGetValue(Again.N, out var was))
            return Refusal.Of(FixRateRefusal.RateUnfixed, $"The rate of period {Again.N} has not been determined: there is nothing to correct.");
        if (state.Payments.Announced.ContainsKey(Again.N))
            return Refusal.Of(FixRateRefusal.RateUsed, $"Due {Again.N} was announced on {was.How} percent; an announced due is corrected by a reversal, not by another rate.");
        if (string.IsNullOrWhiteSpace(Ground))
            return Refusal.Of(FixRateRefusal.GroundMissing, $"The rate of period {Again.N}, {was.How} percent, is binding unless there is manifest error; say what the error was.");
        return Again.Determine(state, period).Map(now => new Decision(new RateEvent.Corrected(now, was.PerAnnum, Ground)));
    }
}
