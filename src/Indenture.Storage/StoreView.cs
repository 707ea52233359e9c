using System.Runtime.InteropServices;
using Indenture.Core;

namespace Indenture.Storage;

/// <summary>What an account holds.</summary>
/// <param name="Minor">Minor units of <paramref name="Unit"/>; a debit balance is positive.</param>
public sealed record Balance(string SeriesId, Account Account, string Unit, long Minor);

/// <summary>A payment as it was made.</summary>
/// <param name="Intent">The id under which it is sent.</param>
/// <param name="Stream">With <paramref name="Version"/>: the event that says why.</param>
public sealed record MadePayment(string SeriesId, PaymentRow Row, string Intent, IntentState State, string Stream, long Version);

/// <summary>How far a payment has got outside; it only goes forward.</summary>
public enum IntentState { Intended, Sent, Confirmed }

/// <summary>An approval as it stands.</summary>
/// <param name="Checker">Null until it is released.</param>
public sealed record Approval(string SeriesId, string Id, byte[] Hash, string Maker, string? Checker);

/// <summary>A command as it was carried out.</summary>
/// <param name="Refused">It was refused; the answer is the refusal.</param>
public sealed record RecordedCommand(string Key, string SeriesId, string Actor, string Verb, byte[] Payload, DateTimeOffset Recorded, bool Refused, byte[] Answer);

/// <summary>An entry as posted, with the event that says why.</summary>
/// <param name="Number">Its place among the entries of the series, from 1 without a gap.</param>
/// <param name="Legs">Account and minor units, in the order given.</param>
public sealed record PostedEntry(string SeriesId, long Number, string Stream, long Version, Book Book, string Unit, DateOnly Effective, string Purpose, IReadOnlyList<(string Account, long Minor)> Legs);

/// <summary>What the store holds, in one consistent snapshot.</summary>
public sealed class StoreView
{
    private readonly Session _session;

    internal StoreView(Session session) => _session = session;

    /// <summary>The events of a stream, oldest first.</summary>
    public IReadOnlyList<RecordedEvent> EventsOf(string series, string stream) => EventsOf(series, stream, 1);

    /// <summary>The events of a stream from a version on, oldest first.</summary>
    /// <param name="from">Inclusive; 1 for all.</param>
    public IReadOnlyList<RecordedEvent> EventsOf(string series, string stream, long from) => _session.List(
        "SELECT series_id, stream, version, type, type_version, payload, effective, recorded, command_key FROM events WHERE series_id = @series AND stream = @stream AND version >= @from ORDER BY version",
        new { series, stream, from }, Event);

    /// <summary>Every stream, with its series and its last version.</summary>
    public IReadOnlyList<(string SeriesId, string Stream, long Version)> Streams() => _session.List(
        "SELECT series_id, stream, MAX(version) FROM events GROUP BY series_id, stream ORDER BY series_id, stream", null, r => (r.GetString(0), r.GetString(1), r.GetInt64(2)));

    /// <summary>Every account of a series, by book, name and unit.</summary>
    public IReadOnlyList<Balance> Balances(string series) => _session.List(
        "SELECT series_id, account, book, guard, unit, minor FROM balances WHERE series_id = @series ORDER BY book, account, unit", new { series },
        r => new Balance(r.GetString(0), new Account(r.GetString(1), Text.Case<Book>(r.GetString(2)), Text.Case<AccountGuard>(r.GetString(3))), r.GetString(4), r.GetInt64(5)));

    /// <summary>
    /// What each account of a book held at the close of a day, past, present or to come: the sum of its legs that are effective on that day or before,
    /// whenever they were recorded. Accounts that held nothing are left out; by name and unit.
    /// </summary>
    public IReadOnlyList<Balance> BalancesAt(string series, Book book, DateOnly closeOf)
    {
        // From what is held now back to then: what came later is little where the day is not long past, and the balances lie in their order already.
        var later = new Dictionary<(string Account, string Unit), long>();
        foreach (var (account, unit, minor) in _session.Stream(
            """
            SELECT l.account, e.unit, l.minor FROM entries e JOIN legs l ON l.series_id = e.series_id AND l.entry = e.entry
            WHERE e.series_id = @series AND e.book = @book AND e.effective > @closeOf
            """, new { series, book = Names.Of(book), closeOf = Text.Of(closeOf) }, r => (r.GetString(0), r.GetString(1), r.GetInt64(2))))
            CollectionsMarshal.GetValueRefOrAddDefault(later, (account, unit), out _) += minor;
        var held = new List<Balance>();
        foreach (var now in _session.Stream("SELECT account, guard, unit, minor FROM balances WHERE series_id = @series AND book = @book ORDER BY account, unit", new { series, book = Names.Of(book) },
            r => (Account: r.GetString(0), Guard: Text.Case<AccountGuard>(r.GetString(1)), Unit: r.GetString(2), Minor: r.GetInt64(3))))
            if (now.Minor - later.GetValueOrDefault((now.Account, now.Unit)) is var minor and not 0)
                held.Add(new Balance(series, new Account(now.Account, book, now.Guard), now.Unit, minor));
        return held;
    }

    /// <summary>Every leg of a book of a series, in the order of the days as of which they hold; read as it is walked, within the snapshot.</summary>
    public IEnumerable<(DateOnly Effective, string Account, long Minor)> LegsOf(string series, Book book) => _session.Stream(
        """
        SELECT e.effective, l.account, l.minor FROM entries e JOIN legs l ON l.series_id = e.series_id AND l.entry = e.entry
        WHERE e.series_id = @series AND e.book = @book ORDER BY e.effective, e.entry, l.leg
        """, new { series, book = Names.Of(book) }, r => (Text.Date(r.GetString(0)), r.GetString(1), r.GetInt64(2)));

    /// <summary>What one account holds of one unit; zero where it was never used.</summary>
    public long BalanceOf(string series, Book book, string account, string unit) => _session.Number(
        "SELECT COALESCE(SUM(minor), 0) FROM balances WHERE series_id = @series AND book = @book AND account = @account AND unit = @unit",
        new { series, book = Names.Of(book), account, unit });

    /// <summary>The entries of a series, in the order posted.</summary>
    public IReadOnlyList<PostedEntry> Entries(string series)
    {
        var legs = _session.List("SELECT entry, account, minor FROM legs WHERE series_id = @series ORDER BY entry, leg", new { series }, r => (Entry: r.GetInt64(0), Account: r.GetString(1), Minor: r.GetInt64(2)))
            .ToLookup(l => l.Entry, l => (l.Account, l.Minor));
        return _session.List("SELECT series_id, entry, stream, version, book, unit, effective, purpose FROM entries WHERE series_id = @series ORDER BY entry", new { series },
            r => new PostedEntry(r.GetString(0), r.GetInt64(1), r.GetString(2), r.GetInt64(3), Text.Case<Book>(r.GetString(4)), r.GetString(5), Text.Date(r.GetString(6)), r.GetString(7), [.. legs[r.GetInt64(1)]]));
    }

    /// <summary>A list across series, ordered by its sort text, then by series and id.</summary>
    public IReadOnlyList<ListedRow> List(string kind) => _session.List(
        "SELECT series_id, kind, id, state, sort, json FROM lists WHERE kind = @kind ORDER BY sort, series_id, id", new { kind }, r => new ListedRow(r.GetString(0), ListRows.Read(r, 1)));

    /// <summary>The payments of a run, by holder.</summary>
    public IReadOnlyList<MadePayment> Payments(string series, string run) => PaymentsWhere("series_id = @series AND run = @run", new { series, run });

    /// <summary>The payments of a series, by run and holder.</summary>
    public IReadOnlyList<MadePayment> Payments(string series) => PaymentsWhere("series_id = @series", new { series });

    /// <summary>Payments that stand at that state, at most <paramref name="limit"/>, by series, run and holder.</summary>
    public IReadOnlyList<MadePayment> Outbox(IntentState state, int limit) => _session.List(
        $"""
        SELECT {PaymentColumns}, o.id, o.state
        FROM (SELECT series_id, run, holder, id, state FROM outbox WHERE state = '{Names.Of(state)}' ORDER BY series_id, run, holder LIMIT @limit) o
        JOIN payments p ON p.series_id = o.series_id AND p.run = o.run AND p.holder = o.holder ORDER BY o.series_id, o.run, o.holder
        """, new { limit }, r => Payment(r, (r.GetString(9), Text.Case<IntentState>(r.GetString(10))))); // the state is written out: partial indexes need it

    /// <summary>Null where nothing was proposed under the id.</summary>
    public Approval? Approval(string series, string id) => _session.List(ApprovalsSql + " AND id = @id", new { series, id }, ApprovalOf).SingleOrDefault();

    /// <summary>The approvals of a series, by id.</summary>
    public IReadOnlyList<Approval> Approvals(string series) => _session.List(ApprovalsSql + " ORDER BY id", new { series }, ApprovalOf);

    private const string ApprovalsSql = "SELECT series_id, id, hash, maker, checker FROM approvals WHERE series_id = @series";

    private static Approval ApprovalOf(System.Data.Common.DbDataReader r) => new(r.GetString(0), r.GetString(1), r.Bytes(2), r.GetString(3), r.StringOrNull(4));

    /// <summary>Null where no such file was kept.</summary>
    public DocumentFile? Document(string sha256) => _session.List("SELECT bytes, path FROM documents WHERE sha256 = @sha256", new { sha256 }, r => new DocumentFile(r.Bytes(0), r.GetString(1))).SingleOrDefault();

    /// <summary>Null where the key is not known.</summary>
    public RecordedCommand? Command(string key) => _session.List(
        "SELECT command_key, series_id, actor, verb, payload, recorded, outcome, answer FROM commands WHERE command_key = @key", new { key },
        r => new RecordedCommand(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.Bytes(4), Text.Instant(r.GetString(5)), r.GetString(6) == "refused", r.Bytes(7))).SingleOrDefault();

    /// <summary>The newest block of the audit chain; null before the first.</summary>
    public SealedBlock? Head() => _session.List(
        """
        SELECT s.block, s.hash, s.sealed, (SELECT CAST(SUM(t.last_version - t.first_version + 1) AS BIGINT) FROM sealed_streams t WHERE t.block = s.block)
        FROM seals s ORDER BY s.block DESC LIMIT 1
        """, null, r => new SealedBlock(r.GetInt64(0), r.Bytes(1), Text.Instant(r.GetString(2)), r.GetInt64(3))).SingleOrDefault();

    internal static RecordedEvent Event(System.Data.Common.DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetInt64(2),
        new StoredEvent(r.GetString(3), (int)r.GetInt64(4), r.Bytes(5), Text.Date(r.GetString(6))), Text.Instant(r.GetString(7)), r.GetString(8));

    /// <summary>
    /// In two passes and not as a join: where a large run is newer than its statistics, PostgreSQL takes the run for a few rows and compares every
    /// payment with every intent.
    /// </summary>
    private List<MadePayment> PaymentsWhere(string condition, object args)
    {
        var intents = _session.Stream($"SELECT run, holder, id, state FROM outbox WHERE {condition}", args, r => (Key: (r.GetString(0), r.GetString(1)), Intent: (r.GetString(2), Text.Case<IntentState>(r.GetString(3)))))
            .ToDictionary(o => o.Key, o => o.Intent);
        return _session.List($"SELECT {PaymentColumns} FROM payments p WHERE {condition} ORDER BY p.run, p.holder", args, r => Payment(r, intents[(r.GetString(1), r.GetString(3))]));
    }

    private const string PaymentColumns = "p.series_id, p.run, p.chunk, p.holder, p.account, p.unit, p.minor, p.stream, p.version";

    private static MadePayment Payment(System.Data.Common.DbDataReader r, (string Id, IntentState State) intent) => new(r.GetString(0),
        new PaymentRow(r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetInt64(6)), intent.Id, intent.State, r.GetString(7), r.GetInt64(8));
}
