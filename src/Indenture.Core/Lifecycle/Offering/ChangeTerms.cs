namespace Indenture.Core;

/// <summary>Why terms are not changed, in the order in which it is tested.</summary>
public enum ChangeTermsRefusal
{
    /// <summary>The notes were paid off.</summary>
    SeriesRedeemed,
    /// <summary>Currency and principal are what was issued: no amendment makes them another.</summary>
    FactFixed,
    /// <summary>The terms have that value.</summary>
    FactSame,
    /// <summary>Nobody says by what instrument.</summary>
    ReasonMissing,
    /// <summary>Something that was announced or determined would have other dates.</summary>
    TermsInUse,
}

/// <summary>
/// Changes one fact of the terms of a series by an amendment. What was announced, determined or paid stays as it is, and a change that would move it is refused.
/// Carried out only when two persons give it.
/// </summary>
/// <param name="Unit">The calendars of a record date in business days; null for any other fact.</param>
/// <param name="Why">The instrument: a supplemental indenture, a consent, with its date.</param>
public sealed record ChangeTerms(TermFact Fact, string Value, string? Unit, string Why)
{
    /// <summary>Refused by <see cref="ChangeTermsRefusal"/>, as the fact's value is not read, or as the changed terms make no promise.</summary>
    public Outcome<Decision> Decide(SeriesState state, Calendars calendars)
    {
        if (state.Redemption is { } redeemed) return Refusal.Of(ChangeTermsRefusal.SeriesRedeemed, $"Series {state.Id} was redeemed on {redeemed.Date:yyyy-MM-dd}; its terms are history.");
        if (Fact.Name is "currency" or "principal") return Refusal.Of(ChangeTermsRefusal.FactFixed, $"{Fact.Name} is what was issued; a further issue or a cancellation changes what is outstanding.");
        var before = state.Terms;
        var was = Fact.Get(before)?.Text;
        var changed = new OfferingEvent.TermsChanged(Fact.Name, Value, Unit, was, Why);
        return changed.ApplyTo(before).Then<Decision>(after =>
        {
            if (Fact.Get(after)?.Text == was) return Refusal.Of(ChangeTermsRefusal.FactSame, $"{Fact.Name} is {was} already.");
            if (string.IsNullOrWhiteSpace(Why)) return Refusal.Of(ChangeTermsRefusal.ReasonMissing, $"By what instrument {Fact.Name} becomes {Value} is not said.");
            return Promise.Of(after, calendars).Then<Decision>(now => Moved(state, before, now, calendars) is { } moved
                ? Refusal.Of(ChangeTermsRefusal.TermsInUse, $"{Fact.Name} cannot become {Value}: the {Names.Of(moved.Date)} of period {moved.N}, which was announced or determined, would be {moved.Now:yyyy-MM-dd} in the place of {moved.Was:yyyy-MM-dd}.")
                : new Decision(changed));
        });
    }

    /// <summary>A date of a period that something rests on and that would be another; null where there is none, or where the terms made no promise before.</summary>
    private static MovedDate? Moved(SeriesState state, Terms before, Promise now, Calendars calendars)
    {
        if (Promise.Of(before, calendars) is not Outcome<Promise>.Done { Value: var was }) return null;
        var used = state.Payments.Announced.Keys.Union(state.Payments.Dates.Keys).Union(state.Rates.Keys).ToHashSet();
        var periods = Dues.Periods(now);
        return Dues.Periods(was).Where(p => used.Contains(p.N)).SelectMany(p => CalendarChange.Between(p, periods.FirstOrDefault(n => n.N == p.N))).FirstOrDefault();
    }
}
