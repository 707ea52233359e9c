namespace Indenture.Core;

/// <summary>Why positions are not credited, in the order in which it is tested.</summary>
public enum CreditRefusal { FormDefinitive, PositionsEmpty, PositionsDated }

/// <summary>Enters what participants, and holders through them, have under the global notes of a form: the opening of a tier, or an addition after a further issue.</summary>
/// <param name="Today">The day of the act.</param>
/// <param name="Held">The balances of the units book.</param>
public sealed record CreditPositions(NoteForm Form, HoldingFile Positions, DateOnly Date, DateOnly Today, Held Held)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (Form == NoteForm.Definitive) return Refusal.Of(CreditRefusal.FormDefinitive, "A definitive note is registered in its holder's own name; no participant holds under it.");
        var rows = Positions.Rows.Where(r => r.Principal.Minor > 0).ToList();
        if (rows.Count == 0) return Refusal.Of(CreditRefusal.PositionsEmpty, $"{Positions.File} states no holding above zero.");
        if (rows.FirstOrDefault(r => r.Date is { } day && day != Date) is { } other)
            return Refusal.Of(CreditRefusal.PositionsDated, $"{Positions.File} states {other.Holder} as of {other.Date:yyyy-MM-dd}, not as of {Date:yyyy-MM-dd}.");
        var total = rows.Select(r => r.Principal).Sum(rows[0].Principal.Currency);
        return RegisterPosting.Of(state, Date, Today, $"positions under {Names.Of(Form)} credited", rows.SelectMany(r => RegisterBooks.Moved(Form, r.Holder, r.Principal.Minor)), rows.Select(r => (Form, r.Holder)), Held)
            .Map(entry => new Decision([new HoldingEvent.Credited(Form, Date, rows.Count, total, Positions.File, Positions.Hash)], [entry], []));
    }
}

/// <summary>Why a notice of a depositary is not entered, in the order in which it is tested.</summary>
public enum NoticeRefusal { ProcedureMissing, ReferenceUsed, NoticeDated, AmountNotPositive }

/// <summary>The notice of a depositary on which a transfer or an exchange is entered (AGY-7.2a, AGY-7.2b).</summary>
/// <param name="Reference">Its own reference; a notice is entered once.</param>
/// <param name="Procedure">The procedure agreed with the depositary, or its rule, that was followed.</param>
/// <param name="Received">The day it came in.</param>
public sealed record DepositaryNotice(string Reference, string Procedure, DateOnly Received)
{
    internal Refusal? Fault(SeriesState state, DateOnly date, Money amount)
    {
        if (string.IsNullOrWhiteSpace(Reference) || string.IsNullOrWhiteSpace(Procedure))
            return Refusal.Of(NoticeRefusal.ProcedureMissing, "A transfer or exchange follows the depositary's procedures as well as the conditions: name its notice and the procedure.");
        if (state.Register.Holdings.References.Contains(Reference)) return Refusal.Of(NoticeRefusal.ReferenceUsed, $"Notice {Reference} was entered before.");
        if (Received > date) return Refusal.Of(NoticeRefusal.NoticeDated, $"Notice {Reference} came in on {Received:yyyy-MM-dd}, after {date:yyyy-MM-dd} as of which it would be entered.");
        return amount.Minor <= 0 ? Refusal.Of(NoticeRefusal.AmountNotPositive, $"{amount.ToDisplay()} is no principal amount to move.") : null;
    }
}

/// <summary>Why a transfer is not entered, in the order in which it is tested.</summary>
public enum TransferRefusal { FormDefinitive, HolderSame }

/// <summary>Moves notes between holders under one depositary; the global notes stay as they are.</summary>
public sealed record TransferPosition(NoteForm Form, TierHolder From, TierHolder To, Money Amount, DepositaryNotice Notice, DateOnly Date, DateOnly Today, Held Held)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (Notice.Fault(state, Date, Amount) is { } fault) return fault;
        if (Form == NoteForm.Definitive) return Refusal.Of(TransferRefusal.FormDefinitive, "A definitive note is transferred by surrendering it and issuing others in its place.");
        if (From == To) return Refusal.Of(TransferRefusal.HolderSame, $"{From} would give to itself.");
        return RegisterPosting.Of(state, Date, Today, $"transfer {Notice.Reference}", [.. RegisterBooks.Moved(Form, From, -Amount.Minor), .. RegisterBooks.Moved(Form, To, Amount.Minor)], [(Form, From), (Form, To)], Held)
            .Map(entry => new Decision([new HoldingEvent.Transferred(Notice.Reference, Form, From, To, Amount, Date, Notice.Procedure, Notice.Received)], [entry], []));
    }
}

/// <summary>Why an exchange is not entered, in the order in which it is tested.</summary>
public enum ExchangeRefusal { NoteUnknown, FormSame, ExchangeUnequal, CertificateTooLarge }

/// <summary>
/// Moves notes from under one global note to under another: the one is marked down and the other up, in one entry (AGY-7.2d, AGY-7.2e). The
/// entry by itself amends what each represents.
/// </summary>
/// <param name="Down">What the one depositary says goes out.</param>
/// <param name="Up">What the other says comes in: the same, or nothing is entered.</param>
public sealed record ExchangeNotes(string FromNote, string ToNote, TierHolder? From, TierHolder? To, Money Down, Money Up, DepositaryNotice Notice, DateOnly Date, DateOnly Today, Held Held)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (Notice.Fault(state, Date, Down) is { } fault) return fault;
        var (source, target) = (Live(state, FromNote), Live(state, ToNote));
        if (source is null || target is null)
            return Refusal.Of(ExchangeRefusal.NoteUnknown, $"Series {state.Id} has no global note {(source is null ? FromNote : ToNote)}.");
        if (source.Form == target.Form) return Refusal.Of(ExchangeRefusal.FormSame, $"{FromNote} and {ToNote} are both {Names.Of(source.Form)}; an exchange is between the two forms.");
        if (Down != Up) return Refusal.Of(ExchangeRefusal.ExchangeUnequal, $"{Down.ToDisplay()} would go out and {Up.ToDisplay()} come in; an exchange leaves the sum over the global notes as it is.");
        if (state.Terms.LargestCertificate?.Value is { } largest && Held(target.Account.Name) + Up.Minor > largest.Minor)
            return Refusal.Of(ExchangeRefusal.CertificateTooLarge, $"{ToNote} would represent more than {largest.ToDisplay()}, the most of one certificate.");
        Leg[] legs =
        [
            new(source.Account, -Down.Minor), new(target.Account, Up.Minor),
            .. From is null ? [] : RegisterBooks.Moved(source.Form, From, -Down.Minor), .. To is null ? [] : RegisterBooks.Moved(target.Form, To, Up.Minor),
        ];
        (NoteForm, TierHolder)[] holders = [.. From is null ? Array.Empty<(NoteForm, TierHolder)>() : [(source.Form, From)], .. To is null ? Array.Empty<(NoteForm, TierHolder)>() : [(target.Form, To)]];
        return RegisterPosting.Of(state, Date, Today, $"exchange {Notice.Reference}", legs, holders, Held)
            .Map(entry => new Decision([new HoldingEvent.Exchanged(Notice.Reference, FromNote, ToNote, From, To, Down, Date, Notice.Procedure, Notice.Received)], [entry], []));
    }

    private static GlobalNote? Live(SeriesState state, string number) => state.GlobalNotes.FirstOrDefault(n => n.Number == number && n.Form != NoteForm.Definitive);
}
