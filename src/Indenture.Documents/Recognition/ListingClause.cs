using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The exchange on which the notes are to be listed. The duty to try is not a listing.</summary>
internal static partial class ListingClause
{
    public static Recogniser Recogniser { get; } = new("listing", Role.Terms, ["Listing", "Exchange Listing"], ["approved for listing on"], Read);

    [GeneratedRegex(@"\bapproved for listing on (?:the )?(?<name>[A-Z][\w ]{3,60}? (?:Stock )?Exchange)\b", Text.Options)]
    private static partial Regex Sought { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (passage.IsRow)
        {
            if (passage.Text.Length < 300) yield return passage.Whole("listing", passage.Text);
        }
        else if (Sought.Match(passage.Text) is { Success: true } sought) yield return passage.Fact("listing", sought.Groups["name"].Value, sought.Groups["name"]);
    }
}
