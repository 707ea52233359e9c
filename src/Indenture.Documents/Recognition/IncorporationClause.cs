using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Another document is made part of this one: "All the provisions contained in the document entitled … are incorporated by reference".</summary>
internal static partial class IncorporationClause
{
    public static Recogniser Recogniser { get; } = new("incorporation by reference", Role.Offer, [], ["incorporated by reference in their entirety", "incorporated herein by reference in its entirety", "the document entitled"], Read);

    [GeneratedRegex(@"\b(?<words>document entitled [""“](?<title>[^""”]{5,160})[""”],? and dated (?<date>" + Dates.Full + @")(?: \(the [""“](?<short>[^""”]{3,60})[""”]\))?)", Text.Options)]
    private static partial Regex Entitled { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (!passage.Text.Contains("incorporated", StringComparison.OrdinalIgnoreCase) || Entitled.Match(passage.Text) is not { Success: true } match) yield break;
        var words = match.Groups["words"];
        yield return new Recognised.Cites(match.Groups["short"].Success ? match.Groups["short"].Value : match.Groups["title"].Value, Dates.Parse(match.Groups["date"].Value), "incorporated", passage.Start + words.Index, passage.Start + words.Index + words.Length);
    }
}
