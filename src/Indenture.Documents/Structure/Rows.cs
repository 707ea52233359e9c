namespace Indenture.Documents;

/// <summary>The value of a label: "Maturity: ....  February 9, 2009", a label line with its value on the next lines, two cells of a table.</summary>
internal static class Rows
{
    private const int LongestValue = 2000;
    private const int LongestLabel = 70;

    /// <summary>
    /// The value that belongs to a known label at <paramref name="at"/>; null where the words there are no label: it must begin a piece and be
    /// followed by a colon or dots or the end of its cell, or stand inside a line and be followed by a colon.
    /// </summary>
    public static Passage? ValueOf(DocumentText document, int at, int labelLength)
    {
        var flat = document.Source.Flat;
        var piece = Cutting.PieceAt(document.Source, at);
        var line = document[piece];
        var begins = flat.AsSpan(line.Start, at - line.Start).Trim("•-*·( ").IsEmpty;
        var after = at + labelLength;
        while (after < line.End && flat[after] is 's' or 'S' or ')') after++;
        if (after < line.End && flat.AsSpan(after, Math.Min(3, line.End - after)).SequenceEqual("(s)")) after += 3;
        var words = after;
        while (after < line.End && flat[after] is ' ' or '.' or '*' or '\u2026') after++;
        var dots = after - words > 3;
        var colon = after < line.End && flat[after] == ':';
        if (colon) after++;
        while (after < line.End && flat[after] is ' ' or '.' or '_' or '\u2026') { dots |= flat[after] == '.'; after++; }
        if (!colon && !(begins && (after >= line.End || dots))) return null;
        if (!begins && (!colon || at > line.Start && flat[at - 1] is not (' ' or '.' or ')'))) return null;
        var label = flat[at..words];

        if (!begins) return new Passage(document, after, flat[after..InlineEnd(flat, after, line.End)], label);
        var start = after;
        var current = piece;
        if (after >= line.End)
        {
            current++;
            if (current >= document.EndPiece || IsLabel(document, current) || (!colon && document[current].Before >= Break.Paragraph)) return null;
            start = document[current].Start;
        }
        // Two cells without a colon are one row of a table, and end with it.
        var oneRow = !colon && !dots && document[current].Before == Break.Cell;
        while (current + 1 < document.EndPiece && document[current + 1].End - start < LongestValue)
        {
            var next = document[current + 1];
            if (next.Before is Break.Paragraph or Break.Document || (oneRow && next.Before >= Break.Line) || (next.Before == Break.Page && !document.GoesOnAfter(current)) || IsLabel(document, current + 1)) break;
            current++;
        }
        var end = document[current].End;
        return end > start ? new Passage(document, start, flat[start..Math.Min(end, start + LongestValue)], label) : null;
    }

    /// <summary>A short piece that ends in a colon, or begins with words, a colon and dots.</summary>
    public static bool IsLabel(DocumentText document, int piece)
    {
        var text = document.Of(piece);
        var colon = text[..Math.Min(text.Length, LongestLabel)].IndexOf(':');
        if (colon < 2 || !char.IsAsciiLetter(text[0])) return false;
        var rest = text[(colon + 1)..].Trim(". \u2026");
        return rest.IsEmpty || text[(colon + 1)..].StartsWith(" ..") || (char.IsAsciiLetterUpper(text[0]) && document[piece].Before >= Break.Line && colon < 40 && text[..colon].Count(' ') < 5);
    }

    /// <summary>In a line of many labels the value ends where the next "Words Words:" begins.</summary>
    private static int InlineEnd(string flat, int start, int lineEnd)
    {
        var limit = Math.Min(lineEnd, start + 400);
        for (var colon = start; colon < limit; colon++)
        {
            if (flat[colon] != ':') continue;
            // Back over capitalised words.
            var back = colon;
            while (back > start)
            {
                var word = flat.AsSpan(start, back - start).TrimEnd(' ').LastIndexOf(' ') + 1 + start;
                if (!char.IsAsciiLetterUpper(flat[word]) && flat.AsSpan(word, back - word).TrimEnd() is not ("of" or "to" or "the" or "for" or "after" or "and")) break;
                back = word;
            }
            if (back < colon) return back > start ? back : colon;
        }
        return limit;
    }
}
