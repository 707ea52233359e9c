using Indenture.Storage;

namespace Indenture.Tests.Simulation;

/// <summary>The process dies here.</summary>
internal sealed class Crash : Exception;

/// <summary>Another user's command came first.</summary>
internal sealed class Overtaken : Exception;

internal enum Fault
{
    None,
    /// <summary>The process dies with everything written and nothing committed.</summary>
    DiesBefore,
    /// <summary>The process dies when everything is committed and nobody has been told.</summary>
    DiesAfter,
    /// <summary>All is committed; the answer does not come back.</summary>
    AnswerLost,
    /// <summary>Another command is carried out between the decision and its writing.</summary>
    Overtaken,
}

/// <summary>A bug planted between what was decided and what is written.</summary>
internal interface IPlant
{
    IEnumerable<object?[]> Rows(string table, IReadOnlyList<object?[]> rows);

    IReadOnlyList<BalanceChange> Changes(IReadOnlyList<BalanceChange> changes);
}

/// <summary>
/// Stands between the real store and the real engine, where a machine or a network fails. It decides nothing and stores nothing: it only stops, or lets
/// others go first.
/// </summary>
internal sealed class Boundary(Engine inner) : Engine
{
    private readonly ThreadLocal<bool> _armed = new();

    public Fault Next { get; set; }

    /// <summary>What overtakes, with <see cref="Fault.Overtaken"/>.</summary>
    public Action? Overtaker { get; set; }
    public IPlant? Plant { get; set; }

    /// <summary>The last armed command was committed.</summary>
    public bool Committed { get; private set; }

    public override string Name => inner.Name;

    public override T Read<T>(Func<Session, T> work) => inner.Read(session => work(Mine(session)));

    private Session Mine(Session session) => new(this, session.Connection, session.Transaction);

    public override Outcome<T> Write<T>(string? queue, Func<Session, Outcome<T>> work)
    {
        var fault = Next;
        Next = Fault.None;
        if (fault == Fault.None) return inner.Write(queue, session => work(Mine(session)));
        Committed = false;
        if (fault == Fault.Overtaken)
            try
            {
                _armed.Value = true;
                return inner.Write(queue, session => work(Mine(session)));
            }
            catch (Overtaken)
            {
                Go();
                throw;
            }
            finally
            {
                _armed.Value = false;
            }
        var outcome = inner.Write(queue, session => work(Mine(session)) is var done && fault == Fault.DiesBefore ? throw new Crash() : done);
        Committed = outcome is Outcome<T>.Done;
        throw new Crash();
    }

    private void Go()
    {
        var overtaker = Overtaker;
        Overtaker = null;
        overtaker?.Invoke();
    }

    public override void Insert(Session session, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        if (_armed.Value && table == "commands" && Overtaker is not null)
        {
            _armed.Value = false;
            // One writer at a time: it is let go of first. Where there are many, the other goes first and the database itself finds that they collide.
            if (inner.Name == "Sqlite") throw new Overtaken();
            Go();
        }
        inner.Insert(session, table, columns, Plant is null ? rows : Plant.Rows(table, [.. rows]));
    }

    public override Violation? ViolationOf(Exception exception) => exception is Overtaken ? new Violation(ViolationKind.Collision, "") : inner.ViolationOf(exception);

    public override int[] Each(Session session, string sql, string[] parameters, IReadOnlyList<object?[]> rows) => inner.Each(session, sql, parameters, rows);

    public override bool[] Change(Session session, string series, IReadOnlyList<BalanceChange> changes) => inner.Change(session, series, Plant is null ? changes : Plant.Changes(changes));

    public override string Translate(string sql) => inner.Translate(sql);

    public override bool HasTable(Session session, string table) => inner.HasTable(session, table);

    public override void Dispose() => inner.Dispose();
}

/// <summary>A database that outlives the processes that use it.</summary>
internal abstract class Rig : IDisposable
{
    public List<Boundary> Boundaries { get; } = [];
    public List<Store> Stores { get; } = [];
    public IPlant? Plant { get; init; }

    /// <summary>The processes begin.</summary>
    public void Open()
    {
        foreach (var engine in Engines())
        {
            var boundary = new Boundary(engine) { Plant = Plant };
            Boundaries.Add(boundary);
            Stores.Add(Store.On(boundary, Target, StoreKind.Rehearsal).Require());
        }
    }

    protected abstract string Target { get; }

    protected abstract IEnumerable<Engine> Engines();

    /// <summary>The processes are gone and begin again on what was committed.</summary>
    public virtual void Reopen()
    {
        Stores.ForEach(s => s.Dispose());
        Stores.Clear();
        Boundaries.Clear();
        Open();
    }

    public virtual void Dispose() => Stores.ForEach(s => s.Dispose());
}

/// <summary>One file; what a dying process leaves is what stands in the file and its log at that moment.</summary>
internal sealed class SqliteRig : Rig
{
    // In memory where there is a place for that: no simulated process is asked to outlive a power cut.
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"indenture-simulation-{Guid.NewGuid():N}"));
    private int _lives;

    protected override string Target => Path.Combine(_folder.FullName, $"{_lives}.db");

    protected override IEnumerable<Engine> Engines() => [new SqliteEngine(Target, "OFF")];

    public override void Reopen()
    {
        var (before, after) = (Target, Path.Combine(_folder.FullName, $"{_lives + 1}.db"));
        File.Copy(before, after);
        if (File.Exists(before + "-wal")) File.Copy(before + "-wal", after + "-wal");
        _lives++;
        base.Reopen();
        foreach (var file in _folder.GetFiles($"{_lives - 1}.db*")) file.Delete();
    }

    public override void Dispose()
    {
        base.Dispose();
        _folder.Delete(recursive: true);
    }
}

/// <summary>A schema of its own, used by two processes at once.</summary>
internal sealed class PostgresRig(string target) : Rig
{
    protected override string Target => target;

    protected override IEnumerable<Engine> Engines() => [Engine(), Engine()];

    private Engine Engine() => PostgresEngine.Connect(PostgresEngine.Parse(target).Require()).Require();
}
