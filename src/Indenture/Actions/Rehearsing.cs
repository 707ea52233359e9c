using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>A payment of a rehearsed life: the due as announced, and whether it was paid.</summary>
public sealed record RehearsedPayment(Due Due, bool Paid);

/// <summary>Something that is to be told: by whom, to whom, what, when.</summary>
public sealed record Notice(DateOnly Date, string From, string To, string What);

/// <summary>Where a life could not go on.</summary>
public sealed record Stop(Refusal Refusal, DateOnly? Date);

/// <summary>The life of one series as rehearsed.</summary>
/// <param name="Promise">Null where the terms are not complete.</param>
public sealed record RehearsedSeries(
    string Id, Terms Terms, IReadOnlyList<Settlement> Settled, IReadOnlyList<Assumed> Assumed, Promise? Promise, IReadOnlyList<RehearsedPayment> Payments,
    IReadOnlyList<Duty> Duties, IReadOnlyList<Notice> Notices, bool Redeemed, Stop? Stopped);

/// <summary>
/// rehearse: lives the notes of the given documents from closing to final redemption in a store made for it. Every finding's default is taken; the
/// two persons that a payment needs are played. Nothing else is invented: a life that lacks a fact or a fixing stops there and says so.
/// </summary>
public sealed class Rehearsing(Desk desk, Calendars calendars, Fixings fixings, DateOnly? until)
{
    public const string Maker = "rehearsal: first person";
    public const string Checker = "rehearsal: second person";

    /// <param name="report">Told how many of how many acts are done, and what is being done.</param>
    public IReadOnlyList<RehearsedSeries> Run(IReadOnlyList<Candidate> candidates, IReadOnlyList<Assumption> assumptions, string actor, Action<int, int, string> report)
    {
        var lives = new List<RehearsedSeries>();
        var groups = candidates.GroupBy(c => c.Series, StringComparer.Ordinal).ToList();
        foreach (var (group, i) in groups.Select((g, i) => (g, i)))
            lives.Add(Live(group.Key, [.. group], assumptions, actor, (done, total) => report(i * 1000 + (total == 0 ? 0 : 1000 * done / total), groups.Count * 1000, $"series {group.Key}")));
        return lives;
    }

    private RehearsedSeries Live(string series, IReadOnlyList<Candidate> offerings, IReadOnlyList<Assumption> assumptions, string actor, Action<int, int> report)
    {
        var settled = new List<Settlement>();
        var assumed = new List<Assumed>();
        Stop? stopped = null;
        foreach (var offering in offerings)
        {
            var date = offering.Terms.Closing.Date?.Value ?? offering.Terms.IssueDate?.Value;
            var settlings = offering.Findings.Where(f => f.Default is not null).Select(f => new Settling(f.Id, "default", "the rehearsal takes every default")).ToList();
            var booked = new Booking(desk, actor, null, AtNoon(date ?? new DateOnly(2000, 1, 1))).Book(offering, assumptions, settlings);
            if (booked is Outcome<Booked>.Refused { Refusal: var refusal }) stopped ??= new Stop(refusal, date);
            if (booked is not Outcome<Booked>.Done { Value: var done }) continue;
            settled.AddRange(done.Settled.Where(s => settled.All(k => k.Finding != s.Finding)));
            assumed.AddRange(done.Assumed.Where(a => !assumed.Contains(a)));
        }
        var state = desk.Load(series);
        if (state.Offerings.Count == 0)
            return new RehearsedSeries(series, offerings[0].Terms, settled, assumed, null, [], Duty.OfOffering(offerings[0].Terms, closed: false), [], false, stopped);

        var promised = Promise.Of(state.Terms, calendars);
        var promise = promised is Outcome<Promise>.Done { Value: var complete } ? complete : null;
        if (stopped is null)
        {
            var agenda = Agenda(state, promise);
            foreach (var (step, i) in agenda.Select((s, i) => (s, i)))
            {
                if (until is { } last && step.Date > last) break;
                report(i, agenda.Count);
                if (step.Act() is not Outcome<CommandResult>.Refused { Refusal: var refusal }) continue;
                stopped = new Stop(refusal, step.Date);
                break;
            }
            stopped ??= promised.Match<Stop?>(_ => null, r => new Stop(Unpromised(state, r), state.Offerings[^1].Closed?.Date ?? state.Terms.IssueDate?.Value));
        }
        return Told(series, desk.Load(series), promise, settled, assumed, stopped);
    }

    /// <summary>A floater without its spread can be dated but never paid: that is said first.</summary>
    private static Refusal Unpromised(SeriesState state, Refusal incomplete)
    {
        var interest = state.Terms.Interest;
        if (interest.Kind?.Value != InterestKind.Floating || interest.Spread is not null) return incomplete;
        var why = state.Terms.Gaps.FirstOrDefault(g => g.Name == "spread")?.Why;
        return Refusal.Of(FixRateRefusal.SpreadUnknown, $"No document at hand states the spread over {interest.Index?.Value ?? "the index"}{(why is null ? "" : $" ({why})")}: no coupon can be computed. {incomplete.Message}");
    }

    private sealed record Step(DateOnly Date, int Order, Func<Outcome<CommandResult>> Act);

    /// <summary>Every act of the life on its day; on one day in the order closing, rate, record date, payment.</summary>
    private IReadOnlyList<Step> Agenda(SeriesState state, Promise? promise)
    {
        var series = state.Id;
        var steps = new List<Step>();
        foreach (var offering in state.Offerings.Select(o => o.Booked))
        {
            var date = offering.Terms.Closing.Date?.Value ?? offering.Terms.IssueDate?.Value;
            steps.Add(new Step(date ?? DateOnly.MinValue, 0, () => date is { } day
                ? ByTwo(day, act => ClosingDay.Run(desk, act, series, offering.Offering, offering.Closing.ToDictionary(c => c.Underwriter, c => c.Amount), ClosingDay.UsualNominee))
                : Refusal.Of(CloseRefusal.ClosingIncomplete, $"Offering {offering.Offering} states no closingDate.")));
        }
        if (promise is null) return steps;
        foreach (var period in Dues.Periods(promise))
        {
            var n = period.N;
            if (period.FixingDate is { } fixing) steps.Add(new Step(fixing, 1, () => ByTwo(fixing, act => Rates.Fix(desk, act, calendars, series, n, RateGrounds.Of(fixings)))));
            steps.Add(new Step(period.RecordDate ?? period.PaymentDate, 2, () => Paying.Announce(desk, By(Maker, period.RecordDate ?? period.PaymentDate), calendars, series, n)));
            steps.Add(new Step(period.PaymentDate, 3, () => Pay(series, n, period.PaymentDate)));
        }
        var end = steps[^1].Date;
        steps.Add(new Step(end, 4, () => ByTwo(end, act => Paying.Redeem(desk, act, series))));
        return [.. steps.OrderBy(s => s.Date).ThenBy(s => s.Order)];
    }

    /// <summary>The issuer's money arrives and two persons release each kind of what is owed.</summary>
    private Outcome<CommandResult> Pay(string series, int n, DateOnly date)
    {
        var due = desk.Load(series).Payments.Announced[n];
        var result = Paying.Fund(desk, By(Maker, date), series, n, due.Interest + due.Principal);
        foreach (var kind in Enum.GetValues<PaymentKind>().Where(k => due.Owed(k).Minor > 0))
            result = result.Then(_ => ByTwo(date, act => Paying.Pay(desk, act, calendars, series, n, kind, due.Owed(kind))));
        return result;
    }

    private static Outcome<CommandResult> ByTwo(DateOnly date, Func<Instruction, Outcome<CommandResult>> act) => act(By(Maker, date)).Then(_ => act(By(Checker, date)));

    private RehearsedSeries Told(string series, SeriesState state, Promise? promise, IReadOnlyList<Settlement> settled, IReadOnlyList<Assumed> assumed, Stop? stopped)
    {
        var payments = new List<RehearsedPayment>();
        var duties = state.Offerings.SelectMany(o => Duty.OfOffering(o.Booked.Terms, o.Closed is not null)).ToList();
        var notices = new List<Notice>();
        foreach (var period in promise is null ? [] : Dues.Periods(promise))
        {
            var announced = state.Payments.Announced.GetValueOrDefault(period.N);
            var paid = state.Payments.IsPaid(period.N);
            if (announced is not null)
            {
                payments.Add(new RehearsedPayment(new Due(period, new PeriodRate.Known(announced.Inputs.RatePerAnnum, announced.Inputs.How), announced.Outstanding, announced.Interest, announced.Principal), paid));
                notices.Add(new Notice(announced.RecordDate, "paying agent", "issuer", $"call for {(announced.Interest + announced.Principal).ToDisplay()} by {Instruction.Iso(announced.PaymentDate)}"));
            }
            if (state.Rates.TryGetValue(period.N, out var rate))
                notices.Add(new Notice(rate.Determination, "calculation agent", "issuer and trustee", $"rate of period {period.N}: {rate.How} percent"));
            if (until is null || period.PaymentDate <= until) duties.AddRange(Duty.OfPeriod(promise!, period, state.Rates.ContainsKey(period.N), paid ? period.PaymentDate : null));
        }
        if (state.Redemption is { } redemption)
            notices.Add(new Notice(redemption.Date, "paying agent", "issuer, trustee and depositary", $"global notes {string.Join(", ", redemption.Cancelled)} paid in full and cancelled"));
        return new RehearsedSeries(series, state.Terms, settled, assumed, promise, payments, duties, [.. notices.OrderBy(n => n.Date)], state.Redemption is not null, stopped);
    }

    private static Instruction By(string person, DateOnly day) => new(person, null, AtNoon(day), day);

    private static DateTimeOffset AtNoon(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
