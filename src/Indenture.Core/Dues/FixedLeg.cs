namespace Indenture.Core;

/// <summary>
/// A fixed-rate leg prepared for many questions: boundaries, the days between them, the interest by the day. The same rules as <see cref="Dues"/>
/// (one schedule, one day count, one rounding), laid out so that no coupon allocates.
/// </summary>
public sealed class FixedLeg
{
    private readonly DateOnly[] _boundaries;
    private readonly DayCount.From[] _from;
    private readonly int[] _days; // of the boundaries; one day more, on which no question is asked, closes the last
    private readonly DailyInterest _interest;
    private readonly ulong _periodsPerDay; // times 2^32: where an even division of the life would put a date

    /// <param name="boundaries">Of the periods as interest accrues, ascending: adjusted dates where it accrues between those.</param>
    /// <param name="basis">One whose year has a fixed length (<see cref="DayCount.YearOf"/>); throws for another.</param>
    /// <param name="interest">Of one principal at one rate.</param>
    public FixedLeg(ReadOnlySpan<DateOnly> boundaries, DayCountBasis basis, InterestFactor interest)
    {
        if (boundaries.Length < 2) throw new ArgumentException("A leg has one period at least.", nameof(boundaries));
        _boundaries = boundaries.ToArray();
        _from = Array.ConvertAll(_boundaries, b => new DayCount.From(basis, b));
        _interest = interest.Daily(DayCount.YearOf(basis) ?? throw new ArgumentException($"The year of {basis.Name()} depends on the dates.", nameof(basis)));
        _days = [.. Array.ConvertAll(_boundaries, b => b.DayNumber), int.MaxValue];
        _periodsPerDay = ((ulong)(boundaries.Length - 1) << 32) / (ulong)(_days[^2] - _days[0]);
    }

    /// <summary>First day that earns interest to the last boundary, which earns none.</summary>
    public (DateOnly Start, DateOnly End) Life => (_boundaries[0], _boundaries[^1]);

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
    public int AccruedDays(DateOnly date) => _from[PeriodOf(date)].To(date, _boundaries[^1]);

    /// <summary>Interest accrued up to a date (exclusive), in minor units, rounded by the factor's rounding.</summary>
    public long AccruedMinor(DateOnly date) => _interest.Minor(AccruedDays(date));

    /// <summary>Index of the last boundary on or before a date; throws before the first and after the last.</summary>
    private int PeriodOf(DateOnly date)
    {
        var (days, day) = (_days, date.DayNumber);
        var since = (uint)(day - days[0]);
        if (since > (uint)(days[^2] - days[0])) throw new ArgumentOutOfRangeException(nameof(date), $"{date:yyyy-MM-dd} is not between {Life.Start:yyyy-MM-dd} and {Life.End:yyyy-MM-dd}.");
        // The periods are of about one length: begin where an even division would put the date, and step.
        var i = (int)(since * _periodsPerDay >> 32);
        while (day < days[i]) i--;
        while (day >= days[i + 1]) i++;
        return i;
    }
}
