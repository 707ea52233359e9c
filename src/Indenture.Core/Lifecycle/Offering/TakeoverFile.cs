using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Indenture.Core;

/// <summary>Why a file of another system's book is not taken.</summary>
public enum TakeoverFileRefusal
{
    /// <summary>Not of the form that docs/takeover.md shows; the sentence names file, line and column.</summary>
    TakeoverMalformed,
}

/// <summary>One series of another system's book, with the terms that the book states.</summary>
/// <param name="Offering">The first 12 hex digits of the SHA-256 of the file and the series.</param>
public sealed record TakenSeries(string Series, string Offering, Terms Terms, TakenBook Book);

/// <summary>
/// Another system's book as two files of comma-separated values: one line a series, with its terms in columns that have the names of the facts, and one line
/// a holder. Every value keeps its file, line and column as its source.
/// </summary>
public static class TakeoverFile
{
    private static readonly string[] BookColumns = ["series", "asOf", "outstanding", "cancelled", "redeemed", "paidTo", "currentRate", "lastInterest"];
    private static readonly string[] PositionColumns = ["series", "form", "certificate", "holder", "participant", "beneficial", "principal"];

    /// <summary>A column "recordDate.unit" beside "recordDate" names the calendars that it counts in.</summary>
    private const string Unit = ".unit";

    private static string FactOf(string column) => column.EndsWith(Unit, StringComparison.Ordinal) ? column[..^Unit.Length] : column;

    // Reading descends; one private exception carries the first fault up to Parse and never leaves it.
    private sealed class Malformed(int line, string what) : Exception
    {
        public int Line { get; } = line;
        public string What { get; } = what;
    }

    /// <summary>Refused TAKEOVER-MALFORMED with file, line and column.</summary>
    /// <param name="book">One line a series: series, asOf, outstanding, paidTo; where they apply cancelled, redeemed, currentRate, lastInterest; any fact of the terms by its name.</param>
    /// <param name="positions">One line a certificate (series, form, certificate, holder, principal) or a holder below the certificates of a form (series, form, participant, beneficial, principal).</param>
    public static Outcome<IReadOnlyList<TakenSeries>> Parse(string book, string bookName, string positions, string positionsName)
    {
        var file = bookName;
        try
        {
            var (bookColumns, rows) = Table(book, BookColumns[..1], extra => !BookColumns.Contains(extra) && TermFact.Of(FactOf(extra)) is Outcome<TermFact>.Refused, "a column of a book or a fact of the terms");
            var held = new Dictionary<string, List<(CsvRow Row, string Form)>>(StringComparer.Ordinal);
            file = positionsName;
            foreach (var row in Table(positions, ["series", "form", "principal"], extra => !PositionColumns.Contains(extra), $"one of {string.Join(", ", PositionColumns)}").Rows)
                (held.TryGetValue(Needed(row, "series"), out var list) ? list : held[Needed(row, "series")] = []).Add((row, Needed(row, "form")));
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(book)));
            var all = new List<TakenSeries>();
            foreach (var row in rows)
            {
                file = bookName;
                var series = Needed(row, "series");
                if (all.Any(s => s.Series == series)) throw new Malformed(row.Line, $"series {series} stands there twice");
                var terms = TermsOf(row, bookColumns, bookName);
                if (terms.Currency is not { Value: var currency }) throw new Malformed(row.Line, "currency is empty");
                var of = held.GetValueOrDefault(series) ?? [];
                held.Remove(series);
                var (asOf, paidTo) = (Day(row, "asOf"), Day(row, "paidTo"));
                var (outstanding, cancelled, redeemed) = (Amount(row, "outstanding", currency) ?? throw new Malformed(row.Line, "outstanding is empty"), Amount(row, "cancelled", currency), Amount(row, "redeemed", currency));
                var (rate, last) = (row["currentRate"] is { } text ? Take(row, "currentRate", Percent.Parse(text)) : (Percent?)null, Amount(row, "lastInterest", currency));
                file = positionsName;
                all.Add(new TakenSeries(series, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{hash}\n{series}")))[..12], terms, new TakenBook(
                    asOf, outstanding, cancelled ?? Money.Zero(currency), redeemed ?? Money.Zero(currency), paidTo, rate, last,
                    [.. of.Where(p => p.Row["participant"] is null).Select(p => new TakenCertificate(Needed(p.Row, "certificate"), FormOf(p.Row, p.Form), Needed(p.Row, "holder"), Above(p.Row, currency)))],
                    [.. of.Where(p => p.Row["participant"] is not null).Select(p => new TakenPosition(Global(p.Row, p.Form), new TierHolder(p.Row["participant"]!, p.Row["beneficial"]), Above(p.Row, currency)))],
                    new Source.Import(bookName, $"line {Text(row.Line)}"))));
            }
            if (held.Values.FirstOrDefault() is { } stray) throw new Malformed(stray[0].Row.Line, $"series {stray[0].Row["series"]} is not in {bookName}");
            return all;
        }
        catch (Malformed malformed)
        {
            return Refusal.Of(TakeoverFileRefusal.TakeoverMalformed, $"{file}, line {Text(malformed.Line)}: {malformed.What}.");
        }
    }

    private static (IReadOnlyList<string> Columns, IReadOnlyList<CsvRow> Rows) Table(string text, string[] needed, Func<string, bool> isUnknown, string known)
    {
        var (columns, rows) = Csv.Read(text, (line, what) => Refusal.Of(TakeoverFileRefusal.TakeoverMalformed, $"{Text(line)}\t{what}")).Match(
            table => table, r => throw (r.Message.Split('\t') is [var line, var what] ? new Malformed(int.Parse(line, CultureInfo.InvariantCulture), what) : new Malformed(1, r.Message)));
        if (needed.FirstOrDefault(n => !columns.Contains(n)) is { } missing) throw new Malformed(1, $"there is no column {missing}");
        return columns.FirstOrDefault(isUnknown) is { } other ? throw new Malformed(1, $"the column \"{other}\" is not {known}") : (columns, rows);
    }

    /// <summary>Facts in the order of the interchange document: an amount is read after its currency.</summary>
    private static Terms TermsOf(CsvRow row, IReadOnlyList<string> columns, string file) =>
        TermFact.All.Where(f => columns.Contains(f.Name) && row[f.Name] is not null).Aggregate(new Terms(), (terms, fact) =>
            Take(row, fact.Name, fact.Replace(terms, row[fact.Name]!, row[fact.Name + Unit], new Source.Import(file, $"line {Text(row.Line)}, {fact.Name}"))));

    private static string Needed(CsvRow row, string column) => row[column] ?? throw new Malformed(row.Line, $"{column} is empty");

    private static T Take<T>(CsvRow row, string column, Outcome<T> outcome) => outcome.Match(value => value, r => throw new Malformed(row.Line, $"{column}: {r.Message.TrimEnd('.')}"));

    private static Money? Amount(CsvRow row, string column, Currency currency) => row[column] is not { } text ? null
        : Take(row, column, Money.Parse(text, currency)) is { Minor: >= 0 } amount ? amount : throw new Malformed(row.Line, $"{column} is below zero");

    private static Money Above(CsvRow row, Currency currency) =>
        Amount(row, "principal", currency) is { Minor: > 0 } amount ? amount : throw new Malformed(row.Line, "principal is not above zero");

    private static DateOnly Day(CsvRow row, string column) =>
        DateOnly.TryParseExact(Needed(row, column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new Malformed(row.Line, $"{column}: \"{row[column]}\" is not a date such as 2008-12-05");

    private static NoteForm FormOf(CsvRow row, string form) => Names.Find<NoteForm>(form) ?? throw new Malformed(row.Line, $"form: \"{form}\" is not one of {Names.All<NoteForm>()}");

    private static NoteForm Global(CsvRow row, string form) => FormOf(row, form) is var known && known != NoteForm.Definitive ? known : throw new Malformed(row.Line, "nobody holds below a definitive note");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
