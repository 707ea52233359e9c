using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Index and day count that a form of terms chooses by a marked box: "þ LIBOR o Prime Rate", "☐ 30/360 ☒ Actual/360". Two marks choose nothing.</summary>
internal static partial class MarkedChoiceClause
{
    public static Recogniser Recogniser { get; } = new("marked choices", Role.Offer, [], [], Read);

    [GeneratedRegex(Boxes.Marked + @" {0,2}(?<words>" + FloatingRateClause.Index + ")", Text.Options)]
    private static partial Regex Index { get; }

    [GeneratedRegex(Boxes.Marked + @" {0,2}(?<words>30 ?/ ?360|Act(?:ual)?\.? ?/ ?360|Act(?:ual)?\.? ?/ ?365)\b", Text.Options)]
    private static partial Regex DayCount { get; }

    /// <summary>A sheet whose list of indices is not at hand says on what the first rate is based.</summary>
    [GeneratedRegex(@"\binterest rate will be (?:based on|determined by reference to) (?<words>" + FloatingRateClause.Index + ")", Text.Options)]
    private static partial Regex Based { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var indices = Index.Matches(passage.Text);
        var chosen = indices.Count > 0 ? Only(indices, "index") : Based.Match(passage.Text) is { Success: true } based ? based : null;
        if (chosen is not null)
        {
            yield return passage.Fact("interestKind", "floating", chosen.Groups["words"]);
            yield return passage.Fact("index", FloatingRateClause.Code(chosen.Groups["index"].Value.ToUpperInvariant(), facts.Value("currency") ?? "USD"), chosen.Groups["words"]);
        }
        if (Only(DayCount.Matches(passage.Text), "words") is { } count)
            yield return passage.Fact("dayCount", count.Groups["words"].Value[0] == '3' ? "30/360" : count.Groups["words"].Value.EndsWith("360", StringComparison.Ordinal) ? "Actual/360" : "Actual/365F", count.Groups["words"]);
    }

    /// <summary>The choice that every mark makes; null where marks differ.</summary>
    private static Match? Only(MatchCollection matches, string group) =>
        matches.Select(m => Text.Key(m.Groups[group].Value)).Distinct().Count() == 1 ? matches[0] : null;
}
