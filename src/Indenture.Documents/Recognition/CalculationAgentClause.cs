using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Who sets the rate.</summary>
internal static partial class CalculationAgentClause
{
    public static Recogniser Recogniser { get; } = new("calculation agent", Role.Terms, ["Calculation Agent", "Calculation and Paying Agent"], ["as Calculation Agent"], Read);

    [GeneratedRegex(@"\bby (?<name>[A-Z][\w.&'’-]*(?:,? (?:[A-Z][\w.&'’-]*|of)){0,6}?),? (?:acting )?as Calculation Agent\b", Text.Cased)]
    private static partial Regex Acting { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var (name, start) = passage.IsRow ? (passage.Text, 0) : Acting.Match(passage.Text) is { Success: true } acting ? (acting.Groups["name"].Value, acting.Groups["name"].Index) : ("", 0);
        if (name.Length is < 3 or > 100) yield break;
        yield return passage.Fact("calculationAgent", name, start, name.Length);
        yield return new Recognised.Names("calculationAgent", name, passage.Start + start, passage.Start + start + name.Length);
    }
}
