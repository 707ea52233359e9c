namespace Indenture.Core;

/// <summary>
/// Principal times rate, with the rounding of the terms: the one home of "principal x rate x fraction of a year, rounded once". Nothing before the
/// rounding is rounded (NOTE-INTFRN-6).
/// </summary>
public readonly struct InterestFactor
{
    private readonly Ratio _units; // of the rounding unit, in a year
    private readonly long _unitMinor;
    private readonly RoundingDirection _direction;
    private readonly Currency _currency;

    /// <param name="principal">What earns the interest.</param>
    /// <param name="perAnnum">A ratio: 0.02875 for 2.875%.</param>
    /// <param name="rounding">Its unit must be a whole number of minor units of the principal's currency; its level is the caller's business.</param>
    public InterestFactor(Money principal, Ratio perAnnum, Rounding rounding)
    {
        _currency = principal.Currency;
        _unitMinor = rounding.UnitIn(_currency);
        _direction = rounding.Direction;
        _units = new Ratio(principal.Minor, _unitMinor) * perAnnum;
    }

    /// <summary>The interest of a fraction of a year.</summary>
    public Money Of(Ratio fraction) => new((long)checked(Rounding.Nearest(_units * fraction, _direction) * _unitMinor), _currency);

    /// <summary>The same for days of a year of fixed length (<see cref="DayCount.YearOf"/>), prepared once for many numbers of days.</summary>
    public DailyInterest Daily(int yearDays) => new(_units / Ratio.Whole(yearDays), _unitMinor, _direction);
}

/// <summary>Interest by the day: whole-number multiplication and the rounding; allocates nothing.</summary>
public readonly struct DailyInterest
{
    private const int MostDays = 4_000_000; // ten thousand years

    private readonly Ratio _perDay;
    private readonly long _numerator, _unitMinor;
    private readonly Divisor _denominator;
    private readonly RoundingDirection _direction;

    internal DailyInterest(Ratio perDay, long unitMinor, RoundingDirection direction)
    {
        (_perDay, _unitMinor, _direction) = (perDay, unitMinor, direction);
        if (Int128.Abs(perDay.Numerator) < long.MaxValue / MostDays && perDay.Denominator < long.MaxValue / 4) (_numerator, _denominator) = ((long)perDay.Numerator, new Divisor((long)perDay.Denominator));
    }

    /// <summary>In minor units of the currency, for a number of days of either sign.</summary>
    public long Minor(int days) => _denominator.IsSet && unchecked((uint)(days + MostDays)) <= 2 * MostDays
        ? Rounding.Nearest(_numerator * days, in _denominator, _direction) * _unitMinor
        : (long)checked(Rounding.Nearest(_perDay * Ratio.Whole(days), _direction) * _unitMinor);
}
