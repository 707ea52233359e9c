using System.Text.Json.Nodes;

namespace Indenture.Documents;

/// <summary>A reading as `indenture read --json` prints it (docs/contract): money as decimal strings, spans in bytes of the files given.</summary>
public static class ReadingJson
{
    public static JsonObject Write(Reading reading) => new()
    {
        ["files"] = List(reading.Files, f => new JsonObject { ["path"] = f.Path, ["sha256"] = f.Sha256, ["bytes"] = f.Bytes.Length }),
        ["documents"] = List(reading.Documents, Document),
        ["offerings"] = List(reading.Offerings, o => new JsonObject { ["id"] = o.Id, ["documents"] = Strings(o.Documents), ["terms"] = TermsJson.Write(o.Terms), ["series"] = o.Series }),
        ["series"] = List(reading.Series, s => new JsonObject
        {
            ["id"] = s.Id, ["title"] = s.Title, ["tranches"] = Strings(s.Offerings), ["principal"] = s.Principal?.ToString(), ["knownPrincipal"] = s.KnownPrincipal?.ToString(), ["terms"] = TermsJson.Write(s.Terms),
        }),
        ["findings"] = List(reading.Findings, Finding),
    };

    public static JsonObject Finding(Finding finding)
    {
        var json = new JsonObject
        {
            ["id"] = finding.Id, ["code"] = finding.Code, ["severity"] = Names.Of(finding.Severity), ["message"] = finding.Message,
            ["documents"] = Strings(finding.Documents), ["offerings"] = Strings(finding.Offerings), ["blocks"] = Strings(finding.Blocks.Select(b => Names.Of(b))),
            ["places"] = List(finding.Places, Place), ["values"] = Strings(finding.Values),
        };
        if (finding.Default is { } standard) json["default"] = standard;
        return json;
    }

    private static JsonObject Document(ReadDocument document)
    {
        var json = new JsonObject { ["id"] = document.Id, ["file"] = document.File };
        if (document.Part is { } part) json["part"] = part;
        json["kind"] = document.Kind.ToString();
        json["title"] = document.Title;
        json["date"] = document.Date;
        json["start"] = document.Start;
        json["end"] = document.End;
        json["parties"] = List(document.Parties, p => new JsonObject { ["role"] = p.Role, ["name"] = p.Name, ["start"] = p.Start, ["end"] = p.End });
        json["facts"] = List(document.Facts, f =>
        {
            var fact = new JsonObject { ["name"] = f.Name, ["value"] = f.Value };
            if (f.Unit is { } unit) fact["unit"] = unit;
            if (f.Tranche is { } tranche) fact["tranche"] = tranche;
            fact["quote"] = f.Quote;
            fact["start"] = f.Start;
            fact["end"] = f.End;
            return fact;
        });
        json["underwriters"] = List(document.Underwriters, u =>
        {
            var row = new JsonObject { ["name"] = u.Name, ["principal"] = u.Principal };
            if (u.Tranche is { } tranche) row["tranche"] = tranche;
            row["start"] = u.Start;
            row["end"] = u.End;
            return row;
        });
        json["blanks"] = List(document.Blanks, b =>
        {
            var blank = new JsonObject { ["start"] = b.Start, ["end"] = b.End, ["expects"] = b.Expects };
            if (b.Tranche is { } tranche) blank["tranche"] = tranche;
            return blank;
        });
        json["edits"] = List(document.Edits, e =>
        {
            var edit = new JsonObject { ["section"] = e.Section };
            if (e.Paragraph is { } paragraph) edit["paragraph"] = paragraph;
            if (e.Line is { } line) edit["line"] = line;
            edit["operation"] = e.Operation;
            if (e.Delete is { } delete) edit["delete"] = delete;
            if (e.Insert is { } insert) edit["insert"] = insert;
            edit["start"] = e.Start;
            edit["end"] = e.End;
            return edit;
        });
        json["definitions"] = List(document.Definitions, d => new JsonObject { ["term"] = d.Term, ["start"] = d.Start, ["end"] = d.End });
        json["gaps"] = List(document.Gaps, g => new JsonObject { ["name"] = g.Name, ["why"] = g.Why, ["blocks"] = Strings(g.Blocks.Select(b => Names.Of(b))) });
        return json;
    }

    internal static JsonObject Place(Place place)
    {
        var json = new JsonObject { ["file"] = place.File };
        if (place.Part is { } part) json["part"] = part;
        json["start"] = place.Start;
        json["end"] = place.End;
        return json;
    }

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(i => (JsonNode)write(i))]);

    private static JsonArray Strings(IEnumerable<string> items) => new([.. items.Select(i => (JsonNode)i)]);
}
