namespace Indenture.Core;

/// <summary>When the accounts of the payees must be known, by the terms.</summary>
public enum PayeeDetailsRule
{
    /// <summary>Before each payment: one whose account is not on file blocks the run (AGY-4.3c, AGY-7.1c).</summary>
    BeforePayment,
}

/// <summary>
/// Where each payment of a decision goes, the same for every run: to the account that the payee's instructions name on the day of the act. It is part of what
/// two persons approve, and a changed account never pays on the same day.
/// </summary>
public static class Addressing
{
    /// <summary>
    /// The decision with the account of each payment that has none of its own. Refused ACCOUNT-COOLING-OFF, and ACCOUNT-UNKNOWN where the terms want every account
    /// before the payment; where they do not, a payee without instructions is paid as the depositary's standing instructions say.
    /// </summary>
    /// <param name="clock">The day of the act by the clock; never a date that a person gives.</param>
    public static Outcome<Decision> Of(SeriesState state, Decision decision, DateOnly clock)
    {
        if (decision.Payments.Count == 0) return decision;
        return PaymentRules.DetailsRuleOf(state.Terms).Then(rule => decision.Payments.Aggregate((Outcome<IReadOnlyList<Disbursement>>)new Outcome<IReadOnlyList<Disbursement>>.Done([]),
                (all, payment) => all.Then(done => Addressed(state, payment, rule, clock).Map<IReadOnlyList<Disbursement>>(one => [.. done, one])))
            .Map(payments => decision with { Payments = payments }));
    }

    private static Outcome<Disbursement> Addressed(SeriesState state, Disbursement payment, PayeeDetailsRule? rule, DateOnly clock) => payment.Account is not null ? payment
        : state.Register.Accounts.For(payment.Holder, clock).Match<Outcome<Disbursement>>(
            account => payment with { Account = $"{account.Number} at {account.Bank}" },
            refusal => rule is null && !state.Register.Accounts.History.ContainsKey(payment.Holder) ? payment : refusal);
}
