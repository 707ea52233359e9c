using Indenture.Storage;
using Indenture.Tests.Support;

namespace Indenture.Tests.Storage;

/// <summary>Many at once.</summary>
public abstract class ConcurrencyTests(EngineUnderTest engine)
{
    private const int Threads = 8;

    private static T[] AtOnce<T>(Func<int, T> work)
    {
        using var barrier = new Barrier(Threads);
        var results = new T[Threads];
        var threads = Enumerable.Range(0, Threads).Select(n => new Thread(() =>
        {
            barrier.SignalAndWait();
            results[n] = work(n);
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return results;
    }

    [EngineFact]
    public void OfManyWhoReleaseTheSameExactlyOneDoes()
    {
        using var store = engine.NewStore();
        Sample.Fund(store, 1_000_000, "interest-1");
        for (var round = 0; round < 10; round++)
        {
            var id = $"run-{round}";
            Sample.Do(store, $"propose {id}", "alice", approvals: [new ApprovalEffect.Propose(id, Sample.Hash(id))]);
            var answers = AtOnce(n => Sample.Try(store, $"release {id} {n}", n == 0 ? "alice" : $"checker-{n}", entries: [Sample.Move(Sample.Cash, Sample.Funds, 100)],
                approvals: [new ApprovalEffect.Release(id, Sample.Hash(id))]).Match(_ => "done", r => r.Code));
            Assert.Equal(1, answers.Count(a => a == "done"));
            Assert.Equal("APPROVAL-SAME-PERSON", answers[0]);
            Assert.Equal(Threads - 2, answers.Count(a => a == "APPROVAL-USED"));
        }
        Assert.Equal(1_000_000 - 10 * 100, store.Read(view => view.BalanceOf(Sample.Series, Book.Cash, "agent/cash", "USD")));
        Assert.All(store.Verify(), i => Assert.True(i.Holds, i.Detail));
    }

    // 500 requests, 50 in each of ten series; each of eight persons has proposed one in eight of them and tries to release all 500: each is released once, by another person.
    [EngineFact]
    public void FiveHundredRequestsWithEightApproversAtOnceAreCarriedOutFiveHundredTimes()
    {
        const int series = 10;
        const int each = 50;
        using var store = engine.NewStore();
        Outcome<CommandResult> Give(string key, int person, int s, IReadOnlyList<Entry> entries, params ApprovalEffect[] approvals) =>
            store.Execute(Sample.Command(key, $"person-{person}", given: false, series: $"S{s}"), view => Sample.Happened(Sample.Version(view, $"S{s}")) with { Entries = entries, Approvals = approvals });

        for (var s = 0; s < series; s++)
        {
            Give($"fund {s}", 0, s, [Sample.Move(Sample.Funds, Sample.Cash, each)]).Require();
            for (var person = 0; person < Threads; person++)
                Give($"propose {s} as {person}", person, s, [], [.. Enumerable.Range(0, each).Where(r => r % Threads == person).Select(r => new ApprovalEffect.Propose($"request-{r}", Sample.Hash($"{r}")))]).Require();
        }
        var answers = AtOnce(person =>
        {
            var order = Enumerable.Range(0, series * each).ToArray();
            new Random(person).Shuffle(order);
            return order.Select(n => (S: n / each, Request: n % each, Answer:
                Give($"release {n} as {person}", person, n / each, [Sample.Move(Sample.Cash, Sample.Funds, 1)], new ApprovalEffect.Release($"request-{n % each}", Sample.Hash($"{n % each}"))).Match(_ => "done", r => r.Code))).ToList();
        });

        var all = answers.SelectMany((given, person) => given.Select(g => (Person: person, g.S, g.Request, g.Answer))).ToList();
        Assert.Equal(Enumerable.Range(0, series * each), all.Where(a => a.Answer == "done").Select(a => a.S * each + a.Request).Order());
        Assert.All(all.Where(a => a.Request % Threads == a.Person), a => Assert.Equal("APPROVAL-SAME-PERSON", a.Answer));
        Assert.Equal(series * each * (Threads - 2), all.Count(a => a.Answer == "APPROVAL-USED")); // eight answers to each: one done, one to its own proposer, six too late
        store.Read(view =>
        {
            for (var s = 0; s < series; s++)
            {
                Assert.Equal(0, view.BalanceOf($"S{s}", Book.Cash, "agent/cash", "USD")); // 50 - 50 x 1
                Assert.Equal(each, view.Approvals($"S{s}").Count(a => a.Checker is not null && a.Checker != a.Maker));
            }
            return 0;
        });
        Assert.All(store.Verify(_ => []), i => Assert.True(i.Holds, i.Detail));
    }

    [EngineFact]
    public void OfManyWhoPayTheSameHolderExactlyOneDoes()
    {
        using var store = engine.NewStore();
        Sample.Release(store, "interest-1", "alice", "bob", [("H0", 1)]);
        var answers = AtOnce(n => Sample.Pay(store, $"pay {n}", "bob", "interest-1", [("H1", 10), ($"own-{n}", 1)]).Match(_ => "done", r => r.Code));
        Assert.Equal(1, answers.Count(a => a == "done"));
        Assert.Equal(Threads - 1, answers.Count(a => a == "PAID-ALREADY"));
        Assert.Equal(3, store.Read(view => view.Payments(Sample.Series, "interest-1")).Count); // H0, H1 and the winner's own
    }

    [EngineFact]
    public void OfManyWhoGiveTheSameCommandOneIsCarriedOutAndAllGetItsAnswer()
    {
        using var store = engine.NewStore();
        var answers = AtOnce(n => Sample.Try(store, "the same", answer: $"of {n}").Require());
        Assert.Equal(1, answers.Count(a => !a.Repeated));
        Assert.Single(answers.Select(a => Convert.ToHexString(a.Answer)).Distinct());
        Assert.Single(store.Read(view => view.EventsOf(Sample.Series, Sample.Stream)));
    }

    [EngineFact]
    public void MoneyIsSpentOnceHoweverManySpendIt()
    {
        using var store = engine.NewStore();
        Sample.Do(store, "fund", entries: [Sample.Move(Sample.Funds, Sample.Cash, 100)]);
        // eight threads of five times 7: of 40 only 14 fit into 100 (14 x 7 = 98)
        var done = AtOnce(n => Enumerable.Range(0, 5).Count(i => Sample.Try(store, $"spend {n} {i}", entries: [Sample.Move(Sample.Cash, Sample.Funds, 7)]) is Outcome<CommandResult>.Done));
        Assert.Equal(14, done.Sum());
        Assert.Equal(2, store.Read(view => view.BalanceOf(Sample.Series, Book.Cash, "agent/cash", "USD")));
        Assert.All(store.Verify(), i => Assert.True(i.Holds, i.Detail));
    }

    [EngineFact]
    public void StreamsOfDifferentSeriesAreWrittenAndSealedAtOnce()
    {
        using var store = engine.NewStore();
        var blocks = AtOnce(n => Enumerable.Range(0, 10).Count(i =>
        {
            store.Execute(Sample.Command($"{n} {i}", series: $"S{n}"), view => Sample.Happened(Sample.Version(view, $"S{n}"))).Require();
            return store.Seal(Sample.Now) is not null;
        }));
        Assert.NotNull(store.Read(view => view.Head()));
        Assert.Null(store.Seal(Sample.Now));
        Assert.Equal(blocks.Sum(), store.Read(view => view.Head())!.Block);
        Assert.Equal(Threads * 10, store.Verify().Single(i => i.Name == "chain-intact") is { Holds: true } chain ? chain.Checked : -1);
    }
}
