namespace Indenture.Core;

/// <summary>Why terms cannot be turned into dues, in the order in which it is tested.</summary>
public enum PromiseRefusal { TermsIncomplete, ScheduleDiffers }

/// <summary>What is paid for the use of the money.</summary>
public abstract record Coupon
{
    private Coupon() { }

    public sealed record Fixed(Percent Rate) : Coupon;

    public sealed record Floating(FloatingRate Rate) : Coupon;

    public sealed record Zero : Coupon;

    public T Match<T>(Func<Fixed, T> @fixed, Func<Floating, T> floating, Func<Zero, T> zero) => this switch
    {
        Fixed f => @fixed(f),
        Floating f => floating(f),
        Zero z => zero(z),
        _ => throw new InvalidOperationException("Coupon is a closed set"),
    };
}

/// <summary>
/// Terms with nothing unknown that dates or amounts depend on (but for a floater's spread), resolved against one version of the calendars.
/// <see cref="Of"/> is the only door; nothing is checked again after it.
/// </summary>
public sealed record Promise
{
    public required Currency Currency { get; init; }

    /// <summary>Aggregate principal of the terms; what a coupon is owed on is the principal outstanding on its record date.</summary>
    public required Money Principal { get; init; }
    public required Coupon Coupon { get; init; }
    public required DayCountBasis DayCount { get; init; }

    /// <summary>Scheduled boundaries of the interest periods: the first day that earns interest, each scheduled payment date, the scheduled maturity.</summary>
    public required IReadOnlyList<DateOnly> Grid { get; init; }

    /// <summary>Regular payments in a year; Actual/Actual ICMA divides by it.</summary>
    public required int PerYear { get; init; }

    /// <summary>True where the grid rolls on the last days of months.</summary>
    public required bool EndOfMonth { get; init; }
    public required JointCalendar Calendar { get; init; }
    public required BusinessDayConvention Convention { get; init; }
    public required Accrual Accrual { get; init; }
    public required MaturityRule? MaturityRule { get; init; }

    /// <summary>Null where no document states one.</summary>
    public required RecordDateRule? RecordDate { get; init; }

    /// <summary>The calendar of the record-date rule's business days; null where the rule counts none or leaves them undefined.</summary>
    public required JointCalendar? RecordCalendar { get; init; }
    public required Rounding Rounding { get; init; }

    /// <summary>True where no document names the rounding and <see cref="Rounding.WhereSilent"/> stands in (ROUNDING-SILENT).</summary>
    public required bool RoundingIsSilent { get; init; }

    public DateOnly Maturity => Grid[^1];

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
            Need("indexTenorMonths", interest.IndexTenorMonths);
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

    /// <summary>Refused TERMS-INCOMPLETE naming every missing fact with what the documents say about it.</summary>
    public static Outcome<Promise> Of(Terms terms, Calendars calendars)
    {
        var missing = Missing(terms);
        if (missing.Count > 0) return Incomplete(terms, missing);
        var days = terms.BusinessDays;
        return calendars.Resolve(days.Calendars!.Value)
            .Then(calendar => BoundariesOf(terms)
            .Then(grid => calendar.Covers(grid[0], grid[^1])
            .Then(_ => CouponOf(terms, calendars)
            .Then(coupon => RecordCalendarOf(terms, calendars)
            .Map(record => new Promise
            {
                Currency = terms.Currency!.Value,
                Principal = terms.Principal!.Value,
                Coupon = coupon,
                DayCount = terms.Interest.DayCount?.Value ?? DayCountBasis.Thirty360, // a zero has no period to count
                Grid = grid,
                PerYear = PerYearOf(terms),
                EndOfMonth = terms.Interest.EndOfMonth?.Value ?? false,
                Calendar = calendar,
                Convention = days.Convention!.Value,
                Accrual = days.Accrual?.Value ?? Accrual.Unadjusted,
                MaturityRule = days.Maturity?.Value,
                RecordDate = terms.RecordDate?.Value,
                RecordCalendar = record,
                Rounding = terms.Interest.Rounding?.Value ?? Rounding.WhereSilent(terms.Currency.Value),
                RoundingIsSilent = terms.Interest.Rounding is null,
            })))));
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

    private static Outcome<IReadOnlyList<DateOnly>> BoundariesOf(Terms terms)
    {
        var interest = terms.Interest;
        if (interest.Kind!.Value == InterestKind.Zero && interest.PaymentDates is null && terms.Schedule is null)
        {
            var from = interest.From?.Value ?? terms.IssueDate?.Value ?? terms.Maturity!.Value.AddDays(-1);
            return new[] { from, terms.Maturity!.Value };
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

    private static string Difference(IReadOnlyList<DateOnly> grid, IReadOnlyList<DateOnly> stated) =>
        $"only in the schedule {Print(grid.Except(stated))}; only from the payment dates {Print(stated.Except(grid))}";

    private static string Print(IEnumerable<DateOnly> dates) => string.Join(", ", dates.Select(d => d.ToString("yyyy-MM-dd"))) is { Length: > 0 } text ? text : "none";

    private static int PerYearOf(Terms terms) =>
        terms.Interest.PaymentDates?.Value.PerYear ?? (terms.Schedule?.TenorMonths is { } months and > 0 && 12 % months == 0 ? 12 / months : 1);

    private static Outcome<Coupon> CouponOf(Terms terms, Calendars calendars)
    {
        var interest = terms.Interest;
        return interest.Kind!.Value switch
        {
            InterestKind.Fixed => new Coupon.Fixed(interest.Rate!.Value),
            InterestKind.Zero => new Coupon.Zero(),
            InterestKind.Floating => calendars.Resolve(interest.Fixing!.Value.Calendars).Map<Coupon>(calendar => new Coupon.Floating(new FloatingRate(
                interest.Index!.Value, Fixings.TenorOf(interest.IndexTenorMonths!.Value), interest.Spread?.Value, interest.Floor?.Value, interest.Cap?.Value,
                interest.Fixing.Value.BusinessDaysBefore, calendar))),
        };
    }

    private static Outcome<JointCalendar?> RecordCalendarOf(Terms terms, Calendars calendars) =>
        terms.RecordDate?.Value is RecordDateRule.BusinessDaysBefore { Calendars: { } set }
            ? calendars.Resolve(set).Map<JointCalendar?>(c => c)
            : new Outcome<JointCalendar?>.Done(null);
}
