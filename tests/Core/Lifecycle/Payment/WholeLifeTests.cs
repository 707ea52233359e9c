using static Indenture.Tests.Core.Lifecycle.Payment.PaymentCycleTests;

namespace Indenture.Tests.Core.Lifecycle.Payment;

/// <summary>What whole lives run into and single acts do not: each was found by the simulation and is held here by its clause.</summary>
public class WholeLifeTests
{
    /// <summary>1,000,000.00 at 4%, 30/360, for one year: 20,000.00 on June 15 and on December 15, 2010 (1,000,000 x 4% / 2).</summary>
    private const string Terms = """
        { "title": "Notes", "issuer": "An Issuer", "currency": "USD", "principal": "1000000.00", "issueDate": "2009-12-15", "maturity": "2010-12-15", "purchasePrice": "100",
          "underwriters": [ { "name": "Lead", "principal": "1000000.00" } ],
          "interest": { "kind": "fixed", "rate": "4", "dayCount": "30/360", "from": "2009-12-15", "paymentDates": ["06-15", "12-15"], "firstPayment": "2010-06-15" },
          "businessDays": { "calendars": ["NewYork"], "convention": "following", "accrual": "unadjusted" }, "recordDate": { "dates": ["06-01", "12-01"] },
          "defaultedInterest": { "recordBeforePayment": 10, "noticeBeforeRecord": 10 } }
        """;

    private static Life Issued() => new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(Terms))).Do(l => Life.Close(l, "A", D("2009-12-15")));

    private static Life Announced(int n = 1) => Issued().Do(l => Life.Announce(l, n, D("2010-12-01")));

    private static Life Paid(Life life, int n, string amount, params PaymentKind[] kinds) =>
        kinds.Aggregate(life.Do(l => Life.Fund(l, n, amount, D("2010-12-15"))), (all, kind) => all.Do(l => Life.Pay(l, n, kind, D("2010-12-15"))));

    private static Held Held(Life life) => account => life.Units.GetValueOrDefault(account);

    private static Outcome<Decision> Ask(Life life, string reference, string amount, string date, string today) =>
        new RequestCancellation(reference, CancellationGround.Repurchased, [new CancelledPart("R-0001", Life.Usd(amount))], "checked", Life.Usd("0"), D(date), D(today), Held(life)).Decide(life.State);

    private static Outcome<Decision> Redeem(Life life, string date) => new Redeem(D(date), life.Units).Decide(life.State);

    // --- positions that were taken ------------------------------------------------------------------------------------------------------------------

    [Fact, Trait("clause", "NOTE-REC-1")]
    public void ThePositionOfARecordDateStaysEvenWhenTheClockIsSetBackBeforeIt()
    {
        var life = Announced();
        Assert.Equal("RECORD-DATE-STRUCK", life.Refused(l => Ask(l, "C", "1000.00", "2010-05-20", "2010-05-20"))); // June 1 was struck
        Assert.Equal("done", life.Refused(l => Ask(l, "C", "1000.00", "2010-06-02", "2010-06-02")));
    }

    [Fact, Trait("clause", "NOTE-DEFINT-1"), Trait("clause", "NOTE-DEFINT-2")]
    public void ThePositionOfASpecialRecordDateStaysToo()
    {
        var life = Announced().Do(l => new DefaultInterest(1, D("2010-06-16")).Decide(l.State))
            .Do(l => new FixSpecialRecordDate(1, D("2010-06-16"), D("2010-06-28"), D("2010-07-12")).Decide(l.State, new DefaultedInterestRules(10, 10)))
            .Do(l => new TakeSpecialPosition(1, D("2010-06-28"), l.Units).Decide(l.State));
        Assert.Equal("RECORD-DATE-STRUCK", life.Refused(l => Ask(l, "C", "1000.00", "2010-06-28", "2010-06-28")));
        Assert.Equal("done", life.Refused(l => Ask(l, "C", "1000.00", "2010-06-29", "2010-06-29")));
    }

    [Fact, Trait("clause", "TA-REOPEN-3"), Trait("clause", "NOTE-REC-1")]
    public void NotesOfATapDoNotAppearInAPositionThatWasTaken()
    {
        var life = Announced().Do(l => Life.Book(l, "B", Life.TermsOf(Terms)));
        Assert.Equal("RECORD-DATE-STRUCK", life.Refused(l => Life.Close(l, "B", D("2010-06-01"))));
        Assert.Equal("done", life.Refused(l => Life.Close(l, "B", D("2010-06-02"))));
    }

    // --- the end -------------------------------------------------------------------------------------------------------------------------------------

    [Fact, Trait("clause", "NOTE-PAY-1")]
    public void NotesDoNotEndWhileADueOfTheirsWasNeverAnnounced()
    {
        var life = Paid(Announced(2), 2, "1020000.00", PaymentKind.Interest, PaymentKind.Principal);
        Assert.Equal("DUE-UNANNOUNCED", life.Refused(l => Redeem(l, "2010-12-15")));
        Paid(life.Do(l => Life.Announce(l, 1, D("2010-12-15"))), 1, "20000.00", PaymentKind.Interest);
        Assert.Equal("RECORD-DATE-STRUCK", life.Refused(l => Redeem(l, "2010-12-01"))); // it would empty the position of that day
        life.Do(l => new CreditPositions(NoteForm.Dtc, Indenture.Core.HoldingFile.Parse("participant,principal\nA Bank,5000.00", "positions.csv", Currency.USD).Require(), D("2010-12-16"), D("2010-12-16"), Held(l)).Decide(l.State));
        Assert.Equal("REGISTER-DATE-BACK", life.Refused(l => Redeem(l, "2010-12-15"))); // A Bank would hold 5,000 less than nothing on the 15th
        Assert.Equal("done", life.Refused(l => Redeem(l, "2010-12-16")));
    }

    [Fact, Trait("clause", "AGY-6.2"), Trait("clause", "AGY-T14")]
    public void NotesCancelledAfterTheLastRecordDateDoNotKeepTheOthersAlive()
    {
        var life = Announced(1).Do(l => Life.Announce(l, 2, D("2010-12-01")));
        Paid(Paid(life, 1, "20000.00", PaymentKind.Interest), 2, "1020000.00", PaymentKind.Interest, PaymentKind.Principal);
        life.Do(l => Ask(l, "C", "100000.00", "2010-12-16", "2010-12-16"))
            .Do(l => new CancelNotes("C", "An Officer", "Treasurer", "DTC-1", null, D("2010-12-16"), D("2010-12-16"), Held(l)).Decide(l.State))
            .Do(l => Redeem(l, "2010-12-16"));
        // 1,000,000 issued = 100,000 cancelled + 900,000 redeemed
        var identity = RegisterIdentity.Of(Currency.USD, life.State.GlobalNotes, SeriesBooks.Issued, SeriesBooks.Retired, Held(life));
        Assert.Equal(("0.00", "100000.00", "900000.00", true), (identity.Outstanding.ToString(), identity.Cancelled.ToString(), identity.Redeemed.ToString(), identity.Holds));
    }

    [Fact]
    public void NoMoreNotesAreIssuedOfASeriesThatIsRedeemed()
    {
        var life = Announced(1).Do(l => Life.Announce(l, 2, D("2010-12-01"))).Do(l => Life.Book(l, "B", Life.TermsOf(Terms)));
        Paid(Paid(life, 1, "20000.00", PaymentKind.Interest), 2, "1020000.00", PaymentKind.Interest, PaymentKind.Principal).Do(l => Redeem(l, "2010-12-15"));
        Assert.Equal("SERIES-REDEEMED", life.Refused(l => Life.Close(l, "B", D("2010-12-16"))));
    }

    // --- money ----------------------------------------------------------------------------------------------------------------------------------------

    [Fact, Trait("clause", "NOTE-DEFINT-1")]
    public void InterestThatWasAllWithheldByLawIsNotInDefault()
    {
        var life = Announced().Do(l => new Withhold(1, PaymentKind.Interest, "Cede & Co.", Life.Usd("20000.00"), "the law of taxes", l.Holdings(1, D("2010-06-01")), D("2010-06-02")).Decide(l.State));
        Assert.Equal("NOTHING-DUE", life.Refused(l => new DefaultInterest(1, D("2010-06-16")).Decide(l.State)));
    }

    [Theory, Trait("clause", "AGY-4.2d")]
    [InlineData(DayCountBasis.ActualActualIcma)]
    [InlineData(DayCountBasis.Thirty360EIsda)]
    public void AnAdvanceIsNotMadeByADayCountThatCannotCountItsCost(DayCountBasis basis) =>
        Assert.Equal("DAY-COUNT-UNFIT", Announced().Refused(l => new MakeAdvance(1, Life.Usd("20000.00"), new Percent(1.75m), basis, D("2010-06-15"), "to pay the holders").Decide(l.State, PaymentRules.Silent)));

    [Fact, Trait("clause", "AGY-4.2e")]
    public void TheSameConditionalCreditIsBookedOnceAndNotAgainWhenItIsFinalOrTakenBack()
    {
        Outcome<Decision> Credit(Life l, string reference) => new CreditConditionally(1, reference, Life.Usd("10000.00"), "recall until noon", D("2010-06-15")).Decide(l.State);
        var life = Announced().Do(l => Credit(l, "R-1")).Do(l => new LiftCondition("R-1", D("2010-06-15")).Decide(l.State));
        Assert.Equal("REFERENCE-USED", life.Refused(l => Credit(l, "R-1")));
        life.Do(l => Credit(l, "R-2")).Do(l => new ReverseCredit("R-2", D("2010-06-15")).Decide(l.State));
        Assert.Equal("REFERENCE-USED", life.Refused(l => Credit(l, "R-2")));
        Assert.Equal("10000.00", life.State.Payments.Funded[1].ToString());
    }

    [Fact, Trait("clause", "NOTE-PAY-1")]
    public void ADueIsNotClosedWhileAPaymentThatWasHeldBackIsOnItsWay()
    {
        var life = Announced().Do(l => new HoldPayee("Cede & Co.", "a list of names", "ann").Decide(l.State));
        Paid(life, 1, "20000.00", PaymentKind.Interest);
        life.Do(l => new ReleaseHold("Cede & Co.", "cleared").Decide(l.State)).Do(l => new PayHeldBack("interest-1", "Cede & Co.", Life.Usd("20000.00"), D("2010-12-16")).Decide(l.State));
        Assert.Equal("RUN-UNCONFIRMED", life.Refused(l => new CloseDue(1, D("2010-12-16")).Decide(l.State)));
        life.Do(l => new RecordSent("interest-1", 0).Decide(l.State)).Do(l => new RecordConfirmed("interest-1", 0).Decide(l.State));
        Assert.Equal("done", life.Refused(l => new CloseDue(1, D("2010-12-16")).Decide(l.State)));
    }

    [Fact, Trait("clause", "NOTE-PAY-1")]
    public void ARunThatWasConfirmedIsOpenAgainWithWhatItHeldBack()
    {
        var life = Announced().Do(l => new HoldPayee("Cede & Co.", "a list of names", "ann").Decide(l.State));
        Paid(life, 1, "20000.00", PaymentKind.Interest).Do(l => new RecordSent("interest-1", 0).Decide(l.State)).Do(l => new RecordConfirmed("interest-1", 0).Decide(l.State));
        life.Do(l => new ReleaseHold("Cede & Co.", "cleared").Decide(l.State)).Do(l => new PayHeldBack("interest-1", "Cede & Co.", Life.Usd("20000.00"), D("2010-12-16")).Decide(l.State));
        Assert.Equal("RUN-UNSENT", life.Refused(l => new RecordConfirmed("interest-1", 0).Decide(l.State)));
        Assert.Equal("RUN-UNCONFIRMED", life.Refused(l => new CloseDue(1, D("2010-12-16")).Decide(l.State)));
    }
}
