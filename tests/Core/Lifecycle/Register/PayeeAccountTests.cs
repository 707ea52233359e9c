namespace Indenture.Tests.Core.Lifecycle.Register;

public class PayeeAccountTests
{
    private static readonly PayeeAccount First = new("Cede & Co.", AccountKind.Numbered, "123456", "USABA", "021000018");
    private static readonly PayeeAccount Second = First with { Number = "654321" };

    private static Life Instruct(Life life, PayeeAccount account, string reference, string day) => life.Do(l => new InstructAccount("Cede & Co.", account, reference, Yen.D(day)).Decide(l.State));

    private static string On(Life life, string day) => life.State.Register.Accounts.For("Cede & Co.", Yen.D(day)).Match(a => a.Number, r => r.Code);

    [Fact]
    public void AChangedAccountNeverPaysOnTheSameDay()
    {
        var life = Instruct(Instruct(Yen.Opened(), First, "L-1", "2006-03-07"), Second, "L-2", "2006-10-31");
        Assert.Equal("ACCOUNT-UNKNOWN", On(life, "2006-03-06"));
        Assert.Equal("ACCOUNT-COOLING-OFF", On(life, "2006-03-07"));
        Assert.Equal("123456", On(life, "2006-10-30"));
        Assert.Equal("ACCOUNT-COOLING-OFF", On(life, "2006-10-31")); // neither the new one nor, silently, the old
        Assert.Equal("654321", On(life, "2006-11-01"));
        Assert.Equal(["123456", "654321"], life.State.Register.Accounts.History["Cede & Co."].Select(i => i.Account.Number));
    }

    [Fact]
    public void AnInstructionIsCarriedOutOnceAndChangesSomething()
    {
        var life = Instruct(Yen.Opened(), First, "L-1", "2006-03-07");
        Assert.Equal("REFERENCE-USED", life.Refused(l => new InstructAccount("Cede & Co.", Second, "L-1", Yen.D("2006-03-08")).Decide(l.State)));
        Assert.Equal("ACCOUNT-SAME", life.Refused(l => new InstructAccount("Cede & Co.", First, "L-2", Yen.D("2006-03-08")).Decide(l.State)));
        Assert.Equal("PAYEE-MISSING", life.Refused(l => new InstructAccount("Cede & Co.", Second, "", Yen.D("2006-03-08")).Decide(l.State)));
    }

    private static readonly Decision Payment = new([], [], [new Disbursement("interest-1", "Cede & Co.", PaymentKind.Interest, Life.Usd("1.00"))]);

    private static Life Strict() => new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(Terms.TermsJsonTests.Fixed.Replace("\"currency\":", "\"payment\": { \"payeeDetails\": \"before-payment\" }, \"currency\":", StringComparison.Ordinal))));

    private static string To(Life life, string day) => Addressing.Of(life.State, Payment, Yen.D(day)).Match(d => d.Payments[0].Account ?? "as the depositary stands instructed", r => r.Code);

    [Fact, Trait("clause", "AGY-4.3c")]
    public void WhereTheTermsWantEveryAccountARunWithoutTheDetailsIsBlockedAndGoesOnceTheyAreThere()
    {
        var life = Strict();
        Assert.Equal("ACCOUNT-UNKNOWN", To(life, "2006-10-31"));
        Instruct(life, First, "L-1", "2006-10-31");
        Assert.Equal("ACCOUNT-COOLING-OFF", To(life, "2006-10-31"));
        Assert.Equal("123456 at 021000018", To(life, "2006-11-01"));
    }

    [Fact]
    public void WhereTheyDoNotAPayeeWithoutInstructionsIsPaidAndAChangedAccountIsNotOnTheSameDay()
    {
        var life = new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(Terms.TermsJsonTests.Fixed)));
        Assert.Equal("as the depositary stands instructed", To(life, "2006-10-31"));
        Instruct(life, First, "L-1", "2006-10-31");
        Assert.Equal("ACCOUNT-COOLING-OFF", To(life, "2006-10-31"));
        Assert.Equal("123456 at 021000018", To(life, "2006-11-01"));
    }

    [Fact]
    public void ARuleOfPayeesDetailsThatIsNoneIsRefused() => Assert.Equal("RULES-MALFORMED",
        To(new Life("S").Do(l => Life.Book(l, "A", Life.TermsOf(Terms.TermsJsonTests.Fixed.Replace("\"currency\":", "\"payment\": { \"payeeDetails\": \"soon\" }, \"currency\":", StringComparison.Ordinal)))), "2006-10-31"));
}
