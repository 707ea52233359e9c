using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>
/// The sentence by which a current report or a press release tells of a sale of notes: "On May 4, 2025, the Company completed a public offering of
/// $400 million aggregate principal amount of its 4.80% Senior Notes due 2035". Notes that are redeemed, tendered for or outstanding are not meant.
/// </summary>
internal static partial class ReportedSaleClause
{
    public static Recogniser Recogniser { get; } = new("reported sale", Role.Cover, [], ["principal amount of", "million of", "billion of", "notes due", "bonds due", "debentures due"], Read);

    /// <summary>The report comes to its matter soon; what stands later is other debt.</summary>
    private const int Reach = 8000;

    private const string Issue = Amounts.Money + @",? (?:(?:in )?(?:aggregate )?principal amount )?of (?:(?:its|our|the|new|the (?:Company|Issuer|Corporation|Partnership)['’]s|their) )*(?<title>" + Rates.Figures + @" ?% [^$€£;:.()]{0,90}?(?:[Nn]otes|[Bb]onds|[Dd]ebentures),? (?:[Dd]ue|maturing) (?:in )?(?:(?i:" + Dates.Full + @")|20\d\d\b))";

    /// <summary>What was done, and the first issue.</summary>
    [GeneratedRegex(@"\b(?:(?:[Cc]ompleted|[Cc]losed|[Pp]riced|[Cc]onsummated|[Ii]ssued(?: and sold)?|[Ss]old|[Aa]gree[ds]? to (?:issue and )?sell)|(?:[Pp]ricing|[Cc]losing|[Cc]ompletion|[Ss]ale|[Ii]ssuance) of)\b(?:(?! (?:redeem|redemption|repurchas|repay|tender|exchange|outstanding|existing|retire))" + Text.InSentence + @"){0,260}?" + Issue, Text.Cased)]
    public static partial Regex Sale { get; }

    [GeneratedRegex(@"^(?:[^$€£;.]|\.(?=\w)){0,80}?" + Issue, Text.Cased)]
    private static partial Regex Further { get; }

    [GeneratedRegex(@"\bOn (?<date>" + Dates.Full + @"),? [^.;$]{0,90}?\b(?:completed|closed|consummated|issued)\b|\b(?:expected|expects|anticipated) (?:(?:the offering )?to )?close on (?:or about )?(?<date>" + Dates.Full + ")", Text.Options)]
    private static partial Regex Closed { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (passage.IsRow || passage.Start - facts.Document.Start > Reach || facts.First("principal") is not null || Sale.Match(passage.Text) is not { Success: true } first) yield break;
        var issues = new List<(Match Match, int Shift)> { (first, 0) };
        for (var at = first.Index + first.Length; Further.Match(passage.Text[at..]) is { Success: true } next; at += next.Index + next.Length) issues.Add((next, at));
        for (var i = 0; i < issues.Count; i++)
        {
            var (issue, shift) = issues[i];
            var its = passage with { Tranche = issues.Count > 1 ? i + 1 : null, Start = passage.Start + shift };
            var unit = Amounts.Unit(issue.Groups["cur"].Value);
            var from = issue.Groups["cur"].Index;
            yield return its.Fact("principal", Amounts.Value(issue), from, issue.Groups["num"].Index + issue.Groups["num"].Length + issue.Groups["scale"].Length - from, unit);
            if (i == 0) yield return passage.Fact("currency", unit, issue.Groups["cur"]);
            yield return its.Fact("title", issue.Groups["title"].Value, issue.Groups["title"]);
            yield return its.Fact("interestKind", "fixed", issue.Groups["title"]);
            yield return its.Fact("interestRate", Rates.Of(issue), issue.Groups["title"]);
            if (Dates.First(issue.Groups["title"].Value) is { Value: { } day } due) yield return its.Fact("maturity", day, issue.Groups["title"].Index + due.Index, due.Length);
        }
        if (Closed.Match(passage.Text) is { Success: true } closed && Dates.Parse(closed.Groups["date"].Value) is { } date) yield return passage.Fact("closingDate", date, closed.Groups["date"]);
    }
}
