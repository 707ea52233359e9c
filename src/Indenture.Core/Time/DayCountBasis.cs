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
}

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
    };

    /// <summary>The basis of that name; null where there is none.</summary>
    public static DayCountBasis? Find(string name)
    {
        foreach (var basis in Enum.GetValues<DayCountBasis>())
            if (basis.Name() == name) return basis;
        return null;
    }

    public static string All() => string.Join(", ", Enum.GetValues<DayCountBasis>().Select(Name));
}
