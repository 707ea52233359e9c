namespace Indenture.Documents;

/// <summary>What an offering needs and no document at hand states, what it stands in the way of, and where it may be found.</summary>
internal static class Gaps
{
    private enum Applies { Always, Fixed, Floating, MovingDates }

    private static readonly (string Fact, Applies When, Act[] Blocks)[] Needed =
    [
        ("issuer", Applies.Always, [Act.Booking]), ("currency", Applies.Always, [Act.Booking]), ("principal", Applies.Always, [Act.Booking]), ("maturity", Applies.Always, [Act.Booking]),
        ("closingDate", Applies.Always, [Act.Closing]), ("purchasePrice", Applies.Always, []), ("publicPrice", Applies.Always, []),
        ("interestKind", Applies.Always, [Act.Interest]), ("interestRate", Applies.Fixed, [Act.Interest]),
        ("index", Applies.Floating, [Act.Interest]), ("indexTenorMonths", Applies.Floating, [Act.Interest]), ("spread", Applies.Floating, [Act.Interest]), ("indexSource", Applies.Floating, []), ("fixingRule", Applies.Floating, [Act.Interest]),
        ("dayCount", Applies.Always, [Act.Interest]), ("interestFrom", Applies.Always, [Act.Interest]), ("paymentDates", Applies.Always, [Act.Interest, Act.Payment]), ("firstPayment", Applies.Always, [Act.Interest]),
        ("businessDayConvention", Applies.Always, [Act.Payment]), ("businessDayCities", Applies.Always, [Act.Payment]), ("accrual", Applies.MovingDates, [Act.Interest]),
        ("rounding", Applies.Always, []), ("recordDate", Applies.Always, [Act.RecordDate]), ("denomination", Applies.Always, []),
        ("cusip", Applies.Always, []), ("isin", Applies.Always, []), ("trustee", Applies.Always, []), ("indentureDate", Applies.Always, []), ("governingLaw", Applies.Always, []),
    ];

    public static IReadOnlyList<Gap> Of(Deal deal, Draft draft, Terms terms)
    {
        var kind = terms.Interest.Kind?.Value;
        var gaps = new List<Gap>();
        var elsewhere = new Lazy<string>(() => Elsewhere(deal, draft) is { Count: > 0 } cited
            ? $"No document at hand states it; it may stand in {string.Join(", ", cited)}, which {(cited.Count == 1 ? "is" : "are")} not at hand."
            : "No document at hand states it.");
        foreach (var (fact, when, blocks) in Needed)
        {
            var applies = when switch
            {
                Applies.Always => true,
                Applies.Fixed => kind == InterestKind.Fixed,
                Applies.Floating => kind == InterestKind.Floating,
                Applies.MovingDates => terms.BusinessDays.Convention?.Value != BusinessDayConvention.Unadjusted,
            };
            if (applies && !IsStated(terms, fact)) gaps.Add(new Gap(fact, Why(draft, fact) ?? elsewhere.Value, blocks));
        }
        return gaps;
    }

    /// <summary>The acts that a missing fact stands in the way of.</summary>
    public static IReadOnlyList<Act> BlocksOf(string fact) => Needed.FirstOrDefault(n => n.Fact == fact).Blocks ?? [];

    private static bool IsStated(Terms terms, string fact) => TermsOf.Fact(fact) is { } known ? known.Get(terms) is not null : terms.Agents.Any(a => a.Role == fact);

    /// <summary>What a document says about a fact that it leaves open.</summary>
    private static string? Why(Draft draft, string fact) =>
        draft.Documents.SelectMany(d => d.Open).FirstOrDefault(l => l.Name == fact)?.Why;

    /// <summary>The documents that the offering's documents rely on and that are not among the files.</summary>
    public static IReadOnlyList<string> Elsewhere(Deal deal, Draft draft) =>
        [.. draft.Documents.SelectMany(d => d.Citations)
            .Where(c => c.For != "reopened" && c.Date is not null && !deal.Documents.Any(d => d.Value("agreementDate") == c.Date && Text.Key(d.Document.Kind.ToString()) == Text.Key(c.Title)))
            .Select(c => $"the {c.Title} dated {c.Date}").Distinct()];
}
