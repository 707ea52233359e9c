using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>To whom interest goes that was not paid on its day.</summary>
internal static partial class DefaultedInterestClause
{
    public static Recogniser Recogniser { get; } = new("defaulted interest", Role.Terms, [], ["not so punctually paid"], Read);

    [GeneratedRegex(@"\b(?<words>(?:subsequent|special) Record Date,? (?:to be )?not less than (?<before>" + Amounts.SmallWord + @") days (?:prior to|before) the (?:date of )?payment[^.]{0,160}?not less than (?<notice>" + Amounts.SmallWord + @") days (?:prior to|before) such (?:subsequent |special )?Record Date)", Text.Options)]
    private static partial Regex Special { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Special.Match(passage.Text) is { Success: true } special && Amounts.Small(special.Groups["before"].Value) is { } before && Amounts.Small(special.Groups["notice"].Value) is { } notice)
            yield return passage.Fact("defaultedInterest", $"special record date at least {before} calendar days before payment, notice at least {notice} calendar days before it", special.Groups["words"]);
    }
}
