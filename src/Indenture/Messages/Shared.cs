using System.Text.RegularExpressions;
using Indenture.Core;
using static Indenture.Messages.Fields;

namespace Indenture.Messages;

/// <summary>A bank as a message received names it; at least one of the three.</summary>
public sealed record NamedBank(string? Bic, string? Number, string? Name);

/// <summary>A party as a message received names it.</summary>
/// <param name="Address">Its lines as stated, joined by commas.</param>
public sealed record NamedParty(string? Name, string? Address, string? Bic, string? Lei);

/// <summary>A security as a message received names it; ISIN or another identification at least.</summary>
/// <param name="Cusip">Only where the identification says that it is one (CUSP).</param>
public sealed record NamedSecurity(string? Isin, string? Cusip, string? CommonCode, string? Description);

/// <summary>
/// What a message, or an entry of one, is known by for ever. A store that has it under the same four parts has had it: what comes again under them is the same and is
/// not acted on again.
/// </summary>
/// <param name="Kind">What is numbered: "camt.054.001.08", or "account entry" for entries, which a notice and a statement both report.</param>
/// <param name="Owner">Who numbers it: the sender, or the account; empty where the message does not say.</param>
/// <param name="Message">The identification of the message; empty where the entry's own reference stands by itself.</param>
/// <param name="Entry">Empty for the message as a whole.</param>
public sealed record MessageReference(string Kind, string Owner, string Message, string Entry);

/// <summary>Readers of the parts that several messages share.</summary>
internal static partial class Shared
{
    public static readonly Func<MessageElement, string> Text35 = Text(35);
    public static readonly Func<MessageElement, string> Code4 = Text(4);
    public static readonly Func<MessageElement, string> BicCode = Formed(BicForm(), "a BIC");
    public static readonly Func<MessageElement, string> LeiCode = Formed(LeiForm(), "an LEI");
    public static readonly Func<MessageElement, string> UetrCode = Formed(UetrForm(), "a UETR");

    public static readonly Func<MessageElement, Direction> CreditOrDebit = Code(new Dictionary<string, Direction> { ["CRDT"] = Direction.Credit, ["DBIT"] = Direction.Debit });

    /// <summary>A coded reason, or one of the sender's own.</summary>
    public static readonly Func<MessageElement, string> Reason = Group(f => f.Choice(("Cd", Code4), ("Prtry", Text35)));

    public static readonly Func<MessageElement, string> AccountId = Group(f => f.One("Id", AccountNumber));

    public static Func<MessageElement, string> AccountNumber => Group(f => f.Choice(
        ("IBAN", Formed(IbanForm(), "an IBAN")),
        ("Othr", Group(o => o.One("Id", Text(34))))));

    private static readonly Func<MessageElement, string> Address = Group(f =>
    {
        var lines = new List<string>();
        Add(f.Optional("StrtNm", Text(70)));
        Add(f.Optional("BldgNb", Text(16)));
        Add(f.Optional("PstCd", Text(16)));
        Add(f.Optional("TwnNm", Text35));
        Add(f.Optional("Ctry", Formed(CountryForm(), "a country")));
        lines.AddRange(f.Many("AdrLine", Text(70)));
        return string.Join(", ", lines);

        void Add(string? line)
        {
            if (line is not null) lines.Add(line);
        }
    });

    public static readonly Func<MessageElement, NamedBank> BankId = Group(f => f.One("FinInstnId", Group(i =>
    {
        var bic = i.Optional("BICFI", BicCode);
        var number = i.Optional("ClrSysMmbId", Group(m =>
        {
            var system = m.Optional("ClrSysId", Group(s => s.Choice(("Cd", Text(5)), ("Prtry", Text35))));
            return (system is null ? "" : system + " ") + m.One("MmbId", Text35);
        }));
        var name = i.Optional("Nm", Text(140));
        i.End();
        return bic is null && number is null && name is null
            ? throw Refuse(MessageReadRefusal.ElementMissing, $"{i.Place} names no bank: neither BICFI nor ClrSysMmbId nor Nm.")
            : new NamedBank(bic, number, name);
    })));

    public static readonly Func<MessageElement, NamedParty> Party = Group(f =>
    {
        var name = f.Optional("Nm", Text(140));
        var address = f.Optional("PstlAdr", Address);
        var id = f.Optional("Id", Group(i => i.One("OrgId", Group(o => new NamedParty(null, null, o.Optional("AnyBIC", BicCode), o.Optional("LEI", LeiCode))))));
        return new NamedParty(name, address, id?.Bic, id?.Lei);
    });

    /// <summary>A party, or a bank in the place of one.</summary>
    public static readonly Func<MessageElement, NamedParty> PartyOrAgent = Group(f => f.Choice(
        ("Pty", Party),
        ("Agt", e =>
        {
            var bank = BankId(e);
            return new NamedParty(bank.Name ?? bank.Number, null, bank.Bic, null);
        })));

    public static readonly Func<MessageElement, NamedSecurity> SecurityId = Group(f =>
    {
        var isin = f.Optional("ISIN", Formed(IsinForm(), "an ISIN"));
        var others = f.Many("OthrId", Group(o => (Id: o.One("Id", Text35), Scheme: o.One("Tp", Reason))));
        var description = f.Optional("Desc", Text(140));
        f.End();
        if (isin is null && others.Count == 0) throw Refuse(MessageReadRefusal.ElementMissing, $"{f.Place} names no security: neither ISIN nor OthrId.");
        if (isin is not null && Identifier.Check(IdentifierKind.Isin, isin) is { Valid: false } check)
            throw Refuse(MessageReadRefusal.ElementMalformed, $"{f.Place}: the ISIN \"{isin}\" has a wrong check digit; it would be {check.Expected}.");
        return new NamedSecurity(isin, Only("CUSP"), Only("COMM"), description);

        string? Only(string scheme)
        {
            var found = others.Where(o => o.Scheme == scheme).ToList();
            return found.Count > 1 ? throw Refuse(MessageReadRefusal.ElementRepeated, $"{f.Place} names two securities as {scheme}: {found[0].Id} and {found[1].Id}.") : found.FirstOrDefault().Id;
        }
    });

    /// <summary>An owner or party of the securities messages: its BIC, or an identification with its issuer.</summary>
    public static readonly Func<MessageElement, string> Owner = Group(f => f.Choice(
        ("AnyBIC", BicCode),
        ("PrtryId", Group(p => p.One("Id", Text35) + " of " + p.One("Issr", Text35)))));

    /// <summary>A quantity of notes: their face amount, which alone is understood.</summary>
    public static readonly Func<MessageElement, decimal> FaceAmount = Group(f => f.One("FaceAmt", Quantity));

    [GeneratedRegex(@"\A[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?\z")]
    private static partial Regex BicForm();

    [GeneratedRegex(@"\A[A-Z0-9]{18}[0-9]{2}\z")]
    private static partial Regex LeiForm();

    [GeneratedRegex(@"\A[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}\z")]
    private static partial Regex UetrForm();

    [GeneratedRegex(@"\A[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}\z")]
    private static partial Regex IbanForm();

    [GeneratedRegex(@"\A[A-Z]{2}\z")]
    private static partial Regex CountryForm();

    [GeneratedRegex(@"\A[A-Z]{2}[A-Z0-9]{9}[0-9]\z")]
    private static partial Regex IsinForm();
}

/// <summary>Whether money came or went.</summary>
public enum Direction { Credit, Debit }
