using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.Assembly;

/// <summary>The checks of contracts: each on words that it must speak about, beside the same words without the fault.</summary>
public class ContractFindingsTests
{
    private static string Document(string kind, string words) => kind switch
    {
        "agency" => $"AGENCY AGREEMENT\n\nIN WITNESS WHEREOF\n\n{words}\n",
        "guarantee" => $"GUARANTEE AGREEMENT\n\nIN WITNESS WHEREOF\n\n{words}\n",
        "supplement" => $"FIRST SUPPLEMENTAL INDENTURE\n\nNOW, THEREFORE\n\n{words}\n",
        "note" => $"FORM OF NOTE\n\npromises to pay\n\n{words}\n",
        "offer" => $"TERMS AGREEMENT\n\nMay 1, 2009\n\n{words}\n\nANNEX A\n",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static IReadOnlyList<Finding> Of(params string[] texts) => Reads.Text(texts).Findings;

    [Theory]
    [InlineData("agency", "FUNDING-AFTER-DUE", "The Issuer shall remit the funds to the Agent on the Business Day such payment is due, provided that, if any due date shall not be a Business Day, it does so on the next succeeding Business Day. The Agent shall make payment of interest on the Notes on the due date for payment.", "on the due date for payment", "when the funds have come")]
    [InlineData("agency", "CANCEL-UNPAID", "The Registrar shall cancel any Notes whose maturity has been accelerated at once.", "accelerated at once", "accelerated and which were paid")]
    [InlineData("agency", "CANCEL-IDENTITY", "Notes cancelled at any time together with Notes outstanding shall equal the Notes originally issued by the Issuer.", "outstanding shall", "outstanding, redeemed or paid may not")]
    [InlineData("agency", "DEALT-RATE-DIFFERS", "The Agent shall at or prior to 11:00 enter into a contract for the purchase of dollars. Dollars are paid at the rate prevailing as at noon.", "rate prevailing as at noon", "rate of that contract")]
    [InlineData("agency", "COST-TWICE", "It pays the remainder after deduction of any costs of exchange. The sum is that at the rate, less any costs incurred by it.", "less any costs incurred by it", "and nothing is taken off")]
    [InlineData("agency", "NOTICE-RECEIPT-OPEN", "Notices shall be deemed to have been given when received by the party.", "received by the party", "received within business hours")]
    [InlineData("agency", "BOUNDARY-OPEN", "No removal takes effect within 30 days before or after any due date.", "before or after any due date", "of the notice")]
    [InlineData("agency", "FUNDS-SEGREGATION", "Money need not be segregated. Money is held exclusively for the benefit of holders.", "held exclusively", "held in part")]
    [InlineData("agency", "STATIC-REFERENCE", "It is the Indenture as amended and supplemented to date.", "to date", "from time to time")]
    [InlineData("agency", "COSTS-BY-HOLDING", "Costs are shared pro rata among holders in dollars in proportion to their respective holdings.", "their respective holdings", "the dollars they take")]
    [InlineData("agency", "TWO-TRIGGERS", "The Agent agrees to effect any publication of notices. It publishes at the request and expense of the Issuer.", "at the request and expense", "at the expense")]
    [InlineData("agency", "SUCCESSOR-OPEN", "A new agent shall have been appointed by the Issuer as hereinafter provided. If the Issuer has not appointed a replacement Fiscal Agent the agent may.", "a replacement Fiscal Agent", "a replacement for any agent")]
    [InlineData("agency", "EXCHANGE-BEFORE-FUNDS", "The Issuer shall remit the funds to the Agent on the Business Day such payment is due, and if any day shall not be a Business Day, on the next succeeding Business Day. The Agent shall at or prior to 11:00 enter into a contract for the purchase of dollars.", "enter into a contract", "write to a bank")]
    [InlineData("agency", "CREDIT-WITHOUT-DEBTOR", "The Exchange Agent shall accept Yen by remittance to an account maintained by it.", "accept Yen by remittance to an account maintained by it", "hold an account")]
    [InlineData("agency", "PARTIAL-ELECTION", "A holder may elect to receive all or a portion of its payment in Yen. The amount is that of holders that have not elected to receive Yen.", "all or a portion of its", "all of its")]
    [InlineData("agency", "INDEMNITY-ASYMMETRY", "The Issuer indemnifies for negligence or wilful misconduct on the part of the Issuer. Yet under no circumstances will any Agent be liable for consequential loss.", "under no circumstances will any Agent", "under such circumstances every Agent will")]
    [InlineData("agency", "TERM-SEVERAL-SOURCES", "\"Terms\" means the terms of the Notes, as contained in the Notes, in the Supplements of May, and in the Indenture.", "in the Notes, in the Supplements of May, and in the Indenture", "in the Notes alone")]
    [InlineData("guarantee", "MAJORITY-BASE", "\"Holder\" shall not include the Guarantor or any Affiliate of it. A majority is more than 50% of the amount of all Securities.", "shall not include", "shall include")]
    [InlineData("guarantee", "DEFAULT-NO-GRACE", "\"Event of Default\" means a default by the Guarantor on any of its obligations.", "obligations.", "obligations for 30 days.")]
    [InlineData("guarantee", "LIMB-SCOPE-OPEN", "Upon an Event of Default or a Default under the Declaration nothing is paid.", "Event of Default or a Default", "Event of Default")]
    [InlineData("guarantee", "WAIVER-WORDING", "Such Event of Default shall cease to exist, and any Event of Default arising therefrom is cured.", "any Event of Default arising", "any default arising")]
    [InlineData("guarantee", "NOTICE-WITHHOLDING", "The Trustee shall be protected in withholding such notice.", "withholding such notice", "withholding such notice, except in the case of a default in the payment of any sum")]
    [InlineData("guarantee", "CLOCK-CONFLICT", "It shall within 90 days after the occurrence of an Event of Default give notice of those actually known to it.", "after the occurrence of", "after knowledge of")]
    [InlineData("guarantee", "WRONG-DOCUMENT", "An officer with responsibility for the administration of this Guarantee. An officer charged with the administration of the Declaration.", "of the Declaration", "of this Guarantee")]
    [InlineData("guarantee", "NOTICE-CHANNEL", "Notices are mailed by registered or certified mail. They are given when mailed by first class mail.", "by first class mail", "so")]
    [InlineData("guarantee", "FAX-MISSING", "Notices are delivered, telecopied or mailed to the addresses.", "delivered, telecopied or mailed", "delivered or mailed")]
    [InlineData("guarantee", "INELIGIBLE-IN-OFFICE", "It shall immediately resign. Such resignation shall not take effect until a successor accepts.", "shall not take effect until", "takes effect though no")]
    [InlineData("guarantee", "REMOVAL-GAP", "It may be removed without cause at any time by the Guarantor except if an Event of Default continues.", "continues.", "continues, and may then be removed by the Holders.")]
    [InlineData("guarantee", "INDEMNITY-STANDARDS", "It is liable for negligence or willful misconduct. It is indemnified if without negligence or bad faith.", "without negligence or bad faith", "without negligence or misconduct")]
    [InlineData("guarantee", "PRICE-WITH-ACCRUED", "It pays the sum plus all accrued and unpaid Distributions to the date of redemption (the \"Redemption Price\").", "plus all accrued and unpaid Distributions ", "without Distributions ")]
    [InlineData("guarantee", "UNCONDITIONAL-BUT-CAPPED", "It pays to the extent the Issuer has funds available. It is absolute and unconditional under any and all circumstances.", "to the extent the Issuer has funds available", "in full")]
    [InlineData("guarantee", "SUBROGATION-TIME", "It has no claim if, at the time of any such payment, any amounts are due and unpaid.", "at the time of any such payment", "at the time of its claim")]
    [InlineData("guarantee", "REINSTATEMENT-OPEN", "It will continue to be effective or will be reinstated.", "or will be reinstated", "for a year")]
    [InlineData("guarantee", "FEES-UNSET", "It is paid all amounts accrued and owing to it.", "owing to it.", "owing to it. It earns reasonable compensation.")]
    [InlineData("guarantee", "CURED-ONLY", "It gives notice unless such defaults have been cured before the giving of such notice. Defaults not cured or waived.", "not cured or waived", "not cured")]
    [InlineData("guarantee", "OFFICE-END-CONFLICT", "It shall hold office until a Successor Trustee shall have been appointed or until removal. It leaves when one has been appointed and has accepted such appointment.", "has been appointed and has accepted such appointment", "is named")]
    [InlineData("guarantee", "SOFT-TIMES", "It shall promptly give notice.", "promptly", "within five days")]
    [InlineData("guarantee", "DEADLINE-OF-THE-YEAR", "It reports within 60 days after May 15 of each year.", "within 60 days after May 15 of each year", "in each year")]
    [InlineData("supplement", "CURE-PERIOD-MISSING", "It acts when the applicable cure period ends.", "ends.", "ends. The cure period is 30 days.")]
    [InlineData("supplement", "LAST-DAY-DEMAND", "It makes a demand for payment on such final maturity date or redemption date.", "on such final maturity date or redemption date", "on the day after it")]
    [InlineData("supplement", "OPTED-OUT-NO-DEMAND", "A holder may elect not to be represented. It acts on behalf of all holders that are represented by it.", "may elect not to be represented", "is represented")]
    [InlineData("supplement", "SUBROGATION-SCOPE", "It is subrogated in respect of any amounts paid to the holders. They assign its right to receive any and all payments.", "any and all payments", "those payments")]
    [InlineData("supplement", "DATE-GAP", "(a) after the date of demand for payment, but prior to the date of the first one; (b) after the Fund's first guarantee payment.", "but prior to the date of the first one", "and until the first one")]
    [InlineData("supplement", "DIRECT-PAYMENT", "Sums paid to the holders, or for the benefit of the holders, by the Fund. When it starts making any guarantee payments to the Representative.", "guarantee payments to the Representative", "guarantee payments")]
    [InlineData("supplement", "MODAL-VERBS", "They hereby authorize the Representative to assign. Then such holder shall execute an assignment.", "such holder shall execute", "such holder may execute")]
    [InlineData("supplement", "DOUBLE-VOTE", "The Fund shall be deemed a holder under the Indenture.", "shall be deemed a holder", "shall be no holder")]
    [InlineData("note", "LATE-INTEREST", "Interest runs until the principal hereof is paid or made available. No interest will accrue on amounts from and after the due date.", "is paid or made available", "is due")]
    [InlineData("note", "INTEREST-PERIOD-UNDEFINED", "If a day is closed, such Interest Payment Date will be the next succeeding Business Day.", "Business Day.", "Business Day. An \"Interest Period\" shall be the time between two such days.")]
    [InlineData("note", "AVERAGE-UNROUNDED", "LIBOR is the arithmetic average of the quotations provided.", "quotations provided", "quotations provided, rounded to five decimals")]
    [InlineData("note", "FALLBACK-FIRST-PERIOD", "It will be set equal to the rate of LIBOR for the current Interest Period.", "for the current Interest Period", "of the week before")]
    [InlineData("note", "BENCHMARK-END", "The agent uses the replacing service or such other service.", "or such other service", "alone")]
    [InlineData("note", "ACTOR-MISSING", "The Example Stock Exchange shall be notified of the rate.", "The Example Stock Exchange shall be notified", "The agent shall notify the Exchange")]
    [InlineData("note", "EXCHANGE-SCOPE", "Not exchangeable except in the limited circumstances described herein and in the Indenture. Exchangeable only in the limited circumstances hereinafter described.", "described herein and in the Indenture", "described herein")]
    [InlineData("note", "GUARANTEE-ENDS-AT-MATURITY", "The expiration date of the Fund's guarantee is the earlier of the maturity date or June 30, 2012.", "is the earlier of the maturity date or June 30, 2012", "is June 30, 2012")]
    [InlineData("offer", "OWN-ACCOUNT", "Sold to managers for the account of third parties, investing for their own account.", "investing for their own account", "investing for others")]
    [InlineData("offer", "COUNT-SCOPE", "Offered to fewer than 100 natural or legal persons.", "to fewer than 100", "to")]
    [InlineData("offer", "WORDING-SLIP", "The sums described under above are paid.", "under above", "above")]
    [InlineData("offer", "ACCEPTANCE-UNEVIDENCED", "You may accept this offer by 9:00 p.m. Eastern Time on May 1, 2009. ACCEPTED: Example Corp.", "ACCEPTED:", "To:")]
    [InlineData("guarantee", "TERM-UNDEFINED", "The capital of the Company counts.", "Company", "Corporation")]
    [InlineData("guarantee", "DEFINED-TERM-UNUSED", "\"Common Shares\" means all shares.", "all shares.", "all shares. Common Shares are not guaranteed.")]
    [InlineData("guarantee", "TERM-CASE", "It fails (a \"Payment Default\"). Words follow here that say nothing, Words follow here that say nothing, Words follow here that say nothing, Words follow here that say nothing, Words follow here that say nothing, Words follow here that say nothing, and it tells of such payment default. A Payment Default is told.", "such payment default", "such Payment Default")]
    [InlineData("guarantee", "TERM-COLLISION", "They are (together \"Relevant Buyers\"). Words follow here that say nothing, Words follow here that say nothing, Words follow here that say nothing, Words follow here that say nothing, Words follow here that say nothing, Words follow here that say nothing, and it tells a relevant buyer. Relevant Buyers are told.", "a relevant buyer", "a Relevant Buyer")]
    [InlineData("guarantee", "TERM-VARIANTS", "\"Majority in amount of the Securities\" means most. A Majority in amount of Capital Securities votes, and so on.", "amount of Capital Securities", "amount of the Securities")]
    [InlineData("guarantee", "TERM-DEFINED-ELSEWHERE", "Paid are Distributions (as defined in the Declaration) alone.", "(as defined in the Declaration)", "")]
    [InlineData("guarantee", "QUOTE-UNCLOSED", "Example Corp. (the “ Corporation ) signs.", "Corporation )", "Corporation ”)")]
    [InlineData("guarantee", "BRACKET-UNCLOSED", "It pays (for the purposes of this clause at once.", "(for", "for")]
    [InlineData("guarantee", "NO-ANTECEDENT", "It gives a list as of such date.", "as of such date", "at once")]
    [InlineData("guarantee", "SELF-NAME-DRIFT", "This GUARANTEE AGREEMENT (the \"Capital Guarantee\") binds. In this Agreement words have meanings, and the Capital Guarantee lasts.", "In this Agreement", "In it")]
    [InlineData("guarantee", "NAMED-NOT-AT-HAND", "It names the Master Agreement dated December 1, 2008 too.", "dated December 1, 2008", "")]
    [InlineData("agency", "FALLBACK-TWICE", "Terms not defined herein shall have the meanings assigned to them in the Sale Agreement and the Notes. Terms not defined in this Agreement shall have the meanings assigned to them in the Sale Agreement or the Notes.", "Agreement or the Notes", "Agreement and the Notes")]
    [InlineData("agency", "LABELS-REVERSED", "These are (i) the Foreign Note and (ii) the Home Notes (also referred to herein as the \"HOME NOTE\" and the \"FOREIGN NOTE\", respectively).", "the \"HOME NOTE\" and the \"FOREIGN NOTE\"", "the \"FOREIGN NOTE\" and the \"HOME NOTE\"")]
    [InlineData("agency", "ATTACHMENT-MISSING", "It is in the form of Schedule 7 attached hereto.", "in the form of Schedule 7 attached hereto", "in no form")]
    [InlineData("agency", "PRIORITY-UNSTATED", "If there is any conflict between the terms of this Agreement and the terms of the Indenture, the terms of the Indenture shall control. If there is any conflict between the terms of this Agreement and the Trust Act, the provisions of the Trust Act shall govern.", "the provisions of the Trust Act shall govern", "a court decides")]
    [InlineData("agency", "DAY-NAME-MISLEADS", "The term \"London business day\" shall mean any day on which banks settle payments in Tokyo and London.", "in Tokyo and London", "in London")]
    [InlineData("agency", "PAYER-SEVERAL", "The Fiscal Agent will make payment to holders. The Exchange Agent shall wire payment too.", "The Exchange Agent", "The Fiscal Agent")]
    [InlineData("agency", "ELECTION-CHANNELS", "Unless DTC has advised the Fiscal Agent that a holder has made an election. The Exchange Agent shall be advised by it if holders have elected.", "The Exchange Agent", "The Fiscal Agent")]
    public void A_fault_in_the_words_is_found_and_is_not_found_without_it(string kind, string code, string words, string from, string to)
    {
        var finding = Of(Document(kind, words)).FirstOrDefault(f => f.Code == code);
        Assert.NotNull(finding);
        Assert.NotEmpty(finding.Places);
        Assert.Contains(from, words, StringComparison.Ordinal);
        Assert.DoesNotContain(Of(Document(kind, words.Replace(from, to, StringComparison.Ordinal))), f => f.Code == code);
    }

    private const string Agency = """
        AGENCY AGREEMENT

        (1) EXAMPLE CORP. (the "ISSUER"). (2) FIRST BANK, N.A., which shall act as fiscal agent and exchange agent. (3) SECOND BANK, which shall act as paying agent.

        The Issuer issued its Yen 50,000,000,000 2.400% Notes due October 2025 (the "OLD NOTES"); pursuant to the Terms Agreement dated February 27, 2006 the Issuer has agreed to issue an additional Yen 25,000,000,000 2.400% Notes due October 2025 (the "NEW NOTES"), with a combined aggregate principal amount of Yen 75,000,000,000 of Old Notes and New Notes. The date of issue of both was May 4, 2006.

        "AGENT(S)" means any of the Fiscal Agent, the Exchange Agent and the Paying Agent.

        NOTICES shall be: (a) If to the Issuer: Example Corp. 1 Road New York Telephone: 212-555-0100 (b) If to the Fiscal Agent, Exchange Agent and Paying Agent: First Bank, N.A. 2 Street London Telefax: 44-20-7946-0000 or at any other address

        This Agreement may be signed in three counterparts.

        IN WITNESS WHEREOF
        """;

    [Theory]
    [InlineData("CONSOLIDATED-SUM", "Yen 75,000,000,000", "Yen 70,000,000,000", Severity.Error)]
    [InlineData("AGENT-OMITTED", "Agent, the Exchange Agent and", "Agent and", Severity.Warning)]
    [InlineData("AGENT-WITHOUT-ADDRESS", "Exchange Agent and Paying Agent: First", "Exchange Agent: First", Severity.Warning)]
    [InlineData("PHONE-MALFORMED", "44-20-7946-0000", "44-020-7946-0000", Severity.Info)]
    [InlineData("COUNTERPARTS-FEWER", "three counterparts", "two counterparts", Severity.Info)]
    public void A_fault_of_an_agency_agreement(string code, string from, string to, Severity severity)
    {
        Assert.Contains(from, Agency, StringComparison.Ordinal);
        Assert.DoesNotContain(Of(Agency), f => f.Code == code);
        Assert.Equal(severity, Assert.Single(Of(Agency.Replace(from, to, StringComparison.Ordinal)), f => f.Code == code).Severity);
    }

    [Fact]
    public void A_cover_that_names_another_year_or_amount_than_the_text()
    {
        const string Cover = "EXAMPLE CORP. YEN 25,000,000,000 2.400% NOTES DUE 2025 (TO BE CONSOLIDATED AND FORM A SINGLE SERIES WITH THE YEN 50,000,000,000 2.400% NOTES DUE 2025 ISSUED ON OCTOBER 31 2005)\n\n";
        string With(string cover) => Agency.Replace("AGENCY AGREEMENT\n\n", "AGENCY AGREEMENT\n\n" + cover, StringComparison.Ordinal);
        Assert.DoesNotContain(Of(With(Cover)), f => f.Severity == Severity.Error);
        Assert.Equal("2005-10-31", Assert.Single(Reads.Text(With(Cover)).Documents).Of("issueDate"));
        Assert.Contains(Of(With(Cover.Replace("DUE 2025 (", "DUE 2024 (", StringComparison.Ordinal))), f => f.Code == "MATURITY-DIFFERS");
        Assert.Contains(Of(With(Cover.Replace("YEN 25,", "YEN 20,", StringComparison.Ordinal))), f => f.Code == "FACT-CONFLICT");
        Assert.Contains(Of(With(Cover)), f => f.Code == "TRANCHE-UNDATED");
        Assert.DoesNotContain(Of(With(Cover)).Where(f => f.Code == "TRANCHE-UNDATED"), f => f.Offerings.Count != 1);
    }

    private const string Contract = """
        GUARANTEE AGREEMENT

        TABLE OF CONTENTS

        SECTION 1.1 Terms............................4

        SECTION 1.2 Ranking..........................5

        SECTION 1.3 Notices..........................6

        SECTION 1.4 Law..............................7

        SECTION 1.1   Terms

        See Section 1.2(a). See Section 9.9 of the Declaration. IN WITNESS WHEREOF all is said.

        SECTION 1.2   Ranking

        (a) It ranks as it ranks.

        SECTION 1.3   Notices

        They are given.

        SECTION 1.4   Law

        It is dated as of May 4, 2009, and pays $ 5 per Security.
        """;

    [Theory]
    [InlineData("TOC-MISMATCH", "SECTION 1.2   Ranking", "SECTION 1.2   Subordination")]
    [InlineData("TOC-MISMATCH", "SECTION 1.4 Law", "SECTION 1.5 Law")]
    [InlineData("XREF-DANGLING", "See Section 1.2(a)", "See Section 1.7(a)")]
    [InlineData("XREF-DANGLING", "See Section 1.2(a)", "See Section 1.2(c)")]
    [InlineData("FORM-BLANKS", "as of May 4, 2009", "as of       , 20  ")]
    [InlineData("FORM-BLANKS", "$ 5 per", "$ per")]
    public void A_fault_of_structure(string code, string from, string to)
    {
        Assert.Contains(from, Contract, StringComparison.Ordinal);
        Assert.DoesNotContain(Of(Contract), f => f.Code == code);
        Assert.Single(Of(Contract.Replace(from, to, StringComparison.Ordinal)), f => f.Code == code);
    }

    [Fact]
    public void Business_days_are_undefined_where_no_definition_reaches()
    {
        var text = Document("agency", "1. PAYMENT\n\n1.1 Money comes on a Business Day; for the purposes of this Clause 1, Business Day shall mean any day on which banks are open in London.\n\n2. LISTS\n\n2.1 Lists come on a Business Day.\n\n3. LAW\n\n3.1 The law of New York.");
        Assert.Equal("London", Assert.Single(Of(text), f => f.Code == "BUSINESS-DAY-UNDEFINED").Default);
        Assert.DoesNotContain(Of(text.Replace("for the purposes of this Clause 1, Business", "Business", StringComparison.Ordinal)), f => f.Code == "BUSINESS-DAY-UNDEFINED");
    }

    [Theory]
    [InlineData("2011-12-11", "December 11, 2011", true)]
    [InlineData("2011-12-09", "December 9, 2011", false)]
    public void The_last_period_has_two_rules_only_where_the_maturity_is_closed(string value, string maturity, bool found)
    {
        var note = Invented.Note.Replace("4.50% Notes due May 4, 2012", "Floating Rate Notes due " + maturity, StringComparison.Ordinal).Replace("May 4, 2012 and", maturity + " and", StringComparison.Ordinal)
            .Replace("Should an Interest Payment Date or the Maturity be not a Business Day, it shall be the\nfollowing Business Day. No interest shall accrue for the delay.",
                "An \"Interest Period\" shall be the period from and including an Interest Payment Date to the next. If an Interest Payment Date is not a Business Day, it will be the next succeeding Business Day. If the Maturity is not a Business Day, the payment will be postponed to the next succeeding Business Day, and no further interest will accrue.", StringComparison.Ordinal);
        var agreement = Invented.Agreement.Replace("Maturity: ...............  May 4, 2012", "Maturity: ...............  " + maturity, StringComparison.Ordinal);
        var findings = Of(agreement, note);
        Assert.Equal(found, findings.Any(f => f.Code == "LAST-PERIOD-RULES"));
        if (found) Assert.Equal(value, findings.Single(f => f.Code == "LAST-PERIOD-RULES").Values.Single());
    }

    [Fact]
    public void A_text_in_one_line_is_read_without_its_page_numbers_and_knows_their_bytes()
    {
        // Five pages of 400 words; the numbers stand inside sentences, and the fourth inside an address.
        var page = string.Concat(Enumerable.Repeat("the parties agree on what the parties agree on and sign it here ", 45));
        var text = $"AGENCY AGREEMENT made by EXAMPLE CORP. 1 {page}2 {page}3 {page}Notices go to Example Centre 4 Example Square and 30 days are {page}5 {page}6 IN WITNESS WHEREOF ";
        var source = Decoding.Read(0, null, System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal(6, source.PagesInText);
        Assert.Contains("Example Centre Example Square and 30 days are the parties", source.Flat, StringComparison.Ordinal);
        var at = source.Flat.IndexOf("Centre Example", StringComparison.Ordinal);
        var place = source.Place(at, at + "Centre Example".Length);
        Assert.Equal("Centre 4 Example", text[place.Start..place.End]);
    }

    [Fact]
    public void Two_documents_of_one_deal_that_differ_in_what_they_protect()
    {
        var note = Document("note", "The express written consent of the FDIC will be required to amend, modify or waive any provision of the Notes under the Help Programme For Banks (“HPB”).");
        var supplement = Document("supplement", "Without the consent of the FDIC the parties agree not to amend, modify, supplement or waive any provision of the Help Programme For Banks (“HPB Scheme”).");
        Assert.Equal(["amend, modify or waive", "amend, modify, supplement or waive"], Assert.Single(Of(note, supplement), f => f.Code == "CONSENT-LISTS-DIFFER").Values);
        Assert.Contains(Of(note, supplement), f => f.Code == "ABBREVIATION-VARIANTS");
        Assert.DoesNotContain(Of(note, supplement.Replace(", supplement or", " or", StringComparison.Ordinal).Replace("HPB Scheme", "HPB", StringComparison.Ordinal)), f => f.Code is "CONSENT-LISTS-DIFFER" or "ABBREVIATION-VARIANTS");
    }

    [Fact]
    public void A_form_that_assigns_more_than_its_agreement_lets_it()
    {
        var supplement = Document("supplement", "It assigns its right to receive any and all payments. But no acceleration of amounts due on the notes will be permitted while the Fund pays.");
        var form = "FORM OF ASSIGNMENT\n\nThe Bank, on behalf of the Holders, hereby assigns to the Example Fund (the “ Fund ”) all of the Assignor’s respective rights, title and interest.\n\n(b) accelerated the maturity of the Note.\n";
        Assert.Contains(Of(supplement, form), f => f.Code == "ASSIGNMENT-SCOPE");
        Assert.Contains(Of(supplement, form), f => f.Code == "ACCELERATION-CERTIFICATE");
        Assert.DoesNotContain(Of(supplement), f => f.Code is "ASSIGNMENT-SCOPE" or "ACCELERATION-CERTIFICATE");
        Assert.DoesNotContain(Of(form), f => f.Code is "ASSIGNMENT-SCOPE" or "ACCELERATION-CERTIFICATE");
    }

    [Theory]
    [InlineData("(a) in the fourth line of the third paragraph of Section 3, delete \"checks\" and insert in lieu thereof \"wires\"; (b) in the ninth line of the third paragraph of Section 3, delete \"definitive\" and insert in lieu thereof \"global\"", "ninth line of the third", "ninth line of the fifth", "EDIT-LINE-SHIFT")]
    [InlineData("(a) in the fourth line of Section 3, delete \"such statement\" and insert in lieu thereof \"the Statement\"; (b) in the ninth line of Section 4, delete \"in any part of such statement\" and insert in lieu thereof \"the Statement\"", "in any part of such statement", "in any part of it", "EDIT-OVERLAP")]
    [InlineData("The document entitled \"Old Corp. Provisions\" is varied: all references to Old Corp. shall refer to New Corp.", "entitled \"Old Corp. Provisions\"", "entitled \"Provisions\"", "EDIT-SCOPE")]
    public void Edits_that_disturb_each_other(string words, string from, string to, string code)
    {
        Assert.Single(Of(Document("offer", words)), f => f.Code == code);
        Assert.DoesNotContain(Of(Document("offer", words.Replace(from, to, StringComparison.Ordinal))), f => f.Code == code);
    }

    [Fact]
    public void Alternatives_of_a_form_and_the_mark_in_its_title()
    {
        const string Form = "FORM OF ASSIGNMENT 1\n\nIt assigns.\n\n[ Instructions to the Assignor: If nothing was assigned before, such Assignor must include the following.]\n\n2. Nothing was assigned.\n\n[ Instructions to the Assignor: If a part was assigned before, such Assignor must include the following.]\n\n2. A part was assigned.\n";
        var finding = Assert.Single(Of(Form), f => f.Code == "ALTERNATIVE-PARAGRAPHS");
        Assert.Equal(["If nothing was assigned before", "If a part was assigned before"], finding.Values);
        Assert.Contains(Of(Form), f => f.Code == "FOOTNOTE-IN-TITLE");
        Assert.DoesNotContain(Of(Form.Replace("2. A part", "3. A part", StringComparison.Ordinal).Replace("ASSIGNMENT 1", "ASSIGNMENT", StringComparison.Ordinal)), f => f.Code is "ALTERNATIVE-PARAGRAPHS" or "FOOTNOTE-IN-TITLE");
    }

    [Fact]
    public void One_underwriter_spoken_of_as_one_of_several_and_one_with_the_issuer_s_name()
    {
        var one = Invented.Agreement.Replace("Alpha Securities LLC and Beta & Co. Inc.", "Example Securities LLC", StringComparison.Ordinal).Replace("Alpha Securities LLC     ", "Example Securities LLC   ", StringComparison.Ordinal)
            .Replace("        Beta & Co. Inc.                           40,000,000\n", "", StringComparison.Ordinal).Replace("Beta & Co. Inc.                           40,000,000\n", "", StringComparison.Ordinal)
            .Replace("     You may accept", "     Sold through that Underwriter.\n\n     You may accept", StringComparison.Ordinal);
        Assert.Contains(Of(one), f => f.Code == "SOLE-UNDERWRITER-REMNANTS");
        Assert.Contains(Of(one), f => f.Code == "UNDERWRITER-AFFILIATED");
        Assert.DoesNotContain(Of(Invented.Agreement), f => f.Code is "SOLE-UNDERWRITER-REMNANTS" or "UNDERWRITER-AFFILIATED");
    }

    [Fact]
    public void An_amended_and_restated_agreement_that_does_not_say_which()
    {
        const string Text = "AMENDED AND RESTATED AGENCY AGREEMENT\n\nTHIS AMENDED AND RESTATED AGREEMENT is made.\n\nIN WITNESS WHEREOF\n";
        Assert.Contains(Of(Text), f => f.Code == "PRIOR-UNNAMED");
        Assert.DoesNotContain(Of(Text.Replace("is made.", "amends and restates the agreement dated May 4, 2009.", StringComparison.Ordinal)), f => f.Code == "PRIOR-UNNAMED");
    }

    [Fact]
    public void One_term_of_two_indentures()
    {
        var one = Document("guarantee", "The Indenture dated as of May 4, 1987 applies.");
        var other = Document("supplement", "The Indenture, dated as of July 23, 2004, applies.");
        Assert.Equal(["1987-05-04", "2004-07-23"], Assert.Single(Of(one, other), f => f.Code == "TERM-SCOPE").Values);
        Assert.DoesNotContain(Of(one, other.Replace("July 23, 2004", "May 4, 1987", StringComparison.Ordinal)), f => f.Code == "TERM-SCOPE");
    }
}
