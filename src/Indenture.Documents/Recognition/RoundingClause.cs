using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>How amounts of interest are rounded.</summary>
internal static partial class RoundingClause
{
    public static Recogniser Recogniser { get; } = new("rounding", Role.Terms, [], ["rounded to the nearest cent", "rounded to the nearest whole cent"], Read);

    [GeneratedRegex(@"\b(?<words>rounded to the nearest (?:whole )?cent,? \(?(?:with )?(?:one-half|half)(?: of)?(?: a)? cents? (?:being )?(?:rounded )?(?<direction>upwards?|downwards?|up|down)\b)", Text.Options)]
    private static partial Regex HalfCent { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (HalfCent.Match(passage.Text) is { Success: true } match && match.Groups["direction"].Value.StartsWith("up", StringComparison.OrdinalIgnoreCase))
            yield return passage.Fact("rounding", "0.01 half-up", match.Groups["words"]);
    }
}
