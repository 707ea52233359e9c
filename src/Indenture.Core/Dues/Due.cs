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
/// <param name="Length">From the first day to the last: days, and the fraction of a year.</param>
public sealed record Period(
    int N, DateOnly AccrualStart, DateOnly AccrualEnd, DateOnly UnadjustedDate, DateOnly PaymentDate, DateOnly? RecordDate, DateOnly? FixingDate, DayFraction Length)
{
    /// <summary>The rules of interest that the period is under.</summary>
    public required Phase Phase { get; init; }
}

/// <summary>A dated amount: the interest of a period and, on the last, the principal.</summary>
/// <param name="Period">Its dates.</param>
/// <param name="Rate">Per annum, or why there is none.</param>
/// <param name="Outstanding">The principal that the interest is computed on.</param>
/// <param name="Interest">Null where the rate is unknown.</param>
/// <param name="Principal">What is paid off on the date; zero before the maturity.</param>
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
    /// no period is empty. Record and fixing dates count back from moved dates. A stretch without interest has no period but one that ends with the maturity.
    /// </summary>
    public static IReadOnlyList<Period> Periods(Promise promise)
    {
        var grid = promise.Grid;
        var phases = new Phase[grid.Count]; // of the period that ends on each boundary
        var moved = new DateOnly[grid.Count];
        for (var i = 0; i < grid.Count; i++)
        {
            phases[i] = promise.PhaseOf(grid[i]);
            moved[i] = phases[i].Calendar.Adjust(grid[i], phases[i].Convention);
        }
        var boundaries = new List<int> { 0 }; // of the grid
        for (var i = 1; i < grid.Count; i++)
        {
            var last = i == grid.Count - 1;
            if (!last && phases[i].Coupon is Coupon.Zero && phases[i + 1].Coupon is Coupon.Zero) continue;
            if (last && boundaries.Count > 1 && Boundary(i) <= Boundary(boundaries[^1])) boundaries.RemoveAt(boundaries.Count - 1);
            if (last || Boundary(i) > Boundary(boundaries[^1])) boundaries.Add(i);
        }
        var periods = new List<Period>(boundaries.Count - 1);
        for (var n = 1; n < boundaries.Count; n++)
        {
            var (from, to) = (boundaries[n - 1], boundaries[n]);
            if (phases[to].Coupon is Coupon.Zero && to < grid.Count - 1) continue;
            periods.Add(At(promise, periods.Count + 1, phases[to], to, Boundary(from), Boundary(to), grid[to], moved[from], moved[to]));
        }
        return periods;

        DateOnly Boundary(int i) => phases[i].Accrual == Accrual.Adjusted && phases[i].Coupon is not Coupon.Zero && !(i == grid.Count - 1 && promise.MaturityRule == MaturityRule.PostponedWithoutInterest) ? moved[i] : grid[i];
    }

    private static Period At(Promise promise, int n, Phase phase, int gridEnd, DateOnly start, DateOnly end, DateOnly scheduled, DateOnly begins, DateOnly paid) =>
        new(n, start, end, scheduled, paid, RecordDate(promise, scheduled, paid), FixingDate(phase.Coupon, begins, paid),
            phase.Coupon is Coupon.Zero ? new DayFraction(0, Ratio.Whole(0)) : DayCount.Of(phase.DayCount, start, end, Context(promise, phase, gridEnd, start, end))) { Phase = phase };

    private static DateOnly? FixingDate(Coupon coupon, DateOnly begins, DateOnly ends) =>
        coupon is Coupon.Floating { Rate: var rate } ? rate.FixingCalendar.AddBusinessDays(rate.InArrears is null ? begins : ends, -rate.FixingDaysBefore) : null;

    /// <summary>The nearest listed day strictly before the scheduled date, or so many days before the moved one (NOTE-REC-1, NOTE-REC-2).</summary>
    private static DateOnly? RecordDate(Promise promise, DateOnly scheduled, DateOnly paid) => promise.RecordDate?.Match<DateOnly?>(
        on => on.Days.SelectMany(d => new[] { d.In(scheduled.Year - 1), d.In(scheduled.Year) }).Where(d => d < scheduled).Max(),
        business => promise.RecordCalendar?.AddBusinessDays(paid, -business.Days),
        calendar => paid.AddDays(-calendar.Days));

    /// <summary>The part of a period from its first day (inclusive) to a date in it (exclusive).</summary>
    internal static DayFraction LengthTo(Promise promise, Period period, DateOnly date) => period.Phase.Coupon is Coupon.Zero
        ? period.Length
        : DayCount.Of(period.Phase.DayCount, period.AccrualStart, date, Context(promise, period.Phase, promise.Grid.ToList().IndexOf(period.UnadjustedDate), period.AccrualStart, period.AccrualEnd));

    /// <summary>The rate of a period: stated, or determined from the fixings.</summary>
    public static PeriodRate RateOf(Period period, Fixings fixings) => period.Phase.Coupon.Match(
        f => new PeriodRate.Known(f.Rate.ToRatio(), f.Rate.ToString()),
        f => RateDetermination.Of(f.Rate, period.FixingDate!.Value, period.AccrualStart, period.AccrualEnd, fixings),
        _ => new PeriodRate.Known(Ratio.Whole(0), "0"));

    /// <summary>Interest on one principal by the terms' rounding: rounded once, on the level that they name, and nothing before it is rounded.</summary>
    public static Money InterestOn(Promise promise, Money outstanding, Period period, PeriodRate.Known rate) =>
        InterestAmount.Rounded(promise.Rounding, outstanding, rate.PerAnnum, period.Length.Fraction);

    /// <summary>The due of a period on the principal outstanding, as one amount.</summary>
    public static Due Of(Promise promise, Period period, Money outstanding, PeriodRate rate) => new(
        period, rate, outstanding,
        rate.Match<Money?>(known => InterestOn(promise, outstanding, period, known), _ => null),
        period.UnadjustedDate == promise.Maturity ? outstanding : Money.Zero(promise.Currency));

    /// <summary>Every due of the life on the principal of the terms.</summary>
    public static IReadOnlyList<Due> All(Promise promise, Fixings fixings) =>
        [.. Periods(promise).Select(p => Of(promise, p, promise.Principal, RateOf(p, fixings)))];

    /// <summary>The version of every calendar that a period's dates were counted in: of its payment, its record date and its rate.</summary>
    public static string CalendarVersions(Promise promise, Period period) => string.Join(", ", new[]
    {
        period.Phase.Calendar.Version,
        promise.RecordCalendar?.Version,
        period.Phase.Coupon is Coupon.Floating { Rate: var rate } ? rate.FixingCalendar.Version : null,
    }.OfType<string>().SelectMany(v => v.Split(", ")).Distinct());

    /// <summary>The working of a due: its formula with its numbers, and the rounding by name.</summary>
    public static string Working(Promise promise, Due due)
    {
        var (period, phase) = (due.Period, due.Period.Phase);
        if (phase.Coupon is Coupon.Zero) return $"principal {due.Principal}";
        var days = $"{period.Length.Days.ToString(CultureInfo.InvariantCulture)} days from {Day(period.AccrualStart)} to {Day(period.AccrualEnd)}, {phase.DayCount.Name()} = {period.Length.Fraction}";
        return due.Rate.Match(
            known =>
            {
                var percent = phase.Coupon is Coupon.Floating ? $"({known.How})" : known.How;
                var rounded = $"rounded {promise.Rounding}{(promise.RoundingIsSilent ? " (no document names a rounding)" : "")}";
                var unit = promise.Rounding is { Level: RoundingLevel.CalculationAmount, CalculationAmount: { } amount } ? Money.Of(amount, promise.Currency).Require() : due.Outstanding;
                var exact = InterestAmount.Exact(unit, known.PerAnnum, period.Length.Fraction);
                var shown = exact.TryDecimal(out var value) ? value.ToString("0.############################", CultureInfo.InvariantCulture) : exact.ToString();
                var sum = $"{unit} x {percent}% x {period.Length.Fraction} = {shown}, {rounded} = ";
                return promise.Rounding.Level == RoundingLevel.CalculationAmount
                    ? $"{sum}{promise.Rounding.Apply(exact, promise.Currency)}, x {due.Outstanding}/{unit} = {due.Interest}; {days}"
                    : $"{sum}{due.Interest}; {days}";
            },
            unknown => $"no amount: {unknown.Why}; {days}");
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="promise">The terms, resolved.</param>
    /// <param name="phase">The phase of the period.</param>
    /// <param name="n">Index in the grid of the period's end.</param>
    /// <param name="start">Inclusive.</param>
    /// <param name="end">Exclusive.</param>
    private static DayCountContext? Context(Promise promise, Phase phase, int n, DateOnly start, DateOnly end) => phase.DayCount switch
    {
        DayCountBasis.Thirty360EIsda => DayCountContext.WithTermination(promise.Maturity),
        DayCountBasis.ActualActualIcma when phase.Accrual == Accrual.Adjusted => DayCountContext.WithMovedPeriods(promise.Grid, n, phase.PerYear, promise.EndOfMonth, start, end, phase.Calendar, phase.Convention),
        DayCountBasis.ActualActualIcma => DayCountContext.WithPeriods(promise.Grid, n, phase.PerYear, promise.EndOfMonth),
        DayCountBasis.Thirty360 or DayCountBasis.Thirty360US or DayCountBasis.Thirty360E or DayCountBasis.Thirty360Psa or DayCountBasis.Thirty360EPlus or DayCountBasis.Thirty360Nasd or DayCountBasis.Thirty360Italian or DayCountBasis.Actual360
            or DayCountBasis.Actual364 or DayCountBasis.Actual365Fixed or DayCountBasis.Actual36525 or DayCountBasis.Actual365Actual or DayCountBasis.ActualActualIsda or DayCountBasis.ActualActualAfb
            or DayCountBasis.ActualActualYear or DayCountBasis.NoLeap360 or DayCountBasis.NoLeap365 or DayCountBasis.OneOne => null,
    };
}
