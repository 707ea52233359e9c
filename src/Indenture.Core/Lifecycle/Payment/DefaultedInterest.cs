namespace Indenture.Core;

/// <summary>Why interest does not become defaulted interest, in the order in which it is tested.</summary>
public enum DefaultRefusal { DueUnknown, NothingDue, InterestDefaulted, RunPaid, DefaultEarly }

/// <summary>
/// Interest that was not paid on its day stops being payable to the holders of its record date and becomes defaulted interest (NOTE-DEFINT-1). What was
/// withheld or passed to the exchange agent before is no part of it.
/// </summary>
public sealed record DefaultInterest(int N, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Payments.Announced.TryGetValue(N, out var due)) return Refusal.Of(DefaultRefusal.DueUnknown, $"Due {N} of series {state.Id} has not been announced.");
        if (due.Interest.Minor == 0) return Refusal.Of(DefaultRefusal.NothingDue, $"Due {N} of series {state.Id} owes no interest.");
        if (state.Payees.Defaulted.TryGetValue(N, out var earlier)) return Refusal.Of(DefaultRefusal.InterestDefaulted, $"The interest of due {N} is defaulted interest since {earlier.On:yyyy-MM-dd}.");
        var run = SeriesBooks.RunOf(N, PaymentKind.Interest);
        if (state.Payments.Paid.ContainsKey(run) || state.Exchange.Divisions.ContainsKey((N, PaymentKind.Interest))) return Refusal.Of(DefaultRefusal.RunPaid, $"Run {run} of series {state.Id} was paid or passed to the exchange agent.");
        if (Today <= due.PaymentDate) return Refusal.Of(DefaultRefusal.DefaultEarly, $"The interest of due {N} is payable on {due.PaymentDate:yyyy-MM-dd}, and that whole day; today is {Today:yyyy-MM-dd}.");
        var unpaid = state.Payments.Unpaid(due, PaymentKind.Interest);
        if (unpaid.Minor == 0) return Refusal.Of(DefaultRefusal.NothingDue, $"All interest of due {N} was withheld by law; none of it is unpaid.");
        return new Decision([new PayeeEvent.InterestDefaulted(N, unpaid, due.PaymentDate)],
            [SeriesBooks.Cash(unpaid.Currency, Today, $"interest of due {N} in default", [new Leg(SeriesBooks.PayableOf(run), unpaid.Minor), new Leg(SeriesBooks.PayableOf(SeriesBooks.DefaultedRunOf(N)), -unpaid.Minor)])], []);
    }
}

/// <summary>Why a special record date is not fixed or struck, in the order in which it is tested.</summary>
public enum SpecialDateRefusal { DefaultUnknown, PositionTaken, RecordDateTooNear, NoticeLate, SpecialDateUnknown, RecordDateEarly }

/// <summary>Fixes who is paid defaulted interest, and when; the day counts are the terms' (NOTE-DEFINT-2, NOTE-DEFINT-3, NOTE-DEFINT-5).</summary>
/// <param name="Notice">The day on which the holders are told.</param>
public sealed record FixSpecialRecordDate(int N, DateOnly Notice, DateOnly RecordDate, DateOnly PaymentDate)
{
    public Outcome<Decision> Decide(SeriesState state, DefaultedInterestRules rules)
    {
        if (!state.Payees.Defaulted.ContainsKey(N)) return Refusal.Of(SpecialDateRefusal.DefaultUnknown, $"The interest of due {N} is not in default.");
        if (state.Payees.Taken.TryGetValue(N, out var taken)) return Refusal.Of(SpecialDateRefusal.PositionTaken, $"The position of the special record date {taken.RecordDate:yyyy-MM-dd} has been taken.");
        if (RecordDate.AddDays(rules.RecordBeforePayment) > PaymentDate)
            return Refusal.Of(SpecialDateRefusal.RecordDateTooNear, $"A payment on {PaymentDate:yyyy-MM-dd} needs a record date of {PaymentDate.AddDays(-rules.RecordBeforePayment):yyyy-MM-dd} or before, {rules.RecordBeforePayment} days; {RecordDate:yyyy-MM-dd} is later.");
        if (Notice.AddDays(rules.NoticeBeforeRecord) > RecordDate)
            return Refusal.Of(SpecialDateRefusal.NoticeLate, $"A record date of {RecordDate:yyyy-MM-dd} needs notice by {RecordDate.AddDays(-rules.NoticeBeforeRecord):yyyy-MM-dd}, {rules.NoticeBeforeRecord} days; {Notice:yyyy-MM-dd} is later. Move the date.");
        return new Decision(new PayeeEvent.SpecialRecordDateFixed(N, Notice, RecordDate, PaymentDate));
    }
}

/// <summary>Takes the register's position at the close of the special record date.</summary>
/// <param name="Balances">The balance of each account of the units book at the close of the special record date, in minor units.</param>
public sealed record TakeSpecialPosition(int N, DateOnly Today, IReadOnlyDictionary<string, long> Balances)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Payees.Special.TryGetValue(N, out var special)) return Refusal.Of(SpecialDateRefusal.SpecialDateUnknown, $"No special record date is fixed for the interest of due {N}.");
        if (state.Payees.Taken.ContainsKey(N)) return Refusal.Of(SpecialDateRefusal.PositionTaken, $"The position of the special record date {special.RecordDate:yyyy-MM-dd} has been taken.");
        if (Today < special.RecordDate) return Refusal.Of(SpecialDateRefusal.RecordDateEarly, $"The special record date of due {N} is {special.RecordDate:yyyy-MM-dd}; today is {Today:yyyy-MM-dd}.");
        var position = Position.Of(special.RecordDate, state.GlobalNotes, Balances);
        return new Decision(new PayeeEvent.SpecialPositionTaken(N, special.RecordDate, position.Holdings.Select(h => h.Principal).Sum(state.Terms.Currency!.Value), position.Holdings.Count, position.Hash));
    }
}

/// <summary>Why defaulted interest is not paid, in the order in which it is tested.</summary>
public enum PayDefaultedRefusal { DefaultUnknown, SpecialDateUnknown, RunPaid, PositionChanged, PaymentEarly, FundsShort, AmountDiffers }

/// <summary>Pays defaulted interest to the holders of its special record date; carried out only when two persons give it.</summary>
/// <param name="Holdings">The position of the special record date.</param>
/// <param name="Stated">Typed by the person, never filled in.</param>
public sealed record PayDefaulted(int N, DateOnly Today, IReadOnlyList<Holding> Holdings, Money Stated)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (!state.Payees.Defaulted.TryGetValue(N, out var defaulted)) return Refusal.Of(PayDefaultedRefusal.DefaultUnknown, $"The interest of due {N} is not in default.");
        if (!state.Payees.Taken.TryGetValue(N, out var taken)) return Refusal.Of(PayDefaultedRefusal.SpecialDateUnknown, $"The position of a special record date for the interest of due {N} has not been taken.");
        var id = SeriesBooks.DefaultedRunOf(N);
        if (state.Payments.Paid.ContainsKey(id)) return Refusal.Of(PayDefaultedRefusal.RunPaid, $"Run {id} of series {state.Id} was paid.");
        if (new Position(taken.RecordDate, Holdings).Hash != taken.PositionHash) return Refusal.Of(PayDefaultedRefusal.PositionChanged, $"The position given is not the one taken on the special record date {taken.RecordDate:yyyy-MM-dd}.");
        var payable = state.Payees.Special[N].PaymentDate;
        if (Today < payable) return Refusal.Of(PayDefaultedRefusal.PaymentEarly, $"Run {id} is payable on {payable:yyyy-MM-dd}; today is {Today:yyyy-MM-dd}.");
        var missing = state.MissingOf(state.Payments.Announced[N]);
        if (missing.Minor > 0) return Refusal.Of(PayDefaultedRefusal.FundsShort, $"{missing.ToDisplay()} for due {N} is not there: nobody is paid.");
        var run = Run.Of(id, state.Id, N, PaymentKind.Interest, payable, defaulted.Amount, Holdings);
        return Stated != run.Total ? Refusal.Of(PayDefaultedRefusal.AmountDiffers, $"{Stated.ToDisplay()} was typed; run {id} pays {run.Total.ToDisplay()}.") : PaymentDecision.Of(state, run, Today);
    }
}
