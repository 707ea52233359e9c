using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>In what money the notes are paid: "payable in United States dollars", or the sign before the sum a note promises.</summary>
internal static partial class CurrencyClause
{
    public static Recogniser Recogniser { get; } = new("currency", Role.Terms, ["Currency", "Issue Currency", "Specified Currency", "Currency of Issue", "Currency of Payment", "Denominated Currency", "Settlement Currency"], ["payable in", "the principal sum of"], Read);

    [GeneratedRegex(@"\bshall be payable in (?<cur>(?:United States|U\.S\.) dollars|Japanese yen|euros?|pounds sterling)\b|\bthe principal sum of (?<cur>US ?\$|U\.S\. ?\$|\$|€|£|¥|Yen)", Text.Options)]
    private static partial Regex Payable { get; }

    [GeneratedRegex(@"^(?<cur>(?:United States|U\.S\.|US) dollars?\b|US ?\$|U\.S\. ?\$|\$|(?:USD|Japanese yen|Yen|JPY|euros?|EUR|pounds sterling|sterling|GBP|Australian dollars?|AUD|Canadian dollars?|CAD|Swiss francs?|CHF|Dutch guilders?|NLG|New Zealand dollars?|NZD|Hong Kong dollars?|HKD|SEK|NOK|MXN|SGD)\b)", Text.Options)]
    private static partial Regex Labelled { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if ((passage.IsRow ? Labelled : Payable).Match(passage.Text) is { Success: true } match)
            yield return passage.Fact("currency", Code(match.Groups["cur"].Value), match.Groups["cur"]);
    }

    private static string Code(string words) => words.ToUpperInvariant() switch
    {
        "JAPANESE YEN" => "JPY",
        "EURO" or "EUROS" => "EUR",
        "POUNDS STERLING" or "STERLING" => "GBP",
        var w when w.StartsWith("AUSTRALIAN", StringComparison.Ordinal) => "AUD",
        var w when w.StartsWith("CANADIAN", StringComparison.Ordinal) => "CAD",
        var w when w.StartsWith("SWISS", StringComparison.Ordinal) => "CHF",
        var w when w.StartsWith("DUTCH", StringComparison.Ordinal) => "NLG",
        var w when w.StartsWith("NEW Z", StringComparison.Ordinal) => "NZD",
        var w when w.StartsWith("HONG", StringComparison.Ordinal) => "HKD",
        var other => Amounts.Unit(other),
    };
}
