using System.Globalization;

namespace Indenture.Core;

/// <summary>Why a calendar was not taken or not found.</summary>
public enum CalendarRefusal
{
    /// <summary>A line that cannot be read; file and line are named.</summary>
    CalendarMalformed,
    /// <summary>No calendar of that name.</summary>
    CalendarUnknown,
    /// <summary>A calendar of that name is known already.</summary>
    CalendarExists,
    /// <summary>A day whose holidays the calendar does not know.</summary>
    CalendarNotCovered,
}

/// <summary>
/// Reads calendars as text: "calendar NAME" begins one, "amend NAME" adds to one that is known; then "version", "covers", "weekend", "source", and one
/// line a holiday, "WHEN | NAME | OPTIONS | SOURCE", or "open DATE | WHY". A # begins a comment.
/// </summary>
internal static class CalendarText
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];

    /// <summary>Refused CALENDAR-MALFORMED with file, line and what is wrong; CALENDAR-EXISTS or CALENDAR-UNKNOWN for the name.</summary>
    public static Outcome<IReadOnlyDictionary<string, CalendarDefinition>> Read(string text, string file, IReadOnlyDictionary<string, CalendarDefinition> known)
    {
        var read = new Dictionary<string, CalendarDefinition>(known, StringComparer.Ordinal);
        Draft? draft = null;
        var number = 0;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            number++;
            var line = raw.Trim().TrimStart('\uFEFF').ToString();
            if (line.Length == 0 || line[0] == '#') continue;
            var (word, rest) = line.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? (line[..space], line[(space + 1)..].Trim()) : (line, "");
            if (word is "calendar" or "amend")
            {
                if (Finish(draft, read) is { } unfinished) return Malformed(file, number - 1, unfinished);
                if (word == "calendar" && read.ContainsKey(rest)) return Refusal.Of(CalendarRefusal.CalendarExists, $"{file}, line {number}: calendar {rest} is known already; \"amend {rest}\" adds to it.");
                if (word == "amend" && !read.ContainsKey(rest)) return Unknown(rest, read.Keys);
                draft = word == "calendar" ? new Draft(rest, null) : new Draft(rest, read[rest]);
            }
            else if (draft is null) return Malformed(file, number, "a calendar begins with \"calendar NAME\" or \"amend NAME\"");
            else if (draft.Take(word, rest, line) is { } fault) return Malformed(file, number, fault);
            draft.Lines.Add(line);
        }
        return Finish(draft, read) is { } left ? Malformed(file, number, left) : read;
    }

    public static Refusal Unknown(string name, IEnumerable<string> known) =>
        Refusal.Of(CalendarRefusal.CalendarUnknown, $"Calendar \"{name}\" is not known; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");

    private static string? Finish(Draft? draft, Dictionary<string, CalendarDefinition> read)
    {
        if (draft is null) return null;
        if (draft.Missing is { } missing) return $"calendar {draft.Name} states no {missing}";
        read[draft.Name] = draft.Done();
        return null;
    }

    private static Refusal Malformed(string file, int line, string what) =>
        Refusal.Of(CalendarRefusal.CalendarMalformed, $"{file}, line {line.ToString(CultureInfo.InvariantCulture)}: {what}.");

    private sealed class Draft(string name, CalendarDefinition? amended)
    {
        private string? _version, _source = amended?.Source, _between = amended?.Between;
        private (DateOnly First, DateOnly Last)? _covers = amended is null ? null : (amended.First, amended.Last);
        private IReadOnlyList<DayOfWeek>? _weekend = amended?.Weekend;
        private readonly List<HolidayRule> _rules = [.. amended?.Rules ?? []];
        private readonly List<Holiday> _openings = [.. amended?.Openings ?? []];

        public string Name => name;
        public List<string> Lines { get; } = [.. amended?.Text.Split('\n') ?? []];

        public string? Missing => _version is null ? "version" : _covers is null ? "covered days" : _weekend is null ? "weekend" : _source is null ? "source" : null;

        public CalendarDefinition Done() => new(name, amended is null ? _version! : $"{amended.Number}+{_version}", string.Join('\n', Lines), _covers!.Value.First, _covers.Value.Last, _weekend!, _source!, _rules, _openings, _between);

        /// <summary>What is wrong with the line; null where nothing is.</summary>
        public string? Take(string word, string rest, string line)
        {
            switch (word)
            {
                case "version":
                    _version = rest;
                    return rest.Length == 0 ? "the version is empty" : null;
                case "source":
                    _source = rest;
                    return rest.Length == 0 ? "the source is empty" : null;
                case "covers":
                    if (rest.Split(' ') is not [var first, var last] || Date(first) is not { } from || Date(last) is not { } to || to < from || from.Year < 1901 || to.Year > 2198)
                        return "the days covered are written \"covers 1990-01-01 2060-12-31\", between 1901 and 2198";
                    if (amended is not null && (from > amended.First || to < amended.Last)) return $"calendar {name} covers {amended.First:yyyy-MM-dd} to {amended.Last:yyyy-MM-dd}; an amendment may only widen that";
                    _covers = (from, to);
                    return null;
                case "weekend":
                    var days = rest == "none" ? [] : rest.Split(' ').Select(d => Enum.TryParse<DayOfWeek>(d, out var day) ? day : (DayOfWeek?)null).ToList();
                    _weekend = [.. days.OfType<DayOfWeek>()];
                    return days.Contains(null) ? $"\"{rest}\" are not weekdays such as Saturday Sunday" : null;
                case "open":
                    if (rest.Split('|', 2, StringSplitOptions.TrimEntries) is not [var at, { Length: > 0 } why] || Date(at) is not { } opened) return "an opening is written \"open 2024-05-04 | why\"";
                    _openings.Add(new Holiday(opened, why));
                    return null;
                default:
                    return Rule(line.Split('|', StringSplitOptions.TrimEntries));
            }
        }

        private string? Rule(string[] fields)
        {
            if (fields.Length is < 2 or > 4 || fields[1].Length == 0) return "a holiday is written \"WHEN | NAME | OPTIONS | SOURCE\"";
            if (fields[0] == "between holidays")
            {
                _between = fields[1];
                return null;
            }
            if (Day(fields[0]) is not { } day) return $"\"{fields[0]}\" is no day such as 12-25, 2011-04-29, \"third Monday of January\", \"last Monday of May\" or \"Easter -2\"";
            int? since = null, until = null;
            IReadOnlyList<int> only = [], except = [];
            var moves = new List<HolidayMove>();
            foreach (var option in fields.Length > 2 ? fields[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [])
            {
                var words = option.Split(' ');
                var years = words[1..].Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : (int?)null).OfType<int>().ToList();
                var allYears = years.Count == words.Length - 1;
                if (words[0] == "since" && allYears && years.Count == 1) since = years[0];
                else if (words[0] == "until" && allYears && years.Count == 1) until = years[0];
                else if (words[0] == "in" && allYears && years.Count > 0) only = years;
                else if (words[0] == "except" && allYears && years.Count > 0) except = years;
                else if (Names.Find<HolidayMove>(option.Replace(' ', '-').ToLowerInvariant()) is { } move) moves.Add(move);
                else return $"\"{option}\" is no option; there are since YEAR, until YEAR, in YEARS, except YEARS, {Names.All<HolidayMove>().Replace('-', ' ')}";
            }
            _rules.Add(new HolidayRule(day, fields[1], since, until, only, except, moves, fields.Length > 3 ? fields[3] : null));
            return null;
        }

        private static HolidayDay? Day(string text)
        {
            if (Date(text) is { } once) return new HolidayDay.Once(once);
            if (MonthDay.TryParse(text, out var day)) return new HolidayDay.On(day);
            var words = text.Split(' ');
            if (words is ["Easter", var days] && int.TryParse(days, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset)) return new HolidayDay.FromEaster(offset);
            if (words is not [var ordinal, var weekdayName, "of", var monthName] || !Enum.TryParse<DayOfWeek>(weekdayName, out var weekday) || Array.IndexOf(Months, monthName) is not (var month and >= 0)) return null;
            if (ordinal == "last") return new HolidayDay.LastWeekday(weekday, month + 1);
            return Array.IndexOf(Ordinals, ordinal) is var nth and >= 0 ? new HolidayDay.NthWeekday(nth + 1, weekday, month + 1) : null;
        }

        private static DateOnly? Date(string text) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }
}
