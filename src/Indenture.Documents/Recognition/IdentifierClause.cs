using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>CUSIP, ISIN and Common Code, printed with or without blanks inside.</summary>
internal static partial class IdentifierClause
{
    public static Recogniser Recogniser { get; } = new("identifiers", Role.Terms,
        ["CUSIP", "CUSIP No.", "CUSIP Number", "ISIN", "ISIN No.", "ISIN Number", "Common Code", "CUSIP / ISIN Number", "CUSIP/ISIN", "CUSIP / ISIN",
            "CUSIP Code", "CUSIP or Common Code", "CUSIP #", "CUSIP#", "CUSIP/ISIN Number", "CUSIP/ISIN No.", "CUSIP and ISIN", "CUSIP and ISIN Number", "CUSIP Number and ISIN", "CUSIP No. and ISIN", "CUSIP No./ISIN", "CUSIP Number/ISIN", "ISIN/CUSIP", "ISIN / CUSIP", "ISIN and CUSIP", "ISIN Code", "ISIN #", "CUSIP/ISIN/Common Code", "CUSIP No. / ISIN", "CUSIP No. / ISIN No.", "CUSIP No./ISIN No.", "CUSIP Number / ISIN Number", "CUSIP Number/ISIN Number",
            "CUSIP/ISIN Code", "CUSIP / ISIN Code", "Security Identifiers", "Identifiers", "CUSIP, ISIN", "Security Codes", "Securities Codes", "Cusip/ISIN Numbers"], ["CUSIP No", "CUSIP number", "CUSIP:", "(CUSIP", "ISIN:", "ISIN No", "ISIN US"], Read);

    [GeneratedRegex(@"(?<![A-Z0-9])(?<id>[A-Z]{2} ?[A-Z0-9](?: ?[A-Z0-9]){8} ?\d)(?![A-Z0-9])", Text.Cased)]
    private static partial Regex Isin { get; }

    [GeneratedRegex(@"(?<![A-Z0-9])(?![0X -]{9})(?<id>[0-9A-Z](?:[ -]?[0-9A-Z@#*]){7}[ -]?\d)(?![A-Z0-9])", Text.Cased)]
    private static partial Regex Cusip { get; }

    [GeneratedRegex(@"(?<!\d)(?<id>\d{9})(?!\d)", Text.Cased)]
    private static partial Regex CommonCode { get; }

    /// <summary>An identifier in running text, right behind its name.</summary>
    [GeneratedRegex(@"\b(?:(?<kind>CUSIP)(?: No\.?| Numbers?| Code)?|(?<kind>ISIN)(?: No\.?| Numbers?| Code)?)(?: for the [^:;.]{1,40}? (?:is|are))?:? ?#?(?<id>[A-Z]{2}[A-Z0-9]{9}\d\b|[0-9A-Z]{3}[0-9A-Z ]{3,5}[0-9A-Z@#*]{2} ?\d\b)", Text.Cased)]
    private static partial Regex Named { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (!passage.IsRow)
        {
            // Another document's notes have identifiers too: only the first that is no misprint, and only where no row states one.
            foreach (var kind in new[] { ("CUSIP", "cusip", IdentifierKind.Cusip), ("ISIN", "isin", IdentifierKind.Isin) })
                if ((facts.Document.Role & Role.Offer) != 0 && passage.Start - facts.Document.Start < 60_000 && facts.First(kind.Item2) is null &&
                    Named.Matches(passage.Text).FirstOrDefault(m => m.Groups["kind"].Value == kind.Item1 && Rows.ValueOf(facts.Document, passage.Start + m.Groups["kind"].Index, kind.Item1.Length) is null && Identifier.Check(kind.Item3, Identifier.Normalise(m.Groups["id"].Value)).Valid) is { } named)
                    yield return Of(passage, kind.Item2, named);
            yield break;
        }
        var label = passage.Label!;
        if (label.Contains("COMMON", StringComparison.OrdinalIgnoreCase) && !label.Contains("CUSIP", StringComparison.OrdinalIgnoreCase))
        {
            if (CommonCode.Match(passage.Text) is { Success: true } code) yield return Of(passage, "commonCode", code);
            yield break;
        }
        var isins = Isin.Matches(passage.Text);
        // Of several readings of the same characters the one with a right check digit is meant.
        var isin = isins.FirstOrDefault(m => Identifier.Check(IdentifierKind.Isin, Identifier.Normalise(m.Groups["id"].Value)).Valid) ?? isins.FirstOrDefault();
        var both = label.Contains("IDENTIFIER", StringComparison.OrdinalIgnoreCase) || label.Contains("CODES", StringComparison.OrdinalIgnoreCase);
        if (isin is not null && (both || label.Contains("ISIN", StringComparison.OrdinalIgnoreCase) || isin.Index > 0)) yield return Of(passage, "isin", isin);
        if (!both && !label.Contains("CUSIP", StringComparison.OrdinalIgnoreCase)) yield break;
        var rest = isin is null ? passage.Text : string.Concat(passage.Text.AsSpan(0, isin.Index), new string('|', isin.Length), passage.Text.AsSpan(isin.Index + isin.Length));
        var cusips = Cusip.Matches(rest);
        if ((cusips.FirstOrDefault(m => Identifier.Check(IdentifierKind.Cusip, Identifier.Normalise(m.Groups["id"].Value)).Valid) ?? cusips.FirstOrDefault(m => m.Index < 40)) is { } cusip) yield return Of(passage, "cusip", cusip);
    }

    private static Recognised.States Of(Passage passage, string name, Match match) => passage.Fact(name, Identifier.Normalise(match.Groups["id"].Value), match.Groups["id"]);
}
