namespace Indenture.Core;

/// <summary>
/// The accounts of one series. A debit is positive. Guards carry the promise of the system and the database holds them: money held for a due never falls
/// below zero, so that nothing goes out that the issuer, or the agent by an approved advance, did not put in; a payable never rises above zero, so that
/// nothing is paid that was not owed. What is held for the holders of one due is earmarked: <see cref="Cash"/> makes no entry that uses it for
/// anything else (AGY-4.4.1a, AGY-11.6b), and none that takes principal and interest together.
/// </summary>
public static class SeriesBooks
{
    /// <summary>The issuer's side of what it owes: debited when a due is announced.</summary>
    public static readonly Account IssuerObligation = new("issuer/obligation", Book.Cash, AccountGuard.Open);

    /// <summary>The issuer's money outside the agency.</summary>
    public static readonly Account IssuerFunds = new("issuer/funds", Book.Cash, AccountGuard.Open);
    public static readonly Account IssuerProceeds = new("issuer/proceeds", Book.Cash, AccountGuard.Open);

    /// <summary>The other side of what the issuer owes the agents: advances, their cost, fees.</summary>
    public static readonly Account IssuerDebtToAgents = new("issuer/debt-to-agents", Book.Cash, AccountGuard.Open);

    /// <summary>The agent's own money; an advance comes from here and its repayment goes here.</summary>
    public static readonly Account AgentOwnFunds = new("agent/own-funds", Book.Cash, AccountGuard.Open);

    /// <summary>The world that dollars are bought from.</summary>
    public static readonly Account ExchangeCounterparty = new("exchange/counterparty", Book.Cash, AccountGuard.Open);

    /// <summary>Each currency's side of a conversion: what was owed in the one is owed in the other.</summary>
    public static readonly Account ExchangeConversion = new("exchange/conversion", Book.Cash, AccountGuard.Open);

    /// <summary>The difference between the rate dealt and the rate paid out, which the agreement gives to nobody (AGY-T15).</summary>
    public static readonly Account ExchangeDifference = new("exchange/difference", Book.Cash, AccountGuard.Open);

    /// <summary>Principal issued, as a credit.</summary>
    public static readonly Account Issued = new("issued", Book.Units, AccountGuard.Open);

    /// <summary>Principal paid off and cancelled.</summary>
    public static readonly Account Retired = new("retired", Book.Units, AccountGuard.Debit);

    public static Account UnderwriterOf(string name) => new($"underwriter/{name}", Book.Cash, AccountGuard.Open);

    /// <summary>Money held for the holders of a due, unconditionally: the issuer's, or the agent's under an approved advance.</summary>
    public static Account HeldFor(int n) => new($"held/due-{n}", Book.Cash, AccountGuard.Debit);

    /// <summary>A credit that can still be taken back: no receipt (AGY-4.2e).</summary>
    public static Account ConditionalFor(int n) => new($"conditional/due-{n}", Book.Cash, AccountGuard.Debit);

    /// <summary>Money that nobody has explained yet; the day does not end with any of it.</summary>
    public static Account Suspense(string reference) => new($"suspense/{reference}", Book.Cash, AccountGuard.Debit);

    /// <summary>What the issuer owes the agent for an advance; never repaid beyond it.</summary>
    public static Account AdvanceFor(int n) => new($"advance/due-{n}", Book.Cash, AccountGuard.Debit);

    /// <summary>What the issuer owes the agent for funding the advance.</summary>
    public static Account AdvanceCostFor(int n) => new($"advance-cost/due-{n}", Book.Cash, AccountGuard.Debit);

    /// <summary>What the issuer owes the agents for their services or expenses.</summary>
    public static Account FeeOf(string reference) => new($"fee/{reference}", Book.Cash, AccountGuard.Debit);

    /// <summary>What is owed to the holders of a due, as a credit.</summary>
    public static Account PayableOf(int n, PaymentKind kind) => PayableOf(RunOf(n, kind));

    /// <summary>What a run has still to pay, as a credit.</summary>
    public static Account PayableOf(string run) => new($"payable/{run}", Book.Cash, AccountGuard.Credit);

    /// <summary>What was withheld from the holders and is owed to whoever it was withheld for.</summary>
    public static Account WithheldOf(int n, PaymentKind kind) => new($"withheld/{RunOf(n, kind)}", Book.Cash, AccountGuard.Credit);

    /// <summary>What the issuer alone still owes: money that nobody claimed and that went back to it.</summary>
    public static Account ReturnedOf(int n, PaymentKind kind) => new($"returned/{RunOf(n, kind)}", Book.Cash, AccountGuard.Credit);

    /// <summary>What is to be turned into the other currency before it is paid.</summary>
    public static Account ConvertingOf(int n, PaymentKind kind) => new($"converting/{RunOf(n, kind)}", Book.Cash, AccountGuard.Credit);

    /// <summary>What the exchange cost the holders who took the other currency, owed to the exchange agent.</summary>
    public static Account ExchangeCostsOf(int n, PaymentKind kind) => new($"exchange-costs/{RunOf(n, kind)}", Book.Cash, AccountGuard.Credit);

    /// <summary>The deterministic id of a run: one a due and kind, so that a second one cannot exist.</summary>
    public static string RunOf(int n, PaymentKind kind) => kind switch
    {
        PaymentKind.Interest => $"interest-{n}",
        PaymentKind.Principal => $"principal-{n}",
    };

    /// <summary>The run by which the exchange agent pays what was elected or converted.</summary>
    public static string ExchangeRunOf(int n, PaymentKind kind) => "exchange-" + RunOf(n, kind);

    /// <summary>The run by which defaulted interest is paid to the holders of its special record date.</summary>
    public static string DefaultedRunOf(int n) => $"defaulted-{n}";

    /// <summary>
    /// Throws where money held for a due would be used for anything but paying it, converting it for its holders or giving it back to the issuer, and
    /// where one entry would take interest and principal together: bugs, stopped before they reach the store.
    /// </summary>
    public static Entry Cash(Currency currency, DateOnly effective, string purpose, IReadOnlyList<Leg> legs)
    {
        var names = legs.Select(l => l.Account.Name).ToList();
        foreach (var held in legs.Where(l => l.Minor < 0 && l.Account.Name.StartsWith("held/", StringComparison.Ordinal)))
            if (names.FirstOrDefault(n => n != held.Account.Name && !MayUse(n, held.Account.Name["held/due-".Length..])) is { } other)
                throw new InvalidOperationException($"\"{purpose}\" would use {held.Account.Name} for {other}: money held for a due is earmarked for its holders.");
        if (names.Any(n => Takes(n, "interest-")) && names.Any(n => Takes(n, "principal-")))
            throw new InvalidOperationException($"\"{purpose}\" would take interest and principal in one entry.");
        return Entry.Of(currency.Code, effective, purpose, legs);
    }

    /// <summary>Units are counted in principal amount, in minor units of the currency.</summary>
    public static Entry Units(Currency currency, DateOnly effective, string purpose, IReadOnlyList<Leg> legs) => Entry.Of($"{currency.Code} principal", effective, purpose, legs);

    private static bool MayUse(string account, string due) =>
        account == IssuerFunds.Name || account == ExchangeCounterparty.Name
        || (account.StartsWith("payable/", StringComparison.Ordinal) || account.StartsWith("withheld/", StringComparison.Ordinal)) && account.EndsWith("-" + due, StringComparison.Ordinal);

    private static bool Takes(string account, string kind) => account.StartsWith("payable/" + kind, StringComparison.Ordinal) || account.StartsWith("payable/exchange-" + kind, StringComparison.Ordinal);
}
