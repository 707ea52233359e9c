using System.Globalization;
using System.Text;

namespace Indenture.Core;

/// <summary>One line of a file of comma-separated values, by the names of its columns.</summary>
/// <param name="Line">1 for the first line of the file.</param>
public sealed record CsvRow(int Line, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The field without blanks around it; null where the file has no such column or the field is empty.</summary>
    public string? this[string column] => Fields.GetValueOrDefault(column) is { Length: > 0 } field ? field : null;
}

/// <summary>A file of comma-separated values with a header line (RFC 4180, each record on one line).</summary>
public static class Csv
{
    /// <summary>
    /// The rows under the header; blank lines are left out. The string says what is wrong and where: an unclosed quotation mark, a column named twice, a
    /// line with more or fewer fields than the header.
    /// </summary>
    /// <param name="refuse">Makes the refusal from the line and what is wrong with it.</param>
    public static Outcome<(IReadOnlyList<string> Columns, IReadOnlyList<CsvRow> Rows)> Read(string text, Func<int, string, Refusal> refuse)
    {
        List<string>? columns = null;
        var rows = new List<CsvRow>();
        var number = 0;
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace()) continue;
            if (Fields(line) is not { } fields) return refuse(number, "a quotation mark is not closed");
            if (columns is null)
            {
                if (fields.GroupBy(f => f, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) return refuse(number, $"the column \"{twice.Key}\" is named twice");
                columns = fields;
                continue;
            }
            if (fields.Count != columns.Count)
                return refuse(number, $"{fields.Count.ToString(CultureInfo.InvariantCulture)} fields where {columns.Count.ToString(CultureInfo.InvariantCulture)} are expected");
            rows.Add(new CsvRow(number, columns.Zip(fields).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal)));
        }
        return columns is null ? refuse(1, "there is no header") : ((IReadOnlyList<string>)columns, (IReadOnlyList<CsvRow>)rows);
    }

    /// <summary>The fields of one line without blanks around them; null where a quotation mark is not closed on it.</summary>
    public static List<string>? Fields(ReadOnlySpan<char> line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[i++]);
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else field.Append(c);
        }
        fields.Add(field.ToString().Trim());
        return quoted ? null : fields;
    }
}
