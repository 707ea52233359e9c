using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>One row of an annex of underwriters. A row without a name keeps its amount; a name without an amount keeps its name.</summary>
/// <param name="Amounts">One a tranche, in the order of the columns: decimal text in major units.</param>
internal sealed record AllotmentRow(string? Name, IReadOnlyList<string> Amounts, int Start, int End);

/// <summary>A table that says who takes how much.</summary>
/// <param name="Total">The printed total of each column; empty where none is printed.</param>
internal sealed record AllotmentTable(int Columns, IReadOnlyList<AllotmentRow> Rows, IReadOnlyList<string> Total, string Unit, int Start, int End)
{
    /// <summary>Where each printed total stands.</summary>
    public IReadOnlyList<(int Start, int End)> TotalAt { get; init; } = [];
}

/// <summary>Finds the tables whose first column is headed by the underwriters and another by an amount.</summary>
internal static partial class AllotmentTables
{
    private const int LongestName = 90;

    [GeneratedRegex(@"^(?:names? of (?:the )?)?(?:initial )?(?:underwriters?|purchasers?|managers?|agents?|dealers?)(?: name)?:?$|^names?$", Text.Options)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"^(?:aggregate |total )?(?:principal|amount)\b", Text.Options)]
    private static partial Regex AmountHeading { get; }

    [GeneratedRegex(@"^(?:(?:aggregate |total )?(?:principal|amount)\b.*|of .{1,40}|(?:notes|securities|bonds|debentures)(?: to be purchased)?|(?:of )?the .{0,30}(?:notes|securities|bonds|debentures)|to be purchased|title|role|capacity)$", Text.Options)]
    private static partial Regex HeadingWords { get; }

    [GeneratedRegex(@"^(?<cur>US ?\$|U\.S\. ?\$|\$|€|£|¥|Yen|USD|EUR|GBP|JPY)? ?(?<num>\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d{4,15}(?:\.\d\d)?)$", Text.Options)]
    private static partial Regex AmountOnly { get; }

    [GeneratedRegex(@" (?<cur>US ?\$|\$|€|£|¥)? ?(?<num>\d{1,3}(?:,\d{3})+(?:\.\d\d)?)$", Text.Options)]
    private static partial Regex TrailingAmount { get; }

    /// <summary>The part a bank plays, in a column between its name and its amount.</summary>
    [GeneratedRegex(@"^(?:(?:joint|lead|active|passive|senior)[ -])*(?:(?:book-?running |lead )*managers?|book-?runners?|co-?(?:lead )?managers?|underwriters?|agents?)$", Text.Options)]
    private static partial Regex PartPlayed { get; }

    [GeneratedRegex(@"^total\b", Text.Options)]
    private static partial Regex TotalWord { get; }

    [GeneratedRegex(@"(?:\b(?:Inc|LLC|L\.L\.C|L\.P|LP|Co|Corp|Corporation|Incorporated|Company|PLC|plc|AG|S\.A|N\.A|Ltd|Limited|Group|Securities|Association))\.?$", Text.Cased)]
    private static partial Regex LegalTail { get; }

    public static IReadOnlyList<AllotmentTable> In(DocumentText document)
    {
        var tables = new List<AllotmentTable>();
        for (var piece = document.FirstPiece; piece < document.EndPiece; piece++)
        {
            if (document[piece].Length > 200 && HeadingInLine.IsMatch(document.Of(piece)) && InOneLine(document, piece) is { } inLine) { tables.Add(inLine); continue; }
            if (document[piece].Length > 40 || document[piece].Length < 4 || !Heading.IsMatch(document.Of(piece))) continue;
            if (Read(document, piece) is not { } read) continue;
            tables.Add(read.Table);
            piece = read.Last;
        }
        return tables;
    }

    /// <summary>What a document offers that says it only in the totals of its underwriters' table: one amount a column.</summary>
    public static IEnumerable<Recognised.States> Offered(DocumentFacts facts)
    {
        // A table that is cut off before its total still shows its currency.
        if (facts.First("currency") is null && facts.Allotments.FirstOrDefault(t => t.Rows.Count > 1) is { } shown && shown.Total.Count == 0 && shown.Unit.Length > 0)
            yield return new Recognised.States("currency", shown.Unit, shown.Start, shown.End);
        if (facts.First("principal") is not null || facts.Document.Kind is DocumentKind.TermsAgreement || facts.Allotments.FirstOrDefault(t => t.Total.Count == t.Columns && t.TotalAt.Count == t.Columns) is not { } table) yield break;
        for (var i = 0; i < table.Columns; i++)
            yield return new Recognised.States("principal", table.Total[i], table.TotalAt[i].Start, table.TotalAt[i].End, table.Unit, table.Columns > 1 ? i + 1 : null);
        if (facts.First("currency") is null) yield return new Recognised.States("currency", table.Unit, table.TotalAt[0].Start, table.TotalAt[0].End);
    }

    [GeneratedRegex(@"^(?:(?:joint|sole|lead|senior|active|passive|and)[ -])*(?:(?:book-?running |lead )*managers?|book-?runners?|co-?(?:lead )?managers?|underwriters?)(?:\(s\))?:?$", Text.Options)]
    private static partial Regex ManagersRow { get; }

    /// <summary>The banks of a sheet of terms with their amounts beside them, in the rows of the managers; read only where they come to the principal.</summary>
    public static AllotmentTable? BesideManagers(DocumentFacts facts)
    {
        var document = facts.Document;
        if (document.Kind != DocumentKind.FinalTermSheet || facts.Every("principal").ToList() is not [var principal]) return null;
        var rows = new List<AllotmentRow>();
        int? name = null;
        var inside = false;
        for (var piece = document.FirstPiece; piece < document.EndPiece; piece++)
        {
            var text = document.Of(piece);
            if (IsRule(text)) continue;
            if (document[piece].Length < 60 && ManagersRow.IsMatch(text)) { (inside, name) = (true, null); continue; }
            if (!inside) continue;
            if (AmountOnly.Match(text.ToString()) is { Success: true } amount && document[piece].Length < 40 && name is { } bank)
            {
                rows.Add(new AllotmentRow(Name(document.Of(bank).ToString()), [Amounts.Value(amount.Groups["num"].Value, "", principal.Unit ?? "USD")], document[bank].Start, document[piece].End));
                name = null;
            }
            else if (document[piece].Length < LongestName && LegalTail.IsMatch(text)) name = piece;
            else inside = false;
        }
        return rows.Count > 1 && rows.Sum(r => Number(r.Amounts[0])) == Number(principal.Value) ? new AllotmentTable(1, rows, [], principal.Unit ?? "USD", rows[0].Start, rows[^1].End) : null;
    }

    private static (AllotmentTable Table, int Last)? Read(DocumentText document, int heading)
    {
        var columns = 0;
        var at = heading + 1;
        for (; at < document.EndPiece && at < heading + 30; at++)
        {
            var text = document.Of(at);
            if (IsRule(text)) continue;
            if (!HeadingWords.IsMatch(text)) break;
            if (AmountHeading.IsMatch(text) && !(columns > 0 && text.StartsWith("amount", StringComparison.OrdinalIgnoreCase) && document.Of(at - 1).EndsWith("principal", StringComparison.OrdinalIgnoreCase))) columns += Beside(text);
        }
        // In a head of several lines the amounts may be named above the line of the underwriters.
        for (var above = heading - 1; columns == 0 && above >= Math.Max(document.FirstPiece, heading - 4) && HeadingWords.IsMatch(document.Of(above)); above--)
            if (AmountHeading.IsMatch(document.Of(above)))
                for (; above >= Math.Max(document.FirstPiece, heading - 8) && AmountHeading.IsMatch(document.Of(above)); above--) columns += Beside(document.Of(above));
        if (columns == 0) return null;

        var rows = new List<AllotmentRow>();
        var total = new List<string>();
        var amounts = new List<string>();
        var places = new List<(int Start, int End)>();
        var totalAt = new List<(int Start, int End)>();
        var unit = "";
        string? name = null;
        var (start, end, last) = (-1, -1, heading);
        var inTotal = false;

        void Flush()
        {
            if (inTotal) { if (total.Count == 0) { total.AddRange(amounts); totalAt.AddRange(places); } }
            else if (name is not null || amounts.Count > 0) rows.Add(new AllotmentRow(name, [.. amounts], start, end));
            amounts.Clear();
            places.Clear();
            (name, start, end) = (null, -1, -1);
        }

        for (; at < document.EndPiece; at++)
        {
            var piece = document[at];
            var words = document.Of(at);
            if (IsRule(words)) continue;
            if (AmountOnly.Match(words.ToString()) is { Success: true } amount && piece.Length < 40)
            {
                // A row has its columns already: this amount stands beside no name.
                if (amounts.Count == columns) { Flush(); if (inTotal) break; }
                if (start < 0) start = piece.Start;
                places.Add((piece.Start, piece.End));
                amounts.Add(Amounts.Value(amount.Groups["num"].Value, "", unit.Length > 0 ? unit : "USD"));
                if (amount.Groups["cur"].Success) unit = Amounts.Unit(amount.Groups["cur"].Value);
                (end, last) = (piece.End, at);
                continue;
            }
            if (inTotal && amounts.Count > 0) break;
            if (piece.Length > LongestName || (piece.Before >= Break.Page && rows.Count + amounts.Count > 0 && !FollowedByAmount(document, at))) break;
            if (TotalWord.IsMatch(words))
            {
                Flush();
                inTotal = true;
                if (TrailingAmount.Match(words.ToString()) is { Success: true } sum)
                {
                    totalAt.Add((piece.Start + sum.Groups["num"].Index, piece.End));
                    total.Add(Amounts.Value(sum.Groups["num"].Value, "", unit.Length > 0 ? unit : "USD"));
                    last = at;
                    break;
                }
                last = at;
                continue;
            }
            if (inTotal) break;
            var line = words.ToString();
            if (TrailingAmount.Match(line) is { Success: true } trailing)
            {
                if (name is not null && amounts.Count > 0) Flush();
                if (trailing.Groups["cur"].Success) unit = Amounts.Unit(trailing.Groups["cur"].Value);
                if (start < 0) start = piece.Start;
                name = name is null ? Name(line[..trailing.Index]) : name + " " + Name(line[..trailing.Index]);
                places.Add((piece.Start + trailing.Groups["num"].Index, piece.End));
                amounts.Add(Amounts.Value(trailing.Groups["num"].Value, "", unit.Length > 0 ? unit : "USD"));
                (end, last) = (piece.End, at);
                continue;
            }
            if (!char.IsLetterOrDigit(line[0]) || name is not null && piece.Before == Break.Cell && PartPlayed.IsMatch(line)) continue;
            if (amounts.Count > 0 || (name is not null && LegalTail.IsMatch(name))) Flush();
            // Words that no amount follows soon end a table that prints no total.
            if (rows.Count > 0 && !FollowedByAmount(document, at)) break;
            if (start < 0) start = piece.Start;
            name = name is null ? Name(line) : name + " " + Name(line);
            (end, last) = (piece.End, at);
        }
        Flush();
        if (rows.All(r => r.Amounts.Count == 0)) return null;
        return (new AllotmentTable(columns, rows, total, unit.Length > 0 ? unit : "USD", document[heading].Start, document[last].End) { TotalAt = totalAt }, last);
    }

    /// <summary>How many columns a piece of the head names: two headings may stand too near each other to be two pieces.</summary>
    private static int Beside(ReadOnlySpan<char> heading) => Math.Max(1, heading.Count("rincipal Amount"));

    private static bool FollowedByAmount(DocumentText document, int piece)
    {
        for (var i = piece + 1; i < document.EndPiece && i <= piece + 4; i++)
            if (document[i].Length < 40 && (AmountOnly.IsMatch(document.Of(i)) || TrailingAmount.IsMatch(document.Of(i)) || TotalWord.IsMatch(document.Of(i)))) return true;
        return TrailingAmount.IsMatch(document.Of(piece));
    }

    /// <summary>A text of one line has no rows: names and amounts follow each other behind the heading, and are read only where they come to the total.</summary>
    private static AllotmentTable? InOneLine(DocumentText document, int piece)
    {
        var text = document.Of(piece).ToString();
        foreach (Match heading in HeadingInLine.Matches(text))
        {
            var rows = new List<AllotmentRow>();
            var unit = "";
            var sum = 0m;
            for (var row = RowInLine.Match(text, heading.Index + heading.Length); row.Success && rows.Count < 100; row = RowInLine.Match(text, row.Index + row.Length))
            {
                var name = Name(row.Groups["name"].Value);
                var amount = Amounts.Value(row.Groups["num"].Value, "", "USD");
                if (row.Groups["cur"].Success && unit.Length == 0) unit = Amounts.Unit(row.Groups["cur"].Value);
                if (TotalWord.IsMatch(name))
                {
                    if (rows.Count == 0 || sum != Number(amount)) break;
                    var start = document[piece].Start;
                    return new AllotmentTable(1, rows, [amount], unit.Length > 0 ? unit : "USD", start + heading.Index, start + row.Index + row.Length) { TotalAt = [(start + row.Groups["num"].Index, start + row.Groups["num"].Index + row.Groups["num"].Length)] };
                }
                sum += Number(amount);
                rows.Add(new AllotmentRow(name, [amount], document[piece].Start + row.Groups["name"].Index, document[piece].Start + row.Groups["num"].Index + row.Groups["num"].Length));
            }
        }
        return null;
    }

    private static decimal Number(string amount) => decimal.TryParse(amount, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0m;

    [GeneratedRegex(@"\b(?:(?:Names? of )?(?:Underwriters?|Agents?|Purchasers?|Managers?) (?:Aggregate )?Principal Amount|Principal Amount(?: of (?:the )?(?:Notes|Bonds|Securities|Debentures))? (?:Names? of )?(?:Underwriters?|Agents?|Purchasers?))\b(?: (?:of|to be) (?:(?:the|our) )?(?:\d{4} )?(?:Notes|Bonds|Securities|Debentures|purchased))?(?: to be Purchased)?[ =_-]*", Text.Options)]
    private static partial Regex HeadingInLine { get; }

    [GeneratedRegex(@"\G[ =_-]*(?<name>[A-Z][^$0-9]{2,88}?)[ .\u2026]*(?<cur>US ?\$|\$|€|£)? ?(?<num>\d{1,3}(?:,\d{3})+)(?![\d,])", Text.Cased)]
    private static partial Regex RowInLine { get; }

    /// <summary>A name without the dots that lead to its amount; the point of "Inc." stays where a blank parts it from them.</summary>
    private static string Name(string words)
    {
        var name = words.Trim(' ', '.', '\u2026', ',', ':');
        var after = words.AsSpan(words.IndexOf(name, StringComparison.Ordinal) + name.Length);
        return after.StartsWith(".") && (after.Length == 1 || after[1] == ' ') ? name + "." : name;
    }

    /// <summary>Dashes and the like under a heading or over a total; an empty cell; a currency sign in a cell of its own.</summary>
    private static bool IsRule(ReadOnlySpan<char> text) => text.Trim("-=_*. $€£¥").IsEmpty;
}
