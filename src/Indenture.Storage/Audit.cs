using System.Globalization;
using System.Security.Cryptography;
using Indenture.Core;

namespace Indenture.Storage;

/// <summary>One thing that must be true of a store.</summary>
/// <param name="Checked">How many things were looked at.</param>
/// <param name="Detail">What is wrong and where, at most five places; where it holds, what was looked at.</param>
public sealed record Invariant(string Name, bool Holds, long Checked, string Detail);

public sealed partial class Store
{
    /// <summary>
    /// Walks the journal, the books, the payments, the approvals, the lists and the documents in one snapshot, and says of each invariant whether it
    /// holds. It trusts nothing that the writing side relies on: no constraint, no trigger, no running balance.
    /// </summary>
    /// <param name="fold">The lines that the events of one stream amount to; null leaves the lists out.</param>
    public IReadOnlyList<Invariant> Verify(Func<IReadOnlyList<RecordedEvent>, IEnumerable<ListRow>>? fold = null) => _engine.Read(session => Auditing.All(session, fold));
}

/// <summary>The invariants, each with statements of its own.</summary>
internal static class Auditing
{
    private const int Shown = 5;

    public static IReadOnlyList<Invariant> All(Session session, Func<IReadOnlyList<RecordedEvent>, IEnumerable<ListRow>>? fold) =>
    [
        JournalGapless(session),
        CommandsKept(session),
        ChainIntact(session),
        MovedAsJournaled(session),
        EntriesBalance(session),
        BalancesEqualLegs(session),
        GuardsHold(session),
        TwoPersons(session),
        PaidOnce(session),
        PaymentsEqualBooks(session),
        OutboxComplete(session),
        DocumentsIntact(session),
        .. fold is null ? Array.Empty<Invariant>() : [ListsEqualJournal(session, fold)],
    ];

    /// <summary>The versions of every stream are 1, 2, 3 and so on.</summary>
    private static Invariant JournalGapless(Session session) => Verdict("journal-gapless", session.Number("SELECT COUNT(*) FROM events"), "events", session.Stream(
        "SELECT series_id, stream, COUNT(*), MIN(version), MAX(version) FROM events GROUP BY series_id, stream HAVING COUNT(*) <> MAX(version) OR MIN(version) <> 1", null,
        r => $"stream {r.GetString(1)} of series {r.GetString(0)} has {r.GetInt64(2)} events numbered {r.GetInt64(3)} to {r.GetInt64(4)}"));

    /// <summary>Every event has the command that caused it, and every command the content it was known by.</summary>
    private static Invariant CommandsKept(Session session)
    {
        var wrong = session.List(
            """
            SELECT e.series_id, e.stream, e.version, e.command_key FROM events e LEFT JOIN commands c ON c.command_key = e.command_key AND c.series_id = e.series_id AND c.outcome = 'done'
            WHERE c.command_key IS NULL
            """, null, r => $"event {r.GetInt64(2)} of stream {r.GetString(1)} of series {r.GetString(0)} has no command {r.GetString(3)}");
        var count = 0L;
        foreach (var (key, sound) in session.Stream("SELECT command_key, verb, series_id, actor, payload, content FROM commands", null, r => (Key: r.GetString(0), Sound:
            Same(CommandRequest.ContentOf(r.GetString(1), r.GetString(2), r.GetString(3), r.Bytes(4)), r.Bytes(5)) || Same(CommandRequest.ContentOf(r.GetString(1), r.GetString(2), "", r.Bytes(4)), r.Bytes(5)))))
        {
            count++;
            if (!sound) wrong.Add($"command {key} is not the one its hash was taken of");
        }
        return Verdict("commands-kept", count, "commands", wrong);
    }

    /// <summary>The chain, computed again from the bytes as stored, is the one that was sealed.</summary>
    private static Invariant ChainIntact(Session session)
    {
        var wrong = new List<string>();
        var ranges = session.List("SELECT series_id, stream, first_version, last_version, block, previous, hash FROM sealed_streams ORDER BY series_id, stream, first_version", null,
            r => (Series: r.GetString(0), Stream: r.GetString(1), First: r.GetInt64(2), Last: r.GetInt64(3), Block: r.GetInt64(4), Previous: r.Bytes(5), Hash: r.Bytes(6)));

        var head = Chain.Beginning;
        var block = 0L;
        var byBlock = ranges.ToLookup(r => r.Block);
        foreach (var seal in session.List("SELECT block, previous, hash, sealed FROM seals ORDER BY block", null, r => (Block: r.GetInt64(0), Previous: r.Bytes(1), Hash: r.Bytes(2), Sealed: r.GetString(3))))
        {
            if (seal.Block != ++block) wrong.Add($"block {block} is missing");
            if (!Same(seal.Previous, head)) wrong.Add($"block {seal.Block} does not follow the block before it");
            if (!Same(seal.Hash, Chain.OfBlock(seal.Block, seal.Previous, seal.Sealed, byBlock[seal.Block].Select(r => (r.Series, r.Stream, r.First, r.Last, r.Hash))))) wrong.Add($"block {seal.Block} is not the one that was sealed");
            (block, head) = (seal.Block, seal.Hash);
        }
        foreach (var orphan in ranges.Where(r => r.Block < 1 || r.Block > block)) wrong.Add($"stream {orphan.Stream} of series {orphan.Series} names block {orphan.Block}, which is not there");

        // The events in the order of their streams beside the sealed ranges in the same order.
        var sealedEvents = 0L;
        var open = 0L;
        var next = 0;
        var hash = Chain.Beginning;
        var at = (Series: "", Stream: "", Version: 0L);
        foreach (var (series, stream, version, after) in session.Stream(
            $"SELECT {Chain.Columns} FROM events e LEFT JOIN commands c ON c.command_key = e.command_key ORDER BY e.series_id, e.stream, e.version", null,
            r => (Series: r.GetString(0), Stream: r.GetString(1), Version: r.GetInt64(2),
                After: r.IsDBNull(10) ? null : Chain.Next(r.GetString(0) == at.Series && r.GetString(1) == at.Stream ? hash : Chain.Beginning, r))))
        {
            while (next < ranges.Count && Before(ranges[next].Series, ranges[next].Stream, series, stream)) Cut(ranges[next++]);
            var previous = (series, stream) == (at.Series, at.Stream) ? hash : Chain.Beginning;
            if ((series, stream) != (at.Series, at.Stream)) at = (series, stream, 0);
            if (after is null) wrong.Add($"event {version} of stream {stream} of series {series} has lost its command");
            hash = after ?? Chain.Beginning;
            at.Version = version;
            if (next < ranges.Count && ranges[next].Series == series && ranges[next].Stream == stream && ranges[next].First <= version)
            {
                sealedEvents++;
                if (ranges[next].First == version && !Same(ranges[next].Previous, previous)) wrong.Add($"the seal of event {version} of stream {stream} of series {series} does not follow the event before it");
                if (ranges[next].Last < version) Cut(ranges[next++]);
                else if (ranges[next].Last == version)
                {
                    if (!Same(ranges[next].Hash, hash)) wrong.Add($"events {ranges[next].First} to {version} of stream {stream} of series {series} are not those that were sealed");
                    next++;
                }
            }
            else open++;
        }
        while (next < ranges.Count) Cut(ranges[next++]);
        return Verdict("chain-intact", sealedEvents, $"sealed events in {block} blocks, {open} not sealed yet", wrong);

        void Cut((string Series, string Stream, long First, long Last, long Block, byte[] Previous, byte[] Hash) range) =>
            wrong.Add($"of the sealed events {range.First} to {range.Last} of stream {range.Stream} of series {range.Series} some are missing");

        static bool Before(string series, string stream, string otherSeries, string otherStream) => (series, stream) != (otherSeries, otherStream)
            && (Utf8.Compare(series, otherSeries), Utf8.Compare(stream, otherStream)) is ( < 0, _) or (0, < 0);
    }

    /// <summary>The entries and payments that stand with an event are those it was recorded with.</summary>
    private static Invariant MovedAsJournaled(Session session)
    {
        var entries = Grouped(session.Stream(
            """
            SELECT e.series_id, e.stream, e.version, e.entry, e.book, e.unit, e.effective, e.purpose, l.account, l.minor
            FROM entries e LEFT JOIN legs l ON l.series_id = e.series_id AND l.entry = e.entry ORDER BY e.series_id, e.stream, e.version, e.entry, l.leg
            """, null, r => ((r.GetString(0), r.GetString(1), r.GetInt64(2)), (Entry: r.GetInt64(3), Book: r.GetString(4), Unit: r.GetString(5), Effective: r.GetString(6), Purpose: r.GetString(7),
                Leg: (Account: r.StringOrNull(8), Minor: r.IsDBNull(9) ? 0 : r.GetInt64(9))))),
            legs => Digest.OfEntries([.. legs.GroupBy(l => l.Entry).Select(g => g.First() is var e
                ? new PostedEntry("", e.Entry, "", 0, Names.Find<Book>(e.Book) ?? Book.Cash, e.Unit, Text.Date(e.Effective), e.Purpose, [.. g.Where(l => l.Leg.Account is not null).Select(l => (l.Leg.Account!, l.Leg.Minor))])
                : throw new InvalidOperationException())]));
        var payments = Grouped(session.Stream(
            "SELECT series_id, stream, version, run, chunk, holder, account, unit, minor FROM payments ORDER BY series_id, stream, version", null,
            r => ((r.GetString(0), r.GetString(1), r.GetInt64(2)), new PaymentRow(r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetInt64(8)))), Digest.OfPayments);
        var wrong = new List<string>();
        var journaled = 0L;
        foreach (var (id, moved) in session.Stream("SELECT series_id, stream, version, moved FROM events", null, r => ((r.GetString(0), r.GetString(1), r.GetInt64(2)), r.Bytes(3))))
        {
            entries.Remove(id, out var posted);
            payments.Remove(id, out var paid);
            if (moved.Length > 0) journaled++;
            if (!Same(moved, Digest.OfMoved(posted ?? [], paid ?? []))) wrong.Add($"event {id.Item3} of stream {id.Item2} of series {id.Item1} did not move what now stands with it");
        }
        wrong.AddRange(entries.Keys.Union(payments.Keys).Select(id => $"entries or payments stand with event {id.Item3} of stream {id.Item2} of series {id.Item1}, which is not there"));
        return Verdict("moved-as-journaled", journaled, "events that moved something", wrong);
    }

    /// <summary>Debits equal credits in every entry, and no leg stands without its entry.</summary>
    private static Invariant EntriesBalance(Session session) => Verdict("entries-balance", session.Number("SELECT COUNT(*) FROM entries"), "entries",
    [
        .. session.Stream("SELECT series_id, entry, COUNT(*), CAST(SUM(minor) AS BIGINT) FROM legs GROUP BY series_id, entry HAVING COUNT(*) < 2 OR SUM(minor) <> 0", null,
            r => $"entry {r.GetInt64(1)} of series {r.GetString(0)} has {r.GetInt64(2)} legs that add up to {r.GetInt64(3)}"),
        .. session.Stream("SELECT e.series_id, e.entry FROM entries e WHERE NOT EXISTS (SELECT 1 FROM legs l WHERE l.series_id = e.series_id AND l.entry = e.entry)", null,
            r => $"entry {r.GetInt64(1)} of series {r.GetString(0)} has no legs"),
        .. session.Stream("SELECT l.series_id, l.entry FROM legs l WHERE NOT EXISTS (SELECT 1 FROM entries e WHERE e.series_id = l.series_id AND e.entry = l.entry)", null,
            r => $"legs of entry {r.GetInt64(1)} of series {r.GetString(0)} stand without it"),
        .. session.Stream("SELECT series_id, COUNT(*), MAX(entry) FROM entries GROUP BY series_id HAVING COUNT(*) <> MAX(entry)", null,
            r => $"series {r.GetString(0)} has {r.GetInt64(1)} entries numbered to {r.GetInt64(2)}"),
    ]);

    /// <summary>A balance is the sum of the legs on its account.</summary>
    private static Invariant BalancesEqualLegs(Session session) => Verdict("balances-equal-legs", session.Number("SELECT COUNT(*) FROM balances"), "balances", session.Stream(
        """
        SELECT series_id, account, unit, CAST(SUM(shown) AS BIGINT), CAST(SUM(posted) AS BIGINT) FROM (
            SELECT series_id, book, account, unit, minor AS shown, 0 AS posted, 1 AS balances, 0 AS legs FROM balances
            UNION ALL
            SELECT l.series_id, e.book, l.account, e.unit, 0, l.minor, 0, 1 FROM legs l JOIN entries e ON e.series_id = l.series_id AND e.entry = l.entry) sides
        GROUP BY series_id, book, account, unit HAVING SUM(shown) <> SUM(posted) OR SUM(balances) <> 1 OR SUM(legs) = 0
        """, null, r => $"account {r.GetString(1)} of series {r.GetString(0)} shows {r.GetInt64(3)} {r.GetString(2)}, its legs add up to {r.GetInt64(4)}"));

    /// <summary>No guarded account is on the wrong side of zero, and no account has two guards.</summary>
    private static Invariant GuardsHold(Session session) => Verdict("guards-hold", session.Number("SELECT COUNT(*) FROM balances"), "balances",
    [
        .. session.Stream("SELECT series_id, account, guard, minor FROM balances WHERE NOT (guard = 'open' OR (guard = 'debit' AND minor >= 0) OR (guard = 'credit' AND minor <= 0))", null,
            r => $"account {r.GetString(1)} of series {r.GetString(0)} stands at {r.GetInt64(3)} under the guard \"{r.GetString(2)}\""),
        .. session.Stream("SELECT series_id, book, account FROM balances GROUP BY series_id, book, account HAVING COUNT(DISTINCT guard) > 1", null,
            r => $"account {r.GetString(2)} of series {r.GetString(0)} has two guards"),
    ]);

    /// <summary>Every released approval has two persons, who are the actors of its two commands, over the same hash; and no run is paid without one.</summary>
    private static Invariant TwoPersons(Session session) => Verdict("two-persons", session.Number("SELECT COUNT(*) FROM approvals WHERE checker IS NOT NULL"), "released approvals",
    [
        .. session.Stream("SELECT series_id, id, maker FROM approvals WHERE checker = maker", null, r => $"{r.GetString(2)} proposed and released {r.GetString(1)} of series {r.GetString(0)}"),
        .. session.Stream("SELECT series_id, id FROM approvals WHERE checker IS NOT NULL AND (released_hash IS NULL OR released_hash <> hash)", null,
            r => $"{r.GetString(1)} of series {r.GetString(0)} was released over another hash than was proposed"),
        .. session.Stream(
            """
            SELECT a.series_id, a.id FROM approvals a
            LEFT JOIN commands p ON p.command_key = a.proposed_by AND p.outcome = 'done' LEFT JOIN commands r ON r.command_key = a.released_by AND r.outcome = 'done'
            WHERE p.actor IS NULL OR p.actor <> a.maker OR (a.checker IS NOT NULL AND (r.actor IS NULL OR r.actor <> a.checker))
            """, null, r => $"the persons of {r.GetString(1)} of series {r.GetString(0)} are not those who gave its commands"),
        .. session.Stream(
            """
            SELECT p.series_id, p.run FROM (SELECT DISTINCT series_id, run FROM payments) p
            LEFT JOIN approvals a ON a.series_id = p.series_id AND a.id = p.run WHERE a.checker IS NULL
            """, null, r => $"run {r.GetString(1)} of series {r.GetString(0)} was paid without a release"),
    ]);

    /// <summary>A run has paid a holder at most once.</summary>
    private static Invariant PaidOnce(Session session) => Verdict("paid-once", session.Number("SELECT COUNT(*) FROM payments"), "payments", session.Stream(
        "SELECT series_id, run, holder, COUNT(*) FROM payments GROUP BY series_id, run, holder HAVING COUNT(*) > 1", null,
        r => $"run {r.GetString(1)} of series {r.GetString(0)} paid {r.GetString(2)} {r.GetInt64(3)} times"));

    /// <summary>What a command paid is what its entries took from the account, so that the payments of a run add up to what the books say was paid.</summary>
    private static Invariant PaymentsEqualBooks(Session session) => Verdict("payments-equal-books", session.Number("SELECT COUNT(DISTINCT series_id || ' ' || run) FROM payments"), "runs", session.Stream(
        """
        SELECT series_id, MIN(run), CAST(SUM(paid) AS BIGINT), unit, CAST(SUM(taken) AS BIGINT), account FROM (
            SELECT series_id, stream, version, account, unit, run, minor AS paid, 0 AS taken, 1 AS payments FROM payments
            UNION ALL
            SELECT e.series_id, e.stream, e.version, l.account, e.unit, NULL, 0, l.minor, 0 FROM entries e JOIN legs l ON l.series_id = e.series_id AND l.entry = e.entry WHERE e.book = 'cash') sides
        GROUP BY series_id, stream, version, account, unit HAVING SUM(payments) > 0 AND SUM(paid) <> SUM(taken)
        """, null, r => $"run {r.GetString(1)} of series {r.GetString(0)} paid {r.GetInt64(2)} {r.GetString(3)} where the books took {r.GetInt64(4)} from {r.GetString(5)}"));

    /// <summary>Every payment has its one intent, under the id that its run and holder give.</summary>
    private static Invariant OutboxComplete(Session session)
    {
        var wrong = new List<string>();
        var count = 0L;
        foreach (var (series, run, holder, paid, intent) in session.Stream(
            """
            SELECT COALESCE(p.series_id, o.series_id), COALESCE(p.run, o.run), COALESCE(p.holder, o.holder), p.holder, o.id FROM payments p
            FULL JOIN outbox o ON o.series_id = p.series_id AND o.run = p.run AND o.holder = p.holder
            """, null, r => (r.GetString(0), r.GetString(1), r.GetString(2), r.StringOrNull(3), r.StringOrNull(4))))
        {
            count++;
            if (paid is null || intent != Appending.IntentOf(series, run, holder))
                wrong.Add($"the payment of run {run} of series {series} to {holder} and its intent do not match");
        }
        return Verdict("outbox-complete", count, "intents", wrong);
    }

    /// <summary>The bytes of a document are those of its hash.</summary>
    private static Invariant DocumentsIntact(Session session) => Verdict("documents-intact", session.Number("SELECT COUNT(*) FROM documents"), "documents",
        session.Stream("SELECT sha256, path, bytes FROM documents", null, r => (Sha256: r.GetString(0), Path: r.GetString(1), Found: Convert.ToHexStringLower(SHA256.HashData(r.Bytes(2)))))
            .Where(d => d.Sha256 != d.Found).Select(d => $"{d.Path} is kept as {d.Sha256[..12]} and has the hash {d.Found[..12]}"));

    /// <summary>The lists are what the journal amounts to.</summary>
    private static Invariant ListsEqualJournal(Session session, Func<IReadOnlyList<RecordedEvent>, IEnumerable<ListRow>> fold) => Verdict("lists-equal-journal", session.Number("SELECT COUNT(*) FROM lists"), "lines",
        ListRows.Compare(session, new StoreView(session), fold).Select(d => $"{d.Kind} {d.Id} of series {d.SeriesId} {(d.Stored is null ? "is missing" : d.Folded is null ? "should not be there" : "differs")}"));

    private static Invariant Verdict(string name, long count, string what, IEnumerable<string> wrong)
    {
        var all = wrong.ToList();
        return new Invariant(name, all.Count == 0, count, all.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{count} {what}")
            : string.Join("; ", all.Take(Shown)) + (all.Count > Shown ? $"; and {all.Count - Shown} more" : ""));
    }

    /// <summary>Rows that come in the order of their event, one hash for each event; at no time is more than one event's rows held.</summary>
    private static Dictionary<(string, string, long), byte[]> Grouped<T>(IEnumerable<((string, string, long) Id, T Row)> rows, Func<List<T>, byte[]> hash)
    {
        var hashes = new Dictionary<(string, string, long), byte[]>();
        var group = new List<T>();
        (string, string, long)? of = null;
        foreach (var (id, row) in rows)
        {
            if (of is { } before && before != id)
            {
                hashes[before] = hash(group);
                group.Clear();
            }
            of = id;
            group.Add(row);
        }
        if (of is { } last) hashes[last] = hash(group);
        return hashes;
    }

    private static bool Same(byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b);

    /// <summary>The order of the database: by the bytes of UTF-8.</summary>
    private static class Utf8
    {
        public static int Compare(string a, string b) => System.Text.Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(b));
    }
}
