using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Indenture.Documents;

/// <summary>Bytes to text, in one pass whose time and memory grow with the file's length and nothing else.</summary>
internal static class Decoding
{
    private const string HighHalf = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    /// <summary>Bytes that end a plain run of words: white space but the blank, markup, the cell bar, controls and everything that is not ASCII.</summary>
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(b => (byte)b), (byte)'<', (byte)'&', (byte)'|', .. Enumerable.Range(127, 129).Select(b => (byte)b)]);

    /// <summary>The buffer for a file of at most so many bytes is kept for the next file.</summary>
    private const int LargestKept = 1 << 20;

    /// <summary>What a wrapped part holds that is no document: pictures, data files, XBRL.</summary>
    private static bool HoldsNoText(string type) =>
        type is "GRAPHIC" or "ZIP" or "EXCEL" or "JSON" or "XML" or "PDF" || type.StartsWith("EX-101", StringComparison.Ordinal);

    public static char Windows1252(byte b) => b is >= 0x80 and < 0xa0 ? HighHalf[b - 0x80] : (char)b;

    /// <summary>Invalid UTF-8 anywhere means that the whole file is Windows-1252.</summary>
    public static SourceText Read(int file, string? part, ReadOnlyMemory<byte> bytes)
    {
        var utf8 = Utf8.IsValid(bytes.Span);
        if (bytes.Length > LargestKept) return new Pass(bytes.Span, utf8, GC.AllocateUninitializedArray<char>(bytes.Length)).Run(file, part, bytes);
        var text = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            return new Pass(bytes.Span, utf8, text).Run(file, part, bytes);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }

    /// <summary>A run of bytes decoded, tags dropped, entities resolved, white space folded; nothing else changed.</summary>
    public static string Quote(ReadOnlySpan<byte> bytes, bool utf8)
    {
        // No more characters than bytes.
        var kept = bytes.Length <= 512 ? null : ArrayPool<char>.Shared.Rent(bytes.Length);
        var text = kept ?? stackalloc char[512];
        var length = Quote(bytes, utf8, text);
        var quote = text[..length].ToString();
        if (kept is not null) ArrayPool<char>.Shared.Return(kept);
        return quote;
    }

    private static int Quote(ReadOnlySpan<byte> bytes, bool utf8, Span<char> text)
    {
        HashSet<string>? unclosed = null;
        var (space, end) = (false, 0);
        for (var at = 0; at < bytes.Length;)
        {
            if (bytes[at] == '<' && Tags.Read(bytes[at..], unclosed ??= [], out var length) is not TagEffect.None and var effect)
            {
                at += length;
                space |= effect is not (TagEffect.Inline or TagEffect.Hidden);
                continue;
            }
            var low = '\0';
            var character = (char)bytes[at];
            if (character is '&' or > '~') character = Next(bytes[at..], utf8, out length, out low);
            else length = 1;
            at += length;
            if (char.IsWhiteSpace(character)) { space = true; continue; }
            if (space && end > 0) text[end++] = ' ';
            space = false;
            text[end++] = character;
            if (low != 0) text[end++] = low;
        }
        return end;
    }

    /// <summary>The next character, entity resolved; <paramref name="low"/> is the second half of a pair, else zero.</summary>
    private static char Next(ReadOnlySpan<byte> bytes, bool utf8, out int length, out char low)
    {
        low = '\0';
        if (bytes[0] == '&' && Entities.TryRead(bytes, out var named, out length)) return named;
        length = 1;
        if (bytes[0] < 0x80) return (char)bytes[0];
        if (!utf8) return Windows1252(bytes[0]);
        Rune.DecodeFromUtf8(bytes, out var rune, out length);
        if (rune.IsBmp) return (char)rune.Value;
        Span<char> pair = stackalloc char[2];
        rune.EncodeToUtf16(pair);
        low = pair[1];
        return pair[0];
    }

    private ref struct Pass(ReadOnlySpan<byte> bytes, bool utf8, char[] text)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private readonly char[] _text = text;
        private readonly ByteMap _map = new();
        private readonly PieceList _pieces = new();
        private readonly List<Wrapper> _wrappers = [];
        private readonly HashSet<string> _unclosed = [];
        private int _length;

        // What stood between the last character and here.
        private int _gapFrom = -1;
        private int _columns;
        private int _returns;
        private bool _line, _paragraph, _bar, _cell, _row, _table, _page, _document, _emptyLine;
        private bool _html;

        public SourceText Run(int file, string? part, ReadOnlyMemory<byte> memory)
        {
            var at = _bytes.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? 3 : 0;
            at = AfterMailHeader(at);
            while (at < _bytes.Length)
            {
                var plain = Plain(_bytes[at..]);
                if (plain > 0)
                {
                    if (!_html && _columns == 0 && (_returns > 0 || _length == 0) && _bytes[at] == 'b' && AfterEncodedPart(at) is var after and > 0) { at = after; continue; }
                    Open(at, 1);
                    Encoding.Latin1.GetChars(_bytes.Slice(at, plain), _text.AsSpan(_length));
                    _length += plain;
                    at += plain;
                    continue;
                }
                at = Step(at);
            }
            _pieces.Length = _length;
            return Furniture.Remove(file, part, memory, utf8, _text, _map, _pieces, _wrappers);
        }

        /// <summary>How many bytes are words and single blanks between them, and so are the text as they stand.</summary>
        private static int Plain(ReadOnlySpan<byte> rest)
        {
            if (rest[0] == ' ') return 0;
            // What follows a wide gap is looked at again, so not far ahead.
            var bytes = rest[..Math.Min(rest.Length, 400)];
            var run = bytes.IndexOfAny(Special) is var special and >= 0 ? bytes[..special] : bytes;
            if (run.IndexOf("  "u8) is var gap and >= 0) return gap;
            return run is [.., (byte)' '] ? run.Length - 1 : run.Length;
        }

        private int Step(int at)
        {
            var b = _bytes[at];
            switch (b)
            {
                case (byte)'\n':
                    Gap(at);
                    if (!_html) { _returns++; _columns = 0; }
                    return at + 1;
                case (byte)'\r':
                    Gap(at);
                    if (!_html && (at + 1 >= _bytes.Length || _bytes[at + 1] != '\n')) { _returns++; _columns = 0; }
                    return at + 1;
                case (byte)'\f':
                    Gap(at);
                    _page = true;
                    return at + 1;
                case (byte)'\t':
                    Gap(at);
                    if (!_html) _columns += 3;
                    return at + 1;
                case (byte)' ':
                    Gap(at);
                    if (!_html) _columns++;
                    return at + 1;
                case (byte)'|':
                    // A bar parts cells; the line it stands on is not empty.
                    Gap(at);
                    _line |= _returns > 0;
                    (_bar, _returns) = (true, 0);
                    return at + 1;
                case (byte)'<' when Tags.Read(_bytes[at..], _unclosed, out var length) is not TagEffect.None and var effect:
                    return Tag(at, length, effect);
            }
            var character = Next(_bytes[at..], utf8, out var width, out var low);
            // Nothing is seen of these, and they part words that are one.
            if (character is '\u00ad' or '\u200b' or '\u200c' or '\u200d' or '\ufeff') return at + width;
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                Gap(at);
                if (_html) _emptyLine |= character == '\u00a0' && (_line || _returns > 0);
                else _columns++;
                return at + width;
            }
            Open(at, width);
            _text[_length++] = character;
            if (low != 0)
            {
                _map.Add(_length, at, width);
                _text[_length++] = low;
            }
            return at + width;
        }

        private int Tag(int at, int length, TagEffect effect)
        {
            if (effect is not (TagEffect.Inline or TagEffect.Hidden)) Gap(at);
            switch (effect)
            {
                case TagEffect.Return:
                    _returns++;
                    break;
                case TagEffect.Line:
                    _paragraph |= _emptyLine;
                    _line = true;
                    break;
                case TagEffect.Paragraph:
                    _paragraph = true;
                    break;
                case TagEffect.Cell:
                    (_cell, _line, _paragraph, _emptyLine, _returns) = (true, false, false, false, 0);
                    break;
                case TagEffect.Row:
                    (_row, _line, _paragraph, _emptyLine, _returns) = (true, false, false, false, 0);
                    break;
                case TagEffect.Table:
                    _table = true;
                    break;
                case TagEffect.Page:
                    _page = true;
                    break;
                case TagEffect.Html:
                    _html = true;
                    break;
                case TagEffect.Plain:
                    _html = false;
                    break;
                case TagEffect.Document:
                    (_document, _html) = (true, false);
                    break;
                case TagEffect.Type:
                    return AfterType(at + length);
                case TagEffect.Attribute:
                    return EndOfLine(at + length);
            }
            return at + length;
        }

        private int EndOfLine(int at)
        {
            var end = _bytes[at..].IndexOfAny((byte)'\n', (byte)'<');
            return end < 0 ? _bytes.Length : at + end;
        }

        private int AfterType(int at)
        {
            var end = EndOfLine(at);
            var type = Encoding.Latin1.GetString(_bytes[at..Math.Min(end, at + 40)]).Trim();
            if (HoldsNoText(type))
            {
                var close = _bytes[end..].IndexOf("</DOCUMENT>"u8);
                return close < 0 ? _bytes.Length : end + close;
            }
            if (_document) _wrappers.Add(new Wrapper(_length, type));
            return end;
        }

        /// <summary>Past the header of a privacy-enhanced message, which ends at an empty line.</summary>
        private readonly int AfterMailHeader(int at)
        {
            if (!_bytes[at..].StartsWith("-----BEGIN PRIVACY-ENHANCED MESSAGE-----"u8)) return at;
            var end = _bytes[at..Math.Min(_bytes.Length, at + 4000)].IndexOf("\n\n"u8);
            return end < 0 ? at + 40 : at + end;
        }

        /// <summary>Past a uuencoded part ("begin 644 name" to "end"); 0 where none begins here.</summary>
        private int AfterEncodedPart(int at)
        {
            var rest = _bytes[at..];
            if (rest.Length < 12 || !rest.StartsWith("begin "u8) || !char.IsAsciiDigit((char)rest[6]) || !char.IsAsciiDigit((char)rest[7]) || !char.IsAsciiDigit((char)rest[8]) || rest[9] != ' ') return 0;
            // Where none ends ahead, none is sought again.
            var end = _unclosed.Contains("begin") ? -1 : rest.IndexOf("\nend"u8);
            if (end < 0) _unclosed.Add("begin");
            return end < 0 ? 0 : at + end + 4;
        }

        private void Gap(int at)
        {
            if (_gapFrom < 0) _gapFrom = at;
        }

        /// <summary>Closes the gap before a character whose first byte is <paramref name="at"/>.</summary>
        private void Open(int at, int width)
        {
            if (_gapFrom >= 0)
            {
                var between = Between();
                if (_length > 0)
                {
                    _map.Add(_length, _gapFrom, 1);
                    _text[_length++] = ' ';
                    if (between is { } b) _pieces.Add(_length, b);
                }
                if (_wrappers.Count > 0 && _wrappers[^1].Start == _length - 1) _wrappers[^1] = _wrappers[^1] with { Start = _length };
                _gapFrom = -1;
                (_columns, _returns) = (0, 0);
                _line = _paragraph = _bar = _cell = _row = _table = _page = _document = _emptyLine = false;
            }
            if (_length == 0) _pieces.Add(0, Break.Document);
            _map.Add(_length, at, width);
        }

        private readonly Break? Between()
        {
            if (_document) return Break.Document;
            if (_page) return Break.Page;
            if (_table) return Break.Paragraph;
            if (_row) return Break.Line;
            // The paragraphs inside cells part nothing but the cells.
            if (_cell) return Break.Cell;
            if (_paragraph || _returns > 1) return Break.Paragraph;
            if (_line || _returns > 0) return Break.Line;
            return _bar || _columns >= 3 ? Break.Cell : null;
        }
    }
}
