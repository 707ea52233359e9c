using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Indenture.Actions;
using Indenture.Core;

namespace Indenture.Cli;

/// <summary>The verbs by which a live book comes from another system (docs/takeover.md).</summary>
public static class TakeoverVerbs
{
    public static IEnumerable<Command> All() => [Import(), Compare()];

    private static Command Import()
    {
        var book = new Argument<string>("BOOK") { Description = "CSV, one line a series: series, asOf, outstanding, paidTo, where they apply cancelled, redeemed, currentRate, lastInterest, and any fact of the terms by its name" };
        var positions = new Option<string>("--positions") { Description = "CSV, one line a certificate (series, form, certificate, holder, principal) or a holder below a form (series, form, participant, beneficial, principal)", Required = true };
        var command = new Command("import", "Takes series over from another system in the middle of their lives, each in a transaction of its own" + ActingVerbs.ByTwo)
        {
            book, positions, ActingVerbs.On, Common.CalendarFiles, Common.StoreTarget, Common.As, Common.Key, Common.At, Common.Json,
        };
        command.SetAction(Common.Run((parsed, output) => ActingVerbs.WithStore(parsed, output, store => Common.ActOf(parsed, store, parsed.GetValue(ActingVerbs.On)).Then(by => Common.CalendarsOf(parsed)
            .Then(calendars => TakingOver.Run(new Desk(store), by, calendars, parsed.GetValue(book)!, parsed.GetValue(positions)!))).Match(all => Print(all, output), output.Refuse))));
        return command;
    }

    private static Exit Print(IReadOnlyList<Taken> all, Output output)
    {
        var refused = all.Where(t => t.Result is Outcome<Storage.CommandResult>.Refused).ToList();
        if (!output.Json)
            foreach (var t in refused) t.Result.Match(_ => 0, r => { output.Note($"refused: series {t.Series.Series}: {r.Code}: {r.Message}"); return 0; });
        output.Answer(() => new JsonObject
        {
            ["imported"] = new JsonArray([.. all.Except(refused).Select(t => (JsonNode)new JsonObject
            {
                ["series"] = t.Series.Series, ["offering"] = t.Series.Offering, ["outstanding"] = t.Series.Book.Outstanding.ToString(), ["paidTo"] = Day(t.Series.Book.PaidTo), ["proposed"] = IsProposed(t), ["repeated"] = t.Result.Require().Repeated,
            })]),
            ["refused"] = new JsonArray([.. refused.Select(t => t.Result.Match<JsonNode>(_ => new JsonObject(), r => { var json = Output.RefusalJson(r); json["series"] = t.Series.Series; return json; }))]),
        }, writer =>
        {
            foreach (var t in all.Except(refused))
                writer.WriteLine($"series {t.Series.Series}: {(IsProposed(t) ? $"proposed as import/{t.Series.Offering}" : "taken over")}, {t.Series.Book.Outstanding.ToDisplay()} outstanding, paid to {Day(t.Series.Book.PaidTo)}{(IsProposed(t) ? "; another person who gives the same command carries it out" : "")}");
        });
        return refused.Count > 0 ? Exit.Refused : Exit.Done;
    }

    private static bool IsProposed(Taken taken) => JsonNode.Parse(taken.Result.Require().Answer)!["proposed"] is not null;

    private static Command Compare()
    {
        var dues = new Argument<string>("DUES") { Description = "CSV of the other system: series, paymentDate, and any of accrualStart, accrualEnd, recordDate, days, rate, outstanding, interest, principal" };
        var command = new Command("compare", "Sets our dues beside another system's file of them and lists every difference (exit 1 where there is one)") { dues, Common.CalendarFiles, Common.StoreTarget, Common.Json };
        command.SetAction(Common.Run((parsed, output) => ActingVerbs.WithStore(parsed, output, store => Common.CalendarsOf(parsed)
            .Then(calendars => TakingOver.Compare(new Desk(store), calendars, parsed.GetValue(dues)!)).Match(all =>
            {
                output.Answer(() => new JsonObject
                {
                    ["series"] = new JsonArray([.. all.Select(s => (JsonNode)new JsonObject
                    {
                        ["series"] = s.Series, ["rows"] = s.Rows,
                        ["differences"] = new JsonArray([.. s.Differences.Select(d => (JsonNode)new JsonObject
                        {
                            ["due"] = d.N, ["paymentDate"] = Day(d.PaymentDate), ["what"] = d.What, ["ours"] = d.Ours, ["theirs"] = d.Theirs, ["row"] = d.Source?.Row,
                        })]),
                    })]),
                }, writer =>
                {
                    foreach (var s in all)
                    {
                        writer.WriteLine($"{s.Series}: {s.Rows} rows, {(s.Differences.Count == 0 ? "no difference" : $"{s.Differences.Count} differences")}");
                        foreach (var d in s.Differences)
                            writer.WriteLine($"  {(d.N is { } n ? $"due {n}" : "no due of ours")} on {Day(d.PaymentDate)}: {d.What} is {d.Ours ?? "nothing"} here, {d.Theirs ?? "nothing"} there{(d.Source is { } source ? $" ({source.Row})" : "")}");
                    }
                });
                return all.All(s => s.Differences.Count == 0) ? Exit.Done : Exit.Refused;
            }, output.Refuse))));
        return command;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
