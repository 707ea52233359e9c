using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>
/// Gives each issue of a document its own values: columns of a row, parts of a value that begin with an issue's name, values joined by "and" or
/// a slash, or rows that come again for each issue. A value that cannot be shared out is given to nobody.
/// </summary>
internal sealed partial class Tranches
{
    /// <summary>A sheet with more columns than this is a table of something else.</summary>
    private const int Most = 12;

    /// <summary>Labels further in repeat themselves in summaries and descriptions.</summary>
    private const int Reach = 40_000;

    [GeneratedRegex(@"^(?:(?<m>(?:US ?\$|U\.S\. ?\$|\$|€|£|¥|[A-Z]{3} ?)\d[\d,.]*(?: (?:million|billion))?|\d{1,3}(?:,\d{3}){2,})|(?<p>\d{1,3}(?:\.\d+)? ?%)|(?<d>(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b))|(?<i>[A-Z]{2}[A-Z0-9]{9}\d)|(?<c>[0-9A-Z]{5}[0-9A-Z ]{1,2}[0-9A-Z]{1,2} ?\d))(?![A-Z0-9])", Text.Cased)]
    private static partial Regex Value { get; }

    [GeneratedRegex(@" (?:and|&) | ?[/;|] ?|(?<![A-Z][a-z]{2,8}\.? \d{1,2}), (?=[A-Z$0-9])", Text.Cased)]
    private static partial Regex Separator { get; }

    private readonly int _columns;
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _count = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<int> _cycles = [];

    /// <param name="rows">The labelled rows of one document, in the order of the text.</param>
    public Tranches(DocumentText document, IReadOnlyList<Passage> rows)
    {
        if ((document.Role & Role.Offer) == 0 || document.Kind == DocumentKind.TermsAgreement) return;
        var near = rows.Where(r => r.Start - document.Start < Reach && r.Tranche is null && GroupOf(r.Label!) is not null).ToList();
        foreach (var row in near)
            foreach (var (key, _, _) in TrancheNames.PartsOf(row.Text))
                if (!_names.Contains(key)) _names.Add(key);
        // Two rows of different sorts agree on how many issues there are.
        _columns = near.Select(r => (Group: GroupOf(r.Label!)!.Value, Items(r).Count)).Where(r => r.Count is > 1 and <= Most)
            .GroupBy(r => r.Count).Where(g => g.Select(r => r.Group).Distinct().Count() > 1 || _names.Count == g.Key).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key ?? 0;
        if (_names.Count > 1) _columns = Math.Max(_columns, _names.Count);
        if (_columns == 0) FindCycles(document, near);
        foreach (var row in rows.DistinctBy(r => (r.Start, r.Label))) _count[row.Label!] = _count.GetValueOrDefault(row.Label!) + 1;
    }

    /// <summary>The parts of a row, each with its issue.</summary>
    public IEnumerable<Passage> Split(Passage row)
    {
        if (row.Tranche is not null) return [row];
        if (_cycles.Count > 0)
            return _count[row.Label!] != _cycles.Count ? [row] : [row with { Tranche = _cycles.FindLastIndex(c => c <= row.Start) is var cycle and >= 0 ? cycle + 1 : null }];
        if (_columns == 0) return [row];
        var parts = TrancheNames.PartsOf(row.Text).Where(p => _names.Contains(p.Key)).ToList();
        if (parts.Count > 1) return parts.Select(p => Part(row, p.Start, p.Length, _names.IndexOf(p.Key) + 1));
        var items = Items(row);
        if (items.Count == _columns) return items.Select((p, i) => Part(row, p.Start, p.Length, i + 1));
        if (Pieces(row) is var pieces && pieces.Count == _columns && GroupOf(row.Label!) != 'T') return pieces.Select((p, i) => Part(row, p.Start, p.Length, i + 1));
        // What holds for all is said once; several values of another number belong to nobody that can be told.
        return items.Count <= 1 ? [row] : [];
    }

    private static Passage Part(Passage row, int start, int length, int tranche)
    {
        var text = row.Text.AsSpan(start, length);
        var skipped = length - text.TrimStart(" :;,-–—/").Length;
        if (text[skipped..].StartsWith("and ")) skipped += 4;
        return row with { Start = row.Start + start + skipped, Text = text[skipped..].TrimEnd(" ;,/").ToString(), Tranche = tranche };
    }

    /// <summary>Values of one sort in the cells or lines of a row, else joined in one cell.</summary>
    private static IReadOnlyList<(int Start, int Length)> Items(Passage row)
    {
        if (row.Text.Length > 400) return [];
        var pieces = Pieces(row);
        if (pieces.Count > 1 && OneSort(row, pieces)) return pieces;
        if (pieces.Count > 3 && Shares(row, pieces) is { Count: > 1 } shares) return shares;
        if (pieces.Count != 1) return [];
        var joined = new List<(int Start, int Length)>();
        var from = 0;
        foreach (Match separator in Separator.Matches(row.Text))
        {
            joined.Add((from, separator.Index - from));
            from = separator.Index + separator.Length;
        }
        joined.Add((from, row.Text.Length - from));
        return joined.Count > 1 && OneSort(row, joined) ? joined : [];
    }

    /// <summary>The percentages of a row that has a sum of money beside each: the prices of several issues. Empty for any other row.</summary>
    private static List<(int Start, int Length)> Shares(Passage row, List<(int Start, int Length)> pieces)
    {
        var shares = new List<(int Start, int Length)>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var text = row.Text.Substring(pieces[i].Start, pieces[i].Length);
            if (i % 2 == 0 ? !Percent.IsMatch(text) : !Money.IsMatch(text)) return [];
            if (i % 2 == 0) shares.Add(pieces[i]);
        }
        return shares;
    }

    [GeneratedRegex(@"^\d{1,3}(?:\.\d+)? ?%$", Text.Cased)]
    private static partial Regex Percent { get; }

    [GeneratedRegex(@"^(?:US ?\$|\$|€|£)? ?\d{1,3}(?:,\d{3})+$", Text.Cased)]
    private static partial Regex Money { get; }

    private static List<(int Start, int Length)> Pieces(Passage row)
    {
        var pieces = new List<(int Start, int Length)>();
        var document = row.Document;
        for (var piece = Cutting.PieceAt(document.Source, row.Start); piece < document.EndPiece && document[piece].Start < row.End; piece++)
        {
            var start = Math.Max(document[piece].Start, row.Start);
            var end = Math.Min(document[piece].End, row.End);
            if (!document.Source.Flat.AsSpan(start, end - start).Trim("$€£|-–*.() ").IsEmpty) pieces.Add((start - row.Start, end - start));
        }
        return pieces;
    }

    private static bool OneSort(Passage row, IReadOnlyList<(int Start, int Length)> parts)
    {
        var sort = -1;
        foreach (var (start, length) in parts)
        {
            if (Value.Match(row.Text.Substring(start, length).TrimStart()) is not { Success: true } value) return false;
            var its = value.Groups["m"].Success ? 0 : value.Groups["p"].Success ? 1 : value.Groups["d"].Success ? 2 : value.Groups["i"].Success ? 3 : 4;
            if (sort >= 0 && its != sort) return false;
            sort = its;
        }
        return true;
    }

    /// <summary>Rows that come again in the same order for each issue, with a value that differs.</summary>
    private void FindCycles(DocumentText document, List<Passage> rows)
    {
        var groups = rows.DistinctBy(r => r.Start).GroupBy(r => r.Label!.TrimEnd('s', 'S').ToUpperInvariant()).Where(g => g.Count() is > 1 and <= Most).ToDictionary(g => g.Key, g => g.ToList());
        var count = groups.Values.GroupBy(g => g.Count).Where(g => g.Count() > 1).Select(g => g.Key).FirstOrDefault();
        if (count == 0) return;
        var cycling = groups.Where(g => g.Value.Count == count).ToDictionary(g => g.Key, g => g.Value);
        if (!cycling.Any(g => GroupOf(g.Key) is 'M' or 'R' or 'C' && g.Value.Select(r => Text.Key(r.Text[..Math.Min(20, r.Text.Length)])).Distinct().Count() == count)) return;
        var leader = cycling.Values.MinBy(g => g[0].Start)!;
        for (var i = 0; i + 1 < count; i++)
            if (cycling.Values.Any(g => g[i].Start < leader[i].Start || g[i].Start >= leader[i + 1].Start)) return;
        // A title stands over its rows.
        _cycles.AddRange(leader.Select(r => r.Start));
    }

    /// <summary>The sort of fact a label is about; null for one that no issue is told apart by.</summary>
    private static char? GroupOf(string label) => label.ToUpperInvariant() switch
    {
        var l when l.Contains("CUSIP", StringComparison.Ordinal) || l.Contains("ISIN", StringComparison.Ordinal) => 'C',
        var l when l.Contains("PRICE", StringComparison.Ordinal) => 'P',
        var l when l.Contains("PROCEEDS", StringComparison.Ordinal) => 'N',
        var l when l.Contains("DATE", StringComparison.Ordinal) && !l.Contains("MATUR", StringComparison.Ordinal) && !l.Contains("DUE", StringComparison.Ordinal) => null,
        var l when l.Contains("MATUR", StringComparison.Ordinal) || l.StartsWith("DUE", StringComparison.Ordinal) => 'M',
        var l when l.Contains("COUPON", StringComparison.Ordinal) || l.Contains("RATE", StringComparison.Ordinal) => 'R',
        var l when l.Contains("AMOUNT", StringComparison.Ordinal) || l.Contains("SIZE", StringComparison.Ordinal) => 'A',
        var l when l.Contains("TITLE", StringComparison.Ordinal) || l.Contains("DESIGNATION", StringComparison.Ordinal) || l.Contains("SECURIT", StringComparison.Ordinal) || l.Contains("NOTE", StringComparison.Ordinal) => 'T',
        _ => null,
    };
}
