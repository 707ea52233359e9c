using System.CommandLine;
using System.Text.Json.Nodes;
using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Cli;

/// <summary>The verbs of a store as a whole: copied to another engine, sealed.</summary>
public static class StoreVerbs
{
    public static Command All() => new("store", "Copies a store to another engine, or seals its journal") { Copy(), Seal() };

    private static Command Copy()
    {
        var to = new Argument<string>("TO") { Description = "An empty store, or where one is to be made: a SQLite file or a PostgreSQL connection string" };
        var command = new Command("copy", "Copies everything into an empty store, on the same engine or the other, in one transaction; read back, compared and audited before it is kept") { to, Common.StoreTarget, Common.Json };
        command.SetAction(Common.Run((parsed, output) => ActingVerbs.WithStore(parsed, output, from => Store.Open(parsed.GetValue(to)!, from.Kind).Match(target =>
        {
            using (target)
                return from.CopyTo(target).Match(copy =>
                {
                    output.Answer(() => new JsonObject
                    {
                        ["from"] = from.Target, ["to"] = target.Target, ["rows"] = new JsonObject(copy.Rows.Select(r => KeyValuePair.Create(r.Key, (JsonNode?)r.Value))), ["invariants"] = RehearsalText.Json(copy.Audit),
                    }, writer =>
                    {
                        writer.WriteLine($"copied from {from.Target} to {target.Target}");
                        var table = new Table(("table", false), ("rows", true));
                        foreach (var (name, rows) in copy.Rows) table.Add(name, rows.ToString(System.Globalization.CultureInfo.InvariantCulture));
                        table.Print(writer, "  ");
                        writer.WriteLine($"{copy.Audit.Count} invariants hold in the copy");
                    });
                    return Exit.Done;
                }, output.Refuse);
        }, output.Refuse))));
        return command;
    }

    private static Command Seal()
    {
        var command = new Command("seal", "Seals what the journal holds onto the audit chain; whoever keeps the hash elsewhere can show later that nothing before it was changed") { Common.StoreTarget, Common.At, Common.Json };
        command.SetAction(Common.Run((parsed, output) => ActingVerbs.WithStore(parsed, output, store => Common.ActOf(parsed, store, null).Match(by =>
        {
            var block = store.Seal(by.At);
            output.Answer(() => new JsonObject { ["block"] = block?.Block, ["events"] = block?.Events, ["hash"] = block is null ? null : Convert.ToHexStringLower(block.Hash) },
                writer => writer.WriteLine(block is null ? "nothing new to seal" : $"block {block.Block}: {block.Events} events, {Convert.ToHexStringLower(block.Hash)}"));
            return Exit.Done;
        }, output.Refuse))));
        return command;
    }
}
