namespace Indenture.Core;

/// <summary>What the participants of one depositary held at the close of a day, under the global notes of its form.</summary>
/// <param name="Holders">The registered holders of these notes: what they are paid is the law; the participants' parts are information for the depositary.</param>
/// <param name="Represented">What the global notes represented.</param>
/// <param name="Participants">In ordinal order of their names.</param>
public sealed record TierPosition(NoteForm Form, IReadOnlyList<string> Holders, Money Represented, Position Participants)
{
    /// <summary>What the notes represent and no participant is known to hold; never below zero.</summary>
    public Money Unstated => Represented - Participants.Holdings.Select(h => h.Principal).Sum(Represented.Currency);

    /// <param name="notes">Every certificate ever delivered.</param>
    /// <param name="balances">The balance of each account of the units book at the close of that day, in minor units.</param>
    public static TierPosition Of(DateOnly closeOf, NoteForm form, Currency currency, IEnumerable<GlobalNote> notes, IReadOnlyDictionary<string, long> balances)
    {
        var live = notes.Where(n => n.Form == form && n.Issued <= closeOf && balances.GetValueOrDefault(n.Account.Name) > 0).ToList();
        return new TierPosition(form, [.. live.Select(n => n.Holder).Distinct()], new Money(live.Sum(n => balances[n.Account.Name]), currency),
            new Position(closeOf, Under(RegisterBooks.ParticipantsOf(form), currency, balances)));
    }

    /// <summary>Who is known to have held through a participant, in ordinal order of their names.</summary>
    public static Position Beneficial(DateOnly closeOf, NoteForm form, string participant, Currency currency, IReadOnlyDictionary<string, long> balances) =>
        new(closeOf, Under(RegisterBooks.BeneficialOf(form, participant), currency, balances));

    private static IReadOnlyList<Holding> Under(string prefix, Currency currency, IReadOnlyDictionary<string, long> balances) =>
        [.. balances.Where(b => b.Value > 0 && b.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(b => new Holding(RegisterBooks.NameOf(b.Key.AsSpan(prefix.Length)), new Money(b.Value, currency)))
            .OrderBy(h => h.Holder, StringComparer.Ordinal)];
}
