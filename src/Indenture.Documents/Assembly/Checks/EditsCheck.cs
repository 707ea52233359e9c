namespace Indenture.Documents;

/// <summary>Textual edits that disturb each other unless each is applied in its own place of the unedited text.</summary>
internal static class EditsCheck
{
    /// <summary>Each is compared with each; a document with more was not read rightly.</summary>
    private const int MostEdits = 200;

    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var document in deal.Documents)
        {
            var edits = document.All.OfType<Recognised.Changes>().Take(MostEdits).ToList();
            foreach (var same in edits.Where(e => e is { Paragraph: not null, Line: not null }).GroupBy(e => (e.Section, e.Paragraph)).Where(g => g.Select(e => e.Line).Distinct().Count() > 1))
                deal.Find(FindingCodes.EditLineShift, $"{same.Count()} edits name lines of paragraph {same.Key.Paragraph} of Section {same.Key.Section}: {string.Join(" and ", same.Select(e => e.Line))}.",
                    same.Select(e => (document, (Recognised)e)), [.. same.Select(e => $"{e.Line}")], "all places are found in the unedited text");
            foreach (var inner in edits.Where(e => e.Operation is "replace" or "delete"))
                foreach (var outer in edits.Where(e => e != inner && e.Operation is "replace" or "delete" && e.Delete!.Length > inner.Delete!.Length && e.Delete.Contains(inner.Delete, StringComparison.Ordinal)))
                    deal.Find(FindingCodes.EditOverlap, $"The words deleted in Section {inner.Section} stand inside those deleted in Section {outer.Section}.", [(document, inner), (document, (Recognised)outer)], [inner.Delete!, outer.Delete!], "each in its own place");
            foreach (var all in edits.Where(e => e.Operation == "replace-all"))
                if (document.Document.Text is var text && text.IndexOf("entitled \u0022" + all.Delete, StringComparison.Ordinal) is var plain && text.IndexOf("entitled \u201c" + all.Delete, StringComparison.Ordinal) is var curly && Math.Max(plain, curly) is >= 0 and var title)
                    deal.Find(FindingCodes.EditScope, $"All references to {all.Delete} are changed, and the document edited is entitled so.", [document],
                        [document.Document.Source.Place(all.Start, all.End), document.Document.Source.Place(document.Document.Start + title, document.Document.Start + title + "entitled ".Length + 1 + all.Delete!.Length)], [all.Delete], "titles are left as they are");
        }
    }
}
