using System.Globalization;
using Indenture.Storage;
using Indenture.Tests.Support;

namespace Indenture.Tests.Storage;

/// <summary>Processes are killed in the middle of their work; what they had been told was done is done, nothing is done twice, nothing by half.</summary>
public abstract class CrashTests(EngineUnderTest engine)
{
    private const int Kills = 10;

    [EngineFact]
    public void ARunThatIsKilledAgainAndAgainPaysEveryHolderOnce()
    {
        var target = engine.NewTarget();
        using (var store = Store.Open(target).Require())
        {
            Sample.Fund(store, Child.Chunks * Child.AmountOf(0), Child.Run);
            Sample.Do(store, "propose", "alice", approvals: [new ApprovalEffect.Propose(Child.Run, Sample.Hash(Child.Run))]);
            Sample.Do(store, "release", "bob", approvals: [new ApprovalEffect.Release(Child.Run, Sample.Hash(Child.Run))]);
        }
        var random = new Random(20200811);
        var acknowledged = new HashSet<int>();
        var killedAtWork = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var child = Child.Start("pay", target, $"child-{kill}");
            Assert.Equal("began", child.StandardOutput.ReadLine());
            // Past the chunks that are done it works for a while; then it is killed wherever it is.
            var until = acknowledged.Count + random.Next(1, Child.Chunks / Kills);
            string? line;
            while (acknowledged.Count < until && (line = child.StandardOutput.ReadLine()) is not null) acknowledged.Add(int.Parse(line, CultureInfo.InvariantCulture));
            child.Kill();
            while ((line = child.StandardOutput.ReadLine()) is not null)
                if (int.TryParse(line, out var chunk) && chunk < Child.Chunks) acknowledged.Add(chunk); // a line may be cut short, but then it names an earlier chunk
            child.WaitForExit();
            if (acknowledged.Count < Child.Chunks) killedAtWork++;
        }
        Assert.True(killedAtWork > Kills / 2, $"only {killedAtWork} were killed at work");

        using (var store = Store.Open(target).Require())
        {
            Assert.All(store.Verify(), i => Assert.True(i.Holds, i.Detail));
            var paid = store.Read(view => view.Payments(Sample.Series, Child.Run)).ToLookup(p => int.Parse(p.Row.Chunk, CultureInfo.InvariantCulture));
            Assert.All(acknowledged, chunk => Assert.True(paid.Contains(chunk), $"chunk {chunk} was said to be paid and is not"));
            Assert.All(paid, chunk => Assert.Equal(Child.Holders, chunk.Count()));
            for (var chunk = 0; chunk < Child.Chunks; chunk++) Assert.Equal(paid.Contains(chunk), Child.PayChunk(store, "the last", chunk).Require().Repeated);
            Assert.Equal(Child.Chunks * Child.Holders, store.Read(view => view.Payments(Sample.Series, Child.Run)).Count);
            Assert.Equal(0, store.Read(view => view.BalanceOf(Sample.Series, Book.Cash, "agent/cash", "USD")));
            Assert.All(store.Verify(), i => Assert.True(i.Holds, i.Detail));
        }
    }
}
