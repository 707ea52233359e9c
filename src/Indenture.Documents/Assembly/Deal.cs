namespace Indenture.Documents;

/// <summary>One offering in the making: its agreement first, then what is joined to it.</summary>
internal sealed class Draft(string id, DocumentFacts agreement, int? tranche)
{
    public string Id { get; } = id;

    /// <summary>The document that offers the notes.</summary>
    public DocumentFacts Agreement { get; } = agreement;

    /// <summary>1-based in the agreement; null where it offers one issue.</summary>
    public int? Tranche { get; } = tranche;

    /// <summary>The agreement, then its notes and the other documents that speak of the same notes.</summary>
    public List<DocumentFacts> Documents { get; } = [agreement];

    /// <summary>Which issue of a joined document is meant, where it offers several.</summary>
    private readonly Dictionary<DocumentFacts, int> _issueIn = [];

    /// <summary>Takes in the documents of another draft of the same notes.</summary>
    public void Join(Draft sheet)
    {
        foreach (var document in sheet.Documents)
        {
            if (Documents.Contains(document)) continue;
            Documents.Add(document);
            _issueIn[document] = sheet.Tranche ?? 1;
        }
    }

    public Terms Terms { get; set; } = new();

    public string Series { get; set; } = id;

    /// <summary>The offering whose series this one joins; null for the first of a series.</summary>
    public Draft? Parent { get; set; }

    /// <summary>It joins a series of which no earlier agreement is at hand.</summary>
    public bool ParentMissing { get; set; }

    /// <summary>The facts of one of its documents that speak of this tranche.</summary>
    public IEnumerable<Recognised.States> FactsOf(DocumentFacts document) =>
        document.Facts.Where(f => IsOf(document, f));

    private bool IsOf(DocumentFacts document, Recognised.States fact) =>
        fact.Tranche is null || fact.Tranche == (document == Agreement ? Tranche ?? 1 : _issueIn.GetValueOrDefault(document, fact.Tranche.Value));

    public string? Value(string name) => Every(name).Select(f => f.Fact.Value).FirstOrDefault();

    /// <summary>Every statement of a fact, with the document it stands in.</summary>
    public IEnumerable<(DocumentFacts In, Recognised.States Fact)> Every(string name) =>
        Documents.SelectMany(d => d.Every(name).Where(f => IsOf(d, f)).Select(f => (d, f)));
}

/// <summary>All that was read, on which the checks look.</summary>
internal sealed class Deal(IReadOnlyList<DocumentFacts> documents, IReadOnlyList<Draft> offerings)
{
    private readonly List<Finding> _findings = [];

    /// <summary>How many findings of a code were made on a document.</summary>
    private readonly Dictionary<(string Code, string Document), int> _made = [];

    /// <summary>Where each finding stands, by what it says.</summary>
    private readonly Dictionary<(string Code, string Message, string? Standard, string Values), int> _said = [];

    public IReadOnlyList<DocumentFacts> Documents { get; } = documents;

    public IReadOnlyList<Draft> Offerings { get; } = offerings;

    public IReadOnlyList<Finding> Findings => [.. _findings];

    public IEnumerable<Draft> OfferingsOf(DocumentFacts document) => Offerings.Where(o => o.Documents.Contains(document));

    /// <summary>Adds a finding about places of documents; the offerings are those that the documents belong to unless given.</summary>
    public void Find(FindingCode code, string message, IEnumerable<(DocumentFacts In, Recognised At)> places, IReadOnlyList<string> values, string? standard = null, IEnumerable<Draft>? offerings = null)
    {
        var at = places.ToList();
        Find(code, message, [.. at.Select(p => p.In).Distinct()], [.. at.Select(p => p.In.Document.Source.Place(p.At.Start, p.At.End)).Distinct()], values, standard, offerings);
    }

    public void Find(FindingCode code, string message, IReadOnlyList<DocumentFacts> documents, IReadOnlyList<Place> places, IReadOnlyList<string> values, string? standard = null, IEnumerable<Draft>? offerings = null)
    {
        IReadOnlyList<string> concerned = [.. (offerings ?? documents.SelectMany(OfferingsOf)).Select(o => o.Id).Distinct()];
        // The same fault in the same words is one finding, with every place and offering that it concerns.
        var said = (code.Code, message, standard, string.Join('\n', values));
        if (_said.TryGetValue(said, out var same))
        {
            var told = _findings[same];
            _findings[same] = told with
            {
                Documents = [.. told.Documents.Union(documents.Select(d => d.Document.Id))],
                Offerings = [.. told.Offerings.Union(concerned)],
                Places = [.. told.Places.Union(places)],
            };
            return;
        }
        _said.Add(said, _findings.Count);
        var first = documents.Count > 0 ? documents[0].Document.Id : "files";
        var stem = $"{code.Code}-{first}";
        var ordinal = _made[(code.Code, first)] = _made.GetValueOrDefault((code.Code, first)) + 1;
        IReadOnlyList<Act> blocks = code.Severity == Severity.Error ? [Act.Booking, .. code.Blocks] : code.Blocks;
        _findings.Add(new Finding(ordinal == 1 ? stem : $"{stem}-{ordinal}", code.Code, code.Severity, message,
            [.. documents.Select(d => d.Document.Id).Distinct()], concerned, blocks, places, values, standard));
    }
}
