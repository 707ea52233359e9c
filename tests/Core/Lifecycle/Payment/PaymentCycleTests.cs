using Indenture.Tests.Core.Lifecycle;
using Indenture.Tests.Core.Terms;

namespace Indenture.Tests.Core.Lifecycle.Payment;

/// <summary>The clauses of the agency agreement on payment, with their worked figures (assumption A1: April 30 and October 31, thirty-day months).</summary>
public class PaymentCycleTests
{
    internal const string Rules = """
        "payment": { "funding": { "calendars": ["London", "Tokyo", "NewYork"], "convention": "following" },
                     "confirmation": { "businessDaysBefore": 2, "calendars": ["London", "Tokyo", "NewYork"], "time": "10:00", "zone": "Europe/London" },
                     "shortfallNotice": ["telephone", "facsimile"], "farFromLast": "25", "unclaimedYears": 2 },
        "defaultedInterest": { "recordBeforePayment": 5, "noticeBeforeRecord": 15 }
        """;

    /// <summary>75,000,000,000 at 2.4%: 65,000,000,000 outside the depositary and 10,000,000,000 in it.</summary>
    internal static string Notes(string principal, string holderDays, string more) => $$"""
        { "title": "Yen Notes", "issuer": "An Issuer", "currency": "JPY", "principal": "{{principal}}", "issueDate": "2005-10-31", "maturity": "2025-10-31", "purchasePrice": "100", "publicPrice": "100",
          "underwriters": [ { "name": "Lead", "principal": "{{principal}}" } ],
          "interest": { "kind": "fixed", "rate": "2.4", "dayCount": "30/360", "from": "2005-10-31", "paymentDates": ["04-30", "10-31"], "firstPayment": "2006-04-30",
                        "rounding": { "level": "global-note", "unit": "1", "direction": "half-up" } },
          "businessDays": { "calendars": [{{holderDays}}], "convention": "following", "accrual": "unadjusted" }, "recordDate": { "calendarDaysBefore": 15 }, {{more}} }
        """;

    internal const string ThreeCities = "\"London\", \"Tokyo\", \"NewYork\"";

    internal static Life Outstanding(string holderDays = ThreeCities, string more = Rules)
    {
        var life = new Life("Y");
        foreach (var (id, principal, nominee) in new[] { ("A", "65000000000", "International"), ("B", "10000000000", "Cede & Co.") })
            life.Do(l => Life.Book(l, id, Life.TermsOf(Notes(principal, holderDays, more))))
                .Do(l => new CloseOffering(id, D("2005-10-31"), new Dictionary<string, Indenture.Core.Money> { ["Lead"] = Yen(principal) }, nominee).Decide(l.State));
        return life;
    }

    internal static Life Announced(int n, string holderDays = ThreeCities, string more = Rules)
    {
        var life = Outstanding(holderDays, more);
        return life.Do(l => new AnnounceDue(n, D("2030-01-01"), l.Units).Decide(l.State, l.Promise)).Do(l => Call(l, n));
    }

    internal static Outcome<Decision> Call(Life life, int n, string account = "Redemption Account") => new CallFunds(n, account).Decide(life.State, life.Rules, London);

    internal static Outcome<Decision> Fund(Life life, int n, string amount, string day) => new ReceiveFunds(n, Yen(amount), D(day)).Decide(life.State);

    internal static Outcome<Decision> Pay(Life life, int n, string amount, string day, string by = "ann") => Life.Pay(life, n, PaymentKind.Interest, D(day), Yen(amount), by);

    internal static DateOnly D(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    internal static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    internal static Indenture.Core.Money Yen(string amount) => Indenture.Core.Money.Parse(amount, Currency.JPY).Require();

    internal static readonly ZoneData London = new("machine", name => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null);

    [Fact, Trait("clause", "AGY-4.1a"), Trait("clause", "AGY-4.1h")]
    public void TheCallIsForWhatIsDueOnItsDay()
    {
        var call = Announced(2).State.Funding.Calls[2];
        // 75,000,000,000 x 2.4% / 2
        Assert.Equal(("900000000", D("2006-10-31")), (call.Amount.ToString(), call.ValueDate));
    }

    [Fact, Trait("clause", "AGY-4.1b")]
    public void ADesignatedAccountReplacesAnEarlierOne()
    {
        var life = Announced(2);
        Assert.Equal("FUNDS-CALLED", life.Refused(l => Call(l, 2)));
        Assert.Equal("Another Account", life.Do(l => Call(l, 2, "Another Account")).State.Funding.Calls[2].Account);
        Assert.Equal("ACCOUNT-MISSING", life.Refused(l => Call(l, 2, " ")));
        Assert.Equal("DUE-UNKNOWN", life.Refused(l => Call(l, 3)));
    }

    [Fact, Trait("clause", "AGY-4.1c"), Trait("clause", "AGY-4.1d"), Trait("clause", "AGY-4.1i"), Trait("clause", "AGY-10a")]
    public void FundsFollowThreeCitiesEvenWhereTheHoldersAreOwedThemEarlier()
    {
        // April 30, 2011 is a Saturday; London keeps May 2, Tokyo May 3 to 5. New York alone would pay on May 2.
        var life = Announced(11, "\"NewYork\"");
        var call = life.State.Funding.Calls[11];
        Assert.Equal((D("2011-05-06"), D("2011-05-02"), "900000000"), (call.ValueDate, call.PaymentDate, call.Amount.ToString()));
        Assert.Contains("2011-05-02", Assert.Single(PaymentDuties.Warnings(life.State)), StringComparison.Ordinal);
        Assert.Equal("FUNDS-SHORT", life.Refused(l => Pay(l, 11, "900000000", "2011-05-02")));
        // the agent may choose to pay on the holders' day all the same
        Assert.Equal("done", life.Refused(l => new MakeAdvance(11, Yen("900000000"), new Percent(0.5m), DayCountBasis.Actual360, D("2011-05-02"), "holders' day").Decide(l.State, l.Rules)));
    }

    [Theory, Trait("clause", "AGY-4.1g")]
    [InlineData(2, "2006-10-27", "2006-10-27T09:00Z")] // summer time ends on October 29
    [InlineData(11, "2011-04-27", "2011-04-27T09:00Z")]
    public void TheConfirmationIsDueOnTheSecondBusinessDayBeforeAtTenInLondon(int n, string day, string instant)
    {
        var life = Announced(n);
        var deadline = life.State.Funding.Calls[n].Confirmation!;
        Assert.Equal((D(day), At(instant)), (deadline.Day, deadline.Instant));
        Assert.False(Confirmed(At(instant)).Late);
        Assert.True(Confirmed(At(instant).AddSeconds(1)).Late);

        FundingEvent.InstructionsConfirmed Confirmed(DateTimeOffset at) => (FundingEvent.InstructionsConfirmed)new ConfirmInstructions(n, "C", at).Decide(life.State).Require().Events[0];
    }

    [Fact, Trait("clause", "AGY-4.1e"), Trait("clause", "AGY-4.2b"), Trait("clause", "AGY-4.3a")]
    public void NobodyIsPaidUntilAllOfItIsThereAndThenEveryHolderGetsItsPart()
    {
        var life = Announced(2).Do(l => Fund(l, 2, "450000000", "2006-10-31"));
        Assert.Equal("FUNDS-SHORT", life.Refused(l => Pay(l, 2, "900000000", "2006-10-31")));
        life.Do(l => Fund(l, 2, "450000000", "2006-10-31")).Do(l => Pay(l, 2, "900000000", "2006-10-31"));
        // 65,000,000,000 x 1.2% and 10,000,000,000 x 1.2%
        Assert.Equal([("International", "780000000"), ("Cede & Co.", "120000000")], life.Paid.Select(p => (p.Holder, p.Amount.ToString())));
    }

    [Fact, Trait("clause", "AGY-4.2a")]
    public void TheIssuerIsToldByTelephoneAndThenByFacsimileOnTheDay()
    {
        var life = Announced(2).Do(l => Fund(l, 2, "899999999", "2006-10-31"));
        Assert.Equal("SHORTFALL-EARLY", life.Refused(l => new FindShortfall(2, D("2006-10-30")).Decide(l.State, l.Rules)));
        life.Do(l => new EndDay(D("2006-10-31"), new Dictionary<string, long>()).Decide(l.State, l.Rules));
        Assert.Equal("1", life.State.Funding.Shortfalls[2].Missing.ToString());
        FundingEvent.ShortfallNotified Told(NoticeMeans means, string day) => (FundingEvent.ShortfallNotified)new NotifyShortfall(2, means, "treasury", D(day)).Decide(life.State, life.Rules).Require().Events[0];
        Assert.False(Told(NoticeMeans.Facsimile, "2006-10-31").InOrder);
        Assert.True(Told(NoticeMeans.Telephone, "2006-11-01").Late);
        life.Do(l => new NotifyShortfall(2, NoticeMeans.Telephone, "treasury", D("2006-10-31")).Decide(l.State, l.Rules));
        Assert.True(Told(NoticeMeans.Facsimile, "2006-10-31") is { InOrder: true, Late: false });
    }

    [Fact, Trait("clause", "AGY-4.2e")]
    public void ACreditThatCanBeTakenBackIsNoReceipt()
    {
        var life = Announced(2).Do(l => new CreditConditionally(2, "R1", Yen("900000000"), "subject to recall", D("2006-10-31")).Decide(l.State));
        Assert.Equal("FUNDS-SHORT", life.Refused(l => Pay(l, 2, "900000000", "2006-10-31")));
        Assert.Equal("REFERENCE-USED", life.Refused(l => new CreditConditionally(2, "R1", Yen("1"), "subject to recall", D("2006-10-31")).Decide(l.State)));
        life.Do(l => new ReverseCredit("R1", D("2006-10-31")).Decide(l.State));
        Assert.Equal(0, life.Balance(SeriesBooks.HeldFor(2)));
        Assert.Equal("REFERENCE-UNKNOWN", life.Refused(l => new LiftCondition("R1", D("2006-10-31")).Decide(l.State)));
    }

    [Theory, Trait("clause", "AGY-4.2c"), Trait("clause", "AGY-4.2d")]
    [InlineData(DayCountBasis.Actual360, "25000")] // 900,000,000 x 0.50% x 2/360
    [InlineData(DayCountBasis.Actual365Fixed, "24658")] // 900,000,000 x 0.50% x 2/365 = 24,657.53...
    public void AnAdvanceIsNoPaymentOfTheIssuerAndCostsWhatTheDaysCost(DayCountBasis basis, string cost)
    {
        var life = Announced(2);
        Assert.Equal("ADVANCE-EARLY", life.Refused(l => Advance(l, "900000000", "2006-10-30")));
        Assert.Equal("ADVANCE-EXCEEDS-SHORTFALL", life.Refused(l => Advance(l, "900000001", "2006-10-31")));
        life.Do(l => Advance(l, "900000000", "2006-10-31")).Do(l => Pay(l, 2, "900000000", "2006-10-31"));
        Assert.Empty(life.State.Payments.Funded);
        Assert.Equal("ADVANCE-MADE", life.Refused(l => Advance(l, "1", "2006-10-31")));
        Assert.Equal("COST-UNKNOWN", life.Refused(l => new PayAdvanceCost(2, Yen("1"), D("2006-11-02")).Decide(l.State)));
        life.Do(l => new RepayAdvance(2, Yen("900000000"), D("2006-11-02")).Decide(l.State));
        Assert.Equal(cost, life.State.Funding.Advances[2].Cost!.ToString());
        Assert.Equal("REPAID-TWICE", life.Refused(l => new RepayAdvance(2, Yen("1"), D("2006-11-02")).Decide(l.State)));
        Assert.Equal(0, life.Balance(SeriesBooks.AdvanceFor(2)));

        Outcome<Decision> Advance(Life l, string amount, string day) => new MakeAdvance(2, Yen(amount), new Percent(0.50m), basis, D(day), "the issuer is late").Decide(l.State, l.Rules);
    }

    [Fact, Trait("clause", "AGY-4.2d")]
    public void APartOfAnAdvanceLeavesTheRestOfTheDebtAsItIs()
    {
        // 400,000,000 advanced for two days, 300,000,000 of it repaid, the rest two days later:
        // 400,000,000 x 0.50% x 2/360 + 100,000,000 x 0.50% x 2/360 = 11,111.11... + 2,777.77... = 13,888.88...
        var life = Announced(2).Do(l => Fund(l, 2, "500000000", "2006-10-31"))
            .Do(l => new MakeAdvance(2, Yen("400000000"), new Percent(0.50m), DayCountBasis.Actual360, D("2006-10-31"), "late").Decide(l.State, l.Rules))
            .Do(l => new RepayAdvance(2, Yen("300000000"), D("2006-11-02")).Decide(l.State)).Do(l => new RepayAdvance(2, Yen("100000000"), D("2006-11-04")).Decide(l.State));
        Assert.Equal("13889", life.State.Funding.Advances[2].Cost!.ToString());
    }

    [Fact, Trait("clause", "AGY-4.4.1a"), Trait("clause", "AGY-11.6b")]
    public void MoneyHeldForHoldersServesNothingElse()
    {
        var yen = Currency.JPY;
        Entry To(Account account, long minor = 1) => SeriesBooks.Cash(yen, D("2006-10-31"), "test", [new Leg(SeriesBooks.HeldFor(2), -minor), new Leg(account, minor)]);
        Assert.Throws<InvalidOperationException>(() => To(SeriesBooks.FeeOf("F1")));
        Assert.Throws<InvalidOperationException>(() => To(SeriesBooks.AgentOwnFunds));
        Assert.Throws<InvalidOperationException>(() => To(SeriesBooks.HeldFor(3)));
        Assert.Throws<InvalidOperationException>(() => To(SeriesBooks.PayableOf(12, PaymentKind.Interest))); // another due
        Assert.NotNull(To(SeriesBooks.PayableOf(2, PaymentKind.Interest)));
        Assert.Throws<InvalidOperationException>(() => SeriesBooks.Cash(yen, D("2006-10-31"), "both",
            [new Leg(SeriesBooks.PayableOf(2, PaymentKind.Interest), 1), new Leg(SeriesBooks.PayableOf(2, PaymentKind.Principal), 1), new Leg(SeriesBooks.HeldFor(2), -2)]));
    }

    [Fact, Trait("clause", "AGY-11.1a"), Trait("clause", "AGY-11.1b"), Trait("clause", "AGY-5.1b"), Trait("clause", "AGY-4.4.1a")]
    public void ABillOfTheAgentsIsTheIssuersDebtAndNeedsItsLetter()
    {
        var life = Announced(2).Do(l => Fund(l, 2, "900000000", "2006-10-31"));
        Assert.Equal("FEE-LETTER-MISSING", life.Refused(l => new ChargeFee("F1", Yen("5000000"), "", D("2006-10-31")).Decide(l.State)));
        life.Do(l => new ChargeFee("F1", Yen("5000000"), "fee letter", D("2006-10-31")).Decide(l.State));
        Assert.Equal("REFERENCE-USED", life.Refused(l => new ChargeFee("F1", Yen("1"), "fee letter", D("2006-10-31")).Decide(l.State)));
        Assert.Equal("FEE-UNKNOWN", life.Refused(l => new PayFee("F2", Yen("1"), D("2006-10-31")).Decide(l.State)));
        Assert.Equal("REPAID-TWICE", life.Refused(l => new PayFee("F1", Yen("5000001"), D("2006-10-31")).Decide(l.State)));
        life.Do(l => Pay(l, 2, "900000000", "2006-10-31"));
        Assert.Equal(900_000_000, life.Paid.Sum(p => p.Amount.Minor)); // all of it, whatever the issuer owes
    }

    [Fact, Trait("clause", "AGY-4.3b")]
    public void WhatIsPaidAndWhatIsWithheldAreTheEntitlement()
    {
        var life = Announced(2).Do(l => Fund(l, 2, "900000000", "2006-10-31"));
        Outcome<Decision> Withhold(Life l, string holder, string amount) => new Withhold(2, PaymentKind.Interest, holder, Yen(amount), "a law", l.Holdings(2, D("2006-10-31")), D("2006-10-31")).Decide(l.State);
        Assert.Equal("WITHHELD-TOO-MUCH", life.Refused(l => Withhold(l, "Cede & Co.", "120000001")));
        Assert.Equal("HOLDER-UNKNOWN", life.Refused(l => Withhold(l, "Nobody", "1")));
        life.Do(l => Withhold(l, "Cede & Co.", "12000000")).Do(l => Pay(l, 2, "888000000", "2006-10-31"));
        Assert.Equal(["780000000", "108000000"], life.Paid.Select(p => p.Amount.ToString()));
        Assert.True(life.State.Payments.IsPaid(2));
        Assert.Equal(-12_000_000, life.Balance(SeriesBooks.WithheldOf(2, PaymentKind.Interest)));
    }

    [Fact]
    public void APayeeOnHoldIsLeftOutAndWhatNobodyClaimsGoesBackAfterTheYearsOfTheTerms()
    {
        var life = Announced(2).Do(l => Fund(l, 2, "900000000", "2006-10-31"));
        Assert.Equal("REASON-MISSING", life.Refused(l => new HoldPayee("International", "", "ann").Decide(l.State)));
        life.Do(l => new HoldPayee("International", "not found", "ann").Decide(l.State));
        Assert.Equal("HOLD-KNOWN", life.Refused(l => new HoldPayee("International", "again", "ben").Decide(l.State)));
        life.Do(l => Pay(l, 2, "900000000", "2006-10-31"));
        Assert.Equal("Cede & Co.", Assert.Single(life.Paid).Holder);
        Assert.False(life.State.Payments.IsPaid(2));
        Outcome<Decision> Return(Life l, string amount, string day) => new ReturnUnclaimed("interest-2", "International", Yen(amount), D(day)).Decide(l.State, l.Rules);
        Assert.Equal("STILL-HELD", life.Refused(l => Return(l, "780000000", "2010-01-01")));
        life.Do(l => new ReleaseHold("International", "cleared").Decide(l.State));
        Assert.Equal("HOLD-UNKNOWN", life.Refused(l => new ReleaseHold("International", "cleared").Decide(l.State)));
        Assert.Equal("UNCLAIMED-EARLY", life.Refused(l => Return(l, "780000000", "2008-10-30"))); // two years after October 31, 2006
        Assert.Equal("AMOUNT-DIFFERS", life.Refused(l => Return(l, "1", "2008-10-31")));
        life.Do(l => Return(l, "780000000", "2008-10-31"));
        Assert.Equal("HELD-BACK-UNKNOWN", life.Refused(l => new PayHeldBack("interest-2", "International", Yen("780000000"), D("2008-10-31")).Decide(l.State)));
        Assert.Equal((0, -780_000_000), (life.Balance(SeriesBooks.HeldFor(2)), life.Balance(SeriesBooks.ReturnedOf(2, PaymentKind.Interest))));
    }

    [Fact]
    public void AnUnusualPaymentNeedsAThirdPersonWhoIsNoneOfTheTwo()
    {
        var life = Announced(2).Do(l => Fund(l, 2, "900000000", "2006-10-31")).Do(l => Pay(l, 2, "900000000", "2006-10-31"));
        // A due of principal before maturity, as an early redemption would announce it; and interest of 700,000,000, 22% below the last: usual.
        var early = life.State.Payments.Announced[2] with { N = 3, UnadjustedDate = D("2007-04-30"), PaymentDate = D("2007-05-01"), Interest = Yen("700000000"), Principal = Yen("75000000000") };
        life.Do(_ => new Decision(early)).Do(l => Fund(l, 3, "75700000000", "2007-05-01"));
        Outcome<Decision> Out(Life l, string by) => Life.Pay(l, 3, PaymentKind.Principal, D("2007-05-01"), Yen("75000000000"), by);
        Outcome<Decision> Clear(Life l, PaymentKind kind, string amount, string why) => new ClearUnusual(3, kind, Yen(amount), "carla", why).Decide(l.State, l.Rules);
        Assert.Equal("THIRD-APPROVER-NEEDED", life.Refused(l => Out(l, "ann")));
        Assert.Equal("NOTHING-UNUSUAL", life.Refused(l => Clear(l, PaymentKind.Interest, "700000000", "fine")));
        Assert.Equal("AMOUNT-DIFFERS", life.Refused(l => Clear(l, PaymentKind.Principal, "1", "called")));
        Assert.Equal("REASON-MISSING", life.Refused(l => Clear(l, PaymentKind.Principal, "75000000000", " ")));
        // Proposed while it was still usual, say: whoever did is one of the two all the same.
        var proposed = SeriesState.Evolve(life.State, new ApprovalEvent.Proposed("principal-3", "pay", "{}", "ab", "carla"));
        Assert.Equal("APPROVER-SAME-PERSON", life.Refused(l => new ClearUnusual(3, PaymentKind.Principal, Yen("75000000000"), "carla", "called by the issuer").Decide(proposed, l.Rules)));
        life.Do(l => Clear(l, PaymentKind.Principal, "75000000000", "called by the issuer"));
        Assert.Equal("APPROVER-SAME-PERSON", life.Refused(l => Out(l, "carla")));
        Assert.Equal("done", life.Refused(l => Out(l, "ann")));
        // 674,999,999 is more than 25% below 900,000,000; 675,000,000 is not
        life.Do(_ => new Decision(early with { Interest = Yen("674999999") }));
        Assert.NotEmpty(Unusual.Reasons(life.State, life.State.Payments.Announced[3], PaymentKind.Interest, life.Rules));
        life.Do(_ => new Decision(early with { Interest = Yen("675000000") }));
        Assert.Empty(Unusual.Reasons(life.State, life.State.Payments.Announced[3], PaymentKind.Interest, life.Rules));
    }

    [Fact]
    public void AnnouncedDatesStandWhateverTheCalendarsSayLater()
    {
        var life = Outstanding().Do(l => new AnnounceDates(11).Decide(l.State, l.Promise, l.Rules));
        Assert.Equal("DATES-ANNOUNCED", life.Refused(l => new AnnounceDates(11).Decide(l.State, l.Promise, l.Rules)));
        var later = Calendars.Standard.With("amend London\nversion London test\n2011-05-06 | A day of joy\n", "later.calendar").Match(c => c, r => throw new InvalidOperationException(r.Message));
        var promise = Promise.Of(life.State.Terms, later).Require();
        Assert.Equal(D("2011-05-09"), Dues.Periods(promise)[10].PaymentDate);
        life.Do(l => new AnnounceDue(11, D("2011-05-09"), l.Units).Decide(l.State, promise));
        Assert.Equal(D("2011-05-06"), life.State.Payments.Announced[11].PaymentDate);
    }

    [Fact]
    public void RulesThatAreNotUnderstoodAreRefusedWithTheirPlace()
    {
        Outcome<PaymentRules> Read(string rules) => PaymentRules.Of(Life.TermsOf($$"""{ "currency": "JPY", "payment": {{rules}} }"""), Calendars.Standard);
        foreach (var (rules, place) in new[]
        {
            ("""{ "fundin": {} }""", "payment.fundin"), ("""{ "shortfallNotice": ["pigeon"] }""", "payment.shortfallNotice"), ("""{ "funding": { "calendars": "clause 9", "convention": "following" } }""", "clause 9"),
            ("""{ "confirmation": { "businessDaysBefore": 2, "calendars": ["London"], "time": "ten", "zone": "Europe/London" } }""", "confirmation.time"), ("""{ "unclaimedYears": -1 }""", "unclaimedYears"),
        })
            Assert.Contains(place, Read(rules).Match(_ => "read", r => r.Code == "RULES-MALFORMED" ? r.Message : r.Code), StringComparison.Ordinal);
        Assert.Equal("RULES-MISSING", DefaultedInterestRules.Of(Life.TermsOf(TermsJsonTests.Fixed), Calendars.Standard).Match(_ => "read", r => r.Code));
    }

    [Fact]
    public void ARunIsSentThenConfirmedAndThenItsDueIsClosed()
    {
        var life = Announced(2).Do(l => Fund(l, 2, "900000000", "2006-10-31"));
        Assert.Equal("RUN-UNKNOWN", life.Refused(l => new RecordSent("interest-2", 0).Decide(l.State)));
        life.Do(l => Pay(l, 2, "900000000", "2006-10-31"));
        Assert.Equal("RUN-UNSENT", life.Refused(l => new RecordConfirmed("interest-2", 0).Decide(l.State)));
        Assert.Equal("PAYMENTS-OUTSTANDING", life.Refused(l => new RecordSent("interest-2", 1).Decide(l.State)));
        life.Do(l => new RecordSent("interest-2", 0).Decide(l.State));
        Assert.Equal("RUN-SENT", life.Refused(l => new RecordSent("interest-2", 0).Decide(l.State)));
        Assert.Equal("RUN-UNCONFIRMED", life.Refused(l => new CloseDue(2, D("2006-11-01")).Decide(l.State)));
        life.Do(l => new RecordConfirmed("interest-2", 0).Decide(l.State));
        Assert.Equal("RUN-CONFIRMED", life.Refused(l => new RecordConfirmed("interest-2", 0).Decide(l.State)));
        life.Do(l => new CloseDue(2, D("2006-11-01")).Decide(l.State));
        Assert.Equal("DUE-CLOSED", life.Refused(l => new CloseDue(2, D("2006-11-01")).Decide(l.State)));
        // A repayment that comes before the day to which the cost has been counted
        var advanced = Announced(3).Do(l => new MakeAdvance(3, Yen("2"), new Percent(1m), DayCountBasis.Actual360, D("2007-05-08"), "late").Decide(l.State, l.Rules));
        Assert.Equal("REPAYMENT-EARLY", advanced.Refused(l => new RepayAdvance(3, Yen("1"), D("2007-05-07")).Decide(l.State)));
    }
}
