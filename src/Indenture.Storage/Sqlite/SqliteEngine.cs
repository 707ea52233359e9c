using System.Text.RegularExpressions;
using Dapper;
using Indenture.Core;
using Microsoft.Data.Sqlite;

namespace Indenture.Storage;

/// <summary>
/// A store in one file. One process holds it (<see cref="StoreLock"/>); in it one connection writes and alone moves the write-ahead log back into the
/// file, and any number read, each from its own snapshot.
/// </summary>
internal sealed class SqliteEngine : Engine
{
    /// <summary>The write-ahead log is moved back into the file when it has grown past this many bytes.</summary>
    private const long LogLimit = 16 << 20;

    private readonly string _path;
    private readonly SqliteConnection _writer;
    private readonly Lock _writing = new();

    /// <summary>The writer's statements by their text: a command uses the same few again and again, and to prepare one takes longer than to run it.</summary>
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private readonly System.Collections.Concurrent.ConcurrentBag<SqliteConnection> _readers = [];

    public override string Name => "Sqlite";

    /// <param name="synchronous">FULL: what is committed outlives a power cut; OFF only for a store that is thrown away.</param>
    public SqliteEngine(string path, string synchronous)
    {
        _path = path;
        _writer = Connect(SqliteOpenMode.ReadWriteCreate);
        try
        {
            _writer.Execute($"PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA wal_autocheckpoint = 0;");
        }
        catch
        {
            _writer.Dispose();
            throw;
        }
    }

    public override T Read<T>(Func<Session, T> work)
    {
        if (!_readers.TryTake(out var reader))
        {
            reader = Connect(SqliteOpenMode.ReadOnly);
            reader.Execute("PRAGMA wal_autocheckpoint = 0");
        }
        try
        {
            using var transaction = reader.BeginTransaction(deferred: true);
            return work(new Session(this, reader, transaction));
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    /// <summary>There is one writer, so that every command queues.</summary>
    public override Outcome<T> Write<T>(string? queue, Func<Session, Outcome<T>> work)
    {
        if (_writing.IsHeldByCurrentThread) throw new InvalidOperationException("A command was given from inside the decision of another.");
        lock (_writing)
        {
            Outcome<T> outcome;
            using (var transaction = _writer.BeginTransaction(deferred: false))
            {
                outcome = work(new Session(this, _writer, transaction));
                if (outcome is Outcome<T>.Done) transaction.Commit();
            }
            if (new FileInfo(_path + "-wal") is { Exists: true, Length: > LogLimit }) _writer.Execute("PRAGMA wal_checkpoint(RESTART)");
            return outcome;
        }
    }

    public override Violation? ViolationOf(Exception exception) => exception is not SqliteException { SqliteErrorCode: 19 } e ? null : e.SqliteExtendedErrorCode switch
    {
        1555 or 2067 => new Violation(ViolationKind.Key, Between(e.Message, "UNIQUE constraint failed: ", '.')), // a primary key, a unique one
        275 => new Violation(ViolationKind.Check, Between(e.Message, "CHECK constraint failed: ", '\'')),
        1811 => new Violation(ViolationKind.Check, Between(e.Message, "'", '\'')), // RAISE in a trigger
        _ => null,
    };

    public override void Insert(Session session, string table, string[] columns, IEnumerable<object?[]> rows) =>
        Run(session, $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})", columns, rows, _ => { });

    public override int[] Each(Session session, string sql, string[] parameters, IReadOnlyList<object?[]> rows)
    {
        var changed = new List<int>(rows.Count);
        Run(session, sql, parameters, rows, changed.Add);
        return [.. changed];
    }

    public override bool[] Change(Session session, string series, IReadOnlyList<BalanceChange> changes) =>
        [.. Each(session, "UPDATE balances SET minor = minor + @minor WHERE series_id = @series AND book = @book AND account = @account AND unit = @unit AND guard = @guard",
            ["series", "book", "account", "unit", "guard", "minor"], [.. changes.Select(c => new object?[] { series, c.Book, c.Account, c.Unit, c.Guard, c.Minor })]).Select(n => n == 1)];

    public override string Translate(string sql) => Regex.Replace(
        sql.Replace("\n) BY SERIES;", "\n) STRICT;").Replace("\n) BY SERIES, IN KEY ORDER;", "\n) STRICT, WITHOUT ROWID;").Replace("\n) WHOLE;", "\n) STRICT;"),
        @"^APPEND ONLY (\w+);", "CREATE TRIGGER $1_unchanged BEFORE UPDATE ON $1 BEGIN SELECT RAISE(ABORT, '$1_unchanged'); END;\n" +
                                "CREATE TRIGGER $1_kept BEFORE DELETE ON $1 BEGIN SELECT RAISE(ABORT, '$1_kept'); END;", RegexOptions.Multiline);

    public override bool HasTable(Session session, string table) => session.Number("SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name = @table", new { table }) > 0;

    public override void Dispose()
    {
        lock (_writing)
        {
            foreach (var command in _prepared.Values) command.Dispose();
            foreach (var reader in _readers) reader.Dispose();
            _writer.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            _writer.Dispose();
        }
    }

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Only the writer writes, one command at a time.</summary>
    private void Run(Session session, string sql, string[] parameters, IEnumerable<object?[]> rows, Action<int> changed)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = command = _writer.CreateCommand();
            command.CommandText = sql;
            foreach (var parameter in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = "@" + parameter });
        }
        command.Transaction = (SqliteTransaction?)session.Transaction;
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++) command.Parameters[i].Value = row[i] ?? DBNull.Value;
            changed(command.ExecuteNonQuery());
        }
    }

    private static string Between(string text, string before, char after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        if (start < 0) return text;
        start += before.Length;
        var end = text.IndexOf(after, start);
        return end < 0 ? text[start..] : text[start..end];
    }
}
