namespace Indenture.Core;

/// <summary>Why a due is not announced, in the order in which it is tested.</summary>
public enum AnnounceRefusal { PeriodUnknown, DueAnnounced, RecordDateUnknown, RecordDateEarly, RateUnknown, PositionDiffers, SplitUndefined }

/// <summary>
/// At the close of business of a record date: takes the register's position, computes what is owed on it, freezes the amount with everything it was
/// computed from, and books the obligation. Dates that were announced before stand as they were announced.
/// </summary>
/// <param name="Balances">The balance of each account of the units book at the close of the record date, in minor units.</param>
public sealed record AnnounceDue(int N, DateOnly Today, IReadOnlyDictionary<string, long> Balances)
{
    public Outcome<Decision> Decide(SeriesState state, Promise promise)
    {
        if (Dues.Periods(promise).FirstOrDefault(p => p.N == N) is not { } computed)
            return Refusal.Of(AnnounceRefusal.PeriodUnknown, $"Series {state.Id} has no interest period {N}.");
        if (state.PaidElsewhere(N) is { } elsewhere) return elsewhere;
        if (state.Payments.Announced.TryGetValue(N, out var earlier))
            return Refusal.Of(AnnounceRefusal.DueAnnounced, $"Due {N} was announced on the record date {earlier.RecordDate:yyyy-MM-dd}; an announced due is never moved.");
        var period = AnnounceDates.AsAnnounced(state, computed);
        if (period.RecordDate is not { } recordDate)
            return Refusal.Of(AnnounceRefusal.RecordDateUnknown, $"Due {N} has no record date: {(promise.RecordDate is null ? "no document at hand states a rule" : "the rule counts business days that no document at hand defines")}.");
        if (Today < recordDate)
            return Refusal.Of(AnnounceRefusal.RecordDateEarly, $"The record date of due {N} is {recordDate:yyyy-MM-dd}; today is {Today:yyyy-MM-dd}.");
        if (RateOf(state, period) is not PeriodRate.Known rate)
            return Refusal.Of(AnnounceRefusal.RateUnknown, $"The rate of period {N} has not been determined.");

        var position = Position.Of(recordDate, state.GlobalNotes, Balances);
        var held = position.Holdings;
        var outstanding = held.Select(h => h.Principal).Sum(promise.Currency);
        var identity = RegisterIdentity.Of(promise.Currency, state.GlobalNotes, SeriesBooks.Issued, SeriesBooks.Retired, account => Balances.GetValueOrDefault(account));
        if (!identity.Holds || identity.Outstanding != outstanding)
            return Refusal.Of(AnnounceRefusal.PositionDiffers, $"The register does not add up at the close of {recordDate:yyyy-MM-dd}: {identity}.");
        if (held.Count > 1 && promise.Rounding.Level is null)
            return Refusal.Of(AnnounceRefusal.SplitUndefined, $"Due {N} would be split over {held.Count} registered holders, and no document states the level at which an amount is rounded.");

        var due = Dues.Of(promise, period, outstanding, rate) with { Interest = InterestOf(promise, period, rate, position) };
        var working = Dues.Working(promise, due);
        var entries = new List<Entry>();
        if (due.Interest!.Minor > 0) entries.Add(Owed(promise.Currency, recordDate, N, PaymentKind.Interest, due.Interest));
        if (due.Principal.Minor > 0) entries.Add(Owed(promise.Currency, recordDate, N, PaymentKind.Principal, due.Principal));
        return new Decision(
            [new PaymentEvent.DueAnnounced(N, recordDate, period.UnadjustedDate, period.PaymentDate, outstanding, held.Count, position.Hash, due.Interest, due.Principal,
                new DueInputs(period.AccrualStart, period.AccrualEnd, period.Length.Days, period.Length.Fraction, period.Phase.DayCount.Name(), rate.PerAnnum, rate.How,
                    promise.Rounding.ToString(), promise.RoundingIsSilent, state.Payments.Dates.GetValueOrDefault(N)?.CalendarsVersion ?? Dues.CalendarVersions(promise, period), working))],
            entries, []);
    }

    /// <summary>The interest as it will be paid: the sum over whatever the terms round, be it the series, each global note, each holder or each calculation amount.</summary>
    private static Money InterestOf(Promise promise, Period period, PeriodRate.Known rate, Position position) =>
        InterestShares.Of(promise.Rounding, rate.PerAnnum, period.Length.Fraction, position.Holdings).Sum(promise.Currency);

    /// <summary>A floating rate is the one determined, never one computed again; a stated one is the terms'.</summary>
    private static PeriodRate RateOf(SeriesState state, Period period) => period.Phase.Coupon is Coupon.Floating
        ? state.Rates.TryGetValue(period.N, out var determined) ? new PeriodRate.Known(determined.PerAnnum, determined.How) : new PeriodRate.Unknown("RATE-UNKNOWN", "not determined")
        : Dues.RateOf(period, Fixings.None);

    private static Entry Owed(Currency currency, DateOnly effective, int n, PaymentKind kind, Money amount) => SeriesBooks.Cash(currency, effective, $"{Names.Of(kind)} of due {n} owed",
        [new Leg(SeriesBooks.IssuerObligation, amount.Minor), new Leg(SeriesBooks.PayableOf(n, kind), -amount.Minor)]);
}
