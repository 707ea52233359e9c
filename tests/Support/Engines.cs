using System.Data.Common;
using Indenture.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Indenture.Tests.Support;

/// <summary>One of the two engines, with a way round the store to the tables themselves. A suite of tests runs once for each.</summary>
public abstract class EngineUnderTest
{
    /// <summary>A target that holds nothing yet.</summary>
    public abstract string NewTarget();

    /// <summary>The database itself, past the store.</summary>
    public abstract DbConnection Connect(string target);

    /// <summary>The tables that a store has, but for the engine's own.</summary>
    protected abstract string TablesSql { get; }

    public Store NewStore(StoreKind kind = StoreKind.Live) => Store.Open(NewTarget(), kind).Require();

    public void Execute(string target, string sql)
    {
        using var connection = Connect(target);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Puts a plain copy without keys, checks or triggers in the place of every table: what somebody with all rights could do.</summary>
    public void Unguard(string target)
    {
        using var connection = Connect(target);
        using var command = connection.CreateCommand();
        command.CommandText = TablesSql;
        var tables = new List<string>();
        using (var reader = command.ExecuteReader())
            while (reader.Read()) tables.Add(reader.GetString(0));
        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            command.CommandText = $"CREATE TABLE plain AS SELECT * FROM {table}; DROP TABLE {table}; ALTER TABLE plain RENAME TO {table};";
            command.ExecuteNonQuery();
        }
    }
}

/// <summary>SQLite files in a folder of the class's own.</summary>
public sealed class SqliteFiles : EngineUnderTest, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("indenture-tests-");

    public override string NewTarget() => Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.db");

    public override DbConnection Connect(string target)
    {
        var connection = new SqliteConnection($"Data Source={target};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA legacy_alter_table = ON"; // a table may be renamed while a trigger names one that is gone
        command.ExecuteNonQuery();
        return connection;
    }

    protected override string TablesSql => "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'";

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>A PostgreSQL database of the class's own, with a schema for each store.</summary>
public sealed class PostgresDatabase : EngineUnderTest
{
    private readonly Lazy<string> _database = new(() => Postgres.Server.NewDatabase());
    private int _schemas;

    public override string NewTarget()
    {
        var schema = $"t{Interlocked.Increment(ref _schemas)}";
        Postgres.Execute(_database.Value, $"CREATE SCHEMA {schema}");
        return $"{_database.Value};Search Path={schema}";
    }

    public override DbConnection Connect(string target)
    {
        var connection = new NpgsqlConnection(target + ";Pooling=False");
        connection.Open();
        return connection;
    }

    protected override string TablesSql => "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition";
}
