namespace Indenture.Core;

/// <summary>The balance of an account of the units book, in minor units; zero for one that was never used.</summary>
public delegate long Held(string account);

/// <summary>A holder below a global note: a participant of the depositary, or somebody who is known to hold through it.</summary>
/// <param name="Participant">As the depositary names it.</param>
/// <param name="Beneficial">Null: the participant itself, whoever it holds for.</param>
public sealed record TierHolder(string Participant, string? Beneficial = null)
{
    public override string ToString() => Beneficial is null ? Participant : $"{Beneficial} at {Participant}";
}

/// <summary>
/// The accounts of the register in the units book. Each tier is a pair of books of its own: what the participants of a depositary hold stands as a
/// debit on their accounts and as a credit on one account below the global notes, which is never more than the notes represent; what is known of a
/// participant's own customers stands in the same way below the participant.
/// </summary>
public static class RegisterBooks
{
    /// <summary>Principal cancelled without having been redeemed (AGY-6); what was redeemed and paid is never booked here (AGY-T14).</summary>
    public static readonly Account Cancelled = new("cancelled", Book.Units, AccountGuard.Debit);

    public static Account Participant(NoteForm form, string participant) => new(ParticipantsOf(form) + Segment(participant), Book.Units, AccountGuard.Debit);

    public static Account Beneficial(NoteForm form, string participant, string holder) => new($"{BeneficialOf(form, participant)}{Segment(holder)}", Book.Units, AccountGuard.Debit);

    /// <summary>What the participants of the depositary hold in all, as a credit.</summary>
    public static Account Below(NoteForm form) => new($"below/{Names.Of(form)}", Book.Units, AccountGuard.Credit);

    /// <summary>What is known to be held through the participant in all, as a credit.</summary>
    public static Account Below(NoteForm form, string participant) => new($"below/{Names.Of(form)}/{Segment(participant)}", Book.Units, AccountGuard.Credit);

    /// <summary>The legs that put so much on a holder, or take it off where <paramref name="minor"/> is below zero.</summary>
    public static IEnumerable<Leg> Moved(NoteForm form, TierHolder holder, long minor)
    {
        yield return new Leg(Participant(form, holder.Participant), minor);
        yield return new Leg(Below(form), -minor);
        if (holder.Beneficial is not { } beneficial) yield break;
        yield return new Leg(Beneficial(form, holder.Participant, beneficial), minor);
        yield return new Leg(Below(form, holder.Participant), -minor);
    }

    /// <summary>One leg for each account; none where it does not change.</summary>
    public static IReadOnlyList<Leg> Netted(IEnumerable<Leg> legs) =>
        [.. legs.GroupBy(l => l.Account).Select(g => new Leg(g.Key, g.Sum(l => l.Minor))).Where(l => l.Minor != 0)];

    /// <summary>The legs that empty every tier below the global notes: what they represented is no longer there.</summary>
    public static IReadOnlyList<Leg> Cleared(IReadOnlyDictionary<string, long> balances) =>
    [
        .. balances.Where(b => b.Value != 0 && (b.Key.StartsWith("participant/", StringComparison.Ordinal) || b.Key.StartsWith("holder/", StringComparison.Ordinal)))
            .Select(b => new Leg(new Account(b.Key, Book.Units, AccountGuard.Debit), -b.Value)),
        .. balances.Where(b => b.Value != 0 && b.Key.StartsWith("below/", StringComparison.Ordinal)).Select(b => new Leg(new Account(b.Key, Book.Units, AccountGuard.Credit), -b.Value)),
    ];

    internal static string ParticipantsOf(NoteForm form) => $"participant/{Names.Of(form)}/";

    internal static string BeneficialOf(NoteForm form, string participant) => $"holder/{Names.Of(form)}/{Segment(participant)}/";

    /// <summary>A name as one part of a path; <see cref="NameOf"/> gives it back.</summary>
    private static string Segment(string name) => name.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);

    internal static string NameOf(ReadOnlySpan<char> segment) => segment.ToString().Replace("%2F", "/", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}

/// <summary>
/// What became of everything originally issued. The agreement's own sum leaves out what was redeemed and paid (AGY-6.2, AGY-T14); ours has it as a
/// fourth term and both are shown.
/// </summary>
/// <param name="Redeemed">Paid off and retired; never booked as cancelled.</param>
public sealed record RegisterIdentity(Money Issued, Money Outstanding, Money Cancelled, Money Redeemed)
{
    /// <summary>Cancelled, outstanding, and redeemed and paid make up what was originally issued.</summary>
    public bool Holds => Cancelled + Outstanding + Redeemed == Issued;

    /// <summary>Cancelled and outstanding make up what was originally issued: the words of AGY-6.2, true until notes are redeemed.</summary>
    public bool HoldsLiterally => Cancelled + Outstanding == Issued;

    /// <param name="issued">The account that principal issued is credited to.</param>
    /// <param name="retired">The account of principal redeemed and paid.</param>
    public static RegisterIdentity Of(Currency currency, IEnumerable<GlobalNote> notes, Account issued, Account retired, Held held) => new(
        new Money(-held(issued.Name), currency),
        new Money(notes.Sum(n => held(n.Account.Name)), currency),
        new Money(held(RegisterBooks.Cancelled.Name), currency),
        new Money(held(retired.Name), currency));

    public override string ToString() =>
        $"{Outstanding.ToDisplay()} outstanding + {Cancelled.ToDisplay()} cancelled + {Redeemed.ToDisplay()} redeemed {(Holds ? "=" : "against")} {Issued.ToDisplay()} issued";
}

/// <summary>What a denomination allows.</summary>
public static class Denominations
{
    /// <summary>The minimum, or the minimum and a whole number of multiples.</summary>
    public static bool Allows(this Denomination denomination, Money principal) =>
        principal.CompareTo(denomination.Minimum) >= 0 && (principal - denomination.Minimum).Minor % denomination.Multiple.Minor == 0;
}
