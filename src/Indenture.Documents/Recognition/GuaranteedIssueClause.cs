using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A guarantee of a trust's capital securities: whose securities, who holds the guarantee for their holders, and that they are issued on its date.</summary>
internal static partial class GuaranteedIssueClause
{
    public static Recogniser Recogniser { get; } = new("guaranteed issue", Role.Contract, [], [], Read);

    private const string Name = @"(?<name>[A-Z][\w.&'’-]*(?:,? (?:[A-Z&][\w.&'’-]*|of|and)){0,9}?)";

    [GeneratedRegex(@"\b(?:of|by) " + Name + @", an? [A-Z][A-Za-z ]{2,30}(?:statutory|business) trust \((?:the|this) [""“] ?(?:Issuer|Trust)\b", Text.Cased)]
    private static partial Regex Issuer { get; }

    [GeneratedRegex(@"\band " + Name + @", an? [^()]{5,160}?,? as (?:guarantee )?trustee \((?:the )?[""“] ?(?:[A-Z]\w+ ){0,3}Guarantee Trustee\b", Text.Cased)]
    private static partial Regex Trustee { get; }

    [GeneratedRegex(@"\b(?<words>the Issuer is issuing on the date hereof)\b", Text.Options)]
    private static partial Regex IssuedToday { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (facts.Document.Kind != DocumentKind.GuaranteeAgreement) yield break;
        foreach (var (pattern, role) in new[] { (Issuer, "issuer"), (Trustee, "trustee") })
            if (!facts.Has(role, null) && pattern.Match(passage.Text) is { Success: true } match)
            {
                yield return passage.Fact(role, match.Groups["name"].Value, match.Groups["name"]);
                yield return new Recognised.Names(role, match.Groups["name"].Value, passage.Start + match.Groups["name"].Index, passage.Start + match.Groups["name"].Index + match.Groups["name"].Length);
            }
        if (facts.Value("agreementDate") is { } date && IssuedToday.Match(passage.Text) is { Success: true } today) yield return passage.Fact("issueDate", date, today.Groups["words"]);
    }
}
