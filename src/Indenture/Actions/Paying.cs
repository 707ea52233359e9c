using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>A due from its dates to its payment, and the end of the notes.</summary>
public static class Paying
{
    /// <summary>Makes the dates of a due known and freezes them.</summary>
    public static Outcome<CommandResult> AnnounceDates(Desk desk, Instruction by, Calendars calendars, string series, int n) =>
        desk.Perform(by.Order("announce-dates", series, ("due", Instruction.Text(n))),
            (state, _) => Promised(state, calendars).Then(promise => RulesOf(state, calendars).Then(rules => new AnnounceDates(n).Decide(state, promise, rules))));

    /// <summary>Moves or keeps announced dates that the calendars of today date otherwise; carried out when a second person gives the same command.</summary>
    public static Outcome<CommandResult> DecideDates(Desk desk, Instruction by, Calendars calendars, string series, int n, DatesChoice choice, string why) =>
        desk.PerformByTwo(by.Order("decide-dates", series, ("due", Instruction.Text(n)), ("choice", Names.Of(choice)), ("why", why)), $"dates/{Instruction.Text(n)}/{Instruction.Text(desk.Load(series).Payments.DateDecisions.GetValueOrDefault(n))}",
            (state, _) => Promised(state, calendars).Then(promise => RulesOf(state, calendars).Then(rules => new DecideDates(n, choice, why).Decide(state, promise, rules))));

    /// <summary>What the calendars given would date otherwise: each announced due that nobody has settled, and what is not announced beside the calendars included.</summary>
    public static Outcome<IReadOnlyList<Finding>> CalendarChanges(Desk desk, Calendars calendars, string series)
    {
        var state = desk.Load(series);
        return Promised(state, Calendars.Standard).Then(before => Promised(state, calendars).Map<IReadOnlyList<Finding>>(after =>
        {
            var announced = state.Payments.Dates.Keys.Union(state.Payments.Announced.Keys).ToHashSet();
            return [.. AnnouncedDates.Findings(state, after), .. CalendarChange.Findings(series, [.. CalendarChange.Between(before, after).Where(m => !announced.Contains(m.N))], announced)];
        }));
    }

    /// <summary>Takes the position of the record date and freezes what is owed on it.</summary>
    public static Outcome<CommandResult> Announce(Desk desk, Instruction by, Calendars calendars, string series, int n) =>
        desk.Perform(by.Order("announce", series, ("due", Instruction.Text(n))),
            (state, view) => Promised(state, calendars).Then(promise => new AnnounceDue(n, by.On, Registering.UnitsAt(view, series, RecordDateOf(state, promise, n) ?? by.On)).Decide(state, promise)));

    /// <summary>The record date of a due as announced, else as computed; null where there is none.</summary>
    private static DateOnly? RecordDateOf(SeriesState state, Promise promise, int n) =>
        Dues.Periods(promise).FirstOrDefault(p => p.N == n) is { } computed ? Indenture.Core.AnnounceDates.AsAnnounced(state, computed).RecordDate : null;

    /// <summary>Books the issuer's money for a due.</summary>
    public static Outcome<CommandResult> Fund(Desk desk, Instruction by, string series, int n, Money amount) =>
        desk.Perform(by.Order("fund", series, ("due", Instruction.Text(n)), ("amount", $"{amount} {amount.Currency}")),
            (state, _) => new ReceiveFunds(n, amount, by.On).Decide(state));

    /// <summary>A third person clears a payment that is unusual.</summary>
    public static Outcome<CommandResult> Clear(Desk desk, Instruction by, Calendars calendars, string series, int n, PaymentKind kind, Money stated, string why) =>
        desk.Perform(by.Order("clear", series, ("run", SeriesBooks.RunOf(n, kind)), ("amount", $"{stated} {stated.Currency}"), ("why", why)),
            (state, _) => RulesOf(state, calendars).Then(rules => new ClearUnusual(n, kind, stated, by.Actor, why).Decide(state, rules)));

    /// <summary>Pays the interest or the principal of a due; carried out when a second person gives the same command.</summary>
    /// <param name="stated">What the person means to pay out.</param>
    public static Outcome<CommandResult> Pay(Desk desk, Instruction by, Calendars calendars, string series, int n, PaymentKind kind, Money stated) =>
        desk.PerformByTwo(by.Order("pay", series, ("run", SeriesBooks.RunOf(n, kind)), ("amount", $"{stated} {stated.Currency}")), SeriesBooks.RunOf(n, kind),
            (state, view) => Promised(state, calendars).Then(promise => AnnouncedDates.Stand(state, promise, n)).Then(_ => RulesOf(state, calendars)).Then(rules => ExchangeRules.IfStated(state.Terms, calendars)
                .Then(exchange => new PayRun(n, kind, by.On, HoldingsOf(state, view, n), stated, by.Actor).Decide(state, rules, exchange))));

    /// <summary>Marks the payments of a run as handed to the world, and says so in the journal once all are.</summary>
    public static Outcome<CommandResult> Sent(Desk desk, Instruction by, string series, string run)
    {
        var payments = desk.Store.Read(view => view.Payments(series, run));
        return desk.Store.MarkSent(payments).Then(_ => desk.Perform(by.Order("sent", series, ("run", run), Made(payments.Count)),
            (state, view) => Known(state).Then(_ => new RecordSent(run, view.Payments(series, run).Count(p => p.State == IntentState.Intended)).Decide(state))));
    }

    /// <summary>Marks the payments of a run as confirmed by the world, and says so in the journal once all are.</summary>
    public static Outcome<CommandResult> Confirmed(Desk desk, Instruction by, string series, string run)
    {
        var payments = desk.Store.Read(view => view.Payments(series, run));
        return desk.Store.MarkConfirmed(series, [.. payments.Select(p => p.Intent)]).Then(_ => desk.Perform(by.Order("confirmed", series, ("run", run), Made(payments.Count)),
            (state, view) => Known(state).Then(_ => new RecordConfirmed(run, view.Payments(series, run).Count(p => p.State != IntentState.Confirmed)).Decide(state))));
    }

    /// <summary>A run to which a payment was added later is sent and confirmed once more: that is another command, even on the same day.</summary>
    private static (string, string) Made(int payments) => ("payments", Instruction.Text(payments));

    /// <summary>Closes a due of which nothing is open.</summary>
    public static Outcome<CommandResult> CloseDue(Desk desk, Instruction by, string series, int n) =>
        desk.Perform(by.Order("close-due", series, ("due", Instruction.Text(n))), (state, _) => new CloseDue(n, by.On).Decide(state));

    /// <summary>Cancels the global notes of a series that has been paid in full.</summary>
    public static Outcome<CommandResult> Redeem(Desk desk, Instruction by, string series) =>
        desk.PerformByTwo(by.Order("redeem", series), "redeem", (state, view) => new Redeem(by.On, Desk.Units(view, series)).Decide(state));

    /// <summary>Refused SERIES-UNKNOWN where nothing of it is booked.</summary>
    internal static Outcome<SeriesState> Known(SeriesState state) =>
        state.Offerings.Count == 0 ? Refusal.Of(SeriesRefusal.SeriesUnknown, $"No series {state.Id} is booked.") : state;

    internal static Outcome<Promise> Promised(SeriesState state, Calendars calendars) => Known(state).Then(known => Promise.Of(known.Terms, calendars));

    internal static Outcome<PaymentRules> RulesOf(SeriesState state, Calendars calendars) => Known(state).Then(known => PaymentRules.Of(known.Terms, calendars));

    internal static IReadOnlyList<Holding> HoldingsOf(SeriesState state, StoreView view, int n) =>
        state.Payments.Announced.TryGetValue(n, out var due) ? Position.Of(due.RecordDate, state.GlobalNotes, Registering.UnitsAt(view, state.Id, due.RecordDate)).Holdings : [];
}

/// <summary>Why a command names nothing that can be acted on.</summary>
public enum SeriesRefusal { SeriesUnknown }
