using System.Globalization;

namespace Indenture.Core;

/// <summary>
/// What the register must be at the close of every day of its life, proved from the legs of the units book alone: what is outstanding, cancelled and redeemed
/// is what was issued (AGY-6.2), nobody holds below a global note what it does not represent, and nobody through a participant what the participant does not
/// hold.
/// </summary>
/// <param name="Days">How many days were looked at: each on which something moved.</param>
/// <param name="Unequal">One sentence for each day on which the sum does not hold.</param>
/// <param name="Uncovered">One sentence for each tier that is not covered at the close of a day.</param>
public sealed record RegisterProof(int Days, IReadOnlyList<string> Unequal, IReadOnlyList<string> Uncovered)
{
    /// <param name="legs">Of the units book, in the order of their days.</param>
    /// <param name="formOf">The form of every certificate ever delivered, by its account.</param>
    /// <param name="issued">The account that principal issued is credited to.</param>
    /// <param name="retired">The account of principal redeemed and paid.</param>
    public static RegisterProof Of(IEnumerable<(DateOnly Day, string Account, long Minor)> legs, IReadOnlyDictionary<string, NoteForm> formOf, Account issued, Account retired)
    {
        var balances = new Dictionary<string, long>(StringComparer.Ordinal);
        var notes = new Dictionary<NoteForm, long>();
        var (unequal, uncovered) = (new List<string>(), new List<string>());
        var touched = new HashSet<string>(StringComparer.Ordinal);
        var days = 0;
        DateOnly? open = null;
        foreach (var (day, account, minor) in legs)
        {
            if (open is { } before && before != day) Close(before);
            open = day;
            balances[account] = balances.GetValueOrDefault(account) + minor;
            if (formOf.TryGetValue(account, out var form)) notes[form] = notes.GetValueOrDefault(form) + minor;
            else if (Tier(account) is { } tier) touched.Add(tier);
        }
        if (open is { } last) Close(last);
        return new RegisterProof(days, unequal, uncovered);

        void Close(DateOnly day)
        {
            days++;
            var (outstanding, gone) = (notes.Values.Sum(), balances.GetValueOrDefault(RegisterBooks.Cancelled.Name) + balances.GetValueOrDefault(retired.Name));
            if (outstanding + gone != -balances.GetValueOrDefault(issued.Name))
                unequal.Add($"{Day(day)}: {Text(outstanding)} outstanding and {Text(gone)} cancelled or redeemed, {Text(-balances.GetValueOrDefault(issued.Name))} issued");
            foreach (var form in Enum.GetValues<NoteForm>())
                if (-balances.GetValueOrDefault(RegisterBooks.Below(form).Name) is var below && below > notes.GetValueOrDefault(form))
                    uncovered.Add($"{Day(day)}: {Text(below)} held below {Names.Of(form)}, which represents {Text(notes.GetValueOrDefault(form))}");
            foreach (var tier in touched)
                if (-balances.GetValueOrDefault("below/" + tier) is var through && through > balances.GetValueOrDefault("participant/" + tier))
                    uncovered.Add($"{Day(day)}: {Text(through)} held through {tier}, who holds {Text(balances.GetValueOrDefault("participant/" + tier))}");
            touched.Clear();
        }
    }

    /// <summary>"form/participant" of an account of a participant or of those below one; null for any other.</summary>
    private static string? Tier(string account) => account.Split('/') switch
    {
        ["participant" or "below", var form, var participant] => $"{form}/{participant}",
        _ => null,
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(long minor) => minor.ToString(CultureInfo.InvariantCulture);
}
