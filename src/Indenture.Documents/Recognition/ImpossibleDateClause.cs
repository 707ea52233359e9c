using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Dates that no calendar has, wherever they are printed.</summary>
internal static partial class ImpossibleDateClause
{
    // Only days that may be too late in a month are looked for.
    public static Recogniser Recogniser { get; } = new("impossible dates", Role.Any, [],
        [
            .. new[] { "January", "March", "May", "July", "August", "October", "December" }.SelectMany(m => new[] { m + " 32", m + " 33" }),
            .. new[] { "April", "June", "September", "November" }.Select(m => m + " 3"), "February 29", "February 3",
        ], Read);

    [GeneratedRegex(@"\b(?<md>(?<m>January|February|March|April|May|June|July|August|September|October|November|December) (?<d>29|3\d))(?: ?(?:st|nd|rd|th))?\b(?! ?%)(?: ?, ?(?<y>(?:19|20)\d\d))?", Text.Options)]
    private static partial Regex Late { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        foreach (Match match in Late.Matches(passage.Text))
        {
            var year = match.Groups["y"].Success ? int.Parse(match.Groups["y"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 2000;
            if (int.Parse(match.Groups["d"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) <= DateTime.DaysInMonth(year, Dates.MonthOf(match.Groups["m"].Value))) continue;
            yield return new Recognised.Shows(FindingCodes.DateImpossible, $"{match.Value} is no date.", passage.Start + match.Index, passage.Start + match.Index + match.Length, [match.Value]);
        }
    }
}
