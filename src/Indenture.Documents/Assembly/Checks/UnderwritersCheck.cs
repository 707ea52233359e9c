namespace Indenture.Documents;

/// <summary>Who the underwriters are: one that is spoken of as several, one that bears the issuer's name; amounts in another money than the offer's.</summary>
internal static class UnderwritersCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        var offers = deal.Offerings.DistinctBy(o => o.Agreement).Where(o => (o.Agreement.Document.Role & Role.Offer) != 0).ToList();
        foreach (var draft in offers)
            if (Rows(draft) is [{ } only] && draft.Agreement.Provided("manyUnderwriters") is { Count: > 0 } many)
                deal.Find(FindingCodes.SoleUnderwriter, $"{only.Name} is the only underwriter, and the text speaks of \"that Underwriter\".", many.Select(m => (draft.Agreement, (Recognised)m)), [only.Name!], null, [draft]);

        var affiliated = offers.Where(o => o.Terms.Issuer is not null).SelectMany(o => Rows(o).Where(r => SharesName(r.Name!, o.Terms.Issuer!.Value)).Select(r => (Draft: o, Row: r)));
        foreach (var same in affiliated.GroupBy(a => (a.Row.Name, Issuer: a.Draft.Terms.Issuer!.Value)))
            deal.Find(FindingCodes.UnderwriterAffiliated, $"{same.Key.Name} bears the name of the issuer, {same.Key.Issuer}.", [.. same.Select(a => a.Draft.Agreement)],
                [.. same.Select(a => a.Draft.Agreement.Document.Source.Place(a.Row.Start, a.Row.Start + a.Row.Name!.Length))], [same.Key.Name!, same.Key.Issuer], null, same.Select(a => a.Draft));

        var bare = offers.Where(o => o.Agreement.First("principal") is { } p && o.Agreement.Document.Words(p.Start, p.End).StartsWith("US", StringComparison.Ordinal)).SelectMany(o => o.Agreement.Provided("bareDollar").Select(b => (Draft: o, At: b))).ToList();
        if (bare.Count > 0)
            deal.Find(FindingCodes.CurrencyUnstated, "An amount stands after a bare $ in a document that prints US$.", bare.Select(b => (b.Draft.Agreement, (Recognised)b.At)), [.. bare.Select(b => b.Draft.Agreement.Document.Words(b.At.Start, b.At.End)).Distinct()], null, bare.Select(b => b.Draft));
    }

    private static List<AllotmentRow> Rows(Draft draft) => [.. draft.Agreement.Allotments.Take(1).SelectMany(t => t.Rows).Where(r => r.Name is not null)];

    private static bool SharesName(string underwriter, string issuer) => issuer.Split([' ', ','])[0] is { Length: > 5 } first && underwriter.StartsWith(first + " ", StringComparison.OrdinalIgnoreCase);
}
