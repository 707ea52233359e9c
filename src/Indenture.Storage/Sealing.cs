using System.Data.Common;
using Indenture.Core;

namespace Indenture.Storage;

/// <summary>A block of the audit chain.</summary>
/// <param name="Block">From 1 without a gap.</param>
/// <param name="Hash">Of everything sealed up to here. Whoever keeps a copy elsewhere can show later that nothing before it was changed or cut off.</param>
/// <param name="Events">How many events the block sealed.</param>
public sealed record SealedBlock(long Block, byte[] Hash, DateTimeOffset Sealed, long Events);

/// <summary>
/// The audit chain. Each event is hashed, in the order of its stream, onto the hash before it, over the bytes as stored, with the command that caused it
/// and what it moved; a block hashes the streams that went on since the block before, onto that block. No order between streams is claimed, so that
/// nothing has to wait for a number.
/// </summary>
internal static class Chain
{
    /// <summary>What comes before the first event of a stream and before the first block.</summary>
    public static readonly byte[] Beginning = new byte[Digest.Length];

    /// <summary>Columns that <see cref="Next"/> reads, from a join of events e and commands c.</summary>
    public const string Columns =
        "e.series_id, e.stream, e.version, e.type, e.type_version, e.payload, e.effective, e.recorded, e.command_key, e.moved, c.actor, c.verb, c.content, c.answer";

    /// <summary>The hash after an event.</summary>
    public static byte[] Next(byte[] previous, DbDataReader e)
    {
        using var digest = new Digest("event");
        digest.Add(previous).Add(e.GetString(0)).Add(e.GetString(1)).Add(e.GetInt64(2)).Add(e.GetString(3)).Add(e.GetInt64(4)).Add(e.Bytes(5)).Add(e.GetString(6)).Add(e.GetString(7))
            .Add(e.GetString(8)).Add(e.Bytes(9)).Add(e.GetString(10)).Add(e.GetString(11)).Add(e.Bytes(12)).Add(e.Bytes(13));
        return digest.Value();
    }

    /// <summary>The hash of a block, over its streams in the order of their names.</summary>
    public static byte[] OfBlock(long block, byte[] previous, string sealedAt, IEnumerable<(string Series, string Stream, long First, long Last, byte[] Hash)> streams)
    {
        using var digest = new Digest("block");
        digest.Add(block).Add(previous).Add(sealedAt);
        foreach (var s in streams.OrderBy(s => s.Series, StringComparer.Ordinal).ThenBy(s => s.Stream, StringComparer.Ordinal))
            digest.Add(s.Series).Add(s.Stream).Add(s.First).Add(s.Last).Add(s.Hash);
        return digest.Value();
    }
}

public sealed partial class Store
{
    /// <summary>Seals every event that no block holds yet; null where there is none.</summary>
    public SealedBlock? Seal(DateTimeOffset at) => Write<SealedBlock?>("seals", session => new Outcome<SealedBlock?>.Done(SealNow(session, at))).Require();

    private static SealedBlock? SealNow(Session session, DateTimeOffset at)
    {
        var open = session.List(
            """
            SELECT n.series_id, n.stream, n.version, COALESCE(d.version, 0)
            FROM (SELECT series_id, stream, MAX(version) AS version FROM events GROUP BY series_id, stream) n
            LEFT JOIN (SELECT series_id, stream, MAX(last_version) AS version FROM sealed_streams GROUP BY series_id, stream) d ON d.series_id = n.series_id AND d.stream = n.stream
            WHERE n.version > COALESCE(d.version, 0)
            """, null, r => (Series: r.GetString(0), Stream: r.GetString(1), Last: r.GetInt64(2), Sealed: r.GetInt64(3)));
        if (open.Count == 0) return null;

        var (before, previous) = session.List("SELECT block, hash FROM seals ORDER BY block DESC LIMIT 1", null, r => (r.GetInt64(0), r.Bytes(1))).SingleOrDefault((0, Chain.Beginning));
        var streams = open.Select(o =>
        {
            var last = session.List("SELECT hash FROM sealed_streams WHERE series_id = @Series AND stream = @Stream ORDER BY last_version DESC LIMIT 1", new { o.Series, o.Stream }, r => r.Bytes(0))
                .SingleOrDefault(Chain.Beginning);
            var hash = last;
            foreach (var next in session.Stream($"SELECT {Chain.Columns} FROM events e JOIN commands c ON c.command_key = e.command_key WHERE e.series_id = @Series AND e.stream = @Stream AND e.version > @Sealed ORDER BY e.version",
                new { o.Series, o.Stream, o.Sealed }, r => Chain.Next(hash, r))) hash = next;
            return (o.Series, o.Stream, First: o.Sealed + 1, o.Last, Previous: last, Hash: hash);
        }).ToList();
        var block = before + 1;
        var sealedAt = Text.Of(at.ToUniversalTime());
        var head = Chain.OfBlock(block, previous, sealedAt, streams.Select(s => (s.Series, s.Stream, s.First, s.Last, s.Hash)));
        session.Insert("seals", ["block", "previous", "hash", "sealed"], [[block, previous, head, sealedAt]]);
        session.Insert("sealed_streams", ["series_id", "stream", "first_version", "last_version", "block", "previous", "hash"],
            streams.Select(s => new object?[] { s.Series, s.Stream, s.First, s.Last, block, s.Previous, s.Hash }));
        return new SealedBlock(block, head, at.ToUniversalTime(), streams.Sum(s => s.Last - s.First + 1));
    }
}
