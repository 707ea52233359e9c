namespace Indenture.Core;

/// <summary>Why a run is not recorded as sent or confirmed, in the order in which it is tested.</summary>
public enum SendRefusal { RunUnknown, RunSent, RunConfirmed, RunUnsent, PaymentsOutstanding }

/// <summary>Every payment of a run was handed to the world.</summary>
/// <param name="Outstanding">How many payments of the run have not been.</param>
public sealed record RecordSent(string Run, int Outstanding)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (RunNumber.Of(state, Run) is not { } n) return Refusal.Of(SendRefusal.RunUnknown, $"Series {state.Id} has paid no run {Run}.");
        if (state.Payments.Sent.Contains(Run)) return Refusal.Of(SendRefusal.RunSent, $"Run {Run} was sent.");
        return Outstanding > 0 ? Refusal.Of(SendRefusal.PaymentsOutstanding, $"{Outstanding} payments of run {Run} have not been handed over.") : new Decision(new PaymentEvent.RunSent(Run, n));
    }
}

/// <summary>The world has confirmed every payment of a run.</summary>
/// <param name="Outstanding">How many payments of the run it has not.</param>
public sealed record RecordConfirmed(string Run, int Outstanding)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (RunNumber.Of(state, Run) is not { } n) return Refusal.Of(SendRefusal.RunUnknown, $"Series {state.Id} has paid no run {Run}.");
        if (state.Payments.Confirmed.Contains(Run)) return Refusal.Of(SendRefusal.RunConfirmed, $"Run {Run} was confirmed.");
        if (!state.Payments.Sent.Contains(Run)) return Refusal.Of(SendRefusal.RunUnsent, $"Run {Run} was not sent.");
        return Outstanding > 0 ? Refusal.Of(SendRefusal.PaymentsOutstanding, $"{Outstanding} payments of run {Run} have not been confirmed.") : new Decision(new PaymentEvent.RunConfirmed(Run, n));
    }
}

/// <summary>Why a due is not closed, in the order in which it is tested.</summary>
public enum CloseDueRefusal { DueUnknown, DueClosed, DueUnpaid, RunUnconfirmed, AdvanceOutstanding }

/// <summary>Closes a due of which nothing is open: all of it settled, every run confirmed, every advance repaid with its cost.</summary>
public sealed record CloseDue(int N, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Payments.Announced.TryGetValue(N, out var due)) return Refusal.Of(CloseDueRefusal.DueUnknown, $"Due {N} of series {state.Id} has not been announced.");
        if (state.Payments.Closed.Contains(N)) return Refusal.Of(CloseDueRefusal.DueClosed, $"Due {N} is closed.");
        var unpaid = state.Payments.Unpaid(due, PaymentKind.Interest) + state.Payments.Unpaid(due, PaymentKind.Principal);
        if (unpaid.Minor > 0) return Refusal.Of(CloseDueRefusal.DueUnpaid, $"{unpaid.ToDisplay()} of due {N} is still unpaid.");
        if (RunNumber.Of(state).FirstOrDefault(r => r.N == N && r.Payments && !state.Payments.Confirmed.Contains(r.Run)).Run is { } run)
            return Refusal.Of(CloseDueRefusal.RunUnconfirmed, $"Run {run} has not been confirmed.");
        if (state.Funding.Advances.TryGetValue(N, out var advance) && (advance.Outstanding.Minor > 0 || advance.Cost is not { Minor: 0 }))
            return Refusal.Of(CloseDueRefusal.AdvanceOutstanding, $"The issuer owes the agent {(advance.Outstanding.Minor > 0 ? advance.Outstanding : advance.Cost!).ToDisplay()} for the advance on due {N}.");
        return new Decision(new PaymentEvent.DueClosed(N, Today));
    }
}

/// <summary>The runs that a series has paid.</summary>
internal static class RunNumber
{
    /// <summary>Each run with its due, and whether it made any payment: all of a run may have gone through the exchange agent or be held back.</summary>
    public static IEnumerable<(string Run, int N, bool Payments)> Of(SeriesState state) =>
        state.Payments.Paid.Values.Select(p => (p.Run, p.N, p.Holders > 0 || state.Payees.PaidLater.Contains(p.Run))).Concat(state.Exchange.Paid.Values.Select(p => (p.Run, p.N, true)));

    public static int? Of(SeriesState state, string run) => Of(state).Where(r => r.Run == run).Select(r => (int?)r.N).FirstOrDefault();
}
