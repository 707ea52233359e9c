using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The cities and systems whose holidays documents name, as calendars.</summary>
internal static partial class Cities
{
    [GeneratedRegex(@"\b(?:The City of New York|New York City|New York|London|Tokyo|TARGET2?|Trans-European Automated Real-time Gross Settlement)\b", Text.Options)]
    private static partial Regex Names { get; }

    /// <summary>The calendar of one name: "The City of New York" is NewYork.</summary>
    public static string Calendar(string name) => name.ToUpperInvariant() switch
    {
        "LONDON" => "London",
        "TOKYO" => "Tokyo",
        var n when n.StartsWith("TARGET", StringComparison.Ordinal) || n.StartsWith("TRANS", StringComparison.Ordinal) => "TARGET",
        "U.S. GOVERNMENT SECURITIES" => "USSettlement",
        _ => "NewYork",
    };

    /// <summary>The calendars that words name, in their order, and where the naming stands; null where they name none.</summary>
    public static (string Calendars, int Start, int Length)? In(string words)
    {
        var found = Names.Matches(words);
        if (found.Count == 0) return null;
        var last = found[^1];
        return (string.Join(",", found.Select(m => Calendar(m.Value)).Distinct()), found[0].Index, last.Index + last.Length - found[0].Index);
    }
}
