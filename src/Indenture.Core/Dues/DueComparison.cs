using System.Globalization;

namespace Indenture.Core;

/// <summary>A due as another system has it. A part that is null is not compared.</summary>
/// <param name="PaymentDate">The day it is paid, as scheduled or as moved.</param>
/// <param name="AccrualStart">First day of interest, inclusive.</param>
/// <param name="AccrualEnd">Exclusive.</param>
/// <param name="RecordDate">Whose holders are paid.</param>
/// <param name="Days">By the day count of the notes.</param>
/// <param name="Rate">Percent per annum.</param>
/// <param name="Outstanding">What its interest was computed on.</param>
/// <param name="Interest">Of all holders together.</param>
/// <param name="Principal">Paid off on the day.</param>
/// <param name="Source">The file and the line.</param>
public sealed record StatedDue(
    DateOnly PaymentDate, DateOnly? AccrualStart, DateOnly? AccrualEnd, DateOnly? RecordDate, int? Days, Percent? Rate, Money? Outstanding, Money? Interest, Money? Principal, Source.Import Source);

/// <summary>One thing that two systems say differently of a due.</summary>
/// <param name="N">Our number of the due; null where we have none on that day.</param>
/// <param name="PaymentDate">Theirs; ours where only we have the due.</param>
/// <param name="What">The column.</param>
/// <param name="Ours">Null where we have nothing.</param>
/// <param name="Theirs">Null where they have nothing.</param>
/// <param name="Source">Their file and line; null where they have nothing.</param>
public sealed record DueDifference(int? N, DateOnly PaymentDate, string What, string? Ours, string? Theirs, Source.Import? Source);

/// <summary>Our dues beside those of another system.</summary>
public static class DueComparison
{
    /// <summary>
    /// Every difference, in the order of their rows and then what only we have between their first and last date. A rate that is not ours to know is theirs,
    /// so that dates, days and the multiplication are compared all the same.
    /// </summary>
    /// <param name="promise">The terms, resolved.</param>
    /// <param name="theirs">In the order of their file.</param>
    /// <param name="announced">Our due of a number where it was announced; null where it was not.</param>
    /// <param name="rateOf">The rate of a period that we know; null where none was determined.</param>
    /// <param name="outstanding">What interest is computed on where their row states nothing.</param>
    public static IReadOnlyList<DueDifference> Of(Promise promise, IReadOnlyList<StatedDue> theirs, Func<int, Due?> announced, Func<Period, PeriodRate.Known?> rateOf, Money outstanding)
    {
        var periods = Dues.Periods(promise);
        var differences = new List<DueDifference>();
        var seen = new HashSet<int>();
        foreach (var row in theirs)
        {
            if (periods.FirstOrDefault(p => p.PaymentDate == row.PaymentDate) is not { } period && (period = periods.FirstOrDefault(p => p.UnadjustedDate == row.PaymentDate)) is null)
            {
                differences.Add(new DueDifference(null, row.PaymentDate, "due", null, "stated", row.Source));
                continue;
            }
            if (!seen.Add(period.N)) differences.Add(new DueDifference(period.N, row.PaymentDate, "due", "once", "twice", row.Source));
            var rate = rateOf(period) ?? (row.Rate is { } stated ? new PeriodRate.Known(stated.ToRatio(), stated.ToString()) : null);
            var ours = announced(period.N) ?? Dues.Of(promise, period, row.Outstanding ?? outstanding, rate is null ? new PeriodRate.Unknown("RATE-UNKNOWN", "not determined") : rate);
            Compare("paymentDate", Day(ours.Period.PaymentDate), Day(row.PaymentDate));
            Compare("accrualStart", Day(ours.Period.AccrualStart), Day(row.AccrualStart));
            Compare("accrualEnd", Day(ours.Period.AccrualEnd), Day(row.AccrualEnd));
            Compare("recordDate", Day(ours.Period.RecordDate), Day(row.RecordDate));
            Compare("days", Text(ours.Period.Length.Days), row.Days is { } days ? Text(days) : null);
            if (row.Rate is { } percent && ours.Rate is PeriodRate.Known known && known.Percent != Ratio.Of(percent.Value)) Compare("rate", RateDetermination.Show(known.Percent), percent.ToString());
            Compare("outstanding", ours.Outstanding.ToString(), row.Outstanding?.ToString());
            Compare("interest", ours.Interest?.ToString(), row.Interest?.ToString());
            Compare("principal", ours.Principal.ToString(), row.Principal?.ToString());

            void Compare(string what, string? one, string? other)
            {
                if (other is not null && one != other) differences.Add(new DueDifference(period.N, row.PaymentDate, what, one, other, row.Source));
            }
        }
        var (from, to) = theirs.Count == 0 ? (DateOnly.MaxValue, DateOnly.MinValue) : (theirs.Min(t => t.PaymentDate), theirs.Max(t => t.PaymentDate));
        return [.. differences, .. periods.Where(p => p.PaymentDate >= from && p.PaymentDate <= to && !seen.Contains(p.N)).Select(p => new DueDifference(p.N, p.PaymentDate, "due", "computed", null, null))];
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
