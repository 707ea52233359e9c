using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The days on which interest is paid, and the first of them.</summary>
internal static partial class PaymentDatesClause
{
    public static Recogniser Recogniser { get; } = new("payment dates", Role.Terms,
        ["Interest Payment Date", "Interest Payment Dates", "Interest Payment", "Payment Dates", "Coupon Payment Dates", "Coupon Dates", "Interest Payable", "Interest Payment Dates and Frequency"],
        ["commencing", "payable semi-annually", "payable quarterly", "payable monthly"], Read);

    [GeneratedRegex(@"\b(?<days>(?:semi-?annually|quarterly|monthly|annually|semiannually),? (?:in arrears,? )?(?:on|each) [^.;]{4,160}?),? (?:commencing|beginning|starting)(?: on| with)? (?<first>" + Dates.Full + ")", Text.Options)]
    private static partial Regex Sentence { get; }

    [GeneratedRegex(@"\b(?:commencing|beginning|starting|first (?:payment|coupon)(?: date)?(?: on)?:?)(?: on| with)? (?<first>" + Dates.Full + ")", Text.Options)]
    private static partial Regex Commencing { get; }

    [GeneratedRegex(@"\b(?:(?<n>\d{1,2})(?: ?(?:st|nd|rd|th))|(?<n>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|fifteenth|twentieth|thirtieth))(?: day)? of (?:each|every) (?:calendar )?month\b", Text.Options)]
    private static partial Regex Monthly { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (!passage.IsRow && facts.Document.Kind != DocumentKind.FormOfNote) yield break;
        var sentence = Sentence.Match(passage.Text);
        if (sentence.Success)
        {
            if (Days(sentence.Groups["days"].Value) is { } days) yield return passage.Fact("paymentDates", days, sentence.Groups["days"]);
            if (Dates.Parse(sentence.Groups["first"].Value) is { } first) yield return passage.Fact("firstPayment", first, sentence.Groups["first"]);
            yield break;
        }
        if (!passage.IsRow) yield break;
        var commencing = Commencing.Match(passage.Text);
        var listed = commencing.Success ? passage.Text[..commencing.Index] : passage.Text;
        if (Days(listed) is { } dates) yield return passage.Fact("paymentDates", dates, 0, Text.Tidy(listed).Length);
        if (commencing.Success && Dates.Parse(commencing.Groups["first"].Value) is { } start) yield return passage.Fact("firstPayment", start, commencing.Groups["first"]);
    }

    private static string? Days(string words) =>
        Monthly.Match(words) is { Success: true } monthly && Amounts.Small(monthly.Groups["n"].Value) is { } day and <= 31 ? $"day {day} monthly" : Dates.DaysOfYear(words);
}
