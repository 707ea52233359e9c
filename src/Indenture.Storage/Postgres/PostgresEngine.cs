using System.Data;
using System.Text.RegularExpressions;
using Dapper;
using Indenture.Core;
using Npgsql;
using NpgsqlTypes;

namespace Indenture.Storage;

/// <summary>A store in a PostgreSQL database, whose tables are divided by series. Any number of processes may use it.</summary>
internal sealed class PostgresEngine : Engine
{
    /// <summary>The oldest version the tables work on.</summary>
    public const int OldestServer = 15;

    private const int Partitions = 8;

    /// <summary>From so many rows on, COPY is faster than a statement.</summary>
    private const int CopyFrom = 9;

    private readonly NpgsqlDataSource _source;

    public override string Name => "Postgres";

    private PostgresEngine(NpgsqlDataSource source) => _source = source;

    /// <summary>Whether a target means a PostgreSQL database; anything else is a path.</summary>
    public static bool Claims(string target) =>
        target.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) || target.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Refused STORE-TARGET-MALFORMED for a text that is no connection string.</summary>
    public static Outcome<NpgsqlConnectionStringBuilder> Parse(string target)
    {
        try
        {
            var options = target.Contains("://", StringComparison.Ordinal) ? FromUri(new Uri(target)) : new NpgsqlConnectionStringBuilder(target);
            if (options.MaxAutoPrepare == 0) options.MaxAutoPrepare = 64;
            return options;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            return Refusal.Of(OpenRefusal.StoreTargetMalformed, $"The connection string is malformed: {e.Message}");
        }
    }

    /// <summary>Throws as Npgsql does where the server cannot be reached; refused SERVER-TOO-OLD.</summary>
    public static Outcome<Engine> Connect(NpgsqlConnectionStringBuilder options)
    {
        var source = NpgsqlDataSource.Create(options);
        try
        {
            using var connection = source.OpenConnection();
            if (connection.PostgreSqlVersion.Major >= OldestServer) return new PostgresEngine(source);
            var refusal = Refusal.Of(OpenRefusal.ServerTooOld, $"{Describe(options)} is PostgreSQL {connection.PostgreSqlVersion}; {OldestServer} or newer is needed.");
            source.Dispose();
            return refusal;
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Server and database, without the password.</summary>
    public static string Describe(NpgsqlConnectionStringBuilder options) => $"postgres://{options.Host}:{options.Port}/{options.Database}";

    public override T Read<T>(Func<Session, T> work)
    {
        using var connection = _source.OpenConnection();
        using var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        connection.Execute("SET TRANSACTION READ ONLY", transaction: transaction);
        return work(new Session(this, connection, transaction));
    }

    public override Outcome<T> Write<T>(string? queue, Func<Session, Outcome<T>> work)
    {
        using var connection = _source.OpenConnection();
        // The queue is taken before the transaction begins, so that its snapshot holds what those before it did.
        if (queue is not null) connection.Execute("SELECT pg_advisory_lock(hashtextextended(@queue, 0))", new { queue });
        try
        {
            using var transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
            var outcome = work(new Session(this, connection, transaction));
            if (outcome is Outcome<T>.Done) transaction.Commit();
            return outcome;
        }
        finally
        {
            if (queue is not null && connection.State == ConnectionState.Open) connection.Execute("SELECT pg_advisory_unlock(hashtextextended(@queue, 0))", new { queue });
        }
    }

    public override Violation? ViolationOf(Exception exception) => exception is not PostgresException e ? null : e.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => new Violation(ViolationKind.Key, Regex.Replace(e.TableName ?? "", @"_p\d+$", "")),
        PostgresErrorCodes.CheckViolation => new Violation(ViolationKind.Check, e.ConstraintName ?? ""),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => new Violation(ViolationKind.Collision, ""),
        _ => null,
    };

    public override void Insert(Session session, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        using var each = rows.GetEnumerator();
        var first = new List<object?[]>(CopyFrom);
        while (first.Count < CopyFrom && each.MoveNext()) first.Add(each.Current);
        if (first.Count == 0) return;
        if (first.Count < CopyFrom) InsertFew(session, table, columns, first);
        else Copy(session, table, columns, first, each);
    }

    private static void InsertFew(Session session, string table, string[] columns, List<object?[]> rows)
    {
        using var command = new NpgsqlCommand { Connection = (NpgsqlConnection)session.Connection, Transaction = (NpgsqlTransaction?)session.Transaction };
        var places = rows.Select((row, i) => "(" + string.Join(", ", columns.Select((_, c) => $"${i * columns.Length + c + 1}")) + ")");
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES {string.Join(", ", places)}";
        foreach (var value in rows.SelectMany(row => row)) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        command.ExecuteNonQuery();
    }

    private static void Copy(Session session, string table, string[] columns, List<object?[]> first, IEnumerator<object?[]> rest)
    {
        using var writer = ((NpgsqlConnection)session.Connection).BeginBinaryImport($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in first) Write(row);
        while (rest.MoveNext()) Write(rest.Current);
        writer.Complete();

        void Write(object?[] row)
        {
            writer.StartRow();
            foreach (var value in row)
                switch (value)
                {
                    case null: writer.WriteNull(); break;
                    case string text: writer.Write(text, NpgsqlDbType.Text); break;
                    case long number: writer.Write(number, NpgsqlDbType.Bigint); break;
                    case byte[] bytes: writer.Write(bytes, NpgsqlDbType.Bytea); break;
                    default: throw new ArgumentException($"A column of {table} holds no {value.GetType().Name}.");
                }
        }
    }

    public override int[] Each(Session session, string sql, string[] parameters, IReadOnlyList<object?[]> rows)
    {
        using var batch = new NpgsqlBatch((NpgsqlConnection)session.Connection, (NpgsqlTransaction?)session.Transaction);
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(sql);
            for (var i = 0; i < parameters.Length; i++) command.Parameters.Add(new NpgsqlParameter { ParameterName = parameters[i], Value = row[i] ?? DBNull.Value });
            batch.BatchCommands.Add(command);
        }
        batch.ExecuteNonQuery();
        return [.. batch.BatchCommands.Cast<NpgsqlBatchCommand>().Select(c => (int)c.RecordsAffected)];
    }

    public override bool[] Change(Session session, string series, IReadOnlyList<BalanceChange> changes)
    {
        var found = new bool[changes.Count];
        foreach (var n in session.Stream("SELECT change_balances(@series, @books, @accounts, @units, @guards, @minors)", new
        {
            series,
            books = changes.Select(c => c.Book).ToArray(),
            accounts = changes.Select(c => c.Account).ToArray(),
            units = changes.Select(c => c.Unit).ToArray(),
            guards = changes.Select(c => c.Guard).ToArray(),
            minors = changes.Select(c => c.Minor).ToArray(),
        }, r => r.GetInt64(0))) found[n - 1] = true;
        return found;
    }

    public override string Translate(string sql)
    {
        sql = Regex.Replace(sql, @"^    (\w+) (TEXT|INTEGER|BLOB)\b", m => $"    {m.Groups[1].Value} " + m.Groups[2].Value switch
        {
            "TEXT" => "text COLLATE \"C\"", // in the order of the bytes, as SQLite has it
            "INTEGER" => "bigint",
            _ => "bytea",
        }, RegexOptions.Multiline);
        sql = Regex.Replace(sql, @"CREATE TABLE (\w+) \((.*?)\n\) (BY SERIES|BY SERIES, IN KEY ORDER|WHOLE);", m => m.Groups[3].Value == "WHOLE"
            ? $"CREATE TABLE {m.Groups[1].Value} ({m.Groups[2].Value}\n);"
            : $"CREATE TABLE {m.Groups[1].Value} ({m.Groups[2].Value}\n) PARTITION BY HASH (series_id);\n" + string.Concat(Enumerable.Range(0, Partitions).Select(p =>
                $"CREATE TABLE {m.Groups[1].Value}_p{p} PARTITION OF {m.Groups[1].Value} FOR VALUES WITH (MODULUS {Partitions}, REMAINDER {p});\n")), RegexOptions.Singleline);
        const string refuse =
            """
            CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '% is refused: %', TG_OP, TG_ARGV[0] USING ERRCODE = 'check_violation', CONSTRAINT = TG_ARGV[0]; END $$;

            """;
        var appendOnly = new Regex(@"^APPEND ONLY (\w+);", RegexOptions.Multiline);
        return (appendOnly.IsMatch(sql) ? refuse : "") + appendOnly.Replace(sql,
            "CREATE TRIGGER $1_unchanged BEFORE UPDATE ON $1 FOR EACH ROW EXECUTE FUNCTION refuse('$1_unchanged');\n" +
            "CREATE TRIGGER $1_kept BEFORE DELETE ON $1 FOR EACH ROW EXECUTE FUNCTION refuse('$1_kept');\n" +
            "CREATE TRIGGER $1_not_emptied BEFORE TRUNCATE ON $1 FOR EACH STATEMENT EXECUTE FUNCTION refuse('$1_kept');");
    }

    public override bool HasTable(Session session, string table) =>
        session.Number("SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = @table", new { table }) > 0;

    public override void Dispose() => _source.Dispose();

    /// <summary>postgres://user:password@host:port/database?option=value</summary>
    private static NpgsqlConnectionStringBuilder FromUri(Uri uri)
    {
        var options = new NpgsqlConnectionStringBuilder { Host = uri.Host };
        if (uri.Port > 0) options.Port = uri.Port;
        if (uri.AbsolutePath.Trim('/') is { Length: > 0 } database) options.Database = Uri.UnescapeDataString(database);
        if (uri.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. string[] password])
        {
            options.Username = Uri.UnescapeDataString(user);
            if (password is [string secret]) options.Password = Uri.UnescapeDataString(secret);
        }
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)))
            options[OptionOf(Uri.UnescapeDataString(pair[0]))] = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "");
        return options;
    }

    /// <summary>libpq's names of the options that people write in addresses, as Npgsql calls them.</summary>
    private static string OptionOf(string name) => name switch
    {
        "sslmode" => "SSL Mode",
        "sslrootcert" => "Root Certificate",
        "application_name" => "Application Name",
        "connect_timeout" => "Timeout",
        _ => name,
    };
}
