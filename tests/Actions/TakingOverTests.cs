using System.Text.Json.Nodes;
using Indenture.Tests.Support;

namespace Indenture.Tests.Actions;

/// <summary>A live book taken over and compared, as a person does it.</summary>
public class TakingOverTests
{
    private const string Files = """
        cat > book.csv << 'END'
        series,asOf,outstanding,cancelled,paidTo,title,issuer,currency,principal,maturity,interestKind,interestRate,dayCount,interestFrom,paymentDates,firstPayment,businessDayCities,businessDayConvention,accrual,recordDate
        S,2006-12-31,900000000.00,100000000.00,2006-08-09,3.625% Notes,An Issuer,USD,1000000000.00,2009-02-09,fixed,3.625,30/360,2004-02-09,"02-09,08-09",2004-08-09,NewYork,following,unadjusted,"01-31,07-31"
        T,2006-12-31,1.00,,2006-08-09,Wrong,An Issuer,USD,1000000000.00,2009-02-09,fixed,3.625,30/360,2004-02-09,"02-09,08-09",2004-08-09,NewYork,following,unadjusted,"01-31,07-31"
        END
        cat > positions.csv << 'END'
        series,form,certificate,holder,participant,principal
        S,dtc,R-0001,Cede & Co.,,900000000.00
        S,dtc,,,Alpha Bank,600000000.00
        END

        """;

    private const string Import = "for who in ada ben; do indenture import book.csv --positions positions.csv --on 2007-01-02 --store s.db --as $who --json > $who.json; done 2> refused\n";

    [Fact]
    public void TwoPersonsTakeItOverTheSeriesThatContradictsItselfIsLeftOutAndEverythingIsProved()
    {
        using var folder = new ProgramFolder();
        var (_, output, _) = folder.Shell(Files + Import + "cat ada.json; echo ,; cat ben.json");
        var answers = JsonNode.Parse($"[{output}]")!.AsArray();
        Assert.Equal([true, false], answers.Select(a => (bool)a!["imported"]![0]!["proposed"]!));
        Assert.All(answers, a => Assert.Equal(("T", "BOOK-DIFFERS"), ((string?)a!["refused"]![0]!["series"], (string?)a["refused"]![0]!["code"])));
        // 900,000,000 x 3.625% / 2 = 16,312,500.00
        var (paid, _, error) = folder.Shell("""
            set -e
            indenture announce S 6 --on 2007-01-31 --store s.db
            indenture fund S 6 --amount 16312500.00 --on 2007-02-09 --store s.db
            for who in ada ben; do indenture pay S 6 --kind interest --amount 16312500.00 --on 2007-02-09 --store s.db --as $who; done
            indenture verify --store s.db
            """);
        Assert.True(paid == 0, error);
        Assert.Equal(0, folder.Shell("indenture explain S/due-6 --store s.db | grep 'book.csv, line 2, interestRate'").Exit);
    }

    [Fact]
    public void OurDuesAreSetBesideTheirsAndEveryDifferenceIsListed()
    {
        using var folder = new ProgramFolder();
        var (code, output, _) = folder.Shell(Files + Import + """
            cat > dues.csv << 'END'
            series,paymentDate,accrualStart,days,rate,outstanding,interest,principal
            S,2006-08-09,2006-02-09,180,3.625,1000000000.00,18125000.00,0.00
            S,2007-02-09,2006-08-09,180,3.625,900000000.00,16312500.00,0.00
            S,2007-08-09,2007-02-09,181,,,,
            S,2008-08-11,2008-02-11,180,3.5,900000000.00,16312499.99,0.00
            S,2008-09-01,,,,,,
            END
            indenture compare dues.csv --store s.db --json
            """);
        Assert.Equal(1, code);
        var series = Assert.Single(JsonNode.Parse(output)!["series"]!.AsArray())!;
        // Scheduled days of 30/360 between the ninth and the ninth are 180; the eleventh of February 2008 is a moved payment (the ninth is a Saturday) that no line has; three lines differ, one is of no date of ours.
        Assert.Equal(
        [
            "7 days 180 181", "9 accrualStart 2008-02-09 2008-02-11", "9 rate 3.625 3.5", "9 interest 16312500.00 16312499.99", " due  stated", "8 due computed ",
        ], series["differences"]!.AsArray().Select(d => $"{d!["due"]} {d["what"]} {d["ours"]} {d["theirs"]}"));
        Assert.Equal(0, folder.Shell("head -3 dues.csv > same.csv; indenture compare same.csv --store s.db").Exit);
    }
}
