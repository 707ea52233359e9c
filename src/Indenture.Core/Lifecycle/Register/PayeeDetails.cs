namespace Indenture.Core;

/// <summary>One payee's line: its principal at the close of the record date and its account, or why there is none to use.</summary>
public sealed record PayeeLine(string Payee, Money Principal, Outcome<PayeeAccount> Account);

/// <summary>The day by which the details are due, under one reading of "Business Day".</summary>
public sealed record DetailsDue(CalendarSet Calendars, DateOnly Due);

/// <summary>
/// What the registrar sends the fiscal agent after a record date: the payees, who are the registered holders (AGY-7.1d), and the accounts to be
/// credited. Due on the first business day after the record date (AGY-7.1c).
/// </summary>
/// <param name="Due">Under each reading; more than one day where the readings diverge.</param>
public sealed record PayeeDetails(DateOnly RecordDate, IReadOnlyList<PayeeLine> Lines, IReadOnlyList<DetailsDue> Due)
{
    /// <summary>The readings of "Business Day", which the agreement does not define for this clause, give different days.</summary>
    public bool Diverges => Due.Select(d => d.Due).Distinct().Count() > 1;

    /// <param name="today">The day of the act, for accounts that are cooling off.</param>
    /// <param name="readings">The calendars of each reading; the first is the one that is followed.</param>
    public static PayeeDetails Of(Position position, PayeeAccounts accounts, DateOnly today, IReadOnlyList<JointCalendar> readings) => new(position.RecordDate,
        [.. position.Holdings.Select(h => new PayeeLine(h.Holder, h.Principal, accounts.For(h.Holder, today)))],
        [.. readings.Select(c => new DetailsDue(c.Set, c.AddBusinessDays(position.RecordDate, 1)))]);
}
