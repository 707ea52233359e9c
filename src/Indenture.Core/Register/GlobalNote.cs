using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Indenture.Core;

/// <summary>What a certificate is and under whom it is held (AGY-1c, AGY-3.1).</summary>
public enum NoteForm
{
    /// <summary>A global note in the name of the nominee of The Depository Trust Company.</summary>
    Dtc,
    /// <summary>A global note in the name of the nominee of the common depositary for Euroclear and Clearstream.</summary>
    International,
    /// <summary>A note in the name of its own holder, in an authorised denomination.</summary>
    Definitive,
}

/// <summary>
/// One certificate that represents a part of the series, registered in the name of the depositary's nominee (TA-FORM-2); a definitive note where the
/// conditions for those were met.
/// </summary>
/// <param name="Number">As printed on it: R-0001.</param>
/// <param name="Holder">The registered holder.</param>
/// <param name="Principal">What it represented when it was issued.</param>
public sealed record GlobalNote(string Number, string Holder, Money Principal, DateOnly Issued, NoteForm Form = NoteForm.Dtc)
{
    /// <summary>The account of the books that holds its outstanding principal; never below zero.</summary>
    public Account Account => AccountOf(Number);

    public static Account AccountOf(string number) => new($"global-note/{number}", Book.Units, AccountGuard.Debit);

    /// <summary>
    /// The certificates for an issue: as many of the largest size as fit, and one for the rest. Without a stated largest size, one.
    /// </summary>
    public static IReadOnlyList<GlobalNote> Certificates(int firstNumber, string holder, Money principal, Money? largest, DateOnly issued)
    {
        var notes = new List<GlobalNote>();
        for (var rest = principal.Minor; rest > 0;)
        {
            var size = largest is { } cap ? Math.Min(rest, cap.Minor) : rest;
            notes.Add(new GlobalNote(NumberOf(firstNumber + notes.Count), holder, new Money(size, principal.Currency), issued));
            rest -= size;
        }
        return notes;
    }

    public static string NumberOf(int ordinal) => "R-" + ordinal.ToString("0000", CultureInfo.InvariantCulture);
}

/// <summary>A registered holder's principal at the close of business of a record date.</summary>
public sealed record Holding(string Holder, Money Principal)
{
    /// <summary>What each of its global notes represented, where interest may be rounded for each; their sum is the principal. Empty: one note of all of it.</summary>
    [JsonIgnore]
    public IReadOnlyList<Money> Notes { get; init; } = [];

    /// <summary>The principal note by note.</summary>
    internal IReadOnlyList<Money> ByNote => Notes.Count == 0 ? [Principal] : Notes;

    /// <summary>Who holds how much; by which notes is the register's matter.</summary>
    public bool Equals(Holding? other) => other is not null && Holder == other.Holder && Principal == other.Principal;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Holder, Principal);
}

/// <summary>The register as it stood at the close of business of a record date.</summary>
public sealed record Position(DateOnly RecordDate, IReadOnlyList<Holding> Holdings)
{
    /// <summary>The registered holders of the global notes issued by the record date, each with what its notes represented then.</summary>
    /// <param name="balances">The balance of each account of the units book at the close of the record date, in minor units.</param>
    public static Position Of(DateOnly recordDate, IEnumerable<GlobalNote> notes, IReadOnlyDictionary<string, long> balances) => new(recordDate,
        [.. notes.Where(n => n.Issued <= recordDate)
            .GroupBy(n => n.Holder, StringComparer.Ordinal)
            .Select(g => (Holder: g.Key, Notes: g.Select(n => new Money(balances.GetValueOrDefault(n.Account.Name), n.Principal.Currency)).ToList()))
            .Select(g => new Holding(g.Holder, g.Notes.Sum(g.Notes[0].Currency)) { Notes = g.Notes })
            .Where(h => h.Principal.Minor > 0)]);

    /// <summary>SHA-256 over "holder TAB minor units LF" in ordinal order of the holders: an event states this and the totals, never the rows.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(
        Holdings.OrderBy(h => h.Holder, StringComparer.Ordinal).Select(h => $"{h.Holder}\t{h.Principal.Minor.ToString(CultureInfo.InvariantCulture)}\n")))));
}
