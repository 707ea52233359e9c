namespace Indenture.Documents;

/// <summary>Printed page numbers: lone numbers on a line of their own that count up. They stand inside sentences, and are no part of the text.</summary>
internal static class Furniture
{
    /// <summary>How many lone numbers may stand between two pages of one count (a footnote mark, a number in a table).</summary>
    private const int Reach = 8;

    public static SourceText Remove(
        int file, string? part, ReadOnlyMemory<byte> bytes, bool utf8, char[] text, int length, List<int> runs, List<Piece> pieces, List<Wrapper> wrappers)
    {
        var dropped = PageNumbers(text, pieces);
        if (dropped.Count == 0)
            return new SourceText(file, part, bytes, utf8, new string(text, 0, length), [.. runs], [.. pieces], [.. wrappers]);

        var keptRuns = new List<int>(runs.Count + dropped.Count * 3);
        var keptPieces = new List<Piece>(pieces.Count - dropped.Count);
        var (write, run, next, wrapper) = (0, 0, 0, 0);
        var pageBefore = false;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (next < dropped.Count && dropped[next] == i)
            {
                next++;
                pageBefore = true;
                while (wrapper < wrappers.Count && wrappers[wrapper].Start <= piece.Start) { wrappers[wrapper] = wrappers[wrapper] with { Start = write == 0 ? 0 : write + 1 }; wrapper++; }
                continue;
            }
            // The blank before the piece comes along, except before the first.
            var from = write == 0 ? piece.Start : piece.Start - 1;
            while (wrapper < wrappers.Count && wrappers[wrapper].Start <= piece.Start) { wrappers[wrapper] = wrappers[wrapper] with { Start = write + (piece.Start - from) }; wrapper++; }
            keptPieces.Add(new Piece(write + (piece.Start - from), write + (piece.End - from), pageBefore && piece.Before < Break.Page ? Break.Page : piece.Before));
            pageBefore = false;
            CopyRuns(runs, ref run, from, piece.End, write, keptRuns);
            Array.Copy(text, from, text, write, piece.End - from);
            write += piece.End - from;
        }
        return new SourceText(file, part, bytes, utf8, new string(text, 0, write), [.. keptRuns], [.. keptPieces], [.. wrappers]);
    }

    private static void CopyRuns(List<int> runs, ref int run, int from, int end, int write, List<int> kept)
    {
        while (run + 3 < runs.Count && runs[run + 3] <= from) run += 3;
        for (var r = run; r < runs.Count && runs[r] < end; r += 3)
        {
            var start = Math.Max(runs[r], from);
            var at = runs[r + 1] + (start - runs[r]) * runs[r + 2];
            var character = write + (start - from);
            if (kept.Count > 0 && kept[^1] == runs[r + 2] && kept[^2] + (character - kept[^3]) * kept[^1] == at) continue;
            kept.Add(character);
            kept.Add(at);
            kept.Add(runs[r + 2]);
        }
    }

    /// <summary>The lone numbers that have their successor or predecessor within reach.</summary>
    private static List<int> PageNumbers(char[] text, List<Piece> pieces)
    {
        var candidates = new List<(int Piece, int Value)>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Length > 8) continue;
            var before = pieces[i].Before;
            var after = i + 1 < pieces.Count ? pieces[i + 1].Before : Break.Page;
            if (before < Break.Line || after < Break.Line || (before < Break.Paragraph && after < Break.Paragraph)) continue;
            if (Number(text.AsSpan(pieces[i].Start, pieces[i].Length)) is { } value) candidates.Add((i, value));
        }
        var pages = new List<int>();
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
    private static int? Number(ReadOnlySpan<char> text)
    {
        var inner = text.Trim(" -–—");
        if (inner.StartsWith("PS-")) inner = inner[3..];
        else if (inner.StartsWith("S-") || inner.StartsWith("P-")) inner = inner[2..];
        return inner.Length is >= 1 and <= 4 && int.TryParse(inner, System.Globalization.NumberStyles.None, null, out var value) ? value : null;
    }
}
