using System.IO.Compression;

namespace Indenture.Documents;

/// <summary>A file as given to its text: a plain file as it is, a .docx by its main part, whose unpacked bytes the spans then count.</summary>
internal static class Opening
{
    /// <summary>Positions are held in 29 bits.</summary>
    private const int LargestFile = (1 << 29) - 1;

    /// <summary>The part of a .docx that holds its words.</summary>
    private const string MainPart = "word/document.xml";

    /// <summary>
    /// Parts that may hold words which belong to the document, and are not read: a span is one run of one part. Headers and footers repeat the title and count
    /// the pages, comments are about the document; they are left out as a page number of a plain file is, and not spoken of.
    /// </summary>
    private static readonly string[] NoteParts = ["word/footnotes.xml", "word/endnotes.xml"];

    /// <summary>The most bytes that a part is unpacked to: a small file may be made to unpack to any size.</summary>
    private const int LargestPart = 64 * 1024 * 1024;

    /// <summary>Refused FILE-TOO-LARGE, FILE-NOT-TEXT or FILE-EMPTY. Nothing throws on what a file holds.</summary>
    public static Outcome<SourceText> Of(int index, InputFile file)
    {
        var whole = new Place(index, 0, file.Bytes.Length);
        if (file.Bytes.Length > LargestFile)
            return Refusal.Of(ReadRefusal.FileTooLarge, $"{file.Path} has {file.Bytes.Length} bytes; at most {LargestFile} can be read.", whole);
        if (file.Bytes.AsSpan().StartsWith("PK\x3\x4"u8))
            return Unpacked(index, file, whole);
        return Text(index, null, file.Bytes, file, whole);
    }

    private static Outcome<SourceText> Text(int index, string? part, byte[] bytes, InputFile file, Place whole)
    {
        if (!LooksLikeText(bytes)) return Refusal.Of(ReadRefusal.FileNotText, $"{file.Path} is not text but a picture or another binary file.", whole);
        var source = Decoding.Read(index, part, bytes);
        return source.Pieces.Count > 0 ? source : Refusal.Of(ReadRefusal.FileEmpty, $"{file.Path} holds no words ({file.Bytes.Length} bytes).", whole);
    }

    private static Outcome<SourceText> Unpacked(int index, InputFile file, Place whole)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.Bytes, writable: false), ZipArchiveMode.Read);
            if (archive.GetEntry(MainPart) is not { } entry) return Refusal.Of(ReadRefusal.FileNotText, $"{file.Path} is an archive without {MainPart}: no .docx document.", whole);
            if (Unpacked(entry) is not { } part) return Refusal.Of(ReadRefusal.FileTooLarge, $"{file.Path} unpacks to more than {LargestPart} bytes.", whole);
            // A part that unpacks without end holds words as far as anybody can tell.
            var unread = NoteParts.Where(n => archive.GetEntry(n) is { } notes && (Unpacked(notes) is not { } words || Decoding.Read(index, n, words).Pieces.Count > 0)).ToList();
            return Text(index, MainPart, part, file, whole).Map(source => { source.UnreadParts = unread; return source; });
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return Refusal.Of(ReadRefusal.FileNotText, $"{file.Path} is a damaged archive: {e.Message}", whole);
        }
    }

    /// <summary>The bytes of a part; null where there are more than may be.</summary>
    private static byte[]? Unpacked(ZipArchiveEntry entry)
    {
        using var packed = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        // What the archive says of its sizes is not believed; the bytes are counted.
        for (int read; (read = packed.Read(buffer)) > 0;)
        {
            if (unpacked.Length + read > LargestPart) return null;
            unpacked.Write(buffer, 0, read);
        }
        return unpacked.ToArray();
    }

    /// <summary>Text has no zero bytes and few control characters; the beginning decides.</summary>
    private static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 8192)];
        if (head.StartsWith("%PDF-"u8)) return false;
        var odd = 0;
        foreach (var b in head)
        {
            if (b == 0) return false;
            if (b < 32 && b is not ((byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'\f' or 0x1a or 0x0b)) odd++;
        }
        return odd * 20 <= head.Length;
    }
}
