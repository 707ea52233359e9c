using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A rate in figures: "3.625% per annum".</summary>
internal static partial class FixedRateClause
{
    public static Recogniser Recogniser { get; } = new("fixed rate", Role.Terms,
        ["Interest Rate", "Coupon", "Coupon Rate", "Rate of Interest", "Interest Rate Per Annum", "Fixed Rate", "Interest"], ["at the rate of"], Read);

    [GeneratedRegex(@"\bat the rate of (?<rate>" + Amounts.Percent + @" per (?:annum|year))", Text.Options)]
    private static partial Regex Sentence { get; }

    [GeneratedRegex(@"^(?<rate>" + Amounts.Percent + @"(?: per (?:annum|year)| p\.a\.)?)", Text.Options)]
    private static partial Regex Labelled { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if ((passage.IsRow ? Labelled : Sentence).Match(passage.Text) is not { Success: true } match || FloatingRateClause.NamesIndex(passage.Text)) yield break;
        yield return passage.Fact("interestKind", "fixed", match.Groups["rate"]);
        yield return passage.Fact("interestRate", match.Groups["pct"].Value, match.Groups["rate"]);
    }
}
