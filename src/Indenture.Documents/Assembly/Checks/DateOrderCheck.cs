using System.Globalization;

namespace Indenture.Documents;

/// <summary>Dates of one offering that cannot stand in the order they stand in.</summary>
internal static class DateOrderCheck
{
    /// <summary>A payment moved off a closed day is never more than this many days late.</summary>
    private const int LongestClosure = 5;

    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var draft in deal.Offerings)
        {
            if (draft.Terms.Maturity?.Value is { } maturity && (draft.Terms.Closing.Date?.Value ?? draft.Terms.IssueDate?.Value) is { } issue && maturity <= issue)
                deal.Find(FindingCodes.MaturityOrder, $"The notes mature on {maturity:yyyy-MM-dd} and are issued on {issue:yyyy-MM-dd}.",
                    [draft.Every("maturity").First(), .. draft.Every("closingDate").Concat(draft.Every("issueDate")).Take(1)],
                    [maturity.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), issue.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], null, [draft]);
            if (draft.Terms.Interest.FirstPayment?.Value is { } first && draft.Terms.Interest.PaymentDates?.Value is { } dates && !OnGrid(first, dates))
                deal.Find(FindingCodes.FirstPaymentOffGrid, $"The first payment, {first:yyyy-MM-dd}, is on none of the payment dates ({dates}).",
                    [draft.Every("firstPayment").First(), .. draft.Every("paymentDates").Take(1)], [first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), dates.ToString()], null, [draft]);
        }
    }

    /// <summary>The day itself, or the first open day after one that was closed at least for a weekend.</summary>
    private static bool OnGrid(DateOnly day, PaymentDates dates)
    {
        for (var back = 0; back <= LongestClosure; back++)
        {
            var scheduled = day.AddDays(-back);
            if (!dates.Match(o => o.Days.Any(d => d.In(scheduled.Year) == scheduled), m => Math.Min(m.Day, DateTime.DaysInMonth(scheduled.Year, scheduled.Month)) == scheduled.Day)) continue;
            return back == 0 || scheduled.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || scheduled.DayOfWeek == DayOfWeek.Monday;
        }
        return false;
    }
}
