using System.Text;
using Indenture.Documents;

namespace Indenture.Tests.Documents.Structure;

public class AllotmentTableTests
{
    private static AllotmentTable Read(string text)
    {
        var source = Decoding.Read(0, null, Encoding.UTF8.GetBytes(text));
        return Assert.Single(AllotmentTables.In(new DocumentText(source, 0, source.Pieces.Count, DocumentKind.TermsAgreement, null)));
    }

    [Fact]
    public void Names_and_amounts_in_columns_with_the_sign_on_the_first_row_only()
    {
        var table = Read("NAME OF UNDERWRITER              PRINCIPAL AMOUNT OF NOTES\n- -------------       --------\nAlpha, Beta & Co. Inc.            $  60,000,000\nGamma Capital LLC                  40,000,000\n                ------------\n   TOTAL            $100,000,000\n");
        Assert.Equal(["Alpha, Beta & Co. Inc.", "Gamma Capital LLC"], table.Rows.Select(r => r.Name));
        Assert.Equal(["60000000.00", "40000000.00"], table.Rows.Select(r => r.Amounts.Single()));
        Assert.Equal(["100000000.00"], table.Total);
    }

    [Fact]
    public void An_amount_beside_no_name_is_a_row_of_its_own()
    {
        var table = Read("Name of Underwriter\n\nPrincipal Amount\nof Notes\n\nAlpha Inc.\n  $ 60,000,000\nBeta Inc.\n 40,000,000\n   5,000,000\nTotal\n $ 100,000,000\n");
        Assert.Equal(["Alpha Inc.", "Beta Inc.", null], table.Rows.Select(r => r.Name));
        Assert.Equal("5000000.00", table.Rows[2].Amounts.Single());
    }

    [Fact]
    public void A_name_over_two_lines_is_one_name()
    {
        var table = Read("Underwriter              Principal Amount\nAlpha Brokerage\n  Services, LLC        $10,000,000\nBeta Inc.      5,000,000\nTotal    $15,000,000\n");
        Assert.Equal(["Alpha Brokerage Services, LLC", "Beta Inc."], table.Rows.Select(r => r.Name));
    }

    [Fact]
    public void A_table_without_a_total_ends_where_no_amount_follows()
    {
        var table = Read("Underwriter              Principal Amount\nAlpha Inc.      $10,000,000\nBeta Inc.      5,000,000\n\nThe underwriters have agreed to purchase\nall of the notes if they purchase any.\n\nThey may offer them to dealers.\n\nNothing else follows here.");
        Assert.Equal(2, table.Rows.Count);
        Assert.Empty(table.Total);
    }

    [Fact]
    public void Two_tranches_have_two_columns()
    {
        var table = Read("<html><table><tr><td>Underwriter</td><td>Principal Amount of 2027 Notes</td><td>Principal Amount of 2032 Notes</td></tr><tr><td>Alpha Inc.</td><td>$</td><td>10,000,000</td><td>$</td><td>20,000,000</td></tr><tr><td>Total</td><td>$</td><td>10,000,000</td><td>$</td><td>20,000,000</td></tr></table></html>");
        Assert.Equal(2, table.Columns);
        Assert.Equal(["10000000.00", "20000000.00"], table.Rows.Single().Amounts);
    }
}
