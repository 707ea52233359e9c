using System.Text.Json.Nodes;
using Indenture.Tests.Support;

namespace Indenture.Tests.Core.Analytics;

public class StreetTests
{
    private static Promise PromiseOf(OracleRow row)
    {
        var json = new JsonObject
        {
            ["currency"] = "USD", ["principal"] = "1000000.00",
            ["interest"] = new JsonObject
            {
                ["kind"] = "fixed", ["rate"] = row["coupon_pct"], ["endOfMonth"] = row["eom"] == "true",
                ["dayCount"] = row["daycount"] switch { "ACT/ACT ICMA" => "Actual/Actual ICMA", var same => same },
            },
            ["schedule"] = new JsonObject { ["effective"] = row["issue"], ["termination"] = row["maturity"], ["tenorMonths"] = 12 / int.Parse(row["freq"]), ["rule"] = "backward" },
            ["businessDays"] = new JsonObject { ["calendars"] = new JsonArray("None"), ["convention"] = "unadjusted", ["accrual"] = "unadjusted" },
        };
        return TermsJson.Read(json.ToJsonString(), row["id"]).Then(t => Promise.Of(t, Calendars.Standard)).Require();
    }

    [ReferenceFact]
    public void EveryPriceYieldAndSensitivityOfTheTableIsReproduced() => Oracle.AllHold(Oracle.Read("yield.csv"), row =>
    {
        var promise = PromiseOf(row);
        var (settlement, yield) = (row.Date("settlement"), row.Number("yield_pct"));
        var f = Street.Price(promise, settlement, yield).Require();
        foreach (var (column, value) in new (string, double)[]
        {
            ("clean_price", f.CleanPrice), ("accrued", f.Accrued), ("dirty_price", f.DirtyPrice), ("modified_duration", f.ModifiedDuration), ("macaulay_duration", f.MacaulayDuration),
            ("convexity", f.Convexity), ("dv01_central_per_1m", f.Dv01 * 10_000),
            ("yield_from_quoted_pct", row["quoted_clean_price"].Length == 0 ? 0 : Street.Yield(promise, settlement, row.Number("quoted_clean_price")).Require()), ("yield_pct", Street.Yield(promise, settlement, f.CleanPrice).Require()),
            // The reference divides the convexity by a hundred in its own basis-point value: a known difference, restated here.
            ("ql_bpv_per_1m", 10_000 * f.DirtyPrice * (-f.ModifiedDuration * 1e-4 + f.Convexity / 100 * 1e-8 / 2)),
        })
            if (row[column].Length > 0 && Math.Abs(value - row.Number(column)) > 1e-8 * Math.Max(1, Math.Abs(value))) return $"{row} {row["stub"]} {row["daycount"]} {column}: {row[column]} but {value}";
        return null;
    });

    private const string Half = """
        { "currency": "USD", "principal": "1000000.00", "maturity": "2011-12-09",
          "interest": { "kind": "fixed", "rate": "2.875", "dayCount": "30/360", "from": "2008-12-09", "paymentDates": ["06-09", "12-09"] },
          "businessDays": { "calendars": ["NewYork"], "convention": "following", "accrual": "unadjusted" } }
        """;

    [Fact]
    public void APriceAtTheCouponOnAnInterestDateIsPar()
    {
        var promise = TermsJson.Read(Half, "half.json").Then(t => Promise.Of(t, Calendars.Standard)).Require();
        Assert.Equal(100, Street.Price(promise, new DateOnly(2009, 6, 9), 2.875).Require().CleanPrice, 1e-10);
        // 2.875% x 36 days (9 June to 15 July of 30-day months) / 360
        Assert.Equal(new Ratio(2875, 1000) * new Ratio(36, 360), Street.Accrued(promise, new DateOnly(2009, 7, 15)).Require());
    }

    [Fact]
    public void APriceFarFromParNearMaturityStillHasItsYield()
    {
        var promise = TermsJson.Read(Half, "half.json").Then(t => Promise.Of(t, Calendars.Standard)).Require();
        var settlement = new DateOnly(2011, 11, 30);
        // one payment of 101.4375 left, 9 of 180 days away: dirty 40 + 2.875 x 171/360 = 41.365625; y = (101.4375 / 41.365625 - 1) x 2 x 180 / 9
        Assert.Equal((101.4375 / 41.365625 - 1) * 2 * 180 / 9 * 100, Street.Yield(promise, settlement, 40).Require(), 1e-6);
    }

    [Fact]
    public void WhatHasNoPriceSaysSo()
    {
        var promise = TermsJson.Read(Half, "half.json").Then(t => Promise.Of(t, Calendars.Standard)).Require();
        string Code(DateOnly settlement, double yield) => Street.Price(promise, settlement, yield).Match(_ => "", r => r.Code);
        Assert.Equal("SETTLEMENT-OUTSIDE", Code(new DateOnly(2011, 12, 9), 3));
        Assert.Equal("SETTLEMENT-OUTSIDE", Code(new DateOnly(2008, 12, 8), 3));
        Assert.Equal("YIELD-OUTSIDE", Code(new DateOnly(2009, 6, 9), -200));
        Assert.Equal("PRICE-OUTSIDE", Street.Yield(promise, new DateOnly(2009, 6, 9), -10).Match(_ => "", r => r.Code));
        var floating = TermsJson.Read(Terms.TermsJsonTests.Floating, "f.json").Then(t => Promise.Of(t, Calendars.Standard)).Require();
        Assert.Equal("COUPON-NOT-FIXED", Street.Price(floating, new DateOnly(2009, 6, 9), 3).Match(_ => "", r => r.Code));
    }
}
