using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The law that governs a document.</summary>
internal static partial class GoverningLawClause
{
    public static Recogniser Recogniser { get; } = new("governing law", Role.Any, ["Governing Law"], ["governed by", "construed in accordance with"], Read);

    [GeneratedRegex(@"\b(?:governed by|construed in accordance with)(?:, and construed in accordance with,?| and construed in accordance with)?,? the (?:internal )?laws? of (?:the )?(?<law>State of New York|State of Delaware|New York|England(?: and Wales)?|Japan)\b", Text.Options)]
    private static partial Regex Sentence { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (passage.IsRow)
        {
            if (passage.Text.Length < 80) yield return passage.Whole("governingLaw", Name(passage.Text));
        }
        else if (Sentence.Match(passage.Text) is { Success: true } match) yield return passage.Fact("governingLaw", Name(match.Groups["law"].Value), match.Groups["law"]);
    }

    private static string Name(string words) => Text.Tidy(words.StartsWith("State of ", StringComparison.OrdinalIgnoreCase) ? words["State of ".Length..] : words).TrimEnd('.');
}
