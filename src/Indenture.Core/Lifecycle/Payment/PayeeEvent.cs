namespace Indenture.Core;

/// <summary>What happened to one payee, or to the payees of interest that was not paid in time.</summary>
public abstract record PayeeEvent : SeriesEvent
{
    private PayeeEvent() { }

    /// <summary>Nothing is paid to the payee until the hold is released.</summary>
    public sealed record PayeeHeld(string Holder, string Why, string Who) : PayeeEvent;

    /// <summary>Two persons released the hold.</summary>
    public sealed record HoldReleased(string Holder, string Why) : PayeeEvent;

    /// <summary>A run was paid without a payee on hold; what it was to get stays owed and stays held.</summary>
    public sealed record HeldBack(string Run, int N, PaymentKind Kind, string Holder, Money Amount) : PayeeEvent;

    /// <summary>What had been held back was paid.</summary>
    public sealed record HeldBackPaid(string Run, int N, PaymentKind Kind, string Holder, Money Amount) : PayeeEvent;

    /// <summary>What nobody claimed in time went back to the issuer, to whom alone the holder now looks.</summary>
    public sealed record UnclaimedReturned(string Run, int N, PaymentKind Kind, string Holder, Money Amount) : PayeeEvent;

    /// <summary>A part of a holder's payment was withheld by law before it was paid.</summary>
    public sealed record Withheld(int N, PaymentKind Kind, string Holder, Money Amount, string Why) : PayeeEvent;

    /// <summary>Interest was not paid on its day: the holders of its record date are owed it no more (NOTE-DEFINT-1).</summary>
    public sealed record InterestDefaulted(int N, Money Amount, DateOnly On) : PayeeEvent;

    /// <summary>Who is owed defaulted interest, and when it is paid, was fixed and told to the holders (NOTE-DEFINT-2, NOTE-DEFINT-3).</summary>
    public sealed record SpecialRecordDateFixed(int N, DateOnly Notice, DateOnly RecordDate, DateOnly PaymentDate) : PayeeEvent;

    /// <summary>The position of the special record date was taken.</summary>
    public sealed record SpecialPositionTaken(int N, DateOnly RecordDate, Money Outstanding, int Holders, string PositionHash) : PayeeEvent;

    public T Match<T>(Func<PayeeHeld, T> held, Func<HoldReleased, T> released, Func<HeldBack, T> back, Func<HeldBackPaid, T> backPaid, Func<UnclaimedReturned, T> returned, Func<Withheld, T> withheld,
        Func<InterestDefaulted, T> defaulted, Func<SpecialRecordDateFixed, T> special, Func<SpecialPositionTaken, T> taken) => this switch
    {
        PayeeHeld e => held(e),
        HoldReleased e => released(e),
        HeldBack e => back(e),
        HeldBackPaid e => backPaid(e),
        UnclaimedReturned e => returned(e),
        Withheld e => withheld(e),
        InterestDefaulted e => defaulted(e),
        SpecialRecordDateFixed e => special(e),
        SpecialPositionTaken e => taken(e),
        _ => throw new InvalidOperationException("PayeeEvent is a closed set"),
    };
}

/// <summary>Payees on hold, what was held back or withheld, and interest in default.</summary>
public sealed record PayeeState
{
    public IReadOnlyDictionary<string, PayeeEvent.PayeeHeld> Holds { get; init; } = new Dictionary<string, PayeeEvent.PayeeHeld>();

    /// <summary>What a run owes a payee that was on hold, by run and holder.</summary>
    public IReadOnlyDictionary<(string Run, string Holder), PayeeEvent.HeldBack> HeldBack { get; init; } = new Dictionary<(string, string), PayeeEvent.HeldBack>();

    /// <summary>Runs in which something that had been held back was paid after all.</summary>
    public IReadOnlySet<string> PaidLater { get; init; } = new HashSet<string>();

    /// <summary>How many holds have been released: each release is approved on its own.</summary>
    public int Releases { get; init; }

    public IReadOnlyList<PayeeEvent.Withheld> Withheld { get; init; } = [];

    /// <summary>By due.</summary>
    public IReadOnlyDictionary<int, PayeeEvent.InterestDefaulted> Defaulted { get; init; } = new Dictionary<int, PayeeEvent.InterestDefaulted>();
    public IReadOnlyDictionary<int, PayeeEvent.SpecialRecordDateFixed> Special { get; init; } = new Dictionary<int, PayeeEvent.SpecialRecordDateFixed>();
    public IReadOnlyDictionary<int, PayeeEvent.SpecialPositionTaken> Taken { get; init; } = new Dictionary<int, PayeeEvent.SpecialPositionTaken>();

    /// <summary>What was withheld from a holder of a due.</summary>
    public Money WithheldFrom(int n, PaymentKind kind, string holder, Currency currency) =>
        Withheld.Where(w => w.N == n && w.Kind == kind && w.Holder == holder).Select(w => w.Amount).Sum(currency);

    public static PayeeState Evolve(PayeeState state, PayeeEvent happened) => happened.Match(
        held => state with { Holds = state.Holds.With(held.Holder, held) },
        released => state with { Holds = state.Holds.Without(released.Holder), Releases = state.Releases + 1 },
        back => state with { HeldBack = state.HeldBack.With((back.Run, back.Holder), back) },
        paid => state with { HeldBack = state.HeldBack.Without((paid.Run, paid.Holder)), PaidLater = new HashSet<string>(state.PaidLater) { paid.Run } },
        returned => state with { HeldBack = state.HeldBack.Without((returned.Run, returned.Holder)) },
        withheld => state with { Withheld = [.. state.Withheld, withheld] },
        defaulted => state with { Defaulted = state.Defaulted.With(defaulted.N, defaulted) },
        special => state with { Special = state.Special.With(special.N, special) },
        taken => state with { Taken = state.Taken.With(taken.N, taken) });

    /// <summary>What the event settles of a due, beside <see cref="PaymentEvent.RunPaid"/>; null where it settles nothing.</summary>
    internal static (int N, PaymentKind Kind, Money Amount)? Settles(PayeeEvent happened) => happened.Match<(int, PaymentKind, Money)?>(
        _ => null, _ => null, _ => null, paid => (paid.N, paid.Kind, paid.Amount), returned => (returned.N, returned.Kind, returned.Amount), withheld => (withheld.N, withheld.Kind, withheld.Amount),
        _ => null, _ => null, _ => null);
}
