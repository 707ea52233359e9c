using System.Globalization;

namespace Indenture.Core;

/// <summary>An exact amount: a whole number of a currency's minor units.</summary>
public sealed record Money : IComparable<Money>
{
    /// <summary>Cents for the dollar, whole yen for the yen; may be negative.</summary>
    public long Minor { get; }
    /// <summary>The currency that the minor units are of.</summary>
    public Currency Currency { get; }

    /// <summary>So many minor units.</summary>
    public Money(long minor, Currency currency) => (Minor, Currency) = (minor, currency);

    /// <summary>Nothing, of a currency.</summary>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Reads "1000000000.00" or "1000000000": digits, an optional sign, at most the currency's decimals, no grouping.</summary>
    public static Outcome<Money> Parse(string text, Currency currency)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return Refusal.Of(ValueRefusal.AmountMalformed, $"\"{text}\" is not an amount of money such as 1000000.00.");
        return Of(value, currency);
    }

    /// <summary>Refused AMOUNT-TOO-FINE where the value has more decimals than the currency: an amount is never rounded by being read.</summary>
    public static Outcome<Money> Of(decimal value, Currency currency)
    {
        var scale = (decimal)Ratio.PowerOfTen(currency.Decimals);
        if (Math.Abs(value) > long.MaxValue / scale)
            return Refusal.Of(ValueRefusal.AmountTooLarge, $"{value.ToString(CultureInfo.InvariantCulture)} {currency} is more than can be held.");
        var minor = value * scale;
        if (minor != decimal.Truncate(minor))
            return Refusal.Of(ValueRefusal.AmountTooFine, $"{value.ToString(CultureInfo.InvariantCulture)} {currency} has more decimals than {currency} has ({currency.Decimals}).");
        return new Money((long)minor, currency);
    }

    /// <summary>Throws for two currencies and on overflow.</summary>
    public static Money operator +(Money a, Money b) => new(checked(a.Minor + Same(a, b).Minor), a.Currency);
    /// <summary>Throws for two currencies and on overflow.</summary>
    public static Money operator -(Money a, Money b) => new(checked(a.Minor - Same(a, b).Minor), a.Currency);
    /// <summary>The same amount the other way.</summary>
    public static Money operator -(Money a) => new(checked(-a.Minor), a.Currency);

    /// <summary>Throws for two currencies.</summary>
    public int CompareTo(Money? other) => other is null ? 1 : Minor.CompareTo(Same(this, other).Minor);

    /// <summary>In major units, exact.</summary>
    public Ratio ToRatio() => new(Minor, Ratio.PowerOfTen(Currency.Decimals));

    private static Money Same(Money a, Money b) =>
        a.Currency == b.Currency ? b : throw new InvalidOperationException($"{a.Currency} and {b.Currency} are not added or compared.");

    /// <summary>Decimal text with the currency's decimals and no grouping: "53906250.00".</summary>
    public override string ToString() =>
        ((decimal)Minor / (decimal)Ratio.PowerOfTen(Currency.Decimals)).ToString("F" + Currency.Decimals, CultureInfo.InvariantCulture);

    /// <summary>For people: "USD 53,906,250.00".</summary>
    public string ToDisplay() =>
        Currency.Code + " " + ((decimal)Minor / (decimal)Ratio.PowerOfTen(Currency.Decimals)).ToString("N" + Currency.Decimals, CultureInfo.InvariantCulture);
}

/// <summary>Adding up amounts of one currency.</summary>
public static class MoneySum
{
    /// <summary>The sum; zero of <paramref name="currency"/> for no amounts.</summary>
    public static Money Sum(this IEnumerable<Money> amounts, Currency currency) => amounts.Aggregate(Money.Zero(currency), (a, b) => a + b);
}
