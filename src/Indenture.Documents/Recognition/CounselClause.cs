using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Who advises whom.</summary>
internal static partial class CounselClause
{
    public static Recogniser Recogniser { get; } = new("counsel", Role.Offer, [], ["is counsel to"], Read);

    [GeneratedRegex(@"(?<=^|\. {0,2})(?<name>[A-Z][^;]{3,140}?) is (?<special>special )?(?:U\.S\. )?(?<tax>tax )?counsel to the (?<client>Company|Issuer|Underwriters?)\b", Text.Cased)]
    private static partial Regex Sentence { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        foreach (Match match in Sentence.Matches(passage.Text))
        {
            var client = match.Groups["client"].Value.StartsWith("Und", StringComparison.Ordinal) ? "Underwriters" : "Issuer";
            var name = match.Groups["name"];
            // A person's office follows the name: "Jane Doe, Esq., General Counsel of the Company, is counsel".
            var value = name.Value.Split(", Esq.")[0];
            yield return new Recognised.Names($"{(match.Groups["tax"].Success ? "taxC" : "c")}ounselTo{client}", Text.Tidy(value), passage.Start + name.Index, passage.Start + name.Index + value.Length);
        }
    }
}
