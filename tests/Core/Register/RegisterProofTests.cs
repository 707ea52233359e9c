using Indenture.Tests.Support;

namespace Indenture.Tests.Core.Register;

/// <summary>What the legs of the register must add up to at the close of every day.</summary>
public class RegisterProofTests
{
    private static readonly Dictionary<string, NoteForm> Notes = new() { ["global-note/R-0001"] = NoteForm.Dtc };

    private static RegisterProof Of(params (string Day, string Account, long Minor)[] legs) =>
        RegisterProof.Of(legs.Select(l => (Oracle.Date(l.Day), l.Account, l.Minor)), Notes, SeriesBooks.Issued, SeriesBooks.Retired);

    private static readonly (string, string, long)[] Issued = [("2006-01-01", "global-note/R-0001", 1000), ("2006-01-01", "issued", -1000)];

    private static readonly (string, string, long)[] Held = [("2006-01-02", "participant/dtc/Alpha", 600), ("2006-01-02", "below/dtc", -600), ("2006-01-02", "holder/dtc/Alpha/Fund", 200), ("2006-01-02", "below/dtc/Alpha", -200)];

    [Fact, Trait("clause", "AGY-6.2")]
    public void CancelledAndOutstandingAndRedeemedAreWhatWasIssuedEveryDay()
    {
        var proof = Of([.. Issued, .. Held, ("2006-02-01", "global-note/R-0001", -100), ("2006-02-01", "cancelled", 100), ("2006-03-01", "global-note/R-0001", -300), ("2006-03-01", "retired", 300)]);
        Assert.Equal(4, proof.Days);
        Assert.Empty(proof.Unequal);
        // 600 outstanding cover the 600 held below
        Assert.Empty(proof.Uncovered);
    }

    [Fact]
    public void ADayOnWhichItDoesNotAddUpIsNamedThoughTheNextOneDoes()
    {
        var proof = Of([.. Issued, ("2006-02-01", "global-note/R-0001", -100), ("2006-02-03", "cancelled", 100)]);
        Assert.Equal("2006-02-01: 900 outstanding and 0 cancelled or redeemed, 1000 issued", Assert.Single(proof.Unequal));
    }

    [Fact]
    public void NobodyHoldsBelowANoteWhatItDoesNotRepresentNorThroughAParticipantWhatItDoesNotHold()
    {
        Assert.StartsWith("2006-02-01: 600 held below dtc, which represents 500", Assert.Single(Of([.. Issued, .. Held, ("2006-02-01", "global-note/R-0001", -500), ("2006-02-01", "cancelled", 500)]).Uncovered), StringComparison.Ordinal);
        Assert.StartsWith("2006-02-01: 200 held through dtc/Alpha, who holds 150", Assert.Single(Of([.. Issued, .. Held, ("2006-02-01", "participant/dtc/Alpha", -450), ("2006-02-01", "below/dtc", 450)]).Uncovered), StringComparison.Ordinal);
    }
}
