namespace Indenture.Documents;

/// <summary>Places of a form that are to be filled in, and what the words around them expect there.</summary>
internal static class Blanks
{
    public static IReadOnlyList<Blank> In(DocumentText document)
    {
        var blanks = new List<Blank>();
        var text = document.Text;
        for (var at = text.IndexOf("___", StringComparison.Ordinal); at >= 0; at = at < text.Length ? text.IndexOf("___", at, StringComparison.Ordinal) : -1)
        {
            var end = at;
            while (end < text.Length && text[end] == '_') end++;
            var place = document.Source.Place(document.Start + at, document.Start + end);
            blanks.Add(new Blank(place.Start, place.End, Expects(text.AsSpan(Math.Max(0, at - 60), Math.Min(at, 60)), text.AsSpan(end, Math.Min(30, text.Length - end)))));
            at = end;
        }
        return blanks;
    }

    private static string Expects(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var near = before.TrimEnd();
        if (near.EndsWith("By:", StringComparison.OrdinalIgnoreCase)) return "signature";
        if (near.EndsWith("Name:", StringComparison.OrdinalIgnoreCase)) return "name";
        if (near.EndsWith("Title:", StringComparison.OrdinalIgnoreCase)) return "title of the signatory";
        if (near.EndsWith('$') || near.EndsWith("Yen", StringComparison.OrdinalIgnoreCase))
            return before.Contains("principal sum", StringComparison.OrdinalIgnoreCase) ? "principal" : "amount";
        if (near.EndsWith("dated as of", StringComparison.OrdinalIgnoreCase) || near.EndsWith("day of", StringComparison.OrdinalIgnoreCase) || near.EndsWith("this", StringComparison.OrdinalIgnoreCase) ||
            after.StartsWith(" day of", StringComparison.OrdinalIgnoreCase) || after.StartsWith(", 20") || near.EndsWith("20") || near.EndsWith("20 "))
            return "date";
        if (after.StartsWith(" %") || after.StartsWith('%')) return "percent";
        if (near.EndsWith("between", StringComparison.OrdinalIgnoreCase) || near.EndsWith(" to", StringComparison.OrdinalIgnoreCase) || after.StartsWith(", as ", StringComparison.OrdinalIgnoreCase)) return "name";
        return "text";
    }
}
