namespace Indenture.Documents;

/// <summary>Rules without which nothing can be paid, where no document at hand states them.</summary>
internal static class SilenceCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var draft in deal.Offerings)
        {
            var document = draft.Agreement;
            // The place is where the interest is described: that is where the words are missing.
            var at = document.First("paymentDates") ?? document.First("interestKind") ?? document.Facts.First();
            var missing = draft.Terms.Gaps.Select(g => g.Name).Where(n => n is "dayCount" or "businessDayConvention" or "businessDayCities" or "accrual").ToList();
            if (missing.Contains("dayCount") || missing.Contains("businessDayConvention"))
                deal.Find(FindingCodes.DayCountBdcMissing, $"No document at hand states {string.Join(", ", missing)}.", [(document, at)], missing, null, [draft]);
            if (draft.Terms.Interest.Rounding is null)
            {
                var unit = draft.Terms.Currency?.Value.Decimals is { } decimals and > 0 ? "0." + new string('0', decimals - 1) + "1" : "1";
                deal.Find(FindingCodes.RoundingSilent, "No document at hand states how amounts of interest are rounded.", [(document, at)], [], $"rounding={unit} half-up per series", [draft]);
            }
            if (draft.Terms.RecordDate?.Value is RecordDateRule.BusinessDaysBefore { Calendars: null } && draft.Every("recordDate").First() is var record)
                deal.Find(FindingCodes.RecordDateUndefined, "The record date counts business days, and no document at hand says which cities must be open.", [record], [record.Fact.Value], null, [draft]);
            if (draft.Terms.Closing.Zone is null && document.First("closingTime") is { Unit: "unstated" } time)
                deal.Find(FindingCodes.ZoneMissing, $"The closing is at {time.Value}, and no zone is given.", [(document, time)], [time.Value],
                    draft.Terms.Closing.Place is { } place && Zones.OfPlace(place.Value) is { } zone ? $"closingZone={zone}" : null, [draft]);
        }
    }
}
