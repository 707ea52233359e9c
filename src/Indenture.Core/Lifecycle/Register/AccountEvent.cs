namespace Indenture.Core;

/// <summary>How an account is numbered.</summary>
public enum AccountKind { Iban, Numbered }

/// <summary>Where a payee is paid.</summary>
/// <param name="Holder">The account's holder as the bank knows it.</param>
/// <param name="Number">The IBAN without blanks, or the bank's own number.</param>
/// <param name="ClearingSystem">Null where <paramref name="Bank"/> is a BIC; else the code of the national system, such as USABA, in which it is the bank's number.</param>
public sealed record PayeeAccount(string Holder, AccountKind Kind, string Number, string? ClearingSystem, string Bank);

/// <summary>What happened to the settlement instructions of a payee.</summary>
public abstract record AccountEvent : RegisterEvent
{
    private AccountEvent() { }

    /// <summary>A payee's account was first given or changed; two persons did it.</summary>
    /// <param name="Payee">As the register or the participants' tier names it.</param>
    /// <param name="Reference">Of the instruction, such as the letter it came in.</param>
    /// <param name="Entered">The day it was entered: the account pays from the day after.</param>
    public sealed record Instructed(string Payee, PayeeAccount Account, string Reference, DateOnly Entered) : AccountEvent;

    public T Match<T>(Func<Instructed, T> instructed) => this switch
    {
        Instructed e => instructed(e),
        _ => throw new InvalidOperationException("AccountEvent is a closed set"),
    };
}

/// <summary>Why no account of a payee is to be used, in the order in which it is tested.</summary>
public enum PayeeAccountRefusal { AccountCoolingOff, AccountUnknown }

/// <summary>The accounts of the payees, with all they ever were.</summary>
public sealed record PayeeAccounts
{
    /// <summary>By payee, oldest first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<AccountEvent.Instructed>> History { get; init; } = new Dictionary<string, IReadOnlyList<AccountEvent.Instructed>>();

    /// <summary>
    /// The account to pay on a day. Refused ACCOUNT-COOLING-OFF where it was given or changed on that very day, whichever account was there before:
    /// a changed account never pays on the same day. Refused ACCOUNT-UNKNOWN where there was none.
    /// </summary>
    /// <param name="today">The day of the act of paying, by the clock; not a date that a person gives.</param>
    public Outcome<PayeeAccount> For(string payee, DateOnly today)
    {
        var until = History.GetValueOrDefault(payee)?.Where(i => i.Entered <= today).ToList();
        if (until is not { Count: > 0 }) return Refusal.Of(PayeeAccountRefusal.AccountUnknown, $"No account of {payee} is known on {today:yyyy-MM-dd}; instruct-account enters one.");
        return until.Any(i => i.Entered == today)
            ? Refusal.Of(PayeeAccountRefusal.AccountCoolingOff, $"The account of {payee} was given or changed on {today:yyyy-MM-dd}; it pays from {today.AddDays(1):yyyy-MM-dd}.")
            : until[^1].Account;
    }

    public static PayeeAccounts Evolve(PayeeAccounts state, AccountEvent happened) => happened.Match(
        instructed => state with { History = state.History.With(instructed.Payee, [.. state.History.GetValueOrDefault(instructed.Payee) ?? [], instructed]) });
}

/// <summary>Why an account is not entered, in the order in which it is tested.</summary>
public enum InstructAccountRefusal { SeriesUnknown, PayeeMissing, ReferenceUsed, AccountSame }

/// <summary>Enters or changes the account of a payee. Carried out only when two persons give it.</summary>
/// <param name="Today">The day of the act, by the clock.</param>
public sealed record InstructAccount(string Payee, PayeeAccount Account, string Reference, DateOnly Today)
{
    public Outcome<Decision> Decide(SeriesState state)
    {
        if (state.Offerings.Count == 0) return Refusal.Of(InstructAccountRefusal.SeriesUnknown, $"No series {state.Id} is booked.");
        if (string.IsNullOrWhiteSpace(Payee) || string.IsNullOrWhiteSpace(Account.Holder) || string.IsNullOrWhiteSpace(Reference))
            return Refusal.Of(InstructAccountRefusal.PayeeMissing, "An instruction names the payee, the holder of the account and a reference.");
        var earlier = state.Register.Accounts.History.GetValueOrDefault(Payee) ?? [];
        if (earlier.Any(i => i.Reference == Reference)) return Refusal.Of(InstructAccountRefusal.ReferenceUsed, $"Instruction {Reference} of {Payee} was carried out before.");
        if (earlier.Count > 0 && earlier[^1].Account == Account) return Refusal.Of(InstructAccountRefusal.AccountSame, $"{Payee} has that account since {earlier[^1].Entered:yyyy-MM-dd}.");
        return new Decision(new AccountEvent.Instructed(Payee, Account, Reference, Today));
    }
}
