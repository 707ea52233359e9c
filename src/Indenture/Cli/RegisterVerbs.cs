using System.CommandLine;
using System.Text.Json.Nodes;
using Indenture.Actions;
using Indenture.Core;
using Indenture.Messages;
using Indenture.Storage;

namespace Indenture.Cli;

/// <summary>The verbs of the register: certificates, what is held below them, cancellations, and the payees' accounts.</summary>
public static class RegisterVerbs
{
    private static readonly Argument<string> Certificate = new("CERTIFICATE") { Description = "A certificate by its number, such as R-0001" };
    private static readonly Option<string> Form = Common.Needed("--form", $"{Names.All<NoteForm>()}");
    private static readonly Option<string> Reference = Common.Needed("--reference", "What it is known by; used once");
    private static readonly Option<string> Procedure = Common.Needed("--procedure", "The depositary's procedure or rule that was followed");
    private static readonly Option<string?> Received = new("--received") { Description = "The day the notice came in (default: as --on)" };

    public static IEnumerable<Command> All() =>
    [
        Register(), Positions(), OpenRegister(), NameNominee(), PrepareNote(), ExecuteNote(), Authenticate(), DeliverNote(), ReplaceNotes(), AllowDefinitives(), FileSupplement(),
        CreditPositions(), Transfer(), ExchangeNotes(), Reconcile(), RequestCancellation(), CancelNotes(), CancellationNotice(), InstructAccount(), Accounts(), Payees(),
        InspectRegister(), OpenTask(), CloseTask(), PresentTransfer(),
    ];

    // --- looking ------------------------------------------------------------------------------------------------------------------------------

    private static Command Register() => Looking("register", "Shows the register at the close of a day: certificates, every change of them, tiers, cancellations, differences", [], (parsed, page, output) =>
    {
        output.Answer(() => Json(page), writer => Print(page, writer));
        return Exit.Done;
    });

    private static JsonObject Json(RegisterPage page)
    {
        var register = page.State.Register;
        return new JsonObject
        {
            ["series"] = page.State.Id, ["closeOf"] = Day(page.CloseOf), ["currency"] = page.State.Terms.Currency!.Value.Code,
            ["place"] = register.Certificates.Opened?.Place, ["registrar"] = register.Certificates.Opened?.Registrar,
            ["certificates"] = Rows(Live(page), n => new JsonObject
            {
                ["number"] = n.Number, ["form"] = Names.Of(n.Form), ["holder"] = n.Holder, ["address"] = page.AddressOf(n.Number, n.Holder), ["issued"] = Day(n.Issued), ["principal"] = n.Principal.ToString(),
                ["represents"] = Represents(page, n).ToString(),
            }),
            ["movements"] = Rows(page.Movements, m => new JsonObject { ["date"] = Day(m.Date), ["what"] = m.What, ["certificate"] = m.Note, ["change"] = m.Change.ToString(), ["represents"] = m.Represented.ToString() }),
            ["identity"] = new JsonObject
            {
                ["issued"] = page.Identity.Issued.ToString(), ["outstanding"] = page.Identity.Outstanding.ToString(), ["cancelled"] = page.Identity.Cancelled.ToString(), ["redeemed"] = page.Identity.Redeemed.ToString(),
                ["holds"] = page.Identity.Holds, ["holdsWithoutRedeemed"] = page.Identity.HoldsLiterally,
            },
            ["tiers"] = Rows(page.Tiers, t => new JsonObject
            {
                ["form"] = Names.Of(t.Form), ["represented"] = t.Represented.ToString(), ["participants"] = t.Participants.Holdings.Count, ["unstated"] = t.Unstated.ToString(), ["hash"] = t.Participants.Hash,
            }),
            ["cancellations"] = Rows(register.Cancellations.Values, c => RegisterJson.Of(page.State, c)),
            ["differences"] = Rows(register.Holdings.Reconciled.Values.SelectMany(r => r.Differences.Select(d => (r, d))), p => RegisterJson.Of(p.r, p.d)),
        };
    }

    private static IEnumerable<GlobalNote> Live(RegisterPage page) => page.State.GlobalNotes.Where(n => n.Issued <= page.CloseOf);

    private static Money Represents(RegisterPage page, GlobalNote note) => new(page.Balances.GetValueOrDefault(note.Account.Name), note.Principal.Currency);

    private static void Print(RegisterPage page, TextWriter writer)
    {
        var register = page.State.Register;
        writer.WriteLine($"Register of series {page.State.Id} at the close of {Day(page.CloseOf)}{(register.Certificates.Opened is { } opened ? $", kept in {opened.Place} by {opened.Registrar}" : "")}");
        var notes = new Table(("certificate", false), ("form", false), ("registered holder", false), ("issued", false), ("at issue", true), ("represents", true));
        foreach (var n in Live(page)) notes.Add(n.Number, Names.Of(n.Form), $"{n.Holder}{(page.AddressOf(n.Number, n.Holder) is { } address ? $", {address}" : "")}", Day(n.Issued), n.Principal.ToDisplay(), Represents(page, n).ToDisplay());
        notes.Print(writer);
        writer.WriteLine($"  {page.Identity}{(page.Identity.HoldsLiterally ? "" : "; without what was redeemed the sum of the agreement does not hold")}");
        foreach (var t in page.Tiers.Where(t => t.Participants.Holdings.Count > 0))
            writer.WriteLine($"  below {Names.Of(t.Form)}: {t.Participants.Holdings.Count} participants, {t.Unstated.ToDisplay()} of {t.Represented.ToDisplay()} held by none that is known");
        if (page.Movements.Count > 0)
        {
            writer.WriteLine("Movements");
            var moves = new Table(("date", false), ("what", false), ("certificate", false), ("change", true), ("represents", true));
            foreach (var m in page.Movements) moves.Add(Day(m.Date), m.What, m.Note, m.Change.ToDisplay(), m.Represented.ToDisplay());
            moves.Print(writer, "  ");
        }
        foreach (var c in register.Cancellations.Values)
            writer.WriteLine($"Request {c.Request.Reference} to cancel, {Names.Of(c.Request.Ground)}: {Names.Of(c.StatusIn(page.State))}{(c.Carried.Any(x => x.IsLate) ? "; entered late, a breach" : "")}");
        foreach (var compared in register.Holdings.Reconciled.Values)
            foreach (var d in compared.Differences)
                writer.WriteLine($"Difference under {Names.Of(compared.Form)} on {Day(compared.Date)}: {d.Participant ?? "the total"} is {d.Register.ToDisplay()} here and {d.Stated.ToDisplay()} there, for {d.AgeOn(compared.Date)} days");
    }

    private enum Level { Holder, Participant, Beneficial }

    private static Command Positions()
    {
        var level = new Option<string>("--level") { Description = $"{Names.All<Level>()}: who is registered, who holds under a form, who is known to hold through a participant", DefaultValueFactory = _ => Names.Of(Level.Holder) };
        var form = new Option<string?>("--form") { Description = $"For participant and beneficial: {Names.All<NoteForm>()} (default dtc)" };
        var participant = new Option<string?>("--participant") { Description = "For beneficial: through whom" };
        return Looking("positions", "Shows who held what at the close of a day, past or present", [level, form, participant], (parsed, page, output) =>
            Case<Level>(parsed.GetValue(level)!).Then(l => Case<NoteForm>(parsed.GetValue(form) ?? Names.Of(NoteForm.Dtc)).Then<Position>(f => l switch
            {
                Level.Holder => page.Holders,
                Level.Participant => TierPosition.Of(page.CloseOf, f, page.State.Terms.Currency!.Value, page.State.GlobalNotes, page.Balances).Participants,
                Level.Beneficial => parsed.GetValue(participant) is { } through
                    ? TierPosition.Beneficial(page.CloseOf, f, through, page.State.Terms.Currency!.Value, page.Balances)
                    : Refusal.Of(ValueRefusal.FactMalformed, "Say with --participant through whom."),
            })).Match(position =>
            {
                var total = position.Holdings.Select(h => h.Principal).Sum(page.State.Terms.Currency!.Value);
                output.Answer(() => new JsonObject
                {
                    ["series"] = page.State.Id, ["closeOf"] = Day(page.CloseOf), ["level"] = parsed.GetValue(level), ["currency"] = total.Currency.Code, ["total"] = total.ToString(), ["hash"] = position.Hash,
                    ["holdings"] = Rows(position.Holdings, h => new JsonObject { ["holder"] = h.Holder, ["principal"] = h.Principal.ToString() }),
                }, writer =>
                {
                    var table = new Table(("holder", false), ("principal", true));
                    foreach (var h in position.Holdings) table.Add(h.Holder, h.Principal.ToDisplay());
                    table.Print(writer);
                    writer.WriteLine($"{position.Holdings.Count} holders, {total.ToDisplay()}, hash {position.Hash[..12]}");
                });
                return Exit.Done;
            }, output.Refuse));
    }

    private static Command Accounts()
    {
        var payee = new Option<string?>("--payee") { Description = "Only this payee, with every account it ever had" };
        return Looking("accounts", "Shows the payees' accounts", [payee], (parsed, page, output) =>
        {
            var history = page.State.Register.Accounts.History.Where(h => parsed.GetValue(payee) is not { } only || h.Key == only)
                .SelectMany(h => parsed.GetValue(payee) is null ? [h.Value[^1]] : h.Value).ToList();
            output.Answer(() => new JsonObject { ["series"] = page.State.Id, ["accounts"] = Rows(history, RegisterJson.Of) }, writer =>
            {
                var table = new Table(("payee", false), ("account of", false), ("number", false), ("bank", false), ("reference", false), ("pays from", false));
                foreach (var i in history) table.Add(i.Payee, i.Account.Holder, i.Account.Number, $"{i.Account.ClearingSystem} {i.Account.Bank}".Trim(), i.Reference, Day(i.Entered.AddDays(1)));
                table.Print(writer);
            });
            return Exit.Done;
        });
    }

    private static Command Payees()
    {
        var days = new Option<string[]>("--days") { Description = "A reading of the business days that the details are due after, such as London+Tokyo+NewYork (repeatable; the first is followed)", Arity = ArgumentArity.OneOrMore, Required = true };
        return Looking("payees", "Shows the payees of a record date (--on) with their accounts, and the day by which the registrar sends these details", [days, Common.CalendarFiles], (parsed, page, output) =>
            Common.CalendarsOf(parsed).Then(calendars => Common.Collect(parsed.GetValue(days), names => calendars.Resolve(new CalendarSet(names.Split('+'))).Then(c => c.Covers(page.CloseOf, page.CloseOf.AddDays(60))))
            .Map(readings => PayeeDetails.Of(page.Holders, page.State.Register.Accounts, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), readings))).Match(details =>
            {
                output.Answer(() => new JsonObject
                {
                    ["series"] = page.State.Id, ["recordDate"] = Day(details.RecordDate), ["diverges"] = details.Diverges,
                    ["due"] = Rows(details.Due, d => new JsonObject { ["calendars"] = d.Calendars.ToString(), ["date"] = Day(d.Due) }),
                    ["payees"] = Rows(details.Lines, l => l.Account.Match(
                        a => new JsonObject { ["payee"] = l.Payee, ["principal"] = l.Principal.ToString(), ["account"] = a.Number, ["bank"] = a.Bank },
                        r => new JsonObject { ["payee"] = l.Payee, ["principal"] = l.Principal.ToString(), ["refused"] = Output.RefusalJson(r) })),
                }, writer =>
                {
                    foreach (var d in details.Due) writer.WriteLine($"Due {Day(d.Due)} by the days of {d.Calendars}");
                    if (details.Diverges) writer.WriteLine($"The readings diverge; {Day(details.Due[0].Due)} is followed.");
                    var table = new Table(("payee", false), ("principal", true), ("account", false));
                    foreach (var l in details.Lines) table.Add(l.Payee, l.Principal.ToDisplay(), l.Account.Match(a => $"{a.Number} at {a.Bank}", r => $"{r.Code}: {r.Message}"));
                    table.Print(writer);
                });
                return Exit.Done;
            }, output.Refuse));
    }

    private static Command CancellationNotice()
    {
        var request = new Argument<string>("REQUEST") { Description = "A request to cancel notes, by its reference" };
        var command = Looking("cancellation-notice", "Prints the notice that notes were cancelled, for the registrar's officer to sign", [], (parsed, page, output) =>
        {
            if (!page.State.Register.Cancellations.TryGetValue(parsed.GetValue(request)!, out var cancellation))
                return output.Refuse(Refusal.Of(CancelRefusal.RequestUnknown, $"Series {page.State.Id} has no request {parsed.GetValue(request)} to cancel notes."));
            var text = Core.CancellationNotice.Of(page.State, cancellation);
            output.Answer(() =>
            {
                var json = RegisterJson.Of(page.State, cancellation);
                json["text"] = text;
                return json;
            }, writer => writer.Write(text));
            return Exit.Done;
        });
        command.Add(request);
        return command;
    }

    // --- certificates -------------------------------------------------------------------------------------------------------------------------

    private static Command OpenRegister()
    {
        var (place, registrar, signatures) = (Common.Needed("--place", "Where the documents say it is kept"), Common.Needed("--registrar", "By whom"), Common.Needed("--signatures", $"How certificates are signed: {Names.All<SignatureRule>()}"));
        var grounds = Many("--definitive-when", $"A case in which the conditions allow definitive notes (repeatable): {Names.All<DefinitiveGround>()}");
        return Acting("open-register", "Opens the register with what the documents say of it; it is not moved afterwards", [place, registrar, signatures, grounds], (parsed, desk, by, series) =>
            Case<SignatureRule>(parsed.GetValue(signatures)!).Then(rule => Common.Collect(parsed.GetValue(grounds), Case<DefinitiveGround>)
                .Then(cases => Registering.Open(desk, by, series, new OpenRegister(parsed.GetValue(place)!, parsed.GetValue(registrar)!, rule, cases)))));
    }

    private static Command NameNominee()
    {
        var (depositary, nominee, address, custodian) = (Common.Needed("--depositary", "The depositary"), Common.Needed("--nominee", "In whose name global notes are registered"), Common.Needed("--address", "The nominee's address"), Common.Needed("--custodian", "To whom global notes are delivered"));
        return Acting("name-nominee", "Names a nominee in whose name global notes of a form may be registered", [Form, depositary, nominee, address, custodian], (parsed, desk, by, series) =>
            Case<NoteForm>(parsed.GetValue(Form)!).Then(form => Registering.Nominate(desk, by, series,
                new NameNominee(form, parsed.GetValue(depositary)!, parsed.GetValue(nominee)!, parsed.GetValue(address)!, parsed.GetValue(custodian)!))));
    }

    private static Command PrepareNote()
    {
        var (holder, principal, dated) = (Common.Needed("--holder", "In whose name"), Common.Needed("--principal", "Principal amount"), Common.Needed("--dated", "The date on the certificate"));
        var address = new Option<string?>("--address") { Description = "Of the holder of a definitive note" };
        var offering = new Option<string?>("--offering") { Description = "The offering at whose closing it is issued (default: it takes the place of others)" };
        var (permanence, coupons, conditions) = (Common.Needed("--permanence", Names.All<Permanence>()), Common.Needed("--coupons", Names.All<Coupons>()), Common.Needed("--conditions", $"Where the conditions of the notes stand: {Names.All<ConditionsPlace>()}"));
        var changes = Many("--change", $"WHAT=PARTY[,PARTY], a change of the form other than its blanks and who agreed (repeatable): {Names.All<FormParty>()}");
        return Acting("prepare-note", "Makes out a certificate; it is executed, authenticated and delivered afterwards", [Reference, Form, holder, address, principal, dated, offering, permanence, coupons, conditions, changes],
            (parsed, desk, by, series) => Currency(desk, series).Then(currency =>
                Case<NoteForm>(parsed.GetValue(Form)!).Then(form => Case<Permanence>(parsed.GetValue(permanence)!).Then(lasting => Case<Coupons>(parsed.GetValue(coupons)!)
                .Then(coupon => Case<ConditionsPlace>(parsed.GetValue(conditions)!).Then(stand => Money.Parse(parsed.GetValue(principal)!, currency).Then(amount => TermFact.Day(parsed.GetValue(dated)!)
                .Then(day => Common.Collect(parsed.GetValue(changes), Change)
                .Then(agreed => Registering.Prepare(desk, by, series, parsed.GetValue(Reference)!,
                    new PrepareCertificate(form, lasting, coupon, stand, parsed.GetValue(holder)!, parsed.GetValue(address), amount, day, parsed.GetValue(offering), agreed)))))))))));
    }

    private static Outcome<FormChange> Change(string text) => text.LastIndexOf('=') is var at and > 0
        ? Common.Collect(text[(at + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Case<FormParty>).Map(parties => new FormChange(text[..at], parties))
        : Refusal.Of(ValueRefusal.FactMalformed, $"\"{text}\" is not formed as WHAT=PARTY.");

    private static Command ExecuteNote()
    {
        var (officer, capacity, signature) = (Common.Needed("--officer", "Who signed for the issuer"), Common.Needed("--capacity", "In what capacity"), Common.Needed("--signature", Names.All<Signature>()));
        return Acting("execute-note", "Records that the issuer signed a certificate", [officer, capacity, signature], (parsed, desk, by, series) => Case<Signature>(parsed.GetValue(signature)!)
            .Then(signed => Registering.Execute(desk, by, series, new ExecuteCertificate(parsed.GetValue(Certificate)!, parsed.GetValue(officer)!, parsed.GetValue(capacity)!, signed, by.On))), Certificate);
    }

    private static Command Authenticate()
    {
        var (agent, signatory, signature) = (Common.Needed("--agent", "The trustee or its authenticating agent"), Common.Needed("--signatory", "Who signed for it"), Common.Needed("--signature", Names.All<Signature>()));
        return Acting("authenticate", "Records that a certificate was authenticated; before that it is not valid", [agent, signatory, signature], (parsed, desk, by, series) => Case<Signature>(parsed.GetValue(signature)!)
            .Then(signed => Registering.Authenticate(desk, by, series, new AuthenticateCertificate(parsed.GetValue(Certificate)!, parsed.GetValue(agent)!, parsed.GetValue(signatory)!, signed, by.On))), Certificate);
    }

    private static Command DeliverNote()
    {
        var to = Common.Needed("--to", "The custodian of its form, or the holder of a definitive note");
        return Acting("deliver-note", "Records that a certificate was handed over; its principal counts from the closing", [to], (parsed, desk, by, series) =>
            Registering.Deliver(desk, by, series, new DeliverCertificate(parsed.GetValue(Certificate)!, parsed.GetValue(to)!, by.On)), Certificate);
    }

    private static Command ReplaceNotes()
    {
        var (surrendered, issued) = (ManyNeeded("--surrender", "A certificate that is given up, whole (repeatable)"), ManyNeeded("--issue", "An authenticated certificate that takes its place (repeatable)"));
        var released = Many("--release", "PARTICIPANT=AMOUNT that is given up below a global note for definitive notes (repeatable)");
        var instrument = new Option<string?>("--instrument") { Description = "The instrument of transfer of a definitive note, by its reference" };
        var signer = new Option<string>("--signed-by") { Description = Names.All<InstrumentSigner>(), DefaultValueFactory = _ => Names.Of(InstrumentSigner.Holder) };
        var authority = new Option<string?>("--authority") { Description = "The attorney's written authority" };
        var satisfied = Many("--satisfactory-to", $"Who finds its form satisfactory (repeatable): {Names.All<InstrumentParty>()}");
        var charge = new Option<string?>("--charge") { Description = $"What the holder is asked to pay: {Names.All<ChargeKind>()}" };
        return Acting("replace-notes", "Issues certificates in the place of others for the same principal: a split, another nominee, definitive notes, a transfer of definitive notes",
            [Reference, surrendered, issued, released, instrument, signer, authority, satisfied, charge], (parsed, desk, by, series) => Currency(desk, series).Then(currency =>
                Common.Collect(parsed.GetValue(released), text => Pair(text, currency).Map(p => new ReleasedHolding(new TierHolder(p.Name), p.Amount)))
                .Then(given => Common.Collect(parsed.GetValue(satisfied), Case<InstrumentParty>).Then(parties => Case<InstrumentSigner>(parsed.GetValue(signer)!)
                .Then(who => (parsed.GetValue(charge) is { } kind ? Case<ChargeKind>(kind).Map(k => (ChargeKind?)k) : new Outcome<ChargeKind?>.Done(null))
                .Then(asked => Registering.Replace(desk, by, series, parsed.GetValue(Reference)!, parsed.GetValue(surrendered)!, parsed.GetValue(issued)!, given,
                    parsed.GetValue(instrument) is { } paper ? new TransferInstrument(paper, who, parsed.GetValue(authority), parties) : null, asked)))))));
    }

    private static Command AllowDefinitives()
    {
        var (ground, evidence) = (Common.Needed("--ground", Names.All<DefinitiveGround>()), Common.Needed("--evidence", "By what notice or decision"));
        return Acting("allow-definitives", "Records that a case occurred in which the series' conditions allow definitive notes", [ground, evidence], (parsed, desk, by, series) => Case<DefinitiveGround>(parsed.GetValue(ground)!)
            .Then(known => Registering.AllowDefinitives(desk, by, series, new AllowDefinitives(known, by.On, parsed.GetValue(evidence)!))));
    }

    private static Command FileSupplement() => Acting("file-supplement", "Puts the supplement that covers definitive notes on file", [Reference], (parsed, desk, by, series) =>
        Registering.FileSupplement(desk, by, series, new FileSupplement(parsed.GetValue(Reference)!, by.On)));

    // --- holdings -----------------------------------------------------------------------------------------------------------------------------

    private static Command CreditPositions()
    {
        var file = new Argument<string>("FILE") { Description = "CSV with the columns participant, principal and, where known, holder and date" };
        return Acting("credit-positions", "Enters what participants hold under the global notes of a form", [Form], (parsed, desk, by, series) => Currency(desk, series).Then(currency =>
            Case<NoteForm>(parsed.GetValue(Form)!).Then(form => Files.Text(parsed.GetValue(file)!).Then(text => HoldingFile.Parse(text, parsed.GetValue(file)!, currency))
                .Then(positions => Registering.Credit(desk, by, series, form, positions)))), file);
    }

    private static Command Transfer()
    {
        var (from, to, amount) = (Common.Needed("--from", "The participant that gives"), Common.Needed("--to", "The participant that receives"), Common.Needed("--amount", "Principal amount"));
        var (fromHolder, toHolder) = (new Option<string?>("--from-holder") { Description = "Who gives through it, where known" }, new Option<string?>("--to-holder") { Description = "Who receives through it, where known" });
        return Acting("transfer", "Enters a transfer between holders under one depositary, on its notice", [Form, from, fromHolder, to, toHolder, amount, Reference, Procedure, Received], (parsed, desk, by, series) =>
            Currency(desk, series).Then(currency => Case<NoteForm>(parsed.GetValue(Form)!).Then(form => Money.Parse(parsed.GetValue(amount)!, currency).Then(money => Notice(parsed, by)
                .Then(notice => Registering.Transfer(desk, by, series, form, new TierHolder(parsed.GetValue(from)!, parsed.GetValue(fromHolder)), new TierHolder(parsed.GetValue(to)!, parsed.GetValue(toHolder)), money, notice))))));
    }

    private static Command ExchangeNotes()
    {
        var (from, to, down, up) = (Common.Needed("--from-note", "The global note that is marked down"), Common.Needed("--to-note", "The global note that is marked up"),
            Common.Needed("--down", "What the one depositary says goes out"), Common.Needed("--up", "What the other says comes in; the same, or nothing is entered"));
        var (fromHolder, toHolder) = (new Option<string?>("--from") { Description = "The participant that gives, where participants are known" }, new Option<string?>("--to") { Description = "The participant that receives, where known" });
        return Acting("exchange-notes", "Enters an exchange between the two global notes: one down and the other up by the same amount, in one step", [from, to, down, up, fromHolder, toHolder, Reference, Procedure, Received],
            (parsed, desk, by, series) => Currency(desk, series).Then(currency => Money.Parse(parsed.GetValue(down)!, currency).Then(goes => Money.Parse(parsed.GetValue(up)!, currency).Then(comes => Notice(parsed, by)
                .Then(notice => Registering.Exchange(desk, by, series, parsed.GetValue(from)!, parsed.GetValue(to)!,
                    parsed.GetValue(fromHolder) is { } gives ? new TierHolder(gives) : null, parsed.GetValue(toHolder) is { } receives ? new TierHolder(receives) : null, goes, comes, notice))))));
    }

    private static Outcome<DepositaryNotice> Notice(ParseResult parsed, Instruction by) =>
        (parsed.GetValue(Received) is { } day ? TermFact.Day(day) : by.On).Map(received => new DepositaryNotice(parsed.GetValue(Reference)!, parsed.GetValue(Procedure)!, received));

    private static Command Reconcile()
    {
        var files = new Argument<string[]>("FILE") { Description = "The depositary's statement: one CSV with the columns participant, principal, date, or the pages of a semt.002", Arity = ArgumentArity.OneOrMore };
        var schemas = new Option<string?>("--schemas") { Description = "A folder of message schemas that a semt.002 is validated against" };
        var command = new Command("reconcile", "Compares the register with the depositary's statement of a day; differences are listed with their age, nothing is corrected") { ActingVerbs.Series, files, Form, schemas };
        Shared(command);
        command.SetAction(Common.Run((parsed, output) => ActingVerbs.WithStore(parsed, output, store => Common.ActOf(parsed, store, parsed.GetValue(ActingVerbs.On)).Then(by =>
        {
            var desk = new Desk(store);
            var series = parsed.GetValue(ActingVerbs.Series)!;
            return Currency(desk, series).Then(_ => Case<NoteForm>(parsed.GetValue(Form)!)
                .Then(form => Common.SchemasOf(parsed, schemas)
                .Then(known => Statements.Read(parsed.GetValue(files)!, desk.Load(series).Terms, known)
                .Then(read => Registering.Reconcile(desk, by, series, form, read.Statement, read.Files).Map(result => desk.Load(series).Register.Holdings.Reconciled[form])))));
        }).Match(compared =>
        {
            output.Answer(() => new JsonObject
            {
                ["series"] = parsed.GetValue(ActingVerbs.Series), ["form"] = Names.Of(compared.Form), ["date"] = Day(compared.Date), ["statement"] = compared.Statement, ["stated"] = compared.Stated.ToString(),
                ["differences"] = Rows(compared.Differences, d => RegisterJson.Of(compared, d)),
            }, writer =>
            {
                writer.WriteLine($"{compared.Statement} of {Day(compared.Date)}: {compared.Rows} participants, {compared.Stated.ToDisplay()}, {compared.Differences.Count} differences");
                var table = new Table(("participant", false), ("register", true), ("statement", true), ("since", false), ("days", true));
                foreach (var d in compared.Differences) table.Add(d.Participant ?? "(total)", d.Register.ToDisplay(), d.Stated.ToDisplay(), Day(d.FirstSeen), d.AgeOn(compared.Date).ToString(System.Globalization.CultureInfo.InvariantCulture));
                if (compared.Differences.Count > 0) table.Print(writer, "  ");
            });
            return Exit.Done;
        }, output.Refuse))));
        return command;
    }

    // --- cancellations and accounts -----------------------------------------------------------------------------------------------------------

    private static Command RequestCancellation()
    {
        var (ground, indenture) = (Common.Needed("--ground", Names.All<CancellationGround>()), Common.Needed("--indenture", "How it was checked that the indenture does not stand against it"));
        var notes = ManyNeeded("--note", "CERTIFICATE=AMOUNT (repeatable)");
        var participant = new Option<string?>("--participant") { Description = "Who gives the notes up, where participants are known" };
        return Acting("request-cancellation", "Enters the issuer's request to cancel notes; nothing is cancelled by it", [Reference, ground, notes, participant, indenture], (parsed, desk, by, series) => Currency(desk, series).Then(currency =>
            Core.RequestCancellation.GroundOf(parsed.GetValue(ground)!).Then(known => Common.Collect(parsed.GetValue(notes), text => Pair(text, currency))
                .Then(parts => Registering.RequestCancellation(desk, by, series, parsed.GetValue(Reference)!, known,
                    [.. parts.Select(p => new CancelledPart(p.Name, p.Amount, parsed.GetValue(participant) is { } holder ? new TierHolder(holder) : null))], parsed.GetValue(indenture)!)))));
    }

    private static Command CancelNotes()
    {
        var request = new Argument<string>("REQUEST") { Description = "The request, by its reference" };
        var (officer, capacity) = (Common.Needed("--officer", "The registrar's authorised officer who signs the notice"), Common.Needed("--capacity", "In what capacity"));
        var confirmation = new Option<string?>("--confirmation") { Description = "DTC's confirmation; what is under DTC waits for it" };
        var although = new Option<string?>("--although") { Description = "Why a held request goes on: accelerated notes on which money is owed" };
        return Acting("cancel-notes", "Carries out a request to cancel notes and marks the certificates down; cancellation-notice prints the notice" + ActingVerbs.ByTwo, [officer, capacity, confirmation, although], (parsed, desk, by, series) =>
            Registering.Cancel(desk, by, series, parsed.GetValue(request)!, parsed.GetValue(officer)!, parsed.GetValue(capacity)!, parsed.GetValue(confirmation), parsed.GetValue(although)), request);
    }

    private static Command InstructAccount()
    {
        var payee = Common.Needed("--payee", "Who is paid, as the register names it");
        var holder = new Option<string?>("--holder") { Description = "The account's holder as the bank knows it (default: the payee)" };
        var (iban, account) = (new Option<string?>("--iban") { Description = "An IBAN" }, new Option<string?>("--account") { Description = "The bank's own number of the account, where it has no IBAN" });
        var (bic, clearing) = (new Option<string?>("--bic") { Description = "The bank, by its BIC" }, new Option<string?>("--clearing") { Description = "The bank, as SYSTEM:NUMBER such as USABA:021000018" });
        return Acting("instruct-account", "Enters or changes a payee's account; it pays from the day after" + ActingVerbs.ByTwo, [payee, holder, iban, account, bic, clearing, Reference], (parsed, desk, by, series) =>
            Number(parsed.GetValue(iban), parsed.GetValue(account)).Then(number => BankOf(parsed.GetValue(bic), parsed.GetValue(clearing)).Then(bank => Registering.Instruct(desk, by, series, parsed.GetValue(payee)!,
                new PayeeAccount(parsed.GetValue(holder) ?? parsed.GetValue(payee)!, number.Match(_ => AccountKind.Iban, _ => AccountKind.Numbered), number.ToString(),
                    bank.Match(_ => (string?)null, b => b.System), bank.Match(b => b.Bic.Code, b => b.Number)), parsed.GetValue(Reference)!))));
    }

    private static Outcome<CashAccount> Number(string? iban, string? account) => (iban, account) switch
    {
        ({ } number, null) => CashAccount.OfIban(number),
        (null, { } number) => CashAccount.OfNumber(number),
        _ => Refusal.Of(ValueRefusal.FactMalformed, "Give the account with --iban or with --account, one of them."),
    };

    private static Outcome<Bank> BankOf(string? bic, string? clearing) => (bic, clearing?.Split(':')) switch
    {
        ({ } code, null) => Bic.Of(code).Map<Bank>(b => new Bank.ByBic(b)),
        (null, [var system, var number]) => Bank.Numbered(system, number),
        _ => Refusal.Of(ValueRefusal.FactMalformed, "Give the bank with --bic or with --clearing SYSTEM:NUMBER, one of them."),
    };

    // --- what is done for others --------------------------------------------------------------------------------------------------------------

    private static Command InspectRegister()
    {
        var (who, basis) = (Common.Needed("--who", "Who asks"), Common.Needed("--basis", $"On what the right rests: {Names.All<InspectionBasis>()}"));
        var source = new Option<string?>("--source") { Description = "The authorisation, or the right from elsewhere" };
        return Acting("inspect-register", "Records that somebody who has a right to it saw the register (as of --on)", [who, basis, source], (parsed, desk, by, series) => Case<InspectionBasis>(parsed.GetValue(basis)!)
            .Then(known => Registering.Inspect(desk, by, series, parsed.GetValue(who)!, known, parsed.GetValue(source))));
    }

    private static readonly Argument<string> Task = new("TASK") { Description = "What is to be done" };

    private static Command OpenTask()
    {
        var (basis, link) = (Common.Needed("--basis", Names.All<TransferBasis>()), Common.Needed("--link", "The condition, the clause or the request"));
        return Acting("open-task", "Makes an act the transfer agent's to do", [basis, link], (parsed, desk, by, series) => Case<TransferBasis>(parsed.GetValue(basis)!)
            .Then(known => Registering.OpenTask(desk, by, series, new OpenTransferTask(parsed.GetValue(Task)!, known, parsed.GetValue(link)!, by.On))), Task);
    }

    private static Command CloseTask()
    {
        var evidence = Common.Needed("--evidence", "That it was done");
        return Acting("close-task", "Ends a task of the transfer agent", [evidence], (parsed, desk, by, series) => Registering.CloseTask(desk, by, series, new CloseTransferTask(parsed.GetValue(Task)!, parsed.GetValue(evidence)!, by.On)), Task);
    }

    private static Command PresentTransfer()
    {
        var (transferee, address) = (Common.Needed("--transferee", "Who is to be entered"), Common.Needed("--address", "With what address"));
        return Acting("present-transfer", "Tells the registrar whom to enter", [Reference, transferee, address], (parsed, desk, by, series) =>
            Registering.Present(desk, by, series, new PresentTransfer(parsed.GetValue(Reference)!, parsed.GetValue(transferee)!, parsed.GetValue(address)!, by.On)));
    }

    // --- what they share ----------------------------------------------------------------------------------------------------------------------

    internal static Command Acting(string name, string description, Option[] options, Func<ParseResult, Desk, Instruction, string, Outcome<CommandResult>> act, params Argument[] more)
    {
        var command = new Command(name, description) { ActingVerbs.Series };
        foreach (var argument in more) command.Add(argument);
        foreach (var option in options) command.Add(option);
        Shared(command);
        command.SetAction(ActingVerbs.Acting(name, (parsed, desk, by) => act(parsed, desk, by, parsed.GetValue(ActingVerbs.Series)!)));
        return command;
    }

    private static Command Looking(string name, string description, Option[] options, Func<ParseResult, RegisterPage, Output, Exit> show)
    {
        var command = new Command(name, description) { ActingVerbs.Series };
        foreach (var option in options) command.Add(option);
        command.Add(ActingVerbs.On);
        command.Add(Common.StoreTarget);
        command.Add(Common.Json);
        command.SetAction(Common.Run((parsed, output) => ActingVerbs.WithStore(parsed, output, store => Common.ActOf(parsed, store, parsed.GetValue(ActingVerbs.On))
            .Then(by => Registering.Page(new Desk(store), parsed.GetValue(ActingVerbs.Series)!, by.On)).Match(page => show(parsed, page, output), output.Refuse))));
        return command;
    }

    private static void Shared(Command command)
    {
        foreach (var option in new Option[] { ActingVerbs.On, Common.StoreTarget, Common.As, Common.Key, Common.At, Common.Json }) command.Add(option);
    }

    private static Option<string[]> Many(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.ZeroOrMore };

    private static Option<string[]> ManyNeeded(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.OneOrMore, Required = true };

    private static Outcome<T> Case<T>(string text) where T : struct, Enum =>
        Names.Find<T>(text) is { } known ? known : Refusal.Of(ValueRefusal.FactMalformed, $"\"{text}\" is not one of {Names.All<T>()}.");

    private static Outcome<(string Name, Money Amount)> Pair(string text, Currency currency) => text.LastIndexOf('=') is var at and > 0
        ? Money.Parse(text[(at + 1)..].Trim(), currency).Map(amount => (text[..at].Trim(), amount))
        : Refusal.Of(ValueRefusal.AmountMalformed, $"\"{text}\" is not formed as NAME=AMOUNT.");

    private static Outcome<Currency> Currency(Desk desk, string series)
    {
        var state = desk.Load(series);
        return state.Offerings.Count == 0 ? Refusal.Of(SeriesRefusal.SeriesUnknown, $"No series {series} is booked.") : state.Terms.Currency!.Value;
    }

    private static JsonArray Rows<T>(IEnumerable<T> items, Func<T, JsonObject> row) => new([.. items.Select(i => (JsonNode)row(i))]);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
