namespace Indenture.Tests.Core.Lifecycle;

public class OfferingTests
{
    private static readonly DateOnly Closing = new(2008, 12, 9);

    private static string Notes(string principal, string underwriters, string spread = "0.55", string more = "") => $$"""
        { "title": "Floating Rate Notes", "issuer": "An Issuer", "currency": "USD", "principal": "{{principal}}", "maturity": "2010-12-09", "purchasePrice": "99.80", "publicPrice": "100",
          "underwriters": [ {{underwriters}} ],
          "interest": { "kind": "floating", "index": "USD-LIBOR", "indexTenorMonths": 3, "spread": "{{spread}}", "fixing": { "businessDaysBefore": 2, "calendars": ["London"] },
            "dayCount": "Actual/360", "from": "2008-12-09", "paymentDates": ["03-09", "06-09", "09-09", "12-09"], "firstPayment": "2009-03-09", "rounding": { "unit": "0.01", "direction": "half-up" } },
          "businessDays": { "calendars": ["NewYork"], "convention": "following", "accrual": "adjusted", "maturity": "postponed-without-interest" },
          "recordDate": { "businessDaysBefore": 1, "calendars": ["NewYork"] } {{more}} }
        """;

    private const string Three = """{ "name": "Lead", "principal": "717500000.00" }, { "name": "Second", "principal": "275000000.00" }, { "name": "Third", "principal": "7500000.00" }""";

    private static Life Booked() => new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(Notes("1000000000.00", Three))));

    [Fact, Trait("clause", "TA-PRICE-16")]
    public void PurchaseMoneyIsAllocationTimesPriceAndTheSpreadIsTheRest()
    {
        var closing = Booked().State.Offerings[0].Booked.Closing;
        // 717,500,000 x 99.80% = 716,065,000; x (100 - 99.80)% = 1,435,000; 275,000,000 x 99.80% = 274,450,000; 7,500,000 x 99.80% = 7,485,000
        Assert.Equal(["716065000.00", "274450000.00", "7485000.00"], closing.Select(c => c.Amount.ToString()));
        Assert.Equal("1435000.00", closing[0].Spread!.ToString());
    }

    [Fact, Trait("clause", "TA-PRICE-13")]
    public void PurchaseMoneyThatWouldNeedRoundingIsRefused() =>
        // 0.05 x 99.80% = 0.0499: no whole number of cents
        Assert.Equal("PURCHASE-MONEY-INEXACT", new Life("S").Refused(l => Life.Book(l, "A", Life.TermsOf(Notes("0.05", """{ "name": "Lead", "principal": "0.05" }""")))));

    [Fact, Trait("clause", "TA-ALLOC-7")]
    public void AllocationsThatDoNotAddUpAreRefused() =>
        Assert.Equal("ALLOCATIONS-DIFFER", new Life("S").Refused(l => Life.Book(l, "A", Life.TermsOf(Notes("1000000001.00", Three)))));

    [Fact]
    public void AnOpenErrorBlocksBookingUntilItIsSettled()
    {
        var fault = new Finding("F1", "LIBOR-TENOR-CONFLICT", Severity.Error, "three against six", [], ["A"], [Act.Booking], [], ["3", "6"], "indexTenorMonths=3");
        var terms = Life.TermsOf(Notes("1000000000.00", Three));
        Assert.Equal("FINDINGS-OPEN", new Life("S").Refused(l => Life.Book(l, "A", terms, fault)));
        var settled = new Settlement("F1", "LIBOR-TENOR-CONFLICT", "3", "os:ada", "the face governs", "indexTenorMonths", "3");
        Assert.Equal("done", new Life("S").Refused(l => new BookOffering("A", terms, [fault], [settled], [], []).Decide(l.State)));
    }

    [Fact]
    public void TheSameOfferingTwiceIsTheSameOfferingOnceAndOtherTermsAreRefused()
    {
        var life = Booked();
        Assert.Empty(Life.Book(life, "A", Life.TermsOf(Notes("1000000000.00", Three))).Require().Events);
        Assert.Equal("OFFERING-DIFFERS", life.Refused(l => Life.Book(l, "A", Life.TermsOf(Notes("1000000000.00", Three, spread: "0.56")))));
    }

    [Fact, Trait("clause", "TA-CLOSE-6")]
    public void NothingIsDeliveredWhileOneUnderwriterHasNotPaid()
    {
        var life = Booked();
        var received = life.State.Offerings[0].Booked.Closing.ToDictionary(c => c.Underwriter, c => c.Amount);
        received.Remove("Third");
        Assert.Equal("PURCHASE-MONEY-SHORT", life.Refused(l => new CloseOffering("A", Closing, received, "Cede & Co.").Decide(l.State)));
        received["Third"] = Life.Usd("7485000.01");
        Assert.Equal("PURCHASE-MONEY-OVER", life.Refused(l => new CloseOffering("A", Closing, received, "Cede & Co.").Decide(l.State)));
    }

    [Fact, Trait("clause", "TA-REOPEN-2")]
    public void AReopeningThatIsFungibleMakesOneSeries()
    {
        var life = Booked().Do(l => Life.Close(l, "A", Closing))
            .Do(l => Life.Book(l, "B", Life.TermsOf(Notes("250000000.00", """{ "name": "Lead", "principal": "250000000.00" }"""))))
            .Do(l => Life.Close(l, "B", Closing));
        Assert.Equal("1250000000.00", life.State.Terms.Principal!.Value.ToString());
        // 998,000,000 + 249,500,000
        Assert.Equal(1_247_500_000_00, life.Balance(SeriesBooks.IssuerProceeds));
        Assert.Equal(-1_250_000_000_00, life.Balance(SeriesBooks.Issued));
    }

    [Fact, Trait("clause", "TA-REOPEN-3")]
    public void AReopeningAtAnotherSpreadIsRefused() =>
        Assert.Equal("TAP-NOT-FUNGIBLE", Booked().Refused(l => Life.Book(l, "B", Life.TermsOf(Notes("250000000.00", """{ "name": "Lead", "principal": "250000000.00" }""", spread: "0.60")))));

    [Fact]
    public void AReopeningBeyondTheLimitOfTheFormOfNoteIsRefused() =>
        Assert.Equal("SERIES-LIMIT-EXCEEDED", Booked().Refused(l => Life.Book(l, "B",
            Life.TermsOf(Notes("250000000.01", """{ "name": "Lead", "principal": "250000000.01" }""".Replace("250000000.01", "250000000.01"), more: """, "seriesLimit": "1250000000.00" """).Replace("99.80", "100")))));

    [Fact, Trait("clause", "TA-FORM-2")]
    public void ALargestCertificateSplitsTheIssueAndTheGlobalNotesAddUp()
    {
        var life = new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(Notes("1000000000.00", Three, more: """, "largestCertificate": "400000000.00" """)))).Do(l => Life.Close(l, "A", Closing));
        Assert.Equal(["R-0001", "R-0002", "R-0003"], life.State.GlobalNotes.Select(n => n.Number));
        Assert.Equal(["400000000.00", "400000000.00", "200000000.00"], life.State.GlobalNotes.Select(n => n.Principal.ToString()));
        Assert.All(life.State.GlobalNotes, n => Assert.Equal("Cede & Co.", n.Holder));
    }
}
