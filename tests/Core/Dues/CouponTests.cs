using System.Globalization;
using System.Text.Json.Nodes;
using Indenture.Tests.Support;

namespace Indenture.Tests.Arithmetic;

/// <summary>The bonds of schedules.csv through their terms to every coupon of coupons.csv.</summary>
public class CouponTests
{
    private static string BasisName(string name) => name switch
    {
        "30/360" => "30/360",
        "30E/360" => "30E/360",
        "30E/360 ISDA" => "30E/360 ISDA",
        "ACT/360" => "Actual/360",
        "ACT/365F" => "Actual/365F",
        "ACT/ACT ISDA" => "Actual/Actual ISDA",
        "ACT/ACT ICMA" => "Actual/Actual ICMA",
        _ => throw new ArgumentException(name),
    };

    private static JsonObject TermsOf(OracleRow bond, bool adjusted)
    {
        var schedule = new JsonObject
        {
            ["effective"] = bond["effective"], ["termination"] = bond["termination"], ["tenorMonths"] = int.Parse(bond["tenor_months"], CultureInfo.InvariantCulture),
            ["rule"] = bond["rule"].ToLowerInvariant(),
        };
        if (bond["first_date"].Length > 0) schedule["first"] = bond["first_date"];
        if (bond["next_to_last_date"].Length > 0) schedule["nextToLast"] = bond["next_to_last_date"];
        var businessDays = new JsonObject
        {
            ["calendars"] = new JsonArray([.. Oracle.Calendar(bond["calendar"]).Set.Names.Select(n => (JsonNode)n)]),
            // Where the grid's dates are not moved the payments of the table still are, to the following business day.
            ["convention"] = bond["convention"] == "Unadjusted" ? "following" : Names.Of(ScheduleTests.Convention(bond["convention"])),
            ["accrual"] = adjusted ? "adjusted" : "unadjusted",
        };
        if (adjusted && bond["termination_convention"] == "Unadjusted") businessDays["maturity"] = "postponed-without-interest";
        return new JsonObject
        {
            ["currency"] = "USD", ["principal"] = "1000000.00",
            ["interest"] = new JsonObject { ["kind"] = "fixed", ["rate"] = bond["rate_pct"], ["dayCount"] = BasisName(bond["daycount"]), ["endOfMonth"] = bond["eom"] == "true" },
            ["schedule"] = schedule,
            ["businessDays"] = businessDays,
        };
    }

    [ReferenceFact]
    public void EveryCouponOfEveryBondIsReproduced()
    {
        var bonds = Oracle.Read("schedules.csv").ToDictionary(b => b["bond_id"]);
        var legs = Oracle.Read("coupons.csv").GroupBy(c => (Bond: c["bond_id"], Basis: c["accrual_basis"])).ToDictionary(g => g.Key, g => g.OrderBy(r => int.Parse(r["period"], CultureInfo.InvariantCulture)).ToList());
        Oracle.AllHold(legs.Where(l => l.Key.Basis.Length == 2 || !Superseded(bonds[l.Key.Bond], l.Key.Basis)), leg =>
        {
            var bond = bonds[leg.Key.Bond];
            var promise = TermsJson.Read(TermsOf(bond, leg.Key.Basis[0] == 'A').ToJsonString(), bond["bond_id"]).Then(t => Promise.Of(t, Calendars.Standard)).Require();
            var dues = Dues.All(promise, Fixings.None);
            if (dues.Count != leg.Value.Count) return $"{bond} {leg.Key.Basis}: {leg.Value.Count} coupons but {dues.Count}";
            for (var i = 0; i < dues.Count; i++)
                if (Fault(promise, dues[i], leg.Value[i]) is { } fault) return $"{leg.Value[i]} {bond["stub"]} {bond["daycount"]}: {fault}";
            return null;
        });
    }

    /// <summary>Where the table has the plain dates beside those that a known fault of the reference moved, the plain ones stand in their place.</summary>
    private static bool Superseded(OracleRow bond, string basis) => bond[basis == "A" ? "plain_dates_if_different" : "plain_unadjusted_if_different"].Length > 0;

    private static string? Fault(Promise promise, Due due, OracleRow row)
    {
        var period = due.Period;
        var expected = (row.Date("accrual_start"), row.Date("accrual_end"), row.Date("payment_date"), row["days"]);
        var actual = (period.AccrualStart, period.AccrualEnd, period.PaymentDate, period.Length.Days.ToString(CultureInfo.InvariantCulture));
        if (expected != actual) return $"{expected} but {actual}";
        var flagged = row["flag"].Length > 0;
        var fraction = row.Number(flagged ? "dcf_exact_if_flagged" : "dcf");
        if (Math.Abs(Value(period.Length.Fraction) - fraction) > 1e-12) return $"{fraction} of a year but {period.Length.Fraction}";
        var amount = promise.Principal.ToRatio() * ((Coupon.Fixed)promise.Phases[0].Coupon).Rate.ToRatio() * period.Length.Fraction;
        var expectedAmount = flagged ? 1_000_000 * double.Parse(((Coupon.Fixed)promise.Phases[0].Coupon).Rate.ToString(), CultureInfo.InvariantCulture) / 100 * fraction : row.Number("amount_per_1m");
        if (Math.Abs(Value(amount) - expectedAmount) > 1e-6) return $"{expectedAmount} but {amount}";
        return Math.Abs((double)due.Interest!.Minor / 100 - expectedAmount) <= 0.005 + 1e-6 ? null : $"{expectedAmount} paid as {due.Interest}";
    }

    private static double Value(Ratio ratio) => (double)ratio.Numerator / (double)ratio.Denominator;
}
