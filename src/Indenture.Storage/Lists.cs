using Indenture.Core;

namespace Indenture.Storage;

/// <summary>A line of a list that is not what the journal amounts to.</summary>
/// <param name="Stored">Null where the line is missing.</param>
/// <param name="Folded">Null where the journal gives no such line.</param>
public sealed record ListDifference(string SeriesId, string Kind, string Id, ListRow? Stored, ListRow? Folded);

public sealed partial class Store
{
    /// <summary>Makes the lists again from the journal; what differed is the answer, as it was before.</summary>
    /// <param name="fold">The lines that the events of one stream amount to.</param>
    public IReadOnlyList<ListDifference> RebuildLists(Func<IReadOnlyList<RecordedEvent>, IEnumerable<ListRow>> fold) => Write<IReadOnlyList<ListDifference>>("lists", session =>
    {
        var view = new StoreView(session);
        var differences = ListRows.Compare(session, view, fold);
        if (differences.Count > 0)
        {
            session.Execute("DELETE FROM lists");
            foreach (var (series, stream, _) in view.Streams()) ListRows.Replace(session, series, stream, [.. fold(view.EventsOf(series, stream))]);
        }
        return new Outcome<IReadOnlyList<ListDifference>>.Done(differences);
    }).Require();

    /// <summary>Lines of the lists that are not what the journal amounts to; nothing is changed.</summary>
    public IReadOnlyList<ListDifference> CompareLists(Func<IReadOnlyList<RecordedEvent>, IEnumerable<ListRow>> fold) =>
        _engine.Read(session => ListRows.Compare(session, new StoreView(session), fold));
}
