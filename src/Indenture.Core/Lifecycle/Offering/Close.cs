namespace Indenture.Core;

/// <summary>Why an offering is not closed, in the order in which it is tested.</summary>
public enum CloseRefusal { OfferingUnknown, OfferingClosed, ClosingIncomplete, PurchaseMoneyShort, PurchaseMoneyOver }

/// <summary>Delivery against payment: the notes are delivered when every underwriter has paid, and not before (TA-CLOSE-6).</summary>
/// <param name="Received">What each underwriter paid.</param>
/// <param name="Nominee">The registered holder of the global notes.</param>
public sealed record CloseOffering(string Offering, DateOnly Date, IReadOnlyDictionary<string, Money> Received, string Nominee)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Offering(Offering) is not { Booked: var booked, Closed: var closed })
            return Refusal.Of(CloseRefusal.OfferingUnknown, $"No offering {Offering} is booked in series {state.Id}.");
        if (closed is not null) return Refusal.Of(CloseRefusal.OfferingClosed, $"Offering {Offering} was closed on {closed.Date:yyyy-MM-dd}.");
        var owed = booked.Closing;
        if (owed.Count == 0)
            return Refusal.Of(CloseRefusal.ClosingIncomplete, $"Offering {Offering} cannot be closed: no {(booked.Terms.PurchasePrice is null ? "purchasePrice" : "underwriter")} is stated.");
        var short_ = owed.Where(o => !Received.TryGetValue(o.Underwriter, out var paid) || paid.CompareTo(o.Amount) < 0).ToList();
        if (short_.Count > 0)
            return Refusal.Of(CloseRefusal.PurchaseMoneyShort,
                $"Nothing is delivered: {string.Join("; ", short_.Select(o => $"{o.Underwriter} owes {o.Amount.ToDisplay()} and paid {(Received.TryGetValue(o.Underwriter, out var paid) ? paid.ToDisplay() : "nothing")}"))}.");
        var over = owed.Where(o => Received[o.Underwriter].CompareTo(o.Amount) > 0).ToList();
        if (over.Count > 0 || Received.Keys.Except(owed.Select(o => o.Underwriter)).FirstOrDefault() is not null)
            return Refusal.Of(CloseRefusal.PurchaseMoneyOver,
                $"More was received than is owed: {string.Join("; ", Received.Where(r => owed.FirstOrDefault(o => o.Underwriter == r.Key) is not { } o || r.Value.CompareTo(o.Amount) > 0).Select(r => $"{r.Key} {r.Value.ToDisplay()}"))}.");

        var principal = booked.Terms.Principal!.Value;
        var currency = principal.Currency;
        var proceeds = owed.Select(o => o.Amount).Sum(currency);
        var notes = GlobalNote.Certificates(state.GlobalNotes.Count + 1, Nominee, principal, booked.Terms.LargestCertificate?.Value, Date);
        var spread = owed.All(o => o.Spread is not null) ? owed.Select(o => o.Spread!).Sum(currency) : null;
        return new Decision(
            [new OfferingEvent.Closed(Offering, Date, owed, proceeds, spread, notes)],
            [
                SeriesBooks.Cash(currency, Date, $"purchase money of offering {Offering}",
                    [.. owed.Select(o => new Leg(SeriesBooks.UnderwriterOf(o.Underwriter), -o.Amount.Minor)), new Leg(SeriesBooks.IssuerProceeds, proceeds.Minor)]),
                SeriesBooks.Units(currency, Date, $"notes of offering {Offering} delivered",
                    [.. notes.Select(n => new Leg(n.Account, n.Principal.Minor)), new Leg(SeriesBooks.Issued, -principal.Minor)]),
            ], []);
    }
}
