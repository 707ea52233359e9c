using System.Globalization;
using static Indenture.Tests.Documents.Generation.GeneratedDeal;

namespace Indenture.Tests.Documents.Generation;

/// <summary>A sheet of terms that offers several issues of one issuer, in each of the manners in which such sheets keep them apart.</summary>
internal static class GeneratedSheet
{
    /// <summary>Fixed-rate issues of one issuer that are agreed and settled together, with different years of maturity.</summary>
    public static IReadOnlyList<GeneratedDeal> Draw(Random random)
    {
        var first = GeneratedDeal.Draw(random);
        var issues = new List<GeneratedDeal>();
        for (var count = random.Next(2, 5); issues.Count < count;)
        {
            var next = GeneratedDeal.Draw(random);
            // No rate twice either: a reader of columns may tell issues apart by it.
            if (next.Rate is null || issues.Any(i => i.Maturity.Year == first.Closing.Year + 2 + issues.Count * 3 || i.Rate == next.Rate)) continue;
            issues.Add(next with
            {
                Issuer = first.Issuer, Agreed = first.Agreed, Closing = first.Closing, Sign = "$", MonthsOfPeriod = 6, Maturity = first.Closing.AddYears(2 + issues.Count * 3),
                FirstPayment = first.Closing.AddMonths(6), PrincipalLabel = first.PrincipalLabel, PriceLabel = first.PriceLabel, MaturityLabel = first.MaturityLabel, SettlementLabel = first.SettlementLabel,
            });
        }
        return issues;
    }

    private static string DaysOf(GeneratedDeal issue) => $"Semi-annually on {issue.DaysInWords}, commencing {Long(issue.FirstPayment)}";

    private static readonly (string Name, Func<IReadOnlyList<GeneratedDeal>, string> Write)[] Manners =
    [
        ("columns of bars", issues => Shared(issues, ": | ", string.Concat(Rows(issues).Select(r => $"{r.Label}: | {string.Join(" | ", r.Values)} |\n")))),
        ("cells of a table", issues => Shared(issues, ":\n|\n", string.Concat(Rows(issues).Select(r => $"|\n{r.Label}:\n|\n{string.Join("\n|\n", r.Values)}\n")) + "|\n")),
        ("rows again for each", issues => Shared(issues, ": ", string.Concat(issues.Select((issue, i) => $"\n{issue.Title}\n\n{string.Concat(Rows(issues).Select(r => $"{r.Label}: {r.Values[i]}\n"))}")))),
        ("named in each row", issues => Shared(issues, ": ", string.Concat(Rows(issues).Select(r => $"{r.Label}:\n{string.Concat(issues.Select((issue, i) => $"{issue.Maturity.Year} Notes: {r.Values[i]}\n"))}")))),
    ];

    public static IEnumerable<(string Name, string Text)> InEveryManner(IReadOnlyList<GeneratedDeal> issues) => Manners.Select(m => (m.Name, m.Write(issues)));

    private static string Shared(IReadOnlyList<GeneratedDeal> issues, string between, string own) =>
        $"Filed Pursuant to Rule 433\nFINAL TERM SHEET\nIssuer{between}{issues[0].Issuer}\nTrade Date{between}{Long(issues[0].Agreed)}\n{issues[0].SettlementLabel}{between}{Long(issues[0].Closing)}\n{own}";

    private static IEnumerable<(string Label, string[] Values)> Rows(IReadOnlyList<GeneratedDeal> issues)
    {
        yield return (issues[0].PrincipalLabel, [.. issues.Select(i => "$" + Grouped(i.Principal))]);
        yield return (issues[0].MaturityLabel, [.. issues.Select(i => Long(i.Maturity))]);
        yield return ("Coupon", [.. issues.Select(i => i.Rate + "%")]);
        yield return (issues[0].PriceLabel, [.. issues.Select(i => i.PublicPrice + "%")]);
        yield return ("Interest Payment Dates", [.. issues.Select(DaysOf)]);
        yield return ("CUSIP", [.. issues.Select(i => i.Cusip)]);
        yield return ("ISIN", [.. issues.Select(i => i.Isin)]);
    }

    /// <summary>What a careful reader takes from the sheet; the first issue is 1.</summary>
    public static IEnumerable<string> Expected(IReadOnlyList<GeneratedDeal> issues) =>
        issues.SelectMany((issue, i) => new[]
        {
            ("principal", issue.Principal + ".00"), ("maturity", Iso(issue.Maturity)), ("interestRate", issue.Rate!), ("publicPrice", issue.PublicPrice), ("cusip", issue.Cusip), ("isin", issue.Isin),
        }.Select(f => $"{f.Item1}#{i + 1} {f.Item2}")).Append($"issuer# {issues[0].Issuer}").Append($"closingDate# {Iso(issues[0].Closing)}");

    /// <summary>A form of assignment, with how much a guarantor paid and for which day; what is to be filled in is ruled.</summary>
    public static string Assignment(GeneratedDeal deal, Random random) => string.Join("\n\n",
        "FORM OF ASSIGNMENT",
        $"This Assignment is made pursuant to the Supplemental Indenture, dated as of {Long(deal.Agreed)}, between {deal.Issuer} and Quill Trust Company, as trustee.",
        $"For value received, the undersigned assigns to the Guarantor, without recourse, all of its rights, title and interest in the {deal.Title} of {deal.Issuer}, CUSIP {deal.Cusip}, in the principal amount of ${(random.Next(2) == 0 ? "________" : "____________")}.",
        "The undersigned has not accelerated the maturity of the Notes.",
        "Dated: ____________",
        "By: ____________\nName: ____________\nTitle: ____________");

    public static int BlanksOf(string assignment) => assignment.Split("____").Length is var parts && parts > 1 ? System.Text.RegularExpressions.Regex.Count(assignment, "_{4,}") : 0;
}
