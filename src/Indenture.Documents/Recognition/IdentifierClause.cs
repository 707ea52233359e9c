using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>CUSIP, ISIN and Common Code, printed with or without blanks inside.</summary>
internal static partial class IdentifierClause
{
    public static Recogniser Recogniser { get; } = new("identifiers", Role.Terms,
        ["CUSIP", "CUSIP No.", "CUSIP Number", "ISIN", "ISIN No.", "ISIN Number", "Common Code", "CUSIP / ISIN Number", "CUSIP/ISIN", "CUSIP / ISIN"], [], Read);

    [GeneratedRegex(@"(?<![A-Z0-9])(?<id>[A-Z]{2} ?[A-Z0-9](?: ?[A-Z0-9]){8} ?\d)(?![A-Z0-9])", Text.Cased)]
    private static partial Regex Isin { get; }

    [GeneratedRegex(@"(?<![A-Z0-9])(?<id>[0-9A-Z](?: ?[0-9A-Z@#*]){7} ?\d)(?![A-Z0-9])", Text.Cased)]
    private static partial Regex Cusip { get; }

    [GeneratedRegex(@"(?<!\d)(?<id>\d{9})(?!\d)", Text.Cased)]
    private static partial Regex CommonCode { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var label = passage.Label!;
        if (label.Contains("COMMON", StringComparison.OrdinalIgnoreCase))
        {
            if (CommonCode.Match(passage.Text) is { Success: true } code) yield return Of(passage, "commonCode", code);
            yield break;
        }
        var isin = Isin.Match(passage.Text);
        if (isin.Success && (label.Contains("ISIN", StringComparison.OrdinalIgnoreCase) || isin.Index > 0)) yield return Of(passage, "isin", isin);
        if (label.Contains("CUSIP", StringComparison.OrdinalIgnoreCase) && Cusip.Match(passage.Text) is { Success: true } cusip && (!isin.Success || cusip.Index + cusip.Length <= isin.Index))
            yield return Of(passage, "cusip", cusip);
    }

    private static Recognised.States Of(Passage passage, string name, Match match) => passage.Fact(name, Identifier.Normalise(match.Groups["id"].Value), match.Groups["id"]);
}
