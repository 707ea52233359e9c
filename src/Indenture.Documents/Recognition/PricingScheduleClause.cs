using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The sentences of an underwriting agreement's pricing schedule: "The initial public offering price of the Securities shall be 99.5% of the principal amount".</summary>
internal static partial class PricingScheduleClause
{
    public static Recogniser Recogniser { get; } = new("pricing schedule", Role.Offer, [], ["initial public offering price of the", "public offering price of the", "purchase price to be paid", "interest rate on the Securities", "interest rate on the Notes"], Read);

    [GeneratedRegex(@"\b(?:public )?offering price of the [A-Za-z0-9 ]{4,40} (?:shall be|will be|is) (?<pct>\d{2,3}(?:\.\d+)?) ?%", Text.Options)]
    private static partial Regex Public { get; }

    [GeneratedRegex(@"\bpurchase price to be paid by the (?:several )?Underwriters for the [A-Za-z0-9 ]{4,40} (?:shall be|will be|is) (?<pct>\d{2,3}(?:\.\d+)?) ?%", Text.Options)]
    private static partial Regex Purchase { get; }

    [GeneratedRegex(@"\binterest rate on the (?:Securities|Notes|Bonds|Debentures) (?:shall be|will be|is) (?<pct>\d{1,2}(?:\.\d+)?) ?% per (?:annum|year)", Text.Options)]
    private static partial Regex Interest { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (facts.Document.Kind != DocumentKind.UnderwritingAgreement) yield break;
        if (facts.First("publicPrice") is null && Public.Match(passage.Text) is { Success: true } offered) yield return passage.Fact("publicPrice", offered.Groups["pct"].Value, offered.Groups["pct"]);
        if (facts.First("purchasePrice") is null && Purchase.Match(passage.Text) is { Success: true } paid) yield return passage.Fact("purchasePrice", paid.Groups["pct"].Value, paid.Groups["pct"]);
        if (facts.First("interestRate") is not null || Interest.Match(passage.Text) is not { Success: true } rate) yield break;
        yield return passage.Fact("interestKind", "fixed", rate.Groups["pct"]);
        yield return passage.Fact("interestRate", rate.Groups["pct"].Value, rate.Groups["pct"]);
    }
}
