namespace Indenture.Tests.Core.Lifecycle.Register;

public class CancellationTests
{
    private static CancelledPart International(long billions, string? participant = null) => new(Yen.International, Yen.Bn(billions), participant is null ? null : new TierHolder(participant));

    private static CancelledPart Dtc(long billions, string? participant = null) => new(Yen.Dtc, Yen.Bn(billions), participant is null ? null : new TierHolder(participant));

    private static RegisterIdentity Identity(Life life) => RegisterIdentity.Of(Currency.JPY, life.State.GlobalNotes, SeriesBooks.Issued, SeriesBooks.Retired, life.Held());

    [Fact, Trait("clause", "AGY-6.1a")]
    public void ARepurchaseIsCancelledAndLogged()
    {
        var life = Yen.Issued().Requested("C-1", International(5)).Do(l => Yen.Cancel(l, "C-1").Decide(l.State));
        var cancellation = life.State.Register.Cancellations["C-1"];
        Assert.Equal(CancellationStatus.Cancelled, cancellation.StatusIn(life.State));
        Assert.Equal((Yen.D("2007-03-01"), Yen.D("2007-03-01")), (cancellation.Request.Date, cancellation.Carried[0].Date));
        Assert.Equal(70_000_000_000, life.Of(Yen.International) + life.Of(Yen.Dtc)); // 75 - 5 billion
        Assert.Equal("CANCELLATION-DONE", life.Refused(l => Yen.Cancel(l, "C-1").Decide(l.State)));
        Assert.Equal("REFERENCE-USED", life.Refused(l => Yen.Request(l, "C-1", CancellationGround.Repurchased, International(1))));
    }

    [Fact, Trait("clause", "AGY-6.1b")]
    public void ThereAreTwoGroundsAndAnUnpaidClaimIsHeldForAPerson()
    {
        Assert.Equal("GROUND-UNKNOWN", RequestCancellation.GroundOf("matured").Match(_ => "done", r => r.Code));
        Assert.Equal(CancellationGround.Repurchased, RequestCancellation.GroundOf("repurchased").Require());
        var life = Yen.Issued().Do(l => new RequestCancellation("C-1", CancellationGround.Accelerated, [International(3)], "section 1", Yen.Bn(3), Yen.D("2007-03-01"), Yen.D("2007-03-01"), l.Held()).Decide(l.State));
        Assert.Equal(CancellationStatus.Held, life.State.Register.Cancellations["C-1"].StatusIn(life.State));
        Assert.Equal("CANCELLATION-HELD", life.Refused(l => Yen.Cancel(l, "C-1").Decide(l.State)));
        Assert.Equal(65_000_000_000, life.Of(Yen.International));
        life.Do(l => Yen.Cancel(l, "C-1", although: "the court so ordered").Decide(l.State));
        Assert.Equal("the court so ordered", life.State.Register.Cancellations["C-1"].Carried[0].Although);
        // paid in full: nothing is held
        Assert.Equal("done", life.Do(l => Yen.Request(l, "C-2", CancellationGround.Accelerated, International(1))).Refused(l => Yen.Cancel(l, "C-2").Decide(l.State)));
        Assert.Equal("INDENTURE-UNCHECKED", life.Refused(l => new RequestCancellation("C-3", CancellationGround.Repurchased, [International(1)], "", Yen.Bn(0), Yen.D("2007-03-01"), Yen.D("2007-03-01"), l.Held()).Decide(l.State)));
    }

    [Fact, Trait("clause", "AGY-6.1c")]
    public void TheInternationalNoteIsMarkedDownByWhatIsCancelled()
    {
        var life = Yen.Issued().Requested("C-1", International(3)).Do(l => Yen.Cancel(l, "C-1").Decide(l.State));
        Assert.Equal(62_000_000_000, life.Of(Yen.International)); // 65 - 3 billion
    }

    [Fact, Trait("clause", "AGY-6.1d")]
    public void UnderDtcNothingIsMarkedDownUntilItConfirms()
    {
        var life = Yen.Issued().Requested("C-1", Dtc(2));
        Assert.Equal("CONFIRMATION-MISSING", life.Refused(l => Yen.Cancel(l, "C-1").Decide(l.State)));
        Assert.Equal(CancellationStatus.Pending, life.State.Register.Cancellations["C-1"].StatusIn(life.State));
        Assert.Equal(10_000_000_000, life.Of(Yen.Dtc));
        life.Do(l => Yen.Cancel(l, "C-1", "DTC-77").Decide(l.State));
        Assert.Equal(8_000_000_000, life.Of(Yen.Dtc)); // 10 - 2 billion
    }

    [Fact]
    public void OfARequestUnderBothNotesTheDtcPartWaits()
    {
        var life = Yen.Issued().Requested("C-1", International(3), Dtc(2)).Do(l => Yen.Cancel(l, "C-1").Decide(l.State));
        Assert.Equal((62_000_000_000, 10_000_000_000), (life.Of(Yen.International), life.Of(Yen.Dtc)));
        Assert.Equal(CancellationStatus.Pending, life.State.Register.Cancellations["C-1"].StatusIn(life.State));
        life.Do(l => Yen.Cancel(l, "C-1", "DTC-77").Decide(l.State));
        Assert.Equal((62_000_000_000, 8_000_000_000), (life.Of(Yen.International), life.Of(Yen.Dtc)));
        Assert.Equal(CancellationStatus.Cancelled, life.State.Register.Cancellations["C-1"].StatusIn(life.State));
    }

    [Theory, Trait("clause", "AGY-6.2a")]
    [InlineData("2007-03-01", false)]
    [InlineData("2007-03-02", true)]
    public void AnEntryOfALaterDayIsABreach(string entered, bool late) => Assert.Equal(late,
        Yen.Issued().Requested("C-1", International(3)).Do(l => Yen.Cancel(l, "C-1", entered: entered).Decide(l.State)).State.Register.Cancellations["C-1"].Carried[0].IsLate);

    [Fact, Trait("clause", "AGY-6.2b")]
    public void CancelledAndOutstandingMakeUpWhatWasIssued()
    {
        var life = Yen.Issued().Requested("C-1", International(3), Dtc(2)).Do(l => Yen.Cancel(l, "C-1", "DTC-77").Decide(l.State));
        // 5 cancelled + (62 + 8) outstanding = 75 billion
        Assert.Equal(new RegisterIdentity(Yen.Bn(75), Yen.Bn(70), Yen.Bn(5), Yen.Bn(0)), Identity(life));
        Assert.True(Identity(life).Holds && Identity(life).HoldsLiterally);
        // 62 + 9 + 5 = 76 billion: no entry can make it, and books that show it take no entry
        Assert.False(new RegisterIdentity(Yen.Bn(75), Yen.Bn(71), Yen.Bn(5), Yen.Bn(0)).Holds);
        Assert.Throws<ArgumentException>(() => SeriesBooks.Units(Currency.JPY, Yen.Issue, "one note up and none down", [new Leg(GlobalNote.AccountOf(Yen.Dtc), 1_000_000_000)]));
        Held broken = account => life.Held()(account) + (account == GlobalNote.AccountOf(Yen.Dtc).Name ? 1_000_000_000 : 0);
        Assert.Equal("IDENTITY-BROKEN", life.Refused(l => new ExchangeNotes(Yen.International, Yen.Dtc, null, null, Yen.Bn(1), Yen.Bn(1), Yen.Notice("X-1", "2007-03-02"), Yen.D("2007-03-02"), Yen.D("2007-03-02"), broken).Decide(l.State)));
    }

    [Fact, Trait("clause", "AGY-T14")]
    public void WhatIsRedeemedIsAFourthTermAndNeverBookedAsCancelled()
    {
        var identity = new RegisterIdentity(Yen.Bn(75), Yen.Bn(0), Yen.Bn(5), Yen.Bn(70));
        Assert.True(identity.Holds);
        Assert.False(identity.HoldsLiterally); // 5 + 0 is not 75
    }

    [Fact]
    public void RedemptionEndsEveryTierBelowTheNotes()
    {
        var life = Yen.Credited().Requested("C-1", Dtc(2, "D1")).Do(l => Yen.Cancel(l, "C-1", "DTC-77").Decide(l.State));
        var end = Yen.D("2025-10-31");
        var paid = new PaymentEvent.RunPaid("principal-1", 1, PaymentKind.Principal, Yen.Bn(73), 2, "ab"); // 75 - 2 billion
        var state = SeriesState.Evolve(life.State, paid);
        life.Do(l => new Redeem(end, l.Units).Decide(state));
        Assert.Equal(new RegisterIdentity(Yen.Bn(75), Yen.Bn(0), Yen.Bn(2), Yen.Bn(73)), Identity(life));
        Assert.All(life.Units.Where(b => b.Key.StartsWith("participant/", StringComparison.Ordinal) || b.Key.StartsWith("below/", StringComparison.Ordinal)), b => Assert.Equal(0, b.Value));
    }

    [Fact]
    public void WhoGivesUpTheNotesIsNamedWhereHoldersAreKnown()
    {
        var life = Yen.Credited().Requested("C-1", International(3)).Requested("C-2", International(3, "B2"));
        Assert.Equal("PARTICIPANT-NEEDED", life.Refused(l => Yen.Cancel(l, "C-1").Decide(l.State)));
        life.Do(l => Yen.Cancel(l, "C-2").Decide(l.State));
        Assert.Equal(22_000_000_000, life.Units[RegisterBooks.Participant(NoteForm.International, "B2").Name]); // 25 - 3 billion
        Assert.Equal("NOTE-SHORT", life.Refused(l => Yen.Request(l, "C-3", CancellationGround.Repurchased, International(60)))); // 60 + 3 asked for of 62
    }

    [Fact, Trait("clause", "AGY-6.3a")]
    public void TheNoticeStatesTheAmountOfEachNoteTheDayAndWhoSigns()
    {
        var life = Yen.Issued().Requested("C-1", International(3), Dtc(2)).Do(l => Yen.Cancel(l, "C-1", "DTC-77").Decide(l.State));
        var notice = CancellationNotice.Of(life.State, life.State.Register.Cancellations["C-1"]);
        Assert.Contains("R-0001 (international): JPY 3,000,000,000", notice);
        Assert.Contains("R-0002 (dtc): JPY 2,000,000,000", notice);
        Assert.Contains("On 2007-03-01 JPY 5,000,000,000", notice);
        Assert.Contains("An Officer, Vice President", notice);
        Assert.Equal("SIGNATORY-MISSING", Yen.Issued().Requested("C-1", International(3)).Refused(l => (Yen.Cancel(l, "C-1") with { Capacity = "" }).Decide(l.State)));
    }
}
