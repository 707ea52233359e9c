namespace Indenture.Core;

public enum DutyState { Open, Met, Late, Breached }

/// <summary>An act that somebody owes by a time.</summary>
/// <param name="Clause">Where it stands: the words, or the rule it follows from.</param>
/// <param name="Debtor">Who owes the act, by role.</param>
/// <param name="Due">A day ("2008-12-09"), or a local time of it ("2008-12-02T21:00").</param>
/// <param name="Zone">IANA, or "unstated".</param>
public sealed record Duty(string Clause, string What, string Debtor, string Due, string Zone, DutyState State)
{
    /// <summary>
    /// The duties of an offering up to its closing that its terms state: to accept the offer in time (TA-ACCEPT-1), to pay the purchase money and to
    /// deliver the notes against it (TA-CLOSE-6).
    /// </summary>
    public static IReadOnlyList<Duty> OfOffering(Terms terms, bool closed)
    {
        var duties = new List<Duty>();
        if (terms.Statements.TryGetValue("acceptBy", out var accept) && accept.Value.Split(' ') is [var at, var zone])
            // A closed offering was accepted, but no document at hand shows when.
            duties.Add(new Duty(Words(accept.Sources), "accept the underwriters' offer", "issuer", at, zone, closed ? DutyState.Met : DutyState.Open));
        if (terms.Closing.Date is { } date)
        {
            var due = terms.Closing.Time is { } time ? $"{date.Value:yyyy-MM-dd}T{time.Value:HH:mm}" : $"{date.Value:yyyy-MM-dd}";
            var state = closed ? DutyState.Met : DutyState.Open;
            var clause = Words(date.Sources);
            duties.Add(new Duty(clause, "pay the purchase money", "underwriters", due, terms.Closing.Zone?.Value ?? "unstated", state));
            duties.Add(new Duty(clause, "deliver the global notes against payment", "issuer", due, terms.Closing.Zone?.Value ?? "unstated", state));
        }
        return duties;
    }

    /// <summary>To determine the rate, to have the money there, and to pay: the duties of one due.</summary>
    /// <param name="paid">Null while unpaid.</param>
    public static IReadOnlyList<Duty> OfPeriod(Promise promise, Period period, bool determined, DateOnly? paid)
    {
        var duties = new List<Duty>();
        if (period.Phase.Coupon is Coupon.Floating floating)
            duties.Add(new Duty($"{floating.Rate.FixingDaysBefore} {floating.Rate.FixingCalendar.Set} business days before the period", $"determine the rate of period {period.N}", "calculation agent",
                $"{period.FixingDate:yyyy-MM-dd}", "unstated", determined ? DutyState.Met : DutyState.Open));
        var what = period.UnadjustedDate == promise.Maturity ? $"pay the interest of period {period.N} and the principal" : $"pay the interest of period {period.N}";
        duties.Add(new Duty("payment dates and business-day rule of the terms", what, "issuer", $"{period.PaymentDate:yyyy-MM-dd}", "unstated",
            paid is not { } day ? DutyState.Open : day <= period.PaymentDate ? DutyState.Met : DutyState.Late));
        return duties;
    }

    private static string Words(IReadOnlyList<Source> sources) => sources.FirstOrDefault()?.ToString() ?? "";
}
