using Indenture.Actions;
using Indenture.Storage;
using Indenture.Tests.Core.Lifecycle.Register;
using Indenture.Tests.Messages;

namespace Indenture.Tests.Actions.Register;

/// <summary>The registrar's acts on a real store: two persons where two are needed, positions as of any day, statements as they come.</summary>
public sealed class RegisteringTests : IDisposable
{
    private const string Isin = "US17313UAA79";
    private readonly Store _store = Store.Rehearsal(null).Require();
    private readonly Desk _desk;

    public RegisteringTests()
    {
        _desk = new Desk(_store);
        // The series of the yen terms, named by the identifier that the statement of holdings bears.
        var json = Yen.Terms.Replace("\"issueDate\"", $"\"identifiers\": {{ \"isin\": \"{Isin}\" }}, \"issueDate\"", StringComparison.Ordinal);
        var candidate = Booking.Of(json, "yen.json").Require();
        new Booking(_desk, "ada", null, By("ada", "2006-03-06").At).Book(candidate, [], []).Require();
        foreach (var person in new[] { "ada", "ben" })
            ClosingDay.Run(_desk, By(person, "2006-03-07"), Isin, candidate.Offering, new Dictionary<string, Indenture.Core.Money> { ["A Dealer"] = Yen.Bn(75) }, "Cede & Co.").Require();
        Registering.Credit(_desk, By("ada", "2006-03-07"), Isin, NoteForm.Dtc, Yen.File("participant,principal", "0123,70000000000", "0456,5000000000")).Require();
    }

    public void Dispose() => _store.Dispose();

    private static Instruction By(string person, string day) => new(person, null, new DateTimeOffset(Yen.D(day), new TimeOnly(12, 0), TimeSpan.Zero), Yen.D(day));

    private static string Code<T>(Outcome<T> outcome) => outcome.Match(_ => "done", r => r.Code);

    private Outcome<CommandResult> Transfer(string day, long billions, string reference) =>
        Registering.Transfer(_desk, By("ada", day), Isin, NoteForm.Dtc, new TierHolder("0123"), new TierHolder("0456"), Yen.Bn(billions), new DepositaryNotice(reference, "procedure 4", Yen.D(day)));

    private IEnumerable<(string, long)> Participants(string closeOf) =>
        Registering.Page(_desk, Isin, Yen.D(closeOf)).Require().Tiers.Single().Participants.Holdings.Select(h => (h.Holder, h.Principal.Minor / 1_000_000_000));

    [Fact]
    public void APositionIsThatOfTheCloseOfAnyDayWhateverCameLater()
    {
        Transfer("2006-05-10", 3, "N-1").Require();
        Transfer("2006-05-11", 4, "N-2").Require();
        Assert.Equal([("0123", 70), ("0456", 5)], Participants("2006-05-09"));
        Assert.Equal([("0123", 67), ("0456", 8)], Participants("2006-05-10")); // 70 - 3, 5 + 3
        Assert.Equal([("0123", 63), ("0456", 12)], Participants("2026-01-01")); // 67 - 4, 8 + 4
        Assert.Empty(Registering.Page(_desk, Isin, Yen.D("2006-03-06")).Require().Tiers);
        Assert.Equal("PARTICIPANT-SHORT", Code(Transfer("2006-05-11", 64, "N-3")));
        Assert.True(Transfer("2006-05-11", 4, "N-2").Require().Repeated); // the same notice again is the same entry
    }

    [Fact]
    public void NotesAreCancelledByTwoPersonsAndNeverByOne()
    {
        Registering.RequestCancellation(_desk, By("ada", "2007-03-01"), Isin, "C-1", CancellationGround.Repurchased, [new CancelledPart("R-0001", Yen.Bn(2), new TierHolder("0456"))], "checked").Require();
        Outcome<CommandResult> Cancel(string person, string? key = null) => Registering.Cancel(_desk, By(person, "2007-03-01") with { Key = key }, Isin, "C-1", "O. Fficer", "Vice President", "DTC-77", null);
        RegisterIdentity Identity() => Registering.Page(_desk, Isin, Yen.D("2007-03-01")).Require().Identity;
        Cancel("ada").Require();
        Assert.Equal(Yen.Bn(0), Identity().Cancelled);
        Assert.Equal("APPROVAL-SAME-PERSON", Code(Cancel("ada", "another key")));
        Cancel("ben").Require();
        Assert.Equal(new RegisterIdentity(Yen.Bn(75), Yen.Bn(73), Yen.Bn(2), Yen.Bn(0)), Identity()); // 75 - 2
        Assert.Equal([("0123", 70), ("0456", 3)], Participants("2007-03-01"));
        Assert.All(_store.Verify(Lists.Fold), i => Assert.True(i.Holds, i.Name));
    }

    [Fact]
    public void AnAcceleratedNoteWithMoneyOwedOnItIsHeld()
    {
        Registering.RequestCancellation(_desk, By("ada", "2007-03-01"), Isin, "C-1", CancellationGround.Accelerated, [new CancelledPart("R-0001", Yen.Bn(2), new TierHolder("0456"))], "checked").Require();
        Assert.Equal(Yen.Bn(2), _desk.Load(Isin).Register.Cancellations["C-1"].Request.Unpaid); // no principal has been paid
        Assert.Equal("CANCELLATION-HELD", Code(Registering.Cancel(_desk, By("ada", "2007-03-01"), Isin, "C-1", "O. Fficer", "Vice President", "DTC-77", null)));
    }

    [Fact]
    public void AnAccountIsChangedByTwoPersonsAndPaysFromTheDayAfter()
    {
        PayeeAccount account = new("Cede & Co.", AccountKind.Numbered, "123456", "USABA", "021000018");
        Outcome<CommandResult> Instruct(string person, string? key = null) => Registering.Instruct(_desk, By(person, "2006-10-31") with { Key = key }, Isin, "Cede & Co.", account, "L-1");
        string On(string day) => _desk.Load(Isin).Register.Accounts.For("Cede & Co.", Yen.D(day)).Match(a => a.Number, r => r.Code);
        Instruct("ada").Require();
        Assert.Equal("APPROVAL-SAME-PERSON", Code(Instruct("ada", "another key")));
        Assert.Equal("ACCOUNT-UNKNOWN", On("2006-11-01"));
        Instruct("ben").Require();
        Assert.Equal(("ACCOUNT-COOLING-OFF", "123456"), (On("2006-10-31"), On("2006-11-01")));
    }

    [Fact]
    public void AStatementOfHoldingsIsComparedWithThePositionOfItsDay()
    {
        var folder = Directory.CreateTempSubdirectory("indenture-test-");
        try
        {
            var message = Path.Combine(folder.FullName, "holdings.xml");
            File.WriteAllText(message, InboundSamples.Holdings);
            var terms = _desk.Load(Isin).Terms;
            var (statement, files) = Statements.Read([message], terms, null).Require();
            Transfer("2006-10-09", 1, "N-1").Require(); // after the day of the statement
            Registering.Reconcile(_desk, By("ada", "2006-10-10"), Isin, NoteForm.Dtc, statement, files).Require();
            // it states 10 in all, 4 of 0123 and 6 of 0456, where the register had 75, 70 and 5 on October 6, 2006
            Assert.Equal([(null, 75, 10), ("0123", 70, 4), ("0456", 5, 6)],
                _desk.Load(Isin).Register.Holdings.Reconciled[NoteForm.Dtc].Differences.Select(d => (d.Participant, d.Register.Minor / 1_000_000_000, d.Stated.Minor / 1_000_000_000)));
            Assert.Equal(3, _store.Read(view => view.List("difference")).Count);
            Assert.NotNull(_store.Read(view => view.Document(files[0].Sha256)));

            File.WriteAllText(message, InboundSamples.Holdings.Replace("<LastPgInd>true", "<LastPgInd>false", StringComparison.Ordinal));
            Assert.Equal("STATEMENT-PAGE-MISSING", Code(Statements.Read([message], terms, null)));
            var (start, end) = (InboundSamples.Holdings.IndexOf("<BalForAcct>", StringComparison.Ordinal), InboundSamples.Holdings.IndexOf("<SubAcctDtls>", StringComparison.Ordinal));
            Assert.Equal("STATEMENT-TOTAL-MISSING", Code(Statements.Read([Written("b.xml", InboundSamples.Holdings.Remove(start, end - start))], terms, null)));
            Assert.Equal("STATEMENT-OTHER", Code(Statements.Read([Written("b.xml", InboundSamples.Holdings)], Terms("US0378331005"), null)));
            Assert.Equal("STATEMENT-MIXED", Code(Statements.Read([Written("b.xml", InboundSamples.Holdings), Written("b.csv", "participant,principal,date")], terms, null)));
            Assert.Equal("STATEMENT-UNDATED", Code(Statements.Read([Written("b.csv", "participant,principal\n0123,1")], terms, null)));
            Assert.Equal("FILE-MISSING", Code(Statements.Read([Path.Combine(folder.FullName, "none.csv")], terms, null)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string Written(string name, string text)
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, text);
            return path;
        }

        Indenture.Core.Terms Terms(string isin) => _desk.Load(Isin).Terms with { Isin = new Cited<string>(isin, new Source.Import("yen.json", "isin")) };
    }

    [Fact]
    public void EveryChangeOfWhatACertificateRepresentsIsShown()
    {
        Registering.RequestCancellation(_desk, By("ada", "2007-03-01"), Isin, "C-1", CancellationGround.Repurchased, [new CancelledPart("R-0001", Yen.Bn(2), new TierHolder("0456"))], "checked").Require();
        foreach (var person in new[] { "ada", "ben" }) Registering.Cancel(_desk, By(person, "2007-03-01"), Isin, "C-1", "O. Fficer", "Vice President", "DTC-77", null).Require();
        Assert.Equal([("issued", 75L, 75L), ("cancelled C-1", -2L, 73L)],
            Registering.Page(_desk, Isin, Yen.D("2007-03-01")).Require().Movements.Select(m => (m.What, m.Change.Minor / 1_000_000_000, m.Represented.Minor / 1_000_000_000)));
        Assert.Single(Registering.Page(_desk, Isin, Yen.D("2007-02-28")).Require().Movements);
    }
}
