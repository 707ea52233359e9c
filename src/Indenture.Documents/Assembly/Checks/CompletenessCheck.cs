using System.Buffers;

namespace Indenture.Documents;

/// <summary>A document that stops before what every document of its kind ends with.</summary>
internal static class CompletenessCheck
{
    private static readonly SearchValues<string> Signed = Text.AnyCase("Very truly yours", "ACCEPTED:"), Attached = Text.AnyCase("attached as "), Promise = Text.AnyCase("promises to pay");

    private static readonly string[] Endings = [".", "!", "?", "\"", "”", ")", "]", "_", "*"];

    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var document in deal.Documents.Where(d => d.Document.Kind == DocumentKind.TermsAgreement))
        {
            var text = document.Document.Text.AsSpan();
            var signed = text.ContainsAny(Signed) || text.Contains("/s/", StringComparison.Ordinal);
            var last = document.Document[document.Document.EndPiece - 1];
            var place = document.Document.Source.Place(last.Start, last.End);
            if (document.Allotments.Count == 0 && text.IndexOfAny(Attached) is var list and >= 0)
                deal.Find(FindingCodes.AllocMissing, "The agreement refers to a list of underwriters and their amounts, which does not follow.", [document],
                    [document.Document.Source.Place(document.Document.Start + list, document.Document.Start + list + "attached as".Length)], []);
            if (!signed && document.Allotments.Count == 0)
                deal.Find(FindingCodes.DocumentCut, $"The document ends at \"{Tail(document.Document.Words(last.Start, last.End))}\", without signatures{(Endings.Any(document.Document.Words(last.Start, last.End).EndsWith) ? "" : " and inside a sentence")}.",
                    [document], [place], []);
        }
        foreach (var document in deal.Documents.Where(d => d.Document.Kind == DocumentKind.FormOfNote))
        {
            var last = document.Document[document.Document.EndPiece - 1];
            var words = document.Document.Words(last.Start, last.End);
            if (!document.Document.Text.AsSpan().ContainsAny(Promise) || !Endings.Any(words.EndsWith) && words.Length > 60)
                deal.Find(FindingCodes.DocumentCut, $"The form of note ends at \"{Tail(words)}\".", [document], [document.Document.Source.Place(last.Start, last.End)], []);
        }
    }

    private static string Tail(string words) => words.Length <= 60 ? words : "… " + words[^60..];
}
