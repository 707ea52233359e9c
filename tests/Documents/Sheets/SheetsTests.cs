using System.Text;
using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.Sheets;

/// <summary>
/// Invented offers in the layouts in which real ones come, one a file beside this one: above the dashes everything a careful reader takes from the words below
/// them, and nothing else. A fact too many fails like a fact too few.
/// </summary>
public class SheetsTests
{
    private static string Folder => Path.Combine(Reference.Root, "tests", "Documents", "Sheets");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_offer_states_what_a_careful_reader_takes_from_it_and_nothing_else(string name)
    {
        var parts = File.ReadAllText(Path.Combine(Folder, name + ".txt")).Split("-----\n", 2);
        Assert.Equal(parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), StatedIn(parts[1]).Order(StringComparer.Ordinal));
    }

    private static HashSet<string> StatedIn(string words)
    {
        var documents = Reads.Text(words).Documents;
        var stated = new HashSet<string>();
        foreach (var document in documents)
        {
            if (document.Kind != DocumentKind.Unknown || documents.Count == 1) stated.Add($"kind {document.Kind}");
            foreach (var fact in document.Facts.Where(f => OtherFilingsTests.Scored.ContainsKey(f.Name))) stated.Add($"{fact.Name}{Tranche(fact.Tranche)} {fact.Value}");
            foreach (var row in document.Underwriters) stated.Add($"underwriter{Tranche(row.Tranche)} {row.Name} {row.Principal}");
        }
        return stated;
    }

    private static string Tranche(int? tranche) => tranche is { } n ? $"#{n}" : "";

    [Fact]
    public void A_value_of_one_issue_is_not_given_to_the_other()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "two-tranches-in-html-columns.txt")).Split("-----\n", 2)[1];
        var offerings = Reads.Text(text).Offerings;
        Assert.Equal(2, offerings.Count);
        Assert.Equal(["2.125", "3.3"], offerings.Select(o => o.Terms.Interest.Rate?.Value.ToString().TrimEnd('0')));
        Assert.Equal(offerings[0].Id + "-2", offerings[1].Id);
    }

    [Fact]
    public void A_sheet_whose_agreement_is_at_hand_is_a_document_of_its_offering()
    {
        const string Sheet = "Term Sheet\n\nIssuer: Example Holdings, Inc.\nPrincipal Amount: $100,000,000\nMaturity Date: May 4, 2012\nCoupon: 4.50%\nPrice to Public: 99.00%\nSettlement Date: May 4, 2009\nDay Count: 30/360\n";
        var reading = Reads.Text(Sheet, Invented.Agreement);
        var offering = Assert.Single(reading.Offerings);
        Assert.Equal(2, offering.Documents.Count);
        Assert.Equal(reading.Documents.Single(d => d.Kind == DocumentKind.TermsAgreement).Id, offering.Id);
        // What only the sheet says is taken from it; where they differ (100.00 and 99.00) that is said.
        Assert.Equal(DayCountBasis.Thirty360, offering.Terms.Interest.DayCount?.Value);
        Assert.Equal(["100.00", "99.00"], reading.Findings.Single(f => f.Code == "FACT-CONFLICT").Values);
    }

    [Fact]
    public void A_sheet_of_other_notes_of_the_same_maturity_is_an_offering_of_its_own() =>
        Assert.Equal(2, Reads.Text("Term Sheet\n\nIssuer: Example Holdings, Inc.\nPrincipal Amount: $70,000,000\nMaturity Date: May 4, 2012\nCoupon: 4.50%\nPrice to Public: 99.00%\nSettlement Date: June 9, 2009\n", Invented.Agreement).Offerings.Count);
}
