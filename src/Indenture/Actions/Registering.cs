using System.Globalization;
using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>The acts of the registrar: certificates, positions, transfers, exchanges, cancellations, and the payees' accounts.</summary>
public static class Registering
{
    /// <summary>The day of the act by the clock; what --on says is the day as of which it holds.</summary>
    private static DateOnly Today(Instruction by) => DateOnly.FromDateTime(by.At.UtcDateTime);

    // --- certificates -------------------------------------------------------------------------------------------------------------------------

    public static Outcome<CommandResult> Open(Desk desk, Instruction by, string series, OpenRegister register) => desk.Perform(
        by.Order("open-register", series, ("place", register.Place), ("registrar", register.Registrar), ("signatures", Names.Of(register.Signatures)), ("definitives", string.Join(",", register.Grounds.Select(Names.Of)))),
        (state, _) => register.Decide(state));

    public static Outcome<CommandResult> Nominate(Desk desk, Instruction by, string series, NameNominee named) => desk.Perform(
        by.Order("name-nominee", series, ("form", Names.Of(named.Form)), ("depositary", named.Depositary), ("nominee", named.Nominee), ("address", named.Address), ("custodian", named.Custodian)),
        (state, _) => named.Decide(state));

    /// <param name="reference">Tells one certificate from another that is otherwise the same.</param>
    public static Outcome<CommandResult> Prepare(Desk desk, Instruction by, string series, string reference, PrepareCertificate made) => desk.Perform(
        by.Order("prepare-note", series, ("reference", reference), ("form", Names.Of(made.Form)), ("permanence", Names.Of(made.Permanence)), ("coupons", Names.Of(made.Coupons)), ("conditions", Names.Of(made.Conditions)),
            ("holder", made.Holder), ("address", made.Address ?? ""), ("principal", made.Principal.ToString()), ("dated", Instruction.Iso(made.Dated)), ("offering", made.Offering ?? ""),
            ("changes", string.Join(";", made.Changes.Select(c => $"{c.What}={string.Join(",", c.AgreedBy.Select(Names.Of))}")))),
        (state, _) => made.Decide(state));

    public static Outcome<CommandResult> Execute(Desk desk, Instruction by, string series, ExecuteCertificate step) => desk.Perform(
        by.Order("execute-note", series, ("certificate", step.Number), ("officer", step.Officer), ("capacity", step.Capacity), ("signature", Names.Of(step.Signature))), (state, _) => step.Decide(state));

    public static Outcome<CommandResult> Authenticate(Desk desk, Instruction by, string series, AuthenticateCertificate step) => desk.Perform(
        by.Order("authenticate", series, ("certificate", step.Number), ("agent", step.Agent), ("signatory", step.Signatory), ("signature", Names.Of(step.Signature))), (state, _) => step.Decide(state));

    public static Outcome<CommandResult> Deliver(Desk desk, Instruction by, string series, DeliverCertificate step) => desk.Perform(
        by.Order("deliver-note", series, ("certificate", step.Number), ("to", step.To)), (state, _) => step.Decide(state));

    public static Outcome<CommandResult> AllowDefinitives(Desk desk, Instruction by, string series, AllowDefinitives allowed) => desk.Perform(
        by.Order("allow-definitives", series, ("ground", Names.Of(allowed.Ground)), ("evidence", allowed.Evidence)), (state, _) => allowed.Decide(state));

    public static Outcome<CommandResult> FileSupplement(Desk desk, Instruction by, string series, FileSupplement filed) => desk.Perform(
        by.Order("file-supplement", series, ("reference", filed.Reference)), (state, _) => filed.Decide(state));

    public static Outcome<CommandResult> Replace(
        Desk desk, Instruction by, string series, string reference, IReadOnlyList<string> surrendered, IReadOnlyList<string> certificates, IReadOnlyList<ReleasedHolding> released, TransferInstrument? instrument, ChargeKind? charge) => desk.Perform(
        by.Order("replace-notes", series, ("reference", reference), ("surrendered", string.Join(",", surrendered)), ("certificates", string.Join(",", certificates)),
            ("released", string.Join(";", released.Select(r => $"{r.Holder}={r.Amount}"))),
            ("instrument", instrument is null ? "" : $"{instrument.Reference} {Names.Of(instrument.Signer)} {instrument.Authority} {string.Join(",", instrument.SatisfiedParties.Select(Names.Of))}"),
            ("charge", charge is { } kind ? Names.Of(kind) : "")),
        (state, view) => new ReplaceCertificates(reference, surrendered, certificates, released, instrument, charge, by.On, Today(by), Held(state, view)).Decide(state));

    // --- holdings -----------------------------------------------------------------------------------------------------------------------------

    public static Outcome<CommandResult> Credit(Desk desk, Instruction by, string series, NoteForm form, HoldingFile file) => desk.Perform(
        by.Order("credit-positions", series, ("form", Names.Of(form)), ("file", file.Hash)),
        (state, view) =>
        {
            // A file may name every holder there is: their balances are read at once.
            var units = Desk.Units(view, series);
            return new CreditPositions(form, file, by.On, Today(by), account => units.GetValueOrDefault(account)).Decide(state);
        });

    public static Outcome<CommandResult> Transfer(Desk desk, Instruction by, string series, NoteForm form, TierHolder from, TierHolder to, Money amount, DepositaryNotice notice) => desk.Perform(
        by.Order("transfer", series, [("form", Names.Of(form)), ("from", from.ToString()), ("to", to.ToString()), ("amount", amount.ToString()), .. Words(notice)]),
        (state, view) => new TransferPosition(form, from, to, amount, notice, by.On, Today(by), Held(state, view)).Decide(state));

    public static Outcome<CommandResult> Exchange(Desk desk, Instruction by, string series, string fromNote, string toNote, TierHolder? from, TierHolder? to, Money down, Money up, DepositaryNotice notice) => desk.Perform(
        by.Order("exchange-notes", series, [("from", fromNote), ("to", toNote), ("from holder", from?.ToString() ?? ""), ("to holder", to?.ToString() ?? ""), ("down", down.ToString()), ("up", up.ToString()), .. Words(notice)]),
        (state, view) => new ExchangeNotes(fromNote, toNote, from, to, down, up, notice, by.On, Today(by), Held(state, view)).Decide(state));

    private static (string, string)[] Words(DepositaryNotice notice) => [("reference", notice.Reference), ("procedure", notice.Procedure), ("received", Instruction.Iso(notice.Received))];

    /// <summary>Compares with the depositary's statement of its day; the files are kept with the event.</summary>
    public static Outcome<CommandResult> Reconcile(Desk desk, Instruction by, string series, NoteForm form, DepositaryStatement statement, IReadOnlyList<DocumentFile> files) => desk.Perform(
        by.Order("reconcile", series, ("form", Names.Of(form)), ("statement", statement.Hash)),
        (state, view) => state.Offerings.Count == 0
            ? Refusal.Of(SeriesRefusal.SeriesUnknown, $"No series {series} is booked.")
            : new Reconcile(statement, Tier(state, view, form, statement.Date), Today(by)).Decide(state), files);

    // --- cancellations ------------------------------------------------------------------------------------------------------------------------

    public static Outcome<CommandResult> RequestCancellation(Desk desk, Instruction by, string series, string reference, CancellationGround ground, IReadOnlyList<CancelledPart> parts, string indentureCheck) => desk.Perform(
        by.Order("request-cancellation", series, ("reference", reference), ("ground", Names.Of(ground)), ("parts", string.Join(";", parts.Select(p => $"{p.Note}={p.Amount} {p.Holder}"))), ("indenture", indentureCheck)),
        (state, view) => state.Offerings.Count == 0
            ? Refusal.Of(SeriesRefusal.SeriesUnknown, $"No series {series} is booked.")
            : new RequestCancellation(reference, ground, parts, indentureCheck, Unpaid(state, view, ground, parts), by.On, Today(by), Held(state, view)).Decide(state));

    /// <summary>
    /// What is owed on notes and not paid: the part of their principal that no run has paid, and their part of announced interest that is still
    /// payable, rounded up so that a claim is never rounded away. Notes that the issuer holds itself owe nothing to anybody else.
    /// </summary>
    private static Money Unpaid(SeriesState state, StoreView view, CancellationGround ground, IReadOnlyList<CancelledPart> parts)
    {
        var currency = state.Terms.Currency!.Value;
        if (ground == CancellationGround.Repurchased) return Money.Zero(currency);
        var held = Held(state, view);
        var cancelled = parts.Select(p => p.Amount).Sum(currency);
        var paid = state.Payments.Paid.Values.Where(r => r.Kind == PaymentKind.Principal).Select(r => r.Total).Sum(currency);
        var principal = new Money(Math.Max(0, cancelled.Minor - paid.Minor), currency);
        var outstanding = state.GlobalNotes.Sum(n => held(n.Account.Name));
        var interest = -state.Payments.Announced.Keys.Sum(n => view.BalanceOf(state.Id, Book.Cash, SeriesBooks.PayableOf(n, PaymentKind.Interest).Name, currency.Code));
        return outstanding <= 0 ? principal : principal + new Money((long)(((Int128)interest * cancelled.Minor + outstanding - 1) / outstanding), currency);
    }

    /// <summary>Carries out a request; when a second person gives the same command on the same day.</summary>
    public static Outcome<CommandResult> Cancel(Desk desk, Instruction by, string series, string reference, string officer, string capacity, string? confirmation, string? although) => desk.PerformByTwo(
        by.Order("cancel-notes", series, ("reference", reference), ("officer", officer), ("capacity", capacity), ("confirmation", confirmation ?? ""), ("although", although ?? "")),
        $"cancel/{reference}{(confirmation is null ? "" : "/confirmed")}",
        (state, view) => new CancelNotes(reference, officer, capacity, confirmation, although, by.On, Today(by), Held(state, view)).Decide(state));

    // --- accounts -----------------------------------------------------------------------------------------------------------------------------

    /// <summary>Enters or changes a payee's account; when a second person gives the same command on the same day. It pays from the day after.</summary>
    public static Outcome<CommandResult> Instruct(Desk desk, Instruction by, string series, string payee, PayeeAccount account, string reference) => desk.PerformByTwo(
        by.Order("instruct-account", series, ("payee", payee), ("holder", account.Holder), ("account", $"{Names.Of(account.Kind)} {account.Number}"), ("bank", $"{account.ClearingSystem} {account.Bank}"), ("reference", reference)),
        $"account/{payee}/{reference}",
        (state, _) => new InstructAccount(payee, account, reference, Today(by)).Decide(state));

    // --- what is done for others --------------------------------------------------------------------------------------------------------------

    /// <summary>Records that somebody saw the register as of the close of the day given with --on.</summary>
    public static Outcome<CommandResult> Inspect(Desk desk, Instruction by, string series, string who, InspectionBasis basis, string? source) => desk.Perform(
        by.Order("inspect-register", series, ("who", who), ("basis", Names.Of(basis)), ("source", source ?? "")),
        (state, view) => new InspectRegister(who, basis, source, Position.Of(by.On, state.GlobalNotes, UnitsAt(view, series, by.On))).Decide(state));

    /// <summary>A task that was closed may be opened again, even on the same day.</summary>
    public static Outcome<CommandResult> OpenTask(Desk desk, Instruction by, string series, OpenTransferTask task) => desk.Perform(
        by.Order("open-task", series, ("task", task.What), ("basis", Names.Of(task.Basis)), ("link", task.Link), ("closed", Instruction.Text(desk.Load(series).Register.Services.Closed))), (state, _) => task.Decide(state));

    public static Outcome<CommandResult> CloseTask(Desk desk, Instruction by, string series, CloseTransferTask task) => desk.Perform(
        by.Order("close-task", series, ("task", task.What), ("evidence", task.Evidence)), (state, _) => task.Decide(state));

    public static Outcome<CommandResult> Present(Desk desk, Instruction by, string series, PresentTransfer presented) => desk.Perform(
        by.Order("present-transfer", series, ("reference", presented.Reference), ("transferee", presented.Transferee), ("address", presented.Address)), (state, _) => presented.Decide(state));

    public static Outcome<CommandResult> Publish(Desk desk, Instruction by, string series, PublishNotice notice) => desk.Perform(
        by.Order("publish-notice", series, ("reference", notice.Reference), ("proof", notice.Proof), ("copy", notice.Copy is { } copy ? Instruction.Iso(copy) : ""), ("impracticable", notice.Impracticable ?? "")), (state, _) => notice.Decide(state));

    public static Outcome<CommandResult> Supply(Desk desk, Instruction by, string series, SupplyDocument supply) => desk.Perform(
        by.Order("supply-document", series, ("document", supply.Document), ("copies", Instruction.Text(supply.Copies))), (state, _) => supply.Decide(state));

    public static Outcome<CommandResult> Give(Desk desk, Instruction by, string series, GiveDocument given) => desk.Perform(
        by.Order("give-document", series, ("document", given.Document), ("who", given.Who), ("standing", given.Standing)), (state, _) => given.Decide(state));

    // --- looking at the register --------------------------------------------------------------------------------------------------------------

    /// <summary>The balance of single accounts of the units book, as they are now; each is looked up once.</summary>
    public static Held Held(SeriesState state, StoreView view)
    {
        if (state.Offerings.Count == 0) return _ => 0;
        var unit = $"{state.Terms.Currency!.Value.Code} principal";
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        return account => known.TryGetValue(account, out var minor) ? minor : known[account] = view.BalanceOf(state.Id, Book.Units, account, unit);
    }

    /// <summary>The balance of each account of the units book at the close of a day, past or present.</summary>
    public static IReadOnlyDictionary<string, long> UnitsAt(StoreView view, string series, DateOnly closeOf) =>
        view.BalancesAt(series, Book.Units, closeOf).ToDictionary(b => b.Account.Name, b => b.Minor, StringComparer.Ordinal);

    /// <summary>The principal of the notes that are out now; of the terms before they are delivered.</summary>
    internal static Money OutstandingOf(SeriesState state, StoreView view, Promise promise)
    {
        var held = Held(state, view);
        return state.GlobalNotes.Count == 0 ? promise.Principal : new Money(state.GlobalNotes.Sum(n => held(n.Account.Name)), promise.Currency);
    }

    public static TierPosition Tier(SeriesState state, StoreView view, NoteForm form, DateOnly closeOf) =>
        TierPosition.Of(closeOf, form, state.Terms.Currency!.Value, state.GlobalNotes, UnitsAt(view, state.Id, closeOf));

    /// <summary>The register at the close of a day.</summary>
    public static Outcome<RegisterPage> Page(Desk desk, string series, DateOnly closeOf) => desk.Store.Read<Outcome<RegisterPage>>(view =>
    {
        var events = view.EventsOf(series, Desk.StreamOf(series)).Select(e => EventJson.Read(e.Event.Type, e.Event.TypeVersion, e.Event.Payload)).ToList();
        var state = SeriesState.Of(series, events);
        if (state.Offerings.Count == 0) return Refusal.Of(SeriesRefusal.SeriesUnknown, $"No series {series} is booked.");
        var balances = UnitsAt(view, series, closeOf);
        var currency = state.Terms.Currency!.Value;
        return new RegisterPage(state, closeOf, balances,
            RegisterIdentity.Of(currency, state.GlobalNotes, SeriesBooks.Issued, SeriesBooks.Retired, account => balances.GetValueOrDefault(account)),
            [.. Enum.GetValues<NoteForm>().Select(form => TierPosition.Of(closeOf, form, currency, state.GlobalNotes, balances)).Where(t => t.Represented.Minor > 0)],
            [.. NoteMovement.Of(events).Where(m => m.Date <= closeOf)]);
    });
}

/// <summary>The register of a series at the close of a day.</summary>
/// <param name="State">As it is now: certificates, cancellations and differences are told as of today.</param>
/// <param name="Tiers">Those under which something is outstanding.</param>
/// <param name="Movements">What each certificate represented at issue, and every later change (AGY-7.1b).</param>
public sealed record RegisterPage(
    SeriesState State, DateOnly CloseOf, IReadOnlyDictionary<string, long> Balances, RegisterIdentity Identity, IReadOnlyList<TierPosition> Tiers, IReadOnlyList<NoteMovement> Movements)
{
    /// <summary>The registered holders, with what they held.</summary>
    public Position Holders => Position.Of(CloseOf, State.GlobalNotes, Balances);

    /// <summary>The address of a registered holder; null where a simple closing named it without one.</summary>
    public string? AddressOf(string number, string holder) =>
        State.Register.Certificates.Known.GetValueOrDefault(number)?.Prepared.Address ?? State.Register.Certificates.Nominees.LastOrDefault(n => n.Nominee == holder)?.Address;
}
