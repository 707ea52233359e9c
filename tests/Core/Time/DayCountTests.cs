using System.Globalization;
using Indenture.Tests.Support;

namespace Indenture.Tests.Arithmetic;

public class DayCountTests
{
    private static double Value(Ratio ratio) => (double)ratio.Numerator / (double)ratio.Denominator;

    /// <summary>Columns of daycount.csv; the US rule in the column of the release that mended it.</summary>
    private static readonly (DayCountBasis Basis, string Days, string? Fraction)[] Columns =
    [
        (DayCountBasis.Thirty360US, "us30360_days_ql139", null),
        (DayCountBasis.Thirty360, "bondbasis_days", "bondbasis_yf"),
        (DayCountBasis.Thirty360E, "e30360_days", "e30360_yf"),
        (DayCountBasis.Thirty360Nasd, "nasd30360_days", "nasd30360_yf"),
        (DayCountBasis.Thirty360Italian, "italian30360_days", "italian30360_yf"),
        (DayCountBasis.Actual360, "act_days", "act360_yf"),
        (DayCountBasis.Actual365Fixed, "act_days", "act365f_yf"),
        (DayCountBasis.ActualActualIsda, "act_days", "actact_isda_yf"),
    ];

    [ReferenceFact]
    public void EveryPairOfDatesIsCountedAsTheTableSays() => Oracle.AllHold(Oracle.Read("daycount.csv").Where(r => r["category"] != "reversed"), row =>
    {
        var (start, end) = (row.Date("d1"), row.Date("d2"));
        foreach (var (basis, days, fraction) in Columns)
            if (Fault(row, basis, DayCount.Of(basis, start, end), row[days], fraction is null ? null : row[fraction]) is { } fault) return fault;
        return Fault(row, DayCountBasis.Thirty360EIsda, DayCount.Of(DayCountBasis.Thirty360EIsda, start, end, DayCountContext.WithTermination(end.AddYears(5))), row["e30360isda_days"], row["e30360isda_yf"])
            ?? Fault(row, DayCountBasis.Thirty360EIsda, DayCount.Of(DayCountBasis.Thirty360EIsda, start, end, DayCountContext.WithTermination(end)), row["e30360isda_d2term_days"], row["e30360isda_d2term_yf"])
            ?? (row["icma_freq"].Length == 0 ? null
                : Fault(row, DayCountBasis.ActualActualIcma,
                    DayCount.Of(DayCountBasis.ActualActualIcma, start, end, DayCountContext.WithRegularPeriod(row.Date("icma_ref_start"), row.Date("icma_ref_end"), int.Parse(row["icma_freq"], CultureInfo.InvariantCulture))),
                    row["act_days"], row["actact_icma_yf"]));
    });

    private static string? Fault(OracleRow row, DayCountBasis basis, DayFraction counted, string days, string? fraction) =>
        counted.Days.ToString(CultureInfo.InvariantCulture) == days && (fraction is null || Math.Abs(Value(counted.Fraction) - double.Parse(fraction, CultureInfo.InvariantCulture)) < 1e-12)
            ? null : $"{row} {basis.Name()}: {days} {fraction} but {counted.Days} {counted.Fraction}";

    [ReferenceFact]
    public void DatesInTheWrongOrderAreRefused() => Oracle.AllHold(Oracle.Read("daycount.csv").Where(r => r["category"] == "reversed"), row =>
        DayCount.TryOf(DayCountBasis.Thirty360, row.Date("d1"), row.Date("d2")).Match(_ => $"{row} was counted", r => r.Code == "DATES-REVERSED" ? null : r.Code));

    [ReferenceFact]
    public void TheTablesOf30Over360ThatIsdaPublishedAreReproduced() => Oracle.AllHold(Oracle.Read("daycount-30360-isda.csv"), row =>
    {
        var basis = row["convention"] switch
        {
            "30/360" => DayCountBasis.Thirty360,
            "30E/360" => DayCountBasis.Thirty360E,
            "30E/360.ISDA" => DayCountBasis.Thirty360EIsda,
            "30U/360" => DayCountBasis.Thirty360US,
            var other => throw new ArgumentException(other),
        };
        var context = basis == DayCountBasis.Thirty360EIsda ? DayCountContext.WithTermination(row.DateIfAny("termination_date") ?? DateOnly.MaxValue) : null;
        var days = DayCount.Of(basis, row.Date("start"), row.Date("end"), context).Days;
        return days.ToString(CultureInfo.InvariantCulture) == row["expected_days"] ? null : $"{row} to {row["end"]}: {row["expected_days"]} but {days}";
    });

    [ReferenceFact]
    public void FifteenConventionsAgreeWithASecondSource() => Oracle.AllHold(Oracle.Read("daycount-strata.csv"), row =>
    {
        var basis = row["convention"] switch
        {
            "ONE_ONE" => DayCountBasis.OneOne,
            "ACT_360" => DayCountBasis.Actual360,
            "ACT_364" => DayCountBasis.Actual364,
            "ACT_365F" => DayCountBasis.Actual365Fixed,
            "ACT_365_25" => DayCountBasis.Actual36525,
            "ACT_365_ACTUAL" => DayCountBasis.Actual365Actual,
            "ACT_ACT_AFB" => DayCountBasis.ActualActualAfb,
            "ACT_ACT_ISDA" => DayCountBasis.ActualActualIsda,
            "ACT_ACT_YEAR" => DayCountBasis.ActualActualYear,
            "NL_360" => DayCountBasis.NoLeap360,
            "NL_365" => DayCountBasis.NoLeap365,
            "THIRTY_360_ISDA" => DayCountBasis.Thirty360,
            "THIRTY_360_PSA" => DayCountBasis.Thirty360Psa,
            "THIRTY_E_360" => DayCountBasis.Thirty360E,
            "THIRTY_EPLUS_360" => DayCountBasis.Thirty360EPlus,
            var other => throw new ArgumentException(other),
        };
        var counted = DayCount.Of(basis, row.Date("start"), row.Date("end"));
        return Math.Abs(Value(counted.Fraction) - row.Number("expected_year_fraction")) < 1e-9 ? null : $"{row} to {row["end"]}: {row["expected_year_fraction"]} but {counted.Fraction}";
    });

    [Fact]
    [Trait("clause", "NOTE-INTFIX-1")]
    public void AHalfYearOfTwelveThirtyDayMonthsIs180Days() =>
        Assert.Equal(new DayFraction(180, new Ratio(1, 2)), DayCount.Of(DayCountBasis.Thirty360, new DateOnly(2008, 12, 9), new DateOnly(2009, 6, 9)));

    [Fact]
    public void TheEndOfFebruaryIsTheThirtiethUnderTheUSRuleOnly()
    {
        // Feb 28 to Mar 31, 2007: US rule 30 + 3 - 30 with both ends the 30th = 30 days; bond basis leaves the 31st beside a 28th: 33.
        var (start, end) = (new DateOnly(2007, 2, 28), new DateOnly(2007, 3, 31));
        Assert.Equal(30, DayCount.Of(DayCountBasis.Thirty360US, start, end).Days);
        Assert.Equal(33, DayCount.Of(DayCountBasis.Thirty360, start, end).Days);
    }

    [Fact]
    public void ACountThatNeedsMoreThanTwoDatesSaysSo()
    {
        var (start, end) = (new DateOnly(2007, 2, 28), new DateOnly(2007, 8, 31));
        Assert.Equal("TERMINATION-MISSING", DayCount.TryOf(DayCountBasis.Thirty360EIsda, start, end).Match(_ => "", r => r.Code));
        Assert.Equal("PERIOD-MISSING", DayCount.TryOf(DayCountBasis.ActualActualIcma, start, end).Match(_ => "", r => r.Code));
    }

    [Fact]
    public void ALongFirstPeriodIsCountedInPartsOfTwoRegularOnes()
    {
        // Semi-annual to 15 March and 15 September; from 15 Nov 2005 to the first payment on 15 Sep 2006: the last 120 of the 181 days from 15 Sep 2005
        // to 15 Mar 2006, then the whole half year to 15 Sep: 120/(2 x 181) + 1/2.
        DateOnly[] grid = [new(2005, 11, 15), new(2006, 9, 15), new(2007, 3, 15)];
        Assert.Equal(new Ratio(120, 362) + new Ratio(1, 2), DayCount.Of(DayCountBasis.ActualActualIcma, grid[0], grid[1], DayCountContext.WithPeriods(grid, 1, 2)).Fraction);
    }
}
