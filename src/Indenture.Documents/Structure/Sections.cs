using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A numbered part of a contract with its heading; <see cref="End"/> is where the next begins.</summary>
internal sealed record Section(string Number, string Title, int Start, int End);

/// <summary>The articles, sections and clauses of a contract, and what its table of contents says they are.</summary>
internal sealed partial record Sections(IReadOnlyList<Section> Body, IReadOnlyList<Section> Contents)
{
    [GeneratedRegex(@"^(?:SECTION|Section|Clause|CLAUSE) (?<n>\d{1,3}(?:\.\d{1,3})?)\b\.?(?<title>.*)$", Text.Cased)]
    private static partial Regex Headed { get; }

    [GeneratedRegex(@"^ARTICLE (?<n>[IVXLC]+|[A-Z]+|\d+)\b\.?(?<title>.*)$", Text.Cased)]
    private static partial Regex Article { get; }

    [GeneratedRegex(@"^(?<n>\d{1,2}(?:\.\d{1,2})?)\.?(?<title> [A-Z""“(].*)$", Text.Cased)]
    private static partial Regex Numbered { get; }

    public static Sections Of(DocumentText document)
    {
        var (headed, numbered) = (new List<Section>(), new List<Section>());
        var contentsAt = -1;
        for (var piece = document.FirstPiece; piece < document.EndPiece; piece++)
        {
            var here = document[piece];
            if (here.Before < Break.Line && piece > document.FirstPiece) continue;
            var words = document.Of(piece);
            if (words.Length < 3) continue;
            if (contentsAt < 0 && words.Length < 30 && words.Equals("TABLE OF CONTENTS", StringComparison.OrdinalIgnoreCase)) contentsAt = here.Start;
            if (words[0] is 'S' or 'C' or 'A')
            {
                if (!words.StartsWith("SECTION ") && !words.StartsWith("Section ") && !words.StartsWith("CLAUSE ") && !words.StartsWith("Clause ") && !words.StartsWith("ARTICLE ")) continue;
                var line = words[..Math.Min(words.Length, 300)].ToString();
                // A reference at the head of a wrapped line is no heading.
                if (here.Before == Break.Line && words[1] == 'e' && !line.Contains("...", StringComparison.Ordinal)) continue;
                if (Headed.Match(line) is { Success: true } section) headed.Add(new Section(section.Groups["n"].Value, Title(document, piece, section.Groups["title"].Value), here.Start, document.End));
                else if (Article.Match(line) is { Success: true } article) headed.Add(new Section("ARTICLE " + article.Groups["n"].Value, article.Groups["title"].Value.Trim(), here.Start, document.End));
            }
            else if (char.IsAsciiDigit(words[0]) && Numbered.Match(words[..Math.Min(words.Length, 120)].ToString()) is { Success: true } clause)
                numbered.Add(new Section(clause.Groups["n"].Value, clause.Groups["title"].Value.Trim(), here.Start, document.End));
        }
        var all = headed.Count >= 3 ? headed : numbered.Count >= 4 ? Counting(numbered) : [];
        // Headings that come again are the table of contents; the body begins where its first section does.
        var first = all.FirstOrDefault(s => !s.Number.StartsWith('A'));
        var again = contentsAt >= 0 && first is not null ? all.FindIndex(all.IndexOf(first) + 1, s => s.Number == first.Number) : -1;
        var from = again < 0 ? 0 : again > 0 && all[again - 1].Number.StartsWith('A') ? again - 1 : again;
        return new Sections(Closed(all.Skip(from).ToList()), all.Take(from).Where(s => !s.Number.StartsWith('A')).ToList());

        static List<Section> Closed(List<Section> body) => [.. body.Select((s, i) => i + 1 < body.Count ? s with { End = body[i + 1].Start } : s)];
    }

    /// <summary>The section that holds a position; null before the first.</summary>
    public Section? At(int position)
    {
        var (low, high) = (0, Body.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Body[middle].Start <= position) low = middle + 1; else high = middle;
        }
        return low == 0 ? null : Body[low - 1];
    }

    /// <summary>Only clauses that count up: 1, 1.1, 1.2, 2 …; a list inside a clause does not.</summary>
    private static List<Section> Counting(List<Section> numbered)
    {
        var (clause, part) = (0, 0);
        var kept = new List<Section>();
        foreach (var section in numbered)
        {
            var numbers = section.Number.Split('.').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            if (numbers.Length == 1 ? numbers[0] == clause + 1 : numbers[0] == clause && numbers[1] == part + 1)
            {
                (clause, part) = numbers.Length == 1 ? (numbers[0], 0) : (clause, numbers[1]);
                kept.Add(section);
            }
        }
        return kept.Count >= 4 ? kept : [];
    }

    /// <summary>The heading up to its first stop or its leader of dots, over the cells and the next line where they belong to it.</summary>
    private static string Title(DocumentText document, int piece, string rest)
    {
        var title = rest.Trim();
        for (var next = piece + 1; next < document.EndPiece && next < piece + 3; next++)
        {
            var leader = title.Contains("...", StringComparison.Ordinal);
            if (leader || (title.Length > 0 && document[next].Before >= Break.Paragraph) || (title.Length > 0 && document[next].Before == Break.Line && !document.Of(next).Contains("...", StringComparison.Ordinal))) break;
            title = (title + " " + document.Of(next)[..Math.Min(document.Of(next).Length, 200)].ToString()).Trim();
        }
        var dots = title.IndexOf("...", StringComparison.Ordinal);
        if (dots >= 0) return title[..dots].Trim(' ', '.');
        var stop = title.IndexOf(". ", StringComparison.Ordinal);
        return (stop > 0 ? title[..stop] : title).Trim(' ', '.');
    }
}
