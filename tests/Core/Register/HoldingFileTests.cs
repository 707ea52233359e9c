namespace Indenture.Tests.Core.Register;

public class HoldingFileTests
{
    private static string Code(string csv) => HoldingFile.Parse(csv, "p.csv", Currency.USD).Match(_ => "done", r => $"{r.Code}: {r.Message}");

    [Fact]
    public void ColumnsStandInAnyOrderAndANameMayHoldACommaOrAQuotationMark()
    {
        var file = HoldingFile.Parse("\uFEFFprincipal,participant,date,holder\r\n1000.00,\"A, \"\"B\"\" & Co.\",2006-04-03,\r\n\r\n2000.50,C,2006-04-03,D\r\n", "p.csv", Currency.USD).Require();
        Assert.Equal([new HoldingRow(new TierHolder("A, \"B\" & Co."), new Indenture.Core.Money(100000, Currency.USD), new DateOnly(2006, 4, 3)),
            new HoldingRow(new TierHolder("C", "D"), new Indenture.Core.Money(200050, Currency.USD), new DateOnly(2006, 4, 3))], file.Rows);
        Assert.Equal(new DateOnly(2006, 4, 3), file.Date);
    }

    [Theory]
    [InlineData("", "HOLDINGS-MALFORMED: p.csv, line 1: there is no header.")]
    [InlineData("participant,amount", "HOLDINGS-MALFORMED: p.csv, line 1: \"amount\" is not one of the columns participant, holder, principal, date.")]
    [InlineData("participant,date", "HOLDINGS-MALFORMED: p.csv, line 1: the header does not name participant and principal, each column once.")]
    [InlineData("participant,principal\nA", "HOLDINGS-MALFORMED: p.csv, line 2: 1 fields where 2 are expected.")]
    [InlineData("participant,principal\n,1", "HOLDINGS-MALFORMED: p.csv, line 2: the participant is empty.")]
    [InlineData("participant,principal\nA,-1", "HOLDINGS-MALFORMED: p.csv, line 2: \"-1\" is not a principal amount in USD of zero or more.")]
    [InlineData("participant,principal\nA,\"1,000\"", "HOLDINGS-MALFORMED: p.csv, line 2: \"1,000\" is not a principal amount in USD of zero or more.")]
    [InlineData("participant,principal,date\nA,1,31/12/2006", "HOLDINGS-MALFORMED: p.csv, line 2: \"31/12/2006\" is not a date such as 2008-12-05.")]
    [InlineData("participant,principal\n\"A,1", "HOLDINGS-MALFORMED: p.csv, line 2: a quotation mark is not closed.")]
    [InlineData("participant,principal\nA,1\nA,2", "HOLDINGS-REPEATED: p.csv, line 3: A stands there twice.")]
    public void ABadRowIsRefusedWithItsPlace(string csv, string refusal) => Assert.Equal(refusal, Code(csv));
}
