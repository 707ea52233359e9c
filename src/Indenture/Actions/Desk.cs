using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>A command as somebody gives it.</summary>
/// <param name="Key">Null: derived from the verb, the series, the actor and the input.</param>
/// <param name="Input">What "the same command" means; its members in a fixed order.</param>
/// <param name="Effective">The date as of which the effects hold.</param>
/// <param name="Digest">Of the files that it is given with: the same words with another file are another command. Two persons who approve may each bring their own.</param>
public sealed record Order(string Verb, string Series, string Actor, string? Key, JsonObject Input, DateOnly Effective, DateTimeOffset At, string? Digest = null)
{
    internal CommandRequest Request()
    {
        var payload = Encoding.UTF8.GetBytes(Input.ToJsonString());
        var derived = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{Verb}\n{Series}\n{Actor}\n{Digest}"), .. payload]));
        return new CommandRequest(Key ?? derived, Key is not null, Actor, Verb, payload, Series, At);
    }
}

/// <summary>Why no act is carried out, whatever it is.</summary>
public enum DeskRefusal
{
    /// <summary>It would hold as of a day that has begun nowhere.</summary>
    DateAhead,
}

/// <summary>
/// The one way a series is changed: load its events, decide, append what was decided. A desk remembers the series that it saw last and folds only what came
/// since; whether anything came in between is still for the store to say when it appends. Safe for use by several threads.
/// </summary>
public sealed class Desk(Store store)
{
    /// <summary>How many series are remembered before all are forgotten.</summary>
    private const int Most = 256;

    private readonly ConcurrentDictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    /// <summary>A series as it was, with the command that made its last event.</summary>
    private sealed record Seen(SeriesState State, string Command);

    public Store Store => store;

    public static string StreamOf(string series) => "series/" + series;

    public static SeriesState Load(StoreView view, string series) =>
        SeriesState.Of(series, view.EventsOf(series, StreamOf(series)).Select(e => EventJson.Read(e.Event.Type, e.Event.TypeVersion, e.Event.Payload)));

    public SeriesState Load(string series) => store.Read(view => StateIn(view, series));

    /// <summary>As <see cref="Load(StoreView, string)"/>, from what the desk remembers and the events since. A view that is older than the memory, or holds another history, is read from its beginning.</summary>
    public SeriesState StateIn(StoreView view, string series)
    {
        var seen = _seen.GetValueOrDefault(series);
        var events = view.EventsOf(series, StreamOf(series), seen?.State.Version ?? 1);
        if (seen is not null && (events.Count == 0 || events[0].CommandKey != seen.Command)) (seen, events) = (null, view.EventsOf(series, StreamOf(series)));
        var state = events.Skip(seen is null ? 0 : 1).Select(e => EventJson.Read(e.Event.Type, e.Event.TypeVersion, e.Event.Payload)).Aggregate(seen?.State ?? new SeriesState(series), SeriesState.Evolve);
        if (events.Count == 0 || ReferenceEquals(state, seen?.State)) return state;
        if (_seen.Count >= Most) _seen.Clear();
        _seen[series] = new Seen(state, events[^1].CommandKey);
        return state;
    }

    /// <summary>Balances of the units book by account, in minor units.</summary>
    public static IReadOnlyDictionary<string, long> Units(StoreView view, string series) =>
        view.Balances(series).Where(b => b.Account.Book == Book.Units).ToDictionary(b => b.Account.Name, b => b.Minor, StringComparer.Ordinal);

    /// <summary>Done, now or the first time the same command was given; or refused with nothing changed.</summary>
    /// <param name="files">Files to keep with the events, so that their words can be quoted later.</param>
    public Outcome<CommandResult> Perform(Order order, Func<SeriesState, StoreView, Outcome<Decision>> decide, IReadOnlyList<DocumentFile>? files = null) =>
        store.Execute(order.Request(), view =>
        {
            var state = StateIn(view, order.Series);
            return Decided(order, state, view, decide).Map(decision => EffectsOf(order, state, decision, files ?? [], null));
        });

    /// <summary>
    /// Four eyes: the same command given by two persons. The first proposes it and nothing moves; the second carries it out. What is approved is
    /// the hash of the command with everything that it would do: where the series has moved in between, the hash differs, the proposal is void and
    /// the second person is a first again.
    /// </summary>
    /// <param name="subject">What is approved, once: "interest-1" for a run, "close/OFFERING".</param>
    /// <param name="files">Files to keep with the events once they are carried out.</param>
    public Outcome<CommandResult> PerformByTwo(Order order, string subject, Func<SeriesState, StoreView, Outcome<Decision>> decide, IReadOnlyList<DocumentFile>? files = null) =>
        store.Execute(order.Request(), view =>
        {
            var state = StateIn(view, order.Series);
            if (state.Approvers.Fault(order.Actor) is { } fault) return fault;
            return Decided(order, state, view, decide).Map(decision =>
            {
                var hash = HashOf(order, decision);
                return view.Approval(order.Series, subject) is { } proposed && proposed.Hash.AsSpan().SequenceEqual(hash)
                    ? EffectsOf(order, state, decision, files ?? [], new ApprovalEffect.Release(subject, hash))
                    : EffectsOf(order, state,
                        new Decision(new ApprovalEvent.Proposed(subject, order.Verb, order.Input.ToJsonString(), Convert.ToHexStringLower(hash), order.Actor)), [], new ApprovalEffect.Propose(subject, hash));
            });
        });

    /// <summary>What is decided, as of a day that has come, with the account of each payment.</summary>
    private static Outcome<Decision> Decided(Order order, SeriesState state, StoreView view, Func<SeriesState, StoreView, Outcome<Decision>> decide) =>
        decide(state, view).Then(decision => Ahead(order) is { } ahead ? ahead : Addressing.Of(state, decision, DateOnly.FromDateTime(order.At.UtcDateTime)));

    /// <summary>An act holds as of a day that has come, by the clock in the zone where days begin first: nothing that waits for its day is let through by typing the day.</summary>
    private static Refusal? Ahead(Order order) => order.Effective > DateOnly.FromDateTime(order.At.ToOffset(TimeSpan.FromHours(14)).DateTime)
        ? Refusal.Of(DeskRefusal.DateAhead, $"{order.Effective:yyyy-MM-dd} has not come; what is done on {order.At.UtcDateTime:yyyy-MM-dd} holds as of that day or one before it.")
        : null;

    private static byte[] HashOf(Order order, Decision decision) => SHA256.HashData(
    [
        .. Encoding.UTF8.GetBytes($"{order.Verb}\n{order.Series}\n{order.Input.ToJsonString()}\n"),
        .. decision.Events.SelectMany(e => EventJson.Write(e)),
        .. Encoding.UTF8.GetBytes(string.Concat(decision.Entries.SelectMany(e => e.Legs.Select(l => $"{e.Book} {e.Unit} {l.Account.Name} {l.Minor}\n")))),
        .. Encoding.UTF8.GetBytes(string.Concat(decision.Payments.Select(p => $"{p.Run} {p.Holder} {p.Amount.Minor} {p.Amount.Currency} {p.Account}\n"))),
    ]);

    private static Effects EffectsOf(Order order, SeriesState state, Decision decision, IReadOnlyList<DocumentFile> files, ApprovalEffect? approval)
    {
        var after = decision.Events.Aggregate(state, SeriesState.Evolve);
        var answer = new JsonObject
        {
            ["series"] = order.Series,
            ["version"] = after.Version,
            ["events"] = new JsonArray([.. decision.Events.Select(e => (JsonNode)EventJson.TypeOf(e))]),
        };
        if (approval is ApprovalEffect.Propose proposed) answer["proposed"] = proposed.Id;
        return new Effects(StreamOf(order.Series), state.Version,
            [.. decision.Events.Select(e => new StoredEvent(EventJson.TypeOf(e), EventJson.Version, EventJson.Write(e), order.Effective))],
            Encoding.UTF8.GetBytes(answer.ToJsonString()))
        {
            Entries = decision.Entries,
            Payments = [.. decision.Payments.Select(p => new PaymentRow(p.Run, p.Run, p.Holder, $"payable/{p.Run}", p.Amount.Currency.Code, p.Amount.Minor))],
            Approvals = approval is null ? [] : [approval],
            Lists = [.. Lists.Of(after)],
            Documents = files,
        };
    }
}

/// <summary>The lines of the lists that a series amounts to: the same fold when a command is carried out and when the lists are rebuilt.</summary>
public static class Lists
{
    public static IEnumerable<ListRow> Of(SeriesState state)
    {
        if (state.Offerings.Count == 0) yield break;
        var terms = state.Terms;
        yield return Row("series", state.Id, state.Redemption is null ? state.GlobalNotes.Count > 0 ? "outstanding" : "booked" : "redeemed", terms.Title?.Value ?? "", new JsonObject
        {
            ["title"] = terms.Title?.Value,
            ["principal"] = terms.Principal?.Value.ToString(),
            ["maturity"] = terms.Maturity is { } maturity ? $"{maturity.Value:yyyy-MM-dd}" : null,
        });
        foreach (var offering in state.Offerings)
        {
            yield return Row("offering", offering.Booked.Offering, state.TakenOver?.Offering == offering.Booked.Offering ? "taken-over" : offering.Closed is null ? "booked" : "closed", offering.Booked.Title, new JsonObject
            {
                ["title"] = offering.Booked.Title,
                ["principal"] = offering.Booked.Terms.Principal!.Value.ToString(),
                ["closed"] = offering.Closed is { } closed ? $"{closed.Date:yyyy-MM-dd}" : null,
            });
            foreach (var finding in offering.Booked.Findings)
                yield return Row("finding", $"{offering.Booked.Offering}/{finding.Id}",
                    offering.Booked.Settled.Any(s => s.Finding == finding.Id) ? "settled" : Names.Of(finding.Severity), finding.Code, new JsonObject { ["code"] = finding.Code, ["message"] = finding.Message });
        }
        foreach (var due in state.Payments.Announced.Values)
            yield return Row("due", due.N.ToString("0000", System.Globalization.CultureInfo.InvariantCulture), state.Payments.IsPaid(due.N) ? "paid" : "announced", $"{due.PaymentDate:yyyy-MM-dd}", new JsonObject
            {
                ["n"] = due.N,
                ["paymentDate"] = $"{due.PaymentDate:yyyy-MM-dd}",
                ["interest"] = due.Interest.ToString(),
                ["principal"] = due.Principal.ToString(),
            });
        foreach (var row in RegisterLists.Of(state)) yield return row;
    }

    /// <summary>The fold that the store rebuilds its lists with.</summary>
    public static IEnumerable<ListRow> Fold(IReadOnlyList<RecordedEvent> stream) => stream.Count == 0
        ? []
        : Of(SeriesState.Of(stream[0].SeriesId, stream.Select(e => EventJson.Read(e.Event.Type, e.Event.TypeVersion, e.Event.Payload))));

    internal static ListRow Row(string kind, string id, string state, string sort, JsonObject json) => new(kind, id, state, sort, Encoding.UTF8.GetBytes(json.ToJsonString()));
}
