using System.CommandLine;
using System.Globalization;
using Indenture.Actions;
using Indenture.Core;
using Indenture.Messages;
using Indenture.Storage;

namespace Indenture.Cli;

/// <summary>Why an option is not taken.</summary>
public enum UsageRefusal { AtForbidden }

/// <summary>The options that verbs share, and the one way a verb runs.</summary>
public static class Common
{
    public static Option<bool> Json { get; } = new("--json") { Description = "Print the facts as JSON" };
    public static Option<string?> As { get; } = new("--as") { Description = "Who acts (default os:USER)" };
    public static Option<string?> StoreTarget { get; } = new("--store") { Description = "A SQLite file or a PostgreSQL connection string (default ./indenture.db)" };
    public static Option<string?> Key { get; } = new("--key") { Description = "Idempotency key (default: derived from the verb and its input)" };
    public static Option<string?> At { get; } = new("--at") { Description = "The instant of the act; only on a store made as a rehearsal" };
    public static Option<long> MaxBytes { get; } = new("--max-bytes") { Description = "Largest file taken, in bytes", DefaultValueFactory = _ => Files.DefaultMaxBytes };

    public static Option<string[]> CalendarFiles { get; } = new("--calendars")
    {
        Description = "A file of closures, openings or whole calendars beside those included (docs/conventions.md; repeatable)",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The calendars included, amended by the files given, in their order.</summary>
    public static Outcome<Calendars> CalendarsOf(ParseResult parsed) => (parsed.GetValue(CalendarFiles) ?? []).Aggregate((Outcome<Calendars>)Calendars.Standard,
        (known, path) => known.Then(calendars => Files.Text(path).Then(text => calendars.With(text, path))));

    /// <summary>An option without which the verb does not run.</summary>
    public static Option<string> Needed(string name, string description) => new(name) { Description = description, Required = true };

    /// <summary>The folder of schemas that an option names; null where it names none.</summary>
    public static Outcome<SchemaFolder?> SchemasOf(ParseResult parsed, Option<string?> folder) =>
        parsed.GetValue(folder) is { } path ? SchemaFolder.Open(path).Map<SchemaFolder?>(f => f) : new Outcome<SchemaFolder?>.Done(null);

    public static Argument<string[]> FilesArgument(string description) => new("FILE") { Description = description, Arity = ArgumentArity.OneOrMore };

    public static Option<string[]> Assume() => new("--assume")
    {
        Description = "[OFFERING:]NAME=VALUE:WHY, a fact that no document states, kept with who said so and why (repeatable)",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Option<string[]> Settle() => new("--settle")
    {
        Description = "FINDING=VALUE:WHY, a person's decision on an open error, kept with what it replaces (repeatable)",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static string Actor(ParseResult parsed) => parsed.GetValue(As) ?? "os:" + Environment.UserName;

    /// <summary>Who acts, when and as of when. Refused AT-FORBIDDEN for --at on a store that is no rehearsal: there the clock says when.</summary>
    public static Outcome<Instruction> ActOf(ParseResult parsed, Store store, string? on)
    {
        var at = TimeProvider.System.GetUtcNow();
        if (parsed.GetValue(At) is { } given)
        {
            if (!store.IsRehearsal) return Refusal.Of(UsageRefusal.AtForbidden, "--at is taken only on a store that was made as a rehearsal; on any other the clock says when.");
            if (!DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at))
                return Refusal.Of(ValueRefusal.DateMalformed, $"\"{given}\" is not an instant such as 2008-12-09T13:30:00Z.");
        }
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return (on is null ? day : TermFact.Day(on)).Map(effective => new Instruction(Actor(parsed), parsed.GetValue(Key), at, effective));
    }

    public static Outcome<IReadOnlyList<Assumption>> Assumptions(string[]? texts) => Collect(texts, Assumption.Parse);

    /// <summary>All of them, or the first refusal.</summary>
    public static Outcome<IReadOnlyList<T>> Collect<TIn, T>(IEnumerable<TIn>? items, Func<TIn, Outcome<T>> parse) =>
        (items ?? []).Aggregate((Outcome<IReadOnlyList<T>>)new Outcome<IReadOnlyList<T>>.Done([]),
            (all, item) => all.Then(list => parse(item).Map<IReadOnlyList<T>>(value => [.. list, value])));

    public static Func<ParseResult, int> Run(Func<ParseResult, Output, Exit> verb) =>
        parsed => (int)verb(parsed, new Output(parsed.GetValue(Json), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
}
