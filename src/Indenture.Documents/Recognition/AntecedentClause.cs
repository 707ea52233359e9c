using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Words that point back to what was not said: "as of such date" without a date, "is not so available" without a first try; names given "respectively" in the wrong order.</summary>
internal static partial class AntecedentClause
{
    public static Recogniser Recogniser { get; } = new("antecedents", Role.Any, [], ["as of such date", "so available", "so acquired", "respectively"], Read);

    [GeneratedRegex(@"\bdate\b|\bday\b|January|February|March|April|May|June|July|August|September|October|November|December", Text.Cased)]
    private static partial Regex Day { get; }

    [GeneratedRegex(@"\(i\) (?:the )?(?<a>[^()]{5,120}?),? and \(ii\) (?:the )?(?<b>[^()]{5,120}?) \((?:also )?(?:referred to herein as )?the [""“](?<x>[^""“”]{3,60})[""”] and the [""“](?<y>[^""“”]{3,60})[""”], respectively\)", Text.Options)]
    private static partial Regex Respectively { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var text = passage.Text;
        if (text.IndexOf("as of such date", StringComparison.Ordinal) is >= 0 and var date && !Day.IsMatch(text[..date])) yield return Shows(date, "as of such date");
        foreach (var (words, stem) in new[] { ("not so available", "available"), ("so acquired", "acquire") })
            if (text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at && !text[..at].Contains(stem, StringComparison.OrdinalIgnoreCase)) yield return Shows(at, words);
        if (Respectively.Match(text) is { Success: true } names && Shares(names, "x", "b") && Shares(names, "y", "a") && !Shares(names, "x", "a") && !Shares(names, "y", "b"))
            yield return new Recognised.Shows(FindingCodes.LabelsReversed, $"\"{names.Groups["x"].Value}\" and \"{names.Groups["y"].Value}\" are given respectively to things that stand in the other order.",
                passage.Start + names.Index, passage.Start + names.Index + names.Length, [names.Groups["x"].Value, names.Groups["y"].Value], "each is bound to the words that it shares");

        Recognised.Shows Shows(int at, string words) => new(FindingCodes.NoAntecedent, $"\"{words}\" points back to nothing that was said.", passage.Start + at, passage.Start + at + words.Length, [words]);
    }

    /// <summary>The words of a name all stand in what it may name.</summary>
    private static bool Shares(Match match, string name, string named) => match.Groups[name].Value.Split(' ').All(w => match.Groups[named].Value.Contains(w.TrimEnd('s', 'S'), StringComparison.OrdinalIgnoreCase));
}
