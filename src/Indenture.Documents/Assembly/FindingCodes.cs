namespace Indenture.Documents;

/// <summary>One fault has one code; the table below is its only home, and docs/findings.md is written from it.</summary>
/// <param name="Code">As printed.</param>
/// <param name="Severity">An error is a statement that cannot be true on which money, dates or parties depend.</param>
/// <param name="Meaning">What it says, in one sentence.</param>
/// <param name="Example">Words of no real document that raise it.</param>
/// <param name="Remedy">What a person does about it, and what is done until then.</param>
/// <param name="Blocks">The acts it stands in the way of; an error blocks booking besides.</param>
public sealed record FindingCode(string Code, Severity Severity, string Meaning, string Example, string Remedy, params Act[] Blocks);

/// <summary>Every finding that the reader of documents can make.</summary>
public static partial class FindingCodes
{
    // Files and documents

    public static readonly FindingCode FileEmpty = new("FILE-EMPTY", Severity.Warning,
        "A file holds no bytes, or nothing but white space.", "A file of length zero.", "Give the file again; the other files are read without it.");

    public static readonly FindingCode FileNotText = new("FILE-NOT-TEXT", Severity.Warning,
        "A file is a picture or another binary file and not text.", "A file that begins with the bytes of a PNG image.", "Give the document as text, HTML or a filing; the other files are read without it.");

    public static readonly FindingCode FileTooLarge = new("FILE-TOO-LARGE", Severity.Warning,
        "A file has more bytes than positions can count.", "A file of 600 MB.", "Cut the file into its documents; the other files are read without it.");

    public static readonly FindingCode NotesUnread = new("NOTES-UNREAD", Severity.Warning,
        "A .docx file has footnotes or endnotes, which are not read: only its main part is.", "A term sheet whose rate has a footnote, \"subject to adjustment\".",
        "Read the notes, and settle what they change; they are in the part that the finding names.");

    public static readonly FindingCode DocumentCut = new("DOCUMENT-CUT", Severity.Warning,
        "A document ends before the part that every such document ends with: it may have been cut.",
        "A terms agreement whose last words are \"the Underwriters shall have\", without signatures or annex.", "Compare with the original; what was read stands, and what is missing is named as a gap.");

    public static readonly FindingCode DateImpossible = new("DATE-IMPOSSIBLE", Severity.Error,
        "A date is printed that no calendar has.", "\"Maturity: February 30, 2012\".", "Settle with the date that is meant; the fact has no value until then.");

    // Amounts and allocations

    public static readonly FindingCode AllocUnnamedRow = new("ALLOC-UNNAMED-ROW", Severity.Error,
        "An annex of underwriters holds an amount that stands beside no name.", "Rows of 60,000,000 and 40,000,000 with names, one of 5,000,000 without, total 100,000,000.",
        "Settle as non-operative where the named rows make up the total; otherwise find out whose it is. It is never given to the row before or after.");

    public static readonly FindingCode AllocSumMismatch = new("ALLOC-SUM-MISMATCH", Severity.Error,
        "The named rows of an annex do not add up to the total it prints.", "Rows of 60,000,000 and 30,000,000 over a total of 100,000,000.", "Find out which figure is wrong; no default is safe.");

    public static readonly FindingCode AllocPrincipalMismatch = new("ALLOC-PRINCIPAL-MISMATCH", Severity.Error,
        "What the underwriters take is not the principal amount offered.", "An offer of 100,000,000 with an annex that totals 90,000,000.", "Find out which figure is wrong; no default is safe.");

    public static readonly FindingCode AllocTotalMissing = new("ALLOC-TOTAL-MISSING", Severity.Warning,
        "An annex of underwriters prints no total.", "Two rows of names and amounts and nothing below them.", "The rows are compared with the principal amount instead.");

    public static readonly FindingCode AllocRowUnreadable = new("ALLOC-ROW-UNREADABLE", Severity.Error,
        "A name in an annex of underwriters has no amount beside it.", "\"Example Securities LLC\" with nothing in the column of amounts.", "Settle with the amount that is meant.", Act.Closing);

    public static readonly FindingCode AllocMissing = new("ALLOC-MISSING", Severity.Warning,
        "An agreement refers to a list of underwriters that is not in it.", "\"the list attached as Annex A\", and no annex follows.", "Give the annex; without it nobody's share is known.", Act.Closing);

    public static readonly FindingCode NameVariants = new("NAME-VARIANTS", Severity.Info,
        "One underwriter's name is written in two ways in one document.", "\"Example & Co. Inc.\" in the text, \"Example & Co., Inc.\" in the annex.", "The annex's spelling is kept; names are never merged across documents.");

    public static readonly FindingCode UnderwriterUnmatched = new("UNDERWRITER-UNMATCHED", Severity.Warning,
        "An underwriter stands in the annex and not in the text, or in the text and not in the annex.", "Three names in the opening words, two in the annex.", "Find out who is bound; the annex's rows are kept.", Act.Closing);

    public static readonly FindingCode SeriesLimitExceeded = new("SERIES-LIMIT-EXCEEDED", Severity.Error,
        "The offerings of a series come to more than its form of note allows.", "Offerings of 80,000,000 and 30,000,000 under a note \"limited in aggregate principal amount to $100,000,000\".", "Settle with the document that raised the limit.");

    // Facts

    public static readonly FindingCode FactConflict = new("FACT-CONFLICT", Severity.Error,
        "Two documents of one offering, or two places of one, state different values for one fact.", "A closing on May 4 in the agreement and on May 5 in the term sheet.", "Settle with the value that holds; until then the agreement's stands.");

    public static readonly FindingCode CheckDigit = new("CHECK-DIGIT", Severity.Error,
        "The check digit of a CUSIP or an ISIN is not the one its other characters require, or an ISIN does not hold the CUSIP beside it.", "\"CUSIP: 000000AA1\" where the rule gives another last digit.", "Ask the issuer; no message with it would be accepted.");

    public static readonly FindingCode CommonCodeCheck = new("COMMON-CODE-CHECK", Severity.Warning,
        "The last digit of a Common Code is not the one that the usual rule gives. No public standard states the rule.", "\"Common Code: 012345670\".", "Compare with the depositary's record.");

    public static readonly FindingCode MaturityOrder = new("MATURITY-ORDER", Severity.Error,
        "Notes mature on or before the day they are issued or begin to earn interest.", "A closing on May 4, 2009 and a maturity of May 4, 2008.", "Settle with the date that is meant.");

    public static readonly FindingCode FirstPaymentOffGrid = new("FIRST-PAYMENT-OFF-GRID", Severity.Error,
        "The first interest payment falls on a day that is none of the interest payment dates, nor moved from one by a closed day.", "\"January 15 and July 15, commencing July 20, 2007\".", "Settle with the day that is meant.");

    public static readonly FindingCode LiborTenorConflict = new("LIBOR-TENOR-CONFLICT", Severity.Error,
        "The rate is that of deposits of one length, but the steps by which it is found ask for another.", "\"three-month LIBOR … plus 0.10%\", and a screen rate for deposits \"having an index maturity of six months\".",
        "Settle with the tenor that holds; the default is the tenor of the agreement and of the sentence that fixes the rate.");

    public static readonly FindingCode SpreadUnknown = new("SPREAD-UNKNOWN", Severity.Warning,
        "A floating rate is described and no margin is given with it.", "\"Three-month LIBOR, determined as set forth in the Prospectus Supplement\".", "Supply the margin from the document it is left to; it is never taken as zero.", Act.Interest);

    public static readonly FindingCode DayCountBdcMissing = new("DAYCOUNT-BDC-MISSING", Severity.Warning,
        "No document at hand says how days are counted or what happens to a payment date that is not a business day.", "A terms agreement without its form of note.", "Give the form of note or the supplement, or supply both facts as assumptions.", Act.Interest, Act.Payment);

    public static readonly FindingCode RoundingSilent = new("ROUNDING-SILENT", Severity.Info,
        "No document at hand says how amounts of interest are rounded.", "A note that fixes a rate and a day count and names no rounding.", "The series' amount is rounded half up to the minor unit; an amount split over holders needs a stated level.");

    public static readonly FindingCode RecordDateUndefined = new("RECORD-DATE-UNDEFINED", Severity.Warning,
        "A record date counts business days and no document at hand defines them.", "\"The business day preceding each Interest Payment Date\", and no definition.", "Supply the cities; until then record dates cannot be struck.", Act.RecordDate);

    public static readonly FindingCode AccrualStart = new("ACCRUAL-START", Severity.Info,
        "Interest runs \"from the date of issuance\", and no calendar date is given for it.", "\"plus accrued interest, if any, from the date of issuance\" with a closing on May 4, 2009.", "The closing date is taken; it moves if the closing does.");

    public static readonly FindingCode AccrualBasisDiffers = new("ACCRUAL-BASIS-DIFFERS", Severity.Info,
        "The underwriters' price carries accrued interest from the date of issuance and the public price from a fixed date: they part if the closing slips.", "A purchase price \"from the date of issuance\" and a public price \"from May 4, 2009\".", "None while the closing is on that date.");

    public static readonly FindingCode ZoneMissing = new("ZONE-MISSING", Severity.Warning,
        "A time of day is given without a zone.", "\"at 9:00 A.M. at the offices of the Company\".", "The zone of the place is taken; settle where another is meant.");

    // References between documents

    public static readonly FindingCode DepMissing = new("DEP-MISSING", Severity.Warning,
        "A document is made part of this one by reference and is not at hand.", "\"All the provisions of the Basic Provisions … are herein incorporated by reference\".", "Give the document; what it provides (conditions, defaults, indemnities) is unknown until then.");

    public static readonly FindingCode ProsDateConflict = new("PROS-DATE-CONFLICT", Severity.Error,
        "One document is cited under two dates.", "Interest \"as set forth in the Prospectus Supplement dated May 4\", redemption \"as set forth in the Prospectus Supplement dated May 1\".",
        "Settle which document governs; until then each citation keeps its own date, and a citation without a date none.");

    public static readonly FindingCode ProsDateMissing = new("PROS-DATE-MISSING", Severity.Warning,
        "A document is relied on and never dated.", "\"after the date of the Prospectus Supplement\" in an agreement that nowhere says when that was.", "Supply the date; a date of another agreement is not borrowed.");

    public static readonly FindingCode SupplementPredates = new("SUPPLEMENT-PREDATES", Severity.Info,
        "An agreement takes its terms from a supplement dated before it.", "An agreement of May 5 that rests on a supplement of May 4.", "Confirm that the supplement covers this offering too.");

    public static readonly FindingCode AmbiguousAgreementRef = new("AMBIGUOUS-AGREEMENT-REF", Severity.Warning,
        "An agreement is referred to by its date, and several agreements at hand have that date.", "\"described in a terms agreement dated May 4, 2009\", of which there are three.", "The one whose notes have the title and maturity named is taken.");

    public static readonly FindingCode SeriesParentMissing = new("SERIES-PARENT-MISSING", Severity.Warning,
        "Notes are issued into a series whose earlier notes are in no document at hand.", "Notes that join those of \"a terms agreement dated May 1, 2009\", which was not given.", "Give the earlier agreement; until then the principal of the series is unknown.");

    public static readonly FindingCode SeriesParentNotIssued = new("SERIES-PARENT-NOT-ISSUED", Severity.Warning,
        "Notes are issued into a series whose first notes are only to be issued on the same day.", "Notes that join those \"proposed to be issued and sold on May 9, 2009\".", "Close the first offering before this one.");

    public static readonly FindingCode AcceptAmbiguous = new("ACCEPT-AMBIGUOUS", Severity.Warning,
        "Several offers prescribe one and the same words of acceptance.", "Two agreements of one date, both to be accepted as \"your offer of May 4, 2009\".", "Record with each acceptance which agreement it takes up.", Act.Acceptance);

    public static readonly FindingCode TitleAlias = new("TITLE-ALIAS", Severity.Info,
        "Documents of one offering call the notes by different titles.", "\"2% Senior Notes Due 2012\" in the agreement, \"2% Notes due May 4, 2012\" in the form of note.", "The agreement's title is kept; they are matched by rate or index, maturity and issuer.");

    public static readonly FindingCode NameAlias = new("NAME-ALIAS", Severity.Info,
        "One office is held under two names in one document.", "\"Example Trust Company\" in the text and \"EXAMPLE TRUST COMPANY OF NEW YORK, as Trustee\" over the signature.", "The name over the signature is kept.");

    public static readonly FindingCode ExhibitUnnumbered = new("EXHIBIT-NO-BLANK", Severity.Info,
        "A list of exhibits has a column for their numbers and no numbers in it.", "\"Exhibit No.\" over a list of descriptions alone.", "None; exhibits are taken in their order.");

    // Duties and deadlines

    public static readonly FindingCode DeadlineNoRoll = new("DEADLINE-NO-ROLL", Severity.Warning,
        "A deadline counted in calendar days falls on a Saturday or Sunday, and nothing moves it.", "\"within five (5) calendar days of the date of issuance\", which is a Sunday.", "Act on the business day before.");

    public static readonly FindingCode ExternalRule = new("EXTERNAL-RULE", Severity.Warning,
        "A payment is promised in the amount and at the time that a rule outside the documents sets.", "\"assessments will be paid within the time required by 12 CFR Section 370.6\".", "Supply amount and date from the rule; the duty is kept without them.");

    /// <summary>All codes, in the order of this table and then of those of contracts.</summary>
    public static IReadOnlyList<FindingCode> All => field ??=
        [.. typeof(FindingCodes).GetFields().Where(f => f.FieldType == typeof(FindingCode)).Select(f => (FindingCode)f.GetValue(null)!)];
}
