using System.Text;
using System.Text.RegularExpressions;

namespace Indenture.Tests.Repository;

/// <summary>Source text as the design's rules look at it: code without comments and without the contents of strings.</summary>
internal static partial class CSharp
{
    [GeneratedRegex(@"[A-Za-z_]\w*")]
    private static partial Regex Word();

    /// <summary>The source files of a folder, generated ones left out, as (path relative to the root, code).</summary>
    public static IReadOnlyList<(string Path, string Code)> Files(string root, string folder) =>
        [.. Directory.GetFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(f => (f, Code(File.ReadAllText(Path.Combine(root, f)))))];

    public static IEnumerable<string> Words(string code) => Word().Matches(code).Select(m => m.Value);

    /// <summary>Blanks comments and string contents; what stands between the braces of an interpolated string is code and stays.</summary>
    public static string Code(string source)
    {
        var code = new StringBuilder(source.Length);
        var i = 0;
        Plain(stopAtBrace: false);
        return code.ToString();

        void Plain(bool stopAtBrace)
        {
            var depth = 0;
            while (i < source.Length)
            {
                if (At("//")) { while (i < source.Length && source[i] != '\n') i++; }
                else if (At("/*")) { i = source.IndexOf("*/", i + 2, StringComparison.Ordinal) is var end && end < 0 ? source.Length : end + 2; }
                else if (source[i] == '\'') SkipCharacter();
                else if (StringStart() is { } start) { i += start.Length; String(start); }
                else if (stopAtBrace && source[i] == '}' && depth == 0) return;
                else
                {
                    if (source[i] == '{') depth++;
                    if (source[i] == '}') depth--;
                    code.Append(source[i++]);
                }
            }
        }

        bool At(string text) => string.CompareOrdinal(source, i, text, 0, text.Length) == 0;

        void SkipCharacter()
        {
            i++;
            while (i < source.Length && source[i] != '\'') i += source[i] == '\\' ? 2 : 1;
            i++;
            code.Append("' '");
        }

        string? StringStart()
        {
            var at = i;
            while (at < source.Length && source[at] is '$' or '@') at++;
            if (at >= source.Length || source[at] != '"') return null;
            var quotes = at;
            while (quotes < source.Length && source[quotes] == '"') quotes++;
            return quotes - at >= 3 ? source[i..quotes] : source[i..(at + 1)];
        }

        void String(string start)
        {
            var quotes = start.Count(c => c == '"');
            var dollars = start.Count(c => c == '$');
            var verbatim = start.Contains('@');
            var end = new string('"', quotes);
            code.Append("\"\"");
            while (i < source.Length)
            {
                if (quotes == 1 && !verbatim && source[i] == '\\') i += 2;
                else if (quotes == 1 && verbatim && At("\"\"")) i += 2;
                else if (At(end)) { i += quotes; return; }
                else if (dollars > 0 && quotes == 1 && (At("{{") || At("}}"))) i += 2;
                else if (dollars > 0 && source[i] == '{')
                {
                    while (i < source.Length && source[i] == '{') i++;
                    code.Append(' ');
                    Plain(stopAtBrace: true);
                    while (i < source.Length && source[i] == '}') i++;
                    code.Append(' ');
                }
                else i++;
            }
        }
    }
}
