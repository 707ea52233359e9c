using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Who guarantees the notes, under what programme, and until when.</summary>
internal static partial class GuaranteeClause
{
    public static Recogniser Recogniser { get; } = new("guarantee", Role.Terms | Role.Contract, ["Guarantor", "Guarantee", "Guarantors"],
        ["guaranteed by the", "is guaranteed under", "expiration date of the", "unconditionally guaranteed by"], Read);

    [GeneratedRegex(@"\bguaranteed by (?:the )?(?<name>[A-Z][\w.&,'’-]*(?: (?:[A-Z][\w.&'’-]*|of|and)){0,8}?)(?= \(|,| under|\.)(?: \([^)]{1,30}\))?(?: under (?<under>[^.,;(]{5,160}?)(?= ?[.,;(]|$))?", Text.Cased)]
    private static partial Regex By { get; }

    [GeneratedRegex(@"\bis guaranteed under (?:the )?(?<under>[^.,;]{3,80}?)(?: and is |[.,;])", Text.Options)]
    private static partial Regex Under { get; }

    [GeneratedRegex(@"\bexpiration date of the (?<who>[A-Z][\w ]{1,60}?)['’]s guarantee is (?<words>the earlier of (?:the )?maturity[^.,;]{0,40}? (?:or|and) (?<date>" + Dates.Full + "))", Text.Options)]
    private static partial Regex Expiry { get; }

    [GeneratedRegex(@"\b(?<name>[A-Z][\w.&'’-]*(?: (?:[A-Z][\w.&'’-]*|of)){1,6}) \([""“] ?(?<short>[A-Z]{3,6}) ?[""”]\)", Text.Cased)]
    private static partial Regex Abbreviation { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (passage.IsRow)
        {
            if (passage.Label!.StartsWith("Guarantor", StringComparison.OrdinalIgnoreCase) && passage.Text.Length < 120)
            {
                yield return passage.Whole("guarantor", passage.Text);
                yield return new Recognised.Names("guarantor", passage.Text, passage.Start, passage.End);
            }
            yield break;
        }
        if (By.Match(passage.Text) is { Success: true } by)
        {
            // An abbreviation was written out where the document first used it, and said there who guarantees.
            if (by.Groups["name"].Value.Contains(' ')) foreach (var found in Guarantor(passage, by.Groups["name"])) yield return found;
            if (by.Groups["under"].Success && facts.First("guarantee") is null) yield return passage.Fact("guarantee", by.Groups["under"].Value, by.Groups["under"]);
        }
        else if (Under.Match(passage.Text) is { Success: true } under)
        {
            if (facts.First("guarantee") is null) yield return passage.Fact("guarantee", under.Groups["under"].Value, under.Groups["under"]);
            // "is guaranteed under the XYZ programme": the document says in full who XYZ is.
            var shortName = under.Groups["under"].Value.Split(' ')[0];
            var whole = new Passage(facts.Document, facts.Document.Start, facts.Document.Text);
            foreach (Match full in Abbreviation.Matches(whole.Text))
                if (full.Groups["short"].Value == shortName)
                {
                    foreach (var found in Guarantor(whole, full.Groups["name"])) yield return found;
                    break;
                }
        }
        if (Expiry.Match(passage.Text) is { Success: true } expiry && Dates.Parse(expiry.Groups["date"].Value) is { } date)
            yield return passage.Fact("guaranteeExpiry", $"earlier of maturity and {date}", expiry.Groups["words"]);
    }

    private static IEnumerable<Recognised> Guarantor(Passage passage, Capture name)
    {
        var value = name.Value.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name.Value[4..] : name.Value;
        yield return passage.Fact("guarantor", value, name);
        yield return new Recognised.Names("guarantor", value, passage.Start + name.Index, passage.Start + name.Index + name.Length);
    }
}
