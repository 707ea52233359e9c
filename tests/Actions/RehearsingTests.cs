using System.Globalization;
using System.Text.Json.Nodes;
using Indenture.Tests.Support;

namespace Indenture.Tests.Actions;

/// <summary>Whole lives through the program, as a person runs it.</summary>
public class RehearsingTests
{
    private static JsonObject Rehearse(int exit, string arguments)
    {
        using var folder = new ProgramFolder();
        var (code, output, error) = folder.Shell($"indenture rehearse {arguments} --json");
        Assert.True(code == exit, $"exit {code}: {error}");
        return JsonNode.Parse(output)!.AsObject();
    }

    private static JsonObject Series(JsonObject rehearsal, string id) => rehearsal["series"]!.AsArray().Single(s => (string)s!["id"]! == id)!.AsObject();

    private static string[] Column(JsonObject series, string name) => [.. series["payments"]!.AsArray().Select(p => (string?)p![name] ?? "null")];

    private static void AllHold(JsonObject rehearsal) => Assert.All(rehearsal["invariants"]!.AsArray(), i => Assert.True((bool)i!["holds"]!, i!.ToJsonString()));

    [Fact]
    public void TheSamplesLiveToTheirRedemption()
    {
        var rehearsal = Rehearse(0, "samples");
        var notes = Series(rehearsal, "US00N0HBAA04");
        // 400,000,000 x 4.250% x 180/360 = 8,500,000, six times
        Assert.Equal(Enumerable.Repeat("8500000.00", 6), Column(notes, "interest"));
        Assert.Equal("2012-09-17", Column(notes, "paymentDate")[4]); // September 15, 2012 is a Saturday
        Assert.Equal("400000000.00", Column(notes, "principal")[5]);
        var floater = Series(rehearsal, "US00N0HBAB86");
        Assert.Equal("325000000.00", (string?)floater["principal"]); // 250,000,000 and a reopening of 75,000,000
        // 325,000,000 x (0.25719 + 0.40)% x 92/360 = 545,832.8055...
        Assert.Equal("545832.81", Column(floater, "interest")[0]);
        // 325,000,000 x (0.30250 + 0.40)% x 90/360 = 570,781.25
        Assert.Equal("570781.25", Column(floater, "interest")[3]);
        Assert.Null(floater["stopped"]);
        AllHold(rehearsal);
    }

    [ReferenceFact]
    public void TheNotesOfTheCurrentReportLiveToTheirRedemption()
    {
        var fixings = Path.GetTempFileName();
        try
        {
            // Figures of our own on the determination dates of the reference tables: one tenth of a percent more each time.
            var rows = Oracle.Read("deals.csv").Where(r => r["deal_id"] is "d2" or "d3" && r["fixing_date"].Length > 0).ToList();
            File.WriteAllText(fixings, "index,tenor,date,percent\n" + string.Concat(rows.Select(r =>
                $"USD-LIBOR,{(r["deal_id"] == "d2" ? "3M" : "1M")},{r["fixing_date"]},{(1m + 0.1m * int.Parse(r["period"], CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture)}\n")));
            var rehearsal = Rehearse(0, $"{Reference.Filing("004_")} --fixings {fixings}");
            var notes = Series(rehearsal, "US17313UAA79");
            // NOTE-INTFIX: 3,750,000,000 x 2.875% / 2 = 53,906,250
            Assert.Equal(Enumerable.Repeat("53906250.00", 6), Column(notes, "interest"));
            Assert.Equal("3750000000.00", Column(notes, "principal")[5]);
            var quarterly = Series(rehearsal, "US17313UAB52");
            Assert.Equal("1250000000.00", (string?)quarterly["principal"]);
            Assert.Equal(8, quarterly["payments"]!.AsArray().Count);
            // 1,250,000,000 x (1.1 + 0.55)% x 90/360 = 5,156,250
            Assert.Equal("5156250.00", Column(quarterly, "interest")[0]);
            var monthly = Series(rehearsal, "US17313UAC36");
            Assert.Equal(36, monthly["payments"]!.AsArray().Count);
            // 750,000,000 x (1.1 + 0.80)% x 31/360 = 1,227,083.333...
            Assert.Equal("1227083.33", Column(monthly, "interest")[0]);
            Assert.All(rehearsal["series"]!.AsArray(), s => Assert.Null(s!["stopped"]));
            AllHold(rehearsal);
            // NOTE-INTFRN-5: the days of each life add up
            Assert.Equal([730, 1095], new[] { quarterly, monthly }.Select(s => s["payments"]!.AsArray().Sum(p => (int)p!["days"]!)));
        }
        finally
        {
            File.Delete(fixings);
        }
    }

    [ReferenceFact]
    public void TheFixedNotesOf2004PayTenTimesOnceTheirDayCountAndBusinessDayRuleAreSupplied()
    {
        var filing = Reference.Filing("001_");
        var without = Series(Rehearse(1, filing), Series1(filing));
        var why = (string)without["stopped"]!["message"]!;
        Assert.Contains("dayCount", why, StringComparison.Ordinal);
        Assert.Contains("businessDayConvention", why, StringComparison.Ordinal);

        var rehearsal = Rehearse(0, filing + string.Concat(new[] { "dayCount=30/360", "businessDayConvention=following", "businessDayCities=NewYork", "accrual=unadjusted" }.Select(a => $" --assume '{a}:the prospectus supplement'")));
        var with = Series(rehearsal, Series1(filing));
        Assert.Equal(4, with["assumed"]!.AsArray().Count);
        Assert.Equal(Enumerable.Repeat("18125000.00", 10), Column(with, "interest")); // 1,000,000,000 x 3.625% / 2
        Assert.Equal("1000000000.00", Column(with, "principal")[9]);
        AllHold(rehearsal);
    }

    [ReferenceFact]
    public void TheFloaterOf2004StopsAndNamesItsMissingSpread()
    {
        var filing = Reference.Filing("000_");
        var stopped = Series(Rehearse(1, filing), Series1(filing))["stopped"]!;
        Assert.Equal("SPREAD-UNKNOWN", (string?)stopped["code"]);
        Assert.Contains("2004", (string?)stopped["message"], StringComparison.Ordinal); // the supplement that has it, by its date
    }

    private static string Series1(string filing) =>
        Indenture.Documents.Reader.Read([new Indenture.Documents.InputFile(File.ReadAllBytes(filing), filing)]).Require().Series.Single().Id;
}
