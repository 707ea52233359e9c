namespace Indenture.Documents;

/// <summary>From documents to offerings: which document offers notes, and which other documents speak of the same ones.</summary>
internal static class Offerings
{
    /// <summary>One draft for each issue offered, with its forms of note joined to it.</summary>
    public static IReadOnlyList<Draft> Of(IReadOnlyList<DocumentFacts> documents)
    {
        var drafts = documents.Where(Offers).SelectMany(Tranches).ToList();
        foreach (var note in documents.Where(d => d.Document.Kind == DocumentKind.FormOfNote))
            foreach (var draft in drafts)
                if (SameNotes(draft, note)) draft.Documents.Add(note);
        return drafts;
    }

    /// <summary>A document offers notes if it says how much, or what and until when; a contract about notes that it calls by their amount is all that is at hand of them.</summary>
    private static bool Offers(DocumentFacts document) =>
        ((document.Document.Role & Role.Contract) != 0 && document.First("principal") is not null) ||
        (document.Document.Role & Role.Offer) != 0 && (document.First("principal") is not null || (document.First("maturity") is not null && document.First("interestKind") is not null));

    private static IEnumerable<Draft> Tranches(DocumentFacts document)
    {
        var count = document.Facts.Max(f => f.Tranche) ?? 1;
        return count == 1
            ? [new Draft(document.Document.Id, document, null)]
            : Enumerable.Range(1, count).Select(n => new Draft(n == 1 ? document.Document.Id : $"{document.Document.Id}-{n}", document, n));
    }

    /// <summary>
    /// Titles vary from document to document: the same notes are those of one issuer with the same maturity and the same rate, or the same index,
    /// tenor and margin. What one of the two does not state does not part them, but the maturity both must state.
    /// </summary>
    private static bool SameNotes(Draft draft, DocumentFacts note)
    {
        if (draft.Value("maturity") is not { } maturity || note.Value("maturity") != maturity) return false;
        if (draft.Value("issuer") is { } one && note.Value("issuer") is { } other && Text.Key(one) != Text.Key(other)) return false;
        return new[] { "interestKind", "interestRate", "index", "indexTenorMonths", "spread", "isin", "cusip", "currency" }
            .All(name => draft.Value(name) is not { } mine || note.Value(name) is not { } its || mine == its || name == "spread" && decimal.Parse(mine, System.Globalization.CultureInfo.InvariantCulture) == decimal.Parse(its, System.Globalization.CultureInfo.InvariantCulture));
    }
}
