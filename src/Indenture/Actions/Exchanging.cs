using System.Globalization;
using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>Why a statement of participants is not taken.</summary>
public enum PositionsRefusal { PositionsMalformed }

/// <summary>The exchange agent: elections, the division of a payment, the purchase of the other currency, its settlement and its payment.</summary>
public static class Exchanging
{
    public static Outcome<CommandResult> Elect(Desk desk, Instruction by, Calendars calendars, string series, int n, string participant, string part, string account, DateTimeOffset received) =>
        desk.Perform(by.Order("elect", series, ("due", Instruction.Text(n)), ("participant", participant), ("part", part), ("account", account), ("received", Instruction.Iso(received))),
            (state, _) => Paying.Promised(state, calendars).Then(promise => Paying.RulesOf(state, calendars).Then(payment => ExchangeRules.Of(state.Terms, calendars).Then(rules =>
                ElectedParts.Parse(part, promise.Currency).Then(elected => new Elect(n, participant, elected, account, received).Decide(state, promise, payment, rules, Zones.System))))));

    public static Outcome<CommandResult> Divide(Desk desk, Instruction by, Calendars calendars, string series, int n, PaymentKind kind, IReadOnlyList<Holding> participants) =>
        desk.Perform(by.Order("exchange-divide", series, ("run", SeriesBooks.RunOf(n, kind)), ("positions", new Position(by.On, participants).Hash)),
            (state, view) => RulesOf(state, calendars).Then(rules => new DivideExchange(n, kind, Paying.HoldingsOf(state, view, n), participants, by.On).Decide(state, rules)));

    public static Outcome<CommandResult> Accept(Desk desk, Instruction by, string series, int n, PaymentKind kind, string why) =>
        desk.Perform(by.Order("exchange-accept", series, ("run", SeriesBooks.RunOf(n, kind)), ("why", why)), (state, _) => new AcceptDifference(n, kind, by.Actor, why).Decide(state));

    /// <summary>Carried out when a second person gives the same command.</summary>
    public static Outcome<CommandResult> Buy(Desk desk, Instruction by, Calendars calendars, string series, int n, PaymentKind kind, decimal rate, decimal? dealt, ExchangeEvidence evidence, DateTimeOffset dealtAt, string? despite) =>
        desk.PerformByTwo(by.Order("exchange-rate", series, ("run", SeriesBooks.RunOf(n, kind)), ("rate", rate.ToString(CultureInfo.InvariantCulture)), ("dealt", dealt?.ToString(CultureInfo.InvariantCulture) ?? ""),
                ("side", evidence.Side), ("source", evidence.Source), ("bank", evidence.Bank ?? ""), ("consulted", evidence.Consulted ?? ""), ("dealtAt", Instruction.Iso(dealtAt)), ("despite", despite ?? "")),
            $"exchange-rate/{SeriesBooks.RunOf(n, kind)}",
            (state, _) => RulesOf(state, calendars).Then(rules => new BuyCurrency(n, kind, Ratio.Of(rate), dealt is { } d ? Ratio.Of(d) : null, evidence, dealtAt, despite).Decide(state, rules, Zones.System)));

    public static Outcome<CommandResult> None(Desk desk, Instruction by, string series, int n, PaymentKind kind, string why, string? account) =>
        desk.Perform(by.Order("exchange-none", series, ("run", SeriesBooks.RunOf(n, kind)), ("why", why), ("account", account ?? "")), (state, _) => new DeclareNoRate(n, kind, why, account, by.On).Decide(state));

    public static Outcome<CommandResult> Settle(Desk desk, Instruction by, Calendars calendars, string series, int n, PaymentKind kind, string costs) =>
        desk.Perform(by.Order("exchange-settle", series, ("run", SeriesBooks.RunOf(n, kind)), ("costs", costs)),
            (state, _) => RulesOf(state, calendars).Then(rules => Money.Parse(costs, rules.Currency).Then(money => new SettleExchange(n, kind, money, by.On).Decide(state, rules))));

    /// <summary>Carried out when a second person gives the same command.</summary>
    /// <param name="stated">What goes out in the currency of the notes.</param>
    /// <param name="other">What goes out in the other currency.</param>
    public static Outcome<CommandResult> Pay(Desk desk, Instruction by, Calendars calendars, string series, int n, PaymentKind kind, IReadOnlyList<Holding> participants, Money stated, string other) =>
        desk.PerformByTwo(by.Order("exchange-pay", series, ("run", SeriesBooks.ExchangeRunOf(n, kind)), ("positions", new Position(by.On, participants).Hash), ("amount", $"{stated} {stated.Currency}"), ("other", other)),
            SeriesBooks.ExchangeRunOf(n, kind),
            (state, _) => RulesOf(state, calendars).Then(rules => Money.Parse(other, rules.Currency).Then(money => new PayExchange(n, kind, participants, stated, money, by.On).Decide(state))));

    /// <summary>The participants of the depositary whose payments the exchange agent makes, as the register had them at the close of the record date; none for a due that was not announced.</summary>
    public static Outcome<IReadOnlyList<Holding>> Registered(Desk desk, Calendars calendars, string series, int n) => desk.Store.Read(view =>
    {
        var state = desk.StateIn(view, series);
        return RulesOf(state, calendars).Map(rules => state.Payments.Announced.TryGetValue(n, out var due) && state.GlobalNotes.FirstOrDefault(note => note.Holder == rules.Holder) is { } note
            ? Registering.Tier(state, view, note.Form, due.RecordDate).Participants.Holdings
            : []);
    });

    private static Outcome<ExchangeRules> RulesOf(SeriesState state, Calendars calendars) => Paying.Known(state).Then(known => ExchangeRules.Of(known.Terms, calendars));

    /// <summary>
    /// A depositary's statement: the header participant,principal and one line a participant; a name that holds a comma stands in quotes. Refused
    /// POSITIONS-MALFORMED with the line.
    /// </summary>
    public static Outcome<IReadOnlyList<Holding>> Positions(string text, string file, Currency currency)
    {
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines[0] != "participant,principal") return Malformed(file, 1, "the header is not participant,principal");
        var holdings = new List<Holding>();
        foreach (var (line, i) in lines.Skip(1).Select((l, i) => (l, i + 2)))
        {
            var comma = line.LastIndexOf(',');
            if (comma < 1) return Malformed(file, i, "there are not two fields");
            var name = line[..comma];
            if (name is ['"', .., '"']) name = name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
            if (Money.Parse(line[(comma + 1)..], currency) is not Outcome<Money>.Done { Value: { Minor: > 0 } principal }) return Malformed(file, i, $"\"{line[(comma + 1)..]}\" is no principal above zero");
            if (holdings.Any(h => h.Holder == name)) return Malformed(file, i, $"{name} stands twice");
            holdings.Add(new Holding(name, principal));
        }
        return holdings.Count > 0 ? holdings : Malformed(file, 2, "there is no participant");
    }

    private static Refusal Malformed(string file, int line, string what) => Refusal.Of(PositionsRefusal.PositionsMalformed, $"{file}, line {line}: {what}.");
}
