using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>
/// The cover's table of prices where each row has the prices of two or more issues beside each other: "Public offering price 99.777% $448,996,500 99.658%
/// $498,290,000". It is read only where price less discount is the proceeds in every column.
/// </summary>
internal static partial class PricesOfSeveralClause
{
    public static Recogniser Recogniser { get; } = new("prices of several issues", Role.Offer, [], [], Read);

    /// <summary>A percentage with the sum beside it, twice or more.</summary>
    private const string Cells = @"(?: ?\(\d\))?(?: \d{1,3}(?:\.\d+)? ?%(?: ?\$ ?\d{1,3}(?:,\d{3})+)?){2,6}";

    [GeneratedRegex(@"\b(?:public offering price|price to (?:the )?public|initial price to (?:the )?public)(?<prices>" + Cells + @") (?:underwriting|underwriters[’']) (?:discounts?|commissions?)(?: and (?:commissions?|discounts?))?(?<discounts>" + Cells + @") (?:net )?proceeds\b[^%$]{0,60}?(?<proceeds>" + Cells + ")", Text.Options)]
    private static partial Regex Rows { get; }

    [GeneratedRegex(@"(?<pct>\d{1,3}(?:\.\d+)?) ?%", Text.Options)]
    private static partial Regex Percent { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (!Offers.IsText(facts) || Rows.Match(passage.Text) is not { Success: true } rows) yield break;
        var (prices, discounts, proceeds) = (Of(rows.Groups["prices"]), Of(rows.Groups["discounts"]), Of(rows.Groups["proceeds"]));
        if (prices.Count != discounts.Count || prices.Count != proceeds.Count) yield break;
        for (var i = 0; i < prices.Count; i++)
            if (Number(prices[i]) - Number(discounts[i]) != Number(proceeds[i])) yield break;
        for (var i = 0; i < prices.Count; i++)
        {
            var at = passage with { Tranche = i + 1 };
            yield return at.Fact("publicPrice", prices[i].Groups["pct"].Value, rows.Groups["prices"].Index + prices[i].Index, prices[i].Length);
            yield return at.Fact("purchasePrice", proceeds[i].Groups["pct"].Value, rows.Groups["proceeds"].Index + proceeds[i].Index, proceeds[i].Length);
        }
    }

    private static List<Match> Of(Group cells) => [.. Percent.Matches(cells.Value).Cast<Match>()];

    private static decimal Number(Match match) => decimal.Parse(match.Groups["pct"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
