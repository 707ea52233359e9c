using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.Assembly;

/// <summary>The contracts among the real documents: what each states, and the faults that were found in them by hand.</summary>
public class ContractFilingsTests
{
    private static readonly Lazy<Reading> Agency = new(() => Reads.Filings("003"));
    private static readonly Lazy<Reading> Guarantee = new(() => Reads.Filings("002"));
    private static readonly Lazy<Reading> Filing2008 = new(() => Reads.Filings("004"));

    private static ReadDocument One(Reading reading, DocumentKind kind) => reading.Documents.Single(d => d.Kind == kind);

    private static void States(ReadDocument document, params (string Name, string Value, int? Tranche)[] facts)
    {
        foreach (var fact in facts) Assert.Contains(document.Facts, f => f.Name == fact.Name && f.Value == fact.Value && f.Tranche == fact.Tranche);
    }

    [ReferenceFact]
    public void The_agency_agreement_with_its_offices_tranches_and_times()
    {
        var document = One(Agency.Value, DocumentKind.AgencyAgreement);
        States(document, ("agreementDate", "2006-03-07", null), ("issuer", "CITIGROUP INC.", null), ("fiscalAgent", "CITIBANK, N.A.", null), ("registrar", "CITIBANK, N.A.", null), ("exchangeAgent", "CITIBANK, N.A.", null),
            ("payingAgent", "DEXIA BANQUE INTERNATIONALE A LUXEMBOURG, SOCIETE ANONYME", null), ("transferAgent", "DEXIA BANQUE INTERNATIONALE A LUXEMBOURG, SOCIETE ANONYME", null), ("trustee", "The Bank of New York", null),
            ("principal", "50000000000", 1), ("principal", "25000000000", 2), ("interestRate", "2.400", 1), ("interestRate", "2.400", 2), ("maturity", "2025-10", 1), ("maturity", "2025-10", 2), ("issueDate", "2005-10-31", 1),
            ("consolidatedPrincipal", "75000000000", null), ("confirmationTime", "10:00", null), ("confirmationDay", "2 business days before", null), ("exchangeTime", "11:00", null), ("exchangeDay", "2 London business days before", null),
            ("businessDayCities", "London,Tokyo,NewYork", null), ("dayRule", "London business day: NewYork,Tokyo,London", null), ("changeBlackout", "30 days before and after a due date", null), ("removalNotice", "30 days", null),
            ("noticeAddress", "Citigroup Centre Canada Square Canary Wharf London E14 5LB", null), ("noticePhone", "212-559-3553", null), ("noticeFax", "352-45-90-42-27", null), ("indentureDate", "1987-03-15", null));
        Assert.Equal(1, document.Facts.Count(f => f.Name == "payingAgent"));
        Assert.DoesNotContain(document.Facts, f => f.Name == "issueDate" && f.Tranche == 2);
    }

    [ReferenceFact]
    public void The_two_tranches_are_one_series_with_what_only_the_conditions_state_as_gaps()
    {
        var series = Assert.Single(Agency.Value.Series);
        // 50 + 25 billions of yen
        Assert.Equal(("75000000000", 2), (series.Principal?.ToString(), series.Offerings.Count));
        Assert.Superset(new HashSet<string> { "maturity", "dayCount", "paymentDates", "firstPayment", "recordDate", "businessDayConvention", "interestFrom" }, series.Terms.Gaps.Select(g => g.Name).ToHashSet());
        Assert.DoesNotContain(Agency.Value.Findings, f => f.Severity == Severity.Error);
    }

    [ReferenceTheory]
    [InlineData("AGENT-OMITTED")]
    [InlineData("LABELS-REVERSED")]
    [InlineData("TERM-SEVERAL-SOURCES")]
    [InlineData("FALLBACK-TWICE")]
    [InlineData("BRACKET-UNCLOSED")]
    [InlineData("BUSINESS-DAY-UNDEFINED")]
    [InlineData("DAY-NAME-MISLEADS")]
    [InlineData("FUNDING-AFTER-DUE")]
    [InlineData("PAYER-SEVERAL")]
    [InlineData("ELECTION-CHANNELS")]
    [InlineData("CANCEL-UNPAID")]
    [InlineData("CANCEL-IDENTITY")]
    [InlineData("DEALT-RATE-DIFFERS")]
    [InlineData("EXCHANGE-BEFORE-FUNDS")]
    [InlineData("NO-ANTECEDENT")]
    [InlineData("COST-TWICE")]
    [InlineData("PHONE-MALFORMED")]
    [InlineData("AGENT-WITHOUT-ADDRESS")]
    [InlineData("NOTICE-RECEIPT-OPEN")]
    [InlineData("BOUNDARY-OPEN")]
    [InlineData("FUNDS-SEGREGATION")]
    [InlineData("INDEMNITY-ASYMMETRY")]
    [InlineData("COUNTERPARTS-FEWER")]
    [InlineData("DAYCOUNT-BDC-MISSING")]
    [InlineData("TRANCHE-UNDATED")]
    [InlineData("TERM-DEFINED-ELSEWHERE")]
    [InlineData("ATTACHMENT-MISSING")]
    [InlineData("PAGES-IN-TEXT")]
    [InlineData("WORDING-SLIP")]
    [InlineData("PRIORITY-UNSTATED")]
    [InlineData("STATIC-REFERENCE")]
    [InlineData("TWO-TRIGGERS")]
    [InlineData("PARTIAL-ELECTION")]
    [InlineData("CREDIT-WITHOUT-DEBTOR")]
    [InlineData("SUCCESSOR-OPEN")]
    [InlineData("COSTS-BY-HOLDING")]
    [InlineData("PRIOR-UNNAMED")]
    public void A_trap_of_the_agency_agreement(string code) => Assert.Contains(Agency.Value.Findings, f => f.Code == code && f.Places.Count > 0);

    [ReferenceFact]
    public void The_guarantee_is_a_form_whose_blanks_are_found()
    {
        var document = One(Guarantee.Value, DocumentKind.GuaranteeAgreement);
        States(document, ("guarantor", "Citigroup Inc.", null), ("guaranteeTrustee", "JPMorgan Chase Bank", null), ("issuer", "Citigroup Capital XI", null), ("trusteeCapital", "50000000.00", null));
        // Four dates, a number, three sums and two rates; then two signatures, a name and an office.
        Assert.Equal(["date", "date", "date", "number", "liquidationAmount", "percent", "percent", "date", "redemptionPrice", "liquidationAmount", "signature", "signature", "name", "title of the signatory"], document.Blanks.Select(b => b.Expects));
        Assert.Null(document.Date);
        Assert.Empty(Guarantee.Value.Offerings);
        Assert.DoesNotContain(Guarantee.Value.Findings, f => f.Severity == Severity.Error);
        var contents = Guarantee.Value.Findings.Single(f => f.Code == "TOC-MISMATCH");
        Assert.Equal(["6.2 Ranking (contents)", "6.2 Subordination (body)", "6.3 Pari Passu Guarantees (not in the contents)"], contents.Values);
        Assert.DoesNotContain(Guarantee.Value.Findings, f => f.Code == "XREF-DANGLING");
        Assert.Equal(["Common Securities", "Underwriting Agreement"], Guarantee.Value.Findings.Where(f => f.Code == "DEFINED-TERM-UNUSED").Select(f => f.Values.Single()));
        Assert.Equal(["Company", "Default"], Guarantee.Value.Findings.Where(f => f.Code == "TERM-UNDEFINED").Select(f => f.Values.Single()));
    }

    [ReferenceTheory]
    [InlineData("FORM-BLANKS")]
    [InlineData("TERM-DEFINED-ELSEWHERE")]
    [InlineData("SELF-NAME-DRIFT")]
    [InlineData("TERM-VARIANTS")]
    [InlineData("MAJORITY-BASE")]
    [InlineData("DEFAULT-NO-GRACE")]
    [InlineData("LIMB-SCOPE-OPEN")]
    [InlineData("WAIVER-WORDING")]
    [InlineData("NOTICE-WITHHOLDING")]
    [InlineData("CLOCK-CONFLICT")]
    [InlineData("WRONG-DOCUMENT")]
    [InlineData("NO-ANTECEDENT")]
    [InlineData("NOTICE-CHANNEL")]
    [InlineData("FAX-MISSING")]
    [InlineData("INELIGIBLE-IN-OFFICE")]
    [InlineData("REMOVAL-GAP")]
    [InlineData("INDEMNITY-STANDARDS")]
    [InlineData("UNCONDITIONAL-BUT-CAPPED")]
    [InlineData("PRICE-WITH-ACCRUED")]
    [InlineData("SUBROGATION-TIME")]
    [InlineData("REINSTATEMENT-OPEN")]
    [InlineData("DEADLINE-OF-THE-YEAR")]
    [InlineData("SOFT-TIMES")]
    [InlineData("FEES-UNSET")]
    [InlineData("CURED-ONLY")]
    [InlineData("OFFICE-END-CONFLICT")]
    public void A_trap_of_the_guarantee(string code) => Assert.Contains(Guarantee.Value.Findings, f => f.Code == code && f.Places.Count > 0);

    [ReferenceFact]
    public void The_supplemental_indenture_and_its_form_of_assignment()
    {
        var supplement = One(Filing2008.Value, DocumentKind.SupplementalIndenture);
        States(supplement, ("agreementDate", "2008-12-09", null), ("guaranteeExpiry", "earlier of maturity and 2012-06-30", null), ("defaultNotice", "1 business day after a payment default", null), ("masterAgreementDate", "2008-12-01", null),
            ("earlierSupplement", "Fourth Supplemental Indenture 1998-11-02", null), ("representative", "Trustee", null), ("guaranteeDemand", "end of the cure period, else next business day", null));
        Assert.Equal(("append", "6.02"), (Assert.Single(supplement.Edits).Operation, supplement.Edits[0].Section));
        var form = One(Filing2008.Value, DocumentKind.FormOfAssignment);
        States(form, ("assignee", "Federal Deposit Insurance Corporation", null), ("deadline", "5 business days after receipt", null));
        Assert.Equal(2, form.Facts.Count(f => f.Name == "alternative" && f.Value.StartsWith("2: ", StringComparison.Ordinal)));
        Assert.Equal("FORM OF ASSIGNMENT", form.Title);
    }

    [ReferenceTheory]
    [InlineData("ALTERNATIVE-PARAGRAPHS")]
    [InlineData("FOOTNOTE-IN-TITLE")]
    [InlineData("QUOTE-UNCLOSED")]
    [InlineData("REP-ASYMMETRY")]
    [InlineData("ABBREVIATION-VARIANTS")]
    [InlineData("SOLE-UNDERWRITER-REMNANTS")]
    [InlineData("UNDERWRITER-AFFILIATED")]
    [InlineData("CURRENCY-UNSTATED")]
    [InlineData("TERM-COLLISION")]
    [InlineData("EXCHANGE-SCOPE")]
    [InlineData("ACTOR-MISSING")]
    [InlineData("INTEREST-PERIOD-UNDEFINED")]
    [InlineData("AVERAGE-UNROUNDED")]
    [InlineData("ROUNDING-LEVEL-SILENT")]
    [InlineData("DIRECT-PAYMENT")]
    [InlineData("MODAL-VERBS")]
    [InlineData("DOUBLE-VOTE")]
    [InlineData("ACCEPTANCE-UNEVIDENCED")]
    public void A_note_on_the_filing_of_2008(string code) => Assert.Contains(Filing2008.Value.Findings, f => f.Code == code && f.Severity == Severity.Info && f.Places.Count > 0);

    [ReferenceFact]
    public void Two_indentures_under_one_term() =>
        Assert.Equal(["2004-07-23", "1987-03-15"], Reads.Filings("002", "003").Findings.Single(f => f.Code == "TERM-SCOPE").Values);
}
