namespace Indenture.Core;

/// <summary>Where a value comes from. Every value that money or a deadline depends on carries at least one.</summary>
public abstract record Source
{
    private Source() { }

    /// <summary>The words of a document: the SHA-256 of the file as given (lower-case hex) and a run of its bytes.</summary>
    /// <param name="Sha256">Hash of the whole file, 64 lower-case hex digits.</param>
    /// <param name="Start">First byte, inclusive.</param>
    /// <param name="End">Last byte, exclusive.</param>
    /// <param name="Quote">The run decoded, with markup dropped and white space folded.</param>
    /// <param name="Part">The part inside a container file; null for a plain file.</param>
    public sealed record Document(string Sha256, int Start, int End, string Quote, string? Part = null) : Source;

    /// <summary>A person settled a finding: who, why, and the value that was replaced, which is kept.</summary>
    public sealed record Person(string Who, string Why, string? Replaced) : Source;

    /// <summary>A fact that no document states, supplied by a person who gave a reason.</summary>
    public sealed record Assumption(string Who, string Why) : Source;

    /// <summary>A row or a path of a file that is no legal document: a terms file, a fixings file, a position file.</summary>
    public sealed record Import(string File, string Row) : Source;

    public T Match<T>(Func<Document, T> document, Func<Person, T> person, Func<Assumption, T> assumption, Func<Import, T> import) => this switch
    {
        Document d => document(d),
        Person p => person(p),
        Assumption a => assumption(a),
        Import i => import(i),
        _ => throw new InvalidOperationException("Source is a closed set"),
    };

    /// <summary>One line for a person: the quoted words with their place, or who said so and why.</summary>
    public sealed override string ToString() => Match(
        d => $"\"{d.Quote}\" (document {d.Sha256[..12]}, bytes {d.Start} to {d.End})",
        p => $"settled by {p.Who}: {p.Why}" + (p.Replaced is null ? "" : $" (replaces {p.Replaced})"),
        a => $"assumed by {a.Who}: {a.Why}",
        i => $"{i.File}, {i.Row}");
}

/// <summary>A value with the words, person or file it was taken from. Several sources mean that each states this same value.</summary>
public sealed record Cited<T>(T Value, IReadOnlyList<Source> Sources) where T : notnull
{
    public Cited(T value, params Source[] sources) : this(value, (IReadOnlyList<Source>)sources) { }

    /// <summary>The same value, stated once more elsewhere.</summary>
    public Cited<T> AlsoIn(IEnumerable<Source> more) => this with { Sources = [.. Sources, .. more.Except(Sources)] };

    public bool Equals(Cited<T>? other) =>
        other is not null && EqualityComparer<T>.Default.Equals(Value, other.Value) && Sources.SequenceEqual(other.Sources);

    public override int GetHashCode() => HashCode.Combine(Value, Sources.Count);

    public override string ToString() => Value.ToString() ?? "";
}
