using System.Globalization;

namespace Indenture.Core;

/// <summary>Why accrued interest was not computed, in the order in which it is tested.</summary>
public enum AccruedRefusal
{
    /// <summary>The date is in no period of interest.</summary>
    AccruedOutside,
    /// <summary>The rate of its period is not determined.</summary>
    AccruedRateUnknown,
}

/// <summary>Interest earned in a period up to a date: what a buyer pays for a note, or an underwriter for a tap, beside the price.</summary>
/// <param name="From">First day that earned it, inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Length">From the first day of the period to the date: days, and the fraction of a year.</param>
/// <param name="Exact">In major units, before it is rounded.</param>
/// <param name="Amount">Rounded by the terms; a yen amount has no decimals, so the rounding decides its last unit.</param>
/// <param name="Working">The formula with its numbers.</param>
public sealed record AccruedInterest(DateOnly From, DateOnly To, DayFraction Length, Ratio Exact, Money Amount, string Working)
{
    /// <summary>
    /// On a principal, from the beginning of the period that the date falls in. On the day a period begins it is zero. Refused ACCRUED-OUTSIDE before interest
    /// begins and from maturity on, ACCRUED-RATE-UNKNOWN where the rate of the period is not known.
    /// </summary>
    /// <param name="promise">The terms, resolved.</param>
    /// <param name="principal">What the interest is accrued on, in the currency of the terms.</param>
    /// <param name="date">The first day that earns no interest of it: exclusive.</param>
    /// <param name="rateOf">The rate of a period: determined, or <see cref="Dues.RateOf"/> of fixings.</param>
    public static Outcome<AccruedInterest> Of(Promise promise, Money principal, DateOnly date, Func<Period, PeriodRate> rateOf)
    {
        if (Dues.Periods(promise).FirstOrDefault(p => p.AccrualStart <= date && date < p.AccrualEnd) is not { } period)
            return Refusal.Of(AccruedRefusal.AccruedOutside, $"No interest accrues on {date:yyyy-MM-dd}: it is not in a period of interest between {promise.Grid[0]:yyyy-MM-dd} and {promise.Maturity:yyyy-MM-dd}.");
        return rateOf(period).Match<Outcome<AccruedInterest>>(
            known =>
            {
                var length = Dues.LengthTo(promise, period, date);
                var exact = InterestAmount.Exact(principal, known.PerAnnum, length.Fraction);
                var amount = InterestAmount.Rounded(promise.Rounding, principal, known.PerAnnum, length.Fraction);
                return new AccruedInterest(period.AccrualStart, date, length, exact, amount, string.Create(CultureInfo.InvariantCulture,
                    $"{principal} x ({known.How})% x {length.Fraction} = {RateDetermination.Show(exact)}, rounded {promise.Rounding}{(promise.RoundingIsSilent ? " (no document names a rounding)" : "")} = {amount}; {length.Days} days from {period.AccrualStart:yyyy-MM-dd} to {date:yyyy-MM-dd}, {period.Phase.DayCount.Name()}"));
            },
            unknown => Refusal.Of(AccruedRefusal.AccruedRateUnknown, $"Interest accrued to {date:yyyy-MM-dd} is not known: {unknown.Why}."));
    }
}
