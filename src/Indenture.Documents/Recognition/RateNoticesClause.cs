using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Who is told of a determined rate: promptly by the calculation agent, and an exchange by the first day of the period (NOTE-CALC-2, NOTE-CALC-4).</summary>
internal static partial class RateNoticesClause
{
    public static Recogniser Recogniser { get; } = new("notices of the rate", Role.Terms, [], ["will inform the", "shall inform the", "will notify the", "shall notify the", "be notified of the interest rate"], Read);

    [GeneratedRegex(@"\bpromptly (?:upon|after|following) (?:such |the |each |its )?determination,? (?:of \w+ )?the Calculation Agent (?:will|shall) (?:inform|notify) (?<who>the \w+(?:(?:,| and|, and) the \w+)*) of the (?:interest rate|rate of interest)\b", Text.Options)]
    private static partial Regex Prompt { get; }

    [GeneratedRegex(@"\b(?:The )?(?<who>[A-Z]\w+(?: [A-Z]\w+)* Stock Exchange) (?:shall|will) be notified of the (?:interest rate|rate of interest)[^.]{0,200}?(?:not|no) later than the first day of (?:such|the|each|that) Interest (?:Reset )?Period\b", Text.Options)]
    private static partial Regex ByFirstDay { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var prompt = Prompt.Match(passage.Text);
        if (facts.First("rateNotices") is not null || !prompt.Success && !ByFirstDay.IsMatch(passage.Text)) yield break;
        // The two duties stand in paragraphs of their own and are one rule of the terms.
        var whole = facts.Document.Source.Flat.AsSpan(facts.Document.Start, facts.Document.End - facts.Document.Start).ToString();
        if (!prompt.Success) prompt = Prompt.Match(whole);
        var exchange = ByFirstDay.Match(whole);
        var rules = new JsonObject();
        if (prompt.Success) rules["promptly"] = Names(prompt.Groups["who"].Value.Split(["the ", ",", " and "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(RoleOf));
        if (exchange.Success) rules["byFirstDay"] = Names([exchange.Groups["who"].Value]);
        var here = Prompt.Match(passage.Text) is { Success: true } own ? own : ByFirstDay.Match(passage.Text);
        yield return passage.Fact("rateNotices", rules.ToJsonString(), here.Index, here.Length);
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => (JsonNode)n)]);

    /// <summary>"the Company" is the issuer wherever a note says so.</summary>
    private static string RoleOf(string word) => word is "Company" or "Issuer" ? "issuer" : word.ToLowerInvariant();
}
