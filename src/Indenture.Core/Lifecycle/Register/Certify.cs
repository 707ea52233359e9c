namespace Indenture.Core;

/// <summary>Why the register is not opened or a nominee not named, in the order in which it is tested.</summary>
public enum OpenRegisterRefusal { SeriesUnknown, RegisterOpened, PlaceMissing, RegisterUnopened, FormDefinitive, AddressMissing }

/// <summary>Opens the register with what the series' documents say of it. It is kept where they say and is not moved (AGY-7.1a).</summary>
public sealed record OpenRegister(string Place, string Registrar, SignatureRule Signatures, IReadOnlyList<DefinitiveGround> Grounds)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Offerings.Count == 0) return Refusal.Of(OpenRegisterRefusal.SeriesUnknown, $"No series {state.Id} is booked.");
        if (state.Register.Certificates.Opened is { } opened)
            return Refusal.Of(OpenRegisterRefusal.RegisterOpened, $"The register of series {state.Id} is kept in {opened.Place} by {opened.Registrar}; it is not opened again in {Place}.");
        if (string.IsNullOrWhiteSpace(Place) || string.IsNullOrWhiteSpace(Registrar)) return Refusal.Of(OpenRegisterRefusal.PlaceMissing, "A register is kept by somebody somewhere: name the registrar and the place.");
        return new Decision(new CertificateEvent.RegisterOpened(Place, Registrar, Signatures, Grounds));
    }
}

/// <summary>Names a nominee in whose name global notes of a form may be registered, and the custodian to whom they are delivered.</summary>
public sealed record NameNominee(NoteForm Form, string Depositary, string Nominee, string Address, string Custodian)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Register.Certificates.Opened is null) return Refusal.Of(OpenRegisterRefusal.RegisterUnopened, $"The register of series {state.Id} has not been opened.");
        if (Form == NoteForm.Definitive) return Refusal.Of(OpenRegisterRefusal.FormDefinitive, "A definitive note is registered in its holder's own name, not in a nominee's.");
        if (new[] { Depositary, Nominee, Address, Custodian }.Any(string.IsNullOrWhiteSpace))
            return Refusal.Of(OpenRegisterRefusal.AddressMissing, $"The register shows names and addresses: name the depositary, the nominee with its address, and the custodian (given: {Depositary}; {Nominee}; {Address}; {Custodian}).");
        return new Decision(new CertificateEvent.NomineeNamed(Form, Depositary, Nominee, Address, Custodian));
    }
}

/// <summary>Who must agree before a certificate differs from its form by more than its blanks (AGY-3.1b).</summary>
public enum FormParty { Issuer, Trustee }

/// <summary>Something other than a blank that a certificate changes in its form.</summary>
public sealed record FormChange(string What, IReadOnlyList<FormParty> AgreedBy);

public enum Permanence { Permanent, Temporary }

/// <summary>Whether interest coupons are on a certificate.</summary>
public enum Coupons { None, Attached }

/// <summary>Where the conditions of the notes stand.</summary>
public enum ConditionsPlace { Attached, Endorsed, Missing }

/// <summary>Why a certificate is not made out, in the order in which it is tested.</summary>
public enum PrepareRefusal
{
    RegisterUnopened, FormWrong, ConditionsMissing, FormChangeUnagreed, OfferingUnknown, OfferingClosed, AmountNotPositive, CertificateTooLarge, HolderNotNominee, AddressMissing, DefinitivesBarred, SupplementMissing,
    DenominationWrong,
}

/// <summary>Makes out a certificate: a permanent global note without coupons to which the conditions are attached, or a definitive note where the series' own conditions for those are met (AGY-3.1).</summary>
/// <param name="Address">Of the holder of a definitive note; a nominee's is known.</param>
/// <param name="Offering">At whose closing it is issued; null where it takes the place of others.</param>
/// <param name="Changes">What is changed in the form other than its blanks.</param>
public sealed record PrepareCertificate(
    NoteForm Form, Permanence Permanence, Coupons Coupons, ConditionsPlace Conditions, string Holder, string? Address, Money Principal, DateOnly Dated, string? Offering, IReadOnlyList<FormChange> Changes)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        var certificates = state.Register.Certificates;
        if (certificates.Opened is null) return Refusal.Of(PrepareRefusal.RegisterUnopened, $"The register of series {state.Id} has not been opened.");
        if (Permanence == Permanence.Temporary || Coupons == Coupons.Attached)
            return Refusal.Of(PrepareRefusal.FormWrong, $"A certificate is permanent and without coupons; this one is {Names.Of(Permanence)}, coupons {Names.Of(Coupons)}.");
        if (Conditions == ConditionsPlace.Missing) return Refusal.Of(PrepareRefusal.ConditionsMissing, "The conditions are attached to or endorsed on a certificate; without them it is not complete.");
        if (Changes.FirstOrDefault(c => Enum.GetValues<FormParty>().Except(c.AgreedBy).Any()) is { } change)
            return Refusal.Of(PrepareRefusal.FormChangeUnagreed, $"\"{change.What}\" is no blank of the form and is not agreed by {string.Join(" and ", Enum.GetValues<FormParty>().Except(change.AgreedBy).Select(Names.Of))}.");
        if (Offering is not null)
        {
            if (state.Offering(Offering) is not { } offering) return Refusal.Of(PrepareRefusal.OfferingUnknown, $"No offering {Offering} is booked in series {state.Id}.");
            if (offering.Closed is not null) return Refusal.Of(PrepareRefusal.OfferingClosed, $"Offering {Offering} was closed on {offering.Closed.Date:yyyy-MM-dd}.");
        }
        if (Principal.Minor <= 0) return Refusal.Of(PrepareRefusal.AmountNotPositive, $"{Principal.ToDisplay()} is no principal amount of a certificate.");
        if (state.Terms.LargestCertificate?.Value is { } largest && Principal.CompareTo(largest) > 0)
            return Refusal.Of(PrepareRefusal.CertificateTooLarge, $"{Principal.ToDisplay()} is more than {largest.ToDisplay()}, the most of one certificate.");
        return (Form == NoteForm.Definitive ? DefinitiveAddress(state) : NomineeAddress(state)).Map(address => new Decision(
            new CertificateEvent.Prepared(GlobalNote.NumberOf(CertificateState.Next(state)), Form, Holder, address, Principal, Dated, Offering)));
    }

    /// <summary>A global note is only ever in the name of the depositary or its nominee (NOTE-GLOB-1, NOTE-GLOB-6).</summary>
    private Outcome<string> NomineeAddress(SeriesState state)
    {
        var nominees = state.Register.Certificates.Nominees.Where(n => n.Form == Form).ToList();
        return nominees.LastOrDefault(n => n.Nominee == Holder) is { } nominee
            ? nominee.Address
            : Refusal.Of(PrepareRefusal.HolderNotNominee, $"{Holder} is no nominee of the depositary for {Names.Of(Form)}; there {(nominees.Count == 0 ? "is none" : "are " + string.Join(", ", nominees.Select(n => n.Nominee)))}.");
    }

    private Outcome<string> DefinitiveAddress(SeriesState state)
    {
        var certificates = state.Register.Certificates;
        if (string.IsNullOrWhiteSpace(Address)) return Refusal.Of(PrepareRefusal.AddressMissing, $"The register shows names and addresses; no address of {Holder} is given.");
        if (certificates.Allowed.Count == 0)
            return Refusal.Of(PrepareRefusal.DefinitivesBarred, $"No case has occurred in which series {state.Id} may be in definitive notes{(certificates.Opened!.Grounds.Count == 0 ? "; its conditions name none" : $": {string.Join(", ", certificates.Opened.Grounds.Select(Names.Of))}")}.");
        if (certificates.Supplement is null) return Refusal.Of(PrepareRefusal.SupplementMissing, "No supplement for definitive notes is on file (AGY-3.1d).");
        if (state.Terms.Denomination?.Value is not { } denomination || !denomination.Allows(Principal))
            return Refusal.Of(PrepareRefusal.DenominationWrong, $"{Principal.ToDisplay()} is no authorised denomination: {state.Terms.Denomination?.Value.ToString() ?? "none is stated"}.");
        return Address;
    }
}

/// <summary>How a certificate was signed.</summary>
public enum Signature { Manual, Facsimile }

/// <summary>Why a certificate does not go on to the next stage, in the order in which it is tested.</summary>
public enum CertifyRefusal { CertificateUnknown, StageWrong, SignatoryMissing, SignatureNotManual, CertificateDateWrong, DeliveryTargetWrong }

/// <summary>Signed for the issuer by an officer; dated the issue date (AGY-3.2a).</summary>
public sealed record ExecuteCertificate(string Number, string Officer, string Capacity, Signature Signature, DateOnly Date)
{
    public Outcome<Decision> Decide(SeriesState state) => CertificateStep.Of(state, Number, CertificateStage.Prepared, Officer, Capacity).Then<Decision>(certificate =>
    {
        if (Signature == Signature.Facsimile && state.Register.Certificates.Opened!.Signatures == SignatureRule.Manual)
            return Refusal.Of(CertifyRefusal.SignatureNotManual, $"Certificate {Number} is signed by hand or not at all; a facsimile does not execute it.");
        if (certificate.Prepared.Offering is { } offering && state.Offering(offering)!.Booked.Terms.IssueDate?.Value is { } issue && certificate.Prepared.Dated != issue)
            return Refusal.Of(CertifyRefusal.CertificateDateWrong, $"Certificate {Number} is dated {certificate.Prepared.Dated:yyyy-MM-dd}; the issue date is {issue:yyyy-MM-dd}.");
        return new Decision(new CertificateEvent.Executed(Number, Officer, Capacity, Date));
    });
}

/// <summary>Authenticated by hand for the trustee; before that a certificate is not valid (AGY-3.2b).</summary>
/// <param name="Agent">The trustee or its authenticating agent.</param>
public sealed record AuthenticateCertificate(string Number, string Agent, string Signatory, Signature Signature, DateOnly Date)
{
    public Outcome<Decision> Decide(SeriesState state) => CertificateStep.Of(state, Number, CertificateStage.Executed, Agent, Signatory).Then<Decision>(_ =>
        Signature == Signature.Facsimile
            ? Refusal.Of(CertifyRefusal.SignatureNotManual, $"Certificate {Number} is authenticated by hand or not at all.")
            : new Decision(new CertificateEvent.Authenticated(Number, Agent, Signatory, Date)));
}

/// <summary>Handed over to the custodian of its form, or to the holder of a definitive note (AGY-3.2c, AGY-3.2d). Its principal counts from the closing.</summary>
public sealed record DeliverCertificate(string Number, string To, DateOnly Date)
{
    public Outcome<Decision> Decide(SeriesState state) => CertificateStep.Of(state, Number, CertificateStage.Authenticated, To, To).Then<Decision>(certificate =>
    {
        string[] targets = certificate.Prepared.Form switch
        {
            NoteForm.Definitive => [certificate.Prepared.Holder],
            NoteForm.Dtc or NoteForm.International =>
                [.. state.Register.Certificates.Nominees.Where(n => n.Form == certificate.Prepared.Form && n.Nominee == certificate.Prepared.Holder).Select(n => n.Custodian)],
        };
        return targets.Contains(To)
            ? new Decision(new CertificateEvent.Delivered(Number, To, Date))
            : Refusal.Of(CertifyRefusal.DeliveryTargetWrong, $"Certificate {Number} ({Names.Of(certificate.Prepared.Form)}) is delivered to {string.Join(" or ", targets)}, not to {To}.");
    });
}

internal static class CertificateStep
{
    public static Outcome<Certificate> Of(SeriesState state, string number, CertificateStage before, params string[] named)
    {
        if (!state.Register.Certificates.Known.TryGetValue(number, out var certificate)) return Refusal.Of(CertifyRefusal.CertificateUnknown, $"No certificate {number} of series {state.Id} was made out.");
        if (certificate.Stage != before) return Refusal.Of(CertifyRefusal.StageWrong, $"Certificate {number} is {Names.Of(certificate.Stage)}; this is done to one that is {Names.Of(before)}.");
        return named.Any(string.IsNullOrWhiteSpace) ? Refusal.Of(CertifyRefusal.SignatoryMissing, "Say who signs, or who receives.") : certificate;
    }
}

/// <summary>Why definitive notes are not allowed for, in the order in which it is tested.</summary>
public enum AllowDefinitivesRefusal { RegisterUnopened, GroundNotStated, EvidenceMissing, SupplementFiled }

/// <summary>A case occurred in which the series' own conditions let definitive notes be issued (NOTE-GLOB-2 to NOTE-GLOB-4). A holder's wish is none.</summary>
public sealed record AllowDefinitives(DefinitiveGround Ground, DateOnly Date, string Evidence)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Register.Certificates.Opened is not { } opened) return Refusal.Of(AllowDefinitivesRefusal.RegisterUnopened, $"The register of series {state.Id} has not been opened.");
        if (!opened.Grounds.Contains(Ground))
            return Refusal.Of(AllowDefinitivesRefusal.GroundNotStated, $"The conditions of series {state.Id} do not name {Names.Of(Ground)}; they name {(opened.Grounds.Count == 0 ? "no case" : string.Join(", ", opened.Grounds.Select(Names.Of)))}.");
        return string.IsNullOrWhiteSpace(Evidence)
            ? Refusal.Of(AllowDefinitivesRefusal.EvidenceMissing, "Say by what notice or decision.")
            : new Decision(new CertificateEvent.DefinitivesAllowed(Ground, Date, Evidence));
    }
}

/// <summary>Puts on file the supplement that covers definitive notes (AGY-3.1d).</summary>
public sealed record FileSupplement(string Reference, DateOnly Date)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Register.Certificates.Opened is null) return Refusal.Of(AllowDefinitivesRefusal.RegisterUnopened, $"The register of series {state.Id} has not been opened.");
        if (string.IsNullOrWhiteSpace(Reference)) return Refusal.Of(AllowDefinitivesRefusal.EvidenceMissing, "Say which supplement.");
        return state.Register.Certificates.Supplement is { } filed
            ? Refusal.Of(AllowDefinitivesRefusal.SupplementFiled, $"Supplement {filed.Reference} has been on file since {filed.Date:yyyy-MM-dd}.")
            : new Decision(new CertificateEvent.SupplementFiled(Reference, Date));
    }
}
