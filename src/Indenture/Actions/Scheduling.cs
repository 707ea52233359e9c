using Indenture.Core;

namespace Indenture.Actions;

/// <summary>Terms to the dues of a whole life, on the principal of the terms. Nothing is stored.</summary>
public static class Scheduling
{
    public sealed record Answer(Terms Terms, Promise Promise, IReadOnlyList<Due> Dues);

    public static Outcome<Answer> Run(Terms terms, IReadOnlyList<Assumption> assumptions, string who, Fixings fixings, Calendars calendars) =>
        assumptions.Aggregate((Outcome<Terms>)terms, (t, assumption) => t.Then(known => assumption.ApplyTo(known, null, who)))
            .Then(completed => Promise.Of(completed, calendars).Map(promise => new Answer(completed, promise, Dues.All(promise, fixings))));
}
