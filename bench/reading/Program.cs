using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Indenture.Core;
using Indenture.Documents;

// Reads documents again and again on one thread, beside a floor: the same bytes decoded and scanned once with a compiled regular expression.
// Arguments: the files. Prints medians; the two alternate, so that the machine's moods meet both.

const int Rounds = 41;
var files = args.Select(path => new InputFile(File.ReadAllBytes(path), path)).ToList();
if (files.Count == 0)
{
    Console.Error.WriteLine("usage: bench-reading FILE...");
    return 2;
}
var megabytes = files.Sum(f => (double)f.Bytes.Length) / 1e6;
var words = new Regex(@"\b(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\$[\d,.]+|\d+(?:\.\d+)?%)", RegexOptions.Compiled | RegexOptions.CultureInvariant);

var first = Stopwatch.StartNew();
var reading = Reader.Read(files).Require();
first.Stop();
int Scan() => files.Sum(f => words.Count(Encoding.UTF8.GetString(f.Bytes)));
var found = Scan();
for (var warm = 0; warm < 60; warm++)
{
    Reader.Read(files);
    Scan();
}

var read = new double[Rounds];
var floor = new double[Rounds];
var allocated = GC.GetAllocatedBytesForCurrentThread();
for (var i = 0; i < Rounds; i++)
{
    read[i] = Milliseconds(() => Reader.Read(files));
    floor[i] = Milliseconds(() => Scan());
}
var perRound = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Rounds;

Console.WriteLine($"{files.Count} files, {megabytes:0.000} MB, {reading.Documents.Count} documents, {reading.Documents.Sum(d => d.Facts.Count)} facts, {reading.Findings.Count} findings; {Rounds} rounds each, one thread");
Console.WriteLine($"first reading, code not yet compiled   {first.Elapsed.TotalMilliseconds,9:0.0} ms");
Console.WriteLine($"reading, warm            median {Median(read),9:0.00} ms   {megabytes / Median(read) * 1000,8:0.0} MB/s   allocates {perRound / megabytes / 1e6:0.0} MB per MB");
Console.WriteLine($"floor: decode and scan   median {Median(floor),9:0.00} ms   {megabytes / Median(floor) * 1000,8:0.0} MB/s   ({found} matches)");
Console.WriteLine($"ratio, round by round    median {Median([.. read.Zip(floor, (r, f) => r / f)]),9:0.0}");
return 0;

static double Milliseconds(Action work)
{
    var watch = Stopwatch.StartNew();
    work();
    return watch.Elapsed.TotalMilliseconds;
}

static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
