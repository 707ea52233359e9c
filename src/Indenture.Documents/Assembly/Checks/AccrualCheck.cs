using System.Globalization;

namespace Indenture.Documents;

/// <summary>From when prices carry accrued interest.</summary>
internal static class AccrualCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        var differing = deal.Offerings.Select(o => (Offering: o, Purchase: o.Agreement.First("purchaseAccruesFrom"), Public: o.Agreement.First("interestFrom"))).Where(o => o.Purchase is not null && o.Public is not null);
        foreach (var same in differing.GroupBy(o => o.Public!.Value))
            deal.Find(FindingCodes.AccrualBasisDiffers, $"The underwriters' price accrues from the date of issuance, the public price from {same.Key}: they differ if the closing is on another day.",
                same.SelectMany(o => new[] { (o.Offering.Agreement, (Recognised)o.Purchase!), (o.Offering.Agreement, o.Public!) }), [same.Key], null, same.Select(o => o.Offering));
        foreach (var draft in deal.Offerings)
        {
            var document = draft.Agreement;
            if (document.First("publicAccruesFrom") is { } open && draft.Terms.Interest.From?.Value is { } taken)
                deal.Find(FindingCodes.AccrualStart, $"Interest runs from the date of issuance; the closing date, {taken:yyyy-MM-dd}, is taken.", [(document, open)], [taken.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
                    $"interestFrom={taken.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", [draft]);
        }
    }
}
