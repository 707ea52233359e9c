using Indenture.Core;

namespace Indenture.Actions;

/// <summary>Why nothing is explained, in the order in which it is tested.</summary>
public enum ExplainRefusal { IdUnknown }

/// <summary>A fact that an amount rests on, with the words, the person or the row it was taken from.</summary>
public sealed record Ground(string Fact, string Value, IReadOnlyList<Source> Sources);

/// <summary>An amount that shows its working.</summary>
/// <param name="Formula">The formula with its numbers.</param>
/// <param name="Rule">The rule that the formula follows.</param>
public sealed record Explanation(string Id, string What, Money Amount, string Formula, string Rule, IReadOnlyList<Ground> Grounds);

/// <summary>
/// explain: any stored amount by its id. SERIES/due-N and SERIES/interest-N or principal-N (with /HOLDER for one holder's part);
/// SERIES/OFFERING/proceeds, /spread and /purchase-money/UNDERWRITER; SERIES/principal.
/// </summary>
public static class Explaining
{
    private static readonly string[] CouponFacts = ["principal", "interestRate", "index", "spread", "fixingRule", "dayCount", "paymentDates", "businessDayConvention", "businessDayCities", "accrual", "maturityRule", "recordDate", "rounding"];

    public static Outcome<Explanation> Of(Desk desk, string id)
    {
        var series = desk.Store.Read(view => view.List("series").Select(row => row.SeriesId).ToList());
        // The longest series id that the id begins with: an id of a series may hold a slash of its own.
        var owner = series.Where(s => id == s || id.StartsWith(s + "/", StringComparison.Ordinal)).MaxBy(s => s.Length);
        if (owner is null)
            return Refusal.Of(ExplainRefusal.IdUnknown, series.Count == 0 ? $"\"{id}\" is not known: the store holds no series." : $"\"{id}\" begins with no series of the store; there are {string.Join(", ", series)}.");
        var all = Ids(desk.Load(owner)).ToList();
        return all.FirstOrDefault(e => e.Id == id).Explain is { } explain
            ? explain()
            : Refusal.Of(ExplainRefusal.IdUnknown, $"\"{id}\" is no amount of series {owner}; there are {string.Join(", ", all.Select(e => e.Id))}.");
    }

    /// <summary>Every amount of a series that can be explained.</summary>
    public static IEnumerable<(string Id, Func<Explanation> Explain)> Ids(SeriesState state)
    {
        var series = state.Id;
        yield return ($"{series}/principal", () => Principal(state));
        foreach (var offering in state.Offerings.Select(o => o.Booked))
        {
            var prefix = $"{series}/{offering.Offering}";
            foreach (var owed in offering.Closing) yield return ($"{prefix}/purchase-money/{owed.Underwriter}", () => PurchaseMoney($"{prefix}/purchase-money/{owed.Underwriter}", offering, owed));
            if (offering.Closing.Count == 0) continue;
            yield return ($"{prefix}/proceeds", () => Proceeds($"{prefix}/proceeds", offering));
            if (offering.Closing.All(o => o.Spread is not null)) yield return ($"{prefix}/spread", () => Spread($"{prefix}/spread", offering));
        }
        foreach (var due in state.Payments.Announced.Values.OrderBy(d => d.N))
        {
            yield return ($"{series}/due-{due.N}", () => Due($"{series}/due-{due.N}", state, due));
            foreach (var kind in Enum.GetValues<PaymentKind>())
                if (state.Payments.Paid.TryGetValue(SeriesBooks.RunOf(due.N, kind), out var paid))
                    yield return ($"{series}/{paid.Run}", () => Run($"{series}/{paid.Run}", state, due, paid));
        }
    }

    private static Explanation Principal(SeriesState state)
    {
        var parts = state.Offerings.Select(o => o.Booked.Terms.Principal!).ToList();
        var total = parts.Select(p => p.Value).Sum(parts[0].Value.Currency);
        return new Explanation($"{state.Id}/principal", "principal of the series", total, $"{string.Join(" + ", parts.Select(p => p.Value))} = {total}", "the sum of the offerings of the series",
            [.. state.Offerings.Select(o => new Ground($"principal of offering {o.Booked.Offering}", o.Booked.Terms.Principal!.Value.ToString(), o.Booked.Terms.Principal.Sources))]);
    }

    private static Explanation PurchaseMoney(string id, OfferingEvent.Booked offering, PurchaseMoney owed) => new(
        id, $"what {owed.Underwriter} pays at the closing", owed.Amount, $"{owed.Allocation} x {offering.Terms.PurchasePrice!.Value}% = {owed.Amount}",
        "allocation x purchase price, exact: a need to round is refused (TA-PRICE-13)",
        [
            .. offering.Terms.Underwriters.Where(u => u.Name.Value == owed.Underwriter).Select(u => new Ground($"allocation of {owed.Underwriter}", u.Principal.Value.ToString(), [.. u.Name.Sources.Union(u.Principal.Sources)])),
            .. Grounds(offering.Terms, "purchasePrice"),
        ]);

    private static Explanation Proceeds(string id, OfferingEvent.Booked offering)
    {
        var total = offering.Closing.Select(o => o.Amount).Sum(offering.Closing[0].Amount.Currency);
        return new Explanation(id, "what the issuer receives at the closing", total, $"{string.Join(" + ", offering.Closing.Select(o => o.Amount))} = {total}",
            "the purchase money of every underwriter", Grounds(offering.Terms, "principal", "purchasePrice"));
    }

    private static Explanation Spread(string id, OfferingEvent.Booked offering)
    {
        var total = offering.Closing.Select(o => o.Spread!).Sum(offering.Closing[0].Amount.Currency);
        return new Explanation(id, "what the underwriters earn between purchase and public price", total,
            $"{offering.Terms.Principal!.Value} x ({offering.Terms.PublicPrice!.Value}% - {offering.Terms.PurchasePrice!.Value}%) = {total}", "gross spread",
            Grounds(offering.Terms, "principal", "purchasePrice", "publicPrice"));
    }

    private static Explanation Due(string id, SeriesState state, PaymentEvent.DueAnnounced due)
    {
        var grounds = Grounds(state.Terms, CouponFacts).ToList();
        if (state.Rates.TryGetValue(due.N, out var rate))
            grounds.Add(new Ground($"fixing of {rate.Index} {rate.Tenor} for {Instruction.Iso(rate.Determination)}", rate.Fixing?.ToString() ?? rate.How, rate.RestsOn));
        return new Explanation(id, $"what is owed on {Instruction.Iso(due.PaymentDate)} to the holders of {Instruction.Iso(due.RecordDate)}", due.Interest + due.Principal,
            due.Inputs.Working + (due.Principal.Minor > 0 ? $"; principal {due.Principal}" : ""),
            $"principal outstanding on the record date x rate x fraction of a year, {due.Inputs.DayCount}, rounded once: {due.Inputs.Rounding}; calendars {due.Inputs.CalendarsVersion}", grounds);
    }

    private static Explanation Run(string id, SeriesState state, PaymentEvent.DueAnnounced due, PaymentEvent.RunPaid paid) => new(
        id, $"{Names.Of(paid.Kind)} paid on due {due.N} to {paid.Holders} registered holder{(paid.Holders == 1 ? "" : "s")}", paid.Total,
        $"{Names.Of(paid.Kind)} of due {due.N} = {paid.Total}, paid as the run with hash {paid.Hash[..12]}",
        "the due as announced, over the holders of the record date in proportion to their principal, adding up exactly", Due(id, state, due).Grounds);

    private static IReadOnlyList<Ground> Grounds(Terms terms, params string[] facts) =>
        [.. facts.Select(f => TermFact.Of(f).Require()).Select(f => (f.Name, Stated: f.Get(terms))).Where(f => f.Stated is not null).Select(f => new Ground(f.Name, f.Stated!.Value.Text, f.Stated.Value.Sources))];
}
