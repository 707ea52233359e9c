using System.Runtime.CompilerServices;

namespace Indenture.Core;

/// <summary>Moving by whole months, on a table of the first day of every month of the calendar (120,000 numbers, made once).</summary>
internal static class Months
{
    /// <summary>Day number (<see cref="DateOnly.DayNumber"/>) of the first day of each month from January of year 1; one more closes the last month.</summary>
    private static readonly int[] FirstDays = MakeFirstDays();

    private const ulong MonthsPerDay = (4800UL << 32) / 146_097;

    /// <summary>
    /// The date so many months on, its day of the month kept or clipped to a shorter month; with <paramref name="endOfMonth"/> the last day of a month
    /// gives the last day of the other.
    /// </summary>
    public static DateOnly Shift(DateOnly date, int months, bool endOfMonth) => DateOnly.FromDayNumber(new Anchor(date, endOfMonth).At(months));

    /// <summary>The number of the month from January of year 1, and the day in it, 1 for the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int Month, int Day) Split(DateOnly date)
    {
        // Nothing here can overflow: a day number is below 3,652,059.
        unchecked
        {
            var day = date.DayNumber;
            var firstDays = FirstDays;
            // 4,800 months in the 146,097 days of 400 years, over a power of two: never more than one month off.
            var month = (int)((ulong)day * MonthsPerDay >> 32);
            var first = firstDays[month];
            if (day < first) first = firstDays[--month];
            else if (firstDays[month + 1] is var next && day >= next) (first, month) = (next, month + 1);
            return (month, day - first + 1);
        }
    }

    /// <summary>Days of a month by its number.</summary>
    public static int Length(int month) => FirstDays[month + 1] - FirstDays[month];

    /// <summary>Whether a date is the last calendar day of its month, open or not.</summary>
    public static bool IsEnd(DateOnly date)
    {
        var (month, day) = Split(date);
        return day == Length(month);
    }

    /// <summary>A date from which whole months are counted, taken apart once.</summary>
    public readonly struct Anchor
    {
        private readonly int _month, _day;

        public Anchor(DateOnly date, bool endOfMonth)
        {
            (_month, _day) = Split(date);
            if (endOfMonth && _day == Length(_month)) _day = 31;
        }

        /// <summary>The day number so many months on.</summary>
        public int At(int months)
        {
            var first = FirstDays[_month + months];
            return first + Math.Min(_day, FirstDays[_month + months + 1] - first) - 1;
        }
    }

    private static int[] MakeFirstDays()
    {
        var days = new int[9999 * 12 + 1];
        for (var i = 0; i < days.Length - 1; i++) days[i + 1] = days[i] + DateTime.DaysInMonth(i / 12 + 1, i % 12 + 1);
        return days;
    }
}
