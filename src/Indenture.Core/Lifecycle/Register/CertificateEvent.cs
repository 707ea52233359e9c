using System.Globalization;

namespace Indenture.Core;

/// <summary>How a certificate may be signed, by the series' own agreement.</summary>
public enum SignatureRule
{
    /// <summary>By hand only (AGY-3.2a).</summary>
    Manual,
    ManualOrFacsimile,
}

/// <summary>When notes in certificates may take the place of a global note; which of them apply is a term of the series (NOTE-GLOB-2 to NOTE-GLOB-4).</summary>
public enum DefinitiveGround
{
    /// <summary>The depositary tells the issuer that it is unwilling or unable to go on.</summary>
    DepositaryUnwilling,
    /// <summary>The depositary is no longer registered as a clearing agency.</summary>
    DepositaryDeregistered,
    /// <summary>The issuer so decides.</summary>
    IssuerDecision,
    EventOfDefault,
}

/// <summary>What happened to the certificates of the series and to what they need before they are valid.</summary>
public abstract record CertificateEvent : RegisterEvent
{
    private CertificateEvent() { }

    /// <summary>The register was opened, with what the series' documents say of it.</summary>
    /// <param name="Place">Where it is kept (AGY-7.1a, NOTE-XFER-5).</param>
    /// <param name="Grounds">The cases in which definitive notes may be issued; empty where the documents allow none.</param>
    public sealed record RegisterOpened(string Place, string Registrar, SignatureRule Signatures, IReadOnlyList<DefinitiveGround> Grounds) : CertificateEvent;

    /// <summary>A nominee in whose name global notes of a form are registered.</summary>
    /// <param name="Custodian">To whom they are delivered (AGY-3.2c, AGY-3.2d).</param>
    public sealed record NomineeNamed(NoteForm Form, string Depositary, string Nominee, string Address, string Custodian) : CertificateEvent;

    /// <summary>A certificate was made out; nobody has signed it.</summary>
    /// <param name="Offering">The offering at whose closing it is issued; null where it takes the place of others.</param>
    public sealed record Prepared(string Number, NoteForm Form, string Holder, string Address, Money Principal, DateOnly Dated, string? Offering) : CertificateEvent;

    public sealed record Executed(string Number, string Officer, string Capacity, DateOnly Date) : CertificateEvent;

    public sealed record Authenticated(string Number, string Agent, string Signatory, DateOnly Date) : CertificateEvent;

    /// <summary>It was handed over; its principal counts from the closing, or from the surrender of those whose place it takes.</summary>
    public sealed record Delivered(string Number, string To, DateOnly Date) : CertificateEvent;

    /// <summary>Certificates were surrendered and others issued in their place for the same principal.</summary>
    /// <param name="Released">What holders below surrendered global notes gave up for definitive notes.</param>
    public sealed record Replaced(string Reference, IReadOnlyList<string> Surrendered, IReadOnlyList<GlobalNote> Issued, IReadOnlyList<ReleasedHolding> Released, DateOnly Date) : CertificateEvent;

    /// <summary>A case occurred in which the series' conditions allow definitive notes.</summary>
    public sealed record DefinitivesAllowed(DefinitiveGround Ground, DateOnly Date, string Evidence) : CertificateEvent;

    /// <summary>The supplement that covers definitive notes (AGY-3.1d).</summary>
    public sealed record SupplementFiled(string Reference, DateOnly Date) : CertificateEvent;

    public T Match<T>(
        Func<RegisterOpened, T> opened, Func<NomineeNamed, T> nominee, Func<Prepared, T> prepared, Func<Executed, T> executed, Func<Authenticated, T> authenticated, Func<Delivered, T> delivered,
        Func<Replaced, T> replaced, Func<DefinitivesAllowed, T> allowed, Func<SupplementFiled, T> supplement) => this switch
    {
        RegisterOpened e => opened(e),
        NomineeNamed e => nominee(e),
        Prepared e => prepared(e),
        Executed e => executed(e),
        Authenticated e => authenticated(e),
        Delivered e => delivered(e),
        Replaced e => replaced(e),
        DefinitivesAllowed e => allowed(e),
        SupplementFiled e => supplement(e),
        _ => throw new InvalidOperationException("CertificateEvent is a closed set"),
    };
}

/// <summary>What a holder below a global note gave up.</summary>
public sealed record ReleasedHolding(TierHolder Holder, Money Amount);

/// <summary>How far a certificate has got; it only goes forward (AGY-3.2).</summary>
public enum CertificateStage { Prepared, Executed, Authenticated, Delivered }

/// <summary>A certificate on its way.</summary>
public sealed record Certificate(CertificateEvent.Prepared Prepared, CertificateStage Stage);

/// <summary>The certificates of a series and what they need before they are valid.</summary>
public sealed record CertificateState
{
    /// <summary>Null until the register is opened.</summary>
    public CertificateEvent.RegisterOpened? Opened { get; init; }

    /// <summary>In the order named.</summary>
    public IReadOnlyList<CertificateEvent.NomineeNamed> Nominees { get; init; } = [];

    /// <summary>By number; certificates that a simple closing delivered are not among them.</summary>
    public IReadOnlyDictionary<string, Certificate> Known { get; init; } = new Dictionary<string, Certificate>();
    public IReadOnlyList<CertificateEvent.DefinitivesAllowed> Allowed { get; init; } = [];

    /// <summary>Null until it is on file.</summary>
    public CertificateEvent.SupplementFiled? Supplement { get; init; }

    /// <summary>Those made out for an offering, in the order of their numbers.</summary>
    public IReadOnlyList<Certificate> For(string offering) =>
        [.. Known.Values.Where(c => c.Prepared.Offering == offering).OrderBy(c => c.Prepared.Number, StringComparer.Ordinal)];

    /// <summary>The number of the next certificate of the series, prepared or delivered by a simple closing.</summary>
    public static int Next(SeriesState series)
    {
        var known = series.GlobalNotes.Select(n => n.Number).Union(series.Register.Certificates.Known.Keys).ToList();
        // Certificates taken over keep the numbers printed on them, which need not be consecutive.
        return Math.Max(known.Count, known.Select(n => n.StartsWith("R-", StringComparison.Ordinal) && int.TryParse(n.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? ordinal : 0).DefaultIfEmpty().Max()) + 1;
    }

    public static CertificateState Evolve(CertificateState state, CertificateEvent happened) => happened.Match(
        opened => state with { Opened = opened },
        nominee => state with { Nominees = [.. state.Nominees, nominee] },
        prepared => state with { Known = state.Known.With(prepared.Number, new Certificate(prepared, CertificateStage.Prepared)) },
        executed => At(state, executed.Number, CertificateStage.Executed),
        authenticated => At(state, authenticated.Number, CertificateStage.Authenticated),
        delivered => At(state, delivered.Number, CertificateStage.Delivered),
        replaced => replaced.Issued.Aggregate(state, (s, note) => At(s, note.Number, CertificateStage.Delivered)),
        allowed => state with { Allowed = [.. state.Allowed, allowed] },
        supplement => state with { Supplement = supplement });

    private static CertificateState At(CertificateState state, string number, CertificateStage stage) =>
        state with { Known = state.Known.With(number, state.Known[number] with { Stage = stage }) };
}
