using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Indenture.Actions;
using Indenture.Core;

namespace Indenture.Cli;

/// <summary>The verbs of a floating rate: determined, corrected, told, asked for.</summary>
public static class RateVerbs
{
    private static Option<string?> FixingsFile() => new("--fixings") { Description = "Published rates: CSV with the header index,tenor,date,percent" };

    private static Option<string?> EvidenceFile() => new("--evidence") { Description = "What the page showed and what the banks answered, as JSON (docs/conventions.md): used where no fixing is published" };

    private static Option<int> Tolerance() => new("--tolerance")
    {
        Description = "How many minutes from the stated time \"approximately\" reaches",
        DefaultValueFactory = _ => RateGrounds.UsualTolerance,
    };

    public static IEnumerable<Command> All() => [Fix(), Correct(), Notify(), Asked()];

    private static Command Fix()
    {
        var (fixings, evidence, tolerance) = (FixingsFile(), EvidenceFile(), Tolerance());
        var command = ActingVerbs.DueCommand("fix", "Determines the rate of a floating period on its determination date" + ActingVerbs.ByTwo, fixings, evidence, tolerance, Common.CalendarFiles);
        command.SetAction(ActingVerbs.Acting("fix", (parsed, desk, by) => Grounds(parsed, fixings, evidence, tolerance).Then(grounds => Common.CalendarsOf(parsed)
            .Then(calendars => Rates.Fix(desk, by, calendars, parsed.GetValue(ActingVerbs.Series)!, parsed.GetValue(ActingVerbs.Due), grounds)))));
        return command;
    }

    private static Command Correct()
    {
        var (fixings, evidence, tolerance) = (FixingsFile(), EvidenceFile(), Tolerance());
        var ground = new Option<string>("--ground") { Description = "What the manifest error was; without one a determined rate is binding", Required = true };
        var command = ActingVerbs.DueCommand("correct-rate", "Replaces a rate that was manifestly wrong, before a due rests on it" + ActingVerbs.ByTwo, ground, fixings, evidence, tolerance, Common.CalendarFiles);
        command.SetAction(ActingVerbs.Acting("correct-rate", (parsed, desk, by) => Grounds(parsed, fixings, evidence, tolerance).Then(grounds => Common.CalendarsOf(parsed)
            .Then(calendars => Rates.Correct(desk, by, calendars, parsed.GetValue(ActingVerbs.Series)!, parsed.GetValue(ActingVerbs.Due), grounds, parsed.GetValue(ground)!)))));
        return command;
    }

    private static Command Notify()
    {
        var to = new Option<string>("--to") { Description = "Who was told, by the name in the terms' rateNotices", Required = true };
        var record = new Option<string>("--record") { Description = "Where the notice is kept", Required = true };
        var command = ActingVerbs.DueCommand("notify-rate", "Records that somebody was told of a determined rate; a late notice is recorded as late", to, record, Common.CalendarFiles);
        command.SetAction(ActingVerbs.Acting("notify-rate", (parsed, desk, by) => Common.CalendarsOf(parsed)
            .Then(calendars => Rates.Notify(desk, by, calendars, parsed.GetValue(ActingVerbs.Series)!, parsed.GetValue(ActingVerbs.Due), parsed.GetValue(to)!, parsed.GetValue(record)!))));
        return command;
    }

    private static Command Asked()
    {
        var command = new Command("rates", "What a holder who asks is told: the rate in force on a day and, once it is determined, the next")
        {
            ActingVerbs.Series, ActingVerbs.On, Common.CalendarFiles, Common.StoreTarget, Common.At, Common.Json,
        };
        command.SetAction(Common.Run((parsed, output) => ActingVerbs.WithStore(parsed, output, store => Common.ActOf(parsed, store, parsed.GetValue(ActingVerbs.On))
            .Then(by => Common.CalendarsOf(parsed).Then(calendars => Rates.Asked(new Desk(store), calendars, parsed.GetValue(ActingVerbs.Series)!, by.On)))
            .Match(told =>
            {
                output.Answer(() => new JsonObject { ["inForce"] = Json(told.InForce), ["next"] = Json(told.Next) }, writer =>
                {
                    writer.WriteLine($"in force: {Words(told.InForce)}");
                    writer.WriteLine($"next:     {Words(told.Next)}");
                });
                return Exit.Done;
            }, output.Refuse))));
        return command;
    }

    private static Outcome<RateGrounds> Grounds(ParseResult parsed, Option<string?> fixings, Option<string?> evidence, Option<int> tolerance) =>
        RateGrounds.Of(parsed.GetValue(fixings), parsed.GetValue(evidence), parsed.GetValue(tolerance));

    private static JsonObject? Json(RateEvent.Fixed? rate) => rate is null ? null : new JsonObject
    {
        ["period"] = rate.N, ["percent"] = RateDetermination.Show(rate.PerAnnum * Ratio.Whole(100)), ["how"] = rate.How, ["index"] = rate.Index, ["tenor"] = rate.Tenor,
        ["determination"] = rate.Determination.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["steps"] = new JsonArray([.. (rate.Passed ?? []).Select(p => (JsonNode)p)]),
    };

    private static string Words(RateEvent.Fixed? rate) => rate is null ? "not determined"
        : $"period {rate.N}: {RateDetermination.Show(rate.PerAnnum * Ratio.Whole(100))}% ({rate.How}), determined {rate.Determination:yyyy-MM-dd}{string.Concat((rate.Passed ?? []).Select(p => "; " + p))}";
}
