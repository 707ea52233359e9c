using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Which cities must be open on a business day of the notes.</summary>
internal static partial class BusinessDayCitiesClause
{
    public static Recogniser Recogniser { get; } = new("cities of business days", Role.Terms,
        ["Business Days", "Business Day Cities", "Business Day Centers", "Financial Centers"], ["means any day", "means a day", "means each day"], Read);

    [GeneratedRegex(@"[""“] ?Business Day ?[""”] means (?<words>[^.]{10,300})", Text.Options)]
    private static partial Regex Definition { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var (words, start) = (passage.Text, 0);
        if (!passage.IsRow)
        {
            if (Definition.Match(words) is not { Success: true } definition) yield break;
            (words, start) = (definition.Groups["words"].Value, definition.Groups["words"].Index);
        }
        if (Cities.In(words) is { } cities) yield return passage.Fact("businessDayCities", cities.Calendars, passage.IsRow ? start + cities.Start : start, passage.IsRow ? cities.Length : words.Length);
    }
}
