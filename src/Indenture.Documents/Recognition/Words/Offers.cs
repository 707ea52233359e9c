using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Words that covers and opening sentences of offers share.</summary>
internal static partial class Offers
{
    /// <summary>The title of notes with its rate and year, for use inside patterns that tell capitals; group title.</summary>
    public const string Title =
        @"(?<title>(?:(?<![\d./])\d{1,2}(?:\.\d+|[ -]\d{1,2}/\d{1,2}|[¼½¾⅛⅜⅝⅞])?%|Floating|FLOATING|Fixed|FIXED|Zero|ZERO|Senior|SENIOR|Subordinated|SUBORDINATED|Series|SERIES|Global|GLOBAL|Callable|First|FIRST)(?![A-Za-z])[^$;:]{0,110}? (?:[Dd]ue|DUE) (?:(?i:" + Dates.Full + @")|(?:19|20)\d\d\b))";

    /// <summary>Whether a document's offer is read from its text: a sheet of terms or a supplement, not an agreement.</summary>
    public static bool IsText(DocumentFacts facts) => facts.Document.Kind is DocumentKind.FinalTermSheet or DocumentKind.PricingSupplement or DocumentKind.ProspectusSupplement;

    /// <summary>Beyond this many characters a supplement describes other notes, and a base prospectus may follow.</summary>
    public const int Reach = 60_000;

    [GeneratedRegex(@"[^\p{L}\p{N}%.]+", Text.Options)]
    private static partial Regex NoWord { get; }

    /// <summary>
    /// The issue that a sentence calls "the 2027 notes": null where it speaks of all; zero where it cannot be told.
    /// </summary>
    public static int? Issue(DocumentFacts facts, string called)
    {
        var words = Plain(called);
        if (facts.IssueNames.Count < 2 || words.Length == 0) return null;
        var named = facts.IssueNames.Select((n, i) => (Name: Plain(n), At: i)).Where(n => n.Name == words).ToList();
        if (named.Count == 1) return named[0].At + 1;
        // "both series", and words with which every name ends: all of them.
        if (words.StartsWith("BOTH ", StringComparison.Ordinal) || words.StartsWith("EACH ", StringComparison.Ordinal) || words.StartsWith("ALL ", StringComparison.Ordinal) || facts.IssueNames.All(n => Plain(n).EndsWith(" " + words, StringComparison.Ordinal))) return null;
        // "the notes", "the bonds": all of them.
        return named.Count == 0 && !words.Contains(' ') ? null : 0;
    }

    private static string Plain(string words) => NoWord.Replace(words, " ").Trim().ToUpperInvariant() is var plain && plain.StartsWith("THE ", StringComparison.Ordinal) ? plain[4..] : plain;
}
