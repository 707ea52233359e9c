using System.Globalization;
using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>What became of one series of another system's book.</summary>
/// <param name="Result">Proposed, carried out, or why not; nothing of a refused one is stored.</param>
public sealed record Taken(TakenSeries Series, Outcome<CommandResult> Result);

/// <summary>Why a file of another system's dues is not taken.</summary>
public enum DuesFileRefusal { DuesMalformed }

/// <summary>import and compare: a live book taken over from another system, and its dues beside ours.</summary>
public static class TakingOver
{
    /// <summary>Each series in a transaction of its own; carried out when a second person gives the same command.</summary>
    /// <param name="book">One line a series.</param>
    /// <param name="positions">One line a holder.</param>
    public static Outcome<IReadOnlyList<Taken>> Run(Desk desk, Instruction by, Calendars calendars, string book, string positions) =>
        Files.Bytes(book).Then(bookBytes => Files.Bytes(positions).Then(positionBytes => Files.Text(bookBytes, book).Then(text => Files.Text(positionBytes, positions).Then(rows => TakeoverFile.Parse(text, book, rows, positions)))
            .Map<IReadOnlyList<Taken>>(all =>
            {
                DocumentFile[] files = [new DocumentFile(bookBytes, book), new DocumentFile(positionBytes, positions)];
                return [.. all.Select(one => new Taken(one, One(desk, by, calendars, one, files)))];
            })));

    private static Outcome<CommandResult> One(Desk desk, Instruction by, Calendars calendars, TakenSeries one, IReadOnlyList<DocumentFile> files) =>
        desk.PerformByTwo((by with { Key = by.Key is null ? null : $"{by.Key}/{one.Series}" }).Order("import", one.Series, [("offering", one.Offering), .. files.Select(f => ("file", f.Sha256)).Select((f, i) => ($"{f.Item1} {Instruction.Text(i + 1)}", f.Item2))]),
            $"import/{one.Offering}", (state, _) => new TakeOver(one.Offering, one.Terms, one.Book, [.. files.Select(f => f.Sha256)], by.On).Decide(state, calendars), files);

    private static readonly string[] Columns = ["series", "paymentDate", "accrualStart", "accrualEnd", "recordDate", "days", "rate", "outstanding", "interest", "principal"];

    /// <summary>Our dues beside the other system's file of them, series by series in the order of the file. Refused DUES-MALFORMED, SERIES-UNKNOWN, or as terms make no promise.</summary>
    public static Outcome<IReadOnlyList<(string Series, int Rows, IReadOnlyList<DueDifference> Differences)>> Compare(Desk desk, Calendars calendars, string path) =>
        Files.Text(path).Then(text => Csv.Read(text, (line, what) => Malformed(path, line, what))).Then(table =>
        {
            if (table.Columns.Except(Columns).FirstOrDefault() is { } other) return Malformed(path, 1, $"the column \"{other}\" is not one of {string.Join(", ", Columns)}");
            if (!table.Columns.Contains("series") || !table.Columns.Contains("paymentDate")) return Malformed(path, 1, "the header does not name series and paymentDate");
            return table.Rows.GroupBy(r => r["series"] ?? "", StringComparer.Ordinal).Aggregate((Outcome<IReadOnlyList<(string, int, IReadOnlyList<DueDifference>)>>)new Outcome<IReadOnlyList<(string, int, IReadOnlyList<DueDifference>)>>.Done([]),
                (all, rows) => all.Then(done => Compare(desk, calendars, path, rows.Key, [.. rows]).Map<IReadOnlyList<(string, int, IReadOnlyList<DueDifference>)>>(differences => [.. done, (rows.Key, rows.Count(), differences)])));
        });

    private static Outcome<IReadOnlyList<DueDifference>> Compare(Desk desk, Calendars calendars, string path, string series, IReadOnlyList<CsvRow> rows) => desk.Store.Read(view =>
    {
        var state = Desk.Load(view, series);
        return Paying.Promised(state, calendars).Then(promise => rows.Aggregate((Outcome<IReadOnlyList<StatedDue>>)new Outcome<IReadOnlyList<StatedDue>>.Done([]),
                (all, row) => all.Then(done => Stated(path, row, promise.Currency).Map<IReadOnlyList<StatedDue>>(due => [.. done, due])))
            .Map(stated => DueComparison.Of(promise, stated, n => Announced(state, promise, n), p => RateOf(state, p), Registering.OutstandingOf(state, view, promise))));
    });

    private static Outcome<StatedDue> Stated(string path, CsvRow row, Currency currency)
    {
        foreach (var column in new[] { "paymentDate", "accrualStart", "accrualEnd", "recordDate" })
            if ((row[column] is not null || column == "paymentDate") && Day(row, column) is null) return Malformed(path, row.Line, $"{column}: \"{row[column]}\" is not a date such as 2008-12-05");
        if (row["days"] is { } days && !int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return Malformed(path, row.Line, $"days: \"{days}\" is no number of days");
        return Value(path, row, "rate", text => Percent.Parse(text).Map<Percent?>(p => p)).Then(rate => Value(path, row, "outstanding", text => Money.Parse(text, currency)).Then(outstanding =>
            Value(path, row, "interest", text => Money.Parse(text, currency)).Then(interest => Value(path, row, "principal", text => Money.Parse(text, currency)).Map(principal => new StatedDue(
                Day(row, "paymentDate")!.Value, Day(row, "accrualStart"), Day(row, "accrualEnd"), Day(row, "recordDate"), row["days"] is { } d ? int.Parse(d, CultureInfo.InvariantCulture) : null,
                rate, outstanding, interest, principal, new Source.Import(path, $"line {Instruction.Text(row.Line)}"))))));
    }

    private static DateOnly? Day(CsvRow row, string column) => DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Outcome<T?> Value<T>(string path, CsvRow row, string column, Func<string, Outcome<T>> parse) => row[column] is not { } text ? new Outcome<T?>.Done(default)
        : parse(text).Match<Outcome<T?>>(value => new Outcome<T?>.Done(value), r => Malformed(path, row.Line, $"{column}: {r.Message.TrimEnd('.')}"));

    /// <summary>A due as it was announced, with the inputs that were frozen.</summary>
    private static Due? Announced(SeriesState state, Promise promise, int n) => state.Payments.Announced.GetValueOrDefault(n) is not { } due ? null
        : new Due(Core.Dues.Periods(promise).First(p => p.N == n) with
        {
            AccrualStart = due.Inputs.AccrualStart, AccrualEnd = due.Inputs.AccrualEnd, UnadjustedDate = due.UnadjustedDate, PaymentDate = due.PaymentDate, RecordDate = due.RecordDate,
            Length = new DayFraction(due.Inputs.Days, due.Inputs.Fraction),
        }, new PeriodRate.Known(due.Inputs.RatePerAnnum, due.Inputs.How), due.Outstanding, due.Interest, due.Principal);

    private static PeriodRate.Known? RateOf(SeriesState state, Period period) => period.Phase.Coupon is Coupon.Floating
        ? state.Rates.GetValueOrDefault(period.N) is { } rate ? new PeriodRate.Known(rate.PerAnnum, rate.How) : null
        : Core.Dues.RateOf(period, Fixings.None) as PeriodRate.Known;

    private static Refusal Malformed(string path, int line, string what) => Refusal.Of(DuesFileRefusal.DuesMalformed, $"{path}, line {Instruction.Text(line)}: {what}.");
}
