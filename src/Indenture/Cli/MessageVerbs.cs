using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Indenture.Actions;
using Indenture.Core;
using Indenture.Messages;

namespace Indenture.Cli;

/// <summary>The verbs of messages (docs/messages.md): what is written moves nothing, and neither does what is read.</summary>
public static class MessageVerbs
{
    public static IEnumerable<Command> All() => [Receive(), Received(), PaymentMessage()];

    private static Command Receive()
    {
        var file = new Argument<string>("FILE") { Description = "A camt.053, camt.054, camt.029, pacs.002, pain.002, semt.002, seev.033 or sese.025" };
        var schemas = new Option<string?>("--schemas") { Description = "A folder of message schemas that it is validated against" };
        var command = new Command("receive", "Reads a message about a series strictly, remembers it for ever and says what it tells; acting on it is another command")
        {
            ActingVerbs.Series, file, schemas, ActingVerbs.On, Common.StoreTarget, Common.As, Common.At, Common.Json,
        };
        command.SetAction(ActingVerbs.Acting("receive", (parsed, desk, by) => Common.SchemasOf(parsed, schemas)
            .Then(known => Messaging.Receive(desk, by, parsed.GetValue(ActingVerbs.Series)!, parsed.GetValue(file)!, known))));
        return command;
    }

    private static Command Received()
    {
        var command = new Command("messages", "Every message received about a series, with what it tells") { ActingVerbs.Series, Common.StoreTarget, Common.Json };
        command.SetAction(Common.Run((parsed, output) => ActingVerbs.WithStore(parsed, output, store =>
        {
            var state = new Desk(store).Load(parsed.GetValue(ActingVerbs.Series)!);
            if (state.Offerings.Count == 0) return output.Refuse(Refusal.Of(SeriesRefusal.SeriesUnknown, $"No series {state.Id} is booked."));
            output.Answer(() => new JsonObject
            {
                ["messages"] = new JsonArray([.. state.Messages.Select(m => (JsonNode)new JsonObject
                {
                    ["type"] = m.Type, ["owner"] = m.Owner, ["reference"] = m.Reference, ["sha256"] = m.Sha256, ["says"] = new JsonArray([.. m.Says.Select(s => (JsonNode)s)]),
                })]),
            }, writer =>
            {
                foreach (var m in state.Messages)
                {
                    writer.WriteLine($"{m.Type} {m.Reference}{(m.Owner.Length > 0 ? $" of {m.Owner}" : "")}");
                    foreach (var said in m.Says) writer.WriteLine($"  {said}");
                }
                if (state.Messages.Count == 0) writer.WriteLine("No message was received.");
            });
            return Exit.Done;
        })));
        return command;
    }

    private static Command PaymentMessage()
    {
        var run = new Option<string>("--run") { Description = "A run that was paid: interest-1, principal-10, exchange-interest-2, defaulted-3", Required = true };
        var payer = new Option<string>("--payer") { Description = "A JSON file that says who pays: name, town, country, iban or account, bic, and where wanted street and postCode", Required = true };
        var command = new Command("payment-message", "Writes the payments of a run as a pain.001 to standard output: the same bytes whenever it is asked for") { ActingVerbs.Series, run, payer, Common.StoreTarget, Common.Json };
        command.SetAction(Common.Run((parsed, output) => ActingVerbs.WithStore(parsed, output, store =>
            Messaging.Initiation(new Desk(store), parsed.GetValue(ActingVerbs.Series)!, parsed.GetValue(run)!, parsed.GetValue(payer)!).Match(message =>
            {
                var xml = Encoding.UTF8.GetString(message.Xml.Span);
                output.Answer(() => new JsonObject
                {
                    ["type"] = message.Type.Name, ["id"] = message.Id, ["xml"] = xml, ["rewritten"] = new JsonArray([.. message.Rewritten.Select(r => (JsonNode)r)]),
                }, writer => writer.WriteLine(xml));
                if (!output.Json) foreach (var rewritten in message.Rewritten) output.Note($"written in the network's characters: {rewritten}");
                return Exit.Done;
            }, output.Refuse))));
        return command;
    }
}
