using System.Diagnostics;
using System.Reflection;
using Indenture.Storage;

namespace Indenture.Tests.Storage;

/// <summary>A process that uses a store, to be killed.</summary>
internal static class Child
{
    public const int Chunks = 240;
    public const int Holders = 25;
    public const string Run = "interest-1";

    public static Process Start(params string[] args) => Process.Start(
        new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [Assembly.GetExecutingAssembly().Location, .. args])
        { RedirectStandardOutput = true, RedirectStandardInput = true })!;

    /// <summary>Holds the store until its input closes.</summary>
    public static int Hold(string target)
    {
        using var store = Store.Open(target).Require();
        Console.WriteLine("held");
        Console.In.ReadToEnd();
        return 0;
    }

    /// <summary>Pays the chunks of a released run, all of them, from wherever an earlier child was killed; prints each when it is committed.</summary>
    /// <param name="name">An actor of its own, so that only derived keys are shared.</param>
    public static int Pay(string target, string name)
    {
        using var store = Store.Open(target).Require();
        Console.WriteLine("began");
        for (var chunk = 0; chunk < Chunks; chunk++)
        {
            PayChunk(store, name, chunk).Require();
            Console.WriteLine(chunk);
        }
        return 0;
    }

    public static Outcome<CommandResult> PayChunk(Store store, string actor, int chunk) => store.Execute(Sample.Command($"pay/{chunk}", actor, $"{{\"chunk\":{chunk}}}", given: false), view =>
        Sample.Happened(Sample.Version(view)) with
        {
            Entries = [Sample.Move(Sample.Cash, Sample.Payable(Run), AmountOf(chunk))],
            Payments = [.. Enumerable.Range(0, Holders).Select(h => new PaymentRow(Run, $"{chunk}", $"H{chunk}-{h}", $"payable/{Run}", "USD", h + 1))],
        });

    /// <summary>1 + 2 + … + 25 = 25 x 26 / 2 = 325 a chunk.</summary>
    public static long AmountOf(int _) => Holders * (Holders + 1) / 2;
}
