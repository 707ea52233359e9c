namespace Indenture.Core;

/// <summary>Moving by whole months.</summary>
internal static class Months
{
    /// <summary>
    /// The date so many months on, its day of the month kept or clipped to a shorter month; with <paramref name="endOfMonth"/> the last day of a month
    /// gives the last day of the other.
    /// </summary>
    public static DateOnly Shift(DateOnly date, int months, bool endOfMonth)
    {
        var moved = date.AddMonths(months);
        return endOfMonth && IsEnd(date) ? new DateOnly(moved.Year, moved.Month, DateTime.DaysInMonth(moved.Year, moved.Month)) : moved;
    }

    /// <summary>Whether a date is the last calendar day of its month, open or not.</summary>
    public static bool IsEnd(DateOnly date) => date.Day == DateTime.DaysInMonth(date.Year, date.Month);
}
