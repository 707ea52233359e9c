namespace Indenture.Core;

/// <summary>Why a request to cancel notes is not taken, in the order in which it is tested.</summary>
public enum RequestCancellationRefusal { GroundUnknown, RequestUnnamed, ReferenceUsed, IndentureUnchecked, PartsMissing, NoteUnknown, AmountNotPositive, NoteShort }

/// <summary>Enters the issuer's request to cancel notes (AGY-6.1). Nothing is cancelled by it.</summary>
/// <param name="Unpaid">What is owed on these notes and not paid; counts where their maturity was accelerated (AGY-T13).</param>
/// <param name="Today">The day of the act.</param>
public sealed record RequestCancellation(
    string Reference, CancellationGround Ground, IReadOnlyList<CancelledPart> Parts, string IndentureCheck, Money Unpaid, DateOnly Date, DateOnly Today, Held Held)
{
    /// <summary>Refused GROUND-UNKNOWN for anything but the two grounds there are.</summary>
    public static Outcome<CancellationGround> GroundOf(string name) => Names.Find<CancellationGround>(name) is { } ground
        ? ground
        : Refusal.Of(RequestCancellationRefusal.GroundUnknown, $"Notes are not cancelled because they are \"{name}\"; the only grounds are {Names.All<CancellationGround>()}.");

    public Outcome<Decision> Decide(SeriesState state)
    {
        if (RegisterPosting.Day(state, Date, Today) is { } day) return day;
        if (string.IsNullOrWhiteSpace(Reference)) return Refusal.Of(RequestCancellationRefusal.RequestUnnamed, "A request is known by its reference.");
        if (state.Register.Cancellations.ContainsKey(Reference)) return Refusal.Of(RequestCancellationRefusal.ReferenceUsed, $"Request {Reference} was entered before.");
        if (string.IsNullOrWhiteSpace(IndentureCheck)) return Refusal.Of(RequestCancellationRefusal.IndentureUnchecked, "A cancellation is subject to the indenture: say how that was checked.");
        if (Parts.Count == 0 || Parts.Distinct().Count() < Parts.Count) return Refusal.Of(RequestCancellationRefusal.PartsMissing, "A request names each certificate and its amount, each once.");
        foreach (var part in Parts)
        {
            if (state.GlobalNotes.FirstOrDefault(n => n.Number == part.Note) is null) return Refusal.Of(RequestCancellationRefusal.NoteUnknown, $"Series {state.Id} has no certificate {part.Note}.");
            if (part.Amount.Minor <= 0) return Refusal.Of(RequestCancellationRefusal.AmountNotPositive, $"{part.Amount.ToDisplay()} of {part.Note} is no principal amount to cancel.");
        }
        foreach (var asked in Parts.Concat(state.Register.Cancellations.Values.SelectMany(c => c.Open)).GroupBy(p => p.Note))
            if (Parts.Any(p => p.Note == asked.Key) && asked.Sum(p => p.Amount.Minor) > Held(GlobalNote.AccountOf(asked.Key).Name))
                return Refusal.Of(RequestCancellationRefusal.NoteShort,
                    $"With what is already asked for {new Money(asked.Sum(p => p.Amount.Minor), Unpaid.Currency).ToDisplay()} of certificate {asked.Key} would be cancelled; it represents {new Money(Held(GlobalNote.AccountOf(asked.Key).Name), Unpaid.Currency).ToDisplay()}.");
        return new Decision(new CancellationEvent.Requested(Reference, Ground, Parts, IndentureCheck, Unpaid, Date));
    }
}

/// <summary>Why notes are not cancelled, in the order in which it is tested.</summary>
public enum CancelRefusal { RequestUnknown, CancellationDone, SignatoryMissing, CancellationHeld, ConfirmationMissing }

/// <summary>
/// Carries out a request: every part that needs no confirmation of a depositary, or that has one, is cancelled and its certificate marked down by
/// the same amount (AGY-6.1c, AGY-6.1d). Carried out only when two persons give it.
/// </summary>
/// <param name="Officer">The authorised officer who signs the notice, with <paramref name="Capacity"/> (AGY-6.3a).</param>
/// <param name="Confirmation">The depositary's confirmation; null where there is none yet.</param>
/// <param name="Although">Why a held request goes on all the same; null where none is meant.</param>
public sealed record CancelNotes(string Reference, string Officer, string Capacity, string? Confirmation, string? Although, DateOnly Date, DateOnly Today, Held Held)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Register.Cancellations.TryGetValue(Reference, out var cancellation)) return Refusal.Of(CancelRefusal.RequestUnknown, $"Series {state.Id} has no request {Reference} to cancel notes.");
        if (cancellation.Open.Count == 0) return Refusal.Of(CancelRefusal.CancellationDone, $"Request {Reference} was carried out on {cancellation.Carried[^1].Date:yyyy-MM-dd}.");
        if (string.IsNullOrWhiteSpace(Officer) || string.IsNullOrWhiteSpace(Capacity)) return Refusal.Of(CancelRefusal.SignatoryMissing, "The notice is signed by an authorised officer: give the name and the capacity.");
        if (cancellation.IsHeld && string.IsNullOrWhiteSpace(Although))
            return Refusal.Of(CancelRefusal.CancellationHeld,
                $"Request {Reference} is held: the notes were accelerated and {cancellation.Request.Unpaid.ToDisplay()} is owed on them and unpaid, a claim that cancelling would wipe out. A person who lets it go on says why.");
        var parts = cancellation.Open.Where(p => !string.IsNullOrWhiteSpace(Confirmation) || !Cancellation.NeedsConfirmation(state, p)).ToList();
        if (parts.Count == 0)
            return Refusal.Of(CancelRefusal.ConfirmationMissing, $"Request {Reference} is pending: {string.Join(", ", cancellation.Open.Select(p => $"{p.Amount.ToDisplay()} of {p.Note}"))} is cancelled when DTC has confirmed it.");
        var forms = parts.ToDictionary(p => p, p => state.GlobalNotes.First(n => n.Number == p.Note).Form);
        var legs = parts.SelectMany(p => (Leg[])
        [
            new Leg(GlobalNote.AccountOf(p.Note), -p.Amount.Minor), new Leg(RegisterBooks.Cancelled, p.Amount.Minor),
            .. p.Holder is { } holder ? RegisterBooks.Moved(forms[p], holder, -p.Amount.Minor) : [],
        ]);
        return RegisterPosting.Of(state, Date, Today, $"cancellation {Reference}", legs, parts.Where(p => p.Holder is not null).Select(p => (forms[p], p.Holder!)), Held)
            .Map(entry => new Decision([new CancellationEvent.Cancelled(Reference, parts, Date, Today, Officer, Capacity, Confirmation, Although)], [entry], []));
    }
}

/// <summary>The notice that a cancellation was carried out, for the registrar's officer to sign (AGY-6.3a).</summary>
public static class CancellationNotice
{
    public static string Of(SeriesState state, Cancellation cancellation)
    {
        var notes = state.GlobalNotes.ToDictionary(n => n.Number, n => n.Form);
        var lines = new List<string>
        {
            "NOTICE OF CANCELLATION",
            "",
            $"To: {state.Terms.Issuer?.Value}",
            $"Notes: {state.Terms.Title?.Value} (series {state.Id})",
            $"Request: {cancellation.Request.Reference} of {cancellation.Request.Date:yyyy-MM-dd}; the notes were {Names.Of(cancellation.Request.Ground)}",
            "",
        };
        foreach (var carried in cancellation.Carried)
        {
            var total = carried.Parts.Select(p => p.Amount).Sum(carried.Parts[0].Amount.Currency);
            lines.Add($"On {carried.Date:yyyy-MM-dd} {total.ToDisplay()} principal amount of notes was cancelled, and the principal represented by each certificate below was reduced by the same amount:");
            lines.AddRange(carried.Parts.Select(p => $"  {p.Note} ({Names.Of(notes[p.Note])}): {p.Amount.ToDisplay()}"));
            lines.Add($"Entered in the register on {carried.Entered:yyyy-MM-dd}{(carried.IsLate ? ", later than the day of the cancellation" : "")}.{(carried.Confirmation is { } c ? $" Confirmed by DTC as {c}." : "")}");
            lines.Add("");
            lines.Add("For the Registrar:");
            lines.Add($"  ______________________  {carried.Officer}, {carried.Capacity}");
            lines.Add("");
        }
        if (cancellation.Open.Count > 0) lines.Add($"Not yet cancelled: {string.Join(", ", cancellation.Open.Select(p => $"{p.Amount.ToDisplay()} of {p.Note}"))}.");
        return string.Join('\n', lines).TrimEnd() + "\n";
    }
}
