using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>An instruction to whoever completes the form, and the words that stand or fall with its condition.</summary>
/// <param name="Start">First character of the instruction; <paramref name="End"/> exclusive, its closing bracket included.</param>
/// <param name="Governs">The words under the condition: the paragraph after it, or a part of the bracket itself.</param>
internal sealed record DraftingInstruction(int Start, int End, string Condition, (int Start, int End) Governs, int Group)
{
    /// <summary>What is not printed: always the instruction, and its words where they do not stand.</summary>
    public IEnumerable<(int Start, int End)> Dropped(bool stands)
    {
        if (!stands) return Governs.Start < End ? [(Start, End)] : [(Start, End), Governs];
        return Governs.Start < End ? [(Start, Governs.Start), (Governs.End, End)] : [(Start, End)];
    }
}

/// <summary>Finds drafting instructions and decides by them which alternative paragraphs stand.</summary>
internal static partial class DraftingInstructions
{
    /// <summary>"[If the notes bear interest at a fixed rate, insert: …]": the words stand in the bracket.</summary>
    [GeneratedRegex(@"^\[ ?(?:(?:insert|include|add|use)(?: the following)?,? )?if (?<condition>[^:\[\]]{3,300}?),? ?(?:(?:the [a-z]+|such [a-z]+) (?:must|shall|should) )?(?:insert|include|add|use|then)?(?: the following)? ?(?::|--|—|–) ?(?<words>[^\[\]]{10,5000})\]\.?$", Text.Options)]
    private static partial Regex WithWords { get; }

    /// <summary>"[Instructions to …: If …, such … must include the following representation.]": the next paragraph stands under it.</summary>
    [GeneratedRegex(@"^\[ ?(?:(?:drafting |completion )?(?:instructions?|notes?)\b[^:\[\]]{0,80}: ?)?(?:[^\[\]]{0,120}? )??if (?<condition>[^\[\]]{3,400}?)(?:,? (?:(?:the|such) [a-z]+(?: [a-z]+)? (?:must|shall|should|may|will) )?(?:include|insert|use|add|retain|complete)\b[^\[\]]{0,200})?\.? ?\]\.?$", Text.Options)]
    private static partial Regex BeforeWords { get; }

    /// <summary>An instruction without a condition, in a bracket or as a footnote of the form.</summary>
    [GeneratedRegex(@"^\[ ?(?:(?:drafting |completion )?(?:instructions?|notes?)(?: to\b[^:\[\]]{0,60})?|insert\b[^:\[\]]{0,60}) ?:[^\[\]]{3,1500}\]\.?$|^(?:(?<mark>\d{1,2}|\*{1,3}|†) ?)?(?:this form\b[^.]{0,80}? (?:shall|should|may|must|is to) be (?:modified|completed|conformed|adapted|changed)\b|(?:drafting note|note to (?:draft|drafter|form))\b).{0,2000}$", Text.Options)]
    private static partial Regex Unconditional { get; }

    public static IReadOnlyList<DraftingInstruction> In(DocumentText document)
    {
        var found = new List<DraftingInstruction>();
        // Alternatives of one group follow each other, with nothing printed between.
        var (group, open) = (0, false);
        var paragraphs = Paragraphs(document);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var (start, end) = paragraphs[i];
            var words = document.Words(start, end);
            if (words[0] == '[')
            {
                if (WithWords.Match(words) is { Success: true } with)
                {
                    if (!open) group++;
                    found.Add(new DraftingInstruction(start, end, with.Groups["condition"].Value.Trim(), (start + with.Groups["words"].Index, start + with.Groups["words"].Index + with.Groups["words"].Length), group));
                    open = true;
                    continue;
                }
                if (!Unconditional.IsMatch(words) || words.Contains(" if ", StringComparison.OrdinalIgnoreCase) || words.Contains(": If", StringComparison.OrdinalIgnoreCase))
                    if (BeforeWords.Match(words) is { Success: true } before)
                    {
                        var next = i + 1;
                        while (next < paragraphs.Count && Unconditional.IsMatch(document.Words(paragraphs[next].Start, paragraphs[next].End))) next++;
                        if (next == paragraphs.Count || document.Words(paragraphs[next].Start, paragraphs[next].End)[0] == '[') continue;
                        if (!open) group++;
                        found.Add(new DraftingInstruction(start, end, before.Groups["condition"].Value.Trim(), paragraphs[next], group));
                        i = next;
                        open = true;
                        continue;
                    }
            }
            if (!Unconditional.IsMatch(words)) open = false;
        }
        return found;
    }

    /// <summary>Instructions without a condition, and the marks that point to them where they stand below the text.</summary>
    public static IEnumerable<(int Start, int End)> Notes(DocumentText document)
    {
        var paragraphs = Paragraphs(document);
        foreach (var (start, end) in paragraphs)
        {
            if (Unconditional.Match(document.Words(start, end)) is not { Success: true } note) continue;
            yield return (start, end);
            if (!note.Groups["mark"].Success) continue;
            var mark = " " + note.Groups["mark"].Value;
            foreach (var (from, to) in paragraphs)
                if (to <= start && to - from < 120 && document.Words(from, to).EndsWith(mark, StringComparison.Ordinal)) yield return (to - mark.Length, to);
        }
    }

    private static IReadOnlyList<(int Start, int End)> Paragraphs(DocumentText document)
    {
        var paragraphs = new List<(int Start, int End)>();
        for (var i = 0; i < document.Passages.Count; i++)
        {
            var (start, end) = document.Passages[i];
            while (i + 1 < document.Passages.Count && document.Passages[i + 1].Start == end) end = document.Passages[++i].End;
            if (end > start) paragraphs.Add((start, end));
        }
        return paragraphs;
    }

    // --- which stand -------------------------------------------------------------------------------------------------------------------------

    /// <summary>What a condition may ask of the terms; null where they do not say.</summary>
    private static readonly (string Words, Func<Terms, bool?> Holds)[] Questions =
    [
        ("fixed rate", t => t.Interest.Kind is { } kind ? kind.Value == InterestKind.Fixed : null),
        ("floating rate", t => t.Interest.Kind is { } kind ? kind.Value == InterestKind.Floating : null),
        ("zero coupon", t => t.Interest.Kind is { } kind ? kind.Value == InterestKind.Zero : null),
        ("original issue discount", t => t.Interest.Kind is { Value: InterestKind.Zero } ? true : null),
        ("U.S. dollars", t => t.Currency is { } currency ? currency.Value.Code == "USD" : null),
        ("yen", t => t.Currency is { } currency ? currency.Value.Code == "JPY" : null),
        ("euro", t => t.Currency is { } currency ? currency.Value.Code == "EUR" : null),
        ("guarantee", t => t.Statements.ContainsKey("guarantor") || t.Statements.ContainsKey("guarantee") ? true : null),
        ("listed", t => t.Statements.ContainsKey("listing") ? true : null),
    ];

    [GeneratedRegex(@"\b(?:not|no|never|without|neither)\b|n't\b", Text.Options)]
    private static partial Regex Negation { get; }

    private static bool? Holds(string condition, Terms terms)
    {
        var asked = Questions.Where(q => condition.Contains(q.Words, StringComparison.OrdinalIgnoreCase)).ToList();
        if (asked.Count != 1) return null;
        return asked[0].Holds(terms) is { } holds ? holds != Negation.IsMatch(condition) : null;
    }

    public static Outcome<IReadOnlyList<Alternative>> Decide(DocumentText document, IReadOnlyList<DraftingInstruction> instructions, FillRequest request)
    {
        var decided = new (bool? Stands, string Why)[instructions.Count];
        for (var i = 0; i < instructions.Count; i++)
            decided[i] = request.Chosen.Contains(i + 1) ? (true, "chosen") : request.Left.Contains(i + 1) ? (false, "left out")
                : Holds(instructions[i].Condition, request.Terms) is { } holds ? (holds, "by the terms") : (null, "");
        foreach (var group in Enumerable.Range(0, instructions.Count).GroupBy(i => instructions[i].Group))
        {
            var open = group.Where(i => decided[i].Stands is null).ToList();
            if (open.Count == 0) continue;
            if (group.Any(i => decided[i].Stands == true))
            {
                foreach (var i in open) decided[i] = (false, "another of the alternatives stands");
                continue;
            }
            // That nothing in a paragraph is unknown does not make it true: which of them is said is for a person.
            return Refusal.Of(FillRefusal.AlternativeOpen,
                $"Nothing says which of these stands: {string.Join("; ", open.Select(i => $"{i + 1} (if {instructions[i].Condition})"))}. Choose or leave them by their numbers.",
                [.. open.Select(i => document.Source.Place(instructions[i].Start, instructions[i].End))]);
        }
        return instructions.Select((n, i) => new Alternative(i + 1, n.Condition, decided[i].Stands == true, decided[i].Why, document.Source.Place(n.Governs.Start, n.Governs.End))).ToList();
    }
}
