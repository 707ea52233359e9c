namespace Indenture.Tests.Support;

/// <summary>Documents of an invented issuer, in our own words and in the layout of real ones; a test changes one thing in them.</summary>
internal static class Invented
{
    /// <summary>An agreement without a fault: notes of 100 millions, two underwriters, a form of note beside it.</summary>
    public const string Agreement = """
        TERMS AGREEMENT

                                 May 1, 2009

        Example Holdings, Inc.

        Ladies and Gentlemen:

             We learn that Example Holdings, Inc., a Delaware corporation (the "Company"),
        is to issue and sell $100,000,000 aggregate principal amount of its notes (the
        "Securities"), and we, Alpha Securities LLC and Beta & Co. Inc., as underwriters
        (the "Underwriters"), offer to purchase the amounts set out in the list attached as
        Annex A at 99.50% of the principal amount thereof. The Closing Date shall be May 4,
        2009, at 9:30 A.M. (Eastern Time). The closing shall take place at the offices of
        Law & Law LLP, New York.

        Title: ..................  4.50% Senior Notes due 2012

        Maturity: ...............  May 4, 2012

        Interest Rate: ..........  4.50% per annum

        Interest Payment Dates: .  Semi-annually on May 4 and November 4, commencing
                                   November 4, 2009

        Initial Price to Public:   100.00% of the principal amount thereof, plus accrued
                                   interest, if any, from May 4, 2009

        Record Date: ............  The April 15 and October 15 preceding each payment

             You may accept this offer by 9:00 p.m. Eastern Time on May 1, 2009.

        "We hereby accept your offer of May 1, 2009."

                                   Very truly yours,

                                   ALPHA SECURITIES LLC,
                                   on behalf of the Underwriters

        ANNEX A

        Name of Underwriter                    Principal Amount of Securities

        Alpha Securities LLC                     $60,000,000
        Beta & Co. Inc.                           40,000,000
                                                ------------
             TOTAL                              $100,000,000
        """;

    /// <summary>The form of note that goes with <see cref="Agreement"/>.</summary>
    public const string Note = """
        FORM OF NOTE

        EXAMPLE HOLDINGS, INC.
        4.50% Notes due May 4, 2012

        CUSIP: 037833100

        ISIN: US0378331005

        EXAMPLE HOLDINGS, INC., a Delaware corporation (the "Company"), promises to pay to
        the holder the principal sum of $________ on May 4, 2012 and to pay interest thereon
        from and including May 4, 2009, semi-annually, on May 4 and November 4 of each year,
        commencing November 4, 2009, at the rate of 4.50% per annum.

        Interest is computed on the basis of a 360-day year of twelve 30-day months. Sums are
        rounded to the nearest cent, half a cent upwards.

        Should an Interest Payment Date or the Maturity be not a Business Day, it shall be the
        following Business Day. No interest shall accrue for the delay.

        "Business Day" means any day on which banks are open in The City of New York.

        This Note is one of a series initially limited in aggregate principal amount to
        $150,000,000.
        """;

    /// <summary>As <see cref="Agreement"/>, for notes at three-month LIBOR and a margin.</summary>
    public static string Floating => Agreement
        .Replace("4.50% Senior Notes", "Floating Rate Notes", StringComparison.Ordinal)
        .Replace("4.50% per annum", "Three-month LIBOR plus 0.25%", StringComparison.Ordinal)
        .Replace("Semi-annually on May 4 and November 4, commencing\n                           November 4, 2009", "Quarterly on the 4th of each February, May, August and\n                           November, commencing August 4, 2009", StringComparison.Ordinal);
}
