using System.Text;
using Indenture.Messages;
using Indenture.Tests.Support;
using static Indenture.Tests.Messages.Sample;

namespace Indenture.Tests.Messages;

public class ClosingAndDetailTests
{
    internal static ClosingDelivery Delivery => new("US17313UAA79", "offering-1", "An Underwriter", Notes, new DateOnly(2008, 12, 4), new DateOnly(2008, 12, 9),
        Dollars(600_000_000m), Dollars(596_610_000m), "ISSUER-1", Bic("DEPOUS33"), Bic("FISCUS33XXX"), Bic("UNDWUS33"));

    [ReferenceFact]
    public void AClosingIsADeliveryAgainstPayment()
    {
        // 600,000,000 at 99.435% = 596,610,000
        var message = Valid(ClosingMessages.Deliver(Delivery));
        const string body = "SctiesSttlmTxInstr/";
        Assert.Equal(ClosingMessages.IdOf(Delivery), message.At(body + "TxId"));
        Assert.Equal("DELI", message.At(body + "SttlmTpAndAddtlParams/SctiesMvmntTp"));
        Assert.Equal("APMT", message.At(body + "SttlmTpAndAddtlParams/Pmt"));
        Assert.Equal("2008-12-09", message.At(body + "TradDtls/SttlmDt/Dt/Dt"));
        Assert.Equal("600000000.00", message.At(body + "QtyAndAcctDtls/SttlmQty/Qty/FaceAmt"));
        Assert.Equal("596610000.00", message.At(body + "SttlmAmt/Amt"));
        Assert.Equal("UNDWUS33", message.At(body + "RcvgSttlmPties/Pty1/Id/AnyBIC"));
        Assert.Equal("AMOUNT-UNSENDABLE", CodeOf(ClosingMessages.Deliver(Delivery with { PurchaseMoney = Dollars(0m) })));
    }

    [Fact]
    public void ThePaymentDetailHasALineForEachHolder()
    {
        // 1,000 x 3.625% / 2 = 18.125; 2,000,000 x 18.125 / 1,000 = 36,250.00; 1,000,000 -> 18,125.00 less 5,437.50 withheld = 12,687.50
        var subject = CouponPayment with { RecordDate = new DateOnly(2004, 7, 31), PaymentDate = new DateOnly(2004, 8, 9) };
        var file = PaymentDetailFile.Write(subject,
        [
            new("0123", Dollars(2_000_000m), new Ratio(145, 8), Dollars(36_250m), Dollars(0m), Dollars(36_250m)),
            new("A \"Bank\", N.A.", Dollars(1_000_000m), new Ratio(145, 8), Dollars(18_125m), Dollars(5_437.50m), Dollars(12_687.50m)),
        ]).Require();
        Assert.Equal(
            "cusip,isin,record date,payment date,holder,principal held,rate per 1000,gross,withheld,net,currency\r\n" +
            "17313UAA7,US17313UAA79,2004-07-31,2004-08-09,0123,2000000.00,18.125,36250.00,0.00,36250.00,USD\r\n" +
            "17313UAA7,US17313UAA79,2004-07-31,2004-08-09,\"A \"\"Bank\"\", N.A.\",1000000.00,18.125,18125.00,5437.50,12687.50,USD\r\n",
            Encoding.UTF8.GetString(file.Span));
    }

    [Fact]
    public void ADetailThatDoesNotAddUpIsRefused()
    {
        var line = new PaymentDetail("0123", Yen(1000), new Ratio(1, 3), Yen(10), Yen(1), Yen(9));
        Assert.Contains("1/3", Encoding.UTF8.GetString(PaymentDetailFile.Write(CouponPayment, [line]).Require().Span));
        Assert.Equal("MESSAGE-EMPTY", CodeOf(PaymentDetailFile.Write(CouponPayment, [])));
        Assert.Equal("PAYMENT-REPEATED", CodeOf(PaymentDetailFile.Write(CouponPayment, [line, line])));
        Assert.Equal("SUM-DIFFERS", CodeOf(PaymentDetailFile.Write(CouponPayment, [line with { Net = Yen(10) }])));
        Assert.Equal("CURRENCY-MISMATCH", CodeOf(PaymentDetailFile.Write(CouponPayment, [line with { Held = Dollars(1m) }])));
    }

    [Theory]
    [InlineData("US17313UAA78", null, "US17313UAA79")]
    [InlineData(null, "17313UAA8", "17313UAA7")]
    public void ASeriesIsNamedByAValidIdentifier(string? isin, string? cusip, string right)
    {
        var refused = Security.Of("Notes", isin, cusip);
        Assert.Equal("IDENTIFIER-INVALID", CodeOf(refused));
        Assert.Contains(right, MessageOf(refused));
        Assert.Equal("IDENTIFIER-INVALID", CodeOf(Security.Of("Notes")));
    }

    [Fact]
    public void AccountsBanksAndPartiesAreNamedByValidIdentifiers()
    {
        Assert.Equal("DONE", CodeOf(CashAccount.OfIban("GB82 WEST 1234 5698 7654 32")));
        Assert.Equal("IDENTIFIER-INVALID", CodeOf(CashAccount.OfIban("GB83 WEST 1234 5698 7654 32")));
        Assert.Equal("IDENTIFIER-INVALID", CodeOf(Indenture.Messages.Bic.Of("DEPOUS3")));
        Assert.Equal("IDENTIFIER-INVALID", CodeOf(Indenture.Messages.Bic.Of("DEPOUS33\n")));
        Assert.Equal("DONE", CodeOf(Indenture.Messages.Bank.Numbered("USABA", "021000021"))); // 3x0+7x2+1x1 + 3x0+7x0+1x0 + 3x0+7x2+1x1 = 30
        Assert.Equal("IDENTIFIER-INVALID", CodeOf(Indenture.Messages.Bank.Numbered("USABA", "021000022")));
        Assert.Equal("TEXT-CHARACTER", CodeOf(CashAccount.OfNumber("/77")));
        Assert.Equal("TEXT-CHARACTER", CodeOf(CashAccount.OfNumber("7_7")));
        Assert.Equal("TEXT-TOO-LONG", CodeOf(CashAccount.OfNumber(new string('7', 35))));
        var payment = ToDepositary(Yen(5));
        var wrongLei = payment with { Payee = payment.Payee with { Party = new MessageParty("A", null, "5493001KJTIIGC8Y1R13") } };
        Assert.Equal("IDENTIFIER-INVALID", CodeOf(PaymentMessages.Initiation(Run(wrongLei))));
        var wrongCountry = payment with { Payee = payment.Payee with { Party = new MessageParty("A", new PartyAddress(null, null, null, "Luxembourg", "lux")) } };
        Assert.Equal("IDENTIFIER-INVALID", CodeOf(PaymentMessages.Initiation(Run(wrongCountry))));
    }

    [ReferenceFact]
    public void AHeaderSaysThatItMayHaveBeenSentBefore()
    {
        var header = new MessageHeader(Bic("FISCGB2LXXX"), Bic("DEPOUS33"), "MSG1", "seev.036.001.15", Created, PossibleDuplicate: true);
        var xml = Valid(MessageType.Head001, header.Write().Require());
        Assert.Equal("MSG1", xml.At("BizMsgIdr"));
        Assert.Equal("true", xml.At("PssblDplct"));
        var message = CorporateActions.Confirm(CouponPayment, CorporateActionTests.InYen, new DateOnly(2006, 10, 31)).Require();
        var file = (header with { Message = message.Id }).Envelope(message).Require();
        Schemas!.Validate(MessageType.Head001, file).Require();
        Schemas.Validate(MessageType.Seev036, file).Require();
        Assert.Throws<ArgumentException>(() => header.Envelope(message));
        Assert.Empty(Valid(MessageType.Head001, (header with { PossibleDuplicate = false }).Write().Require()).Find("PssblDplct"));
    }
}
