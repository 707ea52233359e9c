namespace Indenture.Documents;

/// <summary>Check digits, and the CUSIP inside an ISIN of the United States or Canada.</summary>
internal static class IdentifierCheckDigits
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var document in deal.Documents)
        {
            foreach (var (name, kind) in new[] { ("cusip", IdentifierKind.Cusip), ("isin", IdentifierKind.Isin), ("commonCode", IdentifierKind.CommonCode) })
                foreach (var fact in document.Every(name))
                {
                    var check = Identifier.Check(kind, fact.Value);
                    if (check.Valid) continue;
                    deal.Find(kind == IdentifierKind.CommonCode ? FindingCodes.CommonCodeCheck : FindingCodes.CheckDigit,
                        $"{fact.Value} has not the check digit that its other characters require" + (check.Expected is { } expected ? $" ({expected})." : "."), [(document, fact)], [fact.Value, .. check.Expected is { } e ? [e] : Array.Empty<string>()]);
                }
            if (document.First("isin") is { Value.Length: 12 } isin && document.First("cusip") is { } cusip && isin.Value[..2] is "US" or "CA" && document.Every("isin").Count() == 1 && isin.Value[2..11] != cusip.Value)
                deal.Find(FindingCodes.CheckDigit, $"The ISIN {isin.Value} does not hold the CUSIP {cusip.Value}.", [(document, isin), (document, cusip)], [isin.Value, cusip.Value]);
        }
    }
}
