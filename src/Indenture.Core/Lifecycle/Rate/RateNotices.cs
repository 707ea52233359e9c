namespace Indenture.Core;

/// <summary>
/// Who is told of a determined rate, and by when: the terms' rateNotices member. Silent terms owe nobody a notice.
/// </summary>
/// <param name="Promptly">Told on the day of the determination (NOTE-CALC-2): "trustee", "issuer".</param>
/// <param name="ByFirstDay">Told of the rate, the amount and the payment date no later than the first day of the period (NOTE-CALC-4): an exchange.</param>
public sealed record RateNoticeRules(IReadOnlyList<string> Promptly, IReadOnlyList<string> ByFirstDay)
{
    /// <summary>No notice is owed.</summary>
    public static readonly RateNoticeRules Silent = new([], []);

    /// <summary>Refused RULES-MALFORMED naming the member.</summary>
    public static Outcome<RateNoticeRules> Of(Terms terms, Calendars calendars) =>
        RuleReader.Read(terms, calendars, "rateNotices", Silent, r => new RateNoticeRules(r.List("promptly"), r.List("byFirstDay")), "promptly", "byFirstDay");

    /// <summary>The last day on which somebody is told in time; null for whoever is owed no notice.</summary>
    public DateOnly? LastDay(string to, RateEvent.Fixed rate, Period period) =>
        Promptly.Contains(to) ? rate.Determination : ByFirstDay.Contains(to) ? period.AccrualStart : null;
}

/// <summary>Why a notice of a rate is not recorded, in the order in which it is tested.</summary>
public enum NotifyRateRefusal { PeriodUnknown, RateUnfixed, NoticeNotOwed, NoticeGiven, RecordMissing }

/// <summary>Records that somebody was told of a determined rate (NOTE-CALC-2, NOTE-CALC-4). A corrected rate is told again.</summary>
/// <param name="To">As the terms name them.</param>
/// <param name="Outstanding">The principal that the interest of the period is computed on.</param>
/// <param name="Record">Where the notice is kept.</param>
public sealed record NotifyRate(int N, string To, DateOnly Today, Money Outstanding, string Record)
{
    /// <summary>Refused PERIOD-UNKNOWN, RATE-UNFIXED, NOTICE-NOT-OWED, NOTICE-GIVEN or RECORD-MISSING. A late notice is recorded as late.</summary>
    public Outcome<Decision> Decide(SeriesState state, Promise promise, RateNoticeRules rules)
    {
        if (Dues.Periods(promise).FirstOrDefault(p => p.N == N) is not { } period)
            return Refusal.Of(NotifyRateRefusal.PeriodUnknown, $"Series {state.Id} has no interest period {N}.");
        if (!state.Rates.TryGetValue(N, out var rate))
            return Refusal.Of(NotifyRateRefusal.RateUnfixed, $"The rate of period {N} has not been determined: there is nothing to tell.");
        if (rules.LastDay(To, rate, period) is not { } last)
            return Refusal.Of(NotifyRateRefusal.NoticeNotOwed, $"The terms owe \"{To}\" no notice of a rate; they name {(rules.Promptly.Concat(rules.ByFirstDay).ToList() is { Count: > 0 } named ? string.Join(", ", named) : "nobody (rateNotices)")}.");
        if (state.RateNotices.GetValueOrDefault((N, To)) is { } earlier)
            return Refusal.Of(NotifyRateRefusal.NoticeGiven, $"\"{To}\" was told of the rate of period {N} on {earlier.On:yyyy-MM-dd}: {earlier.Record}.");
        if (string.IsNullOrWhiteSpace(Record))
            return Refusal.Of(NotifyRateRefusal.RecordMissing, $"Where the notice to \"{To}\" is kept is not said.");
        var paid = AnnounceDates.AsAnnounced(state, period).PaymentDate;
        var interest = Dues.InterestOn(promise, Outstanding, period, new PeriodRate.Known(rate.PerAnnum, rate.How));
        return new Decision(new RateEvent.Notified(N, To, Today, Today > last, rate.PerAnnum, interest, paid, Record));
    }
}

/// <summary>What is owed about the rates of a series, and what a holder who asks is told.</summary>
public static class RateDuties
{
    /// <summary>To determine each rate whose day has come, and to tell those whom the terms name.</summary>
    /// <param name="on">The day as of which states are told.</param>
    public static IReadOnlyList<Duty> Of(SeriesState state, Promise promise, RateNoticeRules rules, DateOnly on)
    {
        var duties = new List<Duty>();
        foreach (var period in Dues.Periods(promise).Where(p => p.FixingDate <= on && p.Phase.Coupon is Coupon.Floating && p.N > (state.TakenOver?.PaidDues ?? 0)))
        {
            var zone = state.Terms.Interest.Fixing?.Value.Zone ?? "unstated";
            var determined = state.Rates.GetValueOrDefault(period.N);
            if (determined is null)
            {
                duties.Add(new Duty("determination of the rate", $"determine the rate of period {period.N}", "calculation agent", $"{period.FixingDate:yyyy-MM-dd}", zone, on > period.FixingDate ? DutyState.Breached : DutyState.Open));
                continue;
            }
            foreach (var to in rules.Promptly) duties.Add(Notice(to, $"tell the {to} the rate of period {period.N}, {determined.How} percent"));
            foreach (var to in rules.ByFirstDay) duties.Add(Notice(to, $"tell the {to} the rate, the interest and the payment date of period {period.N}"));

            Duty Notice(string to, string what)
            {
                var last = rules.LastDay(to, determined, period)!.Value;
                return new Duty("notice of a rate", what, "calculation agent", $"{last:yyyy-MM-dd}", zone,
                    state.RateNotices.GetValueOrDefault((period.N, to)) is { } told ? told.Late ? DutyState.Late : DutyState.Met : on > last ? DutyState.Breached : DutyState.Open);
            }
        }
        return duties;
    }

    /// <summary>What any holder who asks is told: the rate in force and, once it is determined, the next (NOTE-CALC-5).</summary>
    /// <param name="on">The day of the question. The day on which a period begins is the new period's.</param>
    public static (RateEvent.Fixed? InForce, RateEvent.Fixed? Next) Asked(SeriesState state, Promise promise, DateOnly on)
    {
        var running = Dues.Periods(promise).FirstOrDefault(p => p.AccrualStart <= on && on < p.AccrualEnd);
        var next = running is null ? Dues.Periods(promise).FirstOrDefault(p => p.AccrualStart > on)?.N : running.N + 1;
        return (running is null ? null : Known(running.N), next is { } n ? Known(n) : null);

        // A rate is known to whoever asks from the day of its determination, not from the day on which somebody entered it.
        RateEvent.Fixed? Known(int n) => state.Rates.GetValueOrDefault(n) is { } rate && rate.Determination <= on ? rate : null;
    }
}
