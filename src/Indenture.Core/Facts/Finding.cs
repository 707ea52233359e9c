namespace Indenture.Core;

/// <summary>How much a fault of a document weighs.</summary>
public enum Severity
{
    /// <summary>A note; blocks nothing.</summary>
    Info,
    /// <summary>Something missing, undefined, not at hand, or a matter of policy; blocks only what it names.</summary>
    Warning,
    /// <summary>Statements that cannot all be true, or an impossible sum, date or check digit, on which money, dates or parties depend; blocks booking until a person settles it.</summary>
    Error,
}

/// <summary>An act that a finding or a gap stands in the way of.</summary>
public enum Act { Booking, Closing, Interest, RecordDate, Payment, Guarantee, Listing, Acceptance }

/// <summary>A run of bytes of a file as given; <paramref name="End"/> is exclusive.</summary>
/// <param name="File">Index into the files given, in their order.</param>
public sealed record Place(int File, int Start, int End, string? Part = null);

/// <summary>A fault of the documents, found by a general check, with its places and the values met there.</summary>
/// <param name="Id">Stable for the same documents: the code and the first document's id, with an ordinal where the code repeats.</param>
/// <param name="Code">Upper-case words; one fault, one code.</param>
/// <param name="Default">What is done unless a person settles it otherwise; null where there is no safe default.</param>
public sealed record Finding(
    string Id, string Code, Severity Severity, string Message,
    IReadOnlyList<string> Documents, IReadOnlyList<string> Offerings, IReadOnlyList<Act> Blocks,
    IReadOnlyList<Place> Places, IReadOnlyList<string> Values, string? Default = null);

/// <summary>A fact that no document at hand states. A gap is unknown: never zero, never a usual value.</summary>
/// <param name="Name">The fact's name.</param>
/// <param name="Why">What the documents do say about it, and where it may be found.</param>
public sealed record Gap(string Name, string Why, IReadOnlyList<Act> Blocks);
