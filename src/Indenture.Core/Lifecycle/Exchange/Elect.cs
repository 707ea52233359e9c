namespace Indenture.Core;

/// <summary>Why an election is not taken, in the order in which it is tested.</summary>
public enum ElectRefusal { DueUnknown, ElectionIncomplete, ParticipantNominee, ElectionLate, ExchangeDivided }

/// <summary>
/// The depositary advises that a participant takes its payment, or a part of it, in the currency of the notes (AGY-9.1c, AGY-10c). Without an effective
/// advice a participant is paid in the other currency (AGY-9.1b).
/// </summary>
public sealed record Elect(int N, string Participant, ElectedPart Part, string Account, DateTimeOffset At)
{
    public Outcome<Decision> Decide(SeriesState state, Promise promise, PaymentRules payment, ExchangeRules rules, ZoneData zones)
    {
        if (Dues.Periods(promise).FirstOrDefault(p => p.N == N) is not { } computed) return Refusal.Of(ElectRefusal.DueUnknown, $"Series {state.Id} has no due {N}.");
        if (string.IsNullOrWhiteSpace(Account)) return Refusal.Of(ElectRefusal.ElectionIncomplete, $"The election of {Participant} for due {N} names no account; it is incomplete until it does.");
        if (Participant == rules.Holder) return Refusal.Of(ElectRefusal.ParticipantNominee, $"{Participant} is the depositary's nominee and none of its participants; it elects nothing.");
        if (Enum.GetValues<PaymentKind>().Any(k => state.Exchange.Divisions.ContainsKey((N, k)))) return Refusal.Of(ElectRefusal.ExchangeDivided, $"The payment of due {N} has been divided; the election of {Participant} comes too late.");
        var period = AnnounceDates.AsAnnounced(state, computed);
        var elected = new Decision(new ExchangeEvent.Elected(N, Participant, Part.ToString(), Account, At));
        if (rules.Election is not { } rule) return elected;
        var funding = state.Payments.Dates.GetValueOrDefault(N)?.FundingDate ?? payment.FundingDate(period.UnadjustedDate, period.PaymentDate);
        return rule.Before(funding, zones).Then<Decision>(deadline => deadline.IsPassedAt(At)
            ? Refusal.Of(ElectRefusal.ElectionLate, $"Elections for due {N} closed on {deadline}; that of {Participant} of {At.ToUniversalTime():yyyy-MM-dd HH:mm}Z is not effective.")
            : elected);
    }
}

/// <summary>Why the payment is not divided, in the order in which it is tested.</summary>
public enum DivideRefusal { DueUnknown, NothingDue, ExchangeDivided, RunPaid, InterestDefaulted, PositionChanged, HolderUnknown, PositionDiffers, ParticipantNominee, ParticipantUnknown, ElectionExceeds }

/// <summary>
/// Passes the payment on the depositary's global notes to the exchange agent and divides it by the elections (AGY-10b, AGY-10m). The position is that of
/// the record date, whatever was transferred since.
/// </summary>
/// <param name="Holdings">The register's position of the due's record date.</param>
/// <param name="Participants">The depositary's statement of its participants on the same date; it must add up to the nominee's holding.</param>
public sealed record DivideExchange(int N, PaymentKind Kind, IReadOnlyList<Holding> Holdings, IReadOnlyList<Holding> Participants, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state, ExchangeRules rules)
    {
        if (!state.Payments.Announced.TryGetValue(N, out var due)) return Refusal.Of(DivideRefusal.DueUnknown, $"Due {N} of series {state.Id} has not been announced.");
        if (due.Owed(Kind).Minor == 0) return Refusal.Of(DivideRefusal.NothingDue, $"Due {N} of series {state.Id} owes no {Names.Of(Kind)}.");
        if (state.Exchange.Divisions.ContainsKey((N, Kind))) return Refusal.Of(DivideRefusal.ExchangeDivided, $"The {Names.Of(Kind)} of due {N} was divided; nothing is divided twice.");
        var run = SeriesBooks.RunOf(N, Kind);
        if (state.Payments.Paid.ContainsKey(run)) return Refusal.Of(DivideRefusal.RunPaid, $"Run {run} of series {state.Id} was paid.");
        if (Kind == PaymentKind.Interest && state.Payees.Defaulted.ContainsKey(N)) return Refusal.Of(DivideRefusal.InterestDefaulted, $"The interest of due {N} is in default.");
        if (new Position(due.RecordDate, Holdings).Hash != due.PositionHash) return Refusal.Of(DivideRefusal.PositionChanged, $"The position given is not the one taken on the record date {due.RecordDate:yyyy-MM-dd}.");
        if (Holdings.FirstOrDefault(h => h.Holder == rules.Holder) is not { } nominee) return Refusal.Of(DivideRefusal.HolderUnknown, $"{rules.Holder} held no notes on the record date {due.RecordDate:yyyy-MM-dd}.");
        var stated = Participants.Select(p => p.Principal).Sum(due.Interest.Currency);
        if (stated != nominee.Principal)
            return Refusal.Of(DivideRefusal.PositionDiffers, $"The depositary's participants held {stated.ToDisplay()} in all and {rules.Holder} {nominee.Principal.ToDisplay()} on {due.RecordDate:yyyy-MM-dd}.");
        // It is paid what is converted; a run pays nobody twice.
        if (Participants.Any(p => p.Holder == rules.Holder)) return Refusal.Of(DivideRefusal.ParticipantNominee, $"{rules.Holder} is the depositary's nominee and stands in its statement as a participant.");
        var amount = Run.Of(state.Id, due, Kind, Holdings).Net(state).Disbursements.Where(d => d.Holder == rules.Holder).Select(d => d.Amount).Sum(due.Interest.Currency);
        if (amount.Minor == 0) return Refusal.Of(DivideRefusal.NothingDue, $"All {Names.Of(Kind)} of due {N} for {rules.Holder} was withheld by law; nothing is left to divide.");
        return ExchangeShares.Of(amount, Participants, Elections(state)).Map(shares =>
        {
            var (kept, remainder) = (shares.Kept(amount.Currency), shares.Remainder(amount.Currency));
            var legs = new List<Leg> { new(SeriesBooks.PayableOf(N, Kind), amount.Minor) };
            if (kept.Minor > 0) legs.Add(new Leg(SeriesBooks.PayableOf(SeriesBooks.ExchangeRunOf(N, Kind)), -kept.Minor));
            if (remainder.Minor > 0) legs.Add(new Leg(SeriesBooks.ConvertingOf(N, Kind), -remainder.Minor));
            return new Decision(
                [new ExchangeEvent.Divided(N, Kind, rules.Holder, amount, Elections(state).Count, kept, remainder, shares.Literal(amount.Currency), new Position(due.RecordDate, Participants).Hash, shares.Hash)],
                [SeriesBooks.Cash(amount.Currency, Today, $"{Names.Of(Kind)} of due {N} passed to the exchange agent", legs)], []);
        });
    }

    private List<ExchangeEvent.Elected> Elections(SeriesState state) => [.. state.Exchange.Elections.Where(e => e.Key.N == N).Select(e => e.Value)];
}

/// <summary>Why a difference is not accepted, in the order in which it is tested.</summary>
public enum AcceptDifferenceRefusal { ExchangeUndivided, NoDifference, DifferenceAccepted, ReasonMissing }

/// <summary>
/// A person accepts that what is left after the elections is converted, although the agreement's "specified amount", read literally, leaves out the other
/// part of a partial election (AGY-10o, AGY-T37).
/// </summary>
public sealed record AcceptDifference(int N, PaymentKind Kind, string Who, string Why)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Exchange.Divisions.TryGetValue((N, Kind), out var divided)) return Refusal.Of(AcceptDifferenceRefusal.ExchangeUndivided, $"The {Names.Of(Kind)} of due {N} has not been divided.");
        var difference = divided.Remainder - divided.Literal;
        if (difference.Minor == 0) return Refusal.Of(AcceptDifferenceRefusal.NoDifference, $"The remainder of due {N} and the literal amount are the same, {divided.Remainder.ToDisplay()}.");
        if (state.Exchange.Accepted.TryGetValue((N, Kind), out var earlier)) return Refusal.Of(AcceptDifferenceRefusal.DifferenceAccepted, $"{earlier.Who} accepted the difference of {earlier.Difference.ToDisplay()}: {earlier.Why}.");
        return string.IsNullOrWhiteSpace(Why)
            ? Refusal.Of(AcceptDifferenceRefusal.ReasonMissing, $"Why the difference of {difference.ToDisplay()} is accepted is not said.")
            : new Decision(new ExchangeEvent.DifferenceAccepted(N, Kind, difference, Who, Why));
    }
}
