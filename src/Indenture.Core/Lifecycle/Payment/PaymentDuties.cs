namespace Indenture.Core;

/// <summary>Who must do what about the dues of a series, from what happened to them.</summary>
public static class PaymentDuties
{
    /// <param name="at">The instant as of which states are told.</param>
    /// <param name="on">The day as of which states are told.</param>
    public static IReadOnlyList<Duty> Of(SeriesState state, PaymentRules rules, DateOnly on, DateTimeOffset at)
    {
        var duties = new List<Duty>();
        foreach (var due in state.Payments.Announced.Values.OrderBy(d => d.N))
        {
            var n = due.N;
            var funding = state.FundingDateOf(due, rules);
            if (state.Funding.Calls.GetValueOrDefault(n)?.Confirmation is { } deadline)
                duties.Add(new Duty("confirmation of instructions", $"confirm that irrevocable instructions for due {n} have been given", "issuer", $"{deadline.Day:yyyy-MM-dd}T{deadline.Time:HH\\:mm}", deadline.Zone,
                    state.Funding.Instructions.TryGetValue(n, out var confirmed) ? confirmed.Late ? DutyState.Late : DutyState.Met : deadline.IsPassedAt(at) ? DutyState.Breached : DutyState.Open));
            var received = state.Payments.Funded.GetValueOrDefault(n);
            duties.Add(new Duty("funding", $"pay {due.Total.ToDisplay()} for due {n}", "issuer", $"{funding:yyyy-MM-dd}", "unstated",
                received == due.Total ? state.Funding.Shortfalls.ContainsKey(n) ? DutyState.Late : DutyState.Met
                : state.Funding.Advances.TryGetValue(n, out var advance) && advance.Outstanding.Minor == 0 ? DutyState.Late
                : on > funding ? DutyState.Breached : DutyState.Open));
            if (state.Funding.Shortfalls.TryGetValue(n, out var shortfall))
            {
                var told = state.Funding.Notified.Where(e => e.N == n).ToList();
                foreach (var (means, i) in rules.ShortfallNotice.Select((m, i) => (m, i)))
                    duties.Add(new Duty("notice of shortfall", $"tell the issuer by {Names.Of(means)} that {shortfall.Missing.ToDisplay()} is missing for due {n}", "paying agent", $"{shortfall.On:yyyy-MM-dd}", "unstated",
                        told.FirstOrDefault(t => t.Means == means) is { } notice ? !notice.InOrder ? DutyState.Breached : notice.Late ? DutyState.Late : DutyState.Met : on > shortfall.On ? DutyState.Breached : DutyState.Open));
            }
            duties.Add(new Duty("payment", $"pay the holders of {due.RecordDate:yyyy-MM-dd} what due {n} owes them", "paying agent", $"{due.PaymentDate:yyyy-MM-dd}", "unstated",
                state.Payments.IsPaid(n) ? DutyState.Met : state.MissingOf(due).Minor > 0 ? DutyState.Open : on > due.PaymentDate ? DutyState.Late : DutyState.Open));
        }
        return duties;
    }

    /// <summary>What a person is to look at: a fact, not somebody's breach.</summary>
    public static IReadOnlyList<string> Warnings(SeriesState state)
    {
        var warnings = new List<string>();
        foreach (var call in state.Funding.Calls.Values.Where(c => c.PaymentDate < c.ValueDate))
            warnings.Add($"due {call.N}: the holders are paid on {call.PaymentDate:yyyy-MM-dd} and the issuer's money is due on {call.ValueDate:yyyy-MM-dd}; nothing is paid before it unless the agent advances it");
        foreach (var (key, contract) in state.Exchange.Contracts.Where(c => !state.Exchange.Settlements.ContainsKey(c.Key)))
            if (state.MissingOf(state.Payments.Announced[key.N]).Minor > 0)
                warnings.Add($"due {key.N}: the contract to sell {contract.Sold.ToDisplay()} is open and the money for it is not there (OPEN-FX)");
        foreach (var (key, divided) in state.Exchange.Divisions.Where(d => d.Value.Remainder != d.Value.Literal))
            warnings.Add($"due {key.N}: {divided.Remainder.ToDisplay()} is left to convert, the participants who elected nothing are due {divided.Literal.ToDisplay()}: {(divided.Remainder - divided.Literal).ToDisplay()} apart");
        return warnings;
    }
}
