namespace Indenture.Core;

/// <summary>Why the dates of a due are not announced, in the order in which it is tested.</summary>
public enum AnnounceDatesRefusal { PeriodUnknown, DatesAnnounced, DueAnnounced }

/// <summary>
/// Makes the dates of a due known before its record date and freezes them with the version of the calendars: a holiday that is declared afterwards
/// does not move what was announced.
/// </summary>
public sealed record AnnounceDates(int N)
{
    public Outcome<Decision> Decide(SeriesState state, Promise promise, PaymentRules rules)
    {
        if (Dues.Periods(promise).FirstOrDefault(p => p.N == N) is not { } period)
            return Refusal.Of(AnnounceDatesRefusal.PeriodUnknown, $"Series {state.Id} has no interest period {N}.");
        if (state.PaidElsewhere(N) is { } elsewhere) return elsewhere;
        if (state.Payments.Dates.TryGetValue(N, out var earlier))
            return Refusal.Of(AnnounceDatesRefusal.DatesAnnounced, $"The dates of due {N} were announced: payment on {earlier.PaymentDate:yyyy-MM-dd}; announced dates are never moved.");
        if (state.Payments.Announced.ContainsKey(N))
            return Refusal.Of(AnnounceDatesRefusal.DueAnnounced, $"Due {N} was announced with its amounts; its dates are known.");
        var funding = rules.FundingDate(period.UnadjustedDate, period.PaymentDate);
        var versions = rules.Funding is { } rule ? $"{promise.Calendar.Version}; funding {rule.Calendar.Version}" : promise.Calendar.Version;
        return new Decision(new PaymentEvent.DatesAnnounced(N, period.AccrualStart, period.AccrualEnd, period.UnadjustedDate, period.RecordDate, period.PaymentDate, funding, period.Length.Days, period.Length.Fraction, versions));
    }

    /// <summary>The period as it was announced; as the calendars have it now where its dates were not announced.</summary>
    public static Period AsAnnounced(SeriesState state, Period period) => state.Payments.Dates.TryGetValue(period.N, out var dates)
        ? period with
        {
            AccrualStart = dates.AccrualStart, AccrualEnd = dates.AccrualEnd, UnadjustedDate = dates.UnadjustedDate, PaymentDate = dates.PaymentDate, RecordDate = dates.RecordDate,
            Length = new DayFraction(dates.Days, dates.Fraction),
        }
        : period;
}
