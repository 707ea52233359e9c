using System.Globalization;

namespace Indenture.Documents;

/// <summary>Deadlines in calendar days that end on a day on which nobody works.</summary>
internal static class DeadlineCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        var deadlines =
            from draft in deal.Offerings
            from words in draft.Agreement.Every("deadline")
            where draft.Terms.IssueDate is not null && words.Value.EndsWith("after issue", StringComparison.Ordinal)
            let days = int.Parse(words.Value.Split(' ')[0], CultureInfo.InvariantCulture)
            let issue = draft.Terms.IssueDate!.Value
            where issue.AddDays(days).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            group (In: draft, Words: words) by (Days: days, Issue: issue);
        foreach (var same in deadlines)
        {
            var last = same.Key.Issue.AddDays(same.Key.Days);
            var before = last.AddDays(last.DayOfWeek == DayOfWeek.Sunday ? -2 : -1);
            deal.Find(FindingCodes.DeadlineNoRoll, $"{same.Key.Days} calendar days after {same.Key.Issue:yyyy-MM-dd} is {last.DayOfWeek} {last:yyyy-MM-dd}, and nothing moves it; the last weekday in time is {before:yyyy-MM-dd}.",
                same.Select(d => (d.In.Agreement, (Recognised)d.Words)), [last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], before.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), same.Select(d => d.In));
        }
    }
}
