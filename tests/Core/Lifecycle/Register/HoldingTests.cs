namespace Indenture.Tests.Core.Lifecycle.Register;

public class HoldingTests
{
    private static TierHolder P(string participant, string? holder = null) => new(participant, holder);

    private static TransferPosition Transfer(Life l, NoteForm form, TierHolder from, TierHolder to, long amount, string reference = "N-1", string day = "2006-05-10") =>
        new(form, from, to, Yen.Jpy(amount), Yen.Notice(reference, day), Yen.D(day), Yen.D(day), l.Held());

    private static TierPosition Under(Life l, NoteForm form, string day = "2007-12-31") => TierPosition.Of(Yen.D(day), form, Currency.JPY, l.State.GlobalNotes, l.Units);

    [Fact]
    public void PositionsAreCreditedUpToWhatTheGlobalNoteRepresents()
    {
        var life = Yen.Issued();
        Outcome<Decision> Credit(Life l, string row) => new CreditPositions(NoteForm.Dtc, Yen.File("participant,principal", row), Yen.Issue, Yen.Issue, l.Held()).Decide(l.State);
        Assert.Equal("PARTICIPANT-NEEDED", life.Refused(l => Credit(l, "D1,10010000000")));
        life.Do(l => Credit(l, "D1,7000000000"));
        Assert.Equal("JPY 3,000,000,000", Under(life, NoteForm.Dtc).Unstated.ToDisplay()); // 10 - 7 billion
        Assert.Equal("PARTICIPANT-NEEDED", life.Refused(l => Credit(l, "D2,3010000000")));
        var happened = Assert.IsType<HoldingEvent.Credited>(Credit(life, "D2,3000000000").Require().Events[0]);
        Assert.Equal((1, Yen.Bn(3), 64), (happened.Rows, happened.Total, happened.Hash.Length));
    }

    [Fact, Trait("clause", "AGY-7.2a")]
    public void ATransferFollowsTheDepositarysProcedureAsWellAsTheConditions()
    {
        var life = Yen.Credited();
        var transfer = Transfer(life, NoteForm.Dtc, P("D1"), P("D2"), 1_000_000_000);
        Assert.Equal("PROCEDURE-MISSING", life.Refused(l => (transfer with { Notice = transfer.Notice with { Procedure = "" } }).Decide(l.State)));
        Assert.Equal("DENOMINATION-WRONG", life.Refused(l => (transfer with { Amount = Yen.Jpy(5_000_000) }).Decide(l.State)));
        Assert.Equal("PARTICIPANT-SHORT", life.Refused(l => (transfer with { Amount = Yen.Bn(7) }).Decide(l.State)));
        life.Do(l => transfer.Decide(l.State));
        Assert.Equal("REFERENCE-USED", life.Refused(l => Transfer(l, NoteForm.Dtc, P("D1"), P("D2"), 2_000_000_000).Decide(l.State)));
        Assert.Equal([new Holding("D1", Yen.Bn(5)), new Holding("D2", Yen.Bn(5))], Under(life, NoteForm.Dtc).Participants.Holdings);
        Assert.Equal(10_000_000_000, life.Of(Yen.Dtc)); // the global note stays as it is
    }

    [Fact]
    public void AHolderBelowAParticipantMovesWithItAndIsNeverLeftUncovered()
    {
        var life = Yen.Issued().Do(l => new CreditPositions(NoteForm.Dtc, Yen.File("participant,holder,principal", "\"D, Inc.\",H1,1000000000", "\"D, Inc.\",,1000000000", "D/2,H2,500000000"), Yen.Issue, Yen.Issue, l.Held()).Decide(l.State));
        Assert.Equal([new Holding("D, Inc.", Yen.Bn(2)), new Holding("D/2", Yen.Jpy(500_000_000))], Under(life, NoteForm.Dtc).Participants.Holdings);
        Assert.Equal("HOLDER-NEEDED", life.Refused(l => Transfer(l, NoteForm.Dtc, P("D, Inc."), P("D/2"), 1_500_000_000).Decide(l.State)));
        Assert.Equal("HOLDER-SHORT", life.Refused(l => Transfer(l, NoteForm.Dtc, P("D, Inc.", "H1"), P("D/2"), 1_500_000_000).Decide(l.State)));
        life.Do(l => Transfer(l, NoteForm.Dtc, P("D, Inc.", "H1"), P("D/2", "H2"), 400_000_000).Decide(l.State));
        life.Do(l => Transfer(l, NoteForm.Dtc, P("D, Inc.", "H1"), P("D, Inc.", "H3"), 100_000_000, "N-2").Decide(l.State));
        // D, Inc.: 2,000 - 400 million, of which H1 has 1,000 - 400 - 100 and H3 100; D/2: 500 + 400 million, all of H2
        Assert.Equal([new Holding("D, Inc.", Yen.Jpy(1_600_000_000)), new Holding("D/2", Yen.Jpy(900_000_000))], Under(life, NoteForm.Dtc).Participants.Holdings);
        Assert.Equal([new Holding("H1", Yen.Jpy(500_000_000)), new Holding("H3", Yen.Jpy(100_000_000))], TierPosition.Beneficial(Yen.Issue, NoteForm.Dtc, "D, Inc.", Currency.JPY, life.Units).Holdings);
        Assert.Equal([new Holding("H2", Yen.Jpy(900_000_000))], TierPosition.Beneficial(Yen.Issue, NoteForm.Dtc, "D/2", Currency.JPY, life.Units).Holdings);
    }

    [Fact, Trait("clause", "AGY-7.1b"), Trait("clause", "AGY-7.2b"), Trait("clause", "AGY-7.2d")]
    public void AnExchangeMarksOneNoteDownAndTheOtherUpInOneEntry()
    {
        var life = Yen.Credited();
        var decision = Yen.Exchange(life, "X-1", P("B1"), P("D1"), Yen.Bn(1), Yen.Bn(1), "2007-05-10").Decide(life.State).Require();
        Assert.Equal(["Y"], [life.State.Id]);
        Assert.Single(decision.Entries);
        life.Do(_ => decision);
        Assert.Equal((64_000_000_000, 11_000_000_000), (life.Of(Yen.International), life.Of(Yen.Dtc)));
        Assert.Equal([new Holding("B1", Yen.Bn(39)), new Holding("B2", Yen.Bn(25))], Under(life, NoteForm.International).Participants.Holdings);
        Assert.Equal([new Holding("D1", Yen.Bn(7)), new Holding("D2", Yen.Bn(4))], Under(life, NoteForm.Dtc).Participants.Holdings);
        Assert.Equal(new HoldingEvent.Exchanged("X-1", Yen.International, Yen.Dtc, P("B1"), P("D1"), Yen.Bn(1), Yen.D("2007-05-10"), "procedure 4", Yen.D("2007-05-10")), decision.Events[0]);
    }

    [Fact, Trait("clause", "AGY-7.2e")]
    public void AnExchangeLeavesTheSumAsItIs()
    {
        var life = Yen.Credited();
        Assert.Equal("EXCHANGE-UNEQUAL", life.Refused(l => Yen.Exchange(l, "X-1", P("B1"), P("D1"), Yen.Bn(1), Yen.Jpy(0), "2007-05-10").Decide(l.State))); // 64 + 10
        Assert.Equal("PARTICIPANT-NEEDED", life.Refused(l => Yen.Exchange(l, "X-1", null, P("D1"), Yen.Bn(1), Yen.Bn(1), "2007-05-10").Decide(l.State)));
        life.Do(l => Yen.Exchange(l, "X-1", P("B1"), P("D1"), Yen.Bn(1), Yen.Bn(1), "2007-05-10").Decide(l.State));
        Assert.Equal(75_000_000_000, life.Of(Yen.International) + life.Of(Yen.Dtc)); // 64 + 11
        Assert.Equal("NOTE-SHORT", life.Refused(l => Yen.Exchange(l, "X-2", null, null, Yen.Bn(65), Yen.Bn(65), "2007-05-10").Decide(l.State)));
    }

    [Fact, Trait("clause", "AGY-7.2c")]
    public void TheDaysFromNoticeToEntryAreKept()
    {
        var life = Yen.Credited();
        HoldingEvent.Exchanged Entered(string day) => (HoldingEvent.Exchanged)(Yen.Exchange(life, "X-1", P("B1"), P("D1"), Yen.Bn(1), Yen.Bn(1), day) with { Notice = Yen.Notice("X-1", "2007-05-10") }).Decide(life.State).Require().Events[0];
        Assert.Equal(0, Entered("2007-05-10").DaysToEnter);
        Assert.Equal(4, Entered("2007-05-14").DaysToEnter);
        Assert.Equal("NOTICE-DATED", life.Refused(l => (Yen.Exchange(l, "X-1", P("B1"), P("D1"), Yen.Bn(1), Yen.Bn(1), "2007-05-09") with { Notice = Yen.Notice("X-1", "2007-05-10") }).Decide(l.State)));
    }

    [Fact, Trait("clause", "NOTE-REC-3")]
    public void WhatWasStruckOnARecordDateIsNeverMovedAndTheRegisterGoesForward()
    {
        var life = Yen.Credited().Do(l => Life.Announce(l, 1, Yen.D("2006-10-16")));
        Assert.Equal("RECORD-DATE-STRUCK", life.Refused(l => Transfer(l, NoteForm.Dtc, P("D1"), P("D2"), 10_000_000, day: "2006-10-16").Decide(l.State)));
        life.Do(l => Transfer(l, NoteForm.Dtc, P("D1"), P("D2"), 10_000_000, day: "2006-10-18").Decide(l.State));
        Assert.Equal("REGISTER-DATE-BACK", life.Refused(l => Transfer(l, NoteForm.Dtc, P("D1"), P("D2"), 10_000_000, "N-2", "2006-10-17").Decide(l.State)));
        var ahead = Transfer(life, NoteForm.Dtc, P("D1"), P("D2"), 10_000_000, "N-2", "2006-10-19") with { Today = Yen.D("2006-10-18") };
        Assert.Equal("REGISTER-DATE-AHEAD", life.Refused(l => ahead.Decide(l.State)));
    }

    [Fact, Trait("clause", "AGY-7.1d")]
    public void APayeeIsARegisteredHolderHoweverManyCertificatesItHas()
    {
        var life = Yen.Issued();
        Assert.Equal(2, Position.Of(Yen.Issue, life.State.GlobalNotes, life.Units).Holdings.Count);
        foreach (var amount in new[] { 4, 6 })
            life.Do(l => Yen.Certificate(NoteForm.Dtc, "Cede & Co.", Yen.Bn(amount), null).Decide(l.State)).Authenticated(life.State.Register.Certificates.Known.Keys.Max()!);
        life.Do(l => new ReplaceCertificates("S-1", [Yen.Dtc], ["R-0003", "R-0004"], [], null, null, Yen.Issue, Yen.Issue, l.Held()).Decide(l.State));
        Assert.Equal(3, life.State.GlobalNotes.Count(n => life.Of(n.Number) > 0));
        Assert.Equal([new Holding("Depositary Nominees", Yen.Bn(65)), new Holding("Cede & Co.", Yen.Bn(10))], Position.Of(Yen.Issue, life.State.GlobalNotes, life.Units).Holdings);
    }

    // --- the depositary's statement ---------------------------------------------------------------------------------------------------------

    private static Outcome<Decision> Compare(Life l, string day, params string[] rows) => DepositaryStatement.Of(Yen.File("participant,principal,date", [.. rows.Select(r => r + "," + day)]), Currency.JPY)
        .Then(s => new Reconcile(s, Under(l, NoteForm.Dtc, day), Yen.D(day)).Decide(l.State));

    private static IReadOnlyList<HoldingDifference> Differences(Life l) => l.State.Register.Holdings.Reconciled[NoteForm.Dtc].Differences;

    [Fact]
    public void ADifferenceKeepsTheDayItWasFirstSeenUntilItIsGone()
    {
        var life = Yen.Credited().Do(l => Compare(l, "2006-04-03", "D1,6000000000", "D2,4000000000"));
        Assert.Empty(Differences(life));
        life.Do(l => Compare(l, "2006-04-04", "D1,5000000000", "D2,4000000000", "D3,1000000000"));
        Assert.Equal([new HoldingDifference("D1", Yen.Bn(6), Yen.Bn(5), Yen.D("2006-04-04")), new HoldingDifference("D3", Yen.Bn(0), Yen.Bn(1), Yen.D("2006-04-04"))], Differences(life));
        life.Do(l => Compare(l, "2006-04-07", "D1,4000000000", "D2,4000000000"));
        // D1 differs by more, still since the 4th: three days; D3 is gone; the total is two billion short, since the 7th
        Assert.Equal([(null, 0), ("D1", 3)], Differences(life).Select(d => (d.Participant, d.AgeOn(Yen.D("2006-04-07")))));
        Assert.Equal("STATEMENT-OLD", life.Refused(l => Compare(l, "2006-04-06", "D1,6000000000")));
        Assert.Equal(6_000_000_000, life.Units[RegisterBooks.Participant(NoteForm.Dtc, "D1").Name]); // nothing was corrected
    }

    [Fact, Trait("clause", "AGY-7.2b")]
    public void ANoticeThatNeverCameIsFoundByTheTotals()
    {
        // DTC took one billion in that nobody told the registrar of: 11 against 10 billion, participants or not
        var life = Yen.Issued().Do(l => Compare(l, "2007-05-10", "D1,11000000000"));
        Assert.Equal([new HoldingDifference(null, Yen.Bn(10), Yen.Bn(11), Yen.D("2007-05-10"))], Differences(life));
        life.Do(l => Yen.Exchange(l, "X-1", null, null, Yen.Bn(1), Yen.Bn(1), "2007-05-11").Decide(l.State)).Do(l => Compare(l, "2007-05-11", "D1,11000000000"));
        Assert.Empty(Differences(life));
    }

    [Fact]
    public void AStatementBearsOneDate() => Assert.Equal("STATEMENT-UNDATED",
        DepositaryStatement.Of(Yen.File("participant,principal,date", "D1,1,2006-04-03", "D2,1,2006-04-04"), Currency.JPY).Match(_ => "done", r => r.Code));
}
