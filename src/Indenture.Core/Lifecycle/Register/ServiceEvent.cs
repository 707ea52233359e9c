namespace Indenture.Core;

/// <summary>On what somebody's right to see the register rests (AGY-7.3).</summary>
public enum InspectionBasis
{
    Issuer,
    FiscalAgent,
    AuthorisedByIssuer,
    AuthorisedByFiscalAgent,
    /// <summary>A right from elsewhere, such as a statute; it is named.</summary>
    OtherSource,
    /// <summary>Holding notes is no right to see the register.</summary>
    None,
}

/// <summary>From what an act of the transfer agent follows (AGY-8).</summary>
public enum TransferBasis { Conditions, Agreement, IssuerRequest, None }

/// <summary>What the fiscal agent, the registrar and the transfer agent were asked to do for others.</summary>
public abstract record ServiceEvent : RegisterEvent
{
    private ServiceEvent() { }

    /// <summary>Somebody saw the register, or was given an extract.</summary>
    /// <param name="Source">The right from elsewhere, or the authorisation; null where none is needed.</param>
    /// <param name="Hash">Of the position shown.</param>
    public sealed record Inspected(string Who, InspectionBasis Basis, string? Source, DateOnly CloseOf, string Hash) : ServiceEvent;

    /// <summary>An act became an agent's to do: the transfer agent's (AGY-8), or a publication that the issuer asks the fiscal agent for (AGY-5.1a).</summary>
    /// <param name="Link">The condition, the clause or the request from which it follows.</param>
    public sealed record TaskOpened(string What, TransferBasis Basis, string Link, DateOnly Date) : ServiceEvent;

    public sealed record TaskClosed(string What, string Evidence, DateOnly Date) : ServiceEvent;

    /// <summary>A transfer was presented: the registrar is told whom to enter.</summary>
    public sealed record TransferPresented(string Reference, string Transferee, string Address, DateOnly Date) : ServiceEvent;

    /// <summary>A notice on the notes was published.</summary>
    /// <param name="Copy">The day on which the fiscal agent's copy came; null where none did.</param>
    /// <param name="Impracticable">Why none came before; null where that was not said.</param>
    public sealed record NoticePublished(string Reference, DateOnly Published, string Proof, DateOnly? Copy, string? Impracticable) : ServiceEvent
    {
        /// <summary>The copy came before the publication, or it is said why that could not be (AGY-5.3a).</summary>
        public bool CopyInTime => Copy < Published || Impracticable is not null;
    }

    /// <summary>Copies of a document came in.</summary>
    public sealed record DocumentSupplied(string Document, int Copies, DateOnly Date) : ServiceEvent;

    /// <summary>A holder was given a copy.</summary>
    /// <param name="Standing">What shows that it holds notes.</param>
    public sealed record DocumentGiven(string Document, string Who, string Standing, DateOnly Date) : ServiceEvent;

    public T Match<T>(Func<Inspected, T> inspected, Func<TaskOpened, T> opened, Func<TaskClosed, T> closed, Func<TransferPresented, T> presented, Func<NoticePublished, T> published,
        Func<DocumentSupplied, T> supplied, Func<DocumentGiven, T> given) => this switch
    {
        Inspected e => inspected(e),
        TaskOpened e => opened(e),
        TaskClosed e => closed(e),
        TransferPresented e => presented(e),
        NoticePublished e => published(e),
        DocumentSupplied e => supplied(e),
        DocumentGiven e => given(e),
        _ => throw new InvalidOperationException("ServiceEvent is a closed set"),
    };
}

/// <summary>What the registrar and the transfer agent have been asked to do.</summary>
public sealed record ServiceState
{
    /// <summary>Open tasks, by name.</summary>
    public IReadOnlyDictionary<string, ServiceEvent.TaskOpened> Tasks { get; init; } = new Dictionary<string, ServiceEvent.TaskOpened>();

    /// <summary>How many tasks have been closed.</summary>
    public int Closed { get; init; }

    /// <summary>By reference.</summary>
    public IReadOnlyDictionary<string, ServiceEvent.TransferPresented> Presented { get; init; } = new Dictionary<string, ServiceEvent.TransferPresented>();

    /// <summary>Notices published, by reference.</summary>
    public IReadOnlyDictionary<string, ServiceEvent.NoticePublished> Notices { get; init; } = new Dictionary<string, ServiceEvent.NoticePublished>();

    /// <summary>Copies that are left of each document that was ever supplied.</summary>
    public IReadOnlyDictionary<string, int> Copies { get; init; } = new Dictionary<string, int>();

    public static ServiceState Evolve(ServiceState state, ServiceEvent happened) => happened.Match(
        inspected => state,
        opened => state with { Tasks = state.Tasks.With(opened.What, opened) },
        closed => state with { Tasks = state.Tasks.Where(t => t.Key != closed.What).ToDictionary(t => t.Key, t => t.Value), Closed = state.Closed + 1 },
        presented => state with { Presented = state.Presented.With(presented.Reference, presented) },
        published => state with { Notices = state.Notices.With(published.Reference, published), Tasks = state.Tasks.Where(t => t.Key != published.Reference).ToDictionary(t => t.Key, t => t.Value) },
        supplied => state with { Copies = state.Copies.With(supplied.Document, state.Copies.GetValueOrDefault(supplied.Document) + supplied.Copies) },
        given => state with { Copies = state.Copies.With(given.Document, state.Copies[given.Document] - 1) });
}

/// <summary>Why a service of the registrar or the transfer agent is not rendered, in the order in which it is tested.</summary>
public enum ServiceRefusal { SeriesUnknown, AccessUnfounded, TaskUnfounded, TaskOpen, TaskUnknown, EvidenceMissing, ReferenceUsed, AddressMissing }

/// <summary>Shows the register to the issuer, the fiscal agent, or somebody whom either has authorised (AGY-7.3a, AGY-7.3b).</summary>
public sealed record InspectRegister(string Who, InspectionBasis Basis, string? Source, Position Shown)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Offerings.Count == 0) return Refusal.Of(ServiceRefusal.SeriesUnknown, $"No series {state.Id} is booked.");
        var needsSource = Basis switch
        {
            InspectionBasis.Issuer or InspectionBasis.FiscalAgent or InspectionBasis.None => false,
            InspectionBasis.AuthorisedByIssuer or InspectionBasis.AuthorisedByFiscalAgent or InspectionBasis.OtherSource => true,
        };
        return Basis == InspectionBasis.None || needsSource && string.IsNullOrWhiteSpace(Source)
            ? Refusal.Of(ServiceRefusal.AccessUnfounded, $"{Who} has no right to see the register that is named: the issuer and the fiscal agent have, whom either authorises, and who names another source.")
            : new Decision(new ServiceEvent.Inspected(Who, Basis, Source, Shown.RecordDate, Shown.Hash));
    }
}

/// <summary>Makes an act the transfer agent's to do: only what the conditions or the agreement specify or the issuer asks for (AGY-8a, AGY-8b, AGY-8d).</summary>
public sealed record OpenTransferTask(string What, TransferBasis Basis, string Link, DateOnly Date)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Offerings.Count == 0) return Refusal.Of(ServiceRefusal.SeriesUnknown, $"No series {state.Id} is booked.");
        if (Basis == TransferBasis.None || string.IsNullOrWhiteSpace(Link) || string.IsNullOrWhiteSpace(What))
            return Refusal.Of(ServiceRefusal.TaskUnfounded, $"\"{What}\" is no duty of the transfer agent: neither a condition nor a clause nor a request of the issuer is named for it.");
        return state.Register.Services.Tasks.ContainsKey(What)
            ? Refusal.Of(ServiceRefusal.TaskOpen, $"\"{What}\" is open already.")
            : new Decision(new ServiceEvent.TaskOpened(What, Basis, Link, Date));
    }
}

/// <summary>Ends a task of the transfer agent, with the evidence that it was done (AGY-8d).</summary>
public sealed record CloseTransferTask(string What, string Evidence, DateOnly Date)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Register.Services.Tasks.ContainsKey(What)) return Refusal.Of(ServiceRefusal.TaskUnknown, $"\"{What}\" is no open task of series {state.Id}.");
        return string.IsNullOrWhiteSpace(Evidence)
            ? Refusal.Of(ServiceRefusal.EvidenceMissing, $"\"{What}\" is closed with the evidence that it was done.")
            : new Decision(new ServiceEvent.TaskClosed(What, Evidence, Date));
    }
}

/// <summary>Tells the registrar the name and address of the person to be entered (AGY-8c).</summary>
public sealed record PresentTransfer(string Reference, string Transferee, string Address, DateOnly Date)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Offerings.Count == 0) return Refusal.Of(ServiceRefusal.SeriesUnknown, $"No series {state.Id} is booked.");
        if (state.Register.Services.Presented.ContainsKey(Reference)) return Refusal.Of(ServiceRefusal.ReferenceUsed, $"Transfer {Reference} was presented before.");
        return string.IsNullOrWhiteSpace(Transferee) || string.IsNullOrWhiteSpace(Address)
            ? Refusal.Of(ServiceRefusal.AddressMissing, "The registrar is told the name and the address of the person to be entered.")
            : new Decision(new ServiceEvent.TransferPresented(Reference, Transferee, Address, Date));
    }
}
