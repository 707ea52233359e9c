using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The last words of a cover: "ready for delivery in book-entry form … on or about March 5, 2010".</summary>
internal static partial class DeliveryClause
{
    public static Recogniser Recogniser { get; } = new("delivery", Role.Offer, [], ["on or about"], Read);

    private const int Reach = 20_000;

    [GeneratedRegex(@"\b(?:deliver(?:y|ed|ing)?|settlement)\b" + Text.InSentence + @"{0,400}? on or about (?<date>" + Dates.Full + ")", Text.Options)]
    private static partial Regex Ready { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (!Offers.IsText(facts) || passage.Start - facts.Document.Start > Reach || facts.First("closingDate") is not null || facts.First("issueDate") is not null) yield break;
        if (Ready.Match(passage.Text) is { Success: true } ready && Dates.Parse(ready.Groups["date"].Value) is { } date) yield return passage.Fact("closingDate", date, ready.Groups["date"]);
    }
}
