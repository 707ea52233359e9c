using System.Globalization;
using System.Text.Json.Nodes;

namespace Indenture.Core;

/// <summary>Why rules of the terms are not applied, in the order in which it is tested.</summary>
public enum RuleRefusal { RulesMissing, RulesMalformed }

/// <summary>
/// Reads rules that the terms carry as one JSON object: payment, exchange, defaultedInterest. A member that is not known is refused, because a rule that is
/// left out would change who must act and when.
/// </summary>
internal sealed class RuleReader
{
    private readonly string _name;
    private readonly JsonObject _json;
    private readonly Terms _terms;
    private readonly Calendars _calendars;

    private RuleReader(string name, JsonObject json, Terms terms, Calendars calendars) => (_name, _json, _terms, _calendars) = (name, json, terms, calendars);

    // Reading descends; one private exception carries the first fault up to Read and never leaves it.
    private sealed class Malformed(string path, string what) : Exception
    {
        public Refusal Refusal { get; } = Refusal.Of(RuleRefusal.RulesMalformed, $"The rules of the terms, {path}: {what}");
    }

    /// <summary>The value for terms that state the rules; <paramref name="silent"/> where they state none, or only words.</summary>
    public static Outcome<T> Read<T>(Terms terms, Calendars calendars, string name, T silent, Func<RuleReader, T> read, params string[] members)
    {
        if (terms.Statements.GetValueOrDefault(name)?.Value is not { } text || !text.StartsWith('{')) return silent;
        var reader = new RuleReader(name, JsonNode.Parse(text)!.AsObject(), terms, calendars);
        try
        {
            reader.Only(members);
            return read(reader);
        }
        catch (Malformed malformed)
        {
            return malformed.Refusal;
        }
    }

    private void Only(params string[] members)
    {
        if (_json.Select(m => m.Key).Except(members).FirstOrDefault() is { } other) throw Bad(other, $"is not one of {string.Join(", ", members)}.");
    }

    public RuleReader? Child(string member, params string[] members)
    {
        if (_json[member] is not { } node) return null;
        var child = new RuleReader($"{_name}.{member}", node as JsonObject ?? throw Bad(member, "is not an object."), _terms, _calendars);
        child.Only(members);
        return child;
    }

    public string? Text(string member) => _json[member] is not { } node ? null : node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Bad(member, "is not a string.");

    public string Needed(string member) => Text(member) ?? throw Bad(member, "is missing.");

    public Exception Missing(string member) => Bad(member, "is missing.");

    public int? Whole(string member) =>
        _json[member] is not { } node ? null : node is JsonValue value && value.TryGetValue<int>(out var whole) && whole >= 0 ? whole : throw Bad(member, "is not a whole number of zero or more.");

    public IReadOnlyList<string> List(string member) => _json[member] switch
    {
        null => [],
        JsonArray list => [.. list.Select(i => i is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Bad(member, "is not a list of strings."))],
        _ => throw Bad(member, "is not a list of strings."),
    };

    public T Case<T>(string member) where T : struct, Enum => Names.Find<T>(Needed(member)) ?? throw Bad(member, $"is not one of {Names.All<T>()}.");

    public IReadOnlyList<T> Cases<T>(string member) where T : struct, Enum => [.. List(member).Select(n => Names.Find<T>(n) ?? throw Bad(member, $"\"{n}\" is not one of {Names.All<T>()}."))];

    public T Take<T>(string member, Outcome<T> outcome) => outcome.Match(v => v, r => throw Bad(member, r.Message));

    /// <summary>A list of calendars, or the name of one of the terms' own day rules.</summary>
    public JointCalendar Days(string member)
    {
        var names = _json[member] is JsonValue ? NamedDays(member, Needed(member)) : List(member);
        if (names.Count == 0) throw Bad(member, "names no calendar.");
        return Take(member, _calendars.Resolve(new CalendarSet(names)));
    }

    private IReadOnlyList<string> NamedDays(string member, string rule)
    {
        var rules = _terms.Statements.GetValueOrDefault("dayRules")?.Value is { } text && text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : [];
        return rules[rule] is JsonArray list ? [.. list.Select(n => n!.GetValue<string>())] : throw Bad(member, $"names the day rule \"{rule}\", which dayRules does not have.");
    }

    /// <summary>{ "businessDaysBefore": 2, "calendars": […], "time": "10:00", "zone": "Europe/London" }</summary>
    public DeadlineRule? Deadline(string member)
    {
        if (Child(member, "businessDaysBefore", "calendars", "time", "zone") is not { } rule) return null;
        return TimeOnly.TryParseExact(rule.Needed("time"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new DeadlineRule(rule.Whole("businessDaysBefore") ?? throw rule.Bad("businessDaysBefore", "is missing."), rule.Days("calendars"), time, rule.Needed("zone"))
            : throw rule.Bad("time", "is not a time such as 10:00.");
    }

    private Malformed Bad(string member, string what) => new($"{_name}.{member}", what);
}
