using System.Text.Json.Nodes;
using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>The register's lines of the lists across series: certificates on their way, requests to cancel, differences with a depositary, accounts.</summary>
internal static class RegisterLists
{
    public static IEnumerable<ListRow> Of(SeriesState state)
    {
        foreach (var certificate in state.Register.Certificates.Known.Values)
            yield return Lists.Row("certificate", certificate.Prepared.Number, Names.Of(certificate.Stage), certificate.Prepared.Number, new JsonObject
            {
                ["number"] = certificate.Prepared.Number, ["form"] = Names.Of(certificate.Prepared.Form), ["holder"] = certificate.Prepared.Holder, ["principal"] = certificate.Prepared.Principal.ToString(),
            });
        foreach (var cancellation in state.Register.Cancellations.Values)
            yield return Lists.Row("cancellation", cancellation.Request.Reference, Names.Of(cancellation.StatusIn(state)), Instruction.Iso(cancellation.Request.Date), RegisterJson.Of(state, cancellation));
        foreach (var compared in state.Register.Holdings.Reconciled.Values)
            foreach (var difference in compared.Differences)
                yield return Lists.Row("difference", $"{Names.Of(compared.Form)}/{difference.Participant}", "open", Instruction.Iso(difference.FirstSeen), RegisterJson.Of(compared, difference));
        foreach (var (payee, history) in state.Register.Accounts.History)
            yield return Lists.Row("account", payee, "current", payee, RegisterJson.Of(history[^1]));
    }
}

/// <summary>What the register's lists and pages say, as JSON.</summary>
internal static class RegisterJson
{
    public static JsonObject Of(SeriesState state, Cancellation cancellation) => new()
    {
        ["reference"] = cancellation.Request.Reference, ["ground"] = Names.Of(cancellation.Request.Ground), ["requested"] = Instruction.Iso(cancellation.Request.Date), ["status"] = Names.Of(cancellation.StatusIn(state)),
        ["unpaid"] = cancellation.Request.Unpaid.ToString(),
        ["open"] = new JsonArray([.. cancellation.Open.Select(p => (JsonNode)Of(p))]),
        ["cancelled"] = new JsonArray([.. cancellation.Carried.SelectMany(c => c.Parts.Select(p =>
        {
            var part = Of(p);
            part["date"] = Instruction.Iso(c.Date);
            part["entered"] = Instruction.Iso(c.Entered);
            part["late"] = c.IsLate;
            return (JsonNode)part;
        }))]),
    };

    private static JsonObject Of(CancelledPart part) => new() { ["note"] = part.Note, ["amount"] = part.Amount.ToString() };

    /// <summary>The participant is absent where the totals differ; the age is in days on the statement's day.</summary>
    public static JsonObject Of(HoldingEvent.Reconciled compared, HoldingDifference difference)
    {
        var json = new JsonObject { ["form"] = Names.Of(compared.Form) };
        if (difference.Participant is { } participant) json["participant"] = participant;
        json["register"] = difference.Register.ToString();
        json["stated"] = difference.Stated.ToString();
        json["firstSeen"] = Instruction.Iso(difference.FirstSeen);
        json["date"] = Instruction.Iso(compared.Date);
        json["ageDays"] = difference.AgeOn(compared.Date);
        return json;
    }

    public static JsonObject Of(AccountEvent.Instructed instructed)
    {
        var json = new JsonObject
        {
            ["payee"] = instructed.Payee, ["holder"] = instructed.Account.Holder, [instructed.Account.Kind == AccountKind.Iban ? "iban" : "account"] = instructed.Account.Number, ["bank"] = instructed.Account.Bank,
        };
        if (instructed.Account.ClearingSystem is { } system) json["clearingSystem"] = system;
        json["reference"] = instructed.Reference;
        json["entered"] = Instruction.Iso(instructed.Entered);
        json["paysFrom"] = Instruction.Iso(instructed.Entered.AddDays(1));
        return json;
    }
}
