using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A payment whose amount and time stand in a rule outside the documents.</summary>
internal static partial class ExternalRuleClause
{
    public static Recogniser Recogniser { get; } = new("payments by outside rules", Role.Offer, [], ["in the manner required by"], Read);

    [GeneratedRegex(@"\b(?<words>payment of [^.;]{5,200}? (?:made )?within the time period and in the manner required by (?<rule>[^.;]{3,60}?\d[\d.()a-z]*))(?=[;.,]|$)", Text.Options)]
    private static partial Regex Required { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Required.Match(passage.Text) is not { Success: true } match) yield break;
        var words = match.Groups["words"];
        yield return new Recognised.Shows(FindingCodes.ExternalRule, $"A payment is due in the amount and at the time that {match.Groups["rule"].Value} sets; neither is stated.",
            passage.Start + words.Index, passage.Start + words.Index + words.Length, [match.Groups["rule"].Value]);
    }
}
