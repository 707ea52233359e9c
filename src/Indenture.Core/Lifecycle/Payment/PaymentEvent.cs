namespace Indenture.Core;

/// <summary>Interest and principal are never one run: who releases the one has not released the other.</summary>
public enum PaymentKind { Interest, Principal }

/// <summary>The numbers a due was computed from, frozen when it was announced: later code or calendars never move it.</summary>
/// <param name="How">The rate in words: "2.18750 + 0.55".</param>
public sealed record DueInputs(
    DateOnly AccrualStart, DateOnly AccrualEnd, int Days, Ratio Fraction, string DayCount, Ratio RatePerAnnum, string How, string Rounding, bool RoundingIsSilent,
    string CalendarsVersion, string Working);

/// <summary>What happened to a due: announced, funded, paid.</summary>
public abstract record PaymentEvent : SeriesEvent
{
    private PaymentEvent() { }

    /// <summary>The position of a record date was taken and what is owed on it announced.</summary>
    public sealed record DueAnnounced(
        int N, DateOnly RecordDate, DateOnly UnadjustedDate, DateOnly PaymentDate, Money Outstanding, int Holders, string PositionHash, Money Interest, Money Principal, DueInputs Inputs) : PaymentEvent
    {
        /// <summary>What is owed of one kind.</summary>
        public Money Owed(PaymentKind kind) => kind switch { PaymentKind.Interest => Interest, PaymentKind.Principal => Principal };
    }

    /// <summary>The issuer's money for a due arrived.</summary>
    public sealed record FundsReceived(int N, Money Amount) : PaymentEvent;

    /// <summary>Two persons released the run and it was paid in the same transaction.</summary>
    /// <param name="Hash">Of the run: what is paid to whom.</param>
    public sealed record RunPaid(string Run, int N, PaymentKind Kind, Money Total, int Holders, string Hash) : PaymentEvent;

    public T Match<T>(Func<DueAnnounced, T> announced, Func<FundsReceived, T> funds, Func<RunPaid, T> paid) => this switch
    {
        DueAnnounced e => announced(e),
        FundsReceived e => funds(e),
        RunPaid e => paid(e),
        _ => throw new InvalidOperationException("PaymentEvent is a closed set"),
    };
}

/// <summary>The dues of a series and what became of them.</summary>
public sealed record PaymentState
{
    /// <summary>By number.</summary>
    public IReadOnlyDictionary<int, PaymentEvent.DueAnnounced> Announced { get; init; } = new Dictionary<int, PaymentEvent.DueAnnounced>();

    /// <summary>Money received for a due, by its number.</summary>
    public IReadOnlyDictionary<int, Money> Funded { get; init; } = new Dictionary<int, Money>();

    /// <summary>By run.</summary>
    public IReadOnlyDictionary<string, PaymentEvent.RunPaid> Paid { get; init; } = new Dictionary<string, PaymentEvent.RunPaid>();

    /// <summary>Every kind that the due owes has been paid; false for a due that was not announced.</summary>
    public bool IsPaid(int n) => Announced.TryGetValue(n, out var due) &&
        Enum.GetValues<PaymentKind>().All(kind => due.Owed(kind).Minor == 0 || Paid.ContainsKey(SeriesBooks.RunOf(n, kind)));

    public static PaymentState Evolve(PaymentState state, PaymentEvent happened) => happened.Match(
        announced => state with { Announced = state.Announced.With(announced.N, announced) },
        funds => state with { Funded = state.Funded.With(funds.N, state.Funded.TryGetValue(funds.N, out var earlier) ? earlier + funds.Amount : funds.Amount) },
        paid => state with { Paid = state.Paid.With(paid.Run, paid) });
}
