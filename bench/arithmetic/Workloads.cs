using Indenture.Core;

namespace Indenture.Bench;

/// <summary>The peer's workloads as its head comment defines them, on the engine's own rules; then the ordinary path and allocation.</summary>
internal sealed class Workloads
{
    private const int Starts = 1024;
    private static readonly Money Million = Money.Parse("1000000.00", Currency.USD).Require();
    private static readonly Ratio Rate = new Percent(3.625m).ToRatio();
    private const DayCountBasis Basis = DayCountBasis.Thirty360;

    /// <summary>Two days that the peer's release has wrongly closed are closed for the comparison, so that both do the same work.</summary>
    private readonly JointCalendar _cities = Calendars.Standard.With("""
        amend NewYork
        version peer
        2027-06-18 | The peer keeps Juneteenth on a Friday
        amend Tokyo
        version peer
        2003-05-06 | The peer moves a holiday of 3 May before the law did
        """, "peer").Then(c => c.Resolve(new CalendarSet("NewYork", "London", "Tokyo"))).Require();
    private readonly Grid[] _grids = new Grid[Starts];
    private readonly DateOnly[][] _ready = new DateOnly[Starts][];
    private readonly DateOnly[] _days;
    private readonly (DateOnly From, DateOnly To)[] _pairs = new (DateOnly, DateOnly)[4096];
    private readonly DailyInterest _interest = new InterestFactor(Million, Rate, Rounding.WhereSilent(Currency.USD)).Daily(360);
    private readonly FixedLeg _leg;
    private readonly DateOnly[] _life, _inSixth;

    public Workloads()
    {
        for (var i = 0; i < Starts; i++)
        {
            var effective = new DateOnly(2004, 1, 1).AddDays(5 * i);
            _grids[i] = new Grid(effective, effective.AddYears(10), 6, null, Backward: true);
            var dates = new DateOnly[32];
            _ready[i] = dates[..Schedule(i, dates)];
        }
        _days = Between(new DateOnly(2000, 1, 1), new DateOnly(2029, 12, 31));
        var lcg = 42u;
        for (var i = 0; i < _pairs.Length; i++)
        {
            var (a, b) = (_days[Next()], _days[Next()]);
            _pairs[i] = a <= b ? (a, b) : (b, a);
        }
        _leg = new FixedLeg(_ready[0], Basis, new InterestFactor(Million, Rate, Rounding.WhereSilent(Currency.USD)));
        _life = Between(_grids[0].Effective.AddDays(1), _grids[0].Termination.AddDays(-1));
        _inSixth = Between(_ready[0][5].AddDays(1), _ready[0][6]);

        int Next()
        {
            lcg = unchecked(lcg * 1664525u + 1013904223u);
            return (int)((lcg >> 8) % (uint)_days.Length);
        }
    }

    private static DateOnly[] Between(DateOnly first, DateOnly last) => [.. Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber)];

    private int Schedule(int i, Span<DateOnly> into)
    {
        var count = ScheduleGrid.Fill(_grids[i], endOfMonth: false, into);
        _cities.Adjust(into[..count], BusinessDayConvention.Following);
        return count;
    }

    /// <summary>The peer's sums, in its own words. Days are summed and turned into amounts at the end: the peer does not round, the engine pays cents.</summary>
    public IEnumerable<string> Checks()
    {
        long dates = 0, serial = 0, coupons = 0, days = 0;
        var epoch = new DateOnly(1970, 1, 1).DayNumber;
        foreach (var boundaries in _ready)
        {
            dates += boundaries.Length;
            coupons += boundaries.Length - 1;
            foreach (var date in boundaries) serial += date.DayNumber - epoch;
            for (var i = 1; i < boundaries.Length; i++) days += DayCount.Days(Basis, boundaries[i - 1], boundaries[i]);
        }
        yield return $"schedule: dates {dates}, sum of days since 1970-01-01 {serial}";
        yield return $"fixed_leg: coupons {coupons}, sum of amounts {1_000_000m * 0.03625m * days / 360m:0.000000}";
        yield return $"is_business_day: days {_days.Length}, business days {_days.Count(_cities.IsOpen)}";
        yield return $"year_fraction: sum over {_pairs.Length} pairs {_pairs.Sum(p => DayCount.Days(Basis, p.From, p.To)) / 360m:0.000000000}";
        yield return $"accrued: days {_life.Length}, sum of accrued per 100 {3.625m * _life.Where(d => d >= _leg.Life.Start).Sum(d => (long)_leg.AccruedDays(d)) / 360m:0.000000000}";
        // The peer's sum takes the period's last day as accrued in full; the engine begins the next period on it.
        var last = DayCount.Days(Basis, _ready[0][5], _ready[0][6]);
        yield return $"accrued_coupon: days {_inSixth.Length}, sum of accrued on 1000000 {1_000_000m * 0.03625m * (_inSixth[..^1].Sum(d => (long)_leg.AccruedDays(d)) + last) / 360m:0.000000}";
    }

    public IEnumerable<(string Name, double? Target, Func<long, double> Run)> All() =>
    [
        ("schedule", 75, Schedules), ("fixed_leg", null, Legs), ("fixed_leg_full", 75, FullLegs), ("is_business_day", null, BusinessDays),
        ("year_fraction", null, YearFractions), ("accrued", 42, Accrued), ("accrued_coupon", null, AccruedInOne), ("dues", null, OrdinaryDues), ("allocation", null, Allocated),
    ];

    private double Schedules(long n)
    {
        Span<DateOnly> dates = stackalloc DateOnly[32];
        long sum = 0;
        for (long i = 0; i < n; i++) sum += Schedule((int)(i & (Starts - 1)), dates);
        return sum;
    }

    private double Legs(long n)
    {
        Span<long> minor = stackalloc long[32];
        long sum = 0;
        for (long i = 0; i < n; i++) sum += Leg(_ready[i & (Starts - 1)], minor);
        return sum;
    }

    private long Leg(ReadOnlySpan<DateOnly> boundaries, Span<long> minor)
    {
        FixedLeg.Interest(boundaries, Basis, _interest, minor);
        long sum = 0;
        foreach (var amount in minor[..(boundaries.Length - 1)]) sum += amount;
        return sum;
    }

    private double FullLegs(long n)
    {
        Span<DateOnly> dates = stackalloc DateOnly[32];
        Span<long> minor = stackalloc long[32];
        long sum = 0;
        for (long i = 0; i < n; i++) sum += Leg(dates[..Schedule((int)(i & (Starts - 1)), dates)], minor);
        return sum;
    }

    private double BusinessDays(long n)
    {
        long sum = 0;
        var j = 0;
        for (long i = 0; i < n; i++)
        {
            if (_cities.IsOpen(_days[j])) sum++;
            if (++j == _days.Length) j = 0;
        }
        return sum;
    }

    private double YearFractions(long n)
    {
        long sum = 0;
        for (long i = 0; i < n; i++)
        {
            var (from, to) = _pairs[i & 4095];
            sum += DayCount.Days(Basis, from, to);
        }
        return sum / 360.0;
    }

    private double Accrued(long n) => AccruedOn(_life, n);

    private double AccruedInOne(long n) => AccruedOn(_inSixth, n);

    private double AccruedOn(DateOnly[] days, long n)
    {
        var start = _leg.Life.Start;
        long sum = 0;
        var j = 0;
        for (long i = 0; i < n; i++)
        {
            if (days[j] >= start) sum += _leg.AccruedMinor(days[j]); // nothing before the first day that earns interest
            if (++j == days.Length) j = 0;
        }
        return sum;
    }

    private const string Terms = """
        { "currency": "USD", "principal": "1000000.00",
          "interest": { "kind": "fixed", "rate": "3.625", "dayCount": "30/360" },
          "schedule": { "effective": "2004-01-01", "termination": "2014-01-01", "tenorMonths": 6, "rule": "backward" },
          "businessDays": { "calendars": ["NewYork", "London", "Tokyo"], "convention": "following", "accrual": "adjusted" } }
        """;

    private readonly Terms _terms = TermsJson.Read(Terms, "bench").Require();

    private double OrdinaryDues(long n)
    {
        long sum = 0;
        for (long i = 0; i < n; i++)
        {
            var promise = Promise.Of(_terms, Calendars.Standard).Require();
            foreach (var due in Dues.All(promise, Fixings.None)) sum += due.Interest!.Minor;
        }
        return sum;
    }

    private readonly long[] _holdings = Holdings();

    private static long[] Holdings()
    {
        var random = new Random(20081209);
        var holdings = new long[1_000_000];
        for (var i = 0; i < holdings.Length; i++) holdings[i] = 100_000L * random.NextInt64(1, 10_000);
        return holdings;
    }

    private readonly long[] _parts = new long[1_000_000];

    /// <summary>An operation is one holder; allocations are of a million, so fewer count as a million.</summary>
    private double Allocated(long n)
    {
        long sum = 0;
        for (var left = n; left > 0; left -= _holdings.Length)
        {
            Allocation.Split(5_390_625_000, _holdings, [], _parts);
            sum += _parts[0];
        }
        return sum;
    }
}
