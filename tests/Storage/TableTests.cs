using System.Data.Common;
using System.Text.RegularExpressions;
using Indenture.Storage;
using Indenture.Tests.Support;

namespace Indenture.Tests.Storage;

/// <summary>What the database itself refuses, whoever writes.</summary>
public abstract class TableTests(EngineUnderTest engine)
{
    private void Refused(string target, string sql, string constraint)
    {
        var refusal = Assert.ThrowsAny<DbException>(() => engine.Execute(target, sql));
        Assert.True(Regex.IsMatch(refusal.Message, constraint), $"{sql}\nwas refused, but not by {constraint}: {refusal.Message}");
    }

    [EngineFact]
    public void NothingThatWasRecordedIsChangedOrRemoved()
    {
        var target = engine.NewTarget();
        using var store = Store.Open(target).Require();
        Sample.Release(store, "interest-1", "alice", "bob", [("H1", 30)]);
        Sample.Do(store, "document", documents: [new DocumentFile("words"u8.ToArray(), "a.txt")]);
        Assert.NotNull(store.Seal(Sample.Now));
        foreach (var (table, column) in new[]
            { ("commands", "actor"), ("events", "type"), ("entries", "purpose"), ("legs", "account"), ("payments", "holder"), ("documents", "path"), ("seals", "sealed"), ("sealed_streams", "stream") })
        {
            Refused(target, $"UPDATE {table} SET {column} = 'other'", $"{table}_unchanged");
            Refused(target, $"DELETE FROM {table}", $"{table}_kept");
        }
        foreach (var table in new[] { "approvals", "balances", "outbox" }) Refused(target, $"DELETE FROM {table}", $"{table}_kept");
        Refused(target, "UPDATE approvals SET checker = 'carol'", "approvals_final");
    }

    [EngineFact]
    public void ABalanceNeverBreaksItsGuard()
    {
        var target = engine.NewTarget();
        using var store = Store.Open(target).Require();
        Sample.Fund(store, 100, "interest-1");
        Refused(target, "UPDATE balances SET minor = -1 WHERE account = 'agent/cash'", "balance_guard");
        Refused(target, "UPDATE balances SET minor = 1 WHERE account = 'payable/interest-1'", "balance_guard");
        Refused(target, "INSERT INTO balances (series_id, book, account, unit, guard, minor) VALUES ('S1', 'cash', 'agent/cash', 'JPY', 'open', -1)", "guard");
    }

    [EngineFact]
    public void NobodyReleasesWhatTheyProposedAndNothingElseIsReleased()
    {
        var target = engine.NewTarget();
        using var store = Store.Open(target).Require();
        Sample.Do(store, "propose", "alice", approvals: [new ApprovalEffect.Propose("run", Sample.Hash("a"))]);
        Refused(target, "UPDATE approvals SET checker = maker, released_by = 'x', released_hash = hash", "two_persons");
        Refused(target, "UPDATE approvals SET checker = 'bob', released_by = 'x', released_hash = (SELECT payload FROM events)", "same_hash");
        Refused(target, "UPDATE approvals SET checker = 'bob'", "released_whole");
    }

    [EngineFact]
    public void AnEntryBalancesAndIsClosed()
    {
        var target = engine.NewTarget();
        using var store = Store.Open(target).Require();
        Sample.Fund(store, 100, "interest-1");
        const string entry = "INSERT INTO entries (series_id, entry, stream, version, book, unit, effective, purpose) VALUES ('S1', 9, 'series/S1', 1, 'cash', 'USD', '2026-03-05', 'x')";
        Refused(target, entry, "balance"); // without legs
        engine.Execute(target, "INSERT INTO legs (series_id, entry, leg, account, minor) VALUES ('S1', 9, 1, 'a', 5), ('S1', 9, 2, 'b', -4)");
        Refused(target, entry, "balance"); // 5 - 4 is not 0
        engine.Execute(target, "INSERT INTO legs (series_id, entry, leg, account, minor) VALUES ('S1', 9, 3, 'b', -1)");
        engine.Execute(target, entry);
        Refused(target, "INSERT INTO legs (series_id, entry, leg, account, minor) VALUES ('S1', 9, 4, 'a', 5)", "closed");
    }

    [EngineFact]
    public void APaymentNeedsAReleaseAndIsMadeOnce()
    {
        var target = engine.NewTarget();
        using var store = Store.Open(target).Require();
        Sample.Release(store, "interest-1", "alice", "bob", [("H1", 30)]);
        string Payment(string run, string holder) =>
            $"INSERT INTO payments (series_id, run, holder, chunk, account, unit, minor, stream, version) VALUES ('S1', '{run}', '{holder}', '1', 'payable', 'USD', 1, 'series/S1', 1)";
        Refused(target, Payment("interest-1", "H1"), "UNIQUE|duplicate key");
        Refused(target, Payment("interest-2", "H1"), "release");
        engine.Execute(target, Payment("interest-1", "H2")); // the two above were refused for their reasons alone
    }

    [EngineFact]
    public void AnIntentNeverGoesBack()
    {
        var target = engine.NewTarget();
        using var store = Store.Open(target).Require();
        Sample.Release(store, "interest-1", "alice", "bob", [("H1", 30)]);
        Refused(target, "UPDATE outbox SET state = 'confirmed'", "outbox_forward"); // not yet sent
        engine.Execute(target, "UPDATE outbox SET state = 'sent'");
        Refused(target, "UPDATE outbox SET state = 'intended'", "outbox_forward");
        Refused(target, "UPDATE outbox SET state = 'lost'", "outbox_forward|outbox_state_check|CHECK");
    }
}
