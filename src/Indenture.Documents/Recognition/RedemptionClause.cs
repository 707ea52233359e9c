using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Whether the notes may be repaid early, why, at what price and on what notice.</summary>
internal static partial class RedemptionClause
{
    public static Recogniser Recogniser { get; } = new("redemption", Role.Terms,
        ["Redemption Provisions", "Redemption", "Optional Redemption", "Redemption Terms", "Redemption Dates", "Call Provisions"],
        ["may not be redeemed prior to", "redemption price equal to"], Read);

    private static readonly System.Buffers.SearchValues<string> TaxCall = Text.AnyCase("obligated to pay Additional Amounts");

    [GeneratedRegex(@"\b(?<words>not redeemable by the [A-Za-z]+ prior to maturity(?<tax>, except upon the occurrence of certain events involving United States taxation)?)", Text.Options)]
    private static partial Regex NotRedeemable { get; }

    [GeneratedRegex(@"\b(?<words>(?<except>Except as provided below, )?the (?:Notes|Securities|Bonds|Debentures) may not be redeemed prior to (?:their )?(?:stated )?maturity)", Text.Options)]
    private static partial Regex MayNot { get; }

    [GeneratedRegex(@"\b(?<words>redemption price equal to " + Amounts.Percent + @" of the principal amount[^.]{0,120})", Text.Options)]
    private static partial Regex Price { get; }

    [GeneratedRegex(@"\b(?<words>not less than (?<min>\d{1,3}) days?['’]? (?:nor|and not) more than (?<max>\d{1,3}) days?['’]? (?:prior )?notice)", Text.Options)]
    private static partial Regex Notice { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (NotRedeemable.Match(passage.Text) is { Success: true } not)
            yield return passage.Fact("redemption", not.Groups["tax"].Success ? "before maturity only for United States taxation" : "not before maturity", not.Groups["words"]);
        else if (MayNot.Match(passage.Text) is { Success: true } mayNot)
        {
            var onlyTax = mayNot.Groups["except"].Success && facts.Document.Text.AsSpan().ContainsAny(TaxCall);
            if (onlyTax || !mayNot.Groups["except"].Success)
                yield return passage.Fact("redemption", onlyTax ? "before maturity only for United States taxation" : "not before maturity", mayNot.Groups["words"]);
        }
        else if (passage.IsRow && passage.Text.Length is > 3 and < 1500) yield return passage.Whole("redemption", passage.Text);
        if (Price.Match(passage.Text) is { Success: true } price) yield return passage.Fact("redemptionPrice", price.Groups["pct"].Value, price.Groups["words"]);
        if (Notice.Match(passage.Text) is { Success: true } notice) yield return passage.Fact("redemptionNotice", $"{notice.Groups["min"].Value} to {notice.Groups["max"].Value} days", notice.Groups["words"]);
    }
}
