using Indenture.Messages;
using Indenture.Tests.Support;
using static Indenture.Tests.Messages.Sample;

namespace Indenture.Tests.Messages;

public class CorporateActionTests
{
    /// <summary>A yen coupon of 2.4% for a half-year, paid in dollars to participants that do not choose yen by the deadline (AGY-9.1b).</summary>
    internal static Announcement YenCoupon => new(
        CouponPayment, 1, 0, new DateOnly(2025, 10, 31), new AccrualPeriod(new DateOnly(2006, 4, 30), new DateOnly(2006, 10, 31), 180),
        new Ratio(12, 5), new Ratio(6, 5),
        [new CashOption(1, Currency.USD, null), new CashOption(2, Currency.JPY, Ratio.Whole(1_200_000))], // 100,000,000 x 1.2% = 1,200,000
        1, new DateTimeOffset(2006, 10, 13, 17, 0, 0, TimeSpan.FromHours(-4)), ["Payment is made without charge to the holder."], Bic("FISCGB2LXXX"));

    internal static HolderPayment InYen => new("participant 0123", "0123", 2, Yen(4_000_000_000), Yen(48_000_000), Yen(0), null, Yen(0), Yen(48_000_000), Account("JPY-77"));

    // AGY-10e: 72,000,000 at 115.00 is 626,086.96; less 600.00 of costs, 625,486.96.
    internal static HolderPayment InDollars =>
        new("participant 0456", "0456", 1, Yen(6_000_000_000), Yen(72_000_000), Yen(0), new Exchanged(Dollars(626_086.96m), 115.00m), Dollars(600m), Dollars(625_486.96m), null);

    [ReferenceFact, Trait("clause", "AGY-9.1b")]
    public void AnAnnouncementStatesDatesRatesAndOptions()
    {
        var message = Valid(CorporateActions.Announce(YenCoupon));
        const string body = "CorpActnNtfctn/";
        Assert.Equal("NEWM", message.At(body + "NtfctnGnlInf/NtfctnTp"));
        Assert.Equal("INCO", message.At(body + "NtfctnGnlInf/PrcgSts/Cd/EvtCmpltnsSts")); // the dollar amount is not known yet
        Assert.Equal("INTR", message.At(body + "CorpActnGnlInf/EvtTp/Cd"));
        Assert.Equal("CHOS", message.At(body + "CorpActnGnlInf/MndtryVlntryEvtTp/Cd"));
        Assert.Equal("US17313UAA79", message.At(body + "CorpActnGnlInf/UndrlygScty/FinInstrmId/ISIN"));
        Assert.Equal("17313UAA7", message.At(body + "CorpActnGnlInf/UndrlygScty/FinInstrmId/OthrId[1]/Id"));
        Assert.Equal("100000000", message.At(body + "CorpActnGnlInf/UndrlygScty/MinNmnlQty/FaceAmt"));
        Assert.Equal("2006-10-06", message.At(body + "CorpActnDtls/DtDtls/RcrdDt/Dt"));
        Assert.Equal("2006-10-31", message.At(body + "CorpActnDtls/DtDtls/PmtDt/Dt"));
        Assert.Equal("2006-04-30", message.At(body + "CorpActnDtls/PrdDtls/IntrstPrd/Prd/StartDt/Dt/Dt"));
        Assert.Equal("2.4", message.At(body + "CorpActnDtls/RateAndAmtDtls/IntrstRate/Rate"));
        Assert.Equal("180", message.At(body + "CorpActnDtls/IntrstAcrdNbOfDays"));
        var (dollars, yen) = (body + "CorpActnOptnDtls[1]/", body + "CorpActnOptnDtls[2]/");
        Assert.Equal("001", message.At(dollars + "OptnNb"));
        Assert.Equal("USD", message.At(dollars + "CcyOptn"));
        Assert.Equal("true", message.At(dollars + "DfltPrcgOrStgInstr/DfltOptnInd"));
        Assert.Equal("2006-10-13T17:00:00-04:00", message.At(dollars + "DtDtls/RspnDdln/Dt/DtTm"));
        Assert.Empty(message.Find(dollars + "CshMvmntDtls/PricDtls"));
        Assert.Equal("JPY", message.At(yen + "CcyOptn"));
        Assert.Equal("false", message.At(yen + "DfltPrcgOrStgInstr/DfltOptnInd"));
        Assert.Equal("1.2", message.At(yen + "CshMvmntDtls/RateAndAmtDtls/IntrstRateUsdForPmt/Rate"));
        Assert.Equal("1200000", message.At(yen + "CshMvmntDtls/PricDtls/GncCshPricRcvdPerPdct/AmtPricPerAmt/PricVal"));
        Assert.Equal("100000000", message.At(yen + "CshMvmntDtls/PricDtls/GncCshPricRcvdPerPdct/AmtPricPerAmt/Amt"));
        Assert.Equal("FISCGB2LXXX", message.At(body + "PngAgt/AnyBIC"));
    }

    [ReferenceFact]
    public void ARedemptionIsMandatoryAndNamesThePrincipalOfANote()
    {
        var message = Valid(CorporateActions.Announce(YenCoupon with
        {
            Event = CouponPayment with { Name = "principal-40", Type = EventType.FinalRedemption }, Period = null, RatePerAnnum = null, RateOfPeriod = null,
            Options = [new CashOption(1, Currency.JPY, Ratio.Whole(100_000_000))], Deadline = null, PayingAgent = null,
        }));
        Assert.Equal("REDM", message.At("CorpActnNtfctn/CorpActnGnlInf/EvtTp/Cd"));
        Assert.Equal("MAND", message.At("CorpActnNtfctn/CorpActnGnlInf/MndtryVlntryEvtTp/Cd"));
        Assert.Equal("COMP", message.At("CorpActnNtfctn/NtfctnGnlInf/PrcgSts/Cd/EvtCmpltnsSts"));
        Assert.Equal("100000000", message.At("CorpActnNtfctn/CorpActnOptnDtls/CshMvmntDtls/PricDtls/GncCshPricRcvdPerPdct/AmtPricPerAmt/PricVal"));
    }

    [ReferenceFact]
    public void AReplacementNamesWhatItReplacesAndAReminderWhatItRecalls()
    {
        var first = CorporateActions.AnnouncementId(YenCoupon);
        var replaced = Valid(CorporateActions.Announce(YenCoupon with { Version = 2 }));
        Assert.Equal("REPL", replaced.At("CorpActnNtfctn/NtfctnGnlInf/NtfctnTp"));
        Assert.Equal(first, replaced.At("CorpActnNtfctn/PrvsNtfctnId/Id"));
        var reminder = Valid(CorporateActions.Announce(YenCoupon with { Reminder = 1 }));
        Assert.Equal("RMDR", reminder.At("CorpActnNtfctn/NtfctnGnlInf/NtfctnTp"));
        Assert.Equal(first, reminder.At("CorpActnNtfctn/PrvsNtfctnId/Id"));
        Assert.Equal(replaced.At("CorpActnNtfctn/CorpActnGnlInf/CorpActnEvtId"), reminder.At("CorpActnNtfctn/CorpActnGnlInf/CorpActnEvtId"));
    }

    [ReferenceFact]
    public void ARateWhoseDecimalsDoNotEndIsStatedInWordsAndNeverRounded()
    {
        // the mean of 2, 2 and 3 percent: 7/3
        var message = Valid(CorporateActions.Announce(YenCoupon with { RatePerAnnum = new Ratio(7, 3), RateOfPeriod = null }));
        Assert.Empty(message.Find("CorpActnNtfctn/CorpActnDtls/RateAndAmtDtls"));
        Assert.Equal("Rate per annum: 7/3 percent.", message.At("CorpActnNtfctn/AddtlInf/AddtlTxt/AddtlInf[1]"));
    }

    [ReferenceFact, Trait("clause", "AGY-10e")]
    public void AnAdviceAndAConfirmationStateEveryPartOfThePayment()
    {
        var advice = Valid(CorporateActions.Advise(YenCoupon, InDollars, 1));
        const string cash = "CorpActnMvmntPrlimryAdvc/CorpActnMvmntDtls/CshMvmntDtls/";
        Assert.Equal("626086.96", advice.At(cash + "AmtDtls/GrssCshAmt"));
        Assert.Equal("625486.96", advice.At(cash + "AmtDtls/NetCshAmt"));
        Assert.Equal("600.00", advice.At(cash + "AmtDtls/ChrgsAmt"));
        Assert.Equal("72000000", advice.At(cash + "AmtDtls/OrgnlAmt"));
        Assert.Equal("115", advice.At(cash + "FXDtls/XchgRate"));
        Assert.Equal("true", advice.At("CorpActnMvmntPrlimryAdvc/CorpActnMvmntDtls/DfltPrcgOrStgInstr/DfltOptnInd"));
        Assert.Equal("CHOS", advice.At("CorpActnMvmntPrlimryAdvc/CorpActnGnlInf/MndtryVlntryEvtTp/Cd"));
        Assert.Equal(CorporateActions.AnnouncementId(YenCoupon), advice.At("CorpActnMvmntPrlimryAdvc/NtfctnId/Id"));
        Assert.Equal("false", Valid(CorporateActions.Advise(YenCoupon, InYen, 1)).At("CorpActnMvmntPrlimryAdvc/CorpActnMvmntDtls/DfltPrcgOrStgInstr/DfltOptnInd"));
        Assert.Equal("6000000000", advice.At("CorpActnMvmntPrlimryAdvc/AcctDtls/AcctsListAndBalDtls/Bal/TtlElgblBal/Bal/QtyChc/SgndQty/Qty/FaceAmt"));

        var confirmation = Valid(CorporateActions.Confirm(CouponPayment, InYen, new DateOnly(2006, 10, 31)));
        const string paid = "CorpActnMvmntConf/CorpActnConfDtls/";
        Assert.Equal("002", confirmation.At(paid + "OptnNb/Nb"));
        Assert.Equal("48000000", confirmation.At(paid + "CshMvmntDtls/AmtDtls/PstngAmt"));
        Assert.Equal("JPY", confirmation.At(paid + "CcyOptn"));
        Assert.Equal("JPY-77", confirmation.At(paid + "CshMvmntDtls/Acct/CshAcct/Prtry"));
        Assert.Equal("2006-10-31", confirmation.At(paid + "CshMvmntDtls/DtDtls/PstngDt/Dt"));
        Assert.Equal("4000000000", confirmation.At("CorpActnMvmntConf/AcctDtls/Bal/ConfdBal/Bal/QtyChc/Qty/FaceAmt"));

        Assert.Equal("625486.96", Valid(CorporateActions.Confirm(CouponPayment, InDollars, new DateOnly(2006, 10, 31))).At(paid + "CshMvmntDtls/AmtDtls/PstngAmt"));
        Assert.Equal("REPL", Valid(CorporateActions.Advise(YenCoupon, InDollars, 2)).At("CorpActnMvmntPrlimryAdvc/MvmntPrlimryAdvcGnlInf/Tp"));
    }

    [ReferenceFact]
    public void AReversalNamesTheConfirmationItReverses()
    {
        var message = Valid(CorporateActions.Reverse(CouponPayment, InYen, ReversalReason.NotDue, "Principal was not due", new DateOnly(2006, 10, 31), new DateOnly(2006, 11, 1)));
        const string body = "CorpActnMvmntRvslAdvc/";
        Assert.Equal(CorporateActions.Confirm(CouponPayment, InYen, new DateOnly(2006, 10, 31)).Require().Id, message.At(body + "MvmntConfId/Id"));
        Assert.Equal("UPAY", message.At(body + "RvslRsn/Rsn/Cd"));
        Assert.Equal("DBIT", message.At(body + "CorpActnConfDtls/CshMvmntDtls/CdtDbtInd"));
        Assert.Equal("48000000", message.At(body + "CorpActnConfDtls/CshMvmntDtls/PstngAmt"));
        Assert.Equal("2006-10-31", message.At(body + "CorpActnConfDtls/CshMvmntDtls/OrgnlPstngDt/Dt"));
    }

    [ReferenceFact]
    public void AnElectionIsAnsweredAndAnAnnouncementWithdrawn()
    {
        var rejected = Valid(CorporateActions.Answer(CouponPayment, "ELECTION-1", new ElectionAnswer.Rejected(ElectionFault.Late, "After the deadline"), 1));
        Assert.Equal("ELECTION-1", rejected.At("CorpActnInstrStsAdvc/InstrId/Id"));
        Assert.Equal("LATE", rejected.At("CorpActnInstrStsAdvc/InstrPrcgSts/Rjctd/Rsn/RsnCd/Cd"));
        Assert.Equal("NORE", Valid(CorporateActions.Answer(CouponPayment, "ELECTION-1", new ElectionAnswer.Accepted(), 1)).At("CorpActnInstrStsAdvc/InstrPrcgSts/AccptdForFrthrPrcg/NoSpcfdRsn"));
        Assert.Equal("NORE", Valid(CorporateActions.Answer(CouponPayment, "ELECTION-1", new ElectionAnswer.Pending(), 1)).At("CorpActnInstrStsAdvc/InstrPrcgSts/Pdg/NoSpcfdRsn"));
        Assert.Equal("WITH", Valid(CorporateActions.Withdraw(YenCoupon, "Announced in error")).At("CorpActnCxlAdvc/CxlAdvcGnlInf/CxlRsnCd"));
    }

    [ReferenceFact]
    public void EveryCodeIsOneThatItsSchemaHas()
    {
        foreach (var type in Enum.GetValues<EventType>())
        {
            var subject = CouponPayment with { Type = type };
            Valid(CorporateActions.Announce(YenCoupon with { Event = subject }));
            Valid(CorporateActions.Advise(YenCoupon with { Event = subject }, InDollars, 1));
            Valid(CorporateActions.Confirm(subject, InYen, new DateOnly(2006, 10, 31)));
            Valid(CorporateActions.Answer(subject, "E", new ElectionAnswer.Accepted(), 1));
            Valid(CorporateActions.Withdraw(YenCoupon with { Event = subject }, "why"));
            foreach (var reason in Enum.GetValues<ReversalReason>())
                Valid(CorporateActions.Reverse(subject, InYen, reason, null, new DateOnly(2006, 10, 31), new DateOnly(2006, 11, 1)));
        }
        foreach (var fault in Enum.GetValues<ElectionFault>()) Valid(CorporateActions.Answer(CouponPayment, "E", new ElectionAnswer.Rejected(fault, "why"), 1));
    }

    [Fact]
    public void AnAnnouncementThatLeavesHoldersInDoubtIsRefused()
    {
        Assert.Equal("MESSAGE-EMPTY", CodeOf(CorporateActions.Announce(YenCoupon with { Options = [] })));
        Assert.Equal("OPTIONS-INVALID", CodeOf(CorporateActions.Announce(YenCoupon with { Options = [YenCoupon.Options[0], YenCoupon.Options[0]] })));
        Assert.Equal("OPTIONS-INVALID", CodeOf(CorporateActions.Announce(YenCoupon with { Default = 3 })));
        Assert.Equal("OPTIONS-INVALID", CodeOf(CorporateActions.Announce(YenCoupon with { Deadline = null })));
        Assert.Equal("OPTIONS-INVALID", CodeOf(CorporateActions.Advise(YenCoupon, InYen with { Option = 1 }, 1))); // option 1 pays dollars
        Assert.Equal("OPTIONS-INVALID", CodeOf(CorporateActions.Confirm(CouponPayment, InYen with { Option = 0 }, new DateOnly(2006, 10, 31))));
        Assert.Equal("OPTIONS-INVALID", CodeOf(CorporateActions.Announce(YenCoupon with { Options = [new CashOption(1000, Currency.JPY, null)], Default = 1000 })));
    }

    [Fact]
    public void PartsThatDoNotAddUpAreRefused()
    {
        Assert.Equal("SUM-DIFFERS", CodeOf(CorporateActions.Confirm(CouponPayment, InYen with { Net = Yen(48_000_001) }, new DateOnly(2006, 10, 31))));
        Assert.Equal("SUM-DIFFERS", CodeOf(CorporateActions.Advise(YenCoupon, InDollars with { Costs = Dollars(600.01m) }, 1)));
        Assert.Equal("SUM-DIFFERS", CodeOf(CorporateActions.Confirm(CouponPayment, InYen with { Withheld = Yen(1) }, new DateOnly(2006, 10, 31))));
        Assert.Equal("CURRENCY-MISMATCH", CodeOf(CorporateActions.Confirm(CouponPayment, InDollars with { Exchange = null }, new DateOnly(2006, 10, 31))));
        Assert.Equal("AMOUNT-UNSENDABLE", CodeOf(CorporateActions.Confirm(CouponPayment, InYen with { Held = Yen(-1) }, new DateOnly(2006, 10, 31))));
        Assert.Equal("AMOUNT-UNSENDABLE", CodeOf(CorporateActions.Advise(YenCoupon, InDollars with { Exchange = new Exchanged(Dollars(626_086.96m), 0m) }, 1)));
    }
}
