namespace Indenture.Core;

/// <summary>Why money in suspense is not moved, in the order in which it is tested.</summary>
public enum SuspenseRefusal { AmountNotPositive, ReferenceUsed, ReferenceUnknown }

/// <summary>Money arrives that nothing explains: it stands apart until somebody does.</summary>
public sealed record ReceiveUnexplained(string Reference, Money Amount, string From, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (Amount.Minor <= 0) return Refusal.Of(SuspenseRefusal.AmountNotPositive, $"{Amount.ToDisplay()} is no amount of money received.");
        if (state.Funding.SuspenseKnown.Contains(Reference)) return Refusal.Of(SuspenseRefusal.ReferenceUsed, $"Money stood in suspense under {Reference} before.");
        return new Decision([new FundingEvent.SuspenseReceived(Reference, Amount, From)],
            [SeriesBooks.Cash(Amount.Currency, Today, $"unexplained money {Reference}", [new Leg(SeriesBooks.IssuerFunds, -Amount.Minor), new Leg(SeriesBooks.Suspense(Reference), Amount.Minor)])], []);
    }
}

/// <summary>Money in suspense is explained: it is the issuer's for a due, or it goes back where it came from.</summary>
/// <param name="N">Null to send it back.</param>
public sealed record ClearSuspense(string Reference, int? N, string Why, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Funding.Suspense.TryGetValue(Reference, out var amount)) return Refusal.Of(SuspenseRefusal.ReferenceUnknown, $"Nothing stands in suspense under {Reference}.");
        var cleared = new FundingEvent.SuspenseCleared(Reference, amount, N, Why);
        Entry To(Account account) => SeriesBooks.Cash(amount.Currency, Today, $"money {Reference} explained: {Why}", [new Leg(SeriesBooks.Suspense(Reference), -amount.Minor), new Leg(account, amount.Minor)]);
        return N is { } n
            ? ReceiveFunds.Received(state, n, amount).Map(received => new Decision([cleared, received], [To(SeriesBooks.HeldFor(n))], []))
            : new Decision([cleared], [To(SeriesBooks.IssuerFunds)], []);
    }
}

/// <summary>Why a day is not ended, in the order in which it is tested.</summary>
public enum EndDayRefusal { DayEnded, SuspenseOpen }

/// <summary>
/// Ends a day of the agency: refused while anything stands in suspense. Each due whose money was to be there and is not becomes a known shortfall, so
/// that the issuer is told.
/// </summary>
/// <param name="Suspense">What the suspense accounts of the books hold, by account, in minor units.</param>
public sealed record EndDay(DateOnly Day, IReadOnlyDictionary<string, long> Suspense)
{
    public Outcome<Decision> Decide(SeriesState state, PaymentRules rules)
    {
        if (state.Funding.LastDay is { } last && Day <= last) return Refusal.Of(EndDayRefusal.DayEnded, $"{last:yyyy-MM-dd} was ended; {Day:yyyy-MM-dd} is not after it.");
        var open = Suspense.Where(s => s.Value != 0).OrderBy(s => s.Key, StringComparer.Ordinal).ToList();
        if (open.Count > 0)
            return Refusal.Of(EndDayRefusal.SuspenseOpen, $"{Day:yyyy-MM-dd} cannot end: {string.Join(", ", open.Select(s => $"{s.Key} holds {new Money(s.Value, state.Terms.Currency!.Value).ToDisplay()}"))}.");
        var missing = state.Payments.Announced.Values.OrderBy(d => d.N)
            .Where(d => !state.Funding.Shortfalls.ContainsKey(d.N) && state.FundingDateOf(d, rules) <= Day)
            .Select(d => FindShortfall.Of(state, d, Day)).OfType<SeriesEvent>();
        return new Decision([.. missing, new FundingEvent.DayEnded(Day)], [], []);
    }
}

/// <summary>Why a bill of the agents is not booked, in the order in which it is tested.</summary>
public enum FeeRefusal { AmountNotPositive, FeeLetterMissing, ReferenceUsed, FeeUnknown, RepaidTwice }

/// <summary>
/// The agents bill the issuer under a letter of its own (AGY-11.1a, AGY-11.1b). The bill is the issuer's debt and never touches what is held for the
/// holders.
/// </summary>
/// <param name="Letter">The fee letter or voucher that the amount follows from; without one no amount is known.</param>
public sealed record ChargeFee(string Reference, Money Amount, string Letter, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (Amount.Minor <= 0) return Refusal.Of(FeeRefusal.AmountNotPositive, $"{Amount.ToDisplay()} is no fee.");
        if (string.IsNullOrWhiteSpace(Letter)) return Refusal.Of(FeeRefusal.FeeLetterMissing, $"Bill {Reference} names no fee letter or voucher; the agreement itself states no amount.");
        if (state.Funding.Fees.ContainsKey(Reference)) return Refusal.Of(FeeRefusal.ReferenceUsed, $"Bill {Reference} is booked already.");
        return new Decision([new FundingEvent.FeeCharged(Reference, Amount, Letter)],
            [SeriesBooks.Cash(Amount.Currency, Today, $"bill {Reference}", [new Leg(SeriesBooks.FeeOf(Reference), Amount.Minor), new Leg(SeriesBooks.IssuerDebtToAgents, -Amount.Minor)])], []);
    }
}

/// <summary>The issuer pays a bill of the agents.</summary>
public sealed record PayFee(string Reference, Money Amount, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (Amount.Minor <= 0) return Refusal.Of(FeeRefusal.AmountNotPositive, $"{Amount.ToDisplay()} is no payment.");
        if (!state.Funding.Fees.TryGetValue(Reference, out var open)) return Refusal.Of(FeeRefusal.FeeUnknown, $"There is no bill {Reference}.");
        if (Amount.Currency != open.Currency || Amount.CompareTo(open) > 0) return Refusal.Of(FeeRefusal.RepaidTwice, $"{open.ToDisplay()} of bill {Reference} is unpaid; {Amount.ToDisplay()} is not a part of it.");
        return new Decision([new FundingEvent.FeePaid(Reference, Amount)],
            [
                SeriesBooks.Cash(Amount.Currency, Today, $"bill {Reference} paid", [new Leg(SeriesBooks.IssuerFunds, -Amount.Minor), new Leg(SeriesBooks.AgentOwnFunds, Amount.Minor)]),
                SeriesBooks.Cash(Amount.Currency, Today, $"less is owed of bill {Reference}", [new Leg(SeriesBooks.FeeOf(Reference), -Amount.Minor), new Leg(SeriesBooks.IssuerDebtToAgents, Amount.Minor)]),
            ], []);
    }
}
