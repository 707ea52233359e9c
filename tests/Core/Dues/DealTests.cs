using System.Globalization;
using Indenture.Tests.Support;
using Terms = Indenture.Core.Terms;

namespace Indenture.Tests.Arithmetic;

/// <summary>The real notes, from their terms as the documents state them to every date and amount.</summary>
public class DealTests
{
    private const string Fixed = """
        { "currency": "CCY", "principal": "PRINCIPAL", "maturity": "MATURITY",
          "interest": { "kind": "fixed", "rate": "RATE", "dayCount": "30/360", "from": "FROM", "paymentDates": [DATES], "firstPayment": "FIRST" },
          "businessDays": { "calendars": [CALENDARS], "convention": "following", "accrual": "unadjusted" } }
        """;

    private const string Floating = """
        { "currency": "USD", "principal": "PRINCIPAL", "maturity": "MATURITY",
          "interest": { "kind": "floating", "index": "USD-LIBOR", "indexTenorMonths": 3, "dayCount": "Actual/360", "from": "FROM", "paymentDates": DATES, "firstPayment": "FIRST",
                        "fixing": { "businessDaysBefore": 2, "calendars": ["London"] } },
          "businessDays": { "calendars": ["NewYork"], "convention": "following", "accrual": "adjusted", "maturity": "postponed-without-interest" } }
        """;

    public static TheoryData<string, string> Deals => new()
    {
        { "a", Fill(Fixed, "USD", "1000000000.00", "2009-02-09", "3.625", "2004-02-09", "\"02-09\", \"08-09\"", "2004-08-09", "\"NewYork\"") },
        { "b", Fill(Fixed, "USD", "3750000000.00", "2011-12-09", "2.875", "2008-12-09", "\"06-09\", \"12-09\"", "2009-06-09", "\"NewYork\"") },
        { "c", Fill(Fixed, "JPY", "75000000000", "2025-10-31", "2.4", "2005-10-31", "\"04-30\", \"10-31\"", "2006-04-30", "\"NewYork\", \"London\", \"Tokyo\"") },
        { "d1", Fill(Floating, "USD", "500000000.00", "2006-03-29", "", "2004-03-29", """["03-29", "06-29", "09-29", "12-29"]""", "2004-06-29", "") },
        { "d2", Fill(Floating, "USD", "1250000000.00", "2010-12-09", "", "2008-12-09", """["03-09", "06-09", "09-09", "12-09"]""", "2009-03-09", "") },
        { "d3", Fill(Floating, "USD", "750000000.00", "2011-12-09", "", "2008-12-09", """{ "everyMonths": 1, "day": 9 }""", "2009-01-09", "") },
    };

    [ReferenceTheory]
    [MemberData(nameof(Deals))]
    public void EveryRowOfTheRealNotesIsReproduced(string deal, string json)
    {
        var promise = TermsJson.Read(json, "deal.json").Then(t => Promise.Of(t, Calendars.Standard)).Require();
        var dues = Dues.All(promise, Fixings.None);
        var rows = Oracle.Read("deals.csv").Where(r => r["deal_id"] == deal).ToList();
        Oracle.AllHold(rows.Where(r => r["row_type"] == "coupon"), row =>
        {
            var due = dues[int.Parse(row["period"], CultureInfo.InvariantCulture) - 1];
            var period = due.Period;
            var expected = (row.Date("accrual_start"), row.Date("accrual_end"), row.Date("scheduled_date"), row.Date("payment_date"), row.DateIfAny("fixing_date"), row["days"], row["amount"].Length == 0 ? null : Money.Parse(row["amount"], promise.Currency).Match<Money?>(m => m, _ => Money.Parse(row["amount"].Split('.')[0], promise.Currency).Require()));
            var actual = (period.AccrualStart, period.AccrualEnd, period.UnadjustedDate, period.PaymentDate, period.FixingDate, period.Length.Days.ToString(CultureInfo.InvariantCulture), due.Interest);
            return Equals(expected, actual) && Math.Abs(Value(period.Length.Fraction) - row.Number("dcf")) < 1e-12 ? null : $"{row}: {expected} but {actual}";
        });
        Assert.Equal(rows.Count(r => r["row_type"] == "coupon"), dues.Count);
        Assert.Equal(promise.Principal, dues[^1].Principal);
        Assert.Equal(Assert.Single(rows, r => r["row_type"] == "redemption").Date("payment_date"), dues[^1].Period.PaymentDate);
    }

    private static double Value(Ratio ratio) => (double)ratio.Numerator / (double)ratio.Denominator;

    private static string Fill(string template, string currency, string principal, string maturity, string rate, string from, string dates, string first, string calendars) => template
        .Replace("CCY", currency).Replace("PRINCIPAL", principal).Replace("MATURITY", maturity).Replace("RATE", rate).Replace("FROM", from).Replace("DATES", dates)
        .Replace("FIRST", first).Replace("CALENDARS", calendars);
}
