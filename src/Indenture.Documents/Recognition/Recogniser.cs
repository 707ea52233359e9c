namespace Indenture.Documents;

/// <summary>
/// One kind of clause or row: where to look, and how to read it. A recogniser yields what the words state, or that they state a thing
/// without giving it; never a guess. Each stands in a file of its own and in the list <see cref="Recognisers"/>.
/// </summary>
/// <param name="Name">What it reads, for people.</param>
/// <param name="Roles">The documents it looks into.</param>
/// <param name="Labels">Labels whose value it reads ("Interest Payment Date"; a plural s is allowed for). ASCII, any case.</param>
/// <param name="Phrases">Words that stand in every paragraph it reads. ASCII, any case; the rarer the better. Without labels and phrases it reads the beginning of the document, once.</param>
/// <param name="Read">Called once for each labelled value and each paragraph.</param>
internal sealed record Recogniser(string Name, Role Roles, string[] Labels, string[] Phrases, Func<Passage, DocumentFacts, IEnumerable<Recognised>> Read);

/// <summary>What a recogniser found. Positions are those of the file's text.</summary>
internal abstract record Recognised(int Start, int End)
{
    /// <summary>A stated fact. Its name is one of the contract's, or a name of the same manner.</summary>
    public sealed record States(string Name, string Value, int Start, int End, string? Unit = null, int? Tranche = null) : Recognised(Start, End);

    /// <summary>The document speaks of the fact and does not give it: where it says the fact is.</summary>
    public sealed record LeavesOpen(string Name, string Why, int Start, int End) : Recognised(Start, End);

    /// <summary>A party in a role.</summary>
    public sealed record Names(string Role, string Name, int Start, int End) : Recognised(Start, End);

    /// <summary>Another document is cited. <paramref name="Title"/> is its name there; the date, where given, as 2004-03-19.</summary>
    /// <param name="For">What it is cited for: a fact name, "incorporated", "reopened", or empty.</param>
    public sealed record Cites(string Title, string? Date, string For, int Start, int End) : Recognised(Start, End);

    /// <summary>A provision that checks look for; it states no fact by itself.</summary>
    public sealed record Provides(string What, int Start, int End) : Recognised(Start, End);

    /// <summary>An instruction to change the words of another document.</summary>
    public sealed record Changes(string Section, int? Paragraph, int? Line, string Operation, string? Delete, string? Insert, int Start, int End) : Recognised(Start, End);

    /// <summary>A fault that the words show by themselves.</summary>
    public sealed record Shows(FindingCode Code, string Message, int Start, int End, IReadOnlyList<string> Values, string? Default = null) : Recognised(Start, End);
}

/// <summary>What was recognised in one document, in the order of the recognisers and then of the text.</summary>
internal sealed class DocumentFacts(DocumentText document, InputFile file)
{
    private readonly List<Recognised> _all = [];

    // The same in other orders: a recogniser asks for a fact at every passage, and a damaged file may have very many.
    private readonly HashSet<Recognised> _known = [];
    private readonly Dictionary<string, List<Recognised.States>> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Recognised>> _said = new(StringComparer.Ordinal);
    private readonly List<Recognised.States> _facts = [];
    private readonly List<Recognised.Provides> _provided = [];
    private readonly List<Recognised.Cites> _citations = [];
    private readonly List<Recognised.LeavesOpen> _open = [];

    public DocumentText Document { get; } = document;

    /// <summary>The file it stands in.</summary>
    public InputFile File { get; } = file;

    public IReadOnlyList<Recognised> All => _all;

    /// <summary>Its numbered parts; none for a document that is no contract.</summary>
    public Sections Sections => field ??= Sections.Of(Document);

    /// <summary>The terms it defines for itself.</summary>
    public IReadOnlyList<(string Term, int Start, int End)> Terms => field ??= Definitions.Terms(Document);

    /// <summary>Its blanks, marked and unmarked, in the order of the text.</summary>
    public IReadOnlyList<Blank> Blanks => field ??= [.. Documents.Blanks.In(Document).Concat(SilentBlanks.In(Document)).OrderBy(b => b.Start)];

    /// <summary>The rows of underwriters.</summary>
    public IReadOnlyList<AllotmentTable> Allotments { get; set; } = [];

    public IReadOnlyList<Recognised.States> Facts => _facts;

    public IReadOnlyList<Recognised.Cites> Citations => _citations;

    /// <summary>Facts that it speaks of and does not give.</summary>
    public IReadOnlyList<Recognised.LeavesOpen> Open => _open;

    public void Add(Recognised found)
    {
        // A span begins and ends with a word.
        var words = Document.Source.Flat;
        var (start, end) = (found.Start, found.End);
        while (end > start + 1 && words[end - 1] == ' ') end--;
        while (start < end - 1 && words[start] == ' ') start++;
        if ((start, end) != (found.Start, found.End)) found = found with { Start = start, End = end };
        if (!_known.Add(found)) return;
        _all.Add(found);
        switch (found)
        {
            case Recognised.States stated:
                _facts.Add(stated);
                Under(_byName, stated.Name).Add(stated);
                Under(_said, stated.Name).Add(stated);
                break;
            case Recognised.Provides provided:
                _provided.Add(provided);
                Under(_said, provided.What).Add(provided);
                break;
            case Recognised.Cites cited:
                _citations.Add(cited);
                break;
            case Recognised.LeavesOpen open:
                _open.Add(open);
                break;
        }
    }

    private static List<T> Under<T>(Dictionary<string, List<T>> lists, string name)
    {
        if (!lists.TryGetValue(name, out var list)) lists.Add(name, list = []);
        return list;
    }

    /// <summary>What the document calls each issue that it offers in its text, in its order ("2027 Notes"); empty where it offers one.</summary>
    public IReadOnlyList<string> IssueNames { get; set; } = [];

    /// <summary>Whether the fact is stated for an issue, or for all; null asks for any statement.</summary>
    public bool Has(string name, int? tranche) => Every(name).Any(f => tranche is null || f.Tranche is null || f.Tranche == tranche);

    /// <summary>The first statement of a fact; null where the document has none.</summary>
    public Recognised.States? First(string name) => _byName.TryGetValue(name, out var stated) ? stated[0] : null;

    /// <summary>The provisions whose name begins so: "pays:" for each payer.</summary>
    public IReadOnlyList<Recognised.Provides> Provided(string beginning) => _provided.FindAll(p => p.What.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>Every provision and every fact of that name.</summary>
    public IReadOnlyList<Recognised> Said(string name) => _said.TryGetValue(name, out var said) ? said : [];

    public bool Says(string name) => _said.ContainsKey(name);

    public IEnumerable<Recognised.States> Every(string name) => _byName.TryGetValue(name, out var stated) ? stated : [];

    public string? Value(string name) => First(name)?.Value;
}
