using System.Security.Cryptography;
using System.Text;
using Indenture.Storage;
using Indenture.Tests.Support;

namespace Indenture.Tests.Storage;

/// <summary>What every store does, whichever engine is under it.</summary>
public abstract class StoreTests(EngineUnderTest engine)
{
    private Store New() => engine.NewStore();

    [EngineFact]
    public void WhatWasAppendedIsReadBackByteForByte()
    {
        using var store = New();
        byte[] payload = [0x7b, 0x20, 0x22, 0xc3, 0xa9, 0x22, 0x3a, 0x31, 0x2e, 0x30, 0x30, 0x7d]; // { "é":1.00} with its blank and its zeros
        var done = store.Execute(Sample.Command("a"), _ => new Effects(Sample.Stream, 0, [new StoredEvent("Happened", 3, payload, new DateOnly(2004, 2, 9))], "{}"u8.ToArray())).Require();
        Assert.False(done.Repeated);
        var read = Assert.Single(store.Read(view => view.EventsOf(Sample.Series, Sample.Stream)));
        Assert.Equal(payload, read.Event.Payload);
        Assert.Equal((Sample.Series, Sample.Stream, 1L, "Happened", 3, new DateOnly(2004, 2, 9), Sample.Now, "a"),
            (read.SeriesId, read.Stream, read.Version, read.Event.Type, read.Event.TypeVersion, read.Event.Effective, read.Recorded, read.CommandKey));
    }

    [EngineFact]
    public void TheSameKeyGivesTheFirstAnswerForEver()
    {
        using var store = New();
        Sample.Do(store, "a", answer: "first");
        var again = store.Execute(Sample.Command("a"), _ => throw new InvalidOperationException("must not be decided again")).Require();
        Assert.True(again.Repeated);
        Assert.Equal("first", Encoding.UTF8.GetString(again.Answer));
        Assert.Single(store.Read(view => view.EventsOf(Sample.Series, Sample.Stream)));
    }

    [EngineFact]
    public void TheSameKeyWithOtherContentIsRefusedNamingTheFirst()
    {
        using var store = New();
        Sample.Do(store, "a");
        var refusal = Sample.Refused(store.Execute(Sample.Command("a", payload: "{\"other\":1}"), _ => throw new InvalidOperationException()));
        Assert.Equal("KEY-REUSED", refusal.Code);
        Assert.Contains("alice for act on series S1", refusal.Message);
    }

    [EngineFact]
    public void AChosenKeyRemembersARefusalAndADerivedOneDoesNot()
    {
        using var store = New();
        var refusal = new Refusal("NOT-NOW", "Not now.", [new Place(1, 2, 3, "part")]);
        Assert.Equal("NOT-NOW", Sample.Refused(store.Execute(Sample.Command("chosen"), _ => refusal)).Code);
        Assert.Equal("NOT-NOW", Sample.Refused(store.Execute(Sample.Command("derived", given: false), _ => refusal)).Code);
        var kept = Sample.Refused(store.Execute(Sample.Command("chosen"), _ => Sample.Happened(0)));
        Assert.Equal((refusal.Code, refusal.Message, refusal.Places[0]), (kept.Code, kept.Message, kept.Places.Single()));
        Assert.False(store.Execute(Sample.Command("derived", given: false), _ => Sample.Happened(0)).Require().Repeated);
    }

    [EngineFact]
    public void ARefusalByTheDatabaseIsRememberedToo()
    {
        using var store = New();
        IReadOnlyList<Entry> spend = [Sample.Move(Sample.Cash, Sample.Funds, 5)];
        Assert.Equal("BALANCE-REFUSED", Sample.Refused(Sample.Try(store, "spend", entries: spend)).Code);
        Sample.Do(store, "fund", entries: [Sample.Move(Sample.Funds, Sample.Cash, 5)]);
        Assert.Equal("BALANCE-REFUSED", Sample.Refused(Sample.Try(store, "spend", entries: spend)).Code);
        Sample.Do(store, "spend again", entries: spend);
    }

    [EngineFact]
    public void AStreamThatAlwaysMovesIsRefused()
    {
        using var store = New();
        Sample.Do(store, "a");
        var decided = 0;
        Assert.Equal("STREAM-MOVED", Sample.Refused(store.Execute(Sample.Command("b", given: false), _ => { decided++; return Sample.Happened(0); })).Code);
        Assert.True(decided > 1, "it is decided again before it is refused");
        Assert.Single(store.Read(view => view.EventsOf(Sample.Series, Sample.Stream)));
    }

    [EngineFact]
    public void ABrokenGuardIsRefusedNamingWhatWasHeldAndAsked()
    {
        using var store = New();
        Sample.Do(store, "fund", entries: [Sample.Move(Sample.Funds, Sample.Cash, 100)]);
        Sample.Do(store, "spend", entries: [Sample.Move(Sample.Cash, Sample.Funds, 60)]);
        var refusal = Sample.Refused(Sample.Try(store, "overspend", entries: [Sample.Move(Sample.Cash, Sample.Funds, 41)]));
        Assert.Equal("BALANCE-REFUSED", refusal.Code);
        Assert.Contains("agent/cash", refusal.Message);
        Assert.Contains("holds 40 ", refusal.Message); // 100 - 60
        Assert.Contains("by -41;", refusal.Message);
        Assert.Equal(40, store.Read(view => view.BalanceOf(Sample.Series, Book.Cash, "agent/cash", "USD")));
        Assert.Equal(2, store.Read(view => view.EventsOf(Sample.Series, Sample.Stream)).Count);
    }

    [EngineFact]
    public void AnAccountKeepsTheGuardItWasOpenedWith()
    {
        using var store = New();
        Sample.Do(store, "fund", entries: [Sample.Move(Sample.Funds, Sample.Cash, 100)]);
        var unguarded = Sample.Cash with { Guard = AccountGuard.Open };
        Assert.ThrowsAny<Exception>(() => Sample.Try(store, "b", entries: [Sample.Move(unguarded, Sample.Funds, 500)]));
        Assert.ThrowsAny<Exception>(() => Sample.Try(store, "c", entries: [Sample.Move(unguarded, Sample.Funds, 500, "JPY")]));
        Assert.Equal(100, store.Read(view => view.Balances(Sample.Series)).Single(b => b.Account.Name == "agent/cash").Minor);
    }

    [EngineFact]
    public void AHolderIsPaidOncePerRun()
    {
        using var store = New();
        Sample.Release(store, "interest-1", "alice", "bob", [("H1", 30), ("H2", 12)]);
        var refusal = Sample.Refused(Sample.Pay(store, "again", "carol", "interest-1", [("H3", 1), ("H2", 12)]));
        Assert.Equal("PAID-ALREADY", refusal.Code);
        Assert.Contains("H2", refusal.Message);
        Assert.Equal([("H1", 30L, IntentState.Intended), ("H2", 12L, IntentState.Intended)],
            store.Read(view => view.Payments(Sample.Series, "interest-1")).Select(p => (p.Row.Holder, p.Row.Minor, p.State)));
    }

    [EngineFact]
    public void ARunIsPaidOnlyAfterItsApprovalWasReleased()
    {
        using var store = New();
        Sample.Fund(store, 100, "interest-1");
        Assert.Equal("RUN-UNRELEASED", Sample.Refused(Sample.Pay(store, "unproposed", "bob", "interest-1", [("H1", 30)])).Code);
        Sample.Do(store, "propose", approvals: [new ApprovalEffect.Propose("interest-1", Sample.Hash("run"))]);
        Assert.Equal("RUN-UNRELEASED", Sample.Refused(Sample.Pay(store, "unreleased", "bob", "interest-1", [("H1", 30)])).Code);
        Assert.Empty(store.Read(view => view.Payments(Sample.Series)));
    }

    [EngineFact]
    public void AnApprovalNeedsAProposalTheSameHashAnotherPersonAndIsUsedOnce()
    {
        using var store = New();
        string Release(string key, string actor, string what) =>
            Sample.Try(store, key, actor, approvals: [new ApprovalEffect.Release("run", Sample.Hash(what))]).Match(_ => "done", r => r.Code);

        Assert.Equal("APPROVAL-MISSING", Release("1", "bob", "a"));
        Sample.Do(store, "2", "alice", approvals: [new ApprovalEffect.Propose("run", Sample.Hash("a"))]);
        Assert.Equal("APPROVAL-HASH-DIFFERS", Release("3", "alice", "b")); // tested before the person
        Assert.Equal("APPROVAL-SAME-PERSON", Release("4", "alice", "a"));
        Sample.Do(store, "5", "carol", approvals: [new ApprovalEffect.Propose("run", Sample.Hash("b"))]); // a change voids what alice proposed
        Assert.Equal("APPROVAL-HASH-DIFFERS", Release("6", "bob", "a"));
        Assert.Equal("done", Release("7", "alice", "b"));
        Assert.Equal("APPROVAL-USED", Release("8", "bob", "b"));
        Assert.Equal("APPROVAL-USED", Sample.Try(store, "9", "bob", approvals: [new ApprovalEffect.Propose("run", Sample.Hash("c"))]).Match(_ => "done", r => r.Code));
        Assert.Equal(("carol", "alice"), store.Read(view => view.Approval(Sample.Series, "run")) is { } a ? (a.Maker, a.Checker) : default);
    }

    [EngineFact]
    public void ARefusedCommandLeavesNothingBehind()
    {
        using var store = New();
        var refusal = Sample.Refused(store.Execute(Sample.Command("a", given: false), _ => Sample.Happened(0) with
        {
            Entries = [Sample.Move(Sample.Cash, Sample.Funds, 1)],
            Approvals = [new ApprovalEffect.Propose("run", Sample.Hash("a"))],
            Lists = [new ListRow("due", "1", "open", "2004", "{}"u8.ToArray())],
            Documents = [new DocumentFile("words"u8.ToArray(), "a.txt")],
        }));
        Assert.Equal("BALANCE-REFUSED", refusal.Code);
        store.Read(view =>
        {
            Assert.Empty(view.Streams());
            Assert.Empty(view.Balances(Sample.Series));
            Assert.Empty(view.Entries(Sample.Series));
            Assert.Null(view.Approval(Sample.Series, "run"));
            Assert.Empty(view.List("due"));
            Assert.Null(view.Document(new DocumentFile("words"u8.ToArray(), "").Sha256));
            Assert.Null(view.Command("a"));
            return 0;
        });
    }

    [EngineFact]
    public void PaymentsThatAreNotWhatTheEntriesTakeAreABug()
    {
        using var store = New();
        Sample.Fund(store, 100, "interest-1");
        Assert.Throws<InvalidOperationException>(() => Sample.Try(store, "pay", "bob",
            entries: [Sample.Move(Sample.Cash, Sample.Payable("interest-1"), 30)],
            payments: [new PaymentRow("interest-1", "1", "H1", "payable/interest-1", "USD", 29)]));
    }

    [EngineFact]
    public void MoneyNeverMovesWithoutAnEvent()
    {
        using var store = New();
        Assert.Throws<InvalidOperationException>(() => store.Execute(Sample.Command("a"), _ => new Effects(Sample.Stream, 0, [], []) { Entries = [Sample.Move(Sample.Funds, Sample.Cash, 1)] }));
        Assert.Null(store.Read(view => view.Command("a")));
    }

    [EngineFact]
    public void IntentsGoForwardOnly()
    {
        using var store = New();
        Sample.Release(store, "interest-1", "alice", "bob", [("H1", 30), ("H2", 12)]);
        var payments = store.Read(view => view.Outbox(IntentState.Intended, 10));
        var ids = payments.Select(p => p.Intent).ToList();
        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(32, id.Length)); // fits the 35 characters of an end-to-end id
        Assert.Equal("INTENT-UNSENT", store.MarkConfirmed(Sample.Series, ids).Match(_ => "done", r => r.Code));
        Assert.Equal("INTENT-UNKNOWN", store.MarkConfirmed(Sample.Series, ["nothing"]).Match(_ => "done", r => r.Code));
        Assert.Equal("INTENT-UNKNOWN", store.MarkSent([payments[0], payments[1] with { Row = payments[1].Row with { Holder = "nobody" } }]).Match(_ => "done", r => r.Code));
        Assert.Equal(1, store.MarkSent([payments[0]]).Require());
        Assert.Equal(1, store.MarkSent(payments).Require()); // the first was sent before
        Assert.Equal(2, store.MarkConfirmed(Sample.Series, ids).Require());
        Assert.Equal(0, store.MarkConfirmed(Sample.Series, ids).Require());
        Assert.Equal(0, store.MarkSent(payments).Require());
        Assert.Empty(store.Read(view => view.Outbox(IntentState.Intended, 10)));
        Assert.Equal(2, store.Read(view => view.Outbox(IntentState.Confirmed, 10)).Count);
    }

    [EngineFact]
    public void ListsAreReplacedWholeAndRebuiltFromTheJournal()
    {
        using var store = New();
        static ListRow Line(string id, string state) => new("due", id, state, id, "{}"u8.ToArray());
        Sample.Do(store, "a", lists: [Line("1", "open"), Line("2", "open")]);
        Sample.Do(store, "b", lists: [Line("2", "paid"), Line("3", "open")]);
        Sample.Do(store, "c"); // says nothing of lists
        Assert.Equal(["2 paid", "3 open"], store.Read(view => view.List("due")).Select(r => $"{r.Row.Id} {r.Row.State}"));

        IEnumerable<ListRow> Fold(IReadOnlyList<RecordedEvent> stream) => [Line("2", "paid"), Line("4", $"after {stream.Count}")];
        var expected = new[] { ("3", true, false), ("4", false, true) };
        Assert.Equal(expected, store.CompareLists(Fold).Select(d => (d.Id, d.Stored is not null, d.Folded is not null)));
        Assert.Equal(expected, store.RebuildLists(Fold).Select(d => (d.Id, d.Stored is not null, d.Folded is not null)));
        Assert.Empty(store.CompareLists(Fold));
        Assert.Equal(["2 paid", "4 after 3"], store.Read(view => view.List("due")).Select(r => $"{r.Row.Id} {r.Row.State}"));
    }

    [EngineFact]
    public void BytesOfADocumentAreKeptOnce()
    {
        using var store = New();
        var file = new DocumentFile("words"u8.ToArray(), "a.txt");
        Sample.Do(store, "a", documents: [file]);
        Sample.Do(store, "b", documents: [new DocumentFile("words"u8.ToArray(), "b.txt")]);
        var kept = store.Read(view => view.Document(file.Sha256))!;
        Assert.Equal(("a.txt", "words"), (kept.Path, Encoding.UTF8.GetString(kept.Bytes)));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("words"u8)), file.Sha256);
    }

    [EngineFact]
    public void APositionIsWhatWasEffectiveAtTheCloseOfItsDayWheneverItWasRecorded()
    {
        using var store = engine.NewStore();
        var (january, february, march) = (new DateOnly(2026, 1, 31), new DateOnly(2026, 2, 28), new DateOnly(2026, 3, 31));
        Account Holder(string name) => new($"holder/{name}", Book.Units, AccountGuard.Debit);
        var issued = new Account("issued", Book.Units, AccountGuard.Open);
        static Entry On(DateOnly day, Account from, Account to, long minor, string unit = "USD principal") => Entry.Of(unit, day, "moved", [new Leg(from, -minor), new Leg(to, minor)]);

        Sample.Do(store, "issued", entries: [On(january, issued, Holder("a"), 700), On(january, issued, Holder("b"), 300)]);
        Sample.Do(store, "all to c", entries: [On(march, Holder("b"), Holder("c"), 300)]);
        Sample.Do(store, "recorded later", entries: [On(february, Holder("a"), Holder("c"), 200)]);
        Sample.Do(store, "another unit, another book", entries: [On(january, issued, Holder("a"), 5, "JPY principal"), Sample.Move(Sample.Funds, Sample.Cash, 9)]);

        string At(DateOnly day) => string.Join(", ", store.Read(view => view.BalancesAt(Sample.Series, Book.Units, day)).Select(b => $"{b.Account.Name} {b.Minor} {b.Unit}"));
        Assert.Equal("", At(january.AddDays(-1)));
        Assert.Equal("holder/a 5 JPY principal, holder/a 700 USD principal, holder/b 300 USD principal, issued -5 JPY principal, issued -1000 USD principal", At(january)); // the close of the day, not its beginning
        Assert.Equal(At(january), At(february.AddDays(-1)));
        Assert.Equal("holder/a 5 JPY principal, holder/a 500 USD principal, holder/b 300 USD principal, holder/c 200 USD principal, issued -5 JPY principal, issued -1000 USD principal", At(february)); // 700 - 200
        Assert.Equal("holder/a 5 JPY principal, holder/a 500 USD principal, holder/c 500 USD principal, issued -5 JPY principal, issued -1000 USD principal", At(march)); // b has nothing left
        Assert.Equal(At(march), At(new DateOnly(2030, 1, 1)));
        Assert.Equal(store.Read(view => view.Balances(Sample.Series)).Where(b => b.Account.Book == Book.Units && b.Minor != 0), store.Read(view => view.BalancesAt(Sample.Series, Book.Units, march)));
        Assert.Empty(store.Read(view => view.BalancesAt("S2", Book.Units, march)));
    }
}
