using System.Data.Common;
using Indenture.Core;
using Microsoft.Data.Sqlite;

namespace Indenture.Storage;

/// <summary>What a store is for; kept in the store.</summary>
public enum StoreKind
{
    /// <summary>The books of record: instants come from the clock.</summary>
    Live,
    /// <summary>Practice: whoever gives a command may say when it happens.</summary>
    Rehearsal,
}

/// <summary>
/// What is remembered: the journal, the commands, the books, the payments, the approvals, the lists and the documents, in one SQLite file or one
/// PostgreSQL database. A command is one transaction on one series. Safe for use by several threads.
/// </summary>
public sealed partial class Store : IDisposable
{
    /// <summary>How often a command is decided before it is refused STREAM-MOVED.</summary>
    private const int Attempts = 20;

    private readonly Engine _engine;
    private readonly IDisposable? _afterwards;
    private int _disposed;

    /// <summary>The file, or the server and database without the password.</summary>
    public string Target { get; }
    public StoreKind Kind { get; }

    /// <summary>Only such a store takes instants from whoever gives a command.</summary>
    public bool IsRehearsal => Kind == StoreKind.Rehearsal;

    private Store(Engine engine, string target, StoreKind kind, IDisposable? afterwards) => (_engine, Target, Kind, _afterwards) = (engine, target, kind, afterwards);

    /// <summary>Opens a store of either kind, and makes a live one where there is none. Refused as <see cref="OpenRefusal"/> says.</summary>
    /// <param name="target">A path of a SQLite file, or a PostgreSQL connection string (with "Host=", or beginning "postgres://").</param>
    public static Outcome<Store> Open(string target) => Open(target, StoreKind.Live, demanded: null);

    /// <summary>As <see cref="Open(string)"/>; a new store is made of that kind, and an old one of the other kind is refused.</summary>
    public static Outcome<Store> Open(string target, StoreKind kind) => Open(target, kind, demanded: kind);

    /// <summary>A store for practice. Refused as <see cref="OpenRefusal"/> says: STORE-KIND-DIFFERS where the target holds books of record.</summary>
    /// <param name="keep">Where it is kept, as for <see cref="Open(string)"/>; null: in a file of its own, which is gone when the store is disposed of, and faster because it need not outlive a power cut.</param>
    public static Outcome<Store> Rehearsal(string? keep)
    {
        if (keep is not null) return Open(keep, StoreKind.Rehearsal);
        var folder = Directory.CreateTempSubdirectory("indenture-");
        var path = Path.Combine(folder.FullName, "rehearsal.db");
        return Begin(() => new SqliteEngine(path, "OFF"), path, StoreKind.Rehearsal, demanded: null, new TemporaryFolder(folder));
    }

    /// <summary>A store on an engine that is there: what every other way to open one ends in, and how the tests stand between a store and its database.</summary>
    internal static Outcome<Store> On(Engine engine, string target, StoreKind kind) => Begin(() => engine, target, kind, demanded: kind, null);

    private static Outcome<Store> Open(string target, StoreKind made, StoreKind? demanded)
    {
        if (string.IsNullOrWhiteSpace(target) || target.Contains('\0'))
            return Refusal.Of(OpenRefusal.StoreTargetMalformed, "A store is a path of a file or a PostgreSQL connection string; neither was given.");
        return PostgresEngine.Claims(target)
            ? PostgresEngine.Parse(target).Then(options => Begin(() => PostgresEngine.Connect(options), PostgresEngine.Describe(options), made, demanded, null))
            : StoreLock.Take(target).Then(held => Begin(() => new SqliteEngine(target, "FULL"), target, made, demanded, held));
    }

    private static Outcome<Store> Begin(Func<Outcome<Engine>> connect, string target, StoreKind made, StoreKind? demanded, IDisposable? afterwards)
    {
        Engine? engine = null;
        var outcome = Connect().Then(known => Prepare(engine = known, made, demanded)).Map(kind => new Store(engine!, target, kind, afterwards));
        if (outcome is Outcome<Store>.Refused)
        {
            engine?.Dispose();
            afterwards?.Dispose();
        }
        return outcome;

        Outcome<Engine> Connect()
        {
            try
            {
                return connect();
            }
            catch (Exception e) when (e is DbException or IOException or System.Net.Sockets.SocketException or TimeoutException)
            {
                return Refusal.Of(OpenRefusal.StoreUnreachable, $"{target} is no store that can be opened: {e.Message}");
            }
        }
    }

    private static Outcome<StoreKind> Prepare(Engine engine, StoreKind made, StoreKind? demanded) =>
        Migration.Run(engine, Migration.All(engine)).Then(_ => engine.Write<StoreKind>("migrations", session =>
        {
            session.Execute("INSERT INTO store (name, value) VALUES ('kind', @made) ON CONFLICT DO NOTHING", new { made = Names.Of(made) });
            var kind = Names.Find<StoreKind>(session.List("SELECT value FROM store WHERE name = 'kind'", null, r => r.GetString(0)).Single())!.Value;
            return demanded is { } d && d != kind
                ? Refusal.Of(OpenRefusal.StoreKindDiffers, $"The store is a {Names.Of(kind)} store; a {Names.Of(d)} one was asked for.")
                : kind;
        }));

    /// <summary>Reads from one consistent snapshot.</summary>
    public T Read<T>(Func<StoreView, T> read) => _engine.Read(session => read(new StoreView(session)));

    /// <summary>
    /// Carries a command out: decides on what the store holds, and writes all that was decided or nothing. A decision overtaken by another command on
    /// the stream is made again. Refused with the refusal of <paramref name="decide"/>, or as <see cref="ExecuteRefusal"/> says.
    /// </summary>
    /// <param name="decide">Pure but for reading its view: it may be called more than once.</param>
    public Outcome<CommandResult> Execute(CommandRequest request, Func<StoreView, Outcome<Effects>> decide)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            // The first attempt does not wait for anybody; whoever collided queues.
            var queue = attempt == 1 ? null : "series/" + request.Series;
            Effects? decided = null;
            try
            {
                var moved = false;
                var outcome = _engine.Write<CommandResult>(queue, session =>
                {
                    if (Appending.Earlier(session, request) is { } earlier) return earlier;
                    return decide(new StoreView(session)).Then<CommandResult>(effects =>
                    {
                        decided = effects;
                        effects.Validate();
                        var refusal = Appending.Append(session, request, effects);
                        moved = refusal?.Code == Refusal.CodeOf(ExecuteRefusal.StreamMoved);
                        return refusal is null ? new CommandResult(effects.Answer, false) : refusal;
                    });
                });
                if (moved) continue;
                return outcome is Outcome<CommandResult>.Refused { Refusal: var reason } && request.KeyGiven && reason.Code != Refusal.CodeOf(ExecuteRefusal.KeyReused)
                    ? Remember(request, reason)
                    : outcome;
            }
            catch (Exception e) when (_engine.ViolationOf(e) is { } violation)
            {
                var reason = Appending.ReasonOf(violation, () => _engine.Read(session => Appending.Explain(session, request, decided!, violation)));
                if (reason is Appending.Reason.Bug) throw;
                if (reason is Appending.Reason.Refused { Refusal: var refusal }) return request.KeyGiven ? Remember(request, refusal) : refusal;
            }
        }
        return Refusal.Of(ExecuteRefusal.StreamMoved, $"Series {request.Series} moved on each of {Attempts} times that {request.Verb} was decided; nothing was changed.");
    }

    /// <summary>A transaction that is tried again where another came first.</summary>
    private Outcome<T> Write<T>(string queue, Func<Session, Outcome<T>> work)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return _engine.Write(queue, work);
            }
            catch (Exception e) when (attempt < Attempts && _engine.ViolationOf(e) is { Kind: ViolationKind.Collision } or { Kind: ViolationKind.Key, Constraint: "seals" or "sealed_streams" or "lists" })
            {
            }
    }

    /// <summary>A refusal under a key that somebody chose is kept, so that the key gives the same answer for ever.</summary>
    private Outcome<CommandResult> Remember(CommandRequest request, Refusal refusal)
    {
        try
        {
            _engine.Write<bool>("series/" + request.Series, session =>
            {
                Appending.Record(session, request, "refused", Appending.Write(refusal));
                return true;
            });
            return refusal;
        }
        catch (Exception e) when (_engine.ViolationOf(e) is { Kind: ViolationKind.Key })
        {
            // Somebody else was answered under the key meanwhile: that answer stands.
            return _engine.Read(session => Appending.Earlier(session, request)!);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _engine.Dispose();
        _afterwards?.Dispose();
    }

    private sealed class TemporaryFolder(DirectoryInfo folder) : IDisposable
    {
        public void Dispose() => folder.Delete(recursive: true);
    }
}
