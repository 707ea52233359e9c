namespace Indenture.Documents;

/// <summary>The first interest payment, in a row of its own.</summary>
internal static class FirstPaymentClause
{
    public static Recogniser Recogniser { get; } = new("first payment", Role.Terms,
        [
            "First Payment Date", "First Interest Payment Date", "First Coupon", "First Coupon Date", "First Coupon Payment Date", "Initial Interest Payment Date", "Initial Payment Date", "Initial Coupon Date", "First Interest Payment", "First Pay Date",
            "1st Coupon Date", "1st Interest Payment Date", "First Interest Date", "Interest Payment Dates Commencing", "Interest Payments Commence", "First Coupon Payment",
        ], [], Read);

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (Dates.First(passage.Text) is { Value: { } day } printed && printed.Index < 40) yield return passage.Fact("firstPayment", day, printed.Index, printed.Length);
    }
}
