using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Who owes the notes: "Example Corp., a Delaware corporation (the "Company")", or a labelled name.</summary>
internal static partial class IssuerClause
{
    public static Recogniser Recogniser { get; } = new("issuer", Role.Terms | Role.Contract | Role.Cover,
        ["Issuer", "Name of Issuer", "Issuer Name"],
        ["(the \u0022Company", "(the \u0022Issuer", "(the \u201cCompany", "(the \u201cIssuer", "(the \u201c Issuer", "corporation", "Exact name of registrant"], Read);

    [GeneratedRegex(@"(?<name>\b[A-Z][\w&.'’-]*(?:,? (?:[A-Z&][\w&.'’-]*|\([A-Z]{2,}\)|of|and|the)){0,10}?)(?:, (?:an?|the) [^()""“”.;:]{3,140}|,? (?:an?|the) [A-Z][A-Za-z ]{2,40} (?:corporation|company|partnership|trust)) \((?:the|hereinafter|this|each|collectively)[^()""“”]{0,30}[""“] ?(?:Company|Issuer|Corporation)\b", Text.Cased)]
    private static partial Regex Described { get; }

    [GeneratedRegex(@"(?<name>\b[A-Z][\w&.'’-]*(?:,? (?:[A-Z&][\w&.'’-]*|\([A-Z]{2,}\)|of|and|the)){0,10}?) \((?:the|hereinafter)(?: called the)? [""“] ?(?:Issuer|ISSUER)\b", Text.Cased)]
    private static partial Regex Called { get; }

    [GeneratedRegex(@"(?:^|[a-z0-9)] )(?<name>[A-Z][\w&.,'’ -]{2,60}?) \(Exact name of registrant", Text.Cased)]
    private static partial Regex Registrant { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (passage.IsRow)
        {
            var name = passage.Text.Split(" (")[0];
            if ((facts.Document.Role & Role.Terms) != 0 && name.Length is > 2 and < 100) yield return passage.Fact("issuer", Text.Tidy(name), 0, name.Length);
            yield break;
        }
        if (facts.First("issuer") is null && (Described.Match(passage.Text) is { Success: true } full ? full : Called.Match(passage.Text)) is { Success: true } described)
        {
            // "the Capital Securities of Example Trust I": the name begins behind the securities.
            var name = described.Groups["name"];
            var before = name.Value.LastIndexOf(" Securities of ", StringComparison.Ordinal) is var at and >= 0 ? at + " Securities of ".Length : 0;
            yield return passage.Fact("issuer", name.Value[before..], name.Index + before, name.Length - before);
            yield return new Recognised.Names("issuer", name.Value[before..], passage.Start + name.Index + before, passage.Start + name.Index + name.Length);
        }
        if (facts.Document.Role == Role.Cover && Registrant.Match(passage.Text) is { Success: true } registrant)
        {
            // The name is the line above its caption.
            var group = registrant.Groups["name"];
            yield return passage.Fact("issuer", group.Value, group);
            yield return new Recognised.Names("registrant", group.Value, passage.Start + group.Index, passage.Start + group.Index + group.Length);
        }
    }
}
