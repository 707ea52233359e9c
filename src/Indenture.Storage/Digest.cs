using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Indenture.Storage;

/// <summary>SHA-256 over fields, each led by its length, so that no two lists of fields give the same bytes.</summary>
internal sealed class Digest : IDisposable
{
    public const int Length = SHA256.HashSizeInBytes;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="purpose">What is hashed: a hash of one kind is never taken for one of another.</param>
    public Digest(string purpose) => Add(purpose);

    public Digest Add(ReadOnlySpan<byte> field)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, field.Length);
        _hash.AppendData(length);
        _hash.AppendData(field);
        return this;
    }

    public Digest Add(string field)
    {
        Span<byte> bytes = field.Length <= 256 ? stackalloc byte[Encoding.UTF8.GetMaxByteCount(field.Length)] : new byte[Encoding.UTF8.GetByteCount(field)];
        return Add(bytes[..Encoding.UTF8.GetBytes(field, bytes)]);
    }

    public Digest Add(long field)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, field);
        return Add(bytes);
    }

    public byte[] Value() => _hash.GetHashAndReset();

    public void Dispose() => _hash.Dispose();

    /// <summary>
    /// What an event moved: the hash of its entries and of its payments. The journal carries it, so that the chain over the journal covers the money
    /// too. Empty where nothing moved.
    /// </summary>
    public static byte[] OfMoved(byte[] entries, byte[] payments)
    {
        if (entries.Length == 0 && payments.Length == 0) return [];
        using var digest = new Digest("moved");
        return digest.Add(entries).Add(payments).Value();
    }

    /// <summary>The entries of an event in the order of their numbers; empty for none.</summary>
    public static byte[] OfEntries(IReadOnlyCollection<PostedEntry> entries)
    {
        if (entries.Count == 0) return [];
        using var digest = new Digest("entries");
        foreach (var entry in entries.OrderBy(e => e.Number))
        {
            digest.Add(entry.Number).Add(Core.Names.Of(entry.Book)).Add(entry.Unit).Add(Text.Of(entry.Effective)).Add(entry.Purpose).Add(entry.Legs.Count);
            foreach (var (account, minor) in entry.Legs) digest.Add(account).Add(minor);
        }
        return digest.Value();
    }

    /// <summary>The payments of an event by run and holder; empty for none.</summary>
    public static byte[] OfPayments(IReadOnlyCollection<PaymentRow> payments)
    {
        if (payments.Count == 0) return [];
        using var digest = new Digest("payments");
        foreach (var p in payments.OrderBy(p => p.Run, StringComparer.Ordinal).ThenBy(p => p.Holder, StringComparer.Ordinal))
            digest.Add(p.Run).Add(p.Holder).Add(p.Chunk).Add(p.Account).Add(p.Unit).Add(p.Minor);
        return digest.Value();
    }
}
