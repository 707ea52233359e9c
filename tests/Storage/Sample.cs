using System.Security.Cryptography;
using System.Text;
using Indenture.Storage;

namespace Indenture.Tests.Storage;

/// <summary>Commands on a small series, for the tests of the store: accounts and events of no meaning.</summary>
internal static class Sample
{
    public const string Series = "S1";
    public const string Stream = "series/S1";
    public static readonly DateTimeOffset Now = new(2026, 3, 5, 14, 30, 0, TimeSpan.Zero);
    public static readonly Account Cash = new("agent/cash", Book.Cash, AccountGuard.Debit);
    public static readonly Account Funds = new("issuer/funds", Book.Cash, AccountGuard.Open);

    public static Account Payable(string run) => new($"payable/{run}", Book.Cash, AccountGuard.Credit);

    public static byte[] Hash(string what) => SHA256.HashData(Encoding.UTF8.GetBytes(what));

    public static CommandRequest Command(string key, string actor = "alice", string payload = "{}", bool given = true, string series = Series) =>
        new(key, given, actor, "act", Encoding.UTF8.GetBytes(payload), series, Now);

    public static Effects Happened(long version, string answer = "{}", string stream = Stream) =>
        new(stream, version, [new StoredEvent("Happened", 1, Encoding.UTF8.GetBytes($"{{\"n\":{version + 1}}}"), new DateOnly(2026, 3, 5))], Encoding.UTF8.GetBytes(answer));

    /// <summary>So much from one account to another.</summary>
    public static Entry Move(Account from, Account to, long minor, string unit = "USD") =>
        Entry.Of(unit, new DateOnly(2026, 3, 5), "moved", [new Leg(from, -minor), new Leg(to, minor)]);

    public static long Version(StoreView view, string series = Series, string stream = Stream) => view.EventsOf(series, stream).Count;

    public static Outcome<CommandResult> Try(Store store, string key, string actor = "alice", string answer = "{}", IReadOnlyList<Entry>? entries = null,
        IReadOnlyList<PaymentRow>? payments = null, IReadOnlyList<ApprovalEffect>? approvals = null, IReadOnlyList<ListRow>? lists = null, IReadOnlyList<DocumentFile>? documents = null) =>
        store.Execute(Command(key, actor), view => Happened(Version(view), answer) with
        {
            Entries = entries ?? [],
            Payments = payments ?? [],
            Approvals = approvals ?? [],
            Lists = lists,
            Documents = documents ?? [],
        });

    public static void Do(Store store, string key, string actor = "alice", string answer = "{}", IReadOnlyList<Entry>? entries = null,
        IReadOnlyList<PaymentRow>? payments = null, IReadOnlyList<ApprovalEffect>? approvals = null, IReadOnlyList<ListRow>? lists = null, IReadOnlyList<DocumentFile>? documents = null) =>
        Try(store, key, actor, answer, entries, payments, approvals, lists, documents).Require();

    /// <summary>The agent holds so much, and so much is payable for the run.</summary>
    public static void Fund(Store store, long minor, string run) =>
        Do(store, $"fund {run}", entries: [Move(Funds, Cash, minor), Move(Payable(run), Funds, minor)]);

    public static Outcome<CommandResult> Pay(Store store, string key, string actor, string run, IReadOnlyList<(string Holder, long Minor)> holders, params ApprovalEffect[] approvals) =>
        Try(store, key, actor, entries: [Move(Cash, Payable(run), holders.Sum(h => h.Minor))], approvals: approvals,
            payments: [.. holders.Select(h => new PaymentRow(run, "1", h.Holder, $"payable/{run}", "USD", h.Minor))]);

    /// <summary>Funds, proposes, releases and pays a run, with 1,000 to spare.</summary>
    public static void Release(Store store, string run, string maker, string checker, IReadOnlyList<(string Holder, long Minor)> holders)
    {
        Fund(store, holders.Sum(h => h.Minor) + 1000, run);
        Do(store, $"propose {run}", maker, approvals: [new ApprovalEffect.Propose(run, Hash(run))]);
        Pay(store, $"release {run}", checker, run, holders, new ApprovalEffect.Release(run, Hash(run))).Require();
    }

    public static Refusal Refused(Outcome<CommandResult> outcome) => outcome.Match(_ => throw new InvalidOperationException("It was not refused."), r => r);
}
