using System.Globalization;
using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A blank of a form by the characters of its file's text.</summary>
/// <param name="Expects">A fact name where the words around it say so, else what kind of words belong there.</param>
/// <param name="Part">Which part of a date it takes.</param>
internal sealed record FormBlank(int Number, int Start, int End, string Expects, DatePart Part)
{
    /// <summary>A gap in a sentence, without a line to write on.</summary>
    public bool IsGap(DocumentText document) => Start == End || document.Words(Start, End)[0] == ' ';

    /// <summary>The blank as it is printed while nothing is known: its own line, or one where it was a mere gap.</summary>
    public string Marked(DocumentText document) => !IsGap(document) ? document.Words(Start, End) : document.Words(Start, End).Contains(',') ? "____________, 20__" : "__________";

    public bool IsCalled(string name) => name == Expects || name == Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>"____ day of ____________, 20__" asks for one date in three blanks.</summary>
internal enum DatePart { Whole, Day, Month, MonthAndDay, Year }

/// <summary>The blanks of a form, what each expects, and what is known for it.</summary>
internal static partial class FormBlanks
{
    /// <summary>Stands for the blank in the patterns below.</summary>
    private const string Here = "\u0001";

    private const string Sign = @"(?:[$€£¥]|U\.?S\.? ?\$|USD|EUR|GBP|JPY|Yen|U\.S\. dollars) ?";

    [GeneratedRegex("_{2,}", Text.Options)]
    private static partial Regex Ruled { get; }

    /// <summary>By the words around a blank: the fact that belongs there. The first that matches counts.</summary>
    private static readonly (string Fact, Regex Around)[] Rules =
    [
        ("cusip", Cusip), ("isin", Isin), ("commonCode", CommonCode), ("seriesLimit", SeriesLimit), ("principal", Principal), ("purchasePrice", PurchasePrice), ("publicPrice", PublicPrice),
        ("spread", Spread), ("interestRate", InterestRate), ("firstPayment", FirstPayment), ("interestFrom", InterestFrom), ("paymentDates", Dates), ("recordDate", RecordDate), ("issueDate", IssueDate),
        ("maturity", Maturity), ("title", Title), ("trustee", Trustee), ("issuer", Issuer), ("governingLaw", GoverningLaw),
    ];

    [GeneratedRegex(@"CUSIP(?: (?:No\.?|Number))?:? ?" + Here, Text.Options)]
    private static partial Regex Cusip { get; }

    [GeneratedRegex(@"ISIN(?: (?:No\.?|Number))?:? ?" + Here, Text.Options)]
    private static partial Regex Isin { get; }

    [GeneratedRegex(@"Common Code(?: (?:No\.?|Number))?:? ?" + Here, Text.Options)]
    private static partial Regex CommonCode { get; }

    [GeneratedRegex(@"limited\b[^.]{0,60}\bto (?:" + Sign + ")?" + Here, Text.Options)]
    private static partial Regex SeriesLimit { get; }

    [GeneratedRegex(@"principal (?:sum|amount)(?: of| \([^)]{0,40}\))?:? ?(?:" + Sign + ")?" + Here + "(?! ?%)", Text.Options)]
    private static partial Regex Principal { get; }

    [GeneratedRegex(@"purchase price\b[^.]{0,50}?" + Here + " ?%", Text.Options)]
    private static partial Regex PurchasePrice { get; }

    [GeneratedRegex(@"(?:price to (?:the )?public|public offering price|issue price)\b[^.]{0,50}?" + Here + " ?%", Text.Options)]
    private static partial Regex PublicPrice { get; }

    [GeneratedRegex(@"(?:\bplus|\bspread|\bmargin)(?: of)?:? ?" + Here + " ?%", Text.Options)]
    private static partial Regex Spread { get; }

    [GeneratedRegex(@"(?:\brate(?: per annum)?(?: of)?|\bbears? interest at|\bat):? ?" + Here + " ?%(?! of)|" + Here + @" ?% [^.,;]{0,40}\b(?:Notes|Securities|Bonds|Debentures)\b", Text.Options)]
    private static partial Regex InterestRate { get; }

    [GeneratedRegex(@"\bcommencing(?: on)? ?" + Here + @"|first interest payment date:? ?" + Here, Text.Options)]
    private static partial Regex FirstPayment { get; }

    [GeneratedRegex(@"\binterest\b[^.]{0,60}\bfrom (?:and including )?" + Here, Text.Options)]
    private static partial Regex InterestFrom { get; }

    [GeneratedRegex(@"interest payment dates?:? ?" + Here + @"|(?:annually|quarterly|monthly|in arrears|payable),?(?: in arrears)? on (?:each )?" + Here, Text.Options)]
    private static partial Regex Dates { get; }

    [GeneratedRegex(@"record dates?:? ?" + Here, Text.Options)]
    private static partial Regex RecordDate { get; }

    [GeneratedRegex(@"(?:\b(?:original )?issue date|\bdate of issue|\bissued on)(?: the)?:? ?" + Here, Text.Options)]
    private static partial Regex IssueDate { get; }

    [GeneratedRegex(@"(?:\bdue|\bmatur(?:ity|es|ing)(?: date)?(?: on| is)?):? ?" + Here + @"|principal (?:sum|amount) of [^.]{0,40} on " + Here, Text.Options)]
    private static partial Regex Maturity { get; }

    [GeneratedRegex(@"\btitle of (?:the )?(?:notes|securities|bonds):? ?" + Here + @"|\bdesignated (?:as )?(?:the )?" + Here + "(?! ?%)", Text.Options)]
    private static partial Regex Title { get; }

    [GeneratedRegex(Here + @",? as (?:the )?trustee\b|\btrustee: ?" + Here, Text.Options)]
    private static partial Regex Trustee { get; }

    [GeneratedRegex(@"\b(?:name of )?issuer: ?" + Here + "|" + Here + @",? (?:as (?:the )?issuer\b|an? (?:[a-z]+ ){1,3}(?:corporation|company)\b|\((?:the )?[""“] ?(?:Company|Issuer))", Text.Options)]
    private static partial Regex Issuer { get; }

    [GeneratedRegex(@"\blaws of (?:the )?(?:State of )?" + Here, Text.Options)]
    private static partial Regex GoverningLaw { get; }

    [GeneratedRegex(@"\b(?:19|20)$", Text.Options)]
    private static partial Regex Century { get; }

    [GeneratedRegex(@"^,? ?(?:19|20)(?:_|$|[ ,.;])", Text.Options)]
    private static partial Regex ThenYear { get; }

    /// <summary>Every blank of the form in its order, those that a ruled line marks and those that the reader found without one.</summary>
    public static IReadOnlyList<FormBlank> In(DocumentText document, IReadOnlyList<Blank> read)
    {
        var ruled = Ruled.Matches(document.Text).Select(m => (Start: document.Start + m.Index, End: document.Start + m.Index + m.Length, Expects: "")).ToList();
        var spans = new List<(int Start, int End, string Expects)>();
        foreach (var blank in read)
        {
            var (start, end) = (CharacterAt(document, blank.Start), CharacterAt(document, blank.End));
            var same = ruled.FindIndex(r => r.Start < Math.Max(end, start + 1) && start < r.End);
            if (same >= 0) ruled[same] = ruled[same] with { Expects = blank.Expects };
            else if (!spans.Any(s => s.Start == start)) spans.Add((start, end, blank.Expects));
        }
        var blanks = new List<FormBlank>();
        foreach (var (start, end, expects) in ruled.Concat(spans).OrderBy(s => s.Start).ThenBy(s => s.End))
            if (blanks.Count == 0 || start >= blanks[^1].End) blanks.Add(Understood(document, blanks, start, end, expects));
        return blanks;
    }

    /// <summary>The first character that stands at a byte or after it.</summary>
    private static int CharacterAt(DocumentText document, int at)
    {
        var (low, high) = (document.Start, document.End);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Source.ByteStart(middle) < at) low = middle + 1; else high = middle;
        }
        return low;
    }

    private static FormBlank Understood(DocumentText document, List<FormBlank> earlier, int start, int end, string expects)
    {
        var before = document.Words(Math.Max(document.Start, start - 120), start);
        var after = document.Words(end, Math.Min(document.End, end + 60));
        var part = after.StartsWith(" day of", StringComparison.OrdinalIgnoreCase) ? DatePart.Day
            : before.EndsWith("day of ", StringComparison.OrdinalIgnoreCase) ? DatePart.Month
            : Century.IsMatch(before) ? DatePart.Year
            : ThenYear.IsMatch(after) ? DatePart.MonthAndDay
            : DatePart.Whole;
        // A later part of a date belongs to the part before it.
        var belongs = part is DatePart.Month or DatePart.Year && earlier.Count > 0 && start - earlier[^1].End < 12 ? earlier[^1].Expects : null;
        var around = before + Here + after;
        var fact = Rules.FirstOrDefault(r => r.Around.IsMatch(around)).Fact;
        return new FormBlank(earlier.Count + 1, start, end, belongs ?? fact ?? (expects.Length > 0 ? expects : part == DatePart.Whole ? "text" : "date"), part);
    }

    /// <summary>By number less one: the words for each blank; null where nothing is known.</summary>
    public static IReadOnlyList<string?> Values(IReadOnlyList<FormBlank> blanks, FillRequest request) =>
        [.. blanks.Select(b => request.Given.LastOrDefault(g => b.IsCalled(g.Blank)) is { Blank: not null } given ? given.Words : Known(b, request.Terms))];

    private static string? Known(FormBlank blank, Terms terms)
    {
        if (terms.Agents.FirstOrDefault(a => a.Role == blank.Expects) is { } agent) return agent.Name.Value;
        if (TermFact.Of(blank.Expects) is not Outcome<TermFact>.Done { Value: var fact } || fact.Get(terms) is not { } stated) return null;
        if (TermFact.Day(stated.Text) is Outcome<DateOnly>.Done { Value: var day }) return Part(day, blank.Part);
        if (blank.Part != DatePart.Whole) return null;
        return blank.Expects switch
        {
            "principal" or "seriesLimit" => Grouped(stated.Text),
            "paymentDates" or "recordDate" => Days(stated.Text),
            _ => stated.Text,
        };
    }

    private static string Part(DateOnly day, DatePart part) => part switch
    {
        DatePart.Whole => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture),
        DatePart.Day => day.Day + ((day.Day % 10, day.Day / 10) switch { (_, 1) => "th", (1, _) => "st", (2, _) => "nd", (3, _) => "rd", _ => "th" }),
        DatePart.Month => day.ToString("MMMM", CultureInfo.InvariantCulture),
        DatePart.MonthAndDay => day.ToString("MMMM d", CultureInfo.InvariantCulture),
        DatePart.Year => day.ToString("yy", CultureInfo.InvariantCulture),
    };

    /// <summary>"1000000.00" as documents write it: "1,000,000".</summary>
    private static string Grouped(string amount) => decimal.TryParse(amount, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
        ? value.ToString(value == decimal.Truncate(value) ? "N0" : "N2", CultureInfo.InvariantCulture) : amount;

    /// <summary>"05-04,11-04" as documents write it: "May 4 and November 4". Another rule stays as it is.</summary>
    private static string Days(string rule)
    {
        var days = rule.Split(',').Select(d => DateOnly.TryParseExact("2000-" + d, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Part(day, DatePart.MonthAndDay) : null).ToList();
        return days.Contains(null) ? rule : days.Count == 1 ? days[0]! : string.Join(", ", days[..^1]) + " and " + days[^1];
    }
}
