namespace Indenture.Core;

/// <summary>A series as its events have left it: a slice for each subject, each folded in its own folder. <see cref="Evolve"/> is the only way on.</summary>
public sealed record SeriesState(string Id)
{
    /// <summary>How many events it has seen; the version that the next append expects.</summary>
    public long Version { get; init; }

    /// <summary>In the order booked.</summary>
    public IReadOnlyList<BookedOffering> Offerings { get; init; } = [];

    /// <summary>How often each fact of the terms was changed, by its name.</summary>
    public IReadOnlyDictionary<string, int> TermsChanges { get; init; } = new Dictionary<string, int>();

    /// <summary>Null for a series that lived here from its closing.</summary>
    public OfferingEvent.TakenOver? TakenOver { get; init; }

    /// <summary>Every global note ever delivered, in the order delivered; definitive notes too where they were issued.</summary>
    public IReadOnlyList<GlobalNote> GlobalNotes { get; init; } = [];

    /// <summary>By period.</summary>
    public IReadOnlyDictionary<int, RateEvent.Fixed> Rates { get; init; } = new Dictionary<int, RateEvent.Fixed>();

    /// <summary>How often the rate of a period was corrected, by period.</summary>
    public IReadOnlyDictionary<int, int> Corrected { get; init; } = new Dictionary<int, int>();

    /// <summary>Who was told of the rate of which period, by period and name; a corrected rate is untold again.</summary>
    public IReadOnlyDictionary<(int N, string To), RateEvent.Notified> RateNotices { get; init; } = new Dictionary<(int, string), RateEvent.Notified>();
    public PaymentState Payments { get; init; } = new();
    public FundingState Funding { get; init; } = new();
    public PayeeState Payees { get; init; } = new();
    public ExchangeState Exchange { get; init; } = new();

    /// <summary>Certificates on their way, what holders hold below them, cancellations, and the payees' accounts.</summary>
    public RegisterState Register { get; init; } = new();

    /// <summary>Messages received, in their order.</summary>
    public IReadOnlyList<MessageEvent.Received> Messages { get; init; } = [];

    /// <summary>Who may give the commands that need two persons.</summary>
    public Approvers Approvers { get; init; } = Approvers.Everybody;

    /// <summary>How often somebody was named or removed as an approver.</summary>
    public int ApproverChanges { get; init; }

    /// <summary>The last proposal of each act that two persons must give, by its subject.</summary>
    public IReadOnlyDictionary<string, ApprovalEvent.Proposed> Proposals { get; init; } = new Dictionary<string, ApprovalEvent.Proposed>();

    /// <summary>Null until the notes are paid off and cancelled.</summary>
    public RedemptionEvent.Redeemed? Redemption { get; init; }

    public static SeriesState Of(string id, IEnumerable<SeriesEvent> events) => events.Aggregate(new SeriesState(id), Evolve);

    public BookedOffering? Offering(string id) => Offerings.FirstOrDefault(o => o.Booked.Offering == id);

    /// <summary>
    /// The terms of the series: those of its first offering with every offering as a tap and the principal their sum. Throws before the first.
    /// </summary>
    public Terms Terms => SeriesTerms.Of([.. Offerings.Select(o => (o.Booked.Offering, o.Booked.Terms))]);

    /// <summary>Refuses a due that was paid before the series was taken over; null for one of ours.</summary>
    internal Refusal? PaidElsewhere(int n) => TakenOver is { } taken && n <= taken.PaidDues
        ? Refusal.Of(TakeOverRefusal.DueBeforeTakeover, $"Due {n} was paid before series {Id} was taken over on {taken.AsOf:yyyy-MM-dd}, paid to {taken.PaidTo:yyyy-MM-dd} ({taken.Book.File}, {taken.Book.Row}).")
        : null;

    /// <summary>What neither the issuer has paid for a due nor the agent has advanced.</summary>
    public Money MissingOf(PaymentEvent.DueAnnounced due)
    {
        var zero = Money.Zero(due.Interest.Currency);
        return due.Total - (Payments.Funded.GetValueOrDefault(due.N) ?? zero) - (Funding.Advances.GetValueOrDefault(due.N)?.Made.Amount ?? zero);
    }

    /// <summary>The day on which the issuer's money for a due is due: as called for, as announced, or as the terms' rule has it.</summary>
    public DateOnly FundingDateOf(PaymentEvent.DueAnnounced due, PaymentRules rules) =>
        Funding.Calls.GetValueOrDefault(due.N)?.ValueDate ?? Payments.Dates.GetValueOrDefault(due.N)?.FundingDate ?? rules.FundingDate(due.UnadjustedDate, due.PaymentDate);

    public static SeriesState Evolve(SeriesState state, SeriesEvent happened) => happened.Match(
        offering => offering.Match(
            booked => state with { Offerings = [.. state.Offerings, new BookedOffering(booked, null)] },
            closed => state with
            {
                Offerings = [.. state.Offerings.Select(o => o.Booked.Offering == closed.Offering ? o with { Closed = closed } : o)],
                GlobalNotes = [.. state.GlobalNotes, .. closed.Delivered],
            },
            taken => state with
            {
                TakenOver = taken,
                GlobalNotes = [.. state.GlobalNotes, .. taken.Notes],
                Register = state.Register with { Holdings = state.Register.Holdings with { Through = taken.AsOf } },
            },
            changed => state with
            {
                TermsChanges = state.TermsChanges.With(changed.Fact, state.TermsChanges.GetValueOrDefault(changed.Fact) + 1),
                Offerings = [.. state.Offerings.Select(o => o with { Booked = o.Booked with { Terms = changed.ApplyTo(o.Booked.Terms).Require() } })],
            }),
        rate => rate.Match(
            @fixed => state with { Rates = state.Rates.With(@fixed.N, @fixed) },
            corrected => state with
            {
                Rates = state.Rates.With(corrected.Now.N, corrected.Now),
                Corrected = state.Corrected.With(corrected.Now.N, state.Corrected.GetValueOrDefault(corrected.Now.N) + 1),
                RateNotices = state.RateNotices.Where(n => n.Key.N != corrected.Now.N).ToDictionary(n => n.Key, n => n.Value),
            },
            notified => state with { RateNotices = state.RateNotices.With((notified.N, notified.To), notified) }),
        payment => state with { Payments = PaymentState.Evolve(state.Payments, payment) },
        funding => state with { Funding = FundingState.Evolve(state.Funding, funding) },
        payee => state with
        {
            Payees = PayeeState.Evolve(state.Payees, payee),
            Payments = (PayeeState.Settles(payee) is var (n, kind, amount) ? state.Payments.Settle(n, kind, amount) : state.Payments) is var payments && payee is PayeeEvent.HeldBackPaid paid ? payments.Reopen(paid.Run) : payments,
        },
        exchange => state with
        {
            Exchange = ExchangeState.Evolve(state.Exchange, exchange),
            Payments = exchange is ExchangeEvent.ExchangePaid paid ? state.Payments.Settle(paid.N, paid.Kind, paid.Amount) : state.Payments,
        },
        redemption => redemption.Match(redeemed => state with { Redemption = redeemed }),
        approval => approval.Match(
            proposed => state with { Proposals = state.Proposals.With(proposed.Subject, proposed) },
            named => state with { Approvers = new Approvers([.. state.Approvers.Named, named.Person]), ApproverChanges = state.ApproverChanges + 1 },
            removed => state with { Approvers = new Approvers([.. state.Approvers.Named.Where(a => a != removed.Person)]), ApproverChanges = state.ApproverChanges + 1 }),
        register => state with
        {
            Register = RegisterState.Evolve(state.Register, register),
            GlobalNotes = register is CertificateEvent.Replaced replaced ? [.. state.GlobalNotes, .. replaced.Issued] : state.GlobalNotes,
        },
        message => message.Match(received => state with { Messages = [.. state.Messages, received] })) with { Version = state.Version + 1 };
}

internal static class Maps
{
    /// <summary>The same map with one entry set.</summary>
    public static IReadOnlyDictionary<TKey, TValue> With<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> map, TKey key, TValue value) where TKey : notnull =>
        new Dictionary<TKey, TValue>(map) { [key] = value };

    /// <summary>The same map without one entry.</summary>
    public static IReadOnlyDictionary<TKey, TValue> Without<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> map, TKey key) where TKey : notnull
    {
        var rest = new Dictionary<TKey, TValue>(map);
        rest.Remove(key);
        return rest;
    }
}
