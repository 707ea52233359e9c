namespace Indenture.Core;

/// <summary>Why a series is not redeemed, in the order in which it is tested.</summary>
public enum RedeemRefusal { SeriesRedeemed, NothingIssued, PrincipalUnpaid, InterestUnpaid, DueUnannounced, RegisterDateBack, RecordDateStruck }

/// <summary>After the last payment: the global notes are cancelled and their principal retired. Nothing unpaid is cancelled.</summary>
/// <param name="Balances">The balance of each account of the units book, in minor units.</param>
public sealed record Redeem(DateOnly Date, IReadOnlyDictionary<string, long> Balances)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Redemption is { } earlier) return Refusal.Of(RedeemRefusal.SeriesRedeemed, $"Series {state.Id} was redeemed on {earlier.Date:yyyy-MM-dd}.");
        var live = state.GlobalNotes.Select(n => (Note: n, Minor: Balances.GetValueOrDefault(n.Account.Name))).Where(n => n.Minor > 0).ToList();
        if (live.Count == 0) return Refusal.Of(RedeemRefusal.NothingIssued, $"Series {state.Id} has no outstanding global note.");
        var currency = live[0].Note.Principal.Currency;
        var outstanding = new Money(live.Sum(n => n.Minor), currency);
        var paid = state.Payments.SettledOf(PaymentKind.Principal, currency);
        // Notes that were cancelled after the last record date were owed their principal on it: more may have been paid than is outstanding, never less.
        if (paid.CompareTo(outstanding) < 0)
            return Refusal.Of(RedeemRefusal.PrincipalUnpaid, $"Of {outstanding.ToDisplay()} outstanding {paid.ToDisplay()} has been paid; a global note is cancelled when it is paid in full.");
        if (state.Payments.Announced.Values.FirstOrDefault(d => !state.Payments.IsPaid(d.N, PaymentKind.Interest)) is { } unpaid)
            return Refusal.Of(RedeemRefusal.InterestUnpaid, $"Interest of due {unpaid.N}, {unpaid.Interest.ToDisplay()}, has not been paid.");
        var first = (state.TakenOver?.PaidDues ?? 0) + 1;
        if (Enumerable.Range(first, Math.Max(0, state.Payments.Announced.Keys.DefaultIfEmpty().Max() - first + 1)).FirstOrDefault(n => !state.Payments.Announced.ContainsKey(n)) is > 0 and var skipped)
            return Refusal.Of(RedeemRefusal.DueUnannounced, $"Due {skipped} was never announced: what it owes the holders of its record date is not known and not paid.");
        // As of a day before the register's last entry the tiers would be emptied of what came into them only after it.
        if (RegisterPosting.Day(state, Date, Date) is { } shut) return shut;
        return new Decision(
            [new RedemptionEvent.Redeemed(Date, outstanding, [.. live.Select(n => n.Note.Number)])],
            [
                SeriesBooks.Units(currency, Date, "global notes cancelled", [.. live.Select(n => new Leg(n.Note.Account, -n.Minor)), new Leg(SeriesBooks.Retired, outstanding.Minor)]),
                .. RegisterBooks.Cleared(Balances) is { Count: > 0 } below ? [SeriesBooks.Units(currency, Date, "positions below the global notes ended", below)] : Array.Empty<Entry>(),
            ],
            []);
    }
}
