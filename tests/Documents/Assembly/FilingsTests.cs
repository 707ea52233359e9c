using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.Assembly;

/// <summary>The real documents, read where they stand. Every expected value was read by hand.</summary>
public class FilingsTests
{
    private static readonly Lazy<Reading> February2004 = new(() => Reads.Filings("001"));
    private static readonly Lazy<Reading> March2004 = new(() => Reads.Filings("000"));
    private static readonly Lazy<Reading> December2008 = new(() => Reads.Filings("004"));
    private static readonly Lazy<Reading> Together = new(() => Reads.Filings("000", "001", "004"));

    private static ReadOffering Offering(Reading reading, string date, long principal) => reading.Offerings.Single(o =>
        TermFact.Of("agreementDate").Require().Get(o.Terms)?.Text == date && o.Terms.Principal?.Value.Minor == principal * 100);

    private static ReadOffering Fixed2011 => Offering(December2008.Value, "2008-12-02", 3_750_000_000);
    private static ReadOffering Floating2010 => Offering(December2008.Value, "2008-12-02", 1_000_000_000);
    private static ReadOffering Reopening2010 => Offering(December2008.Value, "2008-12-03", 250_000_000);
    private static ReadOffering Floating2011 => Offering(December2008.Value, "2008-12-02", 750_000_000);

    private static void States(Terms terms, params (string Name, string? Value)[] facts) =>
        Assert.Equal(facts.Select(f => $"{f.Name} = {f.Value}"), facts.Select(f => $"{f.Name} = {TermFact.Of(f.Name).Require().Get(terms)?.Text}"));

    [ReferenceFact]
    public void The_fixed_notes_of_February_2004()
    {
        var terms = Assert.Single(February2004.Value.Offerings).Terms;
        States(terms,
            ("title", "3.625% Fixed Rate Senior Notes due 2009"), ("issuer", "Citigroup Inc."), ("currency", "USD"), ("principal", "1000000000.00"), ("maturity", "2009-02-09"),
            ("purchasePrice", "99.435"), ("publicPrice", "99.760"), ("closingDate", "2004-02-09"), ("closingTime", "08:30"), ("agreementDate", "2004-02-02"), ("acceptBy", "2004-02-02T21:00"),
            ("interestKind", "fixed"), ("interestRate", "3.625"), ("interestFrom", "2004-02-09"), ("paymentDates", "02-09,08-09"), ("firstPayment", "2004-08-09"), ("recordDate", "01-31,07-31"),
            ("redemption", "before maturity only for United States taxation"), ("listing", "Luxembourg Stock Exchange"),
            ("dayCount", null), ("businessDayConvention", null), ("businessDayCities", null), ("accrual", null), ("denomination", null), ("cusip", null), ("governingLaw", null));
        Assert.Equal("the Corporate Law offices of the Company located at 425 Park Avenue, New York, New York 10043", terms.Closing.Place!.Value);
        Assert.Equal(
            [
                ("Citigroup Global Markets Inc.", 840), ("Banc One Capital Markets, Inc.", 25), ("Bear, Stearns & Co. Inc.", 25), ("Lehman Brothers Inc.", 25), ("Merrill Lynch, Pierce, Fenner & Smith Inc.", 25),
                ("Barclays Bank PLC", 10), ("Blaylock & Partners, L.P.", 10), ("Samuel A. Ramirez & Co., Inc.", 10), ("UBS Securities LLC", 10), ("Wachovia Capital Markets, LLC", 10), ("The Williams Capital Group, L.P.", 10),
            ],
            terms.Underwriters.Select(u => (u.Name.Value, (int)(u.Principal.Value.Minor / 100_000_000))));
        foreach (var missing in new[] { "dayCount", "businessDayConvention", "businessDayCities", "accrual" })
        {
            var gap = Assert.Single(terms.Gaps, g => g.Name == missing);
            Assert.Contains("the Prospectus Supplement dated 2004-02-02", gap.Why, StringComparison.Ordinal);
            Assert.NotEmpty(gap.Blocks);
        }
    }

    [ReferenceFact]
    public void The_floating_notes_of_March_2004_state_no_margin_and_join_a_series_that_is_not_at_hand()
    {
        var offering = Assert.Single(March2004.Value.Offerings);
        States(offering.Terms,
            ("title", "Floating Rate Notes Due 2006"), ("issuer", "Citigroup Inc."), ("currency", "USD"), ("principal", "500000000.00"), ("maturity", "2006-03-29"), ("purchasePrice", "99.875"), ("publicPrice", "100.00"),
            ("closingDate", "2004-03-29"), ("closingTime", "08:30"), ("agreementDate", "2004-03-24"), ("interestKind", "floating"), ("index", "USD-LIBOR"), ("indexTenorMonths", "3"), ("indexSource", "Telerate"),
            ("spread", null), ("paymentDates", "03-29,06-29,09-29,12-29"), ("firstPayment", "2004-06-29"), ("recordDate", "1 business day before"), ("redemption", "before maturity only for United States taxation"),
            ("dayCount", null), ("businessDayConvention", null), ("interestRate", null));
        Assert.Equal([("Citigroup Global Markets Inc.", 455), ("Bear, Stearns & Co. Inc", 15), ("The Williams Capital Group, L.P.", 15), ("Wells Fargo Brokerage Services, LLC", 15)],
            offering.Terms.Underwriters.Select(u => (u.Name.Value, (int)(u.Principal.Value.Minor / 100_000_000))));
        Assert.Contains("March 24, 2004", Assert.Single(offering.Terms.Gaps, g => g.Name == "spread").Why, StringComparison.Ordinal);
        Assert.Null(Assert.IsType<RecordDateRule.BusinessDaysBefore>(offering.Terms.RecordDate!.Value).Calendars);
        var series = Assert.Single(March2004.Value.Series);
        Assert.Null(series.Principal);
        Assert.Equal("500000000.00", series.KnownPrincipal?.ToString());
        Assert.Equal(series.Id, offering.Series);
    }

    [ReferenceFact]
    public void The_current_report_of_December_2008_holds_ten_documents()
    {
        Assert.Equal(
            [
                DocumentKind.Form8K, DocumentKind.TermsAgreement, DocumentKind.TermsAgreement, DocumentKind.TermsAgreement, DocumentKind.TermsAgreement,
                DocumentKind.FormOfNote, DocumentKind.FormOfNote, DocumentKind.FormOfNote, DocumentKind.SupplementalIndenture, DocumentKind.FormOfAssignment,
            ],
            December2008.Value.Documents.Select(d => d.Kind));
        var cover = December2008.Value.Documents[0];
        Assert.Equal("Citigroup Inc.", cover.Of("issuer"));
        Assert.Equal("2008-12-09", cover.Of("eventDate"));
        Assert.Equal("2008-12-11", cover.Of("signedDate"));
        Assert.Equal(8, cover.Facts.Count(f => f.Name == "exhibit"));
        var supplement = December2008.Value.Documents[8];
        Assert.Equal("Fifth Supplemental Indenture", supplement.Title);
        Assert.Equal("2008-12-09", supplement.Of("agreementDate"));
        Assert.Equal("1987-03-15", supplement.Of("indentureDate"));
        Assert.Equal("THE BANK OF NEW YORK MELLON", supplement.Of("trustee"));
        Assert.StartsWith("FORM OF ASSIGNMENT", December2008.Value.Documents[9].Title, StringComparison.Ordinal);
        Assert.Contains(December2008.Value.Documents[9].Blanks, b => b.Expects == "date");
    }

    [ReferenceFact]
    public void The_fixed_notes_of_2011_have_the_rules_of_their_form_of_note()
    {
        States(Fixed2011.Terms,
            ("principal", "3750000000.00"), ("maturity", "2011-12-09"), ("purchasePrice", "99.452"), ("publicPrice", "99.752"), ("closingZone", "America/New_York"), ("interestKind", "fixed"), ("interestRate", "2.875"),
            ("dayCount", "30/360"), ("interestFrom", "2008-12-09"), ("paymentDates", "06-09,12-09"), ("firstPayment", "2009-06-09"), ("businessDayConvention", "following"), ("businessDayCities", "NewYork"), ("accrual", "unadjusted"),
            ("maturityRule", null), ("recordDate", "06-01,12-01"), ("rounding", null), ("denomination", "1000.00 and multiples of 1000.00"), ("seriesLimit", "3750000000.00"), ("cusip", "17313UAA7"), ("isin", "US17313UAA79"), ("commonCode", "040421742"),
            ("issueDate", "2008-12-09"), ("guarantor", "Federal Deposit Insurance Corporation"), ("guaranteeExpiry", "earlier of maturity and 2012-06-30"), ("governingLaw", "New York"), ("indentureDate", "1987-03-15"),
            ("amendment", "holders of at least 66 2/3% of principal"), ("exchange", "definitive notes only in 3 cases"));
        Assert.Equal(["The Bank of New York Mellon", "CITIBANK, N.A.", "The Depository Trust Company"],
            new[] { "trustee", "authenticatingAgent", "depositary" }.Select(role => Fixed2011.Terms.Agents.Single(a => a.Role == role).Name.Value));
        // 2,634.375 + 5 x 150 + 13 x 28.125 = 3,750 millions; the row without a name is nobody's.
        Assert.Equal(19, Fixed2011.Terms.Underwriters.Count);
        Assert.Equal(375_000_000_000, Fixed2011.Terms.Underwriters.Sum(u => u.Principal.Value.Minor));
        Assert.Equal(13, Fixed2011.Terms.Underwriters.Count(u => u.Principal.Value.Minor == 2_812_500_000));
        Assert.Equal("The Williams Capital Group", Fixed2011.Terms.Underwriters[^1].Name.Value);
    }

    [ReferenceFact]
    public void The_two_floating_agreements_of_December_2008_are_one_series()
    {
        foreach (var offering in new[] { Floating2010, Reopening2010 })
            States(offering.Terms,
                ("maturity", "2010-12-09"), ("purchasePrice", "99.80"), ("publicPrice", "100"), ("interestKind", "floating"), ("index", "USD-LIBOR"), ("indexTenorMonths", "3"), ("spread", "0.55"), ("indexSource", "Reuters LIBOR01"),
                ("fixingRule", "2 London business days before"), ("dayCount", "Actual/360"), ("rounding", "0.01 half-up"), ("interestFrom", "2008-12-09"), ("paymentDates", "03-09,06-09,09-09,12-09"), ("firstPayment", "2009-03-09"),
                ("businessDayConvention", "following"), ("businessDayCities", "NewYork"), ("accrual", "adjusted"), ("maturityRule", "postponed-without-interest"), ("recordDate", "1 business day before"),
                ("seriesLimit", "1250000000.00"), ("cusip", "17313UAB5"), ("isin", "US17313UAB52"), ("commonCode", "040422374"));
        Assert.Equal("NewYork", Assert.IsType<RecordDateRule.BusinessDaysBefore>(Floating2010.Terms.RecordDate!.Value).Calendars!.ToString());
        var series = December2008.Value.Series.Single(s => s.Id == "US17313UAB52");
        Assert.Equal([Floating2010.Id, Reopening2010.Id], series.Offerings);
        // 1,000 + 250 millions
        Assert.Equal("1250000000.00", series.Principal?.ToString());
        Assert.Equal(2, series.Terms.Taps.Count);
        // 717.5 + 5 x 40 + 11 x 7.5 = 1,000; 250 = 250
        Assert.Equal([(17, 100_000_000_000L), (1, 25_000_000_000L)], new[] { Floating2010, Reopening2010 }.Select(o => (o.Terms.Underwriters.Count, o.Terms.Underwriters.Sum(u => u.Principal.Value.Minor))));
    }

    [ReferenceFact]
    public void The_monthly_floating_notes_of_2011()
    {
        States(Floating2011.Terms,
            ("maturity", "2011-12-09"), ("purchasePrice", "99.75"), ("publicPrice", "100"), ("index", "USD-LIBOR"), ("indexTenorMonths", "1"), ("spread", "0.80"), ("paymentDates", "day 9 monthly"), ("firstPayment", "2009-01-09"),
            ("dayCount", "Actual/360"), ("accrual", "adjusted"), ("isin", "US17313UAC36"), ("seriesLimit", "750000000.00"));
        Assert.Equal("Citibank, N.A.", Floating2011.Terms.Agents.Single(a => a.Role == "calculationAgent").Name.Value);
        // 538.125 + 5 x 30 + 11 x 5.625 = 750
        Assert.Equal((17, 75_000_000_000L), (Floating2011.Terms.Underwriters.Count, Floating2011.Terms.Underwriters.Sum(u => u.Principal.Value.Minor)));
    }

    [ReferenceFact]
    public void The_errors_are_those_that_a_lawyer_finds_and_no_others()
    {
        var errors = Together.Value.Findings.Where(f => f.Severity == Severity.Error).Select(f => (f.Code, f.Offerings.Count, f.Default)).Order().ToList();
        Assert.Equal(
            [
                ("ALLOC-UNNAMED-ROW", 1, "non-operative"), ("LIBOR-TENOR-CONFLICT", 1, "indexTenorMonths=1"), ("LIBOR-TENOR-CONFLICT", 2, "indexTenorMonths=3"), ("PROS-DATE-CONFLICT", 1, "each citation keeps its own date"),
            ], errors);
        Assert.All(Together.Value.Findings.Where(f => f.Severity == Severity.Error), f => Assert.Contains(Act.Booking, f.Blocks));
        var tenors = Together.Value.Findings.Where(f => f.Code == "LIBOR-TENOR-CONFLICT").ToList();
        // Face and rate sentence, screen, London quotations, New York quotations.
        Assert.All(tenors, f => Assert.Equal(5, f.Places.Count));
        Assert.Equal([["3", "6"], ["1", "6"]], tenors.Select(f => f.Values));
        Assert.Equal(["2004-03-24", "2004-03-19"], Together.Value.Findings.Single(f => f.Code == "PROS-DATE-CONFLICT").Values);
        Assert.Equal(["28125000.00"], Together.Value.Findings.Single(f => f.Code == "ALLOC-UNNAMED-ROW").Values);
    }

    [ReferenceFact]
    public void The_warnings_are_those_that_a_lawyer_wants()
    {
        var warnings = Together.Value.Findings.Where(f => f.Severity == Severity.Warning).ToList();
        Assert.Equal(
            [
                "ACCELERATION-CERTIFICATE", "ACCEPT-AMBIGUOUS", "AMBIGUOUS-AGREEMENT-REF", "ASSIGNMENT-SCOPE", "BUSINESS-DAY-UNDEFINED", "CONSENT-LISTS-DIFFER", "CURE-PERIOD-MISSING", "DATE-GAP",
                "DAYCOUNT-BDC-MISSING", "DEADLINE-NO-ROLL", "DEP-MISSING", "DEP-MISSING", "EDIT-LINE-SHIFT", "EDIT-OVERLAP", "EDIT-SCOPE", "EXTERNAL-RULE",
                "FALLBACK-FIRST-PERIOD", "GUARANTEE-ENDS-AT-MATURITY", "LAST-DAY-DEMAND", "LATE-INTEREST", "OPTED-OUT-NO-DEMAND", "PROS-DATE-MISSING", "RECORD-DATE-UNDEFINED", "SERIES-PARENT-MISSING",
                "SERIES-PARENT-NOT-ISSUED", "SPREAD-UNKNOWN", "SUBROGATION-SCOPE", "ZONE-MISSING",
            ], warnings.Select(f => f.Code).Order());
        var reference = warnings.Single(f => f.Code == "AMBIGUOUS-AGREEMENT-REF");
        Assert.Equal(3, reference.Values.Count);
        Assert.Equal(Floating2010.Id, reference.Default);
        // Five calendar days after Tuesday December 9, 2008 are Sunday the 14th; the Friday before is the 12th.
        var deadline = warnings.Single(f => f.Code == "DEADLINE-NO-ROLL");
        Assert.Equal(("2008-12-14", "2008-12-12", 4), (deadline.Values.Single(), deadline.Default, deadline.Offerings.Count));
        Assert.Contains("March 24, 2004", warnings.Single(f => f.Code == "SPREAD-UNKNOWN").Message, StringComparison.Ordinal);
        // The same silence in two agreements is one finding that concerns both.
        var zones = warnings.Single(f => f.Code == "ZONE-MISSING");
        Assert.Equal(("closingZone=America/New_York", 2, 2), (zones.Default, zones.Offerings.Count, zones.Places.Count));
    }

    [ReferenceFact]
    public void Every_span_holds_the_words_of_its_quote()
    {
        foreach (var document in Together.Value.Documents)
        {
            var bytes = Together.Value.Files[document.File].Bytes;
            foreach (var fact in document.Facts)
                // Decoded apart from the reader: these files hold no tags.
                Assert.Equal(Regex.Replace(Encoding.UTF8.GetString(bytes[fact.Start..fact.End]), @"[\s\u00a0]+", " "), fact.Quote);
            foreach (var row in document.Underwriters)
            {
                var words = Regex.Replace(Encoding.UTF8.GetString(bytes[row.Start..row.End]), @"[\s\u00a0]+", " ");
                Assert.StartsWith(row.Name, words, StringComparison.Ordinal);
                Assert.EndsWith(decimal.Parse(row.Principal!, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture), words, StringComparison.Ordinal);
            }
        }
    }

    [ReferenceFact]
    public void The_JSON_has_the_shape_that_was_agreed()
    {
        var json = ReadingJson.Write(Together.Value);
        Assert.Equal(["files", "documents", "offerings", "series", "findings"], json.Select(m => m.Key));
        var document = json["documents"]!.AsArray()[1]!.AsObject();
        foreach (var member in new[] { "id", "file", "kind", "title", "date", "start", "end", "parties", "facts", "underwriters", "blanks", "edits", "definitions", "gaps" }) Assert.True(document.ContainsKey(member), member);
        Assert.Equal(12, document["id"]!.GetValue<string>().Length);
        var parent = json["series"]!.AsArray().Single(s => s!["knownPrincipal"]!.GetValue<string>() == "500000000.00")!;
        Assert.True(parent.AsObject().ContainsKey("principal"));
        Assert.Null(parent["principal"]);
        // Read back, the terms of an offering are the same terms.
        foreach (var offering in Together.Value.Offerings)
            Assert.Equal(TermsJson.Write(offering.Terms).ToJsonString(), TermsJson.Write(TermsJson.Read(TermsJson.Write(offering.Terms).ToJsonString(), "again").Require()).ToJsonString());
    }

    [ReferenceFact]
    public void No_other_filing_at_hand_throws_and_the_negative_one_states_nothing()
    {
        foreach (var path in Directory.GetFiles(Reference.PathOf("more-filings"), "*.txt"))
        {
            var reading = Reader.Read([new InputFile(File.ReadAllBytes(path), path)]).Require();
            if (Path.GetFileName(path).StartsWith("NEG", StringComparison.Ordinal)) Assert.All(reading.Documents, d => Assert.Empty(d.Facts));
        }
    }
}
