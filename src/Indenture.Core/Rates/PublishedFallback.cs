using System.Globalization;

namespace Indenture.Core;

/// <summary>
/// The overnight rate and the spread that stand for an interbank rate which is no longer published, as fixed for the fallbacks of the ISDA 2020 IBOR
/// Protocol: the five-year median difference, fixed when the end was announced. Applies only where terms or a person say so; the law's own rule for dollars
/// is <see cref="StatutoryReplacement"/>.
/// </summary>
public static class PublishedFallback
{
    /// <summary>Index, overnight rate, first day without the index (2100-01-01 where none is announced), and by tenor the spread in percent per annum.</summary>
    /// <remarks>Bloomberg Index Services, IBOR Fallbacks, spread fixings of 5 March 2021 (LIBOR), of 17 May 2021 and 16 May 2022 (CDOR), and indicative ones where the index lives on.</remarks>
    private const string Table = """
        CHF-LIBOR CHF-SARON 2022-01-01 SN=-0.0551 1W=-0.0705 1M=-0.0571 2M=-0.0231 3M=0.0031 6M=0.0741 12M=0.2048
        EUR-EONIA EUR-ESTER 2022-01-01 ON=0.085
        EUR-EURIBOR EUR-ESTER 2100-01-01 1W=0.0577 1M=0.0738 3M=0.1244 6M=0.1977
        EUR-LIBOR EUR-ESTER 2022-01-01 ON=0.0017 1W=0.0243 1M=0.0456 2M=0.0753 3M=0.0962 6M=0.1537 12M=0.2993
        JPY-TIBOR JPY-TONAR 2025-01-01 1W=0.05564 1M=0.09608 3M=0.10989 6M=0.16413 12M=0.18181
        JPY-EYTIBOR JPY-TONAR 2025-01-01 1W=0.06506 1M=0.13485 3M=0.10252 6M=0.14848 12M=0.18567
        JPY-LIBOR JPY-TONAR 2022-01-01 SN=-0.01839 1W=-0.01981 1M=-0.02923 2M=-0.00449 3M=0.00835 6M=0.05809 12M=0.166
        AUD-BBSW AUD-AONIA 2100-01-01 1M=0.1191 2M=0.2132 3M=0.2623 4M=0.3313 5M=0.4104 6M=0.4845
        HKD-HIBOR HKD-HONIA 2100-01-01 ON=0.03219 1W=0.1698 2W=0.237 1M=0.39396 2M=0.56768 3M=0.72642 6M=0.93495 12M=1.21231
        CAD-CDOR CAD-CORRA 2024-07-01 1M=0.29547 2M=0.3019 3M=0.32138
        CAD-CDOR CAD-CORRA 2021-05-17 6M=0.49375 12M=0.5482
        GBP-LIBOR GBP-SONIA 2022-01-01 ON=-0.0024 1W=0.0168 1M=0.0326 2M=0.0633 3M=0.1193 6M=0.2766 12M=0.4644
        USD-LIBOR USD-SOFR 2023-07-01 ON=0.00644 1M=0.11448 3M=0.26161 6M=0.42826 12M=0.71513
        USD-LIBOR USD-SOFR 2023-01-01 1W=0.03839 2M=0.18456
        TRY-TRLIBOR TRY-TLREF 2022-07-01 1M=1 3M=0.93 6M=0.58
        """;

    private static readonly Dictionary<(string, string), (Replacement Replacement, DateOnly From)> Rows = Read();

    /// <summary>What is read in the place of an index for a tenor ("3M", "1W", "ON", "SN"), and from which day; null where no fallback was published.</summary>
    public static (Replacement Replacement, DateOnly From)? Of(string index, string tenor) => Rows.TryGetValue((index, tenor), out var row) ? row : null;

    private static Dictionary<(string, string), (Replacement, DateOnly)> Read()
    {
        var rows = new Dictionary<(string, string), (Replacement, DateOnly)>();
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries))
        {
            var fields = line.Split(' ');
            var from = DateOnly.ParseExact(fields[2], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            foreach (var pair in fields[3..].Select(f => f.Split('=')))
                rows.Add((fields[0], pair[0]), (new Replacement(fields[1], Fixings.Overnight, Percent.Parse(pair[1]).Require(), "ISDA 2020 IBOR Fallbacks Protocol; Bloomberg spread fixing"), from));
        }
        return rows;
    }
}
