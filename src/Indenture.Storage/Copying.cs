using Indenture.Core;

namespace Indenture.Storage;

/// <summary>A whole store copied into another.</summary>
/// <param name="Rows">How many rows of each table.</param>
/// <param name="Audit">The audit of the copy; every invariant holds.</param>
public sealed record StoreCopy(IReadOnlyDictionary<string, long> Rows, IReadOnlyList<Invariant> Audit);

public sealed partial class Store
{
    /// <summary>
    /// Copies everything into an empty store of the same kind, on the same engine or the other, in one transaction: read back, compared and audited
    /// before it is kept. Refused as <see cref="CopyRefusal"/> says, with nothing kept.
    /// </summary>
    public Outcome<StoreCopy> CopyTo(Store target)
    {
        if (target.Kind != Kind)
            return Refusal.Of(CopyRefusal.StoreKindDiffers, $"A {Names.Of(Kind)} store is not copied into a {Names.Of(target.Kind)} one.");
        return _engine.Read(from => target._engine.Write<StoreCopy>("migrations", to =>
        {
            var tables = Migration.Tables().Where(t => t != "store").ToList();
            if (tables.FirstOrDefault(t => to.Number($"SELECT COUNT(*) FROM {t}") > 0) is { } filled)
                return Refusal.Of(CopyRefusal.StoreNotEmpty, $"{target.Target} has rows in {filled}; a store is copied into an empty one.");
            var rows = new Dictionary<string, long>();
            foreach (var table in tables)
            {
                var columns = from.Columns(table);
                using var sent = new Digest(table);
                var count = 0L;
                to.Insert(table, columns, Read(from, table, columns).Select(row =>
                {
                    count++;
                    Add(sent, row);
                    return row;
                }));
                using var kept = new Digest(table);
                foreach (var row in Read(to, table, columns)) Add(kept, row);
                if (!sent.Value().AsSpan().SequenceEqual(kept.Value()))
                    return Refusal.Of(CopyRefusal.CopyDiffers, $"Table {table}, read back from {target.Target}, is not what was written.");
                rows[table] = count;
            }
            var audit = Auditing.All(to, fold: null);
            return audit.FirstOrDefault(i => !i.Holds) is { } broken
                ? Refusal.Of(CopyRefusal.CopyUnsound, $"The copy does not pass its audit: {broken.Name}: {broken.Detail}.")
                : new StoreCopy(rows, audit);
        }));
    }

    /// <summary>In the order of the keys, which every table has in its first columns: the same on both engines.</summary>
    private static IEnumerable<object?[]> Read(Session session, string table, string[] columns) =>
        session.Stream($"SELECT {string.Join(", ", columns)} FROM {table} ORDER BY {string.Join(", ", columns.Take(4))}", null, r =>
        {
            var row = new object?[columns.Length];
            for (var i = 0; i < row.Length; i++) row[i] = r.IsDBNull(i) ? null : r.GetValue(i);
            return row;
        });

    private static void Add(Digest digest, object?[] row)
    {
        foreach (var value in row)
            _ = value switch
            {
                null => digest.Add("null"),
                string text => digest.Add("text").Add(text),
                long number => digest.Add("number").Add(number),
                byte[] bytes => digest.Add("bytes").Add(bytes),
                _ => throw new InvalidOperationException($"A column holds a {value.GetType().Name}."),
            };
    }
}
