using Indenture.Core;

namespace Indenture.Actions;

/// <summary>A person's decision on a finding, as given on the command line: FINDING=VALUE:WHY.</summary>
/// <param name="Finding">The id of a finding, or a code that only one finding has.</param>
/// <param name="Value">"default", or the value that the finding's fact is to have.</param>
public sealed record Settling(string Finding, string Value, string Why)
{
    public static Outcome<Settling> Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var colon = text.IndexOf(':', Math.Max(equals, 0));
        return equals > 0 && colon > equals + 1 && colon < text.Length - 1 && text[(colon + 1)..].Trim().Length > 0
            ? new Settling(text[..equals].Trim(), text[(equals + 1)..colon].Trim(), text[(colon + 1)..].Trim())
            : Refusal.Of(AssumeRefusal.SettlementMalformed, $"\"{text}\" is not formed as FINDING=VALUE:WHY; the reason is kept and must not be empty.");
    }

    public bool Names(Finding finding) => Finding == finding.Id || Finding == finding.Code;

    /// <summary>
    /// The terms as settled, and the settlement to keep. A finding whose default is "fact=value" settles that fact; any other changes no fact, and
    /// its default is the only value there is.
    /// </summary>
    public Outcome<(Terms Terms, Settlement Settlement)> ApplyTo(Terms terms, Finding finding, string who)
    {
        var named = FactOf(finding);
        var value = Value == "default" ? finding.Default : Value;
        if (value is null)
            return Refusal.Of(AssumeRefusal.SettlementUnknown, $"{finding.Id} has no default; give the value that holds.");
        if (named is not { Fact: var fact, Value: var standard })
            return (terms, new Settlement(finding.Id, finding.Code, value, who, Why, null, null));
        if (value == finding.Default) value = standard;
        else if (value.StartsWith(fact.Name + "=", StringComparison.Ordinal)) value = value[(fact.Name.Length + 1)..];
        var replaced = fact.Get(terms)?.Text;
        return fact.Replace(terms, value, null, new Source.Person(who, Why, replaced))
            .Map(settled => (settled, new Settlement(finding.Id, finding.Code, value, who, Why, fact.Name, replaced)));
    }

    private static (TermFact Fact, string Value)? FactOf(Finding finding) =>
        finding.Default?.Split('=', 2) is [var name, var value] && TermFact.Of(name) is Outcome<TermFact>.Done { Value: var fact } ? (fact, value) : null;
}
