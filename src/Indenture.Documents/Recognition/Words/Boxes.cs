using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>The boxes of a form of terms: "[X] Fixed Rate", "þ LIBOR", "☐ 30/360 ☒ Actual/360". A choice whose box is empty is not made.</summary>
internal static partial class Boxes
{
    /// <summary>A marked box, for use inside other patterns.</summary>
    public const string Marked = @"(?:\[ ?_?[xX]_? ?\]|\( ?[xX] ?\)|/[xX]/|[☒☑✓✔þý]|(?<![\w.,-])(?:_+[xX]_*|[xX])(?= ))";

    [GeneratedRegex(@"(?:\[ ?_* ?\]|\( ?\)|/ ?/|[☐□¨]|(?<![\w.,-])o|__+) ?$", Text.Cased)]
    private static partial Regex Empty { get; }

    [GeneratedRegex(Marked + @" ?$", Text.Cased)]
    private static partial Regex IsMarked { get; }

    /// <summary>Whether the words at <paramref name="at"/> stand right behind an empty box.</summary>
    public static bool IsEmptyBefore(string text, int at) => Empty.IsMatch(text[Math.Max(0, at - 12)..at]);

    /// <summary>Whether the words at <paramref name="at"/> stand right behind a marked box.</summary>
    public static bool IsMarkedBefore(string text, int at) => IsMarked.IsMatch(text[Math.Max(0, at - 12)..at]);
}
