namespace Indenture.Documents;

/// <summary>The terms of an offering: every fact of its documents with its sources, and what is missing as gaps.</summary>
internal static class TermsOf
{
    /// <summary>Facts in free words: two documents may word them differently without disagreeing, and the first document's words are kept.</summary>
    private static readonly HashSet<string> Worded = ["title", "issuer", "guarantee", "guarantor", "listing", "redemption", "closingPlace", "reopens", "indexSource", "governingLaw", "acceptBy", "agreementDate", "exchange", "tax", "amendment", "defaultedInterest"];

    /// <summary>Offices that a series has.</summary>
    private static readonly string[] Offices =
        ["trustee", "fiscalAgent", "payingAgent", "registrar", "transferAgent", "exchangeAgent", "calculationAgent", "authenticatingAgent", "depositary"];

    /// <summary>What is stated so many times gains nothing by being stated once more: a damaged file may repeat itself without end.</summary>
    private const int MostSources = 100;

    private static readonly Dictionary<string, TermFact> Known = TermFact.All.ToDictionary(f => f.Name, StringComparer.Ordinal);

    public static void Fill(Deal deal, Draft draft)
    {
        var terms = new Terms();
        // Amounts are read in the currency, so it comes first.
        var stated = draft.Documents.SelectMany(d => draft.FactsOf(d).Select(f => (In: d, Fact: f))).OrderBy(s => s.Fact.Name == "currency" ? 0 : 1).ToList();
        var times = new Dictionary<(string Name, string Value, string? Unit), int>();
        foreach (var (document, fact) in stated)
        {
            var said = (fact.Name, fact.Value, fact.Unit);
            if ((times[said] = times.GetValueOrDefault(said) + 1) > MostSources) continue;
            if (!Known.TryGetValue(fact.Name, out var known)) continue;
            // A rule of days for one clause of a contract is not the notes'.
            if (fact is { Name: "businessDayCities", Unit: not null }) continue;
            var source = SourceOf(document, fact);
            if (Worded.Contains(fact.Name) && known.Get(terms) is { } first)
            {
                if (Text.Key(first.Text) == Text.Key(fact.Value)) terms = known.Add(terms, first.Text, fact.Unit, source).Match(t => t, _ => terms);
                continue;
            }
            var added = known.Add(terms, fact.Value, fact.Unit, source);
            terms = added.Match(t => t, refusal =>
            {
                if (refusal.Code == Refusal.CodeOf(FactRefusal.FactConflict)) Conflict(deal, draft, known, terms, document, fact);
                return terms;
            });
        }
        terms = WithClosing(draft, terms);
        terms = terms with
        {
            Underwriters = Underwriters(draft, terms),
            Agents = [.. Offices.Select(office => AgentOf(draft, office)).OfType<Agent>()],
        };
        draft.Terms = terms with { Gaps = Gaps.Of(deal, draft, terms) };
    }

    public static Core.Source SourceOf(DocumentFacts document, Recognised at) => Cite(document, at.Start, at.End);

    private static Core.Source Cite(DocumentFacts document, int start, int end)
    {
        var source = document.Document.Source;
        var place = source.Place(start, end);
        return new Core.Source.Document(document.File.Sha256, place.Start, place.End, source.Quote(start, end), place.Part);
    }

    /// <summary>
    /// The notes are issued at the closing, against payment: where no document dates the issue the closing does, and interest that runs "from the
    /// date of issuance" runs from it.
    /// </summary>
    private static Terms WithClosing(Draft draft, Terms terms)
    {
        if (terms.Closing.Date is not { } closing) return terms;
        if (terms.IssueDate is null) terms = terms with { IssueDate = closing };
        if (terms.Interest.From is null && draft.Every("publicAccruesFrom").FirstOrDefault() is { In: { } document, Fact: { } words })
            terms = terms with { Interest = terms.Interest with { From = closing.AlsoIn([SourceOf(document, words)]) } };
        return terms;
    }

    /// <summary>The fact of the terms with that name; null for a fact that only documents have.</summary>
    public static TermFact? Fact(string name) => Known.GetValueOrDefault(name);

    private static void Conflict(Deal deal, Draft draft, TermFact known, Terms terms, DocumentFacts document, Recognised.States fact)
    {
        var first = draft.Every(fact.Name).First();
        var kept = known.Get(terms)!.Value.Text;
        deal.Find(FindingCodes.FactConflict, $"{fact.Name} is stated as {kept} and as {fact.Value}.", [first, (document, fact)], [kept, fact.Value], $"{fact.Name}={kept}", [draft]);
    }

    private static IReadOnlyList<Underwriter> Underwriters(Draft draft, Terms terms)
    {
        if (terms.Currency is not { } currency) return [];
        var column = (draft.Tranche ?? 1) - 1;
        var rows = new List<Underwriter>();
        foreach (var table in draft.Agreement.Allotments.Take(1))
            foreach (var row in table.Rows)
                if (row.Name is { } name && row.Amounts.Count > column && Money.Parse(row.Amounts[column], currency.Value) is Outcome<Money>.Done { Value: var amount })
                {
                    var source = Cite(draft.Agreement, row.Start, row.End);
                    rows.Add(new Underwriter(new Cited<string>(name, source), new Cited<Money>(amount, source)));
                }
        return rows;
    }

    private static Agent? AgentOf(Draft draft, string office)
    {
        var named = draft.Every(office).ToList();
        if (named.Count == 0) return null;
        // A party that signs in an office under another spelling of its name is taken at its signature.
        if (draft.Every(office + "Signing").FirstOrDefault() is { Fact: { } signing } signed && Text.Key(signing.Value) != Text.Key(named[0].Fact.Value))
            return new Agent(office, new Cited<string>(signing.Value, SourceOf(signed.In, signing), SourceOf(named[0].In, named[0].Fact)));
        return new Agent(office, new Cited<string>(named[0].Fact.Value, [.. named.Select(n => SourceOf(n.In, n.Fact)).Distinct()]));
    }
}
