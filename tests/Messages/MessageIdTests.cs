using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Indenture.Messages;

namespace Indenture.Tests.Messages;

public class MessageIdTests
{
    [Fact]
    public void AnIdentificationIsTheHashOfItsPartsWithTheirLengths()
    {
        // SHA-256 of 00000003 "E2E" 00000001 "s" 00000001 "r" 00000001 "h", its first 130 bits in groups of five
        var hash = SHA256.HashData([0, 0, 0, 3, .. "E2E"u8, 0, 0, 0, 1, .. "s"u8, 0, 0, 0, 1, .. "r"u8, 0, 0, 0, 1, .. "h"u8]);
        var bits = string.Concat(hash.Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        var expected = string.Concat(Enumerable.Range(0, 26).Select(i => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[Convert.ToInt32(bits.Substring(5 * i, 5), 2)]));
        Assert.Equal("E2E" + expected, MessageIds.Of(MessageIdKind.EndToEnd, "s", "r", "h"));
    }

    [Fact]
    public void TheUetrIsTheHashInTheFormThatTheSchemasAdmit()
    {
        var uetr = MessageIds.Uetr("s", "r", "h");
        Assert.Matches(new Regex(@"\A[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}\z"), uetr);
        var hash = SHA256.HashData([0, 0, 0, 4, .. "UETR"u8, 0, 0, 0, 1, .. "s"u8, 0, 0, 0, 1, .. "r"u8, 0, 0, 0, 1, .. "h"u8]);
        Assert.StartsWith(Convert.ToHexStringLower(hash[..4]), uetr);
        Assert.EndsWith(Convert.ToHexStringLower(hash[10..16]), uetr);
    }

    [Fact]
    public void PartsAreNotRunTogether()
    {
        Assert.NotEqual(MessageIds.Of(MessageIdKind.Message, "ab", "c"), MessageIds.Of(MessageIdKind.Message, "a", "bc"));
        Assert.NotEqual(MessageIds.Uetr("ab", "c"), MessageIds.Uetr("a", "bc"));
        Assert.NotEqual(MessageIds.Of(MessageIdKind.Message, "a")[3..], MessageIds.Of(MessageIdKind.Group, "a")[3..]);
    }

    [Fact]
    public void AHundredThousandHoldersHaveAsManyReferences()
    {
        var all = Enumerable.Range(0, 100_000).SelectMany(i => new[] { MessageIds.Of(MessageIdKind.EndToEnd, "s", "r", $"{i}"), MessageIds.Uetr("s", "r", $"{i}") }).ToHashSet();
        Assert.Equal(200_000, all.Count);
        Assert.All(all.Take(1000), id => Assert.InRange(id.Length, 1, 36));
    }
}
