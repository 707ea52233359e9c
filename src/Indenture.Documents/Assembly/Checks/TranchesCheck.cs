using System.Globalization;

namespace Indenture.Documents;

/// <summary>The tranches that a contract names: their sum, their dates, and what its cover says of them.</summary>
internal static class TranchesCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var document in deal.Documents.Where(d => (d.Document.Role & Role.Contract) != 0))
        {
            var principals = document.Every("principal").Where(p => p.Tranche is not null).DistinctBy(p => p.Tranche).ToList();
            if (document.First("consolidatedPrincipal") is { } whole && principals.Count > 1 &&
                principals.Sum(p => decimal.Parse(p.Value, CultureInfo.InvariantCulture)) is var sum && sum != decimal.Parse(whole.Value, CultureInfo.InvariantCulture))
                deal.Find(FindingCodes.ConsolidatedSum, $"The tranches come to {whole.Unit} {sum.ToString("N0", CultureInfo.InvariantCulture)}, the consolidated series is stated as {whole.Unit} {decimal.Parse(whole.Value, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture)}.",
                    [.. principals.Select(p => (document, (Recognised)p)), (document, whole)], [sum.ToString(CultureInfo.InvariantCulture), whole.Value]);
            foreach (var of in document.Every("maturity").Where(m => m.Value.Length < 10).GroupBy(m => m.Tranche))
                if (of.Select(m => m.Value[..4]).Distinct().Count() > 1)
                    deal.Find(FindingCodes.MaturityDiffers, $"The notes are due in {string.Join(" and in ", of.Select(m => m.Value).Distinct())}.", of.Select(m => (document, (Recognised)m)), [.. of.Select(m => m.Value).Distinct()]);
        }
        foreach (var draft in deal.Offerings.Where(o => (o.Agreement.Document.Role & Role.Contract) != 0 && o.Terms.IssueDate is null && o.Terms.Closing.Date is null))
            deal.Find(FindingCodes.TrancheUndated, "The notes have no date of issue in any document at hand.", draft.Every("principal").Take(1).Select(p => (p.In, (Recognised)p.Fact)), [], null, [draft]);
    }
}
