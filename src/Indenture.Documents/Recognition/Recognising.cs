using System.Collections.Frozen;

namespace Indenture.Documents;

/// <summary>Runs the recognisers over a document: one scan for all their labels and phrases, then each where its words stand.</summary>
internal static class Recognising
{
    /// <summary>The labels and phrases of the recognisers that look into documents of one role, and the scan that finds them.</summary>
    private sealed class Sought
    {
        public Sought(Role role)
        {
            Words = [.. Recognisers.All.Index().Where(r => (r.Item.Roles & role) != 0)
                .SelectMany(r => r.Item.Labels.SelectMany(Printed).Select(l => (r.Index, true, l)).Concat(r.Item.Phrases.Select(p => (r.Index, false, p))))];
            Scan = new([.. Words.Select(w => w.Word)]);
        }

        /// <summary>A label as it is printed, and as it stands where the blank behind its first word, or every blank, was lost: "PrincipalAmount", "Priceto Public".</summary>
        private static IEnumerable<string> Printed(string label)
        {
            if (label.IndexOf(' ') is var blank && blank < 3) return [label];
            return ((string[])[label, label.Remove(blank, 1), label.Replace(" ", "", StringComparison.Ordinal)]).Distinct();
        }

        /// <summary>By: the recogniser's place in the list.</summary>
        public (int By, bool Label, string Word)[] Words { get; }

        public PhraseScan Scan { get; }
    }

    private static readonly FrozenDictionary<Role, Sought> ByRole = DocumentKinds.All.Select(k => k.Role).Distinct().ToFrozenDictionary(r => r, r => new Sought(r));

    /// <summary>Characters of a document's beginning: its cover and the first words about the offer.</summary>
    private const int Beginning = 6000;

    /// <summary>
    /// Values of rows may stand inside each other: a label may stand in the value of another. They are read up to this many characters and twice the
    /// document's length; a document with more is no sheet of rows, and would take time and memory out of all proportion.
    /// </summary>
    private const int MostOfRows = 50_000;

    /// <summary>What reading one more row costs, in characters.</summary>
    private const int Row = 50;

    public static DocumentFacts Of(DocumentText document, InputFile file)
    {
        var facts = new DocumentFacts(document, file);
        if (document.Role == Role.None) return facts;
        var work = Work(document);
        var tranches = new Tranches(document, [.. work.Where(w => w.Passage.IsRow).Select(w => w.Passage)]);
        // In the order of the list: a later recogniser may look at what an earlier one found.
        var passages = new List<Passage>?[Recognisers.All.Count];
        foreach (var (by, passage) in work)
            if (passage.IsRow) (passages[by] ??= []).AddRange(tranches.Split(passage));
            else (passages[by] ??= []).Add(passage);
        for (var by = 0; by < passages.Length; by++)
            if (passages[by] is { } its)
                foreach (var passage in its)
                    foreach (var found in Recognisers.All[by].Read(passage, facts)) facts.Add(found);
        return facts;
    }

    /// <summary>Which recogniser is to read which labelled value or paragraph, in the order of the text.</summary>
    private static List<(int By, Passage Passage)> Work(DocumentText document)
    {
        var sought = ByRole[document.Role];
        var work = new List<(int By, Passage Passage)>();
        var seen = new HashSet<(int By, int Start, int Label)>();
        var lastParagraph = new int[Recognisers.All.Count];
        Array.Fill(lastParagraph, -1);
        var (labelStart, labelEnd) = (-1, -1);
        var left = MostOfRows + 2L * (document.End - document.Start);
        // Several recognisers read the same paragraph: its words are taken once.
        (int Index, int End, Passage? Passage) paragraph = (-1, -1, null);
        foreach (var (offset, id) in sought.Scan.In(document.Source.Flat.AsSpan(document.Start, document.End - document.Start)))
        {
            var (by, label, word) = sought.Words[id];
            var at = document.Start + offset;
            if (label)
            {
                // "Payment Dates" inside "Interest Payment Dates" is no label.
                if (at < labelEnd && at != labelStart || left < 0) continue;
                var column = Rows.ColumnUnder(document, at, word.Length);
                if (column.Count == 0 && Rows.ValueOf(document, at, word.Length) is { } value) column = [value];
                if (column.Count == 0) continue;
                (labelStart, labelEnd) = (at, at + word.Length);
                foreach (var row in column)
                {
                    left -= row.Text.Length + Row;
                    if (seen.Add((by, row.Start, row.Label!.Length))) work.Add((by, row));
                }
            }
            else
            {
                if (at >= paragraph.End)
                {
                    var index = document.PassageIndex(at);
                    paragraph = (index, document.Passages[index].End, null);
                }
                if (lastParagraph[by] == paragraph.Index) continue;
                lastParagraph[by] = paragraph.Index;
                paragraph.Passage ??= document.PassageAt(at);
                work.Add((by, paragraph.Passage));
            }
        }
        foreach (var (by, reader) in Recognisers.All.Index())
            if (reader.Labels.Length + reader.Phrases.Length == 0 && (reader.Roles & document.Role) != 0)
                work.Add((by, new Passage(document, document.Start, document.Words(document.Start, Math.Min(document.End, document.Start + Beginning)))));
        return work;
    }
}
