using System.Globalization;

namespace Indenture.Documents;

/// <summary>From when prices carry accrued interest.</summary>
internal static class AccrualCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var draft in deal.Offerings)
        {
            var document = draft.Agreement;
            if (document.First("publicAccruesFrom") is { } open && draft.Terms.Interest.From?.Value is { } taken)
                deal.Find(FindingCodes.AccrualStart, $"Interest runs from the date of issuance; the closing date, {taken:yyyy-MM-dd}, is taken.", [(document, open)], [taken.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
                    $"interestFrom={taken.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", [draft]);
            if (document.First("purchaseAccruesFrom") is { } purchase && document.First("interestFrom") is { } fixedDay)
                deal.Find(FindingCodes.AccrualBasisDiffers, $"The underwriters' price accrues from the date of issuance, the public price from {fixedDay.Value}: they differ if the closing is on another day.", [(document, purchase), (document, fixedDay)], [fixedDay.Value], null, [draft]);
        }
    }
}
