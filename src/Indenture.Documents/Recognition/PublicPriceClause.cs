using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The price at which the notes are first offered to the public, and the day from which it carries accrued interest.</summary>
internal static partial class PublicPriceClause
{
    public static Recogniser Recogniser { get; } = new("public price", Role.Offer,
        ["Initial Price to Public", "Price to Public", "Public Offering Price", "Initial Public Offering Price", "Issue Price", "Price to Investor", "Offering Price", "Reoffer Price", "Re-offer Price", "Price",
            "Price to the Public", "Initial Price to the Public", "Offer Price", "Initial Offering Price", "Initial Offer Price", "Public Price", "Price to Investors", "Selling Price", "Issue/Reoffer Price", "Issue Price to Public", "Price to Public/Issue Price", "Issue Price/Price to Public",
            "Initial Public Offering Price Per Note", "Public Offering Price Per Note", "Offering Price Per Note", "Re-offer Price to Public", "Initial Price to Investors", "Price/Yield to Maturity", "Price to Public (%)", "Initial Issue Price", "Issuance Price", "Issue Price (as a percentage of principal amount)"], [], Read);

    /// <summary>A price between a half and one and a half of the principal needs no percent sign; 32nds ("99-16") and dollars are no percentage.</summary>
    [GeneratedRegex(@"^(?:(?:at|Par,?|equal to) \(?)?(?:\$[\d,.]+ ?/ ?)?(?:" + Amounts.Percent + @"|(?<pct>(?:[5-9]\d|1[0-4]\d)\.\d+)(?![\d/:-]))(?: of (?:the|its|their) (?:aggregate )?(?:principal|face) amount)?", Text.Options)]
    private static partial Regex Percentage { get; }

    [GeneratedRegex(@"\baccrued interest, if any, from (?:and including )?(?<from>" + Dates.Full + @"|the date of issuance)", Text.Options)]
    private static partial Regex Accrued { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        // A table has given each issue its own.
        if (passage.Tranche is null && facts.Every("publicPrice").Any(f => f.Tranche is not null)) yield break;
        if (Percentage.Match(passage.Text) is not { Success: true } match) yield break;
        var pct = match.Groups["pct"];
        yield return passage.Fact("publicPrice", pct.Value, pct.Index, End(passage.Text, pct) - pct.Index);
        if (Accrued.Match(passage.Text) is not { Success: true } accrued) yield break;
        var from = accrued.Groups["from"];
        if (Dates.Parse(from.Value) is { } date) yield return passage.Fact("interestFrom", date, from);
        else if (!char.IsAsciiLetterUpper(from.Value[0])) yield return passage.Fact("publicAccruesFrom", "date of issuance", from);
    }

    /// <summary>Past the percent sign, where there is one.</summary>
    internal static int End(string text, Capture figures)
    {
        var end = figures.Index + figures.Length;
        return text.AsSpan(end).StartsWith("%") ? end + 1 : text.AsSpan(end).StartsWith(" %") ? end + 2 : end;
    }
}
