using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>What documents of one reading say of the same thing in different words, where the difference matters.</summary>
internal static partial class AcrossCheck
{
    private static readonly (FindingCode Code, string One, string Other, string Message)[] Pairs =
    [
        (FindingCodes.AssignmentScope, "assignsAllPayments", "assignsAllRights", "The agreement gives power to assign a right to payments, the form assigns all rights, title and interest."),
        (FindingCodes.AccelerationCertificate, "noAcceleration", "certifiesNoAcceleration", "Notes may be accelerated until the guarantor pays, and the form then says that they were not."),
    ];

    [GeneratedRegex(@"\b(?<long>[A-Z]\w+(?: [A-Z]\w+){2,5}) \([""“] ?(?<short>[A-Z]{2,}[A-Za-z ]{0,20}?) ?[""”]\)", Text.Cased)]
    private static partial Regex Abbreviated { get; }

    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var (code, one, other, message) in Pairs)
            if (Said(deal, one) is { } first && Said(deal, other) is { } second)
                deal.Find(code, message, [first, second], [.. new[] { first, second }.Select(s => ProvisionsCheck.Shortened(s.In.Document.Words(s.At.Start, s.At.End)))]);

        var consents = deal.Documents.SelectMany(d => d.Provided("consentVerbs:").Take(1).Select(c => (In: d, At: c))).DistinctBy(c => c.At.What).ToList();
        if (consents.Count > 1)
            deal.Find(FindingCodes.ConsentLists, "The same consent is asked for different acts.", consents.Select(c => (c.In, (Recognised)c.At)), [.. consents.Select(c => c.At.What.Split(':')[1])], "consent for whatever is in either");

        var names = deal.Documents.Where(d => d.Document.Role is not (Role.None or Role.Cover) && d.Document.End - d.Document.Start < 400_000)
            .SelectMany(d => Abbreviations(d.Document.Text).Select(m => (In: d, Match: m))).GroupBy(m => Text.Key(m.Match.Groups["long"].Value));
        foreach (var same in names)
        {
            var variants = same.DistinctBy(m => m.Match.Groups["short"].Value).ToList();
            if (variants.Count > 1)
                deal.Find(FindingCodes.AbbreviationVariants, $"{variants[0].Match.Groups["long"].Value} is {string.Join(" and ", variants.Select(v => $"\"{v.Match.Groups["short"].Value}\""))}.", [.. variants.Select(v => v.In).Distinct()],
                    [.. variants.Select(v => v.In.Document.Source.Place(v.In.Document.Start + v.Match.Index, v.In.Document.Start + v.Match.Index + v.Match.Length))], [.. variants.Select(v => v.Match.Groups["short"].Value)]);
        }

        foreach (var one in series)
        {
            var agreements = one.Offerings.Select(id => deal.Offerings.First(o => o.Id == id)).DistinctBy(o => o.Agreement).ToList();
            var represented = agreements.Select(a => (Draft: a, Rules: a.Agreement.Provided("represents:").Select(r => r.What).Distinct().ToList())).ToList();
            var odd = represented.SelectMany(r => r.Rules.Where(rule => represented.Any(o => o.Rules.Count > 0 && !o.Rules.Contains(rule))).Select(rule => (r.Draft, Rule: rule))).ToList();
            if (odd.Count > 0)
                deal.Find(FindingCodes.RepAsymmetry, $"Agreements on one series do not represent the same: {string.Join(", ", odd.Select(o => o.Rule["represents:".Length..]).Distinct())} is not in all.",
                    odd.Select(o => (o.Draft.Agreement, (Recognised)o.Draft.Agreement.Provided(o.Rule)[0])), [.. odd.Select(o => o.Rule["represents:".Length..]).Distinct()], null, agreements);
        }
        Priorities(deal);
        NotAtHand(deal);
    }

    /// <summary>Looked for only where a bracket opens a quotation, in the words before it: each capital may begin a name.</summary>
    private static IEnumerable<Match> Abbreviations(string text)
    {
        for (var open = text.IndexOf('('); open >= 0; open = text.IndexOf('(', open + 1))
        {
            if (open + 1 >= text.Length || text[open + 1] is not ('"' or '“')) continue;
            var (start, close) = (open, text.IndexOf(')', open));
            if (close < 0) yield break;
            while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || !char.IsAscii(text[start - 1]) || text[start - 1] is ' ' or '_')) start--;
            if (Abbreviated.Match(text, start, close + 1 - start) is { Success: true } match) yield return match;
        }
    }

    private static (DocumentFacts In, Recognised At)? Said(Deal deal, string what) =>
        deal.Documents.Where(d => (d.Document.Role & Role.Contract) != 0).Select(d => (In: d, At: d.Said(what).FirstOrDefault())).FirstOrDefault(s => s.At is not null) is { At: { } at } found ? (found.In, at) : null;

    /// <summary>Two documents that each govern over this one; an order between them that no document states is not added.</summary>
    private static void Priorities(Deal deal)
    {
        var stated = deal.Documents.SelectMany(d => d.Every("priority")).Select(p => p.Value.Split(" over ")).ToList();
        foreach (var document in deal.Documents)
        {
            var governing = document.Every("priority").DistinctBy(p => p.Value).ToList();
            var names = governing.Select(p => p.Value.Split(" over ")[0]).Distinct().ToList();
            if (names.Count > 1 && names.SelectMany((a, i) => names.Skip(i + 1).Select(b => (a, b))).FirstOrDefault(pair => !stated.Any(s => (s[0] == pair.a && s[1] == pair.b) || (s[0] == pair.b && s[1] == pair.a))) is { a: { } one, b: { } other })
                deal.Find(FindingCodes.PriorityUnstated, $"The {one} and the {other} each govern over this document; no document says which of the two governs.", governing.Select(g => (document, (Recognised)g)), [one, other]);
        }
    }

    private static void NotAtHand(Deal deal)
    {
        foreach (var document in deal.Documents)
        {
            var absent = document.Citations.Where(c => c.For == "named" && c.Date != document.Value("agreementDate") && !deal.Documents.Any(d => d.Value("agreementDate") == c.Date)).DistinctBy(c => (c.Title, c.Date)).ToList();
            if (absent.Count > 0)
                deal.Find(FindingCodes.NamedNotAtHand, $"Named and not at hand: {string.Join(", ", absent.Select(a => $"{a.Title} of {a.Date}"))}.", absent.Select(a => (document, (Recognised)a)), [.. absent.Select(a => $"{a.Title} {a.Date}")]);
        }
    }
}
