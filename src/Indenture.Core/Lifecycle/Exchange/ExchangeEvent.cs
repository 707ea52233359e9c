namespace Indenture.Core;

/// <summary>How much of its payment a participant takes in the currency of the notes (AGY-9.1d, AGY-10o).</summary>
public abstract record ElectedPart
{
    private ElectedPart() { }

    /// <summary>All of it.</summary>
    public sealed record Whole : ElectedPart;

    /// <summary>The payment on so much principal of its notes.</summary>
    public sealed record OfNotes(Money Principal) : ElectedPart;

    /// <summary>So much of the payment: a ratio above zero and at most one.</summary>
    public sealed record OfPayment(Ratio Portion) : ElectedPart;

    public T Match<T>(Func<Whole, T> whole, Func<OfNotes, T> notes, Func<OfPayment, T> payment) => this switch
    {
        Whole e => whole(e),
        OfNotes e => notes(e),
        OfPayment e => payment(e),
        _ => throw new InvalidOperationException("ElectedPart is a closed set"),
    };

    /// <summary>"whole", "notes 1000000000 JPY", "payment 1/2".</summary>
    public sealed override string ToString() => Match(_ => "whole", n => $"notes {n.Principal} {n.Principal.Currency}", p => $"payment {p.Portion}");
}

/// <summary>What happened between the currency of the notes and the one that holders through the depositary take unless they elect otherwise.</summary>
public abstract record ExchangeEvent : SeriesEvent
{
    private ExchangeEvent() { }

    /// <summary>The depositary advised that a participant takes its payment, or a part of it, in the currency of the notes. A later advice replaces an earlier one.</summary>
    /// <param name="Part">As <see cref="ElectedPart.ToString"/> prints it.</param>
    /// <param name="Account">Where it is to be wired.</param>
    public sealed record Elected(int N, string Participant, string Part, string Account, DateTimeOffset At) : ExchangeEvent;

    /// <summary>The payment on the depositary's global notes was passed to the exchange agent and divided (AGY-10b, AGY-10g).</summary>
    /// <param name="Elections">How many participants take the currency of the notes.</param>
    /// <param name="Kept">What they take in it.</param>
    /// <param name="Remainder">What is left to be converted; kept and remainder are the amount, to the unit (AGY-10m).</param>
    /// <param name="Literal">What the participants who have elected nothing are due: the agreement's words read literally, which leave out the other part of a partial election.</param>
    /// <param name="PositionHash">Of the participants' positions on the record date.</param>
    public sealed record Divided(int N, PaymentKind Kind, string Holder, Money Amount, int Elections, Money Kept, Money Remainder, Money Literal, string PositionHash, string SharesHash) : ExchangeEvent;

    /// <summary>A person accepted that the remainder is converted although the literal amount is another (AGY-T37).</summary>
    public sealed record DifferenceAccepted(int N, PaymentKind Kind, Money Difference, string Who, string Why) : ExchangeEvent;

    /// <summary>A contract to buy the other currency was struck. Until the notes' currency is there it is an exposure, never a receipt (AGY-10n).</summary>
    /// <param name="Rate">Units of the notes' currency for one of the other, as paid out: prevailing at the time the agreement names.</param>
    /// <param name="Dealt">The rate of the contract; null where it is the same (AGY-T15).</param>
    /// <param name="Bank">The leading bank whose bid it is; null where a rate was available (AGY-10j).</param>
    /// <param name="Consulted">How the issuer was consulted on the choice of that bank.</param>
    /// <param name="Despite">Why the contract was struck without the issuer's confirmation of its instructions; null where it was there (AGY-T38).</param>
    public sealed record Bought(
        int N, PaymentKind Kind, Money Sold, string Currency, Ratio Rate, Ratio? Dealt, string Side, string RateSource, DateTimeOffset DealtAt, Deadline Deadline, string? Bank, string? Consulted, string? Despite) : ExchangeEvent;

    /// <summary>No rate and no bid was to be had: the payment is made in the currency of the notes to the account the depositary names (AGY-10k).</summary>
    /// <param name="Account">Null until the depositary has named it.</param>
    public sealed record RateUnavailable(int N, PaymentKind Kind, string Why, string? Account) : ExchangeEvent;

    /// <summary>On the payment date the two currencies changed hands; the costs were taken off once (AGY-10h, AGY-T17).</summary>
    /// <param name="Net">What the takers get: the amount at the rate less the costs, rounded once.</param>
    public sealed record Settled(int N, PaymentKind Kind, Money Sold, Money Net, Money Costs, Money Difference) : ExchangeEvent;

    /// <summary>Two persons released what was kept and what was bought.</summary>
    public sealed record ExchangePaid(string Run, int N, PaymentKind Kind, Money Amount, Money Kept, Money? Other, string Hash) : ExchangeEvent;

    public T Match<T>(Func<Elected, T> elected, Func<Divided, T> divided, Func<DifferenceAccepted, T> accepted, Func<Bought, T> bought, Func<RateUnavailable, T> unavailable, Func<Settled, T> settled,
        Func<ExchangePaid, T> paid) => this switch
    {
        Elected e => elected(e),
        Divided e => divided(e),
        DifferenceAccepted e => accepted(e),
        Bought e => bought(e),
        RateUnavailable e => unavailable(e),
        Settled e => settled(e),
        ExchangePaid e => paid(e),
        _ => throw new InvalidOperationException("ExchangeEvent is a closed set"),
    };
}

/// <summary>The exchange agent's side of a series.</summary>
public sealed record ExchangeState
{
    /// <summary>The last election of each participant, by due.</summary>
    public IReadOnlyDictionary<(int N, string Participant), ExchangeEvent.Elected> Elections { get; init; } = new Dictionary<(int, string), ExchangeEvent.Elected>();
    public IReadOnlyDictionary<(int N, PaymentKind Kind), ExchangeEvent.Divided> Divisions { get; init; } = new Dictionary<(int, PaymentKind), ExchangeEvent.Divided>();
    public IReadOnlyDictionary<(int N, PaymentKind Kind), ExchangeEvent.DifferenceAccepted> Accepted { get; init; } = new Dictionary<(int, PaymentKind), ExchangeEvent.DifferenceAccepted>();
    public IReadOnlyDictionary<(int N, PaymentKind Kind), ExchangeEvent.Bought> Contracts { get; init; } = new Dictionary<(int, PaymentKind), ExchangeEvent.Bought>();
    public IReadOnlyDictionary<(int N, PaymentKind Kind), ExchangeEvent.RateUnavailable> Unavailable { get; init; } = new Dictionary<(int, PaymentKind), ExchangeEvent.RateUnavailable>();
    public IReadOnlyDictionary<(int N, PaymentKind Kind), ExchangeEvent.Settled> Settlements { get; init; } = new Dictionary<(int, PaymentKind), ExchangeEvent.Settled>();
    public IReadOnlyDictionary<(int N, PaymentKind Kind), ExchangeEvent.ExchangePaid> Paid { get; init; } = new Dictionary<(int, PaymentKind), ExchangeEvent.ExchangePaid>();

    /// <summary>Contracts that are struck and not settled: an open exposure, for a person (AGY-10n).</summary>
    public IReadOnlyList<ExchangeEvent.Bought> Exposures => [.. Contracts.Where(c => !Settlements.ContainsKey(c.Key)).Select(c => c.Value)];

    public static ExchangeState Evolve(ExchangeState state, ExchangeEvent happened) => happened.Match(
        elected => state with { Elections = state.Elections.With((elected.N, elected.Participant), elected) },
        divided => state with { Divisions = state.Divisions.With((divided.N, divided.Kind), divided) },
        accepted => state with { Accepted = state.Accepted.With((accepted.N, accepted.Kind), accepted) },
        bought => state with { Contracts = state.Contracts.With((bought.N, bought.Kind), bought) },
        unavailable => state with { Unavailable = state.Unavailable.With((unavailable.N, unavailable.Kind), unavailable) },
        settled => state with { Settlements = state.Settlements.With((settled.N, settled.Kind), settled) },
        paid => state with { Paid = state.Paid.With((paid.N, paid.Kind), paid) });
}
