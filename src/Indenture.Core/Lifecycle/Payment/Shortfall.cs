namespace Indenture.Core;

/// <summary>Why a shortfall is not recorded, in the order in which it is tested.</summary>
public enum ShortfallRefusal { DueUnknown, ShortfallKnown, ShortfallEarly, NothingMissing, ShortfallUnknown }

/// <summary>The money for a due is not there in full on its day: from now on the issuer is to be told (AGY-4.2a), and nobody is paid (AGY-4.2b).</summary>
public sealed record FindShortfall(int N, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state, PaymentRules rules)
    {
        if (!state.Payments.Announced.TryGetValue(N, out var due)) return Refusal.Of(ShortfallRefusal.DueUnknown, $"Due {N} of series {state.Id} has not been announced.");
        if (state.Funding.Shortfalls.TryGetValue(N, out var known)) return Refusal.Of(ShortfallRefusal.ShortfallKnown, $"The shortfall of {known.Missing.ToDisplay()} of due {N} was found on {known.On:yyyy-MM-dd}.");
        var day = state.FundingDateOf(due, rules);
        if (Today < day) return Refusal.Of(ShortfallRefusal.ShortfallEarly, $"The money for due {N} is due on {day:yyyy-MM-dd}; today is {Today:yyyy-MM-dd}.");
        return Of(state, due, Today) is { } shortfall ? new Decision(shortfall)
            : Refusal.Of(ShortfallRefusal.NothingMissing, $"The issuer has paid {due.Total.ToDisplay()} for due {N}; nothing is missing.");
    }

    /// <summary>What the issuer has not paid, whether or not the agent has advanced it; null where it has paid all.</summary>
    internal static FundingEvent.ShortfallFound? Of(SeriesState state, PaymentEvent.DueAnnounced due, DateOnly today)
    {
        var received = state.Payments.Funded.GetValueOrDefault(due.N) ?? Money.Zero(due.Interest.Currency);
        return received == due.Total ? null : new FundingEvent.ShortfallFound(due.N, due.Total, received, due.Total - received, today);
    }
}

/// <summary>The issuer is told of a shortfall. What happened is recorded even where it came late or in another order than agreed, and says so.</summary>
public sealed record NotifyShortfall(int N, NoticeMeans Means, string To, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state, PaymentRules rules)
    {
        if (!state.Funding.Shortfalls.TryGetValue(N, out var found)) return Refusal.Of(ShortfallRefusal.ShortfallUnknown, $"No shortfall of due {N} is known.");
        var step = state.Funding.Notified.Count(e => e.N == N);
        var inOrder = rules.ShortfallNotice.Count == 0 || step >= rules.ShortfallNotice.Count || rules.ShortfallNotice[step] == Means;
        return new Decision(new FundingEvent.ShortfallNotified(N, Means, To, Today, inOrder, Today > found.On));
    }
}

/// <summary>Why an advance is not made, in the order in which it is tested.</summary>
public enum AdvanceRefusal { DueUnknown, AmountNotPositive, AdvanceMade, DayCountUnfit, AdvanceEarly, AdvanceExceedsShortfall }

/// <summary>
/// The agent puts in money of its own, because it chooses to: nobody can require it (AGY-11.7a). Carried out only when two persons give it, and booked as
/// an advance, never as the issuer's payment (AGY-4.2c).
/// </summary>
/// <param name="Rate">The agent's cost of funding, percent per annum; the agreement states no source of it.</param>
/// <param name="DayCount">By which the cost accrues; the agreement states none (AGY-4.2d).</param>
public sealed record MakeAdvance(int N, Money Amount, Percent Rate, DayCountBasis DayCount, DateOnly Today, string Why)
{
    public Outcome<Decision> Decide(SeriesState state, PaymentRules rules)
    {
        if (!state.Payments.Announced.TryGetValue(N, out var due)) return Refusal.Of(AdvanceRefusal.DueUnknown, $"Due {N} of series {state.Id} has not been announced.");
        if (Amount.Minor <= 0) return Refusal.Of(AdvanceRefusal.AmountNotPositive, $"{Amount.ToDisplay()} is no advance.");
        if (state.Funding.Advances.TryGetValue(N, out var earlier)) return Refusal.Of(AdvanceRefusal.AdvanceMade, $"{earlier.Made.Amount.ToDisplay()} was advanced for due {N} on {earlier.Made.From:yyyy-MM-dd}.");
        if (Indenture.Core.DayCount.TryOf(DayCount, Today, Today) is Outcome<DayFraction>.Refused)
            return Refusal.Of(AdvanceRefusal.DayCountUnfit, $"{DayCount.Name()} counts in the periods of notes or to their maturity, and an advance has neither: its cost could not be counted.");
        var funding = state.FundingDateOf(due, rules);
        var first = funding < due.PaymentDate ? funding : due.PaymentDate;
        if (Today < first) return Refusal.Of(AdvanceRefusal.AdvanceEarly, $"Due {N} is payable on {first:yyyy-MM-dd}; before it nothing is late and nothing is advanced. Today is {Today:yyyy-MM-dd}.");
        var missing = state.MissingOf(due);
        if (Amount.CompareTo(missing) > 0) return Refusal.Of(AdvanceRefusal.AdvanceExceedsShortfall, $"{missing.ToDisplay()} is missing for due {N}; {Amount.ToDisplay()} is more.");
        return new Decision([new FundingEvent.Advanced(N, Amount, Rate, DayCount.Name(), Today, Why)],
            [
                SeriesBooks.Cash(Amount.Currency, Today, $"agent's advance for due {N}", [new Leg(SeriesBooks.AgentOwnFunds, -Amount.Minor), new Leg(SeriesBooks.HeldFor(N), Amount.Minor)]),
                SeriesBooks.Cash(Amount.Currency, Today, $"issuer owes the advance for due {N}", [new Leg(SeriesBooks.AdvanceFor(N), Amount.Minor), new Leg(SeriesBooks.IssuerDebtToAgents, -Amount.Minor)]),
            ], []);
    }
}

/// <summary>Why a repayment is not taken, in the order in which it is tested.</summary>
public enum RepayRefusal { AdvanceUnknown, AmountNotPositive, RepaymentEarly, RepaidTwice, CostUnknown }

/// <summary>The issuer gives back an advance. The cost of the days it was outstanding accrues exactly and is rounded once, when nothing is left (AGY-4.2d).</summary>
public sealed record RepayAdvance(int N, Money Amount, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Funding.Advances.TryGetValue(N, out var advance)) return Refusal.Of(RepayRefusal.AdvanceUnknown, $"Nothing was advanced for due {N}.");
        if (Amount.Minor <= 0) return Refusal.Of(RepayRefusal.AmountNotPositive, $"{Amount.ToDisplay()} is no repayment.");
        if (Today < advance.Since) return Refusal.Of(RepayRefusal.RepaymentEarly, $"The cost of the advance for due {N} has been counted to {advance.Since:yyyy-MM-dd}; a repayment of {Today:yyyy-MM-dd} comes before it.");
        if (Amount.CompareTo(advance.Outstanding) > 0) return Refusal.Of(RepayRefusal.RepaidTwice, $"{advance.Outstanding.ToDisplay()} of the advance for due {N} is outstanding; {Amount.ToDisplay()} is more.");
        var accrued = advance.CostTo(Today);
        var cost = Amount == advance.Outstanding ? Rounding.WhereSilent(Amount.Currency).Apply(advance.Accrued + accrued, Amount.Currency) : null;
        var entries = new List<Entry>
        {
            SeriesBooks.Cash(Amount.Currency, Today, $"advance for due {N} repaid", [new Leg(SeriesBooks.IssuerFunds, -Amount.Minor), new Leg(SeriesBooks.AgentOwnFunds, Amount.Minor)]),
            SeriesBooks.Cash(Amount.Currency, Today, $"less is owed of the advance for due {N}", [new Leg(SeriesBooks.AdvanceFor(N), -Amount.Minor), new Leg(SeriesBooks.IssuerDebtToAgents, Amount.Minor)]),
        };
        if (cost is { Minor: > 0 }) entries.Add(SeriesBooks.Cash(Amount.Currency, Today, $"cost of the advance for due {N}", [new Leg(SeriesBooks.AdvanceCostFor(N), cost.Minor), new Leg(SeriesBooks.IssuerDebtToAgents, -cost.Minor)]));
        return new Decision([new FundingEvent.AdvanceRepaid(N, Amount, advance.Since, Today, accrued, cost)], entries, []);
    }
}

/// <summary>The issuer pays what the funding of an advance cost the agent.</summary>
public sealed record PayAdvanceCost(int N, Money Amount, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Funding.Advances.TryGetValue(N, out var advance)) return Refusal.Of(RepayRefusal.AdvanceUnknown, $"Nothing was advanced for due {N}.");
        if (Amount.Minor <= 0) return Refusal.Of(RepayRefusal.AmountNotPositive, $"{Amount.ToDisplay()} is no payment.");
        if (advance.Cost is not { } cost) return Refusal.Of(RepayRefusal.CostUnknown, $"{advance.Outstanding.ToDisplay()} of the advance for due {N} is outstanding; its cost is known when it is repaid.");
        if (Amount.CompareTo(cost) > 0) return Refusal.Of(RepayRefusal.RepaidTwice, $"{cost.ToDisplay()} of the cost of the advance for due {N} is unpaid; {Amount.ToDisplay()} is more.");
        return new Decision([new FundingEvent.AdvanceCostPaid(N, Amount)],
            [
                SeriesBooks.Cash(Amount.Currency, Today, $"cost of the advance for due {N} paid", [new Leg(SeriesBooks.IssuerFunds, -Amount.Minor), new Leg(SeriesBooks.AgentOwnFunds, Amount.Minor)]),
                SeriesBooks.Cash(Amount.Currency, Today, $"less is owed of the cost for due {N}", [new Leg(SeriesBooks.AdvanceCostFor(N), -Amount.Minor), new Leg(SeriesBooks.IssuerDebtToAgents, Amount.Minor)]),
            ], []);
    }
}
