namespace Indenture.Core;

/// <summary>What happened to the money for a due before it is paid: called, promised, arrived on conditions, missing, advanced.</summary>
public abstract record FundingEvent : SeriesEvent
{
    private FundingEvent() { }

    /// <summary>The issuer was told what to pay, where and by when. A later call replaces an earlier one (AGY-4.1b).</summary>
    /// <param name="PaymentDate">The day on which the holders are paid. Where it lies before <paramref name="ValueDate"/> the agent is not funded on it (AGY-T09).</param>
    /// <param name="Confirmation">By when the issuer confirms its irrevocable instructions; null where the terms do not ask for it.</param>
    public sealed record FundsCalled(int N, Money Amount, string Account, DateOnly ValueDate, DateOnly PaymentDate, Deadline? Confirmation) : FundingEvent;

    /// <summary>The issuer confirmed that irrevocable instructions have been given.</summary>
    public sealed record InstructionsConfirmed(int N, string Reference, DateTimeOffset At, bool Late) : FundingEvent;

    /// <summary>A credit that can be taken back: not a receipt (AGY-4.2e).</summary>
    public sealed record ConditionalCredited(int N, string Reference, Money Amount, string Condition) : FundingEvent;

    /// <summary>A conditional credit was taken back.</summary>
    public sealed record ConditionalReversed(int N, string Reference, Money Amount) : FundingEvent;

    /// <summary>The condition of a credit fell away; <see cref="PaymentEvent.FundsReceived"/> follows it.</summary>
    public sealed record ConditionLifted(int N, string Reference, Money Amount) : FundingEvent;

    /// <summary>On its day the money for a due was not there in full.</summary>
    public sealed record ShortfallFound(int N, Money Owed, Money Received, Money Missing, DateOnly On) : FundingEvent;

    /// <summary>The issuer was told of a shortfall.</summary>
    /// <param name="InOrder">It was told by the means agreed, in the order agreed.</param>
    /// <param name="Late">On another day than that of the shortfall.</param>
    public sealed record ShortfallNotified(int N, NoticeMeans Means, string To, DateOnly On, bool InOrder, bool Late) : FundingEvent;

    /// <summary>The agent put in its own money for a due, at its own choice; not a payment of the issuer (AGY-4.2c).</summary>
    /// <param name="Rate">The agent's cost of funding, percent per annum.</param>
    /// <param name="DayCount">By which the cost accrues; no document states it (AGY-4.2d).</param>
    public sealed record Advanced(int N, Money Amount, Percent Rate, string DayCount, DateOnly From, string Why) : FundingEvent;

    /// <summary>The issuer gave back some or all of an advance.</summary>
    /// <param name="From">Cost accrued on what was outstanding from this day, inclusive.</param>
    /// <param name="On">To this day, exclusive.</param>
    /// <param name="Accrued">The exact cost of these days in major units.</param>
    /// <param name="Cost">Everything that accrued, rounded once; null while some of the advance is outstanding.</param>
    public sealed record AdvanceRepaid(int N, Money Amount, DateOnly From, DateOnly On, Ratio Accrued, Money? Cost) : FundingEvent;

    /// <summary>The issuer paid the cost of an advance.</summary>
    public sealed record AdvanceCostPaid(int N, Money Amount) : FundingEvent;

    /// <summary>Money arrived that nothing explains.</summary>
    public sealed record SuspenseReceived(string Reference, Money Amount, string From) : FundingEvent;

    /// <summary>It was explained: money for a due, or sent back.</summary>
    /// <param name="N">Null where it was sent back.</param>
    public sealed record SuspenseCleared(string Reference, Money Amount, int? N, string Why) : FundingEvent;

    /// <summary>The day was ended: nothing stood in suspense, and every shortfall of it is known.</summary>
    public sealed record DayEnded(DateOnly Day) : FundingEvent;

    /// <summary>The issuer owes the agents a fee or an expense under a letter of its own (AGY-11.1a).</summary>
    public sealed record FeeCharged(string Reference, Money Amount, string Basis) : FundingEvent;

    /// <summary>The issuer paid it, with money of its own and none of the holders'.</summary>
    public sealed record FeePaid(string Reference, Money Amount) : FundingEvent;

    public T Match<T>(Func<FundsCalled, T> called, Func<InstructionsConfirmed, T> instructed, Func<ConditionalCredited, T> credited, Func<ConditionalReversed, T> reversed, Func<ConditionLifted, T> lifted,
        Func<ShortfallFound, T> missing, Func<ShortfallNotified, T> notified, Func<Advanced, T> advanced, Func<AdvanceRepaid, T> repaid, Func<AdvanceCostPaid, T> costPaid,
        Func<SuspenseReceived, T> suspense, Func<SuspenseCleared, T> explained, Func<DayEnded, T> ended, Func<FeeCharged, T> fee, Func<FeePaid, T> feePaid) => this switch
    {
        FundsCalled e => called(e),
        InstructionsConfirmed e => instructed(e),
        ConditionalCredited e => credited(e),
        ConditionalReversed e => reversed(e),
        ConditionLifted e => lifted(e),
        ShortfallFound e => missing(e),
        ShortfallNotified e => notified(e),
        Advanced e => advanced(e),
        AdvanceRepaid e => repaid(e),
        AdvanceCostPaid e => costPaid(e),
        SuspenseReceived e => suspense(e),
        SuspenseCleared e => explained(e),
        DayEnded e => ended(e),
        FeeCharged e => fee(e),
        FeePaid e => feePaid(e),
        _ => throw new InvalidOperationException("FundingEvent is a closed set"),
    };
}

/// <summary>An advance as it stands.</summary>
/// <param name="Since">From this day cost accrues on what is outstanding.</param>
/// <param name="Accrued">Exact, in major units, up to <paramref name="Since"/>.</param>
/// <param name="Cost">What the issuer still owes of the cost; null until the advance is repaid.</param>
public sealed record Advance(FundingEvent.Advanced Made, Money Outstanding, DateOnly Since, Ratio Accrued, Money? Cost)
{
    /// <summary>The exact cost of the days from <see cref="Since"/> to a day, exclusive, in major units (AGY-4.2d).</summary>
    public Ratio CostTo(DateOnly day) => Outstanding.ToRatio() * Made.Rate.ToRatio() * DayCount.Of(DayCountNames.Find(Made.DayCount)!.Value, Since, day).Fraction;

    internal Advance Repaid(FundingEvent.AdvanceRepaid repaid) => this with { Outstanding = Outstanding - repaid.Amount, Since = repaid.On, Accrued = Accrued + repaid.Accrued, Cost = repaid.Cost };
}

/// <summary>The money side of the dues of a series.</summary>
public sealed record FundingState
{
    /// <summary>The last call for a due.</summary>
    public IReadOnlyDictionary<int, FundingEvent.FundsCalled> Calls { get; init; } = new Dictionary<int, FundingEvent.FundsCalled>();
    public IReadOnlyDictionary<int, FundingEvent.InstructionsConfirmed> Instructions { get; init; } = new Dictionary<int, FundingEvent.InstructionsConfirmed>();

    /// <summary>Credits that can still be taken back, by their references.</summary>
    public IReadOnlyDictionary<string, FundingEvent.ConditionalCredited> Conditional { get; init; } = new Dictionary<string, FundingEvent.ConditionalCredited>();

    /// <summary>Every reference under which a conditional credit was ever booked.</summary>
    public IReadOnlySet<string> ConditionalKnown { get; init; } = new HashSet<string>();
    public IReadOnlyDictionary<int, FundingEvent.ShortfallFound> Shortfalls { get; init; } = new Dictionary<int, FundingEvent.ShortfallFound>();

    /// <summary>In the order given.</summary>
    public IReadOnlyList<FundingEvent.ShortfallNotified> Notified { get; init; } = [];
    public IReadOnlyDictionary<int, Advance> Advances { get; init; } = new Dictionary<int, Advance>();

    /// <summary>Unexplained money, by its reference.</summary>
    public IReadOnlyDictionary<string, Money> Suspense { get; init; } = new Dictionary<string, Money>();

    /// <summary>Every reference under which money ever stood in suspense.</summary>
    public IReadOnlySet<string> SuspenseKnown { get; init; } = new HashSet<string>();

    /// <summary>What the issuer still owes the agents, by the reference of the bill.</summary>
    public IReadOnlyDictionary<string, Money> Fees { get; init; } = new Dictionary<string, Money>();

    /// <summary>Null before the first day was ended.</summary>
    public DateOnly? LastDay { get; init; }

    public static FundingState Evolve(FundingState state, FundingEvent happened) => happened.Match(
        called => state with { Calls = state.Calls.With(called.N, called) },
        instructed => state with { Instructions = state.Instructions.With(instructed.N, instructed) },
        credited => state with { Conditional = state.Conditional.With(credited.Reference, credited), ConditionalKnown = new HashSet<string>(state.ConditionalKnown) { credited.Reference } },
        reversed => state with { Conditional = state.Conditional.Without(reversed.Reference) },
        lifted => state with { Conditional = state.Conditional.Without(lifted.Reference) },
        missing => state with { Shortfalls = state.Shortfalls.With(missing.N, missing) },
        notified => state with { Notified = [.. state.Notified, notified] },
        advanced => state with { Advances = state.Advances.With(advanced.N, new Advance(advanced, advanced.Amount, advanced.From, Ratio.Whole(0), null)) },
        repaid => state with { Advances = state.Advances.With(repaid.N, state.Advances[repaid.N].Repaid(repaid)) },
        costPaid => state with { Advances = state.Advances.With(costPaid.N, state.Advances[costPaid.N] with { Cost = state.Advances[costPaid.N].Cost! - costPaid.Amount }) },
        suspense => state with { Suspense = state.Suspense.With(suspense.Reference, suspense.Amount), SuspenseKnown = new HashSet<string>(state.SuspenseKnown) { suspense.Reference } },
        explained => state with { Suspense = state.Suspense.Without(explained.Reference) },
        ended => state with { LastDay = ended.Day },
        fee => state with { Fees = state.Fees.With(fee.Reference, fee.Amount) },
        paid => state with { Fees = state.Fees.With(paid.Reference, state.Fees[paid.Reference] - paid.Amount) });
}
