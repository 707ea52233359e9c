using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.Recognition;

/// <summary>Each recogniser on words of our own, in the layouts in which such words come.</summary>
public class RecogniserTests
{
    private const DocumentKind Offer = DocumentKind.TermsAgreement;
    private const DocumentKind Note = DocumentKind.FormOfNote;
    private const DocumentKind Sheet = DocumentKind.FinalTermSheet;
    private const DocumentKind Supplement = DocumentKind.PricingSupplement;

    [Theory]
    // Who and what
    [InlineData(Offer, "issuer", "Example Holdings, Inc.", "We learn that Example Holdings, Inc., a Delaware corporation (the \"Company\"), plans an issue.")]
    [InlineData(Offer, "issuer", "Example Bank of the North", "We learn that Example Bank of the North, a New York banking corporation (the “Company”), plans an issue.")]
    [InlineData(Sheet, "issuer", "Example Corp.", "Issuer: Example Corp. (the \"Issuer\")")]
    [InlineData(Offer, "title", "4% Senior Notes due 2012", "Title: ......  4% Senior Notes due 2012")]
    [InlineData(Note, "title", "4% Notes due May 4, 2012", "EXAMPLE CORP.\n4% Notes due May 4, 2012\nREGISTERED")]
    [InlineData(Note, "title", null, "By: ____\nTitle: Assistant Secretary")]
    [InlineData(Offer, "agreementDate", "2009-05-01", "TERMS AGREEMENT\n\n            May 1, 2009\n\nExample Corp.")]
    [InlineData(DocumentKind.SupplementalIndenture, "agreementDate", "2009-05-04", "SECOND SUPPLEMENTAL INDENTURE, dated as of May 4, 2009 (this “Supplement”), between A and B")]
    [InlineData(Note, "issueDate", "2009-05-04", "Dated:  May 4, 2009")]
    [InlineData(Offer, "principal", "250000000.00", "proposes to issue and sell US$250,000,000 aggregate principal amount of its notes")]
    [InlineData(Sheet, "principal", "650000000.00", "Principal Amount:\n|\n$650 million\n|")]
    [InlineData(Sheet, "principal", "25000000000", "Issue Size: Yen 25,000,000,000")]
    [InlineData(Sheet, "principal", null, "Principal Amount: $[X]")]
    [InlineData(Offer, "currency", "USD", "All payments on the notes shall be payable in United States dollars.")]
    [InlineData(Note, "currency", "USD", "promises to pay the principal sum of $________ on May 4, 2012")]
    [InlineData(Note, "cusip", "12345ABC7", "CUSIP: 12345A BC 7")]
    [InlineData(Note, "isin", "US12345ABC72", "ISIN: US12345A BC72")]
    [InlineData(Note, "commonCode", "012345678", "Common Code: 012345678")]
    [InlineData(Sheet, "isin", "US12345ABC72", "CUSIP / ISIN: 12345A BC 7 / US12345ABC72")]
    [InlineData(Sheet, "cusip", "12345ABC7", "CUSIP / ISIN: 12345A BC 7 / US12345ABC72")]
    [InlineData(Note, "denomination", "1000.00 and multiples of 1000.00", "are issued in denominations of $1,000 and whole multiples of $1,000 in excess of it")]
    [InlineData(Sheet, "denomination", "2000.00 and multiples of 1000.00", "Minimum Denominations: $2,000 and integral multiples of $1,000")]
    [InlineData(Sheet, "denomination", "100000.00 and multiples of 100000.00", "Denomination: US$100,000 and integral multiples thereof")]
    [InlineData(Note, "seriesLimit", "90000000.00", "a series initially limited in aggregate principal amount to $90,000,000.")]
    // The offer
    [InlineData(Offer, "purchasePrice", "99.25", "the banks offer to purchase the notes named beside them at 99.25% of the principal amount thereof")]
    [InlineData(Sheet, "purchasePrice", "99.5", "Net Price:\n99.5%")]
    [InlineData(Sheet, "purchasePrice", null, "Purchase Price: $24.50 per security")]
    [InlineData(Offer, "publicPrice", "99.760", "Initial Price to Public: ....  99.760% of the principal amount thereof")]
    [InlineData(Offer, "interestFrom", "2009-05-04", "Initial Price to Public:\n99% of the principal amount thereof, plus accrued interest, if any, from May 4, 2009")]
    [InlineData(Offer, "interestFrom", null, "Initial Price to Public:\n99% of the principal amount thereof, plus accrued interest, if any, from the date of issuance")]
    [InlineData(Offer, "closingDate", "2009-05-04", "The Closing Date shall be May 4, 2009, at 9:30 A.M. at the offices of the Company.")]
    [InlineData(Offer, "closingTime", "09:30", "The Closing Date shall be May 4, 2009, at 9:30 A.M. (Eastern Time).")]
    [InlineData(Offer, "closingTime", "12:15", "The Closing Date shall be May 4, 2009, at 12:15 p.m. (London time).")]
    [InlineData(Offer, "closingZone", "Europe/London", "The Closing Date shall be May 4, 2009, at 12:15 p.m. (London time).")]
    [InlineData(Offer, "closingZone", null, "The Closing Date shall be May 4, 2009, at 9:30 A.M. at the offices of the Company.")]
    [InlineData(Offer, "closingPlace", "the offices of Law LLP located at 1 Road, New York", "The closing shall take place at the offices of Law LLP located at 1 Road, New York.")]
    [InlineData(Sheet, "closingDate", "2005-12-06", "Settlement Date: December 6, 2005 (T+3)")]
    [InlineData(Offer, "acceptBy", "2009-05-01T21:00", "You may accept this offer by 9:00 p.m. Eastern Time on May 1, 2009.")]
    [InlineData(Offer, "reopens", "4% Notes due 2012 (terms agreement dated 2009-04-02)", "The Notes will form a single series with the Company's 4% Notes due 2012 sold under a terms agreement dated April 2, 2009.")]
    // Interest and principal
    [InlineData(Offer, "maturity", "2012-05-04", "Maturity: ......  May 4, 2012")]
    [InlineData(Note, "maturity", "2012-05-04", "promises to pay to Bearer & Co. the principal sum of $____ on May 4, 2012 and interest")]
    [InlineData(Sheet, "maturity", "2012-05-04", "Stated Maturity Date:\n4 May 2012")]
    [InlineData(Sheet, "maturity", null, "Maturity Date:            , 2026")]
    [InlineData(Offer, "interestRate", "4.25", "Interest Rate: .....  4.25% per annum")]
    [InlineData(Note, "interestRate", "4.25", "will pay interest at the rate of 4.25% per annum until paid")]
    [InlineData(Offer, "interestRate", null, "Interest Rate:\nThree-month LIBOR plus 0.55%")]
    [InlineData(Offer, "interestKind", "floating", "Interest Rate:\nThree-month LIBOR plus 0.55%")]
    [InlineData(Offer, "index", "USD-LIBOR", "Interest Rate:\nThree-month LIBOR plus 0.55%")]
    [InlineData(Offer, "indexTenorMonths", "3", "Interest Rate:\nThree-month LIBOR (Reuters LIBOR01) plus 0.55%")]
    [InlineData(Offer, "indexSource", "Reuters LIBOR01", "Interest Rate:\nThree-month LIBOR (Reuters LIBOR01) plus 0.55%")]
    [InlineData(Offer, "spread", "0.55", "Interest Rate:\nThree-month LIBOR (Reuters LIBOR01) plus 0.55%")]
    [InlineData(Offer, "spread", null, "Interest Rate:\nThree-month LIBOR, as set forth in the Prospectus Supplement dated May 1, 2009")]
    [InlineData(Sheet, "spread", "0.14", "Coupon:\n3M USD LIBOR + 14bp")]
    [InlineData(Sheet, "spread", "-0.02", "Coupon:\n1M USD LIBOR minus 2 basis points")]
    [InlineData(Note, "spread", "0.80", "at the rate per annum for each Interest Period of one-month LIBOR, determined as below, plus 0.80% until paid")]
    [InlineData(Note, "fixingRule", "2 London business days before", "The Interest Determination Date is the second London business day before each Interest Period.")]
    [InlineData(Note, "firstFixing", "2009-04-30", "The Interest Determination Date for the initial Interest Period is April 30, 2009.")]
    [InlineData(Note, "interestFrom", "2009-05-04", "and to pay interest thereon from and including May 4, 2009 or from the last payment")]
    [InlineData(Offer, "paymentDates", "05-04,11-04", "Interest Payment Dates: ....  Semi-annually on May 4 and November 4,\n    commencing November 4, 2009")]
    [InlineData(Offer, "firstPayment", "2009-11-04", "Interest Payment Dates: ....  Semi-annually on May 4 and November 4,\n    commencing November 4, 2009")]
    [InlineData(Offer, "paymentDates", "02-04,05-04,08-04,11-04", "Interest Payment Dates:\nQuarterly on the 4 th day of each February, May, August and November, commencing August 4, 2009")]
    [InlineData(Offer, "paymentDates", "day 4 monthly", "Interest Payment Dates:\nMonthly on the 4th day of each month, commencing June 4, 2009")]
    [InlineData(Sheet, "paymentDates", "day 17 monthly", "Interest Payment Dates:\n17th of every month")]
    [InlineData(Note, "paymentDates", "day 4 monthly", "pays interest monthly, on the fourth day of each month, commencing June 4, 2009, at the rate")]
    [InlineData(Note, "paymentDates", "05-04,11-04", "pays interest semi-annually, on May 4 and November 4 of each year, commencing November 4, 2009, at the rate")]
    [InlineData(Offer, "recordDate", "04-15,10-15", "Record Date: ....  The April 15 and October 15 preceding each Interest\n     Payment Date")]
    [InlineData(Offer, "recordDate", "1 business day before", "Record Date:\nThe business day immediately preceding each Interest Payment Date")]
    [InlineData(Sheet, "recordDate", "15 calendar days before", "Record Dates: 15 calendar days prior to each payment date")]
    [InlineData(Note, "dayCount", "30/360", "Interest hereon will be computed on the basis of a 360-day year of twelve 30-day months.")]
    [InlineData(Note, "dayCount", "Actual/360", "Interest is computed on the basis of the actual number of days elapsed over a 360-day year.")]
    [InlineData(Sheet, "dayCount", "Actual/360", "Day Count: Act/360")]
    [InlineData(Sheet, "dayCount", null, "Day Count: Actual/Actual")]
    [InlineData(Sheet, "dayCount", null, "the Treasury Rate, assuming a 360-day year consisting of twelve 30-day months, is discounted")]
    [InlineData(Note, "rounding", "0.01 half-up", "Sums are rounded to the nearest cent, half a cent upwards.")]
    [InlineData(Note, "businessDayConvention", "following", "Should an Interest Payment Date be a day that is not a Business Day, it shall be the following Business Day.")]
    [InlineData(Note, "businessDayConvention", "modified-following", "Should an Interest Payment Date be not a Business Day, it shall be the next Business Day, unless that is in another calendar month.")]
    [InlineData(Note, "businessDayConvention", "preceding", "When an Interest Payment Date is not a Business Day, payment is made on the preceding Business Day.")]
    [InlineData(Sheet, "businessDayConvention", "modified-following", "Business Day Convention: Modified Following, Adjusted")]
    [InlineData(Sheet, "accrual", "adjusted", "Business Day Convention: Modified Following, Adjusted")]
    [InlineData(Note, "businessDayCities", "London,NewYork", "“Business Day” means any day on which banks are open in London and in The City of New York.")]
    // What stands behind the notes, and how they end
    [InlineData(Offer, "guarantor", "Example State Fund", "notes guaranteed by the Example State Fund (“ESF”) under its Help Programme.")]
    [InlineData(Note, "guaranteeExpiry", "earlier of maturity and 2013-01-31", "The expiration date of the Fund's guarantee is the earlier of maturity and January 31, 2013.")]
    [InlineData(Offer, "redemption", "not before maturity", "Redemption: .... The Notes are not redeemable by the Company prior to maturity.")]
    [InlineData(Note, "redemptionNotice", "20 to 45 days", "at a redemption price equal to 100% of the principal amount. Holders are given not less than 20 days nor more than 45 days prior notice.")]
    [InlineData(Note, "defaultedInterest", "special record date at least 6 calendar days before payment, notice at least 12 calendar days before it",
        "Interest not so punctually paid goes to the holders of a special Record Date not less than six days before the payment, told to them not less than twelve days before such Record Date.")]
    [InlineData(Note, "amendment", "holders of at least 60 1/2% of principal", "may be changed with the consent of the holders of not less than 60 1/2% in principal amount of the notes")]
    [InlineData(Note, "governingLaw", "New York", "This Note is governed by the laws of the State of New York.")]
    [InlineData(Offer, "listing", "Example City Stock Exchange", "to have the Notes approved for listing on the Example City Stock Exchange and")]
    // Offices
    [InlineData(Note, "trustee", "The Example Trust Company", "an Indenture, dated as of March 1, 1990, between the Company and The Example Trust Company, as Trustee (the \"Trustee\")")]
    [InlineData(Note, "calculationAgent", "Example Bank, N.A.", "a rate set by Example Bank, N.A., acting as Calculation Agent.")]
    [InlineData(Note, "authenticatingAgent", "EXAMPLE BANK, N.A.", "EXAMPLE BANK, N.A.,\nas Authenticating Agent")]
    [InlineData(Note, "indentureDate", "1990-03-01", "an Indenture, dated as of March 1, 1990, between the Company and others")]
    // Boxes: the marked one counts, two marks count for nothing
    [InlineData(Supplement, "index", "USD-LIBOR", "[ ] Prime Rate [X] LIBOR [ ] CMT Rate")]
    [InlineData(Supplement, "index", "USD-Prime", "o LIBOR þ Prime Rate")]
    [InlineData(Supplement, "index", null, "þ LIBOR þ Prime Rate")]
    [InlineData(Supplement, "dayCount", "Actual/360", "Day Count Convention: ☐ 30/360 ☒ Actual/360 ☐ Actual/Actual")]
    [InlineData(Supplement, "dayCount", "30/360", "Interest Accrual Method: 30/360")]
    [InlineData(Sheet, "dayCount", "30/360", "Coupon: 2.250% s.a., 30/360, unadjusted")]
    [InlineData(Sheet, "index", "USD-LIBOR", "Interest Rate: 3mL + 136 bps")]
    [InlineData(Sheet, "indexTenorMonths", "3", "Interest Rate: 3mL + 136 bps")]
    [InlineData(Sheet, "spread", "1.36", "Interest Rate: 3mL + 136 bps")]
    // The table of the fee states an amount only where amount and price come to the sum
    [InlineData(Supplement, "principal", "20000000.00", "Amount of Registration Fee 3% Notes due 2024 $20,000,000 99.5% $19,900,000 $2,563")]
    [InlineData(Supplement, "principal", null, "Amount of Registration Fee 3% Notes due 2024 $20,000,000 99.5% $19,800,000 $2,563")]
    [InlineData(Supplement, "title", "3.85% Senior Notes due 2049", "Offering Price Fee(1)(2) 3.85% Senior Notes due 2049 $500,000,000 $60,600")]
    [InlineData(Supplement, "principal", null, "Offering Price Fee(1)(2) 3.85% Senior Notes due 2049 $500,000,000 $60,600")]
    // The cover of an agreement
    [InlineData(DocumentKind.SupplementalIndenture, "principal", "1100000000.00", "EXAMPLE CORP. as Issuer $1,100,000,000 3.95% SENIOR NOTES DUE 2042 THIRD SUPPLEMENTAL INDENTURE")]
    [InlineData(DocumentKind.SupplementalIndenture, "interestRate", "3.95", "$1,100,000,000 3.95% SENIOR NOTES DUE 2042")]
    [InlineData(DocumentKind.UnderwritingAgreement, "principal", "500000000.00", "the respective amounts of $500,000,000 aggregate principal amount of the Company's 7.75% Senior Notes due 2018 (the \"Notes\")")]
    [InlineData(DocumentKind.AgencyAgreement, "interestRate", null, "$1,100,000,000 3.95% SENIOR NOTES DUE 2042")]
    // Parties, by whatever words they are described
    [InlineData(DocumentKind.UnderwritingAgreement, "issuer", "Example Cooperative Finance Corporation", "Example Cooperative Finance Corporation, a District of Columbia cooperative association (the “Company”), confirms")]
    [InlineData(DocumentKind.UnderwritingAgreement, "trustee", "Example Bank of New York", "an Indenture among the Issuer and Example Bank of New York, as trustee (the “Trustee”)")]
    [InlineData(DocumentKind.SupplementalIndenture, "trustee", "U.S. Example National Association", "and U.S. Example National Association, a national banking association, as Trustee")]
    [InlineData(DocumentKind.UnderwritingAgreement, "trustee", "Example Trust, N.A.", "between the Company and Example Trust, N.A., as successor trustee")]
    // Days, prices and proceeds
    [InlineData(Sheet, "paymentDates", "day 7 monthly", "Interest Payment Dates: Each January 7, February 7, March 7, April 7, May 7, June 7, July 7, August 7, September 7, October 7, November 7 and December 7")]
    [InlineData(Sheet, "firstPayment", "2008-01-19", "Interest Payment Dates: January 19, 2008 and on the 19th of each July and January thereafter")]
    [InlineData(Sheet, "firstPayment", "2017-09-15", "Coupon Dates: 15 March and 15 September, from and including 15 September 2017")]
    [InlineData(Sheet, "publicPrice", "99.92427", "Issue Price (Dollar Amount and Percentage of Principal Amount): $49,000,000/99.92427%")]
    [InlineData(Sheet, "purchasePrice", "97.706", "Proceeds to us (before expenses)(1) 97.706% $341,971,000")]
    [InlineData(Sheet, "interestRate", null, "Rate: 99.958% and accrued interest")]
    [InlineData(Sheet, "cusip", "12345ABC7", "Cusip #: 12345A-BC-7")]
    [InlineData(Sheet, "currency", "USD", "Denominations / Multiples: U.S.$150,000 / U.S.$2,000")]
    // Sentences
    [InlineData(DocumentKind.ProspectusSupplement, "principal", "1000000000.00", "We will initially issue $1,000,000,000 aggregate principal amount of notes.")]
    [InlineData(DocumentKind.ProspectusSupplement, "firstPayment", "2010-05-15", "The first interest payment on the notes will be made on May 15, 2010.")]
    [InlineData(DocumentKind.ProspectusSupplement, "paymentDates", "03-15,09-15", "The notes will bear interest at 5.25% a year, payable semi-annually on March 15 and September 15 of each year, beginning on March 15, 2022")]
    [InlineData(DocumentKind.ProspectusSupplement, "indentureDate", "2020-06-19", "under an indenture, dated as of June 19, 2020. The other notes are issued under the Indenture, dated as of August 6, 2018.")]
    [InlineData(DocumentKind.GuaranteeAgreement, "issuer", "Example Capital Trust XV", "the Capital Securities of Example Capital Trust XV, a Delaware statutory trust (the \"Issuer\")")]
    // Rates with a fraction
    [InlineData(DocumentKind.UnderwritingAgreement, "interestRate", "6.75", "EXAMPLE INTERNATIONAL, INC.\n6 3/4% SENIOR NOTES DUE 2011\nUNDERWRITING AGREEMENT")]
    [InlineData(DocumentKind.UnderwritingAgreement, "interestRate", "11.375", "11 3/8% Senior Notes Due 2009")]
    [InlineData(DocumentKind.UnderwritingAgreement, "interestRate", "5.5", "$250,000,000 5½% Notes due 2031")]
    // Labels joined by a stroke, and labels whose blanks are lost
    [InlineData(Sheet, "principal", "1500000000.00", "Currency / Principal Amount: U.S.$1,500,000,000")]
    [InlineData(Sheet, "principal", "500000000.00", "Aggregate principal amount / Gross proceeds: $500,000,000")]
    [InlineData(Sheet, "interestRate", "6.75", "Coupon/Stated Interest Rate: 6.75%")]
    [InlineData(Supplement, "principal", "410000000.00", "PrincipalAmount: $410,000,000")]
    [InlineData(Supplement, "publicPrice", "100.000", "Priceto Public: 100.000%")]
    [InlineData(Supplement, "maturity", "2026-05-21", "StatedMaturityDate: May 21, 2026")]
    [InlineData(Sheet, "cusip", null, "CUSIP: 00000XXX0")]
    // A sale that is reported
    [InlineData(DocumentKind.Announcement, "principal", "400000000.00", "On May 4, 2025, the Company completed a public offering of $400 million aggregate principal amount of its 4.800% Senior Notes due 2035.")]
    [InlineData(DocumentKind.Announcement, "interestRate", "4.800", "On May 4, 2025, the Company completed a public offering of $400 million aggregate principal amount of its 4.800% Senior Notes due 2035.")]
    [InlineData(DocumentKind.Announcement, "closingDate", "2025-05-04", "On May 4, 2025, the Company completed a public offering of $400 million aggregate principal amount of its 4.800% Senior Notes due 2035.")]
    [InlineData(DocumentKind.Announcement, "maturity", "2035-06-01", "announced the pricing of €500,000,000 of 4.25% notes due June 1, 2035")]
    [InlineData(DocumentKind.Announcement, "currency", "EUR", "announced the pricing of €500,000,000 of 4.25% notes due June 1, 2035")]
    [InlineData(DocumentKind.Announcement, "principal", null, "it sold a plant and will redeem $100,000,000 aggregate principal amount of its 5% Notes due 2026")]
    [InlineData(DocumentKind.Announcement, "principal", null, "holders tendered $100,000,000 aggregate principal amount of its 5% Notes due 2026")]
    [InlineData(DocumentKind.Announcement, "trustee", "Example Bank, N.A.", "among the Company, the guarantors party thereto (the \"Guarantors\") and Example Bank, N.A., as trustee.")]
    [InlineData(DocumentKind.Form8K, "trustee", null, "among the Company, the guarantors party thereto (the \"Guarantors\") and Example Bank, N.A., as trustee.")]
    [InlineData(DocumentKind.ProspectusSupplement, "issuer", "Example Care REIT, Inc.", "4.5% Notes due 2034\n\nExample Care REIT, Inc. is offering and selling £500 million aggregate principal amount of its 4.5% notes due 2034.")]
    [InlineData(Supplement, "maturity", "2029-10-30", "The Notes mature on October 30, 2029.")]
    [InlineData(DocumentKind.ProspectusSupplement, "principal", "50000000.00", "EUR 50,000,000 4.5% Senior Notes due 2034")]
    public void Words_are_read_as_a_fact(DocumentKind kind, string name, string? value, string words) => Assert.Equal(value, Reads.Fact(kind, name, words));

    [Fact]
    public void Each_issue_of_a_reported_sale_has_its_own_amount_and_rate()
    {
        var facts = Reads.As(DocumentKind.Announcement,
            "the Company agreed to issue and sell a total of $1,000 million aggregate principal amount of its 3.95% Senior Notes due 2029 (the “2029 Notes”) and $850 million aggregate principal amount of its 4.05% Senior Notes due 2032 (the “2032 Notes”). Proceeds are $1,840 million.");
        Assert.Equal([("1000000000.00", 1), ("850000000.00", 2)], facts.Every("principal").Select(f => (f.Value, f.Tranche ?? 0)));
        Assert.Equal(["3.95", "4.05"], facts.Every("interestRate").Select(f => f.Value));
    }

    [Fact]
    public void The_amount_tells_which_issue_matures_on_a_day()
    {
        var facts = Reads.As(DocumentKind.ProspectusSupplement,
            "U.S.$1,750,000,000 2.93% Senior Notes due 2021\nU.S.$750,000,000 3.78% Senior Notes due 2026\nWe will sell U.S.$1,750,000,000 of senior notes due March 9, 2021, or the 5-year notes, U.S.$750,000,000 of senior notes due March 9, 2026 and repay U.S.$100,000,000 of notes due May 1, 2017.");
        Assert.Equal([("2021-03-09", 1), ("2026-03-09", 2)], facts.Every("maturity").Select(f => (f.Value, f.Tranche ?? 0)));
    }

    [Fact]
    public void A_rate_left_to_another_document_is_open_and_says_where()
    {
        var facts = Reads.As(Offer, "Interest Rate:\nThree-month LIBOR, determined as set forth in the Prospectus Supplement, dated May 1, 2009");
        var open = Assert.Single(facts.All.OfType<Recognised.LeavesOpen>());
        Assert.Equal("spread", open.Name);
        Assert.Contains("Prospectus Supplement, dated May 1, 2009", open.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Interest_periods_that_run_between_payment_dates_move_with_them_and_the_maturity_may_not()
    {
        var facts = Reads.As(Note,
            "\"Interest Period\" means each period beginning on an Interest Payment Date and ending before the next.\n\n" +
            "Should an Interest Payment Date be not a Business Day, it shall be the following Business Day. Should the Maturity be not a Business Day, the notes are paid on the following Business Day and no interest shall accrue for the delay.");
        Assert.Equal("adjusted", facts.Value("accrual"));
        Assert.Equal("postponed-without-interest", facts.Value("maturityRule"));
    }

    [Fact]
    public void A_payment_that_moves_without_interest_leaves_the_accrual_unadjusted()
    {
        var facts = Reads.As(Note,
            "Should an Interest Payment Date or the Maturity be not a Business Day, it shall be the following Business Day. No interest shall accrue for the delay.");
        Assert.Equal("unadjusted", facts.Value("accrual"));
        Assert.Null(facts.Value("maturityRule"));
    }

    [Fact]
    public void A_record_date_in_the_documents_own_business_days_has_their_cities()
    {
        var facts = Reads.As(Note,
            "to the holders on the Record Date for that interest, which is the Business Day before the Interest Payment Date.\n\n“Business Day” means any day on which banks are open in London.");
        Assert.Equal("London", facts.First("recordDate")!.Unit);
    }

    [Fact]
    public void A_time_without_a_zone_says_that_it_has_none() =>
        Assert.Equal("unstated", Reads.As(Offer, "The Closing Date shall be May 4, 2009, at 9:30 A.M. at the offices of the Company.").First("closingTime")!.Unit);

    [Theory]
    [InlineData("February 30, 2012")]
    [InlineData("February 29, 2011")]
    [InlineData("June 31, 2012")]
    [InlineData("November 31")]
    public void A_date_that_no_calendar_has_is_shown(string date) =>
        Assert.Equal(FindingCodes.DateImpossible, Assert.Single(Reads.As(Offer, $"Maturity: ..... {date}\n\nother words").All.OfType<Recognised.Shows>()).Code);

    [Theory]
    [InlineData("February 29, 2012")]
    [InlineData("August 31, 2012")]
    [InlineData("February 28, 2011")]
    public void A_late_day_that_exists_is_not(string date) => Assert.Empty(Reads.As(Offer, $"Maturity: ..... {date}").All.OfType<Recognised.Shows>());

    [Fact]
    public void Every_recogniser_of_the_table_of_contents_has_a_file_of_its_own()
    {
        var folder = Path.Combine(Reference.Root, "src", "Indenture.Documents", "Recognition");
        var clauses = Directory.GetFiles(folder, "*Clause.cs").Select(f => Path.GetFileNameWithoutExtension(f)!).Order().ToList();
        var listed = File.ReadAllLines(Path.Combine(folder, "Recognisers.cs")).Where(l => l.TrimEnd().EndsWith(".Recogniser,", StringComparison.Ordinal)).Select(l => l.Trim().Split('.')[0]).Order().ToList();
        Assert.Equal(clauses, listed);
        Assert.Equal(Recognisers.All.Count, Recognisers.All.Select(r => r.Name).Distinct().Count());
    }
}
