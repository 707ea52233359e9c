using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Whether the issuer makes holders whole for tax withheld.</summary>
internal static partial class TaxClause
{
    public static Recogniser Recogniser { get; } = new("tax", Role.Terms, [], ["will pay additional amounts", "will not be required to pay Additional Amounts"], Read);

    [GeneratedRegex(@"\b(?<words>The (?:Company|Issuer) will pay additional amounts[^.]{0,400})", Text.Options)]
    private static partial Regex Pays { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Pays.Match(passage.Text) is { Success: true } pays) yield return passage.Fact("tax", "additional amounts are paid", pays.Groups["words"]);
    }
}
