namespace Indenture.Core;

/// <summary>What happened in the register: to certificates, to what is held below them, to cancellations, to the payees' accounts, and what was done for others.</summary>
public abstract record RegisterEvent : SeriesEvent
{
    private protected RegisterEvent() { }

    public T Match<T>(Func<CertificateEvent, T> certificate, Func<HoldingEvent, T> holding, Func<CancellationEvent, T> cancellation, Func<AccountEvent, T> account, Func<ServiceEvent, T> service) => this switch
    {
        CertificateEvent e => certificate(e),
        HoldingEvent e => holding(e),
        CancellationEvent e => cancellation(e),
        AccountEvent e => account(e),
        ServiceEvent e => service(e),
        _ => throw new InvalidOperationException("RegisterEvent is a closed set"),
    };
}

/// <summary>The register of a series as its events have left it; what is held is told by the books.</summary>
public sealed record RegisterState
{
    public CertificateState Certificates { get; init; } = new();
    public HoldingState Holdings { get; init; } = new();

    /// <summary>By the reference of the request.</summary>
    public IReadOnlyDictionary<string, Cancellation> Cancellations { get; init; } = new Dictionary<string, Cancellation>();
    public PayeeAccounts Accounts { get; init; } = new();
    public ServiceState Services { get; init; } = new();

    public static RegisterState Evolve(RegisterState state, RegisterEvent happened) => happened.Match(
        certificate => state with { Certificates = CertificateState.Evolve(state.Certificates, certificate) },
        holding => state with { Holdings = HoldingState.Evolve(state.Holdings, holding) },
        cancellation => state with
        {
            Cancellations = Cancellation.Evolve(state.Cancellations, cancellation),
            Holdings = cancellation is CancellationEvent.Cancelled cancelled ? state.Holdings with { Through = cancelled.Date } : state.Holdings,
        },
        account => state with { Accounts = PayeeAccounts.Evolve(state.Accounts, account) },
        service => state with { Services = ServiceState.Evolve(state.Services, service) });
}
