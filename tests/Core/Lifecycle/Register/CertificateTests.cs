using Indenture.Tests.Core.Terms;

namespace Indenture.Tests.Core.Lifecycle.Register;

public class CertificateTests
{
    private static PrepareCertificate Ten => Yen.Certificate(NoteForm.Dtc, "Cede & Co.", Yen.Bn(10));

    [Theory, Trait("clause", "AGY-3.1a")]
    [InlineData(Permanence.Temporary, Coupons.None, "FORM-WRONG")]
    [InlineData(Permanence.Permanent, Coupons.Attached, "FORM-WRONG")]
    [InlineData(Permanence.Permanent, Coupons.None, "done")]
    public void OnlyAPermanentNoteWithoutCouponsIsMadeOut(Permanence permanence, Coupons coupons, string outcome) =>
        Assert.Equal(outcome, Yen.Opened().Refused(l => (Ten with { Permanence = permanence, Coupons = coupons }).Decide(l.State)));

    [Fact, Trait("clause", "AGY-3.1b")]
    public void WhatIsNoBlankOfTheFormNeedsIssuerAndTrustee()
    {
        var life = Yen.Opened();
        Assert.Equal("done", life.Refused(l => Ten.Decide(l.State)));
        Assert.Equal("FORM-CHANGE-UNAGREED", life.Refused(l => (Ten with { Changes = [new FormChange("one paragraph", [FormParty.Issuer])] }).Decide(l.State)));
        Assert.Equal("done", life.Refused(l => (Ten with { Changes = [new FormChange("one paragraph", [FormParty.Issuer, FormParty.Trustee])] }).Decide(l.State)));
        Assert.Equal("REGISTER-UNOPENED", new Life("Y").Do(l => Life.Book(l, "A", Life.TermsOf(Yen.Terms))).Refused(l => Ten.Decide(l.State)));
    }

    [Fact]
    public void NoCertificateIsLargerThanTheDepositaryTakes()
    {
        // no more than 20 billion on one certificate
        var json = Yen.Terms.Replace("\"denomination\"", "\"largestCertificate\": \"20000000000\", \"denomination\"", StringComparison.Ordinal);
        var life = Yen.Opened(json);
        Assert.Equal("CERTIFICATE-TOO-LARGE", life.Refused(l => (Ten with { Principal = Yen.Jpy(20_000_000_001) }).Decide(l.State)));
        Assert.Equal("done", life.Refused(l => (Ten with { Principal = Yen.Bn(20) }).Decide(l.State)));
        foreach (var (form, holder, to) in new[] { (NoteForm.International, "Depositary Nominees", Yen.CommonDepositary), (NoteForm.Dtc, "Cede & Co.", Yen.Custodian) })
            foreach (var billions in form == NoteForm.International ? new[] { 20, 20, 15 } : [20])
                life.Do(l => Yen.Certificate(form, holder, Yen.Bn(billions)).Decide(l.State)).Delivered(life.State.Register.Certificates.Known.Keys.Max()!, to);
        life.Do(l => Life.Close(l, "A", Yen.Issue));
        Outcome<Decision> Exchange(string from, string to) => new ExchangeNotes(from, to, null, null, Yen.Bn(5), Yen.Bn(5), Yen.Notice("X-1", "2006-05-10"), Yen.D("2006-05-10"), Yen.D("2006-05-10"), life.Held()).Decide(life.State);
        Assert.Equal("CERTIFICATE-TOO-LARGE", life.Refused(_ => Exchange("R-0001", "R-0004"))); // 20 + 5
        Assert.Equal("done", life.Refused(_ => Exchange("R-0004", "R-0003"))); // 15 + 5
    }

    [Theory, Trait("clause", "AGY-3.1c")]
    [InlineData(ConditionsPlace.Missing, "CONDITIONS-MISSING")]
    [InlineData(ConditionsPlace.Attached, "done")]
    [InlineData(ConditionsPlace.Endorsed, "done")]
    public void TheConditionsStandOnACertificate(ConditionsPlace place, string outcome) =>
        Assert.Equal(outcome, Yen.Opened().Refused(l => (Ten with { Conditions = place }).Decide(l.State)));

    [Fact, Trait("clause", "AGY-3.1d")]
    public void ADefinitiveNoteNeedsTheSeriesOwnCaseAndASupplementOnFile()
    {
        var life = Yen.Issued();
        PrepareCertificate note = new(NoteForm.Definitive, Permanence.Permanent, Coupons.None, ConditionsPlace.Attached, "A Holder", "2 A Street, Osaka", Yen.Jpy(10_000_000), Yen.D("2006-06-01"), null, []);
        Assert.Equal("DEFINITIVES-BARRED", life.Refused(l => note.Decide(l.State)));
        life.Do(l => new AllowDefinitives(DefinitiveGround.IssuerDecision, Yen.D("2006-06-01"), "board minutes").Decide(l.State));
        var blocked = note.Decide(life.State).Match(_ => throw new InvalidOperationException("made out"), r => r);
        Assert.Equal("SUPPLEMENT-MISSING", blocked.Code);
        Assert.Contains("AGY-3.1d", blocked.Message);
        life.Do(l => new FileSupplement("supplement 1", Yen.D("2006-06-01")).Decide(l.State));
        Assert.Equal("done", life.Refused(l => note.Decide(l.State)));
        Assert.Equal("ADDRESS-MISSING", life.Refused(l => (note with { Address = " " }).Decide(l.State)));
        Assert.Equal("DENOMINATION-WRONG", life.Refused(l => (note with { Principal = Yen.Jpy(15_000_000) }).Decide(l.State)));
    }

    [Fact, Trait("clause", "AGY-3.2a")]
    public void ACertificateIsSignedByHandAndDatedTheIssueDate()
    {
        var life = Yen.Prepared(Yen.Opened());
        Outcome<Decision> Execute(Life l, Signature signature) => new ExecuteCertificate(Yen.International, "An Officer", "Treasurer", signature, Yen.Issue).Decide(l.State);
        Assert.Equal("SIGNATURE-NOT-MANUAL", life.Refused(l => Execute(l, Signature.Facsimile)));
        Assert.Equal("done", life.Refused(l => Execute(l, Signature.Manual)));
        life.Do(l => (Ten with { Dated = Yen.D("2006-03-08") }).Decide(l.State));
        Assert.Equal("CERTIFICATE-DATE-WRONG", life.Refused(l => new ExecuteCertificate("R-0003", "An Officer", "Treasurer", Signature.Manual, Yen.Issue).Decide(l.State)));
    }

    [Fact, Trait("clause", "AGY-3.2b")]
    public void WhatIsNotAuthenticatedIsNotDelivered()
    {
        var life = Yen.Prepared(Yen.Opened()).Do(l => new ExecuteCertificate(Yen.Dtc, "An Officer", "Treasurer", Signature.Manual, Yen.Issue).Decide(l.State));
        Outcome<Decision> Deliver(Life l) => new DeliverCertificate(Yen.Dtc, Yen.Custodian, Yen.Issue).Decide(l.State);
        Assert.Equal("STAGE-WRONG", life.Refused(Deliver));
        Assert.Equal("CERTIFICATE-UNKNOWN", life.Refused(l => new DeliverCertificate("R-0009", Yen.Custodian, Yen.Issue).Decide(l.State)));
        Assert.Equal("SIGNATURE-NOT-MANUAL", life.Refused(l => new AuthenticateCertificate(Yen.Dtc, "A Bank", "A Signatory", Signature.Facsimile, Yen.Issue).Decide(l.State)));
        life.Do(l => new AuthenticateCertificate(Yen.Dtc, "A Bank", "A Signatory", Signature.Manual, Yen.Issue).Decide(l.State)).Do(Deliver);
        Assert.Equal(CertificateStage.Delivered, life.State.Register.Certificates.Known[Yen.Dtc].Stage);
    }

    [Theory]
    [Trait("clause", "AGY-3.2c")]
    [Trait("clause", "AGY-3.2d")]
    [InlineData(Yen.International, Yen.CommonDepositary, "done")]
    [InlineData(Yen.International, Yen.Custodian, "DELIVERY-TARGET-WRONG")]
    [InlineData(Yen.Dtc, Yen.Custodian, "done")]
    [InlineData(Yen.Dtc, Yen.CommonDepositary, "DELIVERY-TARGET-WRONG")]
    public void EachFormIsDeliveredToItsOwnCustodian(string number, string to, string outcome) =>
        Assert.Equal(outcome, Yen.Prepared(Yen.Opened()).Authenticated(number).Refused(l => new DeliverCertificate(number, to, Yen.Issue).Decide(l.State)));

    [Fact]
    public void TheClosingIssuesTheCertificatesThatWereMadeOutAndOnlyWhenAllAreDelivered()
    {
        var life = Yen.Prepared(Yen.Opened()).Delivered(Yen.International, Yen.CommonDepositary);
        Assert.Equal("CERTIFICATES-UNDELIVERED", life.Refused(l => Life.Close(l, "A", Yen.Issue)));
        life.Delivered(Yen.Dtc, Yen.Custodian).Do(l => Life.Close(l, "A", Yen.Issue));
        Assert.Equal([(Yen.International, NoteForm.International, "Depositary Nominees"), (Yen.Dtc, NoteForm.Dtc, "Cede & Co.")], life.State.GlobalNotes.Select(n => (n.Number, n.Form, n.Holder)));
        Assert.Equal((65_000_000_000, 10_000_000_000), (life.Of(Yen.International), life.Of(Yen.Dtc)));

        var short_ = Yen.Opened().Do(l => Ten.Decide(l.State)).Delivered("R-0001", Yen.Custodian);
        Assert.Equal("CERTIFICATES-DIFFER", short_.Refused(l => Life.Close(l, "A", Yen.Issue))); // 10 of 75 billion
    }

    [Fact, Trait("clause", "AGY-7.1a"), Trait("clause", "NOTE-XFER-5")]
    public void TheRegisterIsKeptWhereTheDocumentsSayAndDoesNotMove()
    {
        var life = Yen.Opened();
        Assert.Equal("London", life.State.Register.Certificates.Opened!.Place);
        Assert.Equal("REGISTER-OPENED", life.Refused(l => new OpenRegister("Luxembourg", "A Bank", SignatureRule.Manual, []).Decide(l.State)));
        var dollars = new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(TermsJsonTests.Fixed))).Do(l => new OpenRegister("New York", "A Company", SignatureRule.ManualOrFacsimile, []).Decide(l.State));
        Assert.Equal("New York", dollars.State.Register.Certificates.Opened!.Place);
    }

    [Fact, Trait("clause", "AGY-7.1b")]
    public void ARegisteredHolderHasAnAddress() => Assert.Equal("ADDRESS-MISSING",
        Yen.Opened().Refused(l => new NameNominee(NoteForm.Dtc, "The Depository Trust Company", "Cede & Co.", "", Yen.Custodian).Decide(l.State)));

    // --- one certificate for another: USD 3,750,000,000 in one note for Cede & Co., denominations 1,000 and multiples ----------------------------

    private static readonly DateOnly Later = Yen.D("2010-03-01");

    private static Life Dollars(string principal)
    {
        var json = TermsJsonTests.Fixed.Replace("1000000000.00", principal, StringComparison.Ordinal).Replace("600000000.00", principal, StringComparison.Ordinal)
            .Replace(", { \"name\": \"Second, L.P.\", \"principal\": \"400000000.00\" }", "", StringComparison.Ordinal);
        return new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(json))).Do(l => Life.Close(l, "A", Yen.D("2004-02-09")))
            .Do(l => new OpenRegister("New York", "A Company", SignatureRule.ManualOrFacsimile, [DefinitiveGround.DepositaryUnwilling, DefinitiveGround.DepositaryDeregistered, DefinitiveGround.IssuerDecision]).Decide(l.State))
            .Do(l => new NameNominee(NoteForm.Dtc, "The Depository Trust Company", "Cede & Co.", "55 A Street, New York", "DTC").Decide(l.State))
            .Do(l => new NameNominee(NoteForm.Dtc, "The Depository Trust Company", "Other & Co.", "55 A Street, New York", "DTC").Decide(l.State));
    }

    private static Outcome<Decision> Prepare(Life life, NoteForm form, string holder, string principal) => new PrepareCertificate(
        form, Permanence.Permanent, Coupons.None, ConditionsPlace.Attached, holder, form == NoteForm.Definitive ? "3 A Street, Boston" : null, Life.Usd(principal), Later, null, []).Decide(life.State);

    private static Life Made(Life life, NoteForm form, string holder, string principal)
    {
        life.Do(l => Prepare(l, form, holder, principal));
        return life.Authenticated(life.State.Register.Certificates.Known.Keys.Max()!);
    }

    private static ReplaceCertificates Replace(Life life, string[] surrendered, params string[] certificates) => new("X-1", surrendered, certificates, [], null, null, Later, Later, life.Held());

    [Fact, Trait("clause", "NOTE-GLOB-1")]
    public void AGlobalNotePassesWholeAndOnlyToAnotherNominee()
    {
        var life = Dollars("3750000000.00");
        Assert.Equal("HOLDER-NOT-NOMINEE", life.Refused(l => Prepare(l, NoteForm.Dtc, "Bank X", "3750000000.00")));
        Made(life, NoteForm.Dtc, "Other & Co.", "1000000000.00");
        Assert.Equal("SURRENDER-DIFFERS", life.Refused(l => Replace(l, ["R-0001"], "R-0002").Decide(l.State))); // a part
        Made(life, NoteForm.Dtc, "Other & Co.", "3750000000.00").Do(l => Replace(l, ["R-0001"], "R-0003").Decide(l.State));
        Assert.Equal(new Holding("Other & Co.", Life.Usd("3750000000.00")), Assert.Single(Position.Of(Later, life.State.GlobalNotes, life.Units).Holdings));
    }

    [Fact, Trait("clause", "NOTE-GLOB-6")]
    public void AGlobalNoteIsSplitIntoOthersOfTheSameTotal()
    {
        var life = Dollars("3750000000.00");
        Made(life, NoteForm.Dtc, "Cede & Co.", "1875000000.00");
        Made(life, NoteForm.Dtc, "Cede & Co.", "1875000000.00");
        Made(life, NoteForm.Dtc, "Cede & Co.", "1874999000.00");
        Assert.Equal("SURRENDER-DIFFERS", life.Refused(l => Replace(l, ["R-0001"], "R-0002", "R-0004").Decide(l.State))); // 3,749,999,000
        life.Do(l => Replace(l, ["R-0001"], "R-0002", "R-0003").Decide(l.State));
        Assert.Equal((0, 187_500_000_000, 187_500_000_000), (life.Of("R-0001"), life.Of("R-0002"), life.Of("R-0003")));
        Assert.Equal("NOTE-UNKNOWN", life.Refused(l => Replace(l, ["R-0001"], "R-0004").Decide(l.State))); // it was surrendered
    }

    [Theory]
    [Trait("clause", "NOTE-GLOB-2")]
    [Trait("clause", "NOTE-GLOB-3")]
    [Trait("clause", "NOTE-GLOB-4")]
    [InlineData(DefinitiveGround.DepositaryUnwilling, "2010-01-15", "done")]
    [InlineData(DefinitiveGround.DepositaryDeregistered, "2010-02-01", "done")]
    [InlineData(DefinitiveGround.IssuerDecision, "2010-03-01", "done")]
    [InlineData(DefinitiveGround.EventOfDefault, "2010-03-01", "GROUND-NOT-STATED")]
    public void DefinitiveNotesAreAllowedOnlyInTheCasesTheSeriesNames(DefinitiveGround ground, string day, string outcome)
    {
        var life = Dollars("2501000.00");
        Assert.Equal("DEFINITIVES-BARRED", life.Refused(l => Prepare(l, NoteForm.Definitive, "A", "2500000.00"))); // a holder's wish alone
        Assert.Equal(outcome, life.Refused(l => new AllowDefinitives(ground, Yen.D(day), "notice 1").Decide(l.State)));
    }

    private static Life Exchangeable() => Dollars("2501000.00")
        .Do(l => new AllowDefinitives(DefinitiveGround.IssuerDecision, Later, "decision 1").Decide(l.State))
        .Do(l => new FileSupplement("supplement 1", Later).Decide(l.State));

    [Fact, Trait("clause", "NOTE-GLOB-5")]
    public void DefinitiveNotesAreInAuthorisedDenominationsAndAddUpToTheGlobalNote()
    {
        var life = Exchangeable();
        Assert.Equal("DENOMINATION-WRONG", life.Refused(l => Prepare(l, NoteForm.Definitive, "A", "2499500.00")));
        Assert.Equal("DENOMINATION-WRONG", life.Refused(l => Prepare(l, NoteForm.Definitive, "B", "500.00")));
        Assert.Equal("DENOMINATION-WRONG", life.Refused(l => Prepare(l, NoteForm.Definitive, "B", "1500.00")));
        Made(life, NoteForm.Definitive, "A", "2500000.00");
        Assert.Equal("SURRENDER-DIFFERS", life.Refused(l => Replace(l, ["R-0001"], "R-0002").Decide(l.State)));
        Made(life, NoteForm.Definitive, "B", "1000.00").Do(l => Replace(l, ["R-0001"], "R-0002", "R-0003").Decide(l.State));
        Assert.Equal([new Holding("A", Life.Usd("2500000.00")), new Holding("B", Life.Usd("1000.00"))], Position.Of(Later, life.State.GlobalNotes, life.Units).Holdings);
        Assert.Equal("NOTES-MISSING", life.Refused(l => Replace(l, ["R-0002"]).Decide(l.State)));
        Assert.Equal("SUPPLEMENT-FILED", life.Refused(l => new FileSupplement("supplement 2", Later).Decide(l.State)));
        Assert.Equal("FORM-CHANGE-FORBIDDEN", Made(life, NoteForm.Dtc, "Cede & Co.", "1000.00").Refused(l => Replace(l, ["R-0003"], "R-0004").Decide(l.State)));
    }

    [Fact]
    public void WhatParticipantsHoldIsGivenUpForDefinitiveNotes()
    {
        var file = HoldingFile.Parse("participant,principal\nP,2501000.00", "positions.csv", Currency.USD).Require();
        var life = Exchangeable().Do(l => new CreditPositions(NoteForm.Dtc, file, Later, Later, l.Held()).Decide(l.State));
        Made(life, NoteForm.Definitive, "A", "1000.00");
        Made(life, NoteForm.Dtc, "Cede & Co.", "2500000.00");
        Assert.Equal("PARTICIPANT-NEEDED", life.Refused(l => Replace(l, ["R-0001"], "R-0002", "R-0003").Decide(l.State)));
        life.Do(l => (Replace(l, ["R-0001"], "R-0002", "R-0003") with { Released = [new ReleasedHolding(new TierHolder("P"), Life.Usd("1000.00"))] }).Decide(l.State));
        Assert.Equal(250_000_000, life.Units[RegisterBooks.Participant(NoteForm.Dtc, "P").Name]); // 2,501,000 - 1,000
    }

    private static Life InDefinitives()
    {
        var life = Exchangeable();
        Made(life, NoteForm.Definitive, "A", "5000.00");
        Made(life, NoteForm.Dtc, "Cede & Co.", "2496000.00");
        return life.Do(l => Replace(l, ["R-0001"], "R-0002", "R-0003").Decide(l.State));
    }

    private static readonly TransferInstrument Good = new("instrument 1", InstrumentSigner.Holder, null, [InstrumentParty.Company, InstrumentParty.Registrar]);

    [Fact, Trait("clause", "NOTE-XFER-1")]
    public void ADefinitiveNotePassesOnlyWithAnInstrumentInOrder()
    {
        var life = Made(InDefinitives(), NoteForm.Definitive, "B", "5000.00");
        string Try(TransferInstrument? instrument) => life.Refused(l => (Replace(l, ["R-0002"], "R-0004") with { Instrument = instrument }).Decide(l.State));
        Assert.Equal("INSTRUMENT-MISSING", Try(null));
        Assert.Equal("INSTRUMENT-MISSING", Try(Good with { Signer = InstrumentSigner.Attorney }));
        Assert.Equal("INSTRUMENT-MISSING", Try(Good with { SatisfiedParties = [InstrumentParty.Company] }));
        Assert.Equal("done", Try(Good with { Signer = InstrumentSigner.Attorney, Authority = "power of attorney of 2010-02-01" }));
        Assert.Equal("done", Try(Good));
    }

    [Fact, Trait("clause", "NOTE-XFER-2")]
    public void TheNewNotesAddUpToTheOneSurrendered()
    {
        var life = InDefinitives();
        foreach (var (holder, principal) in new[] { ("B", "3000.00"), ("C", "2000.00"), ("C", "2500.00") })
        {
            if (principal == "2500.00") Assert.Equal("DENOMINATION-WRONG", life.Refused(l => Prepare(l, NoteForm.Definitive, holder, principal)));
            else Made(life, NoteForm.Definitive, holder, principal);
        }
        Made(life, NoteForm.Definitive, "C", "1000.00");
        Assert.Equal("SURRENDER-DIFFERS", life.Refused(l => (Replace(l, ["R-0002"], "R-0004", "R-0006") with { Instrument = Good }).Decide(l.State)));
        life.Do(l => (Replace(l, ["R-0002"], "R-0004", "R-0005") with { Instrument = Good }).Decide(l.State));
        Assert.Equal([("B", 300_000L), ("C", 200_000L), ("Cede & Co.", 249_600_000L)],
            Position.Of(Later, life.State.GlobalNotes, life.Units).Holdings.OrderBy(h => h.Holder, StringComparer.Ordinal).Select(h => (h.Holder, h.Principal.Minor)));
    }

    [Theory, Trait("clause", "NOTE-XFER-3")]
    [InlineData(ChargeKind.Service, "CHARGE-FORBIDDEN")]
    [InlineData(ChargeKind.Tax, "done")]
    public void NobodyIsChargedForAService(ChargeKind charge, string outcome) => Assert.Equal(outcome,
        Made(InDefinitives(), NoteForm.Definitive, "B", "5000.00").Refused(l => (Replace(l, ["R-0002"], "R-0004") with { Instrument = Good, Charge = charge }).Decide(l.State)));

    [Fact, Trait("clause", "NOTE-XFER-4")]
    public void WhoStandsInTheRegisterIsTheHolderWhateverAnotherClaims()
    {
        var life = InDefinitives();
        Assert.Equal("INSTRUMENT-MISSING", Made(life, NoteForm.Definitive, "C", "5000.00").Refused(l => Replace(l, ["R-0002"], "R-0004").Decide(l.State)));
        Assert.Contains(new Holding("A", Life.Usd("5000.00")), Position.Of(Later, life.State.GlobalNotes, life.Units).Holdings);
    }
}
