using System.Globalization;
using System.Text.RegularExpressions;
using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.Sheets;

/// <summary>Filings of other issuers, read where they stand, against the tables of what a careful reader takes from them.</summary>
public partial class OtherFilingsTests
{
    /// <summary>Each fact of the table, by the column that holds its truth.</summary>
    internal static IReadOnlyDictionary<string, string> Scored { get; } = new Dictionary<string, string>
    {
        ["principal"] = "principal", ["currency"] = "currency", ["interestRate"] = "coupon_or_index", ["index"] = "coupon_or_index", ["indexTenorMonths"] = "coupon_or_index", ["spread"] = "spread", ["dayCount"] = "day_count",
        ["closingDate"] = "issue_or_closing_date", ["issueDate"] = "issue_or_closing_date", ["maturity"] = "maturity", ["paymentDates"] = "payment_dates", ["firstPayment"] = "first_payment",
        ["publicPrice"] = "price_to_public_pct", ["purchasePrice"] = "underwriter_price_pct", ["cusip"] = "cusip", ["isin"] = "isin", ["issuer"] = "issuer", ["trustee"] = "trustee",
    };

    /// <summary>Facts whose column may hold free words: a value beside them is then not called wrong.</summary>
    private static readonly string[] Worded = ["paymentDates", "index", "interestRate", "dayCount", "spread", "indexTenorMonths", "maturity"];

    private sealed record Want(string[] Names, int Tranche, Func<string, bool> Holds, string Words);

    private static string Folder => Reference.PathOf("more-filings");

    private static List<Dictionary<string, string>> Table(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var columns = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(l => l.Split('\t')).Select(cells => columns.Select((c, i) => (c, Cell: i < cells.Length ? cells[i] : "")).ToDictionary(p => p.c, p => p.Cell))];
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(NoFigure().Replace(text, ""), NumberStyles.Number | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"[,$%\s]")]
    private static partial Regex NoFigure();

    [GeneratedRegex(@"^[\d.]+%$")]
    private static partial Regex Percentage();

    [GeneratedRegex(@"^([+-]?\s*[\d.]+)\s*(%|bps?\b|basis)")]
    private static partial Regex Margin();

    [GeneratedRegex(@"\b(one|two|three|six|twelve|\d+)\s*[- ]?\s*(?:m\b|months?)", RegexOptions.IgnoreCase)]
    private static partial Regex Tenor();

    [GeneratedRegex(@"^(\d+)(?:st|nd|rd|th) of every month")]
    private static partial Regex Monthly();

    [GeneratedRegex(@"^(\d+)(?:st|nd|rd|th) of (.*)")]
    private static partial Regex OneDay();

    [GeneratedRegex(@"([A-Z][a-z]+) (\d+)")]
    private static partial Regex MonthDay();

    private static string Words(string text) => Regex.Replace(text.ToLowerInvariant(), "[^a-z0-9]+", " ").Trim();

    private static bool SameName(string one, string other) => Words(one) is { Length: > 0 } a && Words(other) is { Length: > 0 } b && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));

    private static string DayCount(string text) => text.ToLowerInvariant().Replace("actual", "act", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) is var t && t.Length >= 7 && (t.StartsWith("act/", StringComparison.Ordinal) || t.StartsWith("30e/", StringComparison.Ordinal)) ? t[..7] : t[..Math.Min(6, t.Length)];

    private static HashSet<string>? Days(string text)
    {
        static string? Day(string month, string day) =>
            DateTime.TryParseExact(month, "MMMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var m) ? $"{m.Month:00}-{int.Parse(day, CultureInfo.InvariantCulture):00}" : null;
        if (Monthly().Match(text) is { Success: true } monthly) return [$"day {monthly.Groups[1].Value} monthly"];
        var days = OneDay().Match(text) is { Success: true } one
            ? Regex.Matches(one.Groups[2].Value, "[A-Z][a-z]+").Select(m => Day(m.Value, one.Groups[1].Value))
            : MonthDay().Matches(text).Select(m => Day(m.Groups[1].Value, m.Groups[2].Value));
        return days.OfType<string>().ToHashSet() is { Count: > 0 } found ? found : null;
    }

    private static List<Want> WantsOf(Dictionary<string, string> row)
    {
        var wants = new List<Want>();
        void Add(string column, string[] names, Func<string, Func<string, bool>?> test)
        {
            var cells = row[column].Contains(" | ", StringComparison.Ordinal) || row[column].TrimStart().StartsWith('|') ? row[column].Split(" | ") : [row[column]];
            for (var i = 0; i < cells.Length; i++)
                if (cells[i].Trim() is { Length: > 0 } cell && test(cell) is { } holds) wants.Add(new Want(names, cells.Length > 1 ? i + 1 : 0, holds, cell));
        }
        static Func<string, bool>? Equal(decimal? want) => want is { } w ? said => Number(said) == w : null;
        static string? Index(string cell) => Percentage().IsMatch(cell) || cell.StartsWith("none", StringComparison.OrdinalIgnoreCase) ? null : new[] { "libor", "sofr", "prime", "bill" }.FirstOrDefault(k => cell.Contains(k, StringComparison.OrdinalIgnoreCase));
        Add("principal", ["principal"], c => Equal(Number(c)));
        Add("currency", ["currency"], c => said => said == c);
        Add("coupon_or_index", ["interestRate"], c => Percentage().IsMatch(c) ? Equal(Number(c)) : null);
        Add("coupon_or_index", ["index"], c => Index(c) is { } index ? said => said.Contains(index, StringComparison.OrdinalIgnoreCase) : null);
        Add("coupon_or_index", ["indexTenorMonths"], c => Index(c) == "libor" && Tenor().Match(c) is { Success: true } m
            ? Equal(Array.IndexOf(["", "one", "two", "three", "", "", "six"], m.Groups[1].Value.ToLowerInvariant()) is > 0 and var n ? n : m.Groups[1].Value.Equals("twelve", StringComparison.OrdinalIgnoreCase) ? 12 : Number(m.Groups[1].Value))
            : null);
        Add("spread", ["spread"], c => Margin().Match(c) is { Success: true } m ? Equal(Number(m.Groups[1].Value) / (m.Groups[2].Value == "%" ? 1 : 100)) : null);
        Add("day_count", ["dayCount"], c => said => DayCount(said) == DayCount(c));
        Add("issue_or_closing_date", ["closingDate", "issueDate"], c => said => said == c);
        foreach (var (column, name) in new[] { ("maturity", "maturity"), ("first_payment", "firstPayment"), ("cusip", "cusip"), ("isin", "isin") }) Add(column, [name], c => said => said == c);
        Add("payment_dates", ["paymentDates"], c => Days(c) is { } days ? said => days.SetEquals(said.Split(',')) : null);
        Add("price_to_public_pct", ["publicPrice"], c => Equal(Number(c)));
        Add("underwriter_price_pct", ["purchasePrice"], c => Equal(Number(c)));
        Add("issuer", ["issuer"], c => said => SameName(said, c));
        Add("trustee", ["trustee"], c => said => SameName(said, c));
        return wants;
    }

    private static Reading Read(string file) => Reader.Read([new InputFile(File.ReadAllBytes(Path.Combine(Folder, file)), file)]).Require();

    [ReferenceFact]
    public void At_least_95_of_100_facts_are_found_and_98_of_100_that_are_reported_are_right()
    {
        var (found, wanted, right, reported) = (0, 0, 0, 0);
        var faults = new List<string>();
        foreach (var row in Table("TRUTH.tsv"))
        {
            var documents = Read(row["file"]).Documents.Where(d => d.Kind != DocumentKind.Unknown).ToList();
            if (row["doc_type"].StartsWith("NOT ", StringComparison.Ordinal))
            {
                Assert.All(documents, d => Assert.Empty(d.Facts));
                continue;
            }
            var facts = documents.SelectMany(d => d.Facts).Where(f => Scored.ContainsKey(f.Name)).Select(f => (f.Name, Tranche: f.Tranche ?? 0, f.Value)).Distinct().ToList();
            var wants = WantsOf(row);
            foreach (var want in wants)
            {
                wanted++;
                if (facts.Any(f => want.Names.Contains(f.Name) && (want.Tranche == 0 || f.Tranche == 0 || f.Tranche == want.Tranche) && want.Holds(f.Value))) found++;
                else faults.Add($"{row["file"]}: {want.Names[0]} #{want.Tranche} {want.Words} is not found");
            }
            foreach (var (name, tranche, value) in facts)
            {
                var mine = wants.Where(w => w.Names.Contains(name)).ToList();
                if (mine.Any(w => (w.Tranche == 0 || tranche == 0 || w.Tranche == tranche) && w.Holds(value))) { right++; reported++; }
                else if (mine.Count > 0 || row[Scored[name]].Trim().Length == 0 || !Worded.Contains(name)) { reported++; faults.Add($"{row["file"]}: {name} #{tranche} {value} does not stand there"); }
            }
        }
        Assert.True(wanted > 100, $"only {wanted} facts are wanted");
        Assert.True(found * 100 >= wanted * 95, $"{found} of {wanted} are found:\n{string.Join('\n', faults)}");
        Assert.True(right * 100 >= reported * 98, $"{right} of {reported} are right:\n{string.Join('\n', faults)}");
    }

    [ReferenceFact]
    public void Every_underwriter_has_the_amount_that_is_printed_beside_it()
    {
        foreach (var file in Table("UNDERWRITERS.tsv").Where(u => u["amount"].Length > 0).GroupBy(u => u["file"]))
        {
            var said = Read(file.Key).Documents.SelectMany(d => d.Underwriters).ToList();
            Assert.Equal(file.Count(), said.Count);
            var tranches = file.Select(u => u["tranche"]).Distinct().ToList();
            Assert.All(file, u => Assert.Contains(said, s => SameName(s.Name, u["underwriter"]) && Number(s.Principal ?? "") == Number(u["amount"]) && (s.Tranche ?? 1) == tranches.IndexOf(u["tranche"]) + 1));
        }
    }
}
