using System.CommandLine;
using System.Text.Json.Nodes;
using Indenture.Actions;
using Indenture.Core;
using Indenture.Documents;

namespace Indenture.Cli;

/// <summary>conform: a base document with the edits that another document asks for.</summary>
public static class ConformVerb
{
    private static readonly Argument<string> Base = new("BASE") { Description = "The document to be changed, as text" };
    private static readonly Option<string> Edits = new("--edits") { Description = "The document that holds the instructions, or its edits as \"read --json\" prints them", Required = true };

    public static Command Conform()
    {
        var command = new Command("conform", "The conformed copy of a document: every edit found in the unedited text, all made or none, each cited") { Base, Edits, Common.MaxBytes, Common.Json };
        command.SetAction(Common.Run((parsed, output) =>
        {
            var (path, from) = (parsed.GetValue(Base)!, parsed.GetValue(Edits)!);
            var limit = parsed.GetValue(Common.MaxBytes);
            return Files.Text(path).Then(text => Files.Bytes(from, limit).Then(bytes => ConformingFiles.Conform(text, new InputFile(bytes, from)))).Match(conformed =>
            {
                output.Answer(() => Json(path, from, conformed), writer => writer.Write(conformed.Text));
                if (!output.Json)
                    foreach (var change in conformed.Changes) output.Note($"{change.Edit.Operation} at {change.Start}: \"{Short(change.Was)}\" is now \"{Short(change.Now)}\" ({from}, bytes {change.Edit.Start} to {change.Edit.End})");
                return Exit.Done;
            }, output.Refuse);
        }));
        return command;
    }

    private static JsonObject Json(string path, string from, Conformed conformed) => new()
    {
        ["base"] = path, ["edits"] = from,
        ["changes"] = new JsonArray([.. conformed.Changes.Select(c => (JsonNode)new JsonObject
        {
            ["operation"] = c.Edit.Operation, ["section"] = c.Edit.Section, ["start"] = c.Start, ["end"] = c.End, ["was"] = c.Was, ["now"] = c.Now, ["newStart"] = c.NewStart, ["newEnd"] = c.NewEnd,
            ["source"] = new JsonObject { ["start"] = c.Edit.Start, ["end"] = c.Edit.End },
        })]),
        ["rules"] = new JsonArray([.. conformed.Rules.Select(r => (JsonNode)new JsonObject { ["delete"] = r.Delete, ["insert"] = r.Insert, ["source"] = new JsonObject { ["start"] = r.Start, ["end"] = r.End } })]),
        ["text"] = conformed.Text,
    };

    private static string Short(string words) => words.ReplaceLineEndings(" ") is var line && line.Length <= 60 ? line : words.ReplaceLineEndings(" ")[..57] + "...";
}
