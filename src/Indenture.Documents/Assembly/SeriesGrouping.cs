namespace Indenture.Documents;

/// <summary>Which offerings are one series: those under one ISIN, and those that say they join another.</summary>
internal static class SeriesGrouping
{
    public static IReadOnlyList<ReadSeries> Of(Deal deal)
    {
        foreach (var draft in deal.Offerings) FindParent(deal, draft);
        var groups = new List<List<Draft>>();
        foreach (var draft in deal.Offerings)
        {
            var joined = groups.Where(g => g.Any(other => AreOne(draft, other))).ToList();
            var group = joined.SelectMany(g => g).Append(draft).ToList();
            groups.RemoveAll(joined.Contains);
            groups.Add(group);
        }
        return [.. groups.Select(g => Series(g)).OrderBy(s => deal.Offerings.ToList().FindIndex(o => o.Id == s.Offerings[0]))];
    }

    private static bool AreOne(Draft one, Draft other) =>
        one.Parent == other || other.Parent == one || (one.Agreement == other.Agreement && one.Agreement.First("consolidatedPrincipal") is not null) ||
        (one.Terms.Isin is { } a && other.Terms.Isin is { } b && a.Value == b.Value) || (one.Terms.Cusip is { } c && other.Terms.Cusip is { } d && c.Value == d.Value);

    /// <summary>An offering that joins a series names the agreement of the first notes by its date, and the notes by their title.</summary>
    private static void FindParent(Deal deal, Draft draft)
    {
        var reopened = draft.Agreement.Citations.Where(c => c.For == "reopened").ToList();
        if (reopened.Count == 0) return;
        var title = reopened[0].Title;
        var agreement = reopened.FirstOrDefault(c => c.Date is not null);
        var ofThatDate = deal.Offerings.Where(o => o != draft && agreement is not null && o.Agreement.Value("agreementDate") == agreement.Date).ToList();
        var ofThatTitle = (agreement is null ? deal.Offerings.Where(o => o != draft) : ofThatDate)
            .Where(o => o.Terms.Title is { } t && Text.Key(t.Value).StartsWith(Text.Key(title), StringComparison.Ordinal) && o.Value("maturity") == draft.Value("maturity")).ToList();
        if (ofThatTitle.Count == 1) draft.Parent = ofThatTitle[0];
        draft.ParentMissing = ofThatTitle.Count == 0;
        if (agreement is not null && ofThatDate.Count > 1)
            deal.Find(FindingCodes.AmbiguousAgreementRef,
                $"A terms agreement dated {agreement.Date} is referred to, and {ofThatDate.Count} agreements at hand have that date" +
                (draft.Parent is { } parent ? $"; by title and maturity it is the one on \"{parent.Terms.Title!.Value}\" ({parent.Id})." : "; none or several have the title and maturity named."),
                [(draft.Agreement, agreement)], [.. ofThatDate.Select(o => o.Id)], draft.Parent?.Id, [draft]);
        if (draft.ParentMissing)
            deal.Find(FindingCodes.SeriesParentMissing,
                $"The notes join the series of \"{title}\"" + (agreement is null ? "" : $", sold under a terms agreement dated {agreement.Date}") + ", which is not at hand: the principal of the series, its issue date and the start of its interest are unknown.",
                [(draft.Agreement, reopened[0])], agreement?.Date is { } date ? [title, date] : [title], null, [draft]);
        if (draft.Parent is { } first && draft.Agreement.First("reopensProposed") is { } proposed)
            deal.Find(FindingCodes.SeriesParentNotIssued, $"The notes join a series that is only to be issued on {first.Value("closingDate") ?? "the same day"} (offering {first.Id}).",
                [(draft.Agreement, proposed)], [first.Id], null, [draft]);
    }

    private static ReadSeries Series(List<Draft> group)
    {
        // The first of a series before those that join it, then by the day of issue.
        var ordered = group.OrderBy(d => d.Parent is null ? 0 : 1).ThenBy(d => d.Terms.IssueDate?.Value ?? DateOnly.MaxValue).ThenBy(group.IndexOf).ToList();
        var id = ordered.Select(d => d.Terms.Isin?.Value).FirstOrDefault(i => i is not null) is { } isin ? Identifier.Normalise(isin) : ordered[0].Id;
        foreach (var draft in ordered) draft.Series = id;
        var terms = SeriesTerms.Of([.. ordered.Select(d => (d.Id, d.Terms))]);
        var known = ordered.All(d => d.Terms.Principal is not null) && ordered[0].Terms.Currency is { } currency
            ? ordered.Select(d => d.Terms.Principal!.Value).Sum(currency.Value)
            : null;
        var whole = ordered.Any(d => d.ParentMissing) ? null : known;
        if (whole is null && terms.Principal is not null)
            terms = terms with { Principal = null, Gaps = [new Gap("principal", "An earlier tranche of the series is not at hand; only what it adds is known.", []), .. terms.Gaps] };
        return new ReadSeries(id, terms.Title?.Value ?? "", [.. ordered.Select(d => d.Id)], whole, known, terms);
    }
}
