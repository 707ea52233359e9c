namespace Indenture.Core;

/// <summary>The principal of one registered holder, by the name that settles equal remainders.</summary>
public sealed record HolderPrincipal(string Holder, Money Principal);

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

    /// <summary>
    /// What each holder is owed, in the order given. Rounded on the level of a holder or of a calculation amount, each amount stands by itself; on the level
    /// of the series, the series' amount is split by largest remainder, and the parts add up to it exactly. On the level of global notes give each note as
    /// a holder.
    /// </summary>
    public static IReadOnlyList<Money> Shares(Rounding rounding, Ratio perAnnum, Ratio fraction, IReadOnlyList<HolderPrincipal> held)
    {
        if (held.Count == 0) return [];
        return rounding.Level is RoundingLevel.Holder or RoundingLevel.GlobalNote or RoundingLevel.CalculationAmount
            ? [.. held.Select(h => Rounded(rounding, h.Principal, perAnnum, fraction))]
            : Allocation.ProRata(Rounded(rounding, held.Select(h => h.Principal).Sum(held[0].Principal.Currency), perAnnum, fraction), [.. held.Select(h => h.Principal.Minor)], [.. held.Select(h => h.Holder)]);
    }
}
