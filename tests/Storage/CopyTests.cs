using Indenture.Storage;
using Indenture.Tests.Support;

namespace Indenture.Tests.Storage;

[NeedsPostgres]
public sealed class CopyTests(SqliteFiles sqlite, PostgresDatabase postgres) : IClassFixture<SqliteFiles>, IClassFixture<PostgresDatabase>
{
    [EngineFact]
    public void AStoreGoesToTheOtherEngineAndBackWithEveryRow()
    {
        using var first = sqlite.NewStore();
        using var second = postgres.NewStore();
        using var third = sqlite.NewStore();
        Sample.Release(first, "interest-1", "alice", "bob", [.. Enumerable.Range(1, 50).Select(n => ($"Holder \u00e9\ud83d\ude00 {n}", (long)n))]);
        Sample.Do(first, "more", lists: [new ListRow("due", "1", "paid", "2004", "{}"u8.ToArray())], documents: [new DocumentFile([0, 1, 255], "a.bin")]);
        var head = first.Seal(Sample.Now)!;
        Sample.Do(first, "after the seal");

        var there = first.CopyTo(second).Require();
        var back = second.CopyTo(third).Require();
        Assert.Equal(there.Rows, back.Rows);
        Assert.Equal((50L, 5L, 3L, 1L), (there.Rows["payments"], there.Rows["events"], there.Rows["entries"], there.Rows["documents"]));
        Assert.All(back.Audit, i => Assert.True(i.Holds, i.Detail));
        Assert.Equal(head.Hash, third.Read(view => view.Head())!.Hash);
        Assert.Equal(first.Read(view => view.Payments(Sample.Series)), third.Read(view => view.Payments(Sample.Series)));
        Sample.Do(second, "goes on"); // a copy is a store like any other
        Assert.True(Sample.Try(third, "more").Require().Repeated, "the keys went with it");
    }

    [EngineFact]
    public void OnlyAnEmptyStoreOfTheSameKindIsCopiedInto()
    {
        using var source = sqlite.NewStore();
        using var filled = postgres.NewStore();
        using var rehearsal = postgres.NewStore(StoreKind.Rehearsal);
        Sample.Do(source, "a");
        Sample.Do(filled, "a");
        Assert.Equal("STORE-NOT-EMPTY", source.CopyTo(filled).Match(_ => "done", r => r.Code));
        Assert.Equal("STORE-KIND-DIFFERS", source.CopyTo(rehearsal).Match(_ => "done", r => r.Code));
    }

    [EngineFact]
    public void ABrokenStoreIsNotCopied()
    {
        var target = sqlite.NewTarget();
        using var source = Store.Open(target).Require();
        using var copy = postgres.NewStore();
        Sample.Do(source, "a", entries: [Sample.Move(Sample.Funds, Sample.Cash, 5)]);
        sqlite.Execute(target, "UPDATE balances SET minor = 6 WHERE account = 'agent/cash'");
        var refusal = source.CopyTo(copy).Match(_ => throw new InvalidOperationException(), r => r);
        Assert.Equal("COPY-UNSOUND", refusal.Code);
        Assert.Contains("balances-equal-legs", refusal.Message);
        Assert.Empty(copy.Read(view => view.Streams()));
    }
}
