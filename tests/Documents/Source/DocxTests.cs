using System.Text;
using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.SourceStage;

public class DocxTests
{
    private static SourceText Text(string body) => Opening.Of(0, new InputFile(Docx.Of(body), "file.docx")).Require();

    private static string Refused(byte[] bytes) => Reader.Read([new InputFile(bytes, "file.docx")]).Match(_ => "", r => r.Code);

    [Fact]
    public void The_runs_of_a_word_touch_and_paragraphs_tabs_and_cells_part()
    {
        var source = Text("<w:p><w:r><w:t>Matur</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>ity</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space=\"preserve\">May &amp; June</w:t></w:r></w:p>" +
            Docx.Paragraph("second") + Docx.Table(Docx.Row("a", "b"), Docx.Row("c", "d")));
        Assert.Equal("Maturity May & June second a b c d", source.Flat);
        Assert.Equal([Break.Document, Break.Cell, Break.Paragraph, Break.Paragraph, Break.Cell, Break.Line, Break.Cell], Enumerable.Range(0, source.Pieces.Count).Select(i => source.Pieces[i].Before));
    }

    [Fact]
    public void Deleted_words_field_codes_and_properties_are_no_text() =>
        Assert.Equal("kept too", Text("<w:p><w:r><w:t>kept</w:t></w:r><w:moveFrom w:id=\"1\"><w:r><w:t> elsewhere</w:t></w:r></w:moveFrom><w:del><w:r><w:delText> gone</w:delText></w:r></w:del><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t xml:space=\"preserve\"> too</w:t></w:r></w:p>").Flat);

    [Fact]
    public void Facts_of_a_docx_name_the_part_and_their_bytes_count_the_unpacked_part()
    {
        var body = string.Concat(Invented.Note.Split("\n\n").Select(p => Docx.Paragraph(p.Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\n", "</w:t><w:br/><w:t xml:space=\"preserve\">", StringComparison.Ordinal))));
        var reading = Reader.Read([new InputFile(Docx.Of(body), "note.docx")]).Require();
        var document = Assert.Single(reading.Documents);
        Assert.Equal((DocumentKind.FormOfNote, "word/document.xml"), (document.Kind, document.Part));
        var plain = Assert.Single(Reads.Text(Invented.Note).Documents);
        Assert.Equal(plain.Facts.Select(f => (f.Name, f.Value)).Order(), document.Facts.Select(f => (f.Name, f.Value)).Order());
        var part = Encoding.UTF8.GetBytes(Docx.Part(body));
        var maturity = document.Facts.First(f => f.Name == "maturity");
        Assert.Equal("May 4, 2012", Encoding.UTF8.GetString(part[maturity.Start..maturity.End]));
    }

    [Fact]
    public void Footnotes_are_not_read_and_that_is_said_headers_and_empty_notes_are_not_spoken_of()
    {
        byte[] With(string part, string words) => Docx.Zip(("word/document.xml", Encoding.UTF8.GetBytes(Docx.Part(Docx.Paragraph("FORM OF NOTE") + Docx.Paragraph("promises to pay")))), (part, Encoding.UTF8.GetBytes(Docx.Part(Docx.Paragraph(words)))));
        Finding? Unread(string part, string words) => Reader.Read([new InputFile(With(part, words), "note.docx")]).Require().Findings.SingleOrDefault(f => f.Code == "NOTES-UNREAD");
        Assert.Equal("word/footnotes.xml", Assert.Single(Unread("word/footnotes.xml", "Subject to adjustment.")!.Places).Part);
        Assert.Equal("word/endnotes.xml", Assert.Single(Unread("word/endnotes.xml", "Subject to adjustment.")!.Places).Part);
        Assert.Null(Unread("word/footnotes.xml", " "));
        Assert.Null(Unread("word/header1.xml", "Page 1 of the note"));
    }

    [Fact]
    public void An_archive_without_the_main_part_and_a_damaged_archive_are_no_text()
    {
        Assert.Equal("FILE-NOT-TEXT", Refused(Docx.Zip("other.xml", "<a/>"u8)));
        Assert.Equal("FILE-NOT-TEXT", Refused("PK\u0003\u0004 and nothing of an archive"u8.ToArray()));
        Assert.Equal("FILE-EMPTY", Refused(Docx.Of("<w:p/>")));
    }

    [Fact]
    public void An_archive_made_to_unpack_without_end_is_stopped()
    {
        // 65 MiB of blanks pack to some hundred kilobytes; 64 MiB are unpacked at most.
        var bomb = Docx.Zip("word/document.xml", new byte[65 * 1024 * 1024].AsSpan());
        Assert.True(bomb.Length < 1024 * 1024);
        Assert.Equal("FILE-TOO-LARGE", Refused(bomb));
    }

    [Fact]
    public void A_damaged_docx_is_read_or_refused_and_never_throws()
    {
        var whole = Docx.Of(Docx.Paragraph("FORM OF NOTE") + Docx.Paragraph("promises to pay the principal sum on May 4, 2012"));
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var bytes = whole.ToArray();
            for (var i = random.Next(1, 6); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (round % 5 == 0) bytes = bytes[..random.Next(bytes.Length)];
            Assert.NotNull(Reader.Read([new InputFile(bytes, "damaged.docx")]));
        }
    }
}
