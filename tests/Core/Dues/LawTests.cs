using FsCheck;
using FsCheck.Fluent;

namespace Indenture.Tests.Arithmetic;

/// <summary>Laws that hold for every date, schedule and split. A failure prints its case and the seed that repeats it.</summary>
public class LawTests
{
    private static readonly string[][] Sets = [["NewYork"], ["London"], ["Tokyo"], ["TARGET"], ["USSettlement"], ["NewYork", "London", "Tokyo"], ["Weekends"], ["None"]];

    private static readonly Gen<JointCalendar> Calendar = Gen.Elements(Sets.Select(s => Calendars.Standard.Resolve(new CalendarSet(s)).Require()).ToArray());

    private static readonly Gen<DateOnly> Day = Gen.Choose(new DateOnly(1991, 1, 1).DayNumber, new DateOnly(2059, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    private static readonly Gen<BusinessDayConvention> Convention = Gen.Elements(Enum.GetValues<BusinessDayConvention>());

    private static void ForAll<T>(Gen<T> gen, Func<T, bool> law, int tests = 2000) => Prop.ForAll(gen.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));

    private static Gen<(A, B)> Pair<A, B>(Gen<A> a, Gen<B> b) => a.SelectMany(x => b.Select(y => (x, y)));

    [Fact]
    public void AdjustingTwiceChangesNothing() => ForAll(Pair(Pair(Calendar, Convention), Day), c =>
    {
        var ((calendar, convention), day) = c;
        var once = calendar.Adjust(day, convention);
        return calendar.Adjust(once, convention) == once && (convention == BusinessDayConvention.Unadjusted || calendar.IsOpen(once));
    });

    [Fact]
    public void FollowingNeverPrecedesAndPrecedingNeverFollowsAndTheModifiedOnesStayInTheMonth() => ForAll(Pair(Calendar, Day), c =>
    {
        var (calendar, day) = c;
        var (following, preceding) = (calendar.Adjust(day, BusinessDayConvention.Following), calendar.Adjust(day, BusinessDayConvention.Preceding));
        return following >= day && preceding <= day
            && Enumerable.Range(0, following.DayNumber - day.DayNumber).All(i => !calendar.IsOpen(day.AddDays(i)))
            && Enumerable.Range(0, day.DayNumber - preceding.DayNumber).All(i => !calendar.IsOpen(day.AddDays(-i)))
            && calendar.Adjust(day, BusinessDayConvention.ModifiedFollowing).Month == day.Month && calendar.Adjust(day, BusinessDayConvention.ModifiedPreceding).Month == day.Month;
    });

    [Fact]
    public void BusinessDaysCountedOnAndBackMeetAgain() => ForAll(Pair(Pair(Calendar, Day), Gen.Choose(0, 300)), c =>
    {
        var ((calendar, day), count) = c;
        var open = calendar.Adjust(day, BusinessDayConvention.Following);
        return calendar.AddBusinessDays(calendar.AddBusinessDays(open, count), -count) == open;
    });

    [Fact]
    public void ForwardAndBackwardAgreeOnARegularGrid() => ForAll(Pair(Pair(Day, Gen.Elements(1, 2, 3, 4, 6, 12)), Pair(Gen.Choose(1, 40), Gen.Elements(true, false))), c =>
    {
        var ((start, months), (periods, endOfMonth)) = c;
        // The 29th and later days are clipped from one end or the other unless the grid rolls on the last days of months.
        var from = endOfMonth ? new DateOnly(start.Year, start.Month, DateTime.DaysInMonth(start.Year, start.Month)) : new DateOnly(start.Year, start.Month, Math.Min(start.Day, 28));
        var to = from.AddMonths(months * periods);
        if (endOfMonth) to = new DateOnly(to.Year, to.Month, DateTime.DaysInMonth(to.Year, to.Month));
        var forward = ScheduleGrid.Unadjusted(new Grid(from, to, months, null, false), endOfMonth).Require();
        return forward.Count == periods + 1 && forward.SequenceEqual(ScheduleGrid.Unadjusted(new Grid(from, to, months, null, true), endOfMonth).Require());
    });

    /// <summary>Any grid: both directions, stubs at either end, weekly to yearly.</summary>
    private static readonly Gen<(Grid Grid, bool EndOfMonth)> AnyGrid =
        from start in Day.Where(d => d.Year < 2030)
        from length in Gen.Choose(1, 9000)
        from monthly in Gen.Elements(true, false)
        from tenor in monthly ? Gen.Elements(1, 2, 3, 4, 6, 12) : Gen.Elements(7, 14, 28, 91)
        from backward in Gen.Elements(true, false)
        from first in Gen.Choose(0, 400)
        from last in Gen.Choose(0, 400)
        from endOfMonth in Gen.Elements(true, false)
        let end = start.AddDays(length)
        let firstDate = first == 0 || first > length ? (DateOnly?)null : start.AddDays(first)
        let lastDate = last == 0 || last >= length || end.AddDays(-last) < (firstDate ?? start) ? (DateOnly?)null : end.AddDays(-last)
        select (new Grid(start, end, monthly ? tenor : null, monthly ? null : tenor, backward, firstDate, lastDate == start ? null : lastDate), endOfMonth);

    [Fact]
    public void TheBoundariesOfAnyScheduleAscendFromItsBeginningToItsEndThroughTheDatesStated() => ForAll(AnyGrid, c =>
    {
        var dates = ScheduleGrid.Unadjusted(c.Grid, c.EndOfMonth).Require();
        return dates[0] == c.Grid.Effective && dates[^1] == c.Grid.Termination && dates.Zip(dates.Skip(1)).All(p => p.First < p.Second)
            && (c.Grid.First is not { } first || dates[1] == first) && (c.Grid.NextToLast is not { } last || dates[^2] == last);
    });

    [Fact]
    public void ThePeriodsOfAPromiseTileItsLife() => ForAll(Pair(AnyGrid, Pair(Calendar, Pair(Convention, Gen.Elements(Accrual.Adjusted, Accrual.Unadjusted)))), c =>
    {
        var ((grid, endOfMonth), (calendar, (convention, accrual))) = c;
        var periods = Dues.Periods(PromiseOf(grid, endOfMonth, calendar, convention, accrual));
        var (begins, ends) = accrual == Accrual.Adjusted ? (calendar.Adjust(grid.Effective, convention), calendar.Adjust(grid.Termination, convention)) : (grid.Effective, grid.Termination);
        // A life between two days that move to the same day has one empty period and no other.
        return periods[0].AccrualStart == begins && periods[^1].AccrualEnd == ends && periods.Zip(periods.Skip(1)).All(p => p.First.AccrualEnd == p.Second.AccrualStart)
            && (periods.Count == 1 || periods.All(p => p.AccrualStart < p.AccrualEnd)) && periods.Select((p, i) => p.N == i + 1).All(n => n);
    }, 1000);

    [Fact]
    public void InterestOverAdjacentPeriodsAddsUpForAdditiveCounts() => ForAll(
        Pair(Gen.Elements(DayCountBasis.Actual360, DayCountBasis.Actual364, DayCountBasis.Actual365Fixed, DayCountBasis.Actual36525, DayCountBasis.ActualActualIsda, DayCountBasis.NoLeap360, DayCountBasis.NoLeap365),
            Pair(Day, Pair(Gen.Choose(0, 4000), Gen.Choose(0, 4000)))), c =>
    {
        var (basis, (start, (one, other))) = c;
        var (middle, end) = (start.AddDays(one), start.AddDays(one + other));
        return (DayCount.Of(basis, start, middle).Fraction + DayCount.Of(basis, middle, end).Fraction).CompareTo(DayCount.Of(basis, start, end).Fraction) == 0;
    });

    [Fact]
    public void ARegularPeriodIsOneOverItsFrequencyAndItsPartsAddUpToIt() => ForAll(Pair(Pair(Day, Gen.Elements(1, 2, 3, 4, 6, 12)), Gen.Choose(0, 1000)), c =>
    {
        var ((start, perYear), permille) = c;
        var end = start.AddMonths(12 / perYear);
        var context = DayCountContext.WithRegularPeriod(start, end, perYear);
        var middle = start.AddDays((end.DayNumber - start.DayNumber) * permille / 1000);
        Ratio Of(DateOnly a, DateOnly b) => DayCount.Of(DayCountBasis.ActualActualIcma, a, b, context).Fraction;
        return Of(start, end).CompareTo(new Ratio(1, perYear)) == 0 && (Of(start, middle) + Of(middle, end)).CompareTo(Of(start, end)) == 0;
    });

    private static readonly Gen<(long Total, long[] Weights)> Split = Pair(
        Gen.Choose(-1_000_000, 1_000_000).SelectMany(high => Gen.Choose(0, 999_999).Select(low => high * 1_000_000L + low)),
        // few different weights, so that equal remainders are met; and large ones
        Gen.OneOf(Gen.Elements(0L, 1_000L, 2_000L, 5_000L), Gen.Choose(0, int.MaxValue).Select(w => w * 1_000L)).NonEmptyListOf().Select(w => w.Append(1_000L).ToArray()));

    [Fact]
    public void ASplitAddsUpAndIsFairWithinOneUnit() => ForAll(Split, c =>
    {
        var parts = new long[c.Weights.Length];
        Allocation.Split(c.Total, c.Weights, [], parts);
        var sum = c.Weights.Aggregate((Int128)0, (a, w) => a + w);
        return parts.Aggregate((Int128)0, (a, p) => a + p) == c.Total
            && parts.Zip(c.Weights).All(p => Int128.Abs(p.First * sum - (Int128)c.Total * p.Second) < sum);
    });

    [Fact]
    public void ASplitDoesNotDependOnTheOrderOfTheHolders() => ForAll(Pair(Split, Gen.Choose(0, int.MaxValue)), c =>
    {
        var ((total, weights), seed) = c;
        var keys = weights.Select((_, i) => $"holder {i:000}").ToArray();
        var order = Enumerable.Range(0, weights.Length).ToArray();
        new Random(seed).Shuffle(order);
        var (one, other) = (new long[weights.Length], new long[weights.Length]);
        Allocation.Split(total, weights, keys, one);
        Allocation.Split(total, [.. order.Select(i => weights[i])], [.. order.Select(i => keys[i])], other);
        return order.Select((i, at) => one[i] == other[at]).All(same => same);
    });

    [Fact]
    public void TheFastRoadPaysWhatTheExactOnePays() => ForAll(
        Pair(Pair(Gen.Choose(1, int.MaxValue), Gen.Choose(-2_000_000, 20_000_000)), Pair(Gen.Choose(0, 4000), Pair(Gen.Elements(Enum.GetValues<RoundingDirection>()), Gen.Elements(360, 365)))), c =>
    {
        var ((principal, rate), (days, (direction, year))) = c;
        var (money, perAnnum, rounding) = (new Money(principal * 100_000L, Currency.USD), new Percent(rate / 1_000_000m).ToRatio(), new Rounding(0.01m, direction));
        var exact = rounding.Apply(InterestAmount.Exact(money, perAnnum, new Ratio(days, year)), Currency.USD);
        return new InterestFactor(money, perAnnum, rounding).Daily(year).Minor(days) == exact.Minor && InterestAmount.Rounded(rounding, money, perAnnum, new Ratio(days, year)) == exact;
    });

    private static Promise PromiseOf(Grid grid, bool endOfMonth, JointCalendar calendar, BusinessDayConvention convention, Accrual accrual) => Promise.Of(new Indenture.Core.Terms
    {
        Currency = new Cited<Currency>(Currency.USD), Principal = new Cited<Money>(new Money(100_000_000, Currency.USD)), Schedule = grid,
        Interest = new Interest
        {
            Kind = new Cited<InterestKind>(InterestKind.Fixed), Rate = new Cited<Percent>(new Percent(3)), DayCount = new Cited<DayCountBasis>(DayCountBasis.Actual360), EndOfMonth = new Cited<bool>(endOfMonth),
        },
        BusinessDays = new BusinessDays { Calendars = new Cited<CalendarSet>(calendar.Set), Convention = new Cited<BusinessDayConvention>(convention), Accrual = new Cited<Accrual>(accrual) },
    }, Calendars.Standard).Require();
}
