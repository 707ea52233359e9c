namespace Indenture.Core;

/// <summary>
/// The replacement of the USD London interbank rate by law: Adjustable Interest Rate (LIBOR) Act, 12 U.S.C. 5801 to 5807, and 12 CFR part 253. A rule of
/// its own beside the contract's, switched by date.
/// </summary>
public static class StatutoryReplacement
{
    /// <summary>Named with every rate that rests on it.</summary>
    public const string Source = "12 U.S.C. 5802(6), 5802(17), 5803; 12 CFR 253.2, 253.4";

    /// <summary>The first London banking day after 30 June 2023 (12 U.S.C. 5802(17)).</summary>
    public static readonly DateOnly ReplacementDate = new(2023, 7, 3);

    /// <summary>
    /// What stands for USD LIBOR on a determination date; null where the contract's own rule still does: before the replacement date, for another index, or for
    /// a tenor that the Act does not name. From that date on, steps that poll banks for interbank rates or repeat the last one are void (12 U.S.C. 5803(b)).
    /// </summary>
    /// <param name="index">"USD-LIBOR".</param>
    /// <param name="tenor">"1M", "3M", "6M", "12M", or "ON".</param>
    /// <param name="determination">The determination date of the rate.</param>
    public static Replacement? Of(string index, string tenor, DateOnly determination) =>
        index != "USD-LIBOR" || determination < ReplacementDate ? null : tenor switch
        {
            // 12 U.S.C. 5802(20): tenor spread adjustments in percent; overnight SOFR for the overnight tenor, CME Term SOFR for the others (12 CFR 253.4(b)(2)).
            "ON" => new Replacement("USD-SOFR", "ON", new Percent(0.00644m), Source),
            "1M" => new Replacement("USD-TERM-SOFR", "1M", new Percent(0.11448m), Source),
            "3M" => new Replacement("USD-TERM-SOFR", "3M", new Percent(0.26161m), Source),
            "6M" => new Replacement("USD-TERM-SOFR", "6M", new Percent(0.42826m), Source),
            "12M" => new Replacement("USD-TERM-SOFR", "12M", new Percent(0.71513m), Source),
            _ => null,
        };
}

/// <summary>The index that is read in another's place, and what is added to it.</summary>
/// <param name="Index">"USD-TERM-SOFR".</param>
/// <param name="Tenor">"3M", or "ON" for an overnight rate.</param>
/// <param name="Adjustment">Percent per annum, before the notes' own multiplier and spread.</param>
/// <param name="Source">The law or publication that says so.</param>
public sealed record Replacement(string Index, string Tenor, Percent Adjustment, string Source);
