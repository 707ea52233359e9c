using Indenture.Tests.Support;

namespace Indenture.Tests.Arithmetic;

public class CalendarTests
{
    private static JointCalendar Calendar(params string[] names) => Calendars.Standard.Resolve(new CalendarSet(names)).Require();

    /// <summary>The table's holidays with its corrections: every weekday of the years covered is closed in the one and the other, or open in both.</summary>
    [ReferenceTheory]
    [InlineData("US_FED", "holidays_us_fed.csv")]
    [InlineData("US_SETTLEMENT", "holidays_us_settlement.csv")]
    [InlineData("UK", "holidays_uk.csv")]
    [InlineData("JP", "holidays_japan.csv")]
    [InlineData("TARGET", "holidays_target.csv")]
    public void EveryWeekdayIsClosedExactlyWhereTheTableSaysSo(string name, string file)
    {
        var closed = Oracle.Read(file).Select(r => r.Date("date")).ToHashSet();
        foreach (var correction in Oracle.Read("holidays_corrections.csv").Where(r => r["calendar"] == name))
            Assert.True(correction["action"] == "add" ? closed.Add(correction.Date("date")) : closed.Remove(correction.Date("date")));
        var calendar = Oracle.Calendar(name);
        Oracle.AllHold(
            Enumerable.Range(0, new DateOnly(2041, 1, 1).DayNumber - new DateOnly(1990, 1, 1).DayNumber).Select(new DateOnly(1990, 1, 1).AddDays).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)),
            day => calendar.IsOpen(day) == closed.Contains(day) ? $"{day:yyyy-MM-dd} {day.DayOfWeek}: open is {calendar.IsOpen(day)}" : null);
    }

    /// <summary>Whole years of another library's tables, weekends left out. The change to the euro at the end of 1998 is closed in holidays_target.csv and open there.</summary>
    [ReferenceFact]
    public void WholeYearsAgreeWithASecondSource()
    {
        var names = new Dictionary<string, string> { ["GBLO"] = "London", ["USNY"] = "NewYork", ["NYFD"] = "NewYork", ["USGS"] = "USGovernmentSecurities", ["JPTO"] = "Tokyo", ["EUTA"] = "TARGET" };
        Oracle.AllHold(Oracle.Read("calendars-strata-expected.csv").GroupBy(r => (Calendar: r["calendar"], Year: int.Parse(r["year"]))), year =>
        {
            var calendar = Calendar(names[year.Key.Calendar]);
            var expected = year.Select(r => r.Date("holiday")).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Order().ToList();
            var actual = calendar.Holidays(new DateOnly(year.Key.Year, 1, 1), new DateOnly(year.Key.Year, 12, 31)).Select(h => h.Date).Where(d => d != new DateOnly(1998, 12, 31)).ToList();
            return expected.SequenceEqual(actual) ? null : $"{year.Key}: expected {string.Join(' ', expected.Except(actual))}, got {string.Join(' ', actual.Except(expected))}";
        });
    }

    [Fact]
    [Trait("clause", "NOTE-BDC-8")]
    public void SevenDayRulesAreNotOne()
    {
        var (cities, newYork, london) = (Calendar("NewYork", "Tokyo", "London"), Calendar("NewYork"), Calendar("London"));
        var greenery = new DateOnly(2011, 5, 4);
        Assert.Equal((false, true, true), (cities.IsOpen(greenery), newYork.IsOpen(greenery), london.IsOpen(greenery)));
        var columbus = new DateOnly(2010, 10, 11);
        Assert.Equal((false, false, true), (cities.IsOpen(columbus), newYork.IsOpen(columbus), london.IsOpen(columbus)));
        var summer = new DateOnly(2010, 8, 30);
        Assert.Equal((false, true, false), (cities.IsOpen(summer), newYork.IsOpen(summer), london.IsOpen(summer)));
    }

    [Theory]
    [Trait("clause", "NOTE-BDC-1")]
    [InlineData("2010-10-11", false)]
    [InlineData("2011-05-02", true)]
    [InlineData("2009-07-03", true)] // the fourth is a Saturday: banks are open on the third
    public void ABusinessDayOfTheNotesTestsNewYorkOnly(string day, bool open) => Assert.Equal(open, Calendar("NewYork").IsOpen(Oracle.Date(day)));

    [Fact]
    public void AHolidayNamesItselfAndInASetItsCalendar()
    {
        var day = new DateOnly(2008, 11, 3);
        Assert.Equal([new Holiday(day, "Culture Day")], Calendar("Tokyo").Holidays(day, day));
        Assert.Equal([new Holiday(day, "Culture Day (Tokyo)")], Calendar("NewYork", "Tokyo").Holidays(day, day));
        Assert.Equal("Christmas Day (for Sunday 2011-12-25)", Assert.Single(Calendar("NewYork").Holidays(new DateOnly(2011, 12, 24), new DateOnly(2011, 12, 31))).Name);
    }

    [Fact]
    public void ModifiedFollowingTurnsBackAtTheEndOfTheMonth()
    {
        // Saturday 2008-05-31 goes on to June 2, which is another month, so back to Friday May 30.
        var day = new DateOnly(2008, 5, 31);
        Assert.Equal(new DateOnly(2008, 6, 2), Calendar("London").Adjust(day, BusinessDayConvention.Following));
        Assert.Equal(new DateOnly(2008, 5, 30), Calendar("London").Adjust(day, BusinessDayConvention.ModifiedFollowing));
        // Sunday 2008-06-01 goes back to May 30, another month, so on to June 2.
        Assert.Equal(new DateOnly(2008, 6, 2), Calendar("London").Adjust(new DateOnly(2008, 6, 1), BusinessDayConvention.ModifiedPreceding));
    }

    [Fact]
    [Trait("clause", "NOTE-LIBOR-2")]
    public void BusinessDaysAreCountedBackInTheCalendarNamed()
    {
        // From Tuesday 2010-10-12: London counts Monday 11th (Columbus Day is a London day) and Friday 8th; New York counts Friday 8th and Thursday 7th.
        var start = new DateOnly(2010, 10, 12);
        Assert.Equal(new DateOnly(2010, 10, 8), Calendar("London").AddBusinessDays(start, -2));
        Assert.Equal(new DateOnly(2010, 10, 7), Calendar("NewYork").AddBusinessDays(start, -2));
        Assert.Equal(start, Calendar("London").AddBusinessDays(new DateOnly(2010, 10, 8), 2));
    }

    [Fact]
    public void ADayThatNoCalendarKnowsIsRefusedAndNotGuessed()
    {
        var refusal = Calendar("NewYork", "Tokyo").Covers(new DateOnly(2059, 1, 1), new DateOnly(2061, 1, 1)).Match(_ => null!, r => r);
        Assert.Equal("CALENDAR-NOT-COVERED", refusal.Code);
        Assert.Contains("2061-01-01", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar("Tokyo").IsOpen(new DateOnly(2070, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar("Tokyo").IsOpen(new DateOnly(1980, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar("Tokyo").Adjust(new DateOnly(1980, 1, 1), BusinessDayConvention.Following));
        Assert.Equal("CALENDAR-UNKNOWN", Calendars.Standard.Resolve(new CalendarSet("Paris")).Match(_ => "", r => r.Code));
    }
}
