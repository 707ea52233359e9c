using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>What a contract gives a number of days for: "within 90 days after the occurrence of an Event of Default".</summary>
internal static partial class ContractDeadlineClause
{
    public static Recogniser Recogniser { get; } = new("deadlines of contracts", Role.Contract, [], ["business day of", "business day after", "business days after", "days after", "days of receipt", "days of such", "business days of"], Read);

    [GeneratedRegex(@"\b(?<words>(?:within|later than) (?<n>" + Amounts.SmallWord + @")(?: \(\d{1,3}\))? (?<unit>(?:calendar |[Bb]usiness )?[Dd]ays?) (?:after|of|following|from) (?<event>(?:the |a |an |such )?[A-Za-z0-9][\w’' ]{3,70}?))(?=[,;.()]| at the | transmit| notify| shall| and \(| by the |$)", Text.Options)]
    private static partial Regex Within { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        foreach (Match match in Within.Matches(passage.Text))
            if (Amounts.Small(match.Groups["n"].Value) is { } days)
                yield return passage.Fact("deadline", $"{days} {match.Groups["unit"].Value.ToLowerInvariant()} after {match.Groups["event"].Value}", match.Groups["words"]);
    }
}
