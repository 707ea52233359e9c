using Indenture.Storage;

namespace Indenture.Tests.Simulation;

/// <summary>A bug that changes what accounts are moved by, in every table alike: no constraint of the database finds it.</summary>
internal abstract class MovedWrong : IPlant
{
    private readonly Dictionary<string, long> _by = new(StringComparer.Ordinal);

    /// <summary>Changes the legs of an entry; what each account is then moved by in addition is kept for its balance.</summary>
    protected abstract IReadOnlyList<object?[]> Legs(IReadOnlyList<object?[]> legs);

    public virtual IEnumerable<object?[]> Rows(string table, IReadOnlyList<object?[]> rows)
    {
        if (table == "commands") _by.Clear();
        if (table == "balances") return [.. rows.Select(r => With(r, 5, (long)r[5]! + _by.GetValueOrDefault((string)r[2]!)))];
        if (table != "legs") return rows;
        return [.. rows.GroupBy(r => (long)r[1]!).SelectMany(entry =>
        {
            var before = entry.ToList();
            var after = Legs(before);
            foreach (var leg in before) Add((string)leg[3]!, -(long)leg[4]!);
            foreach (var leg in after) Add((string)leg[3]!, (long)leg[4]!);
            return after;
        })];
    }

    private void Add(string account, long minor) => _by[account] = _by.GetValueOrDefault(account) + minor;

    public IReadOnlyList<BalanceChange> Changes(IReadOnlyList<BalanceChange> changes) => [.. changes.Select(c => c with { Minor = c.Minor + _by.GetValueOrDefault(c.Account) })];

    protected static object?[] With(object?[] row, int column, object value)
    {
        var changed = (object?[])row.Clone();
        changed[column] = value;
        return changed;
    }
}

/// <summary>One unit less of interest is owed than is.</summary>
internal sealed class OneCentLess : MovedWrong
{
    protected override IReadOnlyList<object?[]> Legs(IReadOnlyList<object?[]> legs) =>
        legs.Any(l => ((string)l[3]!).StartsWith("payable/interest-", StringComparison.Ordinal) && (long)l[4]! < -1) && legs.Any(l => (string)l[3]! == "issuer/obligation")
            ? [.. legs.Select(l => With(l, 4, (long)l[4]! - Math.Sign((long)l[4]!)))]
            : legs;
}

/// <summary>The issuer's money arrives, and nobody books it.</summary>
internal sealed class LostPosting : MovedWrong
{
    private readonly HashSet<long> _lost = [];

    protected override IReadOnlyList<object?[]> Legs(IReadOnlyList<object?[]> legs)
    {
        if (!(legs.Any(l => (string)l[3]! == "issuer/funds") && legs.Any(l => ((string)l[3]!).StartsWith("held/", StringComparison.Ordinal) && (long)l[4]! > 0))) return legs;
        _lost.Add((long)legs[0][1]!);
        return [];
    }

    public override IEnumerable<object?[]> Rows(string table, IReadOnlyList<object?[]> rows) => table == "entries" ? rows.Where(r => !_lost.Remove((long)r[1]!)) : base.Rows(table, rows);
}

/// <summary>A run pays one more, from the same money.</summary>
internal sealed class SecondPayment : IPlant
{
    public IEnumerable<object?[]> Rows(string table, IReadOnlyList<object?[]> rows)
    {
        if (table is not ("payments" or "outbox")) return rows;
        var again = (object?[])rows[0].Clone();
        again[2] = again[2] + " (again)";
        return [.. rows, again];
    }

    public IReadOnlyList<BalanceChange> Changes(IReadOnlyList<BalanceChange> changes) => changes;
}
