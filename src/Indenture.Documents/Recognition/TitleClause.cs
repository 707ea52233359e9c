using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>What the notes are called: a labelled title, or the heading of a form of note.</summary>
internal static partial class TitleClause
{
    public static Recogniser Recogniser { get; } = new("title", Role.Terms | Role.Contract,
        ["Title", "Title of Securities", "Title of Notes", "Title of the Securities", "Designation", "Securities", "Securities Offered", "Notes Offered", "Security", "Title of Security", "Title of Designated Securities", "Title of Bonds", "Title of Debentures", "Title of the Notes", "Security Title", "Notes", "Bonds", "Security Description", "Description of Securities", "Structure", "Issue", "Security Type", "Series", "Securities Title", "Name of Securities", "Offering"],
        ["Notes due", "Bonds due", "Debentures due", "Securities due"], Read);

    [GeneratedRegex(@"^(?:\d{1,2}(?:\.\d+)?% |Floating Rate |Fixed Rate |Zero Coupon |(?:Senior|Subordinated) )[A-Za-z0-9 .,/-]{0,60}?(?:Notes|Bonds|Debentures|Securities) due (?:" + Dates.Full + @"|\d{4})$", Text.Options)]
    private static partial Regex Heading { get; }

    /// <summary>Two sums are a table.</summary>
    [GeneratedRegex(@"\d(?:,\d{3}){2}", Text.Cased)]
    private static partial Regex Sums { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (passage.IsRow)
        {
            // A signature block has a "Title:" of its own, which is an office.
            if ((facts.Document.Role & Role.Offer) != 0 && passage.Text.Length is > 5 and < 300 && Sums.Count(passage.Text) < 2 && Named(passage.Text)) yield return passage.Whole("title", passage.Text.Split(" (the ")[0]);
            yield break;
        }
        if (facts.Document.Kind != DocumentKind.FormOfNote) yield break;
        var document = passage.Document;
        for (var piece = Cutting.PieceAt(document.Source, passage.Start); piece < document.EndPiece && document[piece].Start < passage.End; piece++)
            if (Heading.IsMatch(document.Of(piece)))
                yield return new Recognised.States("title", document.Of(piece).ToString(), document[piece].Start, document[piece].End);
    }

    private static bool Named(string title) => !title.Contains(" will ", StringComparison.Ordinal) && !title.Contains(" are ", StringComparison.Ordinal) && (
        title.Contains("Note", StringComparison.OrdinalIgnoreCase) || title.Contains("Bond", StringComparison.OrdinalIgnoreCase) || title.Contains("Debenture", StringComparison.OrdinalIgnoreCase) ||
        title.Contains("Securit", StringComparison.OrdinalIgnoreCase));
}
