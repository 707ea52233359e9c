using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The indenture under which the notes are issued.</summary>
internal static partial class IndentureClause
{
    public static Recogniser Recogniser { get; } = new("indenture", Role.Terms | Role.Contract, [], ["Indenture, dated as of", "Indenture dated as of", "Indenture, dated"], Read);

    [GeneratedRegex(@"(?<!Supplemental |Supplemental\u00a0)\b(?<words>Indenture,? dated as of (?<date>" + Dates.Full + "))", Text.Options)]
    private static partial Regex Dated { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        // A supplement names the indentures of other notes too: the first is that of its own.
        if (Offers.IsText(facts) && facts.First("indentureDate") is not null) yield break;
        if (Dated.Match(passage.Text) is { Success: true } match && Dates.Parse(match.Groups["date"].Value) is { } date)
            yield return passage.Fact("indentureDate", date, match.Groups["date"]);
    }
}
