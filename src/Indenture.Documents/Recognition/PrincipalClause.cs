using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>How much is offered: "issue and sell $500,000,000 aggregate principal amount", or a labelled amount.</summary>
internal static partial class PrincipalClause
{
    public static Recogniser Recogniser { get; } = new("principal", Role.Offer,
        ["Principal Amount", "Aggregate Principal Amount", "Principal Amount Offered", "Aggregate Principal Amount Offered", "Issue Size", "Size", "Offering Size", "Amount", "Total Principal Amount", "Initial Principal Amount"],
        ["issue and sell"], Read);

    [GeneratedRegex(@"\bissue and sell (?:to [^$]{0,80})?(?:up to )?" + Amounts.Money + @" (?:aggregate |initial aggregate )?principal amount\b", Text.Options)]
    private static partial Regex IssueAndSell { get; }

    [GeneratedRegex(@"^(?:Up to )?" + Amounts.Money, Text.Options)]
    private static partial Regex Labelled { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var match = (passage.IsRow ? Labelled : IssueAndSell).Match(passage.Text);
        if (!match.Success) yield break;
        var unit = Amounts.Unit(match.Groups["cur"].Value);
        var start = match.Groups["cur"].Index;
        yield return passage.Fact("principal", Amounts.Value(match), start, match.Groups["num"].Index + match.Groups["num"].Length + match.Groups["scale"].Length - start, unit);
        yield return passage.Fact("currency", unit, match.Groups["cur"]);
    }
}
