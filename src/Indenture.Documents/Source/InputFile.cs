using System.Security.Cryptography;

namespace Indenture.Documents;

/// <summary>A file as given: its bytes are never changed, and every span counts them.</summary>
/// <param name="Path">The name under which it was given; for people only, nothing is read from it.</param>
public sealed record InputFile(byte[] Bytes, string Path)
{
    /// <summary>SHA-256 of the whole file, 64 lower-case hex digits.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
