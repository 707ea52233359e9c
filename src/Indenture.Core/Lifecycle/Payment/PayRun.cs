using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Indenture.Core;

/// <summary>A run: what is paid to whom. Its hash is what two persons release; any change is another hash.</summary>
public sealed record Run(string Id, string Series, int N, PaymentKind Kind, DateOnly PaymentDate, IReadOnlyList<Disbursement> Disbursements)
{
    public Money Total => Disbursements.Select(d => d.Amount).Sum(Disbursements[0].Amount.Currency);

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Series}\n{Id}\n{Names.Of(Kind)}\n{PaymentDate:yyyy-MM-dd}\n" +
        string.Concat(Disbursements.OrderBy(d => d.Holder, StringComparer.Ordinal).Select(d => $"{d.Holder}\t{d.Amount.Currency}\t{d.Amount.Minor.ToString(CultureInfo.InvariantCulture)}\n")))));

    /// <summary>
    /// The run of an announced due over the holders of the record date. Principal, and interest rounded for the series or its global notes, is split in
    /// proportion to what they hold and adds up exactly, whatever their order; interest rounded for each holder or calculation amount is each one's own.
    /// </summary>
    public static Run Of(string series, PaymentEvent.DueAnnounced due, PaymentKind kind, IReadOnlyList<Holding> holdings)
    {
        var id = SeriesBooks.RunOf(due.N, kind);
        return new Run(id, series, due.N, kind, due.PaymentDate, [.. holdings.Zip(Shares(due, kind, holdings), (h, s) => new Disbursement(id, h.Holder, kind, s))]);
    }

    private static IReadOnlyList<Money> Shares(PaymentEvent.DueAnnounced due, PaymentKind kind, IReadOnlyList<Holding> holdings) =>
        kind == PaymentKind.Interest && Rounding.Parse(due.Inputs.Rounding) is { Level: RoundingLevel.Holder or RoundingLevel.CalculationAmount } rounding
            ? InterestAmount.Shares(rounding, due.Inputs.RatePerAnnum, due.Inputs.Fraction, [.. holdings.Select(h => new HolderPrincipal(h.Holder, h.Principal))])
            : Allocation.ProRata(due.Owed(kind), [.. holdings.Select(h => h.Principal.Minor)], [.. holdings.Select(h => h.Holder)]);
}

/// <summary>Why a run is not paid, in the order in which it is tested.</summary>
public enum RunRefusal { DueUnknown, NothingDue, RunPaid, PositionChanged, PaymentEarly, FundsShort }

/// <summary>Pays the interest or the principal of a due to the holders of its record date, from money that is there. Carried out only when two persons give it.</summary>
/// <param name="Holdings">The position of the due's record date.</param>
/// <param name="AgentCash">The balance of the paying agent's cash for the series.</param>
public sealed record PayRun(int N, PaymentKind Kind, DateOnly Today, IReadOnlyList<Holding> Holdings, Money AgentCash)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Payments.Announced.TryGetValue(N, out var due)) return Refusal.Of(RunRefusal.DueUnknown, $"Due {N} of series {state.Id} has not been announced.");
        if (due.Owed(Kind).Minor <= 0) return Refusal.Of(RunRefusal.NothingDue, $"Due {N} of series {state.Id} owes no {Names.Of(Kind)}.");
        var id = SeriesBooks.RunOf(N, Kind);
        if (state.Payments.Paid.TryGetValue(id, out var paid)) return Refusal.Of(RunRefusal.RunPaid, $"Run {id} of series {state.Id} was paid: {paid.Total.ToDisplay()}.");
        if (new Position(due.RecordDate, Holdings).Hash != due.PositionHash)
            return Refusal.Of(RunRefusal.PositionChanged, $"The position given is not the one taken on the record date {due.RecordDate:yyyy-MM-dd}.");
        if (Today < due.PaymentDate) return Refusal.Of(RunRefusal.PaymentEarly, $"Run {id} is payable on {due.PaymentDate:yyyy-MM-dd}; today is {Today:yyyy-MM-dd}.");
        var run = Run.Of(state.Id, due, Kind, Holdings);
        if (AgentCash.CompareTo(run.Total) < 0)
            return Refusal.Of(RunRefusal.FundsShort, $"Run {id} pays {run.Total.ToDisplay()}; the paying agent holds {AgentCash.ToDisplay()} for the series.");
        return new Decision(
            [new PaymentEvent.RunPaid(id, N, Kind, run.Total, run.Disbursements.Count, run.Hash)],
            [SeriesBooks.Cash(run.Total.Currency, Today, $"run {id} paid", [new Leg(SeriesBooks.PayableOf(N, Kind), run.Total.Minor), new Leg(SeriesBooks.AgentCash, -run.Total.Minor)])],
            run.Disbursements);
    }
}
