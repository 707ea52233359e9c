namespace Indenture.Documents;

/// <summary>Documents that a document relies on: dated once, dated at all, at hand.</summary>
internal static class ReferenceCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var document in deal.Documents)
        {
            foreach (var cited in document.Citations.Where(c => c.For == "incorporated"))
                if (!deal.Documents.Any(d => d.Value("agreementDate") == cited.Date && Text.Key(TitleWords(d)) == Text.Key(cited.Title)))
                    deal.Find(FindingCodes.DepMissing, $"The {cited.Title}" + (cited.Date is null ? "" : $" of {cited.Date}") + " are made part of this document by reference and are not at hand.", [(document, cited)], cited.Date is null ? [cited.Title] : [cited.Title, cited.Date]);

            foreach (var of in document.Citations.Where(c => c.For is not ("incorporated" or "reopened")).GroupBy(c => c.Title))
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
