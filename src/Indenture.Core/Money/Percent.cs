using System.Globalization;

namespace Indenture.Core;

/// <summary>An exact decimal percent as a document prints it: 3.625 means 3.625%, and "99.760" keeps its last zero.</summary>
public readonly record struct Percent(decimal Value)
{
    /// <summary>Reads "3.625" or "-0.25", without a percent sign.</summary>
    public static Outcome<Percent> Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new Percent(value)
            : Refusal.Of(ValueRefusal.PercentMalformed, $"\"{text}\" is not a percent such as 3.625.");

    /// <summary>3.625% as 29/800.</summary>
    public Ratio ToRatio() => Ratio.Of(Value) / Ratio.Whole(100);

    /// <summary>The digits as given, without a percent sign.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
