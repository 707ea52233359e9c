namespace Indenture.Core;

/// <summary>How days become a fraction of a year. "30/360" alone is at least four rules: the variant is always named.</summary>
public enum DayCountBasis
{
    /// <summary>"30/360", bond basis (ISDA 2006 4.16(f)); "a 360-day year of twelve 30-day months".</summary>
    Thirty360,
    /// <summary>"30U/360", with the rule for the end of February (SIA).</summary>
    Thirty360US,
    /// <summary>"30E/360" (ISDA 2006 4.16(g)).</summary>
    Thirty360E,
    /// <summary>"30E/360 ISDA" (ISDA 2006 4.16(h)); needs the termination date.</summary>
    Thirty360EIsda,
    /// <summary>"Actual/360".</summary>
    Actual360,
    /// <summary>"Actual/365F".</summary>
    Actual365Fixed,
    /// <summary>"Actual/Actual ISDA".</summary>
    ActualActualIsda,
    /// <summary>"Actual/Actual ICMA" (ICMA Rule 251); needs the regular period and the frequency.</summary>
    ActualActualIcma,
    /// <summary>"30/360 PSA": as "30/360", but a first date on the last day of February is the 30th.</summary>
    Thirty360Psa,
    /// <summary>"30E+/360": as "30E/360", but a last date on the 31st is the 1st of the next month.</summary>
    Thirty360EPlus,
    /// <summary>"30/360 NASD": as "30/360", but a last date on the 31st is the 1st of the next month where the first is before the 30th.</summary>
    Thirty360Nasd,
    /// <summary>"30/360 Italian": as "30E/360", and the 28th and 29th of February are the 30th.</summary>
    Thirty360Italian,
    /// <summary>"Actual/364".</summary>
    Actual364,
    /// <summary>"Actual/365.25".</summary>
    Actual36525,
    /// <summary>"Actual/365A": over 366 where a 29 February falls after the first date and not after the last, else over 365.</summary>
    Actual365Actual,
    /// <summary>"Actual/Actual AFB": whole years back from the last date; what is left over 366 where it holds a 29 February, else over 365 (FBF Master Agreement).</summary>
    ActualActualAfb,
    /// <summary>"Actual/Actual Year": whole years on from the first date; what is left over the days of the year it is part of.</summary>
    ActualActualYear,
    /// <summary>"NL/360": actual days without any 29 February.</summary>
    NoLeap360,
    /// <summary>"NL/365": actual days without any 29 February.</summary>
    NoLeap365,
    /// <summary>"1/1": always one (ISDA 2006 4.16(a)).</summary>
    OneOne,
}

/// <summary>The printed names of day counts: what terms and the command line say.</summary>
public static class DayCountNames
{
    /// <summary>The printed name: "30/360", "Actual/360".</summary>
    public static string Name(this DayCountBasis basis) => basis switch
    {
        DayCountBasis.Thirty360 => "30/360",
        DayCountBasis.Thirty360US => "30U/360",
        DayCountBasis.Thirty360E => "30E/360",
        DayCountBasis.Thirty360EIsda => "30E/360 ISDA",
        DayCountBasis.Actual360 => "Actual/360",
        DayCountBasis.Actual365Fixed => "Actual/365F",
        DayCountBasis.ActualActualIsda => "Actual/Actual ISDA",
        DayCountBasis.ActualActualIcma => "Actual/Actual ICMA",
        DayCountBasis.Thirty360Psa => "30/360 PSA",
        DayCountBasis.Thirty360EPlus => "30E+/360",
        DayCountBasis.Thirty360Nasd => "30/360 NASD",
        DayCountBasis.Thirty360Italian => "30/360 Italian",
        DayCountBasis.Actual364 => "Actual/364",
        DayCountBasis.Actual36525 => "Actual/365.25",
        DayCountBasis.Actual365Actual => "Actual/365A",
        DayCountBasis.ActualActualAfb => "Actual/Actual AFB",
        DayCountBasis.ActualActualYear => "Actual/Actual Year",
        DayCountBasis.NoLeap360 => "NL/360",
        DayCountBasis.NoLeap365 => "NL/365",
        DayCountBasis.OneOne => "1/1",
    };

    /// <summary>The basis of that name; null where there is none.</summary>
    public static DayCountBasis? Find(string name)
    {
        foreach (var basis in Enum.GetValues<DayCountBasis>())
            if (basis.Name() == name) return basis;
        return null;
    }

    /// <summary>Every name, with commas between.</summary>
    public static string All() => string.Join(", ", Enum.GetValues<DayCountBasis>().Select(Name));
}
