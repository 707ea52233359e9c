using System.Runtime.CompilerServices;

namespace Indenture.Core;

/// <summary>Days between two dates by a day count, and the exact fraction of a year that they are.</summary>
/// <param name="Days">The numerator: actual days, or days of 30-day months.</param>
/// <param name="Fraction">Of a year, exact.</param>
public readonly record struct DayFraction(int Days, Ratio Fraction);

/// <summary>What some day counts need besides the two dates.</summary>
public sealed record DayCountContext
{
    /// <summary>Maturity: the end of February is not clipped on it (30E/360 ISDA).</summary>
    public DateOnly? Termination { get; private init; }

    /// <summary>A regular period of the notes, start inclusive, end exclusive: Actual/Actual ICMA counts in periods of this rhythm.</summary>
    public (DateOnly Start, DateOnly End)? Regular { get; private init; }

    /// <summary>Regular periods in a year: 1, 2, 3, 4, 6 or 12.</summary>
    public int PerYear { get; private init; }

    /// <summary>True where regular periods begin on the last day of their months.</summary>
    internal bool EndOfMonth { get; private init; }

    /// <summary>For 30E/360 ISDA.</summary>
    public static DayCountContext WithTermination(DateOnly termination) => new() { Termination = termination };

    /// <summary>The same, and the maturity.</summary>
    internal DayCountContext AndTermination(DateOnly termination) => this with { Termination = termination };

    /// <summary>The period that was agreed as regular, as given; neighbours of one that begins and ends on the last day of a month do too.</summary>
    public static DayCountContext WithRegularPeriod(DateOnly start, DateOnly end, int perYear) => new()
    {
        Regular = (start, end),
        PerYear = perYear,
        EndOfMonth = Months.IsEnd(start) && Months.IsEnd(end),
    };

    /// <summary>
    /// <param name="grid">Unadjusted boundaries, ascending.</param>
    /// The regular period to which the <paramref name="n"/>-th of a grid belongs (1 for the first). An irregular first period is measured back from
    /// its end, any other forward from its start (ICMA Rule 251.1).
    /// </summary>
    /// <param name="n">1 for the first period.</param>
    /// <param name="perYear">Regular periods in a year: 1, 2, 3, 4, 6 or 12.</param>
    /// <param name="endOfMonth">Whether the grid rolls on the last days of months: a period measured from one then begins and ends on one.</param>
    public static DayCountContext WithPeriods(IReadOnlyList<DateOnly> grid, int n, int perYear, bool endOfMonth = false)
    {
        var months = 12 / perYear;
        var (start, end) = (grid[n - 1], grid[n]);
        var regular = IsRegular(start, end, months) ? (start, end) : n == 1 ? (Months.Shift(end, -months, endOfMonth), end) : (start, Months.Shift(start, months, endOfMonth));
        return new DayCountContext { Regular = regular, PerYear = perYear, EndOfMonth = endOfMonth };
    }

    /// <summary>
    /// As <see cref="WithPeriods"/> where interest accrues between moved dates: a regular period is the moved one, whatever its days. An irregular one is
    /// measured in periods of whole months from its moved inner end, the nearest of them moved too; at an end of month it stays in its month.
    /// </summary>
    internal static DayCountContext WithMovedPeriods(
        IReadOnlyList<DateOnly> grid, int n, int perYear, bool endOfMonth, DateOnly start, DateOnly end, JointCalendar calendar, BusinessDayConvention convention)
    {
        var months = 12 / perYear;
        var regular = IsRegular(grid[n - 1], grid[n], months) ? (start, end) : n == 1 ? (Neighbour(grid[n], end, -months), end) : (start, Neighbour(grid[n - 1], start, months));
        return new DayCountContext { Regular = regular, PerYear = perYear };

        DateOnly Neighbour(DateOnly scheduled, DateOnly moved, int shift) => endOfMonth && Months.IsEnd(scheduled)
            ? calendar.Adjust(Months.Shift(scheduled, shift, endOfMonth), BusinessDayConvention.Preceding)
            : calendar.Adjust(moved.AddMonths(shift), convention);
    }

    /// <summary>Whether a period is so many months long, counted from either end: a short month clips the one or the other.</summary>
    private static bool IsRegular(DateOnly start, DateOnly end, int months) => start.AddMonths(months) == end || end.AddMonths(-months) == start;
}

/// <summary>Why days were not counted, in the order in which it is tested.</summary>
public enum DayCountRefusal
{
    /// <summary>The last date is before the first.</summary>
    DatesReversed,
    /// <summary>30E/360 ISDA without the maturity.</summary>
    TerminationMissing,
    /// <summary>Actual/Actual ICMA without a regular period.</summary>
    PeriodMissing,
}

/// <summary>Counting days (ISDA 2006 Definitions 4.16; ICMA Rule 251; the conventions table says which is which).</summary>
public static class DayCount
{
    /// <summary>As <see cref="TryOf"/>, for a caller who has what the count needs; otherwise a bug, which throws.</summary>
    public static DayFraction Of(DayCountBasis basis, DateOnly start, DateOnly end, DayCountContext? context = null) => TryOf(basis, start, end, context).Require();

    /// <summary>
    /// From <paramref name="start"/> (inclusive) to <paramref name="end"/> (exclusive). Refused DATES-REVERSED where the end is earlier,
    /// TERMINATION-MISSING for 30E/360 ISDA without a termination, PERIOD-MISSING for Actual/Actual ICMA without a regular period.
    /// </summary>
    public static Outcome<DayFraction> TryOf(DayCountBasis basis, DateOnly start, DateOnly end, DayCountContext? context = null)
    {
        if (end < start) return Refusal.Of(DayCountRefusal.DatesReversed, $"{end:yyyy-MM-dd} is before {start:yyyy-MM-dd}: days are counted forward.");
        if (basis is DayCountBasis.Thirty360EIsda && context?.Termination is null)
            return Refusal.Of(DayCountRefusal.TerminationMissing, $"{basis.Name()} depends on the termination date, which was not given.");
        if (basis is DayCountBasis.ActualActualIcma && context?.Regular is null)
            return Refusal.Of(DayCountRefusal.PeriodMissing, $"{basis.Name()} depends on the regular period and its frequency, which were not given.");
        var days = Days(basis, start, end, context?.Termination);
        if (YearOf(basis) is { } year) return new DayFraction(days, new Ratio(days, year));
        return new DayFraction(days, basis switch
        {
            DayCountBasis.Actual36525 => new Ratio(days * 100L, 36525),
            DayCountBasis.Actual365Actual => new Ratio(days, LeapDays(start, end) > 0 ? 366 : 365),
            DayCountBasis.ActualActualIsda => ByCalendarYears(start, end),
            DayCountBasis.ActualActualIcma => ByPeriods(start, end, context!),
            DayCountBasis.ActualActualAfb => ByYearsBack(start, end),
            DayCountBasis.ActualActualYear => ByYearsOn(start, end),
            DayCountBasis.OneOne => Ratio.Whole(1),
            DayCountBasis.Thirty360 or DayCountBasis.Thirty360US or DayCountBasis.Thirty360E or DayCountBasis.Thirty360EIsda or DayCountBasis.Thirty360Psa or DayCountBasis.Thirty360EPlus or DayCountBasis.Thirty360Nasd or DayCountBasis.Thirty360Italian
                or DayCountBasis.Actual360 or DayCountBasis.Actual364 or DayCountBasis.Actual365Fixed or DayCountBasis.NoLeap360 or DayCountBasis.NoLeap365 =>
                throw new InvalidOperationException($"{basis.Name()} has a year of fixed length."),
        });
    }

    /// <summary>
    /// The days alone: actual days, or days of twelve 30-day months where the basis counts those. Needs no ordering and allocates nothing; the termination
    /// matters to 30E/360 ISDA only.
    /// </summary>
    public static int Days(DayCountBasis basis, DateOnly start, DateOnly end, DateOnly? termination = null) => basis switch
    {
        DayCountBasis.Thirty360 or DayCountBasis.Thirty360US or DayCountBasis.Thirty360E or DayCountBasis.Thirty360EIsda or DayCountBasis.Thirty360Psa or DayCountBasis.Thirty360EPlus
            or DayCountBasis.Thirty360Nasd or DayCountBasis.Thirty360Italian =>
            ThirtyDayMonths(basis, start, end, termination),
        DayCountBasis.NoLeap360 or DayCountBasis.NoLeap365 => end.DayNumber - start.DayNumber - LeapDays(start, end),
        DayCountBasis.Actual360 or DayCountBasis.Actual364 or DayCountBasis.Actual365Fixed or DayCountBasis.Actual36525 or DayCountBasis.Actual365Actual or DayCountBasis.ActualActualIsda
            or DayCountBasis.ActualActualIcma or DayCountBasis.ActualActualAfb or DayCountBasis.ActualActualYear or DayCountBasis.OneOne => end.DayNumber - start.DayNumber,
    };

    /// <summary>The days that make a year whatever the dates; null where the year depends on them.</summary>
    public static int? YearOf(DayCountBasis basis) => basis switch
    {
        DayCountBasis.Thirty360 or DayCountBasis.Thirty360US or DayCountBasis.Thirty360E or DayCountBasis.Thirty360EIsda or DayCountBasis.Thirty360Psa or DayCountBasis.Thirty360EPlus or DayCountBasis.Thirty360Nasd or DayCountBasis.Thirty360Italian
            or DayCountBasis.Actual360 or DayCountBasis.NoLeap360 => 360,
        DayCountBasis.Actual364 => 364,
        DayCountBasis.Actual365Fixed or DayCountBasis.NoLeap365 => 365,
        DayCountBasis.Actual36525 or DayCountBasis.Actual365Actual or DayCountBasis.ActualActualIsda or DayCountBasis.ActualActualIcma or DayCountBasis.ActualActualAfb
            or DayCountBasis.ActualActualYear or DayCountBasis.OneOne => null,
    };

    /// <summary>The first date of a count, taken apart once: <see cref="To"/> may then be asked of many last dates. Allocates nothing.</summary>
    public readonly struct From
    {
        private readonly DayCountBasis _basis;
        private readonly DateOnly _start;
        private readonly int _month, _day; // of a basis of 30-day months

        /// <summary>A count from this date, inclusive.</summary>
        public From(DayCountBasis basis, DateOnly start)
        {
            (_basis, _start) = (basis, start);
            if (CountsMonths(basis)) (_month, _day) = Months.Split(start);
        }

        /// <summary>Days from the first date (inclusive) to <paramref name="end"/> (exclusive); the termination matters to 30E/360 ISDA only.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int To(DateOnly end, DateOnly termination)
        {
            if (!CountsMonths(_basis)) return Days(_basis, _start, end);
            var (month, day) = Months.Split(end);
            return ThirtyDayMonths(_basis, _month, _day, month, day, end == termination);
        }
    }

    private static bool CountsMonths(DayCountBasis basis) =>
        basis is DayCountBasis.Thirty360 or DayCountBasis.Thirty360US or DayCountBasis.Thirty360E or DayCountBasis.Thirty360EIsda or DayCountBasis.Thirty360Psa or DayCountBasis.Thirty360EPlus
            or DayCountBasis.Thirty360Nasd or DayCountBasis.Thirty360Italian;

    private static int ThirtyDayMonths(DayCountBasis basis, DateOnly start, DateOnly end, DateOnly? termination)
    {
        var (m1, d1) = Months.Split(start);
        var (m2, d2) = Months.Split(end);
        return ThirtyDayMonths(basis, m1, d1, m2, d2, end == termination);
    }

    /// <summary>Months are numbered through the years, so that twelve of them are a year of 360 days.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ThirtyDayMonths(DayCountBasis basis, int m1, int d1, int m2, int d2, bool onTermination)
    {
        if (basis != DayCountBasis.Thirty360) (d1, m2, d2) = Clipped(basis, m1, d1, m2, d2, onTermination);
        if (d1 == 31) d1 = 30;
        if (d2 == 31 && d1 == 30) d2 = 30;
        return unchecked(30 * (m2 - m1) + d2 - d1); // months are numbered up to 120,000
    }

    /// <summary>What a variant does to the two days of the month before the rule that all share (a first 31st is the 30th, and a last one after it too).</summary>
    private static (int D1, int M2, int D2) Clipped(DayCountBasis basis, int m1, int d1, int m2, int d2, bool onTermination)
    {
        switch (basis)
        {
            case DayCountBasis.Thirty360US:
                if (!EndOfFebruary(m1, d1)) break;
                if (EndOfFebruary(m2, d2)) d2 = 30;
                d1 = 30;
                break;
            case DayCountBasis.Thirty360Psa:
                if (EndOfFebruary(m1, d1)) d1 = 30;
                break;
            case DayCountBasis.Thirty360E:
                if (d2 == 31) d2 = 30;
                break;
            case DayCountBasis.Thirty360EPlus:
                if (d2 == 31) (m2, d2) = (m2 + 1, 1);
                break;
            case DayCountBasis.Thirty360Nasd:
                if (d2 == 31 && d1 < 30) (m2, d2) = (m2 + 1, 1);
                break;
            case DayCountBasis.Thirty360Italian:
                if (m1 % 12 == 1 && d1 > 27) d1 = 30;
                if (d2 == 31 || (m2 % 12 == 1 && d2 > 27)) d2 = 30;
                break;
            case DayCountBasis.Thirty360EIsda:
                if (EndOfFebruary(m1, d1)) d1 = 30;
                if (d2 == 31 || (EndOfFebruary(m2, d2) && !onTermination)) d2 = 30;
                break;
        }
        return (d1, m2, d2);
    }

    private static bool EndOfFebruary(int month, int day) => day >= 28 && month % 12 == 1 && day == Months.Length(month);

    /// <summary>29 Februaries after <paramref name="start"/> and not after <paramref name="end"/>.</summary>
    private static int LeapDays(DateOnly start, DateOnly end) => Upto(end) - Upto(start);

    private static int Upto(DateOnly date)
    {
        var years = date.Year - (date.Month > 2 || (date.Month == 2 && date.Day == 29) ? 0 : 1);
        return years / 4 - years / 100 + years / 400;
    }

    /// <summary>Days in leap years over 366, others over 365; the first day counts, the last does not (ISDA 2006 4.16(b)).</summary>
    private static Ratio ByCalendarYears(DateOnly start, DateOnly end)
    {
        var (common, leap) = (0, 0);
        for (var from = start; from < end;)
        {
            var next = new DateOnly(from.Year + 1, 1, 1);
            var to = next < end ? next : end;
            if (DateTime.IsLeapYear(from.Year)) leap += to.DayNumber - from.DayNumber;
            else common += to.DayNumber - from.DayNumber;
            from = to;
        }
        return new Ratio(common, 365) + new Ratio(leap, 366);
    }

    private static Ratio ByYearsBack(DateOnly start, DateOnly end)
    {
        var years = 0;
        while (end.AddYears(-(years + 1)) >= start) years++;
        var rest = end.AddYears(-years);
        var leap = LeapDays(start.AddDays(-1), rest.AddDays(-1)) > 0;
        return Ratio.Whole(years) + new Ratio(rest.DayNumber - start.DayNumber, leap ? 366 : 365);
    }

    private static Ratio ByYearsOn(DateOnly start, DateOnly end)
    {
        var years = 0;
        while (end > start.AddYears(years + 1)) years++;
        var from = start.AddYears(years);
        return Ratio.Whole(years) + new Ratio(end.DayNumber - from.DayNumber, from.AddYears(1).DayNumber - from.DayNumber);
    }

    /// <summary>In each regular period touched: the days in it, over its length times the periods in a year (ICMA Rule 251.1).</summary>
    private static Ratio ByPeriods(DateOnly start, DateOnly end, DayCountContext context)
    {
        var months = 12 / context.PerYear;
        var (from, to) = context.Regular!.Value;
        var (first, last) = (from, to);
        var sum = Ratio.Whole(0);
        Add(from, to);
        for (var k = 1; last < end; k++)
        {
            var next = Months.Shift(to, k * months, context.EndOfMonth);
            Add(last, next);
            last = next;
        }
        for (var k = 1; first > start; k++)
        {
            var previous = Months.Shift(from, -k * months, context.EndOfMonth);
            Add(previous, first);
            first = previous;
        }
        return sum;

        void Add(DateOnly periodStart, DateOnly periodEnd)
        {
            var inside = Math.Min(end.DayNumber, periodEnd.DayNumber) - Math.Max(start.DayNumber, periodStart.DayNumber);
            if (inside > 0) sum += new Ratio(inside, (Int128)context.PerYear * (periodEnd.DayNumber - periodStart.DayNumber));
        }
    }
}
