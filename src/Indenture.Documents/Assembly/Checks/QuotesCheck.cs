using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Quotation marks and brackets that are opened and not closed.</summary>
internal static partial class QuotesCheck
{
    [GeneratedRegex(@"[""“][^""“”]{1,400}[""”]|[()]|\. (?=[A-Z(])", Text.Cased)]
    private static partial Regex Bracket { get; }

    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        foreach (var document in deal.Documents)
        {
            var open = document.Provided("openQuote:").Concat(document.Provided("reversedQuote:")).ToList();
            if (open.Count > 0)
                deal.Find(FindingCodes.QuoteUnclosed, $"A quotation is not closed, or opened by a closing mark: {string.Join(", ", open.Select(o => o.What.Split(':')[1]).Distinct())}.", open.Select(o => (document, (Recognised)o)), [.. open.Select(o => o.What.Split(':')[1]).Distinct()]);
            if ((document.Document.Role & Role.Contract) != 0) Brackets(deal, document);
        }
    }

    /// <summary>A bracket that is open when its paragraph ends.</summary>
    private static void Brackets(Deal deal, DocumentFacts document)
    {
        for (var passage = 0; passage < document.Document.Passages.Count; passage++)
        {
            var (start, end) = document.Document.Passages[passage];
            var opened = new Stack<int>();
            foreach (Match match in Bracket.Matches(document.Document.Words(start, end)))
                if (match.Value == "(") opened.Push(start + match.Index);
                else if (match.Value == ")" && opened.Count > 0) opened.Pop();
            foreach (var at in opened.Take(1))
                deal.Find(FindingCodes.BracketUnclosed, "A bracket is opened and its paragraph ends without its close.", [document], [document.Document.Source.Place(at, Math.Min(end, at + 60))], [document.Document.Words(at, Math.Min(end, at + 60))]);
        }
    }
}
