namespace Indenture.Core;

/// <summary>Why nothing is entered in the register, in the order in which it is tested.</summary>
public enum PostingRefusal
{
    SeriesUnknown, SeriesRedeemed, RegisterDateAhead, RegisterDateBack, RecordDateStruck, IdentityBroken, NoteShort, ParticipantShort, HolderShort, HolderNeeded, ParticipantNeeded, DenominationWrong,
}

/// <summary>The one door through which units move: on a day that may still be entered, from what is there, with every tier balanced by the one above and the identity kept.</summary>
internal static class RegisterPosting
{
    /// <param name="date">The day as of which it holds.</param>
    /// <param name="today">The day of the act.</param>
    /// <param name="holders">Who gives or takes, where known.</param>
    public static Outcome<Entry> Of(
        SeriesState state, DateOnly date, DateOnly today, string purpose, IEnumerable<Leg> legs, IEnumerable<(NoteForm Form, TierHolder Holder)> holders, Held held)
    {
        if (Day(state, date, today) is { } refusal) return refusal;
        var currency = state.Terms.Currency!.Value;
        var netted = RegisterBooks.Netted(legs);
        var entry = SeriesBooks.Units(currency, date, purpose, netted);
        var change = netted.ToDictionary(l => l.Account.Name, l => l.Minor, StringComparer.Ordinal);
        long After(string account) => held(account) + change.GetValueOrDefault(account);

        var identity = IdentityOf(state, currency, After);
        if (!identity.Holds)
            return Refusal.Of(PostingRefusal.IdentityBroken, $"The register of series {state.Id} would show {identity}; an entry that does not keep this sum is not posted.");
        foreach (var note in state.GlobalNotes)
            if (After(note.Account.Name) < 0)
                return Refusal.Of(PostingRefusal.NoteShort, $"Certificate {note.Number} represents {new Money(held(note.Account.Name), currency).ToDisplay()}; it cannot be marked down by {new Money(-change[note.Account.Name], currency).ToDisplay()}.");
        var denomination = state.Terms.Denomination?.Value;
        foreach (var (form, holder) in holders.Distinct())
        {
            var participant = RegisterBooks.Participant(form, holder.Participant);
            if (After(participant.Name) < 0)
                return Refusal.Of(PostingRefusal.ParticipantShort, $"{holder.Participant} holds {new Money(held(participant.Name), currency).ToDisplay()} under {Names.Of(form)}; it cannot give {new Money(-change[participant.Name], currency).ToDisplay()}.");
            var leaf = participant;
            if (holder.Beneficial is { } beneficial)
            {
                leaf = RegisterBooks.Beneficial(form, holder.Participant, beneficial);
                if (After(leaf.Name) < 0)
                    return Refusal.Of(PostingRefusal.HolderShort, $"{holder} holds {new Money(held(leaf.Name), currency).ToDisplay()} under {Names.Of(form)}; it cannot give {new Money(-change[leaf.Name], currency).ToDisplay()}.");
            }
            if (After(participant.Name) + After(RegisterBooks.Below(form, holder.Participant).Name) < 0)
                return Refusal.Of(PostingRefusal.HolderNeeded, $"{holder.Participant} would hold less than is known to be held through it; name the holder whose notes move.");
            if (denomination is not null && change.ContainsKey(leaf.Name) && After(leaf.Name) is > 0 and var rest && !denomination.Allows(new Money(rest, currency)))
                return Refusal.Of(PostingRefusal.DenominationWrong, $"{holder} would hold {new Money(rest, currency).ToDisplay()}; notes are held in {denomination}.");
        }
        foreach (var form in Enum.GetValues<NoteForm>())
            if (state.GlobalNotes.Where(n => n.Form == form).Sum(n => After(n.Account.Name)) + After(RegisterBooks.Below(form).Name) < 0)
                return Refusal.Of(PostingRefusal.ParticipantNeeded, $"The {Names.Of(form)} global notes would represent less than participants are known to hold under them; name the participant whose notes move, or credit no more than the notes represent.");
        return entry;
    }

    /// <summary>Null where the day may be entered. What holds as of a struck record date is never moved.</summary>
    public static Refusal? Day(SeriesState state, DateOnly date, DateOnly today)
    {
        if (state.Offerings.Count == 0) return Refusal.Of(PostingRefusal.SeriesUnknown, $"No series {state.Id} is booked.");
        if (state.Redemption is { } redeemed) return Refusal.Of(PostingRefusal.SeriesRedeemed, $"Series {state.Id} was redeemed on {redeemed.Date:yyyy-MM-dd}.");
        if (date > today) return Refusal.Of(PostingRefusal.RegisterDateAhead, $"{date:yyyy-MM-dd} is after {today:yyyy-MM-dd}; the register is entered when a thing has happened.");
        if (Through(state) is { } through && date < through)
            return Refusal.Of(PostingRefusal.RegisterDateBack, $"The register has entries as of {through:yyyy-MM-dd}; it is entered in the order of its days, so what is learnt late is entered as of today.");
        return Struck(state, date);
    }

    /// <summary>Null where no position was taken of the day or of a later one; that of a special record date is a position like any other (NOTE-DEFINT-1).</summary>
    public static Refusal? Struck(SeriesState state, DateOnly date) =>
        state.Payments.Announced.Values.Select(d => d.RecordDate).Concat(state.Payees.Taken.Values.Select(t => t.RecordDate)).Select(d => (DateOnly?)d).Max() is { } struck && date <= struck
            ? Refusal.Of(PostingRefusal.RecordDateStruck, $"The position of the record date {struck:yyyy-MM-dd} has been taken; nothing is entered as of that day or before.")
            : null;

    public static RegisterIdentity IdentityOf(SeriesState state, Currency currency, Held held) => RegisterIdentity.Of(currency, state.GlobalNotes, SeriesBooks.Issued, SeriesBooks.Retired, held);

    private static DateOnly? Through(SeriesState state) =>
        state.GlobalNotes.Select(n => (DateOnly?)n.Issued).Append(state.Register.Holdings.Through).Where(d => d is not null).Max();
}
