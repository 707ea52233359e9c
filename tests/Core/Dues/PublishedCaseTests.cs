using System.Globalization;
using System.Text.Json.Nodes;
using Indenture.Tests.Support;

namespace Indenture.Tests.Arithmetic;

/// <summary>The twelve published PAM cases (principal at maturity), from terms of this program to every cash flow.</summary>
public class PublishedCaseTests
{
    public static TheoryData<string> Cases => Reference.IsThere ? [.. Document().Select(c => c.Key)] : ["none"];

    private static JsonObject Document() => JsonNode.Parse(File.ReadAllText(Reference.PathOf("actus", "actus-tests-pam.json")))!.AsObject();

    [ReferenceTheory]
    [MemberData(nameof(Cases))]
    public void EveryCashFlowOfAPublishedCaseIsReproduced(string name)
    {
        var published = Document()[name]!.AsObject();
        var terms = published["terms"]!.AsObject().ToDictionary(t => t.Key, t => t.Value!.GetValue<string>().Trim());
        var (json, fixings) = TermsOf(terms, published["dataObserved"]!.AsObject());
        var promise = TermsJson.Read(json.ToJsonString(), name).Then(t => Promise.Of(t, Calendars.Standard)).Require();
        var rates = Fixings.Parse(fixings, "observed.csv").Require();
        var expected = published["results"]!.AsArray().Select(r => (Date: DateOnly.Parse(r!["eventDate"]!.GetValue<string>()[..10], CultureInfo.InvariantCulture), Type: r["eventType"]!.GetValue<string>(), Payoff: r["payoff"]!.GetValue<double>(), Rate: r["nominalInterestRate"]!.GetValue<double>())).ToList();

        var interest = Dues.Periods(promise).Select(p => (p.PaymentDate, Rate: (PeriodRate.Known)Dues.RateOf(p, rates), Period: p)).ToList();
        var paid = expected.Where(e => e is { Type: "IP" } && e.Payoff != 0).ToList();
        Assert.Equal(paid.Select(e => e.Date), interest.Select(i => i.PaymentDate));
        foreach (var (e, i) in paid.Zip(interest))
        {
            Assert.Equal(e.Payoff, Value(InterestAmount.Exact(promise.Principal, i.Rate.PerAnnum, i.Period.Length.Fraction)), 1e-9);
            Assert.Equal(e.Rate, Value(i.Rate.PerAnnum), 1e-12);
        }
        var redeemed = Assert.Single(expected, e => e.Type == "MD");
        Assert.Equal((redeemed.Date, redeemed.Payoff), (interest[^1].PaymentDate, Value(promise.Principal.ToRatio())));
        // A premium or discount at the issue is the issue price: the cash at issue is principal x price, paid by the holder.
        if (expected.FirstOrDefault(e => e.Type == "IED") is { Type: not null } issue)
            Assert.Equal((promise.Grid[0], -issue.Payoff), (issue.Date, Value(promise.Principal.ToRatio() * Ratio.Of(1 + decimal.Parse(terms["premiumDiscountAtIED"], CultureInfo.InvariantCulture) / decimal.Parse(terms["notionalPrincipal"], CultureInfo.InvariantCulture)))), Near);
    }

    private static readonly IEqualityComparer<(DateOnly Date, double Amount)> Near = EqualityComparer<(DateOnly Date, double Amount)>.Create((a, b) => a.Date == b.Date && Math.Abs(a.Amount - b.Amount) < 1e-9);

    private static (JsonObject Terms, string Fixings) TermsOf(Dictionary<string, string> t, JsonObject observed)
    {
        var (issue, status, maturity, anchor) = (Day(t["initialExchangeDate"]), Day(t["statusDate"]), Day(t["maturityDate"]), Day(t["cycleAnchorDateOfInterestPayment"]));
        var effective = issue > status ? issue : status;
        var months = Tenor(t["cycleOfInterestPayment"], 'M');
        var days = Tenor(t["cycleOfInterestPayment"], 'D');
        DateOnly At(int k) => months is { } m ? anchor.AddMonths(k * m) : anchor.AddDays(k * days!.Value);
        var endOfMonth = t["endOfMonthConvention"] == "EOM" && anchor.Day == DateTime.DaysInMonth(anchor.Year, anchor.Month);
        var schedule = new JsonObject { ["effective"] = Text(effective), ["termination"] = Text(maturity), ["rule"] = "forward" };
        if (months is not null) schedule["tenorMonths"] = months;
        else schedule["tenorDays"] = days;
        if (anchor > effective) schedule["first"] = Text(anchor);
        // "L0": a maturity off the cycle makes the last period long, so the last regular date before it is left out.
        var last = Enumerable.Range(0, 1000).Last(k => At(k) < maturity);
        if (t["cycleOfInterestPayment"].EndsWith("L0", StringComparison.Ordinal) && At(last + 1) != maturity && last > 1)
        {
            var kept = At(last - 1);
            schedule["nextToLast"] = Text(endOfMonth ? new DateOnly(kept.Year, kept.Month, DateTime.DaysInMonth(kept.Year, kept.Month)) : kept);
        }
        var convention = t.GetValueOrDefault("businessDayConvention", "NOS");
        var interest = new JsonObject
        {
            ["kind"] = "fixed", ["rate"] = Percent(t["nominalInterestRate"]), ["endOfMonth"] = endOfMonth,
            ["dayCount"] = t["dayCountConvention"] switch { "A365" => "Actual/365F", "A360" => "Actual/360", "AA" => "Actual/Actual ISDA", "30E360" => "30E/360", var other => throw new ArgumentException(other) },
        };
        var fixings = "index,tenor,date,percent\n";
        if (t.TryGetValue("marketObjectCodeOfRateReset", out var index))
        {
            // Reset every so many months and paid more often: until the next reset each period has the rate of the last.
            interest["then"] = new JsonArray(new JsonObject
            {
                ["from"] = Text(Day(t["cycleAnchorDateOfRateReset"])), ["kind"] = "floating", ["index"] = index, ["indexTenorMonths"] = Tenor(t["cycleOfRateReset"], 'M'), ["spread"] = Percent(t["rateSpread"]),
                ["multiplier"] = t["rateMultiplier"], ["fixing"] = new JsonObject { ["businessDaysBefore"] = 0, ["calendars"] = new JsonArray("None") },
            });
            var resets = observed[index]!["data"]!.AsArray().Select(d => (Date: Day(d!["timestamp"]!.GetValue<string>()), Value: d["value"]!.GetValue<string>())).OrderBy(d => d.Date).ToList();
            for (var k = 0; At(k) < maturity; k++)
                if (resets.LastOrDefault(r => r.Date <= At(k)) is { Value: not null } reset) fixings += $"{index},3M,{Text(At(k))},{Percent(reset.Value)}\n";
        }
        return (new JsonObject
        {
            ["currency"] = t["currency"], ["principal"] = t["notionalPrincipal"], ["maturity"] = Text(maturity), ["interest"] = interest, ["schedule"] = schedule,
            ["businessDays"] = new JsonObject
            {
                ["calendars"] = new JsonArray(t.GetValueOrDefault("calendar") == "MF" ? "Weekends" : "None"),
                ["convention"] = convention switch { "NOS" => "unadjusted", "SCMF" => "modified-following", "CSF" => "following", "SCMP" => "modified-preceding", var other => throw new ArgumentException(other) },
                ["accrual"] = convention.StartsWith("SC", StringComparison.Ordinal) ? "adjusted" : "unadjusted",
            },
        }, fixings);
    }

    /// <summary>"P3ML0" is a tenor of three months.</summary>
    private static int? Tenor(string cycle, char unit) => cycle[cycle.IndexOf('L', StringComparison.Ordinal) - 1] == unit ? int.Parse(cycle[1..(cycle.IndexOf('L', StringComparison.Ordinal) - 1)], CultureInfo.InvariantCulture) : null;

    private static string Percent(string ratio) => (decimal.Parse(ratio, CultureInfo.InvariantCulture) * 100).ToString(CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.Parse(text[..10], CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Value(Ratio ratio) => (double)ratio.Numerator / (double)ratio.Denominator;
}
