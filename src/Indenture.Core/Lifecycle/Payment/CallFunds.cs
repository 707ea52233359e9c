namespace Indenture.Core;

/// <summary>Why the issuer is not called for funds, in the order in which it is tested.</summary>
public enum CallRefusal { DueUnknown, AccountMissing, FundsCalled, DueFunded }

/// <summary>
/// Tells the issuer what to pay, to which account and for which day. The amount is the due's, never typed; the day is that of the terms' funding rule
/// (AGY-4.1a, AGY-4.1c).
/// </summary>
/// <param name="Account">The account designated for the money; another one replaces it (AGY-4.1b).</param>
public sealed record CallFunds(int N, string Account)
{
    public Outcome<Decision> Decide(SeriesState state, PaymentRules rules, ZoneData zones)
    {
        if (!state.Payments.Announced.TryGetValue(N, out var due)) return Refusal.Of(CallRefusal.DueUnknown, $"Due {N} of series {state.Id} has not been announced.");
        if (string.IsNullOrWhiteSpace(Account)) return Refusal.Of(CallRefusal.AccountMissing, $"The call for due {N} names no account that the money is to come to.");
        if (state.Funding.Calls.TryGetValue(N, out var earlier) && earlier.Account == Account)
            return Refusal.Of(CallRefusal.FundsCalled, $"The issuer was called for {earlier.Amount.ToDisplay()} for due {N} to account {Account}, value {earlier.ValueDate:yyyy-MM-dd}.");
        if (state.MissingOf(due).Minor == 0) return Refusal.Of(CallRefusal.DueFunded, $"Due {N} is funded in full.");
        var value = state.Payments.Dates.GetValueOrDefault(N)?.FundingDate ?? rules.FundingDate(due.UnadjustedDate, due.PaymentDate);
        Outcome<Deadline?> confirmation = rules.Confirmation is { } rule ? rule.Before(value, zones).Map<Deadline?>(d => d) : new Outcome<Deadline?>.Done(null);
        return confirmation.Map(by => new Decision(new FundingEvent.FundsCalled(N, due.Total, Account, value, due.PaymentDate, by)));
    }
}

/// <summary>Why a confirmation is not taken, in the order in which it is tested.</summary>
public enum ConfirmRefusal { FundsUncalled, InstructionsConfirmed, ReferenceMissing }

/// <summary>The issuer confirms that irrevocable payment instructions have been given (AGY-4.1g). A late confirmation is taken, and is late.</summary>
public sealed record ConfirmInstructions(int N, string Reference, DateTimeOffset At)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Funding.Calls.TryGetValue(N, out var call)) return Refusal.Of(ConfirmRefusal.FundsUncalled, $"The issuer has not been called for funds for due {N}.");
        if (state.Funding.Instructions.TryGetValue(N, out var earlier)) return Refusal.Of(ConfirmRefusal.InstructionsConfirmed, $"The instructions for due {N} were confirmed under {earlier.Reference}.");
        if (string.IsNullOrWhiteSpace(Reference)) return Refusal.Of(ConfirmRefusal.ReferenceMissing, $"The confirmation for due {N} has no reference by which it can be found again.");
        return new Decision(new FundingEvent.InstructionsConfirmed(N, Reference, At, call.Confirmation?.IsPassedAt(At) ?? false));
    }
}
