using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The legend of a free-writing prospectus that names who registered the notes: "Example Corp. has filed a registration statement".</summary>
internal static partial class RegistrantClause
{
    public static Recogniser Recogniser { get; } = new("registrant of the legend", Role.Offer, [], ["has filed a registration statement"], Read);

    [GeneratedRegex(@"(?:^|\. )(?<name>[A-Z][\w&.'’-]*(?:,? (?:[A-Z&][\w&.'’-]*|of|and|the)){1,7})(?:,? \([^()]{2,60}\))?,? has filed a registration statement", Text.Cased)]
    private static partial Regex Legend { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (facts.First("issuer") is not null || Legend.Match(passage.Text) is not { Success: true } legend) yield break;
        var name = legend.Groups["name"];
        if (name.Value is "The Issuer" or "The Company" or "The Registrant" or "The Depositor") yield break;
        yield return passage.Fact("issuer", name.Value, name);
        yield return new Recognised.Names("issuer", name.Value, passage.Start + name.Index, passage.Start + name.Index + name.Length);
    }
}
