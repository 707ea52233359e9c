using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>verify: what the store proves of its journal and books, and what the series prove of themselves.</summary>
public static class Proving
{
    public static IReadOnlyList<Invariant> All(Desk desk)
    {
        var series = desk.Store.Read(view => view.List("series").Select(row => Look(view, row.SeriesId)).ToList());
        return
        [
            .. desk.Store.Verify(Lists.Fold),
            Each("register-adds-up", series, s => [Of(s.State.Id, Outstanding(s.State, s.Units) == Issued(s.Units), $"{Outstanding(s.State, s.Units)} outstanding, {Issued(s.Units)} issued less retired and cancelled")]),
            Each("dues-recomputed", series, s => s.Dues.Select(d => Of($"{s.State.Id} due {d.Due.N}", d.Recomputed == d.Due.Interest, $"announced {d.Due.Interest}, computed {d.Recomputed}"))),
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

    private static long Issued(IReadOnlyDictionary<string, long> units) => -units.GetValueOrDefault(SeriesBooks.Issued.Name) - units.GetValueOrDefault(SeriesBooks.Retired.Name) - units.GetValueOrDefault(RegisterBooks.Cancelled.Name);

    /// <summary>What is looked at of one series.</summary>
    /// <param name="Units">Balances of the units book, in minor units.</param>
    /// <param name="Cash">Balances of the cash book in the currency of the notes, in minor units.</param>
    private sealed record Looked(SeriesState State, IReadOnlyDictionary<string, long> Units, IReadOnlyDictionary<string, long> Cash, IReadOnlyList<(PaymentEvent.DueAnnounced Due, Money Recomputed)> Dues);

    private static Looked Look(StoreView view, string series)
    {
        var state = Desk.Load(view, series);
        var unit = state.Terms.Currency!.Value.Code;
        return new Looked(state, Desk.Units(view, series),
            view.Balances(series).Where(b => b.Account.Book == Book.Cash && b.Unit == unit).ToDictionary(b => b.Account.Name, b => b.Minor, StringComparer.Ordinal),
            [.. state.Payments.Announced.Values.Select(due => (due, Recomputed(state, due, Registering.UnitsAt(view, series, due.RecordDate))))]);
    }

    /// <summary>What the accounts show as owed and not settled of one kind of a due, in minor units.</summary>
    private static long Open(SeriesState state, IReadOnlyDictionary<string, long> cash, PaymentEvent.DueAnnounced due, PaymentKind kind)
    {
        var accounts = new List<Account> { SeriesBooks.PayableOf(due.N, kind), SeriesBooks.ConvertingOf(due.N, kind), SeriesBooks.PayableOf(SeriesBooks.ExchangeRunOf(due.N, kind)) };
        if (kind == PaymentKind.Interest) accounts.Add(SeriesBooks.PayableOf(SeriesBooks.DefaultedRunOf(due.N)));
        var converted = state.Exchange.Settlements.TryGetValue((due.N, kind), out var settled) && !state.Exchange.Paid.ContainsKey((due.N, kind)) ? settled.Sold.Minor : 0;
        return converted - accounts.Sum(a => cash.GetValueOrDefault(a.Name));
    }

    /// <summary>The interest of an announced due from its frozen inputs and the register of its record date, on the level that the terms round on.</summary>
    private static Money Recomputed(SeriesState state, PaymentEvent.DueAnnounced due, IReadOnlyDictionary<string, long> units)
    {
        var currency = due.Interest.Currency;
        var rounding = Rounding.Parse(due.Inputs.Rounding)!;
        IReadOnlyList<HolderPrincipal> held = rounding.Level == RoundingLevel.GlobalNote
            ? [.. state.GlobalNotes.Where(n => n.Issued <= due.RecordDate).Select(n => new HolderPrincipal(n.Number, new Money(units.GetValueOrDefault(n.Account.Name), currency)))]
            : [.. Position.Of(due.RecordDate, state.GlobalNotes, units).Holdings.Select(h => new HolderPrincipal(h.Holder, h.Principal))];
        return InterestAmount.Shares(rounding, due.Inputs.RatePerAnnum, due.Inputs.Fraction, held).Sum(currency);
    }

    private static (bool Holds, string Detail) Of(string what, bool holds, string detail) => (holds, $"{what}: {detail}");

    private static Invariant Each<T>(string name, IReadOnlyList<T> series, Func<T, IEnumerable<(bool Holds, string Detail)>> checks)
    {
        var all = series.SelectMany(checks).ToList();
        var broken = all.Where(c => !c.Holds).Select(c => c.Detail).ToList();
        return new Invariant(name, broken.Count == 0, all.Count, string.Join("; ", broken));
    }
}
