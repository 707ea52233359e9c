using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>
/// The table of prices on a cover: "Per Note", price to the public, discount, proceeds. It is read only where the three percentages add up, so that no
/// other row of figures is taken for it.
/// </summary>
internal static partial class PriceTableClause
{
    public static Recogniser Recogniser { get; } = new("table of prices", Role.Offer, [],
        ["Per Note", "Per Bond", "Per Debenture", "Per Security", "Per Senior", "Per Series", "Per Junior", "Per Mortgage", "Per Class", "Per New", "Per Unsecured", "Per Collateral", "Per Floating", "Per Fixed", "Per 20", "Per Subordinated", "Per First", "Per Global", "Per 1", "Per 2", "Per 3", "Per 4", "Per 5", "Per 6", "Per 7", "Per 8"], Read);

    private const int Reach = 30_000;

    /// <summary>The sum in money under each percentage, where a table has it in the same cell.</summary>
    private const string Sum = @"(?: ?\$ ?\d{1,3}(?:,\d{3})+)?";

    /// <summary>A row is no longer than this.</summary>
    private const int Longest = 200;

    [GeneratedRegex(@"\bPer (?<who>[A-Za-z0-9][\w .%-]{2,60}?)(?: Total)?(?:\(\d\))?[ .:_$-]*(?<a>\d{2,3}(?:\.\d+)?) ?%(?: ?\(\d\))?" + Sum + @"[ $._-]*(?<b>\d{0,2}\.\d+|\d{1,2}) ?%(?: ?\(\d\))?" + Sum + @"[ $._-]*(?<c>\d{2,3}(?:\.\d+)?) ?%", Text.Cased)]
    private static partial Regex Row { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (!Offers.IsText(facts) || passage.Start - facts.Document.Start > Reach || facts.First("publicPrice") is not null && facts.First("purchasePrice") is not null) yield break;
        // The cells of a row may be paragraphs of their own.
        var whole = passage with { Text = facts.Document.Words(passage.Start, Math.Min(facts.Document.End, passage.End + Longest)) };
        var rows = Row.Matches(whole.Text).Where(AddsUp).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            int? issue = rows.Count == 1 && facts.IssueNames.Count < 2 ? null : Offers.Issue(facts, rows[i].Groups["who"].Value + "s") is > 0 and var named ? named : rows.Count == facts.IssueNames.Count || facts.IssueNames.Count == 0 ? i + 1 : 0;
            if (issue == 0) continue;
            var at = whole with { Tranche = issue };
            if (!facts.Has("publicPrice", issue)) yield return at.Fact("publicPrice", rows[i].Groups["a"].Value, rows[i].Groups["a"]);
            if (!facts.Has("purchasePrice", issue)) yield return at.Fact("purchasePrice", rows[i].Groups["c"].Value, rows[i].Groups["c"]);
        }
    }

    private static bool AddsUp(Match row) => Number(row, "a") - Number(row, "b") == Number(row, "c");

    private static decimal Number(Match row, string group) => decimal.TryParse(row.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : -1000m;
}
