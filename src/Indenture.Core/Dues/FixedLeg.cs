namespace Indenture.Core;

/// <summary>
/// A fixed-rate leg prepared for many questions: boundaries, the days between them, the interest by the day. The same rules as <see cref="Dues"/>
/// (one schedule, one day count, one rounding), laid out so that no coupon allocates.
/// </summary>
public sealed class FixedLeg
{
    /// <summary>A period's first day, as a number and taken apart for counting.</summary>
    private readonly struct Start(int day, DayCount.From from)
    {
        public readonly int Day = day;
        public readonly DayCount.From From = from; // a field: a property would copy it each time
    }

    private readonly Start[] _starts; // of the periods, then the last boundary, then a day after every date, on which no question is asked
    private readonly DateOnly _first, _last;
    private readonly DailyInterest _interest;
    private readonly ulong _periodsPerDay; // times 2^32: where an even division of the life would put a date

    /// <param name="boundaries">Of the periods as interest accrues, ascending: adjusted dates where it accrues between those.</param>
    /// <param name="basis">One whose year has a fixed length (<see cref="DayCount.YearOf"/>); throws for another.</param>
    /// <param name="interest">Of one principal at one rate.</param>
    public FixedLeg(ReadOnlySpan<DateOnly> boundaries, DayCountBasis basis, InterestFactor interest)
    {
        if (boundaries.Length < 2) throw new ArgumentException("A leg has one period at least.", nameof(boundaries));
        _interest = interest.Daily(DayCount.YearOf(basis) ?? throw new ArgumentException($"The year of {basis.Name()} depends on the dates.", nameof(basis)));
        (_first, _last) = (boundaries[0], boundaries[^1]);
        _starts = new Start[boundaries.Length + 1];
        for (var i = 0; i < boundaries.Length; i++) _starts[i] = new Start(boundaries[i].DayNumber, new DayCount.From(basis, boundaries[i]));
        _starts[^1] = new Start(int.MaxValue, default);
        _periodsPerDay = ((ulong)(boundaries.Length - 1) << 32) / (ulong)(_last.DayNumber - _first.DayNumber);
    }

    /// <summary>First day that earns interest to the last boundary, which earns none.</summary>
    public (DateOnly Start, DateOnly End) Life => (_first, _last);

    /// <summary>
    /// The interest of every period of a grid of boundaries, in minor units, rounded by the factor's rounding. Nothing is allocated.
    /// </summary>
    /// <param name="boundaries">Ascending; each but the last begins a period (inclusive) that the next one ends (exclusive).</param>
    /// <param name="basis">One that counts by days alone.</param>
    /// <param name="interest">By the number of days.</param>
    /// <param name="minor">One fewer than the boundaries.</param>
    public static void Interest(ReadOnlySpan<DateOnly> boundaries, DayCountBasis basis, DailyInterest interest, Span<long> minor)
    {
        for (var i = 1; i < boundaries.Length; i++) minor[i - 1] = interest.Minor(new DayCount.From(basis, boundaries[i - 1]).To(boundaries[i], boundaries[^1]));
    }

    /// <summary>Days of interest accrued up to a date (exclusive) since the last boundary on or before it; on a boundary none. Throws outside the life.</summary>
    public int AccruedDays(DateOnly date)
    {
        // Nothing here can overflow: day numbers are below four million.
        unchecked
        {
            var (starts, day) = (_starts, date.DayNumber);
            var since = (uint)(day - _first.DayNumber);
            if (since > (uint)(_last.DayNumber - _first.DayNumber)) Outside(date);
            // The periods are of about one length: begin where an even division would put the date, and step.
            var i = (int)(since * _periodsPerDay >> 32);
            while (day < starts[i].Day) i--;
            while (day >= starts[i + 1].Day) i++;
            return starts[i].From.To(date, _last);
        }
    }

    /// <summary>Interest accrued up to a date (exclusive), in minor units, rounded by the factor's rounding.</summary>
    public long AccruedMinor(DateOnly date) => _interest.Minor(AccruedDays(date));

    private void Outside(DateOnly date) => throw new ArgumentOutOfRangeException(nameof(date), $"{date:yyyy-MM-dd} is not between {_first:yyyy-MM-dd} and {_last:yyyy-MM-dd}.");
}
