namespace Indenture.Documents;

/// <summary>Every check of the documents against themselves and each other, in the order in which findings are listed.</summary>
internal static class Checks
{
    private static readonly Action<Deal, IReadOnlyList<ReadSeries>>[] All =
    [
        WordsCheck.Run, CompletenessCheck.Run, AllocationCheck.Run, UnderwriterNamesCheck.Run, IdentifierCheckDigits.Run, DateOrderCheck.Run, RateCheck.Run,
        SilenceCheck.Run, AccrualCheck.Run, ReferenceCheck.Run, NamesCheck.Run, AcceptanceCheck.Run, DeadlineCheck.Run, SeriesCheck.Run,
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
        foreach (var document in deal.Documents)
            foreach (var shown in document.All.OfType<Recognised.Shows>())
                deal.Find(shown.Code, shown.Message, [(document, shown)], shown.Values, shown.Default);
    }
}
