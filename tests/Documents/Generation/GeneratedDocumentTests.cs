using System.Globalization;
using Indenture.Documents;
using static Indenture.Tests.Documents.Generation.GeneratedDeal;

namespace Indenture.Tests.Documents.Generation;

/// <summary>
/// Documents written from random terms, in every layout, with and without a planted fault: reading gives the terms back, finds the fault, and raises no other
/// error. A failure prints its seed. GENERATED_SEEDS says how many are tried.
/// </summary>
public class GeneratedDocumentTests
{
    private static readonly int Seeds = int.Parse(Environment.GetEnvironmentVariable("GENERATED_SEEDS") ?? "60", CultureInfo.InvariantCulture);

    // --- the terms ------------------------------------------------------------------------------------------------------------------------------

    private static IEnumerable<(string Fact, string Value)> Common(GeneratedDeal deal)
    {
        yield return ("maturity", Iso(deal.Maturity));
        yield return ("interestKind", deal.Rate is null ? "floating" : "fixed");
        if (deal.Rate is { } rate) yield return ("interestRate", rate);
        else
        {
            yield return ("spread", deal.Spread);
            yield return ("indexTenorMonths", deal.TenorMonths.ToString(CultureInfo.InvariantCulture));
        }
        yield return ("paymentDates", string.Join(',', deal.PaymentDays.Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture))));
        yield return ("firstPayment", Iso(deal.FirstPayment));
    }

    private static IEnumerable<(string Fact, string Value)> OfAgreement(GeneratedDeal deal) => Common(deal).Concat(
    [
        ("title", deal.Title), ("issuer", deal.Issuer), ("principal", deal.Principal + ".00"), ("currency", "USD"), ("agreementDate", Iso(deal.Agreed)),
        ("closingDate", Iso(deal.Closing)), ("closingTime", "09:30"), ("purchasePrice", deal.PurchasePrice), ("publicPrice", deal.PublicPrice),
    ]);

    private static IEnumerable<(string Fact, string Value)> OfTermSheet(GeneratedDeal deal) => Common(deal).Concat(
    [
        ("title", deal.Title), ("issuer", deal.Issuer), ("principal", deal.Principal + ".00"), ("currency", "USD"), ("closingDate", Iso(deal.Closing)), ("publicPrice", deal.PublicPrice), ("cusip", deal.Cusip), ("isin", deal.Isin),
    ]);

    private static IEnumerable<(string Fact, string Value)> OfNote(GeneratedDeal deal) => Common(deal).Concat(
    [
        ("cusip", deal.Cusip), ("isin", deal.Isin), ("interestFrom", Iso(deal.NoteFrom)), ("dayCount", deal.Rate is null ? "Actual/360" : "30/360"),
        ("businessDayConvention", "following"), ("businessDayCities", "NewYork"), ("seriesLimit", deal.Limit + ".00"),
    ]);

    private static IEnumerable<string> Missing(Reading reading, DocumentKind kind, IEnumerable<(string Fact, string Value)> expected)
    {
        var document = reading.Documents.FirstOrDefault(d => d.Kind == kind);
        if (document is null) return [$"no {kind}, but {string.Join(", ", reading.Documents.Select(d => d.Kind))}"];
        return expected.Select(e => (e.Fact, e.Value, Read: document.Facts.Where(f => f.Name == e.Fact).Select(f => f.Value).ToList()))
            .Where(e => e.Read is not [var only] || only != e.Value).Select(e => $"{e.Fact} is {e.Value}, read was {(e.Read.Count == 0 ? "nothing" : string.Join(" and ", e.Read))}");
    }

    private static IEnumerable<string> Rows(Reading reading, GeneratedDeal deal) =>
        deal.Underwriters.Select(u => $"{u.Name}={u.Amount}.00").ToList() is var expected
            && reading.Documents.Where(d => d.Kind == DocumentKind.TermsAgreement).SelectMany(d => d.Underwriters).Select(u => $"{u.Name}={u.Principal}").ToList() is var read && !expected.SequenceEqual(read)
            ? [$"underwriters are {string.Join("; ", expected)}, read was {string.Join("; ", read)}"] : [];

    private static Reading Read(params (string Name, byte[] Bytes)[] files) => Reader.Read([.. files.Select(f => new InputFile(f.Bytes, f.Name))]).Require();

    private static void NoFaults(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, $"{all.Count} faults:\n{string.Join('\n', all.Take(40))}");
    }

    [Fact]
    public void Reading_gives_back_the_terms_in_every_layout_and_raises_no_error() => NoFaults(Enumerable.Range(1, Seeds).AsParallel().WithDegreeOfParallelism(2).SelectMany(seed =>
    {
        var deal = Draw(new Random(seed));
        return Layouts.All.SelectMany(layout =>
        {
            var agreement = layout.Write(GeneratedDocuments.Agreement(deal));
            var sheet = layout.Write(GeneratedDocuments.TermSheet(deal));
            var note = layout.Write(GeneratedDocuments.Note(deal));
            var together = Read(("agreement", agreement), ("note", note));
            return Missing(together, DocumentKind.TermsAgreement, OfAgreement(deal)).Concat(Rows(together, deal)).Concat(Missing(together, DocumentKind.FormOfNote, OfNote(deal)))
                .Concat(Missing(Read(("sheet", sheet)), DocumentKind.FinalTermSheet, OfTermSheet(deal)).Select(m => "sheet: " + m))
                .Concat(together.Offerings.Count == 1 ? [] : [$"{together.Offerings.Count} offerings"])
                .Concat(together.Findings.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Code}: {f.Message}"))
                .Select(fault => $"seed {seed}, {layout.Name}: {fault}");
        });
    }));

    // --- several issues, forms of assignment -----------------------------------------------------------------------------------------------------

    [Fact]
    public void Each_issue_of_a_sheet_keeps_its_own_terms_in_every_manner_of_telling_them_apart() => NoFaults(Enumerable.Range(1, Seeds).AsParallel().WithDegreeOfParallelism(2).SelectMany(seed =>
    {
        var issues = GeneratedSheet.Draw(new Random(seed));
        return GeneratedSheet.InEveryManner(issues).SelectMany(sheet =>
        {
            var reading = Read(("sheet", System.Text.Encoding.UTF8.GetBytes(sheet.Text)));
            var stated = reading.Documents.SelectMany(d => d.Facts).Select(f => $"{f.Name}#{f.Tranche} {f.Value}").ToHashSet();
            return GeneratedSheet.Expected(issues).Where(e => !stated.Contains(e)).Select(e => $"{e} was not read")
                .Concat(reading.Offerings.Count == issues.Count ? [] : [$"{reading.Offerings.Count} offerings of {issues.Count}"])
                .Concat(reading.Findings.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Code}: {f.Message}"))
                .Select(fault => $"seed {seed}, {sheet.Name}: {fault}");
        });
    }));

    [Fact]
    public void A_form_of_assignment_is_a_form_whose_blanks_are_counted_and_states_no_amount() => NoFaults(Enumerable.Range(1, Seeds).SelectMany(seed =>
    {
        var random = new Random(seed);
        var text = GeneratedSheet.Assignment(Draw(random), random);
        var document = Read(("form", System.Text.Encoding.UTF8.GetBytes(text))).Documents.Single();
        return new[]
        {
            document.Kind == DocumentKind.FormOfAssignment ? "" : $"read as {document.Kind}",
            document.Blanks.Count == GeneratedSheet.BlanksOf(text) ? "" : $"{document.Blanks.Count} blanks of {GeneratedSheet.BlanksOf(text)}",
            document.Facts.All(f => f.Name != "principal") ? "" : "an amount was read where none is",
        }.Where(f => f.Length > 0).Select(f => $"seed {seed}: {f}");
    }));

    // --- planted faults ---------------------------------------------------------------------------------------------------------------------------

    private static readonly (string Code, Func<GeneratedDeal, GeneratedDeal?> Plant)[] Faults =
    [
        ("ALLOC-SUM-MISMATCH", d => d with { Underwriters = [(d.Underwriters[0].Name, d.Underwriters[0].Amount + 1_000_000), .. d.Underwriters.Skip(1)] }),
        ("ALLOC-UNNAMED-ROW", d => d with { Underwriters = [.. d.Underwriters, (null, 5_000_000)] }),
        ("ALLOC-PRINCIPAL-MISMATCH", d => d with { Principal = d.Principal + 10_000_000, Limit = d.Limit + 10_000_000 }),
        ("CHECK-DIGIT", d => d with { Cusip = d.Cusip[..8] + (char)('0' + (d.Cusip[8] - '0' + 1) % 10) }),
        ("CHECK-DIGIT", d => d with { Isin = d.Isin[..11] + (char)('0' + (d.Isin[11] - '0' + 1) % 10) }),
        ("MATURITY-ORDER", d => d with { Maturity = d.Closing.AddYears(-1) }),
        ("DATE-IMPOSSIBLE", d => d with { ImpossibleMaturity = $"February 30, {d.Maturity.Year}" }),
        ("FIRST-PAYMENT-OFF-GRID", d => d with { FirstPayment = d.FirstPayment.AddDays(9) }),
        ("FACT-CONFLICT", d => d with { NoteFrom = d.Closing.AddDays(2) }),
        ("LIBOR-TENOR-CONFLICT", d => d.Rate is null ? d with { SourceTenorMonths = d.TenorMonths == 3 ? 6 : 3 } : null),
        ("SERIES-LIMIT-EXCEEDED", d => d with { Limit = d.Principal - 1_000_000 }),
    ];

    [Fact]
    public void Each_planted_fault_is_found_and_raises_no_other_error() => NoFaults(Enumerable.Range(1, Seeds).AsParallel().WithDegreeOfParallelism(2).SelectMany(seed =>
    {
        var deal = Draw(new Random(seed));
        // Every seed has one layout and all faults.
        var layout = Layouts.All[seed % Layouts.All.Length];
        return Faults.SelectMany(fault =>
        {
            if (fault.Plant(deal) is not { } faulty) return [];
            var reading = Read(("agreement", layout.Write(GeneratedDocuments.Agreement(faulty))), ("note", layout.Write(GeneratedDocuments.Note(faulty))));
            var errors = reading.Findings.Where(f => f.Severity == Severity.Error).ToList();
            return (errors.Any(f => f.Code == fault.Code) ? [] : new[] { "not found" })
                .Concat(errors.Where(f => f.Code != fault.Code).Select(f => $"also {f.Code}: {f.Message}"))
                .Select(text => $"seed {seed}, {layout.Name}, {fault.Code}: {text}");
        });
    }));
}
