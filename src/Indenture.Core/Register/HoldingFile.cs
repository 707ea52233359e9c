using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Indenture.Core;

/// <summary>Why a file of holdings is not taken, in the order in which it is tested.</summary>
public enum HoldingFileRefusal { HoldingsMalformed, HoldingsRepeated }

/// <summary>One row of a file of holdings.</summary>
/// <param name="Date">Null where the file has no column of dates.</param>
public sealed record HoldingRow(TierHolder Holder, Money Principal, DateOnly? Date);

/// <summary>Who holds how much, as a file says it.</summary>
/// <param name="File">Its name.</param>
/// <param name="Hash">SHA-256 of its text, 64 hex digits.</param>
public sealed record HoldingFile(string File, string Hash, IReadOnlyList<HoldingRow> Rows)
{
    private static readonly string[] Columns = ["participant", "holder", "principal", "date"];

    /// <summary>The date of every row; null where the rows have none or not the same.</summary>
    public DateOnly? Date => Rows.Count > 0 && Rows.All(r => r.Date == Rows[0].Date) ? Rows[0].Date : null;

    /// <summary>
    /// Reads comma-separated values under a header with the columns participant and principal, and where wanted holder and date, in any order; a
    /// field with a comma or a quotation mark stands in quotation marks. Refused HOLDINGS-MALFORMED with file, line and field, HOLDINGS-REPEATED
    /// where a holder stands twice.
    /// </summary>
    public static Outcome<HoldingFile> Parse(string csv, string file, Currency currency)
    {
        var rows = new List<HoldingRow>();
        var seen = new HashSet<TierHolder>();
        int[]? columns = null;
        var number = 0;
        foreach (var line in csv.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            if (line.IsWhiteSpace()) continue;
            if (Csv.Fields(line) is not { } fields) return Malformed(file, number, "a quotation mark is not closed");
            if (columns is null)
            {
                if (fields.FirstOrDefault(f => !Columns.Contains(f)) is { } unknown) return Malformed(file, number, $"\"{unknown}\" is not one of the columns {string.Join(", ", Columns)}");
                columns = [.. Columns.Select(c => fields.IndexOf(c))];
                if (columns[0] < 0 || columns[2] < 0 || fields.Distinct().Count() < fields.Count) return Malformed(file, number, "the header does not name participant and principal, each column once");
                continue;
            }
            if (fields.Count != columns.Count(c => c >= 0)) return Malformed(file, number, $"{fields.Count} fields where {columns.Count(c => c >= 0)} are expected");
            var participant = fields[columns[0]];
            if (participant.Length == 0) return Malformed(file, number, "the participant is empty");
            var holder = new TierHolder(participant, columns[1] >= 0 && fields[columns[1]].Length > 0 ? fields[columns[1]] : null);
            if (Money.Parse(fields[columns[2]], currency) is not Outcome<Money>.Done { Value: { Minor: >= 0 } principal })
                return Malformed(file, number, $"\"{fields[columns[2]]}\" is not a principal amount in {currency} of zero or more");
            DateOnly? date = null;
            if (columns[3] >= 0)
            {
                if (!DateOnly.TryParseExact(fields[columns[3]], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Malformed(file, number, $"\"{fields[columns[3]]}\" is not a date such as 2008-12-05");
                date = day;
            }
            if (!seen.Add(holder)) return Refusal.Of(HoldingFileRefusal.HoldingsRepeated, $"{file}, line {Text(number)}: {holder} stands there twice.");
            rows.Add(new HoldingRow(holder, principal, date));
        }
        if (columns is null) return Malformed(file, 1, "there is no header");
        return new HoldingFile(file, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(csv))), rows);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Refusal Malformed(string file, int line, string what) => Refusal.Of(HoldingFileRefusal.HoldingsMalformed, $"{file}, line {Text(line)}: {what}.");
}
