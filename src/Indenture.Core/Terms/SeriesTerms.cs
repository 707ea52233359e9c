namespace Indenture.Core;

/// <summary>Several offerings of one series as one set of terms.</summary>
public static class SeriesTerms
{
    /// <summary>
    /// The first offering's terms, completed by what only a later one states; each offering a tap; the principal their sum, and unknown where one is.
    /// </summary>
    public static Terms Of(IReadOnlyList<(string Offering, Terms Terms)> offerings)
    {
        var first = offerings[0].Terms;
        if (offerings.Count == 1) return first;
        var merged = first;
        foreach (var (_, other) in offerings.Skip(1))
            foreach (var fact in TermFact.All)
                if (fact.Get(merged) is null) merged = fact.Copy(other, merged);
        return merged with
        {
            Principal = offerings.All(o => o.Terms.Principal is not null)
                ? new Cited<Money>(offerings.Select(o => o.Terms.Principal!.Value).Sum(first.Currency!.Value), [.. offerings.SelectMany(o => o.Terms.Principal!.Sources).Distinct()])
                : null,
            Taps = [.. offerings.Select(o => new Tap(o.Offering, o.Terms.IssueDate, o.Terms.Principal, o.Terms.PurchasePrice, o.Terms.PublicPrice, o.Terms.Interest.From, o.Terms.Underwriters))],
            Gaps = [.. merged.Gaps.Where(g => TermFact.Of(g.Name) is not Outcome<TermFact>.Done { Value: var fact } || fact.Get(merged) is null)],
        };
    }

    /// <summary>
    /// What must be the same for the notes of two offerings to be one series (TA-REOPEN-3): every fact of interest, maturity, days and denomination that both
    /// state, the steps of interest, and the schedule where both state one. Price, principal, buyers and issue date may differ.
    /// </summary>
    public static IReadOnlyList<(string Fact, string One, string Other)> Differences(Terms one, Terms other) =>
        [.. FactDifferences(one, other), .. StructureDifferences(one, other)];

    private static IEnumerable<(string, string, string)> StructureDifferences(Terms one, Terms other)
    {
        if (!one.Interest.Then.SequenceEqual(other.Interest.Then, SameRules)) yield return ("interest.then", Steps(one), Steps(other));
        if (one.Schedule is { } a && other.Schedule is { } b && (a with { Dates = null } != b with { Dates = null } || !(a.Dates ?? []).SequenceEqual(b.Dates ?? []))) yield return ("schedule", $"{a}", $"{b}");
    }

    private static string Steps(Terms terms) => terms.Interest.Then.Count == 0 ? "none" : string.Join(", ", terms.Interest.Then.Select(s => $"from {s.From.Value:yyyy-MM-dd}"));

    /// <summary>The same change on the same day, whoever states it.</summary>
    private static readonly IEqualityComparer<InterestStep> SameRules = EqualityComparer<InterestStep>.Create(
        (a, b) => a!.From.Value == b!.From.Value && TermFact.All.Where(InterestStep.MayChange).All(f => f.Get(a.Changed)?.Text == f.Get(b.Changed)?.Text), s => s.From.Value.GetHashCode());

    private static IEnumerable<(string, string, string)> FactDifferences(Terms one, Terms other) =>
        [.. TermFact.All
            .Where(f => f.Path is "currency" or "maturity" or "denomination" or "recordDate" || f.Path.StartsWith("interest.", StringComparison.Ordinal) || f.Path.StartsWith("businessDays.", StringComparison.Ordinal))
            .Select(f => (f.Name, One: f.Get(one)?.Text, Other: f.Get(other)?.Text))
            .Where(d => d is { One: not null, Other: not null } && d.One != d.Other)
            .Select(d => (d.Name, d.One!, d.Other!))];
}
