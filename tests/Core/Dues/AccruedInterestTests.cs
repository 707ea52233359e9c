using Indenture.Tests.Core.Terms;
using Indenture.Tests.Support;

namespace Indenture.Tests.Arithmetic;

/// <summary>What a tap costs beside its price, and whether it is of the same series.</summary>
public class AccruedInterestTests
{
    private const string Yen = """
        { "currency": "JPY", "principal": "75000000000", "maturity": "2025-10-31",
          "interest": { "kind": "fixed", "rate": "2.40", "dayCount": "30/360", "from": "2005-10-31", "paymentDates": ["04-30", "10-31"], "rounding": ROUNDING },
          "businessDays": { "calendars": ["London", "Tokyo", "NewYork"], "convention": "following", "accrual": "unadjusted" } }
        """;

    private static Promise PromiseOf(string json) => TermsJson.Read(json, "terms.json").Then(t => Promise.Of(t, Calendars.Standard)).Require();

    private static Outcome<AccruedInterest> Accrued(Promise promise, string amount, string day) =>
        AccruedInterest.Of(promise, Money.Parse(amount, promise.Currency).Require(), Oracle.Date(day), p => Dues.RateOf(p, Fixings.None));

    [Theory]
    // 31 October to 7 March is 4 months and 7 days of thirty-day months from the 30th: 127. 25,000,000,000 x 2.4% x 127/360 = 211,666,666.67: the yen has no decimals.
    [InlineData("half-up", "211666667")]
    [InlineData("half-even", "211666667")]
    [InlineData("down", "211666666")]
    public void ATapOfYenNotesPaysTheInterestAccruedSinceTheCommonStart(string direction, string expected)
    {
        var accrued = Accrued(PromiseOf(Yen.Replace("ROUNDING", $$"""{ "level": "series", "unit": "1", "direction": "{{direction}}" }""")), "25000000000", "2006-03-07").Require();
        Assert.Equal((new DateOnly(2005, 10, 31), 127), (accrued.From, accrued.Length.Days));
        Assert.Equal(new Ratio(635_000_000, 3), accrued.Exact);
        Assert.Equal(expected, accrued.Amount.ToString());
    }

    [Fact]
    public void OnTheDayAPeriodBeginsNothingHasAccrued()
    {
        var promise = PromiseOf(TermsJsonTests.Fixed);
        Assert.Equal("0.00", Accrued(promise, "1000.00", "2004-08-09").Require().Amount.ToString());
        // the day before: 179 of 180 days of 18.125 = 18.0243...
        Assert.Equal("18.02", Accrued(promise, "1000.00", "2004-08-08").Require().Amount.ToString());
    }

    [Fact]
    public void OutsideTheLifeNothingAccrues()
    {
        var promise = PromiseOf(TermsJsonTests.Fixed);
        foreach (var day in new[] { "2004-02-08", "2009-02-09" }) Assert.Equal("ACCRUED-OUTSIDE", Accrued(promise, "1000.00", day).Match(_ => "", r => r.Code));
    }

    [Fact]
    public void WithoutARateNothingIsKnown() => Assert.Equal("ACCRUED-RATE-UNKNOWN", Accrued(PromiseOf(TermsJsonTests.Floating), "1000.00", "2009-01-20").Match(_ => "", r => r.Code));

    [Fact, Trait("clause", "TA-REOPEN-3")]
    public void ATapIsFungibleWhereOnlyPricePrincipalBuyersAndIssueDateDiffer()
    {
        var first = TermsJson.Read(TermsJsonTests.Stepped, "a.json").Require();
        var later = TermsJson.Read(TermsJsonTests.Stepped.Replace("1000000.00", "5000000.00").Replace("\"maturity\"", "\"issueDate\": \"2023-06-01\", \"publicPrice\": \"99\", \"maturity\""), "b.json").Require();
        Assert.Empty(SeriesTerms.Differences(first, later));
        Assert.Equal("maturity", Assert.Single(SeriesTerms.Differences(first, TermsJson.Read(TermsJsonTests.Stepped.Replace("2026-03-15", "2027-03-15"), "c.json").Require())).Fact);
        Assert.Equal("interest.then", Assert.Single(SeriesTerms.Differences(first, TermsJson.Read(TermsJsonTests.Stepped.Replace("\"4.00\"", "\"4.25\""), "d.json").Require())).Fact);
    }
}
