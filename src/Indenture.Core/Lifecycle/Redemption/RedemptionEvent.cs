namespace Indenture.Core;

/// <summary>How the notes ended.</summary>
public abstract record RedemptionEvent : SeriesEvent
{
    private RedemptionEvent() { }

    /// <summary>The notes were paid in full and the global notes cancelled.</summary>
    public sealed record Redeemed(DateOnly Date, Money Principal, IReadOnlyList<string> Cancelled) : RedemptionEvent;

    public T Match<T>(Func<Redeemed, T> redeemed) => this switch
    {
        Redeemed e => redeemed(e),
        _ => throw new InvalidOperationException("RedemptionEvent is a closed set"),
    };
}
