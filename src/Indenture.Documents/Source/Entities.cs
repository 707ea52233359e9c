using System.Collections.Frozen;

namespace Indenture.Documents;

/// <summary>Character references of HTML: numbered, and the names that filings use.</summary>
internal static class Entities
{
    private static readonly FrozenDictionary<string, char> Named = new Dictionary<string, char>
    {
        ["amp"] = '&', ["lt"] = '<', ["gt"] = '>', ["quot"] = '"', ["apos"] = '\'', ["nbsp"] = '\u00a0', ["ensp"] = '\u2002', ["emsp"] = '\u2003',
        ["thinsp"] = '\u2009', ["ndash"] = '–', ["mdash"] = '—', ["lsquo"] = '‘', ["rsquo"] = '’', ["sbquo"] = '‚', ["ldquo"] = '“', ["rdquo"] = '”',
        ["bdquo"] = '„', ["bull"] = '•', ["middot"] = '·', ["hellip"] = '…', ["sect"] = '§', ["para"] = '¶', ["reg"] = '®', ["copy"] = '©', ["trade"] = '™',
        ["deg"] = '°', ["frac12"] = '½', ["frac14"] = '¼', ["frac34"] = '¾', ["euro"] = '€', ["pound"] = '£', ["yen"] = '¥', ["cent"] = '¢', ["times"] = '×',
        ["divide"] = '÷', ["plusmn"] = '±', ["minus"] = '−', ["shy"] = '\u00ad', ["zwnj"] = '\u200c', ["zwj"] = '\u200d', ["dagger"] = '†', ["Dagger"] = '‡',
        ["eacute"] = 'é', ["egrave"] = 'è', ["agrave"] = 'à', ["aacute"] = 'á', ["acirc"] = 'â', ["auml"] = 'ä', ["ccedil"] = 'ç', ["ecirc"] = 'ê', ["iacute"] = 'í',
        ["ntilde"] = 'ñ', ["oacute"] = 'ó', ["ocirc"] = 'ô', ["ouml"] = 'ö', ["uacute"] = 'ú', ["uuml"] = 'ü', ["szlig"] = 'ß', ["aring"] = 'å', ["oslash"] = 'ø',
        ["Eacute"] = 'É', ["Auml"] = 'Ä', ["Ouml"] = 'Ö', ["Uuml"] = 'Ü', ["laquo"] = '«', ["raquo"] = '»', ["le"] = '≤', ["ge"] = '≥', ["ne"] = '≠',
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> ByName = Named.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// The character that a reference at the start of <paramref name="bytes"/> stands for and how many bytes it takes; false where there is none, and the
    /// ampersand is itself. A reference beyond the basic plane gives U+FFFD.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out char character, out int length)
    {
        (character, length) = ('&', 1);
        var end = bytes[..Math.Min(bytes.Length, 12)].IndexOf((byte)';');
        if (end < 2) return false;
        var body = bytes[1..end];
        if (body[0] == '#')
        {
            var hex = body.Length > 1 && (body[1] | 0x20) == 'x';
            var digits = body[(hex ? 2 : 1)..];
            if (digits.Length is 0 or > 7) return false;
            var code = 0;
            foreach (var b in digits)
            {
                var digit = b is >= (byte)'0' and <= (byte)'9' ? b - '0' : hex && (b | 0x20) is >= 'a' and <= 'f' ? (b | 0x20) - 'a' + 10 : -1;
                if (digit < 0) return false;
                code = code * (hex ? 16 : 10) + digit;
            }
            // Old filings number the Windows-1252 characters between 128 and 159.
            character = code is >= 0x80 and < 0xa0 ? Decoding.Windows1252((byte)code) : code is 0 or > 0xffff or (>= 0xd800 and <= 0xdfff) ? '\ufffd' : (char)code;
            length = end + 1;
            return true;
        }
        Span<char> name = stackalloc char[body.Length];
        for (var i = 0; i < body.Length; i++) name[i] = (char)body[i];
        if (!ByName.TryGetValue(name, out var found)) return false;
        (character, length) = (found, end + 1);
        return true;
    }
}
