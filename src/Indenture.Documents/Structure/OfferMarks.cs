using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>
/// What an offer is called when no line opens it: the form type that a filing's header gives, the rule it is filed under, or the rows that only
/// a sheet of terms has. And whether an offer is of debt at all: shares are sold in documents of the same names.
/// </summary>
internal static partial class OfferMarks
{
    /// <summary>How far from its beginning a document is looked at.</summary>
    private const int Head = 6000;

    /// <summary>A sheet without a heading has at least this many different rows that only debt has.</summary>
    private const int FewestRows = 4;

    [GeneratedRegex(@"\b(?:FORM TYPE|SUBMISSION TYPE):? ?(?<form>424B\d|FWP)\b|^(?<form>424B\d|FWP) \d|\bFiled (?:Pursuant to|under) Rule (?<form>424 ?\(b\) ?\(\d\)|433)", Text.Options)]
    private static partial Regex Form { get; }

    [GeneratedRegex(@"\b(?:pricing supplement|prospectus supplement|term sheet)\b", Text.Options)]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"\b(?:(?:Notes|Bonds|Debentures|Securities|Certificates|Debt|Obligations) due\b|Medium-Term Notes|principal amount|(?:Senior|Subordinated|Floating Rate|Fixed Rate|Mortgage|Global|Callable|Linked|Yield|Step-Up|Zero Coupon|Convertible|Exchangeable|Unsecured) (?:Notes|Bonds|Debentures)|Mortgage Bonds|Debt Securities|Capital Securities|Trust Preferred|Maturity Date|Stated Maturity|Date of Maturity|\d% (?:[A-Z][A-Za-z-]+ ){0,5}(?:Notes|Bonds|Debentures)|(?:offering|purchasers|holders|delivery) of the (?:Notes|Bonds|Debentures)\b)", Text.Options)]
    private static partial Regex Debt { get; }

    [GeneratedRegex(@"\b(?:\d{1,3}(?:,\d{3})+ (?:common |ordinary |preferred |depositary |class [a-z] )?(?:shares|units|ADSs|American depositary shares|warrants)\b|(?:common|ordinary|preferred) (?:stock|shares|units)\b|depositary shares\b|shares of beneficial interest)", Text.Options)]
    private static partial Regex Shares { get; }

    [GeneratedRegex(@"\b(?<row>(?:stated |final )?maturity(?: date)?|date of maturity|coupon(?: rate| ?/ ?(?:stated )?interest rate)?|interest rate|interest payment dates?|coupon payment dates?|price to (?:the )?public|public offering price|issue price|(?:aggregate )?principal amount|benchmark treasury|settlement(?: date)?|CUSIP(?: ?/ ?ISIN)?|ISIN|redemption|repayment|record dates?|specified currency|day count(?: convention)?|spread to (?:benchmark )?treasury)(?: ?\([^()]{1,40}\))? ?(?::|\.{3}|$)", Text.Options)]
    private static partial Regex Row { get; }

    [GeneratedRegex(@"^(?:the )?(?:several )?underwriters?(?: named| listed|,|$)|^Names?(?: of Underwriters?)?:?$", Text.Options)]
    private static partial Regex Underwriters { get; }

    [GeneratedRegex(@"^CREDIT AGREEMENT\b|\b(?:amended and restated |revolving |term loan |bridge )?(?:credit|loan) agreement$|^FORM (?:10-[QK]|8-K|S-\d|20-F|6-K)\b|\b(?:QUARTERLY|ANNUAL|CURRENT) REPORT (?:PURSUANT|UNDER)\b|^PROXY STATEMENT|^INDEX TO FINANCIAL", Text.Options)]
    private static partial Regex OtherPaper { get; }

    /// <summary>The kind of the pieces from <paramref name="first"/> up to <paramref name="end"/>, where <paramref name="found"/> is what an opening line or a wrapper called them.</summary>
    public static DocumentKind KindOf(SourceText source, int first, int end, DocumentKind found)
    {
        var start = source.Pieces[first].Start;
        var head = source.Flat.Substring(start, Math.Min(Head, source.Pieces[end - 1].End - start));
        var kind = found == DocumentKind.Unknown ? ByMarks(source, first, end, head) : found;
        // "Indenture" is also the heading of a paragraph in a report.
        if (kind is DocumentKind.Unknown or DocumentKind.Indenture && ReportsSale(head)) return DocumentKind.Announcement;
        return kind is DocumentKind.FinalTermSheet or DocumentKind.PricingSupplement or DocumentKind.ProspectusSupplement or DocumentKind.UnderwritingAgreement && !OffersDebt(source, first, end, head)
            ? DocumentKind.Unknown
            : kind;
    }

    /// <summary>An item of a current report about an agreement or another event, or a press release, that tells of a sale of notes.</summary>
    public static bool ReportsSale(string head) => Report.IsMatch(head) && ReportedSaleClause.Sale.IsMatch(head);

    [GeneratedRegex(@"\bItem (?:1\.01|2\.03|8\.01)\b|\b(?:today|has|have) (?:announced|priced)\b|\bannounced (?:today|the pricing|that it has priced|it has priced)\b", Text.Options)]
    private static partial Regex Report { get; }

    private static DocumentKind ByMarks(SourceText source, int first, int end, string head)
    {
        if (Form.Match(head) is { Success: true, Index: < 3000 } form)
        {
            var name = form.Groups["form"].Value.Replace(" ", "", StringComparison.Ordinal).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal).ToUpperInvariant();
            if (name is "FWP" or "433") return DocumentKind.FinalTermSheet;
            return Named.Match(head, form.Index) is { Success: true } named && named.Value.StartsWith("pricing", StringComparison.OrdinalIgnoreCase) || name is "424B2" or "424B3"
                ? DocumentKind.PricingSupplement
                : DocumentKind.ProspectusSupplement;
        }
        if (Elsewhere.IsMatch(head)) return DocumentKind.Unknown;
        for (var piece = first; piece < end && source.Pieces[piece].Start - source.Pieces[first].Start < 2000; piece++)
            if (OtherPaper.IsMatch(source.Flat.AsSpan(source.Pieces[piece].Start, Math.Min(200, source.Pieces[piece].Length)))) return DocumentKind.Unknown;
        foreach (var (words, kind) in Sentences)
            if (words.IsMatch(head)) return kind;
        if (RowsOf(source, first, end) >= FewestRows) return DocumentKind.FinalTermSheet;
        return PriceTable.IsMatch(head) || HasUnderwriterTable(source, first, end) ? DocumentKind.ProspectusSupplement : DocumentKind.Unknown;
    }

    /// <summary>The words by which a document speaks of itself, in the order in which they are tried.</summary>
    private static readonly (Regex Words, DocumentKind Kind)[] Sentences =
    [
        (GuaranteeMade, DocumentKind.GuaranteeAgreement),
        (AgencyMade, DocumentKind.AgencyAgreement),
        (SupplementMade, DocumentKind.SupplementalIndenture),
        (TermsAgreementMade, DocumentKind.TermsAgreement),
        (SoldToUnderwriters, DocumentKind.UnderwritingAgreement),
        (ThisPricingSupplement, DocumentKind.PricingSupplement),
        (ThisProspectusSupplement, DocumentKind.ProspectusSupplement),
        (FreeWriting, DocumentKind.FinalTermSheet),
    ];

    [GeneratedRegex(@"^.{0,1500}?\bGUARANTEE AGREEMENT\b.{0,600}?\bis executed and delivered by\b", Text.Options)]
    private static partial Regex GuaranteeMade { get; }

    [GeneratedRegex(@"^.{0,300}\bAGENCY AGREEMENT,? (?:is )?(?:made|dated|entered into)\b", Text.Options)]
    private static partial Regex AgencyMade { get; }

    [GeneratedRegex(@"^.{0,1500}?\bSUPPLEMENTAL INDENTURE\b(?: NO\. \d{1,3})?(?: \([^()]{3,60}\))?,? (?:is )?(?:dated|made|entered into)\b.{0,3000}?\b(?:Trustee|Indenture)\b", Text.Options)]
    private static partial Regex SupplementMade { get; }

    [GeneratedRegex(@"^.{0,300}\bTERMS AGREEMENT Dated\b", Text.Options)]
    private static partial Regex TermsAgreementMade { get; }

    [GeneratedRegex(@"\b(?:sell|sale) (?:to (?:you|the several|each of)|by the (?:Issuer|Company) and the purchase by)\b.{0,200}?\b(?:Underwriters|Initial Purchasers|Managers)\b.{0,600}?\b(?:principal )?amounts?\b", Text.Options)]
    private static partial Regex SoldToUnderwriters { get; }

    [GeneratedRegex(@"\b(?:this pricing supplement|^.{0,300}PRICING SUPPLEMENT NO)\b", Text.Options)]
    private static partial Regex ThisPricingSupplement { get; }

    [GeneratedRegex(@"\bthis prospectus supplement\b|\bWe are offering \$[\d,.]+(?: million| billion)? (?:(?:in )?(?:aggregate )?principal amount )?of our\b|\(To (?:the )?Prospectus dated\b", Text.Options)]
    private static partial Regex ThisProspectusSupplement { get; }

    /// <summary>The legend that a free-writing prospectus must carry.</summary>
    [GeneratedRegex(@"\bhas filed a registration statement\b.{0,260}?\bfor the offering (?:to which|of)\b", Text.Options)]
    private static partial Regex FreeWriting { get; }

    [GeneratedRegex(@"\b(?:public offering price|price to (?:the )?public)\b.{0,80}?\bunderwriting\b.{0,20}?\bdiscounts?\b.{0,80}?\bproceeds\b", Text.Options)]
    private static partial Regex PriceTable { get; }

    /// <summary>A list of exhibits, and what another filing holds, name agreements that do not stand here; an event is reported of them.</summary>
    [GeneratedRegex(@"\bincorporated (?:herein )?by reference to Exhibit\b|^.{0,400}\bItem \d\.\d\d\b", Text.Options)]
    private static partial Regex Elsewhere { get; }

    /// <summary>Debt is named before shares are: a prospectus for shares speaks of notes where it tells what the money is for.</summary>
    private static bool OffersDebt(SourceText source, int first, int end, string head)
    {
        var debt = Debt.Match(head);
        var shares = Shares.Match(head);
        if (debt.Success) return !shares.Success || debt.Index < shares.Index;
        return !shares.Success && (RowsOf(source, first, end) >= 2 || HasUnderwriterTable(source, first, end));
    }

    /// <summary>How many different rows of a sheet of terms stand in the document's beginning.</summary>
    private static int RowsOf(SourceText source, int first, int end)
    {
        var rows = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = source.Pieces[first].Start;
        for (var piece = first; piece < end && source.Pieces[piece].Start - start < 2 * Head; piece++)
        {
            var text = source.Of(source.Pieces[piece]);
            // A label is a short piece or begins one; in a text of one line it stands anywhere before its colon.
            var run = text[..Math.Min(text.Length, text.Length > 400 ? 2 * Head : 80)].ToString();
            foreach (Match row in Row.Matches(run))
                if (row.Index < 12 || run.Length > 80 && row.Value.EndsWith(':')) rows.Add(row.Groups["row"].Value.TrimEnd('s', 'S'));
        }
        // Price, amount and settlement are words of every offer: one of the rows is about repayment or interest.
        return rows.Any(r => r.Contains("matur", StringComparison.OrdinalIgnoreCase) || r.Contains("coupon", StringComparison.OrdinalIgnoreCase) || r.Contains("interest", StringComparison.OrdinalIgnoreCase)) ? rows.Count : 0;
    }

    private static bool HasUnderwriterTable(SourceText source, int first, int end)
    {
        for (var piece = first; piece < end && piece < first + 2000; piece++)
        {
            if (source.Pieces[piece].Length > 40 || !Underwriters.IsMatch(source.Of(source.Pieces[piece]))) continue;
            for (var next = piece + 1; next < end && next < piece + 6; next++)
                if (source.Of(source.Pieces[next]).StartsWith("principal", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
