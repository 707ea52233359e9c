using System.Globalization;

namespace Indenture.Documents;

/// <summary>What the rows of an annex come to, against its total and against the principal offered.</summary>
internal static class AllocationCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var draft in deal.Offerings)
            foreach (var table in draft.Agreement.Allotments.Take(1))
                Check(deal, draft, table);
    }

    private static void Check(Deal deal, Draft draft, AllotmentTable table)
    {
        var document = draft.Agreement;
        var source = document.Document.Source;
        var column = (draft.Tranche ?? 1) - 1;
        var unit = table.Unit;
        decimal Amount(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : 0m;
        Place At(AllotmentRow row) => source.Place(row.Start, row.End);

        foreach (var row in table.Rows.Where(r => r.Name is not null && r.Amounts.Count <= column))
            deal.Find(FindingCodes.AllocRowUnreadable, $"{row.Name} has no amount beside it.", [document], [At(row)], [row.Name!], null, [draft]);

        var named = table.Rows.Where(r => r.Name is not null && r.Amounts.Count > column).ToList();
        var unnamed = table.Rows.Where(r => r.Name is null && r.Amounts.Count > column).ToList();
        var sum = named.Sum(r => Amount(r.Amounts[column]));
        var whole = sum + unnamed.Sum(r => Amount(r.Amounts[column]));
        decimal? total = table.Total.Count > column ? Amount(table.Total[column]) : null;
        decimal? principal = draft.Value("principal") is { } stated ? Amount(stated) : null;
        var expected = total ?? principal;

        foreach (var row in unnamed)
        {
            var fits = expected is { } e && sum == e;
            deal.Find(FindingCodes.AllocUnnamedRow,
                $"{Print(Amount(row.Amounts[column]))} stands beside no name. The {named.Count} named rows come to {Print(sum)}, all rows to {Print(whole)}" + (total is { } t ? $", the printed total is {Print(t)}." : "."),
                [document], [At(row)], [row.Amounts[column]], fits ? "non-operative" : null, [draft]);
        }
        // An unnamed row that explains the difference is one fault, not two.
        if (total is { } printed && sum != printed && (unnamed.Count == 0 || whole != printed))
            deal.Find(FindingCodes.AllocSumMismatch, $"The {named.Count} named rows come to {Print(sum)}, the printed total is {Print(printed)}.", [document], [source.Place(table.Start, table.End)],
                [sum.ToString("F0", CultureInfo.InvariantCulture), printed.ToString("F0", CultureInfo.InvariantCulture)], null, [draft]);
        if (total is null)
            deal.Find(FindingCodes.AllocTotalMissing, $"The list of underwriters prints no total; its {named.Count} named rows come to {Print(sum)}.", [document], [source.Place(table.Start, table.End)], [sum.ToString("F0", CultureInfo.InvariantCulture)], null, [draft]);
        if (principal is { } offered && (total ?? sum) != offered)
            deal.Find(FindingCodes.AllocPrincipalMismatch, $"The underwriters take {Print(total ?? sum)}, {Print(offered)} is offered.",
                [document], [source.Place(table.Start, table.End), source.Place(document.First("principal")!.Start, document.First("principal")!.End)],
                [(total ?? sum).ToString("F0", CultureInfo.InvariantCulture), offered.ToString("F0", CultureInfo.InvariantCulture)], null, [draft]);

        string Print(decimal amount) => $"{unit} {amount.ToString("N0", CultureInfo.InvariantCulture)}";
    }
}
