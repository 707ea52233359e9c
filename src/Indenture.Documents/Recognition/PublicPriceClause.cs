using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The price at which the notes are first offered to the public, and the day from which it carries accrued interest.</summary>
internal static partial class PublicPriceClause
{
    public static Recogniser Recogniser { get; } = new("public price", Role.Offer,
        ["Initial Price to Public", "Price to Public", "Public Offering Price", "Initial Public Offering Price", "Issue Price", "Price to Investor", "Offering Price", "Reoffer Price", "Price"], [], Read);

    [GeneratedRegex("^" + Amounts.Percent + @"(?: of (?:the|its|their) (?:aggregate )?(?:principal|face) amount)?", Text.Options)]
    private static partial Regex Percentage { get; }

    [GeneratedRegex(@"\baccrued interest, if any, from (?:and including )?(?<from>" + Dates.Full + @"|the date of issuance)", Text.Options)]
    private static partial Regex Accrued { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Percentage.Match(passage.Text) is not { Success: true } match) yield break;
        var pct = match.Groups["pct"];
        yield return passage.Fact("publicPrice", pct.Value, pct.Index, passage.Text.IndexOf('%', pct.Index) + 1 - pct.Index);
        if (Accrued.Match(passage.Text) is not { Success: true } accrued) yield break;
        var from = accrued.Groups["from"];
        if (Dates.Parse(from.Value) is { } date) yield return passage.Fact("interestFrom", date, from);
        else if (!char.IsAsciiLetterUpper(from.Value[0])) yield return passage.Fact("publicAccruesFrom", "date of issuance", from);
    }
}
