using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>
/// Blanks of a form that no line marks: a year without its last figures, a currency sign or a percent sign without a figure, a gap inside a
/// sentence, a signature block without a signature.
/// </summary>
internal static partial class SilentBlanks
{
    private const string Gap = " ";

    [GeneratedRegex(@"\b(?:as of|dated|due|on)(?<blank> (?:[A-Z][a-z]+ )?, (?:19|20))(?![\d_])", Text.Options)]
    private static partial Regex Year { get; }

    [GeneratedRegex(@"(?<=(?:^| )[$€£¥])(?<blank> )(?=[,.;]|[a-z])|(?<=\b(?:the|a|of|at))(?<blank> )(?=% )", Text.Cased)]
    private static partial Regex Sign { get; }

    public static IReadOnlyList<Blank> In(DocumentText document)
    {
        if (document.Kind == DocumentKind.FormOfNote) return [.. Signatures(document), .. Amounts(document)];
        if ((document.Role & Role.Contract) == 0) return [];
        var text = document.Text;
        var source = document.Source;
        var blanks = new List<Blank>();
        foreach (Match match in Year.Matches(text))
            blanks.Add(new Blank(source.ByteStart(document.Start + match.Groups["blank"].Index), source.ByteEnd(document.Start + match.Groups["blank"].Index + match.Groups["blank"].Length), "date"));
        foreach (Match match in Sign.Matches(text))
        {
            var before = text.AsSpan(Math.Max(0, match.Index - 50), Math.Min(50, match.Index));
            blanks.Add(At(source, document.Start + match.Index,
                match.Index + 1 < text.Length && text[match.Index + 1] == '%' ? "percent"
                : before.Contains("redemption price", StringComparison.OrdinalIgnoreCase) ? "redemptionPrice"
                : before.Contains("liquidation", StringComparison.OrdinalIgnoreCase) ? "liquidationAmount"
                : before.Contains("principal", StringComparison.OrdinalIgnoreCase) ? "principal" : "amount"));
        }
        // A form that leaves a year open leaves other things open in the same way: a wide gap between two words of a sentence.
        if (blanks.Count > 0)
            for (var piece = document.FirstPiece + 1; piece < document.EndPiece; piece++)
                if (document[piece].Before == Break.Cell && IsInSentence(document.Of(piece - 1), document.Of(piece)) && source.ByteStart(document[piece].Start) - source.ByteStart(document[piece].Start - 1) >= 5)
                    blanks.Add(At(source, document[piece].Start - 1, "number"));
        return [.. blanks, .. Signatures(document)];
    }

    private static bool IsInSentence(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.Length > 15 && after.Length > 2 && char.IsAsciiLetterLower(before[^1]) && char.IsAsciiLetterLower(after[0]) && before.Count(' ') >= 2 && before[^Gap.Length] != ':' && !before.EndsWith(" the");

    private static Blank At(SourceText source, int gap, string expects) => new(source.ByteStart(gap), source.ByteStart(gap + 1), expects);

    /// <summary>"By:" over a ruled line, "Name:" and "Title:" with nothing after them.</summary>
    private static IEnumerable<Blank> Signatures(DocumentText document)
    {
        var source = document.Source;
        for (var piece = document.FirstPiece; piece < document.EndPiece; piece++)
        {
            if (document[piece].Length > 6) continue;
            var last = piece + 1 >= document.EndPiece;
            var next = last ? "" : document.Of(piece + 1);
            switch (document.Of(piece))
            {
                case "By:" when !last && next.Length > 5 && next.Trim("-_ ").IsEmpty && next[0] == '-':
                    var rule = source.Place(document[piece + 1].Start, document[piece + 1].End);
                    yield return new Blank(rule.Start, rule.End, "signature");
                    break;
                case "Name:" when next.StartsWith("Title:", StringComparison.Ordinal):
                    yield return new Blank(source.ByteEnd(document[piece].End), source.ByteEnd(document[piece].End), "name");
                    break;
                case "Title:" when last || document[piece + 1].Before >= Break.Paragraph:
                    yield return new Blank(source.ByteEnd(document[piece].End), source.ByteEnd(document[piece].End), "title of the signatory");
                    break;
            }
        }
    }

    /// <summary>The face of a note: a currency sign alone beside its number.</summary>
    private static IEnumerable<Blank> Amounts(DocumentText document)
    {
        for (var piece = document.FirstPiece + 1; piece < Math.Min(document.EndPiece, document.FirstPiece + 60); piece++)
            if (document[piece].Length == 1 && document.Of(piece)[0] is '$' or '€' or '£' or '¥' && document.Of(piece - 1).StartsWith("No.", StringComparison.OrdinalIgnoreCase))
                yield return new Blank(document.Source.ByteEnd(document[piece].End), document.Source.ByteEnd(document[piece].End), "principal");
    }
}
