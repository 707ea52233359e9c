namespace Indenture.Documents;

/// <summary>
/// A whole document in one line, as old filings come: its pages and paragraphs are only to be seen from their numbers. Page numbers are the lone
/// numbers that count up through the text, at most one of them missing; clauses are numbered one after the other. Both become breaks.
/// </summary>
internal static class LongLines
{
    /// <summary>A line shorter than this is a paragraph and no document.</summary>
    private const int Shortest = 8000;

    /// <summary>The least and the most characters from one page number to the next.</summary>
    private const int LeastPage = 200, MostPage = 15_000;

    /// <summary>Fewer pages than these may as well be numbers in the text.</summary>
    private const int FewestPages = 4;

    /// <summary>A text with more lone numbers than these is a table.</summary>
    private const int MostNumbers = 1 << 18;

    /// <summary>A number may be a page's unless one of these words stands before it.</summary>
    private static readonly string[] Counted =
        ["SCHEDULE", "SCHEDULES", "CLAUSE", "CLAUSES", "SECTION", "SECTIONS", "ARTICLE", "ANNEX", "EXHIBIT", "APPENDIX", "PART", "PARAGRAPH", "RULE", "FORM", "LEAST", "WITHIN", "THAN", "NO.", "FALLING",
         "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"];

    private static readonly string[] Measures = ["days", "day", "months", "month", "years", "year", "per", "percent", "million", "billion", "business", "calendar"];

    /// <summary>The pieces with long lines cut; the numbers that are pages' are among them and given by their index.</summary>
    public static PieceList Cut(char[] text, PieceList pieces, out Chunked<int> pageNumbers)
    {
        pageNumbers = new Chunked<int>();
        var found = false;
        for (var i = 0; i < pieces.Count && !found; i++) found = pieces[i].Length >= Shortest;
        if (!found) return pieces;

        var cut = new PieceList();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            cut.Add(piece.Start, piece.Before);
            if (piece.Length < Shortest) continue;
            var line = text.AsSpan(piece.Start, piece.Length);
            var clauses = Clauses(line);
            var next = 0;
            foreach (var (at, length) in Pages(line))
            {
                for (; next < clauses.Count && clauses[next] < at; next++) if (clauses[next] > 0) cut.Add(piece.Start + clauses[next], Break.Paragraph);
                if (at > 0) cut.Add(piece.Start + at, Break.Page);
                pageNumbers.Add(cut.Count - 1);
                var after = at + length + 1;
                if (after >= line.Length) continue;
                cut.Add(piece.Start + after, Break.Page);
                while (next < clauses.Count && clauses[next] <= after) next++;
            }
            for (; next < clauses.Count; next++) if (clauses[next] > 0) cut.Add(piece.Start + clauses[next], Break.Paragraph);
        }
        cut.Length = pieces.Length;
        return cut;
    }

    /// <summary>The longest run of lone numbers that counts up by one, with at most one gap.</summary>
    private static List<(int At, int Length)> Pages(ReadOnlySpan<char> line)
    {
        var nodes = new List<(int At, int Length, int Previous, int Count, bool Gap)>();
        // The best run that ends in a number, without and with a gap.
        var best = new Dictionary<(int Value, bool Gap), int>();
        var longest = -1;
        for (var at = 0; at < line.Length;)
        {
            var end = line[at..].IndexOf(' ') is var blank and >= 0 ? at + blank : line.Length;
            var word = line[at..end];
            if (word.Length is >= 1 and <= 3 && IsNumber(word) && word[0] != '0' && !IsCounted(line, at, end))
            {
                if (nodes.Count >= MostNumbers) return [];
                var value = int.Parse(word, System.Globalization.CultureInfo.InvariantCulture);
                if (value <= 2) Offer(value, false, -1, 1);
                foreach (var (step, gap, gapAfter) in new[] { (1, false, false), (1, true, true), (2, false, true) })
                    if (best.TryGetValue((value - step, gap), out var previous) && at - nodes[previous].At is >= LeastPage and <= MostPage)
                        Offer(value, gapAfter, previous, nodes[previous].Count + 1);

                void Offer(int number, bool gap, int previous, int count)
                {
                    if (best.TryGetValue((number, gap), out var known) && nodes[known].Count >= count) return;
                    nodes.Add((at, end - at, previous, count, gap));
                    best[(number, gap)] = nodes.Count - 1;
                    if (longest < 0 || count > nodes[longest].Count) longest = nodes.Count - 1;
                }
            }
            at = end + 1;
        }
        if (longest < 0 || nodes[longest].Count < FewestPages) return [];
        var pages = new List<(int, int)>();
        for (var node = longest; node >= 0; node = nodes[node].Previous) pages.Add((nodes[node].At, nodes[node].Length));
        pages.Reverse();
        return pages;
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var c in word) if (!char.IsAsciiDigit(c)) return false;
        return true;
    }

    private static bool IsCounted(ReadOnlySpan<char> line, int at, int end)
    {
        if (at > 0)
        {
            var before = line[..(at - 1)];
            var word = before[(before.LastIndexOf(' ') + 1)..];
            foreach (var counted in Counted) if (word.Equals(counted, StringComparison.OrdinalIgnoreCase)) return true;
            if (word is "and" && Last(before[..Math.Max(0, before.Length - 4)]) is { Length: 1 } number && char.IsAsciiDigit(number[0])) return true;
        }
        if (end + 1 < line.Length)
        {
            var rest = line[(end + 1)..];
            var word = rest[..(rest.IndexOf(' ') is var blank and >= 0 ? blank : rest.Length)];
            foreach (var measure in Measures) if (word.StartsWith(measure, StringComparison.Ordinal) && word.TrimEnd("'’.,;").Length == measure.Length) return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> words) => words.TrimEnd()[(words.TrimEnd().LastIndexOf(' ') + 1)..];

    /// <summary>Where numbered clauses begin: "2. APPOINTMENTS", "2.1 The Issuer …", each the one that comes next.</summary>
    private static List<int> Clauses(ReadOnlySpan<char> line)
    {
        var starts = new List<int>();
        var (clause, part) = (0, 0);
        for (var at = 0; at < line.Length;)
        {
            var end = line[at..].IndexOf(' ') is var blank and >= 0 ? at + blank : line.Length;
            var word = line[at..end];
            if (word.Length is >= 2 and <= 5 && char.IsAsciiDigit(word[0]) && end + 1 < line.Length && (char.IsAsciiLetterUpper(line[end + 1]) || line[end + 1] is '"' or '“' or '('))
            {
                var point = word.IndexOf('.');
                if (point > 0 && int.TryParse(word[..point], out var number))
                {
                    if (point == word.Length - 1 ? number == clause + 1 : false) { (clause, part) = (number, 0); starts.Add(at); }
                    else if (number == clause && int.TryParse(word[(point + 1)..], out var sub) && sub == part + 1) { part = sub; starts.Add(at); }
                }
            }
            at = end + 1;
        }
        return starts.Count >= 4 ? starts : [];
    }
}
