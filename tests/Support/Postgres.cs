using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Indenture.Tests.Support;

/// <summary>
/// A PostgreSQL server of this process's own: its data in a temporary folder, on a free port of 127.0.0.1, stopped when the
/// process ends, however it ends. PostgreSQL refuses to run as root; where this process does, the server runs as the system's user "postgres".
/// </summary>
public sealed class Postgres
{
    private static readonly Lazy<Postgres> Running = new(() => new Postgres("-c fsync=off -c full_page_writes=off -c synchronous_commit=off"));

    /// <summary>The one that the tests share, begun when the first asks. What it is told does not outlive a power cut; no test cuts the power.</summary>
    public static Postgres Server => Running.Value;

    /// <summary>The folder of the newest server binaries; null where there are none.</summary>
    public static string? Binaries { get; } =
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var v) ? v : 0).Select(d => Path.Combine(d, "bin")) : [])
            .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "postgres")));

    /// <summary>Why tests on PostgreSQL are left out; null where they run. With CI=true they always run, and fail where there is no server.</summary>
    public static string? SkipReason => Binaries is not null || Environment.GetEnvironmentVariable("CI") == "true" ? null : "needs the binaries of PostgreSQL (initdb, postgres), which are not there";

    private readonly int _port;
    private int _databases;

    /// <param name="settings">More options of the server: "-c name=value".</param>
    public Postgres(string settings)
    {
        var binaries = Binaries ?? throw new InvalidOperationException("The binaries of PostgreSQL (initdb, postgres) are not there.");
        var data = Path.Combine(Path.GetTempPath(), $"indenture-postgres-{Environment.ProcessId}");
        var asItself = Environment.UserName == "root" ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : "";
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            _port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        Run($"rm -rf {data} && mkdir -m 700 {data}" + (asItself == "" ? "" : $" && chown postgres:postgres {data}"));
        Run($"cd / && {asItself}{binaries}/initdb -D {data} -U postgres --auth=trust -N -E UTF8 --locale=C > /dev/null");

        // The shell stops its own child, the server, as soon as its input closes: when this process ends, even killed.
        var server = Process.Start(new ProcessStartInfo("/bin/sh", ["-c",
            $"cd / && {{ {asItself}{binaries}/postgres -D {data} -p {_port} -h 127.0.0.1 -k '' -c max_connections=200 {settings} -c log_min_messages=log < /dev/null & }}; server=$!; read ignored; kill -INT $server; wait $server; rm -rf {data}"])
        { RedirectStandardInput = true, RedirectStandardError = true })!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.StandardInput.Close();
            server.WaitForExit();
        };
        var said = new List<string>();
        while (server.StandardError.ReadLine() is { } line)
        {
            said.Add(line);
            if (!line.Contains("ready to accept connections", StringComparison.Ordinal)) continue;
            new Thread(() => { while (server.StandardError.ReadLine() is not null) { } }) { IsBackground = true }.Start(); // a full pipe would stop the server
            return;
        }
        throw new InvalidOperationException("PostgreSQL did not start: " + string.Join("\n", said));
    }

    /// <summary>A new, empty database; the answer is its connection string.</summary>
    public string NewDatabase()
    {
        var name = $"indenture_{Interlocked.Increment(ref _databases)}";
        Execute(To("postgres"), $"CREATE DATABASE {name}");
        return To(name);
    }

    public static void Execute(string connection, string sql)
    {
        using var source = NpgsqlDataSource.Create(connection);
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    private string To(string database) => $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database}";

    private static void Run(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{script}: {error}");
    }
}
