namespace Indenture.Documents;

/// <summary>A series against the limit of its form of note, and its tranches against each other.</summary>
internal static class SeriesCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var one in series)
        {
            var drafts = one.Offerings.Select(id => deal.Offerings.First(o => o.Id == id)).ToList();
            if (one.KnownPrincipal is { } known && one.Terms.SeriesLimit?.Value is { } limit && known.Currency == limit.Currency && known.CompareTo(limit) > 0)
                deal.Find(FindingCodes.SeriesLimitExceeded, $"The offerings of the series come to {known.ToDisplay()}, its form of note allows {limit.ToDisplay()}.",
                    drafts.SelectMany(d => d.Every("seriesLimit").Concat(d.Every("principal"))).Select(f => (f.In, (Recognised)f.Fact)), [known.ToString(), limit.ToString()], null, drafts);
            foreach (var other in drafts.Skip(1))
                foreach (var (fact, mine, its) in SeriesTerms.Differences(drafts[0].Terms, other.Terms))
                    deal.Find(FindingCodes.FactConflict, $"Two offerings of one series differ: {fact} is {mine} in {drafts[0].Id} and {its} in {other.Id}.",
                        drafts[0].Every(fact).Take(1).Concat(other.Every(fact).Take(1)).Select(f => (f.In, (Recognised)f.Fact)), [mine, its], null, [drafts[0], other]);
        }
    }
}
