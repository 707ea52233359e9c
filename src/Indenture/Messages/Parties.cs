using System.Text.RegularExpressions;
using Indenture.Core;

namespace Indenture.Messages;

/// <summary>A business identifier code (ISO 9362): eight or eleven upper-case letters and digits.</summary>
public sealed partial record Bic
{
    public string Code { get; }

    private Bic(string code) => Code = code;

    /// <summary>Refused IDENTIFIER-INVALID.</summary>
    public static Outcome<Bic> Of(string code) =>
        Form().IsMatch(code) ? new Bic(code) : Refusal.Of(MessageWriteRefusal.IdentifierInvalid, $"\"{code}\" is not a BIC: four letters or digits, a country, two more, and a branch of three or none.");

    [GeneratedRegex(@"\A[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?\z")]
    private static partial Regex Form();

    public override string ToString() => Code;
}

/// <summary>A bank as a payment names it: by its BIC, or by its number in a national clearing system.</summary>
public abstract partial record Bank
{
    private Bank() { }

    public sealed record ByBic(Bic Bic) : Bank;

    /// <param name="System">The clearing system's code, such as USABA for the numbers of the Federal Reserve.</param>
    public sealed record ByNumber(string System, string Number) : Bank;

    /// <summary>A number of a clearing system. Refused IDENTIFIER-INVALID; for USABA the check digit is verified too.</summary>
    public static Outcome<Bank> Numbered(string system, string number)
    {
        if (!SystemForm().IsMatch(system)) return Refusal.Of(MessageWriteRefusal.IdentifierInvalid, $"\"{system}\" is not the code of a clearing system: five letters such as USABA.");
        if (system == "USABA" && !IsRoutingNumber(number)) return Refusal.Of(MessageWriteRefusal.IdentifierInvalid, $"\"{number}\" is not a routing number: nine digits of which the last checks the others.");
        return MessageText.Identification("MmbId", number, 35).Map<Bank>(n => new ByNumber(system, n));
    }

    public T Match<T>(Func<ByBic, T> bic, Func<ByNumber, T> number) => this switch
    {
        ByBic b => bic(b),
        ByNumber n => number(n),
        _ => throw new InvalidOperationException("Bank is a closed set"),
    };

    /// <summary>Weights 3, 7, 1 repeated; the sum is a multiple of ten.</summary>
    private static bool IsRoutingNumber(string number) =>
        number.Length == 9 && number.All(char.IsAsciiDigit) && number.Select((c, i) => (c - '0') * (i % 3 == 0 ? 3 : i % 3 == 1 ? 7 : 1)).Sum() % 10 == 0;

    [GeneratedRegex(@"\A[A-Z]{5}\z")]
    private static partial Regex SystemForm();
}

/// <summary>A cash account: an IBAN, or a number of the bank that keeps it.</summary>
public abstract partial record CashAccount
{
    private CashAccount() { }

    public sealed record Iban(string Number) : CashAccount;

    public sealed record Numbered(string Number) : CashAccount;

    /// <summary>Refused IDENTIFIER-INVALID where the form or the check digits (ISO 13616, modulo 97) are wrong. Blanks, as printed, are taken out.</summary>
    public static Outcome<CashAccount> OfIban(string text)
    {
        var iban = text.Replace(" ", "", StringComparison.Ordinal);
        if (!IbanForm().IsMatch(iban) || Remainder(iban) != 1)
            return Refusal.Of(MessageWriteRefusal.IdentifierInvalid, $"\"{text}\" is not an IBAN, or its check digits are wrong.");
        return new Iban(iban);
    }

    /// <summary>At most 34 characters of an identification.</summary>
    public static Outcome<CashAccount> OfNumber(string number) => MessageText.Identification("Acct", number, 34).Map<CashAccount>(n => new Numbered(n));

    public T Match<T>(Func<Iban, T> iban, Func<Numbered, T> numbered) => this switch
    {
        Iban i => iban(i),
        Numbered n => numbered(n),
        _ => throw new InvalidOperationException("CashAccount is a closed set"),
    };

    // Sealed: otherwise each case would print itself as a record.
    public sealed override string ToString() => Match(i => i.Number, n => n.Number);

    private static int Remainder(string iban)
    {
        var remainder = 0;
        foreach (var c in iban[4..] + iban[..4])
        {
            var value = char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }

    [GeneratedRegex(@"\A[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}\z")]
    private static partial Regex IbanForm();
}

/// <summary>Where a party is: the town and country are required, as the networks require them from 2026.</summary>
/// <param name="Country">Two upper-case letters (ISO 3166).</param>
public sealed record PartyAddress(string? Street, string? Building, string? PostCode, string Town, string Country);

/// <summary>Somebody who pays or is paid. The name is written in full or not at all (140 characters at most).</summary>
/// <param name="Lei">Twenty characters with their check digits (ISO 17442).</param>
public sealed record MessageParty(string Name, PartyAddress? Address = null, string? Lei = null);

/// <summary>A series as messages name it: by one identifier at least, each with valid check digits, and a description.</summary>
public sealed record Security
{
    public string? Isin { get; }
    public string? Cusip { get; }

    /// <summary>Of Euroclear and Clearstream. Its check digit is no ground for a refusal.</summary>
    public string? CommonCode { get; }

    /// <summary>The title, such as "1.92% Notes due 2025".</summary>
    public string Description { get; }

    private Security(string? isin, string? cusip, string? commonCode, string description) => (Isin, Cusip, CommonCode, Description) = (isin, cusip, commonCode, description);

    /// <summary>Refused IDENTIFIER-INVALID where there is none, or a check digit is wrong.</summary>
    public static Outcome<Security> Of(string description, string? isin = null, string? cusip = null, string? commonCode = null)
    {
        if (isin is null && cusip is null && commonCode is null)
            return Refusal.Of(MessageWriteRefusal.IdentifierInvalid, $"\"{description}\" has neither ISIN nor CUSIP nor Common Code; a message names a series by one of them.");
        foreach (var (kind, id) in new[] { (IdentifierKind.Isin, isin), (IdentifierKind.Cusip, cusip) })
            if (id is not null && Identifier.Check(kind, id) is { Valid: false } check)
                return Refusal.Of(MessageWriteRefusal.IdentifierInvalid, $"\"{id}\" is no valid {kind}{(check.Expected is { } right ? $"; with its check digit it would be {right}" : "")}.");
        var code = commonCode is null ? null : Identifier.Normalise(commonCode);
        if (code is not null && (code.Length != 9 || !code.All(char.IsAsciiDigit)))
            return Refusal.Of(MessageWriteRefusal.IdentifierInvalid, $"\"{commonCode}\" is no Common Code: nine digits.");
        return new Security(isin is null ? null : Identifier.Normalise(isin), cusip is null ? null : Identifier.Normalise(cusip), code, description);
    }
}
