using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Indenture.Actions;
using Indenture.Core;

namespace Indenture.Cli;

/// <summary>The verbs that compute and store nothing: schedule, calendar, daycount, check.</summary>
public static class CalculatingVerbs
{
    public static Command Schedule()
    {
        var terms = new Argument<string>("TERMS.json") { Description = "A terms document (docs/terms.schema.json), or - for standard input" };
        var fixings = new Option<string?>("--fixings") { Description = "CSV with the header index,tenor,date,percent; the date is the determination date" };
        var csv = new Option<bool>("--csv") { Description = "Print the payments as CSV" };
        var assume = Common.Assume();
        var command = new Command("schedule", "Every payment of the life of the notes: dates, days, rate and amount, with the working")
        {
            terms, fixings, csv, assume, Common.CalendarFiles, Common.Json, Common.As,
        };
        command.SetAction(Common.Run((parsed, output) =>
        {
            var path = parsed.GetValue(terms)!;
            return Common.Assumptions(parsed.GetValue(assume))
                .Then(assumptions => Files.Text(path)
                .Then(text => TermsJson.Read(text, path == "-" ? "standard input" : path))
                .Then(read => Files.Fixings(parsed.GetValue(fixings))
                .Then(rates => Common.CalendarsOf(parsed)
                .Then(calendars => Scheduling.Run(read, assumptions, Common.Actor(parsed), rates, calendars)))))
                .Match(answer => PrintSchedule(answer, parsed.GetValue(csv), output), output.Refuse);
        }));
        return command;
    }

    private static Exit PrintSchedule(Scheduling.Answer answer, bool csv, Output output)
    {
        var payments = answer.Dues.Select(d => PaymentJson.Write(answer.Promise, d)).ToList();
        if (answer.Promise.RoundingIsSilent)
            output.Note($"ROUNDING-SILENT: no document names a rounding; the series' amount is rounded {answer.Promise.Rounding}.");
        output.Answer(() => new JsonObject { ["payments"] = new JsonArray([.. payments]) }, writer =>
        {
            string[] fields = ["n", "accrualStart", "accrualEnd", "unadjustedDate", "paymentDate", "recordDate", "fixingDate", "days", "fraction", "rate", "interest", "principal"];
            if (csv)
            {
                writer.WriteLine(string.Join(",", fields));
                foreach (var payment in payments) writer.WriteLine(string.Join(",", fields.Select(f => payment[f]?.ToString() ?? "")));
                return;
            }
            var table = new Table(("n", true), ("from", false), ("to", false), ("scheduled", false), ("paid", false), ("record", false), ("fixing", false), ("days", true), ("fraction", true), ("rate %", true), ("interest", true), ("principal", true));
            foreach (var payment in payments) table.Add([.. fields.Select(f => payment[f]?.ToString() ?? "-")]);
            table.Print(writer);
        });
        return Exit.Done;
    }

    public static Command Calendar()
    {
        var name = new Argument<string>("NAME[+NAME...]") { Description = "One or more of NewYork, London, Tokyo, TARGET, USSettlement, None, Weekends; a day is open only where all are" };
        var from = new Option<string>("--from") { Description = "First day, inclusive (2008-01-01)", Required = true };
        var to = new Option<string>("--to") { Description = "Last day, inclusive", Required = true };
        var command = new Command("calendar", "The closed weekdays of a calendar or of several together") { name, from, to, Common.CalendarFiles, Common.Json };
        command.SetAction(Common.Run((parsed, output) =>
            TermFact.Day(parsed.GetValue(from)!).Then(first => TermFact.Day(parsed.GetValue(to)!)
                .Then(last => Common.CalendarsOf(parsed)
                .Then(calendars => calendars.Resolve(new CalendarSet(parsed.GetValue(name)!.Split('+', StringSplitOptions.TrimEntries))))
                .Then(calendar => calendar.Covers(first, last)
                .Map(_ => (calendar, Days: calendar.Holidays(first, last))))))
            .Match(found =>
            {
                output.Answer(() => new JsonObject
                {
                    ["calendars"] = new JsonArray([.. found.calendar.Set.Names.Select(n => (JsonNode)n)]),
                    ["version"] = found.calendar.Version,
                    ["holidays"] = new JsonArray([.. found.Days.Select(h => (JsonNode)new JsonObject { ["date"] = PaymentJson.Day(h.Date), ["name"] = h.Name })]),
                }, writer =>
                {
                    foreach (var holiday in found.Days) writer.WriteLine($"{PaymentJson.Day(holiday.Date)}  {holiday.Date.DayOfWeek.ToString()[..3]}  {holiday.Name}");
                });
                return Exit.Done;
            }, output.Refuse)));
        return command;
    }

    public static Command DayCounting()
    {
        var basis = new Argument<string>("BASIS") { Description = DayCountNames.All() };
        var from = new Argument<string>("FROM") { Description = "First day, inclusive (2008-12-09)" };
        var to = new Argument<string>("TO") { Description = "Last day, exclusive" };
        var period = new Option<string?>("--period") { Description = "FROM,TO of the regular period (Actual/Actual ICMA)" };
        var frequency = new Option<int?>("--frequency") { Description = "Regular payments a year (Actual/Actual ICMA)" };
        var termination = new Option<string?>("--termination") { Description = "Termination date (30E/360 ISDA)" };
        var command = new Command("daycount", "Days and the exact fraction of a year between two dates") { basis, from, to, period, frequency, termination, Common.Json };
        command.SetAction(Common.Run((parsed, output) =>
        {
            var name = parsed.GetValue(basis)!;
            if (DayCountNames.Find(name) is not { } known)
                return output.Refuse(Refusal.Of(ValueRefusal.FactMalformed, $"\"{name}\" is not a day count; there are {DayCountNames.All()}."));
            return TermFact.Day(parsed.GetValue(from)!).Then(start => TermFact.Day(parsed.GetValue(to)!)
                .Then(end => Context(parsed.GetValue(period), parsed.GetValue(frequency), parsed.GetValue(termination))
                .Then(context => DayCount.TryOf(known, start, end, context).Map(fraction => (start, end, fraction)))))
                .Match(answer =>
                {
                    output.Answer(() => new JsonObject
                    {
                        ["basis"] = name,
                        ["from"] = PaymentJson.Day(answer.start),
                        ["to"] = PaymentJson.Day(answer.end),
                        ["days"] = answer.fraction.Days,
                        ["fraction"] = answer.fraction.Fraction.ToString(),
                    }, writer => writer.WriteLine($"{answer.fraction.Days} days, {answer.fraction.Fraction} of a year ({name})"));
                    return Exit.Done;
                }, output.Refuse);
        }));
        return command;
    }

    private static Outcome<DayCountContext?> Context(string? period, int? frequency, string? termination)
    {
        if (termination is not null) return TermFact.Day(termination).Map<DayCountContext?>(DayCountContext.WithTermination);
        if (period is null && frequency is null) return new Outcome<DayCountContext?>.Done(null);
        var ends = period?.Split(',') ?? [];
        if (ends.Length != 2 || frequency is not (1 or 2 or 3 or 4 or 6 or 12))
            return Refusal.Of(ValueRefusal.FactMalformed, "A regular period is given as --period FROM,TO with --frequency 1, 2, 3, 4, 6 or 12.");
        return TermFact.Day(ends[0]).Then(start => TermFact.Day(ends[1]).Map<DayCountContext?>(end => DayCountContext.WithPeriods([start, end], 1, frequency.Value)));
    }

    public static Command Check()
    {
        var ids = new Argument<string[]>("ID") { Description = "CUSIP, ISIN, LEI or Common Code; quote one that is printed with spaces", Arity = ArgumentArity.OneOrMore };
        var command = new Command("check", "Check digits of identifiers. A Common Code that fails is only ever a warning") { ids, Common.Json };
        command.SetAction(Common.Run((parsed, output) =>
        {
            var checks = parsed.GetValue(ids)!.Select(Identifier.Check).ToList();
            output.Answer(() => new JsonArray([.. checks.Select(c => (JsonNode)new JsonObject
            {
                ["id"] = c.Id,
                ["kind"] = c.Kind is { } kind ? KindName(kind) : null,
                ["valid"] = c.Valid,
                ["expected"] = c.Expected,
            })]), writer =>
            {
                foreach (var c in checks)
                    writer.WriteLine(c.Kind is { } kind
                        ? $"{c.Id}: {KindName(kind)}, {(c.Valid ? "valid" : c.Expected is { } expected ? $"not valid; with these characters it would be {expected}" : "not valid; no check digit fits these characters")}"
                        : $"{c.Id}: neither a CUSIP, an ISIN, an LEI nor a Common Code");
            });
            return Exit.Done;
        }));
        return command;
    }

    private static string KindName(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Cusip => "CUSIP",
        IdentifierKind.Isin => "ISIN",
        IdentifierKind.CommonCode => "Common Code",
        IdentifierKind.Lei => "LEI",
    };
}
