using Indenture.Tests.Core.Lifecycle.Payment;
using static Indenture.Tests.Core.Lifecycle.Payment.PaymentCycleTests;

namespace Indenture.Tests.Core.Lifecycle.Exchange;

/// <summary>Clauses 9 and 10 of the agency agreement with their worked figures (assumption A5: rates and costs).</summary>
public class ExchangeTests
{
    private const string Exchange = Rules + """
        , "exchange": { "holder": "Cede & Co.", "currency": "USD", "side": "bid", "rounding": { "unit": "0.01", "direction": "half-up" },
                        "purchase": { "businessDaysBefore": 2, "calendars": ["London", "Tokyo", "NewYork"], "time": "11:00", "zone": "Europe/London" } }
        """;

    private static readonly ExchangeRules Agreed = ExchangeRules.Of(Life.TermsOf(Notes("1", ThreeCities, Exchange)), Calendars.Standard).Require();

    private static Holding[] Held(params (string Holder, string Principal)[] held) => [.. held.Select(h => new Holding(h.Holder, Yen(h.Principal)))];

    private static readonly Holding[] Four = Held(("Alpha", "4000000000"), ("Beta", "3000000000"), ("Gamma", "2000000000"), ("Delta", "1000000000"));

    private static ExchangeEvent.Elected Elected(string participant, string part) => new(2, participant, part, "an account", default);

    private static ExchangeShares Shares(IReadOnlyList<Holding> held, params ExchangeEvent.Elected[] elections) => ExchangeShares.Of(Yen("120000000"), held, elections).Require();

    [Fact, Trait("clause", "AGY-9.1a"), Trait("clause", "AGY-9.1b"), Trait("clause", "AGY-10g")]
    public void WithoutAnElectionEverythingIsConverted()
    {
        Assert.Equal("120000000", Shares(Four).Remainder(Currency.JPY).ToString());
        var one = Shares(Four, Elected("Alpha", "whole"));
        Assert.Equal(("48000000", "72000000"), (one.Kept(Currency.JPY).ToString(), one.Remainder(Currency.JPY).ToString()));
    }

    [Fact, Trait("clause", "AGY-9.1d"), Trait("clause", "AGY-10o"), Trait("clause", "AGY-10m")]
    public void APartialElectionIsSplitToTheUnitAndTheLiteralAmountIsShownBesideIt()
    {
        var shares = Shares(Held(("A", "4000000000"), ("B", "2000000000"), ("C", "4000000000")), Elected("A", "whole"), Elected("B", "payment 1/2"));
        Assert.Equal(("12000000", "12000000"), (shares.Shares[1].Kept.ToString(), shares.Shares[1].Remainder.ToString()));
        Assert.Equal(("60000000", "60000000", "48000000"), (shares.Kept(Currency.JPY).ToString(), shares.Remainder(Currency.JPY).ToString(), shares.Literal(Currency.JPY).ToString()));
    }

    [Fact, Trait("clause", "AGY-10h"), Trait("clause", "AGY-10e"), Trait("clause", "AGY-10i")]
    public void CostsAreSharedByHoldingsAmongTheTakersAndTakenOffOnce()
    {
        var shares = Shares(Four, Elected("Alpha", "whole")).Converted(Ratio.Of(115.00m), Life.Usd("600.00"), Agreed);
        // 36, 24 and 12 million / 115 = 313,043.478..., 208,695.652..., 104,347.826...; less 300, 200 and 100
        Assert.Equal([("Beta", "300.00", "312743.48"), ("Gamma", "200.00", "208495.65"), ("Delta", "100.00", "104247.83")], shares.Select(s => (s.Participant, s.Cost.ToString(), s.Net.ToString())));
        // 72,000,000 / 115 = 626,086.9565...; less 600
        Assert.Equal("625486.96", ExchangeShares.Net(Yen("72000000"), Ratio.Of(115.00m), Life.Usd("600.00"), Agreed).ToString());
        Assert.Equal(62_548_696, shares.Sum(s => s.Net.Minor));
    }

    [Fact, Trait("clause", "AGY-10i")]
    public void AHolderWhoTakesHalfInYenBearsAFullShareOfTheCosts()
    {
        var shares = ExchangeShares.Of(Yen("48000000"), Held(("X", "2000000000"), ("Y", "2000000000")), [Elected("Y", "payment 1/2")]).Require();
        Assert.Equal(["300.00", "300.00"], shares.Converted(Ratio.Of(115m), Life.Usd("600.00"), Agreed).Select(s => s.Cost.ToString())); // by holdings; by dollars it would be 400 and 200
    }

    [Theory]
    [InlineData(1_000_003, 7, 1, 3)]
    [InlineData(99_999_999, 115, 599, 17)]
    [InlineData(1_234_567, 3, 0, 100)]
    public void WhatIsKeptAndConvertedIsWhatIsDueAndTheSharesAddUp(long due, int rate, int costs, int participants)
    {
        var held = Enumerable.Range(1, participants).Select(i => new Holding($"P{i}", Yen((i * i * 1000).ToString(System.Globalization.CultureInfo.InvariantCulture)))).ToArray();
        var elections = held.Where((_, i) => i % 3 == 1).Select(h => Elected(h.Holder, "payment 1/3")).ToArray();
        var shares = ExchangeShares.Of(new Indenture.Core.Money(due, Currency.JPY), held, elections).Require();
        Assert.Equal(due, shares.Kept(Currency.JPY).Minor + shares.Remainder(Currency.JPY).Minor);
        Assert.All(shares.Shares, s => Assert.Equal(s.Entitlement, s.Kept + s.Remainder));
        var cost = new Indenture.Core.Money(costs, Currency.USD);
        var converted = shares.Converted(Ratio.Whole(rate), cost, Agreed);
        Assert.Equal(ExchangeShares.Net(shares.Remainder(Currency.JPY), Ratio.Whole(rate), cost, Agreed).Minor, converted.Sum(c => c.Net.Minor));
        Assert.Equal(costs, converted.Sum(c => c.Cost.Minor));
    }

    private static Life Divided(params ExchangeEvent.Elected[] elections)
    {
        var life = Announced(2, more: Exchange);
        foreach (var election in elections) life.Do(_ => new Decision(election));
        return life.Do(l => Divide(l, Four));
    }

    private static Outcome<Decision> Divide(Life life, Holding[] participants) => new DivideExchange(2, PaymentKind.Interest, life.Holdings(2, D("2006-10-31")), participants, D("2006-10-27")).Decide(life.State, Agreed);

    private static Outcome<Decision> Buy(Life life, string at, string? despite = null, string side = "bid", string? bank = null, string? consulted = null, decimal rate = 115m) =>
        new BuyCurrency(2, PaymentKind.Interest, Ratio.Of(rate), null, new ExchangeEvidence(side, "screen", bank, consulted), At(at), despite).Decide(life.State, Agreed, London);

    [Fact, Trait("clause", "AGY-10f"), Trait("clause", "AGY-10l")]
    public void DollarsAreBoughtAtOrBeforeElevenInLondonAndOnlyOnTheIssuersConfirmation()
    {
        var life = Divided();
        Assert.Equal("INSTRUCTIONS-UNCONFIRMED", life.Refused(l => Buy(l, "2006-10-27T09:30Z")));
        Assert.Equal("done", life.Refused(l => Buy(l, "2006-10-27T09:30Z", despite: "the treasurer telephoned")));
        life.Do(l => new ConfirmInstructions(2, "C", At("2006-10-27T08:00Z")).Decide(l.State));
        Assert.Equal("SIDE-DIFFERS", life.Refused(l => Buy(l, "2006-10-27T09:30Z", side: "offer")));
        Assert.Equal("RATE-NOT-POSITIVE", life.Refused(l => Buy(l, "2006-10-27T09:30Z", rate: 0m)));
        Assert.Equal("PURCHASE-LATE", life.Refused(l => Buy(l, "2006-10-27T10:00:01Z")));
        life.Do(l => Buy(l, "2006-10-27T10:00Z"));
        Assert.Equal("EXCHANGE-BOUGHT", life.Refused(l => Buy(l, "2006-10-27T10:00Z")));
        Assert.Equal("72000000", Divided(Elected("Alpha", "whole")).State.Exchange.Divisions[(2, PaymentKind.Interest)].Remainder.ToString());
        // received nothing: nothing is paid, and the contract is an exposure
        Assert.Equal("FUNDS-SHORT", life.Refused(l => new SettleExchange(2, PaymentKind.Interest, Life.Usd("0"), D("2006-10-31")).Decide(l.State, Agreed)));
        Assert.Equal("120000000", Assert.Single(life.State.Exchange.Exposures).Sold.ToString());
    }

    [Fact, Trait("clause", "AGY-10f")]
    public void TheDayOfThePurchaseIsOneOfThreeCities()
    {
        // May 6, 2011: London alone would count back to May 4; Tokyo's holidays make it April 27
        Assert.Equal((D("2011-04-27"), At("2011-04-27T10:00Z")), Agreed.Purchase.Before(D("2011-05-06"), London).Require() is var d ? (d.Day, d.Instant) : default);
    }

    [Fact, Trait("clause", "AGY-10j")]
    public void ABidCountsOnlyWithAConsultation()
    {
        var life = Divided(Elected("Alpha", "whole")).Do(l => new ConfirmInstructions(2, "C", At("2006-10-27T08:00Z")).Decide(l.State));
        Assert.Equal("CONSULTATION-MISSING", life.Refused(l => Buy(l, "2006-10-27T09:30Z", bank: "Bank X", rate: 115.20m)));
        life.Do(l => Buy(l, "2006-10-27T09:30Z", bank: "Bank X", consulted: "treasurer, 09:10Z", rate: 115.20m));
        Assert.Equal("625000.00", ExchangeShares.Net(Yen("72000000"), Ratio.Of(115.20m), Life.Usd("0"), Agreed).ToString());
    }

    [Fact, Trait("clause", "AGY-10b"), Trait("clause", "AGY-9.2a"), Trait("clause", "AGY-10c")]
    public void OnePaymentHasOneExecutorOnThePositionOfTheRecordDate()
    {
        var life = Announced(2, more: Exchange).Do(l => Fund(l, 2, "900000000", "2006-10-31"));
        Assert.Equal("EXCHANGE-UNDIVIDED", life.Refused(l => Pay(l, 2, "900000000", "2006-10-31")));
        Assert.Equal("POSITION-DIFFERS", life.Refused(l => Divide(l, Held(("Alpha", "9000000000")))));
        life.Do(_ => new Decision(Elected("Nobody", "whole")));
        Assert.Equal("PARTICIPANT-UNKNOWN", life.Refused(l => Divide(l, Four)));
        var more = Announced(2, more: Exchange).Do(_ => new Decision(Elected("Delta", "notes 1000000001 JPY")));
        Assert.Equal("ELECTION-EXCEEDS", more.Refused(l => Divide(l, Four)));
        var divided = Divided();
        Assert.Equal("EXCHANGE-DIVIDED", divided.Refused(l => Divide(l, Four)));
        divided.Do(l => Fund(l, 2, "900000000", "2006-10-31"));
        Assert.Equal("AMOUNT-DIFFERS", divided.Refused(l => Pay(l, 2, "900000000", "2006-10-31"))); // the depositary's 120,000,000 is the exchange agent's to pay
        divided.Do(l => Pay(l, 2, "780000000", "2006-10-31"));
        Assert.False(divided.State.Payments.IsPaid(2));
    }

    [Theory]
    [InlineData("half")]
    [InlineData("payment 3/2")]
    [InlineData("payment 0/2")]
    [InlineData("notes 0")]
    public void AnElectionThatIsNotUnderstoodIsRefused(string part) => Assert.Equal("ELECTION-MALFORMED", ElectedParts.Parse(part, Currency.JPY).Match(_ => "read", r => r.Code));

    [Fact, Trait("clause", "AGY-9.1c")]
    public void AHolderWhoElectsYenIsPaidInYenAndAnElectionThatIsNoneLeavesEverythingToBeConverted()
    {
        // 4bn of 10bn elects all of its 48,000,000 in yen; without an effective election those 48,000,000 are converted with the rest
        var one = Shares(Four, Elected("Alpha", "whole")).Shares.Single(s => s.Participant == "Alpha");
        Assert.Equal(("48000000", "0"), (one.Kept.ToString(), one.Remainder.ToString()));
        var none = Shares(Four).Shares.Single(s => s.Participant == "Alpha");
        Assert.Equal(("0", "48000000"), (none.Kept.ToString(), none.Remainder.ToString()));
    }

    [Fact, Trait("clause", "AGY-10d")]
    public void AnExchangeIsSettledAndPaidOnceInItsOrder()
    {
        Outcome<Decision> Settle(Life l, string costs) => new SettleExchange(2, PaymentKind.Interest, Life.Usd(costs), D("2006-10-31")).Decide(l.State, Agreed);
        Outcome<Decision> None(Life l, string why, string? account) => new DeclareNoRate(2, PaymentKind.Interest, why, account, D("2006-10-27")).Decide(l.State);
        Outcome<Decision> Out(Life l, string yen, string dollars) => new PayExchange(2, PaymentKind.Interest, Four, Yen(yen), Life.Usd(dollars), D("2006-10-31")).Decide(l.State);
        Outcome<Decision> Accept(Life l) => new AcceptDifference(2, PaymentKind.Interest, "ann", "agreed").Decide(l.State);

        var life = Divided(Elected("Alpha", "whole")).Do(l => new ConfirmInstructions(2, "C", At("2006-10-27T08:00Z")).Decide(l.State));
        Assert.Equal("NO-DIFFERENCE", life.Refused(Accept));
        Assert.Equal("EXCHANGE-UNBOUGHT", life.Refused(l => Settle(l, "600.00")));
        Assert.Equal("REASON-MISSING", life.Refused(l => None(l, "", null)));
        life.Do(l => Buy(l, "2006-10-27T09:30Z"));
        Assert.Equal("EXCHANGE-BOUGHT", life.Refused(l => None(l, "no bid", null)));
        life.Do(l => Fund(l, 2, "900000000", "2006-10-31"));
        Assert.Equal("COSTS-NEGATIVE", life.Refused(l => Settle(l, "-1")));
        Assert.Equal("COSTS-TOO-LARGE", life.Refused(l => Settle(l, "626086.96"))); // 72,000,000 / 115 = 626,086.9565
        life.Do(l => Settle(l, "600.00"));
        Assert.Equal("EXCHANGE-SETTLED", life.Refused(l => Settle(l, "600.00")));
        var held = life.State;
        Assert.Equal("PAYEE-ON-HOLD", new Life("Y").Refused(_ => new PayExchange(2, PaymentKind.Interest, Four, Yen("48000000"), Life.Usd("625486.96"), D("2006-10-31"))
            .Decide(SeriesState.Evolve(held, new PayeeEvent.PayeeHeld("Alpha", "a list", "ann")))));
        life.Do(l => Out(l, "48000000", "625486.96"));
        Assert.Equal(("Alpha", "48000000", "an account"), life.Paid.Where(p => p.Amount.Currency == Currency.JPY && p.Run.StartsWith("exchange", StringComparison.Ordinal)).Select(p => (p.Holder, p.Amount.ToString(), p.Account)).Single());
        Assert.Equal("RUN-PAID", life.Refused(l => Out(l, "48000000", "625486.96")));
        Assert.Equal(0, life.Balance(SeriesBooks.PayableOf(SeriesBooks.ExchangeRunOf(2, PaymentKind.Interest))));

        var none = Divided().Do(l => None(l, "no bid", null));
        Assert.Equal("RATE-UNAVAILABLE", none.Refused(l => None(l, "no bid", null)));
        Assert.Equal("RATE-UNAVAILABLE", none.Refused(l => Buy(l, "2006-10-27T09:30Z")));
        var all = Divided(Elected("Alpha", "whole"), Elected("Beta", "whole"), Elected("Gamma", "whole"), Elected("Delta", "whole"));
        Assert.Equal("NOTHING-CONVERTED", all.Refused(l => Buy(l, "2006-10-27T09:30Z")));
        var half = Divided(Elected("Alpha", "payment 1/2")).Do(Accept);
        Assert.Equal("DIFFERENCE-ACCEPTED", half.Refused(Accept));
    }

    [Fact, Trait("clause", "AGY-10b"), Trait("clause", "AGY-10m")]
    public void TheNomineeIsNoneOfItsParticipants()
    {
        var life = Announced(2, more: Exchange);
        Assert.Equal("PARTICIPANT-NOMINEE", life.Refused(l => Divide(l, Held(("Alpha", "9000000000"), ("Cede & Co.", "1000000000")))));
        Assert.Equal("PARTICIPANT-NOMINEE", life.Refused(l => new Elect(2, "Cede & Co.", new ElectedPart.Whole(), "an account", At("2006-10-01T08:00Z")).Decide(l.State, l.Promise, l.Rules, Agreed, London)));
    }

    [Fact, Trait("clause", "AGY-10b")]
    public void APaymentThatWasAllWithheldByLawIsNotDivided()
    {
        // 10,000,000,000 x 2.4% / 2
        var life = Announced(2, more: Exchange).Do(l => new Withhold(2, PaymentKind.Interest, "Cede & Co.", Yen("120000000"), "the law of taxes", l.Holdings(2, D("2006-10-31")), D("2006-10-27")).Decide(l.State));
        Assert.Equal("NOTHING-DUE", life.Refused(l => Divide(l, Four)));
    }

    [Fact, Trait("clause", "AGY-T15")]
    public void AContractThatBringsInNothingIsNotSettled()
    {
        var life = Divided().Do(l => new BuyCurrency(2, PaymentKind.Interest, Ratio.Of(115m), Ratio.Of(99_999_999_999m), new ExchangeEvidence("bid", "screen", null, null), At("2006-10-27T09:30Z"), "the treasurer telephoned").Decide(l.State, Agreed, London))
            .Do(l => Fund(l, 2, "900000000", "2006-10-31"));
        Assert.Equal("COSTS-TOO-LARGE", life.Refused(l => new SettleExchange(2, PaymentKind.Interest, Life.Usd("0"), D("2006-10-31")).Decide(l.State, Agreed))); // 120,000,000 / 99,999,999,999 = 0.0012
    }
}
