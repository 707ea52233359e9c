namespace Indenture.Core;

/// <summary>Why an offering is not booked, in the order in which it is tested.</summary>
public enum BookRefusal
{
    OfferingDiffers, FindingsOpen, OfferingIncomplete, AllocationsDiffer, PurchaseMoneyInexact, TapNotFungible, SeriesLimitExceeded, SeriesRedeemed,
}

/// <summary>Stores an offering with its terms as read, settled and assumed.</summary>
/// <param name="Findings">Every finding on the offering; an error that no settlement names is open.</param>
/// <param name="Files">SHA-256 of each file it was read from.</param>
public sealed record BookOffering(
    string Offering, Terms Terms, IReadOnlyList<Finding> Findings, IReadOnlyList<Settlement> Settled, IReadOnlyList<Assumed> Assumed, IReadOnlyList<string> Files)
{
    private IReadOnlyList<Finding> Open => [.. Findings.Where(f => f.Severity == Severity.Error && Settled.All(s => s.Finding != f.Id))];

    /// <summary>The same offering twice is the same offering once: no event. The same id with other terms is refused.</summary>
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Offering(Offering) is { } known)
            return SameTerms(known.Booked.Terms, Terms)
                ? Decision.Nothing
                : Refusal.Of(BookRefusal.OfferingDiffers, $"Offering {Offering} is booked already with other terms ({Difference(known.Booked.Terms, Terms)}); a booked offering is not changed by booking it again.");
        if (Open.Count > 0)
            return Refusal.Of(BookRefusal.FindingsOpen,
                $"Offering {Offering} has {Open.Count} open error{(Open.Count == 1 ? "" : "s")}: {string.Join("; ", Open.Select(f => $"{f.Id}: {f.Message.TrimEnd('.')}"))}. Settle each with --settle FINDING=VALUE:WHY.",
                [.. Open.SelectMany(f => f.Places)]);
        var missing = Missing();
        if (missing.Count > 0)
            return Refusal.Of(BookRefusal.OfferingIncomplete, $"Offering {Offering} states no {string.Join(", no ", missing)}; supply each with --assume NAME=VALUE:WHY.");
        var principal = Terms.Principal!.Value;
        if (Terms.Underwriters.Count > 0 && Terms.Underwriters.Select(u => u.Principal.Value).Sum(principal.Currency) is var allotted && allotted != principal)
            return Refusal.Of(BookRefusal.AllocationsDiffer, $"The underwriters of offering {Offering} take {allotted.ToDisplay()} in all, but the offering is of {principal.ToDisplay()}.");
        return PurchaseMoneyOf(Terms).Then<Decision>(money =>
        {
            if (state.Offerings.Count > 0)
            {
                if (state.Redemption is not null) return Refusal.Of(BookRefusal.SeriesRedeemed, $"Series {state.Id} is redeemed; nothing is added to it.");
                var differences = SeriesTerms.Differences(state.Offerings[0].Booked.Terms, Terms);
                if (differences.Count > 0)
                    return Refusal.Of(BookRefusal.TapNotFungible,
                        $"Offering {Offering} would join series {state.Id}, but {string.Join("; ", differences.Select(d => $"{d.Fact} is {d.Other} where the series has {d.One}"))}.");
            }
            var total = state.Offerings.Select(o => o.Booked.Terms.Principal!.Value).Append(principal).Sum(principal.Currency);
            if ((Terms.SeriesLimit ?? state.Offerings.Select(o => o.Booked.Terms.SeriesLimit).FirstOrDefault(l => l is not null)) is { } limit && total.CompareTo(limit.Value) > 0)
                return Refusal.Of(BookRefusal.SeriesLimitExceeded, $"With offering {Offering} series {state.Id} would be {total.ToDisplay()}, more than its limit of {limit.Value.ToDisplay()}.");
            return new Decision(new OfferingEvent.Booked(Offering, Terms.Title?.Value ?? "", Terms, Findings, Settled, Assumed, Files, money));
        });
    }

    private List<string> Missing()
    {
        var missing = new List<string>();
        if (Terms.Issuer is null) missing.Add("issuer");
        if (Terms.Currency is null) missing.Add("currency");
        if (Terms.Principal is null) missing.Add("principal");
        if (Terms.Maturity is null && Terms.Schedule is null) missing.Add("maturity");
        return missing;
    }

    /// <summary>
    /// What each underwriter pays and earns: allocation x price, exact to the minor unit (a need to round is an error, TA-PRICE-13). Accrued
    /// interest is nil: the notes are issued at the closing (TA-PRICE-19). Empty where no purchase price is stated.
    /// </summary>
    public static Outcome<IReadOnlyList<PurchaseMoney>> PurchaseMoneyOf(Terms terms)
    {
        var rows = new List<PurchaseMoney>();
        if (terms.PurchasePrice is not { } price) return rows;
        foreach (var underwriter in terms.Underwriters)
        {
            var allocation = underwriter.Principal.Value;
            var amount = Exactly(allocation.ToRatio() * price.Value.ToRatio(), allocation.Currency);
            var spread = terms.PublicPrice is { } offered
                ? Exactly(allocation.ToRatio() * (offered.Value.ToRatio() - price.Value.ToRatio()), allocation.Currency)
                : null;
            if (amount is null || (terms.PublicPrice is not null && spread is null))
                return Refusal.Of(BookRefusal.PurchaseMoneyInexact, $"{allocation.ToDisplay()} at {price.Value}% for {underwriter.Name.Value} is no whole number of minor units; no rounding of purchase money is stated.");
            rows.Add(new PurchaseMoney(underwriter.Name.Value, allocation, amount, spread));
        }
        return rows;
    }

    private static Money? Exactly(Ratio major, Currency currency)
    {
        var minor = major * currency.MinorUnits;
        return minor.Denominator == 1 ? new Money((long)minor.Numerator, currency) : null;
    }

    private static bool SameTerms(Terms one, Terms other) => Difference(one, other).Length == 0;

    private static string Difference(Terms one, Terms other) => string.Join("; ", TermFact.All
        .Select(f => (f.Name, One: f.Get(one)?.Text, Other: f.Get(other)?.Text))
        .Where(d => d.One != d.Other)
        .Select(d => $"{d.Name} {d.One ?? "unknown"} against {d.Other ?? "unknown"}")
        .Concat(one.Underwriters.Select(u => (u.Name.Value, u.Principal.Value)).SequenceEqual(other.Underwriters.Select(u => (u.Name.Value, u.Principal.Value))) ? [] : ["the underwriters"]));
}
