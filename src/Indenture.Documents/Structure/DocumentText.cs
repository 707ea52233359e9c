using System.Security.Cryptography;

namespace Indenture.Documents;

/// <summary>A run of a document's words that is read as one: a paragraph, or the value of a labelled row.</summary>
/// <param name="Start">Position of the first character in the file's text.</param>
/// <param name="Label">The label as printed, where the run is the value of one; null for a paragraph.</param>
/// <param name="Tranche">1-based, where the run speaks of one of several issues of the document; null where it speaks of all.</param>
internal sealed record Passage(DocumentText Document, int Start, string Text, string? Label = null, int? Tranche = null)
{
    public bool IsRow => Label is not null;

    public int End => Start + Text.Length;
}

/// <summary>One document of a file: its pieces, and the views that recognisers read.</summary>
internal sealed class DocumentText
{
    /// <summary>A paragraph longer than this is read sentence by sentence in runs of at most this length.</summary>
    private const int LongestPassage = 6000;

    private readonly Lazy<string> _text;
    private readonly Lazy<Chunked<(int Start, int End)>> _passages;
    private readonly Lazy<string> _id;

    public DocumentText(SourceText source, int firstPiece, int endPiece, DocumentKind kind, string? wrapper, int? heading = null)
    {
        (Source, FirstPiece, EndPiece, Kind, Wrapper, Heading) = (source, firstPiece, endPiece, kind, wrapper, heading);
        Role = DocumentKinds.RoleOf(kind);
        _text = new(() => Source.Flat[Start..End]);
        _passages = new(CutPassages);
        _id = new(() =>
        {
            var place = Source.Place(Start, End);
            return Convert.ToHexStringLower(SHA256.HashData(Source.Bytes.Span[place.Start..place.End]))[..12];
        });
    }

    public SourceText Source { get; }

    public int FirstPiece { get; }

    /// <summary>Exclusive.</summary>
    public int EndPiece { get; }

    public DocumentKind Kind { get; }

    public Role Role { get; }

    /// <summary>What the submission's wrapper calls it; null without a wrapper.</summary>
    public string? Wrapper { get; }

    /// <summary>The piece that opened it; null where its place or wrapper alone did.</summary>
    public int? Heading { get; }

    public int Start => Source.Pieces[FirstPiece].Start;

    public int End => Source.Pieces[EndPiece - 1].End;

    /// <summary>The first 12 hex digits of the SHA-256 of its span.</summary>
    public string Id => _id.Value;

    public string Text => _text.Value;

    /// <summary>Paragraphs, ascending, without overlap.</summary>
    public Chunked<(int Start, int End)> Passages => _passages.Value;

    public Piece this[int piece] => Source.Pieces[piece];

    public ReadOnlySpan<char> Of(int piece) => Source.Of(Source.Pieces[piece]);

    public string Words(int start, int end) => Source.Flat[start..end];

    public Passage PassageAt(int character)
    {
        var (start, end) = Passages[PassageIndex(character)];
        return new Passage(this, start, Words(start, end));
    }

    public int PassageIndex(int character)
    {
        var (low, high) = (0, Passages.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Passages[middle].End <= character) low = middle + 1; else high = middle;
        }
        return low;
    }

    /// <summary>A page may end inside a sentence; the paragraph then goes on after it.</summary>
    public bool GoesOnAfter(int piece)
    {
        var text = Of(piece).TrimEnd("\"”’)] ");
        return text.Length > 0 && text[^1] is not ('.' or ':' or ';' or '!' or '?' or '_') && piece + 1 < EndPiece && Of(piece + 1) is var next && !Cutting.IsAnnexLabel(next);
    }

    private Chunked<(int Start, int End)> CutPassages()
    {
        var passages = new Chunked<(int Start, int End)>();
        var start = Start;
        for (var i = FirstPiece; i < EndPiece; i++)
        {
            var last = i + 1 == EndPiece;
            if (!last && (this[i + 1].Before < Break.Paragraph || (this[i + 1].Before == Break.Page && GoesOnAfter(i)))) continue;
            Add(passages, start, this[i].End);
            if (!last) start = this[i + 1].Start;
        }
        return passages;
    }

    private void Add(Chunked<(int Start, int End)> passages, int start, int end)
    {
        while (end - start > LongestPassage)
        {
            var run = Source.Flat.AsSpan(start, LongestPassage);
            var cut = run.LastIndexOf(". ") is var sentence and > LongestPassage / 4 ? sentence + 2 : run.LastIndexOf(' ') is var word and > 0 ? word + 1 : LongestPassage;
            passages.Add((start, start + cut));
            start += cut;
        }
        if (end > start) passages.Add((start, end));
    }
}
