using System.Globalization;
using Indenture.Tests.Support;

namespace Indenture.Tests.Core.Rates;

public class FallbackTests
{
    /// <summary>All rows but one: the table's README says that the twelve-month Euribor spread looks wrong, and the program knows none.</summary>
    [ReferenceFact]
    public void EveryPublishedSpreadIsKnownExceptTheDoubtfulOne() => Oracle.AllHold(Oracle.Read("ibor-fallback.csv"), row =>
    {
        var parts = row["index"].Split('-');
        var fallback = PublishedFallback.Of($"{parts[0]}-{parts[1]}", parts.Length > 2 ? parts[2] : "ON");
        if (row["index"] == "EUR-EURIBOR-12M") return fallback is null ? null : $"{row}: a spread that looks wrong was taken";
        var spread = new Percent(decimal.Parse(row["spread"], CultureInfo.InvariantCulture) * 100);
        return fallback is { } f && f.Replacement.Index == row["fallback_rfr"] && f.Replacement.Adjustment.Value == spread.Value && f.From == row.Date("switch_date") ? null : $"{row} but {fallback}";
    });

    [Fact]
    public void TheLawPutsTermSofrAndASpreadInThePlaceOfDollarLiborFromItsDate()
    {
        Assert.Null(StatutoryReplacement.Of("USD-LIBOR", "3M", new DateOnly(2023, 6, 30)));
        Assert.Equal(("USD-TERM-SOFR", "3M", 0.26161m), StatutoryReplacement.Of("USD-LIBOR", "3M", new DateOnly(2023, 7, 3)) is { } r ? (r.Index, r.Tenor, r.Adjustment.Value) : default);
        Assert.Null(StatutoryReplacement.Of("EUR-EURIBOR", "3M", new DateOnly(2024, 1, 2)));
        Assert.Null(StatutoryReplacement.Of("USD-LIBOR", "2M", new DateOnly(2024, 1, 2)));
    }

    [Fact]
    public void AfterTheReplacementDateAFixingOfTheOldIndexIsNotRead()
    {
        var rate = new FloatingRate("USD-LIBOR", "3M", new Percent(0.55m), null, null, 2, Calendars.Standard.Resolve(new CalendarSet("London")).Require());
        var fixings = Fixings.Parse("index,tenor,date,percent\nUSD-LIBOR,3M,2023-06-29,5.54543\nUSD-LIBOR,3M,2023-09-28,5.66\nUSD-TERM-SOFR,3M,2023-09-28,5.39532\n", "rates.csv").Require();
        PeriodRate On(int month, int day) => RateDetermination.Of(rate, new DateOnly(2023, month, day), new DateOnly(2023, 10, 2), new DateOnly(2024, 1, 2), fixings);
        // before: 5.54543 + 0.55 = 6.09543
        Assert.Equal(new Percent(6.09543m).ToRatio(), Assert.IsType<PeriodRate.Known>(On(6, 29)).PerAnnum);
        // after: 5.39532 + 0.26161 + 0.55 = 6.20693
        var known = Assert.IsType<PeriodRate.Known>(On(9, 28));
        Assert.Equal(new Percent(6.20693m).ToRatio(), known.PerAnnum);
        Assert.Contains("12 U.S.C.", known.How, StringComparison.Ordinal);
        Assert.Contains("USD-TERM-SOFR 3M", Assert.IsType<PeriodRate.Unknown>(On(12, 28)).Why, StringComparison.Ordinal);
    }
}
