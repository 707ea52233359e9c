namespace Indenture.Core;

/// <summary>Moving by whole months.</summary>
internal static class Months
{
    /// <summary>
    /// The date so many months on. Its day of the month is kept, or clipped to a shorter month; where the date stands on the last day of its month it
    /// may itself have been clipped, and <paramref name="rollDay"/> is restored.
    /// </summary>
    public static DateOnly Shift(DateOnly date, int months, int rollDay)
    {
        var moved = date.AddMonths(months);
        if (date.Day >= rollDay || date.Day < DateTime.DaysInMonth(date.Year, date.Month)) return moved;
        return new DateOnly(moved.Year, moved.Month, Math.Min(rollDay, DateTime.DaysInMonth(moved.Year, moved.Month)));
    }
}
