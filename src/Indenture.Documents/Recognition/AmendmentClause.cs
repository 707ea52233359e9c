using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>What share of the holders may change the terms.</summary>
internal static partial class AmendmentClause
{
    public static Recogniser Recogniser { get; } = new("amendment", Role.Terms, [], ["with the consent of the holders of not less than"], Read);

    [GeneratedRegex(@"\b(?<words>with the consent of the holders of not less than (?<share>\d{1,3}(?: \d/\d)?(?:\.\d+)?) ?% in (?:aggregate )?principal amount)", Text.Options)]
    private static partial Regex Share { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Share.Match(passage.Text) is { Success: true } share) yield return passage.Fact("amendment", $"holders of at least {share.Groups["share"].Value}% of principal", share.Groups["words"]);
    }
}
