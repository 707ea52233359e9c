using System.Diagnostics;
using System.Globalization;

namespace Indenture.Bench;

/// <param name="BytesEach">Allocated on the thread, an operation.</param>
internal readonly record struct Figure(double PerSecond, double BytesEach);

/// <summary>As the peer measures: find a number of operations that takes half a second, then the median of five runs of it.</summary>
internal static class Measure
{
    private static double _sink;

    /// <param name="run">Performs so many operations and returns a checksum, so that none is optimised away.</param>
    public static Figure Median(Func<long, double> run)
    {
        long n = 64;
        var seconds = Seconds(run, n);
        for (var warm = 0; warm < 40; warm++) seconds = Seconds(run, n); // past the tiers of the compiler
        Thread.Sleep(150); // the optimised code is made on another thread
        while ((seconds = Seconds(run, n)) < 0.1) n *= 2;
        n = Math.Max(1, (long)(n * 0.5 / seconds));
        var figures = new double[5];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < figures.Length; i++) figures[i] = n / Seconds(run, n);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(figures);
        return new Figure(figures[2], bytes / (5.0 * n));
    }

    private static double Seconds(Func<long, double> run, long n)
    {
        var started = Stopwatch.GetTimestamp();
        _sink += run(n);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}

internal static class Peer
{
    public static Dictionary<string, double> Read(string file) => File.ReadLines(file).Select(l => l.Split(' ')).Where(f => f.Length == 2)
        .ToDictionary(f => f[0], f => double.Parse(f[1], CultureInfo.InvariantCulture));

    /// <summary>The same words, the same counts, and a sum within a millionth of a millionth: the peer adds in binary floating point, the engine exactly.</summary>
    public static bool SameSum(string theirs, string ours)
    {
        var (a, b) = (theirs.LastIndexOf(' '), ours.LastIndexOf(' '));
        if (a < 0 || b < 0 || theirs[..a] != ours[..b]) return false;
        var (x, y) = (double.Parse(theirs[a..], CultureInfo.InvariantCulture), double.Parse(ours[b..], CultureInfo.InvariantCulture));
        return theirs.Contains('.', StringComparison.Ordinal) ? Math.Abs(x - y) <= 1e-12 * Math.Abs(x) : x == y;
    }
}
