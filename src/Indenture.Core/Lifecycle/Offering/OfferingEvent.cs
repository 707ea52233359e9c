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

    public T Match<T>(Func<Booked, T> booked, Func<Closed, T> closed) => this switch
    {
        Booked e => booked(e),
        Closed e => closed(e),
        _ => throw new InvalidOperationException("OfferingEvent is a closed set"),
    };
}

/// <summary>An offering as booked; <paramref name="Closed"/> is null until purchase money and notes have changed hands.</summary>
public sealed record BookedOffering(OfferingEvent.Booked Booked, OfferingEvent.Closed? Closed);
