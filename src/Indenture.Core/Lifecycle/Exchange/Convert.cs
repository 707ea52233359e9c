namespace Indenture.Core;

/// <summary>Why the other currency is not bought, in the order in which it is tested.</summary>
public enum BuyRefusal
{
    ExchangeUndivided, NothingConverted, ExchangeBought, RateUnavailable, RateNotPositive, SideDiffers, DifferenceOpen, FundsUncalled, InstructionsUnconfirmed, ConsultationMissing, PurchaseLate,
}

/// <summary>Where a rate came from.</summary>
/// <param name="Side">"bid", "offer" or "mid".</param>
/// <param name="Bank">The leading bank that bid; null where a rate was to be had (AGY-10j).</param>
/// <param name="Consulted">How and when the issuer was consulted on the choice of that bank.</param>
public sealed record ExchangeEvidence(string Side, string Source, string? Bank, string? Consulted);

/// <summary>
/// Contracts to buy the other currency with what is left after the elections, at or before the time the agreement names (AGY-10f). No contract without the
/// issuer's confirmation of its instructions unless a person says why: if the money fails, nothing unwinds it (AGY-T38).
/// </summary>
/// <param name="Rate">Units of the notes' currency for one of the other, prevailing at the agreed time: what is paid out.</param>
/// <param name="Dealt">The rate of the contract, where it is another (AGY-T15).</param>
/// <param name="Despite">Why it is struck without the confirmation; null where that is there.</param>
public sealed record BuyCurrency(int N, PaymentKind Kind, Ratio Rate, Ratio? Dealt, ExchangeEvidence Evidence, DateTimeOffset DealtAt, string? Despite)
{
    public Outcome<Decision> Decide(SeriesState state, ExchangeRules rules, ZoneData zones)
    {
        if (!state.Exchange.Divisions.TryGetValue((N, Kind), out var divided)) return Refusal.Of(BuyRefusal.ExchangeUndivided, $"The {Names.Of(Kind)} of due {N} has not been divided.");
        if (divided.Remainder.Minor == 0) return Refusal.Of(BuyRefusal.NothingConverted, $"Every participant takes due {N} in the currency of the notes; nothing is bought.");
        if (state.Exchange.Contracts.TryGetValue((N, Kind), out var earlier)) return Refusal.Of(BuyRefusal.ExchangeBought, $"A contract for {earlier.Sold.ToDisplay()} of due {N} was struck.");
        if (state.Exchange.Unavailable.TryGetValue((N, Kind), out var none)) return Refusal.Of(BuyRefusal.RateUnavailable, $"No rate was to be had for due {N}: {none.Why}. It is paid in the currency of the notes.");
        if (Rate.Numerator <= 0 || Dealt?.Numerator <= 0) return Refusal.Of(BuyRefusal.RateNotPositive, "A rate of exchange is above zero.");
        if (Evidence.Side != rules.Side) return Refusal.Of(BuyRefusal.SideDiffers, $"The terms take the {rules.Side} rate; {Evidence.Side} was given.");
        if (divided.Remainder != divided.Literal && !state.Exchange.Accepted.ContainsKey((N, Kind)))
            return Refusal.Of(BuyRefusal.DifferenceOpen, $"After the elections {divided.Remainder.ToDisplay()} is left to convert, and the participants who elected nothing are due {divided.Literal.ToDisplay()}: a person accepts the difference first.");
        if (!state.Funding.Calls.TryGetValue(N, out var call)) return Refusal.Of(BuyRefusal.FundsUncalled, $"The issuer has not been called for funds for due {N}.");
        if (call.Confirmation is not null && !state.Funding.Instructions.ContainsKey(N) && string.IsNullOrWhiteSpace(Despite))
            return Refusal.Of(BuyRefusal.InstructionsUnconfirmed, $"The issuer has not confirmed its instructions for due {N} (due {call.Confirmation}): nothing would unwind a contract if the money fails. Give the reason to strike it all the same.");
        if (Evidence.Bank is not null && string.IsNullOrWhiteSpace(Evidence.Consulted)) return Refusal.Of(BuyRefusal.ConsultationMissing, $"{Evidence.Bank} bid, but no consultation of the issuer on the choice of the bank is recorded.");
        return rules.Purchase.Before(call.ValueDate, zones).Then<Decision>(deadline => deadline.IsPassedAt(DealtAt)
            ? Refusal.Of(BuyRefusal.PurchaseLate, $"The contract for due {N} is struck at or before {deadline}; {DealtAt.ToUniversalTime():yyyy-MM-dd HH:mm}Z is later.")
            : new Decision(new ExchangeEvent.Bought(N, Kind, divided.Remainder, rules.Currency.Code, Rate, Dealt, Evidence.Side, Evidence.Source, DealtAt, deadline, Evidence.Bank, Evidence.Consulted, Despite)));
    }
}

/// <summary>Why a missing rate is not recorded, in the order in which it is tested.</summary>
public enum NoRateRefusal { ExchangeUndivided, ExchangeBought, RateUnavailable, ReasonMissing }

/// <summary>Neither a rate nor a bid was to be had: the payment is made in the currency of the notes (AGY-10k). Given again, it names the account that the depositary told later.</summary>
/// <param name="Account">The account that the depositary specified; null until it has.</param>
public sealed record DeclareNoRate(int N, PaymentKind Kind, string Why, string? Account, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Exchange.Divisions.TryGetValue((N, Kind), out var divided)) return Refusal.Of(NoRateRefusal.ExchangeUndivided, $"The {Names.Of(Kind)} of due {N} has not been divided.");
        if (state.Exchange.Contracts.ContainsKey((N, Kind))) return Refusal.Of(NoRateRefusal.ExchangeBought, $"A contract for due {N} was struck; there was a rate.");
        if (state.Exchange.Unavailable.TryGetValue((N, Kind), out var earlier) && (earlier.Account is not null || Account is null))
            return Refusal.Of(NoRateRefusal.RateUnavailable, $"That no rate was to be had for due {N} is recorded: {earlier.Why}.");
        if (string.IsNullOrWhiteSpace(Why)) return Refusal.Of(NoRateRefusal.ReasonMissing, $"Who was asked for a rate and a bid for due {N} is not said.");
        var happened = new ExchangeEvent.RateUnavailable(N, Kind, Why, Account);
        if (earlier is not null || divided.Remainder.Minor == 0) return new Decision(happened);
        return new Decision([happened], [SeriesBooks.Cash(divided.Remainder.Currency, Today, $"no rate for due {N}: payable as it is",
            [new Leg(SeriesBooks.ConvertingOf(N, Kind), divided.Remainder.Minor), new Leg(SeriesBooks.PayableOf(SeriesBooks.ExchangeRunOf(N, Kind)), -divided.Remainder.Minor)])], []);
    }
}

/// <summary>Why the exchange is not settled, in the order in which it is tested.</summary>
public enum SettleExchangeRefusal { ExchangeUnbought, ExchangeSettled, PaymentEarly, FundsShort, CostsNegative, CostsTooLarge }

/// <summary>
/// On the payment date the currencies change hands, if the money is there (AGY-4.2b): what was left is sold, what is bought is held for its takers, and the
/// costs are taken off once (AGY-10e, AGY-T17).
/// </summary>
/// <param name="Costs">Of the conversion, in the other currency; zero where there were none.</param>
public sealed record SettleExchange(int N, PaymentKind Kind, Money Costs, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state, ExchangeRules rules)
    {
        if (!state.Exchange.Contracts.TryGetValue((N, Kind), out var contract)) return Refusal.Of(SettleExchangeRefusal.ExchangeUnbought, $"No contract for due {N} was struck.");
        if (state.Exchange.Settlements.ContainsKey((N, Kind))) return Refusal.Of(SettleExchangeRefusal.ExchangeSettled, $"The contract for due {N} was settled.");
        var due = state.Payments.Announced[N];
        var day = state.Funding.Calls[N].ValueDate;
        if (Today < day) return Refusal.Of(SettleExchangeRefusal.PaymentEarly, $"The contract for due {N} settles on {day:yyyy-MM-dd}; today is {Today:yyyy-MM-dd}.");
        var missing = state.MissingOf(due);
        if (missing.Minor > 0) return Refusal.Of(SettleExchangeRefusal.FundsShort, $"{missing.ToDisplay()} for due {N} is not there: nobody is paid, and the contract to sell {contract.Sold.ToDisplay()} is an open exposure.");
        if (Costs.Minor < 0) return Refusal.Of(SettleExchangeRefusal.CostsNegative, "Costs are not negative.");
        var net = ExchangeShares.Net(contract.Sold, contract.Rate, Costs, rules);
        if (net.Minor <= 0) return Refusal.Of(SettleExchangeRefusal.CostsTooLarge, $"Costs of {Costs.ToDisplay()} leave nothing of {contract.Sold.ToDisplay()}.");
        // The contract brings in what it was dealt at; the holders get the agreed rate. The difference is nobody's by the agreement and stands apart.
        var bought = contract.Dealt is { } dealt ? rules.Rounding.Apply(contract.Sold.ToRatio() / dealt, rules.Currency) : net + Costs;
        if (bought.Minor <= 0) return Refusal.Of(SettleExchangeRefusal.CostsTooLarge, $"At the rate dealt {contract.Sold.ToDisplay()} buys nothing.");
        var difference = bought - net - Costs;
        var held = SeriesBooks.HeldFor(N);
        var owed = new List<Leg> { new(SeriesBooks.ExchangeConversion, (net + Costs).Minor), new(SeriesBooks.PayableOf(SeriesBooks.ExchangeRunOf(N, Kind)), -net.Minor) };
        if (Costs.Minor > 0) owed.Add(new Leg(SeriesBooks.ExchangeCostsOf(N, Kind), -Costs.Minor));
        var received = new List<Leg> { new(SeriesBooks.ExchangeCounterparty, -bought.Minor), new(held, net.Minor) };
        // The costs stay with the exchange agent, who bears them; only what is the takers' is held for them.
        if (Costs.Minor > 0) received.Add(new Leg(SeriesBooks.AgentOwnFunds, Costs.Minor));
        if (difference.Minor != 0) received.Add(new Leg(SeriesBooks.ExchangeDifference, difference.Minor));
        var entries = new List<Entry>
        {
            SeriesBooks.Cash(contract.Sold.Currency, Today, $"sold for due {N}", [new Leg(held, -contract.Sold.Minor), new Leg(SeriesBooks.ExchangeCounterparty, contract.Sold.Minor)]),
            SeriesBooks.Cash(contract.Sold.Currency, Today, $"{Names.Of(Kind)} of due {N} converted", [new Leg(SeriesBooks.ConvertingOf(N, Kind), contract.Sold.Minor), new Leg(SeriesBooks.ExchangeConversion, -contract.Sold.Minor)]),
            SeriesBooks.Cash(rules.Currency, Today, $"bought for due {N}", received),
            SeriesBooks.Cash(rules.Currency, Today, $"owed for due {N} after costs", owed),
        };
        return new Decision([new ExchangeEvent.Settled(N, Kind, contract.Sold, net, Costs, difference)], entries, []);
    }
}

/// <summary>Why the exchange agent does not pay, in the order in which it is tested.</summary>
public enum PayExchangeRefusal { ExchangeUndivided, RunPaid, PositionDiffers, PaymentEarly, FundsShort, ExchangeUnsettled, AccountMissing, AmountDiffers, PayeeOnHold }

/// <summary>
/// Pays what was elected to the participants' accounts and what was bought to the nominee; where no rate was to be had, what was to be converted in the
/// currency of the notes. Carried out only when two persons give it.
/// </summary>
/// <param name="Participants">The statement that the payment was divided by.</param>
/// <param name="Stated">What goes out in the currency of the notes, typed and never filled in.</param>
/// <param name="StatedOther">What goes out in the other currency.</param>
public sealed record PayExchange(int N, PaymentKind Kind, IReadOnlyList<Holding> Participants, Money Stated, Money StatedOther, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Exchange.Divisions.TryGetValue((N, Kind), out var divided)) return Refusal.Of(PayExchangeRefusal.ExchangeUndivided, $"The {Names.Of(Kind)} of due {N} has not been divided.");
        var id = SeriesBooks.ExchangeRunOf(N, Kind);
        if (state.Exchange.Paid.ContainsKey((N, Kind))) return Refusal.Of(PayExchangeRefusal.RunPaid, $"Run {id} of series {state.Id} was paid.");
        var due = state.Payments.Announced[N];
        var elections = state.Exchange.Elections.Where(e => e.Key.N == N).Select(e => e.Value).ToList();
        if (new Position(due.RecordDate, Participants).Hash != divided.PositionHash || ExchangeShares.Of(divided.Amount, Participants, elections) is not Outcome<ExchangeShares>.Done { Value: var shares } || shares.Hash != divided.SharesHash)
            return Refusal.Of(PayExchangeRefusal.PositionDiffers, $"The participants' positions given are not those that the {Names.Of(Kind)} of due {N} was divided by.");
        var day = state.Funding.Calls.GetValueOrDefault(N)?.ValueDate is { } value && value > due.PaymentDate ? value : due.PaymentDate;
        if (Today < day) return Refusal.Of(PayExchangeRefusal.PaymentEarly, $"Run {id} is payable on {day:yyyy-MM-dd}; today is {Today:yyyy-MM-dd}.");
        var missing = state.MissingOf(due);
        if (missing.Minor > 0) return Refusal.Of(PayExchangeRefusal.FundsShort, $"{missing.ToDisplay()} for due {N} is not there: nobody is paid.");
        var settled = state.Exchange.Settlements.GetValueOrDefault((N, Kind));
        var unavailable = state.Exchange.Unavailable.GetValueOrDefault((N, Kind));
        if (divided.Remainder.Minor > 0 && settled is null && unavailable is null)
            return Refusal.Of(PayExchangeRefusal.ExchangeUnsettled, $"{divided.Remainder.ToDisplay()} of due {N} is to be converted and is not; neither was it found that no rate was to be had.");
        if (unavailable is { Account: null }) return Refusal.Of(PayExchangeRefusal.AccountMissing, $"{divided.Remainder.ToDisplay()} of due {N} is payable in {divided.Remainder.Currency} to an account that the depositary has not named yet.");

        var payments = shares.Shares.Where(s => s.Kept.Minor > 0).Select(s => new Disbursement(id, s.Participant, Kind, s.Kept) { Account = elections.FirstOrDefault(e => e.Participant == s.Participant)?.Account }).ToList();
        if (unavailable is not null && divided.Remainder.Minor > 0) payments.Add(new Disbursement(id, divided.Holder, Kind, divided.Remainder) { Account = unavailable.Account });
        if (settled is not null) payments.Add(new Disbursement(id, divided.Holder, Kind, settled.Net));
        var own = payments.Where(p => p.Amount.Currency == divided.Amount.Currency).Select(p => p.Amount).Sum(divided.Amount.Currency);
        var other = settled?.Net ?? Money.Zero(StatedOther.Currency);
        if (Stated != own || StatedOther != other) return Refusal.Of(PayExchangeRefusal.AmountDiffers, $"{Stated.ToDisplay()} and {StatedOther.ToDisplay()} were typed; run {id} pays {own.ToDisplay()} and {other.ToDisplay()}.");
        if (payments.FirstOrDefault(p => state.Payees.Holds.ContainsKey(p.Holder)) is { } held) return Refusal.Of(PayExchangeRefusal.PayeeOnHold, $"{held.Holder} is on hold: {state.Payees.Holds[held.Holder].Why}. Run {id} is not paid until the hold is released.");

        var entries = new List<Entry>();
        var payable = SeriesBooks.PayableOf(id);
        if (own.Minor > 0) entries.Add(SeriesBooks.Cash(own.Currency, Today, $"run {id} paid", [new Leg(payable, own.Minor), new Leg(SeriesBooks.HeldFor(N), -own.Minor)]));
        if (settled is not null) entries.Add(SeriesBooks.Cash(settled.Net.Currency, Today, $"run {id} paid", [new Leg(payable, settled.Net.Minor), new Leg(SeriesBooks.HeldFor(N), -settled.Net.Minor)]));
        return new Decision(
            [new ExchangeEvent.ExchangePaid(id, N, Kind, divided.Amount, own, settled?.Net, new Run(id, state.Id, N, Kind, due.PaymentDate, divided.Amount.Currency, payments).Hash)],
            entries, payments);
    }
}
