using System.Text.Json.Nodes;
using Indenture.Actions;
using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Cli;

/// <summary>A rehearsal as the contract prints it, and for a person.</summary>
public static class RehearsalText
{
    public static JsonObject Json(IReadOnlyList<RehearsedSeries> lives, IReadOnlyList<Invariant> invariants) => new()
    {
        ["series"] = new JsonArray([.. lives.Select(l => (JsonNode)Json(l))]),
        ["invariants"] = Json(invariants),
    };

    public static JsonArray Json(IReadOnlyList<Invariant> invariants) => new([.. invariants.Select(i =>
    {
        var json = new JsonObject { ["name"] = i.Name, ["holds"] = i.Holds, ["checked"] = i.Checked };
        if (i.Detail is { Length: > 0 } detail) json["detail"] = detail;
        return (JsonNode)json;
    })]);

    private static JsonObject Json(RehearsedSeries life)
    {
        var json = new JsonObject
        {
            ["id"] = life.Id,
            ["title"] = life.Terms.Title?.Value,
            ["principal"] = life.Terms.Principal?.Value.ToString(),
            ["settled"] = new JsonArray([.. life.Settled.Select(s => (JsonNode)new JsonObject { ["finding"] = s.Finding, ["code"] = s.Code, ["value"] = s.Value, ["why"] = s.Why })]),
            ["assumed"] = new JsonArray([.. life.Assumed.Select(a => (JsonNode)new JsonObject { ["name"] = a.Fact, ["value"] = a.Value, ["who"] = a.Who, ["why"] = a.Why })]),
            ["payments"] = new JsonArray([.. life.Payments.Select(p =>
            {
                var payment = PaymentJson.Write(life.Promise!, p.Due);
                payment["paid"] = p.Paid;
                return (JsonNode)payment;
            })]),
            ["duties"] = new JsonArray([.. life.Duties.Select(d => (JsonNode)new JsonObject
            {
                ["clause"] = d.Clause, ["what"] = d.What, ["debtor"] = d.Debtor, ["due"] = d.Due, ["zone"] = d.Zone, ["state"] = Names.Of(d.State),
            })]),
            ["notices"] = new JsonArray([.. life.Notices.Select(n => (JsonNode)new JsonObject { ["date"] = PaymentJson.Day(n.Date), ["from"] = n.From, ["to"] = n.To, ["what"] = n.What })]),
        };
        if (life.Stopped is { } stop)
            json["stopped"] = new JsonObject { ["code"] = stop.Refusal.Code, ["message"] = stop.Refusal.Message, ["date"] = stop.Date is { } date ? PaymentJson.Day(date) : null };
        return json;
    }

    public static void Print(IReadOnlyList<RehearsedSeries> lives, IReadOnlyList<Invariant> invariants, TextWriter writer)
    {
        foreach (var life in lives)
        {
            writer.WriteLine($"{life.Terms.Title?.Value ?? "untitled"} ({life.Id}), {life.Terms.Principal?.Value.ToDisplay() ?? "principal unknown"}");
            foreach (var settled in life.Settled) writer.WriteLine($"  settled {settled.Code}: {settled.Value}");
            foreach (var assumed in life.Assumed) writer.WriteLine($"  assumed {assumed.Fact} = {assumed.Value} ({assumed.Who}: {assumed.Why})");
            var table = new Table(("n", true), ("from", false), ("to", false), ("days", true), ("rate %", true), ("record date", false), ("paid on", false), ("interest", true), ("principal", true), ("", false));
            foreach (var (due, paid) in life.Payments)
                table.Add($"{due.Period.N}", PaymentJson.Day(due.Period.AccrualStart), PaymentJson.Day(due.Period.AccrualEnd), $"{due.Period.Length.Days}", PaymentJson.Rate(due) ?? "exact",
                    due.Period.RecordDate is { } record ? PaymentJson.Day(record) : "-", PaymentJson.Day(due.Period.PaymentDate), due.Interest!.ToDisplay(), due.Principal.Minor == 0 ? "-" : due.Principal.ToDisplay(), paid ? "" : "not paid");
            if (life.Payments.Count > 0) table.Print(writer, "  ");
            if (life.Promise is { } promise && life.Payments.Count > 0) writer.WriteLine($"  the working of the last: {Dues.Working(promise, life.Payments[^1].Due)}");
            if (life.Redeemed) writer.WriteLine("  redeemed: every global note was paid in full and cancelled");
            if (life.Stopped is { } stop) writer.WriteLine($"  stopped{(stop.Date is { } date ? $" on {PaymentJson.Day(date)}" : "")}: {stop.Refusal.Code}: {stop.Refusal.Message}");
            writer.WriteLine();
        }
        Print(invariants, writer);
    }

    public static void Print(IReadOnlyList<Invariant> invariants, TextWriter writer)
    {
        foreach (var invariant in invariants)
            writer.WriteLine($"{(invariant.Holds ? "holds" : "BROKEN")}  {invariant.Name} ({invariant.Checked} checked){(invariant.Detail is { Length: > 0 } detail ? ": " + detail : "")}");
    }
}
