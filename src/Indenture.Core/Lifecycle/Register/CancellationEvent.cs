namespace Indenture.Core;

/// <summary>The only two grounds on which notes are cancelled (AGY-6.1b). Redemption at maturity is no cancellation of this kind.</summary>
public enum CancellationGround
{
    /// <summary>The issuer bought them.</summary>
    Repurchased,
    /// <summary>Their maturity was accelerated under the conditions.</summary>
    Accelerated,
}

/// <summary>So much of one certificate that is cancelled.</summary>
/// <param name="Holder">Who gives it up, where holders under the certificate are known.</param>
public sealed record CancelledPart(string Note, Money Amount, TierHolder? Holder = null);

/// <summary>What happened to a request to cancel notes.</summary>
public abstract record CancellationEvent : RegisterEvent
{
    private CancellationEvent() { }

    /// <summary>The issuer asked for it.</summary>
    /// <param name="IndentureCheck">Why the indenture does not stand against it.</param>
    /// <param name="Unpaid">What is owed on these notes and not paid.</param>
    public sealed record Requested(string Reference, CancellationGround Ground, IReadOnlyList<CancelledPart> Parts, string IndentureCheck, Money Unpaid, DateOnly Date) : CancellationEvent;

    /// <summary>Parts of a request were cancelled and their certificates marked down by the same amounts.</summary>
    /// <param name="Date">The day of the cancellation; <paramref name="Entered"/> the day it was entered in the register.</param>
    /// <param name="Officer">The authorised officer of the registrar who signs the notice, with <paramref name="Capacity"/>.</param>
    /// <param name="Confirmation">The depositary's, where one was needed.</param>
    /// <param name="Although">Why a person let a held request go on.</param>
    public sealed record Cancelled(
        string Reference, IReadOnlyList<CancelledPart> Parts, DateOnly Date, DateOnly Entered, string Officer, string Capacity, string? Confirmation, string? Although) : CancellationEvent
    {
        /// <summary>The entry is of a later day than the cancellation: a breach (AGY-6.2a).</summary>
        public bool IsLate => Entered > Date;
    }

    public T Match<T>(Func<Requested, T> requested, Func<Cancelled, T> cancelled) => this switch
    {
        Requested e => requested(e),
        Cancelled e => cancelled(e),
        _ => throw new InvalidOperationException("CancellationEvent is a closed set"),
    };
}

public enum CancellationStatus
{
    /// <summary>Asked for; nothing stands in its way.</summary>
    Requested,
    /// <summary>Accelerated notes on which money is owed: cancelling them would wipe out a live claim, so a person decides (AGY-T13).</summary>
    Held,
    /// <summary>What is left waits for the depositary's confirmation (AGY-6.1d).</summary>
    Pending,
    Cancelled,
}

/// <summary>A request to cancel notes with what has been carried out of it.</summary>
public sealed record Cancellation(CancellationEvent.Requested Request, IReadOnlyList<CancellationEvent.Cancelled> Carried)
{
    /// <summary>The parts that have not been cancelled.</summary>
    public IReadOnlyList<CancelledPart> Open => [.. Request.Parts.Where(p => !Carried.Any(c => c.Parts.Contains(p)))];

    /// <summary>Money is owed on accelerated notes, and no person has let the request go on.</summary>
    public bool IsHeld => Request.Ground == CancellationGround.Accelerated && Request.Unpaid.Minor > 0 && Carried.All(c => c.Although is null);

    public CancellationStatus StatusIn(SeriesState series) => Open is not { Count: > 0 } open ? CancellationStatus.Cancelled
        : IsHeld ? CancellationStatus.Held
        : open.All(p => NeedsConfirmation(series, p)) ? CancellationStatus.Pending
        : CancellationStatus.Requested;

    /// <summary>Notes under DTC are cancelled by its own procedures, which it confirms (AGY-6.1d).</summary>
    public static bool NeedsConfirmation(SeriesState series, CancelledPart part) => series.GlobalNotes.First(n => n.Number == part.Note).Form switch
    {
        NoteForm.Dtc => true,
        NoteForm.International or NoteForm.Definitive => false,
    };

    public static IReadOnlyDictionary<string, Cancellation> Evolve(IReadOnlyDictionary<string, Cancellation> state, CancellationEvent happened) => happened.Match(
        requested => state.With(requested.Reference, new Cancellation(requested, [])),
        cancelled => state.With(cancelled.Reference, state[cancelled.Reference] with { Carried = [.. state[cancelled.Reference].Carried, cancelled] }));
}
