using System.Globalization;

namespace Indenture.Core;

/// <summary>Whether the issuer is consulted before banks are picked.</summary>
public enum Consultation
{
    /// <summary>The banks are picked without it.</summary>
    None,
    /// <summary>The issuer is consulted first.</summary>
    Issuer,
}

/// <summary>What is done when every step before has failed.</summary>
public enum LastResort
{
    /// <summary>The index of the period then running, again; the first period has none, and a person decides (NOTE-LIBOR-10).</summary>
    CurrentPeriod,
    /// <summary>Nothing more is stated: a person decides.</summary>
    None,
}

/// <summary>One step that asks banks: how many are asked, and how many must answer for their mean to count (NOTE-LIBOR-6 to 9).</summary>
/// <param name="Market">A name without spaces: London, NewYork.</param>
/// <param name="Asked">How many banks are asked.</param>
/// <param name="Needed">How many must answer.</param>
/// <param name="Time">Local time in <paramref name="Zone"/> at which the rate is asked for, on the determination date.</param>
/// <param name="Zone">IANA name.</param>
/// <param name="Consult">Who is consulted before the banks are picked.</param>
public sealed record PollRule(string Market, int Asked, int Needed, TimeOnly Time, string Zone, Consultation Consult)
{
    /// <summary>"London 2 of 4 at 11:00 Europe/London after consulting issuer".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Market} {Needed} of {Asked} at {Time:HH:mm} {Zone}") + (Consult == Consultation.Issuer ? " after consulting issuer" : "");
}

/// <summary>How a rate is found when the screen shows none: the polls in their order, then the last resort. A term of the notes, never a default.</summary>
public sealed record RateFallback(IReadOnlyList<PollRule> Polls, LastResort Last)
{
    /// <summary>
    /// The usual clause of dollar notes before 2020: four banks in London, two must answer; three in New York City, all must; then the rate of the current
    /// period. A preset that a person picks.
    /// </summary>
    public static readonly RateFallback LondonThenNewYork = new(
        [new PollRule("London", 4, 2, new TimeOnly(11, 0), "Europe/London", Consultation.Issuer), new PollRule("NewYork", 3, 3, new TimeOnly(11, 0), "America/New_York", Consultation.None)],
        LastResort.CurrentPeriod);

    /// <summary>By value, the lists item by item.</summary>
    public bool Equals(RateFallback? other) => other is not null && Last == other.Last && Polls.SequenceEqual(other.Polls);

    /// <summary>Agrees with equality.</summary>
    public override int GetHashCode() => HashCode.Combine(Polls.Count, Last);

    /// <summary>"London 2 of 4 at 11:00 Europe/London after consulting issuer; NewYork 3 of 3 at 11:00 America/New_York; then current-period".</summary>
    public override string ToString() => string.Concat(Polls.Select(p => $"{p}; ")) + $"then {Names.Of(Last)}";

    /// <summary>Reads what <see cref="ToString"/> writes; null where the text is not of that form.</summary>
    public static RateFallback? Parse(string text)
    {
        var parts = text.Split("; ");
        if (parts[^1].Split(' ') is not ["then", var resort] || Names.Find<LastResort>(resort) is not { } last) return null;
        var polls = parts[..^1].Select(Poll).ToList();
        return polls.Contains(null) ? null : new RateFallback([.. polls.OfType<PollRule>()], last);
    }

    private static PollRule? Poll(string text) =>
        text.Split(' ') is [var market, var needed, "of", var asked, "at", var time, var zone, .. var rest] && string.Join(' ', rest) is "" or "after consulting issuer"
        && int.TryParse(needed, NumberStyles.None, CultureInfo.InvariantCulture, out var two) && int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var four) && two is > 0 && two <= four
        && TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            ? new PollRule(market, four, two, at, zone, rest.Length > 0 ? Consultation.Issuer : Consultation.None)
            : null;
}

/// <summary>Why an index was not determined from evidence, in the order in which it is tested: each names the next act.</summary>
public enum IndexRefusal
{
    /// <summary>The page comes first and was not read.</summary>
    ScreenUnread,
    /// <summary>Seen or asked on another day than the determination date.</summary>
    EvidenceOfAnotherDay,
    /// <summary>Another page, and nothing makes it the successor.</summary>
    ScreenNotNamed,
    /// <summary>Read too far from the stated time.</summary>
    ScreenUntimely,
    /// <summary>No record of the consultation that the rule asks for.</summary>
    IssuerNotConsulted,
    /// <summary>Not as many banks, each once, as the rule says.</summary>
    BanksNotAsked,
    /// <summary>Asked too far from the stated time.</summary>
    QuotationUntimely,
    /// <summary>No screen rate, and no document says what follows.</summary>
    FallbackUnknown,
    /// <summary>Every step failed and there is no rate to repeat: a person decides.</summary>
    NoPriorRate,
}

/// <summary>The index of a period, with the step that gave it and why each step before it did not.</summary>
/// <param name="Percent">Exact: a mean of quotations is never rounded (NOTE-INTFRN-6).</param>
/// <param name="Step">The step: the page, the banks of a market, the current period.</param>
/// <param name="How">The value in words.</param>
/// <param name="Passed">One sentence for each step that failed, in their order.</param>
public sealed record DeterminedIndex(Ratio Percent, string Step, string How, IReadOnlyList<string> Passed);

/// <summary>The contractual determination of an index, step by step, from what was seen and asked (NOTE-LIBOR-4 to 10). Pure.</summary>
public static class RateWaterfall
{
    /// <summary>
    /// The page that the terms name, or its replacement; else the banks in the order of the polls, the mean of all that answered where enough did; else the
    /// last resort. A step is tried only where the one before it failed on the evidence; a step without evidence is refused with what is to be done.
    /// </summary>
    /// <param name="page">The page that the terms name; null where no document names one, so that any reading is taken.</param>
    /// <param name="screenTime">Local time at which the page is read; null where the terms state none.</param>
    /// <param name="fallback">Null where no document at hand states what happens without a screen rate.</param>
    /// <param name="determination">The day on which page and banks must have been asked.</param>
    /// <param name="toleranceMinutes">How far from the stated time "approximately" reaches: a person's choice.</param>
    /// <param name="evidence">What was seen and asked.</param>
    /// <param name="current">The index of the period now running, in percent; null in the first period.</param>
    public static Outcome<DeterminedIndex> Determine(
        string? page, TimeOnly? screenTime, RateFallback? fallback, DateOnly determination, int toleranceMinutes, RateEvidence evidence, Ratio? current)
    {
        if (evidence.Screen is not { } screen)
            return Refusal.Of(IndexRefusal.ScreenUnread, $"The page {page ?? "of the index"} was not read on {determination:yyyy-MM-dd}{(screenTime is { } due ? $" at about {due:HH:mm}" : "")}: what it showed, or that it showed nothing, comes first.");
        if (screen.On != determination) return Elsewhen("The page was read", screen.On, determination);
        if (page is not null && screen.Page != page && string.IsNullOrWhiteSpace(screen.Successor))
            return Refusal.Of(IndexRefusal.ScreenNotNamed, $"The terms name the page {page}; {screen.Page} was read, and nothing shows that it replaced or was nominated for it.");
        if (screenTime is { } stated && Apart(screen.At, stated) > toleranceMinutes)
            return Refusal.Of(IndexRefusal.ScreenUntimely, $"The page was read at {screen.At:HH:mm}, more than {toleranceMinutes} minutes from {stated:HH:mm}.");
        if (screen.Rate is { } shown)
            return new DeterminedIndex(Ratio.Of(shown.Value), screen.Page, screen.Successor is null ? shown.ToString() : $"{shown} on {screen.Page} ({screen.Successor})", []);

        var passed = new List<string> { $"{screen.Page} showed no rate at {screen.At:HH:mm}" };
        if (fallback is null)
            return Refusal.Of(IndexRefusal.FallbackUnknown, $"{passed[0]} on {determination:yyyy-MM-dd}, and no document at hand states what is done then; supply it with --assume rateFallback=\"{RateFallback.LondonThenNewYork}\":WHY or as the notes say.");
        foreach (var rule in fallback.Polls)
        {
            var outcome = Poll(rule, determination, toleranceMinutes, evidence.Polls.FirstOrDefault(p => p.Market == rule.Market), passed);
            if (outcome is Outcome<DeterminedIndex?>.Refused { Refusal: var refusal }) return refusal;
            if (outcome.Require() is { } mean) return mean;
        }
        var failed = string.Join("; ", passed);
        return (fallback.Last, current) switch
        {
            (LastResort.CurrentPeriod, { } again) => new DeterminedIndex(again, "the rate of the current period", $"{RateDetermination.Show(again)} of the current period", passed),
            (LastResort.CurrentPeriod, null) => Refusal.Of(IndexRefusal.NoPriorRate, $"{failed}; the rate of the current period is next, and before the first period there is none: a person decides."),
            (LastResort.None, _) => Refusal.Of(IndexRefusal.NoPriorRate, $"{failed}; the documents state nothing more: a person decides."),
            _ => throw new InvalidOperationException("LastResort is a closed set"),
        };
    }

    /// <summary>The mean of all that were given, none dropped (NOTE-LIBOR-7, NOTE-LIBOR-9); null where too few were.</summary>
    private static Outcome<DeterminedIndex?> Poll(PollRule rule, DateOnly determination, int toleranceMinutes, BankPoll? poll, List<string> passed)
    {
        if (rule.Consult == Consultation.Issuer && string.IsNullOrWhiteSpace(poll?.Consulted))
            return Refusal.Of(IndexRefusal.IssuerNotConsulted, $"{string.Join("; ", passed)}; the issuer is consulted before {rule.Asked} banks in {rule.Market} are picked, and no record of that is given.");
        var banks = poll?.Quotations.Select(q => q.Bank).Distinct(StringComparer.Ordinal).Count() ?? 0;
        if (banks != rule.Asked || poll!.Quotations.Count != banks)
            return Refusal.Of(IndexRefusal.BanksNotAsked, $"{string.Join("; ", passed)}; {rule.Asked} banks in {rule.Market} are asked once each for the rate at about {rule.Time:HH:mm} {rule.Zone} on {determination:yyyy-MM-dd}; {banks} were.");
        foreach (var quotation in poll.Quotations)
        {
            if (quotation.On != determination) return Elsewhen($"{quotation.Bank} was asked", quotation.On, determination);
            if (Apart(quotation.At, rule.Time) > toleranceMinutes)
                return Refusal.Of(IndexRefusal.QuotationUntimely, $"{quotation.Bank} was asked at {quotation.At:HH:mm}, more than {toleranceMinutes} minutes from {rule.Time:HH:mm} {rule.Zone}.");
        }
        var given = poll.Quotations.Where(q => q.Rate is not null).ToList();
        if (given.Count < rule.Needed)
        {
            passed.Add($"{given.Count} of {rule.Asked} banks in {rule.Market} gave a rate, fewer than {rule.Needed}");
            return new Outcome<DeterminedIndex?>.Done(null);
        }
        var mean = given.Aggregate(Ratio.Whole(0), (sum, q) => sum + Ratio.Of(q.Rate!.Value.Value)) / Ratio.Whole(given.Count);
        return new DeterminedIndex(mean, $"{rule.Market} banks", $"mean of {string.Join(", ", given.Select(q => $"{q.Rate} ({q.Bank})"))} = {RateDetermination.Show(mean)}", passed);
    }

    private static Refusal Elsewhen(string what, DateOnly on, DateOnly determination) =>
        Refusal.Of(IndexRefusal.EvidenceOfAnotherDay, $"{what} on {on:yyyy-MM-dd}; the determination date is {determination:yyyy-MM-dd}.");

    private static int Apart(TimeOnly one, TimeOnly other) => Math.Abs((one.Hour - other.Hour) * 60 + one.Minute - other.Minute);
}
