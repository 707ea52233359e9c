namespace Indenture.Documents;

/// <summary>Offers whose prescribed words of acceptance cannot be told apart.</summary>
internal static class AcceptanceCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        var offers = deal.Documents.Select(d => (In: d, Words: d.First("acceptance"))).Where(o => o.Words is not null);
        foreach (var same in offers.GroupBy(o => Text.Key(o.Words!.Value)).Where(g => g.Count() > 1))
            deal.Find(FindingCodes.AcceptAmbiguous, $"{same.Count()} offers prescribe the same words of acceptance: an acceptance does not say which it takes up.",
                same.Select(o => (o.In, (Recognised)o.Words!)), [.. same.Select(o => o.In.Document.Id)]);
    }
}
