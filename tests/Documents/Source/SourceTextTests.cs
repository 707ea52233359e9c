using System.Text;
using Indenture.Documents;

namespace Indenture.Tests.Documents.SourceStage;

public class SourceTextTests
{
    private static SourceText Read(string text) => Decoding.Read(0, null, Encoding.UTF8.GetBytes(text));

    private static SourceText Read(params byte[] bytes) => Decoding.Read(0, null, bytes);

    [Fact]
    public void White_space_is_folded_and_every_word_knows_its_bytes()
    {
        var source = Read("  one \u00a0 two\n\tthree");
        Assert.Equal("one two three", source.Flat);
        // "two" begins after 2 blanks, "one", a blank, U+00A0 in 2 bytes and a blank: 2 + 3 + 1 + 2 + 1 = 9.
        Assert.Equal(9, source.ByteStart(source.Flat.IndexOf("two", StringComparison.Ordinal)));
        Assert.Equal(12, source.ByteEnd(source.Flat.IndexOf("two", StringComparison.Ordinal) + 3));
    }

    [Fact]
    public void One_byte_that_is_not_UTF_8_makes_the_whole_file_Windows_1252()
    {
        var source = Read(0x93, (byte)'a', 0x94, 0xc3, 0xa9);
        Assert.False(source.IsUtf8);
        Assert.Equal("“a”Ã©", source.Flat);
        Assert.Equal((3, 5), (source.ByteStart(3), source.ByteEnd(5)));
    }

    [Fact]
    public void Letters_of_two_three_and_four_bytes_keep_their_places()
    {
        var source = Read("é€😀x");
        Assert.Equal("é€😀x", source.Flat);
        // 2 bytes, 3 bytes, 4 bytes for a pair, then x.
        Assert.Equal(9, source.ByteStart(4));
        Assert.Equal((5, 9), (source.ByteStart(2), source.ByteEnd(4)));
    }

    [Fact]
    public void Tags_are_dropped_and_entities_resolved_in_place()
    {
        var source = Read("<html><p>A&amp;B</p><p><b>C</b>D &#8220;E&rdquo;</p></html>");
        Assert.Equal("A&B CD “E”", source.Flat);
        Assert.Equal("<html><p>A&amp;".Length, source.ByteEnd(2));
        Assert.Equal("<html><p>A&amp;B</p><p><b>C</b>D ".Length, source.ByteStart(source.Flat.IndexOf('“')));
        Assert.Equal(Break.Paragraph, source.Pieces[1].Before);
    }

    [Fact]
    public void Words_in_angle_brackets_that_are_no_tags_stay()
    {
        Assert.Equal("fewer than <10 and <name of issuer> remain", Read("fewer than <10 and <name of issuer> remain").Flat);
    }

    [Fact]
    public void Styles_scripts_hidden_data_and_encoded_pictures_are_no_text()
    {
        Assert.Equal("a b c d", Read("a <style>x</style> b <ix:header>9</ix:header> c\nbegin 644 p.jpg\nM!@#$\n`\nend\nd").Flat);
    }

    [Fact]
    public void Cells_lines_and_paragraphs_part_pieces_by_their_strength()
    {
        var source = Read("Name      Amount\nnext line\n\nnext paragraph");
        Assert.Equal([Break.Document, Break.Cell, Break.Line, Break.Paragraph], Enumerable.Range(0, source.Pieces.Count).Select(i => source.Pieces[i].Before));
        Assert.Equal("Amount", source.Of(source.Pieces[1]).ToString());
    }

    [Fact]
    public void A_cell_that_holds_a_paragraph_is_still_a_cell()
    {
        var source = Read("<html><table><tr><td><p>Maturity</p></td><td><p>May 4, 2012</p></td></tr><tr><td>Next</td></tr></table></html>");
        Assert.Equal([Break.Document, Break.Cell, Break.Line], Enumerable.Range(0, source.Pieces.Count).Select(i => source.Pieces[i].Before));
    }

    [Fact]
    public void Page_numbers_that_count_up_are_left_out_and_the_quote_keeps_them()
    {
        var source = Read("first words of a\n\n 1\n\nsentence, and\n\n2\n\nits end");
        Assert.Equal("first words of a sentence, and its end", source.Flat);
        Assert.Equal(Break.Page, source.Pieces[1].Before);
        Assert.Equal("a 1 sentence", source.Quote(15, 25));
    }

    [Fact]
    public void A_lone_number_that_counts_nothing_stays()
    {
        Assert.Equal("Zip code 10043 and more", Read("Zip code\n\n10043\n\nand more").Flat);
    }

    [Fact]
    public void A_wrapped_submission_is_cut_at_its_documents_and_parts_without_text_are_skipped()
    {
        var source = Read("<SEC-HEADER>COMPANY: PARENT</SEC-HEADER>\n<DOCUMENT>\n<TYPE>FWP\n<SEQUENCE>1\n<TEXT>\none\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\nbegin\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-4.1\n<TEXT>\ntwo\n</TEXT>\n</DOCUMENT>");
        Assert.Equal("one two", source.Flat);
        Assert.Equal(["FWP", "EX-4.1"], source.Wrappers.Select(w => w.Type));
        Assert.Equal([0, 4], source.Wrappers.Select(w => w.Start));
    }
}
