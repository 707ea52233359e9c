namespace Indenture.Documents;

/// <summary>One thing or one office under two names.</summary>
internal static class NamesCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var draft in deal.Offerings)
        {
            var titles = draft.Documents.Select(d => (In: d, Title: draft.FactsOf(d).FirstOrDefault(f => f.Name == "title"))).Where(t => t.Title is not null).DistinctBy(t => Text.Key(t.Title!.Value)).ToList();
            if (titles.Count > 1)
                deal.Find(FindingCodes.TitleAlias, $"The notes are called {string.Join(" and ", titles.Select(t => $"\"{t.Title!.Value}\""))}.", titles.Select(t => (t.In, (Recognised)t.Title!)), [.. titles.Select(t => t.Title!.Value)], null, [draft]);
        }
        foreach (var document in deal.Documents)
            if (document.First("trustee") is { } named && document.First("trusteeSigning") is { } signing && Text.Key(named.Value) != Text.Key(signing.Value))
                deal.Find(FindingCodes.NameAlias, $"The trustee is \"{named.Value}\" in the text and \"{signing.Value}\" over the signature.", [(document, named), (document, signing)], [named.Value, signing.Value]);
    }
}
