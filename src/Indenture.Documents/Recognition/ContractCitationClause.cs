using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The dated documents that a contract names: indentures and their supplements, declarations, agreements.</summary>
internal static partial class ContractCitationClause
{
    public static Recogniser Recogniser { get; } = new("documents named by contracts", Role.Contract, [], ["indenture, dated", "indenture dated", "agreement, dated", "agreement dated", "supplements dated", "declaration of trust"], Read);

    [GeneratedRegex(@"\b(?<title>(?:(?:Amended and Restated|[A-Z][a-z]+) ){0,4}?(?:Agreement|Indenture|Declaration of Trust|Supplements?))(?: \([^()]{3,60}\))?,? dated (?:as of )?(?<date>" + Dates.Full + @")(?: and (?<also>" + Dates.Full + "))?", Text.Cased)]
    private static partial Regex Dated { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        foreach (Match match in Dated.Matches(passage.Text))
        {
            var title = match.Groups["title"].Value;
            foreach (var date in new[] { match.Groups["date"], match.Groups["also"] })
            {
                if (!date.Success || Dates.Parse(date.Value) is not { } day) continue;
                yield return new Recognised.Cites(title, day, "named", passage.Start + match.Index, passage.Start + date.Index + date.Length);
                if (facts.Document.Kind == DocumentKind.SupplementalIndenture && title.EndsWith("Supplemental Indenture", StringComparison.Ordinal) && day != facts.Value("agreementDate")) yield return passage.Fact("earlierSupplement", $"{title} {day}", match.Index, date.Index + date.Length - match.Index);
                if (title.EndsWith("Master Agreement", StringComparison.Ordinal)) yield return passage.Fact("masterAgreementDate", day, date);
            }
        }
    }
}
