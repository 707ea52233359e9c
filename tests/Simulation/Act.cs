using Indenture.Actions;
using Indenture.Storage;

namespace Indenture.Tests.Simulation;

/// <summary>One thing that a person does: the verb as the command line gives it, why the clauses forbid it now (by the paper books), and what it does to them.</summary>
internal sealed record Act(string Kind, Sheet Sheet, string Actor, DateOnly On, string Words)
{
    /// <summary>What two persons approve; null where one person is enough.</summary>
    public string? Subject { get => SubjectNow?.Invoke() ?? field; init; }

    /// <summary>Where the subject depends on what was done before.</summary>
    public Func<string>? SubjectNow { get; init; }
    public required Func<Desk, Instruction, Outcome<CommandResult>> Give { get; init; }

    /// <summary>Null where nothing stands against it.</summary>
    public required Func<string?> Wrong { get; init; }
    public required Action Done { get; init; }

    /// <summary>Whether a third person must have cleared it, who is none of the two that release it.</summary>
    public Func<bool>? ThirdPerson { get; init; }

    /// <summary>What it does to the outbox whatever becomes of the command itself.</summary>
    public Action? Whatever { get; init; }

    /// <summary>The program may refuse it for a reason that the paper books do not keep.</summary>
    public bool MayBeRefused { get; init; }

    /// <summary>It does not change the journal where it was done before in the same words.</summary>
    public bool MayChangeNothing { get; init; }

    public string Says => $"{Actor}: {Kind} {Sheet.Id} {Words} on {On:yyyy-MM-dd}";
}
