namespace Indenture.Documents;

/// <summary>From documents to offerings: which document offers notes, and which other documents speak of the same ones.</summary>
internal static class Offerings
{
    /// <summary>One draft for each issue offered, with its forms of note joined to it.</summary>
    public static IReadOnlyList<Draft> Of(IReadOnlyList<DocumentFacts> documents)
    {
        var drafts = Join(documents.Where(Offers).SelectMany(Tranches).ToList());
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

    /// <summary>A sheet of terms or a supplement of notes whose agreement (or fuller supplement) is at hand is one more document of that offering.</summary>
    private static List<Draft> Join(List<Draft> drafts)
    {
        var left = new List<Draft>(drafts);
        foreach (var sheet in drafts.Where(d => Rank(d) > 0).OrderByDescending(Rank))
        {
            var homes = left.Where(d => d != sheet && d.Agreement != sheet.Agreement && d.Agreement.Document.Kind != sheet.Agreement.Document.Kind && Rank(d) <= Rank(sheet) && SameIssue(d, sheet)).OrderBy(Rank).ToList();
            // Two agreements on the same notes (an issue and its reopening) do not say whose sheet it is.
            if (homes.Count == 0 || (homes.Count > 1 && Rank(homes[0]) == Rank(homes[1]))) continue;
            homes[0].Join(sheet);
            left.Remove(sheet);
        }
        return left;
    }

    /// <summary>The order in which documents of one offering are believed: the agreement first, the sheet of terms last.</summary>
    private static int Rank(Draft draft) => draft.Agreement.Document.Kind switch
    {
        DocumentKind.FinalTermSheet => 2,
        DocumentKind.PricingSupplement or DocumentKind.ProspectusSupplement => 1,
        _ => 0,
    };

    /// <summary>The same notes, and as many of them, or on the same day under the same number.</summary>
    private static bool SameIssue(Draft one, Draft other) =>
        SameNotes(one, other.Value) &&
        (one.Value("principal") is { } mine && mine == other.Value("principal") || one.Value("closingDate") is { } day && day == other.Value("closingDate") && new[] { "cusip", "isin", "title" }.Any(n => one.Value(n) is { } id && other.Value(n) is { } its && Text.Key(id) == Text.Key(its)));

    /// <summary>
    /// Titles vary from document to document: the same notes are those of one issuer with the same maturity and the same rate, or the same index,
    /// tenor and margin. What one of the two does not state does not part them, but the maturity both must state.
    /// </summary>
    private static bool SameNotes(Draft draft, DocumentFacts note) => SameNotes(draft, note.Value);

    private static bool SameNotes(Draft draft, Func<string, string?> note)
    {
        if (draft.Value("maturity") is not { } maturity || note("maturity") != maturity) return false;
        if (draft.Value("issuer") is { } one && note("issuer") is { } other && Text.Key(one) != Text.Key(other)) return false;
        return new[] { "interestKind", "interestRate", "index", "indexTenorMonths", "spread", "isin", "cusip", "currency" }
            .All(name => draft.Value(name) is not { } mine || note(name) is not { } its || mine == its || name == "spread" && decimal.Parse(mine, System.Globalization.CultureInfo.InvariantCulture) == decimal.Parse(its, System.Globalization.CultureInfo.InvariantCulture));
    }
}
