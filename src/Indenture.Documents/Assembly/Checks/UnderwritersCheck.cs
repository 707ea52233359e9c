namespace Indenture.Documents;

/// <summary>Who the underwriters are: one that is spoken of as several, one that bears the issuer's name; amounts in another money than the offer's.</summary>
internal static class UnderwritersCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var draft in deal.Offerings.DistinctBy(o => o.Agreement).Where(o => (o.Agreement.Document.Role & Role.Offer) != 0))
        {
            var document = draft.Agreement;
            var source = document.Document.Source;
            var rows = document.Allotments.Take(1).SelectMany(t => t.Rows).Where(r => r.Name is not null).ToList();
            if (rows.Count == 1 && document.Provided("manyUnderwriters") is { Count: > 0 } many)
                deal.Find(FindingCodes.SoleUnderwriter, $"{rows[0].Name} is the only underwriter, and the text speaks of \"that Underwriter\".", many.Select(m => (document, (Recognised)m)), [rows[0].Name!], null, [draft]);
            if (draft.Terms.Issuer?.Value is { } issuer && issuer.Split([' ', ','])[0] is { Length: > 5 } first && rows.Where(r => r.Name!.StartsWith(first + " ", StringComparison.OrdinalIgnoreCase)).ToList() is { Count: > 0 } affiliated)
                deal.Find(FindingCodes.UnderwriterAffiliated, $"{affiliated[0].Name} bears the name of the issuer, {issuer}.", [document], [.. affiliated.Select(r => source.Place(r.Start, r.Start + r.Name!.Length))], [affiliated[0].Name!, issuer], null, [draft]);
            if (document.Provided("bareDollar") is { Count: > 0 } bare && document.First("principal") is { } principal && document.Document.Words(principal.Start, principal.End).StartsWith("US", StringComparison.Ordinal))
                deal.Find(FindingCodes.CurrencyUnstated, "An amount stands after a bare $ in a document that prints US$.", bare.Select(b => (document, (Recognised)b)), [.. bare.Select(b => document.Document.Words(b.Start, b.End))], null, [draft]);
        }
    }
}
