using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Quotation marks and brackets that are opened and not closed.</summary>
internal static partial class QuotesCheck
{
    [GeneratedRegex(@"[""“][^""“”]{1,400}[""”]|[()]|\. (?=[A-Z(])", Text.Cased)]
    private static partial Regex Bracket { get; }

    /// <summary>A document with more of them was not cut rightly, and more say nothing.</summary>
    private const int MostBrackets = 50;

    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        var open = deal.Documents.SelectMany(d => d.Provided("openQuote:").Concat(d.Provided("reversedQuote:")).Select(q => (In: d, At: q, Words: q.What.Split(':', 2)[1])));
        foreach (var same in open.GroupBy(o => (Kind: o.At.What.Split(':')[0], o.Words)))
            deal.Find(FindingCodes.QuoteUnclosed, same.Key.Kind == "openQuote" ? $"The quotation of \"{same.Key.Words}\" is not closed." : $"The quotation of \"{same.Key.Words}\" opens with a closing mark.", same.Select(o => (o.In, (Recognised)o.At)), [same.Key.Words]);
        foreach (var document in deal.Documents.Where(d => (d.Document.Role & Role.Contract) != 0)) Brackets(deal, document);
    }

    /// <summary>A bracket that is open when its paragraph ends.</summary>
    private static void Brackets(Deal deal, DocumentFacts document)
    {
        var found = 0;
        for (var passage = 0; passage < document.Document.Passages.Count; passage++)
        {
            var (start, end) = document.Document.Passages[passage];
            if (!document.Document.Source.Flat.AsSpan(start, end - start).Contains('(')) continue;
            var opened = new Stack<int>();
            var words = document.Document.Source.Flat.AsSpan(start, end - start);
            foreach (var match in Bracket.EnumerateMatches(words))
                if (words[match.Index] == '(') opened.Push(start + match.Index);
                else if (words[match.Index] == ')' && opened.Count > 0) opened.Pop();
            if (opened.Count > 0 && ++found > MostBrackets) return;
            foreach (var at in opened.Take(1))
                deal.Find(FindingCodes.BracketUnclosed, "A bracket is opened and its paragraph ends without its close.", [document], [document.Document.Source.Place(at, Math.Min(end, at + 60))], [document.Document.Words(at, Math.Min(end, at + 60))]);
        }
    }
}
