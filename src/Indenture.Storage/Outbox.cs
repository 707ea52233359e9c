using Indenture.Core;

namespace Indenture.Storage;

public sealed partial class Store
{
    /// <summary>
    /// The intents were handed to the world. One that was sent before, or is confirmed, stays as it is, so that a sender who was killed repeats itself
    /// without harm. Refused INTENT-UNKNOWN with nothing changed.
    /// </summary>
    /// <returns>How many were marked now.</returns>
    public Outcome<int> MarkSent(string series, IReadOnlyList<string> intents) => Mark(series, intents, IntentState.Intended, IntentState.Sent);

    /// <summary>The world has confirmed the intents. One confirmed before stays as it is. Refused INTENT-UNKNOWN or INTENT-UNSENT with nothing changed.</summary>
    /// <returns>How many were marked now.</returns>
    public Outcome<int> MarkConfirmed(string series, IReadOnlyList<string> intents) => Mark(series, intents, IntentState.Sent, IntentState.Confirmed);

    private Outcome<int> Mark(string series, IReadOnlyList<string> intents, IntentState from, IntentState to)
    {
        var ids = intents.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return Write<int>("outbox/" + series, session =>
        {
            var changed = session.Each("UPDATE outbox SET state = @to WHERE series_id = @series AND id = @id AND state = @from", ["series", "id", "from", "to"],
                [.. ids.Select(id => new object?[] { series, id, Names.Of(from), Names.Of(to) })]);
            foreach (var id in ids.Where((_, i) => changed[i] == 0))
            {
                var state = session.List("SELECT state FROM outbox WHERE series_id = @series AND id = @id", new { series, id }, r => r.GetString(0)).SingleOrDefault();
                if (state is null) return Refusal.Of(OutboxRefusal.IntentUnknown, $"The outbox of series {series} has no intent {id}.");
                if (Names.Find<IntentState>(state)!.Value < from) return Refusal.Of(OutboxRefusal.IntentUnsent, $"Intent {id} of series {series} was never sent; it cannot be confirmed.");
            }
            return changed.Sum();
        });
    }
}
