using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>The money for a due before it is paid: called, promised, arrived on conditions, missing, advanced, unexplained; and the agents' bills.</summary>
public static class Funding
{
    public static Outcome<CommandResult> Call(Desk desk, Instruction by, Calendars calendars, string series, int n, string account) =>
        desk.Perform(by.Order("call", series, ("due", Instruction.Text(n)), ("account", account)),
            (state, _) => Paying.RulesOf(state, calendars).Then(rules => new CallFunds(n, account).Decide(state, rules, Zones.System)));

    /// <param name="received">When the confirmation came.</param>
    public static Outcome<CommandResult> Confirm(Desk desk, Instruction by, string series, int n, string reference, DateTimeOffset received) =>
        desk.Perform(by.Order("confirm-instructions", series, ("due", Instruction.Text(n)), ("reference", reference), ("received", Instruction.Iso(received))),
            (state, _) => new ConfirmInstructions(n, reference, received).Decide(state));

    public static Outcome<CommandResult> Credit(Desk desk, Instruction by, string series, int n, string reference, Money amount, string condition) =>
        desk.Perform(by.Order("credit", series, ("due", Instruction.Text(n)), ("reference", reference), ("amount", $"{amount} {amount.Currency}"), ("condition", condition)),
            (state, _) => new CreditConditionally(n, reference, amount, condition, by.On).Decide(state));

    public static Outcome<CommandResult> CreditFinal(Desk desk, Instruction by, string series, string reference) =>
        desk.Perform(by.Order("credit-final", series, ("reference", reference)), (state, _) => new LiftCondition(reference, by.On).Decide(state));

    public static Outcome<CommandResult> CreditReversed(Desk desk, Instruction by, string series, string reference) =>
        desk.Perform(by.Order("credit-reversed", series, ("reference", reference)), (state, _) => new ReverseCredit(reference, by.On).Decide(state));

    public static Outcome<CommandResult> Shortfall(Desk desk, Instruction by, Calendars calendars, string series, int n) =>
        desk.Perform(by.Order("shortfall", series, ("due", Instruction.Text(n))), (state, _) => Paying.RulesOf(state, calendars).Then(rules => new FindShortfall(n, by.On).Decide(state, rules)));

    public static Outcome<CommandResult> NotifyShortfall(Desk desk, Instruction by, Calendars calendars, string series, int n, NoticeMeans means, string to) =>
        desk.Perform(by.Order("notify-shortfall", series, ("due", Instruction.Text(n)), ("means", Names.Of(means)), ("to", to)),
            (state, _) => Paying.RulesOf(state, calendars).Then(rules => new NotifyShortfall(n, means, to, by.On).Decide(state, rules)));

    /// <summary>Carried out when a second person gives the same command.</summary>
    public static Outcome<CommandResult> Advance(Desk desk, Instruction by, Calendars calendars, string series, int n, Money amount, Percent rate, DayCountBasis dayCount, string why) =>
        desk.PerformByTwo(by.Order("advance", series, ("due", Instruction.Text(n)), ("amount", $"{amount} {amount.Currency}"), ("rate", rate.ToString()), ("dayCount", dayCount.Name()), ("why", why)), $"advance-{Instruction.Text(n)}",
            (state, _) => Paying.RulesOf(state, calendars).Then(rules => new MakeAdvance(n, amount, rate, dayCount, by.On, why).Decide(state, rules)));

    public static Outcome<CommandResult> Repay(Desk desk, Instruction by, string series, int n, Money amount) =>
        desk.Perform(by.Order("repay", series, ("due", Instruction.Text(n)), ("amount", $"{amount} {amount.Currency}")), (state, _) => new RepayAdvance(n, amount, by.On).Decide(state));

    public static Outcome<CommandResult> RepayCost(Desk desk, Instruction by, string series, int n, Money amount) =>
        desk.Perform(by.Order("repay-cost", series, ("due", Instruction.Text(n)), ("amount", $"{amount} {amount.Currency}")), (state, _) => new PayAdvanceCost(n, amount, by.On).Decide(state));

    public static Outcome<CommandResult> Suspense(Desk desk, Instruction by, string series, string reference, Money amount, string from) =>
        desk.Perform(by.Order("suspense", series, ("reference", reference), ("amount", $"{amount} {amount.Currency}"), ("from", from)), (state, _) => Paying.Known(state).Then(known => new ReceiveUnexplained(reference, amount, from, by.On).Decide(known)));

    /// <param name="n">Null to send the money back.</param>
    public static Outcome<CommandResult> ClearSuspense(Desk desk, Instruction by, string series, string reference, int? n, string why) =>
        desk.Perform(by.Order("clear-suspense", series, ("reference", reference), ("due", n is { } due ? Instruction.Text(due) : "none"), ("why", why)), (state, _) => new ClearSuspense(reference, n, why, by.On).Decide(state));

    public static Outcome<CommandResult> EndDay(Desk desk, Instruction by, Calendars calendars, string series) =>
        desk.Perform(by.Order("end-day", series), (state, view) => Paying.RulesOf(state, calendars).Then(rules => new EndDay(by.On, view.Balances(series)
            .Where(b => b.Account.Book == Book.Cash && b.Account.Name.StartsWith("suspense/", StringComparison.Ordinal)).ToDictionary(b => b.Account.Name, b => b.Minor, StringComparer.Ordinal)).Decide(state, rules)));

    public static Outcome<CommandResult> Fee(Desk desk, Instruction by, string series, string reference, Money amount, string letter) =>
        desk.Perform(by.Order("fee", series, ("reference", reference), ("amount", $"{amount} {amount.Currency}"), ("letter", letter)), (state, _) => Paying.Known(state).Then(known => new ChargeFee(reference, amount, letter, by.On).Decide(known)));

    public static Outcome<CommandResult> PayFee(Desk desk, Instruction by, string series, string reference, Money amount) =>
        desk.Perform(by.Order("pay-fee", series, ("reference", reference), ("amount", $"{amount} {amount.Currency}")), (state, _) => new PayFee(reference, amount, by.On).Decide(state));
}
