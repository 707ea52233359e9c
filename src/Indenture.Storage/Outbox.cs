using Indenture.Core;

namespace Indenture.Storage;

public sealed partial class Store
{
    /// <summary>
    /// The payments were handed to the world. One that was sent before, or is confirmed, stays as it is, so that a sender who was killed repeats itself
    /// without harm. Refused INTENT-UNKNOWN with nothing changed.
    /// </summary>
    /// <param name="payments">As <see cref="StoreView.Outbox"/> gave them; one transaction a series.</param>
    /// <returns>How many were marked now.</returns>
    public Outcome<int> MarkSent(IReadOnlyList<MadePayment> payments) => payments.GroupBy(p => p.SeriesId, StringComparer.Ordinal).Aggregate((Outcome<int>)0, (sum, series) => sum.Then(before =>
        Write<int>("outbox/" + series.Key, session =>
        {
            var rows = series.DistinctBy(p => p.Intent).OrderBy(p => p.Row.Run, StringComparer.Ordinal).ThenBy(p => p.Row.Holder, StringComparer.Ordinal).ToList();
            var changed = session.Each("UPDATE outbox SET state = 'sent' WHERE series_id = @series AND run = @run AND holder = @holder AND state = 'intended'", ["series", "run", "holder"],
                [.. rows.Select(p => new object?[] { series.Key, p.Row.Run, p.Row.Holder })]);
            foreach (var p in rows.Where((_, i) => changed[i] == 0))
                if (session.Number("SELECT COUNT(*) FROM outbox WHERE series_id = @series AND run = @Run AND holder = @Holder", new { series = series.Key, p.Row.Run, p.Row.Holder }) == 0)
                    return Refusal.Of(OutboxRefusal.IntentUnknown, $"Series {series.Key} has made no payment to {p.Row.Holder} in run {p.Row.Run}.");
            return before + changed.Sum();
        })));

    /// <summary>The world has confirmed the intents. One confirmed before stays as it is. Refused INTENT-UNKNOWN or INTENT-UNSENT with nothing changed.</summary>
    /// <returns>How many were marked now.</returns>
    public Outcome<int> MarkConfirmed(string series, IReadOnlyList<string> intents) => Write<int>("outbox/" + series, session =>
    {
        var ids = intents.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var changed = session.Each("UPDATE outbox SET state = 'confirmed' WHERE series_id = @series AND id = @id AND state = 'sent' AND state <> 'intended'", ["series", "id"], // as the index has it
            [.. ids.Select(id => new object?[] { series, id })]);
        foreach (var id in ids.Where((_, i) => changed[i] == 0))
        {
            var state = session.List("SELECT state FROM outbox WHERE series_id = @series AND id = @id ORDER BY state", new { series, id }, r => r.GetString(0)).FirstOrDefault();
            if (state is null) return Refusal.Of(OutboxRefusal.IntentUnknown, $"The outbox of series {series} has no intent {id}.");
            if (state == "intended") return Refusal.Of(OutboxRefusal.IntentUnsent, $"Intent {id} of series {series} was never sent; it cannot be confirmed.");
        }
        return changed.Sum();
    });
}
