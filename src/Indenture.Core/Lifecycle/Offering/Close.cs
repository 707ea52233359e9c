namespace Indenture.Core;

/// <summary>Why an offering is not closed, in the order in which it is tested.</summary>
public enum CloseRefusal { OfferingUnknown, OfferingClosed, ClosingIncomplete, PurchaseMoneyShort, PurchaseMoneyOver, CertificatesUndelivered, CertificatesDiffer, SeriesRedeemed, RecordDateStruck }

/// <summary>Delivery against payment: the notes are delivered when every underwriter has paid, and not before (TA-CLOSE-6).</summary>
/// <param name="Received">What each underwriter paid.</param>
/// <param name="Nominee">The registered holder of the global notes where none were made out in the register; those made out bear their own.</param>
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
        var made = state.Register.Certificates.For(Offering);
        if (made.FirstOrDefault(c => c.Stage != CertificateStage.Delivered) is { } early)
            return Refusal.Of(CloseRefusal.CertificatesUndelivered, $"Certificate {early.Prepared.Number} is {Names.Of(early.Stage)}; an offering is closed when its certificates have been authenticated and delivered to the custodian.");
        if (made.Count > 0 && made.Select(c => c.Prepared.Principal).Sum(currency) is var certified && certified != principal)
            return Refusal.Of(CloseRefusal.CertificatesDiffer, $"The certificates of offering {Offering} are for {certified.ToDisplay()}; the offering is of {principal.ToDisplay()}.");
        if (state.Redemption is { } redeemed) return Refusal.Of(CloseRefusal.SeriesRedeemed, $"Series {state.Id} was redeemed on {redeemed.Date:yyyy-MM-dd}; no more notes of it are issued.");
        if (RegisterPosting.Struck(state, Date) is { } struck) return struck;
        var notes = made.Count > 0
            ? [.. made.Select(c => new GlobalNote(c.Prepared.Number, c.Prepared.Holder, c.Prepared.Principal, Date, c.Prepared.Form))]
            : GlobalNote.Certificates(CertificateState.Next(state), Nominee, principal, booked.Terms.LargestCertificate?.Value, Date);
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
