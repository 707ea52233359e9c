using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Which of two documents governs where they differ, as a document itself says it; what none says is not added.</summary>
internal static partial class PriorityClause
{
    public static Recogniser Recogniser { get; } = new("order of documents", Role.Terms | Role.Contract, [], ["conflict between", "conflicts with"], Read);

    [GeneratedRegex(@"\b(?<words>conflict between the (?:terms|provisions) of (?<one>[^,.]{3,60}?) and (?:the (?:terms|provisions) of )?(?<other>[^,.]{3,80}?), the (?:terms|provisions) of (?<governs>[^,.]{3,60}?) (?:shall|will) (?:control|govern|prevail))", Text.Options)]
    private static partial Regex Between { get; }

    [GeneratedRegex(@"\b(?<words>(?<one>this [A-Z][\w ]{3,60}?) limits, qualifies or conflicts with the duties imposed by [^,.]{3,60}(?:, inclusive,)? of (?<governs>the [A-Z][\w ]{3,60}?), such imposed duties shall control)", Text.Cased)]
    private static partial Regex Imposed { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        foreach (Match match in Between.Matches(passage.Text))
        {
            var governs = Name(match.Groups["governs"].Value);
            var (one, other) = (Name(match.Groups["one"].Value), Name(match.Groups["other"].Value));
            yield return passage.Fact("priority", $"{governs} over {(Text.Key(governs) == Text.Key(one) ? other : one)}", match.Groups["words"]);
        }
        if (Imposed.Match(passage.Text) is { Success: true } imposed)
            yield return passage.Fact("priority", $"{Name(imposed.Groups["governs"].Value)} over {Name(imposed.Groups["one"].Value)}", imposed.Groups["words"]);
    }

    private static string Name(string words) => words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words.StartsWith("this ", StringComparison.OrdinalIgnoreCase) ? words[5..] : words;
}
