using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>How days become a fraction of a year. Words about the yield of a make-whole redemption are not about the notes' interest.</summary>
internal static partial class DayCountClause
{
    public static Recogniser Recogniser { get; } = new("day count", Role.Terms | Role.Contract,
        ["Day Count", "Day Count Fraction", "Day Count Convention", "Day Count Basis", "Daycount", "Day Count/Convention", "Daycount Basis", "Day Count Basis/Convention", "Day-Count", "Day-Count Convention", "Day-Count Fraction", "Daycount Fraction", "Daycount Convention", "Interest Calculation", "Interest Rate Calculation", "Basis", "Accrual Basis", "Day Basis", "Day Counting", "Computation of Interest", "Interest Calculation Basis", "Day Count/Business Day Convention", "Day Count Convention/Business Day Convention", "Interest Basis", "Interest Accrual Method", "Accrual Method", "Coupon", "Interest Rate"],
        ["360-day year", "365-day year", "on the basis of"], Read);

    [GeneratedRegex(@"\binterest\b[^.]{0,120}? (?:will be|shall be|is|be) (?:calculated|computed) on (?:the|a) basis of (?<words>(?:a |the )?(?<thirty>360-day year (?:comprised |consisting )?of twelve (?:30-day|thirty-day) months)|(?:the )?(?<actual>actual number of days (?:elapsed )?[^.]{0,60}?(?<year>360|365)[ -]day year))", Text.Options)]
    private static partial Regex Sentence { get; }

    [GeneratedRegex(@"^(?<words>(?<name>30[EU]? ?/ ?360(?: ISDA)?|Act(?:ual)?\.? ?/ ?360|Act(?:ual)?\.? ?/ ?365(?: ?\(?(?:F|Fixed)\)?)?|Act(?:ual)?\.? ?/ ?Act(?:ual)?(?: \(?(?:ICMA|ISDA)\)?)?))|^(?<words>(?:(?:on the basis of )?an? )?(?<thirty>360-day year (?:comprised |consisting )?of twelve (?:30-day|thirty-day) months|(?:the )?actual (?:number of )?days (?:elapsed )?(?:over|in|and) an? 360[ -]day year))", Text.Options)]
    private static partial Regex Labelled { get; }

    /// <summary>Beside the rate in one row: "2.250% s.a., 30/360, unadjusted".</summary>
    [GeneratedRegex(@"[,;(] ?(?<words>(?<thirty>(?!))?(?<name>30[EU]? ?/ ?360|Act(?:ual)?\.? ?/ ?36[05]))\b", Text.Options)]
    private static partial Regex Beside { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        // An indenture speaks of the interest of all its series; a supplement of one.
        if (facts.Document.Role == Role.Contract && facts.Document.Kind != DocumentKind.SupplementalIndenture) yield break;
        if (passage.IsRow)
        {
            if (Boxes.IsEmptyBefore(facts.Document.Text, passage.Start - facts.Document.Start)) yield break;
            if ((passage.Label!.StartsWith("Coupon", StringComparison.OrdinalIgnoreCase) || passage.Label.StartsWith("Interest R", StringComparison.OrdinalIgnoreCase) ? Beside : Labelled).Match(passage.Text) is { Success: true } label &&
                (label.Groups["thirty"].Success ? label.Groups["thirty"].Value.StartsWith("360", StringComparison.Ordinal) ? "30/360" : "Actual/360" : Name(label.Groups["name"].Value.Replace(" /", "/", StringComparison.Ordinal).Replace("/ ", "/", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal))) is { } basis) yield return passage.Fact("dayCount", basis, label.Groups["words"]);
            yield break;
        }
        if (Sentence.Match(passage.Text) is not { Success: true } match) yield break;
        var value = match.Groups["thirty"].Success ? "30/360" : match.Groups["year"].Value == "360" ? "Actual/360" : "Actual/365F";
        yield return passage.Fact("dayCount", value, match.Groups["words"]);
    }

    /// <summary>Actual/Actual alone is two rules: it is not chosen between them.</summary>
    private static string? Name(string printed) => printed.ToUpperInvariant().Replace("ACTUAL", "ACT", StringComparison.Ordinal) switch
    {
        "30/360" => "30/360",
        "30U/360" => "30U/360",
        "30E/360" => "30E/360",
        "30E/360 ISDA" => "30E/360 ISDA",
        "ACT/360" => "Actual/360",
        var p when p.StartsWith("ACT/365", StringComparison.Ordinal) => "Actual/365F",
        var p when p.Contains("ICMA", StringComparison.Ordinal) => "Actual/Actual ICMA",
        var p when p.Contains("ISDA", StringComparison.Ordinal) => "Actual/Actual ISDA",
        _ => null,
    };
}
