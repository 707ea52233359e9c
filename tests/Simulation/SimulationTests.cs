using System.Collections.Concurrent;
using System.Globalization;
using Indenture.Actions;
using Indenture.Storage;
using Indenture.Tests.Support;
using Xunit.Abstractions;

namespace Indenture.Tests.Simulation;

/// <summary>How many lives are lived, and how long: what ./test --seeds, --seed and --steps say.</summary>
internal static class Lives
{
    /// <summary>Seeds by which no act should be missing that somebody can give.</summary>
    public const int Enough = 100;

    private static int Setting(string name, int standard) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : standard;

    public static int Steps { get; } = Setting("SIMULATION_STEPS", 2000);

    /// <summary>The digest that each seed ended in on SQLite.</summary>
    public static ConcurrentDictionary<int, string> Ends { get; } = new();

    public static IReadOnlyList<int> Seeds(int most) => Setting("SIMULATION_SEED", 0) is > 0 and var one ? [one] : [.. Enumerable.Range(1, Math.Min(most, Setting("SIMULATION_SEEDS", 300)))];

    /// <summary>Two at a time; the first that goes wrong ends all.</summary>
    public static void Live(IReadOnlyList<int> seeds, Action<int> life)
    {
        var failures = new ConcurrentQueue<Exception>();
        Parallel.ForEach(seeds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, (seed, loop) =>
        {
            try
            {
                life(seed);
            }
            catch (Exception e)
            {
                failures.Enqueue(e);
                loop.Stop();
            }
        });
        Assert.True(failures.IsEmpty, string.Join("\n\n", failures.Select(f => f.Message)));
    }

    /// <summary>What four hands at once make of the acts of a life, each given twice: books that add up, and every key answered once.</summary>
    public static void AtOnce(Func<Rig> rig, int seed)
    {
        var script = new List<(Act Act, Instruction By)>();
        Life.Run(seed, 500, new SqliteRig(), new Tally(), (act, by) => script.Add((act, by with { Key = $"{seed}/{script.Count}" })));
        using var shared = rig();
        shared.Open();
        var done = new ConcurrentDictionary<string, int>();
        var faults = new ConcurrentQueue<Exception>();
        var threads = Enumerable.Range(0, 4).Select(hand => new Thread(() =>
        {
            var desk = new Desk(shared.Stores[hand % shared.Stores.Count]);
            try
            {
                for (var i = 0; i < script.Count; i++)
                    if (i % 4 == hand || (i + 1) % 4 == hand)
                        if (script[i].Act.Give(desk, script[i].By) is Outcome<CommandResult>.Done { Value.Repeated: false }) done.AddOrUpdate(script[i].By.Key!, 1, (_, times) => times + 1);
            }
            catch (Exception e)
            {
                faults.Enqueue(e);
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        Assert.True(faults.IsEmpty, string.Join("\n", faults));
        Assert.True(done.Count > 20, $"only {done.Count} of {script.Count} acts were carried out");
        Assert.All(done, key => Assert.Equal(1, key.Value));
        Assert.All(Proving.All(new Desk(shared.Stores[0])), i => Assert.True(i.Holds, $"{i.Name}: {i.Detail}"));
    }
}

/// <summary>
/// Whole lives of random series from a seed, on the real code, with crashes, duplicates, reordering, lost answers, clocks that are set and users who
/// overtake each other; checked after every step by a second, simple set of books.
/// </summary>
public class SimulationTests(ITestOutputHelper output)
{
    private static readonly string[] Kinds =
    [
        "advance", "allow-definitives", "announce", "announce-dates", "authenticate", "book", "call", "cancel-notes", "clear", "clear-suspense", "close", "close-due", "close-task", "confirm-instructions", "confirmed",
        "credit", "credit-final", "credit-positions", "credit-reversed", "default", "deliver-note", "elect", "end-day", "exchange-accept", "exchange-divide", "exchange-none", "exchange-notes", "exchange-pay",
        "exchange-rate", "exchange-settle", "execute-note", "fee", "file-supplement", "fix", "fund", "hold", "inspect-register", "instruct-account", "name-nominee", "notify-shortfall", "open-register", "open-task",
        "pay", "pay-defaulted", "pay-fee", "pay-held", "prepare-note", "present-transfer", "reconcile", "redeem", "release-hold", "repay", "repay-cost", "replace-notes", "request-cancellation", "return-unclaimed",
        "sent", "shortfall", "special-record-date", "strike-special", "suspense", "transfer", "withhold",
    ];

    [Fact]
    public void EveryLifeAgreesWithThePaperBooksAfterEveryStep()
    {
        var tally = new Tally();
        var seeds = Lives.Seeds(int.MaxValue);
        try
        {
            Lives.Live(seeds, seed => Lives.Ends[seed] = Life.Run(seed, Lives.Steps, new SqliteRig(), tally));
        }
        finally
        {
            output.WriteLine(tally.ToString());
        }
        Assert.Empty(tally.Kinds.Keys.Except(Kinds));
        if (seeds.Count < Lives.Enough) return;
        Assert.All(Kinds, kind => Assert.True(tally.Kinds.TryGetValue(kind, out var count) && count is { Done: > 0, Refused: > 0 }, $"{kind}: {count.Done} done, {count.Refused} refused: the lives no longer show it"));
    }

    [Fact]
    public void ASeedIsTheSameLifeEveryTime() =>
        Assert.Equal(Life.Run(7, 300, new SqliteRig(), new Tally()), Life.Run(7, 300, new SqliteRig(), new Tally()));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void FourHandsAtOnceLeaveBooksThatAddUp(int seed) => Lives.AtOnce(() => new SqliteRig(), seed);

    // --- bugs that are planted --------------------------------------------------------------------------------------------------------------------

    private static SimulationFailed Caught(Func<IPlant> plant)
    {
        for (var seed = 1; seed <= 20; seed++)
            try
            {
                Life.Run(seed, 400, new SqliteRig { Plant = plant() }, new Tally());
            }
            catch (SimulationFailed failed)
            {
                var again = Assert.Throws<SimulationFailed>(() => Life.Run(failed.Seed, 400, new SqliteRig { Plant = plant() }, new Tally()));
                Assert.Equal((failed.Step, failed.Message), (again.Step, again.Message));
                Assert.Contains($"Seed {seed}, step {failed.Step}: ", failed.Message, StringComparison.Ordinal);
                Assert.Contains($"--seed {seed}", failed.Message, StringComparison.Ordinal);
                return failed;
            }
        throw new InvalidOperationException("Twenty lives went by, and nobody saw it.");
    }

    [Fact]
    public void ACentLessOwedIsSeenAtItsStep() => Assert.Matches(@"(issuer/obligation|payable/interest-\d+) of US\d+ stands at", Caught(() => new OneCentLess()).InnerException!.Message);

    [Fact]
    public void APostingThatIsLostIsSeenAtItsStep() => Assert.Matches(@"(issuer/funds|held/due-\d+) of US\d+ stands at", Caught(() => new LostPosting()).InnerException!.Message);

    [Fact]
    public void ASecondPaymentIsSeenAtItsStep() => Assert.Matches(@"paid .* \(again\) .*, which nobody owes", Caught(() => new SecondPayment()).InnerException!.Message);
}

/// <summary>The same lives on PostgreSQL, with two processes on one database.</summary>
[NeedsPostgres]
public class PostgresSimulationTests(PostgresDatabase engine) : IClassFixture<PostgresDatabase>
{
    [EngineFact]
    public void TheSameLivesEndInTheSameStateOnBothStores() => Lives.Live(Lives.Seeds(20), seed =>
    {
        var there = Life.Run(seed, Lives.Steps, new PostgresRig(engine.NewTarget()), new Tally());
        Assert.Equal(Lives.Ends.GetOrAdd(seed, s => Life.Run(s, Lives.Steps, new SqliteRig(), new Tally())), there);
    });

    [EngineFact]
    public void FourHandsAtOnceLeaveBooksThatAddUp() => Lives.AtOnce(() => new PostgresRig(engine.NewTarget()), 3);
}
