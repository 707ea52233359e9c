using System.Text;
using Indenture.Tests.Documents.SourceStage;

namespace Indenture.Tests.Documents.Generation;

/// <summary>A block of a document before it has a layout.</summary>
internal abstract record Block
{
    /// <summary>A line by itself: a title, a signature.</summary>
    public sealed record Line(string Words) : Block;

    public sealed record Prose(string Words) : Block;

    /// <summary>Label and value.</summary>
    public sealed record Row(string Label, string Value) : Block;

    /// <summary>Rows of cells; the last cell of each is a figure.</summary>
    public sealed record Figures(IReadOnlyList<string[]> Rows) : Block;
}

/// <summary>The ways in which the same words are laid out.</summary>
internal static class Layouts
{
    public static readonly (string Name, Func<IReadOnlyList<Block>, byte[]> Write)[] All =
    [
        ("dots", blocks => Plain(blocks, 70, (label, width) => (label + ": ").PadRight(width, '.') + "  ")),
        ("columns", blocks => Plain(blocks, 90, (label, width) => (label + ":").PadRight(width + 6))),
        ("long lines", blocks => Plain(blocks, int.MaxValue, (label, _) => label + ": ")),
        ("returns", blocks => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Plain(blocks, 60, (label, width) => (label + ":").PadRight(width + 3))).Replace("\n", "\r\n", StringComparison.Ordinal))),
        ("html paragraphs", blocks => Html(blocks, (label, value) => $"<p style=\"margin:0\"><b>{label}:</b>&nbsp;{value}</p>")),
        ("html table", blocks => Html(blocks, (label, value) => $"<table><tr><td><font size=\"2\">{label}:</font></td>\n<td>&nbsp;</td><td>\n<font size=\"2\">{value}</font></td></tr></table>")),
        ("docx", blocks => Docx.Of(string.Concat(blocks.Select(DocxOf)))),
        ("windows-1252", blocks => Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(Plain(blocks, 72, (label, width) => (label + ":").PadRight(width + 4))).Replace(" of ", "\u00a0of ", StringComparison.Ordinal).Split('"').Aggregate((text, next) => text + (text.LastIndexOf('\u0093') > text.LastIndexOf('\u0094') ? '\u0094' : '\u0093') + next))),
    ];

    private static byte[] Plain(IReadOnlyList<Block> blocks, int width, Func<string, int, string> label)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Block.Line line:
                    text.Append(line.Words).Append('\n');
                    break;
                case Block.Prose prose:
                    text.Append(Wrapped("     " + prose.Words, width, 0)).Append('\n');
                    break;
                case Block.Row row:
                    var start = label(row.Label, 26);
                    text.Append(Wrapped(start + row.Value, width, start.Length > 60 ? 0 : start.Length)).Append('\n');
                    break;
                case Block.Figures figures:
                    foreach (var cells in figures.Rows)
                        text.Append(cells[0].PadRight(46)).Append(cells[^1].PadLeft(18)).Append('\n');
                    break;
            }
            text.Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Lines of at most a width; those after the first begin in a column.</summary>
    private static string Wrapped(string words, int width, int column)
    {
        if (words.Length <= width) return words;
        var cut = words.LastIndexOf(' ', width);
        if (cut <= column + 10) return words;
        return words[..cut] + "\n" + Wrapped(new string(' ', column) + words[(cut + 1)..], width, column);
    }

    private static byte[] Html(IReadOnlyList<Block> blocks, Func<string, string, string> row)
    {
        var html = new StringBuilder("<html><head><title>x</title><style>p { color: black }</style></head><body>\n");
        foreach (var block in blocks)
            html.Append(block switch
            {
                Block.Line line => $"<p align=\"center\"><b>{Escaped(line.Words)}</b></p>\n",
                Block.Prose prose => $"<p>{Escaped(prose.Words).Replace(". ", ".&#160; ", StringComparison.Ordinal)}</p>\n",
                Block.Row r => row(Escaped(r.Label), Escaped(r.Value)) + "\n",
                Block.Figures figures => "<table>\n" + string.Concat(figures.Rows.Select(cells => "<tr>" + string.Concat(cells.Select(c => $"<td>{Escaped(c)}</td>")) + "</tr>\n")) + "</table>\n",
                _ => throw new InvalidOperationException(),
            });
        return Encoding.UTF8.GetBytes(html.Append("</body></html>\n").ToString());
    }

    private static string DocxOf(Block block) => block switch
    {
        Block.Line line => Docx.Paragraph(Escaped(line.Words)),
        Block.Prose prose => Docx.Paragraph(Escaped(prose.Words)),
        Block.Row row => Docx.Table(Docx.Row(Escaped(row.Label) + ":", Escaped(row.Value))),
        Block.Figures figures => Docx.Table([.. figures.Rows.Select(cells => Docx.Row([.. cells.Select(Escaped)]))]),
        _ => throw new InvalidOperationException(),
    };

    private static string Escaped(string words) => words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
