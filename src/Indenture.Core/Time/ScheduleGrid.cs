namespace Indenture.Core;

/// <summary>The grid stated as such; where given it may stand instead of payment dates and first payment.</summary>
/// <param name="Effective">The first day, inclusive.</param>
/// <param name="Termination">The scheduled maturity.</param>
/// <param name="TenorMonths">Months from date to date; null where days are counted or dates are listed.</param>
/// <param name="TenorDays">Days from date to date: 7, 28, 91; null where months are counted or dates are listed.</param>
/// <param name="Backward">True: counted back from the termination; false: forward from the effective date.</param>
/// <param name="First">End of the first period, where it is stated.</param>
/// <param name="NextToLast">Start of the last period, where it is stated.</param>
/// <param name="Dates">Every date, where the document lists them; tenor and direction then say nothing.</param>
public sealed record Grid(
    DateOnly Effective, DateOnly Termination, int? TenorMonths, int? TenorDays, bool Backward,
    DateOnly? First = null, DateOnly? NextToLast = null, IReadOnlyList<DateOnly>? Dates = null);

/// <summary>Why a schedule was not made, in the order in which it is tested.</summary>
public enum ScheduleRefusal
{
    /// <summary>It would end before it begins, or on that day.</summary>
    ScheduleReversed,
    /// <summary>Listed dates that do not ascend.</summary>
    ScheduleDatesUnordered,
    /// <summary>Neither listed dates nor a tenor above zero.</summary>
    ScheduleTenorMissing,
    /// <summary>A stated date outside the life.</summary>
    ScheduleDateOutside,
}

/// <summary>The boundaries of interest periods before any business-day rule, first and last included, ascending, no two the same.</summary>
public static class ScheduleGrid
{
    /// <summary>
    /// From the first day that earns interest, each listed day after it (after the first payment, where one is stated), and the maturity, listed or not.
    /// </summary>
    public static Outcome<IReadOnlyList<DateOnly>> Unadjusted(PaymentDates dates, DateOnly from, DateOnly? firstPayment, DateOnly maturity)
    {
        if (maturity <= from) return Reversed(from, maturity);
        if (firstPayment is { } first && (first <= from || first > maturity)) return Outside("first payment", first, from, maturity);
        var grid = new List<DateOnly> { from };
        if (firstPayment is { } stated && stated < maturity) grid.Add(stated);
        for (var year = from.Year; year <= maturity.Year; year++)
            foreach (var date in InYear(dates, year))
                if (date > grid[^1] && date < maturity && (firstPayment is null || date > firstPayment)) grid.Add(date);
        grid.Add(maturity);
        return grid;
    }

    /// <summary>
    /// Every date is a whole number of tenors from one anchor, never from a date that was itself clipped or moved: the termination (or the next-to-last
    /// date) backward, the effective date (or the first) forward. Stated dates stand as they are; what is left over at the other end is a stub.
    /// Refused SCHEDULE-REVERSED, SCHEDULE-TENOR-MISSING, SCHEDULE-DATE-OUTSIDE, or SCHEDULE-DATES-UNORDERED for listed dates.
    /// </summary>
    /// <param name="grid">Its parameters.</param>
    /// <param name="endOfMonth">True: an anchor on the last calendar day of its month gives the last day of each month.</param>
    public static Outcome<IReadOnlyList<DateOnly>> Unadjusted(Grid grid, bool endOfMonth)
    {
        if (Fault(grid) is { } refusal) return refusal;
        var dates = new DateOnly[MostBoundaries(grid)];
        return dates[..Fill(grid, endOfMonth, dates)];
    }

    /// <summary>
    /// The same boundaries into memory of the caller's, without allocating. Throws for a grid that <see cref="Unadjusted(Grid, bool)"/> refuses, and where
    /// <paramref name="into"/> is too short (<see cref="MostBoundaries"/> is always enough).
    /// </summary>
    /// <returns>How many.</returns>
    public static int Fill(Grid grid, bool endOfMonth, Span<DateOnly> into)
    {
        if (Fault(grid) is { } refusal) throw new InvalidOperationException($"{refusal.Code}: {refusal.Message}");
        var count = 0;
        into[count++] = grid.Effective;
        if (grid.Dates is { Count: > 0 } listed)
        {
            for (var i = 0; i < listed.Count; i++)
                if (listed[i] > grid.Effective && listed[i] < grid.Termination) into[count++] = listed[i];
        }
        else
        {
            if (grid.First is { } first && first < grid.Termination) into[count++] = first;
            var (low, high) = (grid.First ?? grid.Effective, grid.NextToLast ?? grid.Termination);
            var begun = count;
            var (lowDay, highDay) = (low.DayNumber, high.DayNumber);
            var anchor = new Months.Anchor(grid.Backward ? high : low, endOfMonth);
            var (months, days) = (grid.TenorMonths ?? 0, grid.TenorDays ?? 0); // a tenor in months goes before one in days
            var step = grid.Backward ? -1 : 1;
            for (var k = step; ; k += step)
            {
                var day = months > 0 ? anchor.At(k * months) : (grid.Backward ? highDay : lowDay) + k * days;
                if (day <= lowDay || day >= highDay) break;
                into[count++] = DateOnly.FromDayNumber(day);
            }
            if (grid.Backward) into[begun..count].Reverse();
            if (grid.NextToLast is { } last && last != grid.First) into[count++] = last;
        }
        into[count++] = grid.Termination;
        return count;
    }

    /// <summary>A number of boundaries that the grid never exceeds.</summary>
    public static int MostBoundaries(Grid grid)
    {
        var days = grid.Termination.DayNumber - grid.Effective.DayNumber;
        return 4 + (grid.Dates?.Count ?? 0) + (grid.TenorMonths is > 0 and var months ? days / (28 * months) : grid.TenorDays is > 0 and var tenor ? days / tenor : 0);
    }

    private static Refusal? Fault(Grid grid)
    {
        if (grid.Termination <= grid.Effective) return Reversed(grid.Effective, grid.Termination);
        if (grid.Effective.Year < 1601 || grid.Termination.Year > 2999) return Outside("schedule", grid.Effective.Year < 1601 ? grid.Effective : grid.Termination, new DateOnly(1601, 1, 1), new DateOnly(2999, 12, 31));
        if (grid.Dates is { Count: > 0 } listed)
        {
            for (var i = 1; i < listed.Count; i++)
                if (listed[i] <= listed[i - 1]) return Refusal.Of(ScheduleRefusal.ScheduleDatesUnordered, $"The listed dates do not ascend: {listed[i]:yyyy-MM-dd} stands after {listed[i - 1]:yyyy-MM-dd}.");
            if (listed[0] < grid.Effective) return Outside("listed date", listed[0], grid.Effective, grid.Termination);
            return listed[^1] > grid.Termination ? Outside("listed date", listed[^1], grid.Effective, grid.Termination) : null;
        }
        if (grid.TenorMonths is not (> 0 and <= 1200) && (grid.TenorMonths is not null || grid.TenorDays is not (> 0 and <= 36525)))
            return Refusal.Of(ScheduleRefusal.ScheduleTenorMissing, "A schedule without listed dates needs a tenor of 1 to 1200 months or 1 to 36525 days.");
        if (grid.First is { } first && (first <= grid.Effective || first > grid.Termination)) return Outside("first date", first, grid.Effective, grid.Termination);
        return grid.NextToLast is { } nextToLast && (nextToLast < (grid.First ?? grid.Effective) || nextToLast >= grid.Termination)
            ? Outside("next-to-last date", nextToLast, grid.First ?? grid.Effective, grid.Termination)
            : null;
    }

    private static IEnumerable<DateOnly> InYear(PaymentDates dates, int year) => dates.Match(
        onDays => onDays.Days.Select(d => d.In(year)),
        monthly => Enumerable.Range(1, 12).Select(month => new DateOnly(year, month, Math.Min(monthly.Day, DateTime.DaysInMonth(year, month)))));

    private static Refusal Reversed(DateOnly from, DateOnly to) =>
        Refusal.Of(ScheduleRefusal.ScheduleReversed, $"The schedule would end on {to:yyyy-MM-dd}, not after it begins on {from:yyyy-MM-dd}.");

    private static Refusal Outside(string what, DateOnly date, DateOnly from, DateOnly to) =>
        Refusal.Of(ScheduleRefusal.ScheduleDateOutside, $"The {what} {date:yyyy-MM-dd} is not between {from:yyyy-MM-dd} and {to:yyyy-MM-dd}.");
}
