using static Indenture.Tests.Core.Lifecycle.Payment.PaymentCycleTests;

namespace Indenture.Tests.Core.Lifecycle.Payment;

public class PaymentDefaultedInterestTests
{
    private const string Rules = """ "defaultedInterest": { "recordBeforePayment": 5, "noticeBeforeRecord": 15 } """;

    /// <summary>3,750,000,000 at 2.875%, 30/360; the coupon of June 9, 2009 is 3,750,000,000 x 2.875% / 2 = 53,906,250.00.</summary>
    private static Life Unpaid() => new Life("S")
        .Do(l => Life.Book(l, "A", Life.TermsOf($$"""
            { "title": "Notes", "issuer": "An Issuer", "currency": "USD", "principal": "3750000000.00", "issueDate": "2008-12-09", "maturity": "2011-12-09", "purchasePrice": "100", "publicPrice": "100",
              "underwriters": [ { "name": "Lead", "principal": "3750000000.00" } ],
              "interest": { "kind": "fixed", "rate": "2.875", "dayCount": "30/360", "from": "2008-12-09", "paymentDates": ["06-09", "12-09"], "firstPayment": "2009-06-09" },
              "businessDays": { "calendars": ["NewYork"], "convention": "following", "accrual": "unadjusted" }, "recordDate": { "dates": ["06-01", "12-01"] }, {{Rules}} }
            """)))
        .Do(l => Life.Close(l, "A", D("2008-12-09"))).Do(l => Life.Announce(l, 1, D("2009-06-01")));

    private static Outcome<Decision> Fix(Life life, string notice, string record, string payment) =>
        new FixSpecialRecordDate(1, D(notice), D(record), D(payment)).Decide(life.State, DefaultedInterestRules.Of(life.State.Terms, Calendars.Standard).Require());

    [Fact, Trait("clause", "NOTE-DEFINT-1")]
    public void UnpaidInterestIsOwedToTheHoldersOfItsRecordDateNoMore()
    {
        var life = Unpaid();
        Assert.Equal("DEFAULT-EARLY", life.Refused(l => new DefaultInterest(1, D("2009-06-09")).Decide(l.State)));
        life.Do(l => new DefaultInterest(1, D("2009-06-10")).Decide(l.State));
        Assert.Equal(("53906250.00", D("2009-06-09")), (life.State.Payees.Defaulted[1].Amount.ToString(), life.State.Payees.Defaulted[1].On));
        Assert.Equal("INTEREST-DEFAULTED", life.Refused(l => new DefaultInterest(1, D("2009-06-11")).Decide(l.State)));
        life.Do(l => Life.Fund(l, 1, "53906250.00", D("2009-06-11")));
        Assert.Equal("INTEREST-DEFAULTED", life.Refused(l => Life.Pay(l, 1, PaymentKind.Interest, D("2009-06-11"))));
    }

    [Theory, Trait("clause", "NOTE-DEFINT-2"), Trait("clause", "NOTE-DEFINT-3"), Trait("clause", "NOTE-DEFINT-5")]
    [InlineData("2009-06-16", "2009-07-01", "2009-07-06", "done")] // 15 days and 5 days
    [InlineData("2009-06-16", "2009-07-02", "2009-07-06", "RECORD-DATE-TOO-NEAR")]
    [InlineData("2009-06-17", "2009-07-01", "2009-07-06", "NOTICE-LATE")]
    [InlineData("2009-06-16", "2009-07-01", "2009-07-05", "RECORD-DATE-TOO-NEAR")]
    public void TheDayCountsOfTheTermsBindTheSpecialRecordDate(string notice, string record, string payment, string outcome) =>
        Assert.Equal(outcome, Unpaid().Do(l => new DefaultInterest(1, D("2009-06-10")).Decide(l.State)).Refused(l => Fix(l, notice, record, payment)));

    [Fact, Trait("clause", "NOTE-DEFINT-2")]
    public void DefaultedInterestIsPaidToTheHoldersOfTheSpecialRecordDate()
    {
        var life = Unpaid();
        Assert.Equal("DEFAULT-UNKNOWN", life.Refused(l => Fix(l, "2009-06-16", "2009-07-01", "2009-07-06")));
        life.Do(l => new DefaultInterest(1, D("2009-06-10")).Decide(l.State));
        Assert.Equal("SPECIAL-DATE-UNKNOWN", life.Refused(l => new TakeSpecialPosition(1, D("2009-07-01"), l.Units).Decide(l.State)));
        life.Do(l => Fix(l, "2009-06-16", "2009-07-01", "2009-07-06"));
        Assert.Equal("RECORD-DATE-EARLY", life.Refused(l => new TakeSpecialPosition(1, D("2009-06-30"), l.Units).Decide(l.State)));
        life.Do(l => new TakeSpecialPosition(1, D("2009-07-01"), l.Units).Decide(l.State));
        Assert.Equal("POSITION-TAKEN", life.Refused(l => Fix(l, "2009-06-16", "2009-07-01", "2009-07-06")));
        Outcome<Decision> Pay(Life l, string day, string amount) => new PayDefaulted(1, D(day), Position.Of(D("2009-07-01"), l.State.GlobalNotes, l.Units).Holdings, Life.Usd(amount)).Decide(l.State);
        Assert.Equal("PAYMENT-EARLY", life.Refused(l => Pay(l, "2009-07-05", "53906250.00")));
        Assert.Equal("FUNDS-SHORT", life.Refused(l => Pay(l, "2009-07-06", "53906250.00")));
        life.Do(l => Life.Fund(l, 1, "53906250.00", D("2009-07-06")));
        Assert.Equal("AMOUNT-DIFFERS", life.Refused(l => Pay(l, "2009-07-06", "53906250.01")));
        life.Do(l => Pay(l, "2009-07-06", "53906250.00"));
        Assert.Equal(new Disbursement("defaulted-1", "Cede & Co.", PaymentKind.Interest, Life.Usd("53906250.00")), Assert.Single(life.Paid));
        Assert.True(life.State.Payments.IsPaid(1));
        Assert.Equal("RUN-PAID", life.Refused(l => Pay(l, "2009-07-06", "53906250.00")));
    }
}
