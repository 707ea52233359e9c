using System.Text;
using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.Assembly;

/// <summary>Each check on a document that it must speak about, beside the same document without the fault.</summary>
public class FindingsTests
{
    private static readonly string[] Always = ["ACCRUAL-BASIS-DIFFERS", "TITLE-ALIAS", "ROUNDING-LEVEL-SILENT"];

    private static List<Finding> Of(params string[] texts) => [.. Reads.Text(texts).Findings.Where(f => !Always.Contains(f.Code))];

    private static Finding Only(string code, params string[] texts) => Assert.Single(Of(texts), f => f.Code == code);

    private static string Agreement(string from, string to) => Changed(Invented.Agreement, from, to);

    private static string Changed(string text, string from, string to)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        return text.Replace(from, to, StringComparison.Ordinal);
    }

    [Fact]
    public void An_agreement_with_its_form_of_note_and_no_fault_has_no_finding() => Assert.Empty(Of(Invented.Agreement, Invented.Note));

    [Fact]
    public void The_form_of_note_completes_the_terms_of_its_agreement()
    {
        var offering = Assert.Single(Reads.Text(Invented.Agreement, Invented.Note).Offerings);
        Assert.Equal(2, offering.Documents.Count);
        Assert.Equal("US0378331005", offering.Series);
        Assert.Equal("30/360", offering.Terms.Interest.DayCount?.Value.Name());
        Assert.Equal(2, offering.Terms.Maturity!.Sources.Count);
        Assert.DoesNotContain(offering.Terms.Gaps, g => g.Blocks.Count > 0);
    }

    [Theory]
    [InlineData("May 4, 2012", "May 5, 2012")]
    [InlineData("4.50% per annum", "4.75% per annum")]
    public void A_form_of_note_of_other_notes_is_not_joined(string from, string to)
    {
        var reading = Reads.Text(Invented.Agreement, Changed(Invented.Note, from, to));
        Assert.Single(Assert.Single(reading.Offerings).Documents);
        Assert.Contains(reading.Findings, f => f.Code == "DAYCOUNT-BDC-MISSING");
    }

    [Fact]
    public void The_same_document_given_twice_is_one_offering() => Assert.Single(Reads.Text(Invented.Agreement, Invented.Agreement).Offerings);

    [Fact]
    public void An_amount_without_a_name_blocks_and_is_non_operative_where_the_named_rows_make_the_total()
    {
        var finding = Only("ALLOC-UNNAMED-ROW", Agreement("40,000,000\n", "40,000,000\n                                           5,000,000\n"), Invented.Note);
        Assert.Equal(("non-operative", Severity.Error, "5000000.00"), (finding.Default, finding.Severity, finding.Values.Single()));
        Assert.DoesNotContain(Of(Agreement("40,000,000\n", "40,000,000\n                                           5,000,000\n")), f => f.Code == "ALLOC-SUM-MISMATCH");
    }

    [Fact]
    public void An_amount_without_a_name_that_the_total_needs_has_no_default()
    {
        var finding = Only("ALLOC-UNNAMED-ROW", Agreement("40,000,000\n", "35,000,000\n                                           5,000,000\n"));
        Assert.Null(finding.Default);
    }

    [Fact]
    public void Rows_that_do_not_add_up_to_their_total()
    {
        var finding = Only("ALLOC-SUM-MISMATCH", Agreement("40,000,000\n", "30,000,000\n"));
        Assert.Equal(["90000000", "100000000"], finding.Values);
    }

    [Fact]
    public void A_total_that_is_not_the_principal() => Only("ALLOC-PRINCIPAL-MISMATCH", Agreement("sell $100,000,000", "sell $110,000,000"));

    [Fact]
    public void An_annex_without_a_total_is_compared_with_the_principal()
    {
        var text = Agreement("                                        ------------\n     TOTAL                              $100,000,000", "");
        Only("ALLOC-TOTAL-MISSING", text);
        Assert.DoesNotContain(Of(text), f => f.Code == "ALLOC-PRINCIPAL-MISMATCH");
    }

    [Fact]
    public void A_document_cut_in_the_middle_says_where_it_ends_and_what_does_not_follow()
    {
        var text = Invented.Agreement[..Invented.Agreement.IndexOf("     You may accept", StringComparison.Ordinal)];
        Assert.Equal(text.TrimEnd().Length, Only("DOCUMENT-CUT", text).Places.Single().End);
        Only("ALLOC-MISSING", text);
    }

    [Fact]
    public void A_date_that_does_not_exist_is_an_error_and_no_maturity()
    {
        var reading = Reads.Text(Agreement("Maturity: ...............  May 4, 2012", "Maturity: ...............  February 30, 2012"));
        var finding = Assert.Single(reading.Findings, f => f.Code == "DATE-IMPOSSIBLE");
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Null(Assert.Single(reading.Offerings).Terms.Maturity);
        var place = Assert.Single(finding.Places);
        Assert.Equal("February 30, 2012", Encoding.UTF8.GetString(reading.Files[0].Bytes[place.Start..place.End]));
    }

    [Fact]
    public void Two_values_for_one_fact_keep_both_places()
    {
        var finding = Only("FACT-CONFLICT", Invented.Agreement, Changed(Invented.Note, "from and including May 4, 2009", "from and including May 6, 2009"));
        Assert.Equal(["2009-05-04", "2009-05-06"], finding.Values);
        Assert.Equal(("interestFrom=2009-05-04", 2), (finding.Default, finding.Places.Count));
    }

    [Theory]
    [InlineData("CUSIP: 037833100", "CUSIP: 037833101")]
    [InlineData("ISIN: US0378331005", "ISIN: US0378331006")]
    // Valid by itself, but it holds another CUSIP than the one beside it.
    [InlineData("ISIN: US0378331005", "ISIN: US5949181045")]
    public void An_identifier_that_cannot_be_right(string from, string to) => Assert.Contains(Of(Invented.Agreement, Changed(Invented.Note, from, to)), f => f.Code == "CHECK-DIGIT" && f.Severity == Severity.Error);

    [Fact]
    public void A_maturity_before_the_closing() => Only("MATURITY-ORDER", Agreement("Maturity: ...............  May 4, 2012", "Maturity: ...............  May 4, 2008"));

    [Theory]
    [InlineData("November 12, 2009", true)]
    // November 4, 2012 is a Sunday; the Monday after it is the day of payment.
    [InlineData("November 5, 2012", false)]
    public void A_first_payment_off_the_payment_dates_unless_a_weekend_moved_it(string first, bool found) =>
        Assert.Equal(found, Of(Agreement("November 4, 2009", first)).Any(f => f.Code == "FIRST-PAYMENT-OFF-GRID"));

    [Fact]
    public void A_tenor_that_differs_between_the_rate_and_its_sources()
    {
        var note = "FORM OF NOTE\n\npromises to pay\n\nThe rate is a per annum rate equal to three-month LIBOR on that date, plus 0.25%.\n\nLIBOR is the rate for deposits in U.S. dollars having an index maturity of six months.";
        var finding = Only("LIBOR-TENOR-CONFLICT", note);
        Assert.Equal(("indexTenorMonths=3", Severity.Error), (finding.Default, finding.Severity));
        Assert.DoesNotContain(Of(note.Replace("of six months", "of three months", StringComparison.Ordinal)), f => f.Code == "LIBOR-TENOR-CONFLICT");
    }

    [Fact]
    public void A_floating_rate_without_a_margin_is_never_taken_as_flat()
    {
        var finding = Only("SPREAD-UNKNOWN", Invented.Floating.Replace(" plus 0.25%", ", as set forth in the Prospectus Supplement dated May 1, 2009", StringComparison.Ordinal));
        Assert.Equal([Act.Interest], finding.Blocks);
        Assert.DoesNotContain(Of(Invented.Floating), f => f.Code == "SPREAD-UNKNOWN");
    }

    [Fact]
    public void One_document_under_two_dates()
    {
        var text = Agreement("Record Date: ", "Redemption: .............  Not redeemable, as set forth in the Prospectus\n                           Supplement dated May 1, 2009\n\nListing: ................  As set forth in the Prospectus Supplement dated\n                           April 30, 2009\n\nRecord Date: ");
        var finding = Only("PROS-DATE-CONFLICT", text, Invented.Note);
        Assert.Equal(["2009-05-01", "2009-04-30"], finding.Values);
        Assert.DoesNotContain(Of(text.Replace("April 30, 2009", "May 1, 2009", StringComparison.Ordinal), Invented.Note), f => f.Code == "PROS-DATE-CONFLICT");
    }

    [Fact]
    public void A_time_without_a_zone_takes_the_place_s()
    {
        var text = Agreement("9:30 A.M. (Eastern Time). The closing shall take place at the offices of\nLaw & Law LLP, New York.", "9:30 A.M. at the offices of the Company in London.");
        Assert.Equal("closingZone=Europe/London", Only("ZONE-MISSING", text).Default);
    }

    [Fact]
    public void A_reopening_whose_first_notes_are_not_at_hand_leaves_the_series_unknown()
    {
        var text = Agreement("The Closing Date shall", "The Securities form a single\nseries with the Company's 4.50% Senior Notes due 2012 sold under a terms agreement dated\nApril 2, 2009. The Closing Date shall");
        Only("SERIES-PARENT-MISSING", text, Invented.Note);
        var series = Assert.Single(Reads.Text(text, Invented.Note).Series);
        Assert.Null(series.Principal);
        Assert.Equal("100000000.00", series.KnownPrincipal?.ToString());
    }

    [Fact]
    public void A_reopening_whose_first_notes_are_at_hand_joins_them_within_the_limit_of_the_form()
    {
        var reopening = Agreement("The Closing Date shall", "The Securities form a single\nseries with the Company's 4.50% Senior Notes due 2012 sold under a terms agreement dated\nMay 1, 2009. The Closing Date shall")
            .Replace("May 1, 2009.\n", "May 2, 2009.\n", StringComparison.Ordinal).Replace("                         May 1, 2009", "                         May 2, 2009", StringComparison.Ordinal)
            .Replace("100,000,000", "40,000,000", StringComparison.Ordinal).Replace("$60,000,000", "$30,000,000", StringComparison.Ordinal).Replace(" 40,000,000\n     ", " 10,000,000\n     ", StringComparison.Ordinal);
        var reading = Reads.Text(Invented.Agreement, reopening, Invented.Note);
        var series = Assert.Single(reading.Series);
        // 100 + 40 millions, of at most 150
        Assert.Equal(("140000000.00", 2), (series.Principal?.ToString(), series.Offerings.Count));
        Assert.Equal(reading.Offerings[0].Id, series.Offerings[0]);
        Assert.DoesNotContain(reading.Findings, f => f.Code is "SERIES-PARENT-MISSING" or "SERIES-LIMIT-EXCEEDED");
        Assert.Contains(Reads.Text(Invented.Agreement, reopening, Changed(Invented.Note, "$150,000,000", "$120,000,000")).Findings, f => f.Code == "SERIES-LIMIT-EXCEEDED");
    }

    [Fact]
    public void Two_offers_with_the_same_words_of_acceptance()
    {
        var other = Agreement("4.50%", "4.75%");
        Assert.Equal(2, Only("ACCEPT-AMBIGUOUS", Invented.Agreement, other).Offerings.Count);
    }

    [Theory]
    // Monday May 4, 2009 and five days: Saturday the 9th. Four days: Friday the 8th.
    [InlineData("five (5)", true)]
    [InlineData("four (4)", false)]
    public void A_deadline_on_a_weekend_that_nothing_moves(string days, bool found) =>
        Assert.Equal(found, Of(Agreement("     You may accept", $"     Notice shall be given within {days} calendar days of the date of issuance.\n\n     You may accept")).Any(f => f.Code == "DEADLINE-NO-ROLL"));

    [Fact]
    public void A_document_made_part_by_reference_and_not_at_hand() =>
        Only("DEP-MISSING", Agreement("     You may accept", "     The provisions of the document entitled \"Standard Provisions of Example\" and dated January 2, 2009 (the \"Standard Provisions\") are incorporated by reference in their entirety.\n\n     You may accept"));

    [Fact]
    public void An_underwriter_of_the_annex_whom_the_text_does_not_name()
    {
        Assert.Equal(2, Of(Agreement("Beta & Co. Inc.    ", "Gamma & Co. Inc.   ")).Count(f => f.Code == "UNDERWRITER-UNMATCHED"));
        Assert.Equal(Severity.Info, Only("NAME-VARIANTS", Agreement("Beta & Co. Inc.    ", "Beta & Co., Inc.   ")).Severity);
    }

    [Fact]
    public void No_rounding_rule_is_a_note_with_a_default() =>
        Assert.Equal("rounding=0.01 half-up per series", Only("ROUNDING-SILENT", Invented.Agreement, Changed(Invented.Note, "Sums are\nrounded to the nearest cent, half a cent upwards.", "")).Default);

    [Fact]
    public void A_record_date_in_business_days_that_nothing_defines() =>
        Only("RECORD-DATE-UNDEFINED", Agreement("The April 15 and October 15 preceding each payment", "The business day preceding each payment"));

    [Fact]
    public void Every_default_that_names_a_fact_settles_it()
    {
        var reading = Reads.Text(Agreement("9:30 A.M. (Eastern Time)", "9:30 A.M."));
        var named = reading.Findings.Where(f => f.Default?.Contains('=') == true).ToList();
        Assert.NotEmpty(named);
        foreach (var finding in named)
        {
            var parts = finding.Default!.Split('=', 2);
            TermFact.Of(parts[0]).Require().Replace(reading.Offerings[0].Terms, parts[1], null, new Source.Person("p", "w", null)).Require();
        }
    }
}
