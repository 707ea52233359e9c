namespace Indenture.Documents;

/// <summary>A floating rate: its margin, and the tenor that its steps ask for.</summary>
internal static class RateCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var draft in deal.Offerings)
            if (draft.Terms.Interest is { Kind.Value: InterestKind.Floating, Spread: null } && draft.Every("index").FirstOrDefault() is { In: { } document, Fact: { } index })
            {
                var open = document.All.OfType<Recognised.LeavesOpen>().FirstOrDefault(l => l.Name == "spread");
                deal.Find(FindingCodes.SpreadUnknown, open?.Why ?? "The rate is described with no margin.", [(document, (Recognised?)open ?? index)], [document.Document.Words(index.Start, index.End)], null, [draft]);
            }
        foreach (var document in deal.Documents)
        {
            var sources = document.Every("sourceTenorMonths").ToList();
            var stated = document.Every("indexTenorMonths").ToList();
            if (sources.Count == 0 || stated.Count == 0 || sources.All(s => stated.Any(t => t.Value == s.Value))) continue;
            var wrong = sources.Where(s => stated.All(t => t.Value != s.Value)).ToList();
            deal.Find(FindingCodes.LiborTenorConflict,
                $"The rate is that of {string.Join(" and ", stated.Select(s => s.Value).Distinct())}-month deposits, and {wrong.Count} of the steps by which it is found ask for {string.Join(" and ", wrong.Select(s => s.Value).Distinct())}-month deposits.",
                [.. stated.Select(s => (document, (Recognised)s)), .. wrong.Select(s => (document, (Recognised)s))],
                [.. stated.Concat(wrong).Select(s => s.Value).Distinct()], stated.Select(s => s.Value).Distinct().Count() == 1 ? $"indexTenorMonths={stated[0].Value}" : null);
        }
    }
}
