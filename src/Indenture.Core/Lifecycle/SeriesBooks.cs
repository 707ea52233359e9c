namespace Indenture.Core;

/// <summary>
/// The accounts of one series. A debit is positive. Two guards carry the promise of the system: <see cref="AgentCash"/> never falls below zero, so
/// nothing is paid that was not funded; a payable never rises above zero, so nothing is paid that was not owed.
/// </summary>
public static class SeriesBooks
{
    /// <summary>The issuer's side of what it owes: debited when a due is announced.</summary>
    public static readonly Account IssuerObligation = new("issuer/obligation", Book.Cash, AccountGuard.Open);

    /// <summary>The issuer's money outside the agency.</summary>
    public static readonly Account IssuerFunds = new("issuer/funds", Book.Cash, AccountGuard.Open);
    public static readonly Account IssuerProceeds = new("issuer/proceeds", Book.Cash, AccountGuard.Open);

    /// <summary>Money held by the paying agent for the series.</summary>
    public static readonly Account AgentCash = new("agent/cash", Book.Cash, AccountGuard.Debit);

    /// <summary>Principal issued, as a credit.</summary>
    public static readonly Account Issued = new("issued", Book.Units, AccountGuard.Open);

    /// <summary>Principal paid off and cancelled.</summary>
    public static readonly Account Retired = new("retired", Book.Units, AccountGuard.Debit);

    public static Account UnderwriterOf(string name) => new($"underwriter/{name}", Book.Cash, AccountGuard.Open);

    /// <summary>What is owed to the holders of a due, as a credit.</summary>
    public static Account PayableOf(int n, PaymentKind kind) => new($"payable/{RunOf(n, kind)}", Book.Cash, AccountGuard.Credit);

    /// <summary>The deterministic id of a run: one a due and kind, so that a second one cannot exist.</summary>
    public static string RunOf(int n, PaymentKind kind) => kind switch
    {
        PaymentKind.Interest => $"interest-{n}",
        PaymentKind.Principal => $"principal-{n}",
    };

    public static Entry Cash(Currency currency, DateOnly effective, string purpose, IReadOnlyList<Leg> legs) => Entry.Of(currency.Code, effective, purpose, legs);

    /// <summary>Units are counted in principal amount, in minor units of the currency.</summary>
    public static Entry Units(Currency currency, DateOnly effective, string purpose, IReadOnlyList<Leg> legs) => Entry.Of($"{currency.Code} principal", effective, purpose, legs);
}
