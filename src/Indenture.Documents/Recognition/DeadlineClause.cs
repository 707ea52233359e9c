using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A duty to be done within so many calendar days of the issue of the notes.</summary>
internal static partial class DeadlineClause
{
    public static Recogniser Recogniser { get; } = new("deadlines", Role.Offer, [], ["calendar days of", "calendar days after"], Read);

    [GeneratedRegex(@"\bwithin (?<words>(?<n>" + Amounts.SmallWord + @")(?: \(\d{1,3}\))? calendar days (?:of|after|following) the (?<event>date of issuance|Closing Date|issue date))", Text.Options)]
    private static partial Regex Within { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Within.Match(passage.Text) is { Success: true } match && Amounts.Small(match.Groups["n"].Value) is { } days)
            yield return passage.Fact("deadline", $"{days} calendar days after issue", match.Groups["words"]);
    }
}
