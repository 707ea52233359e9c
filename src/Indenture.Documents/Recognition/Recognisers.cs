namespace Indenture.Documents;

/// <summary>
/// Every recogniser, in the order in which they run. To read another kind of clause, write one more beside these and add it here.
/// </summary>
internal static class Recognisers
{
    public static IReadOnlyList<Recogniser> All { get; } =
    [
        // Who and what
        IssuerClause.Recogniser,
        CoverIssuerClause.Recogniser,
        RegistrantClause.Recogniser,
        TitleClause.Recogniser,
        DatedClause.Recogniser,
        PrincipalClause.Recogniser,
        CoverClause.Recogniser,
        AgreementCoverClause.Recogniser,
        FeeTableClause.Recogniser,
        OfferedIssuesClause.Recogniser,
        CurrencyClause.Recogniser,
        DollarClause.Recogniser,
        IdentifierClause.Recogniser,
        DenominationClause.Recogniser,
        SeriesLimitClause.Recogniser,

        // The offer
        PricesOfSeveralClause.Recogniser,
        PurchasePriceClause.Recogniser,
        PublicPriceClause.Recogniser,
        PriceTableClause.Recogniser,
        PricingScheduleClause.Recogniser,
        ClosingClause.Recogniser,
        DeliveryClause.Recogniser,
        AcceptanceClause.Recogniser,
        ReopeningClause.Recogniser,

        // Interest and principal
        MaturityClause.Recogniser,
        FixedRateClause.Recogniser,
        MarkedChoiceClause.Recogniser,
        FloatingRateClause.Recogniser,
        IndexMaturityClause.Recogniser,
        MarginClause.Recogniser,
        OfferedTermsClause.Recogniser,
        TitleTermsClause.Recogniser,
        RateSourceClause.Recogniser,
        RateFallbackClause.Recogniser,
        RateNoticesClause.Recogniser,
        FixingClause.Recogniser,
        InterestFromClause.Recogniser,
        PaymentDatesClause.Recogniser,
        FirstPaymentClause.Recogniser,
        BusinessDayCitiesClause.Recogniser,
        RecordDateClause.Recogniser,
        DayCountClause.Recogniser,
        RoundingClause.Recogniser,
        BusinessDayClause.Recogniser,

        // What stands behind the notes, and how they end
        GuaranteeClause.Recogniser,
        GuaranteedIssueClause.Recogniser,
        RedemptionClause.Recogniser,
        DefaultedInterestClause.Recogniser,
        TaxClause.Recogniser,
        AmendmentClause.Recogniser,
        ExchangeClause.Recogniser,
        ListingClause.Recogniser,
        GoverningLawClause.Recogniser,

        // Offices
        TrusteeClause.Recogniser,
        CalculationAgentClause.Recogniser,
        DepositaryClause.Recogniser,
        SignatureClause.Recogniser,
        CounselClause.Recogniser,

        // Other documents, and duties with a date
        IndentureClause.Recogniser,
        CitationClause.Recogniser,
        IncorporationClause.Recogniser,
        DeadlineClause.Recogniser,
        ExternalRuleClause.Recogniser,
        ImpossibleDateClause.Recogniser,

        // Contracts: who holds which office, for which notes, by when
        AppointmentClause.Recogniser,
        GuaranteeAgreementClause.Recogniser,
        RecitalClause.Recogniser,
        PaymentTimesClause.Recogniser,
        DayRuleClause.Recogniser,
        AgentChangeClause.Recogniser,
        GuaranteeClaimClause.Recogniser,
        ContractDeadlineClause.Recogniser,
        AssignmentClause.Recogniser,
        NoticesClause.Recogniser,
        PriorityClause.Recogniser,
        ContractCitationClause.Recogniser,

        // What changes other documents, and what checks compare
        EditClause.Recogniser,
        ProvisionsClause.Recogniser,
        AntecedentClause.Recogniser,

        // Rows about something else
        OtherRowsClause.Recogniser,

        // The cover of a filing
        CurrentReportClause.Recogniser,
        ReportedSaleClause.Recogniser,
    ];
}
