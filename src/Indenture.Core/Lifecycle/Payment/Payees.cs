namespace Indenture.Core;

/// <summary>Why a hold on a payee is not set, released or paid out, in the order in which it is tested.</summary>
public enum HoldRefusal { ReasonMissing, HoldKnown, HoldUnknown, HeldBackUnknown, StillHeld, AmountDiffers, RulesMissing, UnclaimedEarly }

/// <summary>Nothing is paid to a payee from now on: sanctions, a court's order, an account that is wrong. One person is enough to stop a payment.</summary>
public sealed record HoldPayee(string Holder, string Why, string Who)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (string.IsNullOrWhiteSpace(Why)) return Refusal.Of(HoldRefusal.ReasonMissing, $"Why {Holder} is put on hold is not said.");
        if (state.Payees.Holds.TryGetValue(Holder, out var hold)) return Refusal.Of(HoldRefusal.HoldKnown, $"{Holder} was put on hold by {hold.Who}: {hold.Why}.");
        return new Decision(new PayeeEvent.PayeeHeld(Holder, Why, Who));
    }
}

/// <summary>The hold on a payee ends; carried out only when two persons give it. What was held back is then paid by an act of its own.</summary>
public sealed record ReleaseHold(string Holder, string Why)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (string.IsNullOrWhiteSpace(Why)) return Refusal.Of(HoldRefusal.ReasonMissing, $"Why the hold on {Holder} ends is not said.");
        if (!state.Payees.Holds.ContainsKey(Holder)) return Refusal.Of(HoldRefusal.HoldUnknown, $"{Holder} is not on hold.");
        return new Decision(new PayeeEvent.HoldReleased(Holder, Why));
    }
}

/// <summary>Pays what a run held back from a payee, once the hold is released; carried out only when two persons give it.</summary>
public sealed record PayHeldBack(string Run, string Holder, Money Stated, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state) => HeldBackOf(state, Run, Holder, Stated).Map(back => new Decision(
        [new PayeeEvent.HeldBackPaid(Run, back.N, back.Kind, Holder, back.Amount)],
        [SeriesBooks.Cash(back.Amount.Currency, Today, $"held back from {Holder} in run {Run}, paid", [new Leg(SeriesBooks.PayableOf(Run), back.Amount.Minor), new Leg(SeriesBooks.HeldFor(back.N), -back.Amount.Minor)])],
        [new Disbursement(Run, Holder, back.Kind, back.Amount)]));

    internal static Outcome<PayeeEvent.HeldBack> HeldBackOf(SeriesState state, string run, string holder, Money stated)
    {
        if (!state.Payees.HeldBack.TryGetValue((run, holder), out var back)) return Refusal.Of(HoldRefusal.HeldBackUnknown, $"Run {run} of series {state.Id} holds nothing back from {holder}.");
        if (state.Payees.Holds.TryGetValue(holder, out var hold)) return Refusal.Of(HoldRefusal.StillHeld, $"{holder} is on hold: {hold.Why}.");
        return stated != back.Amount ? Refusal.Of(HoldRefusal.AmountDiffers, $"{stated.ToDisplay()} was typed; run {run} holds {back.Amount.ToDisplay()} back from {holder}.") : back;
    }
}

/// <summary>
/// Money that nobody claimed goes back to the issuer after the years that the terms state; carried out only when two persons give it. The holder then
/// looks to the issuer alone, and the books say so.
/// </summary>
public sealed record ReturnUnclaimed(string Run, string Holder, Money Stated, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state, PaymentRules rules) => PayHeldBack.HeldBackOf(state, Run, Holder, Stated).Then<Decision>(back =>
    {
        if (rules.UnclaimedYears is not { } years) return Refusal.Of(HoldRefusal.RulesMissing, "The terms do not state after how many years unclaimed money goes back to the issuer.");
        var first = state.Payments.Announced[back.N].PaymentDate.AddYears(years);
        if (Today < first) return Refusal.Of(HoldRefusal.UnclaimedEarly, $"Unclaimed money of due {back.N} goes back to the issuer from {first:yyyy-MM-dd}, {years} years after it was payable; today is {Today:yyyy-MM-dd}.");
        return new Decision([new PayeeEvent.UnclaimedReturned(Run, back.N, back.Kind, Holder, back.Amount)],
            [
                SeriesBooks.Cash(back.Amount.Currency, Today, $"unclaimed by {Holder} in run {Run}: owed by the issuer alone", [new Leg(SeriesBooks.PayableOf(Run), back.Amount.Minor), new Leg(SeriesBooks.ReturnedOf(back.N, back.Kind), -back.Amount.Minor)]),
                SeriesBooks.Cash(back.Amount.Currency, Today, $"unclaimed by {Holder} in run {Run}: returned", [new Leg(SeriesBooks.HeldFor(back.N), -back.Amount.Minor), new Leg(SeriesBooks.IssuerFunds, back.Amount.Minor)]),
            ], []);
    });
}

/// <summary>Why nothing is withheld, in the order in which it is tested.</summary>
public enum WithholdRefusal { DueUnknown, AmountNotPositive, RunPaid, PositionChanged, HolderUnknown, WithheldTooMuch, ReasonMissing }

/// <summary>Takes a part of a holder's payment off before it is paid, by law; it is a posting of its own, owed to whom it was withheld for.</summary>
/// <param name="Holdings">The position of the due's record date.</param>
public sealed record Withhold(int N, PaymentKind Kind, string Holder, Money Amount, string Why, IReadOnlyList<Holding> Holdings, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Payments.Announced.TryGetValue(N, out var due)) return Refusal.Of(WithholdRefusal.DueUnknown, $"Due {N} of series {state.Id} has not been announced.");
        if (Amount.Minor <= 0) return Refusal.Of(WithholdRefusal.AmountNotPositive, $"{Amount.ToDisplay()} is no amount to withhold.");
        var id = SeriesBooks.RunOf(N, Kind);
        if (state.Payments.Paid.ContainsKey(id)) return Refusal.Of(WithholdRefusal.RunPaid, $"Run {id} of series {state.Id} was paid; nothing is withheld from it any more.");
        if (new Position(due.RecordDate, Holdings).Hash != due.PositionHash) return Refusal.Of(WithholdRefusal.PositionChanged, $"The position given is not the one taken on the record date {due.RecordDate:yyyy-MM-dd}.");
        if (due.Owed(Kind).Minor == 0 || Run.Of(state.Id, due, Kind, Holdings).Net(state).Disbursements.FirstOrDefault(d => d.Holder == Holder) is not { } share)
            return Refusal.Of(WithholdRefusal.HolderUnknown, $"Run {id} pays {Holder} nothing.");
        if (Amount.CompareTo(share.Amount) > 0) return Refusal.Of(WithholdRefusal.WithheldTooMuch, $"Run {id} pays {Holder} {share.Amount.ToDisplay()}; {Amount.ToDisplay()} is more.");
        if (string.IsNullOrWhiteSpace(Why)) return Refusal.Of(WithholdRefusal.ReasonMissing, $"Under what law {Amount.ToDisplay()} is withheld from {Holder} is not said.");
        return new Decision([new PayeeEvent.Withheld(N, Kind, Holder, Amount, Why)],
            [SeriesBooks.Cash(Amount.Currency, Today, $"withheld from {Holder} in run {id}", [new Leg(SeriesBooks.PayableOf(id), Amount.Minor), new Leg(SeriesBooks.WithheldOf(N, Kind), -Amount.Minor)])], []);
    }
}
