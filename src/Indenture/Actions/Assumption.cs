using Indenture.Core;

namespace Indenture.Actions;

/// <summary>Why an assumption or a settlement was not taken, in the order in which it is tested.</summary>
public enum AssumeRefusal { AssumptionMalformed, AssumptionReplaces, SettlementMalformed, SettlementUnknown }

/// <summary>A fact that no document states, as given on the command line: [OFFERING:]NAME=VALUE:WHY.</summary>
/// <param name="Offering">Null for every offering that does not state the fact.</param>
public sealed record Assumption(string? Offering, TermFact Fact, string Value, string Why)
{
    public static Outcome<Assumption> Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1) return Malformed(text);
        var name = text[..equals];
        string? offering = null;
        if (name.LastIndexOf(':') is var colon and >= 0) (offering, name) = (name[..colon], name[(colon + 1)..]);
        return TermFact.Of(name).Then(fact =>
        {
            // A value may hold a colon itself (a time of day): the reason begins after the first colon that leaves a readable value.
            Refusal? unread = null;
            var rest = text[(equals + 1)..];
            for (var at = rest.IndexOf(':', StringComparison.Ordinal); at >= 0; at = rest.IndexOf(':', at + 1))
            {
                var (value, why) = (rest[..at].Trim(), rest[(at + 1)..].Trim());
                if (why.Length == 0) break;
                var read = fact.Replace(new Terms { Currency = new Cited<Currency>(Currency.USD) }, value, null, new Source.Assumption("", why));
                if (read is Outcome<Terms>.Done) return new Assumption(offering, fact, value, why);
                unread ??= read.Match(_ => null!, r => r);
            }
            return unread is null ? Malformed(text) : unread;
        });
    }

    private static Outcome<Assumption> Malformed(string text) =>
        Refusal.Of(AssumeRefusal.AssumptionMalformed, $"\"{text}\" is not formed as [OFFERING:]NAME=VALUE:WHY; the reason is kept and must not be empty.");

    /// <summary>
    /// The terms with the assumption in the place of a gap. Refused ASSUMPTION-REPLACES where a document states the fact: that takes --settle.
    /// An assumption for every offering passes over one that states the fact.
    /// </summary>
    public Outcome<Terms> ApplyTo(Terms terms, string? offering, string who)
    {
        if (Offering is not null && Offering != offering) return terms;
        if (Fact.Get(terms) is { } stated)
            return Offering is null && offering is not null
                ? terms
                : Refusal.Of(AssumeRefusal.AssumptionReplaces, $"{Fact.Name} is stated as {stated.Text} ({stated.Sources.FirstOrDefault()}); an assumption never replaces a stated value, use --settle FINDING=VALUE:WHY.");
        return Fact.Replace(terms, Value, null, new Source.Assumption(who, Why))
            .Map(t => t with { Gaps = [.. t.Gaps.Where(g => g.Name != Fact.Name)] });
    }

    public bool AppliesTo(Terms terms, string offering) => (Offering is null || Offering == offering) && Fact.Get(terms) is null;
}
