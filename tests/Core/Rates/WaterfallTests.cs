namespace Indenture.Tests.Core.Rates;

/// <summary>The contract's determination step by step, for a determination date of 5 December 2008.</summary>
public class WaterfallTests
{
    private static readonly DateOnly Day = new(2008, 12, 5);
    private static readonly TimeOnly Eleven = new(11, 0);

    private static ScreenReading Screen(string? rate, string page = "Reuters LIBOR01", string? successor = null) => new(page, Day, Eleven, Rate(rate), "screen copy", successor);

    private static BankPoll Poll(string market, string? consulted, params string?[] rates) =>
        new(market, [.. rates.Select((r, i) => new Quotation($"{market} bank {i + 1}", Day, Eleven, Rate(r), "recorded line"))], consulted);

    private static Percent? Rate(string? text) => text is null ? null : Percent.Parse(text).Require();

    private static Outcome<DeterminedIndex> Determine(RateEvidence evidence, Ratio? current = null, RateFallback? fallback = null, int tolerance = 15) =>
        RateWaterfall.Determine("Reuters LIBOR01", Eleven, fallback ?? RateFallback.LondonThenNewYork, Day, tolerance, evidence, current);

    private static RateEvidence NoScreen(params BankPoll[] polls) => new(Screen(null), polls);

    private static string Code(Outcome<DeterminedIndex> outcome) => outcome.Match(d => d.How, r => r.Code);

    [Fact, Trait("clause", "NOTE-LIBOR-4")]
    public void TheScreenComesFirst()
    {
        Assert.Equal(new Ratio(218750, 100000), Determine(new RateEvidence(Screen("2.18750"), [])).Require().Percent);
        Assert.Equal("SCREEN-UNREAD", Code(Determine(new RateEvidence(null, [Poll("London", "call", "2.15", "2.20", "2.25", null)]))));
        Assert.Equal("SCREEN-UNTIMELY", Code(Determine(new RateEvidence(Screen("2.18750") with { At = new TimeOnly(11, 16) }, []))));
        Assert.Equal("EVIDENCE-OF-ANOTHER-DAY", Code(Determine(new RateEvidence(Screen("2.18750") with { On = Day.AddDays(-1) }, []))));
    }

    [Fact, Trait("clause", "NOTE-LIBOR-5")]
    public void AnotherPageCountsOnlyWithWhatMadeItTheSuccessor()
    {
        Assert.Equal("SCREEN-NOT-NAMED", Code(Determine(new RateEvidence(Screen("2.20", "P1"), []))));
        var found = Determine(new RateEvidence(Screen("2.20", "P1", "nominated by the association on 2008-12-01"), [])).Require();
        Assert.Equal((new Ratio(22, 10), "P1"), (found.Percent, found.Step));
    }

    [Fact, Trait("clause", "NOTE-LIBOR-6")]
    public void FourBanksAreAskedInLondonAfterConsultingTheIssuer()
    {
        Assert.Equal("ISSUER-NOT-CONSULTED", Code(Determine(NoScreen(Poll("London", null, "2.15", "2.20", "2.25", null)))));
        Assert.Equal("ISSUER-NOT-CONSULTED", Code(Determine(NoScreen())));
        Assert.Equal("BANKS-NOT-ASKED", Code(Determine(NoScreen(Poll("London", "call", "2.15", "2.20", "2.25")))));
        var twice = Poll("London", "call", "2.15", "2.20", "2.25", null);
        Assert.Equal("BANKS-NOT-ASKED", Code(Determine(NoScreen(twice with { Quotations = [.. twice.Quotations.Take(3), twice.Quotations[0]] }))));
        Assert.Equal("QUOTATION-UNTIMELY", Code(Determine(NoScreen(twice with { Quotations = [.. twice.Quotations.Select(q => q with { At = new TimeOnly(12, 0) })] }))));
    }

    [Theory, Trait("clause", "NOTE-LIBOR-7")]
    [InlineData("2.15", "2.20", "2.25", null, 220)]
    [InlineData("2.10", null, "2.30", null, 220)]
    [InlineData("2.00", "2.00", "2.00", "9.00", 375)] // none is dropped: 15 / 4 = 3.75
    public void TwoOrMoreLondonQuotationsAreAveragedAllOfThem(string? a, string? b, string? c, string? d, int hundredths) =>
        Assert.Equal(new Ratio(hundredths, 100), Determine(NoScreen(Poll("London", "call", a, b, c, d))).Require().Percent);

    [Fact, Trait("clause", "NOTE-LIBOR-8")]
    public void OneLondonQuotationLeadsToThreeBanksInNewYork()
    {
        var london = Poll("London", "call", "2.15", null, null, null);
        Assert.Equal("BANKS-NOT-ASKED", Code(Determine(NoScreen(london))));
        // the issuer is not consulted on the banks in New York
        Assert.Equal(new Ratio(22, 10), Determine(NoScreen(london, Poll("NewYork", null, "2.10", "2.20", "2.30"))).Require().Percent);
    }

    [Fact, Trait("clause", "NOTE-LIBOR-9")]
    public void AllThreeNewYorkBanksMustAnswer()
    {
        var london = Poll("London", "call", null, null, null, null);
        var found = Determine(NoScreen(london, Poll("NewYork", null, "2.10", "2.20", null)), new Ratio(218750, 100000)).Require();
        Assert.Equal(new Ratio(218750, 100000), found.Percent); // step 4
        Assert.Equal(3, found.Passed.Count);
        Assert.Equal(new Ratio(22, 10), Determine(NoScreen(london, Poll("NewYork", null, "2.10", "2.20", "2.30")), new Ratio(2, 1)).Require().Percent);
    }

    [Fact, Trait("clause", "NOTE-LIBOR-10")]
    public void TheLastResortIsTheCurrentPeriodsIndexAndTheFirstPeriodHasNone()
    {
        var nothing = NoScreen(Poll("London", "call", null, null, null, null), Poll("NewYork", null, null, null, null));
        Assert.Equal("NO-PRIOR-RATE", Code(Determine(nothing)));
        Assert.Equal(new Ratio(218750, 100000), Determine(nothing, new Ratio(218750, 100000)).Require().Percent);
        Assert.Equal("NO-PRIOR-RATE", Code(Determine(nothing, new Ratio(2, 1), new RateFallback(RateFallback.LondonThenNewYork.Polls, LastResort.None))));
    }

    [Fact, Trait("clause", "NOTE-INTFRN-6")]
    public void TheMeanIsNotRounded()
    {
        // (2.10 + 2.15 + 2.16) / 3 = 2.13666..., + 0.55, on 1,000,000 for 90 days: 6,716.67; rounded to five decimals first it would be 6,716.68
        var mean = Determine(NoScreen(Poll("London", "call", "2.10", "2.15", "2.16", null))).Require();
        Assert.Equal(new Ratio(641, 300), mean.Percent);
        var rate = new FloatingRate("USD-LIBOR", "3M", new Percent(0.55m), null, null, 2, Calendars.Standard.Resolve(new CalendarSet("London")).Require());
        var rounding = new Rounding(0.01m, RoundingDirection.HalfUp);
        var million = new Indenture.Core.Money(100_000_000, Currency.USD);
        Assert.Equal("6716.67", InterestAmount.Rounded(rounding, million, RateDetermination.Finish(rate, mean.Percent, mean.How).PerAnnum, new Ratio(90, 360)).ToString());
        Assert.Equal("6716.68", InterestAmount.Rounded(rounding, million, RateDetermination.Finish(rate with { Rounding = new RateRounding(0.00001m, RoundingDirection.HalfUp) }, mean.Percent, mean.How).PerAnnum, new Ratio(90, 360)).ToString());
    }

    [Fact]
    public void WithoutAStatedFallbackNothingIsSupposed() =>
        Assert.Equal("FALLBACK-UNKNOWN", Code(RateWaterfall.Determine(null, null, null, Day, 15, NoScreen(), new Ratio(2, 1))));

    [Fact]
    public void AFallbackReadsBackFromItsWords()
    {
        Assert.Equal(RateFallback.LondonThenNewYork, RateFallback.Parse(RateFallback.LondonThenNewYork.ToString()));
        Assert.Null(RateFallback.Parse("London 5 of 4 at 11:00 Europe/London; then current-period"));
        Assert.Null(RateFallback.Parse("London 2 of 4 at 11:00 Europe/London"));
    }
}
