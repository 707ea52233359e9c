using System.Net;
using System.Text;
using Indenture.Documents;

/// <summary>Makes a raw submission as EDGAR hands it out: a header, documents wrapped in tags, and parts that are no documents.</summary>
internal static class Submissions
{
    /// <summary>
    /// Every file once as HTML (a tag at each line, attributes as word processors write them), each behind a wrapper; then a picture, uuencoded, and an XBRL part,
    /// each a tenth of the whole.
    /// </summary>
    public static InputFile Of(IReadOnlyList<InputFile> files)
    {
        var text = new StringBuilder("<SEC-DOCUMENT>submission.txt : 20090504\n<SEC-HEADER>submission.hdr.sgml : 20090504\nCONFORMED SUBMISSION TYPE:\t8-K\n</SEC-HEADER>\n");
        foreach (var (i, file) in files.Index())
        {
            Open("EX-99", i + 1, "htm").Append("<html><head><title>Exhibit</title></head><body>\n");
            foreach (var line in Encoding.Latin1.GetString(file.Bytes).ReplaceLineEndings("\n").Split('\n'))
                text.Append(line.Length == 0 ? "<p style=\"margin:0pt;font-family:'Times New Roman',Times,serif;font-size:10pt\">&#160;</p>\n" : $"<div style=\"font-size:10pt\">{WebUtility.HtmlEncode(line).Replace("  ", "&nbsp; ", StringComparison.Ordinal)}</div>\n");
            text.Append("</body></html>\n</TEXT>\n</DOCUMENT>\n");
        }
        var tenth = text.Length / 8;
        Open("GRAPHIC", files.Count + 1, "jpg").Append("begin 644 g.jpg\n");
        while (tenth > 0)
        {
            text.Append('M').Append('@', 60).Append('\n');
            tenth -= 62;
        }
        text.Append("end\n</TEXT>\n</DOCUMENT>\n");
        tenth = text.Length / 9;
        Open("EX-101.INS", files.Count + 2, "xml").Append("<XBRL>\n");
        for (var n = 0; tenth > 0; n++)
        {
            var element = $"<us-gaap:DebtInstrumentFaceAmount contextRef=\"c{n}\" unitRef=\"usd\" decimals=\"-6\">1000000000</us-gaap:DebtInstrumentFaceAmount>\n";
            text.Append(element);
            tenth -= element.Length;
        }
        text.Append("</XBRL>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n");
        return new InputFile(Encoding.Latin1.GetBytes(text.ToString()), "submission.txt");

        StringBuilder Open(string type, int number, string extension) =>
            text.Append($"<DOCUMENT>\n<TYPE>{type}\n<SEQUENCE>{number}\n<FILENAME>d{number}.{extension}\n<TEXT>\n");
    }
}
