using System.Text;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Why a document was not conformed; nothing was changed.</summary>
public enum ConformRefusal { EditsNone, EditLocationMissing, EditLocationAmbiguous, EditWordsMissing, EditWordsAmbiguous, EditsOverlap }

/// <summary>One change made to the base, and the instruction that asked for it.</summary>
/// <param name="Start">Bytes of the base in UTF-8 that were replaced; <paramref name="End"/> exclusive. Equal where words were only added.</param>
/// <param name="NewStart">The same run in the conformed text, in bytes of UTF-8.</param>
public sealed record MadeEdit(Edit Edit, int Start, int End, string Was, string Now, int NewStart, int NewEnd);

/// <summary>A document with its edits made.</summary>
/// <param name="Rules">Edits that are rules of reading and change no words.</param>
public sealed record Conformed(string Text, IReadOnlyList<MadeEdit> Changes, IReadOnlyList<Edit> Rules);

/// <summary>
/// Makes textual edits in another document. Every place is found in the unedited text, so that no edit moves another's words; all are made, or none.
/// White space and the form of quotation marks do not matter to finding words; what is not changed stays as printed.
/// </summary>
public static partial class Conforming
{
    [GeneratedRegex(@"^[ \t]*(?:(?:SECTION|Section|Clause) )?(?<n>\d{1,3}(?:\.\d{1,3})?)\.?(?=[ \t]+\S|[ \t]*$)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"\n[ \t\u00a0]*\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLine { get; }

    /// <summary>
    /// Refused EDITS-NONE without an edit; EDIT-LOCATION-MISSING or -AMBIGUOUS where the section, paragraph or line is not there or there twice; EDIT-WORDS-MISSING
    /// or -AMBIGUOUS where the words to delete are; EDITS-OVERLAP where two edits change the same words. The places are of the base (file 0).
    /// </summary>
    public static Outcome<Conformed> Apply(string text, IReadOnlyList<Edit> edits)
    {
        var changing = edits.Where(e => e.Operation != "deem").ToList();
        if (changing.Count == 0) return Refusal.Of(ConformRefusal.EditsNone, "There is no edit to make: no instruction to change words was found.");
        var found = new List<(Edit Edit, int Start, int End, string Now)>();
        foreach (var edit in changing)
        {
            var refused = Locate(text, edit).Match<Refusal?>(runs => { found.AddRange(runs.Select(r => (edit, r.Start, r.End, Replacement(text, edit, r)))); return null; }, r => r);
            if (refused is not null) return refused;
        }
        // A name inside words that another edit takes out is gone with them.
        var kept = found.Where(f => f.Edit.Operation != "replace-all" || !found.Any(o => o.Edit != f.Edit && o.Start <= f.Start && f.End <= o.End && o.End > o.Start)).OrderBy(f => f.Start).ThenBy(f => f.End).ToList();
        foreach (var (one, other) in kept.Zip(kept.Skip(1)))
            if (other.Start < one.End)
                return Refusal.Of(ConformRefusal.EditsOverlap, $"Two edits change the same words: \"{Short(text[one.Start..one.End])}\" and \"{Short(text[other.Start..other.End])}\".", Place(text, one.Start, one.End), Place(text, other.Start, other.End));

        var made = new StringBuilder(text.Length + 1024);
        var changes = new List<MadeEdit>();
        var (at, bytes, newBytes) = (0, 0, 0);
        foreach (var (edit, start, end, now) in kept)
        {
            made.Append(text, at, start - at).Append(now);
            var (before, was, becomes) = (Encoding.UTF8.GetByteCount(text.AsSpan(at, start - at)), Encoding.UTF8.GetByteCount(text.AsSpan(start, end - start)), Encoding.UTF8.GetByteCount(now));
            (bytes, newBytes) = (bytes + before, newBytes + before);
            changes.Add(new MadeEdit(edit, bytes, bytes + was, text[start..end], now, newBytes, newBytes + becomes));
            (at, bytes, newBytes) = (end, bytes + was, newBytes + becomes);
        }
        made.Append(text, at, text.Length - at);
        return new Conformed(made.ToString(), changes, [.. edits.Where(e => e.Operation == "deem")]);
    }

    private static string Replacement(string text, Edit edit, (int Start, int End) run) => edit.Operation switch
    {
        "append" => (run.Start > 0 && char.IsWhiteSpace(text[run.Start - 1]) ? "" : " ") + edit.Insert,
        "delete" => "",
        _ => edit.Insert ?? "",
    };

    private static Outcome<IReadOnlyList<(int Start, int End)>> Locate(string text, Edit edit)
    {
        if (edit.Operation == "replace-all")
        {
            var all = Find(text, 0, text.Length, edit.Delete!).Where(r => IsWhole(text, r)).ToList();
            return all.Count > 0 ? all : Refusal.Of(ConformRefusal.EditWordsMissing, $"\"{Short(edit.Delete!)}\" stands nowhere in the document.", Place(text, 0, text.Length));
        }
        return SectionOf(text, edit).Then(section => ParagraphOf(text, edit, section)).Then<IReadOnlyList<(int, int)>>(part =>
        {
            if (edit.Operation == "append")
            {
                var end = part.End;
                while (end > part.Start && char.IsWhiteSpace(text[end - 1])) end--;
                return new List<(int, int)> { (end, end) };
            }
            if (LineOf(text, edit, part) is not { } line)
                return Refusal.Of(ConformRefusal.EditLocationMissing, $"{Where(edit)} has no line {edit.Line}.", Place(text, part.Start, part.End));
            // The words begin in the line named and may go on in the next.
            var runs = Find(text, part.Start, part.End, edit.Delete!).Where(r => r.Start >= line.Start && r.Start < line.End).ToList();
            return runs.Count switch
            {
                1 => runs,
                0 => Refusal.Of(ConformRefusal.EditWordsMissing, $"\"{Short(edit.Delete!)}\" does not begin in {Where(edit)}.", Place(text, line.Start, line.End)),
                _ => Refusal.Of(ConformRefusal.EditWordsAmbiguous, $"\"{Short(edit.Delete!)}\" stands {runs.Count} times in {Where(edit)}.", [.. runs.Select(r => Place(text, r.Start, r.End))]),
            };
        });
    }

    /// <summary>"3", or "2(a)": the paragraph of section 2 that begins with (a), up to the next letter.</summary>
    private static Outcome<(int Start, int End)> SectionOf(string text, Edit edit)
    {
        var bracket = edit.Section.IndexOf('(', StringComparison.Ordinal);
        var number = bracket < 0 ? edit.Section : edit.Section[..bracket];
        var headings = Heading.Matches(text).ToList();
        var named = headings.Where(h => h.Groups["n"].Value == number && IsHeading(text, h)).ToList();
        // A table of contents names every section once more, without its text.
        if (named.Count > 1) named = [.. named.Where(h => !EndOfLine(text, h.Index).Contains("...", StringComparison.Ordinal))];
        if (named.Count == 0) return Refusal.Of(ConformRefusal.EditLocationMissing, $"The document has no Section {number}.", Place(text, 0, text.Length));
        if (named.Count > 1) return Refusal.Of(ConformRefusal.EditLocationAmbiguous, $"The document has {named.Count} sections with the number {number}.", [.. named.Select(h => Place(text, h.Index, h.Index + h.Length))]);
        var start = named[0].Index;
        var next = headings.FirstOrDefault(h => h.Index > start && IsHeading(text, h) && Follows(number, h.Groups["n"].Value));
        var end = next?.Index ?? text.Length;
        for (var rest = bracket < 0 ? "" : edit.Section[bracket..]; rest.Length > 0; rest = rest[(rest.IndexOf(')', StringComparison.Ordinal) + 1)..])
        {
            var letter = rest[..(rest.IndexOf(')', StringComparison.Ordinal) + 1)];
            if (Subsection(text, start, end, letter) is not { } sub) return Refusal.Of(ConformRefusal.EditLocationMissing, $"Section {number} has no part {letter} that begins a line.", Place(text, start, end));
            (start, end) = sub;
        }
        return (start, end);
    }

    /// <summary>A number that begins a paragraph, or is called a section.</summary>
    private static bool IsHeading(string text, Match heading)
    {
        if (char.IsAsciiLetter(heading.Value.TrimStart()[0])) return true;
        if (heading.Index + heading.Length < text.Length && heading.Value[^1] != '.' && !heading.Value.Contains('.', StringComparison.Ordinal)) return false;
        var before = text.AsSpan(0, heading.Index).TrimEnd(" \t\r");
        return before.Length == 0 || before.EndsWith("\n\n") || (before.EndsWith("\n") && before[..^1].TrimEnd(" \t\r").EndsWith("\n"));
    }

    /// <summary>3 is followed by 4, 2.8 by 2.9 or 3.1 or 3.</summary>
    private static bool Follows(string number, string next)
    {
        var (one, other) = (number.Split('.').Select(int.Parse).ToArray(), next.Split('.').Select(int.Parse).ToArray());
        return other[0] == one[0] ? one.Length == other.Length && one.Length == 2 && other[1] == one[1] + 1 : other[0] == one[0] + 1;
    }

    private static (int Start, int End)? Subsection(string text, int start, int end, string letter)
    {
        var begins = new Regex(@"^[ \t]*(?:\d{1,3}(?:\.\d{1,3})?\.?[ \t]+)?(?:[^\n]{0,80}?\.[ \t]+)?" + Regex.Escape(letter) + @"(?=\s)", RegexOptions.Multiline | RegexOptions.CultureInvariant);
        if (begins.Match(text, start, end - start) is not { Success: true } match) return null;
        var next = new Regex(@"^[ \t]*\(" + (char)(letter[1] + 1) + @"\)(?=\s)", RegexOptions.Multiline | RegexOptions.CultureInvariant).Match(text, match.Index + match.Length, end - match.Index - match.Length);
        return (match.Index, next.Success ? next.Index : end);
    }

    private static Outcome<(int Start, int End)> ParagraphOf(string text, Edit edit, (int Start, int End) section)
    {
        if (edit.Paragraph is not { } wanted) return section;
        var start = section.Start;
        var number = 0;
        while (start < section.End)
        {
            var gap = EmptyLine.Match(text, start, section.End - start);
            var end = gap.Success ? gap.Index + 1 : section.End;
            if (!string.IsNullOrWhiteSpace(text[start..end]) && !(start == section.Start && gap.Success && IsHeadingAlone(text[start..end])) && ++number == wanted) return (start, end);
            start = gap.Success ? gap.Index + gap.Length : section.End;
        }
        return Refusal.Of(ConformRefusal.EditLocationMissing, $"Section {edit.Section} has {number} paragraphs and not {wanted}.", Place(text, section.Start, section.End));
    }

    /// <summary>"Section 6.02. Acceleration." on a line of its own is no paragraph; "3. Payment. Payment is made …" is one.</summary>
    private static bool IsHeadingAlone(string words)
    {
        var rest = Heading.Match(words) is { Success: true } number ? words[(number.Index + number.Length)..].Trim() : words.Trim();
        return rest.TrimEnd('.').IndexOf(". ", StringComparison.Ordinal) < 0 && !rest.Contains('\n', StringComparison.Ordinal) && rest.Split(' ').Length <= 10 && rest.Split(' ').Count(w => w.Length > 3 && char.IsAsciiLetterLower(w[0])) < 2;
    }

    private static (int Start, int End)? LineOf(string text, Edit edit, (int Start, int End) part)
    {
        if (edit.Line is not { } wanted) return part;
        var (start, number) = (part.Start, 0);
        while (start < part.End)
        {
            var stop = text.IndexOf('\n', start, part.End - start);
            var end = stop < 0 ? part.End : stop + 1;
            if (!string.IsNullOrWhiteSpace(text[start..end]) && ++number == wanted) return (start, end);
            start = end;
        }
        return null;
    }

    /// <summary>Where words stand, whatever the white space between them.</summary>
    private static IEnumerable<(int Start, int End)> Find(string text, int start, int end, string words)
    {
        var sought = Folded(words.Trim()).Text;
        if (sought.Length == 0) yield break;
        var (folded, places) = Folded(text[start..end]);
        for (var at = folded.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(sought, at + 1, StringComparison.Ordinal))
            yield return (start + places[at], start + places[at + sought.Length - 1] + 1);
    }

    private static (string Text, List<int> Places) Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] switch { '“' or '”' => '"', '‘' or '’' => '\'', var other => char.IsWhiteSpace(other) ? ' ' : other };
            if (c == ' ' && folded.Length > 0 && folded[^1] == ' ') continue;
            folded.Append(c);
            places.Add(i);
        }
        return (folded.ToString(), places);
    }

    private static bool IsWhole(string text, (int Start, int End) run) =>
        (run.Start == 0 || !char.IsLetterOrDigit(text[run.Start - 1])) && (run.End >= text.Length || !char.IsLetterOrDigit(text[run.End])) &&
        // A title between quotation marks that only begins with the name is a citation of another text.
        !(run.Start > 0 && text[run.Start - 1] is '"' or '“' && run.End < text.Length && text[run.End] is not ('"' or '”'));

    private static string EndOfLine(string text, int at) => text[at..(text.IndexOf('\n', at) is var stop and >= 0 ? stop : text.Length)];

    private static string Where(Edit edit) =>
        (edit.Line is { } line ? $"line {line} of " : "") + (edit.Paragraph is { } paragraph ? $"paragraph {paragraph} of " : "") + $"Section {edit.Section}";

    private static string Short(string words) => words.Length <= 60 ? words : words[..57] + "…";

    /// <summary>Bytes of the base in UTF-8.</summary>
    private static Place Place(string text, int start, int end) => new(0, Encoding.UTF8.GetByteCount(text.AsSpan(0, start)), Encoding.UTF8.GetByteCount(text.AsSpan(0, end)));
}
