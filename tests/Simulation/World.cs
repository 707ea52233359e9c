using Indenture.Actions;

namespace Indenture.Tests.Simulation;

/// <summary>Everybody around a series: what is plausible for somebody to do now, and what is not and is tried all the same.</summary>
internal sealed partial class World(Dice dice)
{
    private static readonly string[] Persons = ["ann", "ben", "cem", "dot", "eve"];
    private static readonly string[] Members = ["Bank One", "Bank Two", "Broker/Three", "House 4%"];
    private int _references;

    public DateTimeOffset Now { get; set; }

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    private string Person => dice.Of(Persons);

    private string Fresh(string what) => $"{what}-{++_references}";

    /// <summary>A reference that was used, or one that never was.</summary>
    private string Stale(string what) => $"{what}-{dice.Between(1, _references + 2)}";

    // --- what is wrong with an argument -----------------------------------------------------------------------------------------------------------

    private int AnyN(Sheet s) => dice.Between(0, s.Case.Periods.Count + 1);

    private long Off(long right) => dice.Of(right, right + 1, right - 1, right * 2, right / 2, 0, -right, right + s_cent);

    private const long s_cent = 100;

    private DateOnly AnyDay(Sheet s) => dice.Between(0, 9) switch
    {
        < 6 => Today,
        6 => Today.AddDays(-dice.Between(1, 40)),
        7 => Today.AddDays(dice.Between(1, 400)),
        8 => dice.Of(s.Case.Periods).Record,
        _ => dice.Of(s.Case.Periods).Payment,
    };

    private PaymentKind AnyKind => dice.Percent(70) ? PaymentKind.Interest : PaymentKind.Principal;

    private NoteForm AnyForm => dice.Of(NoteForm.Dtc, NoteForm.Dtc, NoteForm.International, NoteForm.International, NoteForm.Definitive);

    private TierHolder AnyHolder => new(dice.Of(Members), dice.Percent(30) ? dice.Of("Fund A", "Fund B/C") : null);

    private string AnyName(Sheet s) => dice.Of([.. Members, "Cede & Co.", "Depositary Nominees", "Mrs. Definitive", .. s.Holds]);

    private static string Run(int n, PaymentKind kind) => $"{(kind == PaymentKind.Interest ? "interest" : "principal")}-{n}";

    private string AnyRun(Sheet s) => dice.Of($"interest-{AnyN(s)}", $"principal-{AnyN(s)}", $"defaulted-{AnyN(s)}", $"exchange-interest-{AnyN(s)}");

    /// <summary>A date that lies ahead everywhere in the world is no date on which anything has happened.</summary>
    private string? Ahead(DateOnly on) => on > DateOnly.FromDateTime(Now.UtcDateTime.AddHours(14)) ? "its day has not begun anywhere" : null;

    private static string Show(long minor, Case terms) => terms.Money(minor).ToString();

    private Act Simple(string kind, Sheet s, DateOnly on, string words, Func<Desk, Instruction, Outcome<Indenture.Storage.CommandResult>> give, Func<string?> wrong, Action done, string? actor = null) =>
        new(kind, s, actor ?? Person, on, words) { Give = give, Wrong = () => Ahead(on) ?? wrong(), Done = done };

    private Act ByTwo(string kind, Sheet s, DateOnly on, string words, string subject, Func<Desk, Instruction, Outcome<Indenture.Storage.CommandResult>> give, Func<string?> wrong, Action done) =>
        new(kind, s, Person, on, words) { Subject = subject, Give = give, Wrong = () => Ahead(on) ?? wrong(), Done = done };
}
