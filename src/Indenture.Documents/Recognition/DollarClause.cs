using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The currency of notes whose amount is left blank: the sign alone stands before the title.</summary>
internal static partial class DollarClause
{
    public static Recogniser Recogniser { get; } = new("currency on the cover", Role.Offer, [], [], Read);

    [GeneratedRegex(@"(?<cur>US ?\$|U\.S\. ?\$|\$)(?: ?[\d,]{5,20})?[ _•●\[\]*-]{0,24}(?:(?:in )?aggregate principal amount|(?:[A-Z0-9%][^$.]{0,80} )?(?:Notes|NOTES|Bonds|BONDS|Debentures|DEBENTURES)\b)", Text.Cased)]
    private static partial Regex Sign { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if ((Offers.IsText(facts) || facts.Document.Kind is DocumentKind.UnderwritingAgreement or DocumentKind.TermsAgreement) && facts.First("currency") is null && Sign.Match(passage.Text) is { Success: true } sign) yield return passage.Fact("currency", "USD", sign.Groups["cur"]);
    }
}
