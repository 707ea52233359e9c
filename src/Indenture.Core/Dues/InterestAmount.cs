namespace Indenture.Core;

/// <summary>Interest = principal x rate x fraction of a year, exact until it is rounded once, on the level that the terms name.</summary>
public static class InterestAmount
{
    /// <summary>In major units, exact (NOTE-INTFIX-1, NOTE-INTFRN-1).</summary>
    public static Ratio Exact(Money principal, Ratio perAnnum, Ratio fraction) => principal.ToRatio() * perAnnum * fraction;

    /// <summary>
    /// The interest on one principal: of the series, of a global note or of a holder, as the level says; with a calculation amount, that of one calculation
    /// amount rounded and then multiplied, without further rounding where the principal is a whole number of them (NOTE-INTFRN-2).
    /// </summary>
    public static Money Rounded(Rounding rounding, Money principal, Ratio perAnnum, Ratio fraction)
    {
        if (rounding is not { Level: RoundingLevel.CalculationAmount, CalculationAmount: { } stated }) return new InterestFactor(principal, perAnnum, rounding).Of(fraction);
        var unit = Money.Of(stated, principal.Currency).Require();
        var each = new InterestFactor(unit, perAnnum, rounding).Of(fraction);
        return rounding.Apply(each.ToRatio() * new Ratio(principal.Minor, unit.Minor), principal.Currency);
    }
}
