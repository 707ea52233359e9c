using System.Globalization;
using Indenture.Tests.Support;

namespace Indenture.Tests.Arithmetic;

public class ScheduleTests
{
    internal static Grid GridOf(OracleRow row) => new(row.Date("effective"), row.Date("termination"), int.Parse(row["tenor_months"], CultureInfo.InvariantCulture), null,
        row["rule"] == "Backward", row.DateIfAny("first_date"), row.DateIfAny("next_to_last_date"));

    internal static BusinessDayConvention Convention(string name) => Enum.Parse<BusinessDayConvention>(name);

    [ReferenceFact]
    public void EveryGridOfTheTableIsReproducedBeforeAndAfterItsDatesAreMoved() => Oracle.AllHold(Oracle.Read("schedules.csv"), row =>
    {
        var expected = row.Dates(row["plain_unadjusted_if_different"].Length > 0 ? "plain_unadjusted_if_different" : "unadjusted_dates");
        var grid = ScheduleGrid.Unadjusted(GridOf(row), row["eom"] == "true").Require();
        if (!grid.SequenceEqual(expected)) return $"{row} unadjusted: {string.Join(' ', expected.Except(grid))} but {string.Join(' ', grid.Except(expected))}";
        var calendar = Oracle.Calendar(row["calendar"]);
        var moved = grid.Select((d, i) => calendar.Adjust(d, Convention(row[i == grid.Count - 1 ? "termination_convention" : "convention"]))).ToList();
        var expectedMoved = row.Dates(row["plain_dates_if_different"].Length > 0 ? "plain_dates_if_different" : "dates");
        return moved.SequenceEqual(expectedMoved) ? null : $"{row} adjusted: {string.Join(' ', expectedMoved.Except(moved))} but {string.Join(' ', moved.Except(expectedMoved))}";
    });
}
