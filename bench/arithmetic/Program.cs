using System.Globalization;
using Indenture.Bench;
using Indenture.Core;

// bench-arithmetic [PEER.txt [EXPECTED.txt]]: the workloads of the peer's benchmark, one to one, on one thread, then the rest of the engine.
// PEER.txt holds "name operations_per_second" lines of the peer, run just before; EXPECTED.txt the sums that prove equal work.

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var peer = args.Length > 0 ? Peer.Read(args[0]) : [];
var expected = args.Length > 1 ? File.ReadAllLines(args[1]) : null;

var work = new Workloads();
Console.WriteLine("Equal work (sums that the peer's own program prints):");
var equal = true;
foreach (var line in work.Checks())
{
    bool? same = expected is null ? null : expected.Any(e => Peer.SameSum(e, line));
    equal &= same ?? true;
    Console.WriteLine($"  {(same switch { true => "same     ", false => "DIFFERENT", null => "unproved " })} {line}");
}
if (!equal)
{
    Console.Error.WriteLine("The sums differ from the peer's: the figures below would compare different work.");
    return 1;
}

Console.WriteLine();
Console.WriteLine($"{"workload",-18}{"a second",16}{"ns each",10}{"bytes each",12}{"peer a second",16}{"ratio",8}{"target",8}");
var missed = new List<string>();
foreach (var (name, target, run) in work.All())
{
    var figure = Measure.Median(run);
    var line = $"{name,-18}{figure.PerSecond,16:N0}{1e9 / figure.PerSecond,10:0.0}{figure.BytesEach,12:0.###}";
    if (peer.TryGetValue(name, out var theirs))
    {
        var ratio = figure.PerSecond / theirs;
        line += $"{theirs,16:N0}{ratio,8:0}{(target is { } least ? $"{least,8:0}" : "")}";
        if (target is { } t && ratio < t) missed.Add($"{name}: {ratio:0} times the peer, target {t:0}");
    }
    Console.WriteLine(line);
    if (name == "is_business_day" && figure.PerSecond < 50e6) missed.Add($"{name}: {figure.PerSecond:N0} a second, target 50,000,000");
    if (name is not ("dues" or "allocation") && figure.BytesEach > 0.5) missed.Add($"{name}: allocates {figure.BytesEach:0.#} bytes an operation");
}
Console.WriteLine();
Console.WriteLine("The peer is Debian's build of QuantLib 1.29, whose dates carry the time of day; QuantLib's own default build is 4 to 10 times faster than it,");
Console.WriteLine("so 75 times this build is about 10 times the default one. One thread, one process each, run one after the other.");
Console.WriteLine("dues is the ordinary path: terms resolved to the objects that a schedule prints, exact ratios and all; allocation is a million holders, per holder.");
foreach (var miss in missed) Console.WriteLine($"MISSED {miss}");
return missed.Count == 0 ? 0 : 1;
