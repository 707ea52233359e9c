using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A yearly rate in figures, in decimals or with a fraction: "6.75", "6 3/4", "6¾".</summary>
internal static class Rates
{
    /// <summary>The figures before the percent sign, for use inside other patterns; groups pct, or whole with n and d, or whole with sign. Never the tail of a longer figure or of a fraction.</summary>
    public const string Figures = @"(?<![\d./])(?:(?<whole>\d{1,2})(?:[ -](?<n>\d{1,2})/(?<d>\d{1,2})| ?(?<sign>[¼½¾⅛⅜⅝⅞]))|(?<pct>\d{1,2}(?:\.\d+)?))";

    /// <summary>The rate of a match of <see cref="Figures"/> as decimal text: "5 1/4" is 5.25.</summary>
    public static string Of(Match match)
    {
        if (!match.Groups["whole"].Success) return match.Groups["pct"].Value;
        var (n, d) = match.Groups["sign"].Success
            ? match.Groups["sign"].Value switch { "¼" => (1, 4), "½" => (1, 2), "¾" => (3, 4), "⅛" => (1, 8), "⅜" => (3, 8), "⅝" => (5, 8), _ => (7, 8) }
            : (int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture), Math.Max(1, int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture)));
        return (decimal.Parse(match.Groups["whole"].ValueSpan, CultureInfo.InvariantCulture) + n / (decimal)d).ToString("0.######", CultureInfo.InvariantCulture);
    }
}
