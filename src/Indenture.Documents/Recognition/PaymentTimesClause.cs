using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>
/// Until when money, its confirmation and its exchange are due: "not later than 10:00 a.m. (London time) on the second Business Day before".
/// </summary>
internal static partial class PaymentTimesClause
{
    public static Recogniser Recogniser { get; } = new("times of payment", Role.Contract, [], ["business day before", "business day prior to", "business day preceding", "next succeeding business day"], Read);

    private const string Day = @"(?<n>first|second|third|fourth|fifth) (?<kind>(?:[A-Z][a-z]+ )?[Bb]usiness [Dd]ay)";

    [GeneratedRegex(@"\b(?<words>(?<limit>not later than|no later than|at or prior to|at or before|as at|by) (?<h>\d{1,2}):(?<min>\d\d) ?(?<half>[ap]\.? ?m\b\.?),? ?\(?(?<zone>[A-Z][A-Za-z ]{2,20}) time\)?,? on the " + Day + " (?:before|prior to|preceding))", Text.Cased)]
    private static partial Regex Clock { get; }

    [GeneratedRegex(@"\bremit the funds\b(?<words>" + Text.InSentence + @"{0,400}? on the Business Day such payment is due," + Text.InSentence + @"{0,120}?\bnot be a Business Day," + Text.InSentence + "{0,120}? next succeeding Business Day)", Text.Options)]
    private static partial Regex Funds { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Funds.Match(passage.Text) is { Success: true } funds) yield return passage.Fact("fundingTime", "due date, else next business day", funds.Groups["words"]);
        foreach (Match match in Clock.Matches(passage.Text))
        {
            if (Dates.Time(match.Groups["h"].Value, match.Groups["min"].Value, match.Groups["half"].Value) is not { } time) continue;
            var (before, after) = (passage.Text[Math.Max(0, match.Index - 160)..match.Index], passage.Text[(match.Index + match.Length)..Math.Min(passage.Text.Length, match.Index + match.Length + 120)]);
            var what = before.Contains("confirm", StringComparison.OrdinalIgnoreCase) ? "confirmation"
                : match.Groups["limit"].Value == "as at" || before.EndsWith("prevailing ", StringComparison.Ordinal) ? "exchangeRate"
                : after.Contains("purchase of", StringComparison.OrdinalIgnoreCase) || after.Contains("contract", StringComparison.OrdinalIgnoreCase) ? "exchange"
                : null;
            if (what is null) continue;
            yield return passage.Fact(what + "Time", time, match.Groups["words"], Zones.Of(match.Groups["zone"].Value));
            yield return passage.Fact(what + "Day", $"{Amounts.Small(match.Groups["n"].Value)} {match.Groups["kind"].Value.Replace("Business Day", "business day", StringComparison.Ordinal)}s before", match.Groups["n"].Index, match.Groups["kind"].Index + match.Groups["kind"].Length - match.Groups["n"].Index);
        }
    }
}
