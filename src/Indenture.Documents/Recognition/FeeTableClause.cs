using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>
/// The table by which the registration fee of an offer is reckoned: what is registered, its amount, its price. It is read only where the amount at
/// that price comes to the offering price printed beside it; a fee and an offering price alone tell no principal.
/// </summary>
internal static partial class FeeTableClause
{
    public static Recogniser Recogniser { get; } = new("table of the registration fee", Role.Offer, [], [], Read);

    [GeneratedRegex(@"\b(?:Amount of )?Registration Fee(?: ?\(\d\))* (?<title>[A-Z0-9][^$|]{1,110}?\b(?:Notes|Bonds|Debentures|Securities|NOTES|BONDS|DEBENTURES)\b[^$|]{0,80}?) (?<amount>(?<cur>US ?\$|\$) ?(?<num>\d{1,3}(?:,\d{3}){1,4}))(?<scale>) (?<price>\d{2,3}(?:\.\d+)?) ?% ?\$ ?(?<sum>\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?)", Text.Cased)]
    private static partial Regex Row { get; }

    /// <summary>A title without an amount of its own; the offering price beside it is no principal.</summary>
    [GeneratedRegex(@"\bFee ?(?:\(\d\) ?)*(?<title>(?:\d{1,2}(?:\.\d+)?% )(?:[A-Z][\w-]* ){1,6}(?:[Dd]ue|DUE) (?:(?i:" + Dates.Full + @")|(?:19|20)\d\d))(?: ?\([^()]{3,60}\))? (?<cur>US ?\$|\$) ?\d", Text.Cased)]
    private static partial Regex Titled { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Titled.Match(passage.Text) is { Success: true } titled && facts.First("title") is null)
        {
            yield return passage.Fact("title", titled.Groups["title"].Value, titled.Groups["title"]);
            if (facts.First("currency") is null) yield return passage.Fact("currency", Amounts.Unit(titled.Groups["cur"].Value), titled.Groups["cur"]);
        }
        if (facts.First("principal") is not null || Row.Match(passage.Text) is not { Success: true } row) yield break;
        if (Number(row, "num") * Number(row, "price") != Number(row, "sum") * 100m) yield break;
        var unit = Amounts.Unit(row.Groups["cur"].Value);
        yield return passage.Fact("principal", Amounts.Value(row), row.Groups["amount"], unit);
        if (facts.First("currency") is null) yield return passage.Fact("currency", unit, row.Groups["cur"]);
        if (facts.First("title") is null) yield return passage.Fact("title", row.Groups["title"].Value, row.Groups["title"]);
    }

    private static decimal Number(Match row, string group) => decimal.TryParse(row.Groups[group].ValueSpan, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : -1m;
}
