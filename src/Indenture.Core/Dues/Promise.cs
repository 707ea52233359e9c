namespace Indenture.Core;

/// <summary>Why terms cannot be turned into dues, in the order in which it is tested.</summary>
public enum PromiseRefusal
{
    /// <summary>A fact that dates or amounts need is not stated.</summary>
    TermsIncomplete,
    /// <summary>Rounded per calculation amount, and the amount is not stated.</summary>
    CalculationAmountMissing,
    /// <summary>Schedule and payment dates give different dates.</summary>
    ScheduleDiffers,
    /// <summary>Interest changes on a day on which no period begins.</summary>
    StepInsidePeriod,
    /// <summary>An overnight rate over a count that is not actual days of a fixed year.</summary>
    CompoundingBasis,
}

/// <summary>What is paid for the use of the money.</summary>
public abstract record Coupon
{
    private Coupon() { }

    /// <summary>A rate in percent per annum that the terms state.</summary>
    public sealed record Fixed(Percent Rate) : Coupon;

    /// <summary>A rate determined for each period.</summary>
    public sealed record Floating(FloatingRate Rate) : Coupon;

    /// <summary>No interest; the price is below par instead.</summary>
    public sealed record Zero : Coupon;

    /// <summary>The one way to tell the cases apart: one function for each.</summary>
    public T Match<T>(Func<Fixed, T> @fixed, Func<Floating, T> floating, Func<Zero, T> zero) => this switch
    {
        Fixed f => @fixed(f),
        Floating f => floating(f),
        Zero z => zero(z),
        _ => throw new InvalidOperationException("Coupon is a closed set"),
    };
}

/// <summary>A stretch of the life under the same rules of interest and of business days.</summary>
/// <param name="From">First day that earns interest by these rules, inclusive; a scheduled date.</param>
/// <param name="Coupon">What is paid for the money.</param>
/// <param name="DayCount">How days become a fraction of a year.</param>
/// <param name="PerYear">Regular payments in a year; Actual/Actual ICMA divides by it.</param>
/// <param name="Calendar">On which a payment date is open.</param>
/// <param name="Convention">What happens to one that is not.</param>
/// <param name="Accrual">Whether the periods that end in this stretch run between scheduled or between moved dates.</param>
public sealed record Phase(DateOnly From, Coupon Coupon, DayCountBasis DayCount, int PerYear, JointCalendar Calendar, BusinessDayConvention Convention, Accrual Accrual);

/// <summary>
/// Terms with nothing unknown that dates or amounts depend on (but for a floater's spread), resolved against one version of the calendars.
/// <see cref="Of"/> is the only door; nothing is checked again after it.
/// </summary>
public sealed record Promise
{
    /// <summary>The currency of principal and interest.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Aggregate principal of the terms; what a coupon is owed on is the principal outstanding on its record date.</summary>
    public required Money Principal { get; init; }

    /// <summary>In the order of their first days; one, unless the terms say that interest changes. A period knows its own.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>Scheduled boundaries of the interest periods: the first day that earns interest, each scheduled payment date, the scheduled maturity.</summary>
    public required IReadOnlyList<DateOnly> Grid { get; init; }

    /// <summary>True where the grid rolls on the last days of months.</summary>
    public required bool EndOfMonth { get; init; }

    /// <summary>Null where the maturity moves as the convention says.</summary>
    public required MaturityRule? MaturityRule { get; init; }

    /// <summary>Null where no document states one.</summary>
    public required RecordDateRule? RecordDate { get; init; }

    /// <summary>The calendar of the record-date rule's business days; null where the rule counts none or leaves them undefined.</summary>
    public required JointCalendar? RecordCalendar { get; init; }

    /// <summary>How an amount of interest is rounded, and at which level.</summary>
    public required Rounding Rounding { get; init; }

    /// <summary>True where no document names the rounding and <see cref="Rounding.WhereSilent"/> stands in (ROUNDING-SILENT).</summary>
    public required bool RoundingIsSilent { get; init; }

    /// <summary>The scheduled maturity, before it is moved to an open day.</summary>
    public DateOnly Maturity => Grid[^1];

    /// <summary>The day count of the first phase.</summary>
    public DayCountBasis DayCount => Phases[0].DayCount;

    /// <summary>The calendar of the first phase's payment dates.</summary>
    public JointCalendar Calendar => Phases[0].Calendar;

    /// <summary>The phase of a period that ends on a scheduled date.</summary>
    public Phase PhaseOf(DateOnly periodEnd)
    {
        var phase = Phases[0];
        for (var i = 1; i < Phases.Count && Phases[i].From < periodEnd; i++) phase = Phases[i];
        return phase;
    }

    /// <summary>The facts without which no date and no amount can be computed, in the order of the terms; a floater's spread is not among them.</summary>
    public static IReadOnlyList<string> Missing(Terms terms)
    {
        var missing = new List<string>();
        var interest = terms.Interest;
        var kind = interest.Kind?.Value;
        Need("currency", terms.Currency);
        Need("principal", terms.Principal);
        if (terms.Schedule is null) Need("maturity", terms.Maturity);
        Need("interestKind", interest.Kind);
        if (kind is InterestKind.Fixed) Need("interestRate", interest.Rate);
        if (kind is InterestKind.Floating)
        {
            Need("index", interest.Index);
            if (interest.Compounding is null) Need("indexTenorMonths", interest.IndexTenorMonths);
            Need("fixingRule", interest.Fixing);
        }
        if (kind is not InterestKind.Zero)
        {
            Need("dayCount", interest.DayCount);
            if (terms.Schedule is null)
            {
                Need("interestFrom", interest.From);
                Need("paymentDates", interest.PaymentDates);
            }
            Need("accrual", terms.BusinessDays.Accrual);
        }
        Need("businessDayConvention", terms.BusinessDays.Convention);
        Need("businessDayCities", terms.BusinessDays.Calendars);
        return missing;

        void Need(string name, object? value)
        {
            if (value is null) missing.Add(name);
        }
    }

    /// <summary>
    /// Refused TERMS-INCOMPLETE naming every missing fact with what the documents say about it; CALCULATION-AMOUNT-MISSING, SCHEDULE-DIFFERS,
    /// STEP-INSIDE-PERIOD, COMPOUNDING-BASIS, or as a schedule or a calendar is refused.
    /// </summary>
    public static Outcome<Promise> Of(Terms terms, Calendars calendars)
    {
        var missing = Missing(terms);
        if (missing.Count > 0) return Incomplete(terms, missing);
        var rounding = terms.Interest.Rounding?.Value ?? Rounding.WhereSilent(terms.Currency!.Value);
        if (rounding is { Level: RoundingLevel.CalculationAmount, CalculationAmount: null })
            return Refusal.Of(PromiseRefusal.CalculationAmountMissing, "Interest is rounded per calculation amount, and no document at hand states the calculation amount (interest.rounding.calculationAmount).");
        return BoundariesOf(terms).Then(grid => PhasesOf(terms, grid, calendars).Then(phases => RecordCalendarOf(terms, calendars, grid).Map(record => new Promise
        {
            Currency = terms.Currency!.Value,
            Principal = terms.Principal!.Value,
            Phases = phases,
            Grid = grid,
            EndOfMonth = terms.Interest.EndOfMonth?.Value ?? false,
            MaturityRule = terms.BusinessDays.Maturity?.Value,
            RecordDate = terms.RecordDate?.Value,
            RecordCalendar = record,
            Rounding = rounding,
            RoundingIsSilent = terms.Interest.Rounding is null,
        })));
    }

    /// <summary>TERMS-INCOMPLETE: one sentence a fact, with the gap's reason and the way to supply it.</summary>
    public static Refusal Incomplete(Terms terms, IReadOnlyList<string> missing)
    {
        // Facts that are missing for one and the same reason are named together.
        var parts = missing.GroupBy(name => terms.Gaps.FirstOrDefault(g => g.Name == name)?.Why)
            .Select(group => string.Join(", ", group) + (group.Key is { } why ? $" ({why.TrimEnd('.')})" : ""));
        return Refusal.Of(PromiseRefusal.TermsIncomplete,
            $"No document at hand states {string.Join("; ", parts)}. Supply each with --assume NAME=VALUE:WHY ({string.Join(" ", missing.Select(m => $"--assume {m}=…:…"))}), or give the document that states it.");
    }

    private static Outcome<IReadOnlyList<DateOnly>> BoundariesOf(Terms terms) =>
        terms.Interest.Then.Aggregate(FirstBoundariesOf(terms), (grid, step) => grid.Then(before => BoundariesAfter(before, step)));

    /// <summary>The dates before a step, and from it on those of its own payment dates where it states some.</summary>
    private static Outcome<IReadOnlyList<DateOnly>> BoundariesAfter(IReadOnlyList<DateOnly> before, InterestStep step)
    {
        var from = step.From.Value;
        if (from < before[0] || from >= before[^1] || !before.Contains(from))
            return Refusal.Of(PromiseRefusal.StepInsidePeriod, $"Interest changes on {from:yyyy-MM-dd}, which is not a scheduled date between {before[0]:yyyy-MM-dd} and {before[^1]:yyyy-MM-dd} on which a period begins.");
        return step.Changed.Interest.PaymentDates is not { } dates
            ? new Outcome<IReadOnlyList<DateOnly>>.Done(before)
            : ScheduleGrid.Unadjusted(dates.Value, from, step.Changed.Interest.FirstPayment?.Value, before[^1])
                .Map<IReadOnlyList<DateOnly>>(after => [.. before.TakeWhile(d => d < from), .. after]);
    }

    private static Outcome<IReadOnlyList<DateOnly>> FirstBoundariesOf(Terms terms)
    {
        var interest = terms.Interest;
        if (interest.Kind!.Value == InterestKind.Zero && interest.PaymentDates is null && terms.Schedule is null)
        {
            var from = interest.From?.Value ?? terms.IssueDate?.Value ?? terms.Maturity!.Value.AddDays(-1);
            return interest.Then.FirstOrDefault() is { } step && step.From.Value > from ? new[] { from, step.From.Value, terms.Maturity!.Value } : new[] { from, terms.Maturity!.Value };
        }
        var stated = interest.PaymentDates is { } dates && interest.From is { } start && terms.Maturity is { } maturity
            ? ScheduleGrid.Unadjusted(dates.Value, start.Value, interest.FirstPayment?.Value, maturity.Value)
            : null;
        if (terms.Schedule is not { } schedule) return stated!;
        var grid = ScheduleGrid.Unadjusted(schedule, interest.EndOfMonth?.Value ?? false);
        return stated is null ? grid : grid.Then(g => stated.Then<IReadOnlyList<DateOnly>>(s => g.SequenceEqual(s)
            ? new Outcome<IReadOnlyList<DateOnly>>.Done(g)
            : Refusal.Of(PromiseRefusal.ScheduleDiffers, $"The schedule and the payment dates give different dates: {Difference(g, s)}.")));
    }

    /// <summary>The first phase as the terms begin, and one for each step, which has what the step states and otherwise what was before.</summary>
    private static Outcome<IReadOnlyList<Phase>> PhasesOf(Terms terms, IReadOnlyList<DateOnly> grid, Calendars calendars)
    {
        var phases = new List<Phase>();
        foreach (var (from, effective) in terms.Interest.Then.Aggregate(
            new List<(DateOnly From, Terms Terms)> { (grid[0], terms) }, (all, step) => [.. all, (step.From.Value, step.Over(all[^1].Terms))]))
        {
            var missing = Missing(effective);
            if (missing.Count > 0) return Incomplete(effective, missing);
            var days = effective.BusinessDays;
            var phase = calendars.Resolve(days.Calendars!.Value)
                .Then(calendar => calendar.Covers(grid[0], grid[^1]))
                .Then(calendar => CouponOf(effective, calendars, grid)
                .Map(coupon => new Phase(from, coupon, effective.Interest.DayCount?.Value ?? DayCountBasis.Thirty360 /* a zero has no period to count */, PerYearOf(effective), calendar,
                    days.Convention!.Value, days.Accrual?.Value ?? Accrual.Unadjusted)));
            if (phase is Outcome<Phase>.Refused { Refusal: var refusal }) return refusal;
            phases.Add(phase.Require());
        }
        return phases;
    }

    private static string Difference(IReadOnlyList<DateOnly> grid, IReadOnlyList<DateOnly> stated) =>
        $"only in the schedule {Print(grid.Except(stated))}; only from the payment dates {Print(stated.Except(grid))}";

    private static string Print(IEnumerable<DateOnly> dates) => string.Join(", ", dates.Select(d => d.ToString("yyyy-MM-dd"))) is { Length: > 0 } text ? text : "none";

    private static int PerYearOf(Terms terms) =>
        terms.Interest.PaymentDates?.Value.PerYear ?? (terms.Schedule?.TenorMonths is { } months and > 0 && 12 % months == 0 ? 12 / months : 1);

    private static Outcome<Coupon> CouponOf(Terms terms, Calendars calendars, IReadOnlyList<DateOnly> grid)
    {
        var interest = terms.Interest;
        return interest.Kind!.Value switch
        {
            InterestKind.Fixed => new Coupon.Fixed(interest.Rate!.Value),
            InterestKind.Zero => new Coupon.Zero(),
            InterestKind.Floating => calendars.Resolve(interest.Fixing!.Value.Calendars)
                .Then(calendar => calendar.Covers(grid[0], grid[^1]))
                .Then(calendar => InArrearsOf(interest).Map<Coupon>(inArrears => new Coupon.Floating(new FloatingRate(
                    interest.Index!.Value, inArrears is null ? Fixings.TenorOf(interest.IndexTenorMonths!.Value) : Fixings.Overnight, interest.Spread?.Value, interest.Floor?.Value, interest.Cap?.Value,
                    interest.Fixing.Value.BusinessDaysBefore, calendar)
                {
                    Multiplier = interest.Multiplier?.Value ?? 1,
                    InArrears = inArrears,
                    Rounding = interest.RateRounding?.Value,
                }))),
        };
    }

    private static Outcome<InArrears?> InArrearsOf(Interest interest)
    {
        if (interest.Compounding?.Value is not { } rule) return new Outcome<InArrears?>.Done(null);
        int? yearDays = interest.DayCount!.Value is DayCountBasis.Actual360 ? 360 : interest.DayCount.Value is DayCountBasis.Actual365Fixed ? 365 : null;
        return yearDays is { } year
            ? new InArrears(rule, year)
            : Refusal.Of(PromiseRefusal.CompoundingBasis, $"An overnight rate is {Names.Of(rule.Method)} over actual days of a year of fixed length (Actual/360, Actual/365F); {interest.DayCount.Value.Name()} is not such a count.");
    }

    private static Outcome<JointCalendar?> RecordCalendarOf(Terms terms, Calendars calendars, IReadOnlyList<DateOnly> grid) =>
        terms.RecordDate?.Value is RecordDateRule.BusinessDaysBefore { Calendars: { } set }
            ? calendars.Resolve(set).Then(calendar => calendar.Covers(grid[0], grid[^1])).Map<JointCalendar?>(c => c)
            : new Outcome<JointCalendar?>.Done(null);
}
