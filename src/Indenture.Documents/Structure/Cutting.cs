namespace Indenture.Documents;

/// <summary>Cuts a file into its documents: exhibits under one cover, forms annexed to an agreement, the parts of a submission.</summary>
internal static class Cutting
{
    /// <summary>Words of a body that begin before a place may end behind it by less than this.</summary>
    private static readonly int LongestBody = DocumentKinds.All.SelectMany(k => k.Body).Max(b => b.Length);

    private static readonly PhraseScan Keys = new([.. DocumentKinds.All.Select(k => k.Key)]);

    /// <summary>How far from its opening line a document's own cover may begin on the same page.</summary>
    private const int CoverReach = 1500;

    /// <summary>How far into a wrapped part its own title stands.</summary>
    private const int TitleReach = 300;

    /// <summary>How far into a file or wrapped part an opening line may stand and still name the whole.</summary>
    private const int HeadReach = 4000;

    public static IReadOnlyList<DocumentText> Cut(SourceText source)
    {
        if (source.Pieces.Count == 0) return [];
        var starts = Starts(source);
        var documents = new List<DocumentText>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var (piece, rule, wrapper, heading) = starts[i];
            var end = i + 1 < starts.Count ? starts[i + 1].Piece : source.Pieces.Count;
            if (end <= piece) continue;
            var kind = OfferMarks.KindOf(source, piece, end, rule?.Kind ?? DocumentKind.Unknown);
            var document = new DocumentText(source, piece, end, kind, wrapper, kind == rule?.Kind ? heading : null);
            if (rule?.Requires is { } requires && !requires.IsMatch(document.Text)) document = new DocumentText(source, piece, end, OfferMarks.ReportsSale(document.Text) ? DocumentKind.Announcement : DocumentKind.Unknown, wrapper);
            documents.Add(document);
        }
        return documents;
    }

    private static List<(int Piece, KindRule? Rule, string? Wrapper, int? Heading)> Starts(SourceText source)
    {
        var openings = Openings(source);
        var wrappers = source.Wrappers.Select(w => (Piece: PieceAt(source, w.Start), w.Type)).Where(w => w.Piece < source.Pieces.Count).ToList();
        var starts = new List<(int Piece, KindRule? Rule, string? Wrapper, int? Heading)>();
        if (wrappers.Count == 0) starts.Add((0, null, null, null));
        starts.AddRange(wrappers.Select(w => (w.Piece, DocumentKinds.All.FirstOrDefault(k => k.Wrappers.Any(t => w.Type.StartsWith(t, StringComparison.OrdinalIgnoreCase))), (string?)w.Type, (int?)null)));
        if (starts.Count > 0 && starts[0].Piece > 0) starts.Insert(0, (0, null, null, null));

        // Which document was last searched for its own words, and how far: no text is searched twice.
        (int Head, int Searched, bool Found) body = (-1, 0, false);
        foreach (var (piece, rule) in openings)
        {
            var at = starts.FindLastIndex(s => s.Piece <= piece);
            var current = starts[at];
            var head = source.Pieces[current.Piece].Start;
            var here = source.Pieces[piece].Start;
            if (current.Rule is null && here - head < HeadReach) { starts[at] = (current.Piece, rule, current.Wrapper, piece); continue; }
            // A wrapper names a broad type (an EX-1 is an underwriting agreement or the terms agreement under one): the title at its head says which.
            if (current is { Wrapper: not null, Heading: null } && rule.Where == Opens.Anywhere && here - head < TitleReach) { starts[at] = (current.Piece, rule, current.Wrapper, piece); continue; }
            if (body.Head != head) body = (head, head, false);
            if (current.Rule is { } open && !body.Found) body = (head, Math.Max(head, here - LongestBody), HasBody(source, body.Searched, here, open));
            if (current.Rule is not null && !body.Found) continue;
            if (rule.Where == Opens.AtTheHead) continue;
            starts.Insert(at + 1, (CoverOf(source, current.Piece, piece), rule, current.Wrapper, piece));
        }
        return starts;
    }

    /// <summary>A document that has not come to its own words yet is not ended by a line that looks like an opening: its cover or contents names others.</summary>
    private static bool HasBody(SourceText source, int from, int here, KindRule open)
    {
        var text = source.Flat.AsSpan(from, here - from);
        foreach (var word in open.Body)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static List<(int Piece, KindRule Rule)> Openings(SourceText source)
    {
        var openings = new List<(int Piece, KindRule Rule)>();
        foreach (var (at, id) in Keys.In(source.Flat))
        {
            var rule = DocumentKinds.All[id];
            var piece = PieceAt(source, at);
            if (openings.Count > 0 && openings[^1].Piece == piece) continue;
            var line = source.Pieces[piece];
            // The line may go on for long (a legend): the beginning decides.
            if (line.Before < Break.Line) continue;
            // A line that goes on a paragraph is no heading.
            if (line.Before == Break.Line && piece > 0 && source.Pieces[piece - 1].Length > 50) continue;
            if (rule.Opening.IsMatch(source.Flat.AsSpan(line.Start, Math.Min(line.Length, 800)))) openings.Add((piece, rule));
        }
        return openings;
    }

    /// <summary>Back from the opening line to the top of its page, over a cover that names the parties, or to the label of its annex.</summary>
    private static int CoverOf(SourceText source, int first, int piece)
    {
        var start = source.Pieces[piece].Start;
        for (var i = piece; i > first && start - source.Pieces[i].Start < CoverReach; i--)
        {
            if (source.Pieces[i].Before >= Break.Page) return i;
            if (source.Pieces[i - 1].Length > 200) break;
        }
        if (piece - 1 > first && IsAnnexLabel(source.Of(source.Pieces[piece - 1]))) return piece - 1;
        return piece;
    }

    internal static bool IsAnnexLabel(ReadOnlySpan<char> text) =>
        text.Length <= 20 && (text.StartsWith("ANNEX ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("EXHIBIT ", StringComparison.OrdinalIgnoreCase) ||
            text.StartsWith("SCHEDULE ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("APPENDIX ", StringComparison.OrdinalIgnoreCase));

    /// <summary>The piece that holds a character, or the next one.</summary>
    internal static int PieceAt(SourceText source, int character)
    {
        // Most are asked for in the order of the text.
        for (var near = source.LastPiece; near < Math.Min(source.LastPiece + 3, source.Pieces.Count); near++)
            if (source.Pieces[near].End > character)
            {
                if (near > 0 && source.Pieces[near - 1].End > character) break;
                return source.LastPiece = near;
            }
        var (low, high) = (0, source.Pieces.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (source.Pieces[middle].End <= character) low = middle + 1; else high = middle;
        }
        return source.LastPiece = low;
    }
}
