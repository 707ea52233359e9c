using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Indenture.Core;

/// <summary>Why a file of evidence is not taken.</summary>
public enum EvidenceRefusal
{
    /// <summary>Not of the form that docs/conventions.md shows; the sentence names the member.</summary>
    EvidenceMalformed,
}

/// <summary>
/// What a calculation agent saw and was told, as one JSON object: "screen" with page, on, at, rate (null: the page showed none), record and, for another page
/// than the one named, successor; "polls", each with market, consulted (null: nobody was) and quotations of bank, on, at, rate (null: none given) and record.
/// A member that is missing, unknown or empty is refused: evidence is complete or it is none (NOTE-LIBOR-4 to 10).
/// </summary>
public static class RateEvidenceFile
{
    // Reading descends; one private exception carries the first fault up to Parse and never leaves it.
    private sealed class Malformed(string path, string what) : Exception
    {
        public string Sentence { get; } = $"{path} {what}";
    }

    /// <summary>Refused EVIDENCE-MALFORMED with the file and the member.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="file">The name it is cited by.</param>
    public static Outcome<RateEvidence> Parse(string json, string file)
    {
        try
        {
            var root = Members(JsonNode.Parse(json), "the evidence", "screen", "polls");
            return new RateEvidence(
                root["screen"] is { } screen ? Screen(Members(screen, "screen", "page", "on", "at", "rate", "record", "successor")) : null,
                [.. List(root, "polls", "polls").Select((poll, i) => Poll(Members(poll, $"polls[{Text(i)}]", "market", "consulted", "quotations"), $"polls[{Text(i)}]"))]);
        }
        catch (JsonException e)
        {
            return Refusal.Of(EvidenceRefusal.EvidenceMalformed, $"{file}, line {Text((int)(e.LineNumber ?? 0) + 1)}: it is no JSON.");
        }
        catch (Malformed e)
        {
            return Refusal.Of(EvidenceRefusal.EvidenceMalformed, $"{file}: {e.Sentence}.");
        }
    }

    private static ScreenReading Screen(JsonObject json) =>
        new(Needed(json, "screen", "page"), Day(json, "screen"), Time(json, "screen"), Rate(json, "screen"), Needed(json, "screen", "record"), Word(json, "screen", "successor"));

    private static BankPoll Poll(JsonObject json, string path) => new(
        Needed(json, path, "market"),
        [.. List(json, path + ".quotations", "quotations").Select((quotation, i) => Quoted(Members(quotation, $"{path}.quotations[{Text(i)}]", "bank", "on", "at", "rate", "record"), $"{path}.quotations[{Text(i)}]"))],
        Word(json, path, "consulted"));

    private static Quotation Quoted(JsonObject json, string path) => new(Needed(json, path, "bank"), Day(json, path), Time(json, path), Rate(json, path), Needed(json, path, "record"));

    private static JsonObject Members(JsonNode? node, string path, params string[] names)
    {
        if (node is not JsonObject json) throw new Malformed(path, "is not an object");
        return json.Select(m => m.Key).Except(names).FirstOrDefault() is { } other ? throw new Malformed($"{path}.{other}", $"is not one of {string.Join(", ", names)}") : json;
    }

    private static JsonArray List(JsonObject json, string path, string name) => json[name] switch
    {
        null => [],
        JsonArray list => list,
        _ => throw new Malformed(path, "is not a list"),
    };

    private static string? Word(JsonObject json, string path, string name) =>
        json[name] is not { } node ? null : node is JsonValue value && value.TryGetValue<string>(out var text) && text.Trim().Length > 0 ? text : throw new Malformed($"{path}.{name}", "is not a string with words in it");

    private static string Needed(JsonObject json, string path, string name) => Word(json, path, name) ?? throw new Malformed($"{path}.{name}", "is missing");

    /// <summary>A rate is stated or stated to be absent: a member left out says neither.</summary>
    private static Percent? Rate(JsonObject json, string path)
    {
        if (!json.ContainsKey("rate")) throw new Malformed(path + ".rate", "is missing; null says that there was none");
        return Word(json, path, "rate") is { } text ? Percent.Parse(text).Match(p => p, r => throw new Malformed(path + ".rate", $"is no percentage: {r.Message.TrimEnd('.')}")) : null;
    }

    private static DateOnly Day(JsonObject json, string path) =>
        DateOnly.TryParseExact(Needed(json, path, "on"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new Malformed(path + ".on", "is not a date such as 2008-12-05");

    private static TimeOnly Time(JsonObject json, string path) =>
        TimeOnly.TryParseExact(Needed(json, path, "at"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : throw new Malformed(path + ".at", "is not a time such as 11:00");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
