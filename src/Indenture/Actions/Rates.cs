using System.Security.Cryptography;
using System.Text;
using Indenture.Core;
using Indenture.Storage;

namespace Indenture.Actions;

/// <summary>What a rate is determined from: published fixings, or what the calculation agent saw and was told, with how near "approximately" is.</summary>
/// <param name="Digest">SHA-256 of the files, 64 hex digits: the same command with another file is another command.</param>
public sealed record RateGrounds(Fixings Fixings, RateEvidence? Evidence, int ToleranceMinutes, string Digest)
{
    /// <summary>How far from the stated time "approximately" reaches unless a person says otherwise, in minutes.</summary>
    public const int UsualTolerance = 15;

    /// <summary>Published rates alone, from no file.</summary>
    public static RateGrounds Of(Fixings fixings) => new(fixings, null, UsualTolerance, "");

    /// <summary>From the files as named; null where none is.</summary>
    public static Outcome<RateGrounds> Of(string? fixings, string? evidence, int toleranceMinutes) =>
        Text(fixings).Then(rates => Text(evidence).Then(seen => (rates is null ? Fixings.None : Fixings.Parse(rates, fixings!)).Then(published =>
            (seen is null ? new Outcome<RateEvidence?>.Done(null) : RateEvidenceFile.Parse(seen, evidence!).Map<RateEvidence?>(e => e)).Map(given => new RateGrounds(published, given, toleranceMinutes,
                Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{rates}\n{seen}\n{Instruction.Text(toleranceMinutes)}"))))))));

    internal FixRate For(int n, DateOnly on) => new(n, Fixings, on) { Evidence = Evidence, ToleranceMinutes = ToleranceMinutes };

    private static Outcome<string?> Text(string? path) => path is null ? new Outcome<string?>.Done(null) : Files.Text(path).Map<string?>(text => text);
}

/// <summary>The rate of a floating period: determined, corrected, told.</summary>
public static class Rates
{
    /// <summary>Determines the rate of a period; carried out when a second person gives the same command and comes to the same rate.</summary>
    public static Outcome<CommandResult> Fix(Desk desk, Instruction by, Calendars calendars, string series, int n, RateGrounds grounds) =>
        desk.PerformByTwo(by.Order("fix", series, ("period", Instruction.Text(n))) with { Digest = grounds.Digest }, $"fix/{Instruction.Text(n)}",
            (state, _) => Paying.Promised(state, calendars).Then(promise => grounds.For(n, by.On).Decide(state, promise)));

    /// <summary>Replaces a determined rate that was manifestly wrong; carried out when a second person gives the same command and comes to the same rate.</summary>
    public static Outcome<CommandResult> Correct(Desk desk, Instruction by, Calendars calendars, string series, int n, RateGrounds grounds, string ground) =>
        desk.PerformByTwo(by.Order("correct-rate", series, ("period", Instruction.Text(n)), ("ground", ground)) with { Digest = grounds.Digest }, $"correct-rate/{Instruction.Text(n)}/{Instruction.Text(desk.Load(series).Corrected.GetValueOrDefault(n))}",
            (state, _) => Paying.Promised(state, calendars).Then(promise => new CorrectRate(grounds.For(n, by.On), ground).Decide(state, promise)));

    /// <summary>Records that somebody was told of a determined rate.</summary>
    public static Outcome<CommandResult> Notify(Desk desk, Instruction by, Calendars calendars, string series, int n, string to, string record) =>
        desk.Perform(by.Order("notify-rate", series, ("period", Instruction.Text(n)), ("to", to), ("record", record)),
            (state, view) => Paying.Promised(state, calendars).Then(promise => RateNoticeRules.Of(state.Terms, calendars)
                .Then(rules => new NotifyRate(n, to, by.On, Registering.OutstandingOf(state, view, promise), record).Decide(state, promise, rules))));

    /// <summary>What any holder who asks is told (NOTE-CALC-5).</summary>
    public static Outcome<(RateEvent.Fixed? InForce, RateEvent.Fixed? Next)> Asked(Desk desk, Calendars calendars, string series, DateOnly on)
    {
        var state = desk.Load(series);
        return Paying.Promised(state, calendars).Map(promise => RateDuties.Asked(state, promise, on));
    }
}
