using System.Collections.Concurrent;
using System.Globalization;
using Indenture.Tests.Support;
using Xunit.Abstractions;

namespace Indenture.Tests.Simulation;

/// <summary>
/// Whole lives of random series from a seed, on the real code, with crashes, duplicates, reordering, lost answers, clocks that are set and users who
/// overtake each other. In the environment: SIMULATION_SEEDS is how many, SIMULATION_SEED is one alone, SIMULATION_STEPS how long.
/// </summary>
public class SimulationTests(ITestOutputHelper output)
{
    private static int Setting(string name, int standard) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : standard;

    private static readonly int Steps = Setting("SIMULATION_STEPS", 2000);
    private static readonly ConcurrentDictionary<int, string> Ends = new();

    private static IReadOnlyList<int> Seeds(int standard) => Setting("SIMULATION_SEED", 0) is > 0 and var one ? [one] : [.. Enumerable.Range(1, Setting("SIMULATION_SEEDS", standard))];

    private static void Live(IReadOnlyList<int> seeds, Action<int> life)
    {
        var failures = new ConcurrentBag<Exception>();
        Parallel.ForEach(seeds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, (seed, loop) =>
        {
            try
            {
                life(seed);
            }
            catch (Exception e)
            {
                failures.Add(e);
                loop.Stop();
            }
        });
        if (failures.Count > 0) throw new InvalidOperationException(string.Join("\n\n", failures.Select(f => f.Message)));
    }

    [Fact]
    public void EveryLifeAgreesWithThePaperBooksAfterEveryStep()
    {
        var tally = new Tally();
        try
        {
            Live(Seeds(300), seed => Ends[seed] = Life.Run(seed, Steps, new SqliteRig(), tally));
        }
        finally
        {
            output.WriteLine(tally.ToString());
            if (Environment.GetEnvironmentVariable("SIMULATION_TABLE") is { } path) File.WriteAllText(path, tally.ToString());
        }
    }
}
