using Indenture.Tests.Support;

namespace Indenture.Tests.Core.Rates;

/// <summary>What a calculation agent saw and was told, as a file.</summary>
public class RateEvidenceFileTests
{
    private const string Whole = """
        { "screen": { "page": "Reuters LIBOR01", "on": "2008-12-05", "at": "11:00", "rate": null, "record": "screen copy 17" },
          "polls": [ { "market": "London", "consulted": "call with the treasurer, 10:40", "quotations": [
                       { "bank": "First", "on": "2008-12-05", "at": "11:02", "rate": "2.15", "record": "e-mail 1" },
                       { "bank": "Second", "on": "2008-12-05", "at": "11:05", "rate": null, "record": "call, no rate" } ] } ] }
        """;

    [Fact]
    public void EveryQuotationIsKeptWithWhoWhenAndWhat()
    {
        var evidence = RateEvidenceFile.Parse(Whole, "e.json").Require();
        Assert.Equal(("Reuters LIBOR01", new TimeOnly(11, 0), null), (evidence.Screen!.Page, evidence.Screen.At, evidence.Screen.Rate));
        var poll = Assert.Single(evidence.Polls);
        Assert.Equal(("London", "call with the treasurer, 10:40"), (poll.Market, poll.Consulted));
        Assert.Equal([new Quotation("First", Oracle.Date("2008-12-05"), new TimeOnly(11, 2), new Percent(2.15m), "e-mail 1"), new Quotation("Second", Oracle.Date("2008-12-05"), new TimeOnly(11, 5), null, "call, no rate")], poll.Quotations);
    }

    [Theory]
    [InlineData("\"rate\": null, \"record\": \"screen copy 17\"", "\"record\": \"screen copy 17\"", "screen.rate is missing")]
    [InlineData("\"2.15\"", "\"2,15\"", "polls[0].quotations[0].rate is no percentage")]
    [InlineData("\"2.15\"", "2.15", "polls[0].quotations[0].rate is not a string")]
    [InlineData("\"e-mail 1\"", "\" \"", "polls[0].quotations[0].record is not a string with words")]
    [InlineData("\"bank\": \"Second\", ", "", "polls[0].quotations[1].bank is missing")]
    [InlineData("\"market\"", "\"place\"", "polls[0].place is not one of")]
    [InlineData("\"11:02\"", "\"11.02\"", "polls[0].quotations[0].at is not a time")]
    [InlineData("\"on\": \"2008-12-05\", \"at\": \"11:00\"", "\"on\": \"5 December\", \"at\": \"11:00\"", "screen.on is not a date")]
    [InlineData("{ \"screen\"", "[ \"screen\"", "line 1: it is no JSON")]
    public void WhatIsMissingUnknownOrEmptyIsRefusedWithItsPlace(string was, string now, string said) =>
        RateEvidenceFile.Parse(Whole.Replace(was, now, StringComparison.Ordinal), "e.json").Match(
            _ => throw new Xunit.Sdk.XunitException("taken"),
            refusal =>
            {
                Assert.Equal("EVIDENCE-MALFORMED", refusal.Code);
                Assert.Contains("e.json", refusal.Message, StringComparison.Ordinal);
                Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
                return 0;
            });
}
