using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Indenture.Core;

namespace Indenture.Storage;

/// <summary>Writes what a command decided, inside its transaction, and tells what a constraint meant when the database refused.</summary>
internal static class Appending
{
    /// <summary>What a violated constraint means for the command.</summary>
    internal abstract record Reason
    {
        private Reason() { }

        internal sealed record Refused(Refusal Refusal) : Reason;

        /// <summary>Somebody else was faster; decide again.</summary>
        internal sealed record Again : Reason;

        /// <summary>The decision broke a rule of the store.</summary>
        internal sealed record Bug : Reason;
    }

    private sealed record KeptRefusal(string Code, string Message, IReadOnlyList<Place> Places);

    /// <summary>The first answer under the key; null where the key is new.</summary>
    public static Outcome<CommandResult>? Earlier(Session session, CommandRequest request)
    {
        var first = session.List("SELECT content, outcome, answer, actor, verb, series_id, recorded FROM commands WHERE command_key = @Key", new { request.Key },
            r => (Content: r.Bytes(0), Done: r.GetString(1) == "done", Answer: r.Bytes(2), Actor: r.GetString(3), Verb: r.GetString(4), Series: r.GetString(5), Recorded: r.GetString(6))).SingleOrDefault();
        if (first.Content is null) return null;
        if (!first.Content.AsSpan().SequenceEqual(request.Content))
            return Refusal.Of(ExecuteRefusal.KeyReused, $"Key {request.Key} was used by {first.Actor} for {first.Verb} on series {first.Series} at {first.Recorded}; it cannot name another command.");
        if (first.Done) return new CommandResult(first.Answer, true);
        var kept = JsonSerializer.Deserialize<KeptRefusal>(first.Answer)!;
        return new Refusal(kept.Code, kept.Message, kept.Places);
    }

    public static byte[] Write(Refusal refusal) => JsonSerializer.SerializeToUtf8Bytes(new KeptRefusal(refusal.Code, refusal.Message, refusal.Places));

    public static void Record(Session session, CommandRequest request, string outcome, byte[] answer) => session.Insert("commands",
        ["command_key", "series_id", "actor", "verb", "payload", "content", "recorded", "outcome", "answer"],
        [[request.Key, request.Series, request.Actor, request.Verb, request.Payload, request.Content, Text.Of(request.At), outcome, answer]]);

    /// <summary>Null where all was written.</summary>
    public static Refusal? Append(Session session, CommandRequest request, Effects effects)
    {
        var now = session.Number("SELECT COALESCE(MAX(version), 0) FROM events WHERE series_id = @Series AND stream = @Stream", new { request.Series, effects.Stream });
        if (now != effects.ExpectedVersion)
            return Refusal.Of(ExecuteRefusal.StreamMoved, $"Stream {effects.Stream} is at version {now}, not {effects.ExpectedVersion}.");
        Record(session, request, "done", effects.Answer);
        var version = now + effects.Events.Count;
        var entries = Numbered(session, request.Series, effects, version);
        var moved = Digest.OfMoved(Digest.OfEntries(entries), Digest.OfPayments(effects.Payments));
        session.Insert("events", ["series_id", "stream", "version", "type", "type_version", "payload", "effective", "recorded", "command_key", "moved"],
            effects.Events.Select((e, i) => new object?[]
            {
                request.Series, effects.Stream, now + 1 + i, e.Type, (long)e.TypeVersion, e.Payload, Text.Of(e.Effective), Text.Of(request.At), request.Key,
                now + 1 + i == version ? moved : [],
            }));
        foreach (var approval in effects.Approvals)
            if (Approve(session, request, approval) is { } refusal)
                return refusal;
        Post(session, request.Series, entries, effects.Entries);
        Pay(session, request, effects, version);
        if (effects.Lists is { } lists) ListRows.Replace(session, request.Series, effects.Stream, lists);
        Keep(session, effects.Documents);
        return null;
    }

    /// <summary>The id under which a payment is known outside, however often it is sent: 32 hex digits.</summary>
    internal static string IntentOf(string series, string run, string holder) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{series}\n{run}\n{holder}")).AsSpan(0, 16));

    private static Refusal? Approve(Session session, CommandRequest request, ApprovalEffect approval) => approval.Match(
        propose => session.Execute(
            """
            INSERT INTO approvals (series_id, id, hash, maker, proposed_by) VALUES (@Series, @Id, @Hash, @Actor, @Key)
            ON CONFLICT (series_id, id) DO UPDATE SET hash = excluded.hash, maker = excluded.maker, proposed_by = excluded.proposed_by WHERE approvals.checker IS NULL
            """, new { request.Series, propose.Id, propose.Hash, request.Actor, request.Key }) == 1
            ? null
            : Refusal.Of(ExecuteRefusal.ApprovalUsed, $"Approval {propose.Id} of series {request.Series} has been released; it cannot be proposed again."),
        // One conditional update decides who releases; that the two are two persons is a constraint of the table.
        release => session.Execute(
            """
            UPDATE approvals SET checker = @Actor, released_hash = @Hash, released_by = @Key
            WHERE series_id = @Series AND id = @Id AND hash = @Hash AND checker IS NULL
            """, new { request.Series, release.Id, release.Hash, request.Actor, request.Key }) == 1
            ? null
            : WhyNotReleased(session, request, release));

    private static Refusal WhyNotReleased(Session session, CommandRequest request, ApprovalEffect.Release release)
    {
        var row = session.List("SELECT hash, maker, checker FROM approvals WHERE series_id = @Series AND id = @Id", new { request.Series, release.Id },
            r => (Hash: r.Bytes(0), Maker: r.GetString(1), Checker: r.StringOrNull(2))).SingleOrDefault();
        if (row.Hash is null) return Refusal.Of(ExecuteRefusal.ApprovalMissing, $"Nothing was proposed as {release.Id} of series {request.Series}.");
        if (!row.Hash.AsSpan().SequenceEqual(release.Hash))
            return Refusal.Of(ExecuteRefusal.ApprovalHashDiffers,
                $"{row.Maker} proposed {release.Id} of series {request.Series} as {Convert.ToHexStringLower(row.Hash)[..12]}; what would be released is {Convert.ToHexStringLower(release.Hash)[..12]}.");
        if (row.Maker == request.Actor) return SamePerson(request, release.Id);
        return Refusal.Of(ExecuteRefusal.ApprovalUsed, $"Approval {release.Id} of series {request.Series} was released by {row.Checker}.");
    }

    private static Refusal SamePerson(CommandRequest request, string id) =>
        Refusal.Of(ExecuteRefusal.ApprovalSamePerson, $"{request.Actor} proposed {id} of series {request.Series} and cannot release it: two persons are needed.");

    /// <summary>What the entries do to each account, in the order of the keys: all commands take the rows in one order, so that two never wait for each other.</summary>
    private static List<BalanceChange> Changes(IReadOnlyList<Entry> entries) =>
        [.. entries.SelectMany(e => e.Legs.Select(l => (l.Account, e.Unit, l.Minor)))
            .GroupBy(l => (l.Account, l.Unit))
            .Select(g => new BalanceChange(Names.Of(g.Key.Account.Book), g.Key.Account.Name, g.Key.Unit, Names.Of(g.Key.Account.Guard), (long)g.Aggregate((Int128)0, (sum, l) => sum + l.Minor)))
            .OrderBy(c => c.Book, StringComparer.Ordinal).ThenBy(c => c.Account, StringComparer.Ordinal).ThenBy(c => c.Unit, StringComparer.Ordinal)];

    /// <summary>The entries with the numbers they get in the series; they stand with the last event of the command.</summary>
    private static List<PostedEntry> Numbered(Session session, string series, Effects effects, long version)
    {
        if (effects.Entries.Count == 0) return [];
        var last = session.Number("SELECT COALESCE(MAX(entry), 0) FROM entries WHERE series_id = @series", new { series });
        return [.. effects.Entries.Select((e, i) => new PostedEntry(series, last + 1 + i, effects.Stream, version, e.Book, e.Unit, e.Effective, e.Purpose, [.. e.Legs.Select(l => (l.Account.Name, l.Minor))]))];
    }

    private static void Post(Session session, string series, List<PostedEntry> numbered, IReadOnlyList<Entry> entries)
    {
        if (numbered.Count == 0) return;
        session.Insert("legs", ["series_id", "entry", "leg", "account", "minor"],
            numbered.SelectMany(e => e.Legs.Select((leg, i) => new object?[] { series, e.Number, (long)i + 1, leg.Account, leg.Minor })));
        session.Insert("entries", ["series_id", "entry", "stream", "version", "book", "unit", "effective", "purpose"],
            numbered.Select(e => new object?[] { series, e.Number, e.Stream, e.Version, Names.Of(e.Book), e.Unit, Text.Of(e.Effective), e.Purpose }));

        var changes = Changes(entries);
        var changed = session.Change(series, changes);
        session.Insert("balances", ["series_id", "book", "account", "unit", "guard", "minor"],
            changes.Where((_, i) => !changed[i]).Select(c => new object?[] { series, c.Book, c.Account, c.Unit, c.Guard, c.Minor }));
    }

    private static void Pay(Session session, CommandRequest request, Effects effects, long version)
    {
        if (effects.Payments.Count == 0) return;
        session.Insert("payments", ["series_id", "run", "holder", "chunk", "account", "unit", "minor", "stream", "version"],
            effects.Payments.Select(p => new object?[] { request.Series, p.Run, p.Holder, p.Chunk, p.Account, p.Unit, p.Minor, effects.Stream, version }));
        session.Insert("outbox", ["series_id", "run", "holder", "id", "state"],
            effects.Payments.Select(p => new object?[] { request.Series, p.Run, p.Holder, IntentOf(request.Series, p.Run, p.Holder), "intended" }));
    }

    private static void Keep(Session session, IReadOnlyList<DocumentFile> documents)
    {
        foreach (var file in documents)
            session.Execute("INSERT INTO documents (sha256, path, bytes) VALUES (@Sha256, @Path, @Bytes) ON CONFLICT DO NOTHING", new { file.Sha256, file.Path, file.Bytes });
    }

    /// <param name="explain">Looks, in a new snapshot, for the row that stood in the way; null where it has moved meanwhile.</param>
    public static Reason ReasonOf(Violation violation, Func<Refusal?> explain) => violation switch
    {
        { Kind: ViolationKind.Collision } or { Kind: ViolationKind.Key, Constraint: "commands" or "events" or "entries" or "legs" or "lists" or "documents" } => new Reason.Again(),
        { Kind: ViolationKind.Key, Constraint: "payments" or "balances" or "outbox" } or { Kind: ViolationKind.Check, Constraint: "balance_guard" or "two_persons" or "run_unreleased" } =>
            explain() is { } refusal ? new Reason.Refused(refusal) : new Reason.Again(),
        _ => new Reason.Bug(),
    };

    public static Refusal? Explain(Session session, CommandRequest request, Effects effects, Violation violation) => violation.Constraint switch
    {
        "two_persons" => SamePerson(request, effects.Approvals.OfType<ApprovalEffect.Release>().First(r => session.Number(
            "SELECT COUNT(*) FROM approvals WHERE series_id = @Series AND id = @Id AND maker = @Actor", new { request.Series, r.Id, request.Actor }) == 1).Id),
        "run_unreleased" => Refusal.Of(ExecuteRefusal.RunUnreleased,
            $"Run {effects.Payments[0].Run} of series {request.Series} is paid only after a second person has released the approval of the same id."),
        "balance_guard" or "balances" => Changes(effects.Entries).Select(c => Broken(session, request, c)).FirstOrDefault(r => r is not null),
        _ => effects.Payments.GroupBy(p => (p.Run, p.Holder)).Where(g => g.Count() > 1).Select(g => Twice(request, g.First())).FirstOrDefault()
            ?? effects.Payments.Where(p => session.Number("SELECT COUNT(*) FROM payments WHERE series_id = @Series AND run = @Run AND holder = @Holder", new { request.Series, p.Run, p.Holder }) > 0)
                .Select(p => Twice(request, p)).FirstOrDefault(),
    };

    private static Refusal Twice(CommandRequest request, PaymentRow payment) =>
        Refusal.Of(ExecuteRefusal.PaidAlready, $"Run {payment.Run} of series {request.Series} has paid {payment.Holder}; a holder is paid once.");

    private static Refusal? Broken(Session session, CommandRequest request, BalanceChange change)
    {
        var (guard, held) = session.List("SELECT guard, minor FROM balances WHERE series_id = @Series AND book = @Book AND account = @Account AND unit = @Unit",
            new { request.Series, change.Book, change.Account, change.Unit }, r => (r.GetString(0), r.GetInt64(1))).SingleOrDefault((change.Guard, 0L));
        if (guard != change.Guard)
            throw new InvalidOperationException($"Account {change.Account} of series {request.Series} was opened with the guard \"{guard}\", not \"{change.Guard}\".");
        var after = (Int128)held + change.Minor;
        var side = Names.Find<AccountGuard>(guard)!.Value switch
        {
            AccountGuard.Open => null,
            AccountGuard.Debit => after < 0 ? "below" : null,
            AccountGuard.Credit => after > 0 ? "above" : null,
        };
        return side is null ? null : Refusal.Of(ExecuteRefusal.BalanceRefused, string.Create(CultureInfo.InvariantCulture,
            $"Account {change.Account} of series {request.Series} holds {held} minor units of {change.Unit} and was asked to change by {change.Minor}; it never goes {side} zero."));
    }
}
