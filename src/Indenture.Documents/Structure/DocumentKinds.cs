using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>What a document is. A document that is no debt document is <see cref="Unknown"/> and states no facts.</summary>
public enum DocumentKind
{
    TermsAgreement, UnderwritingAgreement, FormOfNote, SupplementalIndenture, Indenture, AgencyAgreement, GuaranteeAgreement, FormOfAssignment,
    Form8K, FinalTermSheet, PricingSupplement, ProspectusSupplement, Announcement, Unknown,
}

/// <summary>What part a kind of document plays, and so which recognisers look into it.</summary>
[Flags]
internal enum Role
{
    None = 0,
    /// <summary>Offers notes for sale: amount, price, closing, underwriters.</summary>
    Offer = 1,
    /// <summary>States the terms of the notes: a form of note, and every offer.</summary>
    Terms = 2,
    /// <summary>An agreement under which notes are issued, paid or guaranteed.</summary>
    Contract = 4,
    /// <summary>A cover under which documents are filed.</summary>
    Cover = 8,
    Any = Offer | Terms | Contract | Cover,
}

/// <summary>One kind of document: this row is all that makes the reader know it.</summary>
/// <param name="Key">A literal that every opening contains; case does not matter. It is searched for once for all kinds.</param>
/// <param name="Opening">Matches the line that opens such a document, from its first character.</param>
/// <param name="Body">Literals of which one stands in every whole document of the kind; until one is met, another opening line opens nothing (a running head, a second legend).</param>
/// <param name="Where">Whether such a line opens a document anywhere, or only names the file or part whose head it stands in.</param>
/// <param name="Wrappers">Beginnings of the types that a submission's wrapper gives such a document.</param>
/// <param name="Requires">Where given, a document without a match is <see cref="DocumentKind.Unknown"/> after all.</param>
internal sealed record KindRule(DocumentKind Kind, Role Role, string Key, Regex Opening, Opens Where, string[] Body, string[] Wrappers, Regex? Requires = null);

/// <summary>How far the opening line of a kind reaches.</summary>
internal enum Opens
{
    /// <summary>Exhibits under one cover, forms in an annex.</summary>
    Anywhere,
    /// <summary>Its words are common in the text of other documents.</summary>
    AtTheHead,
}

/// <summary>The kinds of document, in the order in which a line is tried.</summary>
internal static partial class DocumentKinds
{
    public static IReadOnlyList<KindRule> All { get; } =
    [
        new(DocumentKind.TermsAgreement, Role.Offer | Role.Terms, "TERMS AGREEMENT", TermsAgreement, Opens.Anywhere, ["aggregate principal amount", "ANNEX A", "SCHEDULE"], []),
        new(DocumentKind.UnderwritingAgreement, Role.Offer | Role.Terms, "UNDERWRITING AGREEMENT", UnderwritingAgreement, Opens.Anywhere, ["several"], ["EX-1."]),
        new(DocumentKind.FormOfNote, Role.Terms, "GLOBAL SECURITY WITHIN THE MEANING", LegendOfNote, Opens.Anywhere, ["promises to pay"], []),
        new(DocumentKind.FormOfNote, Role.Terms, "presented by an authorized representative", DepositaryLegend, Opens.Anywhere, ["promises to pay"], []),
        new(DocumentKind.FormOfNote, Role.Terms, "FORM OF", FormOfNote, Opens.Anywhere, ["promises to pay"], []),
        new(DocumentKind.SupplementalIndenture, Role.Contract, "SUPPLEMENTAL INDENTURE", SupplementalIndenture, Opens.Anywhere, ["NOW, THEREFORE"], []),
        new(DocumentKind.FormOfAssignment, Role.Contract, "FORM OF ASSIGNMENT", FormOfAssignment, Opens.Anywhere, ["assigns"], []),
        new(DocumentKind.AgencyAgreement, Role.Contract, "AGENCY AGREEMENT", AgencyAgreement, Opens.Anywhere, ["IN WITNESS WHEREOF"], []),
        new(DocumentKind.GuaranteeAgreement, Role.Contract, "GUARANTEE AGREEMENT", GuaranteeAgreement, Opens.Anywhere, ["IN WITNESS WHEREOF"], []),
        new(DocumentKind.Indenture, Role.Contract, "INDENTURE", Indenture, Opens.Anywhere, ["IN WITNESS WHEREOF"], []),
        new(DocumentKind.Form8K, Role.Cover, "8-K", Form8K, Opens.Anywhere, ["registrant"], ["8-K"], DebtExhibits),
        new(DocumentKind.FinalTermSheet, Role.Offer | Role.Terms, "Rule 433", Rule433, Opens.AtTheHead, ["Maturity", "Due"], ["FWP"]),
        new(DocumentKind.FinalTermSheet, Role.Offer | Role.Terms, "TERM SHEET", TermSheet, Opens.AtTheHead, ["Maturity", "Due"], []),
        new(DocumentKind.FinalTermSheet, Role.Offer | Role.Terms, "FINAL TERMS", FinalTerms, Opens.AtTheHead, ["Maturity", "Due"], []),
        new(DocumentKind.PricingSupplement, Role.Offer | Role.Terms, "PRICING SUPPLEMENT", PricingSupplement, Opens.AtTheHead, ["rospectus"], ["424B2", "424B3"]),
        new(DocumentKind.ProspectusSupplement, Role.Offer | Role.Terms, "PROSPECTUS SUPPLEMENT", ProspectusSupplement, Opens.AtTheHead, ["rospectus"], ["424B5"]),
        new(DocumentKind.Announcement, Role.Cover, "ANNOUNCES", Announces, Opens.AtTheHead, ["principal amount"], [], ReportedSaleClause.Sale),
    ];

    /// <summary>The role of a kind; <see cref="Role.None"/> for one that is no debt document.</summary>
    public static Role RoleOf(DocumentKind kind) => All.FirstOrDefault(r => r.Kind == kind)?.Role ?? Role.None;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^TERMS AGREEMENT$", Options)]
    private static partial Regex TermsAgreement { get; }

    [GeneratedRegex(@"^UNDERWRITING AGREEMENT(?: STANDARD (?:PROVISIONS|TERMS))?$", Options)]
    private static partial Regex UnderwritingAgreement { get; }

    [GeneratedRegex(@"^\[?THIS (?:NOTE|SECURITY|DEBENTURE|BOND|CERTIFICATE) IS A (?:REGISTERED )?GLOBAL SECURITY WITHIN THE MEANING", Options)]
    private static partial Regex LegendOfNote { get; }

    [GeneratedRegex(@"^\[?UNLESS THIS (?:CERTIFICATE|NOTE|SECURITY|GLOBAL SECURITY) IS PRESENTED BY AN AUTHORIZED REPRESENTATIVE", Options)]
    private static partial Regex DepositaryLegend { get; }

    [GeneratedRegex(@"^\[?FORM OF (?:FACE OF )?(?:[A-Z-]+ ){0,4}(?:NOTE|BOND|DEBENTURE|SECURITY)\]?$", Options)]
    private static partial Regex FormOfNote { get; }

    [GeneratedRegex(@"^(?:[A-Z-]+ )?SUPPLEMENTAL INDENTURE(?: NO\. \d+)?$", Options)]
    private static partial Regex SupplementalIndenture { get; }

    [GeneratedRegex(@"^FORM OF ASSIGNMENT(?: ?\d)?$", Options)]
    private static partial Regex FormOfAssignment { get; }

    [GeneratedRegex(@"^(?:AMENDED AND RESTATED )?(?:(?:FISCAL|PAYING|ISSUE AND PAYING) )?AGENCY AGREEMENT$|^.{0,600}-{4,} (?:AMENDED AND RESTATED )?AGENCY AGREEMENT ", Options)]
    private static partial Regex AgencyAgreement { get; }

    [GeneratedRegex(@"^(?:[A-Z-]+ ){0,5}GUARANTEE AGREEMENT$", Options)]
    private static partial Regex GuaranteeAgreement { get; }

    [GeneratedRegex(@"^(?:FORM OF )?(?:(?:SENIOR|SUBORDINATED|JUNIOR SUBORDINATED|BASE) (?:DEBT )?)?INDENTURE$", Options)]
    private static partial Regex Indenture { get; }

    [GeneratedRegex(@"^FORM 8-K(?:/A)?$", Options)]
    private static partial Regex Form8K { get; }

    [GeneratedRegex(@"\b(?:terms agreement|underwriting agreement|form of (?:[a-z]+ ){0,4}(?:note|bond|debenture)|supplemental indenture|agency agreement)\b", Options)]
    private static partial Regex DebtExhibits { get; }

    [GeneratedRegex(@"^(?:Issuer )?(?:Free Writing Prospectus )?Filed pursuant to Rule 433", Options)]
    private static partial Regex Rule433 { get; }

    [GeneratedRegex(@"^(?:FINAL |PRICING )?TERM SHEET$", Options)]
    private static partial Regex TermSheet { get; }

    [GeneratedRegex(@"^FINAL TERMS(?: AND CONDITIONS)?$", Options)]
    private static partial Regex FinalTerms { get; }

    [GeneratedRegex(@"^(?:PRELIMINARY )?PRICING SUPPLEMENT\b", Options)]
    private static partial Regex PricingSupplement { get; }

    [GeneratedRegex(@"^[^.]{3,120} ANNOUNCES (?:THE )?(?:UPSIZE|UPSIZING|PRICING|CLOSING|COMPLETION|SALE)\b[^.]{0,120}\b(?:NOTES|BONDS|DEBENTURES|OFFERING)", Options)]
    private static partial Regex Announces { get; }

    [GeneratedRegex(@"^(?:PRELIMINARY )?PROSPECTUS SUPPLEMENT\b", Options)]
    private static partial Regex ProspectusSupplement { get; }
}
