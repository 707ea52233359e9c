namespace Indenture.Documents;

/// <summary>Every check of the documents against themselves and each other, in the order in which findings are listed.</summary>
internal static class Checks
{
    private static readonly Action<Deal, IReadOnlyList<ReadSeries>>[] All =
    [
        WordsCheck.Run, CompletenessCheck.Run, AllocationCheck.Run, UnderwriterNamesCheck.Run, IdentifierCheckDigits.Run, DateOrderCheck.Run, RateCheck.Run,
        SilenceCheck.Run, AccrualCheck.Run, ReferenceCheck.Run, NamesCheck.Run, AcceptanceCheck.Run, DeadlineCheck.Run, SeriesCheck.Run,
        TranchesCheck.Run, OfficesCheck.Run, DaysCheck.Run, ProvisionsCheck.Run, AcrossCheck.Run, TermsCheck.Run, StructureCheck.Run, QuotesCheck.Run, EditsCheck.Run, FormCheck.Run, UnderwritersCheck.Run,
    ];

    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var check in All) check(deal, series);
    }
}

/// <summary>Faults that a recogniser saw in the words themselves.</summary>
internal static class WordsCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        // One fault that several documents of a deal share is told once, with all its places.
        var shown = deal.Documents.SelectMany(d => d.All.OfType<Recognised.Shows>().Select(s => (In: d, Shown: s)));
        foreach (var same in shown.GroupBy(s => (s.Shown.Code, s.Shown.Message)))
            deal.Find(same.Key.Code, same.Key.Message, same.Select(s => (s.In, (Recognised)s.Shown)), same.First().Shown.Values, same.First().Shown.Default);
    }
}
