using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Terms that a document defines for itself: (the "Company"), "Business Day" means …</summary>
internal static partial class Definitions
{
    /// <summary>A bracket of definitions, whose quotation may be left open, or a term and the words that say what it means.</summary>
    [GeneratedRegex(@"\((?!as defined|as such term)(?<terms>[^()""“”]{0,160}[""“][^()""“”]{1,60}[""”][^()]{0,200})\)|\((?:the|this|each,? an?) [""“] ?(?<open>[A-Z][^()""“”]{1,60}?) ?\)|[""“] ?(?<term>[A-Z][^""”“]{1,60}?) ?[""”],? (?:when used [^.""“”]{3,100}?, )?(?:shall )?(?:means?\b|shall be\b(?! deemed)|has the (?:same )?meaning)", Text.Cased)]
    private static partial Regex Pattern { get; }

    [GeneratedRegex(@"[""“] ?(?<term>[^""“”]{1,60}?) ?[""”]", Text.Cased)]
    private static partial Regex Quoted { get; }

    /// <summary>Each term once, where it is first defined; positions of the file's text.</summary>
    public static IReadOnlyList<(string Term, int Start, int End)> Terms(DocumentText document)
    {
        var terms = new List<(string, int, int)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        void Add(Capture term, int offset)
        {
            var start = document.Start + offset + term.Index;
            if (char.IsLetterOrDigit(term.Value[0]) && seen.Add(term.Value)) terms.Add((term.Value, start, start + term.Length));
        }
        foreach (Match match in Pattern.Matches(document.Text))
        {
            if (match.Groups["terms"] is { Success: true } bracket)
                foreach (Match quoted in Quoted.Matches(bracket.Value)) Add(quoted.Groups["term"], bracket.Index);
            else Add(match.Groups["open"] is { Success: true } open ? open : match.Groups["term"], 0);
        }
        return terms;
    }
}
