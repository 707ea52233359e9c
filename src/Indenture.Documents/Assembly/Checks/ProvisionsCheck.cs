namespace Indenture.Documents;

/// <summary>
/// Provisions of one document that contradict each other, or lack what ought to stand with them. Each row: what raises it (names of provisions or
/// facts, all of them), what of which one would cure it, and what is said. Documents with the same fault are told of once.
/// </summary>
internal static class ProvisionsCheck
{
    private sealed record Rule(FindingCode Code, string[] Needs, string[] Cures, string Message, string? Default = null);

    /// <summary>More places than these say no more.</summary>
    private const int MostPlaces = 12;

    private static readonly Rule[] Rules =
    [
        new(FindingCodes.FundingAfterDue, ["fundingTime", "paysOnDueDate"], [], "The issuer brings the money on the next business day where the due date is none, and the agent pays on the due date."),
        new(FindingCodes.CancelUnpaid, ["cancelsAccelerated"], [], "Accelerated notes may be cancelled, and nothing says that they must have been paid.", "hold for a person"),
        new(FindingCodes.CancelIdentity, ["cancelIdentity"], [], "Notes issued are to equal notes outstanding and cancelled; notes redeemed and paid are left out."),
        new(FindingCodes.DealtRateDiffers, ["dealsBefore", "rateAt"], [], "Currency is bought at or before the time whose rate holders are paid; nobody is given the difference.", "holders are paid at the rate of the time"),
        new(FindingCodes.ExchangeBeforeFunds, ["dealsBefore", "fundingTime"], [], "Currency is bought before the issuer's money is due; nobody bears the loss if it does not come.", "no contract without the confirmation"),
        new(FindingCodes.CreditWithoutDebtor, ["acceptsRemittance"], ["remits"], "The exchange agent accepts money that nobody is told to send it."),
        new(FindingCodes.PartialElection, ["partOfPayment", "wholeHolders"], [], "A holder may elect for a part, and what is exchanged is that of holders who have not elected.", "the remainder is exchanged"),
        new(FindingCodes.CostsByHolding, ["byHoldings"], [], "Costs are shared by holdings, not by what each takes.", "holdings"),
        new(FindingCodes.TermSeveralSources, ["severalSources"], [], "One term stands for several documents, and none is ranked over the others."),
        new(FindingCodes.TwoTriggers, ["anyPublication", "atRequest"], [], "Notices are published whenever the conditions ask, and only at the issuer's request."),
        new(FindingCodes.SuccessorOpen, ["asProvided", "replacesOnly"], [], "Successors are appointed as provided below, and only that of one agent is provided for."),
        new(FindingCodes.IndemnityAsymmetry, ["issuerFault", "noConsequential"], [], "The issuer indemnifies for its own fault alone; the agents alone are spared consequential loss."),
        new(FindingCodes.BoundaryOpen, ["replacementDeadline"], [], "A power begins a number of days before a notice expires, and it is not said whether that day is still the other's.", "the power begins the day after"),
        new(FindingCodes.CostTwice, ["costsDeducted", "costsSubtracted"], [], "Costs of the exchange are taken off in two clauses.", "once"),
        new(FindingCodes.NoticeReceipt, ["receipt"], ["businessHours"], "Notices are given when received, at any hour."),
        new(FindingCodes.BoundaryOpen, ["changeBlackout"], [], "Days before and after a due date are counted, and it is not said whether the last of them counts.", "inclusive"),
        new(FindingCodes.Segregation, ["notSegregated", "heldExclusively"], [], "Money need not be kept apart, and is held exclusively for the holders."),
        new(FindingCodes.PriorUnnamed, ["restated"], ["restates"], "The agreement is amended and restated, and the agreement that it restates is not named."),
        new(FindingCodes.StaticReference, ["toDate"], [], "The indenture is taken as amended to date: later supplements are not meant."),
        new(FindingCodes.MajorityBase, ["holderExcludes", "majorityOfAll"], [], "The guarantor's own securities do not vote, and are in what the majority is counted against.", "left out on both sides"),
        new(FindingCodes.DefaultNoGrace, ["noGrace"], [], "Any default on any obligation is an event of default at once."),
        new(FindingCodes.LimbScope, ["defaultUnder"], [], "It is open whether the words after \"or\" govern the event of default too, and \"Default\" alone is another term."),
        new(FindingCodes.WaiverWording, ["waivedCures"], [], "A waived event of default ends, and an event of default arising from it is cured."),
        new(FindingCodes.NoticeWithholding, ["withholds"], ["exceptPayment"], "Notice of any default may be kept back, a missed payment's too.", "never for a missed payment"),
        new(FindingCodes.ClockConflict, ["clockAtKnowledge"], [], "Days run from the occurrence, and the duty needs knowledge.", "at once on knowledge"),
        new(FindingCodes.WrongDocument, ["charged", "responsible"], [], "An officer is described by the administration of another document."),
        new(FindingCodes.NoticeChannel, ["registeredMail", "firstClass"], [], "Notices go by registered or certified mail, and are deemed given by first class mail.", "registered or certified mail"),
        new(FindingCodes.FaxMissing, ["telecopied"], ["noticeFax"], "Notices may be telecopied, and no number is given."),
        new(FindingCodes.IneligibleInOffice, ["resignsAtOnce", "resignationWaits"], [], "A trustee that may not act resigns at once, and stays until a successor accepts."),
        new(FindingCodes.RemovalGap, ["removalBarred"], ["holdersRemove"], "While an event of default continues nobody may remove the trustee."),
        new(FindingCodes.IndemnityStandards, ["liableMisconduct", "withoutBadFaith"], [], "The trustee answers for negligence or willful misconduct, and is indemnified without negligence or bad faith."),
        new(FindingCodes.PriceWithAccrued, ["priceWithAccrued"], [], "The redemption price has the accrued sums in it.", "paid once"),
        new(FindingCodes.UnconditionalCapped, ["fundsAvailable", "unconditional"], [], "The guarantee is unconditional, and limited to what the issuer has."),
        new(FindingCodes.SubrogationTime, ["unpaidAtPayment"], [], "A claim is barred by what was unpaid when its payment was made."),
        new(FindingCodes.Reinstated, ["reinstated"], [], "The guarantee comes back if a payment is restored, without a limit of time."),
        new(FindingCodes.FeesUnset, ["owingToTrustee"], ["compensation"], "Sums owing to the trustee are paid, and no clause says what it earns."),
        new(FindingCodes.CuredOnly, ["curedOnly", "curedOrWaived"], [], "A duty ends when a default is cured; elsewhere the document says cured or waived."),
        new(FindingCodes.OfficeEnd, ["officeUntilAppointed", "appointedAndAccepted"], [], "The office ends when a successor is appointed in one sentence, when it accepts in another.", "acceptance"),
        new(FindingCodes.SoftTimes, ["soft"], [], "Duties are to be done promptly, immediately or forthwith."),
        new(FindingCodes.CurePeriodMissing, ["curePeriod"], ["curePeriodDays"], "A date depends on a cure period that no document at hand gives."),
        new(FindingCodes.LastDayDemand, ["guaranteeDemandAtMaturity"], [], "The demand is due on the day on which payment may still be made."),
        new(FindingCodes.OptedOut, ["optsOut", "demandForRepresented"], [], "The demand is made only for holders who are represented; others may decline to be."),
        new(FindingCodes.SubrogationScope, ["subrogatedToPaid", "assignsAllPayments"], [], "The guarantor steps into the claim for what it paid, and is assigned all payments."),
        new(FindingCodes.DateGap, ["afterDemandDate", "afterFirstPayment"], [], "Between the date of demand and the first payment some time falls under neither rule.", "hold for a person"),
        new(FindingCodes.DirectPayment, ["paidToHolders", "paymentsToRepresentative"], [], "Holders may be paid directly, and the assignment follows only from a payment to the representative."),
        new(FindingCodes.ModalVerbs, ["authorizes", "holderExecutes"], [], "One limb authorises an assignment, the other obliges to one."),
        new(FindingCodes.DoubleVote, ["deemedHolder"], [], "The assignee is deemed a holder; whether the old holder still votes is not said."),
        new(FindingCodes.LateInterest, ["interestUntilPaid", "noInterestAfterDue"], [], "Interest runs until the principal is paid, and does not accrue after the due date.", "none after the due date"),
        new(FindingCodes.PeriodUndefined, ["dateItselfMoves"], ["interestPeriod"], "Interest dates themselves move, and no interest period is defined.", "the amount is unchanged"),
        new(FindingCodes.AverageUnrounded, ["average"], [], "A mean of quotations is the rate, and no rounding of it is given.", "exact"),
        new(FindingCodes.FallbackFirstPeriod, ["currentPeriod"], [], "The last fallback is the rate of the current period, which the first has not."),
        new(FindingCodes.BenchmarkEnd, ["replacingService"], [], "A replaced screen is provided for, and not the end of the rate."),
        new(FindingCodes.ActorMissing, ["notifiedByNobody"], [], "An exchange is to be notified, and nobody is named to do it."),
        new(FindingCodes.ActorMissing, ["noticeByNobody"], [], "Holders are to be given notice, and nobody is named to give it."),
        new(FindingCodes.ExchangeScope, ["exchangeHereinAndIndenture", "exchangeOnlyHerein"], [], "The note is exchangeable in the cases of the note and the indenture, and only in those of the note."),
        new(FindingCodes.GuaranteeEnd, ["guaranteeExpiry"], [], "The guarantee expires on the maturity date, when the principal falls due."),
        new(FindingCodes.OwnAccount, ["forThirdParties"], [], "Buyers who act for others are permitted, and all must buy for themselves."),
        new(FindingCodes.CountScope, ["fewerPersons"], [], "A number of persons is a limit, and it is not said for what.", "one count for the series"),
        new(FindingCodes.AcceptanceUnevidenced, ["accepted", "acceptBy"], [], "The acceptance bears no date or hour, and the offer ends at one."),
        new(FindingCodes.WordingSlip, ["slip"], [], "Words are missing, doubled or wrong."),
    ];

    public static void Run(Deal deal, IReadOnlyList<ReadSeries> series)
    {
        var documents = deal.Documents.Select(d => (In: d, Says: (Predicate<string>)d.Says)).ToList();
        foreach (var rule in Rules)
        {
            var at = new List<(DocumentFacts In, Recognised At)>();
            foreach (var (document, says) in documents)
            {
                if (!Array.TrueForAll(rule.Needs, says) || Array.Exists(rule.Cures, says)) continue;
                var needed = rule.Needs.Select(document.Said).ToList();
                at.AddRange((needed.Count == 1 ? needed[0] : needed.Select(n => n[0])).Select(n => (document, n)));
            }
            if (at.Count > 0)
                deal.Find(rule.Code, rule.Message, at.Take(MostPlaces), [.. at.Select(a => Shortened(a.In.Document.Words(a.At.Start, a.At.End))).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostPlaces)], rule.Default);
        }
    }

    internal static string Shortened(string words) => words.Length <= 120 ? words : words[..117] + "…";
}
