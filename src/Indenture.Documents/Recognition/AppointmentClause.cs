using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Who is appointed to which offices: "Example Bank, N.A., which shall act as fiscal agent and registrar".</summary>
internal static partial class AppointmentClause
{
    public static Recogniser Recogniser { get; } = new("appointments", Role.Contract, [], ["shall act as", "to act as", "as fiscal agent", "as paying agent", "as registrar", "as authenticating agent", "as common depositary", "(the \u0022TRUSTEE", "(the \u201cTRUSTEE"], Read);

    [GeneratedRegex(@"(?:\(\d{1,2}\) |^|\. |\band |\bby )(?<name>" + PartyNames.Name + @"),?(?: \([^()]{1,60}\))?,? which shall act as (?<offices>" + PartyNames.Offices + ")", Text.Cased)]
    private static partial Regex ShallAct { get; }

    [GeneratedRegex(@"\bappoints? (?<name>" + PartyNames.Name + "),? (?:to act )?as (?:its )?(?<offices>" + PartyNames.Offices + ")", Text.Cased)]
    private static partial Regex Appoints { get; }

    [GeneratedRegex(@"\b(?:and|among|between|by|\)) (?<name>" + PartyNames.Name + "),? (?:London office )?as (?<offices>" + PartyNames.Offices + ")", Text.Cased)]
    private static partial Regex As { get; }

    [GeneratedRegex(@"\b(?:Issuer|Company|Guarantor) and (?<name>" + PartyNames.Name + @"),? \((?:the|as) [""“] ?(?:TRUSTEE|Trustee)\b", Text.Cased)]
    private static partial Regex Trustee { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        foreach (var pattern in new[] { ShallAct, Appoints, As })
            foreach (Match match in pattern.Matches(passage.Text))
                foreach (var role in PartyNames.RolesIn(match.Groups["offices"].Value))
                    foreach (var found in Holds(passage, facts, role, match.Groups["name"])) yield return found;
        if (Trustee.Match(passage.Text) is { Success: true } trustee)
            foreach (var found in Holds(passage, facts, "trustee", trustee.Groups["name"])) yield return found;
    }

    /// <summary>An office under the first name that is given for it; the same name in other letters is no second holder.</summary>
    private static IEnumerable<Recognised> Holds(Passage passage, DocumentFacts facts, string role, Capture name)
    {
        // "… as Registrar and Exchange Agent and Example Bank as Paying Agent" names no agent called Exchange Agent.
        if (name.Length < 4 || name.Value.Contains("Agent", StringComparison.Ordinal) || facts.Every(role).Any(f => Text.Key(f.Value) == Text.Key(name.Value))) yield break;
        yield return passage.Fact(role, name.Value, name);
        yield return new Recognised.Names(role, name.Value, passage.Start + name.Index, passage.Start + name.Index + name.Length);
    }
}
