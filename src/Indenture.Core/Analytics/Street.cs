namespace Indenture.Core;

/// <summary>Why a price or a yield was not computed, in the order in which it is tested.</summary>
public enum StreetRefusal
{
    /// <summary>The notes float: their payments are not known.</summary>
    CouponNotFixed,
    /// <summary>Before interest begins, or not before maturity.</summary>
    SettlementOutside,
    /// <summary>So low that no discount factor is positive.</summary>
    YieldOutside,
    /// <summary>No yield gives it.</summary>
    PriceOutside,
}

/// <summary>Price and sensitivity at one yield. Analytics: floating-point numbers that nothing paid is computed from.</summary>
/// <param name="CleanPrice">Percent of principal, without accrued interest.</param>
/// <param name="Accrued">Percent of principal: interest from the last scheduled date (inclusive) to settlement (exclusive).</param>
/// <param name="DirtyPrice">Percent of principal: what is paid at settlement.</param>
/// <param name="ModifiedDuration">Years: relative fall of the dirty price for a rise of the yield by one.</param>
/// <param name="MacaulayDuration">Years: mean time of the payments, weighted by their present values.</param>
/// <param name="Convexity">Years squared: second derivative of the dirty price over the price.</param>
/// <param name="Dv01">Fall of the dirty price, per cent of principal, for a rise of the yield by one basis point: half the difference of the prices one basis point to either side.</param>
public sealed record StreetFigures(double CleanPrice, double Accrued, double DirtyPrice, double ModifiedDuration, double MacaulayDuration, double Convexity, double Dv01);

/// <summary>
/// Fixed-rate notes in street convention (SIFMA, Standard Securities Calculation Methods; MSRB Rule G-33): payments fall on scheduled dates and are discounted
/// by whole periods and the fraction (E - A) / E of the one that settlement falls in, compounded as often as interest is paid; with one payment left,
/// by simple interest.
/// </summary>
public static class Street
{
    private const double BasisPoint = 0.01; // in percent

    /// <summary>
    /// The price at a yield. Refused COUPON-NOT-FIXED, SETTLEMENT-OUTSIDE (before interest begins, or not before maturity), YIELD-OUTSIDE where the discount
    /// factor would not be positive.
    /// </summary>
    /// <param name="promise">Fixed or zero coupons; a floating rate is refused.</param>
    /// <param name="settlement">The day on which money and notes change hands; interest of that day is the buyer's.</param>
    /// <param name="yieldPercent">Percent per annum, compounded as often as interest is paid in a year.</param>
    public static Outcome<StreetFigures> Price(Promise promise, DateOnly settlement, double yieldPercent) => Flows.Of(promise, settlement).Then(flows => flows.Figures(yieldPercent));

    /// <summary>Percent of principal accrued from the last scheduled date (inclusive) to settlement (exclusive), exact. Refused as a price is.</summary>
    public static Outcome<Ratio> Accrued(Promise promise, DateOnly settlement) => Flows.Of(promise, settlement).Map(flows => flows.Accrued);

    /// <summary>
    /// The yield, percent per annum, at a clean price. Refused COUPON-NOT-FIXED, SETTLEMENT-OUTSIDE, PRICE-OUTSIDE where no yield below ten thousand percent
    /// gives it. The root is bracketed, so that a low price near maturity is found too.
    /// </summary>
    /// <param name="promise">Fixed or zero coupons; a floating rate is refused.</param>
    /// <param name="settlement">The day on which money and notes change hands; interest of that day is the buyer's.</param>
    /// <param name="cleanPrice">Percent of principal.</param>
    public static Outcome<double> Yield(Promise promise, DateOnly settlement, double cleanPrice) => Flows.Of(promise, settlement).Then(flows => flows.Yield(cleanPrice));

    /// <summary>The payments after settlement: percent of principal, and their times in periods.</summary>
    private sealed record Flows(IReadOnlyList<(double Time, double Amount)> All, int PerYear, Ratio Accrued)
    {
        public static Outcome<Flows> Of(Promise promise, DateOnly settlement)
        {
            if (promise.Phases.Any(p => p.Coupon is Coupon.Floating))
                return Refusal.Of(StreetRefusal.CouponNotFixed, "A price in street convention is of notes whose every payment is known; these have a floating rate.");
            if (settlement < promise.Grid[0] || settlement >= promise.Maturity)
                return Refusal.Of(StreetRefusal.SettlementOutside, $"Settlement on {settlement:yyyy-MM-dd} is not from {promise.Grid[0]:yyyy-MM-dd} to the day before the maturity {promise.Maturity:yyyy-MM-dd}.");
            var flows = new List<(double, double)>();
            var accrued = Ratio.Whole(0);
            double time = 0;
            for (var i = 1; i < promise.Grid.Count; i++)
            {
                var (start, end) = (promise.Grid[i - 1], promise.Grid[i]);
                if (end <= settlement) continue;
                var phase = promise.PhaseOf(end);
                var rate = phase.Coupon is Coupon.Fixed { Rate: var stated } ? Ratio.Of(stated.Value) : Ratio.Whole(0);
                var context = Regular(promise, phase, i);
                if (flows.Count == 0)
                {
                    accrued = rate * DayCount.Of(phase.DayCount, start, settlement, context).Fraction;
                    time = PeriodsLeft(phase, context, settlement, end);
                }
                else time += PeriodsLeft(phase, context, start, end);
                flows.Add((time, Value(rate * DayCount.Of(phase.DayCount, start, end, context).Fraction) + (i == promise.Grid.Count - 1 ? 100 : 0)));
            }
            return new Flows(flows, promise.PhaseOf(promise.Maturity).PerYear, accrued);
        }

        private static DayCountContext Regular(Promise promise, Phase phase, int i)
        {
            var context = DayCountContext.WithPeriods(promise.Grid, i, phase.PerYear, promise.EndOfMonth);
            return phase.DayCount == DayCountBasis.Thirty360EIsda ? context.AndTermination(promise.Maturity) : context;
        }

        /// <summary>Regular periods from a date to the end of its period: (E - A) / E of the one it falls in, where A is counted from that one's start, and each whole one after it.</summary>
        private static double PeriodsLeft(Phase phase, DayCountContext context, DateOnly from, DateOnly end)
        {
            var (start, next) = context.Regular!.Value;
            var left = 0.0;
            for (var k = 0; ; k++)
            {
                var (s, e) = (k == 0 ? start : Months.Shift(start, -k * 12 / phase.PerYear, context.EndOfMonth), k == 0 ? next : Months.Shift(start, -(k - 1) * 12 / phase.PerYear, context.EndOfMonth));
                // In twelve months of thirty days a half year is 180 days, also where the count of its ends is not (31 August to 28 February: 178).
                double whole = Is30360(phase.DayCount) ? 360.0 / phase.PerYear : DayCount.Days(phase.DayCount, s, e, context.Termination);
                // An irregular last period ends inside a regular one: only its days of that one count.
                double reached = DayCount.Days(phase.DayCount, s, end < e ? end : e, context.Termination);
                if (from >= s) return left + (reached - DayCount.Days(phase.DayCount, s, from, context.Termination)) / whole;
                left += reached / whole;
            }
        }

        private static bool Is30360(DayCountBasis basis) => basis is DayCountBasis.Thirty360 or DayCountBasis.Thirty360US or DayCountBasis.Thirty360E or DayCountBasis.Thirty360EIsda or DayCountBasis.Thirty360Psa or DayCountBasis.Thirty360EPlus
            or DayCountBasis.Thirty360Nasd or DayCountBasis.Thirty360Italian;

        public Outcome<StreetFigures> Figures(double yieldPercent)
        {
            if (1 + (yieldPercent - BasisPoint) / 100 / PerYear * (All.Count == 1 ? All[0].Time : 1) <= 0)
                return Refusal.Of(StreetRefusal.YieldOutside, $"A yield of {yieldPercent} percent leaves no positive discount factor.");
            var (dirty, first, second) = Derivatives(yieldPercent);
            var macaulay = All.Count == 1 ? All[0].Time / PerYear : -first / dirty * (1 + yieldPercent / 100 / PerYear);
            var dv01 = (Derivatives(yieldPercent - BasisPoint).Dirty - Derivatives(yieldPercent + BasisPoint).Dirty) / 2;
            return new StreetFigures(dirty - Value(Accrued), Value(Accrued), dirty, -first / dirty, macaulay, second / dirty, dv01);
        }

        /// <summary>The dirty price and its first two derivatives by the yield as a ratio.</summary>
        private (double Dirty, double First, double Second) Derivatives(double yieldPercent)
        {
            var periodic = yieldPercent / 100 / PerYear;
            if (All.Count == 1)
            {
                var (years, factor) = (All[0].Time / PerYear, 1 + periodic * All[0].Time);
                var value = All[0].Amount / factor;
                return (value, -value * years / factor, 2 * value * years * years / factor / factor);
            }
            double dirty = 0, first = 0, second = 0;
            foreach (var (time, amount) in All)
            {
                var value = amount * Math.Pow(1 + periodic, -time);
                dirty += value;
                first -= value * time / PerYear / (1 + periodic);
                second += value * time * (time + 1) / PerYear / PerYear / (1 + periodic) / (1 + periodic);
            }
            return (dirty, first, second);
        }

        public Outcome<double> Yield(double cleanPrice)
        {
            var target = cleanPrice + Value(Accrued);
            double low = -99.999 * PerYear / (All.Count == 1 ? Math.Max(All[0].Time, 1) : 1), high = 10_000, at = 5;
            if (!(target > 0) || Derivatives(low).Dirty < target || Derivatives(high).Dirty > target)
                return Refusal.Of(StreetRefusal.PriceOutside, $"No yield between {low} and {high} percent gives a price of {cleanPrice}.");
            for (var step = 0; step < 200; step++)
            {
                var (dirty, first, _) = Derivatives(at);
                if (dirty > target) low = at;
                else high = at;
                var newton = at + (target - dirty) / first * 100;
                var next = newton > low && newton < high ? newton : (low + high) / 2;
                if (Math.Abs(next - at) <= 1e-13 * Math.Max(1, Math.Abs(at))) return next;
                at = next;
            }
            return at;
        }
    }

    private static double Value(Ratio ratio) => (double)ratio.Numerator / (double)ratio.Denominator;
}
