namespace Indenture.Core;

/// <summary>Why somebody is no approver, is not made one, or does not stop being one, in the order in which it is tested.</summary>
public enum ApproverRefusal { PersonMissing, ApproverNamed, ApproverUnknown, ApproversTooFew, NotAnApprover }

/// <summary>
/// The persons who may give the commands of a series that need two. As long as fewer than two are named everybody may; from the second on only they may, so that
/// naming the first locks nobody out. Naming and removing them needs two persons itself.
/// </summary>
public sealed record Approvers(IReadOnlyList<string> Named)
{
    /// <summary>None is named.</summary>
    public static readonly Approvers Everybody = new([]);

    /// <summary>How many must be left once there were as many: one alone could not carry anything out.</summary>
    public const int Fewest = 2;

    /// <summary>Null where the person may; NOT-AN-APPROVER otherwise.</summary>
    public Refusal? Fault(string person) => Named.Count < Fewest || Named.Contains(person, StringComparer.Ordinal) ? null
        : Refusal.Of(ApproverRefusal.NotAnApprover, $"{person} is none of the approvers of the series: {string.Join(", ", Named)}.");
}

/// <summary>Makes somebody an approver of the series. Carried out only when two persons give it.</summary>
public sealed record NameApprover(string Person)
{
    /// <summary>Refused PERSON-MISSING or APPROVER-NAMED.</summary>
    public Outcome<Decision> Decide(SeriesState state) => string.IsNullOrWhiteSpace(Person)
        ? Refusal.Of(ApproverRefusal.PersonMissing, "An approver has a name.")
        : state.Approvers.Named.Contains(Person, StringComparer.Ordinal)
            ? Refusal.Of(ApproverRefusal.ApproverNamed, $"{Person} is an approver of series {state.Id} already.")
            : new Decision(new ApprovalEvent.ApproverNamed(Person));
}

/// <summary>Ends somebody's being an approver of the series. Carried out only when two persons give it.</summary>
public sealed record RemoveApprover(string Person)
{
    /// <summary>Refused APPROVER-UNKNOWN, or APPROVERS-TOO-FEW where fewer than two would be left of a list in force.</summary>
    public Outcome<Decision> Decide(SeriesState state) => !state.Approvers.Named.Contains(Person, StringComparer.Ordinal)
        ? Refusal.Of(ApproverRefusal.ApproverUnknown, $"{Person} is no approver of series {state.Id}.")
        : state.Approvers.Named.Count == Approvers.Fewest
            ? Refusal.Of(ApproverRefusal.ApproversTooFew, $"Without {Person} {state.Approvers.Named.Count - 1} approver would be left, and everybody could approve; name another first.")
            : new Decision(new ApprovalEvent.ApproverRemoved(Person));
}
