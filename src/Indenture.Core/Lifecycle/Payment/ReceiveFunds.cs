namespace Indenture.Core;

/// <summary>Why money for a due is not taken, in the order in which it is tested.</summary>
public enum FundRefusal { DueUnknown, AmountNotPositive, FundedTwice }

/// <summary>The issuer's money for a due arrives at the paying agent.</summary>
public sealed record ReceiveFunds(int N, Money Amount, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Payments.Announced.TryGetValue(N, out var due)) return Refusal.Of(FundRefusal.DueUnknown, $"Due {N} of series {state.Id} has not been announced.");
        if (Amount.Minor <= 0) return Refusal.Of(FundRefusal.AmountNotPositive, $"{Amount.ToDisplay()} is no amount of money received.");
        var owed = due.Interest + due.Principal;
        var before = state.Payments.Funded.GetValueOrDefault(N) ?? Money.Zero(owed.Currency);
        if ((before + Amount).CompareTo(owed) > 0)
            return Refusal.Of(FundRefusal.FundedTwice, $"Due {N} is of {owed.ToDisplay()}; with {Amount.ToDisplay()} on top of {before.ToDisplay()} it would be funded with more than is owed.");
        return new Decision([new PaymentEvent.FundsReceived(N, Amount)],
            [SeriesBooks.Cash(Amount.Currency, Today, $"funds for due {N}", [new Leg(SeriesBooks.IssuerFunds, -Amount.Minor), new Leg(SeriesBooks.AgentCash, Amount.Minor)])], []);
    }
}
