using Indenture.Storage;
using Indenture.Tests.Support;

namespace Indenture.Tests.Storage;

/// <summary>Opening a store, made anew or by an earlier program.</summary>
public abstract class OpeningTests(EngineUnderTest engine)
{
    private static string CodeOf(Outcome<Store> outcome) => outcome.Match(store => { store.Dispose(); return "done"; }, r => r.Code);

    [EngineFact]
    public void AStoreIsMadeOnceAndFoundAgain()
    {
        var target = engine.NewTarget();
        using (var store = Store.Open(target).Require()) Sample.Do(store, "a");
        using (var store = Store.Open(target).Require()) Assert.Single(store.Read(view => view.Streams()));
    }

    [EngineFact]
    public void AStoreKeepsItsKind()
    {
        var target = engine.NewTarget();
        using (var store = Store.Open(target, StoreKind.Rehearsal).Require()) Assert.True(store.IsRehearsal);
        using (var store = Store.Open(target).Require()) Assert.True(store.IsRehearsal);
        Assert.Equal("STORE-KIND-DIFFERS", CodeOf(Store.Open(target, StoreKind.Live)));
        using (var store = engine.NewStore()) Assert.False(store.IsRehearsal);
    }

    [EngineFact]
    public void AStoreOfANewerProgramIsRefusedAndLeftAlone()
    {
        var target = engine.NewTarget();
        Store.Open(target).Require().Dispose();
        engine.Execute(target, "INSERT INTO migrations (number, name, checksum) VALUES (9999, 'later', 'x')");
        var refusal = Store.Open(target).Match(_ => throw new InvalidOperationException(), r => r);
        Assert.Equal("STORE-NEWER", refusal.Code);
        Assert.Contains("9999 (later)", refusal.Message);
        engine.Execute(target, "DELETE FROM migrations WHERE number = 9999");
        Assert.Equal("done", CodeOf(Store.Open(target)));
    }

    [EngineFact]
    public void AStoreWhoseMigrationDiffersIsRefused()
    {
        var target = engine.NewTarget();
        Store.Open(target).Require().Dispose();
        engine.Execute(target, "UPDATE migrations SET checksum = 'of another text' WHERE number = 1");
        Assert.Equal("MIGRATION-CHANGED", CodeOf(Store.Open(target)));
    }
}
