using Indenture.Tests.Core.Terms;
using Indenture.Tests.Support;

namespace Indenture.Tests.Core.Lifecycle;

/// <summary>Terms that are amended, and who approves.</summary>
public class GoverningTests
{
    private static Life Closed() => new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(TermsJsonTests.Fixed))).Do(l => Life.Close(l, "A", Oracle.Date("2004-02-09")));

    private static Outcome<Decision> Change(Life life, string fact, string value, string why = "consent of 2004-08-01") => new ChangeTerms(TermFact.Of(fact).Require(), value, null, why).Decide(life.State, Calendars.Standard);

    [Fact]
    public void AnAmendmentChangesWhatIsToComeAndCitesItsInstrument()
    {
        var life = Closed().Do(l => Life.Announce(l, 1, Oracle.Date("2004-07-31"))).Do(l => Change(l, "interestRate", "4.000"));
        Assert.Equal([new Source.Person("amendment", "consent of 2004-08-01", "3.625")], life.State.Terms.Interest.Rate!.Sources);
        // announced at 3.625%: 18,125,000.00; from then on at 4%: 1,000,000,000 x 4% / 2 = 20,000,000.00
        Assert.Equal("18125000.00", life.State.Payments.Announced[1].Interest.ToString());
        Assert.Equal("20000000.00", life.Do(l => Life.Announce(l, 2, Oracle.Date("2005-01-31"))).State.Payments.Announced[2].Interest.ToString());
        Assert.Equal(11, Dues.Periods(life.Do(l => Change(l, "maturity", "2009-08-09")).Promise).Count); // ten half-years and one more
    }

    [Fact]
    public void WhatWasAnnouncedIsNotMovedByAnAmendment()
    {
        var life = Closed();
        life.Do(l => Change(l, "recordDate", "02-01,08-01")); // before anything was announced
        life.Do(l => Life.Announce(l, 1, Oracle.Date("2004-08-01")));
        Assert.Equal("TERMS-IN-USE", life.Refused(l => Change(l, "recordDate", "01-31,07-31")));
        Assert.Equal("TERMS-IN-USE", life.Refused(l => Change(l, "firstPayment", "2005-02-09")));
    }

    [Theory]
    [InlineData("principal", "1.00", "a letter", "FACT-FIXED")]
    [InlineData("interestRate", "3.625", "a letter", "FACT-SAME")]
    [InlineData("interestRate", "4", " ", "REASON-MISSING")]
    [InlineData("interestRate", "four", "a letter", "PERCENT-MALFORMED")]
    public void AChangeIsOfSomethingToSomethingByAnInstrument(string fact, string value, string why, string code) => Assert.Equal(code, Closed().Refused(l => Change(l, fact, value, why)));

    [Fact]
    public void FromTheSecondApproverOnOnlyApproversApproveAndTwoAreLeftAtLeast()
    {
        var life = Closed();
        Assert.Null(life.State.Approvers.Fault("eve"));
        life.Do(l => new NameApprover("ada").Decide(l.State));
        Assert.Null(life.State.Approvers.Fault("eve")); // one alone could carry nothing out
        life.Do(l => new NameApprover("ben").Decide(l.State));
        Assert.Equal("NOT-AN-APPROVER", life.State.Approvers.Fault("eve")?.Code);
        Assert.Null(life.State.Approvers.Fault("ada"));
        Assert.Equal("APPROVER-NAMED", life.Refused(l => new NameApprover("ada").Decide(l.State)));
        Assert.Equal("PERSON-MISSING", life.Refused(l => new NameApprover(" ").Decide(l.State)));
        Assert.Equal("APPROVER-UNKNOWN", life.Refused(l => new RemoveApprover("eve").Decide(l.State)));
        Assert.Equal("APPROVERS-TOO-FEW", life.Refused(l => new RemoveApprover("ada").Decide(l.State)));
        life.Do(l => new NameApprover("cat").Decide(l.State)).Do(l => new RemoveApprover("ada").Decide(l.State));
        Assert.Equal("NOT-AN-APPROVER", life.State.Approvers.Fault("ada")?.Code);
    }
}
