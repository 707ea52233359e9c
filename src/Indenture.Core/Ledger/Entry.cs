namespace Indenture.Core;

/// <summary>Two books that are never added to each other: money, and notes counted in principal amount.</summary>
public enum Book { Cash, Units }

/// <summary>The sign that a balance must keep; the database itself holds it, in the transaction that posts.</summary>
public enum AccountGuard
{
    /// <summary>Any balance.</summary>
    Open,
    /// <summary>Never below zero: money or notes that must be there before they are moved.</summary>
    Debit,
    /// <summary>Never above zero: an obligation, which is never paid beyond what is owed.</summary>
    Credit,
}

/// <summary>An account of one series. The name is unique within the series and its book.</summary>
/// <param name="Name">Path-like: "payable/interest-1".</param>
public sealed record Account(string Name, Book Book, AccountGuard Guard);

/// <summary>One side of an entry in minor units: a debit is positive, a credit negative.</summary>
public sealed record Leg(Account Account, long Minor);

/// <summary>A double entry: its legs are of one book and unit and add up to zero, or it cannot be made.</summary>
public sealed record Entry
{
    public Book Book { get; }

    /// <summary>What is counted: "USD", or "USD principal" for notes; minor units of it.</summary>
    public string Unit { get; }

    /// <summary>The date as of which it holds; when it was recorded is the journal's to say.</summary>
    public DateOnly Effective { get; }
    public string Purpose { get; }
    public IReadOnlyList<Leg> Legs { get; }

    private Entry(Book book, string unit, DateOnly effective, string purpose, IReadOnlyList<Leg> legs) =>
        (Book, Unit, Effective, Purpose, Legs) = (book, unit, effective, purpose, legs);

    /// <summary>Throws where there are fewer than two legs, where they are of two books, where one is zero or where they do not add up to zero: each is a bug of the caller.</summary>
    public static Entry Of(string unit, DateOnly effective, string purpose, IReadOnlyList<Leg> legs)
    {
        if (legs.Count < 2) throw new ArgumentException($"\"{purpose}\" has {legs.Count} legs; an entry has at least two.", nameof(legs));
        var book = legs[0].Account.Book;
        if (legs.Any(l => l.Account.Book != book)) throw new ArgumentException($"\"{purpose}\" has legs in two books.", nameof(legs));
        if (legs.Any(l => l.Minor == 0)) throw new ArgumentException($"\"{purpose}\" has a leg of zero.", nameof(legs));
        if (legs.Aggregate((Int128)0, (sum, l) => sum + l.Minor) != 0) throw new ArgumentException($"\"{purpose}\" does not add up to zero.", nameof(legs));
        return new Entry(book, unit, effective, purpose, [.. legs]);
    }
}
