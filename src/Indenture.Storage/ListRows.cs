namespace Indenture.Storage;

/// <summary>The lists as they stand in their table.</summary>
internal static class ListRows
{
    private static readonly string[] Columns = ["series_id", "kind", "id", "stream", "state", "sort", "json"];

    public static ListRow Read(System.Data.Common.DbDataReader row, int from) =>
        new(row.GetString(from), row.GetString(from + 1), row.GetString(from + 2), row.GetString(from + 3), row.Bytes(from + 4));

    /// <summary>Makes the stream's lines these; only what differs is written.</summary>
    public static void Replace(Session session, string series, string stream, IReadOnlyList<ListRow> rows)
    {
        var before = session.List("SELECT kind, id, state, sort, json FROM lists WHERE series_id = @series AND stream = @stream", new { series, stream }, r => Read(r, 0)).ToDictionary(r => (r.Kind, r.Id));
        var after = rows.ToDictionary(r => (r.Kind, r.Id));
        session.Each("DELETE FROM lists WHERE series_id = @series AND kind = @kind AND id = @id", ["series", "kind", "id"],
            [.. before.Values.Where(r => !after.TryGetValue((r.Kind, r.Id), out var now) || !Same(r, now)).Select(r => new object?[] { series, r.Kind, r.Id })]);
        session.Insert("lists", Columns,
            rows.Where(r => !before.TryGetValue((r.Kind, r.Id), out var old) || !Same(old, r)).Select(r => new object?[] { series, r.Kind, r.Id, stream, r.State, r.Sort, r.Json }));
    }

    public static bool Same(ListRow a, ListRow b) => a.Kind == b.Kind && a.Id == b.Id && a.State == b.State && a.Sort == b.Sort && a.Json.AsSpan().SequenceEqual(b.Json);

    public static List<ListDifference> Compare(Session session, StoreView view, Func<IReadOnlyList<RecordedEvent>, IEnumerable<ListRow>> fold)
    {
        var stored = session.List("SELECT series_id, kind, id, state, sort, json FROM lists", null, r => (Series: r.GetString(0), Row: Read(r, 1))).ToDictionary(r => (r.Series, r.Row.Kind, r.Row.Id), r => r.Row);
        var folded = view.Streams().SelectMany(s => fold(view.EventsOf(s.SeriesId, s.Stream)).Select(row => (Series: s.SeriesId, Row: row))).ToDictionary(r => (r.Series, r.Row.Kind, r.Row.Id), r => r.Row);
        return [.. stored.Keys.Union(folded.Keys).Order()
            .Select(key => new ListDifference(key.Series, key.Kind, key.Id, stored.GetValueOrDefault(key), folded.GetValueOrDefault(key)))
            .Where(d => d.Stored is null || d.Folded is null || !Same(d.Stored, d.Folded))];
    }
}
