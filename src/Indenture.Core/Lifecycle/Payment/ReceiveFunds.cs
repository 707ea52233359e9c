namespace Indenture.Core;

/// <summary>Why money for a due is not taken, in the order in which it is tested.</summary>
public enum FundRefusal { DueUnknown, AmountNotPositive, FundedTwice }

/// <summary>The issuer's money for a due arrives at the paying agent, unconditionally.</summary>
public sealed record ReceiveFunds(int N, Money Amount, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state) => Received(state, N, Amount).Map(received => new Decision([received],
        [SeriesBooks.Cash(Amount.Currency, Today, $"funds for due {N}", [new Leg(SeriesBooks.IssuerFunds, -Amount.Minor), new Leg(SeriesBooks.HeldFor(N), Amount.Minor)])], []));

    /// <summary>The receipt of money for a due, wherever it comes from; refused where it is more than is missing.</summary>
    internal static Outcome<PaymentEvent.FundsReceived> Received(SeriesState state, int n, Money amount)
    {
        if (!state.Payments.Announced.TryGetValue(n, out var due)) return Refusal.Of(FundRefusal.DueUnknown, $"Due {n} of series {state.Id} has not been announced.");
        if (amount.Minor <= 0) return Refusal.Of(FundRefusal.AmountNotPositive, $"{amount.ToDisplay()} is no amount of money received.");
        var missing = state.MissingOf(due);
        if (amount.CompareTo(missing) > 0)
            return Refusal.Of(FundRefusal.FundedTwice, $"Due {n} is of {due.Total.ToDisplay()}; with {amount.ToDisplay()} on top of {(due.Total - missing).ToDisplay()} it would be funded with more than is owed." +
                (state.Funding.Advances.TryGetValue(n, out var advance) && advance.Outstanding.Minor > 0 ? $" The agent has advanced {advance.Outstanding.ToDisplay()}: the issuer's money repays it (repay)." : ""));
        return new PaymentEvent.FundsReceived(n, amount);
    }
}

/// <summary>Why a conditional credit is not taken, in the order in which it is tested.</summary>
public enum ConditionalRefusal { DueUnknown, AmountNotPositive, ConditionMissing, ReferenceUsed, ReferenceUnknown }

/// <summary>A credit arrives that can still be taken back: it is kept apart and counts as nothing received (AGY-4.2e).</summary>
public sealed record CreditConditionally(int N, string Reference, Money Amount, string Condition, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Payments.Announced.ContainsKey(N)) return Refusal.Of(ConditionalRefusal.DueUnknown, $"Due {N} of series {state.Id} has not been announced.");
        if (Amount.Minor <= 0) return Refusal.Of(ConditionalRefusal.AmountNotPositive, $"{Amount.ToDisplay()} is no amount of money received.");
        if (string.IsNullOrWhiteSpace(Condition)) return Refusal.Of(ConditionalRefusal.ConditionMissing, $"Credit {Reference} names no condition; a credit without one is booked with fund.");
        if (state.Funding.ConditionalKnown.Contains(Reference)) return Refusal.Of(ConditionalRefusal.ReferenceUsed, $"Credit {Reference} was booked before; the same money does not arrive twice.");
        return new Decision([new FundingEvent.ConditionalCredited(N, Reference, Amount, Condition)],
            [SeriesBooks.Cash(Amount.Currency, Today, $"conditional credit {Reference} for due {N}", [new Leg(SeriesBooks.IssuerFunds, -Amount.Minor), new Leg(SeriesBooks.ConditionalFor(N), Amount.Minor)])], []);
    }
}

/// <summary>The condition of a credit falls away: now it is received.</summary>
public sealed record LiftCondition(string Reference, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Funding.Conditional.TryGetValue(Reference, out var credit)) return Refusal.Of(ConditionalRefusal.ReferenceUnknown, $"There is no conditional credit {Reference}.");
        return ReceiveFunds.Received(state, credit.N, credit.Amount).Map(received => new Decision([new FundingEvent.ConditionLifted(credit.N, Reference, credit.Amount), received],
            [SeriesBooks.Cash(credit.Amount.Currency, Today, $"credit {Reference} is final", [new Leg(SeriesBooks.ConditionalFor(credit.N), -credit.Amount.Minor), new Leg(SeriesBooks.HeldFor(credit.N), credit.Amount.Minor)])], []));
    }
}

/// <summary>A conditional credit is taken back.</summary>
public sealed record ReverseCredit(string Reference, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state) => !state.Funding.Conditional.TryGetValue(Reference, out var credit)
        ? Refusal.Of(ConditionalRefusal.ReferenceUnknown, $"There is no conditional credit {Reference}.")
        : new Decision([new FundingEvent.ConditionalReversed(credit.N, Reference, credit.Amount)],
            [SeriesBooks.Cash(credit.Amount.Currency, Today, $"credit {Reference} taken back", [new Leg(SeriesBooks.ConditionalFor(credit.N), -credit.Amount.Minor), new Leg(SeriesBooks.IssuerFunds, credit.Amount.Minor)])], []);
}
