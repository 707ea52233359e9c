using Indenture.Actions;

namespace Indenture.Tests.Simulation;

/// <summary>The payment cycle: rates, dues, money in, money out.</summary>
internal sealed partial class World
{
    // --- announcing -----------------------------------------------------------------------------------------------------------------------------------

    private Act Fix(Sheet s, int n, bool published, DateOnly on)
    {
        var period = s.Period(n);
        var fixings = published && period?.Fixing is { } day
            ? Fixings.Parse($"index,tenor,date,percent\nEURIBOR,{Tenor(s)}M,{Case.Iso(day)},{s.Case.FixingOn(day).ToString(System.Globalization.CultureInfo.InvariantCulture)}\n", "fixings.csv").Require()
            : Fixings.None;
        return ByTwo("fix", s, on, $"{n}", $"fix/{n}", (desk, by) => Rates.Fix(desk, by, Calendars.Standard, s.Id, n, RateGrounds.Of(fixings)),
            () => !s.Booked || period is null ? "no such period" : s.Rates.ContainsKey(n) ? "it is determined" : period.Fixing is not { } determination ? "its rate is stated" : on < determination ? "before its determination date" : published ? null : "nothing is published",
            () => s.Rates[n] = s.Determined(period!));
    }

    private static int Tenor(Sheet s)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(s.Case.Json)!;
        return json["interest"]!["indexTenorMonths"]!.GetValue<int>();
    }

    private Act AnnounceDates(Sheet s, int n) => Simple("announce-dates", s, Today, $"{n}", (desk, by) => Paying.AnnounceDates(desk, by, Calendars.Standard, s.Id, n),
        () => !s.Booked || s.Period(n) is null ? "no such period" : s.DatesTold.Contains(n) || s.Dues.ContainsKey(n) ? "they are known" : null, () => s.DatesTold.Add(n));

    private Act Announce(Sheet s, int n, DateOnly on) => Simple("announce", s, on, $"{n}", (desk, by) => Paying.Announce(desk, by, Calendars.Standard, s.Id, n),
        () =>
        {
            if (!s.Booked || s.Period(n) is not { } period) return "no such period";
            if (s.Dues.ContainsKey(n)) return "it was announced";
            if (on < period.Record) return "its record date has not come";
            return s.RateOf(period) is null ? "its rate is not determined" : null;
        },
        () =>
        {
            var due = s.Dues[n] = s.Owing(s.Period(n)!);
            foreach (var kind in Enum.GetValues<PaymentKind>())
                s.Cash(("issuer/obligation", due.Owed(kind)), ("payable/" + Run(n, kind), -due.Owed(kind)));
        });

    // --- money in ---------------------------------------------------------------------------------------------------------------------------------------

    private Act Call(Sheet s, int n, string account) => Simple("call", s, Today, $"{n} {account}", (desk, by) => Funding.Call(desk, by, Calendars.Standard, s.Id, n, account),
        () => !s.Dues.TryGetValue(n, out var due) ? "it was not announced" : account == "" ? "no account" : due.Account == account ? "it was called for" : due.Missing == 0 ? "it is funded" : null,
        () => s.Dues[n].Account = account);

    private Act Confirm(Sheet s, int n, string reference) => Confirm(s, n, reference, Now);

    private Act Confirm(Sheet s, int n, string reference, DateTimeOffset received) => Simple("confirm-instructions", s, Today, $"{n} {reference}", (desk, by) => Funding.Confirm(desk, by, s.Id, n, reference, received),
        () => s.Dues.GetValueOrDefault(n)?.Account is null ? "it was not called for" : s.Dues[n].Confirmed ? "they were confirmed" : reference == "" ? "no reference" : null, () => s.Dues[n].Confirmed = true);

    /// <summary>Why money for a due is not taken: never more than is owed (AGY-4.2).</summary>
    private static string? NotTaken(Sheet s, int n, long minor) => !s.Dues.TryGetValue(n, out var due) ? "it was not announced" : minor <= 0 ? "no amount" : minor > due.Missing ? "more than is missing" : null;

    private Act Fund(Sheet s, int n, long minor, DateOnly on) => Simple("fund", s, on, $"{n} {minor}", (desk, by) => Paying.Fund(desk, by, s.Id, n, s.Case.Money(minor)), () => NotTaken(s, n, minor),
        () =>
        {
            s.Cash(("issuer/funds", -minor), ($"held/due-{n}", minor));
            s.Dues[n].Funded += minor;
        });

    private Act CreditMoney(Sheet s, int n, string reference, long minor, string condition) => Simple("credit", s, Today, $"{n} {reference} {minor} {condition}", (desk, by) => Funding.Credit(desk, by, s.Id, n, reference, s.Case.Money(minor), condition),
        () => !s.Dues.ContainsKey(n) ? "it was not announced" : minor <= 0 ? "no amount" : condition == "" ? "no condition" : s.ConditionalKnown.Contains(reference) ? "the same credit a second time" : null,
        () =>
        {
            s.Cash(("issuer/funds", -minor), ($"conditional/due-{n}", minor));
            s.Conditional[reference] = (n, minor);
            s.ConditionalKnown.Add(reference);
        });

    private Act CreditFinal(Sheet s, string reference) => Simple("credit-final", s, Today, reference, (desk, by) => Funding.CreditFinal(desk, by, s.Id, reference),
        () => !s.Conditional.TryGetValue(reference, out var credit) ? "no such credit" : NotTaken(s, credit.N, credit.Minor),
        () =>
        {
            s.Conditional.Remove(reference, out var credit);
            s.Cash(($"conditional/due-{credit.N}", -credit.Minor), ($"held/due-{credit.N}", credit.Minor));
            s.Dues[credit.N].Funded += credit.Minor;
        });

    private Act CreditReversed(Sheet s, string reference) => Simple("credit-reversed", s, Today, reference, (desk, by) => Funding.CreditReversed(desk, by, s.Id, reference), () => s.Conditional.ContainsKey(reference) ? null : "no such credit",
        () =>
        {
            s.Conditional.Remove(reference, out var credit);
            s.Cash(($"conditional/due-{credit.N}", -credit.Minor), ("issuer/funds", credit.Minor));
        });

    private Act Shortfall(Sheet s, int n) => Simple("shortfall", s, Today, $"{n}", (desk, by) => Funding.Shortfall(desk, by, Calendars.Standard, s.Id, n),
        () => !s.Dues.TryGetValue(n, out var due) ? "it was not announced" : due.Shortfall ? "it is known" : Today < due.Period.Funding ? "its day has not come" : due.Funded == due.Total ? "nothing is missing" : null, () => s.Dues[n].Shortfall = true);

    private Act Notify(Sheet s, int n, NoticeMeans means) => Simple("notify-shortfall", s, Today, $"{n} {means}", (desk, by) => Funding.NotifyShortfall(desk, by, Calendars.Standard, s.Id, n, means, "the treasurer"),
        () => s.Dues.GetValueOrDefault(n)?.Shortfall == true ? null : "no shortfall is known", () => { });

    private Act Advance(Sheet s, int n, long minor, DateOnly on, DayCountBasis basis) => ByTwo("advance", s, on, $"{n} {minor} {basis}", $"advance-{n}",
        (desk, by) => Funding.Advance(desk, by, Calendars.Standard, s.Id, n, s.Case.Money(minor), new Percent(1.75m), basis, "to pay the holders"),
        () => !s.Dues.TryGetValue(n, out var due) ? "it was not announced" : minor <= 0 ? "no amount" : due.Advance is not null ? "it was advanced"
            : on < (due.Period.Funding < due.Period.Payment ? due.Period.Funding : due.Period.Payment) ? "nothing is late" : minor > due.Missing ? "more than is missing"
            : basis is DayCountBasis.ActualActualIcma or DayCountBasis.Thirty360EIsda ? "its cost could not be counted: there is no period and no maturity" : null,
        () =>
        {
            s.Cash(("agent/own-funds", -minor), ($"held/due-{n}", minor));
            s.Cash(($"advance/due-{n}", minor), ("issuer/debt-to-agents", -minor));
            s.Dues[n].Advance = new PaperAdvance { Made = minor, Outstanding = minor, Since = on, Percent = 1.75m, YearDays = basis == DayCountBasis.Actual360 ? 360 : 365 };
        });

    private Act Repay(Sheet s, int n, long minor, DateOnly on) => Simple("repay", s, on, $"{n} {minor}", (desk, by) => Funding.Repay(desk, by, s.Id, n, s.Case.Money(minor)),
        () => s.Dues.GetValueOrDefault(n)?.Advance is not { } a ? "nothing was advanced" : minor <= 0 ? "no amount" : on < a.Since ? "its cost was counted further" : minor > a.Outstanding ? "more than is outstanding" : null,
        () =>
        {
            var a = s.Dues[n].Advance!;
            s.Cash(("issuer/funds", -minor), ("agent/own-funds", minor));
            s.Cash(($"advance/due-{n}", -minor), ("issuer/debt-to-agents", minor));
            // The cost of the days outstanding, exact, rounded once when nothing is left (AGY-4.2d).
            a.Accrued += new Fraction(a.Outstanding, 100) * Fraction.Of(a.Percent) * new Fraction(on.DayNumber - a.Since.DayNumber, a.YearDays);
            (a.Outstanding, a.Since) = (a.Outstanding - minor, on);
            if (a.Outstanding > 0) return;
            a.Cost = (long)Sheet.Nearest(a.Accrued, RoundingDirection.HalfUp);
            s.Cash(($"advance-cost/due-{n}", a.Cost.Value), ("issuer/debt-to-agents", -a.Cost.Value));
        });

    private Act RepayCost(Sheet s, int n, long minor) => Simple("repay-cost", s, Today, $"{n} {minor}", (desk, by) => Funding.RepayCost(desk, by, s.Id, n, s.Case.Money(minor)),
        () => s.Dues.GetValueOrDefault(n)?.Advance is not { } a ? "nothing was advanced" : minor <= 0 ? "no amount" : a.Cost is not { } cost ? "its cost is not known" : minor > cost ? "more than the cost" : null,
        () =>
        {
            s.Cash(("issuer/funds", -minor), ("agent/own-funds", minor));
            s.Cash(($"advance-cost/due-{n}", -minor), ("issuer/debt-to-agents", minor));
            s.Dues[n].Advance!.Cost -= minor;
        });

    private Act Unexplained(Sheet s, string reference, long minor) => Simple("suspense", s, Today, $"{reference} {minor}", (desk, by) => Funding.Suspense(desk, by, s.Id, reference, s.Case.Money(minor), "somebody"),
        () => minor <= 0 ? "no amount" : !s.Booked ? "nothing is booked" : s.SuspenseKnown.Contains(reference) ? "it stood there before" : null,
        () =>
        {
            s.Cash(("issuer/funds", -minor), ($"suspense/{reference}", minor));
            s.Suspense[reference] = minor;
            s.SuspenseKnown.Add(reference);
        });

    private Act ClearSuspense(Sheet s, string reference, int? n) => Simple("clear-suspense", s, Today, $"{reference} {n}", (desk, by) => Funding.ClearSuspense(desk, by, s.Id, reference, n, "explained"),
        () => !s.Suspense.TryGetValue(reference, out var minor) ? "nothing stands there" : n is { } due ? NotTaken(s, due, minor) : null,
        () =>
        {
            s.Suspense.Remove(reference, out var minor);
            s.Cash(($"suspense/{reference}", -minor), (n is { } due ? $"held/due-{due}" : "issuer/funds", minor));
            if (n is { } funded) s.Dues[funded].Funded += minor;
        });

    private Act EndDay(Sheet s, DateOnly on) => Simple("end-day", s, on, "", (desk, by) => Funding.EndDay(desk, by, Calendars.Standard, s.Id),
        () => !s.Booked ? "nothing is booked" : s.LastDay is { } last && on <= last ? "it was ended" : s.Suspense.Count > 0 ? "something stands in suspense" : null,
        () =>
        {
            s.LastDay = on;
            foreach (var due in s.Dues.Values.Where(d => d.Period.Funding <= on && d.Funded != d.Total)) due.Shortfall = true;
        });

    private Act Fee(Sheet s, string reference, long minor, string letter) => Simple("fee", s, Today, $"{reference} {minor} {letter}", (desk, by) => Funding.Fee(desk, by, s.Id, reference, s.Case.Money(minor), letter),
        () => minor <= 0 ? "no amount" : letter == "" ? "no letter" : !s.Booked ? "nothing is booked" : s.Fees.ContainsKey(reference) ? "it is booked" : null,
        () =>
        {
            s.Cash(($"fee/{reference}", minor), ("issuer/debt-to-agents", -minor));
            s.Fees[reference] = minor;
        });

    private Act PayFee(Sheet s, string reference, long minor) => Simple("pay-fee", s, Today, $"{reference} {minor}", (desk, by) => Funding.PayFee(desk, by, s.Id, reference, s.Case.Money(minor)),
        () => minor <= 0 ? "no amount" : !s.Fees.TryGetValue(reference, out var open) ? "no such bill" : minor > open ? "more than is unpaid" : null,
        () =>
        {
            s.Cash(("issuer/funds", -minor), ("agent/own-funds", minor));
            s.Cash(($"fee/{reference}", -minor), ("issuer/debt-to-agents", minor));
            s.Fees[reference] -= minor;
        });

    // --- money out ------------------------------------------------------------------------------------------------------------------------------------------

    /// <summary>Why a payment needs a third pair of eyes: it is far from the last of its kind. One that ends the debt early does not occur: principal is owed on the last due only.</summary>
    private static bool Unusual(Sheet s, PaperDue due, PaymentKind kind)
    {
        var last = s.Dues.Values.Where(d => d.Period.N < due.Period.N && d.Owed(kind) > 0 && d.Paid.Contains(Run(d.Period.N, kind))).LastOrDefault();
        return s.Case.FarFromLast is { } far && last is not null && Math.Abs((decimal)due.Owed(kind) - last.Owed(kind)) * 100 > far * last.Owed(kind);
    }

    private Act Clear(Sheet s, int n, PaymentKind kind, long minor)
    {
        Act? act = null;
        act = Simple("clear", s, Today, $"{Run(n, kind)} {minor}", (desk, by) => Paying.Clear(desk, by, Calendars.Standard, s.Id, n, kind, s.Case.Money(minor), "the first period is short"),
            () => !s.Dues.TryGetValue(n, out var due) ? "it was not announced" : due.Owed(kind) == 0 ? "nothing is owed" : due.Paid.Contains(Run(n, kind)) ? "it was paid" : !Unusual(s, due, kind) ? "it is not unusual" : minor != due.Owed(kind) ? "another amount"
                : s.Proposed.TryGetValue(Run(n, kind), out var first) && first.Maker == act!.Actor ? "the same person proposed it" : null, () => { });
        return act with { Done = () => s.Cleared[Run(n, kind)] = (act.Actor, minor) };
    }

    private string? Nominee(Sheet s, PaperDue due) => s.Case.Exchange is { } exchange && due.Holders.Any(h => h.Holder == exchange.Holder) ? exchange.Holder : null;

    private Act Pay(Sheet s, int n, PaymentKind kind, long minor, DateOnly on)
    {
        var run = Run(n, kind);
        var act = ByTwo("pay", s, on, $"{run} {minor}", run, (desk, by) => Paying.Pay(desk, by, Calendars.Standard, s.Id, n, kind, s.Case.Money(minor)), () => null,
            () =>
            {
                var due = s.Dues[n];
                PayOut(s, due, run, kind, due.Net(kind, Nominee(s, due)));
            });
        return act with
        {
            ThirdPerson = () => Unusual(s, s.Dues[n], kind),
            Wrong = () =>
            {
                if (Ahead(on) is { } ahead) return ahead;
                if (!s.Dues.TryGetValue(n, out var due)) return "it was not announced";
                if (due.Owed(kind) == 0) return "nothing is owed";
                if (due.Paid.Contains(run)) return "it was paid";
                if (kind == PaymentKind.Interest && due.InDefault) return "it is in default (NOTE-DEFINT-1)";
                if (Nominee(s, due) is not null && !due.Divisions.ContainsKey(kind)) return "the exchange agent has not been given its part";
                if (on < due.Period.Payment) return "it is not payable yet";
                if (due.Missing > 0) return "the money is not there in full (AGY-4.2b)";
                if (minor != due.Net(kind, Nominee(s, due)).Sum(h => h.Minor)) return "another amount";
                if (Unusual(s, due, kind) && !s.Cleared.ContainsKey(run)) return "a third person has not cleared it";
                return s.Unaddressed(due.Net(kind, Nominee(s, due)).Select(h => h.Holder).Where(h => !s.Holds.Contains(h)), Today);
            },
        };
    }

    private static void PayOut(Sheet s, PaperDue due, string run, PaymentKind kind, IReadOnlyList<(string Holder, long Minor)> net)
    {
        var paying = net.Where(h => !s.Holds.Contains(h.Holder)).ToList();
        var total = paying.Sum(h => h.Minor);
        s.Cash(("payable/" + run, total), ($"held/due-{due.Period.N}", -total));
        foreach (var (holder, minor) in paying) s.Paid(run, holder, s.Case.Unit, minor);
        foreach (var (holder, minor) in net.Where(h => s.Holds.Contains(h.Holder))) s.HeldBack[(run, holder)] = (due.Period.N, kind, minor);
        due.Settled[kind] += total;
        due.Paid.Add(run);
    }

    private Act Sent(Sheet s, string run) => Simple("sent", s, Today, $"{run} {s.Payments.Keys.Count(p => p.Run == run)}", (desk, by) => Paying.Sent(desk, by, s.Id, run),
        () => !Ran(s, run) ? "it was not paid" : s.Sent.Contains(run) ? "it was sent" : null, () => s.Sent.Add(run)) with
    {
        Whatever = () =>
        {
            foreach (var payment in s.Payments.Keys.Where(p => p.Run == run)) States.TryAdd((s.Id, run, payment.Holder), 1);
        },
    };

    private Act ConfirmSent(Sheet s, string run) => Simple("confirmed", s, Today, $"{run} {s.Payments.Keys.Count(p => p.Run == run)}", (desk, by) => Paying.Confirmed(desk, by, s.Id, run),
        () => s.Payments.Keys.Any(p => p.Run == run && !States.ContainsKey((s.Id, run, p.Holder))) ? "a payment was not sent" : !Ran(s, run) ? "it was not paid" : s.Confirmed.Contains(run) ? "it was confirmed" : !s.Sent.Contains(run) ? "it was not sent" : null, () => s.Confirmed.Add(run)) with
    {
        Whatever = () =>
        {
            var payments = s.Payments.Keys.Where(p => p.Run == run).ToList();
            if (payments.All(p => States.ContainsKey((s.Id, run, p.Holder)))) payments.ForEach(p => States[(s.Id, run, p.Holder)] = 2);
        },
    };

    /// <summary>How far each payment has got outside: 1 sent, 2 confirmed.</summary>
    public Dictionary<(string Series, string Run, string Holder), int> States { get; } = [];

    private static bool Ran(Sheet s, string run) => s.Dues.Values.Any(d => d.Paid.Contains(run));

    private Act CloseDue(Sheet s, int n) => Simple("close-due", s, Today, $"{n}", (desk, by) => Paying.CloseDue(desk, by, s.Id, n),
        () =>
        {
            if (!s.Dues.TryGetValue(n, out var due)) return "it was not announced";
            if (due.Closed) return "it is closed";
            if (due.Unpaid(PaymentKind.Interest) + due.Unpaid(PaymentKind.Principal) > 0) return "some of it is unpaid";
            if (s.Payments.Keys.Any(p => due.Paid.Contains(p.Run) && States.GetValueOrDefault((s.Id, p.Run, p.Holder)) != 2)) return "a payment of it is not confirmed";
            return due.Advance is { } a && (a.Outstanding > 0 || a.Cost != 0) ? "the agent is owed its advance" : null;
        },
        () => s.Dues[n].Closed = true) with { MayBeRefused = true };

    // --- one payee ---------------------------------------------------------------------------------------------------------------------------------------------

    private Act Hold(Sheet s, string holder, string why) => Simple("hold", s, Today, $"{holder} {why}", (desk, by) => Payees.Hold(desk, by, s.Id, holder, why),
        () => !s.Booked ? "nothing is booked" : why == "" ? "no reason" : s.Holds.Contains(holder) ? "it is on hold" : null, () => s.Holds.Add(holder));

    private readonly Dictionary<string, int> _releases = [];

    private Act ReleaseHold(Sheet s, string holder) => ByTwo("release-hold", s, Today, holder, "", (desk, by) => Payees.ReleaseHold(desk, by, s.Id, holder, "cleared by counsel"),
        () => !s.Holds.Contains(holder) ? "it is not on hold" : null,
        () =>
        {
            s.Holds.Remove(holder);
            _releases[s.Id] = _releases.GetValueOrDefault(s.Id) + 1;
        }) with { SubjectNow = () => $"release-hold-{_releases.GetValueOrDefault(s.Id) + 1}" };

    private Act PayHeld(Sheet s, string run, string holder, long minor) => ByTwo("pay-held", s, Today, $"{run} {holder} {minor}", $"{run}/{holder}", (desk, by) => Payees.PayHeld(desk, by, s.Id, run, holder, s.Case.Money(minor)),
        () => !s.HeldBack.TryGetValue((run, holder), out var back) ? "nothing is held back" : s.Holds.Contains(holder) ? "it is on hold" : minor != back.Minor ? "another amount" : s.Unaddressed([holder], Today),
        () =>
        {
            s.HeldBack.Remove((run, holder), out var back);
            s.Cash(("payable/" + run, minor), ($"held/due-{back.N}", -minor));
            s.Paid(run, holder, s.Case.Unit, minor);
            s.Dues[back.N].Settled[back.Kind] += minor;
            s.Sent.Remove(run);
            s.Confirmed.Remove(run);
        });

    private Act ReturnUnclaimed(Sheet s, string run, string holder, long minor, DateOnly on) => ByTwo("return-unclaimed", s, on, $"{run} {holder} {minor}", $"{run}/{holder}/unclaimed",
        (desk, by) => Payees.ReturnUnclaimed(desk, by, Calendars.Standard, s.Id, run, holder, s.Case.Money(minor)),
        () => !s.HeldBack.TryGetValue((run, holder), out var back) ? "nothing is held back" : s.Holds.Contains(holder) ? "it is on hold" : minor != back.Minor ? "another amount"
            : s.Case.UnclaimedYears is not { } years ? "the terms do not say when" : on < s.Dues[back.N].Period.Payment.AddYears(years) ? "it can still be claimed" : null,
        () =>
        {
            s.HeldBack.Remove((run, holder), out var back);
            s.Cash(("payable/" + run, minor), ("returned/" + Run(back.N, back.Kind), -minor));
            s.Cash(($"held/due-{back.N}", -minor), ("issuer/funds", minor));
            s.Dues[back.N].Settled[back.Kind] += minor;
        });

    private Act Withhold(Sheet s, int n, PaymentKind kind, string holder, long minor, string why) => ByTwo("withhold", s, Today, $"{Run(n, kind)} {holder} {minor} {why}", $"withhold/{Run(n, kind)}/{holder}",
        (desk, by) => Payees.Withhold(desk, by, s.Id, n, kind, holder, s.Case.Money(minor), why),
        () => !s.Dues.TryGetValue(n, out var due) ? "it was not announced" : minor <= 0 ? "no amount" : due.Paid.Contains(Run(n, kind)) ? "it was paid" : kind == PaymentKind.Interest && due.InDefault ? "it is in default"
            : minor > due.Net(kind, Nominee(s, due)).FirstOrDefault(h => h.Holder == holder).Minor ? "more than it is paid" : why == "" ? "no law" : null,
        () =>
        {
            var due = s.Dues[n];
            s.Cash(("payable/" + Run(n, kind), minor), ("withheld/" + Run(n, kind), -minor));
            due.Withheld[(kind, holder)] = due.Withheld.GetValueOrDefault((kind, holder)) + minor;
            due.Settled[kind] += minor;
        });

    // --- interest in default --------------------------------------------------------------------------------------------------------------------------------------

    private Act Default(Sheet s, int n, DateOnly on) => Simple("default", s, on, $"{n}", (desk, by) => Payees.Default(desk, by, s.Id, n),
        () => !s.Dues.TryGetValue(n, out var due) ? "it was not announced" : due.Owed(PaymentKind.Interest) == 0 || due.Unpaid(PaymentKind.Interest) == 0 ? "no interest is owed" : due.InDefault ? "it is in default"
            : due.Paid.Contains(Run(n, PaymentKind.Interest)) || due.Divisions.ContainsKey(PaymentKind.Interest) ? "it was paid, or the exchange agent has it" : on <= due.Period.Payment ? "its day is not over" : null,
        () =>
        {
            var due = s.Dues[n];
            (due.InDefault, due.Defaulted) = (true, due.Unpaid(PaymentKind.Interest));
            s.Cash(("payable/" + Run(n, PaymentKind.Interest), due.Defaulted), ($"payable/defaulted-{n}", -due.Defaulted));
        });

    private Act Special(Sheet s, int n, DateOnly notice, DateOnly record, DateOnly payment) => Simple("special-record-date", s, Today, $"{n} {notice:yyyy-MM-dd} {record:yyyy-MM-dd} {payment:yyyy-MM-dd}",
        (desk, by) => Payees.SpecialRecordDate(desk, by, Calendars.Standard, s.Id, n, notice, record, payment),
        () => s.Case.Defaulted is not { } days ? "the terms do not say how" : s.Dues.GetValueOrDefault(n) is not { InDefault: true } due ? "it is not in default" : due.Taken is not null ? "its position was taken"
            : record.AddDays(days.Record) > payment ? "too near the payment (NOTE-DEFINT-2)" : notice.AddDays(days.Notice) > record ? "the holders are told too late (NOTE-DEFINT-3)" : null,
        () => s.Dues[n].Special = (record, payment));

    private Act StrikeSpecial(Sheet s, int n, DateOnly on) => Simple("strike-special", s, on, $"{n}", (desk, by) => Payees.StrikeSpecial(desk, by, s.Id, n),
        () => s.Dues.GetValueOrDefault(n)?.Special is not { } special ? "no day is fixed" : s.Dues[n].Taken is not null ? "it was taken" : on < special.Record ? "its day has not come" : null,
        () => s.Dues[n].Taken = s.Position(s.Dues[n].Special!.Value.Record));

    private Act PayDefaulted(Sheet s, int n, long minor, DateOnly on) => ByTwo("pay-defaulted", s, on, $"{n} {minor}", $"defaulted-{n}", (desk, by) => Payees.PayDefaulted(desk, by, s.Id, n, s.Case.Money(minor)),
        () => s.Dues.GetValueOrDefault(n) is not { InDefault: true } due ? "it is not in default" : due.Taken is null ? "no position was taken" : due.Paid.Contains($"defaulted-{n}") ? "it was paid" : on < due.Special!.Value.Payment ? "it is not payable yet"
            : due.Missing > 0 ? "the money is not there in full" : due.Taken.Count == 0 ? "nobody holds anything" : minor != due.Defaulted ? "another amount" : s.Unaddressed(due.Taken.Select(h => h.Holder).Where(h => !s.Holds.Contains(h)), Today),
        () =>
        {
            var due = s.Dues[n];
            PayOut(s, due, $"defaulted-{n}", PaymentKind.Interest, [.. due.Taken!.Zip(Sheet.Split(due.Defaulted, due.Taken!, byName: true), (h, m) => (h.Holder, m))]);
        });

    // --- the end -----------------------------------------------------------------------------------------------------------------------------------------------------

    private Act Redeem(Sheet s, DateOnly on) => ByTwo("redeem", s, on, "", "redeem", (desk, by) => Paying.Redeem(desk, by, s.Id),
        () =>
        {
            if (s.Redeemed is not null) return "it is redeemed";
            if (s.Outstanding == 0) return "nothing is outstanding";
            if (!s.Dues.TryGetValue(s.Case.Periods.Count, out var last) || last.Unpaid(PaymentKind.Principal) > 0 || last.Owed(PaymentKind.Principal) < s.Outstanding) return "principal is unpaid";
            if (s.Case.Periods.Any(p => !s.Dues.TryGetValue(p.N, out var due) || due.Unpaid(PaymentKind.Interest) > 0)) return "interest is unpaid, or was never announced";
            return s.DayShut(on, on);
        },
        () =>
        {
            (string, long)[] legs = [.. s.Notes.Select(n => (Sheet.NoteAccount(n.Number), -s.Now(Sheet.NoteAccount(n.Number)))), ("retired", s.Outstanding)];
            (string, long)[] below = [.. s.Balances.Where(b => b.Key.Unit == s.Case.Principals && (b.Key.Account.StartsWith("participant/", StringComparison.Ordinal) || b.Key.Account.StartsWith("holder/", StringComparison.Ordinal) || b.Key.Account.StartsWith("below/", StringComparison.Ordinal))).Select(b => (b.Key.Account, -b.Value))];
            s.Units(on, legs);
            s.Units(on, below);
            s.Redeemed = on;
        });
}
