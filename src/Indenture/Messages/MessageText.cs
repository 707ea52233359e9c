using System.Globalization;
using System.Text;
using Indenture.Core;

namespace Indenture.Messages;

/// <summary>
/// What banks' networks carry. Identifications: the SWIFT character set X. Names and free text: that set and the further printable characters of ASCII ("Cede &amp; Co."
/// stays as it is). Letters with marks, ligatures and typographers' signs are written in these; anything else is refused by name. Nothing is ever cut.
/// </summary>
internal static class MessageText
{
    /// <summary>A name or free text of at most <paramref name="longest"/> characters, after it was written in the network's characters.</summary>
    public static Outcome<string> Of(string element, string text, int longest)
    {
        var written = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Written(rune) is { } ascii) written.Append(ascii);
            else return Refusal.Of(MessageWriteRefusal.TextCharacter, $"{element}: \"{text}\" has the character {Show(rune)}, which the network does not carry; write it otherwise.");
        }
        var result = written.ToString().Trim();
        if (result.Length == 0) return Refusal.Of(MessageWriteRefusal.TextEmpty, $"{element}: the text is empty.");
        return result.Length <= longest
            ? result
            : Refusal.Of(MessageWriteRefusal.TextTooLong, $"{element}: \"{result}\" has {result.Length} characters, and at most {longest} are carried; it is not cut.");
    }

    /// <summary>An identification: the characters of set X, no slash at either end nor two in a row. Never rewritten, since a rewritten reference is another one.</summary>
    public static Outcome<string> Identification(string element, string text, int longest)
    {
        if (text.Length == 0) return Refusal.Of(MessageWriteRefusal.TextEmpty, $"{element}: the identification is empty.");
        foreach (var rune in text.EnumerateRunes())
            if (!rune.IsAscii || !IsOfSetX((char)rune.Value))
                return Refusal.Of(MessageWriteRefusal.TextCharacter, $"{element}: \"{text}\" has the character {Show(rune)}, which an identification cannot have.");
        if (text[0] is '/' or ' ' || text[^1] is '/' or ' ' || text.Contains("//", StringComparison.Ordinal))
            return Refusal.Of(MessageWriteRefusal.TextCharacter, $"{element}: \"{text}\" begins or ends with a slash or a blank, or has two slashes in a row.");
        return text.Length <= longest
            ? text
            : Refusal.Of(MessageWriteRefusal.TextTooLong, $"{element}: \"{text}\" has {text.Length} characters, and at most {longest} are carried; it is not cut.");
    }

    private static bool IsOfSetX(char c) => char.IsAsciiLetterOrDigit(c) || "/-?:().,'+ ".Contains(c, StringComparison.Ordinal);

    private static string? Written(Rune rune) => rune.Value switch
    {
        >= 0x20 and <= 0x7E => ((char)rune.Value).ToString(),
        '\t' or '\n' or '\r' or 0xA0 or 0x2007 or 0x2009 or 0x202F => " ",
        >= 0x2010 and <= 0x2015 => "-",
        0x2018 or 0x2019 or 0x201A or 0x2032 => "'",
        0x201C or 0x201D or 0x201E or 0x2033 => "\"",
        0x2026 => "...",
        0xAB => "<<",
        0xBB => ">>",
        >= 0xC0 and <= 0x17F => Letters.GetValueOrDefault((char)rune.Value),
        _ => null,
    };

    /// <summary>Latin letters with marks and ligatures (U+00C0 to U+017F) without them.</summary>
    private static readonly Dictionary<char, string> Letters = Table(
        "A ÀÁÂÃÄÅĀĂĄ", "a àáâãäåāăą", "AE Æ", "ae æ", "C ÇĆĈĊČ", "c çćĉċč", "D ÐĎĐ", "d ðďđ", "E ÈÉÊËĒĔĖĘĚ", "e èéêëēĕėęě", "G ĜĞĠĢ", "g ĝğġģ", "H ĤĦ", "h ĥħ",
        "I ÌÍÎÏĨĪĬĮİ", "i ìíîïĩīĭįı", "IJ Ĳ", "ij ĳ", "J Ĵ", "j ĵ", "K Ķ", "k ķĸ", "L ĹĻĽĿŁ", "l ĺļľŀł", "N ÑŃŅŇŊ", "n ñńņňŉŋ", "O ÒÓÔÕÖØŌŎŐ", "o òóôõöøōŏő", "OE Œ", "oe œ",
        "R ŔŖŘ", "r ŕŗř", "S ŚŜŞŠ", "s śŝşšſ", "ss ß", "T ŢŤŦ", "t ţťŧ", "Th Þ", "th þ", "U ÙÚÛÜŨŪŬŮŰŲ", "u ùúûüũūŭůűų", "W Ŵ", "w ŵ", "Y ÝŶŸ", "y ýÿŷ", "Z ŹŻŽ", "z źżž");

    private static Dictionary<char, string> Table(params string[] rows)
    {
        var table = new Dictionary<char, string>();
        foreach (var row in rows)
        {
            var blank = row.IndexOf(' ', StringComparison.Ordinal);
            foreach (var letter in row[(blank + 1)..]) table.Add(letter, row[..blank]);
        }
        return table;
    }

    private static string Show(Rune rune) =>
        (Rune.IsControl(rune) ? "" : $"\"{rune}\" ") + "U+" + rune.Value.ToString("X4", CultureInfo.InvariantCulture);
}
