using Indenture.Actions;
using Indenture.Storage;

namespace Indenture.Tests.Actions;

/// <summary>What holds of every act, whatever it is; and that a desk remembers nothing that is not so.</summary>
public sealed class DeskTests : IDisposable
{
    private const string Series = "US00N0HBAA04";
    private readonly Store _store = Store.Rehearsal(null).Require();
    private readonly Desk _desk;
    private readonly string _offering, _terms;

    /// <summary>1,000,000.00 at 4%, 30/360, for one year, rounded for each holder: 20,000.00 on June 15 and on December 15, 2010; closed.</summary>
    public DeskTests()
    {
        _desk = new Desk(_store);
        _terms = $$"""
            { "title": "Notes", "issuer": "An Issuer", "currency": "USD", "principal": "1000000.00", "identifiers": { "isin": "{{Series}}" }, "issueDate": "2009-12-15", "maturity": "2010-12-15", "purchasePrice": "100",
              "underwriters": [ { "name": "Lead", "principal": "1000000.00" } ],
              "interest": { "kind": "fixed", "rate": "4", "dayCount": "30/360", "from": "2009-12-15", "paymentDates": ["06-15", "12-15"], "firstPayment": "2010-06-15", "rounding": { "unit": "0.01", "direction": "down", "level": "holder" } },
              "businessDays": { "calendars": ["NewYork"], "convention": "following", "accrual": "unadjusted" }, "recordDate": { "dates": ["06-01", "12-01"] },
              "defaultedInterest": { "recordBeforePayment": 10, "noticeBeforeRecord": 10 } }
            """;
        var candidate = Booking.Of(_terms, "terms.json").Require();
        _offering = candidate.Offering;
        new Booking(_desk, "ann", null, By("ann", "2009-12-14").At).Book(candidate, [], []).Require();
        foreach (var person in new[] { "ann", "ben" })
            ClosingDay.Run(_desk, By(person, "2009-12-15"), Series, _offering, new Dictionary<string, Indenture.Core.Money> { ["Lead"] = Usd("1000000.00") }, "Cede & Co.").Require();
    }

    public void Dispose() => _store.Dispose();

    private static DateOnly D(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static Indenture.Core.Money Usd(string amount) => Indenture.Core.Money.Parse(amount, Currency.USD).Require();

    private static Instruction By(string person, string day) => new(person, null, new DateTimeOffset(D(day), new TimeOnly(12, 0), TimeSpan.Zero), D(day));

    private static string Code<T>(Outcome<T> outcome) => outcome.Match(_ => "done", r => r.Code);

    private Outcome<CommandResult> Announce(Instruction by, int n = 1) => Paying.Announce(_desk, by, Calendars.Standard, Series, n);

    private Outcome<CommandResult> Pay(Instruction by) => Paying.Pay(_desk, by, Calendars.Standard, Series, 1, PaymentKind.Interest, Usd("20000.00"));

    private void Proves() => Assert.All(Proving.All(_desk), i => Assert.True(i.Holds, $"{i.Name}: {i.Detail}"));

    [Fact, Trait("clause", "NOTE-PAY-1")]
    public void NothingThatWaitsForItsDayIsLetThroughByTypingTheDay()
    {
        var (today, typed) = (By("ann", "2010-06-02"), D("2010-06-15"));
        Announce(today).Require();
        Paying.Fund(_desk, today, Series, 1, Usd("20000.00")).Require();
        Assert.Equal("PAYMENT-EARLY", Code(Pay(today)));
        Assert.Equal("DATE-AHEAD", Code(Pay(today with { On = typed })));
        Assert.Equal("DATE-AHEAD", Code(Announce(today with { On = D("2010-12-01") }, 2)));
        // On June 14 at 10:00 in London it is June 15 on the first islands: nobody's day is kept from beginning.
        Assert.Equal("done", Code(Pay(today with { At = new DateTimeOffset(2010, 6, 14, 10, 0, 0, TimeSpan.Zero), On = typed })));
        Assert.Equal("DATE-AHEAD", Code(Pay(today with { At = new DateTimeOffset(2010, 6, 14, 9, 59, 0, TimeSpan.Zero), On = typed, Key = "another" })));
    }

    [Fact]
    public void APayeeIsOnHoldAgainOnTheDayItWasReleased()
    {
        Outcome<CommandResult> Hold() => Payees.Hold(_desk, By("ann", "2010-06-02"), Series, "Cede & Co.", "a list of names");
        Hold().Require();
        Assert.True(Hold().Require().Repeated);
        foreach (var person in new[] { "ben", "cem" }) Payees.ReleaseHold(_desk, By(person, "2010-06-02"), Series, "Cede & Co.", "another of the name").Require();
        Assert.Empty(_desk.Load(Series).Payees.Holds);
        Assert.False(Hold().Require().Repeated);
        Assert.Single(_desk.Load(Series).Payees.Holds);
    }

    [Fact]
    public void ATaskIsOpenAgainOnTheDayItWasClosed()
    {
        Outcome<CommandResult> Open() => Registering.OpenTask(_desk, By("ann", "2010-06-02"), Series, new OpenTransferTask("deliver", TransferBasis.Conditions, "condition 4", D("2010-06-02")));
        Open().Require();
        Registering.CloseTask(_desk, By("ann", "2010-06-02"), Series, new CloseTransferTask("deliver", "a receipt", D("2010-06-02"))).Require();
        Assert.False(Open().Require().Repeated);
        Assert.Single(_desk.Load(Series).Register.Services.Tasks);
    }

    [Fact]
    public void NoMoneyIsBookedForASeriesThatIsNot()
    {
        Assert.Equal("SERIES-UNKNOWN", Code(Funding.Fee(_desk, By("ann", "2010-06-02"), "US0000000000", "B-1", Usd("1.00"), "letter 1")));
        Assert.Equal("SERIES-UNKNOWN", Code(Funding.Suspense(_desk, By("ann", "2010-06-02"), "US0000000000", "M-1", Usd("1.00"), "somebody")));
        Assert.Single(_store.Read(view => view.Streams()));
    }

    [Fact, Trait("clause", "NOTE-DEFINT-2")]
    public void DefaultedInterestGoesToTheHoldersOfTheSpecialRecordDateWhateverCameAfterIt()
    {
        Announce(By("ann", "2010-06-01")).Require();
        Payees.Default(_desk, By("ann", "2010-06-16"), Series, 1).Require();
        Payees.SpecialRecordDate(_desk, By("ann", "2010-06-16"), Calendars.Standard, Series, 1, D("2010-06-16"), D("2010-06-28"), D("2010-07-12")).Require();
        // Notes bought back on June 29 are cancelled before anybody strikes the position of June 28.
        Registering.RequestCancellation(_desk, By("ann", "2010-06-29"), Series, "C", CancellationGround.Repurchased, [new CancelledPart("R-0001", Usd("400000.00"))], "checked").Require();
        foreach (var person in new[] { "ann", "ben" }) Registering.Cancel(_desk, By(person, "2010-06-29"), Series, "C", "An Officer", "Treasurer", "DTC-1", null).Require();
        Payees.StrikeSpecial(_desk, By("ann", "2010-06-30"), Series, 1).Require();
        Assert.Equal("1000000.00", _desk.Load(Series).Payees.Taken[1].Outstanding.ToString());
        Paying.Fund(_desk, By("ann", "2010-07-12"), Series, 1, Usd("20000.00")).Require();
        foreach (var person in new[] { "ann", "ben" }) Payees.PayDefaulted(_desk, By(person, "2010-07-12"), Series, 1, Usd("20000.00")).Require();
        Assert.True(_desk.Load(Series).Payments.IsPaid(1));
        Proves(); // with 400,000.00 cancelled
    }

    [Fact, Trait("clause", "AGY-6.2")]
    public void WhatIsProvedKnowsOfCancelledNotesAndOfEachHoldersRounding()
    {
        // Two holders of a third each and one of the rest: 333,333.33 x 4% / 2 = 6,666.6666 and 333,333.34 x 4% / 2 = 6,666.6668, each rounded down.
        Registering.Open(_desk, By("ann", "2009-12-16"), Series, new OpenRegister("London", "A Bank", SignatureRule.Manual, [])).Require();
        foreach (var nominee in new[] { "One", "Two", "Three" })
            Registering.Nominate(_desk, By("ann", "2009-12-16"), Series, new NameNominee(NoteForm.Dtc, "DTC", nominee, "1 A Street", "A Custodian")).Require();
        foreach (var (nominee, principal, number) in new[] { ("One", "333333.33", "R-0002"), ("Two", "333333.33", "R-0003"), ("Three", "333333.34", "R-0004") })
        {
            Registering.Prepare(_desk, By("ann", "2009-12-16"), Series, nominee, new PrepareCertificate(NoteForm.Dtc, Permanence.Permanent, Coupons.None, ConditionsPlace.Attached, nominee, null, Usd(principal), D("2009-12-15"), null, [])).Require();
            Registering.Execute(_desk, By("ann", "2009-12-16"), Series, new ExecuteCertificate(number, "An Officer", "Treasurer", Signature.Manual, D("2009-12-16"))).Require();
            Registering.Authenticate(_desk, By("ann", "2009-12-16"), Series, new AuthenticateCertificate(number, "A Bank", "A Signatory", Signature.Manual, D("2009-12-16"))).Require();
        }
        Registering.Replace(_desk, By("ann", "2009-12-16"), Series, "X", ["R-0001"], ["R-0002", "R-0003", "R-0004"], [], null, null).Require();
        Announce(By("ann", "2010-06-01")).Require();
        Assert.Equal("19999.98", _desk.Load(Series).Payments.Announced[1].Interest.ToString()); // 3 x 6,666.66; the whole at once would be 20,000.00
        Registering.RequestCancellation(_desk, By("ann", "2010-06-02"), Series, "C", CancellationGround.Repurchased, [new CancelledPart("R-0002", Usd("333333.33"))], "checked").Require();
        foreach (var person in new[] { "ann", "ben" }) Registering.Cancel(_desk, By(person, "2010-06-02"), Series, "C", "An Officer", "Treasurer", "DTC-1", null).Require();
        Proves();
    }

    [Fact]
    public void WhatIsProvedKnowsOfADueOnWhoseRecordDateNobodyHeldAnything()
    {
        var empty = Booking.Of(_terms.Replace(Series, "US00N0HBAB86", StringComparison.Ordinal).Replace("\"level\": \"holder\"", "\"level\": \"series\"", StringComparison.Ordinal), "terms.json").Require();
        new Booking(_desk, "ann", null, By("ann", "2010-06-01").At).Book(empty, [], []).Require(); // booked, and not closed by June 1
        Paying.Announce(_desk, By("ann", "2010-06-02"), Calendars.Standard, "US00N0HBAB86", 1).Require();
        Assert.Equal("0.00", _desk.Load("US00N0HBAB86").Payments.Announced[1].Interest.ToString());
        Proves();
    }

    [Fact]
    public void ARunThatPaysLaterWhatItHeldBackIsSentAgainOnTheSameDay()
    {
        var day = By("ann", "2010-06-15");
        Announce(day).Require();
        Paying.Fund(_desk, day, Series, 1, Usd("20000.00")).Require();
        Payees.Hold(_desk, day, Series, "Cede & Co.", "a list of names").Require();
        foreach (var person in new[] { "ann", "ben" }) Pay(By(person, "2010-06-15")).Require();
        Paying.Sent(_desk, day, Series, "interest-1").Require();
        foreach (var person in new[] { "ann", "ben" }) Payees.ReleaseHold(_desk, By(person, "2010-06-15"), Series, "Cede & Co.", "another of the name").Require();
        foreach (var person in new[] { "ann", "ben" }) Payees.PayHeld(_desk, By(person, "2010-06-15"), Series, "interest-1", "Cede & Co.", Usd("20000.00")).Require();
        Assert.False(Paying.Sent(_desk, day, Series, "interest-1").Require().Repeated);
        Paying.Confirmed(_desk, day, Series, "interest-1").Require();
        Paying.CloseDue(_desk, day, Series, 1).Require();
    }

    // --- memory ----------------------------------------------------------------------------------------------------------------------------------------

    [Fact]
    public void ADeskSeesWhatAnotherDid()
    {
        var other = new Desk(_store);
        Assert.Equal(other.Load(Series).Version, _desk.Load(Series).Version);
        Payees.Hold(other, By("ben", "2010-06-02"), Series, "Cede & Co.", "a court's order").Require();
        Assert.Equal("HOLD-KNOWN", Code(Payees.Hold(_desk, By("ann", "2010-06-02"), Series, "Cede & Co.", "a list of names")));
        Assert.Equal(other.Load(Series).Version, _desk.Load(Series).Version);
    }

    [Fact]
    public void AViewThatIsOlderThanTheMemoryIsReadAsItIs() => _store.Read(view =>
    {
        var before = Desk.Load(view, Series).Version;
        Payees.Hold(_desk, By("ben", "2010-06-02"), Series, "Cede & Co.", "a court's order").Require();
        Assert.Equal(before + 1, _desk.Load(Series).Version); // and remembered
        Assert.Equal(before, _desk.StateIn(view, Series).Version);
        Assert.Empty(_desk.StateIn(view, Series).Payees.Holds);
        Assert.Single(_desk.Load(Series).Payees.Holds);
        return 0;
    });

    [Fact]
    public void OnlyEventsThatAreNewAreReadAgain()
    {
        var state = _desk.Load(Series);
        Assert.Same(state, _desk.Load(Series));
        Assert.NotSame(state, new Desk(_store).Load(Series));
        Assert.Equal(1, _store.Read(view => view.EventsOf(Series, Desk.StreamOf(Series), state.Version).Count)); // the last one, to know the history by
    }
}
