namespace Indenture.Documents;

/// <summary>Printed page numbers: lone numbers on a line of their own that count up. They stand inside sentences, and are no part of the text.</summary>
internal static class Furniture
{
    /// <summary>How many lone numbers may stand between two pages of one count (a footnote mark, a number in a table).</summary>
    private const int Reach = 8;

    public static SourceText Remove(int file, string? part, ReadOnlyMemory<byte> bytes, bool utf8, char[] text, ByteMap map, PieceList pieces, List<Wrapper> wrappers)
    {
        pieces = LongLines.Cut(text, pieces, out var dropped);
        var inText = dropped.Count;
        if (inText == 0) dropped = PageNumbers(text, pieces);
        if (dropped.Count == 0) return new SourceText(file, part, bytes, utf8, new string(text, 0, pieces.Length), map, pieces, wrappers);

        var keptMap = new ByteMap();
        var kept = new PieceList();
        var (write, run, next, wrapper) = (0, 0, 0, 0);
        var pageBefore = false;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var drop = next < dropped.Count && dropped[next] == i;
            // The blank before the piece comes along, except before the first.
            var start = write == 0 ? 0 : write + 1;
            for (; wrapper < wrappers.Count && wrappers[wrapper].Start <= piece.Start; wrapper++) wrappers[wrapper] = wrappers[wrapper] with { Start = start };
            if (drop)
            {
                next++;
                pageBefore = true;
                continue;
            }
            var from = write == 0 ? piece.Start : piece.Start - 1;
            kept.Add(start, pageBefore && piece.Before < Break.Page ? Break.Page : piece.Before);
            pageBefore = false;
            CopyMap(map, ref run, from, piece.End, write, keptMap);
            Array.Copy(text, from, text, write, piece.End - from);
            write += piece.End - from;
        }
        kept.Length = write;
        return new SourceText(file, part, bytes, utf8, new string(text, 0, write), keptMap, kept, wrappers) { PagesInText = inText };
    }

    private static void CopyMap(ByteMap map, ref int run, int from, int end, int write, ByteMap kept)
    {
        while (run + 1 < map.Count && map[run + 1].Character <= from) run++;
        for (var r = run; r < map.Count; r++)
        {
            var (character, at, width) = map[r];
            if (character >= end) return;
            var start = Math.Max(character, from);
            kept.Add(write + (start - from), at + (start - character) * width, width);
        }
    }

    /// <summary>The lone numbers that have their successor or predecessor within reach.</summary>
    private static Chunked<int> PageNumbers(char[] text, PieceList pieces)
    {
        var candidates = new Chunked<(int Piece, short Value)>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Length > 8) continue;
            var after = i + 1 < pieces.Count ? pieces[i + 1].Before : Break.Page;
            if (piece.Before < Break.Line || after < Break.Line || (piece.Before < Break.Paragraph && after < Break.Paragraph)) continue;
            if (Number(text.AsSpan(piece.Start, piece.Length)) is { } value) candidates.Add((i, value));
        }
        var pages = new Chunked<int>();
        for (var i = 0; i < candidates.Count; i++)
        {
            var counted = false;
            for (var j = Math.Max(0, i - Reach); j < Math.Min(candidates.Count, i + Reach + 1) && !counted; j++)
                counted = j != i && candidates[j].Value - candidates[i].Value == Math.Sign(j - i);
            if (counted) pages.Add(candidates[i].Piece);
        }
        return pages;
    }

    /// <summary>"7", "- 7 -", "S-7", "PS-7".</summary>
    private static short? Number(ReadOnlySpan<char> text)
    {
        var inner = text.Trim(" -–—");
        if (inner.StartsWith("PS-")) inner = inner[3..];
        else if (inner.StartsWith("S-") || inner.StartsWith("P-")) inner = inner[2..];
        return inner.Length is >= 1 and <= 4 && short.TryParse(inner, System.Globalization.NumberStyles.None, null, out var value) ? value : null;
    }
}
