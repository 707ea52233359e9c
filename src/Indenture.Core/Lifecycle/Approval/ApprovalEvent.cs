namespace Indenture.Core;

/// <summary>What happened to an act that two persons must give. That it was carried out is told by the events of the act itself.</summary>
public abstract record ApprovalEvent : SeriesEvent
{
    private ApprovalEvent() { }

    /// <summary>A first person gave a command; nothing moved.</summary>
    /// <param name="Subject">What is approved: "interest-1" for a run, "close/OFFERING".</param>
    /// <param name="Input">The command's canonical input.</param>
    /// <param name="Hash">Of the command with everything that it would do, 64 hex digits: the second person must give the same.</param>
    public sealed record Proposed(string Subject, string Verb, string Input, string Hash, string Maker) : ApprovalEvent;

    /// <summary>Somebody became an approver of the series.</summary>
    public sealed record ApproverNamed(string Person) : ApprovalEvent;

    /// <summary>Somebody is no approver of the series any more.</summary>
    public sealed record ApproverRemoved(string Person) : ApprovalEvent;

    public T Match<T>(Func<Proposed, T> proposed, Func<ApproverNamed, T> named, Func<ApproverRemoved, T> removed) => this switch
    {
        Proposed e => proposed(e),
        ApproverNamed e => named(e),
        ApproverRemoved e => removed(e),
        _ => throw new InvalidOperationException("ApprovalEvent is a closed set"),
    };
}
