using System.Collections.Immutable;

namespace Indenture.Core;

/// <summary>What changed hands below the global notes, and how it compares with what the depositary says.</summary>
public abstract record HoldingEvent : RegisterEvent
{
    private HoldingEvent() { }

    /// <summary>Positions of participants were entered from a file; its rows are the legs of the entry.</summary>
    /// <param name="Hash">SHA-256 of the file's text.</param>
    public sealed record Credited(NoteForm Form, DateOnly Date, int Rows, Money Total, string File, string Hash) : HoldingEvent;

    /// <summary>Notes moved from one holder to another under the same depositary.</summary>
    /// <param name="Reference">Of the depositary's notice; used once.</param>
    /// <param name="Procedure">Of the depositary's own procedure or rule that was followed (AGY-7.2a).</param>
    /// <param name="Notified">The day the notice came in.</param>
    public sealed record Transferred(string Reference, NoteForm Form, TierHolder From, TierHolder To, Money Amount, DateOnly Date, string Procedure, DateOnly Notified) : HoldingEvent
    {
        /// <summary>Days from the notice to the entry; how many are prompt is for the reader to say (AGY-7.2c).</summary>
        public int DaysToEnter => Date.DayNumber - Notified.DayNumber;
    }

    /// <summary>Notes moved from under one global note to under another: the one was marked down and the other up by the same amount (AGY-7.2d).</summary>
    /// <param name="FromHolder">Null where nobody is known to hold under the note.</param>
    public sealed record Exchanged(
        string Reference, string FromNote, string ToNote, TierHolder? FromHolder, TierHolder? ToHolder, Money Amount, DateOnly Date, string Procedure, DateOnly Notified) : HoldingEvent
    {
        /// <summary>Days from the notice to the entry; how many are prompt is for the reader to say (AGY-7.2c).</summary>
        public int DaysToEnter => Date.DayNumber - Notified.DayNumber;
    }

    /// <summary>The positions of a day were compared with the depositary's statement of it; nothing was corrected.</summary>
    /// <param name="Statement">Its name and the SHA-256 of its bytes.</param>
    /// <param name="Differences">Everything that differs, with the day since when.</param>
    public sealed record Reconciled(NoteForm Form, DateOnly Date, string Statement, string Hash, int Rows, Money Stated, IReadOnlyList<HoldingDifference> Differences) : HoldingEvent;

    public T Match<T>(Func<Credited, T> credited, Func<Transferred, T> transferred, Func<Exchanged, T> exchanged, Func<Reconciled, T> reconciled) => this switch
    {
        Credited e => credited(e),
        Transferred e => transferred(e),
        Exchanged e => exchanged(e),
        Reconciled e => reconciled(e),
        _ => throw new InvalidOperationException("HoldingEvent is a closed set"),
    };
}

/// <summary>What the depositary says against what the register says.</summary>
/// <param name="Participant">Null for the total of the global notes of the form.</param>
/// <param name="FirstSeen">The first statement date since when it has been different without a break.</param>
public sealed record HoldingDifference(string? Participant, Money Register, Money Stated, DateOnly FirstSeen)
{
    /// <summary>Whole days that it has been open on that day.</summary>
    public int AgeOn(DateOnly day) => day.DayNumber - FirstSeen.DayNumber;
}

/// <summary>What the events say of holdings; the amounts themselves stand in the books.</summary>
public sealed record HoldingState
{
    /// <summary>References of notices that were entered; each is entered once.</summary>
    public ImmutableHashSet<string> References { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The day of the last entry; the register is entered in the order of its days.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>The last comparison of each form.</summary>
    public IReadOnlyDictionary<NoteForm, HoldingEvent.Reconciled> Reconciled { get; init; } = new Dictionary<NoteForm, HoldingEvent.Reconciled>();

    public static HoldingState Evolve(HoldingState state, HoldingEvent happened) => happened.Match(
        credited => state with { Through = credited.Date },
        transferred => state with { Through = transferred.Date, References = state.References.Add(transferred.Reference) },
        exchanged => state with { Through = exchanged.Date, References = state.References.Add(exchanged.Reference) },
        reconciled => state with { Reconciled = state.Reconciled.With(reconciled.Form, reconciled) });
}
