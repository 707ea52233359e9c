namespace Indenture.Documents;

/// <summary>Everything that was read from the files given: what the documents state, what they do not, and their faults.</summary>
/// <param name="Files">In the order given; a place counts bytes of one of them.</param>
public sealed record Reading(
    IReadOnlyList<InputFile> Files, IReadOnlyList<ReadDocument> Documents, IReadOnlyList<ReadOffering> Offerings, IReadOnlyList<ReadSeries> Series, IReadOnlyList<Finding> Findings);

/// <summary>One document, which may be a part of a file.</summary>
/// <param name="Id">The first 12 hex digits of the SHA-256 of its span.</param>
/// <param name="File">Index into the files.</param>
/// <param name="Part">The part inside a container file; null for a plain file.</param>
/// <param name="Title">The notes' title where the document states one, else its own.</param>
/// <param name="Date">The date it bears, as 2004-02-09; null where it bears none.</param>
public sealed record ReadDocument(
    string Id, int File, string? Part, DocumentKind Kind, string Title, string? Date, int Start, int End,
    IReadOnlyList<Party> Parties, IReadOnlyList<Fact> Facts, IReadOnlyList<Allotment> Underwriters, IReadOnlyList<Blank> Blanks,
    IReadOnlyList<Edit> Edits, IReadOnlyList<Definition> Definitions, IReadOnlyList<Gap> Gaps);

/// <summary>A party and what it is there for: issuer, trustee, underwriter, representative …</summary>
public sealed record Party(string Role, string Name, int Start, int End);

/// <summary>One stated fact: its normalised value and the words it was read from.</summary>
/// <param name="Name">A fact name of the contract.</param>
/// <param name="Unit">Currency of an amount, zone of a time, calendars of a rule in business days.</param>
/// <param name="Tranche">1-based in the document; null means every tranche.</param>
/// <param name="Start">First byte in the file, inclusive; <paramref name="End"/> exclusive.</param>
public sealed record Fact(string Name, string Value, string? Unit, int? Tranche, string Quote, int Start, int End);

/// <summary>What one underwriter takes: major units as decimal text, null where the row has no amount.</summary>
public sealed record Allotment(string Name, string? Principal, int? Tranche, int Start, int End);

/// <summary>A place of a form that is to be filled in.</summary>
/// <param name="Expects">What belongs there: a fact name where the words around it say so, else amount, date, name, signature or text.</param>
public sealed record Blank(int Start, int End, string Expects, int? Tranche = null);

/// <summary>An instruction to change the words of another document.</summary>
/// <param name="Section">The section it names: "3", "2(a)"; empty where it speaks of the whole document.</param>
/// <param name="Line">1-based in the paragraph, else in the section, as the other document is printed; null where none is named.</param>
/// <param name="Operation">replace, delete, replace-all (every occurrence), append (at the end of the section), or deem (a rule of reading, which changes no words).</param>
/// <param name="Start">The instruction's own words.</param>
/// <param name="Paragraph">1-based in the section; null where none is named.</param>
public sealed record Edit(string Section, int? Line, string Operation, string? Delete, string? Insert, int Start, int End, int? Paragraph = null);

/// <summary>A term that a document defines for itself.</summary>
public sealed record Definition(string Term, int Start, int End);

/// <summary>One issue of notes as its documents promise it.</summary>
/// <param name="Id">Its agreement's id; a second tranche of one document has "-2" after it.</param>
/// <param name="Series">Id of the series it belongs to.</param>
public sealed record ReadOffering(string Id, string Series, IReadOnlyList<string> Documents, Terms Terms);

/// <summary>Notes that are one series, whether issued at once or in several offerings.</summary>
/// <param name="Id">The ISIN, else the first offering's id.</param>
/// <param name="Principal">Major units; null where an earlier tranche is not at hand.</param>
/// <param name="KnownPrincipal">The sum of the offerings at hand; null where one of them states none.</param>
public sealed record ReadSeries(string Id, string Title, IReadOnlyList<string> Offerings, Money? Principal, Money? KnownPrincipal, Terms Terms);
