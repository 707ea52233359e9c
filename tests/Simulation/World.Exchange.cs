using System.Globalization;
using System.Numerics;
using Indenture.Actions;

namespace Indenture.Tests.Simulation;

/// <summary>The exchange agent: yen elected or turned into dollars.</summary>
internal sealed partial class World
{
    private static IReadOnlyList<Holding> HoldingsOf(Sheet s, IReadOnlyList<(string Name, long Units)> participants) => [.. participants.Select(p => new Holding(p.Name, s.Case.Money(p.Units)))];

    /// <summary>A London hour so many days of three cities before the issuer's money is due.</summary>
    private static DateTimeOffset Before(Sheet s, int n, int days, int hour) => Case.London(Case.Back(s.Period(n)!.Funding, days, s.Case.Exchange!.Open), hour);

    private Act Elect(Sheet s, int n, string participant, string part, string account) => Elect(s, n, participant, part, account, Now);

    private Act Elect(Sheet s, int n, string participant, string part, string account, DateTimeOffset received) => Simple("elect", s, Today, $"{n} {participant} {part} {account} {received:O}",
        (desk, by) => Exchanging.Elect(desk, by, Calendars.Standard, s.Id, n, participant, part, account, received),
        () => !s.Booked || s.Case.Exchange is not { } rules ? "no exchange agent" : s.Period(n) is null ? "no such period" : account == "" ? "no account: incomplete" : participant == rules.Holder ? "the nominee is no participant" : s.Dues.GetValueOrDefault(n)?.Divisions.Count > 0 ? "it was divided"
            : part is not "whole" && !part.StartsWith("notes ", StringComparison.Ordinal) && part is not ("payment 1/2" or "payment 1/3") ? "no such part"
            : rules.ElectionDays is { } days && received > Before(s, n, days, 17) ? "elections have closed (AGY-9.1c)" : null,
        () => s.Elections[(n, participant)] = (part, account));

    private Act Divide(Sheet s, int n, PaymentKind kind, IReadOnlyList<(string Name, long Units)> participants) => Simple("exchange-divide", s, Today, $"{Run(n, kind)} {participants.Sum(p => p.Units)}",
        (desk, by) => Exchanging.Divide(desk, by, Calendars.Standard, s.Id, n, kind, HoldingsOf(s, participants)),
        () =>
        {
            if (s.Case.Exchange is not { } rules) return "no exchange agent";
            if (!s.Dues.TryGetValue(n, out var due)) return "it was not announced";
            if (due.Owed(kind) == 0) return "nothing is owed";
            if (due.Divisions.ContainsKey(kind)) return "it was divided";
            if (due.Paid.Contains(Run(n, kind)) || kind == PaymentKind.Interest && due.InDefault) return "it was paid, or is in default";
            if (due.Holders.FirstOrDefault(h => h.Holder == rules.Holder).Units is not (> 0 and var units)) return "the nominee held nothing";
            if (participants.Sum(p => p.Units) != units) return "the statement does not add up to the nominee's holding";
            if (participants.Any(p => p.Name == rules.Holder)) return "the nominee is no participant";
            if (due.Of(kind)[rules.Holder] == due.Withheld.GetValueOrDefault((kind, rules.Holder))) return "nothing is left to divide";
            foreach (var (key, election) in s.Elections.Where(e => e.Key.N == n))
            {
                if (participants.FirstOrDefault(p => p.Name == key.Participant) is not { Name: not null } held) return "somebody elected who holds nothing";
                if (NotesOf(election.Part) is { } notes && notes > held.Units) return "an election is for more than is held";
            }
            return null;
        },
        () =>
        {
            var due = s.Dues[n];
            var amount = due.Of(kind)[s.Case.Exchange!.Holder] - due.Withheld.GetValueOrDefault((kind, s.Case.Exchange.Holder));
            var shares = participants.Zip(Sheet.Split(amount, participants, byName: false), (p, m) => (p.Name, p.Units, Minor: m)).ToList();
            var kept = shares.Select(p => (p.Name, Kept: s.Elections.TryGetValue((n, p.Name), out var e) ? KeptOf(e.Part, p.Minor, p.Units) : 0)).ToList();
            var division = due.Divisions[kind] = new PaperDivision
            {
                Amount = amount, Participants = participants, Kept = kept, Remainder = amount - kept.Sum(k => k.Kept),
                Literal = shares.Zip(kept).Where(p => p.Second.Kept == 0).Sum(p => p.First.Minor),
            };
            s.Cash(("payable/" + Run(n, kind), amount), ("payable/exchange-" + Run(n, kind), -(amount - division.Remainder)), ("converting/" + Run(n, kind), -division.Remainder));
        });

    private static long? NotesOf(string part) => part.StartsWith("notes ", StringComparison.Ordinal) ? long.Parse(part.Split(' ')[1], CultureInfo.InvariantCulture) : null;

    private static long KeptOf(string part, long minor, long units) => part switch
    {
        "whole" => minor,
        "payment 1/2" => (minor + 1) / 2,
        "payment 1/3" => (minor * 2 + 3) / 6,
        _ => (long)Sheet.Nearest(new Fraction((BigInteger)minor * NotesOf(part)!.Value, units), RoundingDirection.HalfUp),
    };

    private static PaperDivision? DivisionOf(Sheet s, int n, PaymentKind kind) => s.Dues.GetValueOrDefault(n)?.Divisions.GetValueOrDefault(kind);

    private Act Accept(Sheet s, int n, PaymentKind kind, string why) => Simple("exchange-accept", s, Today, $"{Run(n, kind)} {why}", (desk, by) => Exchanging.Accept(desk, by, s.Id, n, kind, why),
        () => DivisionOf(s, n, kind) is not { } d ? "it was not divided" : d.Remainder == d.Literal ? "there is no difference" : d.Accepted ? "it was accepted" : why == "" ? "no reason" : null, () => DivisionOf(s, n, kind)!.Accepted = true);

    private Act Buy(Sheet s, int n, PaymentKind kind, decimal rate, decimal? dealt, string side, DateTimeOffset at, string? despite) => ByTwo("exchange-rate", s, Today, $"{Run(n, kind)} {rate} {dealt} {side} {at:O} {despite}", $"exchange-rate/{Run(n, kind)}",
        (desk, by) => Exchanging.Buy(desk, by, Calendars.Standard, s.Id, n, kind, rate, dealt, new ExchangeEvidence(side, "a screen", null, null), at, despite),
        () => s.Case.Exchange is not { } rules ? "no exchange agent" : DivisionOf(s, n, kind) is not { } d ? "it was not divided" : d.Remainder == 0 ? "nothing is bought" : d.Bought is not null ? "it was bought" : d.NoRate ? "no rate was to be had"
            : rate <= 0 || dealt <= 0 ? "no rate" : side != rules.Side ? "another side of the rate" : d.Remainder != d.Literal && !d.Accepted ? "nobody accepted the difference (AGY-T37)" : s.Dues[n].Account is null ? "the issuer was not called"
            : !s.Dues[n].Confirmed && despite is null ? "the issuer has not confirmed its instructions (AGY-T38)" : at > Before(s, n, 2, 11) ? "too late (AGY-10f)" : null,
        () => DivisionOf(s, n, kind)!.Bought = (rate, dealt));

    private Act NoRate(Sheet s, int n, PaymentKind kind, string? account) => Simple("exchange-none", s, Today, $"{Run(n, kind)} {account}", (desk, by) => Exchanging.None(desk, by, s.Id, n, kind, "four banks were asked", account),
        () => DivisionOf(s, n, kind) is not { } d ? "it was not divided" : d.Bought is not null ? "there was a rate" : d.NoRate && (d.AccountNamed || account is null) ? "it is known" : null,
        () =>
        {
            var d = DivisionOf(s, n, kind)!;
            if (!d.NoRate) s.Cash(("converting/" + Run(n, kind), d.Remainder), ("payable/exchange-" + Run(n, kind), -d.Remainder));
            (d.NoRate, d.AccountNamed) = (true, d.AccountNamed || account is not null);
        });

    /// <summary>Dollar cents for yen at a rate, less cents of costs, rounded half up once.</summary>
    private static BigInteger Cents(long yen, decimal rate, long costs)
    {
        var per = Fraction.Of(rate);
        var exact = new Fraction(yen * 100 * per.D - costs * per.N, per.N);
        return exact.N <= 0 ? 0 : Sheet.Nearest(exact, RoundingDirection.HalfUp);
    }

    private Act Settle(Sheet s, int n, PaymentKind kind, long costs, DateOnly on) => Simple("exchange-settle", s, on, $"{Run(n, kind)} {costs}",
        (desk, by) => Exchanging.Settle(desk, by, Calendars.Standard, s.Id, n, kind, new Indenture.Core.Money(costs, Currency.USD).ToString()),
        () => DivisionOf(s, n, kind) is not { Bought: { } bought } d ? "nothing was bought" : d.Net is not null ? "it was settled" : on < s.Period(n)!.Funding ? "its day has not come" : s.Dues[n].Missing > 0 ? "the money is not there" : costs < 0 ? "costs below zero"
            : Cents(d.Remainder, bought.Rate, costs) <= 0 || bought.Dealt is { } dealt && Cents(d.Remainder, dealt, 0) <= 0 ? "nothing is left" : null,
        () =>
        {
            var (d, run) = (DivisionOf(s, n, kind)!, Run(n, kind));
            var net = (long)Cents(d.Remainder, d.Bought!.Value.Rate, costs);
            var bought = d.Bought.Value.Dealt is { } dealt ? (long)Cents(d.Remainder, dealt, 0) : net + costs;
            s.Cash(($"held/due-{n}", -d.Remainder), ("exchange/counterparty", d.Remainder));
            s.Cash(("converting/" + run, d.Remainder), ("exchange/conversion", -d.Remainder));
            s.Other(("exchange/counterparty", -bought), ($"held/due-{n}", net), ("agent/own-funds", costs), ("exchange/difference", bought - net - costs));
            s.Other(("exchange/conversion", net + costs), ("payable/exchange-" + run, -net), ("exchange-costs/" + run, -costs));
            d.Net = net;
        });

    private static (long Own, long Other) OutOf(PaperDivision d) => (d.Kept.Sum(k => k.Kept) + (d.NoRate ? d.Remainder : 0), d.Net ?? 0);

    private Act PayExchange(Sheet s, int n, PaymentKind kind, IReadOnlyList<(string Name, long Units)> participants, long own, long other, DateOnly on)
    {
        var run = "exchange-" + Run(n, kind);
        return ByTwo("exchange-pay", s, on, $"{run} {participants.Sum(p => p.Units)} {own} {other}", run,
            (desk, by) => Exchanging.Pay(desk, by, Calendars.Standard, s.Id, n, kind, HoldingsOf(s, participants), s.Case.Money(own), new Indenture.Core.Money(other, Currency.USD).ToString()),
            () =>
            {
                if (DivisionOf(s, n, kind) is not { } d) return "it was not divided";
                if (d.Paid) return "it was paid";
                if (!participants.SequenceEqual(d.Participants)) return "another statement";
                var (due, called) = (s.Dues[n], s.Dues[n].Account is not null);
                if (on < due.Period.Payment || called && on < due.Period.Funding) return "it is not payable yet";
                if (due.Missing > 0) return "the money is not there";
                if (d.Remainder > 0 && d.Net is null && !d.NoRate) return "it is not converted";
                if (d.NoRate && !d.AccountNamed) return "the depositary has named no account (AGY-10k)";
                if ((own, other) != OutOf(d)) return "other amounts";
                return d.Kept.Any(k => k.Kept > 0 && s.Holds.Contains(k.Name)) || (d.Net is not null || d.NoRate && d.Remainder > 0) && s.Holds.Contains(s.Case.Exchange!.Holder) ? "a payee is on hold" : s.Unaddressed(d.Net is not null ? [s.Case.Exchange!.Holder] : [], Today); // who elected named an account
            },
            () =>
            {
                var (d, due) = (DivisionOf(s, n, kind)!, s.Dues[n]);
                s.Cash(("payable/" + run, own), ($"held/due-{n}", -own));
                s.Other(("payable/" + run, other), ($"held/due-{n}", -other));
                foreach (var (name, kept) in d.Kept.Where(k => k.Kept > 0)) s.Paid(run, name, s.Case.Unit, kept);
                if (d.NoRate && d.Remainder > 0) s.Paid(run, s.Case.Exchange!.Holder, s.Case.Unit, d.Remainder);
                if (d.Net is { } net) s.Paid(run, s.Case.Exchange!.Holder, "USD", net);
                d.Paid = true;
                due.Settled[kind] += d.Amount;
                due.Paid.Add(run);
            });
    }
}
