using System.Globalization;

namespace Indenture.Core;

/// <summary>Why a fixings file was not taken.</summary>
public enum FixingsRefusal
{
    /// <summary>A line that is not "index,tenor,date,percent".</summary>
    FixingsMalformed,
    /// <summary>Two rates for one date of one index.</summary>
    FixingsConflict,
}

/// <summary>One published rate: percent per annum of an index for a tenor ("3M", "ON") on a determination date.</summary>
public sealed record Fixing(string Index, string Tenor, DateOnly Date, Percent Percent, Source.Import Source);

/// <summary>Published rates by index, tenor and determination date.</summary>
public sealed class Fixings
{
    /// <summary>No fixing at all.</summary>
    public static readonly Fixings None = new([]);

    private readonly Dictionary<(string, string, DateOnly), Fixing> _rows;

    private Fixings(Dictionary<(string, string, DateOnly), Fixing> rows) => _rows = rows;

    /// <summary>How many rates there are.</summary>
    public int Count => _rows.Count;

    /// <summary>The rate of that very date; null where none was given: an earlier or later rate never stands in for it.</summary>
    public Fixing? Find(string index, string tenor, DateOnly date) => _rows.GetValueOrDefault((index, tenor, date));

    /// <summary>The tenor of an overnight rate: "ON".</summary>
    public const string Overnight = "ON";

    /// <summary>"3M" for three months.</summary>
    public static string TenorOf(int months) => months.ToString(CultureInfo.InvariantCulture) + "M";

    /// <summary>
    /// Reads "index,tenor,date,percent" with that header line. Refused FIXINGS-MALFORMED with file, line and field; FIXINGS-CONFLICT where one
    /// date of one index has two rates.
    /// </summary>
    public static Outcome<Fixings> Parse(string csv, string file)
    {
        var rows = new Dictionary<(string, string, DateOnly), Fixing>();
        var number = 0;
        foreach (var line in csv.AsSpan().EnumerateLines())
        {
            number++;
            var text = line.Trim().TrimStart('\uFEFF').ToString();
            if (text.Length == 0) continue;
            if (number == 1)
            {
                if (text != "index,tenor,date,percent") return Malformed(file, number, "the header is not \"index,tenor,date,percent\"");
                continue;
            }
            var fields = text.Split(',', StringSplitOptions.TrimEntries);
            if (fields.Length != 4) return Malformed(file, number, $"{fields.Length} fields where 4 are expected");
            if (fields[0].Length == 0 || fields[1].Length == 0) return Malformed(file, number, "the index or the tenor is empty");
            if (!DateOnly.TryParseExact(fields[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return Malformed(file, number, $"\"{fields[2]}\" is not a date such as 2008-12-05");
            if (Percent.Parse(fields[3]) is not Outcome<Percent>.Done { Value: var percent })
                return Malformed(file, number, $"\"{fields[3]}\" is not a percent such as 2.18750");
            var fixing = new Fixing(fields[0], fields[1], date, percent, new Source.Import(file, $"line {number.ToString(CultureInfo.InvariantCulture)}"));
            if (rows.TryGetValue((fixing.Index, fixing.Tenor, date), out var earlier) && earlier.Percent.Value != percent.Value)
                return Refusal.Of(FixingsRefusal.FixingsConflict,
                    $"{file}, line {number}: {fixing.Index} {fixing.Tenor} of {fields[2]} is {percent}, but {earlier.Source.Row} says {earlier.Percent}.");
            rows[(fixing.Index, fixing.Tenor, date)] = fixing;
        }
        return new Fixings(rows);
    }

    private static Refusal Malformed(string file, int line, string what) =>
        Refusal.Of(FixingsRefusal.FixingsMalformed, $"{file}, line {line.ToString(CultureInfo.InvariantCulture)}: {what}.");
}
