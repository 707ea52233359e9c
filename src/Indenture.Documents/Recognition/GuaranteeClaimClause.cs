using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>When a representative demands payment of a guarantor, and when the guarantor is told of a default.</summary>
internal static partial class GuaranteeClaimClause
{
    public static Recogniser Recogniser { get; } = new("claims under a guarantee", Role.Contract, [], ["a demand for payment", "duly authorized representative", "in default of any payment", "senior unsecured debt"], Read);

    [GeneratedRegex(@"\bdemand for payment\b.{0,400}?(?<words>on the date that the applicable cure period ends(?<roll> \(or if such date is not a Business Day, the immediately succeeding Business Day\))?)", Text.Options)]
    private static partial Regex AtCure { get; }

    [GeneratedRegex(@"\bdemand for payment\b.{0,900}?(?<words>on such final maturity date or redemption date(?<roll> \(or if such date is not a Business Day, the immediately succeeding Business Day\))?)", Text.Options)]
    private static partial Regex AtMaturity { get; }

    [GeneratedRegex(@"\bThe (?<who>[A-Z]\w+) is (?:hereby )?designated [^.]{0,60}?as the duly authorized representative\b", Text.Cased)]
    private static partial Regex Representative { get; }

    [GeneratedRegex(@"\bnotice to (?:the )?(?<who>[A-Z][\w ]{1,40}?) within (?<n>" + Amounts.SmallWord + @")(?: \(\d\))? (?<unit>Business Days?|days?) of such (?:payment )?default", Text.Options)]
    private static partial Regex Notice { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (AtCure.Match(passage.Text) is { Success: true } cure)
            yield return passage.Fact("guaranteeDemand", "end of the cure period" + Roll(cure), cure.Groups["words"]);
        if (AtMaturity.Match(passage.Text) is { Success: true } last)
            yield return passage.Fact("guaranteeDemandAtMaturity", "maturity or redemption date" + Roll(last), last.Groups["words"]);
        if (Representative.Match(passage.Text) is { Success: true } named)
        {
            yield return passage.Fact("representative", named.Groups["who"].Value, named.Groups["who"]);
            if (named.Groups["who"].Value == "Trustee" && facts.First("trustee") is { } trustee) yield return new Recognised.Names("representative", trustee.Value, trustee.Start, trustee.End);
        }
        if (Notice.Match(passage.Text) is { Success: true } notice && Amounts.Small(notice.Groups["n"].Value) is { } days)
            yield return passage.Fact("defaultNotice", $"{days} {notice.Groups["unit"].Value.ToLowerInvariant()} after a payment default", notice);
    }

    private static string Roll(Match match) => match.Groups["roll"].Success ? ", else next business day" : "";
}
