using System.Globalization;

namespace Indenture.Core;

/// <summary>A day of the year without a year: "02-09". February 29 stands for the last day of February in a common year.</summary>
public readonly record struct MonthDay : IComparable<MonthDay>
{
    private readonly byte _month; // zero-based, so that default(MonthDay) is January 1
    private readonly byte _day;

    /// <summary>1 to 12.</summary>
    public int Month => _month + 1;
    /// <summary>1 to 31.</summary>
    public int Day => _day + 1;

    /// <summary>Throws where no year has such a day.</summary>
    public MonthDay(int month, int day)
    {
        _ = new DateOnly(2000, month, day);
        (_month, _day) = ((byte)(month - 1), (byte)(day - 1));
    }

    /// <summary>Reads "02-09".</summary>
    public static bool TryParse(string text, out MonthDay value)
    {
        var ok = DateOnly.TryParseExact("2000-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        value = ok ? new MonthDay(date.Month, date.Day) : default;
        return ok;
    }

    /// <summary>The day in a year; the last of February where the year has no 29th.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));

    /// <summary>In the order of the year.</summary>
    public int CompareTo(MonthDay other) => (Month, Day).CompareTo((other.Month, other.Day));

    /// <summary>"02-09".</summary>
    public override string ToString() => $"{Month:00}-{Day:00}";
}
