namespace Indenture.Documents;

/// <summary>Labels that hold the label of a fact and are about something else: seen, so that the words inside them are not taken for that label.</summary>
internal static class OtherRowsClause
{
    public static Recogniser Recogniser { get; } = new("other rows", Role.Terms,
        [
            "Stated Principal Amount", "Minimum Principal Amount", "Outstanding Principal Amount", "Benchmark Treasury Price", "Benchmark Price", "Treasury Price", "Benchmark Treasury Price and Yield", "Benchmark Price and Yield", "Benchmark Treasury Price/Yield", "Treasury Price and Yield",
            "Benchmark Treasury Spot Price", "UST Price", "UST Spot (Price/Yield)", "Conversion Price", "Initial Conversion Price", "Redemption Price", "Call Price", "Strike Price", "Reference Price", "Stock Price", "Initial Interest Rate", "Initial Interest Rate Per Annum", "Initial Base Rate",
            "Maximum Interest Rate", "Minimum Interest Rate", "Default Rate", "Interest Rate Reset", "Interest Rate Reset Period", "Benchmark Maturity", "Yield to Maturity", "Initial Coupon", "Initial Coupon Rate", "Treasury Coupon", "Spread to Maturity", "Reset Rate", "Dealer Purchase Price",
            "Repurchase Price", "Purchase Price of Shares", "Optional Redemption Price", "Tax Redemption Price", "Make-Whole Premium", "Denomination Amount", "Total Issue Size", "Total Outstanding Size", "Outstanding Amount", "Existing Principal Amount", "Concession", "Overallotment Amount",
        ], [], (_, _) => []);
}
