using System.Text.Json;
using System.Text.Json.Nodes;
using Indenture.Core;
using Indenture.Documents;

namespace Indenture.Actions;

/// <summary>conform: the edits that one file asks for, made in another.</summary>
public static class ConformingFiles
{
    /// <summary>
    /// The edits of a document, or of what "read --json" printed of one: a list of edits, or a reading with its documents.
    /// </summary>
    public static Outcome<IReadOnlyList<Edit>> Edits(InputFile file)
    {
        var first = file.Bytes.FirstOrDefault(b => !char.IsWhiteSpace((char)b));
        if (first is not ((byte)'[' or (byte)'{')) return Reader.Read([file]).Map<IReadOnlyList<Edit>>(reading => [.. reading.Documents.SelectMany(d => d.Edits)]);
        try
        {
            var json = JsonNode.Parse(file.Bytes);
            var edits = json is JsonArray list ? list : json!["documents"] is JsonArray documents ? new JsonArray([.. documents.SelectMany(d => d!["edits"]!.AsArray()).Select(e => e!.DeepClone())]) : json["edits"]!.AsArray();
            return edits.Select(Read).ToList();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            return Refusal.Of(FileRefusal.FileUnreadable, $"{file.Path} is neither a document nor a list of edits as \"read --json\" prints it.");
        }
    }

    private static Edit Read(JsonNode? edit) => new(
        (string?)edit!["section"] ?? "", (int?)edit["line"], (string)edit["operation"]!, (string?)edit["delete"], (string?)edit["insert"], (int?)edit["start"] ?? 0, (int?)edit["end"] ?? 0, (int?)edit["paragraph"]);

    /// <summary>The conformed copy of a base document, with a citation for each change.</summary>
    public static Outcome<Conformed> Conform(string text, InputFile edits) => Edits(edits).Then(list => Documents.Conforming.Apply(text, list));
}
