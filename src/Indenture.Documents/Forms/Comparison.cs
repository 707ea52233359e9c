using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>What became of a fact or a paragraph between the first file and the second.</summary>
public enum Change { Added, Removed, Changed }

/// <summary>What differs between two drafts, or between two documents of one deal.</summary>
/// <param name="Files">The first and the second; a place counts bytes of one of them.</param>
/// <param name="Documents">Pairs that belong together, in the order of the first file, then what only the second holds.</param>
public sealed record Comparison(IReadOnlyList<InputFile> Files, IReadOnlyList<ComparedDocuments> Documents)
{
    /// <summary>
    /// Reads both files and compares the documents in them: of one kind by the words they share, then documents of other kinds that state the same facts.
    /// Refused as reading is, where a file cannot be read.
    /// </summary>
    public static Outcome<Comparison> Of(InputFile first, InputFile second) => DocumentComparison.Open(0, first).Then(a => DocumentComparison.Open(1, second).Map(b =>
        new Comparison([first, second], [.. DocumentComparison.Paired(a, b).Select(p => DocumentComparison.Compare(p.First, p.Second))])));

    /// <summary>True where the files hold the same facts in the same words.</summary>
    public bool IsSame => Documents.All(d => d is { First: not null, Second: not null, Facts.Count: 0, Underwriters.Count: 0, Clauses.Count: 0 });
}

/// <summary>Two documents that belong together; one of them is null where the other file has no such document.</summary>
/// <param name="Facts">By fact name; a value that both state is no difference.</param>
/// <param name="Underwriters">By the underwriter's name; the value is what it takes, in major units.</param>
/// <param name="Clauses">Paragraph by paragraph. Documents of different kinds say the same things in different words: they are compared by fact alone.</param>
public sealed record ComparedDocuments(
    ReadDocument? First, ReadDocument? Second, IReadOnlyList<FactDifference> Facts, IReadOnlyList<FactDifference> Underwriters, IReadOnlyList<ClauseDifference> Clauses);

/// <summary>A fact that the two documents do not state alike.</summary>
/// <param name="Tranche">1-based; null means every tranche.</param>
/// <param name="First">What only the first states; empty where the fact was added.</param>
public sealed record FactDifference(Change Change, string Name, int? Tranche, IReadOnlyList<Stated> First, IReadOnlyList<Stated> Second);

/// <summary>A value with the words and the place it was read from.</summary>
public sealed record Stated(string Value, string? Unit, string Quote, Place Place);

/// <summary>A paragraph that was added, removed or changed.</summary>
/// <param name="Clause">The section, article or label that it stands under; null where the document has none before it.</param>
/// <param name="Changes">Where it was changed: the runs of words that differ, in order.</param>
public sealed record ClauseDifference(Change Change, string? Clause, Words? First, Words? Second, IReadOnlyList<WordChange> Changes);

/// <summary>Words of a document, white space folded, and where they stand.</summary>
public sealed record Words(string Text, Place Place);

/// <summary>Words that stand in one paragraph and not in the other; empty on one side where words were only added or only removed.</summary>
/// <param name="After">How many words of the first paragraph stand before the change.</param>
public sealed record WordChange(int After, string Delete, string Insert);

internal static partial class DocumentComparison
{
    /// <summary>A paragraph longer than this is compared sentence by sentence.</summary>
    private const int LongParagraph = 1500;

    /// <summary>At least this share of the words must be common for a paragraph to count as changed and not as another one.</summary>
    private const int LeastCommonPercent = 50;

    /// <summary>A stretch of more removed times added paragraphs than this is not searched for changed ones.</summary>
    private const int MostPairs = 4096;

    /// <summary>How many equal facts make two documents of different kinds speak of the same notes.</summary>
    private const int FewestCommonFacts = 2;

    internal sealed record Side(ReadDocument Read, DocumentText Text, IReadOnlyList<Paragraph> Paragraphs);

    internal sealed record Paragraph(DocumentText Document, int Start, int End, string Text, string Key, string? Label, string? Clause);

    public static Outcome<IReadOnlyList<Side>> Open(int index, InputFile file) => Opening.Of(index, file).Then(source => Reader.Read([file]).Map<IReadOnlyList<Side>>(reading =>
    {
        var texts = Cutting.Cut(source).DistinctBy(d => d.Id).ToDictionary(d => d.Id);
        return [.. reading.Documents.Select(d => new Side(d, texts[d.Id], Paragraphs(texts[d.Id])))];
    }));

    public static IEnumerable<(Side? First, Side? Second)> Paired(IReadOnlyList<Side> first, IReadOnlyList<Side> second)
    {
        var partner = new Dictionary<Side, Side>();
        if (first.Count == 1 && second.Count == 1) partner[first[0]] = second[0];
        // First those of one kind, then those that state the same facts; the most alike first.
        foreach (var sameKind in new[] { true, false })
        {
            var left = first.Where(f => !partner.ContainsKey(f)).ToList();
            var right = second.Where(s => !partner.ContainsValue(s)).ToList();
            var pairs = from a in left
                        from b in right
                        where (a.Read.Kind == b.Read.Kind) == sameKind
                        let facts = CommonFacts(a, b)
                        where sameKind || facts >= FewestCommonFacts
                        orderby facts + (sameKind ? CommonParagraphs(a, b) : 0) descending
                        select (a, b);
            foreach (var (a, b) in pairs)
                if (!partner.ContainsKey(a) && !partner.ContainsValue(b)) partner[a] = b;
        }
        return [.. first.Select(f => ((Side?)f, partner.GetValueOrDefault(f))), .. second.Where(s => !partner.ContainsValue(s)).Select(s => ((Side?)null, (Side?)s))];
    }

    private static int CommonFacts(Side a, Side b) => a.Read.Facts.Select(f => (f.Name, f.Value)).Intersect(b.Read.Facts.Select(f => (f.Name, f.Value))).Count();

    private static int CommonParagraphs(Side a, Side b) => a.Paragraphs.Select(p => p.Key).Intersect(b.Paragraphs.Select(p => p.Key)).Count();

    public static ComparedDocuments Compare(Side? first, Side? second)
    {
        if (first is null || second is null) return new ComparedDocuments(first?.Read, second?.Read, [], [], []);
        return new ComparedDocuments(first.Read, second.Read,
            Differences(Facts(first, 0), Facts(second, 1)), Differences(Underwriters(first, 0, Names(first)), Underwriters(second, 1, Names(first))),
            first.Read.Kind == second.Read.Kind ? Clauses(first.Paragraphs, second.Paragraphs) : []);
    }

    // --- by fact ---------------------------------------------------------------------------------------------------------------------------

    private static IEnumerable<(string Name, int? Tranche, Stated Stated)> Facts(Side side, int file) =>
        side.Read.Facts.Select(f => (f.Name, f.Tranche, new Stated(f.Value, f.Unit, f.Quote, new Place(file, f.Start, f.End, side.Read.Part))));

    /// <summary>An underwriter is the same with and without a full stop behind its name; the first document's spelling stands for both.</summary>
    private static Dictionary<string, string> Names(Side side) => side.Read.Underwriters.DistinctBy(u => Documents.Text.Key(u.Name)).ToDictionary(u => Documents.Text.Key(u.Name), u => u.Name);

    private static IEnumerable<(string Name, int? Tranche, Stated Stated)> Underwriters(Side side, int file, Dictionary<string, string> names) =>
        side.Read.Underwriters.Select(u => (names.GetValueOrDefault(Documents.Text.Key(u.Name), u.Name), u.Tranche, new Stated(u.Principal ?? "", null, u.Name, new Place(file, u.Start, u.End, side.Read.Part))));

    private static IReadOnlyList<FactDifference> Differences(IEnumerable<(string Name, int? Tranche, Stated Stated)> first, IEnumerable<(string Name, int? Tranche, Stated Stated)> second)
    {
        var (before, after) = (first.ToLookup(f => (f.Name, f.Tranche), f => f.Stated), second.ToLookup(f => (f.Name, f.Tranche), f => f.Stated));
        var differences = new List<FactDifference>();
        foreach (var key in before.Select(g => g.Key).Union(after.Select(g => g.Key)))
        {
            var removed = Only(before[key], after[key]);
            var added = Only(after[key], before[key]);
            if (removed.Count + added.Count == 0) continue;
            differences.Add(new FactDifference(removed.Count == 0 ? Change.Added : added.Count == 0 ? Change.Removed : Change.Changed, key.Name, key.Tranche, removed, added));
        }
        return differences;

        static IReadOnlyList<Stated> Only(IEnumerable<Stated> here, IEnumerable<Stated> there) => [.. here.Where(h => !there.Any(t => t.Value == h.Value && t.Unit == h.Unit))];
    }

    // --- by clause -------------------------------------------------------------------------------------------------------------------------

    [GeneratedRegex(@"^(?<clause>(?:ARTICLE|SECTION|CLAUSE|ANNEX|SCHEDULE|EXHIBIT|APPENDIX) (?:[IVXLC]+\b|\d+(?:\.\d+)*(?:\([a-z]\))?|[A-Z]\b))|^(?<clause>\d{1,2}(?:\.\d{1,2})+|\d{1,2}(?=\. [A-Z]))", Text.Options)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"^(?<label>[A-Z][A-Za-z ,/()&-]{2,50}):", Text.Cased)]
    private static partial Regex Label { get; }

    [GeneratedRegex(@"(?<=[a-z)\d][.;:]) (?=[A-Z(""“])", Text.Cased)]
    private static partial Regex SentenceEnd { get; }

    [GeneratedRegex(@"(?<q>[""]) | (?<q>[""])|[._-]{4,}", Text.Cased)]
    private static partial Regex Typography { get; }

    internal static IReadOnlyList<Paragraph> Paragraphs(DocumentText document)
    {
        var paragraphs = new List<Paragraph>();
        string? under = null;
        for (var i = 0; i < document.Passages.Count; i++)
        {
            var (start, end) = document.Passages[i];
            // Runs that touch are one paragraph, which was only cut for its length.
            while (i + 1 < document.Passages.Count && document.Passages[i + 1].Start == end) end = document.Passages[++i].End;
            var words = document.Words(start, end);
            if (Heading.Match(words) is { Success: true } heading) under = heading.Groups["clause"].Value;
            var label = Label.Match(words) is { Success: true } labelled ? labelled.Groups["label"].Value : null;
            if (words.Length <= LongParagraph) { Add(start, end, label); continue; }
            var from = start;
            foreach (var sentence in SentenceEnd.EnumerateMatches(words))
            {
                Add(from, start + sentence.Index, label);
                from = start + sentence.Index + 1;
            }
            Add(from, end, label);
        }
        return paragraphs;

        void Add(int start, int end, string? label)
        {
            var words = document.Words(start, end).Trim();
            if (words.Length > 0) paragraphs.Add(new Paragraph(document, start, end, words, Key(words), label, label ?? under));
        }
    }

    /// <summary>Words without what a typesetter may change: the form of quotation marks and dashes, ruled lines, dots to a page number.</summary>
    private static string Key(string words) => Typography.Replace(
        string.Create(words.Length, words, (key, text) =>
        {
            for (var i = 0; i < key.Length; i++)
                key[i] = text[i] switch { '“' or '”' => '"', '‘' or '’' => '\'', '–' or '—' or '‑' => '-', var other => other };
        }), m => m.Groups["q"].Success ? "\"" : "_");

    private static IReadOnlyList<ClauseDifference> Clauses(IReadOnlyList<Paragraph> first, IReadOnlyList<Paragraph> second)
    {
        var differences = new List<ClauseDifference>();
        var (a, b) = (0, 0);
        foreach (var (nextA, nextB) in Alignment.Of([.. first.Select(p => p.Key)], [.. second.Select(p => p.Key)]).Append((first.Count, second.Count)))
        {
            Stretch(first, a, nextA, second, b, nextB, differences);
            (a, b) = (nextA + 1, nextB + 1);
        }
        return differences;
    }

    /// <summary>Between two paragraphs that stayed: those that are alike enough were changed, the others removed or added.</summary>
    private static void Stretch(IReadOnlyList<Paragraph> first, int fromA, int endA, IReadOnlyList<Paragraph> second, int fromB, int endB, List<ClauseDifference> differences)
    {
        var (a, b) = (fromA, fromB);
        foreach (var (atA, atB) in Alike(first, fromA, endA, second, fromB, endB).Append((endA, endB)))
        {
            for (; a < atA; a++) differences.Add(new ClauseDifference(Change.Removed, first[a].Clause, At(first[a], 0), null, []));
            for (; b < atB; b++) differences.Add(new ClauseDifference(Change.Added, second[b].Clause, null, At(second[b], 1), []));
            if (atA == endA) break;
            differences.Add(new ClauseDifference(Change.Changed, first[a].Clause ?? second[b].Clause, At(first[a], 0), At(second[b], 1), WordsOf(first[a].Text, second[b].Text)));
            (a, b) = (atA + 1, atB + 1);
        }
    }

    private static Words At(Paragraph paragraph, int file) =>
        new(paragraph.Text, paragraph.Document.Source.Place(paragraph.Start, paragraph.End) with { File = file });

    /// <summary>The pairs in order whose words have most in common together.</summary>
    private static List<(int A, int B)> Alike(IReadOnlyList<Paragraph> first, int fromA, int endA, IReadOnlyList<Paragraph> second, int fromB, int endB)
    {
        var (rows, columns) = (endA - fromA, endB - fromB);
        if (rows == 0 || columns == 0 || (long)rows * columns > MostPairs) return [];
        var right = Enumerable.Range(fromB, columns).Select(i => Bag(second[i])).ToList();
        var common = new int[rows, columns];
        var best = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            var left = Bag(first[fromA + i]);
            for (var j = columns - 1; j >= 0; j--)
            {
                var percent = CommonPercent(left, right[j]);
                // A labelled row is the same row whatever its value, and a line that is a date whatever the day.
                if (first[fromA + i].Label is { } label && label == second[fromB + j].Label || IsDate(first[fromA + i]) && IsDate(second[fromB + j])) percent = Math.Max(percent, LeastCommonPercent);
                common[i, j] = percent >= LeastCommonPercent ? percent : 0;
                best[i, j] = Math.Max(common[i, j] + best[i + 1, j + 1], Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        }
        var pairs = new List<(int, int)>();
        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (common[i, j] > 0 && best[i, j] == common[i, j] + best[i + 1, j + 1]) pairs.Add((fromA + i++, fromB + j++));
            else if (best[i, j] == best[i + 1, j]) i++;
            else j++;
        }
        return pairs;
    }

    private static bool IsDate(Paragraph paragraph) => Documents.Dates.First(paragraph.Text) is { } date && date.Length == paragraph.Text.Length;

    private static (Dictionary<string, int> Words, int Count) Bag(Paragraph paragraph)
    {
        var words = paragraph.Key.Split(' ');
        return (words.CountBy(w => w).ToDictionary(), words.Length);
    }

    private static int CommonPercent((Dictionary<string, int> Words, int Count) a, (Dictionary<string, int> Words, int Count) b)
    {
        if (Math.Min(a.Count, b.Count) * 2 * 100 < LeastCommonPercent * (a.Count + b.Count)) return 0;
        var common = a.Words.Sum(w => Math.Min(w.Value, b.Words.GetValueOrDefault(w.Key)));
        return common * 2 * 100 / (a.Count + b.Count);
    }

    internal static IReadOnlyList<WordChange> WordsOf(string first, string second)
    {
        var (before, after) = (first.Split(' '), second.Split(' '));
        var changes = new List<WordChange>();
        var (a, b) = (0, 0);
        foreach (var (nextA, nextB) in Alignment.Of([.. before.Select(Key)], [.. after.Select(Key)]).Append((before.Length, after.Length)))
        {
            if (nextA > a || nextB > b) changes.Add(new WordChange(a, string.Join(' ', before[a..nextA]), string.Join(' ', after[b..nextB])));
            (a, b) = (nextA + 1, nextB + 1);
        }
        return changes;
    }
}
