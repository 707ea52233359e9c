namespace Indenture.Documents;

/// <summary>What parts a piece of text from the piece before it, from the weakest to the strongest.</summary>
internal enum Break : byte
{
    /// <summary>A table cell, a tab, or three or more blanks in a row.</summary>
    Cell,
    /// <summary>A new line, or a tag that begins one.</summary>
    Line,
    /// <summary>At least one empty line, or a tag that begins a paragraph.</summary>
    Paragraph,
    /// <summary>A page; its printed number, where it has one, is no part of the text.</summary>
    Page,
    /// <summary>Another document of the same submission begins here.</summary>
    Document,
}

/// <summary>A run of text without a break inside; positions count characters of <see cref="SourceText.Flat"/>, the end exclusive.</summary>
internal readonly record struct Piece(int Start, int End, Break Before)
{
    public int Length => End - Start;
}

/// <summary>Where a document of a submission begins, and what its wrapper calls it ("EX-4.1", "424B2").</summary>
internal readonly record struct Wrapper(int Start, string Type);

/// <summary>
/// The text of a file in one line: decoded, tags dropped, entities resolved, white space (U+00A0 included) folded to single blanks, page numbers
/// left out. Every character knows its bytes. What the folding loses (lines, cells, paragraphs, pages) is kept as <see cref="Pieces"/>, so
/// that structure and wording are read from the same positions.
/// </summary>
internal sealed class SourceText
{
    private readonly ByteMap _map;
    private readonly Dictionary<(int Start, int End), string> _quotes = [];

    internal SourceText(int file, string? part, ReadOnlyMemory<byte> bytes, bool utf8, string flat, ByteMap map, PieceList pieces, IReadOnlyList<Wrapper> wrappers) =>
        (File, Part, Bytes, IsUtf8, Flat, _map, Pieces, Wrappers) = (file, part, bytes, utf8, flat, map, pieces, wrappers);

    /// <summary>Index into the files given.</summary>
    public int File { get; }

    /// <summary>The unpacked part of a container file; null for a plain file.</summary>
    public string? Part { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>False: some byte is not UTF-8, and the whole file is read as Windows-1252.</summary>
    public bool IsUtf8 { get; }

    public string Flat { get; }

    public PieceList Pieces { get; }

    public IReadOnlyList<Wrapper> Wrappers { get; }

    /// <summary>The piece that was last asked for.</summary>
    internal int LastPiece { get; set; }

    /// <summary>How many numbers of pages stood inside the text of a long line, and are left out.</summary>
    public int PagesInText { get; init; }

    /// <summary>Parts of a container file that hold words of the document and are not read.</summary>
    public IReadOnlyList<string> UnreadParts { get; internal set; } = [];

    public ReadOnlySpan<char> Of(Piece piece) => Flat.AsSpan(piece.Start, piece.Length);

    /// <summary>The first byte of a character.</summary>
    public int ByteStart(int character) => _map.Of(character).Start;

    /// <summary>The byte after the last of the character before <paramref name="end"/>.</summary>
    public int ByteEnd(int end) => end == 0 ? 0 : _map.Of(end - 1).End;

    public Core.Place Place(int start, int end) => new(File, ByteStart(start), ByteEnd(end), Part);

    /// <summary>The words of a run as the contract quotes them: decoded, without tags, white space folded, page numbers kept.</summary>
    public string Quote(int start, int end)
    {
        // A fact is quoted with its document and again with the terms.
        if (!_quotes.TryGetValue((start, end), out var quote))
            _quotes.Add((start, end), quote = Decoding.Quote(Bytes.Span[ByteStart(start)..ByteEnd(end)], IsUtf8));
        return quote;
    }
}
