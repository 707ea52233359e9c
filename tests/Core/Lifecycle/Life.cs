namespace Indenture.Tests.Core.Lifecycle;

/// <summary>A series in memory with a second, simple set of books: decisions are applied as the store would, guards included.</summary>
internal sealed class Life(string id)
{
    private readonly Dictionary<Account, long> _balances = [];

    public SeriesState State { get; private set; } = new(id);

    public List<Disbursement> Paid { get; } = [];

    public IReadOnlyDictionary<string, long> Units => _balances.Where(b => b.Key.Book == Indenture.Core.Book.Units).ToDictionary(b => b.Key.Name, b => b.Value);

    public long Balance(Account account) => _balances.GetValueOrDefault(account);

    public Promise Promise => Promise.Of(State.Terms, Calendars.Standard).Require();

    /// <summary>Applies what was decided; throws where it was refused or where the books would refuse it.</summary>
    public Life Do(Func<Life, Outcome<Decision>> decide)
    {
        var decision = decide(this).Require();
        foreach (var leg in decision.Entries.SelectMany(e => e.Legs))
        {
            var balance = _balances[leg.Account] = Balance(leg.Account) + leg.Minor;
            if (leg.Account.Guard == AccountGuard.Debit && balance < 0 || leg.Account.Guard == AccountGuard.Credit && balance > 0)
                throw new InvalidOperationException($"{leg.Account.Name} would be {balance}");
        }
        Paid.AddRange(decision.Payments);
        State = decision.Events.Aggregate(State, SeriesState.Evolve);
        return this;
    }

    public string Refused(Func<Life, Outcome<Decision>> decide) => decide(this).Match(_ => "done", r => r.Code);

    public static Indenture.Core.Terms TermsOf(string json) => TermsJson.Read(json, "terms.json").Require();

    public static Outcome<Decision> Book(Life life, string offering, Indenture.Core.Terms terms, params Finding[] findings) =>
        new BookOffering(offering, terms, findings, [], [], []).Decide(life.State);

    public static Outcome<Decision> Close(Life life, string offering, DateOnly date) => new CloseOffering(offering, date,
        life.State.Offering(offering)!.Booked.Closing.ToDictionary(c => c.Underwriter, c => c.Amount), "Cede & Co.").Decide(life.State);

    public static Outcome<Decision> Announce(Life life, int n, DateOnly today) => new AnnounceDue(n, today, life.Units).Decide(life.State, life.Promise);

    public static Outcome<Decision> Fund(Life life, int n, string amount, DateOnly today) => new ReceiveFunds(n, Usd(amount), today).Decide(life.State);

    public IReadOnlyList<Holding> Holdings(int n, DateOnly today) => Position.Of(State.Payments.Announced.GetValueOrDefault(n)?.RecordDate ?? today, State.GlobalNotes, Units).Holdings;

    public PaymentRules Rules => PaymentRules.Of(State.Terms, Calendars.Standard).Require();

    /// <summary>Pays what is owed, typed as such.</summary>
    public static Outcome<Decision> Pay(Life life, int n, PaymentKind kind, DateOnly today) =>
        Pay(life, n, kind, today, life.State.Payments.Announced.GetValueOrDefault(n)?.Owed(kind) ?? Usd("0.00"));

    public static Outcome<Decision> Pay(Life life, int n, PaymentKind kind, DateOnly today, Indenture.Core.Money stated, string by = "ann") =>
        new PayRun(n, kind, today, life.Holdings(n, today), stated, by).Decide(life.State, life.Rules, ExchangeRules.IfStated(life.State.Terms, Calendars.Standard).Require());

    public static Indenture.Core.Money Usd(string amount) => Indenture.Core.Money.Parse(amount, Currency.USD).Require();
}
