using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Helpers by which a recogniser turns a match into positions of the file's text.</summary>
internal static class Text
{
    /// <summary>Every recogniser's pattern is culture-free and does not care for case unless it says so in the pattern.</summary>
    public const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>As <see cref="Options"/>, where capitals tell names from words.</summary>
    public const RegexOptions Cased = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A character that does not end a sentence: the point of 4.50% and of S.A., does not. For use inside other patterns.</summary>
    public const string InSentence = @"(?:[^.]|\.(?=[\w,;)]))";

    public static Recognised.States Fact(this Passage passage, string name, string value, Capture words, string? unit = null) =>
        new(name, value, passage.Start + words.Index, passage.Start + words.Index + words.Length, unit, passage.Tranche);

    public static Recognised.States Fact(this Passage passage, string name, string value, int start, int length, string? unit = null) =>
        new(name, value, passage.Start + start, passage.Start + start + length, unit, passage.Tranche);

    /// <summary>The whole labelled value as the words of a fact.</summary>
    public static Recognised.States Whole(this Passage passage, string name, string value, string? unit = null) =>
        new(name, value, passage.Start, passage.End, unit, passage.Tranche);

    /// <summary>What finds words in any case, many times faster than a comparison at each place.</summary>
    public static SearchValues<string> AnyCase(params ReadOnlySpan<string> words) => SearchValues.Create(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>Words without a trailing comma, stop or blank.</summary>
    public static string Tidy(string words) => words.Trim(' ', ',', ';', ':').TrimEnd();

    /// <summary>Names compared without case, points, commas and blanks; "and" and "&amp;" are one.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
            if (c == '&') key.Append("AND");
            else if (char.IsLetterOrDigit(c)) key.Append(char.ToUpperInvariant(c));
        return key.ToString();
    }
}
