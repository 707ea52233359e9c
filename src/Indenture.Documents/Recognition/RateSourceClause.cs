using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The steps by which an index is found: the screen, and the length of the deposits that each step asks for.</summary>
internal static partial class RateSourceClause
{
    public static Recogniser Recogniser { get; } = new("source of the rate", Role.Terms, ["Interest Rate Source", "Index Source", "Screen"], ["index maturity", "Screen LIBOR01", "deposits in U.S. dollars"], Read);

    [GeneratedRegex(@"\b(?<screen>(?:Reuters|Telerate|Bloomberg|Moneyline Telerate)(?: Screen| Page)? (?:LIBOR0?1|\d{4})(?: Page)?)\b", Text.Options)]
    private static partial Regex Screen { get; }

    [GeneratedRegex(@"\bindex maturity of (?<tenor>one|two|three|six|twelve|\d{1,2})[ -]months?\b|\b(?<tenor>one|two|three|six|twelve|\d{1,2})[ -]months? deposits\b", Text.Options)]
    private static partial Regex Tenor { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Screen.Match(passage.Text) is { Success: true } screen && facts.First("indexSource") is null)
            yield return passage.Fact("indexSource", screen.Groups["screen"].Value.Replace(" Screen", "", StringComparison.OrdinalIgnoreCase), screen.Groups["screen"]);
        foreach (Match match in Tenor.Matches(passage.Text))
            if (Amounts.Small(match.Groups["tenor"].Value) is { } months)
                yield return passage.Fact("sourceTenorMonths", months.ToString(System.Globalization.CultureInfo.InvariantCulture), match);
    }
}
