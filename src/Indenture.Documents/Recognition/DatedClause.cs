using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The date of an agreement (the line under its title, "dated as of"), and the date on which a note is issued ("Dated:").</summary>
internal static partial class DatedClause
{
    public static Recogniser Recogniser { get; } = new("date of the document", Role.Terms | Role.Contract,
        ["Dated", "Original Issue Date", "Issue Date", "Date of Issue", "Issuance Date", "Expected Issue Date", "Date of Issuance", "Initial Issue Date"],
        ["TERMS AGREEMENT", "UNDERWRITING AGREEMENT", "dated as of", "is made"], Read);

    [GeneratedRegex(@"(?:^|AGREEMENT )(?<date>" + Dates.Full + @")$", Text.Options)]
    private static partial Regex UnderTitle { get; }

    [GeneratedRegex(@"\bdated as of (?<date>" + Dates.Full + @") ?\((?:this|the) [""“]|^dated as of (?<date>" + Dates.Full + @")|\bis made (?:in [A-Z]\w+ )?as of (?<date>" + Dates.Full + ")", Text.Options)]
    private static partial Regex AsOf { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var document = facts.Document;
        if (passage.IsRow)
        {
            // The date that a supplement bears is not that of its notes.
            if ((document.Role & Role.Terms) == 0 || (document.Role & Role.Offer) != 0 && passage.Label!.Equals("Dated", StringComparison.OrdinalIgnoreCase)) yield break;
            if (Dates.First(passage.Text) is { Value: { } issued } printed && (printed.Index == 0 || printed.Index < 30 && !passage.Label!.Equals("Dated", StringComparison.OrdinalIgnoreCase))) yield return passage.Fact("issueDate", issued, printed.Index, printed.Length);
            yield break;
        }
        if ((document.Role & Role.Offer) != 0 && passage.Start - document.Start < 500)
        {
            // The date stands in the paragraph of the title or in the next.
            var index = document.PassageIndex(passage.Start);
            for (var i = index; i <= index + 1 && i < document.Passages.Count; i++)
            {
                var (start, end) = document.Passages[i];
                if (end - start > 200 || UnderTitle.Match(document.Words(start, end)) is not { Success: true } under || Dates.Parse(under.Groups["date"].Value) is not { } date) continue;
                yield return new Recognised.States("agreementDate", date, start + under.Groups["date"].Index, start + under.Groups["date"].Index + under.Groups["date"].Length);
                yield break;
            }
        }
        if ((document.Role & Role.Contract) != 0 && facts.First("agreementDate") is null && AsOf.Match(passage.Text) is { Success: true } asOf && Dates.Parse(asOf.Groups["date"].Value) is { } made)
            yield return passage.Fact("agreementDate", made, asOf.Groups["date"]);
    }
}
