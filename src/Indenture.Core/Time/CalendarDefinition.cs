using System.Security.Cryptography;
using System.Text;

namespace Indenture.Core;

/// <summary>A day and why it is closed, or open although it would be closed.</summary>
public sealed record Holiday(DateOnly Date, string Name);

/// <summary>
/// A calendar as data: rules with the years they hold, single closures and openings, the days covered, the version and the authority. Written as
/// text (docs/conventions.md, "Calendar files") and read by <see cref="CalendarText"/>. What was agreed names a calendar; its days are computed once.
/// </summary>
public sealed class CalendarDefinition
{
    /// <summary>Days on either side of the covered ones that are computed too, so that a count from a covered day may step a little outside.</summary>
    internal const int Margin = 366;

    private readonly Lazy<(Bits Open, IReadOnlyDictionary<int, string> Names)> _days;

    internal CalendarDefinition(string name, string number, string text, DateOnly first, DateOnly last, IReadOnlyList<DayOfWeek> weekend, string source,
        IReadOnlyList<HolidayRule> rules, IReadOnlyList<Holiday> openings, string? between)
    {
        (Name, First, Last, Weekend, Source, Rules, Openings, Between) = (name, first, last, weekend, source, rules, openings, between);
        (Number, Text) = (number, text);
        Version = $"{name} {number} ({Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8]})";
        _days = new Lazy<(Bits, IReadOnlyDictionary<int, string>)>(Compute);
    }

    /// <summary>The name by which rules name it.</summary>
    public string Name { get; }

    /// <summary>Name, number and the first eight hex digits of the text's SHA-256: two texts never share a version.</summary>
    public string Version { get; }

    /// <summary>First day whose holidays are known, inclusive.</summary>
    public DateOnly First { get; }

    /// <summary>Last day whose holidays are known, inclusive.</summary>
    public DateOnly Last { get; }

    /// <summary>Weekdays that are never open but by an opening.</summary>
    public IReadOnlyList<DayOfWeek> Weekend { get; }

    /// <summary>The law or publication it was taken from; a rule may name its own.</summary>
    public string Source { get; }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<HolidayRule> Rules { get; }

    /// <summary>Days that are open although a rule or the weekend closes them.</summary>
    public IReadOnlyList<Holiday> Openings { get; }

    /// <summary>The name of a day that is closed because the days before and after it are holidays; null where there is no such rule.</summary>
    public string? Between { get; }

    internal string Number { get; }

    /// <summary>The text it was read from, with what was added to it.</summary>
    internal string Text { get; }

    internal Bits Open => _days.Value.Open;

    internal IReadOnlyDictionary<int, string> Names => _days.Value.Names;

    private (Bits, IReadOnlyDictionary<int, string>) Compute()
    {
        var (from, to) = (First.DayNumber - Margin, Last.DayNumber + Margin);
        var named = new Dictionary<int, string>();
        var (firstYear, lastYear) = (DateOnly.FromDayNumber(from).Year - 1, DateOnly.FromDayNumber(to).Year + 1);
        var scheduled = new List<(HolidayRule Rule, DateOnly Date)>();
        for (var year = firstYear; year <= lastYear; year++)
            foreach (var rule in Rules)
                if (rule.In(year) is { } date) scheduled.Add((rule, date));

        // The days that a move to "the next free day" passes over: those that rules with that move name, and those already moved to.
        var taken = scheduled.Where(s => s.Rule.Moves.Any(m => m is HolidayMove.SundayToNextFreeDay or HolidayMove.WeekendToNextFreeDay)).Select(s => s.Date).ToHashSet();
        foreach (var date in Between is null ? [] : taken.ToList())
            if (taken.Contains(date.AddDays(2)) && !taken.Contains(date.AddDays(1))) Close(date.AddDays(1), Between!);
        foreach (var (rule, date) in scheduled)
        {
            Close(date, rule.Name);
            if (Moved(rule, date, taken) is { } moved) Close(moved, $"{rule.Name} (for {date.DayOfWeek} {date:yyyy-MM-dd})");
        }
        var opened = Openings.Select(o => o.Date.DayNumber).ToHashSet();
        foreach (var day in opened) named.Remove(day);
        var open = Bits.Where(from, to, day => opened.Contains(day) || (!named.ContainsKey(day) && !Weekend.Contains(DateOnly.FromDayNumber(day).DayOfWeek)));
        return (open, named);

        void Close(DateOnly date, string name) => named.TryAdd(date.DayNumber, name);
    }

    private static DateOnly? Moved(HolidayRule rule, DateOnly date, HashSet<DateOnly> taken)
    {
        foreach (var move in rule.Moves)
        {
            var moved = move switch
            {
                HolidayMove.SundayToMonday => date.DayOfWeek == DayOfWeek.Sunday ? date.AddDays(1) : (DateOnly?)null,
                HolidayMove.SaturdayToFriday => date.DayOfWeek == DayOfWeek.Saturday ? date.AddDays(-1) : null,
                HolidayMove.SundayToNextFreeDay => date.DayOfWeek == DayOfWeek.Sunday ? NextFree(date, taken) : null,
                HolidayMove.WeekendToNextFreeDay => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? NextFree(date, taken) : null,
            };
            if (moved is not null) return moved;
        }
        return null;
    }

    private static DateOnly NextFree(DateOnly date, HashSet<DateOnly> taken)
    {
        do date = date.AddDays(1); while (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || taken.Contains(date));
        taken.Add(date);
        return date;
    }
}
