using System.Text;
using Indenture.Documents;

namespace Indenture.Tests.Support;

/// <summary>Short ways to read words as documents.</summary>
internal static class Reads
{
    /// <summary>The text as one file, read.</summary>
    public static Reading Text(params string[] texts) =>
        Reader.Read([.. texts.Select((t, i) => new InputFile(Encoding.UTF8.GetBytes(t), $"text{i + 1}"))]).Require();

    /// <summary>The files of the filings whose names begin so, read together.</summary>
    public static Reading Filings(params string[] beginnings) =>
        Reader.Read([.. beginnings.Select(b => new InputFile(File.ReadAllBytes(Reference.Filing(b)), Reference.Filing(b)))]).Require();

    /// <summary>What the recognisers find in words that are taken for a document of a kind.</summary>
    public static DocumentFacts As(DocumentKind kind, string text)
    {
        var file = new InputFile(Encoding.UTF8.GetBytes(text), "words");
        var source = Decoding.Read(0, null, file.Bytes);
        return Recognising.Of(new DocumentText(source, 0, source.Pieces.Count, kind, null), file);
    }

    /// <summary>The value of a fact in words of a kind of document; null where it is not stated.</summary>
    public static string? Fact(DocumentKind kind, string name, string text) => As(kind, text).Value(name);

    public static string? Of(this ReadDocument document, string fact) => document.Facts.FirstOrDefault(f => f.Name == fact)?.Value;
}
