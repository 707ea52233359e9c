namespace Indenture.Documents;

/// <summary>Runs the recognisers over a document: one scan for all their labels and phrases, then each where its words stand.</summary>
internal static class Recognising
{
    private static readonly (Recogniser By, bool Label, string Phrase)[] Sought =
    [
        .. Recognisers.All.SelectMany(r => r.Labels.Select(l => (r, true, l)).Concat(r.Phrases.Select(p => (r, false, p)))),
    ];

    private static readonly PhraseScan Scan = new([.. Sought.Select(s => s.Phrase)]);

    public static DocumentFacts Of(DocumentText document, InputFile file)
    {
        var facts = new DocumentFacts(document, file);
        if (document.Role == Role.None) return facts;
        var work = new List<(Recogniser By, Passage Passage)>();
        var lastParagraph = new Dictionary<Recogniser, int>();
        var (labelStart, labelEnd) = (-1, -1);
        Scan.In(document.Source.Flat.AsSpan(document.Start, document.End - document.Start), (offset, id) =>
        {
            var (by, label, phrase) = Sought[id];
            if ((by.Roles & document.Role) == 0) return;
            var at = document.Start + offset;
            if (label)
            {
                // "Payment Dates" inside "Interest Payment Dates" is no label.
                if (at < labelEnd && at != labelStart) return;
                if (Rows.ValueOf(document, at, phrase.Length) is not { } value) return;
                (labelStart, labelEnd) = (at, at + phrase.Length);
                if (!work.Contains((by, value))) work.Add((by, value));
            }
            else
            {
                var paragraph = document.PassageIndex(at);
                if (lastParagraph.TryGetValue(by, out var last) && last == paragraph) return;
                lastParagraph[by] = paragraph;
                work.Add((by, document.PassageAt(at)));
            }
        });
        // In the order of the list: a later recogniser may look at what an earlier one found.
        foreach (var recogniser in Recognisers.All)
            foreach (var (by, passage) in work)
                if (ReferenceEquals(by, recogniser))
                    foreach (var found in recogniser.Read(passage, facts)) facts.Add(found);
        return facts;
    }
}
