using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Where the global notes are kept, and in whose name they are registered.</summary>
internal static partial class DepositaryClause
{
    public static Recogniser Recogniser { get; } = new("depositary", Role.Terms, ["Depositary", "Depository"], ["The Depository Trust Company"], Read);

    [GeneratedRegex(@"\bThe Depository Trust Company\b", Text.Options)]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"\bregistered in the name of (?<nominee>Cede & Co\.)", Text.Options)]
    private static partial Regex Nominee { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Name.Match(passage.Text) is not { Success: true } name) yield break;
        yield return passage.Fact("depositary", "The Depository Trust Company", name);
        yield return new Recognised.Names("depositary", "The Depository Trust Company", passage.Start + name.Index, passage.Start + name.Index + name.Length);
        if (Nominee.Match(passage.Text) is { Success: true } nominee)
            yield return new Recognised.Names("nominee", nominee.Groups["nominee"].Value, passage.Start + nominee.Groups["nominee"].Index, passage.Start + nominee.Groups["nominee"].Index + nominee.Groups["nominee"].Length);
    }
}
