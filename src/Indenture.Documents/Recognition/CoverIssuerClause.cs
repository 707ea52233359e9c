using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The issuer on a line of its own above the title, or in capitals before it where a text has no lines. Never one of the banks, who stand below.</summary>
internal static partial class CoverIssuerClause
{
    public static Recogniser Recogniser { get; } = new("issuer on the cover", Role.Offer | Role.Contract, [], [], Read);

    private const int Reach = 5000;

    /// <summary>A piece of this length is a text whose lines are lost, no cell of a table.</summary>
    private const int LongLine = 300;

    [GeneratedRegex(@"^(?:[A-Z][\w&.,'’()*-]*|[A-Z]\. ?[A-Z]\.)(?: (?:[A-Z&(][\w&.,'’()*-]*|of|and|the|de|&)){0,8}(?<tail>,? (?:Inc|Incorporated|INC|INCORPORATED|Corp|Corporation|CORP|CORPORATION|Company|COMPANY|& Co|& CO|LLC|L\.L\.C|L\.P|LP|Ltd|LTD|Limited|LIMITED|PLC|plc|N\.V|S\.A|S\.p\.A|AG|AB|ASA|SE|Bank|BANK|Bancorp|BANCORP|Bancshares|Trust|TRUST|Group|GROUP|Holdings|HOLDINGS|Association|ASSOCIATION|N\.A))\.?(?: \([A-Z][^)]{2,40}\))?$|^(?:THE )?(?:UNITED MEXICAN STATES|(?:REPUBLIC|KINGDOM|PROVINCE|STATE|FEDERATIVE REPUBLIC|COMMONWEALTH) OF [A-Z][A-Z ]{2,40}|(?:Republic|Kingdom|Province|State|Federative Republic|Commonwealth) of [A-Z][A-Za-z ]{2,40})$", Text.Cased)]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"(?:\d|[a-z)]) (?<name>[A-Z][A-Z&.,'’-]+(?: [A-Z&][A-Z&.,'’-]*){0,6},? (?:CORPORATION|COMPANY|INC\.?|CORP\.?|LLC|L\.P\.|BANK|LIMITED|LTD\.?|PLC|N\.V\.))(?= (?:\d{1,2}(?:\.\d+)?%|GLOBAL\b|MEDIUM|FLOATING|FIXED|SENIOR|SUBORDINATED|NOTES|Global|Medium|Floating|Fixed|Senior|Subordinated|\$))", Text.Cased)]
    private static partial Regex InOneLine { get; }

    /// <summary>"Example Properties, Inc. is offering £500 million".</summary>
    [GeneratedRegex(@"(?<![A-Za-z,&] )\b(?<name>[A-Z][\w&.'’-]*(?: (?:[A-Z&][\w&.'’-]*|of|and|the)){0,7},? (?:Inc\.?|Corporation|Corp\.?|Company|LLC|L\.P\.|plc|PLC|Limited|Ltd\.?|N\.V\.|S\.A\.|Trust|Bank)) (?:is offering|will issue|expects to issue) (?:and selling )?(?:an aggregate principal amount of )?(?:US ?\$|U\.S\. ?\$|C\$|A\$|\$|€|£|¥)", Text.Cased)]
    private static partial Regex Offering { get; }

    [GeneratedRegex(@"\b(?:Underwriters?|Managers?|Book-?runners?|Representatives?|Agents?|Dealers?|Trustee|Purchasers?|Arrangers?)\b|^(?:Title|Designation|Principal|Maturity|Coupon|Interest|Price|Structure|Ratings?|Security|Securities|Format|Size|Trade|Settle|Pricing Date|Per )\b", Text.Options)]
    private static partial Regex Below { get; }

    [GeneratedRegex(@"\b(?:Securities|Capital Markets|Commission|Prospectus|Registration|Statement|Exchange|Filed|Rule|Act|Washington|Series|Notes|Report|BUSINESS|STREET|Stock|Depository|Underwriting)\b", Text.Options)]
    private static partial Regex NoIssuer { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var document = facts.Document;
        if (facts.First("issuer") is not null || document.Kind is DocumentKind.TermsAgreement or DocumentKind.FormOfAssignment or DocumentKind.GuaranteeAgreement or DocumentKind.AgencyAgreement) yield break;
        for (var piece = document.FirstPiece; piece < document.EndPiece && document[piece].Start - document.Start < Reach; piece++)
        {
            if (document[piece].Length is < 5 or > 90) continue;
            var line = document.Of(piece).ToString();
            if (Below.IsMatch(line) && !(document.Role == Role.Contract && line.Contains("rustee", StringComparison.Ordinal))) break;
            // A line among others of one paragraph is part of an address or a sentence.
            if (!Name.IsMatch(line) || NoIssuer.IsMatch(line) || piece > document.FirstPiece && document[piece].Before == Break.Cell && document[piece - 1].Length > 60) continue;
            // Names in cells beside or below each other are the banks of a cover.
            if (CountNames(document, piece) > 2) continue;
            foreach (var found in Of(line, document[piece].Start)) yield return found;
            yield break;
        }
        if (document.Role != Role.Contract && InOneLine.Match(passage.Text) is { Success: true } inLine && document[Cutting.PieceAt(document.Source, passage.Start + inLine.Groups["name"].Index)].Length > LongLine && !NoIssuer.IsMatch(inLine.Groups["name"].Value))
            foreach (var found in Of(inLine.Groups["name"].Value, passage.Start + inLine.Groups["name"].Index)) yield return found;
        else if (document.Role != Role.Contract && Offering.Match(passage.Text) is { Success: true } offering && !NoIssuer.IsMatch(offering.Groups["name"].Value))
            foreach (var found in Of(offering.Groups["name"].Value, passage.Start + offering.Groups["name"].Index)) yield return found;
    }

    /// <summary>How many companies the pieces around a name are.</summary>
    private static int CountNames(DocumentText document, int piece)
    {
        var (first, last) = (piece, piece);
        while (first > document.FirstPiece && document[first - 1].Length < 90 && Name.IsMatch(document.Of(first - 1))) first--;
        while (last + 1 < document.EndPiece && document[last + 1].Length < 90 && Name.IsMatch(document.Of(last + 1))) last++;
        return last - first + 1;
    }

    private static IEnumerable<Recognised> Of(string name, int start)
    {
        yield return new Recognised.States("issuer", name, start, start + name.Length);
        yield return new Recognised.Names("issuer", name, start, start + name.Length);
    }
}
