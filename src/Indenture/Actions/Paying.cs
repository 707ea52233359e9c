using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>fix, announce, fund, pay, redeem: a due from its rate to its payment, and the end of the notes.</summary>
public static class Paying
{
    /// <summary>Determines the rate of a floating period from the fixings given.</summary>
    public static Outcome<CommandResult> Fix(Desk desk, Instruction by, Calendars calendars, string series, int n, Fixings fixings) =>
        desk.PerformByTwo(by.Order("fix", series, ("period", Instruction.Text(n))), $"fix/{Instruction.Text(n)}",
            (state, _) => Promised(state, calendars).Then(promise => new FixRate(n, fixings, by.On).Decide(state, promise)));

    /// <summary>Takes the position of the record date and freezes what is owed on it.</summary>
    public static Outcome<CommandResult> Announce(Desk desk, Instruction by, Calendars calendars, string series, int n) =>
        desk.Perform(by.Order("announce", series, ("due", Instruction.Text(n))),
            (state, view) => Promised(state, calendars).Then(promise => new AnnounceDue(n, by.On, Desk.Units(view, series)).Decide(state, promise)));

    /// <summary>Books the issuer's money for a due.</summary>
    public static Outcome<CommandResult> Fund(Desk desk, Instruction by, string series, int n, Money amount) =>
        desk.Perform(by.Order("fund", series, ("due", Instruction.Text(n)), ("amount", $"{amount} {amount.Currency}")),
            (state, _) => new ReceiveFunds(n, amount, by.On).Decide(state));

    /// <summary>Pays the interest or the principal of a due; carried out when a second person gives the same command.</summary>
    public static Outcome<CommandResult> Pay(Desk desk, Instruction by, string series, int n, PaymentKind kind) =>
        desk.PerformByTwo(by.Order("pay", series, ("run", SeriesBooks.RunOf(n, kind))), SeriesBooks.RunOf(n, kind),
            (state, view) => new PayRun(n, kind, by.On, HoldingsOf(state, view, n), AgentCash(state, view)).Decide(state));

    /// <summary>Cancels the global notes of a series that has been paid in full.</summary>
    public static Outcome<CommandResult> Redeem(Desk desk, Instruction by, string series) =>
        desk.PerformByTwo(by.Order("redeem", series), "redeem", (state, view) => new Redeem(by.On, Desk.Units(view, series)).Decide(state));

    private static Outcome<Promise> Promised(SeriesState state, Calendars calendars) =>
        state.Offerings.Count == 0 ? Refusal.Of(SeriesRefusal.SeriesUnknown, $"No series {state.Id} is booked.") : Promise.Of(state.Terms, calendars);

    private static IReadOnlyList<Holding> HoldingsOf(SeriesState state, StoreView view, int n) =>
        state.Payments.Announced.TryGetValue(n, out var due) ? Position.Of(due.RecordDate, state.GlobalNotes, Desk.Units(view, state.Id)).Holdings : [];

    private static Money AgentCash(SeriesState state, StoreView view)
    {
        var currency = state.Terms.Currency!.Value;
        return new Money(view.Balances(state.Id).FirstOrDefault(b => b.Account == SeriesBooks.AgentCash)?.Minor ?? 0, currency);
    }
}

/// <summary>Why a command names nothing that can be acted on.</summary>
public enum SeriesRefusal { SeriesUnknown }
