using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The margin in a row of its own, beside a row that names the index. A spread of a fixed rate over a government bond is none.</summary>
internal static partial class MarginClause
{
    public static Recogniser Recogniser { get; } = new("margin", Role.Offer,
        ["Spread", "Margin", "Spread to LIBOR", "Spread to Index", "Spread to Benchmark", "Spread to SOFR", "Interest Rate Spread", "Floating Rate Spread", "Spread (plus or minus)", "Spread Over Index", "Spread to Reference Rate", "Floating Rate Margin", "Spread/Margin", "Spread Factor", "Reoffer Spread versus Benchmark", "Re-offer Spread versus Benchmark", "Reoffer Spread", "Re-offer Spread", "Reoffer Spread to Benchmark", "Spread to Pricing Benchmark", "Spread (+/-)"], [], Read);

    [GeneratedRegex(@"^(?<words>(?<sign>plus|minus|\+|-|–|−)? ?(?:\([+-]\) ?)?(?<num>\d{1,3}(?:\.\d+)?|\.\d+) ?(?<scale>%|bps?\b|b\.p\.|basis points?|per ?cent\b))(?! ?(?:over|above|to|under|below) )", Text.Options)]
    private static partial Regex Margin { get; }

    [GeneratedRegex(@"\b(?:Treasur(?:y|ies)|UST|T ?\+|swaps?|Bund|gilt)", Text.Options)]
    private static partial Regex Government { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (!facts.Has("index", passage.Tranche) || facts.Has("interestRate", passage.Tranche) || facts.Has("spread", passage.Tranche) || Government.IsMatch(passage.Text)) yield break;
        if (Margin.Match(passage.Text) is not { Success: true } margin || !decimal.TryParse(margin.Groups["num"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) yield break;
        if (margin.Groups["scale"].Value[0] is 'b' or 'B') value /= 100m;
        var minus = margin.Groups["sign"].Value.ToUpperInvariant() is "MINUS" or "-" or "–" or "−";
        yield return passage.Fact("spread", (minus ? -value : value).ToString(CultureInfo.InvariantCulture), margin.Groups["words"]);
    }
}
