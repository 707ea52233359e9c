using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The value of a label: "Maturity: ....  February 9, 2009", a label line with its value on the next lines, two cells of a table.</summary>
internal static partial class Rows
{
    private const int LongestValue = 2000;
    private const int LongestLabel = 70;

    /// <summary>A longer line is no table of terms.</summary>
    private const int MostColumns = 40;

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
        // A label may be broken over two lines of its cell.
        if (after > line.End)
        {
            piece = Cutting.PieceAt(document.Source, after - 1);
            if (!begins || piece >= document.EndPiece || document[piece].Before is Break.Cell or > Break.Line) return null;
            line = document[piece];
        }
        while (after < line.End && flat[after] is 's' or 'S' or ')') after++;
        if (after < line.End && flat.AsSpan(after, Math.Min(3, line.End - after)).SequenceEqual("(s)")) after += 3;
        var words = after;
        after = AfterRemark(flat, after, line.End);
        if (begins && IsFootnote(flat.AsSpan(after, line.End - after)) && piece + 1 < document.EndPiece && document[piece + 1].Before == Break.Cell) after = line.End;
        while (after < line.End && flat[after] is ' ' or '.' or '*' or '\u2026') after++;
        var dots = after - words > 3;
        var colon = after < line.End && flat[after] == ':';
        if (colon) after++;
        while (after < line.End && flat[after] is ' ' or '.' or '_' or '\u2026') { dots |= flat[after] == '.'; after++; }
        if (!colon && !(begins && (after >= line.End || dots || IsValueBehind(document, flat.AsSpan(after, line.End - after))))) return null;
        var label = flat[at..words];
        if (!begins && (!colon || at > line.Start && flat[at - 1] is not (' ' or '.' or ')') || IsLongerLabel(flat.AsSpan(line.Start, at - line.Start)))) return null;
        if (!begins) return new Passage(document, after, flat[after..InlineEnd(flat, after, line.End)], label);
        var start = after;
        var current = piece;
        if (after >= line.End)
        {
            current++;
            if (current < document.EndPiece && (IsLabel(document, current) || piece > document.FirstPiece && IsBareLabel(document, piece - 1)) && InBlock(document, piece) is { } apart)
                return new Passage(document, document[apart].Start, document.Words(document[apart].Start, document[apart].End), label);
            if (current >= document.EndPiece || (IsLabel(document, current) && !TrancheNames.Begins(document.Of(current)))) return null;
            // A line that a small letter goes on is a sentence.
            if (!colon && document[current].Before == Break.Line && char.IsAsciiLetterLower(document.Of(current)[0])) return null;
            if (!colon && document[current].Before >= Break.Paragraph && !StandsAlone(document, piece, label)) return null;
            start = document[current].Start;
        }
        // Two cells without a colon are one row of a table, and end with it.
        var oneRow = !colon && !dots && document[current].Before == Break.Cell;
        while (current + 1 < document.EndPiece && document[current + 1].End - start < LongestValue)
        {
            var next = document[current + 1];
            // One issue a line or paragraph: "2027 Notes: …", "2032 Notes: …".
            if (!oneRow && next.Before < Break.Page && TrancheNames.Begins(document.Of(current + 1)) && !IsBox(document, current + 2)) { current++; continue; }
            if (next.Before is Break.Paragraph or Break.Document || (oneRow && next.Before >= Break.Line) || (next.Before == Break.Page && !document.GoesOnAfter(current)) || IsLabel(document, current + 1)) break;
            current++;
        }
        var end = document[current].End;
        return end > start ? new Passage(document, start, flat[start..Math.Min(end, start + LongestValue)], label) : null;
    }

    /// <summary>
    /// The cells below a label that heads a column of a table, a row each: the table's head has at least three cells and no figures, and a row
    /// belongs to it as long as it has as many cells. Empty where the label heads no column.
    /// </summary>
    public static IReadOnlyList<Passage> ColumnUnder(DocumentText document, int at, int labelLength)
    {
        var piece = Cutting.PieceAt(document.Source, at);
        var line = document[piece];
        if (line.Start != at || line.Length < labelLength || !IsLabelAlone(document.Of(piece)[labelLength..]) || line.Before > Break.Line && line.Before != Break.Paragraph) return [];
        var first = piece;
        while (first > document.FirstPiece && document[first].Before == Break.Cell && piece - first < MostColumns) first--;
        var end = EndOfLine(document, first);
        if (end - first is < 3 or > MostColumns) return [];
        for (var cell = first; cell < end; cell++)
            if (document[cell].Length > 60 || document.Of(cell).IndexOfAnyInRange('0', '9') >= 0 || document.Of(cell).EndsWith(":")) return [];
        var values = new List<Passage>();
        for (var row = end; row < document.EndPiece && values.Count < 40; row = EndOfLine(document, row))
        {
            if (document[row].Before > Break.Line || EndOfLine(document, row) - row != end - first) break;
            var cell = document[row + (piece - first)];
            values.Add(new Passage(document, cell.Start, document.Words(cell.Start, cell.End), document.Words(at, at + labelLength)));
        }
        return values.Count == 1 ? values : [.. values.Select((v, i) => v with { Tranche = i + 1 })];
    }

    /// <summary>Behind a label at the head of a column: nothing, or a remark in brackets. "Amount of" begins another label.</summary>
    private static bool IsLabelAlone(ReadOnlySpan<char> rest) => rest.Length <= 20 && (rest.Trim("sS:*. 0123456789()").IsEmpty || rest.TrimStart().StartsWith("("));

    private static int EndOfLine(DocumentText document, int piece)
    {
        piece++;
        for (var cells = 1; piece < document.EndPiece && document[piece].Before == Break.Cell && cells <= MostColumns; cells++) piece++;
        return piece;
    }

    /// <summary>
    /// The value of a label in a block of labels that a block of as many values follows; null where the two do not fit together: a label of a
    /// date needs a date, one of an identifier an identifier.
    /// </summary>
    private static int? InBlock(DocumentText document, int piece)
    {
        var first = piece;
        while (first > document.FirstPiece && piece - first < MostColumns && IsBareLabel(document, first - 1)) first--;
        var end = piece + 1;
        while (end < document.EndPiece && end - first < MostColumns && IsBareLabel(document, end)) end++;
        var count = end - first;
        if (count < 4 || end + count > document.EndPiece) return null;
        for (var i = 0; i < count; i++)
            if (IsLabel(document, end + i) || document[end + i].Length > 200 || !Fits(document.Of(first + i), document.Of(end + i))) return null;
        return end + (piece - first);
    }

    private static bool IsBareLabel(DocumentText document, int piece) => document[piece].Length <= LongestLabel && document[piece].Before < Break.Page && document.Of(piece).EndsWith(":");

    private static bool Fits(ReadOnlySpan<char> label, ReadOnlySpan<char> value) =>
        label.Contains("date", StringComparison.OrdinalIgnoreCase) || label.StartsWith("maturity", StringComparison.OrdinalIgnoreCase) ? Dated.IsMatch(value)
        : label.StartsWith("CUSIP", StringComparison.OrdinalIgnoreCase) || label.StartsWith("ISIN", StringComparison.OrdinalIgnoreCase) ? value.Length is > 8 and < 40 && value.IndexOfAnyInRange('0', '9') >= 0
        : !label.StartsWith("coupon", StringComparison.OrdinalIgnoreCase) && !label.Contains("price", StringComparison.OrdinalIgnoreCase) && !label.Contains("rate", StringComparison.OrdinalIgnoreCase) || value.IndexOfAnyInRange('0', '9') >= 0;

    [GeneratedRegex(@"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{1,2}/\d{1,2}/\d{2,4})\b", Text.Cased)]
    private static partial Regex Dated { get; }

    /// <summary>Past a remark in brackets between a label and its colon: "Principal Amount (in Specified Currency):".</summary>
    private static int AfterRemark(string flat, int at, int end)
    {
        var open = at < end && flat[at] == ' ' ? at + 1 : at;
        if (open >= end || flat[open] != '(') return at;
        var close = flat.AsSpan(open, Math.Min(end - open, 70)).IndexOf(')');
        if (close < 0) return at;
        var after = open + close + 1;
        return after >= end || flat[after] is ':' or ' ' or '(' ? after : at;
    }

    /// <summary>The mark of a footnote: "Issue Date1,2".</summary>
    private static bool IsFootnote(ReadOnlySpan<char> text) => text.Length is >= 1 and <= 6 && text.IndexOfAnyExcept("0123456789,.*†‡§()") < 0;

    /// <summary>"Benchmark Treasury Price:" is a label of its own, and not the label "Price".</summary>
    private static bool IsLongerLabel(ReadOnlySpan<char> before)
    {
        var words = before.Trim();
        return words.Length < 40 && words.Count(' ') < 4 && words.IndexOfAny(":.;)%$0123456789") < 0;
    }

    /// <summary>In a sheet whose columns are lost a label may be followed by its value in the same line: "Maturity Date May 15, 2012".</summary>
    private static bool IsValueBehind(DocumentText document, ReadOnlySpan<char> rest) =>
        (document.Role & Role.Offer) != 0 && document.Kind is DocumentKind.FinalTermSheet or DocumentKind.PricingSupplement && rest.Length is > 1 and < 60 && ValueAlone.IsMatch(rest);

    [GeneratedRegex(@"^(?:(?:US ?\$|U\.S\. ?\$|\$|€|£) ?[\d,.]+(?: (?:million|billion))?|\d{1,3}(?:\.\d+)? ?%|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? \d{4}|(?=[A-Z0-9]*\d)[A-Z0-9]{9}(?:[A-Z0-9]{3})?)(?: of (?:the )?(?:principal amount|face amount|par)| per annum| \(T ?\+ ?\d\))?$", Text.Cased)]
    private static partial Regex ValueAlone { get; }

    /// <summary>"Floating Rate Notes: x": a choice by a box, and no value.</summary>
    private static bool IsBox(DocumentText document, int piece) => piece < document.EndPiece && document[piece].Length <= 3 && document.Of(piece).IndexOfAnyInRange('0', '9') < 0;

    /// <summary>In a sheet of terms a label may be a paragraph of its own, without a colon, and its value the next one.</summary>
    private static bool StandsAlone(DocumentText document, int piece, string label) =>
        (document.Role & Role.Offer) != 0 && document.Kind != DocumentKind.TermsAgreement && (label.Contains(' ') || ValueAlone.IsMatch(document.Of(piece + 1))) && document[piece].Length <= label.Length + 2 && document[piece + 1].Length < 200;

    /// <summary>A short piece that ends in a colon, or begins with words, a colon and dots.</summary>
    public static bool IsLabel(DocumentText document, int piece)
    {
        var text = document.Of(piece);
        var colon = text[..Math.Min(text.Length, LongestLabel)].IndexOf(':');
        // "Coupon (Interest" over "Rate):" in one cell.
        if (colon < 0 && text.Length < 40 && text.IndexOf('(') > 2 && text.IndexOf(')') < 0 && piece + 1 < document.EndPiece && document.Of(piece + 1) is var rest0 && rest0.Length < 30 && rest0.EndsWith("):")) return true;
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
