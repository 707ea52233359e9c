namespace Indenture.Tests.Core.Facts;

public class IdentifierTests
{
    // The nine identifiers of the notes of December 2008 (NOTE-IDENT-1 to 3), printed with spaces, and public ones.
    [Theory]
    [InlineData("17313U AA7", IdentifierKind.Cusip)]
    [InlineData("17313U AB 5", IdentifierKind.Cusip)]
    [InlineData("17313U\u00A0AC 3", IdentifierKind.Cusip)]
    [InlineData("037833100", IdentifierKind.Cusip)] // all digits, and still a CUSIP
    [InlineData("US17313U AA79", IdentifierKind.Isin)]
    [InlineData("US17313UAB52", IdentifierKind.Isin)]
    [InlineData("US17313UAC36", IdentifierKind.Isin)]
    [InlineData("040421742", IdentifierKind.CommonCode)]
    [InlineData("040422374", IdentifierKind.CommonCode)]
    [InlineData("040422331", IdentifierKind.CommonCode)]
    [InlineData("5493001KJTIIGC8Y1R12", IdentifierKind.Lei)]
    public void Holds(string id, IdentifierKind kind)
    {
        var check = Identifier.Check(id);
        Assert.Equal(kind, check.Kind);
        Assert.True(check.Valid);
        Assert.Equal(check.Normalised, check.Expected);
    }

    [Theory]
    [InlineData("17313UAA8", "17313UAA7")]
    [InlineData("US17313UAA78", "US17313UAA79")]
    [InlineData("US17313UAA97", "US17313UAA95")] // two digits exchanged
    public void AWrongDigitIsNamedWithTheRightOne(string id, string expected)
    {
        var check = Identifier.Check(id);
        Assert.False(check.Valid);
        Assert.Equal(expected, check.Expected);
    }

    [Fact]
    public void ACommonCodeWhoseWeightedSumLeavesNothingWasNeverIssued()
    {
        // 00000001: 1 x 2 = 2, 11 - 2 = 9; 00000009: 9 x 2 = 18, 18 mod 11 = 7, 11 - 7 = 4; 00000041: 1 x 2 + 4 x 3 = 14, remainder 3, check 8
        Assert.True(Identifier.Check(IdentifierKind.CommonCode, "000000019").Valid);
        Assert.True(Identifier.Check(IdentifierKind.CommonCode, "000000094").Valid);
        Assert.True(Identifier.Check(IdentifierKind.CommonCode, "000000418").Valid);
        // 00000014: 4 x 2 + 1 x 3 = 11, remainder 0
        Assert.Null(Identifier.Check(IdentifierKind.CommonCode, "000000140").Expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("XYZ")]
    [InlineData("17313UAA79X")]
    public void AnotherShapeHasNoKind(string id) => Assert.Null(Identifier.Check(id).Kind);
}
