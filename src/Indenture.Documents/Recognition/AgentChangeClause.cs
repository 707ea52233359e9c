using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>How an agent leaves its office: the notice it gives or gets, and the days around a payment on which nobody leaves.</summary>
internal static partial class AgentChangeClause
{
    public static Recogniser Recogniser { get; } = new("change of agents", Role.Contract, [], ["removed at any time", "may at any time resign", "before or after any due date", "before the expiry of any notice"], Read);

    private const string N = "(?<n>" + Amounts.SmallWord + @")(?: \(\d{1,3}\))?";

    [GeneratedRegex(@"\bremoved at any time\b" + Text.InSentence + "{0,80}?\\bat least (?<words>" + N + " days['’]? (?:prior )?(?:written )?notice)", Text.Options)]
    private static partial Regex Removal { get; }

    [GeneratedRegex(@"\bmay at any time resign\b" + Text.InSentence + "{0,80}?\\bat least (?<words>" + N + " days['’]? (?:prior )?(?:written )?notice)", Text.Options)]
    private static partial Regex Resignation { get; }

    [GeneratedRegex(@"\b(?<words>within " + N + " days before or after any due date)", Text.Options)]
    private static partial Regex Blackout { get; }

    [GeneratedRegex(@"\b(?<words>" + N + " days before the expiry of any notice)", Text.Options)]
    private static partial Regex Replacement { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        foreach (var (fact, pattern, value) in new[] { ("removalNotice", Removal, "{0} days"), ("resignationNotice", Resignation, "{0} days"), ("changeBlackout", Blackout, "{0} days before and after a due date"), ("replacementDeadline", Replacement, "{0} days before the expiry of the notice") })
            if (pattern.Match(passage.Text) is { Success: true } match && Amounts.Small(match.Groups["n"].Value) is { } days)
                yield return passage.Fact(fact, string.Format(System.Globalization.CultureInfo.InvariantCulture, value, days), match.Groups["words"]);
    }
}
