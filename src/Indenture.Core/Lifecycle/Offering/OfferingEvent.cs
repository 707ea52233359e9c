namespace Indenture.Core;

/// <summary>What a person decided about a finding, and why.</summary>
/// <param name="Fact">The fact that was replaced; null where the finding changes none.</param>
public sealed record Settlement(string Finding, string Code, string Value, string Who, string Why, string? Fact, string? Replaced);

/// <summary>A fact that no document states, supplied with its reason.</summary>
public sealed record Assumed(string Fact, string Value, string Who, string Why);

/// <summary>One underwriter's money at the closing: allocation x purchase price, exact (TA-PRICE-13).</summary>
/// <param name="Spread">Allocation x (public price - purchase price); null where no public price is stated.</param>
public sealed record PurchaseMoney(string Underwriter, Money Allocation, Money Amount, Money? Spread);

/// <summary>What happened to an offering of the series.</summary>
public abstract record OfferingEvent : SeriesEvent
{
    private OfferingEvent() { }

    /// <summary>An offering was stored with its terms, what was settled and what was assumed.</summary>
    /// <param name="Findings">Every finding on the offering, settled or not.</param>
    /// <param name="Files">SHA-256 of each file it was read from.</param>
    /// <param name="Closing">What each underwriter owes at the closing; empty where price or allocations are unknown.</param>
    public sealed record Booked(
        string Offering, string Title, Terms Terms, IReadOnlyList<Finding> Findings, IReadOnlyList<Settlement> Settled, IReadOnlyList<Assumed> Assumed, IReadOnlyList<string> Files,
        IReadOnlyList<PurchaseMoney> Closing) : OfferingEvent;

    /// <summary>Purchase money was paid and the notes delivered against it.</summary>
    public sealed record Closed(string Offering, DateOnly Date, IReadOnlyList<PurchaseMoney> Paid, Money Proceeds, Money? Spread, IReadOnlyList<GlobalNote> Delivered) : OfferingEvent;

    /// <summary>A series that lived elsewhere was taken over in the middle of its life.</summary>
    /// <param name="AsOf">At the close of this day the book was as stated.</param>
    /// <param name="Cancelled">Cancelled before, without having been redeemed.</param>
    /// <param name="Redeemed">Paid off and retired before.</param>
    /// <param name="PaidTo">The payment date of the last due that was paid elsewhere, or the first day that earns interest.</param>
    /// <param name="PaidDues">How many dues were paid elsewhere; the next one is ours.</param>
    /// <param name="LastInterest">What the last of them paid in interest; null where the book does not say.</param>
    /// <param name="Notes">The certificates that were outstanding.</param>
    /// <param name="Positions">Rows of holders below them; the rows are the legs of the entry.</param>
    /// <param name="Book">The file and the row that the series came from.</param>
    public sealed record TakenOver(
        string Offering, DateOnly AsOf, Money Outstanding, Money Cancelled, Money Redeemed, DateOnly PaidTo, int PaidDues, Money? LastInterest, IReadOnlyList<GlobalNote> Notes, int Positions,
        Source.Import Book) : OfferingEvent;

    /// <summary>A fact of the terms was changed by an amendment, in every offering of the series.</summary>
    /// <param name="Fact">Its name.</param>
    /// <param name="Unit">The calendars of a record date in business days; null for any other fact.</param>
    /// <param name="Was">What it was before; null where it was not stated.</param>
    /// <param name="Why">The instrument.</param>
    public sealed record TermsChanged(string Fact, string Value, string? Unit, string? Was, string Why) : OfferingEvent
    {
        /// <summary>The terms with the fact as changed, citing the instrument and what it replaced.</summary>
        public Outcome<Terms> ApplyTo(Terms terms) => TermFact.Of(Fact).Then(fact => fact.Replace(terms, Value, Unit, new Source.Person("amendment", Why, Was)))
            .Map(changed => changed with { Gaps = [.. changed.Gaps.Where(g => g.Name != Fact)] });
    }

    public T Match<T>(Func<Booked, T> booked, Func<Closed, T> closed, Func<TakenOver, T> taken, Func<TermsChanged, T> changed) => this switch
    {
        Booked e => booked(e),
        Closed e => closed(e),
        TakenOver e => taken(e),
        TermsChanged e => changed(e),
        _ => throw new InvalidOperationException("OfferingEvent is a closed set"),
    };
}

/// <summary>An offering as booked; <paramref name="Closed"/> is null until purchase money and notes have changed hands.</summary>
public sealed record BookedOffering(OfferingEvent.Booked Booked, OfferingEvent.Closed? Closed);
