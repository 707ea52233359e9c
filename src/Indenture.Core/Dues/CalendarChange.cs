namespace Indenture.Core;

/// <summary>A date of a period that a calendar moves.</summary>
public enum PeriodDate
{
    /// <summary>First day that earns interest in the period.</summary>
    AccrualStart,
    /// <summary>The day after the last that does.</summary>
    AccrualEnd,
    /// <summary>The day of payment.</summary>
    Payment,
    /// <summary>The record date.</summary>
    Record,
    /// <summary>The determination date of the rate.</summary>
    Fixing,
}

/// <summary>One date that two versions of the calendars put on different days.</summary>
/// <param name="N">The period, by the calendars before.</param>
/// <param name="Scheduled">The scheduled payment date of the period, which no calendar moves.</param>
/// <param name="Date">Which date of the period.</param>
/// <param name="Was">Null where the period was one with its neighbour before.</param>
/// <param name="Now">Null where the period is one with its neighbour now.</param>
public sealed record MovedDate(int N, DateOnly Scheduled, PeriodDate Date, DateOnly? Was, DateOnly? Now);

/// <summary>What a later closure or opening touches: the material of the finding CALENDAR-CHANGED.</summary>
public static class CalendarChange
{
    /// <summary>
    /// Every date of the same terms that moves from one version of the calendars to the other, by period. What is not announced yet is dated anew by making its
    /// promise from the later version; what is announced keeps its dates until a person decides otherwise.
    /// </summary>
    public static IReadOnlyList<MovedDate> Between(Promise before, Promise after)
    {
        var now = Dues.Periods(after).ToDictionary(p => p.UnadjustedDate);
        var moved = new List<MovedDate>();
        foreach (var was in Dues.Periods(before))
        {
            now.Remove(was.UnadjustedDate, out var found);
            moved.AddRange(Between(was, found));
        }
        return [.. moved, .. now.Values.Select(added => new MovedDate(added.N, added.UnadjustedDate, PeriodDate.Payment, null, added.PaymentDate))];
    }

    /// <summary>The dates of one period that move.</summary>
    /// <param name="was">The period by the calendars before.</param>
    /// <param name="now">Null where the period is one with its neighbour now.</param>
    public static IReadOnlyList<MovedDate> Between(Period was, Period? now) =>
    [
        .. new (PeriodDate Date, DateOnly? Was, DateOnly? Now)[]
        {
            (PeriodDate.AccrualStart, was.AccrualStart, now?.AccrualStart), (PeriodDate.AccrualEnd, was.AccrualEnd, now?.AccrualEnd), (PeriodDate.Payment, was.PaymentDate, now?.PaymentDate),
            (PeriodDate.Record, was.RecordDate, now?.RecordDate), (PeriodDate.Fixing, was.FixingDate, now?.FixingDate),
        }.Where(d => d.Was != d.Now).Select(d => new MovedDate(was.N, was.UnadjustedDate, d.Date, d.Was, d.Now)),
    ];

    /// <summary>The same from the terms and two versions of the calendars. Refused as a promise is.</summary>
    public static Outcome<IReadOnlyList<MovedDate>> Between(Terms terms, Calendars before, Calendars after) =>
        Promise.Of(terms, before).Then(one => Promise.Of(terms, after).Map(other => Between(one, other)));

    /// <summary>One finding for each period that is touched: a warning that blocks the payment of what was announced until a person decides, a note on what was not.</summary>
    /// <param name="series">Part of the id of each finding.</param>
    /// <param name="moved">In the order of the periods.</param>
    /// <param name="announced">The periods whose dues have been announced, by number.</param>
    public static IReadOnlyList<Finding> Findings(string series, IReadOnlyList<MovedDate> moved, IReadOnlySet<int> announced) =>
    [
        .. moved.GroupBy(m => m.N).Select(period =>
        {
            var fixedByAnnouncement = announced.Contains(period.Key);
            var dates = string.Join(", ", period.Select(m => $"{Names.Of(m.Date)} {Day(m.Was)} to {Day(m.Now)}"));
            return new Finding($"CALENDAR-CHANGED-{series}-{period.Key}", "CALENDAR-CHANGED", fixedByAnnouncement ? Severity.Warning : Severity.Info,
                $"Dates of period {period.Key} move with the calendars: {dates}; {(fixedByAnnouncement ? "its due was announced and keeps its dates unless a person moves them" : "its due is not announced, and is dated by the later calendars")}.",
                [], [], fixedByAnnouncement ? [Act.Payment] : [], [], [.. period.Select(m => $"{Names.Of(m.Date)}={Day(m.Now)}")], fixedByAnnouncement ? "the announced dates" : "the dates by the later calendars");
        }),
    ];

    private static string Day(DateOnly? day) => day is { } date ? $"{date:yyyy-MM-dd}" : "none";
}
