namespace Indenture.Core;

/// <summary>
/// The days on which every calendar of a set is open. Days are looked up in a bit map; a day more than a year outside the covered ones throws, so ask
/// <see cref="Covers"/> first.
/// </summary>
public sealed class JointCalendar
{
    private readonly IReadOnlyList<CalendarDefinition> _members;
    private readonly Bits _open;

    internal JointCalendar(CalendarSet set, IReadOnlyList<CalendarDefinition> members)
    {
        (Set, _members) = (set, members);
        _open = members.Select(m => m.Open).Aggregate((a, b) => a.And(b));
    }

    /// <summary>What was agreed.</summary>
    public CalendarSet Set { get; }

    /// <summary>The version of each calendar, in the order of the set.</summary>
    public string Version => string.Join(", ", _members.Select(m => m.Version));

    /// <summary>Refused CALENDAR-NOT-COVERED where the holidays of a day between the two, both inclusive, are not known.</summary>
    public Outcome<JointCalendar> Covers(DateOnly from, DateOnly to)
    {
        foreach (var member in _members)
            if (from < member.First || to > member.Last)
                return Refusal.Of(CalendarRefusal.CalendarNotCovered,
                    $"Calendar {member.Name} covers {member.First:yyyy-MM-dd} to {member.Last:yyyy-MM-dd}; {(from < member.First ? from : to):yyyy-MM-dd} is outside. A calendar file may extend it.");
        return this;
    }

    /// <summary>Whether every calendar of the set is open on the day. Throws for a day that none of them knows.</summary>
    public bool IsOpen(DateOnly date) => _open[date.DayNumber];

    /// <summary>The date itself where it is open; otherwise where the convention sends it (ISDA 2006 Definitions 4.12).</summary>
    public DateOnly Adjust(DateOnly date, BusinessDayConvention convention) => DateOnly.FromDayNumber(Adjust(date.DayNumber, convention));

    /// <summary>Moves every date where it stands; the last too.</summary>
    public void Adjust(Span<DateOnly> dates, BusinessDayConvention convention)
    {
        for (var i = 0; i < dates.Length; i++) dates[i] = DateOnly.FromDayNumber(Adjust(dates[i].DayNumber, convention));
    }

    private int Adjust(int day, BusinessDayConvention convention) => convention switch
    {
        BusinessDayConvention.Unadjusted => day,
        BusinessDayConvention.Following => _open.Next(day),
        BusinessDayConvention.Preceding => _open.Previous(day),
        BusinessDayConvention.ModifiedFollowing => _open.Next(day) is var next && SameMonth(day, next) ? next : _open.Previous(day),
        BusinessDayConvention.ModifiedPreceding => _open.Previous(day) is var previous && SameMonth(day, previous) ? previous : _open.Next(day),
    };

    /// <summary>
    /// Counts open days on from a date, or back where <paramref name="days"/> is negative; the date itself is not counted, open or not. Zero gives
    /// the date itself.
    /// </summary>
    public DateOnly AddBusinessDays(DateOnly date, int days)
    {
        var day = date.DayNumber;
        for (var left = days; left > 0; left--) day = _open.Next(day + 1);
        for (var left = days; left < 0; left++) day = _open.Previous(day - 1);
        return DateOnly.FromDayNumber(day);
    }

    /// <summary>The closed weekdays from <paramref name="first"/> to <paramref name="last"/>, both inclusive, with the calendars that close them where the set has several.</summary>
    public IReadOnlyList<Holiday> Holidays(DateOnly first, DateOnly last)
    {
        var holidays = new List<Holiday>();
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            if (IsOpen(date)) continue;
            var why = _members.Where(m => !m.Weekend.Contains(date.DayOfWeek) && m.Names.ContainsKey(date.DayNumber)).Select(m => _members.Count == 1 ? m.Names[date.DayNumber] : $"{m.Names[date.DayNumber]} ({m.Name})").ToList();
            if (why.Count > 0) holidays.Add(new Holiday(date, string.Join(", ", why)));
        }
        return holidays;
    }

    private static bool SameMonth(int one, int other) => DateOnly.FromDayNumber(one).Month == DateOnly.FromDayNumber(other).Month;

    /// <summary>The names of the set.</summary>
    public override string ToString() => Set.ToString();
}
