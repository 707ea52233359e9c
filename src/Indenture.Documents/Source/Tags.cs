using System.Collections.Frozen;
using System.Text;

namespace Indenture.Documents;

/// <summary>What a tag of HTML or SGML does to the text around it.</summary>
internal enum TagEffect : byte
{
    /// <summary>No tag: the character is text.</summary>
    None,
    /// <summary>Emphasis and the like: the words before and after touch.</summary>
    Inline,
    /// <summary>A line end that two of in a row make a paragraph.</summary>
    Return,
    Line,
    Paragraph,
    /// <summary>The next cell of a row: nothing inside the cell before it counts for the break.</summary>
    Cell,
    /// <summary>The next row of a table.</summary>
    Row,
    Table,
    Page,
    /// <summary>From here on line ends are mere blanks.</summary>
    Html,
    /// <summary>From here on line ends count again.</summary>
    Plain,
    /// <summary>Everything up to the closing tag is dropped: styles, scripts, hidden data, headers of a submission.</summary>
    Skip,
    /// <summary>As <see cref="Skip"/>, inside a word: the properties of a run of letters.</summary>
    Hidden,
    /// <summary>A document of a submission begins.</summary>
    Document,
    /// <summary>The rest of the line names what the document is.</summary>
    Type,
    /// <summary>The rest of the line is about the document and no part of it.</summary>
    Attribute,
}

/// <summary>The tags that filings use. A name that is none of them is text: "&lt;10" and "&lt;name of issuer&gt;" stay.</summary>
internal static class Tags
{
    private static readonly FrozenDictionary<string, TagEffect> Effects = Table().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, TagEffect>.AlternateLookup<ReadOnlySpan<char>> ByName = Effects.GetAlternateLookup<ReadOnlySpan<char>>();

    private static IEnumerable<KeyValuePair<string, TagEffect>> Table()
    {
        (TagEffect Effect, string Names)[] rows =
        [
            (TagEffect.Inline, "a abbr acronym b basefont bdo big blink c center cite code del dfn em fn font i img input ins kbd label map area mark nobr option s samp select small span strike strong sub sup text tt u var wbr button button form meta link base col colgroup object embed param"),
            (TagEffect.Cell, "td th"),
            (TagEffect.Return, "br"),
            (TagEffect.Row, "tr"),
            (TagEffect.Table, "table"),
            (TagEffect.Line, "div li dd dt hr address article aside footer header main nav section thead tbody tfoot dl ol ul caption"),
            (TagEffect.Paragraph, "p h1 h2 h3 h4 h5 h6 blockquote body fieldset legend pre"),
            (TagEffect.Page, "page"),
            (TagEffect.Html, "html"),
            (TagEffect.Skip, "style script head title sec-header ims-header xbrl xml pdf ix:header ix:hidden"),
            (TagEffect.Document, "document"),
            (TagEffect.Type, "type"),
            (TagEffect.Attribute, "sequence filename description acceptance-datetime"),
            (TagEffect.Paragraph, "sec-document submission"),
            // The main part of a .docx.
            (TagEffect.Html, "w:document"),
            (TagEffect.Paragraph, "w:p w:body"),
            (TagEffect.Return, "w:br w:cr"),
            (TagEffect.Cell, "w:tc w:tab"),
            (TagEffect.Row, "w:tr"),
            (TagEffect.Table, "w:tbl"),
            (TagEffect.Hidden, "w:rpr w:ppr w:sectpr w:tblpr w:tblgrid w:trpr w:tcpr w:instrtext w:deltext w:movefrom mc:fallback"),
        ];
        return rows.SelectMany(r => r.Names.Split(' ').Distinct().Select(n => KeyValuePair.Create(n, r.Effect)));
    }

    /// <summary>
    /// Reads a tag at the start of <paramref name="bytes"/> (which begins with "&lt;"): its effect and how many bytes it takes. A tag that is not closed
    /// within 4,000 bytes is text.
    /// </summary>
    /// <param name="unclosed">Names already known to have no closing tag ahead, so that a damaged file is not searched to its end again and again.</param>
    public static TagEffect Read(ReadOnlySpan<byte> bytes, HashSet<string> unclosed, out int length)
    {
        length = 1;
        if (bytes.Length < 3) return TagEffect.None;
        if (bytes[1] == '!')
        {
            if (bytes.StartsWith("<!--"u8))
            {
                var stop = unclosed.Contains("!--") ? -1 : bytes.IndexOf("-->"u8);
                if (stop < 0) unclosed.Add("!--");
                length = stop < 0 ? 4 : stop + 3;
                return TagEffect.Inline;
            }
            return Close(bytes, out length) ? TagEffect.Inline : TagEffect.None;
        }
        if (bytes[1] == '?') return Close(bytes, out length) ? TagEffect.Inline : TagEffect.None;
        var closing = bytes[1] == '/';
        var from = closing ? 2 : 1;
        Span<char> name = stackalloc char[24];
        var n = 0;
        while (n < name.Length && from + n < bytes.Length && (char.IsAsciiLetterOrDigit((char)bytes[from + n]) || bytes[from + n] is (byte)'-' or (byte)':')) { name[n] = (char)bytes[from + n]; n++; }
        if (n == 0 || from + n >= bytes.Length || bytes[from + n] is not ((byte)'>' or (byte)'/' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')) return TagEffect.None;
        if (!ByName.TryGetValue(name[..n], out var effect))
        {
            // Namespaced tags are inline XBRL: their words are the document's.
            if (!name[..n].Contains(':')) return TagEffect.None;
            effect = TagEffect.Inline;
        }
        if (!Close(bytes, out length)) return TagEffect.None;
        if (closing)
            return effect switch
            {
                TagEffect.Cell => TagEffect.Cell,
                TagEffect.Html => TagEffect.Plain,
                TagEffect.Skip or TagEffect.Hidden or TagEffect.Type or TagEffect.Attribute => TagEffect.Inline,
                TagEffect.Document => TagEffect.Page,
                _ => effect,
            };
        if (effect is TagEffect.Skip or TagEffect.Hidden)
        {
            if (bytes[length - 2] == '/') return TagEffect.Inline;
            var skipped = name[..n].ToString().ToLowerInvariant();
            var end = unclosed.Contains(skipped) ? -1 : EndOf(bytes[length..], skipped);
            if (end < 0) unclosed.Add(skipped);
            else length += end;
            return effect;
        }
        // A body or paragraph style may ask for a new page.
        if (effect is TagEffect.Line or TagEffect.Paragraph && bytes[..length].IndexOf("page-break-before"u8) >= 0) return TagEffect.Page;
        return effect;
    }

    private static bool Close(ReadOnlySpan<byte> bytes, out int length)
    {
        var stop = bytes[..Math.Min(bytes.Length, 4000)].IndexOf((byte)'>');
        length = stop + 1;
        return stop > 0;
    }

    /// <summary>Bytes up to and with the closing tag of that name; -1 where there is none (then nothing is dropped but the tag).</summary>
    private static int EndOf(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> name)
    {
        Span<byte> tag = stackalloc byte[name.Length];
        Encoding.ASCII.GetBytes(name, tag);
        for (var at = 0; ;)
        {
            var next = bytes[at..].IndexOf("</"u8);
            if (next < 0) return -1;
            at += next + 2;
            if (bytes.Length >= at + tag.Length && Ascii.EqualsIgnoreCase(bytes.Slice(at, tag.Length), tag))
            {
                var close = bytes[at..].IndexOf((byte)'>');
                return close < 0 ? -1 : at + close + 1;
            }
        }
    }
}
