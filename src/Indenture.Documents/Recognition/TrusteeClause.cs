using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The trustee, where the text names it. A trustee under another issuer's document, or for a tax or plan matter, is not meant.</summary>
internal static partial class TrusteeClause
{
    public static Recogniser Recogniser { get; } = new("trustee", Role.Terms | Role.Contract | Role.Cover, ["Trustee", "Indenture Trustee", "Trustee and Paying Agent", "Trustee/Paying Agent", "Trustee & Paying Agent", "Trustee, Paying Agent and Registrar", "Trustee and Calculation Agent", "Trustee/Calculation Agent", "Trustee, Registrar and Paying Agent", "Mortgage Trustee", "Trustee, Calculation Agent and Paying Agent"], ["as trustee", "as successor trustee", "as indenture trustee", "as the trustee"], Read);

    [GeneratedRegex(@"\bbetween (?:the )?(?:[A-Z][\w.,&'’ -]{2,80}? \(?[^()]{0,60}?\)?,? )?and (?<name>[A-Z][\w.&'’-]*(?:,? (?:[A-Z][\w.&'’-]*|of)){1,8}?)(?:,? formerly known as (?<former>[A-Z][\w.&'’ -]{3,60}?))?,? as (?:successor )?trustee\b", Text.Cased | RegexOptions.IgnoreCase)]
    private static partial Regex Between { get; }

    [GeneratedRegex(@"\band (?<name>[A-Z][\w.&'’-]*(?:,? (?:[A-Z][\w.&'’-]*|OF|of)){1,8}?), an? [A-Z][A-Za-z ]{2,40}?(?:corporation|association|company), not in its individual capacity but solely as trustee\b", Text.Cased)]
    private static partial Regex Solely { get; }

    [GeneratedRegex(@"\bbetween (?<name>[A-Z][\w.&'’-]*(?:,? (?:[A-Z][\w.&'’-]*|OF|of)){1,8}?), as trustee\b", Text.Cased)]
    private static partial Regex First { get; }

    /// <summary>One of several parties: "and Example Trust Company, N.A., a national banking association, as trustee".</summary>
    [GeneratedRegex(@"\b(?:and|between|among|with|AND) (?<name>[A-Z][\w.&'’-]*(?:,? (?:[A-Z&][\w.&'’-]*|of|OF)){1,8}?)(?:,? \([^()]{3,160}\))?(?:,? an? [^,()]{5,90})?,? (?:not in its individual capacity but solely )?[Aa]s (?:(?:successor|indenture|the) )?[Tt](?:rustee|RUSTEE)\b", Text.Cased)]
    private static partial Regex Party { get; }

    [GeneratedRegex(@",? an? [A-Z][\w ]{2,60}$", Text.Cased)]
    private static partial Regex Described { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        // The cover of a filing names trustees as it lists its exhibits.
        if (facts.Document.Kind == DocumentKind.Form8K) yield break;
        if (passage.IsRow)
        {
            // "Example Trust Company, N.A., as trustee (the "Trustee")": the name ends where its office begins.
            var named = Text.Tidy(passage.Text.Split([", as ", " as trustee", " (the ", " (“", " (\""], 2, StringSplitOptions.None)[0]);
            if (named.Length is > 4 and < 120 && passage.Text.Length < 300 && char.IsAsciiLetterUpper(named[0])) foreach (var found in Of(passage, named, 0, named.Length)) yield return found;
            yield break;
        }
        var match = Between.Match(passage.Text) is { Success: true } between ? between : Solely.Match(passage.Text) is { Success: true } solely ? solely : First.Match(passage.Text) is { Success: true } first ? first : Party.Match(passage.Text);
        if (!match.Success || facts.First("trustee") is not null) yield break;
        var name = match.Groups["name"];
        // What it is and where it was made follows its name.
        var length = Described.Match(name.Value) is { Success: true } described ? described.Index : name.Length;
        foreach (var found in Of(passage, name.Value[..length], name.Index, length)) yield return found;
        if (match.Groups["former"].Success) yield return passage.Fact("trusteeFormerName", match.Groups["former"].Value, match.Groups["former"]);
    }

    private static IEnumerable<Recognised> Of(Passage passage, string name, int start, int length)
    {
        yield return passage.Fact("trustee", name, start, length);
        yield return new Recognised.Names("trustee", name, passage.Start + start, passage.Start + start + length);
    }
}
