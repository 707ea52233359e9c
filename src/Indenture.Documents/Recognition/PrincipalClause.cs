using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>How much is offered: "issue and sell $500,000,000 aggregate principal amount", or a labelled amount.</summary>
internal static partial class PrincipalClause
{
    public static Recogniser Recogniser { get; } = new("principal", Role.Offer,
        [
            "Principal Amount", "Aggregate Principal Amount", "Principal Amount Offered", "Aggregate Principal Amount Offered", "Issue Size", "Size", "Offering Size", "Amount", "Total Principal Amount", "Initial Principal Amount",
            "Amount Offered", "Offering Amount", "Issue Amount", "Deal Size", "Transaction Size", "Par Amount", "Face Amount", "Aggregate Face Amount", "Nominal Amount", "Aggregate Nominal Amount", "Principal Amount Issued", "Principal Amount at Maturity", "Aggregate Principal Amount at Maturity", "Original Principal Amount",
            "Aggregate Initial Principal Amount", "Initial Aggregate Principal Amount", "Aggregate Principal Amount of Securities", "Aggregate Principal Amount of Notes", "Principal Amount of Notes", "Principal Amount of Securities", "Total Principal Amount Offered",
            "Size of Offering", "Aggregate Amount Offered", "Principal", "Aggregate Offering Size", "Total Size", "Tranche Size", "Securities Offered", "Notes Offered", "Offering", "Issue",
            "Currency / Principal Amount", "Currency/Principal Amount", "Currency / Amount", "Currency and Principal Amount", "Currency/Amount", "Aggregate Principal Amount / Gross Proceeds", "Aggregate Principal Amount/Gross Proceeds", "Principal Amount/Gross Proceeds", "Principal Amount / Gross Proceeds",
            "Principal Amount / Issue Size", "Principal Amount/Size", "Issue Amount / Currency", "Size / Currency", "Size/Currency", "Currency/Size", "Currency / Size",
        ],
        ["issue and sell", "We will initially issue", "initial aggregate principal amount"], Read);

    [GeneratedRegex(@"\bissue and sell (?:to [^$]{0,80})?(?:up to )?" + Amounts.Money + @" (?:aggregate |initial aggregate )?principal amount\b", Text.Options)]
    private static partial Regex IssueAndSell { get; }

    /// <summary>"We will initially issue $1,000,000,000 aggregate principal amount of notes", "issued in an initial aggregate principal amount of …".</summary>
    [GeneratedRegex(@"\bWe will initially issue " + Amounts.Money + @" (?:in )?(?:aggregate )?principal amount of (?:the |our )?(?:notes|bonds|debentures|securities)\b|\binitial aggregate principal amount (?:of (?:the )?(?:Notes|Bonds|Debentures|Securities) )?(?:of|is|will be|shall be) " + Amounts.Money, Text.Options)]
    private static partial Regex Initially { get; }

    /// <summary>What one note is worth, or a price for so much of it, is no amount offered.</summary>
    [GeneratedRegex(@"^(?:(?:an )?aggregate (?:principal amount )?of )?" + Amounts.Money + @"(?! ?(?:\)|per|each|for each|or (?:any )?(?:integral|whole)|and (?:any )?(?:integral|whole)|x \$|minimum|denominations?|[-–%]|to \$))", Text.Options)]
    private static partial Regex Labelled { get; }

    /// <summary>Figures without a sign of the currency.</summary>
    [GeneratedRegex(@"^(?<cur>)(?<num>\d{1,3}(?:,\d{3}){2,}(?:\.\d\d)?)(?<scale>)(?![\d,])", Text.Options)]
    private static partial Regex Bare { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var match = (passage.IsRow ? Labelled : IssueAndSell).Match(passage.Text);
        if (!match.Success && !passage.IsRow && facts.First("principal") is null && facts.IssueNames.Count < 2) match = Initially.Match(passage.Text);
        if (!match.Success)
        {
            if (passage.IsRow && Bare.Match(passage.Text) is { Success: true } bare && facts.Value("currency") is null or "USD") yield return passage.Fact("principal", Amounts.Value(bare), bare.Groups["num"], "USD");
            yield break;
        }
        // "Offering: $500,000,000 …" but "Amount: $10.00": notes are issued by the thousand at least.
        if (passage.IsRow && Amounts.Value(match).Split('.')[0].Length < 5) yield break;
        var unit = Amounts.Unit(match.Groups["cur"].Value);
        var start = match.Groups["cur"].Index;
        yield return passage.Fact("principal", Amounts.Value(match), start, match.Groups["num"].Index + match.Groups["num"].Length + match.Groups["scale"].Length - start, unit);
        // The issues of one document are of one currency, unless it says otherwise.
        if (!facts.Every("currency").Any(f => f.Value == unit && f.Tranche is null)) yield return (passage with { Tranche = facts.First("currency") is null ? null : passage.Tranche }).Fact("currency", unit, match.Groups["cur"]);
    }
}
