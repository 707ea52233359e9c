using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Until when the issuer may accept, and the words of acceptance that the offer prescribes.</summary>
internal static partial class AcceptanceClause
{
    public static Recogniser Recogniser { get; } = new("acceptance", Role.Offer, [], ["accept this offer", "hereby accept your offer"], Read);

    [GeneratedRegex(@"\baccept this offer (?:by|no later than|not later than|at or before) (?<by>(?<h>\d{1,2}):(?<min>\d\d) ?(?<half>[ap]\.? ?m\b\.?) ?,?(?: \(?(?<zone>(?:Eastern|New York(?: City)?|London|Central|Pacific)(?: Standard| Daylight)? time)\)?)? (?:on )?(?<date>" + Dates.Full + "))", Text.Options)]
    private static partial Regex By { get; }

    [GeneratedRegex(@"We hereby accept your offer[^""”]{0,300}", Text.Options)]
    private static partial Regex Words { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (By.Match(passage.Text) is { Success: true } by && Dates.Parse(by.Groups["date"].Value) is { } date &&
            Dates.Time(by.Groups["h"].Value, by.Groups["min"].Value, by.Groups["half"].Value) is { } time)
            yield return passage.Fact("acceptBy", $"{date}T{time}", by.Groups["by"], by.Groups["zone"].Success ? Zones.Of(by.Groups["zone"].Value) : "unstated");
        if (Words.Match(passage.Text) is { Success: true } words) yield return passage.Fact("acceptance", words.Value, words);
    }
}
