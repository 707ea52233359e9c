using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Who is paid: the holders at the close of fixed days of the year, or of so many days before each payment.</summary>
internal static partial class RecordDateClause
{
    public static Recogniser Recogniser { get; } = new("record date", Role.Terms,
        ["Record Date", "Record Dates", "Regular Record Date", "Regular Record Dates", "Interest Record Date", "Interest Payment Record Date", "Regular Record Dates for Interest"], ["the Record Date for such interest", "Record Date for that interest", "the Record Date, which"], Read);

    [GeneratedRegex(@"\bRecord Date(?: for (?:such|that) interest)?,? which (?:shall be|will be|is) (?<words>the [^.]{5,200}?(?:preceding|before|prior to) (?:such|each|the) (?:applicable |related )?Interest Payment Date)", Text.Options)]
    private static partial Regex Sentence { get; }

    [GeneratedRegex(@"^(?:the )?(?:(?<n>" + Amounts.SmallWord + @"|first|second|fifteenth|\d{1,2}(?=th ))(?:th)? )?(?:\(\d+\) )?(?<business>business )?(?:calendar )?days? (?:\(whether or not a business day\) )?(?:immediately )?(?:preceding|prior to|before|next preceding)\b", Text.Options)]
    private static partial Regex DaysBefore { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var words = passage.Text;
        var start = 0;
        if (!passage.IsRow)
        {
            if (Sentence.Match(words) is not { Success: true } sentence) yield break;
            (words, start) = (sentence.Groups["words"].Value, sentence.Groups["words"].Index);
        }
        if (DaysBefore.Match(words) is { Success: true } before)
        {
            var days = before.Groups["n"].Success ? Amounts.Small(before.Groups["n"].Value) : 1;
            if (days is { } n)
            {
                var business = before.Groups["business"];
                // "Business Day" in capitals is the document's own term, which has the cities of its definition.
                var cities = business.Success && business.Value[0] == 'B' ? facts.Value("businessDayCities") : null;
                yield return passage.Fact("recordDate", $"{n} {(business.Success ? "business" : "calendar")} day{(n == 1 ? "" : "s")} before", start, words.Length, cities);
            }
        }
        else if (Dates.DaysOfYear(words) is { } listed) yield return passage.Fact("recordDate", listed, start, words.Length);
    }
}
