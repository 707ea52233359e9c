using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Who gives a guarantee, to whose trustee, for whose securities.</summary>
internal static partial class GuaranteeAgreementClause
{
    public static Recogniser Recogniser { get; } = new("parties to a guarantee", Role.Contract, [], ["(the \u0022Guarantor\u0022)", "(the \u201cGuarantor\u201d)", "capital and surplus"], Read);

    [GeneratedRegex(@"\bby (?<guarantor>" + PartyNames.Name + @"),? an? [A-Z][A-Za-z ]{2,40}\(the [""“]Guarantor[""”]\),? and (?<trustee>" + PartyNames.Name + @"), as (?:guarantee )?trustee", Text.Cased)]
    private static partial Regex Parties { get; }

    [GeneratedRegex(@"\b(?<title>[A-Z]\w+ Securities) (?:\([^()]{3,40}\) )?of (?<issuer>" + PartyNames.Name + @"),? an? [A-Z][A-Za-z ]{2,40}\((?:the|this) [""“] ?Issuer\b", Text.Cased)]
    private static partial Regex Issuer { get; }

    [GeneratedRegex(@"\bcombined capital and surplus of at least .{0,60}?\(?(?<amount>" + Amounts.Money + ")", Text.Options)]
    private static partial Regex Capital { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Parties.Match(passage.Text) is { Success: true } parties)
        {
            foreach (var (role, name) in new[] { ("guarantor", parties.Groups["guarantor"]), ("guaranteeTrustee", parties.Groups["trustee"]), ("trustee", parties.Groups["trustee"]) })
            {
                if (facts.First(role) is not null) continue;
                yield return passage.Fact(role, name.Value, name);
                yield return new Recognised.Names(role, name.Value, passage.Start + name.Index, passage.Start + name.Index + name.Length);
            }
        }
        if (facts.First("issuer") is null && Issuer.Match(passage.Text) is { Success: true } issuer)
        {
            var name = issuer.Groups["issuer"];
            yield return passage.Fact("issuer", name.Value, name);
            yield return passage.Fact("guaranteed", issuer.Groups["title"].Value, issuer.Groups["title"]);
            yield return new Recognised.Names("issuer", name.Value, passage.Start + name.Index, passage.Start + name.Index + name.Length);
        }
        if (Capital.Match(passage.Text) is { Success: true } capital)
            yield return passage.Fact("trusteeCapital", Amounts.Value(capital), capital.Groups["amount"], Amounts.Unit(capital.Groups["cur"].Value));
    }
}
