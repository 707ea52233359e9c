using System.IO.Compression;
using System.Text;

namespace Indenture.Documents;

/// <summary>How a filled form is printed.</summary>
public enum FormFormat { Text, Html, Docx }

/// <summary>A filled form as a file. What stayed blank is marked where the format can: nobody should take it for finished.</summary>
public static class FormPrinting
{
    /// <summary>Characters of a line of plain text.</summary>
    private const int Width = 80;

    /// <summary>A .docx records when its parts were packed; the same form always gives the same bytes.</summary>
    private static readonly DateTimeOffset Packed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Print(FilledForm form, FormFormat format) => format switch
    {
        FormFormat.Text => Encoding.UTF8.GetBytes(Text(form)),
        FormFormat.Html => Encoding.UTF8.GetBytes(Html(form)),
        FormFormat.Docx => Docx(form),
    };

    /// <summary>Paragraphs with an empty line between, wrapped; cells with three blanks between.</summary>
    public static string Text(FilledForm form) => string.Join("\n", form.Paragraphs.Select(p => string.Concat(p.Lines.Select(l =>
        Wrapped(string.Join("   ", l.Cells.Select(c => string.Concat(c.Runs.Select(r => r.Text)))), l.Cells.Count > 1)))));

    private static string Wrapped(string line, bool table)
    {
        if (table || line.Length <= Width) return line + "\n";
        var text = new StringBuilder(line.Length + line.Length / Width);
        var column = 0;
        foreach (var word in line.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > Width) { text.Append('\n'); column = 0; }
            else if (column > 0) { text.Append(' '); column++; }
            text.Append(word);
            column += word.Length;
        }
        return text.Append('\n').ToString();
    }

    private static string Html(FilledForm form)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>").Append(Escaped(form.Form.Title)).Append("</title></head>\n<body>\n");
        foreach (var paragraph in form.Paragraphs)
        {
            if (paragraph.Lines.Any(l => l.Cells.Count > 1))
                html.Append("<table>\n").AppendJoin('\n', paragraph.Lines.Select(l => "<tr>" + string.Concat(l.Cells.Select(c => $"<td>{Cell(c)}</td>")) + "</tr>")).Append("\n</table>\n");
            else
                html.Append("<p>").AppendJoin("<br>\n", paragraph.Lines.Select(l => string.Concat(l.Cells.Select(Cell)))).Append("</p>\n");
        }
        return html.Append("</body>\n</html>\n").ToString();

        static string Cell(FormCell cell) => string.Concat(cell.Runs.Select(r => r.Kind == RunKind.Blank ? $"<mark>{Escaped(r.Text)}</mark>" : Escaped(r.Text)));
    }

    private static byte[] Docx(FilledForm form)
    {
        const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        var body = new StringBuilder(Head).Append($"<w:document xmlns:w=\"{Main}\"><w:body>");
        foreach (var paragraph in form.Paragraphs)
        {
            if (paragraph.Lines.Any(l => l.Cells.Count > 1))
                body.Append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>").Insert(body.Length, "<w:gridCol/>", paragraph.Lines.Max(l => l.Cells.Count)).Append("</w:tblGrid>")
                    .AppendJoin("", paragraph.Lines.Select(l => "<w:tr>" + string.Concat(l.Cells.Select(c => $"<w:tc><w:p>{Cell(c)}</w:p></w:tc>")) + "</w:tr>")).Append("</w:tbl><w:p/>");
            else
                body.Append("<w:p>").AppendJoin("<w:r><w:br/></w:r>", paragraph.Lines.Select(l => string.Concat(l.Cells.Select(Cell)))).Append("</w:p>");
        }
        body.Append("<w:sectPr/></w:body></w:document>");

        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(archive, "[Content_Types].xml", $"{Head}<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            Part(archive, "_rels/.rels", $"{Head}<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Part(archive, "word/document.xml", body.ToString());
        }
        return file.ToArray();

        static string Cell(FormCell cell) => string.Concat(cell.Runs.Select(r =>
            $"<w:r>{(r.Kind == RunKind.Blank ? "<w:rPr><w:highlight w:val=\"yellow\"/></w:rPr>" : "")}<w:t xml:space=\"preserve\">{Escaped(r.Text)}</w:t></w:r>"));
    }

    private static void Part(ZipArchive archive, string name, string text)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = Packed;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Markup characters as entities; controls, which XML forbids, as blanks.</summary>
    private static string Escaped(string text) => string.Concat(text.Select(c => c switch
    {
        '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;",
        _ when char.IsControl(c) || c is '\ufffe' or '\uffff' => " ",
        _ => c.ToString(),
    }));
}
