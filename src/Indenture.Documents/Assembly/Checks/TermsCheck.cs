using System.Buffers;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The defined terms of a contract: used and not defined, defined and not used, used in other letters or other words.</summary>
internal static partial class TermsCheck
{
    /// <summary>Terms that contracts of this kind give a meaning of their own; in capitals and without one they point nowhere.</summary>
    private static readonly string[] Usual =
        ["Company", "Issuer", "Guarantor", "Trustee", "Indenture", "Declaration", "Prospectus", "Prospectus Supplement", "Registration Statement", "Record Date", "Issue Date", "Register", "Noteholders", "Interest Payment Date",
         "Maturity", "Default", "Conditions", "Depositary", "Global Notes"];

    [GeneratedRegex(@"\b(?:a term defined in the [A-Z]\w+ has the same meaning|meanings? (?:as are )?assigned (?:thereto|to them) in the (?!preamble)|terms defined in the [A-Z][\w ]{2,40}? are used herein)", Text.Options)]
    private static partial Regex TakesTerms { get; }

    /// <summary>Each term is looked for in the whole text: no contract is longer, and none defines more terms.</summary>
    private const int Longest = 2_000_000, MostTerms = 600;

    private static bool IsReadable(DocumentFacts document) => document.Document.End - document.Document.Start < Longest && document.Terms.Count < MostTerms;

    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var document in deal.Documents)
        {
            if ((document.Document.Role & Role.Contract) != 0 && IsReadable(document))
            {
                Undefined(deal, document);
                Unused(deal, document);
                Fallbacks(deal, document);
                SelfName(deal, document);
            }
        }
        Elsewhere(deal);
        Case(deal);
        Scope(deal);
    }

    private static void Undefined(Deal deal, DocumentFacts document)
    {
        var text = document.Document.Text;
        var open = new List<(string Term, int At)>();
        var defined = document.Terms.Select(t => Stem(t.Term)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var term in Usual)
        {
            if (defined.Contains(Stem(term))) continue;
            if (First(text, term) is { } at && !text.AsSpan(at + term.Length).TrimStart('s').StartsWith(" (as defined", StringComparison.Ordinal)) open.Add((term, at));
        }
        if (open.Count == 0) return;
        var elsewhere = TakesTerms.Match(text);
        var places = open.Select(o => document.Document.Source.Place(document.Document.Start + o.At, document.Document.Start + o.At + o.Term.Length)).ToList();
        if (elsewhere.Success)
            deal.Find(FindingCodes.TermElsewhere, $"Terms without a definition here are left to another document: {string.Join(", ", open.Select(o => o.Term))}.", [document], places, [.. open.Select(o => o.Term)]);
        else
            foreach (var (one, place) in open.Zip(places))
                deal.Find(FindingCodes.TermUndefined, $"\"{one.Term}\" is used and not defined.", [document], [place], [one.Term]);
    }

    /// <summary>The first use as a term by itself: with a small word before it and no capitals on either side.</summary>
    private static int? First(string text, string term)
    {
        for (var at = text.IndexOf(term, StringComparison.Ordinal); at >= 0; at = text.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            var end = at + term.Length;
            if (end < text.Length && text[end] is 's') end++;
            if (at < 2 || text[at - 1] != ' ' || (end < text.Length && char.IsLetterOrDigit(text[end]))) continue;
            var word = text.AsSpan(0, at - 1);
            word = word[(word.LastIndexOf(' ') + 1)..];
            if (word.Length == 0 || !char.IsAsciiLetterLower(word[0]) || !char.IsAsciiLetterLower(word[^1]) || word is "as") continue;
            // "Event of Default" is a term of its own.
            if (word is "of" && text.AsSpan(0, at - 4) is var name && char.IsAsciiLetterUpper(name[name.LastIndexOf(' ') + 1])) continue;
            if (end + 1 < text.Length && text[end] == ' ' && (char.IsAsciiLetterUpper(text[end + 1]) || text.AsSpan(end + 1).StartsWith("of Trust", StringComparison.Ordinal))) continue;
            return at;
        }
        return null;
    }

    private static void Unused(Deal deal, DocumentFacts document)
    {
        var text = document.Document.Text;
        var unused = new List<(string Term, int Start, int End)>();
        foreach (var (term, start, end) in document.Terms)
        {
            var stem = Stem(term);
            if (stem.Length < 4) continue;
            if (IsUsed(text, stem, SearchValues.Create([stem], term.Any(char.IsAsciiLetterLower) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase))) continue;
            // "Majority in amount of the Securities", and "Majority in amount of the Capital Securities" in the text.
            var words = term.Split(' ');
            var beginning = string.Join(' ', words.Take(3));
            if (words.Length >= 5 && Variants(text, beginning, term) is { Count: > 0 } variants)
                deal.Find(FindingCodes.TermVariants, $"\"{term}\" is defined and never used in these words; {variants.Count} like them are.", [document],
                    [document.Document.Source.Place(start, end), .. variants.Select(v => document.Document.Source.Place(document.Document.Start + v.At, document.Document.Start + v.At + v.Words.Length))], [term, .. variants.Select(v => v.Words).Distinct()]);
            else unused.Add((term, start, end));
        }
        foreach (var (term, start, end) in unused)
            deal.Find(FindingCodes.TermUnused, $"\"{term}\" is defined and never used.", [document], [document.Document.Source.Place(start, end)], [term]);
    }

    /// <summary>Whether the words stand there twice: once is where they are defined.</summary>
    private static bool IsUsed(ReadOnlySpan<char> text, string words, SearchValues<string> sought) =>
        text.IndexOfAny(sought) is var defined and >= 0 && text[(defined + words.Length)..].ContainsAny(sought);

    private static List<(string Words, int At)> Variants(string text, string beginning, string term)
    {
        var variants = new List<(string, int)>();
        for (var at = text.IndexOf(beginning[..beginning.IndexOf(' ')] + " in ", StringComparison.Ordinal); at >= 0; at = text.IndexOf(beginning[..beginning.IndexOf(' ')] + " in ", at + 1, StringComparison.Ordinal))
        {
            var words = text[at..Math.Min(text.Length, at + term.Length + 20)];
            if (words.StartsWith(term, StringComparison.Ordinal)) continue;
            var cut = words.IndexOfAny([',', '.', ';', '(', ')']);
            variants.Add(((cut > 0 ? words[..cut] : words[..words.LastIndexOf(' ')]).Trim(), at));
        }
        return variants;
    }

    private static void Fallbacks(Deal deal, DocumentFacts document)
    {
        var fallbacks = document.Provided("fallback:");
        if (fallbacks.Select(f => Text.Key(f.What)).Distinct().Count() > 1)
            deal.Find(FindingCodes.FallbackTwice, "Undefined terms are sent to different documents in two sentences.", fallbacks.Select(f => (document, (Recognised)f)), [.. fallbacks.Select(f => f.What["fallback:".Length..])]);
    }

    private static void SelfName(Deal deal, DocumentFacts document)
    {
        if (document.Provided("self:") is not [{ } self, ..]) return;
        var name = self.What["self:".Length..];
        var others = document.Provided("this:").Where(t => !t.What["this:".Length..].Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (others.Count > 0)
            deal.Find(FindingCodes.SelfNameDrift, $"The document names itself \"{name}\" and calls itself {string.Join(" and ", others.Select(o => $"\"this {o.What["this:".Length..]}\"").Distinct())} too.", [(document, self), .. others.Select(o => (document, (Recognised)o))], [name, .. others.Select(o => o.What["this:".Length..]).Distinct()]);
    }

    /// <summary>One finding for each document that terms are taken from, however many documents take them.</summary>
    private static void Elsewhere(Deal deal)
    {
        // A name that a document gives to itself is no other document.
        var left = deal.Documents.SelectMany(d => d.Provided("definedElsewhere:").Where(p => d.Provided("self:").All(s => s.What["self:".Length..] != p.What["definedElsewhere:".Length..])).Select(p => (In: d, At: p)));
        foreach (var of in left.GroupBy(l => l.At.What["definedElsewhere:".Length..]))
            deal.Find(FindingCodes.TermElsewhere, $"Terms are defined in the {of.Key} ({of.Count()} {(of.Count() == 1 ? "place" : "places")}).", of.Select(o => (o.In, (Recognised)o.At)), [of.Key]);
    }

    /// <summary>"such payment default" beside a defined "Payment Default"; small letters in the words of the definition itself are no use.</summary>
    private static void Case(Deal deal)
    {
        var uses = new List<(DocumentFacts In, string Term, string Small, Place At)>();
        foreach (var document in deal.Documents.Where(d => d.Document.Role is not (Role.None or Role.Cover) && d.Document.Kind is not (DocumentKind.ProspectusSupplement or DocumentKind.PricingSupplement) && IsReadable(d)))
        {
            var text = document.Document.Text;
            foreach (var (term, start, end) in document.Terms)
            {
                var words = Stem(term).Split(' ');
                if (words.Length is < 2 or > 4 || words.Any(w => w.Length < 3 || !char.IsAsciiLetterUpper(w[0]) || !w.Skip(1).Any(char.IsAsciiLetterLower))) continue;
                var small = Stem(term).ToLowerInvariant();
                var found = false;
                for (var at = text.IndexOf(small, StringComparison.Ordinal); at >= 0; at = text.IndexOf(small, at + small.Length, StringComparison.Ordinal))
                {
                    var position = document.Document.Start + at;
                    if (position > start - 200 && position < end) continue;
                    var before = text.AsSpan(0, at).TrimEnd();
                    var word = before[(before.LastIndexOf(' ') + 1)..];
                    if (word is not ("such" or "a" or "an" or "that")) continue;
                    if (!found) uses.Add((document, term, small, document.Document.Source.Place(start, end)));
                    found = true;
                    uses.Add((document, term, small, document.Document.Source.Place(position, position + small.Length)));
                }
            }
        }
        foreach (var same in uses.GroupBy(u => (u.Term, u.Small)))
            // Days and defaults decide when something is due; other terms only what is spoken of.
            deal.Find(same.Key.Small.EndsWith(" day", StringComparison.Ordinal) || same.Key.Small.EndsWith(" date", StringComparison.Ordinal) || same.Key.Small.EndsWith("default", StringComparison.Ordinal) ? FindingCodes.TermCase : FindingCodes.TermCollision,
                $"\"{same.Key.Term}\" is defined, and \"{same.Key.Small}\" is used.", [.. same.Select(u => u.In).Distinct()], [.. same.Select(u => u.At).Distinct().Take(20)], [same.Key.Term, same.Key.Small]);
    }

    private static void Scope(Deal deal)
    {
        var dated = deal.Documents.Select(d => (In: d, Fact: d.First("indentureDate"))).Where(d => d.Fact is not null).ToList();
        if (dated.Select(d => d.Fact!.Value).Distinct().Count() > 1)
            deal.Find(FindingCodes.TermScope, $"\"Indenture\" is that of {string.Join(" in some documents, of ", dated.Select(d => d.Fact!.Value).Distinct())} in others.", dated.Select(d => (d.In, (Recognised)d.Fact!)), [.. dated.Select(d => d.Fact!.Value).Distinct()]);
    }

    /// <summary>The term without its plural.</summary>
    private static string Stem(string term) => term.EndsWith("(S)", StringComparison.OrdinalIgnoreCase) ? term[..^3] : term.EndsWith('s') || term.EndsWith("ES", StringComparison.Ordinal) || term.EndsWith('S') ? term[..^1] : term;
}
