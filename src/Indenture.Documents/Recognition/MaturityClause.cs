using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The day on which the principal falls due.</summary>
internal static partial class MaturityClause
{
    public static Recogniser Recogniser { get; } = new("maturity", Role.Terms,
        ["Maturity", "Maturity Date", "Stated Maturity", "Stated Maturity Date", "Date of Maturity", "Final Maturity", "Final Maturity Date", "Due Date", "Scheduled Maturity", "Scheduled Maturity Date", "Original Maturity Date", "Legal Maturity Date", "Due", "Maturing", "Matures"],
        ["the principal sum of"], Read);

    [GeneratedRegex(@"\bthe principal sum of " + Text.InSentence + @"{0,80}? on (?<date>" + Dates.Full + @")\b", Text.Options)]
    private static partial Regex Promise { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (passage.IsRow)
        {
            if (Dates.First(passage.Text) is { Value: { } due } printed && printed.Index < 30) yield return passage.Fact("maturity", due, printed.Index, printed.Length);
        }
        else if (Promise.Match(passage.Text) is { Success: true } promise && Dates.Parse(promise.Groups["date"].Value) is { } date)
            yield return passage.Fact("maturity", date, promise.Groups["date"]);
    }
}
