using System.Globalization;
using Indenture.Bench;
using Indenture.Tests.Support;

// How fast a coupon of many holders is struck, stored and paid on each store, beside a bare bulk insert of the same rows on the same engine.
// Arguments: numbers of holders (10,000 and 1,000,000 where none is given), "sqlite" or "postgres" (both where neither is given).

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var sizes = args.Where(a => char.IsDigit(a[0])).Select(a => int.Parse(a, NumberStyles.AllowThousands)).DefaultIfEmpty(0).ToArray();
if (sizes is [0]) sizes = [10_000, 1_000_000];
if (sizes.Any(n => n < 10) || args.FirstOrDefault(a => !char.IsDigit(a[0]) && a is not ("sqlite" or "postgres")) is not null)
{
    Console.Error.WriteLine("usage: bench/run payments [HOLDERS...] [sqlite|postgres]; ten holders or more");
    return 2;
}

var floors = new List<Func<Floor>>();
if (!args.Contains("postgres")) floors.Add(() => new SqliteFloor());
if (args.Contains("sqlite")) { }
else if (Postgres.Binaries is null) Console.Error.WriteLine("PostgreSQL is left out: its binaries (initdb, postgres) are not there.");
else
{
    // Everything that is told to be done outlives a power cut: fsync and synchronous_commit are on, as for SQLite.
    var server = new Postgres("-c shared_buffers=512MB -c max_wal_size=4GB");
    floors.Add(() => new PostgresFloor(server.NewDatabase(), server.NewDatabase()));
}

Console.WriteLine($"Chunks of {CouponRun.Chunk:N0} holders, one transaction each, durable commits. \"floor\" is a bare bulk insert of the same rows (SQLite: one prepared insert in one");
Console.WriteLine("transaction a table; PostgreSQL: one COPY a table) into tables that have the same primary keys and nothing else: no triggers, checks, journal or balances changed.");
foreach (var floor in floors)
{
    CouponRun.Run(floor, 10_000); // so that nobody's first time is measured
    var times = new List<(int Holders, Figures Figures)>();
    foreach (var size in sizes)
    {
        // A short run is measured three times; the middle one counts.
        var runs = Enumerable.Range(0, size <= 100_000 ? 3 : 1).Select(_ => CouponRun.Run(floor, size)).OrderBy(f => f.Payments.Seconds).ToList();
        var figures = runs[runs.Count / 2];
        times.Add((size, figures));
        Console.WriteLine();
        Console.WriteLine($"{figures.Engine}, {size:N0} holders");
        Print("entitlements stored", size, figures.Entitlements);
        Print("payments posted", size, figures.Payments);
        Console.WriteLine($"  position as of a past record date  {figures.Position:0.000} s ({size:N0} accounts, {size / 10:N0} later transfers)");
        Console.WriteLine($"  shares of the total, exact         {figures.Allocation:0.000} s");
        Console.WriteLine($"  verify, every invariant            {figures.Verify:0.000} s");
    }
    if (times is not [var few, .., var many]) continue;
    Console.WriteLine();
    Console.WriteLine($"{many.Figures.Engine}: {many.Holders / few.Holders:N0} times the holders take {many.Figures.Entitlements.Seconds / few.Figures.Entitlements.Seconds:0.0} times the time to store, {many.Figures.Payments.Seconds / few.Figures.Payments.Seconds:0.0} times to pay");
}
return 0;

static void Print(string what, int holders, Timed timed) => Console.WriteLine(
    $"  {what,-20} {holders / timed.Seconds,10:N0}/s  {timed.Seconds,8:0.000} s   floor {holders / timed.FloorSeconds,10:N0}/s  {timed.FloorSeconds,8:0.000} s   {timed.Seconds / timed.FloorSeconds:0.0} times the floor");
