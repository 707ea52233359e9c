using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>verify: what the store proves of its journal and books, and what the series prove of themselves.</summary>
public static class Proving
{
    public static IReadOnlyList<Invariant> All(Desk desk)
    {
        var series = desk.Store.Read(view => view.List("series").Select(row => (State: Desk.Load(view, row.SeriesId), Units: Desk.Units(view, row.SeriesId))).ToList());
        return
        [
            .. desk.Store.Verify(Lists.Fold),
            Each("register-adds-up", series, s => [Of(s.State.Id, Outstanding(s.State, s.Units) == Issued(s.Units), $"{Outstanding(s.State, s.Units)} outstanding, {Issued(s.Units)} issued less retired")]),
            Each("dues-recomputed", series, s => s.State.Payments.Announced.Values.Select(d => Of($"{s.State.Id} due {d.N}", Recomputed(s.State, d) == d.Interest, $"announced {d.Interest}, computed {Recomputed(s.State, d)}"))),
            Each("paid-what-is-owed", series, s => s.State.Payments.Paid.Values.Select(p => Of($"{s.State.Id} {p.Run}", p.Total == s.State.Payments.Announced[p.N].Owed(p.Kind), $"paid {p.Total}, owed {s.State.Payments.Announced[p.N].Owed(p.Kind)}"))),
            Each("paid-from-funds", series, s => s.State.Payments.Paid.Values.GroupBy(p => p.N).Select(g =>
            {
                var paid = g.Select(p => p.Total).Sum(g.First().Total.Currency);
                var funded = s.State.Payments.Funded.GetValueOrDefault(g.Key) ?? Money.Zero(paid.Currency);
                return Of($"{s.State.Id} due {g.Key}", paid.CompareTo(funded) <= 0, $"paid {paid}, funded {funded}");
            })),
            Each("redeemed-leaves-nothing", series, s => s.State.Redemption is { } redemption ? [Of(s.State.Id, Outstanding(s.State, s.Units) == 0, $"{Outstanding(s.State, s.Units)} outstanding after {redemption.Date:yyyy-MM-dd}")] : []),
        ];
    }

    /// <summary>Principal in the global notes, in minor units.</summary>
    private static long Outstanding(SeriesState state, IReadOnlyDictionary<string, long> units) => state.GlobalNotes.Sum(n => units.GetValueOrDefault(n.Account.Name));

    private static long Issued(IReadOnlyDictionary<string, long> units) => -units.GetValueOrDefault(SeriesBooks.Issued.Name) - units.GetValueOrDefault(SeriesBooks.Retired.Name);

    /// <summary>The interest of an announced due from its frozen inputs, by today's rule of multiplication and rounding.</summary>
    private static Money Recomputed(SeriesState state, PaymentEvent.DueAnnounced due) =>
        (state.Terms.Interest.Rounding?.Value ?? Rounding.WhereSilent(due.Interest.Currency)).Apply(due.Outstanding.ToRatio() * due.Inputs.RatePerAnnum * due.Inputs.Fraction, due.Interest.Currency);

    private static (bool Holds, string Detail) Of(string what, bool holds, string detail) => (holds, $"{what}: {detail}");

    private static Invariant Each<T>(string name, IReadOnlyList<T> series, Func<T, IEnumerable<(bool Holds, string Detail)>> checks)
    {
        var all = series.SelectMany(checks).ToList();
        var broken = all.Where(c => !c.Holds).Select(c => c.Detail).ToList();
        return new Invariant(name, broken.Count == 0, all.Count, string.Join("; ", broken));
    }
}
