namespace Indenture.Core;

/// <summary>A change of what a certificate represents, as the register shows it (AGY-7.1b).</summary>
/// <param name="Represented">What it represented from then on.</param>
public sealed record NoteMovement(DateOnly Date, string What, string Note, Money Change, Money Represented)
{
    /// <summary>Every change of every certificate, in the order entered.</summary>
    public static IReadOnlyList<NoteMovement> Of(IEnumerable<SeriesEvent> events)
    {
        var represented = new Dictionary<string, Money>(StringComparer.Ordinal);
        var movements = new List<NoteMovement>();
        foreach (var happened in events)
            foreach (var (date, what, note, change) in Changes(happened, represented).ToList())
            {
                var after = represented[note] = represented.TryGetValue(note, out var before) ? before + change : change;
                movements.Add(new NoteMovement(date, what, note, change, after));
            }
        return movements;
    }

    private static IEnumerable<(DateOnly Date, string What, string Note, Money Change)> Changes(SeriesEvent happened, IReadOnlyDictionary<string, Money> represented) => happened switch
    {
        OfferingEvent.Closed e => e.Delivered.Select(n => (e.Date, "issued", n.Number, n.Principal)),
        OfferingEvent.TakenOver e => e.Notes.Select(n => (e.AsOf, "taken over", n.Number, n.Principal)),
        CertificateEvent.Replaced e =>
        [
            .. e.Surrendered.Select(n => (e.Date, $"surrendered {e.Reference}", n, -represented[n])),
            .. e.Issued.Select(n => (e.Date, $"issued in place of {string.Join(", ", e.Surrendered)}", n.Number, n.Principal)),
        ],
        HoldingEvent.Exchanged e => [(e.Date, $"exchange {e.Reference} to {e.ToNote}", e.FromNote, -e.Amount), (e.Date, $"exchange {e.Reference} from {e.FromNote}", e.ToNote, e.Amount)],
        CancellationEvent.Cancelled e => e.Parts.Select(p => (e.Date, $"cancelled {e.Reference}", p.Note, -p.Amount)),
        RedemptionEvent.Redeemed e => e.Cancelled.Select(n => (e.Date, "redeemed", n, -represented[n])),
        _ => [],
    };
}
