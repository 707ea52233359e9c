namespace Indenture.Core;

/// <summary>The day of a year that a rule of a calendar names.</summary>
public abstract record HolidayDay
{
    private HolidayDay() { }

    /// <summary>The same day every year: "12-25".</summary>
    public sealed record On(MonthDay Day) : HolidayDay;

    /// <summary>"third Monday of January"; <paramref name="Nth"/> is 1 to 4.</summary>
    public sealed record NthWeekday(int Nth, DayOfWeek Weekday, int Month) : HolidayDay;

    /// <summary>"last Monday of May".</summary>
    public sealed record LastWeekday(DayOfWeek Weekday, int Month) : HolidayDay;

    /// <summary>So many days after Easter Sunday of the Western churches; before it where negative: "Easter -2" is Good Friday.</summary>
    public sealed record FromEaster(int Days) : HolidayDay;

    /// <summary>One day of one year.</summary>
    public sealed record Once(DateOnly Date) : HolidayDay;

    /// <summary>The one way to tell the cases apart: one function for each.</summary>
    public T Match<T>(Func<On, T> on, Func<NthWeekday, T> nth, Func<LastWeekday, T> last, Func<FromEaster, T> easter, Func<Once, T> once) => this switch
    {
        On o => on(o),
        NthWeekday n => nth(n),
        LastWeekday l => last(l),
        FromEaster e => easter(e),
        Once o => once(o),
        _ => throw new InvalidOperationException("HolidayDay is a closed set"),
    };

    /// <summary>The day in a year; null where the year has none.</summary>
    public DateOnly? In(int year) => Match<DateOnly?>(
        on => on.Day.In(year),
        nth =>
        {
            var first = new DateOnly(year, nth.Month, 1);
            return first.AddDays((nth.Weekday - first.DayOfWeek + 7) % 7 + 7 * (nth.Nth - 1));
        },
        last =>
        {
            var end = new DateOnly(year, last.Month, DateTime.DaysInMonth(year, last.Month));
            return end.AddDays(-((end.DayOfWeek - last.Weekday + 7) % 7));
        },
        easter => EasterSunday(year).AddDays(easter.Days),
        once => once.Date.Year == year ? once.Date : null);

    /// <summary>Gregorian Easter by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var p = h + l - 7 * m + 114;
        return new DateOnly(year, p / 31, p % 31 + 1);
    }
}

/// <summary>What becomes of a holiday that falls on a weekend.</summary>
public enum HolidayMove
{
    /// <summary>From Sunday to the day after.</summary>
    SundayToMonday,
    /// <summary>From Saturday to the day before.</summary>
    SaturdayToFriday,
    /// <summary>From Sunday to the next weekday that no rule of the calendar with this same move names.</summary>
    SundayToNextFreeDay,
    /// <summary>From Saturday or Sunday to the next weekday that no rule of the calendar with this same move names and none has been moved to.</summary>
    WeekendToNextFreeDay,
}

/// <summary>One line of a calendar: a day that closes it, in which years, and on whose authority.</summary>
/// <param name="Day">Which day of a year.</param>
/// <param name="Name">As it is printed with a closed day.</param>
/// <param name="Since">First year, inclusive; null from the beginning.</param>
/// <param name="Until">Last year, inclusive; null for ever.</param>
/// <param name="Only">If not empty, only in these years.</param>
/// <param name="Except">Never in these years.</param>
/// <param name="Moves">What happens to it on a weekend.</param>
/// <param name="Source">Null where the calendar's own source covers it.</param>
public sealed record HolidayRule(
    HolidayDay Day, string Name, int? Since, int? Until, IReadOnlyList<int> Only, IReadOnlyList<int> Except, IReadOnlyList<HolidayMove> Moves, string? Source)
{
    /// <summary>The day in a year before it is moved off a weekend; null where the rule is not in force or names none.</summary>
    public DateOnly? In(int year) =>
        year < (Since ?? int.MinValue) || year > (Until ?? int.MaxValue) || (Only.Count > 0 && !Only.Contains(year)) || Except.Contains(year) ? null : Day.In(year);
}
