namespace Indenture.Core;

/// <summary>The grid stated as such; where given it may stand instead of payment dates and first payment.</summary>
/// <param name="Backward">True: counted back from the termination; false: forward from the effective date.</param>
/// <param name="First">End of the first period, where it is stated.</param>
/// <param name="NextToLast">Start of the last period, where it is stated.</param>
/// <param name="Dates">Every date, where the document lists them; tenor and direction then say nothing.</param>
public sealed record Grid(
    DateOnly Effective, DateOnly Termination, int? TenorMonths, int? TenorDays, bool Backward,
    DateOnly? First = null, DateOnly? NextToLast = null, IReadOnlyList<DateOnly>? Dates = null);

/// <summary>Why a schedule was not made, in the order in which it is tested.</summary>
public enum ScheduleRefusal { ScheduleReversed, ScheduleDatesUnordered, ScheduleTenorMissing, ScheduleDateOutside }

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
    /// </summary>
    /// <param name="endOfMonth">True: an anchor on the last day of its month gives the last day of each month.</param>
    public static Outcome<IReadOnlyList<DateOnly>> Unadjusted(Grid grid, bool endOfMonth)
    {
        if (grid.Termination <= grid.Effective) return Reversed(grid.Effective, grid.Termination);
        if (grid.Dates is { Count: > 0 } listed) return Listed(grid, listed);
        if (grid.TenorMonths is not > 0 && grid.TenorDays is not > 0) return Refusal.Of(ScheduleRefusal.ScheduleTenorMissing, "A schedule without listed dates needs a tenor in months or days above zero.");
        if (grid.First is { } first && (first <= grid.Effective || first > grid.Termination)) return Outside("first date", first, grid.Effective, grid.Termination);
        if (grid.NextToLast is { } nextToLast && (nextToLast < (grid.First ?? grid.Effective) || nextToLast >= grid.Termination))
            return Outside("next-to-last date", nextToLast, grid.First ?? grid.Effective, grid.Termination);
        var inner = new List<DateOnly>();
        var (low, high) = (grid.First ?? grid.Effective, grid.NextToLast ?? grid.Termination);
        var anchor = grid.Backward ? high : low;
        for (var k = 1; ; k++)
        {
            var steps = grid.Backward ? -k : k;
            var date = grid.TenorMonths is { } months ? Months.Shift(anchor, steps * months, endOfMonth) : anchor.AddDays(steps * grid.TenorDays!.Value);
            if (date <= low || date >= high) break;
            inner.Add(date);
        }
        if (grid.Backward) inner.Reverse();
        return new List<DateOnly>([grid.Effective, .. grid.First is { } f ? [f] : Array.Empty<DateOnly>(), .. inner, .. grid.NextToLast is { } n && n != grid.First ? [n] : Array.Empty<DateOnly>(), .. grid.First == grid.Termination ? Array.Empty<DateOnly>() : [grid.Termination]]);
    }

    private static Outcome<IReadOnlyList<DateOnly>> Listed(Grid grid, IReadOnlyList<DateOnly> listed)
    {
        for (var i = 1; i < listed.Count; i++)
            if (listed[i] <= listed[i - 1]) return Refusal.Of(ScheduleRefusal.ScheduleDatesUnordered, $"The listed dates do not ascend: {listed[i]:yyyy-MM-dd} stands after {listed[i - 1]:yyyy-MM-dd}.");
        if (listed[0] < grid.Effective) return Outside("listed date", listed[0], grid.Effective, grid.Termination);
        if (listed[^1] > grid.Termination) return Outside("listed date", listed[^1], grid.Effective, grid.Termination);
        return new List<DateOnly>([.. listed[0] == grid.Effective ? Array.Empty<DateOnly>() : [grid.Effective], .. listed, .. listed[^1] == grid.Termination ? Array.Empty<DateOnly>() : [grid.Termination]]);
    }

    private static IEnumerable<DateOnly> InYear(PaymentDates dates, int year) => dates.Match(
        onDays => onDays.Days.Select(d => d.In(year)),
        monthly => Enumerable.Range(1, 12).Select(month => new DateOnly(year, month, Math.Min(monthly.Day, DateTime.DaysInMonth(year, month)))));

    private static Refusal Reversed(DateOnly from, DateOnly to) =>
        Refusal.Of(ScheduleRefusal.ScheduleReversed, $"The schedule would end on {to:yyyy-MM-dd}, not after it begins on {from:yyyy-MM-dd}.");

    private static Refusal Outside(string what, DateOnly date, DateOnly from, DateOnly to) =>
        Refusal.Of(ScheduleRefusal.ScheduleDateOutside, $"The {what} {date:yyyy-MM-dd} is not between {from:yyyy-MM-dd} and {to:yyyy-MM-dd}.");
}
