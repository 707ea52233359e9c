namespace Indenture.Documents;

/// <summary>Documents that are forms: their blanks, their alternatives, the marks of their footnotes.</summary>
internal static class FormCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var document in deal.Documents.Where(d => (d.Document.Role & Role.Contract) != 0))
        {
            var source = document.Document.Source;
            if (document.Document.Kind != DocumentKind.FormOfAssignment && !document.Document.Text.Contains("/s/", StringComparison.Ordinal))
            {
                var blanks = document.Blanks.Where(b => b.Expects is not ("signature" or "name" or "title of the signatory" or "text")).ToList();
                if (blanks.Count > 0)
                    deal.Find(FindingCodes.FormBlanks, $"The document is a form: {blanks.Count} dates, amounts or rates in it are blank.", [document], [.. blanks.Select(b => new Place(source.File, b.Start, b.End, source.Part))], [.. blanks.Select(b => b.Expects)]);
            }
            foreach (var same in document.Every("alternative").GroupBy(a => a.Value.Split(": ")[0]).Where(g => g.Count() > 1))
                deal.Find(FindingCodes.AlternativeParagraphs, $"{same.Count()} paragraphs {same.Key}. stand for a choice: {string.Join("; ", same.Select(a => a.Value.Split(": ", 2)[1]))}.", same.Select(a => (document, (Recognised)a)), [.. same.Select(a => a.Value.Split(": ", 2)[1])]);
            if (document.Document.Heading is { } heading && document.Document[heading] is { Length: < 100 } line && document.Document.Of(heading) is var words && words.Length > 3 && char.IsAsciiDigit(words[^1]) && words[^2] == ' ' && document.Document.Kind == DocumentKind.FormOfAssignment)
                deal.Find(FindingCodes.FootnoteInTitle, $"The title ends in the mark of a footnote, {words[^1]}.", [document], [source.Place(line.End - 1, line.End)], [words[^1].ToString()]);
            if (source.PagesInText > 0 && document.Document.Start < 100)
                deal.Find(FindingCodes.PagesInText, $"The numbers of {source.PagesInText} pages stand inside the text, which is one line.", [document], [source.Place(document.Document.Start, document.Document.Start + 1)], [$"{source.PagesInText}"]);
        }
    }
}
