namespace Indenture.Documents;

/// <summary>Runs the recognisers over a document: one scan for all their labels and phrases, then each where its words stand.</summary>
internal static class Recognising
{
    private static readonly (Recogniser By, bool Label, string Phrase)[] Sought =
    [
        .. Recognisers.All.SelectMany(r => r.Labels.Select(l => (r, true, l)).Concat(r.Phrases.Select(p => (r, false, p)))),
    ];

    private static readonly PhraseScan Scan = new([.. Sought.Select(s => s.Phrase)]);

    /// <summary>Characters of a document's beginning: its cover and the first words about the offer.</summary>
    private const int Beginning = 6000;

    public static DocumentFacts Of(DocumentText document, InputFile file)
    {
        var facts = new DocumentFacts(document, file);
        if (document.Role == Role.None) return facts;
        var work = new List<(Recogniser By, Passage Passage)>();
        var seen = new HashSet<(string By, int Start, int Label)>();
        var lastParagraph = new Dictionary<Recogniser, int>(ReferenceEqualityComparer.Instance);
        var (labelStart, labelEnd) = (-1, -1);
        // Several recognisers read the same paragraph: its words are taken once.
        (int Index, Passage? Passage) paragraphAt = (-1, null);
        Scan.In(document.Source.Flat.AsSpan(document.Start, document.End - document.Start), (offset, id) =>
        {
            var (by, label, phrase) = Sought[id];
            if ((by.Roles & document.Role) == 0) return;
            var at = document.Start + offset;
            if (label)
            {
                // "Payment Dates" inside "Interest Payment Dates" is no label.
                if (at < labelEnd && at != labelStart) return;
                var column = Rows.ColumnUnder(document, at, phrase.Length);
                if (column.Count == 0 && Rows.ValueOf(document, at, phrase.Length) is { } value) column = [value];
                if (column.Count == 0) return;
                (labelStart, labelEnd) = (at, at + phrase.Length);
                foreach (var row in column)
                    if (seen.Add((by.Name, row.Start, row.Label!.Length))) work.Add((by, row));
            }
            else
            {
                var paragraph = document.PassageIndex(at);
                if (lastParagraph.TryGetValue(by, out var last) && last == paragraph) return;
                lastParagraph[by] = paragraph;
                if (paragraphAt.Index != paragraph) paragraphAt = (paragraph, document.PassageAt(at));
                work.Add((by, paragraphAt.Passage!));
            }
        });
        foreach (var reader in Recognisers.All.Where(r => r.Labels.Length + r.Phrases.Length == 0 && (r.Roles & document.Role) != 0))
            work.Add((reader, new Passage(document, document.Start, document.Words(document.Start, Math.Min(document.End, document.Start + Beginning)))));
        var tranches = new Tranches(document, [.. work.Where(w => w.Passage.IsRow).Select(w => w.Passage)]);
        work = [.. work.SelectMany(w => w.Passage.IsRow ? tranches.Split(w.Passage).Select(p => (w.By, p)) : [w])];
        // In the order of the list: a later recogniser may look at what an earlier one found.
        var passages = work.ToLookup(w => w.By, w => w.Passage, ReferenceEqualityComparer.Instance);
        foreach (var recogniser in Recognisers.All)
            foreach (var passage in passages[recogniser])
                foreach (var found in recogniser.Read(passage, facts)) facts.Add(found);
        return facts;
    }
}
