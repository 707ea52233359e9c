using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Amounts of money and percentages as printed.</summary>
internal static partial class Amounts
{
    /// <summary>Currency and figures, for use inside other patterns; groups cur and num.</summary>
    public const string Money = @"(?<cur>US ?\$|U\.S\. ?\$|A(?:U|US)? ?\$|C(?:dn|DN|A)? ?\$|NZ ?\$|HK ?\$|\$|U\.S\. dollars?|€|£|¥|Euro|Yen|USD|EUR|GBP|JPY|NLG|CHF|CAD|AUD|DEM|FRF|ITL|XEU|SEK|NOK|DKK|NZD|HKD|SGD|MXN|ZAR|BRL|TRY) ?(?<num>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<scale> ?(?:million|billion|mm|mn|bn)\b)?";

    /// <summary>Figures and the sign, for use inside other patterns; group pct.</summary>
    public const string Percent = @"(?<pct>\d{1,3}(?:\.\d+)?) ?%";

    [GeneratedRegex(Money, Text.Options)]
    private static partial Regex Pattern { get; }

    /// <summary>The first amount at or after a position: decimal text in major units, and the code of its currency.</summary>
    public static (string Value, string Unit, Match Words)? First(string text, int from = 0) =>
        Pattern.Match(text, from) is { Success: true } match ? (Value(match), Unit(match.Groups["cur"].Value), match) : null;

    /// <summary>The value of a match that holds the groups num and scale.</summary>
    public static string Value(Match match) => Value(match.Groups["num"].Value, match.Groups["scale"].Value, Unit(match.Groups["cur"].Value));

    public static string Value(string figures, string scale, string unit)
    {
        if (!decimal.TryParse(figures, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return figures;
        if (value < 1_000_000_000_000_000m)
            value *= scale.Trim().ToUpperInvariant() switch { "MILLION" or "MM" or "MN" => 1_000_000m, "BILLION" or "BN" => 1_000_000_000m, _ => 1m };
        var decimals = Currency.Of(unit).Match(c => c.Decimals, _ => 2);
        return value.ToString("F" + Math.Max(decimals, value.Scale == 0 || value == decimal.Truncate(value) ? 0 : value.Scale), CultureInfo.InvariantCulture);
    }

    /// <summary>"US$" is USD. A bare "$" is taken as the dollar of the United States, in which these documents are written.</summary>
    public static string Unit(string printed) => printed.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "€" or "EURO" => "EUR",
        "£" => "GBP",
        "¥" or "YEN" => "JPY",
        "A$" or "AU$" or "AUS$" => "AUD",
        "C$" or "CA$" or "CDN$" => "CAD",
        "NZ$" => "NZD",
        "HK$" => "HKD",
        { Length: 3 } code when code.All(char.IsAsciiLetterUpper) => code,
        _ => "USD",
    };

    /// <summary>Small numbers in words or figures: "three" is 3; null for any other word.</summary>
    public static int? Small(string word) => word.ToUpperInvariant() switch
    {
        "ONE" or "FIRST" => 1, "TWO" or "SECOND" => 2, "THREE" or "THIRD" => 3, "FOUR" or "FOURTH" => 4, "FIVE" or "FIFTH" => 5, "SIX" or "SIXTH" => 6,
        "SEVEN" or "SEVENTH" => 7, "EIGHT" or "EIGHTH" => 8, "NINE" or "NINTH" => 9, "TEN" or "TENTH" => 10, "ELEVEN" or "ELEVENTH" => 11, "TWELVE" or "TWELFTH" => 12,
        "FIFTEEN" or "FIFTEENTH" => 15, "TWENTY" or "TWENTIETH" => 20, "THIRTY" or "THIRTIETH" => 30,
        _ => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value < 1000 ? value : null,
    };

    /// <summary>Number words, for use inside other patterns.</summary>
    public const string SmallWord = @"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|\d{1,3})";
}
