using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A rate in figures: "3.625% per annum".</summary>
internal static partial class FixedRateClause
{
    public static Recogniser Recogniser { get; } = new("fixed rate", Role.Terms,
        ["Interest Rate", "Coupon", "Coupon Rate", "Rate of Interest", "Interest Rate Per Annum", "Fixed Rate", "Interest", "Fixed Rate of Interest", "Annual Interest Rate", "Stated Annual Interest Rate", "Annual Rate", "Stated Interest Rate", "Rate", "Fixed Interest Rate", "Coupon Interest Rate", "Interest Rate/Coupon", "Coupon/Interest Rate", "Interest Rate (Coupon)", "Per Annum Interest Rate", "Note Rate", "Annual Coupon", "Rate Per Annum", "Interest Rate Per Year", "Distribution Rate"], ["at the rate of", "at a rate of", "will bear interest at"], Read);

    [GeneratedRegex(@"\b(?:at (?:the|a) rate of|will bear interest at) (?<rate>" + Amounts.Percent + @" per (?:annum|year))", Text.Options)]
    private static partial Regex Sentence { get; }

    [GeneratedRegex(@"^(?:(?:Fixed|Fixed Rate|at|at a rate of|Payable at)[,:;]? (?:at )?)?(?<rate>(?:" + Amounts.Percent + @"|(?<whole>\d{1,2})[ -]?(?:(?<n>\d{1,2})/(?<d>\d{1,2})|(?<sign>[¼½¾⅛⅜⅝⅞])) ?(?:%|per cent\b)|(?<pct>\d{1,2}(?:\.\d+)?) per ?cent\b)(?: per (?:annum|year)| p\.a\.)?)(?! ?(?:to|-|–) ?\d)", Text.Options)]
    private static partial Regex Labelled { get; }

    /// <summary>Percent a year; no note of these documents bears more.</summary>
    private const decimal Highest = 40m;

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if ((passage.IsRow ? Labelled : Sentence).Match(passage.Text) is not { Success: true } match) yield break;
        var later = FloatingRateClause.NamesIndex(passage.Text);
        // A rate that is fixed at first and floats later is both; which it is when is left to a person.
        if (later && !(passage.IsRow && FloatingRateClause.BeginsFixed(passage.Text))) yield break;
        if (!passage.IsRow && (facts.First("interestRate") is not null || facts.IssueNames.Count > 1)) yield break;
        // Beyond this it is a price or a share.
        if (match.Groups["pct"].Success && decimal.TryParse(match.Groups["pct"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate > Highest) yield break;
        if (later) yield return new Recognised.LeavesOpen("interestKind", "The rate is fixed at first and floats later; when it changes is not read.", passage.Start, passage.End);
        else yield return passage.Fact("interestKind", "fixed", match.Groups["rate"]);
        yield return passage.Fact("interestRate", match.Groups["whole"].Success ? Fraction(match) : match.Groups["pct"].Value, match.Groups["rate"]);
    }

    /// <summary>"5 1/4" is 5.25.</summary>
    private static string Fraction(Match match)
    {
        var (n, d) = match.Groups["sign"].Success
            ? match.Groups["sign"].Value switch { "¼" => (1, 4), "½" => (1, 2), "¾" => (3, 4), "⅛" => (1, 8), "⅜" => (3, 8), "⅝" => (5, 8), _ => (7, 8) }
            : (int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture), Math.Max(1, int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture)));
        return (decimal.Parse(match.Groups["whole"].ValueSpan, CultureInfo.InvariantCulture) + n / (decimal)d).ToString("0.######", CultureInfo.InvariantCulture);
    }
}
