using System.Globalization;
using System.Text.RegularExpressions;
using Indenture.Core;

namespace Indenture.Documents;

/// <summary>
/// What is done when the screen shows no rate: so many banks of a market are asked, so many must answer, then those of another, and at last the rate of the
/// period that is running (NOTE-LIBOR-6 to 10). Only where every step says how many answers it needs.
/// </summary>
internal static partial class RateFallbackClause
{
    public static Recogniser Recogniser { get; } = new("fallback of the rate", Role.Terms, [], ["quotations are provided", "quotations are so provided", "quotations are obtained", "quotations are received"], Read);

    [GeneratedRegex(@"\b(?:select|appoint|choose|request)\w* (?:from )?(?<asked>" + Amounts.SmallWord + @") (?:\w+ ){0,2}banks in (?:the )?(?<city>London|New York City|New York|The City of New York|Tokyo)\b", Text.Options)]
    private static partial Regex Asked { get; }

    [GeneratedRegex(@"\bIf (?:at least |fewer than )?(?<needed>" + Amounts.SmallWord + @") (?:such |or more )?quotations are (?:so )?(?:provided|obtained|received)", Text.Options)]
    private static partial Regex Needed { get; }

    [GeneratedRegex(@"\bapproximately (?<time>\d{1,2}:\d{2}) ?(?<half>a|p)\.?m\.?,? (?<zone>London|New York City|New York|Tokyo) time\b", Text.Options)]
    private static partial Regex At { get; }

    [GeneratedRegex(@"\b(?:after|in) consult(?:ation|ing)(?: with)? the (?:Company|Issuer)\b", Text.Options)]
    private static partial Regex Consulted { get; }

    [GeneratedRegex(@"\b(?:set equal to|the same as|be equal to) (?:the )?(?:rate of )?\S+ (?:rate )?(?:in effect )?(?:for|during) the (?:current|then[- ]current|immediately preceding|preceding) Interest (?:Reset )?Period\b", Text.Options)]
    private static partial Regex Repeats { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var text = passage.Text;
        var steps = Asked.Matches(text);
        if (steps.Count == 0 || facts.First("rateFallback") is not null) yield break;
        var polls = new List<PollRule>();
        TimeOnly? time = null; // "at that time": the one that was named last
        for (var i = 0; i < steps.Count; i++)
        {
            var (from, to) = (i == 0 ? 0 : steps[i].Index, i + 1 < steps.Count ? steps[i + 1].Index : text.Length);
            var own = text[from..to];
            var needed = Needed.Match(text, steps[i].Index, to - steps[i].Index);
            time = At.Matches(own).Select(Time).LastOrDefault() ?? time;
            var zone = Zones.OfPlace(steps[i].Groups["city"].Value);
            if (!needed.Success || time is not { } at || zone is null || Amounts.Small(steps[i].Groups["asked"].Value) is not { } asked || Amounts.Small(needed.Groups["needed"].Value) is not { } two || two > asked) yield break;
            polls.Add(new PollRule(Cities.Calendar(steps[i].Groups["city"].Value), asked, two, at, zone, Consulted.IsMatch(own) ? Consultation.Issuer : Consultation.None));
        }
        var last = Repeats.Match(text);
        var rule = new RateFallback(polls, last.Success ? LastResort.CurrentPeriod : LastResort.None);
        var end = last.Success ? last.Index + last.Length : Needed.Matches(text)[^1] is var final ? final.Index + final.Length : text.Length;
        yield return passage.Fact("rateFallback", rule.ToString(), steps[0].Index, end - steps[0].Index);
    }

    private static TimeOnly? Time(Match match)
    {
        var clock = TimeOnly.ParseExact(match.Groups["time"].Value.PadLeft(5, '0'), "HH:mm", CultureInfo.InvariantCulture);
        return match.Groups["half"].Value is "p" or "P" && clock.Hour < 12 ? clock.AddHours(12) : clock;
    }
}
