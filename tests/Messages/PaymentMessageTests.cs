using Indenture.Messages;
using Indenture.Tests.Support;
using static Indenture.Tests.Messages.Sample;

namespace Indenture.Tests.Messages;

public class PaymentMessageTests
{
    // AGY-4.3a: 780,000,000 on the international note and 120,000,000 on the DTC note, 900,000,000 in all.
    [ReferenceFact, Trait("clause", "AGY-4.3a")]
    public void AnInitiationIsReadBackAsTheRun()
    {
        var run = Run(ToCommonDepositary(Yen(780_000_000)), ToDepositary(Yen(120_000_000)));
        var message = Valid(PaymentMessages.Initiation(run));
        const string body = "CstmrCdtTrfInitn/";
        Assert.Equal(PaymentMessages.IdOf(run, MessageType.Pain001, ""), message.At(body + "GrpHdr/MsgId"));
        Assert.Equal("2006-10-30T09:15:00+00:00", message.At(body + "GrpHdr/CreDtTm"));
        Assert.Equal("2", message.At(body + "GrpHdr/NbOfTxs"));
        Assert.Equal("900000000", message.At(body + "GrpHdr/CtrlSum")); // 780,000,000 + 120,000,000
        Assert.Equal("2006-10-31", message.At(body + "PmtInf/ReqdExctnDt/Dt"));
        Assert.Equal("RED-ACCT-2025", message.At(body + "PmtInf/DbtrAcct/Id/Othr/Id"));
        Assert.Equal("FISCGB2LXXX", message.At(body + "PmtInf/DbtrAgt/FinInstnId/BICFI"));
        var (first, second) = (body + "PmtInf/CdtTrfTxInf[1]/", body + "PmtInf/CdtTrfTxInf[2]/");
        Assert.Equal("780000000", message.At(first + "Amt/InstdAmt"));
        Assert.Equal("JPY", message.Find(first + "Amt/InstdAmt").Single().Attribute("Ccy")!.Value);
        Assert.Equal("Societe du Depot", message.At(first + "Cdtr/Nm"));
        Assert.Equal("GB82WEST12345698765432", message.At(first + "CdtrAcct/Id/IBAN"));
        Assert.Equal("INTE", message.At(first + "Purp/Cd"));
        Assert.Equal("Cede & Co.", message.At(second + "Cdtr/Nm"));
        Assert.Equal("120000000", message.At(second + "Amt/InstdAmt"));
        Assert.Equal(PaymentReferences.Of("XS0000000009", "interest-2", "Cede & Co.").EndToEndId, message.At(second + "PmtId/EndToEndId"));
    }

    [ReferenceFact, Trait("clause", "AGY-4.3b")]
    public void TheHolderBearsNoCharge()
    {
        Assert.Equal("DEBT", Valid(PaymentMessages.Initiation(Run(ToDepositary(Yen(1))))).At("CstmrCdtTrfInitn/PmtInf/ChrgBr"));
        Assert.Equal("DEBT", Valid(PaymentMessages.CustomerTransfer(Run(ToDepositary(Yen(1))), ToDepositary(Yen(1)), Banks)).At("FIToFICstmrCdtTrf/CdtTrfTxInf/ChrgBr"));
    }

    [ReferenceFact]
    public void ATransferBetweenBanksIsReadBackAsThePayment()
    {
        var payment = ToDepositary(Yen(120_000_000));
        var message = Valid(PaymentMessages.BankTransfer(Run(payment), payment, Banks));
        Assert.Equal("CLRG", message.At("FICdtTrf/GrpHdr/SttlmInf/SttlmMtd"));
        Assert.Equal("BOJ", message.At("FICdtTrf/GrpHdr/SttlmInf/ClrSys/Cd"));
        Assert.Equal("120000000", message.At("FICdtTrf/CdtTrfTxInf/IntrBkSttlmAmt"));
        Assert.Equal("2006-10-31", message.At("FICdtTrf/CdtTrfTxInf/IntrBkSttlmDt"));
        Assert.Equal("DEPOUS33", message.At("FICdtTrf/CdtTrfTxInf/Cdtr/FinInstnId/BICFI"));
        Assert.Equal("BANKJPJTXXX", message.At("FICdtTrf/CdtTrfTxInf/CdtrAgt/FinInstnId/BICFI"));
    }

    [ReferenceFact]
    public void ATransferToACustomerIsReadBackAsThePayment()
    {
        var payment = ToCommonDepositary(Yen(780_000_000)) with
        {
            Payee = new Payee(new MessageParty("A Holder", null, "5493001KJTIIGC8Y1R12"), Account("77"), Indenture.Messages.Bank.Numbered("USABA", "021000021").Require()),
        };
        var message = Valid(PaymentMessages.CustomerTransfer(Run(payment), payment, Banks with { Settlement = new SettlementRoute.Correspondent() }));
        Assert.Equal("INDA", message.At("FIToFICstmrCdtTrf/GrpHdr/SttlmInf/SttlmMtd"));
        Assert.Equal("A Holder", message.At("FIToFICstmrCdtTrf/CdtTrfTxInf/Cdtr/Nm"));
        Assert.Equal("5493001KJTIIGC8Y1R12", message.At("FIToFICstmrCdtTrf/CdtTrfTxInf/Cdtr/Id/OrgId/LEI"));
        Assert.Equal("021000021", message.At("FIToFICstmrCdtTrf/CdtTrfTxInf/CdtrAgt/FinInstnId/ClrSysMmbId/MmbId"));
    }

    [ReferenceFact]
    public void APaymentHasTheSameReferencesInEveryMessageAboutIt()
    {
        var payment = ToDepositary(Yen(5));
        var run = Run(payment);
        var uetr = PaymentReferences.Of(run.Series, run.Run, payment.Holder).Uetr;
        Assert.Equal(uetr, Valid(PaymentMessages.Initiation(run)).At("CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/PmtId/UETR"));
        Assert.Equal(uetr, Valid(PaymentMessages.BankTransfer(run, payment, Banks)).At("FICdtTrf/CdtTrfTxInf/PmtId/UETR"));
        Assert.Equal(uetr, Valid(RecallMessages.Write(Recall)).At("FIToFIPmtCxlReq/Undrlyg/TxInf/OrgnlUETR"));
    }

    private static Recall Recall => new("XS0000000009", "interest-2", "Cede & Co.", 1, "MSG1", MessageType.Pacs009, Yen(120_000_000), new DateOnly(2006, 10, 31),
        Bank("FISCGB2LXXX"), Bank("BANKJPJTXXX"), RecallReason.WrongAmount, "Principal was sent with the interest", Created);

    [ReferenceFact]
    public void ARecallNamesThePaymentItAsksBack()
    {
        var message = Valid(RecallMessages.Write(Recall));
        const string body = "FIToFIPmtCxlReq/Undrlyg/TxInf/";
        Assert.Equal(RecallMessages.IdOf(Recall), message.At(body + "CxlId"));
        Assert.Equal("MSG1", message.At(body + "OrgnlGrpInf/OrgnlMsgId"));
        Assert.Equal("pacs.009.001.08", message.At(body + "OrgnlGrpInf/OrgnlMsgNmId"));
        Assert.Equal("120000000", message.At(body + "OrgnlIntrBkSttlmAmt"));
        Assert.Equal("AM09", message.At(body + "CxlRsnInf/Rsn/Cd"));
        Assert.NotEqual(RecallMessages.IdOf(Recall), RecallMessages.IdOf(Recall with { Attempt = 2 }));
    }

    [Fact]
    public void TheSameRunGivesTheSameBytes() =>
        Assert.Equal(PaymentMessages.Initiation(Run(ToDepositary(Yen(7)))).Require().Xml.ToArray(), PaymentMessages.Initiation(Run(ToDepositary(Yen(7)))).Require().Xml.ToArray());

    [Fact]
    public void ATextThatWasRewrittenIsReported() =>
        Assert.Contains("Société du Dépôt -> Societe du Depot", PaymentMessages.Initiation(Run(ToCommonDepositary(Yen(7)))).Require().Rewritten);

    [Fact]
    public void APaymentThatCannotBeSentIsRefused()
    {
        var good = ToDepositary(Yen(5));
        Assert.Equal("MESSAGE-EMPTY", CodeOf(PaymentMessages.Initiation(Run())));
        Assert.Equal("CURRENCY-MISMATCH", CodeOf(PaymentMessages.Initiation(Run(good, ToCommonDepositary(Dollars(5))))));
        Assert.Equal("PAYMENT-REPEATED", CodeOf(PaymentMessages.Initiation(Run(good, good))));
        Assert.Equal("AMOUNT-UNSENDABLE", CodeOf(PaymentMessages.Initiation(Run(ToDepositary(Yen(0))))));
        Assert.Equal("AMOUNT-UNSENDABLE", CodeOf(PaymentMessages.Initiation(Run(ToDepositary(Yen(-1))))));
        Assert.Equal("AMOUNT-UNSENDABLE", CodeOf(PaymentMessages.Initiation(Run(ToDepositary(Yen(1_000_000_000_000_000_000))))));
        // each fits, the sum does not: 6 x 10^17 + 6 x 10^17 > 10^18
        Assert.Equal("AMOUNT-UNSENDABLE", CodeOf(PaymentMessages.Initiation(Run(ToDepositary(Yen(600_000_000_000_000_000)), ToCommonDepositary(Yen(600_000_000_000_000_000))))));
        Assert.Equal("PAYEE-NOT-BANK", CodeOf(PaymentMessages.BankTransfer(Run(good), ToCommonDepositary(Yen(5)), Banks)));
    }

    [Fact]
    public void ANameIsWrittenInFullOrNotAtAll()
    {
        static RunPayment Named(string name) => ToDepositary(Yen(5)) with { Payee = ToDepositary(Yen(5)).Payee with { Party = new MessageParty(name) } };
        Assert.Equal("DONE", CodeOf(PaymentMessages.Initiation(Run(Named(new string('a', 140))))));
        Assert.Equal("TEXT-TOO-LONG", CodeOf(PaymentMessages.Initiation(Run(Named(new string('a', 141))))));
        Assert.Equal("TEXT-TOO-LONG", CodeOf(PaymentMessages.Initiation(Run(Named(new string('ß', 71)))))); // 71 x "ss" = 142
        Assert.Equal("TEXT-EMPTY", CodeOf(PaymentMessages.Initiation(Run(Named(" \u00A0")))));
        var japanese = PaymentMessages.Initiation(Run(Named("日本")));
        Assert.Equal("TEXT-CHARACTER", CodeOf(japanese));
        Assert.Contains("\"日\" U+65E5", MessageOf(japanese));
    }
}
