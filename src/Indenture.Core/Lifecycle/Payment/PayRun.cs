using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Indenture.Core;

/// <summary>A run: what is paid to whom. Its hash is what two persons release; any change is another hash.</summary>
public sealed record Run(string Id, string Series, int N, PaymentKind Kind, DateOnly PaymentDate, Currency Currency, IReadOnlyList<Disbursement> Disbursements)
{
    public Money Total => Disbursements.Select(d => d.Amount).Sum(Currency);

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Series}\n{Id}\n{Names.Of(Kind)}\n{PaymentDate:yyyy-MM-dd}\n" +
        string.Concat(Disbursements.OrderBy(d => d.Holder, StringComparer.Ordinal).Select(d => $"{d.Holder}\t{d.Amount.Currency}\t{d.Amount.Minor.ToString(CultureInfo.InvariantCulture)}\n")))));

    /// <summary>
    /// The run of an announced due over the holders of the record date. Principal, and interest rounded for the series, is split in
    /// proportion to what they hold and adds up exactly, whatever their order; interest rounded for each note, holder or calculation amount is each one's own.
    /// </summary>
    public static Run Of(string series, PaymentEvent.DueAnnounced due, PaymentKind kind, IReadOnlyList<Holding> holdings) =>
        Of(SeriesBooks.RunOf(due.N, kind), series, due.N, kind, due.PaymentDate, due.Owed(kind), holdings, Shares(due, kind, holdings));

    internal static Run Of(string id, string series, int n, PaymentKind kind, DateOnly paymentDate, Money total, IReadOnlyList<Holding> holdings) =>
        Of(id, series, n, kind, paymentDate, total, holdings, Allocation.ProRata(total, [.. holdings.Select(h => h.Principal.Minor)], [.. holdings.Select(h => h.Holder)]));

    private static Run Of(string id, string series, int n, PaymentKind kind, DateOnly paymentDate, Money total, IReadOnlyList<Holding> holdings, IReadOnlyList<Money> shares) =>
        new(id, series, n, kind, paymentDate, total.Currency, [.. holdings.Zip(shares, (h, s) => new Disbursement(id, h.Holder, kind, s))]);

    private static IReadOnlyList<Money> Shares(PaymentEvent.DueAnnounced due, PaymentKind kind, IReadOnlyList<Holding> holdings) =>
        kind == PaymentKind.Interest && Rounding.Parse(due.Inputs.Rounding) is { Level: RoundingLevel.GlobalNote or RoundingLevel.Holder or RoundingLevel.CalculationAmount } rounding
            ? InterestShares.Of(rounding, due.Inputs.RatePerAnnum, due.Inputs.Fraction, holdings)
            : Allocation.ProRata(due.Owed(kind), [.. holdings.Select(h => h.Principal.Minor)], [.. holdings.Select(h => h.Holder)]);

    /// <summary>What is paid of the entitlements: less what was withheld and what the exchange agent pays. A payee who gets nothing is left out.</summary>
    internal Run Net(SeriesState state) => this with
    {
        Disbursements = [.. Disbursements.Select(d => d with { Amount = d.Amount - state.Payees.WithheldFrom(N, Kind, d.Holder, Currency) - Exchanged(state, d.Holder) }).Where(d => d.Amount.Minor > 0)],
    };

    private Money Exchanged(SeriesState state, string holder) =>
        state.Exchange.Divisions.TryGetValue((N, Kind), out var divided) && divided.Holder == holder ? divided.Amount : Money.Zero(Currency);
}

/// <summary>Why a payment is looked at by another person before two release it; the parameters are the terms'.</summary>
public static class Unusual
{
    /// <summary>One sentence a reason; none where the payment is usual.</summary>
    public static IReadOnlyList<string> Reasons(SeriesState state, PaymentEvent.DueAnnounced due, PaymentKind kind, PaymentRules rules)
    {
        var reasons = new List<string>();
        var owed = due.Owed(kind);
        if (kind == PaymentKind.Principal && state.Terms.Maturity is { } maturity && due.UnadjustedDate < maturity.Value && owed.CompareTo(due.Outstanding) >= 0)
            reasons.Add($"it would extinguish the debt of {due.Outstanding.ToDisplay()} before its maturity on {maturity.Value:yyyy-MM-dd}");
        var last = state.Payments.Announced.Values.Where(d => d.N < due.N && d.Owed(kind).Minor > 0 && state.Payments.Paid.ContainsKey(SeriesBooks.RunOf(d.N, kind))).MaxBy(d => d.N);
        // The first payment after a takeover is measured by the last that was made elsewhere.
        var (before, amount) = last is not null ? (last.N, last.Owed(kind)) : state.TakenOver is { LastInterest: { Minor: > 0 } elsewhere } taken && kind == PaymentKind.Interest ? (taken.PaidDues, elsewhere) : (0, null);
        if (rules.FarFromLast is { } far && amount is not null && IsFar(owed, amount, far))
            reasons.Add($"it is of {owed.ToDisplay()} where the last {Names.Of(kind)}, due {before}, was of {amount.ToDisplay()}: more than {far}% away");
        return reasons;
    }

    private static bool IsFar(Money owed, Money last, Percent far) => new Ratio(Int128.Abs((Int128)owed.Minor - last.Minor), last.Minor) > far.ToRatio();
}

/// <summary>Why an unusual payment is not cleared, in the order in which it is tested.</summary>
public enum ClearRefusal { DueUnknown, NothingDue, RunPaid, NothingUnusual, AmountDiffers, ReasonMissing, ApproverSamePerson }

/// <summary>A third person looks at a payment that is unusual, types its amount and says why it is right.</summary>
/// <param name="Stated">Typed by the person, never filled in.</param>
public sealed record ClearUnusual(int N, PaymentKind Kind, Money Stated, string Who, string Why)
{
    public Outcome<Decision> Decide(SeriesState state, PaymentRules rules)
    {
        if (!state.Payments.Announced.TryGetValue(N, out var due)) return Refusal.Of(ClearRefusal.DueUnknown, $"Due {N} of series {state.Id} has not been announced.");
        if (due.Owed(Kind).Minor <= 0) return Refusal.Of(ClearRefusal.NothingDue, $"Due {N} of series {state.Id} owes no {Names.Of(Kind)}.");
        var run = SeriesBooks.RunOf(N, Kind);
        if (state.Payments.Paid.ContainsKey(run)) return Refusal.Of(ClearRefusal.RunPaid, $"Run {run} of series {state.Id} was paid.");
        var reasons = Unusual.Reasons(state, due, Kind, rules);
        if (reasons.Count == 0) return Refusal.Of(ClearRefusal.NothingUnusual, $"Run {run} is not unusual; two persons release it.");
        if (Stated != due.Owed(Kind)) return Refusal.Of(ClearRefusal.AmountDiffers, $"{Stated.ToDisplay()} was typed; {Names.Of(Kind)} of {due.Owed(Kind).ToDisplay()} is owed on due {N}.");
        if (string.IsNullOrWhiteSpace(Why)) return Refusal.Of(ClearRefusal.ReasonMissing, $"Run {run} is unusual ({string.Join("; ", reasons)}); why it is right is not said.");
        // The run may have been proposed before it became unusual: who clears it is a third person all the same.
        if (state.Proposals.TryGetValue(run, out var proposed) && proposed.Maker == Who)
            return Refusal.Of(ClearRefusal.ApproverSamePerson, $"{Who} proposed run {run} and is one of the two that release it; somebody else clears it as unusual.");
        return new Decision(new PaymentEvent.UnusualCleared(run, Stated, reasons, Who, Why));
    }
}

/// <summary>Why a run is not paid, in the order in which it is tested.</summary>
public enum RunRefusal { DueUnknown, NothingDue, RunPaid, InterestDefaulted, PositionChanged, ExchangeUndivided, PaymentEarly, FundsShort, AmountDiffers, ThirdApproverNeeded, ApproverSamePerson }

/// <summary>
/// Pays the interest or the principal of a due to the holders of its record date, from money that is there in full: short of that nobody is paid
/// (AGY-4.2b). Carried out only when two persons give it, each of whom types the amount; an unusual one was cleared by a third before.
/// </summary>
/// <param name="Holdings">The position of the due's record date.</param>
/// <param name="Stated">What the person means to pay out, typed and never filled in.</param>
/// <param name="By">Who gives the command.</param>
public sealed record PayRun(int N, PaymentKind Kind, DateOnly Today, IReadOnlyList<Holding> Holdings, Money Stated, string By)
{
    /// <param name="exchange">Null where no exchange agent is appointed: then every holder is paid in the currency of the notes.</param>
    public Outcome<Decision> Decide(SeriesState state, PaymentRules rules, ExchangeRules? exchange)
    {
        if (!state.Payments.Announced.TryGetValue(N, out var due)) return Refusal.Of(RunRefusal.DueUnknown, $"Due {N} of series {state.Id} has not been announced.");
        if (due.Owed(Kind).Minor <= 0) return Refusal.Of(RunRefusal.NothingDue, $"Due {N} of series {state.Id} owes no {Names.Of(Kind)}.");
        var id = SeriesBooks.RunOf(N, Kind);
        if (state.Payments.Paid.TryGetValue(id, out var paid)) return Refusal.Of(RunRefusal.RunPaid, $"Run {id} of series {state.Id} was paid: {paid.Total.ToDisplay()}.");
        if (Kind == PaymentKind.Interest && state.Payees.Defaulted.TryGetValue(N, out var defaulted))
            return Refusal.Of(RunRefusal.InterestDefaulted, $"The interest of due {N} was not paid on its day and is defaulted interest since {defaulted.On:yyyy-MM-dd}: the holders of {due.RecordDate:yyyy-MM-dd} are owed it no more.");
        if (new Position(due.RecordDate, Holdings).Hash != due.PositionHash)
            return Refusal.Of(RunRefusal.PositionChanged, $"The position given is not the one taken on the record date {due.RecordDate:yyyy-MM-dd}.");
        if (exchange is not null && Holdings.Any(h => h.Holder == exchange.Holder) && !state.Exchange.Divisions.ContainsKey((N, Kind)))
            return Refusal.Of(RunRefusal.ExchangeUndivided, $"{exchange.Holder} is paid by the exchange agent, and the {Names.Of(Kind)} of due {N} has not been passed to it: one payment has one executor.");
        if (Today < due.PaymentDate) return Refusal.Of(RunRefusal.PaymentEarly, $"Run {id} is payable on {due.PaymentDate:yyyy-MM-dd}; today is {Today:yyyy-MM-dd}.");
        var missing = state.MissingOf(due);
        if (missing.Minor > 0)
            return Refusal.Of(RunRefusal.FundsShort, $"Due {N} is of {due.Total.ToDisplay()} and {missing.ToDisplay()} of it is not there: nobody is paid until all of it is, or the agent advances it.");
        var run = Run.Of(state.Id, due, Kind, Holdings).Net(state);
        if (Stated != run.Total)
            return Refusal.Of(RunRefusal.AmountDiffers, $"{Stated.ToDisplay()} was typed; run {id} pays {run.Total.ToDisplay()}.");
        if (Unusual.Reasons(state, due, Kind, rules) is { Count: > 0 } reasons)
        {
            if (!state.Payments.Cleared.TryGetValue(id, out var cleared) || cleared.Total != due.Owed(Kind))
                return Refusal.Of(RunRefusal.ThirdApproverNeeded, $"Run {id} is unusual: {string.Join("; ", reasons)}. A third person clears it first.");
            if (cleared.Who == By) return Refusal.Of(RunRefusal.ApproverSamePerson, $"{By} cleared run {id} as unusual and is none of the two that release it.");
        }
        return PaymentDecision.Of(state, run, Today);
    }
}

/// <summary>What paying a run does: payees on hold are left out, and what they were to get stays owed and stays held.</summary>
internal static class PaymentDecision
{
    public static Decision Of(SeriesState state, Run run, DateOnly today)
    {
        var back = run.Disbursements.Where(d => state.Payees.Holds.ContainsKey(d.Holder)).ToList();
        var paying = run with { Disbursements = [.. run.Disbursements.Except(back)] };
        var total = paying.Total;
        return new Decision(
            [
                new PaymentEvent.RunPaid(run.Id, run.N, run.Kind, total, paying.Disbursements.Count, paying.Hash),
                .. back.Select(d => new PayeeEvent.HeldBack(run.Id, run.N, run.Kind, d.Holder, d.Amount)),
            ],
            total.Minor == 0 ? [] : [SeriesBooks.Cash(total.Currency, today, $"run {run.Id} paid", [new Leg(SeriesBooks.PayableOf(run.Id), total.Minor), new Leg(SeriesBooks.HeldFor(run.N), -total.Minor)])],
            paying.Disbursements);
    }
}
