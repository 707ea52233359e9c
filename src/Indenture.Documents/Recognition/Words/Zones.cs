namespace Indenture.Documents;

/// <summary>The zones that documents name, in IANA form.</summary>
internal static class Zones
{
    /// <summary>"Eastern Time" is America/New_York; "unstated" for words that name none.</summary>
    public static string Of(string words) => words.ToUpperInvariant() switch
    {
        var w when w.StartsWith("EASTERN", StringComparison.Ordinal) || w.StartsWith("NEW YORK", StringComparison.Ordinal) => "America/New_York",
        var w when w.StartsWith("LONDON", StringComparison.Ordinal) => "Europe/London",
        var w when w.StartsWith("TOKYO", StringComparison.Ordinal) => "Asia/Tokyo",
        var w when w.StartsWith("CENTRAL", StringComparison.Ordinal) => "America/Chicago",
        var w when w.StartsWith("PACIFIC", StringComparison.Ordinal) => "America/Los_Angeles",
        _ => "unstated",
    };

    /// <summary>The zone of a place whose city the words name; null where they name none that is known.</summary>
    public static string? OfPlace(string words) =>
        words.Contains("New York", StringComparison.OrdinalIgnoreCase) ? "America/New_York"
        : words.Contains("London", StringComparison.OrdinalIgnoreCase) ? "Europe/London"
        : words.Contains("Tokyo", StringComparison.OrdinalIgnoreCase) ? "Asia/Tokyo"
        : words.Contains("Chicago", StringComparison.OrdinalIgnoreCase) ? "America/Chicago"
        : null;
}
