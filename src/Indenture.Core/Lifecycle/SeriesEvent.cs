namespace Indenture.Core;

/// <summary>
/// What happened to a series. Written once; read for ever. Each subject has its own closed set of events in its own folder; a series is the union
/// of the subjects.
/// </summary>
public abstract record SeriesEvent
{
    private protected SeriesEvent() { }

    public T Match<T>(Func<OfferingEvent, T> offering, Func<RateEvent, T> rate, Func<PaymentEvent, T> payment, Func<FundingEvent, T> funding, Func<PayeeEvent, T> payee,
        Func<ExchangeEvent, T> exchange, Func<RedemptionEvent, T> redemption, Func<ApprovalEvent, T> approval, Func<RegisterEvent, T> register, Func<MessageEvent, T> message) => this switch
    {
        OfferingEvent e => offering(e),
        RateEvent e => rate(e),
        PaymentEvent e => payment(e),
        FundingEvent e => funding(e),
        PayeeEvent e => payee(e),
        ExchangeEvent e => exchange(e),
        RedemptionEvent e => redemption(e),
        ApprovalEvent e => approval(e),
        RegisterEvent e => register(e),
        MessageEvent e => message(e),
        _ => throw new InvalidOperationException("SeriesEvent is a closed set"),
    };
}

/// <summary>One holder's payment in a run; the key (series, run, holder) is paid once.</summary>
public sealed record Disbursement(string Run, string Holder, PaymentKind Kind, Money Amount)
{
    /// <summary>Where it goes, as it is approved; null where no instruction of the payee is on file.</summary>
    public string? Account { get; init; }
}

/// <summary>What a command does if the store accepts it: events, entries of the books, and payments.</summary>
public sealed record Decision(IReadOnlyList<SeriesEvent> Events, IReadOnlyList<Entry> Entries, IReadOnlyList<Disbursement> Payments)
{
    public Decision(SeriesEvent only) : this([only], [], []) { }

    public static readonly Decision Nothing = new([], [], []);
}
