using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>verify: what the store proves of its journal and books, and what the series prove of themselves.</summary>
public static class Proving
{
    public static IReadOnlyList<Invariant> All(Desk desk)
    {
        var series = desk.Store.Read(view => view.List("series").Select(row => SeriesProof.Of(view, row.SeriesId)).ToList());
        return
        [
            .. desk.Store.Verify(Lists.Fold),
            // At the close of every day on which something moved, not only today.
            new Invariant("register-adds-up", series.All(s => s.Register.Unequal.Count == 0), series.Sum(s => s.Register.Days), string.Join("; ", series.SelectMany(s => s.Register.Unequal.Select(u => $"{s.State.Id} {u}")))),
            new Invariant("holders-covered", series.All(s => s.Register.Uncovered.Count == 0), series.Sum(s => s.Register.Days), string.Join("; ", series.SelectMany(s => s.Register.Uncovered.Select(u => $"{s.State.Id} {u}")))),
            Each("dues-recomputed", series, s => s.State.Payments.Announced.Values.Select(d => Of($"{s.State.Id} due {d.N}", s.Recomputed[d.N] == d.Interest, $"announced {d.Interest}, computed {s.Recomputed[d.N]}"))),
            Each("paid-what-is-owed", series, s => s.State.Payments.Announced.Values.SelectMany(d => Enum.GetValues<PaymentKind>().Select(kind => Of($"{s.State.Id} {SeriesBooks.RunOf(d.N, kind)}",
                s.State.Payments.Unpaid(d, kind).Minor >= 0, $"settled {d.Owed(kind) - s.State.Payments.Unpaid(d, kind)}, owed {d.Owed(kind)}")))),
            // An entitlement is what was settled and what some account still shows as open: nothing is lost on the way.
            Each("entitlement-adds-up", series, s => s.State.Payments.Announced.Values.SelectMany(d => Enum.GetValues<PaymentKind>().Select(kind => Of($"{s.State.Id} {SeriesBooks.RunOf(d.N, kind)}",
                s.State.Payments.Unpaid(d, kind).Minor == Open(s.State, s.Cash, d, kind), $"unpaid {s.State.Payments.Unpaid(d, kind)}, open in the books {new Money(Open(s.State, s.Cash, d, kind), d.Interest.Currency)}")))),
            Each("paid-from-funds", series, s => s.State.Payments.Announced.Values.Select(d =>
            {
                var withheld = s.State.Payees.Withheld.Where(w => w.N == d.N).Select(w => w.Amount).Sum(d.Interest.Currency); // it may be taken off before the money is there
                var settled = d.Total - s.State.Payments.Unpaid(d, PaymentKind.Interest) - s.State.Payments.Unpaid(d, PaymentKind.Principal) - withheld;
                var there = d.Total - s.State.MissingOf(d);
                return Of($"{s.State.Id} due {d.N}", settled.CompareTo(there) <= 0, $"settled {settled}, funded and advanced {there}");
            })),
            Each("redeemed-leaves-nothing", series, s => s.State.Redemption is { } redemption ? [Of(s.State.Id, Outstanding(s.State, s.Units) == 0, $"{Outstanding(s.State, s.Units)} outstanding after {redemption.Date:yyyy-MM-dd}")] : []),
        ];
    }

    /// <summary>Principal in the global notes, in minor units.</summary>
    private static long Outstanding(SeriesState state, IReadOnlyDictionary<string, long> units) => state.GlobalNotes.Sum(n => units.GetValueOrDefault(n.Account.Name));

    /// <summary>What the accounts show as owed and not settled of one kind of a due, in minor units.</summary>
    private static long Open(SeriesState state, IReadOnlyDictionary<string, long> cash, PaymentEvent.DueAnnounced due, PaymentKind kind)
    {
        var accounts = new List<Account> { SeriesBooks.PayableOf(due.N, kind), SeriesBooks.ConvertingOf(due.N, kind), SeriesBooks.PayableOf(SeriesBooks.ExchangeRunOf(due.N, kind)) };
        if (kind == PaymentKind.Interest) accounts.Add(SeriesBooks.PayableOf(SeriesBooks.DefaultedRunOf(due.N)));
        var converted = state.Exchange.Settlements.TryGetValue((due.N, kind), out var settled) && !state.Exchange.Paid.ContainsKey((due.N, kind)) ? settled.Sold.Minor : 0;
        return converted - accounts.Sum(a => cash.GetValueOrDefault(a.Name));
    }

    private static (bool Holds, string Detail) Of(string what, bool holds, string detail) => (holds, $"{what}: {detail}");

    private static Invariant Each<T>(string name, IReadOnlyList<T> series, Func<T, IEnumerable<(bool Holds, string Detail)>> checks)
    {
        var all = series.SelectMany(checks).ToList();
        var broken = all.Where(c => !c.Holds).Select(c => c.Detail).ToList();
        return new Invariant(name, broken.Count == 0, all.Count, string.Join("; ", broken));
    }
}

/// <summary>What is looked at of one series, from one view of the store.</summary>
/// <param name="Units">Balances of the units book by account, in minor units.</param>
/// <param name="Cash">Balances of the cash book in the currency of the notes, in minor units.</param>
/// <param name="Recomputed">The interest of each announced due from its frozen inputs, by today's multiplication and rounding.</param>
/// <param name="Register">What the legs of the units book prove, day by day.</param>
internal sealed record SeriesProof(SeriesState State, IReadOnlyDictionary<string, long> Units, IReadOnlyDictionary<string, long> Cash, IReadOnlyDictionary<int, Money> Recomputed, RegisterProof Register)
{
    public static SeriesProof Of(StoreView view, string series)
    {
        var state = Desk.Load(view, series);
        var balances = view.Balances(series);
        var unit = state.Terms.Currency!.Value.Code;
        return new SeriesProof(state,
            balances.Where(b => b.Account.Book == Book.Units).ToDictionary(b => b.Account.Name, b => b.Minor, StringComparer.Ordinal),
            balances.Where(b => b.Account.Book == Book.Cash && b.Unit == unit).ToDictionary(b => b.Account.Name, b => b.Minor, StringComparer.Ordinal),
            state.Payments.Announced.Values.ToDictionary(d => d.N, d => Again(state, view, d)),
            RegisterProof.Of(view.LegsOf(series, Book.Units), state.GlobalNotes.ToDictionary(n => n.Account.Name, n => n.Form, StringComparer.Ordinal), SeriesBooks.Issued, SeriesBooks.Retired));
    }

    private static Money Again(SeriesState state, StoreView view, PaymentEvent.DueAnnounced due)
    {
        if (due.Outstanding.Minor == 0) return Money.Zero(due.Interest.Currency); // nobody held anything on its record date
        var rounding = Rounding.Parse(due.Inputs.Rounding)!;
        // The amount of a series needs no holders; any other is the sum over those of the record date.
        IReadOnlyList<Holding> held = rounding.Level is null or RoundingLevel.Series ? [new Holding("", due.Outstanding)] : Paying.HoldingsOf(state, view, due.N);
        return InterestShares.Of(rounding, due.Inputs.RatePerAnnum, due.Inputs.Fraction, held).Sum(due.Interest.Currency);
    }
}
