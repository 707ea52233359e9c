using System.Globalization;
using System.Text.Json.Nodes;
using Indenture.Core;

namespace Indenture.Cli;

/// <summary>A payment as the contract prints it, for the schedule and for a rehearsal.</summary>
public static class PaymentJson
{
    public static JsonObject Write(Promise promise, Due due)
    {
        var period = due.Period;
        var json = new JsonObject
        {
            ["n"] = period.N,
            ["accrualStart"] = Day(period.AccrualStart),
            ["accrualEnd"] = Day(period.AccrualEnd),
            ["unadjustedDate"] = Day(period.UnadjustedDate),
            ["paymentDate"] = Day(period.PaymentDate),
        };
        if (period.RecordDate is { } record) json["recordDate"] = Day(record);
        if (period.FixingDate is { } fixing) json["fixingDate"] = Day(fixing);
        json["days"] = period.Length.Days;
        json["fraction"] = period.Length.Fraction.ToString();
        var percent = due.Rate.Match<Ratio?>(k => k.Percent, _ => null);
        if (percent is { } exact && !exact.TryDecimal(out _)) json["rateExact"] = exact.ToString();
        json["rate"] = Rate(due);
        json["interest"] = due.Interest?.ToString();
        json["principal"] = due.Principal.ToString();
        json["working"] = Dues.Working(promise, due);
        return json;
    }

    /// <summary>The rate in percent as a decimal where it terminates; null where it does not or is unknown.</summary>
    public static string? Rate(Due due) => due.Rate.Match(
        known => known.Percent.TryDecimal(out var value) ? value.ToString("0.############################", CultureInfo.InvariantCulture) : null,
        _ => null);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
