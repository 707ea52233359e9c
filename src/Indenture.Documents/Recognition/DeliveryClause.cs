using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The last words of a cover: "ready for delivery in book-entry form … on or about March 5, 2010".</summary>
internal static partial class DeliveryClause
{
    public static Recogniser Recogniser { get; } = new("delivery", Role.Offer, [], ["on or about", "\"Closing Date", "“Closing Date", "\"Closing Time", "“Closing Time", "\"Time of Delivery", "“Time of Delivery", "\"Settlement Date", "“Settlement Date"], Read);

    private const int Reach = 20_000;

    [GeneratedRegex(@"\b(?:deliver(?:y|ed|ing)?|settlement)\b" + Text.InSentence + @"{0,400}? on or about (?<date>" + Dates.Full + ")", Text.Options)]
    private static partial Regex Ready { get; }

    /// <summary>An agreement's own words: "at 10:00 A.M. on March 5, 2010 (… the "Closing Date")".</summary>
    [GeneratedRegex(@"\bon (?<date>" + Dates.Full + @")[^.()]{0,200}\([^()]{0,160}?[""“] ?(?:Closing (?:Date|Time)|Time of Delivery|Settlement Date) ?[""”]", Text.Options)]
    private static partial Regex Called { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (facts.Document.Kind == DocumentKind.UnderwritingAgreement)
        {
            if (facts.First("closingDate") is null && Called.Match(passage.Text) is { Success: true } called && Dates.Parse(called.Groups["date"].Value) is { } day) yield return passage.Fact("closingDate", day, called.Groups["date"]);
            yield break;
        }
        if (!Offers.IsText(facts) || passage.Start - facts.Document.Start > Reach || facts.First("closingDate") is not null || facts.First("issueDate") is not null) yield break;
        if (Ready.Match(passage.Text) is { Success: true } ready && Dates.Parse(ready.Groups["date"].Value) is { } date) yield return passage.Fact("closingDate", date, ready.Groups["date"]);
    }
}
