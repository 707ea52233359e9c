namespace Indenture.Core;

/// <summary>Interest and principal are never one run: who releases the one has not released the other.</summary>
public enum PaymentKind { Interest, Principal }

/// <summary>The numbers a due was computed from, frozen when it was announced: later code or calendars never move it.</summary>
/// <param name="How">The rate in words: "2.18750 + 0.55".</param>
public sealed record DueInputs(
    DateOnly AccrualStart, DateOnly AccrualEnd, int Days, Ratio Fraction, string DayCount, Ratio RatePerAnnum, string How, string Rounding, bool RoundingIsSilent,
    string CalendarsVersion, string Working);

/// <summary>What happened to a due: its dates announced, its position struck, funded, paid, sent, confirmed, closed.</summary>
public abstract record PaymentEvent : SeriesEvent
{
    private PaymentEvent() { }

    /// <summary>The dates of a due were made known; from here on no calendar moves them.</summary>
    /// <param name="RecordDate">Null where no rule is stated.</param>
    /// <param name="FundingDate">The day on which the issuer's money is due; it may lie after the day on which the holders are paid (AGY-4.1i).</param>
    public sealed record DatesAnnounced(
        int N, DateOnly AccrualStart, DateOnly AccrualEnd, DateOnly UnadjustedDate, DateOnly? RecordDate, DateOnly PaymentDate, DateOnly FundingDate, int Days, Ratio Fraction,
        string CalendarsVersion) : PaymentEvent;

    /// <summary>A person moved announced dates to where later calendars put them.</summary>
    /// <param name="Now">The dates as they are announced from here on.</param>
    /// <param name="Was">The payment date announced before.</param>
    public sealed record DatesMoved(DatesAnnounced Now, DateOnly Was, string Why) : PaymentEvent;

    /// <summary>A person looked at what later calendars would move and kept the announced dates.</summary>
    /// <param name="CalendarsVersion">The calendars that would move them; still later ones ask again.</param>
    public sealed record DatesKept(int N, string CalendarsVersion, string Why) : PaymentEvent;

    /// <summary>The position of a record date was taken and what is owed on it announced.</summary>
    public sealed record DueAnnounced(
        int N, DateOnly RecordDate, DateOnly UnadjustedDate, DateOnly PaymentDate, Money Outstanding, int Holders, string PositionHash, Money Interest, Money Principal, DueInputs Inputs) : PaymentEvent
    {
        /// <summary>What is owed of one kind.</summary>
        public Money Owed(PaymentKind kind) => kind switch { PaymentKind.Interest => Interest, PaymentKind.Principal => Principal };

        /// <summary>Everything that is owed on the day.</summary>
        public Money Total => Interest + Principal;
    }

    /// <summary>The issuer's money for a due arrived, unconditionally.</summary>
    public sealed record FundsReceived(int N, Money Amount) : PaymentEvent;

    /// <summary>Somebody who is neither of the two that release it looked at an unusual payment and cleared it.</summary>
    /// <param name="Reasons">Why it is unusual.</param>
    public sealed record UnusualCleared(string Run, Money Total, IReadOnlyList<string> Reasons, string Who, string Why) : PaymentEvent;

    /// <summary>Two persons released the run and it was paid in the same transaction.</summary>
    /// <param name="Hash">Of the run: what is paid to whom.</param>
    public sealed record RunPaid(string Run, int N, PaymentKind Kind, Money Total, int Holders, string Hash) : PaymentEvent;

    /// <summary>Every payment of the run was handed to the world.</summary>
    public sealed record RunSent(string Run, int N) : PaymentEvent;

    /// <summary>The world has confirmed every payment of the run.</summary>
    public sealed record RunConfirmed(string Run, int N) : PaymentEvent;

    /// <summary>Nothing of the due is open any more.</summary>
    public sealed record DueClosed(int N, DateOnly On) : PaymentEvent;

    public T Match<T>(Func<DatesAnnounced, T> dates, Func<DatesMoved, T> moved, Func<DatesKept, T> kept, Func<DueAnnounced, T> announced, Func<FundsReceived, T> funds, Func<UnusualCleared, T> cleared, Func<RunPaid, T> paid,
        Func<RunSent, T> sent, Func<RunConfirmed, T> confirmed, Func<DueClosed, T> closed) => this switch
    {
        DatesAnnounced e => dates(e),
        DatesMoved e => moved(e),
        DatesKept e => kept(e),
        DueAnnounced e => announced(e),
        FundsReceived e => funds(e),
        UnusualCleared e => cleared(e),
        RunPaid e => paid(e),
        RunSent e => sent(e),
        RunConfirmed e => confirmed(e),
        DueClosed e => closed(e),
        _ => throw new InvalidOperationException("PaymentEvent is a closed set"),
    };
}

/// <summary>The dues of a series and what became of them.</summary>
public sealed record PaymentState
{
    /// <summary>By number.</summary>
    public IReadOnlyDictionary<int, PaymentEvent.DatesAnnounced> Dates { get; init; } = new Dictionary<int, PaymentEvent.DatesAnnounced>();

    /// <summary>How often a person decided on announced dates, by number.</summary>
    public IReadOnlyDictionary<int, int> DateDecisions { get; init; } = new Dictionary<int, int>();

    /// <summary>The last decision to keep announced dates, by number.</summary>
    public IReadOnlyDictionary<int, PaymentEvent.DatesKept> Kept { get; init; } = new Dictionary<int, PaymentEvent.DatesKept>();

    /// <summary>By number.</summary>
    public IReadOnlyDictionary<int, PaymentEvent.DueAnnounced> Announced { get; init; } = new Dictionary<int, PaymentEvent.DueAnnounced>();

    /// <summary>The issuer's money received for a due, by its number; an advance is none of it.</summary>
    public IReadOnlyDictionary<int, Money> Funded { get; init; } = new Dictionary<int, Money>();

    /// <summary>By run.</summary>
    public IReadOnlyDictionary<string, PaymentEvent.UnusualCleared> Cleared { get; init; } = new Dictionary<string, PaymentEvent.UnusualCleared>();

    /// <summary>By run.</summary>
    public IReadOnlyDictionary<string, PaymentEvent.RunPaid> Paid { get; init; } = new Dictionary<string, PaymentEvent.RunPaid>();

    /// <summary>What a due's interest or principal no longer owes, whatever way it was settled: paid, withheld, paid through the exchange agent, returned to the issuer. By the run of due and kind.</summary>
    public IReadOnlyDictionary<string, Money> Settled { get; init; } = new Dictionary<string, Money>();

    /// <summary>Runs handed to the world.</summary>
    public IReadOnlySet<string> Sent { get; init; } = new HashSet<string>();

    /// <summary>Runs that the world confirmed.</summary>
    public IReadOnlySet<string> Confirmed { get; init; } = new HashSet<string>();

    /// <summary>Dues of which nothing is open.</summary>
    public IReadOnlySet<int> Closed { get; init; } = new HashSet<int>();

    /// <summary>Everything that the due owes has been settled; false for a due that was not announced.</summary>
    public bool IsPaid(int n) => Enum.GetValues<PaymentKind>().All(kind => IsPaid(n, kind));

    /// <summary>What the due owes of one kind has been settled; true where it owes none.</summary>
    public bool IsPaid(int n, PaymentKind kind) => Announced.TryGetValue(n, out var due) && Unpaid(due, kind).Minor == 0;

    /// <summary>What is still unpaid of one kind.</summary>
    public Money Unpaid(PaymentEvent.DueAnnounced due, PaymentKind kind) => due.Owed(kind) - (Settled.GetValueOrDefault(SeriesBooks.RunOf(due.N, kind)) ?? Money.Zero(due.Interest.Currency));

    /// <summary>The principal or interest settled on all dues.</summary>
    public Money SettledOf(PaymentKind kind, Currency currency) =>
        Settled.Where(s => s.Key.StartsWith(Names.Of(kind) + "-", StringComparison.Ordinal)).Select(s => s.Value).Sum(currency);

    internal PaymentState Settle(int n, PaymentKind kind, Money amount)
    {
        var run = SeriesBooks.RunOf(n, kind);
        return this with { Settled = Settled.With(run, Settled.TryGetValue(run, out var earlier) ? earlier + amount : amount) };
    }

    /// <summary>The run has one payment more, which was neither sent nor confirmed.</summary>
    internal PaymentState Reopen(string run) => this with { Sent = Sent.Where(r => r != run).ToHashSet(), Confirmed = Confirmed.Where(r => r != run).ToHashSet() };

    public static PaymentState Evolve(PaymentState state, PaymentEvent happened) => happened.Match(
        dates => state with { Dates = state.Dates.With(dates.N, dates) },
        moved => state with
        {
            Dates = state.Dates.With(moved.Now.N, moved.Now),
            DateDecisions = Decided(state, moved.Now.N),
            Announced = state.Announced.TryGetValue(moved.Now.N, out var due) ? state.Announced.With(due.N, due with { PaymentDate = moved.Now.PaymentDate }) : state.Announced,
        },
        kept => state with { Kept = state.Kept.With(kept.N, kept), DateDecisions = Decided(state, kept.N) },
        announced => state with { Announced = state.Announced.With(announced.N, announced) },
        funds => state with { Funded = state.Funded.With(funds.N, state.Funded.TryGetValue(funds.N, out var earlier) ? earlier + funds.Amount : funds.Amount) },
        cleared => state with { Cleared = state.Cleared.With(cleared.Run, cleared) },
        paid => (state with { Paid = state.Paid.With(paid.Run, paid) }).Settle(paid.N, paid.Kind, paid.Total),
        sent => state with { Sent = new HashSet<string>(state.Sent) { sent.Run } },
        confirmed => state with { Confirmed = new HashSet<string>(state.Confirmed) { confirmed.Run } },
        closed => state with { Closed = new HashSet<int>(state.Closed) { closed.N } });

    private static IReadOnlyDictionary<int, int> Decided(PaymentState state, int n) => state.DateDecisions.With(n, state.DateDecisions.GetValueOrDefault(n) + 1);
}
