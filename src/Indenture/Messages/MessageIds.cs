using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Indenture.Messages;

/// <summary>What an identification stands for; part of what it is computed from, so that no two of one payment are equal.</summary>
public enum MessageIdKind
{
    /// <summary>A message as a whole.</summary>
    Message,
    /// <summary>A group of payments within a message.</summary>
    Group,
    /// <summary>One payment, between the agent and its bank.</summary>
    Instruction,
    /// <summary>One payment, from the agent to the payee: the same in every message about it.</summary>
    EndToEnd,
    /// <summary>A request to cancel one payment.</summary>
    Recall,
    /// <summary>A payment or redemption as an event announced to holders.</summary>
    Event,
}

/// <summary>
/// Permanent identifications, computed from what they identify and nothing else: sent again after a lost answer, a message carries the ids it carried before,
/// and whoever receives it twice can tell. They are SHA-256 over the parts with their lengths, so that ("ab", "c") is not ("a", "bc").
/// </summary>
public static class MessageIds
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // without I, L, O and U, which are misread over a telephone

    /// <summary>29 characters of A to Z and 0 to 9: three letters that tell the kind, then 130 bits of the hash. Fits every identification of at most 35.</summary>
    /// <param name="parts">For a payment: series, run, holder; for a message also what tells it from its siblings, such as its type and ordinal.</param>
    public static string Of(MessageIdKind kind, params ReadOnlySpan<string> parts)
    {
        var hash = Hash(Prefix(kind), parts);
        var text = new StringBuilder(29).Append(Prefix(kind));
        for (var bit = 0; bit < 130; bit += 5)
        {
            // five bits that may straddle two bytes
            var pair = (hash[bit / 8] << 8) | hash[bit / 8 + 1];
            text.Append(Alphabet[(pair >> (11 - bit % 8)) & 31]);
        }
        return text.ToString();
    }

    /// <summary>
    /// The unique end-to-end transaction reference of a payment: a UUID made of the hash. The schemas admit only the digits of version 4 and of the RFC 4122 variant
    /// in their places, so these six bits are set; the other 122 are the hash's.
    /// </summary>
    public static string Uetr(params ReadOnlySpan<string> parts)
    {
        var bytes = Hash("UETR", parts).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    private static string Prefix(MessageIdKind kind) => kind switch
    {
        MessageIdKind.Message => "MSG",
        MessageIdKind.Group => "GRP",
        MessageIdKind.Instruction => "INS",
        MessageIdKind.EndToEnd => "E2E",
        MessageIdKind.Recall => "RCL",
        MessageIdKind.Event => "EVT",
    };

    private static byte[] Hash(string space, ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, space);
        foreach (var part in parts) Append(hash, part);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
