namespace Indenture.Documents;

/// <summary>Documents that a document relies on: dated once, dated at all, at hand.</summary>
internal static class ReferenceCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        var incorporated = deal.Documents.SelectMany(d => d.Citations.Where(c => c.For == "incorporated").Select(c => (In: d, Cited: c)));
        foreach (var same in incorporated.GroupBy(i => (i.Cited.Title, i.Cited.Date)))
            if (!deal.Documents.Any(d => d.Value("agreementDate") == same.Key.Date && Text.Key(TitleWords(d)) == Text.Key(same.Key.Title)))
                deal.Find(FindingCodes.DepMissing, $"The {same.Key.Title}" + (same.Key.Date is null ? "" : $" of {same.Key.Date}") + ", made part of the agreement by reference, are not at hand.",
                    same.Select(i => (i.In, (Recognised)i.Cited)), same.Key.Date is null ? [same.Key.Title] : [same.Key.Title, same.Key.Date]);
        foreach (var document in deal.Documents)
        {
            foreach (var of in document.Citations.Where(c => c.For is not ("incorporated" or "reopened" or "named")).GroupBy(c => c.Title))
            {
                var dates = of.Where(c => c.Date is not null).DistinctBy(c => c.Date).ToList();
                if (dates.Count > 1)
                    deal.Find(FindingCodes.ProsDateConflict,
                        $"The {of.Key} is cited under {dates.Count} dates: {string.Join(", ", dates.Select(d => d.For.Length > 0 ? $"{d.Date} for {d.For}" : d.Date))}; it is cited {of.Count(c => c.Date is null)} times without a date.",
                        dates.Select(d => (document, (Recognised)d)), [.. dates.Select(d => d.Date!)], "each citation keeps its own date");
                else if (dates.Count == 0 && of.FirstOrDefault(c => c.For == "listing") is { } relied)
                    deal.Find(FindingCodes.ProsDateMissing, $"A duty depends on the date of the {of.Key}, which this document never gives.", [(document, relied)], []);
                if (document.First("agreementDate") is { } own && of.FirstOrDefault(c => c.For == "interestRate" && c.Title.EndsWith("Supplement", StringComparison.Ordinal) && c.Date is not null && string.CompareOrdinal(c.Date, own.Value) < 0) is { } earlier)
                    deal.Find(FindingCodes.SupplementPredates, $"The agreement of {own.Value} takes its interest from a {of.Key} of {earlier.Date}.", [(document, earlier)], [earlier.Date!, own.Value]);
            }
        }
    }

    private static string TitleWords(DocumentFacts document) => document.Document.Kind.ToString();
}
