using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>What the underwriters pay, in percent of principal.</summary>
internal static partial class PurchasePriceClause
{
    public static Recogniser Recogniser { get; } = new("purchase price", Role.Offer,
        ["Purchase Price", "Proceeds before expenses to us", "Proceeds before expenses to the Company", "Proceeds to us before expenses", "Proceeds to us, before expenses", "Net proceeds before expenses", "Proceeds, before expenses", "Proceeds to Issuer before expenses", "Proceeds to Issuer, before expenses", "Proceeds", "Proceeds (before expenses)", "Proceeds to Us (before expenses)", "Underwriters' Purchase Price", "Net Price", "Net Price to Issuer", "All-In Price", "All-In Price to Issuer", "Proceeds to Issuer", "Proceeds to Us after Discount", "Price to Issuer", "Net Proceeds to Issuer",
            "Proceeds to Us", "Proceeds to Company", "Proceeds to the Company", "Net Price to Company", "Net Proceeds", "Purchase Price by Underwriters", "Underwriters Purchase Price", "Underwriters’ Purchase Price", "Price to Underwriters", "All-in-Price", "All in Price", "All-in Price to Company", "Net Proceeds to Company",
            "Net Proceeds to the Company", "Net Proceeds to Us", "Proceeds, Before Expenses, to Us", "Proceeds, Before Expenses, to the Company", "Proceeds, Before Expenses, to Issuer", "Proceeds Before Expenses", "Proceeds After Discount", "Proceeds to Issuer after Discount", "Proceeds to Company after Discount",
            "Proceeds to the Company after Discount", "Purchase Price to Underwriters", "All-in Proceeds", "Proceeds to the Issuer", "Net Proceeds to the Issuer", "Net Purchase Price", "Purchase Price Paid by Underwriters", "Price to Agents", "Purchasers' Price"],
        ["offer to purchase", "agree to purchase", "at a purchase price"], Read);

    [GeneratedRegex(@"\bpurchase\b[^%]{0,400}? at (?:a (?:purchase )?price (?:of|equal to) )?" + Amounts.Percent + @" of (?:the|their) (?:aggregate )?principal amount\b", Text.Options)]
    private static partial Regex Sentence { get; }

    [GeneratedRegex("^(?:" + Amounts.Percent + @"|(?<pct>(?:[5-9]\d|1[0-4]\d)\.\d+)(?![\d/:,-]))", Text.Options)]
    private static partial Regex Labelled { get; }

    [GeneratedRegex(@"\bof the principal amount thereof, plus accrued interest, if any, from (?<from>the date of issuance)\b", Text.Options)]
    private static partial Regex FromIssuance { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        // Proceeds in money: an offer whose amount is left blank still shows its currency.
        if (passage.IsRow && Offers.IsText(facts) && facts.First("currency") is null && Amounts.First(passage.Text) is { } money && money.Words.Index < 12)
            yield return passage.Fact("currency", money.Unit, money.Words.Groups["cur"]);
        if (passage.Tranche is null && facts.Every("purchasePrice").Any(f => f.Tranche is not null)) yield break;
        if ((passage.IsRow ? Labelled : Sentence).Match(passage.Text) is not { Success: true } match) yield break;
        var pct = match.Groups["pct"];
        yield return passage.Fact("purchasePrice", pct.Value, pct.Index, PublicPriceClause.End(passage.Text, pct) - pct.Index);
        if (!passage.IsRow && FromIssuance.Match(passage.Text, pct.Index) is { Success: true } issuance)
            yield return passage.Fact("purchaseAccruesFrom", "date of issuance", issuance.Groups["from"]);
    }
}
