using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A contract's own sections: references that lead nowhere, a table of contents that differs, attachments that do not follow.</summary>
internal static partial class StructureCheck
{
    [GeneratedRegex(@"(?<!CFR )\b(?:Section|Clause) (?<n>\d{1,2}(?:\.\d{1,3})?)(?<sub>\([a-z]\))?(?<rest>.{0,90})", Text.Cased | RegexOptions.Singleline)]
    private static partial Regex Reference { get; }

    /// <summary>"… of the Declaration", "thereof": the section of another document.</summary>
    [GeneratedRegex(@"^(?:\([a-zA-Z0-9]+\))*(?:(?:,| and| or| through| to)? (?:and |or )?(?:Sections? )?\d[\d.]*(?:\([a-z]+\))*)*(?: \([^()]*\))?,? (?:thereof|of (?!this\b)(?:the |such |that |said )?[A-Z“""])", Text.Cased)]
    private static partial Regex OfAnother { get; }

    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var document in deal.Documents)
        {
            if ((document.Document.Role & Role.Contract) == 0) continue;
            Contents(deal, document);
            References(deal, document);
            Attachments(deal, document);
        }
    }

    private static void Contents(Deal deal, DocumentFacts document)
    {
        var (body, contents) = (document.Sections.Body.Where(s => !s.Number.StartsWith('A')).ToList(), document.Sections.Contents);
        if (contents.Count == 0) return;
        var source = document.Document.Source;
        var (places, values) = (new List<Place>(), new List<string>());
        void Differs(Section section, string what)
        {
            places.Add(source.Place(section.Start, Math.Min(section.End, section.Start + "Section ".Length + section.Number.Length)));
            values.Add(what);
        }
        foreach (var entry in contents)
            if (body.FirstOrDefault(b => b.Number == entry.Number) is not { } there) Differs(entry, $"{entry.Number} {entry.Title} (not in the body)");
            else if (Text.Key(there.Title) != Text.Key(entry.Title))
            {
                Differs(entry, $"{entry.Number} {entry.Title} (contents)");
                Differs(there, $"{there.Number} {there.Title} (body)");
            }
        foreach (var section in body.Where(b => contents.All(c => c.Number != b.Number))) Differs(section, $"{section.Number} {section.Title} (not in the contents)");
        if (values.Count > 0)
            deal.Find(FindingCodes.TocMismatch, $"The table of contents and the body differ: {string.Join("; ", values.Take(6))}.", [document], [.. places.Take(20)], [.. values.Take(20)], "the body governs");
    }

    private static void References(Deal deal, DocumentFacts document)
    {
        var body = document.Sections.Body;
        if (body.Count < 4) return;
        var numbers = body.Select(s => s.Number).ToHashSet(StringComparer.Ordinal);
        var parted = body.Any(s => s.Number.Contains('.', StringComparison.Ordinal) && !s.Number.StartsWith('A'));
        var clauses = numbers.Contains("1") && numbers.Contains("2");
        var text = document.Document.Text;
        foreach (Match match in Reference.Matches(text))
        {
            var number = match.Groups["n"].Value;
            // Numbers of another manner are another document's.
            if (number.Contains('.', StringComparison.Ordinal) ? !parted : !clauses) continue;
            if (OfAnother.IsMatch(match.Groups["rest"].Value)) continue;
            if (body.Any(s => s.Start == document.Document.Start + match.Index) || document.Sections.Contents.Any(s => s.Start == document.Document.Start + match.Index)) continue;
            var there = body.FirstOrDefault(s => s.Number == number);
            var sub = match.Groups["sub"].Value;
            // A clause reaches to the next of its rank.
            if (there is not null && (sub.Length == 0 || text[(there.Start - document.Document.Start)..(there.End - document.Document.Start)].Contains(sub, StringComparison.Ordinal) || clauses)) continue;
            var length = match.Length - match.Groups["rest"].Length;
            deal.Find(FindingCodes.XrefDangling, $"\"{match.Value[..length]}\" leads to no section of the document.", [document], [document.Document.Source.Place(document.Document.Start + match.Index, document.Document.Start + match.Index + length)], [match.Value[..length]]);
        }
    }

    private static void Attachments(Deal deal, DocumentFacts document)
    {
        var source = document.Document.Source;
        var missing = document.Provided("attachment:").GroupBy(a => a.What["attachment:".Length..], StringComparer.OrdinalIgnoreCase).Where(a => !Stands(a.Key)).ToList();
        if (missing.Count > 0)
            deal.Find(FindingCodes.AttachmentMissing, $"Said to be attached and not in the file: {string.Join(", ", missing.Select(m => m.Key))}.", missing.Select(m => (document, (Recognised)m.First())), [.. missing.Select(m => m.Key)]);

        bool Stands(string label)
        {
            for (var piece = 0; piece < source.Pieces.Count; piece++)
                if (source.Pieces[piece].Length < label.Length + 60 && source.Of(source.Pieces[piece]).StartsWith(label, StringComparison.OrdinalIgnoreCase)) return true;
            return false;
        }
    }
}
