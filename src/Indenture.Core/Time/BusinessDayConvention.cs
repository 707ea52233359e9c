namespace Indenture.Core;

/// <summary>Where a date goes that falls on a day that is not open (ISDA 2006 Definitions 4.12).</summary>
public enum BusinessDayConvention
{
    /// <summary>Nowhere: the date stands.</summary>
    Unadjusted,
    /// <summary>To the next open day.</summary>
    Following,
    /// <summary>To the next open day of its month, else to the last open day before.</summary>
    ModifiedFollowing,
    /// <summary>To the last open day before.</summary>
    Preceding,
    /// <summary>To the last open day before in its month, else to the next open day.</summary>
    ModifiedPreceding,
}

/// <summary>Whether a period of interest ends on the scheduled date or on the date it was moved to.</summary>
public enum Accrual
{
    /// <summary>On the scheduled date: a payment that moves earns nothing more (NOTE-BDC-2).</summary>
    Unadjusted,
    /// <summary>On the date of payment: the period moves with it (NOTE-BDC-3).</summary>
    Adjusted,
}

/// <summary>What happens to the last period when the scheduled maturity is not open; where absent, as the convention says.</summary>
public enum MaturityRule
{
    /// <summary>The payment is put off to the next open day; interest stops at the scheduled maturity (NOTE-BDC-4).</summary>
    PostponedWithoutInterest,
}
