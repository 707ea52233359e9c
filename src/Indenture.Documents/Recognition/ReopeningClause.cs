using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The notes join a series that exists or is offered elsewhere: which one, and in which agreement.</summary>
internal static partial class ReopeningClause
{
    public static Recogniser Recogniser { get; } = new("reopening", Role.Offer, ["Reopening", "Re-opening", "Transaction"], ["same series", "single series", "fully fungible"], Read);

    [GeneratedRegex(@"\b(?:Securities|Notes|Bonds|Debentures) (?:will |shall )?(?<words>(?:(?:form|are|be) (?:a )?part of the same series (?:as|and will be fully fungible with)|(?:be consolidated and )?form a single series with) the (?:Company|Issuer)['’]s (?<title>" + Text.InSentence + @"{5,160}?) (?<proposed>proposed to be issued and sold on (?:" + Dates.Full + @") and )?(?:described|sold|issued)\b" + Text.InSentence + "{0,400})", Text.Options)]
    private static partial Regex SameSeries { get; }

    [GeneratedRegex(@"\bterms agreement dated (?<date>" + Dates.Full + ")", Text.Options)]
    private static partial Regex Agreement { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (passage.IsRow || SameSeries.Match(passage.Text) is not { Success: true } match) yield break;
        var words = match.Groups["words"];
        var title = match.Groups["title"].Value;
        var agreement = Agreement.Match(passage.Text, match.Index, match.Length);
        var date = agreement.Success ? Dates.Parse(agreement.Groups["date"].Value) : null;
        yield return passage.Fact("reopens", date is null ? title : $"{title} (terms agreement dated {date})", words);
        var (start, end) = (passage.Start + words.Index, passage.Start + words.Index + words.Length);
        yield return new Recognised.Cites(title, null, "reopened", start, end);
        if (date is not null) yield return new Recognised.Cites("terms agreement", date, "reopened", passage.Start + agreement.Index, passage.Start + agreement.Index + agreement.Length);
        if (match.Groups["proposed"].Success) yield return passage.Fact("reopensProposed", title, match.Groups["proposed"]);
    }
}
