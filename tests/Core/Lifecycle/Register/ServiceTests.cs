namespace Indenture.Tests.Core.Lifecycle.Register;

public class ServiceTests
{
    private static string Inspect(InspectionBasis basis, string? source) => Yen.Issued().Refused(l =>
        new InspectRegister("Somebody", basis, source, Position.Of(Yen.D("2007-01-31"), l.State.GlobalNotes, l.Units)).Decide(l.State));

    [Theory, Trait("clause", "AGY-7.3a")]
    [InlineData(InspectionBasis.Issuer, null, "done")]
    [InlineData(InspectionBasis.AuthorisedByFiscalAgent, "letter of 2007-02-01", "done")]
    [InlineData(InspectionBasis.AuthorisedByFiscalAgent, null, "ACCESS-UNFOUNDED")]
    [InlineData(InspectionBasis.None, null, "ACCESS-UNFOUNDED")]
    [InlineData(InspectionBasis.OtherSource, "section 312 of the statute", "done")]
    public void TheRegisterIsShownToWhoHasARightThatIsNamed(InspectionBasis basis, string? source, string outcome) => Assert.Equal(outcome, Inspect(basis, source));

    [Fact, Trait("clause", "AGY-7.3b")]
    public void TheListOfHoldersOfAPastDayIsWhatWasShown()
    {
        var life = Yen.Issued();
        var shown = Position.Of(Yen.D("2007-01-31"), life.State.GlobalNotes, life.Units);
        Assert.Equal(new ServiceEvent.Inspected("An Issuer", InspectionBasis.Issuer, null, Yen.D("2007-01-31"), shown.Hash), new InspectRegister("An Issuer", InspectionBasis.Issuer, null, shown).Decide(life.State).Require().Events[0]);
    }

    [Theory, Trait("clause", "AGY-8a"), Trait("clause", "AGY-8b")]
    [InlineData("send a form", TransferBasis.None, "a holder asked", "TASK-UNFOUNDED")]
    [InlineData("forms of transfer available", TransferBasis.IssuerRequest, "letter of 2006-04-01", "done")]
    [InlineData("certify signature", TransferBasis.Conditions, "condition 2", "done")]
    [InlineData("certify signature", TransferBasis.Conditions, "", "TASK-UNFOUNDED")]
    public void ATaskOfTheTransferAgentFollowsFromSomething(string task, TransferBasis basis, string link, string outcome) =>
        Assert.Equal(outcome, Yen.Issued().Refused(l => new OpenTransferTask(task, basis, link, Yen.Issue).Decide(l.State)));

    [Fact, Trait("clause", "AGY-8c")]
    public void TheRegistrarIsToldNameAndAddress()
    {
        var life = Yen.Issued();
        Assert.Equal("ADDRESS-MISSING", life.Refused(l => new PresentTransfer("T-1", "A Holder", "", Yen.Issue).Decide(l.State)));
        life.Do(l => new PresentTransfer("T-1", "A Holder", "2 A Street, Osaka", Yen.Issue).Decide(l.State));
        Assert.Equal(("A Holder", "2 A Street, Osaka"), (life.State.Register.Services.Presented["T-1"].Transferee, life.State.Register.Services.Presented["T-1"].Address));
        Assert.Equal("REFERENCE-USED", life.Refused(l => new PresentTransfer("T-1", "Another", "3 A Street, Osaka", Yen.Issue).Decide(l.State)));
    }

    [Fact, Trait("clause", "AGY-8d")]
    public void ATaskIsClosedOnlyWithEvidence()
    {
        var life = Yen.Issued().Do(l => new OpenTransferTask("certify signature", TransferBasis.Conditions, "condition 2", Yen.Issue).Decide(l.State));
        Assert.Equal("TASK-OPEN", life.Refused(l => new OpenTransferTask("certify signature", TransferBasis.Conditions, "condition 2", Yen.Issue).Decide(l.State)));
        Assert.Equal("EVIDENCE-MISSING", life.Refused(l => new CloseTransferTask("certify signature", " ", Yen.Issue).Decide(l.State)));
        life.Do(l => new CloseTransferTask("certify signature", "certificate 12", Yen.Issue).Decide(l.State));
        Assert.Empty(life.State.Register.Services.Tasks);
        Assert.Equal("TASK-UNKNOWN", life.Refused(l => new CloseTransferTask("certify signature", "certificate 12", Yen.Issue).Decide(l.State)));
    }

    [Fact, Trait("clause", "AGY-7.1c")]
    public void TheDetailsOfThePayeesAreDueTheNextBusinessDayAndTwoReadingsOfItAreTold()
    {
        var life = Yen.Issued().Do(l => new InstructAccount("Cede & Co.", new PayeeAccount("Cede & Co.", AccountKind.Numbered, "1", null, "BANKJPJT"), "L-1", Yen.Issue).Decide(l.State));
        var (cities, london) = (Calendars.Standard.Resolve(new CalendarSet(["London", "Tokyo", "NewYork"])).Require(), Calendars.Standard.Resolve(new CalendarSet(["London"])).Require());
        var details = PayeeDetails.Of(Position.Of(Yen.D("2006-10-06"), life.State.GlobalNotes, life.Units), life.State.Register.Accounts, Yen.D("2006-10-06"), [cities, london]);
        // Friday; Monday the 9th is Sports Day in Tokyo and Columbus Day in New York
        Assert.Equal([Yen.D("2006-10-10"), Yen.D("2006-10-09")], details.Due.Select(d => d.Due));
        Assert.True(details.Diverges);
        Assert.Equal([("Depositary Nominees", "ACCOUNT-UNKNOWN"), ("Cede & Co.", "1")], details.Lines.Select(l => (l.Payee, l.Account.Match(a => a.Number, r => r.Code))));
    }

    [Fact, Trait("clause", "AGY-5.1a")]
    public void APublicationThatTheIssuerAsksForIsOpenUntilItsProofIsStored()
    {
        var life = Yen.Issued().Do(l => new OpenTransferTask("N-1", TransferBasis.IssuerRequest, "letter of 2006-03-07", Yen.D("2006-03-07")).Decide(l.State));
        Assert.Equal(("N-1", DutyState.Open), ServiceDuties.Of(life.State).Select(d => (d.What, d.State)).Single());
        Assert.Equal("PROOF-MISSING", life.Refused(l => new PublishNotice("N-1", Yen.D("2006-03-09"), "", null, null).Decide(l.State)));
        life.Do(l => new PublishNotice("N-1", Yen.D("2006-03-09"), "page 12 of the paper", Yen.D("2006-03-07"), null).Decide(l.State));
        Assert.Empty(life.State.Register.Services.Tasks);
        Assert.Equal("NOTICE-KNOWN", life.Refused(l => new PublishNotice("N-1", Yen.D("2006-03-10"), "page 1", null, null).Decide(l.State)));
    }

    [Theory, Trait("clause", "AGY-5.3a")]
    [InlineData("2006-05-30", null, DutyState.Met)]
    [InlineData("2006-06-02", null, DutyState.Late)]
    [InlineData(null, null, DutyState.Late)]
    [InlineData(null, "published by the court", DutyState.Met)]
    public void TheFiscalAgentHasACopyBeforeANoticeIsPublishedAsFarAsPracticable(string? copy, string? why, DutyState state)
    {
        var life = Yen.Issued().Do(l => new PublishNotice("N-2", Yen.D("2006-06-01"), "page 3", copy is null ? null : Yen.D(copy), why).Decide(l.State));
        Assert.Equal(state, ServiceDuties.Of(life.State).Single().State);
    }

    [Fact, Trait("clause", "AGY-5.2a"), Trait("clause", "AGY-5.2b")]
    public void HoldersWhoAskAreGivenCopiesAndTheIssuerSuppliesMoreWhenThereIsNone()
    {
        var life = Yen.Issued().Do(l => new SupplyDocument("Indenture", 1, Yen.Issue).Decide(l.State));
        Assert.Equal("COPIES-MISSING", life.Refused(l => new SupplyDocument("Indenture", 0, Yen.Issue).Decide(l.State)));
        Assert.Equal("STANDING-MISSING", life.Refused(l => new GiveDocument("Indenture", "A Passer-by", "", Yen.D("2007-01-15")).Decide(l.State)));
        Assert.Empty(ServiceDuties.Of(life.State));
        life.Do(l => new GiveDocument("Indenture", "A Holder", "statement of Alpha Bank", Yen.D("2007-01-15")).Decide(l.State));
        var duty = ServiceDuties.Of(life.State).Single();
        Assert.Equal(("issuer", "supply copies of \"Indenture\""), (duty.Debtor, duty.What));
        Assert.Equal("COPIES-EXHAUSTED", life.Refused(l => new GiveDocument("Indenture", "A Holder", "statement of Alpha Bank", Yen.D("2007-01-16")).Decide(l.State)));
        Assert.Empty(ServiceDuties.Of(life.Do(l => new SupplyDocument("Indenture", 5, Yen.Issue).Decide(l.State)).State));
    }
}
