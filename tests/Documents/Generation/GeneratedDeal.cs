using System.Globalization;

namespace Indenture.Tests.Documents.Generation;

/// <summary>Random terms of notes that never were. A fault is planted by changing one of them after it was drawn, so that it is printed in every layout alike.</summary>
internal sealed record GeneratedDeal
{
    public required string Issuer { get; init; }
    public required string State { get; init; }
    public required long Principal { get; init; }
    public required DateOnly Agreed { get; init; }
    public required DateOnly Closing { get; init; }
    public required DateOnly Maturity { get; init; }

    /// <summary>As the note prints it; differs only by a planted fault.</summary>
    public required DateOnly NoteFrom { get; init; }

    /// <summary>Printed in place of the maturity where no calendar has it.</summary>
    public string? ImpossibleMaturity { get; init; }

    public required int MonthsOfPeriod { get; init; }
    public required DateOnly FirstPayment { get; init; }

    /// <summary>Percent; null for floating notes.</summary>
    public required string? Rate { get; init; }

    public required string Spread { get; init; }
    public required int TenorMonths { get; init; }

    /// <summary>The tenor in the note's description of LIBOR.</summary>
    public required int SourceTenorMonths { get; init; }

    public required string PurchasePrice { get; init; }
    public required string PublicPrice { get; init; }

    /// <summary>Amounts in whole dollars; a null amount is a row with nothing beside the name, a null name an amount beside none.</summary>
    public required IReadOnlyList<(string? Name, long? Amount)> Underwriters { get; init; }

    public required long Total { get; init; }
    public required long Limit { get; init; }
    public required string Cusip { get; init; }

    /// <summary>How this deal's lawyers write: the sign before an amount, the words for a total, the labels of a term sheet.</summary>
    public required string Sign { get; init; }

    public required string TotalLabel { get; init; }
    public required string MaturityLabel { get; init; }
    public required string PriceLabel { get; init; }
    public required string PrincipalLabel { get; init; }
    public required string SettlementLabel { get; init; }
    public required string AnnexName { get; init; }
    public required bool SignInEveryRow { get; init; }
    public required string Isin { get; init; }

    public string Title => (Rate is null ? "Floating Rate" : Rate + "%") + $" Notes due {Maturity.Year}";

    /// <summary>The days of payment within a year, ascending.</summary>
    public IReadOnlyList<DateOnly> PaymentDays => [.. Enumerable.Range(0, 12 / MonthsOfPeriod).Select(i => new DateOnly(2001, Maturity.Month, Maturity.Day).AddMonths(i * MonthsOfPeriod)).Select(d => new DateOnly(2001, d.Month, d.Day)).Order()];

    public static string Long(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Grouped(long amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(int months) => months switch { 1 => "one", 3 => "three", 6 => "six", _ => throw new ArgumentOutOfRangeException(nameof(months)) };

    /// <summary>"May 4 and November 4".</summary>
    public string DaysInWords
    {
        get
        {
            var days = PaymentDays.Select(d => d.ToString("MMMM d", CultureInfo.InvariantCulture)).ToList();
            return days.Count == 1 ? days[0] : string.Join(", ", days[..^1]) + " and " + days[^1];
        }
    }

    public string Frequency => MonthsOfPeriod switch { 3 => "quarterly", 6 => "semi-annually", _ => "annually" };

    // --- drawing -------------------------------------------------------------------------------------------------------------------------------

    private static readonly string[] Firsts = ["Alder", "Birch", "Cedar", "Dunmore", "Elmwood", "Farrow", "Granite", "Harbour", "Ironbridge", "Juniper", "Kestrel", "Larkspur", "Marlow", "Northgate"];
    private static readonly string[] Seconds = ["Holdings", "Industries", "Financial Group", "Energy", "Railways", "Foods", "Materials", "Logistics"];
    private static readonly string[] Houses = ["Securities LLC", "Capital Markets, Inc.", "& Co. Inc.", "Brothers L.P.", "Markets Limited", "Securities (USA) LLC"];
    private static readonly string[] States = ["Delaware", "New York", "Ohio", "Maryland"];

    public static GeneratedDeal Draw(Random random)
    {
        T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
        var agreed = Weekday(new DateOnly(random.Next(2003, 2020), random.Next(1, 13), random.Next(1, 29)));
        var closing = Weekday(agreed.AddDays(random.Next(1, 8)));
        // No payment on the 29th to 31st: month ends are another matter.
        while (closing.Day > 28) closing = Weekday(closing.AddDays(1));
        var months = One([3, 6, 12]);
        var maturity = closing.AddYears(random.Next(2, 31));
        var (principal, underwriters) = Shares(random, One);
        var cusip = CusipOf(random);
        var floating = random.Next(3) == 0;
        var tenor = months == 6 ? 6 : 3;
        if (floating && months == 12) months = 3;
        return new GeneratedDeal
        {
            Issuer = $"{One(Firsts)} {One(Seconds)}{One([", Inc.", " Inc.", " Corporation"])}", State = One(States), Principal = principal, Agreed = agreed, Closing = closing, Maturity = maturity, NoteFrom = closing,
            MonthsOfPeriod = months, FirstPayment = closing.AddMonths(months), Rate = floating ? null : One([$"{random.Next(1, 10)}.{random.Next(8) * 125:000}", $"{random.Next(1, 10)}.{random.Next(100):00}"]),
            Spread = $"0.{random.Next(1, 100):00}", TenorMonths = tenor, SourceTenorMonths = tenor, PurchasePrice = $"9{random.Next(6, 9)}.{random.Next(1000):000}", PublicPrice = $"99.{random.Next(1000):000}",
            Sign = One(["$", "U.S.$", "US$", "$ "]), TotalLabel = One(["TOTAL", "Total", "Total:"]), MaturityLabel = One(["Maturity", "Maturity Date", "Stated Maturity", "Stated Maturity Date"]),
            PriceLabel = One(["Price to Public", "Public Offering Price", "Initial Price to Public", "Issue Price"]), PrincipalLabel = One(["Principal Amount", "Aggregate Principal Amount", "Principal Amount Offered", "Size"]),
            SettlementLabel = One(["Settlement Date", "Closing Date", "Settlement"]), AnnexName = One(["Annex A", "Schedule I", "Schedule A"]), SignInEveryRow = random.Next(2) == 0,
            Underwriters = underwriters, Total = principal, Limit = principal + 100_000_000L * random.Next(4), Cusip = cusip, Isin = IsinOf(cusip),
        };
    }

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };

    private static (long Principal, IReadOnlyList<(string? Name, long? Amount)> Rows) Shares(Random random, Func<IReadOnlyList<string>, string> one)
    {
        var names = new List<string>();
        for (var count = random.Next(2, 10); names.Count < count;)
            if ($"{one(Firsts)} {one(Houses)}" is var name && !names.Any(n => n.Split(' ')[0] == name.Split(' ')[0])) names.Add(name);
        var rows = names.Select(n => ((string?)n, (long?)random.Next(5, 400) * 500_000L)).ToList();
        return (rows.Sum(r => r.Item2!.Value), rows);
    }

    private static string CusipOf(Random random)
    {
        var body = string.Concat(Enumerable.Range(0, 6).Select(_ => (char)('0' + random.Next(10)))) + (char)('A' + random.Next(8)) + (char)('A' + random.Next(8));
        return body + CusipDigit(body);
    }

    /// <summary>Every second value doubled, the digits of all summed; the check digit makes the sum a multiple of ten.</summary>
    private static int CusipDigit(string body) =>
        (10 - body.Select((c, i) => (char.IsDigit(c) ? c - '0' : c - 'A' + 10) * (i % 2 == 1 ? 2 : 1)).Sum(v => v / 10 + v % 10) % 10) % 10;

    /// <summary>Letters as two digits, then from the right every other digit doubled and the digits of all summed.</summary>
    private static string IsinOf(string cusip)
    {
        var body = "US" + cusip;
        var digits = string.Concat(body.Select(c => char.IsDigit(c) ? (c - '0').ToString(CultureInfo.InvariantCulture) : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        var sum = digits.Reverse().Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(v => v / 10 + v % 10);
        return body + (10 - sum % 10) % 10;
    }
}
