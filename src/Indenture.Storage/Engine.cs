using System.Data.Common;
using Dapper;
using Indenture.Core;

namespace Indenture.Storage;

/// <summary>A constraint that the database held against us.</summary>
/// <param name="Constraint">The name of a CHECK or of a trigger's refusal; the table for a key.</param>
internal sealed record Violation(ViolationKind Kind, string Constraint);

internal enum ViolationKind
{
    /// <summary>A row of that key is there already.</summary>
    Key,
    /// <summary>A CHECK or a trigger refused.</summary>
    Check,
    /// <summary>Another transaction came first; the same may be tried again.</summary>
    Collision,
}

/// <summary>What a command adds to one balance, as it stands in the tables.</summary>
internal sealed record BalanceChange(string Book, string Account, string Unit, string Guard, long Minor);

/// <summary>What differs between SQLite and PostgreSQL, and nothing else.</summary>
internal abstract class Engine : IDisposable
{
    /// <summary>Name of the folder that holds what only this engine's migrations have.</summary>
    public abstract string Name { get; }

    /// <summary>One consistent snapshot; nothing is written.</summary>
    public abstract T Read<T>(Func<Session, T> work);

    /// <summary>One transaction: committed where <paramref name="work"/> is done, rolled back where it refuses or throws.</summary>
    /// <param name="queue">Commands with the same name wait for each other instead of colliding; null does not wait. Nothing rests on it but speed.</param>
    public abstract Outcome<T> Write<T>(string? queue, Func<Session, Outcome<T>> work);

    /// <summary>Null for an exception that is no constraint's.</summary>
    public abstract Violation? ViolationOf(Exception exception);

    /// <summary>Writes many rows the fastest way there is.</summary>
    public abstract void Insert(Session session, string table, string[] columns, IEnumerable<object?[]> rows);

    /// <summary>Runs one statement for each row of parameters; the answer is how many rows each one changed.</summary>
    public abstract int[] Each(Session session, string sql, string[] parameters, IReadOnlyList<object?[]> rows);

    /// <summary>Adds to balances that are there under the same guard; the answer says which were.</summary>
    public abstract bool[] Change(Session session, string series, IReadOnlyList<BalanceChange> changes);

    /// <summary>The engine's form of a migration's text.</summary>
    public abstract string Translate(string sql);

    /// <summary>Whether the store has that table.</summary>
    public abstract bool HasTable(Session session, string table);

    public abstract void Dispose();
}

/// <summary>One transaction of one connection.</summary>
internal sealed class Session(Engine engine, DbConnection connection, DbTransaction? transaction)
{
    public DbConnection Connection => connection;
    public DbTransaction? Transaction => transaction;

    /// <summary>The rows one by one as they come; no other statement may run on the session until they are read.</summary>
    public IEnumerable<T> Stream<T>(string sql, object? args, Func<DbDataReader, T> row)
    {
        using var reader = (DbDataReader)connection.ExecuteReader(sql, args, transaction);
        while (reader.Read()) yield return row(reader);
    }

    public List<T> List<T>(string sql, object? args, Func<DbDataReader, T> row) => [.. Stream(sql, args, row)];

    public long Number(string sql, object? args = null) => Convert.ToInt64(connection.ExecuteScalar(sql, args, transaction), System.Globalization.CultureInfo.InvariantCulture);

    public int Execute(string sql, object? args = null) => connection.Execute(sql, args, transaction);

    public void Insert(string table, string[] columns, IEnumerable<object?[]> rows) => engine.Insert(this, table, columns, rows);

    public int[] Each(string sql, string[] parameters, IReadOnlyList<object?[]> rows) => rows.Count == 0 ? [] : engine.Each(this, sql, parameters, rows);

    public bool[] Change(string series, IReadOnlyList<BalanceChange> changes) => changes.Count == 0 ? [] : engine.Change(this, series, changes);

    public string[] Columns(string table)
    {
        using var reader = (DbDataReader)connection.ExecuteReader($"SELECT * FROM {table} LIMIT 0", null, transaction);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    public bool HasTable(string table) => engine.HasTable(this, table);
}
