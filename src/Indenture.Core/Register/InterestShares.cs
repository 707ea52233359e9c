namespace Indenture.Core;

/// <summary>The interest of a period over the registered holders of its record date, rounded on the level that the terms name.</summary>
public static class InterestShares
{
    /// <summary>
    /// What each holder is owed, in the order given. Rounded on the level of a holder or of a calculation amount, each amount stands by itself; on the level
    /// of the series, the series' amount is split by largest remainder, and the parts add up to it exactly. On the level of global notes what each note earns
    /// is rounded, and a holder of several has their sum.
    /// </summary>
    public static IReadOnlyList<Money> Of(Rounding rounding, Ratio perAnnum, Ratio fraction, IReadOnlyList<Holding> held)
    {
        if (held.Count == 0) return [];
        var currency = held[0].Principal.Currency;
        return rounding.Level switch
        {
            RoundingLevel.GlobalNote => [.. held.Select(h => h.ByNote.Select(n => InterestAmount.Rounded(rounding, n, perAnnum, fraction)).Sum(currency))],
            RoundingLevel.Holder or RoundingLevel.CalculationAmount => [.. held.Select(h => InterestAmount.Rounded(rounding, h.Principal, perAnnum, fraction))],
            RoundingLevel.Series or null => Allocation.ProRata(InterestAmount.Rounded(rounding, held.Select(h => h.Principal).Sum(currency), perAnnum, fraction), [.. held.Select(h => h.Principal.Minor)], [.. held.Select(h => h.Holder)]),
        };
    }
}
