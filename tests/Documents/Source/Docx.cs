using System.IO.Compression;
using System.Text;

namespace Indenture.Tests.Documents.SourceStage;

/// <summary>Small .docx files of our own words.</summary>
internal static class Docx
{
    public static byte[] Of(string body) => Zip("word/document.xml", Encoding.UTF8.GetBytes(Part(body)));

    /// <summary>The main part, whose bytes the spans count.</summary>
    public static string Part(string body) => "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"urn:w\"><w:body>" + body + "<w:sectPr><w:pgSz w:w=\"1\"/></w:sectPr></w:body></w:document>";

    public static string Paragraph(string words) => $"<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>";

    public static string Row(params string[] cells) => "<w:tr>" + string.Concat(cells.Select(c => $"<w:tc><w:tcPr><w:tcW w:w=\"1\"/></w:tcPr>{Paragraph(c)}</w:tc>")) + "</w:tr>";

    public static string Table(params string[] rows) => "<w:tbl><w:tblPr><w:tblW w:w=\"0\"/></w:tblPr>" + string.Concat(rows) + "</w:tbl>";

    public static byte[] Zip(string name, ReadOnlySpan<byte> bytes) => Zip((name, bytes.ToArray()));

    public static byte[] Zip(params (string Name, byte[] Bytes)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in parts)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(bytes);
            }
        return file.ToArray();
    }
}
