using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Indenture.Actions;
using Indenture.Core;
using Indenture.Documents;
using Indenture.Storage;

namespace Indenture.Cli;

/// <summary>The verbs that change a store, and those that look at one: book to redeem, rehearse, explain, verify.</summary>
public static class ActingVerbs
{
    internal static readonly Argument<string> Series = new("SERIES") { Description = "A series, by its id" };
    internal static readonly Argument<int> Due = new("N") { Description = "The number of the due (1 is the first)" };
    internal static readonly Option<string?> On = new("--on") { Description = "The date as of which it holds (default: the day of the act)" };

    internal const string ByTwo = " (two persons: the first proposes, the second who gives the same command carries it out)";

    public static IEnumerable<Command> All() => [Book(), Close(), .. RateVerbs.All(), Announce(), Fund(), Pay(), Redeem(), .. PaymentVerbs.All(), Rehearse(), Explain(), Verify(), .. RegisterVerbs.All(), .. ServiceVerbs.All(), .. TakeoverVerbs.All(), .. MessageVerbs.All(), .. GoverningVerbs.All()];

    // --- booking and closing -----------------------------------------------------------------------------------------------------------------

    private static Command Book()
    {
        var files = Common.FilesArgument("Documents as for read, or one terms document (docs/terms.schema.json) whose name ends in .json");
        var (assume, settle) = (Common.Assume(), Common.Settle());
        var command = new Command("book", "Stores the offerings of documents; one with an open error is refused until a person settles it")
        {
            files, assume, settle, Common.MaxBytes, Common.StoreTarget, Common.As, Common.Key, Common.At, Common.Json,
        };
        command.SetAction(Common.Run((parsed, output) => WithStore(parsed, output, store =>
            Candidates(parsed, FileReading.Expand(parsed.GetValue(files)!)).Then(candidates => Common.Assumptions(parsed.GetValue(assume))
                .Then(assumptions => Common.Collect(parsed.GetValue(settle), Settling.Parse)
                .Then(settlings => Common.ActOf(parsed, store, null)
                .Map(by =>
                {
                    var booking = new Booking(new Desk(store), by.Actor, by.Key, by.At);
                    var results = candidates.Select(c => (Candidate: c, Result: booking.Book(c, assumptions, settlings))).ToList();
                    return PrintBooked(results, output);
                }))))
            .Match(exit => exit, output.Refuse))));
        return command;
    }

    /// <summary>Every file whose name ends in .json is one offering; the others are read together.</summary>
    private static Outcome<IReadOnlyList<Candidate>> Candidates(ParseResult parsed, IReadOnlyList<string> names)
    {
        var terms = names.Where(n => n.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).ToList();
        var documents = names.Except(terms).ToList();
        return Common.Collect(terms, name => Files.Text(name).Then(json => Booking.Of(json, name)))
            .Then(given => documents.Count == 0 && terms.Count > 0 ? new Outcome<IReadOnlyList<Candidate>>.Done(given)
                : ReadingVerb.Open(parsed, documents).Then(inputs => Reader.Read(inputs).Map<IReadOnlyList<Candidate>>(reading => [.. given, .. Booking.Of(reading, inputs)])));
    }

    private static Exit PrintBooked(IReadOnlyList<(Candidate Candidate, Outcome<Booked> Result)> results, Output output)
    {
        var booked = new List<Booked>();
        var refused = new List<NotBooked>();
        foreach (var (candidate, result) in results)
            result.Match(b => { booked.Add(b); return 0; }, r => { refused.Add(new NotBooked(candidate.Offering, r, candidate.Findings)); return 0; });
        if (!output.Json)
            foreach (var r in refused) output.Note($"refused: offering {r.Offering}: {r.Refusal.Code}: {r.Refusal.Message}");
        output.Answer(() => new JsonObject
        {
            ["booked"] = new JsonArray([.. booked.Select(b => (JsonNode)new JsonObject { ["offering"] = b.Offering, ["series"] = b.Series, ["existed"] = b.Existed })]),
            ["refused"] = new JsonArray([.. refused.Select(r => (JsonNode)new JsonObject
            {
                ["offering"] = r.Offering, ["code"] = r.Refusal.Code, ["message"] = r.Refusal.Message,
                ["findings"] = new JsonArray([.. r.Findings.Where(f => f.Severity == Severity.Error).Select(f => (JsonNode)f.Id)]),
            })]),
        }, writer =>
        {
            foreach (var b in booked) writer.WriteLine($"{(b.Existed ? "already booked" : "booked")}: offering {b.Offering} in series {b.Series}");
            if (results.Count == 0) writer.WriteLine("No offering was found in the documents.");
        });
        return refused.Count > 0 ? Exit.Refused : Exit.Done;
    }

    private static Command Close()
    {
        var offering = new Argument<string>("OFFERING") { Description = "An offering that was booked, by its id" };
        var received = new Option<string[]>("--received") { Description = "UNDERWRITER=AMOUNT as it arrived (repeatable); never taken from what is owed", Arity = ArgumentArity.OneOrMore, Required = true };
        var nominee = new Option<string>("--nominee") { Description = "Registered holder of the global notes", DefaultValueFactory = _ => ClosingDay.UsualNominee };
        var command = new Command("close", "Closes an offering: delivers the global notes when every underwriter has paid" + ByTwo) { offering, received, nominee, On, Common.StoreTarget, Common.As, Common.Key, Common.At, Common.Json };
        command.SetAction(Acting("close", (parsed, desk, by) =>
        {
            var id = parsed.GetValue(offering)!;
            if (desk.Store.Read(view => view.List("offering").FirstOrDefault(o => o.Row.Id == id))?.SeriesId is not { } series)
                return Refusal.Of(CloseRefusal.OfferingUnknown, $"No offering {id} is booked.");
            var currency = desk.Load(series).Terms.Currency!.Value;
            return Common.Collect(parsed.GetValue(received), text => text.LastIndexOf('=') is var at and > 0
                    ? Money.Parse(text[(at + 1)..].Trim(), currency).Map(amount => (Name: text[..at].Trim(), Amount: amount))
                    : Refusal.Of(ValueRefusal.AmountMalformed, $"\"{text}\" is not formed as UNDERWRITER=AMOUNT."))
                .Then(rows => ClosingDay.Run(desk, by, series, id, rows.GroupBy(r => r.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(r => r.Amount).Sum(currency)), parsed.GetValue(nominee)!));
        }));
        return command;
    }

    // --- a due from its position to its payment ----------------------------------------------------------------------------------------------------

    private static Command Announce()
    {
        var command = DueCommand("announce", "Takes the register's position of the record date and freezes what is owed on it", Common.CalendarFiles);
        command.SetAction(Acting("announce", (parsed, desk, by) => Common.CalendarsOf(parsed).Then(calendars => Paying.Announce(desk, by, calendars, parsed.GetValue(Series)!, parsed.GetValue(Due)))));
        return command;
    }

    private static Command Fund()
    {
        var amount = PaymentVerbs.Typed("What arrived, in the currency of the notes; never taken from what is owed");
        var command = DueCommand("fund", "Books the issuer's money for a due, received unconditionally (a credit that can be taken back: credit)", amount);
        command.SetAction(Acting("fund", (parsed, desk, by) => PaymentVerbs.MoneyOf(parsed, desk, amount).Then(money => Paying.Fund(desk, by, parsed.GetValue(Series)!, parsed.GetValue(Due), money))));
        return command;
    }

    private static Command Pay()
    {
        var kind = Kind();
        var amount = PaymentVerbs.Typed("What you mean to pay out in all, in the currency of the notes; never filled in for you");
        var command = DueCommand("pay", "Pays the interest or the principal of a due from money that is there in full" + ByTwo, kind, amount, Common.CalendarFiles);
        command.SetAction(Acting("pay", (parsed, desk, by) => KindOf(parsed, kind).Then(k => Common.CalendarsOf(parsed).Then(calendars => PaymentVerbs.MoneyOf(parsed, desk, amount)
            .Then(stated => Paying.Pay(desk, by, calendars, parsed.GetValue(Series)!, parsed.GetValue(Due), k, stated))))));
        return command;
    }

    private static Command Redeem()
    {
        var command = new Command("redeem", "Cancels the global notes of a series that has been paid in full" + ByTwo) { Series, On, Common.StoreTarget, Common.As, Common.Key, Common.At, Common.Json };
        command.SetAction(Acting("redeem", (parsed, desk, by) => Paying.Redeem(desk, by, parsed.GetValue(Series)!)));
        return command;
    }

    internal static Option<string> Kind() => new("--kind") { Description = $"{Names.All<PaymentKind>()}: never both in one run", Required = true };

    internal static Outcome<PaymentKind> KindOf(ParseResult parsed, Option<string> kind) => Names.Find<PaymentKind>(parsed.GetValue(kind)!) is { } known
        ? known
        : Refusal.Of(ValueRefusal.FactMalformed, $"\"{parsed.GetValue(kind)}\" is not one of {Names.All<PaymentKind>()}.");

    internal static Command DueCommand(string name, string description, params Option[] more)
    {
        var command = new Command(name, description) { Series, Due, On, Common.StoreTarget, Common.As, Common.Key, Common.At, Common.Json };
        foreach (var option in more) command.Add(option);
        return command;
    }

    internal static Func<ParseResult, int> Acting(string verb, Func<ParseResult, Desk, Instruction, Outcome<CommandResult>> act) => Common.Run((parsed, output) =>
        WithStore(parsed, output, store => Common.ActOf(parsed, store, parsed.GetValue(On)).Then(by => act(parsed, new Desk(store), by)).Match(result =>
        {
            var answer = JsonNode.Parse(result.Answer)!.AsObject();
            answer["repeated"] = result.Repeated;
            output.Answer(() => answer, writer => writer.WriteLine(
                result.Repeated ? $"{verb}: given before; the first answer stands: {answer.ToJsonString()}"
                : answer["proposed"] is { } proposal ? $"{verb}: proposed as {proposal}; nothing has moved. Another person who gives the same command carries it out."
                : $"{verb}: series {answer["series"]} is at version {answer["version"]} ({string.Join(", ", answer["events"]!.AsArray().Select(e => e!.ToString()))})"));
            return Exit.Done;
        }, output.Refuse)));

    // --- whole lives --------------------------------------------------------------------------------------------------------------------------

    private static Command Rehearse()
    {
        var files = Common.FilesArgument("Documents as for read, or terms documents whose names end in .json");
        var fixings = new Option<string?>("--fixings") { Description = "CSV with the header index,tenor,date,percent; the date is the determination date" };
        var until = new Option<string?>("--until") { Description = "The last day that is lived (default: to final redemption)" };
        var keep = new Option<string?>("--keep") { Description = "Keep the store of the rehearsal in this file, for explain and verify" };
        var assume = Common.Assume();
        var command = new Command("rehearse", "Lives the notes of documents from closing to final redemption, taking every finding's default and saying so") { files, fixings, until, assume, keep, Common.CalendarFiles, Common.MaxBytes, Common.As, Common.Json };
        command.SetAction(Common.Run((parsed, output) => Lived(parsed.GetValue(files)!, parsed.GetValue(fixings))
            .Then(given => Candidates(parsed, given.Documents)
            .Then(candidates => Common.Assumptions(parsed.GetValue(assume))
            .Then(assumptions => Files.Fixings(given.Fixings)
            .Then(rates => Common.CalendarsOf(parsed)
            .Then(calendars => Day(parsed.GetValue(until))
            .Then(last => Store.Rehearsal(parsed.GetValue(keep))
            .Map(store =>
            {
                using (store)
                using (var progress = new Progress())
                {
                    var lives = new Rehearsing(new Desk(store), calendars, rates, last).Run(candidates, assumptions, Common.Actor(parsed), progress.Report);
                    var invariants = Proving.All(new Desk(store));
                    progress.Dispose();
                    output.Answer(() => RehearsalText.Json(lives, invariants), writer => RehearsalText.Print(lives, invariants, writer));
                    return lives.Count > 0 && lives.All(l => l.Stopped is null && (l.Redeemed || last is not null)) && invariants.All(i => i.Holds) ? Exit.Done : Exit.Refused;
                }
            }))))))).Match(exit => exit, output.Refuse)));
        return command;
    }

    /// <summary>A file of fixings among the documents is taken as such where no other is named: a folder can hold a whole deal.</summary>
    private static Outcome<(IReadOnlyList<string> Documents, string? Fixings)> Lived(IReadOnlyList<string> names, string? fixings)
    {
        var files = FileReading.Expand(names);
        var rates = files.Where(f => f.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).ToList();
        return rates.Count > 1 && fixings is null
            ? Refusal.Of(FixingsRefusal.FixingsConflict, $"{string.Join(" and ", rates)} may each hold the fixings; name one with --fixings.")
            : ((IReadOnlyList<string>)[.. files.Except(rates)], fixings ?? rates.FirstOrDefault());
    }

    private static Outcome<DateOnly?> Day(string? text) => text is null ? new Outcome<DateOnly?>.Done(null) : TermFact.Day(text).Map<DateOnly?>(d => d);

    // --- looking at a store ---------------------------------------------------------------------------------------------------------------------

    private static Command Explain()
    {
        var id = new Argument<string>("ID") { Description = "SERIES/due-N, SERIES/interest-N, SERIES/principal-N, SERIES/principal, SERIES/OFFERING/proceeds, .../spread, .../purchase-money/UNDERWRITER" };
        var command = new Command("explain", "Any stored amount: the formula with its numbers, the rule, and the words it was read from") { id, Common.StoreTarget, Common.Json };
        command.SetAction(Common.Run((parsed, output) => WithStore(parsed, output, store => Explaining.Of(new Desk(store), parsed.GetValue(id)!).Match(explanation =>
        {
            output.Answer(() => new JsonObject
            {
                ["id"] = explanation.Id, ["what"] = explanation.What, ["amount"] = explanation.Amount.ToString(), ["currency"] = explanation.Amount.Currency.Code,
                ["formula"] = explanation.Formula, ["rule"] = explanation.Rule,
                ["grounds"] = new JsonArray([.. explanation.Grounds.Select(g => (JsonNode)new JsonObject
                {
                    ["fact"] = g.Fact, ["value"] = g.Value, ["sources"] = new JsonArray([.. g.Sources.Select(s => (JsonNode)TermsJson.WriteSource(s))]),
                })]),
            }, writer =>
            {
                writer.WriteLine($"{explanation.Amount.ToDisplay()}  {explanation.What}");
                writer.WriteLine($"  formula: {explanation.Formula}");
                writer.WriteLine($"  rule:    {explanation.Rule}");
                foreach (var ground in explanation.Grounds)
                {
                    writer.WriteLine($"  {ground.Fact} = {ground.Value}");
                    foreach (var source in ground.Sources) writer.WriteLine($"    {Placed(store, source)}");
                }
            });
            return Exit.Done;
        }, output.Refuse))));
        return command;
    }

    /// <summary>The words with the file they stand in, where the store keeps it.</summary>
    private static string Placed(Store store, Source source) => source is Source.Document words && store.Read(view => view.Document(words.Sha256)) is { } file
        ? $"\"{words.Quote}\" ({file.Path}{(words.Part is null ? "" : "/" + words.Part)}, bytes {words.Start} to {words.End})"
        : source.ToString();

    private static Command Verify()
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Make the lists anew from the journal first" };
        var command = new Command("verify", "Walks the journal and the books and says of each invariant whether it holds") { rebuild, Common.StoreTarget, Common.Json };
        command.SetAction(Common.Run((parsed, output) => WithStore(parsed, output, store =>
        {
            if (parsed.GetValue(rebuild)) store.RebuildLists(Lists.Fold);
            var invariants = Proving.All(new Desk(store));
            output.Answer(() => new JsonObject { ["invariants"] = RehearsalText.Json(invariants) }, writer => RehearsalText.Print(invariants, writer));
            return invariants.All(i => i.Holds) ? Exit.Done : Exit.Refused;
        })));
        return command;
    }

    internal static Exit WithStore(ParseResult parsed, Output output, Func<Store, Exit> use) =>
        Store.Open(parsed.GetValue(Common.StoreTarget) ?? "indenture.db").Match(store =>
        {
            using (store) return use(store);
        }, output.Refuse);
}
