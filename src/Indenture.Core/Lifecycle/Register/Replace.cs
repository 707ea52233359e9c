namespace Indenture.Core;

/// <summary>Who signed the instrument of transfer of a definitive note (NOTE-XFER-1).</summary>
public enum InstrumentSigner { Holder, Attorney }

/// <summary>The instrument with which definitive notes are surrendered for transfer.</summary>
/// <param name="Authority">The attorney's written authority; null where there is none.</param>
/// <param name="SatisfiedParties">Those who find its form satisfactory: the company and the registrar must.</param>
public sealed record TransferInstrument(string Reference, InstrumentSigner Signer, string? Authority, IReadOnlyList<InstrumentParty> SatisfiedParties);

public enum InstrumentParty { Company, Registrar }

/// <summary>What a holder is asked to pay for a transfer or exchange (NOTE-XFER-3).</summary>
public enum ChargeKind { Service, Tax }

/// <summary>Why certificates are not replaced, in the order in which it is tested.</summary>
public enum ReplaceRefusal { ChargeForbidden, NotesMissing, NoteUnknown, CertificateUnknown, StageWrong, FormChangeForbidden, SurrenderDiffers, InstrumentMissing }

/// <summary>
/// Issues authenticated certificates in the place of whole ones that are surrendered: a global note split, joined or passed to another nominee
/// (NOTE-GLOB-1, NOTE-GLOB-6), a global note exchanged for definitive ones (NOTE-GLOB-5), a definitive note transferred (NOTE-XFER-1, NOTE-XFER-2).
/// The principal stays the same.
/// </summary>
/// <param name="Charge">What the holder is asked to pay; null where nothing.</param>
/// <param name="Released">What holders below surrendered global notes give up for definitive notes; empty where none are known or all stays under the depositary.</param>
/// <param name="Instrument">Needed where a definitive note passes to another name.</param>
public sealed record ReplaceCertificates(
    string Reference, IReadOnlyList<string> Surrendered, IReadOnlyList<string> Certificates, IReadOnlyList<ReleasedHolding> Released, TransferInstrument? Instrument, ChargeKind? Charge, DateOnly Date, DateOnly Today, Held Held)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (Charge == ChargeKind.Service) return Refusal.Of(ReplaceRefusal.ChargeForbidden, "A transfer or exchange is free of any service charge; only a tax or other governmental charge may be passed on.");
        if (Surrendered.Count == 0 || Certificates.Count == 0) return Refusal.Of(ReplaceRefusal.NotesMissing, "Name what is surrendered and what is issued in its place.");
        var old = Surrendered.Distinct().Select(number => state.GlobalNotes.FirstOrDefault(n => n.Number == number && Held(n.Account.Name) > 0)).ToList();
        if (old.Contains(null)) return Refusal.Of(ReplaceRefusal.NoteUnknown, $"One of {string.Join(", ", Surrendered)} is no outstanding certificate of series {state.Id}.");
        var made = new List<CertificateEvent.Prepared>();
        foreach (var number in Certificates.Distinct())
        {
            if (!state.Register.Certificates.Known.TryGetValue(number, out var certificate) || certificate.Prepared.Offering is not null)
                return Refusal.Of(ReplaceRefusal.CertificateUnknown, $"No certificate {number} of series {state.Id} was made out to take the place of others.");
            if (certificate.Stage != CertificateStage.Authenticated)
                return Refusal.Of(ReplaceRefusal.StageWrong, $"Certificate {number} is {Names.Of(certificate.Stage)}; one that is authenticated and not yet delivered takes the place of others.");
            made.Add(certificate.Prepared);
        }
        if (old.Select(n => n!.Form).Distinct().Count() > 1) return Refusal.Of(ReplaceRefusal.FormChangeForbidden, $"{string.Join(", ", Surrendered)} are not of one form.");
        foreach (var (from, to) in old.SelectMany(o => made.Select(m => (o!.Form, m.Form))))
            if (to != from && !(from != NoteForm.Definitive && to == NoteForm.Definitive))
                return Refusal.Of(ReplaceRefusal.FormChangeForbidden, $"A certificate that is {Names.Of(from)} is not replaced by one that is {Names.Of(to)}.");
        var currency = state.Terms.Currency!.Value;
        var (given, issued) = (new Money(old.Sum(n => Held(n!.Account.Name)), currency), made.Select(m => m.Principal).Sum(currency));
        if (Released.Any(r => r.Amount.Minor <= 0)) return Refusal.Of(ReplaceRefusal.SurrenderDiffers, "A holder gives up an amount above zero.");
        if (given != issued) return Refusal.Of(ReplaceRefusal.SurrenderDiffers, $"{given.ToDisplay()} would be surrendered and {issued.ToDisplay()} issued in its place; the principal stays the same.");
        if (old.Any(o => o!.Form == NoteForm.Definitive) && made.Any(m => old.All(o => o!.Holder != m.Holder)) && Missing(Instrument) is { } missing)
            return Refusal.Of(ReplaceRefusal.InstrumentMissing, $"A definitive note passes to another name on its surrender with an instrument of transfer: {missing}.");
        var notes = made.Select(m => new GlobalNote(m.Number, m.Holder, m.Principal, Date, m.Form)).ToList();
        var form = old[0]!.Form;
        var after = state with { GlobalNotes = [.. state.GlobalNotes, .. notes] };
        return RegisterPosting.Day(state, Date, Today) is { } day
            ? day
            : RegisterPosting.Of(after, Date, Today, $"replacement {Reference}", [.. old.Select(n => new Leg(n!.Account, -Held(n.Account.Name))), .. notes.Select(n => new Leg(n.Account, n.Principal.Minor)), .. Released.SelectMany(r => RegisterBooks.Moved(form, r.Holder, -r.Amount.Minor))],
                    Released.Select(r => (form, r.Holder)), Held)
                .Map(entry => new Decision([new CertificateEvent.Replaced(Reference, [.. old.Select(n => n!.Number)], notes, Released, Date)], [entry], []));
    }

    private static string? Missing(TransferInstrument? instrument) => instrument switch
    {
        null => "there is none",
        { Signer: InstrumentSigner.Attorney } when string.IsNullOrWhiteSpace(instrument.Authority) => "it is signed by an attorney without written authority",
        _ when Enum.GetValues<InstrumentParty>().Except(instrument.SatisfiedParties).ToList() is { Count: > 0 } open => $"its form is not satisfactory to the {string.Join(" and the ", open.Select(Names.Of))}",
        _ => null,
    };
}
