using System.Text;
using Indenture.Documents;

namespace Indenture.Tests.Documents.Structure;

public class RowsTests
{
    private static string? ValueOf(string label, string text)
    {
        var source = Decoding.Read(0, null, Encoding.UTF8.GetBytes(text));
        var document = new DocumentText(source, 0, source.Pieces.Count, DocumentKind.FinalTermSheet, null);
        return Rows.ValueOf(document, source.Flat.IndexOf(label, StringComparison.Ordinal), label.Length)?.Text;
    }

    [Theory]
    [InlineData("Maturity: ..........  May 4, 2012\n\nNext: ...... x")]
    [InlineData("Maturity:\nMay 4, 2012\n\nother words")]
    [InlineData("Maturity:\n\nMay 4, 2012\n\nCoupon:\n\n5%")]
    [InlineData("|\nMaturity:\n|\nMay 4, 2012\n|\nCoupon:\n|\n5%\n|")]
    [InlineData("<html><table><tr><td>Maturity</td><td>May 4, 2012</td></tr><tr><td>Coupon</td><td>5%</td></tr></table></html>")]
    [InlineData("Title of Securities: 5% Notes Maturity: May 4, 2012 Price to Public: 99%")]
    public void The_value_of_a_label_is_found_in_every_layout(string text) => Assert.Equal("May 4, 2012", ValueOf("Maturity", text)?.TrimEnd());

    [Fact]
    public void A_value_goes_on_over_a_page_that_ends_inside_its_sentence() =>
        Assert.Equal("as set forth in the Supplement to the Prospectus", ValueOf("Redemption", "p\n\n1\n\nRedemption: .....  as set forth in the Supplement to the\n\n2\n\n       Prospectus\n\nRecord Date: .... x"));

    [Fact]
    public void A_word_in_a_sentence_is_no_label() => Assert.Null(ValueOf("Maturity", "At Maturity the notes are repaid."));
}
