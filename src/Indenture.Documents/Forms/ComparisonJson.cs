using System.Text.Json.Nodes;

namespace Indenture.Documents;

/// <summary>A comparison as `indenture diff --json` prints it: spans in bytes of the file that "file" names, 0 the first and 1 the second.</summary>
public static class ComparisonJson
{
    public static JsonObject Write(Comparison comparison) => new()
    {
        ["same"] = comparison.IsSame,
        ["files"] = List(comparison.Files, f => new JsonObject { ["path"] = f.Path, ["sha256"] = f.Sha256, ["bytes"] = f.Bytes.Length }),
        ["documents"] = List(comparison.Documents, d => new JsonObject
        {
            ["first"] = Document(d.First, 0), ["second"] = Document(d.Second, 1),
            ["facts"] = List(d.Facts, Fact), ["underwriters"] = List(d.Underwriters, Fact), ["clauses"] = List(d.Clauses, Clause),
        }),
    };

    private static JsonObject? Document(ReadDocument? document, int file) => document is null ? null : new JsonObject
    {
        ["id"] = document.Id, ["kind"] = document.Kind.ToString(), ["title"] = document.Title, ["place"] = ReadingJson.Place(new Place(file, document.Start, document.End, document.Part)),
    };

    private static JsonObject Fact(FactDifference difference)
    {
        var json = new JsonObject { ["change"] = Names.Of(difference.Change), ["name"] = difference.Name };
        if (difference.Tranche is { } tranche) json["tranche"] = tranche;
        json["first"] = List(difference.First, Stated);
        json["second"] = List(difference.Second, Stated);
        return json;
    }

    private static JsonObject Stated(Stated stated)
    {
        var json = new JsonObject { ["value"] = stated.Value };
        if (stated.Unit is { } unit) json["unit"] = unit;
        json["quote"] = stated.Quote;
        json["place"] = ReadingJson.Place(stated.Place);
        return json;
    }

    private static JsonObject Clause(ClauseDifference difference)
    {
        var json = new JsonObject { ["change"] = Names.Of(difference.Change), ["clause"] = difference.Clause };
        if (difference.First is { } first) json["first"] = Side(first);
        if (difference.Second is { } second) json["second"] = Side(second);
        if (difference.Changes.Count > 0)
            json["words"] = List(difference.Changes, c => new JsonObject { ["after"] = c.After, ["delete"] = c.Delete, ["insert"] = c.Insert });
        return json;
    }

    private static JsonObject Side(Words words) => new() { ["text"] = words.Text, ["place"] = ReadingJson.Place(words.Place) };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(i => (JsonNode)write(i))]);
}
