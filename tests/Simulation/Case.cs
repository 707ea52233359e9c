using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;

namespace Indenture.Tests.Simulation;

/// <summary>A whole number of n over d, kept as it is written.</summary>
internal readonly record struct Fraction(BigInteger N, BigInteger D)
{
    public static Fraction operator *(Fraction a, Fraction b) => new(a.N * b.N, a.D * b.D);

    public static Fraction operator +(Fraction a, Fraction b) => new(a.N * b.D + b.N * a.D, a.D * b.D);

    public static Fraction Of(decimal value)
    {
        BigInteger d = 1;
        while (value != decimal.Truncate(value)) (value, d) = (value * 10, d * 10);
        return new Fraction((BigInteger)value, d);
    }
}

/// <summary>A period as the clauses date it: NOTE-BDC-2, NOTE-BDC-3, NOTE-REC-1, NOTE-REC-2.</summary>
internal sealed record PaperPeriod(int N, DateOnly Start, DateOnly End, DateOnly Scheduled, DateOnly Payment, DateOnly Record, DateOnly Funding, DateOnly? Fixing, Fraction Year);

/// <summary>
/// A series picked by the dice: its terms as the program reads them, and beside them the dates and fractions worked out a second time, by counting days on
/// a wall calendar. Which days are open is taken from the program's calendars, which have tests of their own.
/// </summary>
internal sealed class Case
{
    public required string Id { get; init; }
    public required Currency Currency { get; init; }
    public required long Denomination { get; init; }
    public required long Principal { get; init; }
    public required long? TapPrincipal { get; init; }
    public required long? LargestCertificate { get; init; }
    public required DateOnly Issue { get; init; }
    public required DateOnly Maturity { get; init; }
    public required IReadOnlyList<(string Name, long Principal, long Owes)> Underwriters { get; init; }
    public required IReadOnlyList<(string Name, long Principal, long Owes)> TapUnderwriters { get; init; }
    public required IReadOnlyList<PaperPeriod> Periods { get; init; }

    /// <summary>Percent of each period; null where it floats.</summary>
    public required Func<PaperPeriod, decimal?> Rate { get; init; }
    public required decimal Spread { get; init; }
    public required RoundingLevel? Level { get; init; }
    public required RoundingDirection Direction { get; init; }
    public required int? UnclaimedYears { get; init; }
    public required decimal? FarFromLast { get; init; }
    public required (int Record, int Notice)? Defaulted { get; init; }

    /// <summary>Null where no exchange agent is appointed.</summary>
    public required PaperExchange? Exchange { get; init; }
    /// <summary>No payment goes while an account of a payee is not on file.</summary>
    public required bool DetailsBefore { get; init; }
    public required bool Certificates { get; init; }
    public required IReadOnlyList<NoteForm> Forms { get; init; }
    public required string Json { get; init; }
    public required string? TapJson { get; init; }

    public bool Floats => Spread != decimal.MinValue;

    public string Unit => Currency.Code;
    public string Principals => $"{Currency.Code} principal";
    public long Scale => Currency.Decimals == 0 ? 1 : 100;

    public Indenture.Core.Money Money(long minor) => new(minor, Currency);

    /// <summary>What a screen shows on a day: a made-up rate that is the same for everybody who looks.</summary>
    public decimal FixingOn(DateOnly day) => (day.DayNumber * 7919L % 400000 - 100000) / 100000m;

    // --- drawing one --------------------------------------------------------------------------------------------------------------------------

    private static readonly string[][] Cities = [["NewYork"], ["London"], ["Tokyo"], ["TARGET"], ["NewYork", "London"], ["NewYork", "London", "Tokyo"]];
    private static readonly string[] Dealers = ["Alpha Securities", "Beta & Co.", "Gamma, Inc."];

    public static Case Draw(Dice dice, string id)
    {
        var currency = dice.Of(Currency.USD, Currency.USD, Currency.JPY, Currency.JPY, Currency.EUR, Currency.GBP);
        var scale = currency.Decimals == 0 ? 1L : 100L;
        var denomination = currency.Decimals == 0 ? 10_000_000L : dice.Of(1_000L, 2_000L, 100_000L) * scale;
        var principal = denomination * dice.Between(60, 4000);
        var issue = new DateOnly(dice.Between(2003, 2014), dice.Between(1, 12), dice.Between(1, 28));
        var perYear = dice.Of(1, 2, 2, 2, 4, 4, 12);
        var count = dice.Between(3, 8);
        var kind = dice.Of("fixed", "fixed", "fixed", "floating", "floating", "step");
        var convention = dice.Of(BusinessDayConvention.Following, BusinessDayConvention.ModifiedFollowing, BusinessDayConvention.Preceding, BusinessDayConvention.Following, BusinessDayConvention.Unadjusted);
        var accrual = dice.Percent(40) ? Accrual.Adjusted : Accrual.Unadjusted;
        var cities = dice.Of(Cities);
        var open = Open(cities);

        // The grid: whole numbers of months from an anchor, a stub before it or none.
        var months = 12 / perYear;
        var stub = dice.Percent(35) ? dice.Between(15, 25) : 0;
        var anchor = issue.AddDays(stub);
        if (anchor.Day > 28) anchor = anchor.AddDays(-3);
        var grid = new List<DateOnly> { issue };
        if (anchor > issue) grid.Add(anchor);
        for (var i = 1; grid.Count <= count; i++) grid.Add(anchor.AddMonths(i * months));
        var maturity = grid[^1];
        var dates = perYear == 12 ? null : Enumerable.Range(0, perYear).Select(i => anchor.AddMonths(i * months)).Select(d => $"{d.Month:00}-{d.Day:00}").Order(StringComparer.Ordinal).ToList();

        var dayCount = dice.Of<string>(accrual == Accrual.Unadjusted
            ? ["30/360", "30/360", "30E/360", "Actual/360", "Actual/365F", "Actual/Actual ISDA", "Actual/Actual ICMA"]
            : ["30/360", "30E/360", "Actual/360", "Actual/365F", "Actual/Actual ISDA"]);
        RoundingLevel? level = dice.Of<RoundingLevel?>(RoundingLevel.Series, RoundingLevel.GlobalNote, RoundingLevel.Holder, RoundingLevel.CalculationAmount, RoundingLevel.Series, null);
        var direction = level is null ? RoundingDirection.HalfUp : dice.Of(RoundingDirection.HalfUp, RoundingDirection.HalfUp, RoundingDirection.HalfEven, RoundingDirection.Down);
        var certificates = dice.Percent(60);
        var exchanged = currency == Currency.JPY && dice.Percent(75);
        IReadOnlyList<NoteForm> forms = !certificates ? [NoteForm.Dtc] : dice.Percent(70) ? [NoteForm.International, NoteForm.Dtc] : [dice.Of(NoteForm.Dtc, NoteForm.International)];
        var record = dice.Between(0, 2);
        var recordDays = dice.Of(1, 2, 5);
        var recordDates = grid.Skip(1).Select(d => d.AddDays(-9)).Select(d => d.Day > 28 ? d.AddDays(-3) : d).Select(d => $"{d.Month:00}-{d.Day:00}").Distinct().Order(StringComparer.Ordinal).ToList();
        var funding = dice.Percent(60) ? ((string[] Cities, BusinessDayConvention Convention)?)(dice.Of(Cities), dice.Of(BusinessDayConvention.Preceding, BusinessDayConvention.Following)) : null;
        decimal? far = dice.Percent(30) ? 40m : null;
        int? years = dice.Percent(60) ? 1 : null;
        (int, int)? defaulted = dice.Percent(70) ? (dice.Of(10, 15), dice.Of(5, 10)) : null;
        var first = dice.Of(1.5m, 2.4m, 3.625m, 4.75m, 0.875m);
        var second = first + 0.375m;
        var spread = kind == "floating" ? dice.Of(0.25m, 0.55m, 1.1m) : decimal.MinValue;
        var stepAt = kind == "step" ? dice.Between(1, count - 1) : 0;
        var fixingOpen = Open(["London"]);

        DateOnly Moved(int i) => Adjust(grid[i], convention, open);
        var periods = new List<PaperPeriod>();
        for (var i = 1; i < grid.Count; i++)
        {
            var (start, end) = accrual == Accrual.Adjusted ? (Moved(i - 1), Moved(i)) : (grid[i - 1], grid[i]);
            var paid = Moved(i);
            var struck = record switch
            {
                0 => recordDates.SelectMany(d => new[] { On(d, grid[i].Year - 1), On(d, grid[i].Year) }).Where(d => d < grid[i]).Max(),
                1 => Back(paid, recordDays, open),
                _ => paid.AddDays(-recordDays),
            };
            var money = funding is { } rule ? Adjust(grid[i], rule.Convention, Open(rule.Cities)) : paid;
            DateOnly? fixing = kind == "floating" ? Back(Moved(i - 1), 2, fixingOpen) : null;
            periods.Add(new PaperPeriod(i, start, end, grid[i], paid, struck, money, fixing, Year(dayCount, start, end, perYear, months, i == 1 && stub > 0)));
        }

        var interest = new JsonObject { ["kind"] = kind == "step" ? "fixed" : kind, ["dayCount"] = dayCount, ["from"] = Iso(issue), ["firstPayment"] = Iso(grid[1]) };
        interest["paymentDates"] = dates is null ? new JsonObject { ["everyMonths"] = 1, ["day"] = anchor.Day } : new JsonArray([.. dates.Select(d => (JsonNode)d)]);
        if (kind == "floating")
        {
            interest["index"] = "EURIBOR";
            interest["indexTenorMonths"] = months;
            interest["spread"] = Text(spread);
            interest["floor"] = "0";
            interest["fixing"] = new JsonObject { ["businessDaysBefore"] = 2, ["calendars"] = new JsonArray("London") };
        }
        else interest["rate"] = Text(first);
        if (kind == "step") interest["then"] = new JsonArray(new JsonObject { ["from"] = Iso(grid[stepAt]), ["rate"] = Text(second) });
        if (level is { } at)
        {
            var rounding = new JsonObject { ["level"] = Names.Of(at), ["unit"] = scale == 1 ? "1" : "0.01", ["direction"] = Names.Of(direction) };
            if (at == RoundingLevel.CalculationAmount) rounding["calculationAmount"] = Amount(denomination, scale);
            interest["rounding"] = rounding;
        }
        var payment = new JsonObject { ["shortfallNotice"] = new JsonArray("telephone", "facsimile") };
        if (funding is { } f) payment["funding"] = new JsonObject { ["calendars"] = new JsonArray([.. f.Cities.Select(c => (JsonNode)c)]), ["convention"] = Names.Of(f.Convention) };
        payment["confirmation"] = Deadline(2, ["London"], "10:00");
        if (far is { } percent) payment["farFromLast"] = Text(percent);
        if (years is { } y) payment["unclaimedYears"] = y;
        PaperExchange? exchange = !exchanged ? null : new PaperExchange("Cede & Co.", Open(["NewYork", "London", "Tokyo"]), dice.Percent(70) ? 5 : null, dice.Of("bid", "mid"));

        var details = dice.Percent(20);
        if (details) payment["payeeDetails"] = "before-payment";
        var price = dice.Of(100m, 99.5m, 99.75m);
        var dealers = Dealers[..dice.Between(1, 3)];
        var tap = dice.Percent(25) ? denomination * dice.Between(4, 400) : (long?)null;
        long? largest = !certificates && dice.Percent(30) ? denomination * 50 : null;
        var (ours, taps) = (Shared(principal, denomination, dealers, price), tap is { } t ? Shared(t, denomination, dealers[..1], price) : []);
        JsonObject TermsOf(long amount, DateOnly issued, IReadOnlyList<(string Name, long Principal, long Owes)> buyers)
        {
            var json = new JsonObject
            {
                ["title"] = $"Notes due {maturity.Year}", ["issuer"] = "An Issuer", ["currency"] = currency.Code, ["principal"] = Amount(amount, scale), ["identifiers"] = new JsonObject { ["isin"] = id },
                ["issueDate"] = Iso(issued), ["maturity"] = Iso(maturity), ["purchasePrice"] = Text(price),
                ["underwriters"] = new JsonArray([.. buyers.Select(b => new JsonObject { ["name"] = b.Name, ["principal"] = Amount(b.Principal, scale) })]),
                ["denomination"] = new JsonObject { ["minimum"] = Amount(denomination, scale), ["multiple"] = Amount(denomination, scale) },
                ["interest"] = interest.DeepClone(),
                ["businessDays"] = new JsonObject { ["calendars"] = new JsonArray([.. cities.Select(c => (JsonNode)c)]), ["convention"] = Names.Of(convention), ["accrual"] = Names.Of(accrual) },
                ["recordDate"] = record switch
                {
                    0 => new JsonObject { ["dates"] = new JsonArray([.. recordDates.Select(d => (JsonNode)d)]) },
                    1 => new JsonObject { ["businessDaysBefore"] = recordDays, ["calendars"] = new JsonArray([.. cities.Select(c => (JsonNode)c)]) },
                    _ => new JsonObject { ["calendarDaysBefore"] = recordDays },
                },
                ["payment"] = payment.DeepClone(),
            };
            if (largest is { } cap) json["largestCertificate"] = Amount(cap, scale);
            if (defaulted is { } d) json["defaultedInterest"] = new JsonObject { ["recordBeforePayment"] = d.Item1, ["noticeBeforeRecord"] = d.Item2 };
            if (exchange is not null)
            {
                var rules = new JsonObject
                {
                    ["holder"] = exchange.Holder, ["currency"] = "USD", ["purchase"] = Deadline(2, ["NewYork", "London", "Tokyo"], "11:00"), ["side"] = exchange.Side,
                    ["rounding"] = new JsonObject { ["unit"] = "0.01", ["direction"] = "half-up" },
                };
                if (exchange.ElectionDays is { } days) rules["election"] = Deadline(days, ["NewYork", "London", "Tokyo"], "17:00");
                json["exchange"] = rules;
            }
            return json;
        }

        return new Case
        {
            Id = id, Currency = currency, Denomination = denomination, Principal = principal, TapPrincipal = tap, LargestCertificate = largest, Issue = issue, Maturity = maturity, Underwriters = ours, TapUnderwriters = taps,
            Periods = periods, Spread = spread, Level = level, Direction = direction, UnclaimedYears = years, FarFromLast = far, Defaulted = defaulted, Exchange = exchange, DetailsBefore = details, Certificates = certificates, Forms = forms,
            Rate = kind switch { "floating" => _ => null, "step" => p => p.N > stepAt ? second : first, _ => _ => first },
            Json = TermsOf(principal, issue, ours).ToJsonString(), TapJson = tap is { } more ? TermsOf(more, issue.AddDays(20), taps).ToJsonString() : null,
        };
    }

    private static JsonObject Deadline(int days, string[] cities, string time) =>
        new() { ["businessDaysBefore"] = days, ["calendars"] = new JsonArray([.. cities.Select(c => (JsonNode)c)]), ["time"] = time, ["zone"] = "Europe/London" };

    /// <summary>Allocations in whole denominations, and what each owes at the price; a remainder of a unit does not occur: the price has two decimals and the denominations are round.</summary>
    private static List<(string, long, long)> Shared(long principal, long denomination, string[] dealers, decimal price)
    {
        var each = principal / denomination / dealers.Length * denomination;
        return [.. dealers.Select((d, i) => i == 0 ? principal - each * (dealers.Length - 1) : each).Zip(dealers, (p, d) => (d, p, (long)(p * price / 100)))];
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Amount(long minor, long scale) => scale == 1 ? minor.ToString(CultureInfo.InvariantCulture) : $"{minor / 100}.{minor % 100:00}";

    // --- the wall calendar ----------------------------------------------------------------------------------------------------------------------

    public static Func<DateOnly, bool> Open(string[] cities)
    {
        var joint = Calendars.Standard.Resolve(new CalendarSet(cities)).Require();
        return joint.IsOpen;
    }

    public static DateOnly Adjust(DateOnly day, BusinessDayConvention convention, Func<DateOnly, bool> open)
    {
        if (convention == BusinessDayConvention.Unadjusted) return day;
        var (forward, back) = (day, day);
        while (!open(forward)) forward = forward.AddDays(1);
        while (!open(back)) back = back.AddDays(-1);
        if (convention == BusinessDayConvention.Preceding) return back;
        return convention == BusinessDayConvention.ModifiedFollowing && forward.Month != day.Month ? back : forward;
    }

    public static DateOnly Back(DateOnly day, int days, Func<DateOnly, bool> open)
    {
        for (var left = days; left > 0;)
        {
            day = day.AddDays(-1);
            if (open(day)) left--;
        }
        return day;
    }

    /// <summary>The instant of a London time of day, in UTC.</summary>
    public static DateTimeOffset London(DateOnly day, int hour) =>
        new(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new TimeOnly(hour, 0)), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")), TimeSpan.Zero);

    private static DateOnly On(string monthDay, int year) => new(year, int.Parse(monthDay[..2], CultureInfo.InvariantCulture), int.Parse(monthDay[3..], CultureInfo.InvariantCulture));

    // --- the fraction of a year -----------------------------------------------------------------------------------------------------------------

    /// <summary>ISDA 2006 4.16 (b), (d), (e), (f), (g) and ICMA Rule 251 for regular periods and a short first one, each as its clause words it.</summary>
    private static Fraction Year(string basis, DateOnly a, DateOnly b, int perYear, int months, bool shortFirst)
    {
        BigInteger actual = b.DayNumber - a.DayNumber;
        switch (basis)
        {
            case "30/360":
            {
                var d1 = a.Day == 31 ? 30 : a.Day;
                var d2 = b.Day == 31 && d1 == 30 ? 30 : b.Day;
                return new Fraction(360 * (b.Year - a.Year) + 30 * (b.Month - a.Month) + d2 - d1, 360);
            }
            case "30E/360":
                return new Fraction(360 * (b.Year - a.Year) + 30 * (b.Month - a.Month) + Math.Min(b.Day, 30) - Math.Min(a.Day, 30), 360);
            case "Actual/360": return new Fraction(actual, 360);
            case "Actual/365F": return new Fraction(actual, 365);
            case "Actual/Actual ISDA":
            {
                BigInteger leap = 0, common = 0;
                for (var day = a; day < b; day = day.AddDays(1))
                    if (DateTime.IsLeapYear(day.Year)) leap++;
                    else common++;
                return new Fraction(common, 365) + new Fraction(leap, 366);
            }
            default:
                // A regular period counts one over the periods of a year; a short first one its days over those of the period that would end with it.
                return shortFirst ? new Fraction(actual, perYear * (b.DayNumber - b.AddMonths(-months).DayNumber)) : new Fraction(1, perYear);
        }
    }
}

/// <summary>The exchange agent's rules: five business days of three cities for an election, two for the purchase, both London time.</summary>
internal sealed record PaperExchange(string Holder, Func<DateOnly, bool> Open, int? ElectionDays, string Side);
