using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Indenture.Actions;
using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Cli;

/// <summary>The verbs of the payment cycle and of the exchange agent: each is one act, and each says when it needs two persons.</summary>
public static class PaymentVerbs
{
    private static Option<string?> Given(string name, string description) => new(name) { Description = description };

    private static Option<string> Why(string what) => Common.Needed("--why", $"{what}; kept with the act");

    private static Option<string> Reference() => Common.Needed("--reference", "The reference under which it is found again");

    private static Option<string> Holder() => Common.Needed("--holder", "The payee, by the name in the register");

    private static Option<string> RunId() => Common.Needed("--run", "A run that was paid: interest-1, principal-10, exchange-interest-2, defaulted-3");

    /// <summary>An amount that a person types: no verb fills one in.</summary>
    internal static Option<string> Typed(string description) => Common.Needed("--amount", description);

    public static IEnumerable<Command> All() =>
    [
        AnnounceDates(), DecideDates(), CalendarChanges(), Call(), ConfirmInstructions(), Credit(), CreditFinal(), CreditReversed(), Shortfall(), NotifyShortfall(), Advance(), Repay(), RepayCost(), Clear(), Sent(), Confirmed(), CloseDue(),
        Hold(), ReleaseHold(), PayHeld(), ReturnUnclaimed(), Withhold(), Default(), SpecialRecordDate(), StrikeSpecial(), PayDefaulted(), Suspense(), ClearSuspense(), EndDay(), Fee(), PayFee(),
        Elect(), ExchangeDivide(), ExchangeAccept(), ExchangeRate(), ExchangeNone(), ExchangeSettle(), ExchangePay(), Duties(),
    ];

    // --- what the verbs share -------------------------------------------------------------------------------------------------------------------

    private sealed record Scene(ParseResult Parsed, Desk Desk, Instruction By)
    {
        public string Series => Parsed.GetValue(ActingVerbs.Series)!;
        public int N => Parsed.GetValue(ActingVerbs.Due);
        public string Text(Option<string> option) => Parsed.GetValue(option)!;
        public Outcome<Money> Money(Option<string> option) => MoneyOf(Parsed, Desk, option);
        public Outcome<Calendars> Calendars => Common.CalendarsOf(Parsed);
        public Outcome<PaymentKind> Kind(Option<string> option) => ActingVerbs.KindOf(Parsed, option);

        /// <summary>An instant as given; the instant of the act where none is.</summary>
        public Outcome<DateTimeOffset> Instant(Option<string?> option) => Parsed.GetValue(option) is not { } text ? By.At
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at
            : Refusal.Of(ValueRefusal.DateMalformed, $"\"{text}\" is not an instant such as 2006-10-27T08:30:00Z.");

        /// <summary>The depositary's participants on the record date: as its statement has them, else as the register has.</summary>
        public Outcome<IReadOnlyList<Holding>> Participants(Option<string?> option, Calendars calendars) => Parsed.GetValue(option) is { } file
            ? CurrencyOf(Desk, Series).Then(currency => Files.Text(file).Then(text => Exchanging.Positions(text, file, currency)))
            : Exchanging.Registered(Desk, calendars, Series, N);
    }

    /// <summary>An amount in the currency of the series. Refused SERIES-UNKNOWN.</summary>
    internal static Outcome<Money> MoneyOf(ParseResult parsed, Desk desk, Option<string> option) =>
        CurrencyOf(desk, parsed.GetValue(ActingVerbs.Series)!).Then(currency => Money.Parse(parsed.GetValue(option)!, currency));

    private static Outcome<Currency> CurrencyOf(Desk desk, string series) => desk.Load(series) is { Offerings.Count: > 0 } state
        ? state.Terms.Currency!.Value
        : Refusal.Of(SeriesRefusal.SeriesUnknown, $"No series {series} is booked.");

    /// <summary>A verb on a due of a series.</summary>
    private static Command OfDue(string name, string description, Func<Scene, Outcome<CommandResult>> act, params Option[] options) => Of(name, ActingVerbs.DueCommand(name, description, options), act);

    /// <summary>A verb on a series.</summary>
    private static Command OfSeries(string name, string description, Func<Scene, Outcome<CommandResult>> act, params Option[] options)
    {
        var command = new Command(name, description) { ActingVerbs.Series, ActingVerbs.On, Common.StoreTarget, Common.As, Common.Key, Common.At, Common.Json };
        foreach (var option in options) command.Add(option);
        return Of(name, command, act);
    }

    private static Command Of(string name, Command command, Func<Scene, Outcome<CommandResult>> act)
    {
        command.SetAction(ActingVerbs.Acting(name, (parsed, desk, by) => act(new Scene(parsed, desk, by))));
        return command;
    }

    // --- the cycle of a due -----------------------------------------------------------------------------------------------------------------------

    private static Command AnnounceDates() => OfDue("announce-dates", "Makes the dates of a due known and freezes them with the version of the calendars",
        s => s.Calendars.Then(calendars => Paying.AnnounceDates(s.Desk, s.By, calendars, s.Series, s.N)), Common.CalendarFiles);

    private static Command DecideDates()
    {
        var (choice, why) = (Common.Needed("--choice", Names.All<DatesChoice>()), Why("Why"));
        return OfDue("decide-dates", "Moves announced dates to where the calendars of today put them, or keeps them" + ActingVerbs.ByTwo, s => Names.Find<DatesChoice>(s.Text(choice)) is { } known
            ? s.Calendars.Then(calendars => Paying.DecideDates(s.Desk, s.By, calendars, s.Series, s.N, known, s.Text(why)))
            : Refusal.Of(ValueRefusal.FactMalformed, $"\"{s.Text(choice)}\" is not one of {Names.All<DatesChoice>()}."), choice, why, Common.CalendarFiles);
    }

    private static Command CalendarChanges()
    {
        var command = new Command("calendar-changes", "What the calendars of today date otherwise: announced dues that a person decides on, and those that are dated anew by themselves") { ActingVerbs.Series, Common.CalendarFiles, Common.StoreTarget, Common.Json };
        command.SetAction(Common.Run((parsed, output) => ActingVerbs.WithStore(parsed, output, store => Common.CalendarsOf(parsed)
            .Then(calendars => Paying.CalendarChanges(new Desk(store), calendars, parsed.GetValue(ActingVerbs.Series)!)).Match(findings =>
            {
                output.Answer(() => new JsonObject
                {
                    ["findings"] = new JsonArray([.. findings.Select(f => (JsonNode)new JsonObject { ["id"] = f.Id, ["code"] = f.Code, ["severity"] = Names.Of(f.Severity), ["message"] = f.Message })]),
                }, writer =>
                {
                    foreach (var f in findings) writer.WriteLine($"{Names.Of(f.Severity),-8} {f.Code}: {f.Message}");
                    if (findings.Count == 0) writer.WriteLine("No date moves.");
                });
                return Exit.Done;
            }, output.Refuse))));
        return command;
    }

    private static Command Call()
    {
        var account = Common.Needed("--account", "The account that the money is to come to; another one replaces it");
        return OfDue("call", "Calls the issuer for the funds of an announced due: its amount, to this account, for the day of the terms' funding rule",
            s => s.Calendars.Then(calendars => Funding.Call(s.Desk, s.By, calendars, s.Series, s.N, s.Text(account))), account, Common.CalendarFiles);
    }

    private static Command ConfirmInstructions()
    {
        var (reference, received) = (Reference(), Given("--received", "The instant at which the confirmation came (default: that of the act)"));
        return OfDue("confirm-instructions", "Records that the issuer confirmed its irrevocable payment instructions; a late confirmation is recorded as late",
            s => s.Instant(received).Then(at => Funding.Confirm(s.Desk, s.By, s.Series, s.N, s.Text(reference), at)), reference, received);
    }

    private static Command Credit()
    {
        var (reference, amount, condition) = (Reference(), Typed("What was credited"), Common.Needed("--condition", "Under what condition it can be taken back"));
        return OfDue("credit", "Books a credit for a due that can still be taken back: it counts as nothing received",
            s => s.Money(amount).Then(money => Funding.Credit(s.Desk, s.By, s.Series, s.N, s.Text(reference), money, s.Text(condition))), reference, amount, condition);
    }

    private static Command CreditFinal()
    {
        var reference = Reference();
        return OfSeries("credit-final", "The condition of a credit fell away: it is received now", s => Funding.CreditFinal(s.Desk, s.By, s.Series, s.Text(reference)), reference);
    }

    private static Command CreditReversed()
    {
        var reference = Reference();
        return OfSeries("credit-reversed", "A conditional credit was taken back", s => Funding.CreditReversed(s.Desk, s.By, s.Series, s.Text(reference)), reference);
    }

    private static Command Clear()
    {
        var (kind, amount, why) = (ActingVerbs.Kind(), Typed("What is owed of that kind on the due; never filled in for you"), Why("Why the unusual payment is right"));
        return OfDue("clear", "A third person clears a payment that would extinguish the debt early or is far from the last one; neither of the two that release it can",
            s => s.Kind(kind).Then(k => s.Calendars.Then(calendars => s.Money(amount).Then(money => Paying.Clear(s.Desk, s.By, calendars, s.Series, s.N, k, money, s.Text(why))))), kind, amount, why, Common.CalendarFiles);
    }

    private static Command Sent()
    {
        var run = RunId();
        return OfSeries("sent", "Records that every payment of a run was handed to the world", s => Paying.Sent(s.Desk, s.By, s.Series, s.Text(run)), run);
    }

    private static Command Confirmed()
    {
        var run = RunId();
        return OfSeries("confirmed", "Records that the world confirmed every payment of a run", s => Paying.Confirmed(s.Desk, s.By, s.Series, s.Text(run)), run);
    }

    private static Command CloseDue() => OfDue("close-due", "Closes a due of which nothing is open: settled, confirmed, every advance repaid with its cost",
        s => Paying.CloseDue(s.Desk, s.By, s.Series, s.N));

    // --- money that is late ---------------------------------------------------------------------------------------------------------------------------

    private static Command Shortfall() => OfDue("shortfall", "Records that the money for a due is not there in full on its day; end-day does it by itself",
        s => s.Calendars.Then(calendars => Funding.Shortfall(s.Desk, s.By, calendars, s.Series, s.N)), Common.CalendarFiles);

    private static Command NotifyShortfall()
    {
        var (means, to) = (Common.Needed("--by", Names.All<NoticeMeans>()), Common.Needed("--to", "Who was told, and at what number or address"));
        return OfDue("notify-shortfall", "Records that the issuer was told of a shortfall; late, or in another order than agreed, it says so", s => Names.Find<NoticeMeans>(s.Text(means)) is { } by
            ? s.Calendars.Then(calendars => Funding.NotifyShortfall(s.Desk, s.By, calendars, s.Series, s.N, by, s.Text(to)))
            : Refusal.Of(ValueRefusal.FactMalformed, $"\"{s.Text(means)}\" is not one of {Names.All<NoticeMeans>()}."), means, to, Common.CalendarFiles);
    }

    private static Command Advance()
    {
        var (amount, rate) = (Typed("What the agent puts in of its own"), Common.Needed("--rate", "The agent's cost of funding, percent per annum"));
        var (basis, why) = (Common.Needed("--day-count", "By which the cost accrues: Actual/360, Actual/365F …"), Why("Why the agent advances"));
        return OfDue("advance", "The agent puts in its own money for a due whose funds are missing; nobody can require it" + ActingVerbs.ByTwo, s => DayCountNames.Find(s.Text(basis)) is { } dayCount
            ? s.Calendars.Then(calendars => s.Money(amount).Then(money => Percent.Parse(s.Text(rate)).Then(percent => Funding.Advance(s.Desk, s.By, calendars, s.Series, s.N, money, percent, dayCount, s.Text(why)))))
            : Refusal.Of(ValueRefusal.FactMalformed, $"\"{s.Text(basis)}\" is not one of {DayCountNames.All()}."), amount, rate, basis, why, Common.CalendarFiles);
    }

    private static Command Repay()
    {
        var amount = Typed("What the issuer gave back");
        return OfDue("repay", "Books the issuer's repayment of an advance; when nothing is left its cost is struck", s => s.Money(amount).Then(money => Funding.Repay(s.Desk, s.By, s.Series, s.N, money)), amount);
    }

    private static Command RepayCost()
    {
        var amount = Typed("What the issuer paid");
        return OfDue("repay-cost", "Books the issuer's payment of the cost of an advance", s => s.Money(amount).Then(money => Funding.RepayCost(s.Desk, s.By, s.Series, s.N, money)), amount);
    }

    private static Command Suspense()
    {
        var (reference, amount, from) = (Reference(), Typed("What arrived"), Common.Needed("--from", "Who sent it, as far as is known"));
        return OfSeries("suspense", "Books money that nothing explains; the day does not end while it stands", s => s.Money(amount).Then(money => Funding.Suspense(s.Desk, s.By, s.Series, s.Text(reference), money, s.Text(from))), reference, amount, from);
    }

    private static Command ClearSuspense()
    {
        var (reference, due, why) = (Reference(), new Option<int?>("--due") { Description = "The due that it is the issuer's money for (without: it goes back)" }, Why("What explains it"));
        return OfSeries("clear-suspense", "Explains money in suspense: for a due, or sent back", s => Funding.ClearSuspense(s.Desk, s.By, s.Series, s.Text(reference), s.Parsed.GetValue(due), s.Text(why)), reference, due, why);
    }

    private static Command EndDay() => OfSeries("end-day", "Ends a day: refused while money stands in suspense; funds that are missing become known shortfalls",
        s => s.Calendars.Then(calendars => Funding.EndDay(s.Desk, s.By, calendars, s.Series)), Common.CalendarFiles);

    private static Command Fee()
    {
        var (reference, amount, letter) = (Reference(), Typed("What is billed"), Common.Needed("--letter", "The fee letter or voucher it follows from"));
        return OfSeries("fee", "Books what the issuer owes the agents; never taken from what is held for holders", s => s.Money(amount).Then(money => Funding.Fee(s.Desk, s.By, s.Series, s.Text(reference), money, s.Text(letter))), reference, amount, letter);
    }

    private static Command PayFee()
    {
        var (reference, amount) = (Reference(), Typed("What the issuer paid"));
        return OfSeries("pay-fee", "Books the issuer's payment of a bill of the agents", s => s.Money(amount).Then(money => Funding.PayFee(s.Desk, s.By, s.Series, s.Text(reference), money)), reference, amount);
    }

    // --- payees ------------------------------------------------------------------------------------------------------------------------------------------

    private static Command Hold()
    {
        var (holder, why) = (Holder(), Why("Sanctions, a court's order, a wrong account"));
        return OfSeries("hold", "Puts a payee on hold: nothing is paid to it; one person is enough to stop a payment", s => Payees.Hold(s.Desk, s.By, s.Series, s.Text(holder), s.Text(why)), holder, why);
    }

    private static Command ReleaseHold()
    {
        var (holder, why) = (Holder(), Why("Why the hold ends"));
        return OfSeries("release-hold", "Ends the hold on a payee" + ActingVerbs.ByTwo, s => Payees.ReleaseHold(s.Desk, s.By, s.Series, s.Text(holder), s.Text(why)), holder, why);
    }

    private static Command PayHeld()
    {
        var (run, holder, amount) = (RunId(), Holder(), Typed("What you mean to pay; never filled in for you"));
        return OfSeries("pay-held", "Pays what a run held back from a payee whose hold has ended" + ActingVerbs.ByTwo, s => s.Money(amount).Then(money => Payees.PayHeld(s.Desk, s.By, s.Series, s.Text(run), s.Text(holder), money)), run, holder, amount);
    }

    private static Command ReturnUnclaimed()
    {
        var (run, holder, amount) = (RunId(), Holder(), Typed("What goes back; never filled in for you"));
        return OfSeries("return-unclaimed", "Gives money that nobody claimed back to the issuer after the years that the terms state" + ActingVerbs.ByTwo,
            s => s.Calendars.Then(calendars => s.Money(amount).Then(money => Payees.ReturnUnclaimed(s.Desk, s.By, calendars, s.Series, s.Text(run), s.Text(holder), money))), run, holder, amount, Common.CalendarFiles);
    }

    private static Command Withhold()
    {
        var (kind, holder, amount, why) = (ActingVerbs.Kind(), Holder(), Typed("What is withheld"), Why("Under what law"));
        return OfDue("withhold", "Takes a part of a holder's payment off before it is paid, as a posting of its own" + ActingVerbs.ByTwo,
            s => s.Kind(kind).Then(k => s.Money(amount).Then(money => Payees.Withhold(s.Desk, s.By, s.Series, s.N, k, s.Text(holder), money, s.Text(why)))), kind, holder, amount, why);
    }

    private static Command Default() => OfDue("default", "Interest that was not paid on its day becomes defaulted interest: the holders of its record date are owed it no more",
        s => Payees.Default(s.Desk, s.By, s.Series, s.N));

    private static Command SpecialRecordDate()
    {
        var (notice, record, payment) = (Common.Needed("--notice", "The day on which the holders are told"), Common.Needed("--record", "The special record date"), Common.Needed("--payment", "The day on which defaulted interest is paid"));
        return OfDue("special-record-date", "Fixes who is paid defaulted interest, and when, by the day counts of the terms",
            s => s.Calendars.Then(calendars => TermFact.Day(s.Text(notice)).Then(told => TermFact.Day(s.Text(record)).Then(struck => TermFact.Day(s.Text(payment))
                .Then(paid => Payees.SpecialRecordDate(s.Desk, s.By, calendars, s.Series, s.N, told, struck, paid))))), notice, record, payment, Common.CalendarFiles);
    }

    private static Command StrikeSpecial() => OfDue("strike-special", "Takes the register's position of a special record date", s => Payees.StrikeSpecial(s.Desk, s.By, s.Series, s.N));

    private static Command PayDefaulted()
    {
        var amount = Typed("What you mean to pay out in all; never filled in for you");
        return OfDue("pay-defaulted", "Pays defaulted interest to the holders of its special record date" + ActingVerbs.ByTwo, s => s.Money(amount).Then(money => Payees.PayDefaulted(s.Desk, s.By, s.Series, s.N, money)), amount);
    }

    // --- the exchange agent -------------------------------------------------------------------------------------------------------------------------------

    private static Option<string?> PositionsFile() => Given("--positions", "The depositary's statement of its participants on the record date: CSV with the header participant,principal (without: as the register has them)");

    private static Command Elect()
    {
        var (participant, part) = (Common.Needed("--participant", "The depositary's participant"), Common.Needed("--part", "whole, \"notes AMOUNT\" or \"payment N/D\""));
        var (account, received) = (Common.Needed("--account", "Where the currency of the notes is to be wired"), Given("--received", "The instant at which the advice came (default: that of the act)"));
        return OfDue("elect", "Records the depositary's advice that a participant takes its payment, or a part, in the currency of the notes",
            s => s.Calendars.Then(calendars => s.Instant(received).Then(at => Exchanging.Elect(s.Desk, s.By, calendars, s.Series, s.N, s.Text(participant), s.Text(part), s.Text(account), at))),
            participant, part, account, received, Common.CalendarFiles);
    }

    private static Command ExchangeDivide()
    {
        var (kind, positions) = (ActingVerbs.Kind(), PositionsFile());
        return OfDue("exchange-divide", "Passes the payment on the depositary's global notes to the exchange agent and divides it by the elections",
            s => s.Kind(kind).Then(k => s.Calendars.Then(calendars => s.Participants(positions, calendars).Then(held => Exchanging.Divide(s.Desk, s.By, calendars, s.Series, s.N, k, held)))), kind, positions, Common.CalendarFiles);
    }

    private static Command ExchangeAccept()
    {
        var (kind, why) = (ActingVerbs.Kind(), Why("Why the whole remainder is converted"));
        return OfDue("exchange-accept", "Accepts that the remainder after partial elections is converted, though the specified amount read literally is another",
            s => s.Kind(kind).Then(k => Exchanging.Accept(s.Desk, s.By, s.Series, s.N, k, s.Text(why))), kind, why);
    }

    private static Command ExchangeRate()
    {
        var (kind, rate, dealt) = (ActingVerbs.Kind(), Common.Needed("--rate", "Units of the notes' currency for one of the other, prevailing at the agreed time"), Given("--dealt", "The rate of the contract, where it is another"));
        var (side, source, dealtAt) = (Common.Needed("--side", "bid, offer or mid"), Common.Needed("--source", "Where the rate was seen"), Given("--dealt-at", "The instant of the contract (default: that of the act)"));
        var (bank, consulted, despite) = (Given("--bank", "The leading bank whose bid it is, where no rate was to be had"), Given("--consulted", "When and how the issuer was consulted on that bank"), Given("--despite", "Why the contract is struck without the issuer's confirmation of its instructions"));
        return OfDue("exchange-rate", "Contracts to buy the other currency with what is left after the elections, at or before the agreed time" + ActingVerbs.ByTwo,
            s => s.Kind(kind).Then(k => s.Calendars.Then(calendars => s.Instant(dealtAt).Then(at => Rate(s.Text(rate)).Then(paid => (s.Parsed.GetValue(dealt) is { } other ? Rate(other).Map<decimal?>(d => d) : new Outcome<decimal?>.Done(null))
                .Then(struck => Exchanging.Buy(s.Desk, s.By, calendars, s.Series, s.N, k, paid, struck,
                    new ExchangeEvidence(s.Text(side), s.Text(source), s.Parsed.GetValue(bank), s.Parsed.GetValue(consulted)), at, s.Parsed.GetValue(despite))))))),
            kind, rate, dealt, side, source, dealtAt, bank, consulted, despite, Common.CalendarFiles);
    }

    private static Outcome<decimal> Rate(string text) => Percent.Parse(text).Map(p => p.Value);

    private static Command ExchangeNone()
    {
        var (kind, why, account) = (ActingVerbs.Kind(), Why("Who was asked for a rate and a bid"), Given("--account", "The account that the depositary named for the currency of the notes"));
        return OfDue("exchange-none", "Records that neither a rate nor a bid was to be had: the payment is made in the currency of the notes",
            s => s.Kind(kind).Then(k => Exchanging.None(s.Desk, s.By, s.Series, s.N, k, s.Text(why), s.Parsed.GetValue(account))), kind, why, account);
    }

    private static Command ExchangeSettle()
    {
        var (kind, costs) = (ActingVerbs.Kind(), Common.Needed("--costs", "What the conversion cost, in the other currency; 0 where nothing"));
        return OfDue("exchange-settle", "On the payment date, with the money there: the currencies change hands and the costs are taken off once",
            s => s.Kind(kind).Then(k => s.Calendars.Then(calendars => Exchanging.Settle(s.Desk, s.By, calendars, s.Series, s.N, k, s.Text(costs)))), kind, costs, Common.CalendarFiles);
    }

    private static Command ExchangePay()
    {
        var (kind, positions) = (ActingVerbs.Kind(), PositionsFile());
        var (amount, other) = (Typed("What goes out in the currency of the notes; never filled in for you"), Common.Needed("--other", "What goes out in the other currency; never filled in for you"));
        return OfDue("exchange-pay", "Pays what was elected to the participants and what was bought to the nominee" + ActingVerbs.ByTwo,
            s => s.Kind(kind).Then(k => s.Calendars.Then(calendars => s.Participants(positions, calendars).Then(held => s.Money(amount).Then(money => Exchanging.Pay(s.Desk, s.By, calendars, s.Series, s.N, k, held, money, s.Text(other)))))),
            kind, positions, amount, other, Common.CalendarFiles);
    }

    // --- what is to be done -------------------------------------------------------------------------------------------------------------------------------

    private static Command Duties()
    {
        var command = new Command("duties", "Who must do what about the rates, the announced dues and the services of a series, by when, and how it stands; with what a person is to look at") { ActingVerbs.Series, ActingVerbs.On, Common.CalendarFiles, Common.StoreTarget, Common.At, Common.Json };
        command.SetAction(Common.Run((parsed, output) => ActingVerbs.WithStore(parsed, output, store => Common.ActOf(parsed, store, parsed.GetValue(ActingVerbs.On)).Then(by => Common.CalendarsOf(parsed).Then(calendars =>
        {
            var state = new Desk(store).Load(parsed.GetValue(ActingVerbs.Series)!);
            return Paying.RulesOf(state, calendars).Then(rules => Paying.Promised(state, calendars).Then(promise => RateNoticeRules.Of(state.Terms, calendars).Map(notices => (
                Duties: (IReadOnlyList<Duty>)[.. RateDuties.Of(state, promise, notices, by.On), .. PaymentDuties.Of(state, rules, by.On, by.At), .. ServiceDuties.Of(state)],
                Warnings: (IReadOnlyList<string>)[.. PaymentDuties.Warnings(state), .. AnnouncedDates.Findings(state, promise).Select(f => $"{f.Code}: {f.Message}")]))));
        })).Match(told =>
        {
            output.Answer(() => new JsonObject
            {
                ["duties"] = new JsonArray([.. told.Duties.Select(d => (JsonNode)new JsonObject
                {
                    ["clause"] = d.Clause, ["what"] = d.What, ["debtor"] = d.Debtor, ["due"] = d.Due, ["zone"] = d.Zone, ["state"] = Names.Of(d.State),
                })]),
                ["warnings"] = new JsonArray([.. told.Warnings.Select(w => (JsonNode)w)]),
            }, writer =>
            {
                foreach (var d in told.Duties) writer.WriteLine($"{Names.Of(d.State),-8}  {d.Due}{(d.Zone == "unstated" ? "" : " " + d.Zone)}  {d.Debtor}: {d.What}");
                foreach (var warning in told.Warnings) writer.WriteLine($"look at   {warning}");
            });
            return Exit.Done;
        }, output.Refuse))));
        return command;
    }
}
