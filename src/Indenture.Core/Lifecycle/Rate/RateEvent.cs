using System.Text.Json.Serialization;

namespace Indenture.Core;

/// <summary>What happened to the rate of a floating period.</summary>
public abstract record RateEvent : SeriesEvent
{
    private RateEvent() { }

    /// <summary>The rate of a period was determined, with what it rests on.</summary>
    /// <param name="Fixing">The published rate in percent; null where the rate rests on quotations, on an earlier period, or on many overnight rates.</param>
    /// <param name="PerAnnum">As a ratio: 0.0273750 for 2.73750%.</param>
    /// <param name="How">The sum in words: "2.18750 + 0.55".</param>
    public sealed record Fixed(int N, string Index, string Tenor, DateOnly Determination, Percent? Fixing, Ratio PerAnnum, string How, string? SourceFile, string? SourceRow) : RateEvent
    {
        /// <summary>The index in percent, exact, where it is not a published fixing: what the next period's last resort repeats.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Ratio? IndexPercent { get; init; }

        /// <summary>Each step that failed before, with what was seen and asked; null where the published fixing was there.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public RateEvidence? Evidence { get; init; }

        /// <summary>One sentence for each step of the contract's determination that failed; null where none did.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public IReadOnlyList<string>? Passed { get; init; }

        /// <summary>The file that the fixing was read from, or what the calculation agent saw and was told.</summary>
        [JsonIgnore]
        public IReadOnlyList<Source> RestsOn =>
        [
            .. SourceFile is null ? Array.Empty<Source>() : [new Source.Import(SourceFile, SourceRow!)],
            .. Evidence?.Screen is { } screen ? [new Source.Import(screen.Record, $"{screen.Page}: {screen.Rate?.ToString() ?? "no rate"}")] : Array.Empty<Source>(),
            .. Evidence?.Polls.SelectMany(p => p.Quotations).Select(q => new Source.Import(q.Record, $"{q.Bank}: {q.Rate?.ToString() ?? "no rate"}")) ?? [],
        ];

        /// <summary>The index in percent, published or determined; null for a rate in arrears.</summary>
        [JsonIgnore]
        public Ratio? Repeatable => IndexPercent ?? (Fixing is { } fixing ? Ratio.Of(fixing.Value) : null);
    }

    /// <summary>A determined rate was replaced because it was manifestly wrong (NOTE-CALC-3); the earlier one stays in the journal.</summary>
    /// <param name="Was">The rate replaced, as a ratio.</param>
    /// <param name="Ground">What the error was, in a person's words.</param>
    public sealed record Corrected(Fixed Now, Ratio Was, string Ground) : RateEvent;

    /// <summary>Somebody was told of a determined rate (NOTE-CALC-2, NOTE-CALC-4).</summary>
    /// <param name="To">As the terms name them: "trustee", "issuer", an exchange.</param>
    /// <param name="Late">Told after the last day on which the terms have it in time.</param>
    /// <param name="PerAnnum">What was told, as a ratio.</param>
    /// <param name="Interest">The interest of the period that was told.</param>
    /// <param name="PaymentDate">The payment date that was told.</param>
    /// <param name="Record">Where the notice is kept.</param>
    public sealed record Notified(int N, string To, DateOnly On, bool Late, Ratio PerAnnum, Money Interest, DateOnly PaymentDate, string Record) : RateEvent;

    public T Match<T>(Func<Fixed, T> @fixed, Func<Corrected, T> corrected, Func<Notified, T> notified) => this switch
    {
        Fixed e => @fixed(e),
        Corrected e => corrected(e),
        Notified e => notified(e),
        _ => throw new InvalidOperationException("RateEvent is a closed set"),
    };
}
