namespace Indenture.Documents;

/// <summary>The underwriters named in the opening words of an agreement against those of its annex.</summary>
internal static class UnderwriterNamesCheck
{
    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var draft in deal.Offerings.DistinctBy(o => o.Agreement))
        {
            var document = draft.Agreement;
            if (document.Allotments.Count == 0 || OpeningList(document) is not { Words: var words, Start: var start }) continue;
            var source = document.Document.Source;
            var key = Text.Key(words);
            foreach (var row in document.Allotments[0].Rows.Where(r => r.Name is not null))
            {
                if (words.Contains(row.Name!, StringComparison.Ordinal)) continue;
                var place = source.Place(row.Start, row.Start + row.Name!.Length);
                var name = Text.Key(row.Name!);
                if (key.Contains(name, StringComparison.Ordinal))
                    deal.Find(FindingCodes.NameVariants, $"\"{row.Name}\" is written otherwise in the opening words.", [document], [place, source.Place(start, start + words.Length)], [row.Name!], null, [draft]);
                else
                    deal.Find(FindingCodes.UnderwriterUnmatched, $"\"{row.Name}\" stands in the annex and not in the opening words.", [document], [place, source.Place(start, start + words.Length)], [row.Name!], null, [draft]);
                key = key.Replace(name, " ", StringComparison.Ordinal);
            }
            // What is left of the opening words once every name of the annex is taken out names somebody else.
            var left = Text.Key(words);
            foreach (var row in document.Allotments[0].Rows.Where(r => r.Name is not null).OrderByDescending(r => r.Name!.Length)) left = left.Replace(Text.Key(row.Name!), " ", StringComparison.Ordinal);
            left = string.Concat(left.Split(' ').Where(p => p is not ("AND" or "")));
            if (left.Length > 5)
                deal.Find(FindingCodes.UnderwriterUnmatched, "The opening words name an underwriter that the annex does not.", [document], [source.Place(start, start + words.Length)], [left], null, [draft]);
        }
    }

    /// <summary>Between "we," and "as underwriters".</summary>
    private static (string Words, int Start)? OpeningList(DocumentFacts document)
    {
        var text = document.Document.Text;
        var end = text.IndexOf(", as underwriter", StringComparison.OrdinalIgnoreCase);
        if (end < 0) return null;
        var start = text.LastIndexOf(" we, ", end, StringComparison.OrdinalIgnoreCase);
        if (start < 0 || end - start > 4000) return null;
        start += " we, ".Length;
        return (text[start..end], document.Document.Start + start);
    }
}
