using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A form of assignment: who assigns to whom, and the paragraphs of which only one is to stand.</summary>
internal static partial class AssignmentClause
{
    public static Recogniser Recogniser { get; } = new("assignment", Role.Contract, [], ["hereby assigns to", "Instructions to the"], Read);

    [GeneratedRegex(@"(?<assignor>the [A-Z]\w+)[^.]{0,80}?,? hereby assigns to (?:the )?(?<assignee>" + PartyNames.Name + @") \(the [""“]", Text.Cased)]
    private static partial Regex Assigns { get; }

    [GeneratedRegex(@"^\[ ?Instructions? to (?:the )?[A-Z]\w+: (?<when>If [^,\]]{5,200}),[^\]]{5,300}\]$", Text.Cased)]
    private static partial Regex Instruction { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var document = facts.Document;
        if (facts.First("assignee") is null && Assigns.Match(passage.Text) is { Success: true } assigns)
        {
            var assignee = assigns.Groups["assignee"];
            yield return passage.Fact("assignee", assignee.Value, assignee);
            yield return new Recognised.Names("assignee", assignee.Value, passage.Start + assignee.Index, passage.Start + assignee.Index + assignee.Length);
            if (facts.First("trustee") is { } holder) yield return new Recognised.Names("assignor", holder.Value, holder.Start, holder.End);
        }
        if (Instruction.Match(passage.Text) is not { Success: true } instruction) yield break;
        yield return passage.Fact("draftingInstruction", instruction.Groups["when"].Value, instruction);
        // What the instruction speaks of is the next numbered paragraph; another instruction, a footnote or a page may stand between.
        for (var i = document.PassageIndex(passage.Start) + 1; i < document.Passages.Count; i++)
        {
            var (start, end) = document.Passages[i];
            var words = document.Words(start, end);
            if (words.Length < 5 || !char.IsAsciiDigit(words[0]) || words[1] != '.') continue;
            yield return new Recognised.States("alternative", $"{words[0]}: {instruction.Groups["when"].Value}", start, end);
            yield break;
        }
    }
}
