using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>When a global note may be exchanged for notes in certificates.</summary>
internal static partial class ExchangeClause
{
    public static Recogniser Recogniser { get; } = new("exchange", Role.Terms, [], ["exchangeable for definitive"], Read);

    [GeneratedRegex(@"\b(?<words>exchangeable for definitive [^.]{0,260}? only if \(i\) .{10,900}?)\. ", Text.Options)]
    private static partial Regex OnlyIf { get; }

    [GeneratedRegex(@"\((?:i|ii|iii|iv|v|vi)\) ", Text.Options)]
    private static partial Regex Limb { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (OnlyIf.Match(passage.Text) is { Success: true } only)
            yield return passage.Fact("exchange", $"definitive notes only in {Limb.Count(only.Groups["words"].Value)} cases", only.Groups["words"]);
    }
}
