namespace Indenture.Core;

/// <summary>Kinds of identifier whose last character checks the others.</summary>
public enum IdentifierKind { Cusip, Isin, CommonCode, Lei }

/// <summary>What the check digits of an identifier say.</summary>
/// <param name="Id">As given.</param>
/// <param name="Normalised">Upper case, without any white space (U+00A0 included) or hyphens.</param>
/// <param name="Expected">The identifier with the check digits that its other characters require; null where no kind fits or the rule gives none.</param>
public sealed record IdentifierCheck(string Id, string Normalised, IdentifierKind? Kind, bool Valid, string? Expected);

/// <summary>Check digits: CUSIP (ANSI X9.6), ISIN (ISO 6166), LEI (ISO 17442), and the Common Code of Euroclear and Clearstream.</summary>
public static class Identifier
{
    /// <summary>
    /// The kind is told from the shape: 12 characters an ISIN, 20 an LEI, 9 a CUSIP; nine digits that are no valid CUSIP but a valid
    /// Common Code are a Common Code (both may be all digits and begin with 0).
    /// </summary>
    public static IdentifierCheck Check(string id)
    {
        var text = Normalise(id);
        IdentifierKind? kind = text.Length switch
        {
            9 when text.All(char.IsAsciiDigit) && Cusip(text) != text && CommonCode(text) == text => IdentifierKind.CommonCode,
            9 when text.All(IsCusipCharacter) => IdentifierKind.Cusip,
            12 when char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) && text.All(char.IsAsciiLetterOrDigit) => IdentifierKind.Isin,
            20 when text.All(char.IsAsciiLetterOrDigit) => IdentifierKind.Lei,
            _ => null,
        };
        return kind is { } k ? Check(k, id) : new IdentifierCheck(id, text, null, false, null);
    }

    /// <summary>Checks an identifier whose kind is known from its label.</summary>
    public static IdentifierCheck Check(IdentifierKind kind, string id)
    {
        var text = Normalise(id);
        var expected = kind switch
        {
            IdentifierKind.Cusip => Cusip(text),
            IdentifierKind.Isin => Isin(text),
            IdentifierKind.CommonCode => CommonCode(text),
            IdentifierKind.Lei => Lei(text),
        };
        return new IdentifierCheck(id, text, kind, expected == text, expected);
    }

    /// <summary>Identifiers are printed with spaces inside ("17313U AB 5"): compare without them.</summary>
    public static string Normalise(string id) =>
        string.Concat(id.Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();

    private static bool IsCusipCharacter(char c) => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c) || c is '*' or '@' or '#';

    private static int Value(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'Z' => c - 'A' + 10,
        '*' => 36,
        '@' => 37,
        '#' => 38,
        _ => throw new ArgumentOutOfRangeException(nameof(c)),
    };

    private static string? Cusip(string text)
    {
        if (text.Length != 9 || !text.All(IsCusipCharacter)) return null;
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            var v = Value(text[i]) * (i % 2 == 1 ? 2 : 1);
            sum += v / 10 + v % 10;
        }
        return text[..8] + (10 - sum % 10) % 10;
    }

    private static string? Isin(string text)
    {
        if (text.Length != 12 || !text.All(char.IsAsciiLetterOrDigit)) return null;
        var digits = string.Concat(text[..11].Select(Value));
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var v = (digits[digits.Length - 1 - i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += v / 10 + v % 10;
        }
        return text[..11] + (10 - sum % 10) % 10;
    }

    /// <summary>Weights 2 to 7 cycling from the right; a remainder of 0 means that the number is never issued. Only ever grounds for a warning: no public standard states it.</summary>
    private static string? CommonCode(string text)
    {
        if (text.Length != 9 || !text.All(char.IsAsciiDigit)) return null;
        var sum = 0;
        for (var i = 0; i < 8; i++) sum += (text[7 - i] - '0') * (2 + i % 6);
        return (sum % 11) switch
        {
            0 => null,
            1 => text[..8] + "0",
            var remainder => text[..8] + (11 - remainder),
        };
    }

    private static string? Lei(string text)
    {
        if (text.Length != 20 || !text.All(char.IsAsciiLetterOrDigit)) return null;
        var remainder = 0;
        foreach (var digit in string.Concat((text[..18] + "00").Select(Value))) remainder = (remainder * 10 + (digit - '0')) % 97;
        return text[..18] + (98 - remainder).ToString("00");
    }
}
