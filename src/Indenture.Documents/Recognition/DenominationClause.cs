using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The smallest piece of the notes and its multiples.</summary>
internal static partial class DenominationClause
{
    public static Recogniser Recogniser { get; } = new("denomination", Role.Terms, ["Denomination", "Denominations", "Minimum Denomination", "Authorized Denomination", "Minimum Denominations", "Denominations / Multiples", "Denominations/Multiples", "Minimum Denomination / Multiples", "Minimum Denominations / Multiples", "Minimum Denominations/Multiples", "Minimum Denomination/Multiples", "Denomination/Multiples"], ["in denominations of", "minimum denominations of"], Read);

    [GeneratedRegex(@"\bdenominations? of " + Amounts.Money + @"(?: (?:and|or) (?:any |in )?(?:(?:whole|integral) )?multiples? of (?<cur2>US ?\$|U\.S\. ?\$|\$|€|£|¥|Yen) ?(?<num2>[\d,]+)| and (?:any )?(?:(?:whole|integral) )?multiples? thereof)?", Text.Options)]
    private static partial Regex Sentence { get; }

    [GeneratedRegex(@"^(?:Minimum (?:of )?)?" + Amounts.Money + @"(?:(?: (?:and|x|by|or|/)|,)? (?:any |in )?(?:(?:whole|integral) )?(?:multiples? of )?(?<cur2>US ?\$|U\.S\. ?\$|\$|€|£|¥|Yen) ?(?<num2>[\d,]+)| and (?:any )?(?:(?:whole|integral) )?multiples? thereof)?", Text.Options)]
    private static partial Regex Labelled { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var match = (passage.IsRow ? Labelled : Sentence).Match(passage.Text);
        if (!match.Success) yield break;
        var unit = Amounts.Unit(match.Groups["cur"].Value);
        var minimum = Amounts.Value(match);
        var multiple = match.Groups["num2"].Success ? Amounts.Value(match.Groups["num2"].Value, "", unit) : match.Value.EndsWith("thereof", StringComparison.OrdinalIgnoreCase) ? minimum : null;
        var start = match.Groups["cur"].Index;
        yield return passage.Fact("denomination", multiple is null ? minimum : $"{minimum} and multiples of {multiple}", start, match.Index + match.Length - start, unit);
        // The pieces of an issue are of its money.
        if (passage.IsRow && Offers.IsText(facts) && facts.First("currency") is null) yield return passage.Fact("currency", unit, match.Groups["cur"]);
    }
}
