using System.Globalization;

namespace Indenture.Core;

/// <summary>Why a notice or a document of the fiscal agent is not recorded, in the order in which it is tested.</summary>
public enum PublishingRefusal { SeriesUnknown, NoticeKnown, ProofMissing, CopiesMissing, StandingMissing, CopiesExhausted }

/// <summary>
/// Records that a notice on the notes was published, with its proof, and whether the fiscal agent had a copy before: as far as practicable it has (AGY-5.3a). A
/// notice that the fiscal agent itself was asked to publish is a task until then (AGY-5.1a).
/// </summary>
/// <param name="Proof">Where the published notice is kept.</param>
/// <param name="Copy">The day on which the copy came; null where none did.</param>
/// <param name="Impracticable">Why no copy came before; null where that is not said.</param>
public sealed record PublishNotice(string Reference, DateOnly Published, string Proof, DateOnly? Copy, string? Impracticable)
{
    /// <summary>Refused SERIES-UNKNOWN, NOTICE-KNOWN or PROOF-MISSING. A copy that was late without a reason is recorded as such.</summary>
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Offerings.Count == 0) return Refusal.Of(PublishingRefusal.SeriesUnknown, $"No series {state.Id} is booked.");
        if (state.Register.Services.Notices.TryGetValue(Reference, out var known)) return Refusal.Of(PublishingRefusal.NoticeKnown, $"Notice {Reference} was published on {known.Published:yyyy-MM-dd}: {known.Proof}.");
        return string.IsNullOrWhiteSpace(Proof)
            ? Refusal.Of(PublishingRefusal.ProofMissing, $"Notice {Reference} is published with the proof that it was.")
            : new Decision(new ServiceEvent.NoticePublished(Reference, Published, Proof, Copy, string.IsNullOrWhiteSpace(Impracticable) ? null : Impracticable));
    }
}

/// <summary>Copies of a document came in from the issuer, for holders who ask (AGY-5.2a).</summary>
/// <param name="Copies">Above zero.</param>
public sealed record SupplyDocument(string Document, int Copies, DateOnly Date)
{
    /// <summary>Refused SERIES-UNKNOWN or COPIES-MISSING.</summary>
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Offerings.Count == 0) return Refusal.Of(PublishingRefusal.SeriesUnknown, $"No series {state.Id} is booked.");
        return Copies <= 0 || string.IsNullOrWhiteSpace(Document)
            ? Refusal.Of(PublishingRefusal.CopiesMissing, $"{Copies.ToString(CultureInfo.InvariantCulture)} copies of \"{Document}\" are no supply.")
            : new Decision(new ServiceEvent.DocumentSupplied(Document, Copies, Date));
    }
}

/// <summary>A holder asked for a copy of a document and was given one (AGY-5.2b).</summary>
/// <param name="Standing">What shows that whoever asks holds notes; without it there is no duty under this clause.</param>
public sealed record GiveDocument(string Document, string Who, string Standing, DateOnly Date)
{
    /// <summary>Refused SERIES-UNKNOWN, STANDING-MISSING or COPIES-EXHAUSTED.</summary>
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Offerings.Count == 0) return Refusal.Of(PublishingRefusal.SeriesUnknown, $"No series {state.Id} is booked.");
        if (string.IsNullOrWhiteSpace(Who) || string.IsNullOrWhiteSpace(Standing))
            return Refusal.Of(PublishingRefusal.StandingMissing, $"Copies are for holders who ask; what shows that {(string.IsNullOrWhiteSpace(Who) ? "whoever asks" : Who)} is one is not said.");
        return state.Register.Services.Copies.GetValueOrDefault(Document) > 0
            ? new Decision(new ServiceEvent.DocumentGiven(Document, Who, Standing, Date))
            : Refusal.Of(PublishingRefusal.CopiesExhausted, $"There is no copy of \"{Document}\" left: the issuer supplies as many as are needed.");
    }
}

/// <summary>What is owed in the services of the fiscal agent, the registrar and the transfer agent.</summary>
public static class ServiceDuties
{
    /// <summary>Open tasks, documents of which no copy is left, and notices whose copy came late without a reason.</summary>
    public static IReadOnlyList<Duty> Of(SeriesState state) =>
    [
        .. state.Register.Services.Tasks.Values.OrderBy(t => t.Date).Select(t => new Duty(t.Link, t.What, "agent", $"{t.Date:yyyy-MM-dd}", "unstated", DutyState.Open)),
        .. state.Register.Services.Copies.Where(c => c.Value == 0).OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => new Duty("copies for holders", $"supply copies of \"{c.Key}\"", "issuer", "before it is asked for", "unstated", DutyState.Open)),
        .. state.Register.Services.Notices.Values.OrderBy(n => n.Published)
            .Select(n => new Duty("copy before publication", $"give the fiscal agent a copy of notice {n.Reference}", "issuer", $"{n.Published:yyyy-MM-dd}", "unstated", n.CopyInTime ? DutyState.Met : DutyState.Late)),
    ];
}
