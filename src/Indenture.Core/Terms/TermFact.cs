using System.Globalization;

namespace Indenture.Core;

/// <summary>
/// One named fact of the terms: the single home of how its normalised text becomes a value of <see cref="Terms"/> and back. The reader of
/// documents, a person's assumption and a person's settlement all go through this table, so that a fact means the same whoever states it.
/// </summary>
public sealed class TermFact
{
    private readonly Func<Terms, (string Text, IReadOnlyList<Source> Sources)?> _get;
    private readonly Func<Terms, string, string?, Source, Outcome<Terms>> _with;
    private readonly Func<Terms, IReadOnlyList<Source>, Terms> _cite;
    private readonly Func<Terms, Terms, Terms> _copy;

    private TermFact(string name, string path, Func<Terms, (string, IReadOnlyList<Source>)?> get,
        Func<Terms, string, string?, Source, Outcome<Terms>> with, Func<Terms, IReadOnlyList<Source>, Terms> cite, Func<Terms, Terms, Terms> copy) =>
        (Name, Path, _get, _with, _cite, _copy) = (name, path, get, with, cite, copy);

    /// <summary>The fact's name: dayCount, interestRate, closingDate …</summary>
    public string Name { get; }

    /// <summary>Where it stands in the interchange document: "interest.dayCount".</summary>
    public string Path { get; }

    /// <summary>The normalised text and the sources; null where no document states it.</summary>
    public (string Text, IReadOnlyList<Source> Sources)? Get(Terms terms) => _get(terms);

    /// <summary>The terms with this fact set to another value, whatever it was: only for a settlement, whose source keeps what it replaces.</summary>
    public Outcome<Terms> Replace(Terms terms, string text, string? unit, Source source) => _with(terms, text, unit, source);

    /// <summary>The second terms with this fact as the first have it, sources included; unchanged where the first do not have it.</summary>
    public Terms Copy(Terms from, Terms to) => _copy(from, to);

    /// <summary>
    /// Adds what one more source states. The same value gains a source; another value is refused FACT-CONFLICT with both, and the caller
    /// makes a finding of it.
    /// </summary>
    public Outcome<Terms> Add(Terms terms, string text, string? unit, Source source)
    {
        if (_get(terms) is not { } stated) return _with(terms, text, unit, source);
        return _with(new Terms { Currency = terms.Currency }, text, unit, source).Then(alone =>
        {
            var added = _get(alone)!.Value;
            return added.Text == stated.Text
                ? _with(terms, text, unit, source).Map(t => _cite(t, stated.Sources))
                : Refusal.Of(FactRefusal.FactConflict, $"{Name} is stated as {stated.Text} and as {added.Text}.");
        });
    }

    /// <summary>Every fact of the terms, in the order of the interchange document.</summary>
    public static IReadOnlyList<TermFact> All { get; } =
    [
        Text("title", "title", t => t.Title, (t, v) => t with { Title = v }),
        Text("issuer", "issuer", t => t.Issuer, (t, v) => t with { Issuer = v }),
        Make("currency", "currency", t => t.Currency, (t, v) => t with { Currency = v }, c => c.Code, (s, _, _) => Currency.Of(s)),
        Make("principal", "principal", t => t.Principal, (t, v) => t with { Principal = v }, m => m.ToString(), Amount),
        Text("cusip", "identifiers.cusip", t => t.Cusip, (t, v) => t with { Cusip = v }),
        Text("isin", "identifiers.isin", t => t.Isin, (t, v) => t with { Isin = v }),
        Text("commonCode", "identifiers.commonCode", t => t.CommonCode, (t, v) => t with { CommonCode = v }),
        Date("issueDate", "issueDate", t => t.IssueDate, (t, v) => t with { IssueDate = v }),
        Date("maturity", "maturity", t => t.Maturity, (t, v) => t with { Maturity = v }),
        Rate("purchasePrice", "purchasePrice", t => t.PurchasePrice, (t, v) => t with { PurchasePrice = v }),
        Rate("publicPrice", "publicPrice", t => t.PublicPrice, (t, v) => t with { PublicPrice = v }),
        Date("closingDate", "closing.date", t => t.Closing.Date, (t, v) => t with { Closing = t.Closing with { Date = v } }),
        Make("closingTime", "closing.time", t => t.Closing.Time, (t, v) => t with { Closing = t.Closing with { Time = v } },
            v => v.ToString("HH:mm", CultureInfo.InvariantCulture), (s, _, _) => Time(s)),
        Text("closingZone", "closing.zone", t => t.Closing.Zone, (t, v) => t with { Closing = t.Closing with { Zone = v } }),
        Text("closingPlace", "closing.place", t => t.Closing.Place, (t, v) => t with { Closing = t.Closing with { Place = v } }),
        Make("interestKind", "interest.kind", t => t.Interest.Kind, (t, v) => t with { Interest = t.Interest with { Kind = v } }, Names.Of, (s, _, _) => Case<InterestKind>(s)),
        Rate("interestRate", "interest.rate", t => t.Interest.Rate, (t, v) => t with { Interest = t.Interest with { Rate = v } }),
        Text("index", "interest.index", t => t.Interest.Index, (t, v) => t with { Interest = t.Interest with { Index = v } }),
        Make("indexTenorMonths", "interest.indexTenorMonths", t => t.Interest.IndexTenorMonths, (t, v) => t with { Interest = t.Interest with { IndexTenorMonths = v } },
            v => v.ToString(CultureInfo.InvariantCulture), (s, _, _) => Whole(s)),
        Rate("spread", "interest.spread", t => t.Interest.Spread, (t, v) => t with { Interest = t.Interest with { Spread = v } }),
        Text("indexSource", "interest.indexSource", t => t.Interest.IndexSource, (t, v) => t with { Interest = t.Interest with { IndexSource = v } }),
        Make("fixingRule", "interest.fixing", t => t.Interest.Fixing, (t, v) => t with { Interest = t.Interest with { Fixing = v } }, v => v.ToString(), (s, _, _) => Fixing(s)),
        Rate("floor", "interest.floor", t => t.Interest.Floor, (t, v) => t with { Interest = t.Interest with { Floor = v } }),
        Rate("cap", "interest.cap", t => t.Interest.Cap, (t, v) => t with { Interest = t.Interest with { Cap = v } }),
        Make("multiplier", "interest.multiplier", t => t.Interest.Multiplier, (t, v) => t with { Interest = t.Interest with { Multiplier = v } },
            v => v.ToString(CultureInfo.InvariantCulture), (s, _, _) => Decimal(s)),
        Make("compounding", "interest.compounding", t => t.Interest.Compounding, (t, v) => t with { Interest = t.Interest with { Compounding = v } }, v => v.ToString(), (s, _, _) => Compound(s)),
        Make("rateRounding", "interest.rateRounding", t => t.Interest.RateRounding, (t, v) => t with { Interest = t.Interest with { RateRounding = v } }, v => v.ToString(), (s, _, _) => RoundRate(s)),
        Make("rateFallback", "interest.fallback", t => t.Interest.Fallback, (t, v) => t with { Interest = t.Interest with { Fallback = v } }, v => v.ToString(),
            (s, _, _) => RateFallback.Parse(s) is { } fallback ? fallback : Malformed<RateFallback>(s, $"steps such as \"{RateFallback.LondonThenNewYork}\"")),
        Make("dayCount", "interest.dayCount", t => t.Interest.DayCount, (t, v) => t with { Interest = t.Interest with { DayCount = v } }, v => v.Name(),
            (s, _, _) => DayCountNames.Find(s) is { } basis ? basis : Malformed<DayCountBasis>(s, DayCountNames.All())),
        Date("interestFrom", "interest.from", t => t.Interest.From, (t, v) => t with { Interest = t.Interest with { From = v } }),
        Make("paymentDates", "interest.paymentDates", t => t.Interest.PaymentDates, (t, v) => t with { Interest = t.Interest with { PaymentDates = v } },
            v => v.ToString(), (s, _, _) => PaymentDates.Parse(s)),
        Date("firstPayment", "interest.firstPayment", t => t.Interest.FirstPayment, (t, v) => t with { Interest = t.Interest with { FirstPayment = v } }),
        Make("endOfMonth", "interest.endOfMonth", t => t.Interest.EndOfMonth, (t, v) => t with { Interest = t.Interest with { EndOfMonth = v } },
            v => v ? "true" : "false", (s, _, _) => s switch { "true" => true, "false" => false, _ => Malformed<bool>(s, "true, false") }),
        Make("rounding", "interest.rounding", t => t.Interest.Rounding, (t, v) => t with { Interest = t.Interest with { Rounding = v } }, v => v.ToString(), (s, _, _) => Round(s)),
        Make("businessDayCities", "businessDays.calendars", t => t.BusinessDays.Calendars, (t, v) => t with { BusinessDays = t.BusinessDays with { Calendars = v } },
            v => string.Join(",", v.Names), (s, _, _) => new CalendarSet(s.Split([',', '+'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => n.Replace(" ", "", StringComparison.Ordinal)))),
        Make("businessDayConvention", "businessDays.convention", t => t.BusinessDays.Convention, (t, v) => t with { BusinessDays = t.BusinessDays with { Convention = v } },
            Names.Of, (s, _, _) => Case<BusinessDayConvention>(s)),
        Make("accrual", "businessDays.accrual", t => t.BusinessDays.Accrual, (t, v) => t with { BusinessDays = t.BusinessDays with { Accrual = v } }, Names.Of, (s, _, _) => Case<Accrual>(s)),
        Make("maturityRule", "businessDays.maturity", t => t.BusinessDays.Maturity, (t, v) => t with { BusinessDays = t.BusinessDays with { Maturity = v } }, Names.Of, (s, _, _) => Case<MaturityRule>(s)),
        Make("recordDate", "recordDate", t => t.RecordDate, (t, v) => t with { RecordDate = v }, v => v.ToString(),
            (s, unit, _) => RecordDateRule.Parse(s, unit is null ? null : new CalendarSet(unit.Split(',')))),
        Make("denomination", "denomination", t => t.Denomination, (t, v) => t with { Denomination = v }, v => v.ToString(), Denominated),
        Make("seriesLimit", "seriesLimit", t => t.SeriesLimit, (t, v) => t with { SeriesLimit = v }, v => v.ToString(), Amount),
        Make("largestCertificate", "largestCertificate", t => t.LargestCertificate, (t, v) => t with { LargestCertificate = v }, m => m.ToString(), PositiveAmount),
        .. new[]
        {
            "redemption", "listing", "guarantor", "guarantee", "guaranteeExpiry", "governingLaw", "reopens", "consolidatedPrincipal", "indentureDate",
            "agreementDate", "acceptBy", "amendment", "tax",
        }.Select(Statement),
        .. new[] { "dayRules", "payment", "defaultedInterest", "exchange", "rateNotices" }.Select(Rules),
    ];

    private static readonly Dictionary<string, TermFact> ByName = All.ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <summary>Refused FACT-UNKNOWN for a name that is no fact of the terms.</summary>
    public static Outcome<TermFact> Of(string name) =>
        ByName.TryGetValue(name, out var fact) ? fact
            : Refusal.Of(ValueRefusal.FactUnknown, $"\"{name}\" is not a fact of the terms; there are {string.Join(", ", All.Select(f => f.Name))}.");

    private static TermFact Make<T>(string name, string path, Func<Terms, Cited<T>?> get, Func<Terms, Cited<T>, Terms> set,
        Func<T, string> print, Func<string, string?, Terms, Outcome<T>> parse) where T : notnull =>
        new(name, path,
            t => get(t) is { } cited ? (print(cited.Value), cited.Sources) : null,
            (t, text, unit, source) => parse(text, unit, t).Map(value => set(t, new Cited<T>(value, source))),
            (t, earlier) => get(t) is { } now ? set(t, new Cited<T>(now.Value, earlier).AlsoIn(now.Sources)) : t,
            (from, to) => get(from) is { } cited ? set(to, cited) : to);

    private static TermFact Text(string name, string path, Func<Terms, Cited<string>?> get, Func<Terms, Cited<string>, Terms> set) =>
        Make(name, path, get, set, v => v, (s, _, _) => s);

    private static TermFact Date(string name, string path, Func<Terms, Cited<DateOnly>?> get, Func<Terms, Cited<DateOnly>, Terms> set) =>
        Make(name, path, get, set, v => v.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (s, _, _) => Day(s));

    private static TermFact Rate(string name, string path, Func<Terms, Cited<Percent>?> get, Func<Terms, Cited<Percent>, Terms> set) =>
        Make(name, path, get, set, v => v.ToString(), (s, _, _) => Percent.Parse(s));

    private static TermFact Statement(string name) => Text(name, name,
        t => t.Statements.GetValueOrDefault(name),
        (t, v) => t with { Statements = new SortedDictionary<string, Cited<string>>(t.Statements.ToDictionary(), StringComparer.Ordinal) { [name] = v } });

    /// <summary>A statement that is either words or, where it begins with a brace, rules as one JSON object; what the members mean is read where they are applied.</summary>
    private static TermFact Rules(string name) => Make(name, name,
        t => t.Statements.GetValueOrDefault(name),
        (t, v) => t with { Statements = new SortedDictionary<string, Cited<string>>(t.Statements.ToDictionary(), StringComparer.Ordinal) { [name] = v } },
        v => v, (s, _, _) => s.TrimStart().StartsWith('{') ? Whole(s, name) : s);

    private static Outcome<string> Whole(string json, string name)
    {
        try
        {
            return System.Text.Json.Nodes.JsonNode.Parse(json) is System.Text.Json.Nodes.JsonObject read ? read.ToJsonString() : Malformed<string>(json, "one JSON object");
        }
        catch (System.Text.Json.JsonException e)
        {
            return Refusal.Of(ValueRefusal.FactMalformed, $"The rules of {name} are no JSON object: {e.Message}");
        }
    }

    /// <summary>Reads a date as the interchange writes it: 2004-02-09.</summary>
    public static Outcome<DateOnly> Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : Refusal.Of(ValueRefusal.DateMalformed, $"\"{text}\" is not a date such as 2004-02-09.");

    private static Outcome<TimeOnly> Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : Malformed<TimeOnly>(text, "a time such as 08:30");

    private static Outcome<int> Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : Malformed<int>(text, "a whole number");

    private static Outcome<T> Case<T>(string text) where T : struct, Enum => Names.Find<T>(text) is { } value ? value : Malformed<T>(text, Names.All<T>());

    private static Outcome<Money> Amount(string text, string? unit, Terms terms)
    {
        if (unit is not null) return Currency.Of(unit).Then(c => Money.Parse(text, c));
        return terms.Currency is { } currency
            ? Money.Parse(text, currency.Value)
            : Refusal.Of(ValueRefusal.CurrencyUnknown, $"{text} has no currency: none is stated with it or in the terms.");
    }

    private static Outcome<Money> PositiveAmount(string text, string? unit, Terms terms) => Amount(text, unit, terms).Then<Money>(amount =>
        amount.Minor > 0 ? amount : Malformed<Money>(text, "an amount above zero"));

    private static Outcome<Rounding> Round(string text) => Rounding.Parse(text) is { } rounding
        ? rounding
        : Malformed<Rounding>(text, $"a rounding such as \"0.01 half-up\", \"0.01 half-up per series\" or \"0.01 half-up per calculation-amount of 1000.00\"; directions {Names.All<RoundingDirection>()}; levels {Names.All<RoundingLevel>()}");

    /// <summary>"0.00001 half-up", the unit in percent.</summary>
    private static Outcome<RateRounding> RoundRate(string text) =>
        text.Split(' ') is [var unit, var direction] && Unit(unit) is { } percent && Names.Find<RoundingDirection>(direction) is { } towards
            ? new RateRounding(percent, towards)
            : Malformed<RateRounding>(text, $"a rounding of a rate such as \"0.00001 half-up\", the unit in percent; directions {Names.All<RoundingDirection>()}");

    private static decimal? Unit(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var unit) && unit > 0 ? unit : null;

    /// <summary>"compounded", "averaged, lookback 5", "compounded, lookback 2, observation shift".</summary>
    private static Outcome<Compounding> Compound(string text)
    {
        var parts = text.Split(", ");
        if (Names.Find<CompoundingMethod>(parts[0]) is { } method)
        {
            if (parts.Length == 1) return new Compounding(method);
            if (parts[1].Split(' ') is ["lookback", var days] && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var lookback))
            {
                if (parts.Length == 2) return new Compounding(method, lookback);
                if (parts.Length == 3 && parts[2] == "observation shift") return new Compounding(method, lookback, ObservationWeights.ObservationPeriod);
            }
        }
        return Malformed<Compounding>(text, $"a rule such as \"compounded\", \"averaged, lookback 5\" or \"compounded, lookback 2, observation shift\"; methods {Names.All<CompoundingMethod>()}");
    }

    private static Outcome<decimal> Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : Malformed<decimal>(text, "a decimal such as 1.5");

    /// <summary>"2 London business days before".</summary>
    private static Outcome<FixingRule> Fixing(string text)
    {
        var words = text.Split(' ');
        return words.Length == 5 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var days) &&
               words[2] == "business" && words[3] is "day" or "days" && words[4] == "before"
            ? new FixingRule(days, new CalendarSet(words[1].Split('+')))
            : Malformed<FixingRule>(text, "a rule such as \"2 London business days before\"");
    }

    /// <summary>"1000.00 and multiples of 1000.00", or the minimum alone, which is then the multiple too.</summary>
    private static Outcome<Denomination> Denominated(string text, string? unit, Terms terms)
    {
        var parts = text.Split(" and multiples of ");
        return Amount(parts[0], unit, terms).Then(minimum => parts.Length == 1
            ? new Denomination(minimum, minimum)
            : Amount(parts[1], unit, terms).Map(multiple => new Denomination(minimum, multiple)));
    }

    private static Outcome<T> Malformed<T>(string text, string expected) =>
        Refusal.Of(ValueRefusal.FactMalformed, $"\"{text}\" is not one of or not formed as {expected}.");
}

/// <summary>Why a fact was not added to the terms.</summary>
public enum FactRefusal { FactConflict }
