using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>What a document that offers several issues calls each of them: "2027 Notes", "Floating Rate Notes", "Tranche A".</summary>
internal static partial class TrancheNames
{
    private const string Name =
        @"(?<name>(?:(?:19|20)\d\d(?: [A-Z][\w-]+){0,3} (?:Notes?|Bonds?|Debentures?|Securities)|\d{1,2}(?:\.\d+)?%(?: [A-Z][\w-]+){0,4} (?:Notes?|Bonds?|Debentures?|Securities)(?: due(?: [A-Z][a-z]+ \d{1,2},)? (?:19|20)\d\d)?" +
        @"|(?:\d{1,2}|Two|Three|Five|Seven|Ten|Thirty)[- ][Yy]ears?(?: [A-Z][\w-]+){0,4}|\d{1,2}(?:\.\d)?[- ]?[Yy](?:ea)?rs?(?: [A-Z][\w-]+){0,3}|(?:Floating|Fixed)[- ]Rate(?: [A-Z][\w-]+){0,3} (?:Notes?|Bonds?|Debentures?|Securities)(?: due (?:19|20)\d\d)?" +
        @"|Fixed[- ]to[- ]Floating(?: Rate)? (?:Notes?|Securities)|FRN|(?:Series|Class|Tranche) [A-Z0-9](?:-?[0-9A-Z])?(?: [A-Z][\w-]+){0,3}|Senior Notes|Subordinated Notes))";

    [GeneratedRegex(@"^[•·\-– ]{0,3}" + Name + @" ?(?::|[–—-](?= )|\)|$)", Text.Cased)]
    private static partial Regex Beginning { get; }

    /// <summary>A name before its value.</summary>
    [GeneratedRegex(@"(?:(?<=[\s(;,.•·])|^)" + Name + @" ?(?::|[–—-](?= ))", Text.Cased)]
    private static partial Regex Before { get; }

    /// <summary>A name in brackets or after "for the", behind its value.</summary>
    [GeneratedRegex(@"\((?:the |for the |with respect to the )?[""“]? ?" + Name + @" ?[""”]?\)| (?:for|in the case of|with respect to) (?:each|the) " + Name + @"(?=[\s;,.]|$)", Text.Cased)]
    private static partial Regex Behind { get; }

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", Text.Cased)]
    private static partial Regex Year { get; }

    /// <summary>A piece that begins with a name and a colon.</summary>
    public static bool Begins(ReadOnlySpan<char> text) => Beginning.IsMatch(text[..Math.Min(text.Length, 90)]);

    /// <summary>The parts of a value that are given to different issues by name; empty where fewer than two are.</summary>
    public static IReadOnlyList<(string Key, int Start, int Length)> PartsOf(string value)
    {
        var before = Before.Matches(value);
        if (before.Count > 1 && Different(before))
            return [.. before.Select((m, i) => (Key(m), m.Index + m.Length, (i + 1 < before.Count ? before[i + 1].Index : value.Length) - m.Index - m.Length))];
        var behind = Behind.Matches(value);
        if (behind.Count > 1 && Different(behind))
            return [.. behind.Select((m, i) => (Start: i == 0 ? 0 : behind[i - 1].Index + behind[i - 1].Length, Match: m)).Select(p => (Key(p.Match), p.Start, p.Match.Index - p.Start))];
        return [];
    }

    /// <summary>One issue goes by "2027 Notes" and "5.25% Notes due 2027": the year tells them apart, where there is one.</summary>
    public static string Key(string name) => Year.Match(name) is { Success: true } year ? year.Value : Text.Key(name);

    private static string Key(Match match) => Key(match.Groups["name"].Value);

    private static bool Different(MatchCollection matches) => matches.Select(Key).Distinct().Count() == matches.Count;
}
