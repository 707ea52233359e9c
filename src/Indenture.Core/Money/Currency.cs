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

    /// <summary>United States dollar.</summary>
    public static readonly Currency USD = new("USD", 2);
    /// <summary>Japanese yen: no minor unit.</summary>
    public static readonly Currency JPY = new("JPY", 0);
    /// <summary>Euro.</summary>
    public static readonly Currency EUR = new("EUR", 2);
    /// <summary>Pound sterling.</summary>
    public static readonly Currency GBP = new("GBP", 2);
    /// <summary>Swiss franc.</summary>
    public static readonly Currency CHF = new("CHF", 2);
    /// <summary>Canadian dollar.</summary>
    public static readonly Currency CAD = new("CAD", 2);
    /// <summary>Australian dollar.</summary>
    public static readonly Currency AUD = new("AUD", 2);

    /// <summary>The currencies the program knows, in the order of their codes.</summary>
    public static IReadOnlyList<Currency> All { get; } = [AUD, CAD, CHF, EUR, GBP, JPY, USD];

    /// <summary>Refused CURRENCY-UNKNOWN for a code that is not in <see cref="All"/>.</summary>
    public static Outcome<Currency> Of(string code) =>
        All.FirstOrDefault(c => c.Code == code) is { } known
            ? known
            : Refusal.Of(ValueRefusal.CurrencyUnknown, $"Currency \"{code}\" is not one of {string.Join(", ", All.Select(c => c.Code))}.");

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}

/// <summary>Why a written value was not taken, in the order in which it is tested.</summary>
public enum ValueRefusal
{
    /// <summary>Not a currency of <see cref="Currency.All"/>.</summary>
    CurrencyUnknown,
    /// <summary>Not digits with at most one point and a sign.</summary>
    AmountMalformed,
    /// <summary>More decimals than the currency has.</summary>
    AmountTooFine,
    /// <summary>More than 64 bits of minor units.</summary>
    AmountTooLarge,
    /// <summary>Not a decimal percent.</summary>
    PercentMalformed,
    /// <summary>Not a date, or one that does not exist.</summary>
    DateMalformed,
    /// <summary>Not a fact of the terms.</summary>
    FactUnknown,
    /// <summary>Not of the form of its fact.</summary>
    FactMalformed,
}
