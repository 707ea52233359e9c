using Indenture.Storage;
using Indenture.Tests.Support;

namespace Indenture.Tests.Storage;

/// <summary>One process holds a SQLite store.</summary>
public sealed class StoreLockTests(SqliteFiles files) : IClassFixture<SqliteFiles>
{
    private static string? Refusal(string target, string code) => Store.Open(target) switch
    {
        Outcome<Store>.Refused { Refusal: var r } when r.Code == code => r.Message,
        Outcome<Store>.Done { Value: var store } => Close(store),
        _ => null,
    };

    private static string? Close(Store store)
    {
        store.Dispose();
        return null;
    }

    [Fact]
    public void ASecondProcessIsRefusedNamingTheHolderAndADeadOneHoldsNobodyUp()
    {
        var target = files.NewTarget();
        using var child = Child.Start("hold", target);
        Assert.Equal("held", child.StandardOutput.ReadLine());
        Assert.Contains($"process {child.Id} on {Environment.MachineName}", Refusal(target, "STORE-IN-USE"));
        child.Kill();
        child.WaitForExit();
        Assert.True(File.Exists(target + ".lock"));
        Store.Open(target).Require().Dispose();
    }

    [Fact]
    public void ASecondOpeningInTheSameProcessIsRefused()
    {
        var target = files.NewTarget();
        using (Store.Open(target).Require()) Assert.Contains($"process {Environment.ProcessId} ", Refusal(target, "STORE-IN-USE"));
        Store.Open(target).Require().Dispose();
    }

    [Fact]
    public void WhatIsNoStoreIsRefusedAndLeftAlone()
    {
        var target = files.NewTarget();
        File.WriteAllText(target, "The quick brown fox jumps over the lazy dog, again and again, for longer than a header of a hundred bytes is long.");
        var before = File.ReadAllBytes(target);
        Assert.NotNull(Refusal(target, "STORE-UNREACHABLE"));
        Assert.Equal(before, File.ReadAllBytes(target));
        Assert.NotNull(Refusal(Path.Combine(target, "below", "a.file.db"), "STORE-UNREACHABLE"));
        Assert.NotNull(Refusal("", "STORE-TARGET-MALFORMED"));
        Assert.NotNull(Refusal("Host=127.0.0.1;Nonsense=1", "STORE-TARGET-MALFORMED"));
        Assert.NotNull(Refusal("Host=127.0.0.1;Port=1;Timeout=5", "STORE-UNREACHABLE"));
    }

    [Fact]
    public void ARehearsalLeavesNothingBehind()
    {
        string target;
        using (var store = Store.Rehearsal(null).Require())
        {
            Assert.True(store.IsRehearsal);
            target = store.Target;
            Sample.Do(store, "a");
            Assert.True(File.Exists(target));
        }
        Assert.False(Directory.Exists(Path.GetDirectoryName(target)));
    }

    [Fact]
    public void ARehearsalThatIsKeptIsOneAndBooksOfRecordAreNot()
    {
        var target = files.NewTarget();
        using (var store = Store.Rehearsal(target).Require()) Sample.Do(store, "a");
        using (var store = Store.Open(target).Require())
        {
            Assert.True(store.IsRehearsal);
            Assert.True(Sample.Try(store, "a").Require().Repeated);
        }
        var live = files.NewTarget();
        Store.Open(live).Require().Dispose();
        Assert.Equal("STORE-KIND-DIFFERS", Store.Rehearsal(live).Match(_ => "done", r => r.Code));
    }
}
