using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Instructions to change another document: delete and insert in a line of a section, read one name for another, add a sentence.</summary>
internal static partial class EditClause
{
    public static Recogniser Recogniser { get; } = new("textual edits", Role.Offer | Role.Contract, [], ["insert in lieu thereof", "all references to", "is hereby amended", "are hereby amended", ", delete"], Read);

    private const string Ordinal = "(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";

    private const string Where = "(?:in the (?<line>" + Ordinal + ") line of )?(?:in )?(?:the (?<paragraph>" + Ordinal + @") paragraph of )?(?:Section|Clause) (?<section>\d+(?:\.\d+)*(?:\([a-z]+\))*)";

    [GeneratedRegex(@"\b(?<words>" + Where + @",? delete (?:the )?(?:phrase |words? )?[""“](?<delete>[^""“”]{1,600})[""”](?:,? and (?:insert|substitute) (?:in lieu thereof|therefor|in its place) (?:the )?(?:phrase |words? )?[""“](?<insert>[^""“”]{1,600})[""”])?)", Text.Options)]
    private static partial Regex DeleteInsert { get; }

    [GeneratedRegex(@"\b(?<words>" + Where + @"(?: of the [A-Z][\w ]{3,60}?)? (?:is|are) hereby amended by (?:deleting|striking) (?:the )?(?:phrase |words? )?[""“](?<delete>[^""“”]{1,600})[""”](?:,? and (?:inserting|substituting|replacing it with|replacing them with) (?:in lieu thereof |therefor )?(?:the )?(?:phrase |words? )?[""“](?<insert>[^""“”]{1,600})[""”])?)", Text.Options)]
    private static partial Regex Amended { get; }

    [GeneratedRegex(@"\b(?<words>all references to (?:the )?[""“]?(?<delete>[A-Z][^;""“”]{1,120}?)[""”]? shall (?:refer to|be deemed to refer to|be references to|be read as) (?:the )?[""“]?(?<insert>[^;""“”]{2,120}?))(?=[""”]?(?:;|\.$|$))", Text.Options)]
    private static partial Regex AllReferences { get; }

    [GeneratedRegex(@"\b(?<words>any reference in [^""“”;]{3,80} to the [""“](?<delete>[^""“”]{2,120})[""”] shall be deemed to be a reference to (?<insert>[^;]{3,200}?))(?=;|\.?$)", Text.Options)]
    private static partial Regex Deemed { get; }

    [GeneratedRegex(@"\b(?<words>" + Where + @"(?: of the [A-Z][\w ]{3,60}?)? is hereby amended by adding the following (?:sentences?|text|words) (?:after the existing text|at the end(?: thereof| of [^:]{3,60})?))", Text.Options)]
    private static partial Regex Added { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        foreach (Match match in DeleteInsert.Matches(passage.Text)) yield return Change(passage, match, match.Groups["insert"].Success ? "replace" : "delete");
        foreach (Match match in Amended.Matches(passage.Text)) yield return Change(passage, match, match.Groups["insert"].Success ? "replace" : "delete");
        foreach (Match match in AllReferences.Matches(passage.Text)) yield return Change(passage, match, "replace-all");
        foreach (Match match in Deemed.Matches(passage.Text)) yield return Change(passage, match, "deem");
        if (Added.Match(passage.Text) is not { Success: true } added) yield break;
        // What is added stands between quotation marks after the instruction, often as a paragraph of its own.
        var document = facts.Document;
        var from = passage.Start + added.Index + added.Length;
        var rest = document.Words(from, Math.Min(document.End, from + 3000));
        var open = rest.IndexOfAny(['"', '“']);
        var close = open is >= 0 and < 8 ? rest.IndexOfAny(['"', '”'], open + 1) : -1;
        if (close > 0)
            yield return new Recognised.Changes(added.Groups["section"].Value, null, null, "append", null, rest[(open + 1)..close].Trim(), passage.Start + added.Index, from + close + 1);
    }

    private static Recognised.Changes Change(Passage passage, Match match, string operation) => new(
        match.Groups["section"].Value, Place(match.Groups["paragraph"]), Place(match.Groups["line"]), operation,
        match.Groups["delete"].Value.Trim(), match.Groups["insert"].Success ? match.Groups["insert"].Value.Trim() : null,
        passage.Start + match.Groups["words"].Index, passage.Start + match.Groups["words"].Index + match.Groups["words"].Length);

    /// <summary>"fourteenth" is 14.</summary>
    private static int? Place(Group ordinal)
    {
        if (!ordinal.Success) return null;
        string[] words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];
        var value = ordinal.Value.ToLowerInvariant();
        if (value == "thirtieth") return 30;
        var tens = value.StartsWith("twenty-", StringComparison.Ordinal) ? 20 : value.StartsWith("thirty-", StringComparison.Ordinal) ? 30 : 0;
        return tens + Array.IndexOf(words, value[(value.IndexOf('-') + 1)..]) + 1;
    }
}
