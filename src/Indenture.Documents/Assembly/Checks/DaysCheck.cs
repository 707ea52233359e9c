using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Days that a contract counts: by which rule, under which name, and where they may end.</summary>
internal static partial class DaysCheck
{
    [GeneratedRegex(@"^(?<n>\d+) (?:calendar )?days? after (?<day>" + Dates.MonthDay + ") of each year", Text.Options)]
    private static partial Regex OfTheYear { get; }

    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var document in deal.Documents.Where(d => (d.Document.Role & Role.Contract) != 0))
        {
            Undefined(deal, document);
            foreach (var rule in document.Every("dayRule"))
            {
                var parts = rule.Value.Split(": ");
                if (Cities.In(parts[0]) is { } named && parts[1].Split(',').Except(named.Calendars.Split(',')).ToList() is { Count: > 0 } besides)
                    deal.Find(FindingCodes.DayNameMisleads, $"A \"{parts[0]}\" must be open in {string.Join(", ", besides)} too.", [(document, rule)], [parts[0], parts[1]], parts[1]);
            }
            foreach (var deadline in document.Every("deadline"))
                if (OfTheYear.Match(deadline.Value) is { Success: true } match && Dates.DaysOfYear(match.Groups["day"].Value) is { Length: 5 } day)
                {
                    // Any year that is no leap year gives the same day of the year.
                    var last = DateOnly.ParseExact("2001-" + day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture));
                    deal.Find(FindingCodes.DeadlineOfTheYear, $"{deadline.Value} is {last.ToString("MMMM d", CultureInfo.InvariantCulture)}, a Saturday or Sunday in some years, and nothing moves it.", [(document, deadline)], [last.ToString("MM-dd", CultureInfo.InvariantCulture)]);
                }
        }
        foreach (var draft in deal.Offerings)
            if (draft.Terms.BusinessDays is { Accrual.Value: Accrual.Adjusted, Maturity: not null } && draft.Terms.Maturity?.Value is { DayOfWeek: DayOfWeek.Saturday or DayOfWeek.Sunday } maturity)
                deal.Find(FindingCodes.LastPeriodRules, $"The maturity, {maturity:yyyy-MM-dd}, is a {maturity.DayOfWeek}: the rule for interest dates would move the accrual, the rule for the maturity does not.",
                    draft.Every("maturity").Concat(draft.Every("accrual")).Concat(draft.Every("maturityRule")).Take(4).Select(f => (f.In, (Recognised)f.Fact)), [maturity.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], "no interest for the delay", [draft]);
        foreach (var draft in deal.Offerings.Where(o => o.Terms.Interest.Rounding?.Value.Level is null && o.Every("rounding").Any()))
            deal.Find(FindingCodes.RoundingLevel, "The rule of rounding does not say what is rounded.", draft.Every("rounding").Take(1).Select(f => (f.In, (Recognised)f.Fact)), [draft.Value("rounding")!], "per series", [draft]);
    }

    private static void Undefined(Deal deal, DocumentFacts document)
    {
        var rules = document.Every("dayRule").Where(r => r.Value.StartsWith("Business Day:", StringComparison.Ordinal)).ToList();
        if (rules.Any(r => r.Unit is null)) return;
        // A rule for one clause does not reach beyond it.
        var open = document.Provided("businessDay").Where(u => rules.All(r => Top(document.Sections.At(u.Start)) != Top(document.Sections.At(r.Start)))).ToList();
        if (open.Count > 0)
            deal.Find(FindingCodes.BusinessDayUndefined, rules.Count > 0 ? $"Business Days are counted outside {rules[0].Unit}, for which alone they are defined." : "Business Days are counted and not defined.",
                open.Take(8).Select(o => (document, (Recognised)o)), [.. rules.Select(r => r.Value)], rules.Count > 0 ? rules[0].Value.Split(": ")[1] : null);
    }

    private static string? Top(Section? section) => section?.Number.Split('.')[0];
}
