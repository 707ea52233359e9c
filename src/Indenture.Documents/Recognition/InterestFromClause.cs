using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The first day that earns interest.</summary>
internal static partial class InterestFromClause
{
    public static Recogniser Recogniser { get; } = new("interest from", Role.Terms,
        ["Interest Accrual Date", "Original Interest Accrual Date", "Interest Commencement Date", "Dated Date", "Interest Accrues From", "Interest Accrual", "Interest Accrual Start Date", "Accrual Date", "Accrue From Date", "Interest Start Date", "Interest Accrues from and Including"], ["to pay interest thereon from", "will accrue from", "will bear interest from"], Read);

    [GeneratedRegex(@"\b(?:to pay interest thereon|interest (?:on the [A-Za-z ]{3,30} )?(?:will|shall) accrue|will bear interest) from (?:and including )?(?<date>" + Dates.Full + ")", Text.Options)]
    private static partial Regex Sentence { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (passage.IsRow)
        {
            if (Dates.First(passage.Text) is { Value: { } day } printed && printed.Index < 20) yield return passage.Fact("interestFrom", day, printed.Index, printed.Length);
        }
        else if (Sentence.Match(passage.Text) is { Success: true } match && Dates.Parse(match.Groups["date"].Value) is { } date)
            yield return passage.Fact("interestFrom", date, match.Groups["date"]);
    }
}
