using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The cover of a current report: the event's date, the signature's date, and the exhibits it lists.</summary>
internal static partial class CurrentReportClause
{
    public static Recogniser Recogniser { get; } = new("current report", Role.Cover, ["Date"], ["Date of earliest event", "Exhibit No", "Terms Agreement, dated", "Form of Note for", "Supplemental Indenture, dated"], Read);

    [GeneratedRegex(@"\bDate of earliest event reported\):? (?<date>" + Dates.Full + ")", Text.Options)]
    private static partial Regex Event { get; }

    [GeneratedRegex(@"^(?:(?:Terms|Underwriting|Agency|Guarantee) Agreement, dated|Form of [A-Za-z ]{0,30}(?:Note|Bond|Debenture)|[A-Za-z]+ Supplemental Indenture)[^|]{5,500}$", Text.Options)]
    private static partial Regex Exhibit { get; }

    [GeneratedRegex(@"^Exhibit No ?\.$", Text.Options)]
    private static partial Regex NumberHeading { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (passage.IsRow)
        {
            if (Dates.First(passage.Text) is { Value: { } signed, Index: 0 } printed) yield return passage.Fact("signedDate", signed, printed.Index, printed.Length);
            yield break;
        }
        if (Event.Match(passage.Text) is { Success: true } earliest && Dates.Parse(earliest.Groups["date"].Value) is { } date) yield return passage.Fact("eventDate", date, earliest.Groups["date"]);
        if (Exhibit.Match(passage.Text) is { Success: true } exhibit) yield return passage.Fact("exhibit", Text.Tidy(exhibit.Value), exhibit);
        var document = facts.Document;
        for (var piece = Cutting.PieceAt(document.Source, passage.Start); piece < document.EndPiece && document[piece].Start < passage.End; piece++)
        {
            if (document[piece].Length > 14 || !NumberHeading.IsMatch(document.Of(piece))) continue;
            // A number would stand between the heading and the first description.
            var numbered = false;
            for (var next = piece + 1; next < document.EndPiece && next < piece + 5; next++) numbered |= document[next].Length <= 8 && document.Of(next).IndexOfAnyInRange('0', '9') >= 0;
            if (!numbered)
                yield return new Recognised.Shows(FindingCodes.ExhibitUnnumbered, "The list of exhibits has a column for their numbers and no numbers in it.", document[piece].Start, document[piece].End, []);
        }
    }
}
