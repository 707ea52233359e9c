using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Indenture.Core;
using Indenture.Documents;

// Reads documents again and again on one thread, beside a floor: the same bytes decoded and scanned once with a compiled regular expression.
// Arguments: the files. What is measured is processor time, of which other programs take nothing; the two alternate, so that the machine's moods meet both.

const int Rounds = 151, Copies = 8;
var words = new Regex(@"\b(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\$[\d,.]+|\d+(?:\.\d+)?%)", RegexOptions.Compiled | RegexOptions.CultureInvariant);
var files = args.Select(path => new InputFile(File.ReadAllBytes(path), path)).ToList();
if (files.Count == 0)
{
    Console.Error.WriteLine("usage: bench-reading FILE...");
    return 2;
}
var submission = Submissions.Of(files);
var once = new InputFile(Copied(1), "one copy");
var copies = new InputFile(Copied(Copies), "copies");

var first = Stopwatch.StartNew();
var reading = Reader.Read(files).Require();
first.Stop();
Console.WriteLine($"{files.Count} files, {Megabytes(files):0.000} MB, {reading.Documents.Count} documents, {reading.Documents.Sum(d => d.Facts.Count)} facts, {reading.Findings.Count} findings; {Rounds} rounds each, one thread");
Console.WriteLine($"first reading, code not yet compiled   {first.Elapsed.TotalMilliseconds,9:0.0} ms");

// Warm: by then everything that runs often is compiled as well as it will be.
for (var before = Environment.CpuUsage.TotalTime; Environment.CpuUsage.TotalTime - before < TimeSpan.FromSeconds(20);)
{
    Reader.Read(files);
    Reader.Read([submission]);
    Scan(files);
}
Measure("the files", files);
Measure("a raw submission", [submission]);
var single = Measure("all in one file", [once]);
var many = Measure($"{Copies} copies in one file", [copies], 9);
Console.WriteLine($"linearity: {Copies} times the input takes {many.Read / single.Read:0.0} times the time   floor {many.Floor / single.Floor:0.0}");
var (peak, kept) = Peak(() => Reader.Read([copies]));
Console.WriteLine($"memory: at most {peak / Megabytes([copies]) / 1e6:0.0} MB per MB while {Megabytes([copies]):0.0} MB are read, {kept / Megabytes([copies]) / 1e6:0.0} of what was read kept (managed heap above the input, garbage included)   floor 2.0 (the text)");
return 0;

(double Read, double Floor) Measure(string what, IReadOnlyList<InputFile> input, int rounds = Rounds)
{
    var (read, floor) = (new double[rounds], new double[rounds]);
    var allocated = 0L;
    for (var i = 0; i < rounds; i++)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        read[i] = Milliseconds(() => Reader.Read(input));
        allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        floor[i] = Milliseconds(() => Scan(input));
    }
    var megabytes = Megabytes(input);
    Console.WriteLine($"{what,-24} {megabytes,6:0.000} MB   median {Median(read),8:0.00} ms {megabytes / Median(read) * 1000,7:0.0} MB/s   best {megabytes / read.Min() * 1000,7:0.0} MB/s   " +
        $"allocates {allocated / rounds / megabytes / 1e6,4:0.0} MB per MB   floor {megabytes / Median(floor) * 1000,6:0.0} MB/s   ratio {Median(read) / Median(floor):0.0}");
    return (Median(read), Median(floor));
}

int Scan(IReadOnlyList<InputFile> input) => input.Sum(f => words.Count(Encoding.UTF8.GetString(f.Bytes)));

// Each copy has its number behind every full stop, so that no document is the same as another and left out.
byte[] Copied(int times) => [.. Enumerable.Range(1, times).SelectMany(n => files.SelectMany(f => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(f.Bytes).Replace(". ", $". ({n}) ", StringComparison.Ordinal) + "\n\n")))];

static (double Peak, double Kept) Peak(Func<Outcome<Reading>> read)
{
    var before = GC.GetTotalMemory(forceFullCollection: true);
    var (peak, running) = (0L, true);
    var watch = new Thread(() =>
    {
        for (; Volatile.Read(ref running); Thread.Sleep(1)) peak = Math.Max(peak, GC.GetTotalMemory(false) - before);
    });
    watch.Start();
    var result = read();
    Volatile.Write(ref running, false);
    watch.Join();
    peak = Math.Max(peak, GC.GetTotalMemory(false) - before);
    var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
    GC.KeepAlive(result);
    return (peak, kept);
}

static double Megabytes(IReadOnlyList<InputFile> files) => files.Sum(f => (double)f.Bytes.Length) / 1e6;

static double Milliseconds(Action work)
{
    var before = Environment.CpuUsage.TotalTime;
    work();
    return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
}

static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
