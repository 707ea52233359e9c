using System.Numerics;

namespace Indenture.Tests.Simulation;

/// <summary>A book that does not agree with the program's, or an act that the clauses forbid and the program carried out.</summary>
internal sealed class Found(string what) : Exception(what);

internal sealed record PaperNote(string Number, NoteForm Form, string Holder, DateOnly Issued);

internal sealed class PaperCertificate
{
    public required string Number { get; init; }
    public required NoteForm Form { get; init; }
    public required string Holder { get; init; }
    public required long Principal { get; init; }
    public required string? Offering { get; init; }
    public int Stage { get; set; }
}

internal sealed class PaperAdvance
{
    public required long Made { get; init; }
    public required long Outstanding { get; set; }
    public required DateOnly Since { get; set; }
    public required decimal Percent { get; init; }
    public required int YearDays { get; init; }
    public Fraction Accrued { get; set; } = new(0, 1);
    public long? Cost { get; set; }
}

internal sealed class PaperDivision
{
    public required long Amount { get; init; }
    public required IReadOnlyList<(string Name, long Units)> Participants { get; init; }
    public required IReadOnlyList<(string Name, long Kept)> Kept { get; init; }
    public required long Remainder { get; init; }
    public required long Literal { get; init; }
    public bool Accepted { get; set; }
    public (decimal Rate, decimal? Dealt)? Bought { get; set; }
    public long? Net { get; set; }
    public bool NoRate { get; set; }
    public bool AccountNamed { get; set; }
    public bool Paid { get; set; }
}

/// <summary>What one due owes and what became of it, on paper.</summary>
internal sealed class PaperDue
{
    public required PaperPeriod Period { get; init; }
    public required IReadOnlyList<(string Holder, long Units)> Holders { get; init; }
    public required IReadOnlyDictionary<string, long> Interest { get; init; }
    public required IReadOnlyDictionary<string, long> Principal { get; init; }
    public long Funded { get; set; }
    public PaperAdvance? Advance { get; set; }
    public bool Called { get; set; }
    public string? Account { get; set; }
    public bool Confirmed { get; set; }
    public bool Shortfall { get; set; }
    public bool Closed { get; set; }
    public Dictionary<PaymentKind, PaperDivision> Divisions { get; } = [];
    public Dictionary<(PaymentKind Kind, string Holder), long> Withheld { get; } = [];
    public Dictionary<PaymentKind, long> Settled { get; } = new() { [PaymentKind.Interest] = 0, [PaymentKind.Principal] = 0 };
    public HashSet<string> Paid { get; } = [];
    public bool InDefault { get; set; }
    public long Defaulted { get; set; }
    public (DateOnly Record, DateOnly Payment)? Special { get; set; }
    public IReadOnlyList<(string Holder, long Units)>? Taken { get; set; }

    public IReadOnlyDictionary<string, long> Of(PaymentKind kind) => kind == PaymentKind.Interest ? Interest : Principal;

    public long Owed(PaymentKind kind) => Of(kind).Values.Sum();

    public long Total => Owed(PaymentKind.Interest) + Owed(PaymentKind.Principal);

    public long Missing => Total - Funded - (Advance?.Made ?? 0);

    public long Unpaid(PaymentKind kind) => Owed(kind) - Settled[kind];

    /// <summary>What a run pays each holder: its entitlement less what was withheld and less what the exchange agent pays.</summary>
    public IReadOnlyList<(string Holder, long Minor)> Net(PaymentKind kind, string? nominee) =>
        [.. Of(kind).Select(h => (h.Key, h.Value - Withheld.GetValueOrDefault((kind, h.Key)) - (h.Key == nominee && Divisions.TryGetValue(kind, out var d) ? d.Amount : 0))).Where(h => h.Item2 > 0)];
}

/// <summary>
/// The second, deliberately simple set of books of one series: dictionaries and whole numbers, posted from what the clauses say of each act. It knows no
/// type of the program that decides or stores; what the program did is held against it after every step.
/// </summary>
internal sealed class Sheet(Case terms)
{
    public Case Case => terms;
    public string Id => terms.Id;

    // --- the ledgers ------------------------------------------------------------------------------------------------------------------------------

    /// <summary>Balances by unit and account: debits are positive.</summary>
    public Dictionary<(string Unit, string Account), long> Balances { get; } = [];

    private readonly List<(DateOnly Day, string Account, long Minor)> _moves = [];
    public int Entries { get; private set; }

    /// <summary>How many payments there were when they were last held against the store.</summary>
    public int PaymentsSeen { get; set; }

    /// <summary>Every payment ever made, by run and holder.</summary>
    public Dictionary<(string Run, string Holder), (string Unit, long Minor)> Payments { get; } = [];

    private static bool Debit(string account) => account.StartsWith("held/", StringComparison.Ordinal) || account.StartsWith("conditional/", StringComparison.Ordinal) || account.StartsWith("suspense/", StringComparison.Ordinal)
        || account.StartsWith("advance", StringComparison.Ordinal) || account.StartsWith("fee/", StringComparison.Ordinal) || account.StartsWith("global-note/", StringComparison.Ordinal)
        || account.StartsWith("participant/", StringComparison.Ordinal) || account.StartsWith("holder/", StringComparison.Ordinal) || account is "cancelled" or "retired";

    private static bool Credit(string account) => account.StartsWith("payable/", StringComparison.Ordinal) || account.StartsWith("below/", StringComparison.Ordinal) || account.StartsWith("withheld/", StringComparison.Ordinal)
        || account.StartsWith("returned/", StringComparison.Ordinal) || account.StartsWith("converting/", StringComparison.Ordinal) || account.StartsWith("exchange-costs/", StringComparison.Ordinal);

    private void Post(string unit, (string Account, long Minor)[] legs)
    {
        var moved = legs.GroupBy(l => l.Account).Select(g => (Account: g.Key, Minor: g.Sum(l => l.Minor))).Where(l => l.Minor != 0).ToList();
        if (moved.Sum(l => l.Minor) != 0) throw new InvalidOperationException("The paper books themselves do not balance.");
        if (moved.Count == 0) return;
        Entries++;
        foreach (var (account, minor) in moved)
        {
            var now = Balances[(unit, account)] = Balances.GetValueOrDefault((unit, account)) + minor;
            if (Debit(account) && now < 0 || Credit(account) && now > 0) throw new Found($"{account} would stand at {now} {unit}: what is not there was moved, or more than is owed.");
        }
    }

    public void Cash(params (string Account, long Minor)[] legs) => Post(terms.Unit, legs);

    public void Other(params (string Account, long Minor)[] legs) => Post("USD", legs);

    public void Units(DateOnly day, params (string Account, long Minor)[] legs)
    {
        Post(terms.Principals, legs);
        _moves.AddRange(legs.Select(l => (day, l.Account, l.Minor)));
    }

    public long Now(string account) => Balances.GetValueOrDefault((terms.Principals, account));

    public long At(string account, DateOnly closeOf) => _moves.Where(m => m.Day <= closeOf && m.Account == account).Sum(m => m.Minor);

    public void Paid(string run, string holder, string unit, long minor)
    {
        if (!Payments.TryAdd((run, holder), (unit, minor))) throw new Found($"{run} pays {holder} a second time.");
    }

    // --- the register -----------------------------------------------------------------------------------------------------------------------------

    public bool Booked { get; set; }
    public bool TapBooked { get; set; }
    public string Offering { get; set; } = "";
    public string TapOffering { get; set; } = "";
    public DateOnly? Closed { get; set; }
    public DateOnly? TapClosed { get; set; }
    public List<PaperNote> Notes { get; } = [];
    public Dictionary<string, PaperCertificate> Certificates { get; } = [];
    public bool Opened { get; set; }
    public HashSet<NoteForm> Nominees { get; } = [];
    public bool Allowed { get; set; }
    public bool Supplement { get; set; }
    public HashSet<string> Notices { get; } = [];
    public DateOnly? Through { get; set; }
    public DateOnly? Redeemed { get; set; }
    public Dictionary<string, (IReadOnlyList<(string Note, long Minor, TierHolder? Holder)> Open, bool Held)> Cancellations { get; } = [];
    public Dictionary<string, List<(string Number, string Reference, DateOnly Entered)>> Accounts { get; } = [];
    public HashSet<string> Tasks { get; } = [];
    public HashSet<string> Presented { get; } = [];

    public static string NomineeOf(NoteForm form) => form == NoteForm.Dtc ? "Cede & Co." : "Depositary Nominees";

    public static string CustodianOf(NoteForm form) => form == NoteForm.Dtc ? "A Bank, custodian" : "A Bank, common depositary";

    public string NextNumber => $"R-{Notes.Select(n => n.Number).Union(Certificates.Keys).Count() + 1:0000}";

    public static string NoteAccount(string number) => "global-note/" + number;

    private static string Form(NoteForm form) => form switch { NoteForm.Dtc => "dtc", NoteForm.International => "international", NoteForm.Definitive => "definitive" };

    /// <summary>A name in a path: a slash in it is no divider.</summary>
    private static string P(string name) => name.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);

    private static string Name(string path) => path.Replace("%2F", "/", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);

    public static (string, long)[] Tier(NoteForm form, TierHolder holder, long minor) => holder.Beneficial is { } beneficial
        ? [($"participant/{Form(form)}/{P(holder.Participant)}", minor), ($"below/{Form(form)}", -minor), ($"holder/{Form(form)}/{P(holder.Participant)}/{P(beneficial)}", minor), ($"below/{Form(form)}/{P(holder.Participant)}", -minor)]
        : [($"participant/{Form(form)}/{P(holder.Participant)}", minor), ($"below/{Form(form)}", -minor)];

    public long Held(NoteForm form, TierHolder holder) => holder.Beneficial is { } beneficial ? Now($"holder/{Form(form)}/{P(holder.Participant)}/{P(beneficial)}") : Now($"participant/{Form(form)}/{P(holder.Participant)}");

    public IReadOnlyList<(string Name, long Units)> Participants(NoteForm form)
    {
        var prefix = $"participant/{Form(form)}/";
        return [.. Balances.Where(b => b.Key.Unit == terms.Principals && b.Value > 0 && b.Key.Account.StartsWith(prefix, StringComparison.Ordinal)).Select(b => (Name(b.Key.Account[prefix.Length..]), b.Value)).OrderBy(p => p.Item1, StringComparer.Ordinal)];
    }

    public long Represented(NoteForm form) => Notes.Where(n => n.Form == form).Sum(n => Now(NoteAccount(n.Number)));

    public long Outstanding => Notes.Sum(n => Now(NoteAccount(n.Number)));

    /// <summary>The registered holders at the close of a day (NOTE-REC-1): whoever stands on the certificates issued by then.</summary>
    public IReadOnlyList<(string Holder, long Units)> Position(DateOnly day) => [.. Notes.Where(n => n.Issued <= day).GroupBy(n => n.Holder)
        .Select(g => (g.Key, g.Sum(n => At(NoteAccount(n.Number), day)))).Where(h => h.Item2 > 0)];

    public DateOnly? LastStruck => Dues.Values.Select(d => (DateOnly?)d.Period.Record).Concat(Dues.Values.Where(d => d.Taken is not null).Select(d => (DateOnly?)d.Special!.Value.Record)).Max();

    /// <summary>Why a payment does not go: a changed account never pays on the same day, and where the terms want the accounts first each must be there (AGY-4.3c, AGY-7.1c).</summary>
    public string? Unaddressed(IEnumerable<string> payees, DateOnly today) => payees.Select(p => Accounts.TryGetValue(p, out var history) is var known && known && history!.Any(h => h.Entered == today) ? $"the account of {p} was changed today"
        : known && history!.All(h => h.Entered > today) || !known && terms.DetailsBefore ? $"no account of {p} is known" : null).FirstOrDefault(why => why is not null);

    /// <summary>Why nothing may be entered as of a day: what was struck stays, what happened is entered in its order, nothing is entered before it happens.</summary>
    public string? DayShut(DateOnly date, DateOnly today)
    {
        if (!Booked) return "nothing is booked";
        if (Redeemed is not null) return "the series is redeemed";
        if (date > today) return "it lies ahead";
        if (LastStruck is { } struck && date <= struck) return "a record date was struck";
        var through = Notes.Select(n => (DateOnly?)n.Issued).Append(Through).Max();
        return date < through ? "the register has gone past it" : null;
    }

    /// <summary>Why these movements of units may not be: what is not there is not given, tiers are covered by those above, holdings are in denominations.</summary>
    public string? Uncovered((string Account, long Minor)[] legs, IEnumerable<(NoteForm Form, TierHolder Holder)> holders, params IReadOnlyList<PaperCertificate> made)
    {
        var change = legs.GroupBy(l => l.Account).ToDictionary(g => g.Key, g => g.Sum(l => l.Minor));
        long After(string account) => Now(account) + change.GetValueOrDefault(account);
        foreach (var account in change.Keys)
            if (Debit(account) && After(account) < 0 || Credit(account) && After(account) > 0) return $"{account} has not so much";
        foreach (var form in Enum.GetValues<NoteForm>())
            if (Notes.Where(n => n.Form == form).Select(n => n.Number).Concat(made.Where(c => c.Form == form).Select(c => c.Number)).Sum(n => After(NoteAccount(n))) + After($"below/{Form(form)}") < 0) return "the participants hold more than the notes represent";
        foreach (var (form, holder) in holders)
        {
            if (After($"participant/{Form(form)}/{P(holder.Participant)}") + After($"below/{Form(form)}/{P(holder.Participant)}") < 0) return "more is held through the participant than it holds";
            var leaf = holder.Beneficial is { } b ? $"holder/{Form(form)}/{P(holder.Participant)}/{P(b)}" : $"participant/{Form(form)}/{P(holder.Participant)}";
            if (change.GetValueOrDefault(leaf) != 0 && After(leaf) is > 0 and var rest && rest % terms.Denomination != 0) return "it leaves no whole denominations";
        }
        return null;
    }

    // --- the dues -----------------------------------------------------------------------------------------------------------------------------------

    /// <summary>Rates of floating periods, in percent.</summary>
    public Dictionary<int, decimal> Rates { get; } = [];
    public HashSet<int> DatesTold { get; } = [];
    public SortedDictionary<int, PaperDue> Dues { get; } = [];
    public Dictionary<string, (int N, long Minor)> Conditional { get; } = [];
    public HashSet<string> ConditionalKnown { get; } = [];
    public Dictionary<string, long> Suspense { get; } = [];
    public HashSet<string> SuspenseKnown { get; } = [];
    public Dictionary<string, long> Fees { get; } = [];
    public DateOnly? LastDay { get; set; }
    public HashSet<string> Holds { get; } = [];
    public Dictionary<(string Run, string Holder), (int N, PaymentKind Kind, long Minor)> HeldBack { get; } = [];
    public Dictionary<string, (string Who, long Minor)> Cleared { get; } = [];
    public HashSet<string> Sent { get; } = [];
    public HashSet<string> Confirmed { get; } = [];
    public Dictionary<(int N, string Participant), (string Part, string Account)> Elections { get; } = [];

    public PaperPeriod? Period(int n) => terms.Periods.FirstOrDefault(p => p.N == n);

    public decimal? RateOf(PaperPeriod period) => terms.Rate(period) ?? (Rates.TryGetValue(period.N, out var rate) ? rate : null);

    /// <summary>The rate that the fixing gives: index and spread, never below the floor of zero (NOTE-INTFRN-7 read with the terms' floor).</summary>
    public decimal Determined(PaperPeriod period) => Math.Max(0, terms.FixingOn(period.Fixing!.Value) + terms.Spread);

    /// <summary>Principal x rate x fraction, rounded once (NOTE-INTFIX-1).</summary>
    private BigInteger Rounded(BigInteger principal, PaperPeriod period)
    {
        var exact = new Fraction(principal, 100) * Fraction.Of(RateOf(period)!.Value) * period.Year;
        return Nearest(exact, terms.Direction);
    }

    public static BigInteger Nearest(Fraction exact, RoundingDirection direction)
    {
        var (whole, rest) = BigInteger.DivRem(exact.N, exact.D);
        var twice = rest * 2;
        return direction switch
        {
            RoundingDirection.Down => whole,
            RoundingDirection.HalfUp => twice >= exact.D ? whole + 1 : whole,
            RoundingDirection.HalfEven => twice > exact.D || twice == exact.D && !whole.IsEven ? whole + 1 : whole,
        };
    }

    /// <summary>Whole units in proportion; those left over go to the largest remainders, then the larger holder, then by name.</summary>
    public static IReadOnlyList<long> Split(BigInteger total, IReadOnlyList<(string Name, long Units)> holders, bool byName)
    {
        if (holders.Count == 0) return [];
        BigInteger sum = holders.Aggregate(BigInteger.Zero, (s, h) => s + h.Units);
        var parts = holders.Select(h => total * h.Units / sum).ToArray();
        var order = Enumerable.Range(0, holders.Count).OrderByDescending(i => total * holders[i].Units % sum).ThenByDescending(i => holders[i].Units);
        foreach (var i in (byName ? order.ThenBy(i => holders[i].Name, StringComparer.Ordinal) : order.ThenBy(i => i)).Take((int)(total - parts.Aggregate(BigInteger.Zero, (s, p) => s + p)))) parts[i]++;
        return [.. parts.Select(p => (long)p)];
    }

    /// <summary>What a due owes each registered holder of its record date, by the level that the terms round on.</summary>
    public PaperDue Owing(PaperPeriod period)
    {
        var holders = Position(period.Record);
        var outstanding = holders.Aggregate(BigInteger.Zero, (s, h) => s + h.Units);
        IReadOnlyList<long> interest = terms.Level switch
        {
            RoundingLevel.Holder => [.. holders.Select(h => (long)Rounded(h.Units, period))],
            RoundingLevel.CalculationAmount => [.. holders.Select(h => (long)Nearest(new Fraction(Rounded(terms.Denomination, period) * h.Units, terms.Denomination), terms.Direction))],
            RoundingLevel.GlobalNote => [.. holders.Select(h => Notes.Where(n => n.Holder == h.Holder && n.Issued <= period.Record).Sum(n => (long)Rounded(At(NoteAccount(n.Number), period.Record), period)))],
            RoundingLevel.Series or null => Split(Rounded(outstanding, period), holders, byName: true),
        };
        var last = period.N == terms.Periods.Count;
        return new PaperDue
        {
            Period = period, Holders = holders,
            Interest = holders.Zip(interest).ToDictionary(h => h.First.Holder, h => h.Second),
            Principal = holders.ToDictionary(h => h.Holder, h => last ? h.Units : 0),
        };
    }

    // --- two persons ----------------------------------------------------------------------------------------------------------------------------------

    /// <summary>What was proposed, by its subject: the words and who gave them.</summary>
    public Dictionary<string, (string Words, string Maker)> Proposed { get; } = [];
    public HashSet<string> Released { get; } = [];

    /// <summary>How many events its stream has.</summary>
    public long Version { get; set; }
}
