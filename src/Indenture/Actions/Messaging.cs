using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Indenture.Core;
using Indenture.Messages;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>Why a run is not written as a message, in the order in which it is tested.</summary>
public enum MessagingRefusal
{
    /// <summary>The run was not paid.</summary>
    RunUnpaid,
    /// <summary>The file of the payer is not of its form.</summary>
    PayerMalformed,
}

/// <summary>Messages out of what the books hold, and messages in, each remembered for ever. None moves anything by itself.</summary>
public static class Messaging
{
    /// <summary>
    /// Reads a message about a series and keeps it with what it says. The same bytes again are the first answer; another message under the same reference is refused
    /// KEY-REUSED, whatever series it is given for.
    /// </summary>
    public static Outcome<CommandResult> Receive(Desk desk, Instruction by, string series, string path, SchemaFolder? schemas) => Files.Bytes(path).Then(bytes => InboundMessage.Read(bytes, schemas).Then(received =>
    {
        var file = new DocumentFile(bytes, path);
        var reference = received.Message.Reference;
        var order = (by with { Key = $"message/{reference.Kind}/{reference.Owner}/{reference.Message}/{reference.Entry}" }).Order("receive", series, ("sha256", file.Sha256));
        order.Input.Remove("on"); // the same message is the same message on whatever day it comes again
        return desk.Perform(order, (state, view) => Paying.Known(state).Map(known =>
        {
            var entries = EntriesOf(received.Message);
            var before = known.Messages.SelectMany(m => m.Entries).ToHashSet(StringComparer.Ordinal);
            return new Decision(new MessageEvent.Received(reference.Kind, reference.Owner, reference.Message, file.Sha256, [.. Says(received.Message, view.Payments(series), before)], entries));
        }), [file]);
    }));

    /// <summary>The payments of a run as a pain.001 to the agent's own bank: the same bytes whenever it is written.</summary>
    /// <param name="payer">The file that says who pays: name, town, country, account or iban, bic, and where wanted street and postCode.</param>
    public static Outcome<OutboundMessage> Initiation(Desk desk, string series, string run, string payer) => Files.Text(payer).Then(text => PayerOf(text, payer)).Then(from => desk.Store.Read(view =>
        Made(desk, view, series, run).Then(made =>
        {
            var paid = Paid(view, series, made);
            return made.Aggregate((Outcome<IReadOnlyList<RunPayment>>)new Outcome<IReadOnlyList<RunPayment>>.Done([]), (all, payment) => all.Then(done => PayeeOf(desk.StateIn(view, series), payment, paid.Recorded)
                    .Map<IReadOnlyList<RunPayment>>(payee => [.. done, new RunPayment(payment.Row.Holder, AmountOf(payment), payee, $"{series} {run}")])))
                .Then(payments => PaymentMessages.Initiation(new PaymentRun(series, run, 1, paid.Kind == PaymentKind.Interest ? PaymentPurpose.Interest : PaymentPurpose.Principal, paid.PaymentDate, paid.Recorded, from, payments)));
        })));

    private static Outcome<IReadOnlyList<MadePayment>> Made(Desk desk, StoreView view, string series, string run) => Paying.Known(desk.StateIn(view, series)).Then<IReadOnlyList<MadePayment>>(_ =>
        view.Payments(series, run) is { Count: > 0 } made ? new Outcome<IReadOnlyList<MadePayment>>.Done(made) : Refusal.Of(MessagingRefusal.RunUnpaid, $"Run {run} of series {series} has paid nobody."));

    private static (PaymentKind Kind, DateOnly PaymentDate, DateTimeOffset Recorded) Paid(StoreView view, string series, IReadOnlyList<MadePayment> made)
    {
        var why = view.EventsOf(series, made[0].Stream).First(e => e.Version == made[0].Version);
        return (made[0].Row.Run.Contains("principal", StringComparison.Ordinal) ? PaymentKind.Principal : PaymentKind.Interest, why.Event.Effective, why.Recorded);
    }

    private static Money AmountOf(MadePayment payment) => new(payment.Row.Minor, Currency.Of(payment.Row.Unit).Require());

    private static Outcome<Payee> PayeeOf(SeriesState state, MadePayment payment, DateTimeOffset recorded) =>
        state.Register.Accounts.For(payment.Row.Holder, DateOnly.FromDateTime(recorded.UtcDateTime)).Then(account => AccountOf(account).Then(number => BankOf(account).Map(bank => new Payee(new MessageParty(account.Holder), number, bank))));

    private static Outcome<CashAccount> AccountOf(PayeeAccount account) => account.Kind switch
    {
        AccountKind.Iban => CashAccount.OfIban(account.Number),
        AccountKind.Numbered => CashAccount.OfNumber(account.Number),
    };

    private static Outcome<Bank> BankOf(PayeeAccount account) => account.ClearingSystem is { } system ? Bank.Numbered(system, account.Bank) : Bic.Of(account.Bank).Map<Bank>(bic => new Bank.ByBic(bic));

    private static readonly string[] PayerMembers = ["name", "street", "postCode", "town", "country", "iban", "account", "bic"];

    private static Outcome<Payer> PayerOf(string text, string path)
    {
        JsonObject? json;
        try
        {
            json = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            json = null;
        }
        if (json is null || json.Any(m => m.Value is not JsonValue value || !value.TryGetValue<string>(out _))) return Refusal.Of(MessagingRefusal.PayerMalformed, $"{path} is no JSON object of texts: {string.Join(", ", PayerMembers)}.");
        if (json.Select(m => m.Key).Except(PayerMembers).FirstOrDefault() is { } other) return Refusal.Of(MessagingRefusal.PayerMalformed, $"{path}: \"{other}\" is not one of {string.Join(", ", PayerMembers)}.");
        if (new[] { "name", "town", "country", "bic" }.FirstOrDefault(n => json[n] is null) is { } missing) return Refusal.Of(MessagingRefusal.PayerMalformed, $"{path} does not say {missing}.");
        if (json["iban"] is null == json["account"] is null) return Refusal.Of(MessagingRefusal.PayerMalformed, $"{path} names an iban or an account, not both.");
        string? Word(string name) => (string?)json[name];
        return (Word("iban") is { } iban ? CashAccount.OfIban(iban) : CashAccount.OfNumber(Word("account")!)).Then(account => Bic.Of(Word("bic")!)
            .Map(bic => new Payer(new MessageParty(Word("name")!, new PartyAddress(Word("street"), null, Word("postCode"), Word("town")!, Word("country")!)), account, new Bank.ByBic(bic))));
    }

    private static IReadOnlyList<string> EntriesOf(InboundMessage message) =>
        message is InboundMessage.CashReport report ? [.. report.Accounts.SelectMany(a => a.Entries).Select(e => $"{e.Reference.Kind}|{e.Reference.Owner}|{e.Reference.Message}|{e.Reference.Entry}")] : [];

    /// <summary>One sentence a statement; payments of ours are named by their runs.</summary>
    private static IEnumerable<string> Says(InboundMessage message, IReadOnlyList<MadePayment> payments, IReadOnlySet<string> before) => message.Match(
        cash => cash.Accounts.SelectMany(a => a.Entries.Select(e =>
            $"{Names.Of(e.Direction)} of {e.Amount.ToDisplay()} on {a.Account}, {Names.Of(e.Status)}{(e.Reversal ? ", a reversal" : "")}, value {Day(e.ValueDate)}, reference {e.Reference.Entry}{From(e)}{(before.Contains($"{e.Reference.Kind}|{e.Reference.Owner}|{e.Reference.Message}|{e.Reference.Entry}") ? "; told before" : "")}")),
        report => report.Payments.Select(p => $"{NameOf(payments, p.EndToEndId, p.Uetr)}: {Names.Of(p.Progress)}{(p.SettledOn is { } day ? $" on {Day(day)}" : "")}{string.Concat(p.Reasons.Select(r => "; " + r))}"),
        recall => recall.Payments.Count == 0 ? [$"the recall is {Names.Of(recall.Outcome)}"] : recall.Payments.Select(p => $"{NameOf(payments, p.EndToEndId, p.Uetr)}: the recall is {Names.Of(recall.Outcome)}"),
        holdings => [$"holdings at the close of {Day(holdings.Date)} on {holdings.Account}, page {Instruction.Text(holdings.Page)}: {Instruction.Text(holdings.Own.Count)} of the account, {Instruction.Text(holdings.Participants.Count)} of participants (reconcile compares them)"],
        election => [$"{election.Participant} chooses option {Instruction.Text(election.Option)}{(election.Currency is { } currency ? $" in {currency}" : "")} of event {election.Event} for {election.Quantity}{string.Concat(election.Narrative.Select(n => "; " + n))} (elect enters it)"],
        settlement => [$"delivery {settlement.Transaction} settled on {Day(settlement.Settled)}: face {settlement.Face.ToString(CultureInfo.InvariantCulture)} against {settlement.Money.ToDisplay()}, {settlement.Remaining.ToString(CultureInfo.InvariantCulture)} remaining"]);

    private static string From(AccountEntry entry) => entry.Transactions.FirstOrDefault(t => t.Debtor is not null)?.Debtor is { } debtor ? $", from {debtor.Name}" : "";

    private static string NameOf(IReadOnlyList<MadePayment> payments, string? endToEnd, string? uetr)
    {
        var ours = payments.FirstOrDefault(p => PaymentReferences.Of(p.SeriesId, p.Row.Run, p.Row.Holder) is var known && (known.EndToEndId == endToEnd || known.Uetr == uetr));
        return ours is null ? $"a payment that is none of this series ({endToEnd ?? uetr ?? "without a reference of ours"})" : $"{ours.Row.Run} to {ours.Row.Holder}";
    }

    private static string Day(DateOnly day) => Instruction.Iso(day);
}
