using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The days on which interest is paid, and the first of them.</summary>
internal static partial class PaymentDatesClause
{
    public static Recogniser Recogniser { get; } = new("payment dates", Role.Terms,
        ["Interest Payment Date", "Interest Payment Dates", "Interest Payment", "Payment Dates", "Coupon Payment Dates", "Coupon Dates", "Interest Payable", "Interest Payment Dates and Frequency", "Interest Payments", "Coupon Payment", "Coupon Payment Date", "Interest Dates", "Payment Date", "Interest Pay Dates", "Coupon Pay Dates", "Pay Dates", "Interest Paid", "Distribution Dates", "Interest Payable on", "Coupon Date", "Interest Payment Date(s)", "Interest Payment Period", "Interest Payment Frequency", "Interest Payment Dates/Frequency", "Payment Frequency"],
        ["commencing", "payable semi-annually", "payable quarterly", "payable monthly"], Read);

    [GeneratedRegex(@"\b(?<days>(?:semi-?annually|quarterly|monthly|annually|semiannually),? (?:in arrears,? )?(?:on|each) [^.;]{4,160}?),? (?:commencing|beginning|starting)(?: on| with)? (?<first>" + Dates.Full + ")", Text.Options)]
    private static partial Regex Sentence { get; }

    [GeneratedRegex(@"\b(?:commencing|beginning|starting|from and including|(?:with the )?first (?:interest )?(?:payment|coupon)(?: date)?(?: (?:on|is|will be|being))?:?)(?: on| with| from)?,?(?: and including,?)?(?: the (?:payment|coupon) (?:due )?on)? ?(?=[A-Z0-9])", Text.Options)]
    private static partial Regex Commencing { get; }

    /// <summary>"January 19, 2008 and on the 19th of each July and January thereafter".</summary>
    [GeneratedRegex(@"^(?:Initially,? )?(?:on )?(?<first>" + Dates.Full + @"),? and,? [^.;]{0,120}?\bthereafter\b", Text.Options)]
    private static partial Regex Thereafter { get; }

    [GeneratedRegex(@"\b(?:(?<n>\d{1,2})(?: ?(?:st|nd|rd|th))|(?<n>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|fifteenth|twentieth|thirtieth))(?: (?:calendar )?day)? of (?:each|every) (?:calendar )?month\b|\bmonthly,? (?:in arrears,? )?on the (?<n>\d{1,2})(?: ?(?:st|nd|rd|th))\b", Text.Options)]
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
        if (Thereafter.Match(passage.Text) is { Success: true } thereafter && Dates.Parse(thereafter.Groups["first"].Value) is { } earliest) yield return passage.Fact("firstPayment", earliest, thereafter.Groups["first"]);
        if (commencing.Success && Dates.First(passage.Text, commencing.Index) is { Value: { } start } printed && printed.Index - commencing.Index - commencing.Length < 12) yield return passage.Fact("firstPayment", start, printed.Index, printed.Length);
    }

    private static string? Days(string words) =>
        Monthly.Match(words) is { Success: true } monthly && Amounts.Small(monthly.Groups["n"].Value) is { } day and <= 31 ? $"day {day} monthly" : Dates.DaysOfYear(words) is { } days ? EveryMonth(days) : null;

    /// <summary>Twelve days that are one day of each month.</summary>
    private static string EveryMonth(string days) =>
        days.Split(',') is { Length: 12 } each && each.Select(d => d[3..]).Distinct().Count() == 1 ? $"day {int.Parse(each[0].AsSpan(3), CultureInfo.InvariantCulture)} monthly" : days;
}
