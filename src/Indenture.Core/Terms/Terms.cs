namespace Indenture.Core;

/// <summary>
/// What the documents promise, so far as they state it: the interchange document. Null is unknown (and named in <see cref="Gaps"/>), never zero.
/// Every value carries its sources. What is owed is computed from the promise, which has no unknowns.
/// </summary>
public sealed record Terms
{
    public Cited<string>? Title { get; init; }
    public Cited<string>? Issuer { get; init; }
    public Cited<Currency>? Currency { get; init; }

    /// <summary>Aggregate principal; for a series with taps, their sum.</summary>
    public Cited<Money>? Principal { get; init; }

    public Cited<string>? Cusip { get; init; }
    public Cited<string>? Isin { get; init; }
    public Cited<string>? CommonCode { get; init; }
    public Cited<DateOnly>? IssueDate { get; init; }
    public Cited<DateOnly>? Maturity { get; init; }

    /// <summary>Percent of principal that the underwriters pay the issuer.</summary>
    public Cited<Percent>? PurchasePrice { get; init; }

    /// <summary>Percent of principal at which the notes are first offered.</summary>
    public Cited<Percent>? PublicPrice { get; init; }

    public IReadOnlyList<Underwriter> Underwriters { get; init; } = [];
    public IReadOnlyList<Tap> Taps { get; init; } = [];
    public Closing Closing { get; init; } = new();
    public Interest Interest { get; init; } = new();
    public Grid? Schedule { get; init; }
    public BusinessDays BusinessDays { get; init; } = new();
    public Cited<RecordDateRule>? RecordDate { get; init; }
    public Cited<Denomination>? Denomination { get; init; }
    public IReadOnlyList<Agent> Agents { get; init; } = [];

    /// <summary>The most that the form of note or the indenture lets be issued in the series.</summary>
    public Cited<Money>? SeriesLimit { get; init; }

    /// <summary>The largest principal one global note may represent, by the depositary's rules; null where none is given.</summary>
    public Cited<Money>? LargestCertificate { get; init; }

    /// <summary>Statements kept as their normalised words until a rule of their own carries them: redemption, guarantee, guaranteeExpiry, listing, governingLaw and the like, by fact name.</summary>
    public IReadOnlyDictionary<string, Cited<string>> Statements { get; init; } = new SortedDictionary<string, Cited<string>>(StringComparer.Ordinal);

    public IReadOnlyList<Gap> Gaps { get; init; } = [];
}

/// <summary>One underwriter's several obligation to purchase.</summary>
public sealed record Underwriter(Cited<string> Name, Cited<Money> Principal);

/// <summary>One issue into a series. Prices are percent of principal; <paramref name="AccruedFrom"/> is the date from which the public price carries accrued interest.</summary>
public sealed record Tap(
    string Offering, Cited<DateOnly>? IssueDate, Cited<Money>? Principal,
    Cited<Percent>? PurchasePrice, Cited<Percent>? PublicPrice, Cited<DateOnly>? AccruedFrom, IReadOnlyList<Underwriter> Underwriters);

/// <summary>When and where purchase money and notes change hands. The zone is IANA, or "unstated".</summary>
public sealed record Closing
{
    public Cited<DateOnly>? Date { get; init; }
    public Cited<TimeOnly>? Time { get; init; }
    public Cited<string>? Zone { get; init; }
    public Cited<string>? Place { get; init; }
}

/// <summary>A party with an office under the documents; the role is a fact name: trustee, payingAgent, registrar, calculationAgent, depositary …</summary>
public sealed record Agent(string Role, Cited<string> Name);

/// <summary>Smallest holding, and the multiple above it, in major units.</summary>
public sealed record Denomination(Money Minimum, Money Multiple)
{
    public override string ToString() => $"{Minimum} and multiples of {Multiple}";
}

public enum InterestKind { Fixed, Floating, Zero }

/// <summary>How interest is earned, so far as stated.</summary>
public sealed record Interest
{
    public Cited<InterestKind>? Kind { get; init; }

    /// <summary>Percent per annum.</summary>
    public Cited<Percent>? Rate { get; init; }

    /// <summary>Such as USD-LIBOR.</summary>
    public Cited<string>? Index { get; init; }

    public Cited<int>? IndexTenorMonths { get; init; }

    /// <summary>Percent per annum added to the index; may be negative.</summary>
    public Cited<Percent>? Spread { get; init; }

    /// <summary>The screen or publication: "Reuters LIBOR01".</summary>
    public Cited<string>? IndexSource { get; init; }

    public Cited<FixingRule>? Fixing { get; init; }
    /// <summary>Lowest rate of a period, percent per annum, after multiplier and spread.</summary>
    public Cited<Percent>? Floor { get; init; }

    /// <summary>Highest rate of a period, percent per annum, after multiplier and spread.</summary>
    public Cited<Percent>? Cap { get; init; }

    /// <summary>What the index is multiplied by before the spread is added; where absent, by one.</summary>
    public Cited<decimal>? Multiplier { get; init; }

    /// <summary>How an overnight rate becomes the rate of a period; absent for a rate that is published for the tenor itself.</summary>
    public Cited<Compounding>? Compounding { get; init; }

    /// <summary>How the rate of a period is rounded; where absent it is carried exactly (NOTE-INTFRN-6).</summary>
    public Cited<RateRounding>? RateRounding { get; init; }
    /// <summary>What is done where the screen shows no rate (NOTE-LIBOR-6 to 10).</summary>
    public Cited<RateFallback>? Fallback { get; init; }

    public Cited<DayCountBasis>? DayCount { get; init; }

    /// <summary>First day that earns interest, inclusive.</summary>
    public Cited<DateOnly>? From { get; init; }

    public Cited<PaymentDates>? PaymentDates { get; init; }
    public Cited<DateOnly>? FirstPayment { get; init; }
    public Cited<bool>? EndOfMonth { get; init; }
    public Cited<Rounding>? Rounding { get; init; }

    /// <summary>What changes on a later scheduled date, in the order of the dates: a step-up, a fixed rate that becomes floating.</summary>
    public IReadOnlyList<InterestStep> Then { get; init; } = [];
}

/// <summary>From a scheduled date on some rules of interest are others; what is not stated again goes on as before.</summary>
/// <param name="From">The first day that earns interest by the changed rules; a scheduled payment date of the rules before.</param>
/// <param name="Changed">Only what changes: facts of interest and of business days (<see cref="MayChange"/>); nothing else of it is read.</param>
public sealed record InterestStep(Cited<DateOnly> From, Terms Changed)
{
    /// <summary>Whether a step may state this fact: interest but for its beginning, its end-of-month rule and the rounding of amounts, and business days but for the maturity's.</summary>
    public static bool MayChange(TermFact fact) => fact.Path is "businessDays.calendars" or "businessDays.convention" or "businessDays.accrual" ||
        fact.Path.StartsWith("interest.", StringComparison.Ordinal) && fact.Path is not ("interest.from" or "interest.endOfMonth" or "interest.rounding");

    /// <summary>The terms with every fact that the step states in the place of what they had.</summary>
    public Terms Over(Terms before) =>
        TermFact.All.Where(MayChange).Aggregate(before with { Interest = before.Interest with { FirstPayment = null } }, (terms, fact) => fact.Copy(Changed, terms));

    /// <summary>By the facts that it states and their texts.</summary>
    public bool Equals(InterestStep? other) => other is not null && From == other.From && Facts(Changed).SequenceEqual(Facts(other.Changed));

    public override int GetHashCode() => From.GetHashCode();

    private static IEnumerable<(string, string)> Facts(Terms terms) => TermFact.All.Where(MayChange).Select(f => (f.Name, f.Get(terms)?.Text)).OfType<(string, string)>();
}

/// <summary>
/// The determination date: so many business days, of these calendars, before the (adjusted) first day of the period; for a rate compounded or averaged
/// in arrears, before the (adjusted) day on which the period ends, and the same calendars say on which days the overnight rate is published.
/// </summary>
public sealed record FixingRule(int BusinessDaysBefore, CalendarSet Calendars, TimeOnly? Time = null, string? Zone = null)
{
    /// <summary>"2 London business days before".</summary>
    public override string ToString() =>
        $"{BusinessDaysBefore} {Calendars} business day{(BusinessDaysBefore == 1 ? "" : "s")} before";
}

/// <summary>What happens to a payment date that is not open. Each part is null where no document at hand states it.</summary>
public sealed record BusinessDays
{
    public Cited<CalendarSet>? Calendars { get; init; }
    public Cited<BusinessDayConvention>? Convention { get; init; }
    public Cited<Accrual>? Accrual { get; init; }
    public Cited<MaturityRule>? Maturity { get; init; }
}
