namespace Indenture.Core;

/// <summary>What a depositary states that its participants hold.</summary>
/// <param name="Total">Of the whole form.</param>
/// <param name="Participants">Null where the statement gives the total only.</param>
/// <param name="Name">The file or message it was read from; <paramref name="Hash"/> the SHA-256 of its bytes.</param>
public sealed record DepositaryStatement(DateOnly Date, Money Total, IReadOnlyList<Holding>? Participants, string Name, string Hash)
{
    /// <summary>A file of holdings as a statement; holders below a participant are counted to it. Refused STATEMENT-UNDATED where its rows do not all bear one date.</summary>
    public static Outcome<DepositaryStatement> Of(HoldingFile file, Currency currency) => file.Date is { } date
        ? new DepositaryStatement(date, file.Rows.Select(r => r.Principal).Sum(currency),
            [.. file.Rows.GroupBy(r => r.Holder.Participant, StringComparer.Ordinal).Select(g => new Holding(g.Key, g.Select(r => r.Principal).Sum(currency)))], file.File, file.Hash)
        : Refusal.Of(ReconcileRefusal.StatementUndated, $"{file.File} does not state one date for all of its rows.");
}

/// <summary>Why a statement is not compared, in the order in which it is tested.</summary>
public enum ReconcileRefusal { StatementUndated, SeriesUnknown, FormDefinitive, StatementAhead, StatementOld }

/// <summary>Compares the register at the close of a day with the depositary's statement of that day. Nothing is corrected: a person looks at each difference.</summary>
/// <param name="Position">The register at the close of the statement's day.</param>
/// <param name="Today">The day of the act.</param>
public sealed record Reconcile(DepositaryStatement Statement, TierPosition Position, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        var form = Position.Form;
        if (state.Offerings.Count == 0) return Refusal.Of(ReconcileRefusal.SeriesUnknown, $"No series {state.Id} is booked.");
        if (form == NoteForm.Definitive) return Refusal.Of(ReconcileRefusal.FormDefinitive, "No depositary states definitive notes.");
        if (Statement.Date > Today) return Refusal.Of(ReconcileRefusal.StatementAhead, $"{Statement.Name} is of {Statement.Date:yyyy-MM-dd}; today is {Today:yyyy-MM-dd}.");
        var last = state.Register.Holdings.Reconciled.GetValueOrDefault(form);
        if (last is not null && Statement.Date < last.Date)
            return Refusal.Of(ReconcileRefusal.StatementOld, $"{Names.Of(form)} was compared as of {last.Date:yyyy-MM-dd}; the age of a difference counts forward, so a statement of {Statement.Date:yyyy-MM-dd} is not taken after it.");
        return new Decision(new HoldingEvent.Reconciled(form, Statement.Date, Statement.Name, Statement.Hash, Statement.Participants?.Count ?? 0, Statement.Total, Differences(last)));
    }

    /// <summary>The total first, then the participants in ordinal order; a participant on one side only holds zero on the other.</summary>
    private IReadOnlyList<HoldingDifference> Differences(HoldingEvent.Reconciled? last)
    {
        var zero = Money.Zero(Position.Represented.Currency);
        var pairs = new List<(string? Participant, Money Register, Money Stated)> { (null, Position.Represented, Statement.Total) };
        // A tier that the register does not keep is not compared row by row: the total is.
        if (Statement.Participants is { } stated && Position.Participants.Holdings.Count > 0)
        {
            var ours = Position.Participants.Holdings.ToDictionary(h => h.Holder, h => h.Principal, StringComparer.Ordinal);
            var theirs = stated.ToDictionary(h => h.Holder, h => h.Principal, StringComparer.Ordinal);
            pairs.AddRange(ours.Keys.Union(theirs.Keys).Order(StringComparer.Ordinal).Select(p => ((string?)p, ours.GetValueOrDefault(p) ?? zero, theirs.GetValueOrDefault(p) ?? zero)));
        }
        var since = (last?.Differences ?? []).ToDictionary(d => d.Participant ?? "", d => d.FirstSeen, StringComparer.Ordinal);
        return [.. pairs.Where(p => p.Register != p.Stated).Select(p => new HoldingDifference(p.Participant, p.Register, p.Stated, since.GetValueOrDefault(p.Participant ?? "", Statement.Date)))];
    }
}
