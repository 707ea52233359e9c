using System.Text.Json.Nodes;

namespace Indenture.Tests.Core.Terms;

public class TermsJsonTests
{
    /// <summary>The example of the contract, with every kind of member that a rule carries.</summary>
    internal const string Fixed = """
        { "title": "3.625% Notes", "issuer": "An Issuer", "currency": "USD", "principal": "1000000000.00",
          "identifiers": { "cusip": "17313UAA7" }, "issueDate": "2004-02-09", "maturity": "2009-02-09",
          "purchasePrice": "99.435", "publicPrice": "99.760",
          "underwriters": [ { "name": "First & Co.", "principal": "600000000.00" }, { "name": "Second, L.P.", "principal": "400000000.00" } ],
          "interest": { "kind": "fixed", "rate": "3.625", "dayCount": "30/360", "from": "2004-02-09", "paymentDates": ["02-09", "08-09"], "firstPayment": "2004-08-09" },
          "businessDays": { "calendars": ["NewYork"], "convention": "following", "accrual": "unadjusted" },
          "recordDate": { "dates": ["01-31", "07-31"] }, "denomination": { "minimum": "1000.00", "multiple": "1000.00" },
          "agents": [ { "role": "trustee", "name": "A Bank" } ] }
        """;

    internal const string Floating = """
        { "title": "Floating Rate Notes", "issuer": "An Issuer", "currency": "USD", "principal": "750000000.00", "maturity": "2011-12-09",
          "interest": { "kind": "floating", "index": "USD-LIBOR", "indexTenorMonths": 1, "spread": "0.80", "indexSource": "Reuters LIBOR01",
                        "fixing": { "businessDaysBefore": 2, "calendars": ["London"], "time": "11:00", "zone": "Europe/London" },
                        "fallback": { "polls": [ { "market": "London", "asked": 4, "needed": 2, "time": "11:00", "zone": "Europe/London", "consult": "issuer" },
                                                 { "market": "NewYork", "asked": 3, "needed": 3, "time": "11:00", "zone": "America/New_York" } ], "last": "current-period" },
                        "dayCount": "Actual/360", "from": "2008-12-09", "paymentDates": { "everyMonths": 1, "day": 9 }, "firstPayment": "2009-01-09",
                        "rounding": { "unit": "0.01", "direction": "half-up" } },
          "businessDays": { "calendars": ["NewYork"], "convention": "following", "accrual": "adjusted", "maturity": "postponed-without-interest" },
          "recordDate": { "businessDaysBefore": 1, "calendars": ["NewYork"] } }
        """;

    /// <summary>A fixed rate that steps up and then floats on an overnight rate compounded in arrears.</summary>
    internal const string Stepped = """
        { "currency": "USD", "principal": "1000000.00", "maturity": "2026-03-15",
          "interest": { "kind": "fixed", "rate": "3.00", "dayCount": "30/360", "from": "2023-03-15", "paymentDates": ["03-15", "09-15"],
                        "then": [ { "from": "2024-03-15", "rate": "4.00" },
                                  { "from": "2025-03-15", "kind": "floating", "index": "USD-SOFR", "spread": "1.10", "floor": "0", "cap": "9", "multiplier": "1.5",
                                    "fixing": { "businessDaysBefore": 2, "calendars": ["USGovernmentSecurities"] }, "compounding": { "method": "compounded", "lookback": 2, "shift": true },
                                    "rateRounding": { "unit": "0.00001", "direction": "half-up" }, "dayCount": "Actual/360", "paymentDates": ["03-15", "06-15", "09-15", "12-15"],
                                    "businessDays": { "convention": "modified-following", "accrual": "adjusted" } } ],
                        "rounding": { "level": "calculation-amount", "calculationAmount": "1000.00", "unit": "0.01", "direction": "half-up" } },
          "businessDays": { "calendars": ["NewYork"], "convention": "following", "accrual": "unadjusted" } }
        """;

    [Theory]
    [InlineData(Fixed)]
    [InlineData(Floating)]
    [InlineData(Stepped)]
    public void WhatIsWrittenIsReadBackWithItsSources(string json)
    {
        var terms = TermsJson.Read(json, "deal.json").Require();
        var written = TermsJson.Write(terms).ToJsonString();
        Assert.Equal(written, TermsJson.Write(TermsJson.Read(written, "other.json").Require()).ToJsonString());
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject())
            Assert.True(JsonNode.DeepEquals(value, JsonNode.Parse(written)![name]), $"{name}: {JsonNode.Parse(written)![name]}");
    }

    [Theory]
    [InlineData("""{ "method": "compounded", "lookback": 2, "shift": true }""", "compounded, lookback 2, observation shift")]
    [InlineData("""{ "method": "compounded", "shift": 2 }""", "compounded, lookback 2, observation shift")]
    [InlineData("""{ "method": "averaged", "lookback": 5, "shift": false }""", "averaged, lookback 5")]
    [InlineData("""{ "method": "compounded" }""", "compounded")]
    public void AnObservationShiftIsSaidInOneOfTwoWays(string json, string expected) =>
        Assert.Equal(expected, TermsJson.Read($$"""{ "interest": { "compounding": {{json}} } }""", "deal.json").Require().Interest.Compounding!.Value.ToString());

    [Fact]
    public void AValueWithoutASourceOfItsOwnCitesTheFile()
    {
        var rate = TermsJson.Read(Fixed, "deal.json").Require().Interest.Rate!;
        Assert.Equal(new Source.Import("deal.json", "interest.rate"), Assert.Single(rate.Sources));
    }

    [Theory]
    [InlineData("""{ "rate": "3" }""", "deal.json, rate: is not a member")]
    [InlineData("""{ "interest": { "rate": 3.5 } }""", "interest.rate: is not a string")]
    [InlineData("""{ "maturity": "2009-02-30" }""", "maturity: \"2009-02-30\" is not a date")]
    [InlineData("""{ "currency": "USD", "principal": "1,000" }""", "principal:")]
    [InlineData("""{ "currency": "XXX" }""", "currency:")]
    [InlineData("""{ "interest": { "paymentDates": ["02-30"] } }""", "interest.paymentDates:")]
    [InlineData("""{ "businessDays": { "convention": "next" } }""", "businessDays.convention:")]
    [InlineData("""{ "interest": { "compounding": { "method": "daily" } } }""", "interest.compounding:")]
    [InlineData("""{ "interest": { "compounding": { "method": "compounded", "shift": true } } }""", "interest.compounding.shift: is true beside a lookback above zero")]
    [InlineData("""{ "interest": { "rounding": { "unit": "0.01", "direction": "half-up", "level": "holder", "calculationAmount": "1000.00" } } }""", "interest.rounding:")]
    [InlineData("""{ "interest": { "then": [ { "from": "2012-01-01", "maturity": "2013-01-01" } ] } }""", "interest.then[0].maturity: is not a member that a step may state")]
    [InlineData("""{ "interest": { "then": [ { "from": "2012-01-01" }, { "from": "2011-01-01" } ] } }""", "interest.then[1].from: 2011-01-01 is not after")]
    [InlineData("[1]", "one JSON object")]
    [InlineData("{ \"currency\": ", "line 1")]
    public void ABadDocumentIsRefusedWithItsPlace(string json, string part)
    {
        var refusal = TermsJson.Read(json, "deal.json").Match(_ => throw new InvalidOperationException("read"), r => r);
        Assert.Equal("TERMS-MALFORMED", refusal.Code);
        Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryFactGivesBackTheTextItWasReadFrom()
    {
        var texts = new Dictionary<string, string>
        {
            ["currency"] = "USD", ["principal"] = "5.00", ["issueDate"] = "2004-02-09", ["maturity"] = "2009-02-09", ["purchasePrice"] = "99.760", ["publicPrice"] = "100",
            ["closingDate"] = "2004-02-09", ["closingTime"] = "08:30", ["interestKind"] = "floating", ["interestRate"] = "3.625", ["indexTenorMonths"] = "3", ["spread"] = "-0.05",
            ["fixingRule"] = "2 London business days before", ["floor"] = "0", ["cap"] = "9", ["multiplier"] = "1.5", ["rateFallback"] = "London 2 of 4 at 11:00 Europe/London after consulting issuer; NewYork 3 of 3 at 11:00 America/New_York; then current-period", ["compounding"] = "compounded, lookback 5, observation shift", ["rateRounding"] = "0.00001 half-up", ["dayCount"] = "Actual/360", ["interestFrom"] = "2004-02-09",
            ["paymentDates"] = "day 9 monthly", ["firstPayment"] = "2004-08-09", ["endOfMonth"] = "true", ["rounding"] = "0.01 half-up per calculation-amount of 1000.00", ["businessDayCities"] = "NewYork,London",
            ["businessDayConvention"] = "modified-following", ["accrual"] = "adjusted", ["maturityRule"] = "postponed-without-interest", ["recordDate"] = "1 business day before",
            ["denomination"] = "1000.00 and multiples of 500.00", ["seriesLimit"] = "7.00", ["largestCertificate"] = "8.00",
        };
        foreach (var fact in TermFact.All)
        {
            var text = texts.GetValueOrDefault(fact.Name, "some words");
            var terms = fact.Replace(new Indenture.Core.Terms(), text, fact.Name is "recordDate" ? null : "USD", new Source.Import("f", "r")).Require();
            Assert.Equal(text, fact.Get(terms)!.Value.Text);
        }
    }

    [Fact]
    public void TheSameFactFromTwoDocumentsHasTwoSourcesAndAnotherValueIsRefused()
    {
        var fact = TermFact.Of("maturity").Require();
        Source one = new Source.Import("a", "1"), two = new Source.Import("b", "2");
        var terms = fact.Add(new Indenture.Core.Terms(), "2009-02-09", null, one).Then(t => fact.Add(t, "2009-02-09", null, two)).Require();
        Assert.Equal([one, two], terms.Maturity!.Sources);
        var refusal = fact.Add(terms, "2009-02-10", null, two).Match(_ => throw new InvalidOperationException("added"), r => r);
        Assert.Equal("FACT-CONFLICT", refusal.Code);
    }
}
