using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>One payee, and interest that was not paid in time: holds, what was held back, what nobody claimed, what is withheld, defaulted interest.</summary>
public static class Payees
{
    /// <summary>One person is enough to stop a payment. After a release the same words are another hold, even on the same day.</summary>
    public static Outcome<CommandResult> Hold(Desk desk, Instruction by, string series, string holder, string why) =>
        desk.Perform(by.Order("hold", series, ("holder", holder), ("why", why), ("releases", Instruction.Text(desk.Load(series).Payees.Releases))), (state, _) => Paying.Known(state).Then(known => new HoldPayee(holder, why, by.Actor).Decide(known)));

    /// <summary>Carried out when a second person gives the same command.</summary>
    public static Outcome<CommandResult> ReleaseHold(Desk desk, Instruction by, string series, string holder, string why) =>
        desk.PerformByTwo(by.Order("release-hold", series, ("holder", holder), ("why", why)), $"release-hold-{Instruction.Text(desk.Load(series).Payees.Releases + 1)}",
            (state, _) => new ReleaseHold(holder, why).Decide(state));

    /// <summary>Carried out when a second person gives the same command.</summary>
    public static Outcome<CommandResult> PayHeld(Desk desk, Instruction by, string series, string run, string holder, Money stated) =>
        desk.PerformByTwo(by.Order("pay-held", series, ("run", run), ("holder", holder), ("amount", $"{stated} {stated.Currency}")), $"{run}/{holder}",
            (state, _) => new PayHeldBack(run, holder, stated, by.On).Decide(state));

    /// <summary>Carried out when a second person gives the same command.</summary>
    public static Outcome<CommandResult> ReturnUnclaimed(Desk desk, Instruction by, Calendars calendars, string series, string run, string holder, Money stated) =>
        desk.PerformByTwo(by.Order("return-unclaimed", series, ("run", run), ("holder", holder), ("amount", $"{stated} {stated.Currency}")), $"{run}/{holder}/unclaimed",
            (state, _) => Paying.RulesOf(state, calendars).Then(rules => new ReturnUnclaimed(run, holder, stated, by.On).Decide(state, rules)));

    /// <summary>Carried out when a second person gives the same command.</summary>
    public static Outcome<CommandResult> Withhold(Desk desk, Instruction by, string series, int n, PaymentKind kind, string holder, Money amount, string why) =>
        desk.PerformByTwo(by.Order("withhold", series, ("run", SeriesBooks.RunOf(n, kind)), ("holder", holder), ("amount", $"{amount} {amount.Currency}"), ("why", why)),
            $"withhold/{SeriesBooks.RunOf(n, kind)}/{holder}", (state, view) => new Withhold(n, kind, holder, amount, why, Paying.HoldingsOf(state, view, n), by.On).Decide(state));

    public static Outcome<CommandResult> Default(Desk desk, Instruction by, string series, int n) =>
        desk.Perform(by.Order("default", series, ("due", Instruction.Text(n))), (state, _) => new DefaultInterest(n, by.On).Decide(state));

    public static Outcome<CommandResult> SpecialRecordDate(Desk desk, Instruction by, Calendars calendars, string series, int n, DateOnly notice, DateOnly record, DateOnly payment) =>
        desk.Perform(by.Order("special-record-date", series, ("due", Instruction.Text(n)), ("notice", Instruction.Iso(notice)), ("record", Instruction.Iso(record)), ("payment", Instruction.Iso(payment))),
            (state, _) => Paying.Known(state).Then(known => DefaultedInterestRules.Of(known.Terms, calendars)).Then(rules => new FixSpecialRecordDate(n, notice, record, payment).Decide(state, rules)));

    public static Outcome<CommandResult> StrikeSpecial(Desk desk, Instruction by, string series, int n) =>
        desk.Perform(by.Order("strike-special", series, ("due", Instruction.Text(n))), (state, view) => new TakeSpecialPosition(n, by.On, state.Payees.Special.TryGetValue(n, out var special) ? Registering.UnitsAt(view, series, special.RecordDate) : new Dictionary<string, long>()).Decide(state));

    /// <summary>Carried out when a second person gives the same command.</summary>
    public static Outcome<CommandResult> PayDefaulted(Desk desk, Instruction by, string series, int n, Money stated) =>
        desk.PerformByTwo(by.Order("pay-defaulted", series, ("due", Instruction.Text(n)), ("amount", $"{stated} {stated.Currency}")), SeriesBooks.DefaultedRunOf(n),
            (state, view) => new PayDefaulted(n, by.On,
                state.Payees.Taken.TryGetValue(n, out var taken) ? Position.Of(taken.RecordDate, state.GlobalNotes, Registering.UnitsAt(view, series, taken.RecordDate)).Holdings : [], stated).Decide(state));
}
