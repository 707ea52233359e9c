namespace Indenture.Core;

/// <summary>Where a date goes that falls on a day that is not open (ISDA 2006 Definitions 4.12).</summary>
public enum BusinessDayConvention { Unadjusted, Following, ModifiedFollowing, Preceding, ModifiedPreceding }

/// <summary>Whether a period of interest ends on the scheduled date or on the date it was moved to.</summary>
public enum Accrual { Unadjusted, Adjusted }

/// <summary>What happens to the last period when the scheduled maturity is not open; where absent, as the convention says.</summary>
public enum MaturityRule
{
    /// <summary>The payment is put off to the next open day; interest stops at the scheduled maturity (NOTE-BDC-4).</summary>
    PostponedWithoutInterest,
}
