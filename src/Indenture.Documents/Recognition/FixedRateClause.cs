using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A rate in figures: "3.625% per annum".</summary>
internal static partial class FixedRateClause
{
    public static Recogniser Recogniser { get; } = new("fixed rate", Role.Terms,
        ["Interest Rate", "Coupon", "Coupon Rate", "Rate of Interest", "Interest Rate Per Annum", "Fixed Rate", "Interest", "Fixed Rate of Interest", "Annual Interest Rate", "Stated Annual Interest Rate", "Annual Rate", "Stated Interest Rate", "Rate", "Fixed Interest Rate", "Coupon Interest Rate", "Interest Rate/Coupon", "Coupon/Interest Rate", "Interest Rate (Coupon)", "Per Annum Interest Rate", "Note Rate", "Annual Coupon", "Rate Per Annum", "Interest Rate Per Year", "Distribution Rate", "Coupon/Stated Interest Rate", "Coupon / Stated Interest Rate", "Stated Coupon"], ["at the rate of", "at a rate of", "will bear interest at"], Read);

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
        yield return passage.Fact("interestRate", Rates.Of(match), match.Groups["rate"]);
    }
}
