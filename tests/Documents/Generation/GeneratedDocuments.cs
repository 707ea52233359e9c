using static Indenture.Tests.Documents.Generation.GeneratedDeal;

namespace Indenture.Tests.Documents.Generation;

/// <summary>The documents of a generated deal, in words of our own.</summary>
internal static class GeneratedDocuments
{
    private static string RateInWords(GeneratedDeal deal) => deal.Rate is { } rate ? $"{rate}% per annum" : $"{Capital(Count(deal.TenorMonths))}-month LIBOR plus {deal.Spread}%";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string MaturityOf(GeneratedDeal deal) => deal.ImpossibleMaturity ?? Long(deal.Maturity);

    private static IEnumerable<Block> Annex(GeneratedDeal deal)
    {
        yield return new Block.Figures(
        [
            ["Name of Underwriter", "Principal Amount"],
            .. deal.Underwriters.Select((u, i) => new[] { u.Name ?? "", u.Amount is { } amount ? (i == 0 || deal.SignInEveryRow ? deal.Sign : "") + Grouped(amount) : "" }),
            [deal.TotalLabel, deal.Sign + Grouped(deal.Total)],
        ]);
    }

    public static IReadOnlyList<Block> Agreement(GeneratedDeal deal) =>
    [
        new Block.Line("TERMS AGREEMENT"),
        new Block.Line(Long(deal.Agreed)),
        new Block.Line(deal.Issuer),
        new Block.Prose($"We learn that {deal.Issuer}, a {deal.State} corporation (the \"Company\"), is to issue and sell {deal.Sign}{Grouped(deal.Principal)} aggregate principal amount of its notes (the \"Securities\"), " +
            $"and we, the underwriters named in {deal.AnnexName} (the \"Underwriters\"), offer to purchase the amounts set out there at {deal.PurchasePrice}% of the principal amount thereof. " +
            $"The Closing Date shall be {Long(deal.Closing)}, at 9:30 A.M. (Eastern Time). The closing shall take place at the offices of Quill & Quill LLP, New York."),
        new Block.Row("Title", deal.Title),
        new Block.Row("Maturity", MaturityOf(deal)),
        new Block.Row("Interest Rate", RateInWords(deal)),
        new Block.Row("Interest Payment Dates", $"{Capital(deal.Frequency)} on {deal.DaysInWords}, commencing {Long(deal.FirstPayment)}"),
        new Block.Row("Initial Price to Public", $"{deal.PublicPrice}% of the principal amount thereof, plus accrued interest, if any, from {Long(deal.Closing)}"),
        new Block.Prose($"You may accept this offer by 9:00 p.m. Eastern Time on {Long(deal.Agreed)}."),
        new Block.Prose($"\"We hereby accept your offer of {Long(deal.Agreed)}.\""),
        new Block.Line("Very truly yours,"),
        new Block.Line("on behalf of the Underwriters"),
        new Block.Line(deal.AnnexName.ToUpperInvariant()),
        .. Annex(deal),
    ];

    public static IReadOnlyList<Block> TermSheet(GeneratedDeal deal) =>
    [
        new Block.Line("Filed pursuant to Rule 433"),
        new Block.Line("FINAL TERM SHEET"),
        new Block.Row("Issuer", deal.Issuer),
        new Block.Row("Title of Securities", deal.Title),
        new Block.Row(deal.PrincipalLabel, deal.Sign + Grouped(deal.Principal)),
        new Block.Row("Trade Date", Long(deal.Agreed)),
        new Block.Row(deal.SettlementLabel, Long(deal.Closing)),
        new Block.Row(deal.MaturityLabel, MaturityOf(deal)),
        new Block.Row(deal.Rate is null ? "Interest Rate" : "Coupon", RateInWords(deal)),
        new Block.Row("Interest Payment Dates", $"{Capital(deal.Frequency)} on {deal.DaysInWords}, commencing {Long(deal.FirstPayment)}"),
        new Block.Row(deal.PriceLabel, deal.PublicPrice + "% of principal amount"),
        new Block.Row("CUSIP", deal.Cusip),
        new Block.Row("ISIN", deal.Isin),
    ];

    public static IReadOnlyList<Block> Note(GeneratedDeal deal) =>
    [
        new Block.Line("FORM OF NOTE"),
        new Block.Line(deal.Issuer.ToUpperInvariant()),
        new Block.Line(deal.Title),
        new Block.Line("CUSIP: " + deal.Cusip),
        new Block.Line("ISIN: " + deal.Isin),
        new Block.Prose($"{deal.Issuer.ToUpperInvariant()}, a {deal.State} corporation (the \"Company\"), promises to pay to the holder the principal sum of $________ on {MaturityOf(deal)} and to pay interest thereon from and including " +
            $"{Long(deal.NoteFrom)}, {deal.Frequency}, on {deal.DaysInWords} of each year, commencing {Long(deal.FirstPayment)}, at {(deal.Rate is { } rate ? $"the rate of {rate}% per annum" : $"a per annum rate equal to {Count(deal.TenorMonths)}-month LIBOR, plus {deal.Spread}%")}."),
        .. deal.Rate is null ? new Block[] { new Block.Prose($"LIBOR is the rate for deposits in U.S. dollars having an index maturity of {Count(deal.SourceTenorMonths)} months.") } : [],
        new Block.Prose(deal.Rate is null ? "Interest is computed on the basis of the actual number of days elapsed and a 360-day year." : "Interest is computed on the basis of a 360-day year of twelve 30-day months."),
        new Block.Prose("Sums are rounded to the nearest cent, half a cent upwards."),
        new Block.Prose("Should an Interest Payment Date or the Maturity be not a Business Day, it shall be the following Business Day. No interest shall accrue for the delay."),
        new Block.Prose("\"Business Day\" means any day on which banks are open in The City of New York."),
        new Block.Prose($"This Note is one of a series initially limited in aggregate principal amount to {deal.Sign}{Grouped(deal.Limit)}."),
    ];
}
