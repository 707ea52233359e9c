using Indenture.Storage;
using Indenture.Tests.Support;

namespace Indenture.Tests.Storage;

/// <summary>Whoever gets past every guard of the database is seen by the audit.</summary>
public abstract class AuditTests(EngineUnderTest engine)
{
    private static readonly ListRow Line = new("due", "1", "paid", "2004", "{}"u8.ToArray());

    private static IEnumerable<ListRow> Fold(IReadOnlyList<RecordedEvent> stream) => [Line];

    private static string Failing(Store store) => string.Join(" ", store.Verify(Fold).Where(i => !i.Holds).Select(i => i.Name));

    /// <summary>Funds (event and entries 1 and 2), proposes (event 2) and pays (event 3, entry 3) a run; keeps a document and a line (event 4); seals 1 to 3 and then 4.</summary>
    private Store Filled(string target)
    {
        var store = Store.Open(target).Require();
        Sample.Release(store, "interest-1", "alice", "bob", [("H1", 30), ("H2", 12)]);
        Assert.Equal((1L, 3L), store.Seal(Sample.Now) is { } first ? (first.Block, first.Events) : default);
        Sample.Do(store, "more", lists: [Line], documents: [new DocumentFile("words"u8.ToArray(), "a.txt")]);
        Assert.Equal((2L, 1L), store.Seal(Sample.Now.AddHours(1)) is { } second ? (second.Block, second.Events) : default);
        return store;
    }

    [EngineFact]
    public void ASoundStoreHoldsAndWhatWasLookedAtIsCounted()
    {
        using var store = Filled(engine.NewTarget());
        var audit = store.Verify(Fold);
        Assert.Equal(
            "journal-gapless 4, commands-kept 4, chain-intact 4, moved-as-journaled 2, entries-balance 3, balances-equal-legs 3, guards-hold 3, two-persons 1, paid-once 2, payments-equal-books 1, outbox-complete 2, documents-intact 1, lists-equal-journal 1",
            string.Join(", ", audit.Select(i => $"{i.Name} {i.Checked}")));
        Assert.All(audit, i => Assert.True(i.Holds, i.Detail));
        Assert.Null(store.Seal(Sample.Now));
        Assert.Equal(2, store.Read(view => view.Head())!.Block);
    }

    [EngineFact]
    public void AnEmptyStoreHolds()
    {
        using var store = engine.NewStore();
        Assert.Equal("", string.Join(" ", store.Verify(_ => []).Where(i => !i.Holds)));
        Assert.Null(store.Seal(Sample.Now));
        Assert.Null(store.Read(view => view.Head()));
    }

    [EngineFact]
    public void EveryTamperingIsSeen()
    {
        // what is done to the tables, and which invariants no longer hold
        var cases = new (string Sql, string Failing)[]
        {
            ("DELETE FROM events WHERE version = 2", "journal-gapless chain-intact"),
            ("DELETE FROM events WHERE version = 4", "chain-intact"), // cut off at the end: no gap, but it was sealed
            ("UPDATE commands SET payload = answer || answer", "commands-kept"),
            ("UPDATE commands SET actor = 'mallory' WHERE command_key = 'more'", "commands-kept chain-intact"),
            ("DELETE FROM commands WHERE command_key = 'more'", "commands-kept chain-intact"),
            ("UPDATE events SET payload = (SELECT payload FROM events WHERE version = 3) WHERE version = 2", "chain-intact"),
            ("UPDATE events SET effective = '2026-03-06' WHERE version = 4", "chain-intact"),
            ("UPDATE seals SET hash = previous WHERE block = 2", "chain-intact"),
            ("UPDATE seals SET sealed = 'then' WHERE block = 1", "chain-intact"),
            ("DELETE FROM seals WHERE block = 1", "chain-intact"),
            ("DELETE FROM seals WHERE block = 2", "chain-intact"),
            ("DELETE FROM sealed_streams WHERE block = 1", "chain-intact"),
            ("UPDATE sealed_streams SET previous = hash WHERE block = 2", "chain-intact"),
            ("UPDATE entries SET purpose = 'other' WHERE entry = 1", "moved-as-journaled"),
            ("UPDATE events SET moved = (SELECT moved FROM events WHERE version = 2) WHERE version = 3", "chain-intact moved-as-journaled"),
            ("UPDATE legs SET minor = minor + 1 WHERE entry = 1 AND leg = 1", "moved-as-journaled entries-balance balances-equal-legs"),
            ("DELETE FROM legs WHERE entry = 3", "moved-as-journaled entries-balance balances-equal-legs payments-equal-books"),
            ("DELETE FROM entries WHERE entry = 1", "moved-as-journaled entries-balance balances-equal-legs"),
            ("UPDATE balances SET minor = minor + 1 WHERE account = 'agent/cash'", "balances-equal-legs"),
            ("DELETE FROM balances WHERE account = 'agent/cash'", "balances-equal-legs"),
            ("UPDATE balances SET guard = 'credit' WHERE account = 'agent/cash'", "guards-hold"), // it holds 1,000
            // ten more into the agent's cash in every place but the journal: the books agree with each other
            ("UPDATE legs SET minor = CASE WHEN minor > 0 THEN minor + 10 ELSE minor - 10 END WHERE entry = 1; " +
             "UPDATE balances SET minor = minor + 10 WHERE account = 'agent/cash'; UPDATE balances SET minor = minor - 10 WHERE account = 'issuer/funds'", "moved-as-journaled"),
            ("UPDATE approvals SET maker = checker", "two-persons"),
            ("UPDATE approvals SET checker = 'carol'", "two-persons"), // not who gave the command
            ("UPDATE approvals SET hash = (SELECT hash FROM seals WHERE block = 1)", "two-persons"),
            ("UPDATE approvals SET checker = NULL, released_hash = NULL, released_by = NULL", "two-persons"), // paid all the same
            ("INSERT INTO payments SELECT * FROM payments WHERE holder = 'H1'", "moved-as-journaled paid-once payments-equal-books"),
            ("UPDATE payments SET minor = minor + 1 WHERE holder = 'H1'", "moved-as-journaled payments-equal-books"),
            ("DELETE FROM payments WHERE holder = 'H1'", "moved-as-journaled payments-equal-books outbox-complete"),
            ("DELETE FROM outbox WHERE holder = 'H1'", "outbox-complete"),
            ("UPDATE documents SET bytes = (SELECT hash FROM seals WHERE block = 1)", "documents-intact"),
            ("DELETE FROM lists", "lists-equal-journal"),
            ("UPDATE lists SET state = 'open'", "lists-equal-journal"),
        };
        var sound = engine.NewTarget();
        using var store = Filled(sound);
        engine.Unguard(sound);
        Assert.Equal("", Failing(store));
        foreach (var table in new[] { "events", "commands", "seals", "sealed_streams", "entries", "legs", "balances", "approvals", "payments", "outbox", "documents", "lists" })
            engine.Execute(sound, $"CREATE TABLE kept_{table} AS SELECT * FROM {table}");
        foreach (var (sql, failing) in cases)
        {
            engine.Execute(sound, sql);
            Assert.Equal((sql, failing), (sql, Failing(store)));
            foreach (var table in new[] { "events", "commands", "seals", "sealed_streams", "entries", "legs", "balances", "approvals", "payments", "outbox", "documents", "lists" })
                engine.Execute(sound, $"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM kept_{table}");
        }
        Assert.Equal("", Failing(store));
    }
}
