namespace Indenture.Core;

/// <summary>What happened to the rate of a floating period.</summary>
public abstract record RateEvent : SeriesEvent
{
    private RateEvent() { }

    /// <summary>The rate of a period was determined, with the fixing it rests on.</summary>
    /// <param name="PerAnnum">Exact, as a ratio: 0.0273750 for 2.73750%.</param>
    /// <param name="How">The sum in words: "2.18750 + 0.55".</param>
    public sealed record Fixed(int N, string Index, string Tenor, DateOnly Determination, Percent Fixing, Ratio PerAnnum, string How, string SourceFile, string SourceRow) : RateEvent;

    public T Match<T>(Func<Fixed, T> @fixed) => this switch
    {
        Fixed e => @fixed(e),
        _ => throw new InvalidOperationException("RateEvent is a closed set"),
    };
}
