namespace Indenture.Core;

/// <summary>An ISO 4217 currency and the number of decimals of its minor unit.</summary>
public sealed record Currency
{
    /// <summary>Three upper-case letters (ISO 4217).</summary>
    public string Code { get; }

    /// <summary>Decimals of the minor unit: 2 for the dollar, 0 for the yen.</summary>
    public int Decimals { get; }

    /// <summary>Minor units in one major unit: 100 for the dollar.</summary>
    public Ratio MinorUnits => Ratio.Whole(Ratio.PowerOfTen(Decimals));

    private Currency(string code, int decimals) => (Code, Decimals) = (code, decimals);

    public static readonly Currency USD = new("USD", 2);
    public static readonly Currency JPY = new("JPY", 0);
    public static readonly Currency EUR = new("EUR", 2);
    public static readonly Currency GBP = new("GBP", 2);
    public static readonly Currency CHF = new("CHF", 2);
    public static readonly Currency CAD = new("CAD", 2);
    public static readonly Currency AUD = new("AUD", 2);

    /// <summary>The currencies the program knows, in the order of their codes.</summary>
    public static IReadOnlyList<Currency> All { get; } = [AUD, CAD, CHF, EUR, GBP, JPY, USD];

    /// <summary>Refused CURRENCY-UNKNOWN for a code that is not in <see cref="All"/>.</summary>
    public static Outcome<Currency> Of(string code) =>
        All.FirstOrDefault(c => c.Code == code) is { } known
            ? known
            : Refusal.Of(ValueRefusal.CurrencyUnknown, $"Currency \"{code}\" is not one of {string.Join(", ", All.Select(c => c.Code))}.");

    public override string ToString() => Code;
}

/// <summary>Why a written value was not taken, in the order in which it is tested.</summary>
public enum ValueRefusal { CurrencyUnknown, AmountMalformed, AmountTooFine, AmountTooLarge, PercentMalformed, DateMalformed, FactUnknown, FactMalformed }
