using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The length of the deposits whose rate is the index, in a row of its own.</summary>
internal static partial class IndexMaturityClause
{
    public static Recogniser Recogniser { get; } = new("index maturity", Role.Offer, ["Index Maturity", "Designated Maturity", "Index Tenor", "LIBOR Maturity", "Interest Rate Index Maturity"], [], Read);

    [GeneratedRegex(@"^(?<words>(?<tenor>one|two|three|six|nine|twelve|\d{1,2})[ -]?(?:\(\d{1,2}\) ?)?(?:months?|m)\b)", Text.Options)]
    private static partial Regex Months { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (!facts.Has("indexTenorMonths", passage.Tranche) && Months.Match(passage.Text) is { Success: true } months && Amounts.Small(months.Groups["tenor"].Value) is { } tenor)
            yield return passage.Fact("indexTenorMonths", tenor.ToString(CultureInfo.InvariantCulture), months.Groups["words"]);
    }
}
