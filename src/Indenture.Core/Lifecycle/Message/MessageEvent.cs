namespace Indenture.Core;

/// <summary>What came in from the world about a series. A message is a statement of somebody else's and moves nothing by itself.</summary>
public abstract record MessageEvent : SeriesEvent
{
    private MessageEvent() { }

    /// <summary>A message was read in full and kept; it acts once, because its reference is remembered for ever.</summary>
    /// <param name="Type">Its type and version: "camt.054.001.08".</param>
    /// <param name="Owner">Who numbers it; empty where it does not say.</param>
    /// <param name="Reference">Its identification.</param>
    /// <param name="Sha256">Of its bytes, 64 hex digits.</param>
    /// <param name="Says">What it says, a sentence a statement.</param>
    /// <param name="Entries">References of the entries that it reports, which another message may report again; empty where it reports none.</param>
    public sealed record Received(string Type, string Owner, string Reference, string Sha256, IReadOnlyList<string> Says, IReadOnlyList<string> Entries) : MessageEvent;

    public T Match<T>(Func<Received, T> received) => this switch
    {
        Received e => received(e),
        _ => throw new InvalidOperationException("MessageEvent is a closed set"),
    };
}
