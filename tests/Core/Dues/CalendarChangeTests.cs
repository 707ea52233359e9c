using Indenture.Tests.Core.Terms;
using Indenture.Tests.Support;

namespace Indenture.Tests.Arithmetic;

/// <summary>A closure that is declared later.</summary>
public class CalendarChangeTests
{
    private static readonly Indenture.Core.Terms Notes = TermsJson.Read(TermsJsonTests.Floating, "notes.json").Require();

    private static Calendars With(string text) => Calendars.Standard.With(text, "closures.calendar").Require();

    private static readonly Calendars Closed = With("""
        amend NewYork
        version storm
        2009-03-09 | Storm | | Governor's order of 2009-03-08
        """);

    [Fact]
    public void OnlyTheDatesThatTheClosureTouchesMove()
    {
        // Monday 9 March 2009 ends the third monthly period and begins the fourth: both follow the payment to Tuesday. The record date is the business day
        // before the payment: Friday the 6th, as before, because Monday is closed. Two London days before Tuesday the 10th is Friday the 6th, before Monday Thursday the 5th.
        Assert.Equal(
        [
            (3, PeriodDate.AccrualEnd, "2009-03-09", "2009-03-10"), (3, PeriodDate.Payment, "2009-03-09", "2009-03-10"),
            (4, PeriodDate.AccrualStart, "2009-03-09", "2009-03-10"), (4, PeriodDate.Fixing, "2009-03-05", "2009-03-06"),
        ], CalendarChange.Between(Notes, Calendars.Standard, Closed).Require().Select(m => (m.N, m.Date, $"{m.Was:yyyy-MM-dd}", $"{m.Now:yyyy-MM-dd}")));
    }

    [Fact]
    public void AClosureThatTouchesNothingMovesNothing() =>
        Assert.Empty(CalendarChange.Between(Notes, Calendars.Standard, With("amend NewYork\nversion x\n2009-03-18 | Storm\n")).Require());

    [Fact]
    public void WhatIsAnnouncedMovesOnlyByAPersonsDecision()
    {
        var findings = CalendarChange.Findings("S", CalendarChange.Between(Notes, Calendars.Standard, Closed).Require(), new HashSet<int> { 3 });
        Assert.Equal([("CALENDAR-CHANGED", Severity.Warning, 1), ("CALENDAR-CHANGED", Severity.Info, 0)], findings.Select(f => (f.Code, f.Severity, f.Blocks.Count)));
        Assert.Contains("payment 2009-03-09 to 2009-03-10", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAmendedCalendarHasAnotherVersionAndTheOldOneIsAsItWas()
    {
        var (before, after) = (Calendars.Standard.Resolve(new CalendarSet("NewYork")).Require(), Closed.Resolve(new CalendarSet("NewYork")).Require());
        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal((true, false), (before.IsOpen(Oracle.Date("2009-03-09")), after.IsOpen(Oracle.Date("2009-03-09"))));
    }

    [Fact]
    public void AnOpeningUndoesAClosureAndCoverageIsWidenedAndNeverNarrowed()
    {
        var opened = With("amend London\nversion o\nopen 2011-04-29 | A wedding put off\n").Resolve(new CalendarSet("London")).Require();
        Assert.True(opened.IsOpen(Oracle.Date("2011-04-29")));
        Assert.False(Calendars.Standard.Resolve(new CalendarSet("London")).Require().IsOpen(Oracle.Date("2011-04-29")));
        var wider = With("amend Tokyo\nversion w\ncovers 1990-01-01 2070-12-31\n").Resolve(new CalendarSet("Tokyo")).Require();
        Assert.Equal("done", wider.Covers(Oracle.Date("2061-01-01"), Oracle.Date("2070-12-31")).Match(_ => "done", r => r.Code));
        Assert.Equal("CALENDAR-MALFORMED", Calendars.Standard.With("amend Tokyo\nversion w\ncovers 2000-01-01 2070-12-31\n", "f").Match(_ => "", r => r.Code));
    }
}
