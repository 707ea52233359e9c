namespace Indenture.Documents;

/// <summary>Why no file could be read, in the order in which it is tested.</summary>
public enum ReadRefusal { NoFiles, FileEmpty, FileNotText, FileTooLarge }

/// <summary>Documents to terms: Source, Structure, Recognition, Assembly, one after the other.</summary>
public static class Reader
{
    /// <summary>
    /// Reads files together, so that documents of different files that speak of the same notes are joined. A file that cannot be read is a
    /// finding; refused only where none can (FILE-EMPTY, FILE-NOT-TEXT, FILE-TOO-LARGE). Nothing throws on what a file holds.
    /// </summary>
    public static Outcome<Reading> Read(IReadOnlyList<InputFile> files)
    {
        if (files.Count == 0) return Refusal.Of(ReadRefusal.NoFiles, "No file is given to be read.");
        var documents = new List<DocumentFacts>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var unread = new List<Refusal>();
        for (var i = 0; i < files.Count; i++)
        {
            var file = files[i];
            var cut = Opening.Of(i, file).Match<IReadOnlyList<DocumentText>>(Cutting.Cut, refused => { unread.Add(refused); return []; });
            foreach (var document in cut)
            {
                // The same document given twice is one document.
                if (!known.Add(document.Id)) continue;
                var facts = Recognising.Of(document, file);
                facts.Allotments = (document.Role & Role.Offer) == 0 ? [] : AllotmentTables.In(document);
                if (facts.Allotments.Count == 0 && AllotmentTables.BesideManagers(facts) is { } beside) facts.Allotments = [beside];
                foreach (var stated in AllotmentTables.Offered(facts)) facts.Add(stated);
                documents.Add(facts);
            }
        }
        if (documents.Count == 0 && unread.Count == files.Count)
            return new Refusal(unread[0].Code, string.Join(" ", unread.Select(u => u.Message)), [.. unread.SelectMany(u => u.Places)]);
        return Assemble(files, documents, unread);
    }

    /// <summary>A file that was not read, where others were, is a finding of the same code as its refusal.</summary>
    private static readonly FindingCode[] NotRead = [FindingCodes.FileEmpty, FindingCodes.FileNotText, FindingCodes.FileTooLarge];

    private static Reading Assemble(IReadOnlyList<InputFile> files, List<DocumentFacts> documents, List<Refusal> unread)
    {
        var deal = new Deal(documents, Offerings.Of(documents));
        foreach (var refusal in unread) deal.Find(NotRead.Single(c => c.Code == refusal.Code), refusal.Message, [], refusal.Places, []);
        foreach (var source in documents.Select(d => d.Document.Source).Distinct())
            foreach (var part in source.UnreadParts)
                deal.Find(FindingCodes.NotesUnread, $"The notes of {files[source.File].Path} in {part} are not read.", [.. documents.Where(d => d.Document.Source == source)], [new Place(source.File, 0, 0, part)], [part]);
        foreach (var draft in deal.Offerings) TermsOf.Fill(deal, draft);
        var series = SeriesGrouping.Of(deal);
        Checks.Run(deal, series);
        return new Reading(files, [.. documents.Select(Publish)], [.. deal.Offerings.Select(o => new ReadOffering(o.Id, o.Series, [.. o.Documents.Select(d => d.Document.Id)], o.Terms))], series, deal.Findings);
    }

    private static ReadDocument Publish(DocumentFacts facts)
    {
        var document = facts.Document;
        var source = document.Source;
        var span = source.Place(document.Start, document.End);
        if (document.Kind == DocumentKind.Unknown)
            return new ReadDocument(document.Id, source.File, source.Part, document.Kind, "", null, span.Start, span.End, [], [], [], [], [], [], []);
        return new ReadDocument(document.Id, source.File, source.Part, document.Kind, TitleOf(facts),
            facts.Value("agreementDate") ?? facts.Value("issueDate") ?? facts.Value("signedDate"), span.Start, span.End,
            [.. facts.All.OfType<Recognised.Names>().DistinctBy(n => (n.Role, Text.Key(n.Name))).Select(n => source.Place(n.Start, n.End) is var p ? new Party(n.Role, n.Name, p.Start, p.End) : null!),
             .. facts.Allotments.SelectMany(t => t.Rows).Where(r => r.Name is not null).Select(r => source.Place(r.Start, r.Start + r.Name!.Length) is var p ? new Party("underwriter", r.Name!, p.Start, p.End) : null!)],
            [.. facts.Facts.DistinctBy(f => (f.Name, f.Value, f.Tranche)).OrderBy(f => f.Start).Select(f => source.Place(f.Start, f.End) is var p ? new Fact(f.Name, f.Value, f.Unit, f.Tranche, source.Quote(f.Start, f.End), p.Start, p.End) : null!)],
            [.. facts.Allotments.SelectMany(t => t.Rows.Where(r => r.Name is not null).SelectMany(r => Rows(source, t, r)))],
            facts.Blanks,
            [.. facts.All.OfType<Recognised.Changes>().Select(c => source.Place(c.Start, c.End) is var p ? new Edit(c.Section, c.Line, c.Operation, c.Delete, c.Insert, p.Start, p.End, c.Paragraph) : null!)], [.. facts.Terms.Select(t => source.Place(t.Start, t.End) is var p ? new Definition(t.Term, p.Start, p.End) : null!)],
            [.. facts.Open.DistinctBy(l => l.Name).Select(l => new Gap(l.Name, l.Why, Gaps.BlocksOf(l.Name)))]);
    }

    private static IEnumerable<Allotment> Rows(SourceText source, AllotmentTable table, AllotmentRow row)
    {
        var place = source.Place(row.Start, row.End);
        if (row.Amounts.Count == 0) return [new Allotment(row.Name!, null, null, place.Start, place.End)];
        return row.Amounts.Select((amount, i) => new Allotment(row.Name!, amount, table.Columns > 1 ? i + 1 : null, place.Start, place.End));
    }

    private static string TitleOf(DocumentFacts facts)
    {
        if (facts.Value("title") is { } title) return title;
        var document = facts.Document;
        // An agreement is called what its heading says; a footnote mark after it is no part of the name.
        if (document.Role == Role.Contract && document.Heading is { } heading && document[heading].Length < 100) return document.Of(heading).TrimEnd("0123456789 ").ToString();
        return document.Kind == DocumentKind.Form8K ? "Form 8-K" : string.Concat(document.Kind.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? " " + c : c.ToString()));
    }
}
