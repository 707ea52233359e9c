using System.CommandLine;
using Indenture.Actions;

namespace Indenture.Cli;

/// <summary>The verbs of what governs a series: its terms as amended, and who approves.</summary>
public static class GoverningVerbs
{
    public static IEnumerable<Command> All() => [ChangeTerms(), NameApprover(), RemoveApprover()];

    private static Command ChangeTerms()
    {
        var (fact, value, why) = (Common.Needed("--fact", "A fact of the terms by its name, as --assume takes it"), Common.Needed("--value", "What it becomes"), Common.Needed("--why", "The instrument: a supplemental indenture, a consent, with its date"));
        var unit = new Option<string?>("--unit") { Description = "The calendars of a record date in business days" };
        return RegisterVerbs.Acting("change-terms", "Changes one fact of the terms by an amendment; what was announced or determined stays" + ActingVerbs.ByTwo, [fact, value, unit, why, Common.CalendarFiles],
            (parsed, desk, by, series) => Common.CalendarsOf(parsed).Then(calendars => Governing.ChangeTerms(desk, by, calendars, series, parsed.GetValue(fact)!, parsed.GetValue(value)!, parsed.GetValue(unit), parsed.GetValue(why)!)));
    }

    private static Command NameApprover()
    {
        var person = Common.Needed("--person", "As --as names the person");
        return RegisterVerbs.Acting("name-approver", "Makes somebody an approver; from the second on only approvers may give what needs two persons" + ActingVerbs.ByTwo, [person],
            (parsed, desk, by, series) => Governing.NameApprover(desk, by, series, parsed.GetValue(person)!));
    }

    private static Command RemoveApprover()
    {
        var person = Common.Needed("--person", "As --as names the person");
        return RegisterVerbs.Acting("remove-approver", "Ends somebody's being an approver; two are left at least" + ActingVerbs.ByTwo, [person],
            (parsed, desk, by, series) => Governing.RemoveApprover(desk, by, series, parsed.GetValue(person)!));
    }
}
