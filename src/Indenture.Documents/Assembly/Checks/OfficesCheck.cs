using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The offices of an agency agreement: in the definition of the agents, with an address, told apart in what they do.</summary>
internal static partial class OfficesCheck
{
    private static readonly string[] Offices = ["fiscalAgent", "registrar", "payingAgent", "transferAgent", "exchangeAgent", "calculationAgent"];

    [GeneratedRegex(@"[""“]AGENTS?(?:\(S\))?[""”] (?:means|shall mean) (?:any|all|each) of (?<list>[^.]{10,300})", Text.Options)]
    private static partial Regex AgentsMeans { get; }

    [GeneratedRegex(@"^\+?(?:\d{1,3})[-. ]\(?0\d", Text.Cased)]
    private static partial Regex CountryAndTrunk { get; }

    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var document in deal.Documents.Where(d => (d.Document.Role & Role.Contract) != 0))
        {
            var held = Offices.Where(o => document.First(o) is not null).ToList();
            Omitted(deal, document, held);
            Addresses(deal, document, held);
            foreach (var phone in document.Facts.Where(f => f.Name is "noticePhone" or "noticeFax" && CountryAndTrunk.IsMatch(f.Value)))
                deal.Find(FindingCodes.PhoneMalformed, $"{phone.Value} has a country's code and the zero of a call inside it.", [(document, phone)], [phone.Value]);
            Several(deal, document, "pays:", FindingCodes.PayerSeveral, "are each told to make payments");
            Several(deal, document, "electionTo:", FindingCodes.ElectionChannels, "are each told of elections");
            var signing = held.Append("issuer").Select(document.Value).OfType<string>().Select(Text.Key).Distinct().Count();
            if (document.Provided("counterparts:") is [{ } counterparts, ..] && Amounts.Small(counterparts.What["counterparts:".Length..]) is { } copies && signing > copies)
                deal.Find(FindingCodes.CounterpartsFewer, $"{signing} parties sign in {copies} counterparts.", [(document, counterparts)], [$"{signing}", $"{copies}"], "any number that holds all signatures");
        }
    }

    private static void Omitted(Deal deal, DocumentFacts document, List<string> held)
    {
        if (held.Count < 2 || AgentsMeans.Match(document.Document.Text) is not { Success: true } means) return;
        var list = means.Groups["list"];
        var omitted = held.Where(o => !list.Value.Contains(PartyNames.Words(o), StringComparison.OrdinalIgnoreCase)).ToList();
        if (omitted.Count == 0) return;
        var start = document.Document.Start + means.Index;
        deal.Find(FindingCodes.AgentOmitted, $"The definition of the agents leaves out the {string.Join(" and the ", omitted.Select(PartyNames.Words))}.", [document],
            [document.Document.Source.Place(start, start + means.Length), .. omitted.Select(o => document.First(o)!).Select(f => document.Document.Source.Place(f.Start, f.End))], [.. omitted.Select(PartyNames.Words)]);
    }

    private static void Addresses(Deal deal, DocumentFacts document, List<string> held)
    {
        var addresses = document.Every("noticeAddress").Where(a => a.Unit is not null).ToList();
        if (addresses.Count < 2 || held.Count == 0) return;
        var without = held.Where(o => addresses.All(a => !a.Unit!.Contains(PartyNames.Words(o), StringComparison.OrdinalIgnoreCase))).ToList();
        if (document.First("trustee") is not null && addresses.All(a => !a.Unit!.Contains("Trustee", StringComparison.OrdinalIgnoreCase))) without.Add("trustee");
        foreach (var office in without)
        {
            // The same company in another office has one.
            var same = addresses.FirstOrDefault(a => held.Any(o => a.Unit!.Contains(PartyNames.Words(o), StringComparison.OrdinalIgnoreCase) && document.Value(o) == document.Value(office)));
            deal.Find(FindingCodes.AgentWithoutAddress, $"The {PartyNames.Words(office)} has no address for notices.", [(document, document.First(office)!)], [PartyNames.Words(office)], same?.Value);
        }
    }

    private static void Several(Deal deal, DocumentFacts document, string what, FindingCode code, string told)
    {
        var told1 = document.Provided(what).DistinctBy(p => p.What, StringComparer.OrdinalIgnoreCase).ToList();
        if (told1.Count > 1)
            deal.Find(code, $"The {string.Join(", the ", told1.Select(t => t.What[what.Length..]))} {told}.", told1.Select(t => (document, (Recognised)t)), [.. told1.Select(t => t.What[what.Length..])]);
    }
}
