using System.Globalization;

namespace Indenture.Tests.Support;

/// <summary>One line of a reference table, by column name.</summary>
public sealed class OracleRow(string file, int line, IReadOnlyDictionary<string, int> columns, string[] fields)
{
    public string this[string column] => fields[columns[column]];

    public DateOnly Date(string column) => Oracle.Date(this[column]);

    public DateOnly? DateIfAny(string column) => this[column].Length == 0 ? null : Date(column);

    public double Number(string column) => double.Parse(this[column], CultureInfo.InvariantCulture);

    /// <summary>Several dates with a semicolon between.</summary>
    public IReadOnlyList<DateOnly> Dates(string column) => [.. this[column].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Oracle.Date)];

    public override string ToString() => $"{file}:{line} {string.Join(',', fields.Take(4))}";
}

/// <summary>The reference tables in ../shared/oracles: one header line, no quoting, ISO dates.</summary>
public static class Oracle
{
    public static IReadOnlyList<OracleRow> Read(string file)
    {
        var lines = File.ReadAllLines(Reference.PathOf("oracles", file));
        var columns = lines[0].Split(',').Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i);
        // A note in the last column may hold commas itself.
        return [.. lines.Skip(1).Select((line, i) => new OracleRow(file, i + 2, columns, line.Split(',', columns.Count)))];
    }

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The calendar names of the tables as the program's: "US_FED+UK" is NewYork+London.</summary>
    public static JointCalendar Calendar(string names) => Calendars.Standard.Resolve(new CalendarSet(names.Split('+').Select(n => n switch
    {
        "US_FED" => "NewYork",
        "US_SETTLEMENT" => "USSettlement",
        "UK" => "London",
        "JP" => "Tokyo",
        "TARGET" => "TARGET",
        "NONE" => "None",
        _ => throw new ArgumentException(n),
    }))).Require();

    /// <summary>Fails with every mismatch, at most twenty of them printed.</summary>
    public static void AllHold<T>(IEnumerable<T> items, Func<T, string?> fault)
    {
        var all = items.ToList();
        Assert.NotEmpty(all);
        var faults = all.Select(fault).OfType<string>().ToList();
        Assert.True(faults.Count == 0, $"{faults.Count} of {all.Count}:\n{string.Join('\n', faults.Take(20))}");
    }
}
