using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.Recognition;

/// <summary>How a floating rate is found without a screen, and who is told of it, on words of our own.</summary>
public class RateClauseTests
{
    private static string? Fact(string name, string words) => Reads.Fact(DocumentKind.FormOfNote, name, words);

    private const string London = "If no rate appears at about that hour, the Calculation Agent (after consultation with the Issuer) will select four leading banks in the London market and ask each for a quotation at approximately 11:00 a.m., London time. If at least two quotations are provided, the rate is their mean. ";

    [Theory]
    [InlineData(London + "Otherwise it will select three major banks in New York City and ask each at approximately 11:30 a.m., New York City time. If three quotations are provided, the rate is their mean. Otherwise the rate will be set equal to the rate of LIBOR for the current Interest Period.",
        "London 2 of 4 at 11:00 Europe/London after consulting issuer; NewYork 3 of 3 at 11:30 America/New_York; then current-period")]
    [InlineData(London, "London 2 of 4 at 11:00 Europe/London after consulting issuer; then none")]
    [InlineData("The Calculation Agent will request five reference banks in London for quotations at approximately 1:15 p.m., London time. If three quotations are provided, their mean is the rate.", "London 3 of 5 at 13:15 Europe/London; then none")]
    [InlineData("The Calculation Agent will select four major banks in the London market. Quotations are provided on request.", null)] // nobody says how many answers count
    [InlineData("The Calculation Agent will select two banks in London and ask at approximately 11:00 a.m., London time. If four quotations are provided, their mean is the rate.", null)] // more answers than questions
    public void TheStepsAreReadWithWhoIsAskedWhenAndHowManyMustAnswer(string words, string? rule) => Assert.Equal(rule, Fact("rateFallback", words));

    [Theory]
    [InlineData("Promptly after its determination, the Calculation Agent shall notify the Trustee and the Issuer of the interest rate for the next period.\n\nThe Dublin Stock Exchange will be notified of the interest rate and the amount not later than the first day of each Interest Period.",
        """{"promptly":["trustee","issuer"],"byFirstDay":["Dublin Stock Exchange"]}""")]
    [InlineData("Promptly upon determination, the Calculation Agent will inform the Registrar of the rate of interest.", """{"promptly":["registrar"]}""")]
    [InlineData("The Dublin Stock Exchange shall be notified of the interest rate no later than the first day of that Interest Period.", """{"byFirstDay":["Dublin Stock Exchange"]}""")]
    [InlineData("The Calculation Agent will inform the Trustee of its address.", null)]
    public void WhoIsToldIsOneRuleWhereverItsPartsStand(string words, string? rule) => Assert.Equal(rule, Fact("rateNotices", words));
}
