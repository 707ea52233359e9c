using System.Globalization;

namespace Indenture.Documents;

/// <summary>Deadlines in calendar days that end on a day on which nobody works.</summary>
internal static class DeadlineCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var draft in deal.Offerings)
            foreach (var deadline in draft.Agreement.Every("deadline"))
            {
                if (draft.Terms.IssueDate?.Value is not { } issue) continue;
                var days = int.Parse(deadline.Value.Split(' ')[0], CultureInfo.InvariantCulture);
                var last = issue.AddDays(days);
                if (last.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) continue;
                var before = last.AddDays(last.DayOfWeek == DayOfWeek.Sunday ? -2 : -1);
                deal.Find(FindingCodes.DeadlineNoRoll, $"{days} calendar days after {issue:yyyy-MM-dd} is {last.DayOfWeek} {last:yyyy-MM-dd}, and nothing moves it; the last weekday in time is {before:yyyy-MM-dd}.",
                    [(draft.Agreement, deadline)], [last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), [draft]);
            }
    }
}
