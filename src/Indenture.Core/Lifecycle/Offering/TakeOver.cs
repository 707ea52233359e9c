namespace Indenture.Core;

/// <summary>Why a series is not taken over, in the order in which it is tested; DUE-BEFORE-TAKEOVER refuses what was paid elsewhere.</summary>
public enum TakeOverRefusal
{
    /// <summary>The series is known here already.</summary>
    SeriesBooked,
    /// <summary>Outstanding, cancelled and redeemed do not make up what was issued.</summary>
    BookDiffers,
    /// <summary>The certificates are not for what is outstanding.</summary>
    CertificatesDiffer,
    /// <summary>Two certificates with one number, or a holder twice below the same form.</summary>
    PositionsRepeated,
    /// <summary>More is held below the certificates of a form than they represent.</summary>
    PositionsExceedNotes,
    /// <summary>The day of the book has not ended.</summary>
    TakeoverFuture,
    /// <summary>The date paid to is no payment date of the terms.</summary>
    PaidToUnknown,
    /// <summary>The book is of a day before the last payment.</summary>
    TakeoverBeforePaid,
    /// <summary>The record date of the next due has passed: the position of that day is not in the book.</summary>
    TakeoverLate,
    /// <summary>The rate of the next due was determined elsewhere and is not stated.</summary>
    CurrentRateMissing,
    /// <summary>The stated rate is not the one of the terms.</summary>
    CurrentRateDiffers,
    /// <summary>The due was paid before the series was taken over.</summary>
    DueBeforeTakeover,
}

/// <summary>A certificate as the old book has it.</summary>
/// <param name="Number">As printed on it.</param>
/// <param name="Holder">The registered holder.</param>
/// <param name="Principal">What it represents at the close of the day of the book; above zero.</param>
public sealed record TakenCertificate(string Number, NoteForm Form, string Holder, Money Principal);

/// <summary>Somebody who holds below the certificates of a form.</summary>
/// <param name="Principal">Above zero.</param>
public sealed record TakenPosition(NoteForm Form, TierHolder Holder, Money Principal);

/// <summary>What another system's book says of one series at the close of a day.</summary>
/// <param name="Cancelled">Zero where the book states none.</param>
/// <param name="Redeemed">Zero where the book states none.</param>
/// <param name="PaidTo">The payment date, as scheduled or as moved, of the last due that was paid; the first day that earns interest where none was.</param>
/// <param name="CurrentRate">Percent per annum, all in, of the next due; null where the book states none.</param>
/// <param name="LastInterest">What the last due paid in interest; null where the book does not say.</param>
public sealed record TakenBook(
    DateOnly AsOf, Money Outstanding, Money Cancelled, Money Redeemed, DateOnly PaidTo, Percent? CurrentRate, Money? LastInterest, IReadOnlyList<TakenCertificate> Certificates,
    IReadOnlyList<TakenPosition> Positions, Source.Import Source);

/// <summary>
/// Takes a series over from another system in the middle of its life: its terms, what is outstanding and in whose hands, up to which date it is paid, the
/// rate of the running period. What was paid elsewhere is never announced, fixed or paid here. Carried out only when two persons give it.
/// </summary>
/// <param name="Files">SHA-256 of each file that it is taken from.</param>
public sealed record TakeOver(string Offering, Terms Terms, TakenBook Book, IReadOnlyList<string> Files, DateOnly Today)
{
    /// <summary>Refused by <see cref="TakeOverRefusal"/>, or as an offering is not booked and terms make no promise.</summary>
    public Outcome<Decision> Decide(SeriesState state, Calendars calendars)
    {
        if (state.Offerings.Count > 0) return Refusal.Of(TakeOverRefusal.SeriesBooked, $"Series {state.Id} is known here already; a book is taken over once.");
        return new BookOffering(Offering, Terms, [], [], [], Files).Decide(state).Then(booked => Promise.Of(Terms, calendars).Then(promise => AddsUp(promise).Then(_ => NextOf(promise)).Map(next =>
        {
            var notes = Book.Certificates.Select(c => new GlobalNote(c.Number, c.Holder, c.Principal, Book.AsOf, c.Form)).ToList();
            var taken = new OfferingEvent.TakenOver(Offering, Book.AsOf, Book.Outstanding, Book.Cancelled, Book.Redeemed, Book.PaidTo, next.N - 1, Book.LastInterest, notes, Book.Positions.Count, Book.Source);
            return new Decision([.. booked.Events, taken, .. RateOf(next)], [.. booked.Entries, .. Entries(promise.Currency, notes)], []);
        })));
    }

    private Outcome<Promise> AddsUp(Promise promise)
    {
        if (Book.Outstanding + Book.Cancelled + Book.Redeemed is var total && total != promise.Principal)
            return Refusal.Of(TakeOverRefusal.BookDiffers, $"{Book.Outstanding.ToDisplay()} outstanding, {Book.Cancelled.ToDisplay()} cancelled and {Book.Redeemed.ToDisplay()} redeemed are {total.ToDisplay()}; {promise.Principal.ToDisplay()} was issued.");
        if (Book.Certificates.Select(c => c.Principal).Sum(promise.Currency) is var represented && represented != Book.Outstanding)
            return Refusal.Of(TakeOverRefusal.CertificatesDiffer, $"The certificates represent {represented.ToDisplay()}; {Book.Outstanding.ToDisplay()} is outstanding.");
        if (Book.Certificates.GroupBy(c => c.Number, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return Refusal.Of(TakeOverRefusal.PositionsRepeated, $"Certificate {twice.Key} stands there twice.");
        if (Book.Positions.GroupBy(p => (p.Form, p.Holder)).FirstOrDefault(g => g.Count() > 1) is { } again)
            return Refusal.Of(TakeOverRefusal.PositionsRepeated, $"{again.Key.Holder} stands there twice below {Names.Of(again.Key.Form)}.");
        foreach (var tier in Book.Positions.GroupBy(p => p.Form))
        {
            var notes = Book.Certificates.Where(c => c.Form == tier.Key && c.Form != NoteForm.Definitive).Select(c => c.Principal).Sum(promise.Currency);
            if (tier.Select(p => p.Principal).Sum(promise.Currency) is var held && held.CompareTo(notes) > 0)
                return Refusal.Of(TakeOverRefusal.PositionsExceedNotes, $"{held.ToDisplay()} is held below {Names.Of(tier.Key)}, whose global notes represent {notes.ToDisplay()}.");
        }
        return promise;
    }

    /// <summary>The first due that is ours.</summary>
    private Outcome<Period> NextOf(Promise promise)
    {
        if (Book.AsOf > Today) return Refusal.Of(TakeOverRefusal.TakeoverFuture, $"The book is of the close of {Book.AsOf:yyyy-MM-dd}; today is {Today:yyyy-MM-dd}.");
        var periods = Dues.Periods(promise);
        var last = periods.LastOrDefault(p => p.UnadjustedDate == Book.PaidTo || p.PaymentDate == Book.PaidTo);
        if (last is null && Book.PaidTo != promise.Grid[0])
            return Refusal.Of(TakeOverRefusal.PaidToUnknown, $"{Book.PaidTo:yyyy-MM-dd} is no payment date of the terms; around it are {string.Join(", ", Around(periods))}.");
        if (last?.N == periods[^1].N) return Refusal.Of(TakeOverRefusal.PaidToUnknown, $"{Book.PaidTo:yyyy-MM-dd} is the last payment date: nothing is left to be paid.");
        if (Book.AsOf < Book.PaidTo) return Refusal.Of(TakeOverRefusal.TakeoverBeforePaid, $"The book is of {Book.AsOf:yyyy-MM-dd} and paid to {Book.PaidTo:yyyy-MM-dd}: take it as of that day or a later one.");
        var next = periods[last?.N ?? 0];
        if (next.RecordDate is { } record && record < Book.AsOf)
            return Refusal.Of(TakeOverRefusal.TakeoverLate, $"The record date of due {next.N} was {record:yyyy-MM-dd}, and the book is of {Book.AsOf:yyyy-MM-dd}: take it as of the record date or an earlier day, or after the payment.");
        return next.Phase.Coupon.Match<Outcome<Period>>(
            @fixed => Book.CurrentRate is { } stated && stated.Value != @fixed.Rate.Value
                ? Refusal.Of(TakeOverRefusal.CurrentRateDiffers, $"The book has {stated}% for due {next.N}; the terms have {@fixed.Rate}%.")
                : next,
            _ => Book.CurrentRate is null && next.FixingDate <= Book.AsOf && next.Phase.Coupon is Coupon.Floating { Rate.InArrears: null }
                ? Refusal.Of(TakeOverRefusal.CurrentRateMissing, $"The rate of due {next.N} was determined on {next.FixingDate:yyyy-MM-dd}, before the day of the book, and the book does not state it (currentRate).")
                : next,
            _ => next);
    }

    private IEnumerable<string> Around(IReadOnlyList<Period> periods) =>
        periods.OrderBy(p => Math.Abs(p.PaymentDate.DayNumber - Book.PaidTo.DayNumber)).Take(2).OrderBy(p => p.N).Select(p => $"{p.PaymentDate:yyyy-MM-dd}");

    /// <summary>The rate that was determined elsewhere, as the book states it.</summary>
    private IEnumerable<RateEvent> RateOf(Period next)
    {
        if (next.Phase.Coupon is not Coupon.Floating { Rate: var rate } || Book.CurrentRate is not { } stated) yield break;
        // What a last resort would repeat is the index: known where nothing but the spread and the multiplier stands between it and the rate.
        Ratio? index = rate is { Spread: { } spread, Floor: null, Cap: null, Rounding: null, InArrears: null } ? (Ratio.Of(stated.Value) - Ratio.Of(spread.Value)) / Ratio.Of(rate.Multiplier) : null;
        yield return new RateEvent.Fixed(next.N, rate.Index, rate.Tenor, next.FixingDate!.Value, null, stated.ToRatio(), $"{stated} by the book taken over", Book.Source.File, Book.Source.Row) { IndexPercent = index };
    }

    private IEnumerable<Entry> Entries(Currency currency, IReadOnlyList<GlobalNote> notes)
    {
        var issued = Book.Outstanding + Book.Cancelled + Book.Redeemed;
        yield return SeriesBooks.Units(currency, Book.AsOf, $"book of {Book.AsOf:yyyy-MM-dd} taken over", RegisterBooks.Netted(
        [
            .. notes.Select(n => new Leg(n.Account, n.Principal.Minor)), new Leg(RegisterBooks.Cancelled, Book.Cancelled.Minor), new Leg(SeriesBooks.Retired, Book.Redeemed.Minor),
            new Leg(SeriesBooks.Issued, -issued.Minor),
        ]));
        if (RegisterBooks.Netted(Book.Positions.SelectMany(p => RegisterBooks.Moved(p.Form, p.Holder, p.Principal.Minor))) is { Count: > 0 } below)
            yield return SeriesBooks.Units(currency, Book.AsOf, $"positions of {Book.AsOf:yyyy-MM-dd} taken over", below);
    }
}
