using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Indenture.Bench;

/// <summary>An engine with a place for a store and, apart from it, bare tables: the least that the engine needs for the same rows.</summary>
internal abstract class Floor : IDisposable
{
    private static readonly (string Name, string Columns)[] Tables =
    [
        ("legs", "series_id TEXT, entry INTEGER, leg INTEGER, account TEXT, minor INTEGER, PRIMARY KEY (series_id, entry, leg)"),
        ("balances", "series_id TEXT, book TEXT, account TEXT, unit TEXT, guard TEXT, minor INTEGER, PRIMARY KEY (series_id, book, account, unit)"),
        ("payments", "series_id TEXT, run TEXT, holder TEXT, chunk TEXT, account TEXT, unit TEXT, minor INTEGER, stream TEXT, version INTEGER, PRIMARY KEY (series_id, run, holder)"),
        ("outbox", "series_id TEXT, run TEXT, holder TEXT, id TEXT, state TEXT, PRIMARY KEY (series_id, run, holder)"),
    ];

    public abstract string Name { get; }

    /// <summary>Where the store is opened.</summary>
    public abstract string Target { get; }

    /// <summary>Seconds to write the rows into the bare tables, durably.</summary>
    public double Time(params (string Table, IEnumerable<object[]> Rows)[] inserts)
    {
        using var connection = Connect();
        foreach (var (name, columns) in Tables) Execute(connection, TableOf(name, columns));
        var rows = inserts.Select(i => (i.Table, Rows: i.Rows.ToList())).ToList(); // not to be timed
        var watch = Stopwatch.StartNew();
        foreach (var (table, all) in rows) Insert(connection, table, all);
        return watch.Elapsed.TotalSeconds;
    }

    protected abstract DbConnection Connect();

    /// <summary>The statement that makes the table where it is not there, from SQLite's types.</summary>
    protected abstract string TableOf(string name, string columns);

    protected abstract void Insert(DbConnection connection, string table, List<object[]> rows);

    public abstract void Dispose();

    protected static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

internal sealed class SqliteFloor : Floor
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("indenture-bench-");

    public override string Name => $"SQLite {new SqliteConnection().ServerVersion}";

    public override string Target => Path.Combine(_folder.FullName, "store.db");

    protected override string TableOf(string name, string columns) => $"CREATE TABLE IF NOT EXISTS {name} ({columns}) STRICT, WITHOUT ROWID";

    protected override DbConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "floor.db")};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        return connection;
    }

    protected override void Insert(DbConnection connection, string table, List<object[]> rows)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", rows[0].Select((_, i) => $"@p{i}"))})";
        var slots = rows[0].Select((_, i) => { var slot = command.CreateParameter(); slot.ParameterName = $"@p{i}"; command.Parameters.Add(slot); return slot; }).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) slots[i].Value = row[i];
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    public override void Dispose() => _folder.Delete(recursive: true);
}

/// <param name="store">An empty database for the store.</param>
/// <param name="bare">An empty database for the bare tables.</param>
internal sealed class PostgresFloor(string store, string bare) : Floor
{
    public override string Name => "PostgreSQL";

    public override string Target => store;

    protected override string TableOf(string name, string columns) =>
        $"CREATE TABLE IF NOT EXISTS {name} ({columns.Replace(" TEXT", " text COLLATE \"C\"", StringComparison.Ordinal).Replace(" INTEGER", " bigint", StringComparison.Ordinal)})";

    protected override DbConnection Connect()
    {
        var connection = new NpgsqlConnection(bare);
        connection.Open();
        return connection;
    }

    protected override void Insert(DbConnection connection, string table, List<object[]> rows)
    {
        using var writer = ((NpgsqlConnection)connection).BeginBinaryImport($"COPY {table} FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            writer.StartRow();
            foreach (var value in row)
                if (value is long number) writer.Write(number, NpgsqlDbType.Bigint);
                else writer.Write((string)value, NpgsqlDbType.Text);
        }
        writer.Complete();
    }

    public override void Dispose() => NpgsqlConnection.ClearAllPools();
}
