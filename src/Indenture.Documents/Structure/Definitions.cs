using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Terms that a document defines for itself: (the "Company"), "Business Day" means …</summary>
internal static partial class Definitions
{
    [GeneratedRegex(@"\([^()""“”]{0,80}[""“] ?(?<term>[^""”“]{1,60}?) ?[""”][^()""“”]{0,80}\)|[""“] ?(?<term>[A-Z][^""”“]{1,60}?) ?[""”],? (?:shall )?(?:means?\b|shall be\b)", Text.Cased)]
    private static partial Regex Pattern { get; }

    public static IReadOnlyList<Definition> In(DocumentText document)
    {
        var terms = new List<Definition>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match match in Pattern.Matches(document.Text))
        {
            var term = match.Groups["term"];
            if (!seen.Add(term.Value)) continue;
            var place = document.Source.Place(document.Start + term.Index, document.Start + term.Index + term.Length);
            terms.Add(new Definition(term.Value, place.Start, place.End));
        }
        return terms;
    }
}
