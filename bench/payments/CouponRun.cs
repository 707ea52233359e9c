using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Bench;

/// <summary>Seconds of our store and of the floor for the same rows.</summary>
internal sealed record Timed(double Seconds, double FloorSeconds);

/// <summary>What one life of a coupon took, in seconds.</summary>
internal sealed record Figures(string Engine, Timed Entitlements, Timed Payments, double Position, double Allocation, double Verify);

/// <summary>
/// One coupon of one series, through the store's own door: the register filled, transfers after the record date, the position struck, the total shared
/// exactly, an entitlement stored for each holder on an account of the holder's own, the run funded and released by two persons, and every holder paid
/// out of that account. What was stored is checked against what was meant before a figure is given.
/// </summary>
internal sealed class CouponRun
{
    /// <summary>Holders in one transaction.</summary>
    public const int Chunk = 2_000;

    private const string Series = "XS0000000009";
    private const string Stream = "series/" + Series;
    private const string RunId = "interest-1";
    private static readonly Currency Usd = Currency.USD;
    private static readonly DateOnly RecordDate = new(2026, 1, 31);
    private static readonly DateOnly PaymentDate = new(2026, 2, 9);
    private static readonly Account Issued = SeriesBooks.Issued;
    private static readonly Account Obligation = SeriesBooks.IssuerObligation;
    private static readonly Account Held = SeriesBooks.HeldFor(1);

    private readonly Store _store;
    private readonly string[] _holders;
    private readonly long[] _principal;
    private long _version;

    private CouponRun(Store store, int holders)
    {
        _store = store;
        _holders = [.. Enumerable.Range(0, holders).Select(i => $"H{i:0000000}")];
        _principal = [.. Enumerable.Range(0, holders).Select(i => 100_000L * (1 + i * 7919L % 50))]; // 1,000.00 to 50,000.00
    }

    public static Figures Run(Func<Floor> engine, int holders)
    {
        using var floor = engine();
        using var store = Store.Open(floor.Target).Require();
        var run = new CouponRun(store, holders);
        run.Register();
        run.Transfer();

        var watch = Stopwatch.StartNew();
        var position = store.Read(view => view.BalancesAt(Series, Book.Units, RecordDate)).Where(b => b.Minor > 0).ToList();
        var struck = watch.Elapsed.TotalSeconds;
        if (position.Count != holders || !position.Select(b => b.Minor).SequenceEqual(run._principal)) throw new InvalidOperationException("The position is not the one of the record date.");

        var total = new Money(run._principal.Sum() / 64, Usd); // 3.125% for half a year
        watch.Restart();
        var shares = Allocation.ProRata(total, [.. position.Select(b => b.Minor)]).Select(m => m.Minor).ToArray();
        var shared = watch.Elapsed.TotalSeconds;

        watch.Restart();
        run.Entitle(shares);
        var entitled = watch.Elapsed.TotalSeconds;
        var entitledFloor = floor.Time(("legs", run.Legs(shares, 0)), ("balances", run.Balances(shares)));

        run.FundAndRelease(total.Minor);
        watch.Restart();
        run.Pay(shares);
        var paid = watch.Elapsed.TotalSeconds;
        var paidFloor = floor.Time(("legs", run.Legs(shares, holders)), ("payments", run.Payments(shares)), ("outbox", run.Outbox()));

        watch.Restart();
        var broken = store.Verify(_ => []).FirstOrDefault(i => !i.Holds);
        var verified = watch.Elapsed.TotalSeconds;
        if (broken is not null) throw new InvalidOperationException($"{broken.Name}: {broken.Detail}");
        store.Read(view =>
        {
            if (view.BalanceOf(Series, Book.Cash, Held.Name, "USD") != 0) throw new InvalidOperationException("The agent has not paid out exactly what it was given.");
            if (view.Payments(Series, RunId).Count != holders) throw new InvalidOperationException("Not every holder was paid.");
            return 0;
        });
        return new Figures(floor.Name, new Timed(entitled, entitledFloor), new Timed(paid, paidFloor), struck, shared, verified);
    }

    private IEnumerable<(int Number, int From, int To)> Chunks() => Enumerable.Range(0, (_holders.Length + Chunk - 1) / Chunk).Select(c => (c, c * Chunk, Math.Min(_holders.Length, (c + 1) * Chunk)));

    private void Register()
    {
        foreach (var (c, from, to) in Chunks())
        {
            List<Leg> legs = [.. Enumerable.Range(from, to - from).Select(i => new Leg(Holder(i), _principal[i]))];
            Give($"register/{c}", "registrar", "HoldersRegistered", RecordDate.AddDays(-100), e => e with { Entries = [SeriesBooks.Units(Usd, RecordDate.AddDays(-100), "registered", [.. legs, new Leg(Issued, -legs.Sum(l => l.Minor))])] });
        }
    }

    /// <summary>One in ten gives all to another, on the day after the record date.</summary>
    private void Transfer()
    {
        var later = RecordDate.AddDays(1);
        foreach (var chunk in Enumerable.Range(0, _holders.Length / 10).Chunk(Chunk))
            Give($"transfer/{chunk[0]}", "registrar", "NotesTransferred", later, e => e with
            {
                Entries = [.. chunk.Select(i => SeriesBooks.Units(Usd, later, "transferred", [new Leg(Holder(i * 10), -_principal[i * 10]), new Leg(Holder(i * 10 + 1), _principal[i * 10])]))],
            });
    }

    private void Entitle(long[] shares)
    {
        foreach (var (c, from, to) in Chunks())
        {
            List<Leg> legs = [.. Enumerable.Range(from, to - from).Select(i => new Leg(Entitled(i), -shares[i]))];
            Give($"entitle/{c}", "agent", "EntitlementsStored", RecordDate, e => e with { Entries = [SeriesBooks.Cash(Usd, RecordDate, "entitlements of interest-1", [.. legs, new Leg(Obligation, -legs.Sum(l => l.Minor))])] });
        }
    }

    private void FundAndRelease(long total)
    {
        Give("fund", "agent", "FundsReceived", PaymentDate, e => e with { Entries = [SeriesBooks.Cash(Usd, PaymentDate, "funded", [new Leg(Held, total), new Leg(SeriesBooks.IssuerFunds, -total)])] });
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{RunId} {total}"));
        Give("propose", "alice", "Proposed", PaymentDate, e => e with { Approvals = [new ApprovalEffect.Propose(RunId, hash)] });
        Give("release", "bob", "Released", PaymentDate, e => e with { Approvals = [new ApprovalEffect.Release(RunId, hash)] });
    }

    private void Pay(long[] shares)
    {
        foreach (var (c, from, to) in Chunks())
        {
            List<Leg> legs = [.. Enumerable.Range(from, to - from).Select(i => new Leg(Entitled(i), shares[i]))];
            Give($"pay/{c}", "agent", "ChunkPaid", PaymentDate, e => e with
            {
                Entries = [SeriesBooks.Cash(Usd, PaymentDate, "interest-1 paid", [.. legs, new Leg(Held, -legs.Sum(l => l.Minor))])],
                Payments = [.. Enumerable.Range(from, to - from).Select(i => new PaymentRow(RunId, $"{c}", _holders[i], Entitled(i).Name, "USD", shares[i]))],
            });
        }
    }

    private void Give(string key, string actor, string type, DateOnly effective, Func<Effects, Effects> with)
    {
        var request = new CommandRequest(key, true, actor, "bench", "{}"u8.ToArray(), Series, new DateTimeOffset(2026, 2, 9, 10, 0, 0, TimeSpan.Zero));
        _store.Execute(request, _ => with(new Effects(Stream, _version, [new StoredEvent(type, 1, Encoding.UTF8.GetBytes($"{{\"chunk\":\"{key}\"}}"), effective)], "{}"u8.ToArray()))).Require();
        _version++;
    }

    private Account Holder(int i) => new($"holder/{_holders[i]}", Book.Units, AccountGuard.Debit);

    private Account Entitled(int i) => new($"payable/{_holders[i]}-1", Book.Cash, AccountGuard.Credit);

    // --- the same rows for the floor ---------------------------------------------------------------------------------------------------------------

    private IEnumerable<object[]> Legs(long[] shares, int before) => _holders.Select((_, i) => new object[] { Series, (long)(before + i / Chunk), (long)(i % Chunk), Entitled(i).Name, shares[i] });

    private IEnumerable<object[]> Balances(long[] shares) => _holders.Select((_, i) => new object[] { Series, "cash", Entitled(i).Name, "USD", "credit", -shares[i] });

    private IEnumerable<object[]> Payments(long[] shares) => _holders.Select((h, i) => new object[] { Series, RunId, h, $"{i / Chunk}", Entitled(i).Name, "USD", shares[i], Stream, _version });

    private IEnumerable<object[]> Outbox() => _holders.Select((h, i) => new object[] { Series, RunId, h, $"{i:x32}", "intended" });
}
