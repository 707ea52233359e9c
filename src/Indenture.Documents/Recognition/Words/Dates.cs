using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A date as printed. A day that does not exist keeps its figures and has no <see cref="Value"/>.</summary>
/// <param name="Value">"2004-02-09", or the lesser "2025-10"; null where no calendar has the day.</param>
internal readonly record struct PrintedDate(string? Value, string Printed, int Index, int Length);

/// <summary>Dates and days of the year in words.</summary>
internal static partial class Dates
{
    private const string Month = @"(?<m>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)";

    /// <summary>A month and day without a year, for use inside other patterns.</summary>
    public const string MonthDay = @"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?: ?(?:st|nd|rd|th))?";

    /// <summary>A full date, for use inside other patterns.</summary>
    public const string Full = @"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?) \d{1,2}(?: ?(?:st|nd|rd|th))?(?: ?, ?| )\d{4}";

    [GeneratedRegex(@"\b" + Month + @" (?<d>\d{1,2}) ?(?:st|nd|rd|th)? ?,? ?(?<y>(?:19|20|21)\d\d)\b|\b(?<d>\d{1,2})(?:st|nd|rd|th)?(?: day of)?[ -]" + Month + @",?[ -](?<y>(?:19|20)\d\d|\d\d)\b|\b(?<n>\d{1,2})/(?<d>\d{1,2})/(?<y>(?:19|20)\d\d|\d\d)\b(?!/)|\b(?<y>(?:19|20)\d\d)-(?<n>\d\d)-(?<d>\d\d)\b|(?<![\d-])(?<n>\d{1,2})-(?<d>\d{1,2})-(?<y>(?:19|20)\d\d|\d\d)\b(?!-)", Text.Options)]
    private static partial Regex Pattern { get; }

    [GeneratedRegex(@"\b" + Month + @" (?<d>\d{1,2})(?: ?(?:st|nd|rd|th))?\b|\b(?<d>\d{1,2}) ?(?:st|nd|rd|th)? (?:day )?(?:of )?" + Month + @"\b", Text.Options)]
    private static partial Regex DayPattern { get; }

    [GeneratedRegex(@"\b(?<d>\d{1,2}) ?(?:st|nd|rd|th)\b", Text.Options)]
    private static partial Regex Ordinal { get; }

    /// <summary>"15 March and September", "March and September 15".</summary>
    [GeneratedRegex(@"\b\d{1,2} " + Month + @"(?:,| and| &)|\b" + Month + @"(?:,| and| &) (?:and )?(?:[A-Z][a-z]{2,8} )?\d{1,2}\b", Text.Options)]
    private static partial Regex OneDay { get; }

    [GeneratedRegex(@"^ ?,? ?(?:19|20|21)\d\d\b", Text.Options)]
    private static partial Regex YearFollows { get; }

    [GeneratedRegex(@"\b" + Month + @"\b", Text.Options)]
    private static partial Regex MonthName { get; }

    /// <summary>Every full date, in the order of the text.</summary>
    public static IEnumerable<PrintedDate> All(string text)
    {
        foreach (Match match in Pattern.Matches(text)) yield return Of(match);
    }

    /// <summary>The first full date at or after a position.</summary>
    public static PrintedDate? First(string text, int from = 0) => Pattern.Match(text, from) is { Success: true } match ? Of(match) : null;

    /// <summary>The date that these words are, to the last letter.</summary>
    public static string? Parse(string text) => First(text) is { Value: { } value } ? value : null;

    private static PrintedDate Of(Match match)
    {
        var month = match.Groups["n"].Success ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) : MonthOf(match.Groups["m"].Value);
        var day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        var year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
        if (year < 100) year += year < 70 ? 2000 : 1900;
        var exists = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return new PrintedDate(exists ? $"{year:0000}-{month:00}-{day:00}" : null, match.Value, match.Index, match.Length);
    }

    /// <summary>
    /// Days of the year without a year: "February 9 and August 9", or one day of several months ("the 9th day of each June and December"): "02-09,08-09".
    /// Null where there are none or one does not exist.
    /// </summary>
    public static string? DaysOfYear(string text)
    {
        var found = DayPattern.Matches(text);
        // A day with a year behind it is one date (the first payment, the maturity) beside the days of every year.
        var yearly = found.Where(m => !YearFollows.IsMatch(text.AsSpan(m.Index + m.Length))).ToList();
        var days = (yearly.Count > 0 ? yearly : found.ToList()).Select(m => (Month: MonthOf(m.Groups["m"].Value), Day: int.Parse(m.Groups["d"].ValueSpan, CultureInfo.InvariantCulture))).ToList();
        // "may" is no month.
        var months = MonthName.Matches(text).Where(m => char.IsAsciiLetterUpper(m.Value[0])).Select(m => MonthOf(m.Value)).Distinct().ToList();
        if (days.Count < months.Count && days.Count <= 1 && (Ordinal.Match(text) is { Success: true } ordinal ? int.Parse(ordinal.Groups["d"].ValueSpan, CultureInfo.InvariantCulture) : days.Count == 1 && OneDay.IsMatch(text) ? days[0].Day : 0) is > 0 and var day)
            days = [.. months.Select(m => (m, day))];
        if (days.Count == 0 || days.Any(d => d.Day < 1 || d.Day > DateTime.DaysInMonth(2000, d.Month))) return null;
        return string.Join(",", days.Distinct().Order().Select(d => $"{d.Month:00}-{d.Day:00}"));
    }

    public static int MonthOf(string name) => name[..3].ToUpperInvariant() switch
    {
        "JAN" => 1, "FEB" => 2, "MAR" => 3, "APR" => 4, "MAY" => 5, "JUN" => 6, "JUL" => 7, "AUG" => 8, "SEP" => 9, "OCT" => 10, "NOV" => 11, "DEC" => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>"8:30 A.M." as "08:30"; null where it is no time of a day.</summary>
    public static string? Time(string hour, string minute, string half)
    {
        var (h, m) = (int.Parse(hour, CultureInfo.InvariantCulture), int.Parse(minute, CultureInfo.InvariantCulture));
        if (h is < 1 or > 12 || m > 59) return null;
        var afternoon = half[0] is 'p' or 'P';
        return $"{h % 12 + (afternoon ? 12 : 0):00}:{m:00}";
    }
}
