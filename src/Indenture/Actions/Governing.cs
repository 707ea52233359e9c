using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>What a series itself is governed by: its terms as amended, and who approves. Each is carried out when a second person gives the same command.</summary>
public static class Governing
{
    /// <summary>Changes one fact of the terms.</summary>
    public static Outcome<CommandResult> ChangeTerms(Desk desk, Instruction by, Calendars calendars, string series, string fact, string value, string? unit, string why) => TermFact.Of(fact).Then(known =>
        desk.PerformByTwo(by.Order("change-terms", series, ("fact", fact), ("value", value), ("unit", unit ?? ""), ("why", why)), $"terms/{fact}/{Instruction.Text(Version(desk, series, fact))}",
            (state, _) => Paying.Known(state).Then(s => new ChangeTerms(known, value, unit, why).Decide(s, calendars))));

    /// <summary>Makes somebody an approver.</summary>
    public static Outcome<CommandResult> NameApprover(Desk desk, Instruction by, string series, string person) =>
        desk.PerformByTwo(by.Order("name-approver", series, ("person", person)), Subject(desk, series), (state, _) => Paying.Known(state).Then(s => new NameApprover(person).Decide(s)));

    /// <summary>Ends somebody's being an approver.</summary>
    public static Outcome<CommandResult> RemoveApprover(Desk desk, Instruction by, string series, string person) =>
        desk.PerformByTwo(by.Order("remove-approver", series, ("person", person)), Subject(desk, series), (state, _) => Paying.Known(state).Then(s => new RemoveApprover(person).Decide(s)));

    /// <summary>An approval is used once: each change of the list is a subject of its own.</summary>
    private static string Subject(Desk desk, string series) => $"approvers/{Instruction.Text(desk.Load(series).ApproverChanges)}";

    private static int Version(Desk desk, string series, string fact) => desk.Load(series).TermsChanges.GetValueOrDefault(fact);
}
