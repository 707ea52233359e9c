namespace Indenture.Core;

/// <summary>Why announced dates are neither moved nor kept, in the order in which it is tested; CALENDAR-CHANGED stops a payment that nobody decided on.</summary>
public enum DatesRefusal { PeriodUnknown, DatesUnannounced, DatesUnmoved, DatesSettled, RunPaid, DueFixed, ReasonMissing, CalendarChanged }

/// <summary>What a person does about announced dates that later calendars would move.</summary>
public enum DatesChoice
{
    /// <summary>They become what the later calendars say.</summary>
    Move,
    /// <summary>They stay as announced.</summary>
    Keep,
}

/// <summary>Announced dates beside what the calendars of today make of the same terms.</summary>
public static class AnnouncedDates
{
    /// <summary>The dates of one announced due that would now be others; empty where none would, or where nothing of the due was announced.</summary>
    /// <param name="today">The period by the calendars of today.</param>
    public static IReadOnlyList<MovedDate> Moved(SeriesState state, Period today)
    {
        var announced = AsStored(state, today);
        return announced is null ? [] : CalendarChange.Between(announced, today);
    }

    /// <summary>One finding CALENDAR-CHANGED for each announced due that nobody has settled and that the calendars of today would date otherwise.</summary>
    public static IReadOnlyList<Finding> Findings(SeriesState state, Promise promise)
    {
        var moved = Dues.Periods(promise).Where(p => IsOpen(state, p.N) && !IsKept(state, promise, p)).SelectMany(p => Moved(state, p)).ToList();
        return CalendarChange.Findings(state.Id, moved, moved.Select(m => m.N).ToHashSet());
    }

    /// <summary>Refused CALENDAR-CHANGED where the payment date of a due would now be another day and no person has decided; the due otherwise.</summary>
    public static Outcome<Promise> Stand(SeriesState state, Promise promise, int n) =>
        Dues.Periods(promise).FirstOrDefault(p => p.N == n) is { } period && !IsKept(state, promise, period) && Moved(state, period) is { Count: > 0 } moved && moved.FirstOrDefault(m => m.Date == PeriodDate.Payment) is { } date
            ? Refusal.Of(DatesRefusal.CalendarChanged, $"Due {n} was announced for {date.Was:yyyy-MM-dd}, and by the calendars of today it is paid on {date.Now:yyyy-MM-dd}: a person moves or keeps the announced date (decide-dates).")
            : promise;

    internal static bool IsKept(SeriesState state, Promise promise, Period period) => state.Payments.Kept.GetValueOrDefault(period.N)?.CalendarsVersion == Dues.CalendarVersions(promise, period);

    private static bool IsOpen(SeriesState state, int n) => (state.Payments.Dates.ContainsKey(n) || state.Payments.Announced.ContainsKey(n)) && !state.Payments.IsPaid(n);

    private static Period? AsStored(SeriesState state, Period today) =>
        state.Payments.Announced.TryGetValue(today.N, out var due)
            ? today with
            {
                AccrualStart = due.Inputs.AccrualStart, AccrualEnd = due.Inputs.AccrualEnd, UnadjustedDate = due.UnadjustedDate, PaymentDate = due.PaymentDate, RecordDate = due.RecordDate,
                FixingDate = state.Rates.GetValueOrDefault(today.N)?.Determination ?? today.FixingDate, Length = new DayFraction(due.Inputs.Days, due.Inputs.Fraction),
            }
            : state.Payments.Dates.ContainsKey(today.N) ? AnnounceDates.AsAnnounced(state, today) : null;
}

/// <summary>
/// A person moves announced dates to where later calendars put them, or keeps them (two persons give it). Dates alone move together; once the amounts are
/// announced only the payment itself can move, and only where the amount does not depend on it.
/// </summary>
public sealed record DecideDates(int N, DatesChoice Choice, string Why)
{
    /// <summary>Refused by <see cref="DatesRefusal"/>.</summary>
    public Outcome<Decision> Decide(SeriesState state, Promise promise, PaymentRules rules)
    {
        if (Dues.Periods(promise).FirstOrDefault(p => p.N == N) is not { } period)
            return Refusal.Of(DatesRefusal.PeriodUnknown, $"Series {state.Id} has no interest period {N}.");
        var due = state.Payments.Announced.GetValueOrDefault(N);
        if (due is null && !state.Payments.Dates.ContainsKey(N))
            return Refusal.Of(DatesRefusal.DatesUnannounced, $"Nothing of due {N} was announced: it is dated by the calendars of the day on which it is.");
        var moved = AnnouncedDates.Moved(state, period);
        if (moved.Count == 0) return Refusal.Of(DatesRefusal.DatesUnmoved, $"The calendars date due {N} as it was announced: there is nothing to decide.");
        if (AnnouncedDates.IsKept(state, promise, period)) return Refusal.Of(DatesRefusal.DatesSettled, $"The announced dates of due {N} were kept against these calendars: {state.Payments.Kept[N].Why}.");
        if (due is not null && Enum.GetValues<PaymentKind>().Any(kind => state.Payments.Paid.ContainsKey(SeriesBooks.RunOf(N, kind))))
            return Refusal.Of(DatesRefusal.RunPaid, $"Of due {N} something was paid: its dates are history.");
        if (Choice == DatesChoice.Move && due is not null && moved.FirstOrDefault(m => m.Date != PeriodDate.Payment) is { } other)
            return Refusal.Of(DatesRefusal.DueFixed, $"The amount of due {N} was announced, and its {Names.Of(other.Date)} would be {other.Now:yyyy-MM-dd} in the place of {other.Was:yyyy-MM-dd}: an announced amount is not computed again.");
        if (string.IsNullOrWhiteSpace(Why)) return Refusal.Of(DatesRefusal.ReasonMissing, $"Why the dates of due {N} are {(Choice == DatesChoice.Move ? "moved" : "kept")} is not said.");
        var versions = Dues.CalendarVersions(promise, period);
        return new Decision(Choice switch
        {
            DatesChoice.Keep => new PaymentEvent.DatesKept(N, versions, Why),
            DatesChoice.Move => new PaymentEvent.DatesMoved(
                new PaymentEvent.DatesAnnounced(N, period.AccrualStart, period.AccrualEnd, period.UnadjustedDate, period.RecordDate, period.PaymentDate,
                    rules.FundingDate(period.UnadjustedDate, period.PaymentDate), period.Length.Days, period.Length.Fraction, versions),
                due?.PaymentDate ?? state.Payments.Dates[N].PaymentDate, Why),
        });
    }
}
