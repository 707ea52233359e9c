using System.Globalization;

namespace Indenture.Core;

/// <summary>One interest period with all its dates. Every date says what it is: scheduled, moved, or counted back.</summary>
/// <param name="N">1 for the first.</param>
/// <param name="AccrualStart">Inclusive.</param>
/// <param name="AccrualEnd">Exclusive.</param>
/// <param name="UnadjustedDate">The scheduled payment date.</param>
/// <param name="PaymentDate">The scheduled date moved by the convention.</param>
/// <param name="RecordDate">Null where no rule is stated or its business days are undefined.</param>
/// <param name="FixingDate">Determination date; null for a fixed rate.</param>
public sealed record Period(
    int N, DateOnly AccrualStart, DateOnly AccrualEnd, DateOnly UnadjustedDate, DateOnly PaymentDate, DateOnly? RecordDate, DateOnly? FixingDate, DayFraction Length);

/// <summary>A dated amount: the interest of a period and, on the last, the principal.</summary>
/// <param name="Interest">Null where the rate is unknown.</param>
/// <param name="Outstanding">The principal that the interest is computed on.</param>
public sealed record Due(Period Period, PeriodRate Rate, Money Outstanding, Money? Interest, Money Principal)
{
    /// <summary>Interest and principal together; null where the interest is unknown.</summary>
    public Money? Total => Interest is null ? null : Interest + Principal;
}

/// <summary>Terms + calendars + fixings to dated amounts. Pure.</summary>
public static class Dues
{
    /// <summary>
    /// The periods of the life. Unadjusted accrual runs between scheduled dates (NOTE-BDC-2); adjusted accrual between moved ones (NOTE-BDC-3), the
    /// first day of interest included, but for a maturity postponed without interest (NOTE-BDC-4). Two boundaries that move to the same day are one:
    /// no period is empty. Record and fixing dates count back from moved dates.
    /// </summary>
    public static IReadOnlyList<Period> Periods(Promise promise)
    {
        var grid = promise.Grid;
        var moved = new DateOnly[grid.Count];
        for (var i = 0; i < grid.Count; i++) moved[i] = promise.Calendar.Adjust(grid[i], promise.Convention);
        if (promise.Coupon is Coupon.Zero) return [At(promise, 1, 1, grid[0], grid[^1], grid[^1], moved[^1], null)];
        var adjusted = promise.Accrual == Accrual.Adjusted;
        var boundaries = new List<int> { 0 }; // of the grid
        for (var i = 1; i < grid.Count; i++)
        {
            var last = i == grid.Count - 1;
            if (last && boundaries.Count > 1 && Boundary(i) <= Boundary(boundaries[^1])) boundaries.RemoveAt(boundaries.Count - 1);
            if (last || Boundary(i) > Boundary(boundaries[^1])) boundaries.Add(i);
        }
        var periods = new Period[boundaries.Count - 1];
        for (var n = 1; n < boundaries.Count; n++)
        {
            var (from, to) = (boundaries[n - 1], boundaries[n]);
            var fixing = promise.Coupon is Coupon.Floating { Rate: var rate } ? rate.FixingCalendar.AddBusinessDays(moved[from], -rate.FixingDaysBefore) : (DateOnly?)null;
            periods[n - 1] = At(promise, n, to, Boundary(from), Boundary(to), grid[to], moved[to], fixing);
        }
        return periods;

        DateOnly Boundary(int i) => adjusted && !(i == grid.Count - 1 && promise.MaturityRule == MaturityRule.PostponedWithoutInterest) ? moved[i] : grid[i];
    }

    private static Period At(Promise promise, int n, int gridEnd, DateOnly start, DateOnly end, DateOnly scheduled, DateOnly paid, DateOnly? fixing) =>
        new(n, start, end, scheduled, paid, RecordDate(promise, scheduled, paid), fixing,
            promise.Coupon is Coupon.Zero ? new DayFraction(0, Ratio.Whole(0)) : DayCount.Of(promise.DayCount, start, end, Context(promise, gridEnd, start, end)));

    /// <summary>The nearest listed day strictly before the scheduled date, or so many days before the moved one (NOTE-REC-1, NOTE-REC-2).</summary>
    private static DateOnly? RecordDate(Promise promise, DateOnly scheduled, DateOnly paid) => promise.RecordDate?.Match<DateOnly?>(
        on => on.Days.SelectMany(d => new[] { d.In(scheduled.Year - 1), d.In(scheduled.Year) }).Where(d => d < scheduled).Max(),
        business => promise.RecordCalendar?.AddBusinessDays(paid, -business.Days),
        calendar => paid.AddDays(-calendar.Days));

    /// <summary>The rate of a period: stated, or determined from the fixings.</summary>
    public static PeriodRate RateOf(Promise promise, Period period, Fixings fixings) => promise.Coupon.Match(
        f => new PeriodRate.Known(f.Rate.ToRatio(), f.Rate.ToString()),
        f => RateDetermination.Of(f.Rate, period.FixingDate!.Value, fixings),
        _ => new PeriodRate.Known(Ratio.Whole(0), "0"));

    /// <summary>Interest on the principal outstanding, rounded once by the terms' rounding: nothing before it is rounded.</summary>
    public static Money InterestOn(Promise promise, Money outstanding, Period period, PeriodRate.Known rate) =>
        new InterestFactor(outstanding, rate.PerAnnum, promise.Rounding).Of(period.Length.Fraction);

    private static Ratio Exact(Money outstanding, Ratio perAnnum, Ratio fraction) => outstanding.ToRatio() * perAnnum * fraction;

    public static Due Of(Promise promise, Period period, Money outstanding, PeriodRate rate) => new(
        period, rate, outstanding,
        rate.Match<Money?>(known => InterestOn(promise, outstanding, period, known), _ => null),
        period.UnadjustedDate == promise.Maturity ? outstanding : Money.Zero(promise.Currency));

    /// <summary>Every due of the life on the principal of the terms.</summary>
    public static IReadOnlyList<Due> All(Promise promise, Fixings fixings) =>
        [.. Periods(promise).Select(p => Of(promise, p, promise.Principal, RateOf(promise, p, fixings)))];

    /// <summary>The working of a due: its formula with its numbers, and the rounding by name.</summary>
    public static string Working(Promise promise, Due due)
    {
        if (promise.Coupon is Coupon.Zero) return $"principal {due.Principal}";
        var period = due.Period;
        var days = $"{period.Length.Days.ToString(CultureInfo.InvariantCulture)} days from {Day(period.AccrualStart)} to {Day(period.AccrualEnd)}, {promise.DayCount.Name()} = {period.Length.Fraction}";
        return due.Rate.Match(
            known =>
            {
                var exact = Exact(due.Outstanding, known.PerAnnum, period.Length.Fraction);
                var shown = exact.TryDecimal(out var value) ? value.ToString("0.############################", CultureInfo.InvariantCulture) : exact.ToString();
                var percent = promise.Coupon is Coupon.Floating ? $"({known.How})" : known.How;
                return $"{due.Outstanding} x {percent}% x {period.Length.Fraction} = {shown}, rounded {promise.Rounding}{(promise.RoundingIsSilent ? " (no document names a rounding)" : "")} = {due.Interest}; {days}";
            },
            unknown => $"no amount: {unknown.Why}; {days}");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="n">Index in the grid of the period's end.</param>
    private static DayCountContext? Context(Promise promise, int n, DateOnly start, DateOnly end) => promise.DayCount switch
    {
        DayCountBasis.Thirty360EIsda => DayCountContext.WithTermination(promise.Maturity),
        DayCountBasis.ActualActualIcma when promise.Accrual == Accrual.Adjusted => DayCountContext.WithMovedPeriods(promise.Grid, n, promise.PerYear, promise.EndOfMonth, start, end, promise.Calendar, promise.Convention),
        DayCountBasis.ActualActualIcma => DayCountContext.WithPeriods(promise.Grid, n, promise.PerYear, promise.EndOfMonth),
        DayCountBasis.Thirty360 or DayCountBasis.Thirty360US or DayCountBasis.Thirty360E or DayCountBasis.Thirty360Psa or DayCountBasis.Thirty360EPlus or DayCountBasis.Actual360
            or DayCountBasis.Actual364 or DayCountBasis.Actual365Fixed or DayCountBasis.Actual36525 or DayCountBasis.Actual365Actual or DayCountBasis.ActualActualIsda or DayCountBasis.ActualActualAfb
            or DayCountBasis.ActualActualYear or DayCountBasis.NoLeap360 or DayCountBasis.NoLeap365 or DayCountBasis.OneOne => null,
    };
}
