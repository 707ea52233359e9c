using System.Text;
using static Indenture.Tests.Core.Lifecycle.Payment.PaymentCycleTests;

namespace Indenture.Tests.Core.Lifecycle.Payment;

/// <summary>The shapes of the events of payment, funding, payees and exchange as they stand in journals: read for ever.</summary>
public class PaymentEventJsonTests
{
    private static readonly (string Type, string Stored)[] Stored =
    [
        ("DatesAnnounced", """{"n":2,"accrualStart":"2006-04-30","accrualEnd":"2006-10-31","unadjustedDate":"2006-10-31","recordDate":"2006-10-16","paymentDate":"2006-10-31","fundingDate":"2006-10-31","days":180,"fraction":"1/2","calendarsVersion":"v1"}"""),
        ("DatesMoved", """{"now":{"n":2,"accrualStart":"2006-04-30","accrualEnd":"2006-10-31","unadjustedDate":"2006-10-31","recordDate":"2006-10-16","paymentDate":"2006-11-01","fundingDate":"2006-11-01","days":180,"fraction":"1/2","calendarsVersion":"v2"},"was":"2006-10-31","why":"storm"}"""),
        ("DatesKept", """{"n":2,"calendarsVersion":"v2","why":"open for settlement"}"""),
        ("FundsReceived", """{"n":2,"amount":"900000000 JPY"}"""),
        ("UnusualCleared", """{"run":"principal-3","total":"1.00 USD","reasons":["early"],"who":"carla","why":"called"}"""),
        ("RunPaid", """{"run":"interest-2","n":2,"kind":"interest","total":"1.00 USD","holders":1,"hash":"ab"}"""),
        ("RunSent", """{"run":"interest-2","n":2}"""),
        ("RunConfirmed", """{"run":"interest-2","n":2}"""),
        ("DueClosed", """{"n":2,"on":"2006-10-31"}"""),
        ("FundsCalled", """{"n":2,"amount":"900000000 JPY","account":"Redemption Account","valueDate":"2006-10-31","paymentDate":"2006-10-31","confirmation":{"day":"2006-10-27","time":"10:00:00","zone":"Europe/London","instant":"2006-10-27T09:00:00+00:00","zoneVersion":"2025b"}}"""),
        ("InstructionsConfirmed", """{"n":2,"reference":"C","at":"2006-10-27T08:00:00+00:00","late":false}"""),
        ("ConditionalCredited", """{"n":2,"reference":"R","amount":"1 JPY","condition":"subject to recall"}"""),
        ("ConditionalReversed", """{"n":2,"reference":"R","amount":"1 JPY"}"""),
        ("ConditionLifted", """{"n":2,"reference":"R","amount":"1 JPY"}"""),
        ("ShortfallFound", """{"n":2,"owed":"900000000 JPY","received":"899999999 JPY","missing":"1 JPY","on":"2006-10-31"}"""),
        ("ShortfallNotified", """{"n":2,"means":"telephone","to":"treasury","on":"2006-10-31","inOrder":true,"late":false}"""),
        ("Advanced", """{"n":2,"amount":"900000000 JPY","rate":"0.50","dayCount":"Actual/360","from":"2006-10-31","why":"late"}"""),
        ("AdvanceRepaid", """{"n":2,"amount":"900000000 JPY","from":"2006-10-31","on":"2006-11-02","accrued":"25000/1","cost":"25000 JPY"}"""),
        ("AdvanceCostPaid", """{"n":2,"amount":"25000 JPY"}"""),
        ("SuspenseReceived", """{"reference":"W","amount":"1 JPY","from":"somebody"}"""),
        ("SuspenseCleared", """{"reference":"W","amount":"1 JPY","n":null,"why":"sent back"}"""),
        ("DayEnded", """{"day":"2006-10-31"}"""),
        ("FeeCharged", """{"reference":"F","amount":"1 JPY","basis":"fee letter"}"""),
        ("FeePaid", """{"reference":"F","amount":"1 JPY"}"""),
        ("PayeeHeld", """{"holder":"H","why":"a list","who":"ann"}"""),
        ("HoldReleased", """{"holder":"H","why":"another"}"""),
        ("HeldBack", """{"run":"interest-2","n":2,"kind":"interest","holder":"H","amount":"1 JPY"}"""),
        ("HeldBackPaid", """{"run":"interest-2","n":2,"kind":"interest","holder":"H","amount":"1 JPY"}"""),
        ("UnclaimedReturned", """{"run":"interest-2","n":2,"kind":"interest","holder":"H","amount":"1 JPY"}"""),
        ("Withheld", """{"n":2,"kind":"interest","holder":"H","amount":"1 JPY","why":"a law"}"""),
        ("InterestDefaulted", """{"n":2,"amount":"1 JPY","on":"2006-10-31"}"""),
        ("SpecialRecordDateFixed", """{"n":2,"notice":"2009-06-16","recordDate":"2009-07-01","paymentDate":"2009-07-06"}"""),
        ("SpecialPositionTaken", """{"n":2,"recordDate":"2009-07-01","outstanding":"1 JPY","holders":1,"positionHash":"ab"}"""),
        ("Elected", """{"n":2,"participant":"Alpha","part":"payment 1/2","account":"Tokyo","at":"2006-10-20T08:00:00+00:00"}"""),
        ("ExchangeDivided", """{"n":2,"kind":"interest","holder":"Cede","amount":"120 JPY","elections":1,"kept":"48 JPY","remainder":"72 JPY","literal":"72 JPY","positionHash":"ab","sharesHash":"cd"}"""),
        ("ExchangeDifferenceAccepted", """{"n":2,"kind":"interest","difference":"12 JPY","who":"ann","why":"agreed"}"""),
        ("ExchangeBought", """{"n":2,"kind":"interest","sold":"72 JPY","currency":"USD","rate":"115/1","dealt":"11499/100","side":"bid","rateSource":"screen","dealtAt":"2006-10-27T10:00:00+00:00","deadline":{"day":"2006-10-27","time":"11:00:00","zone":"Europe/London","instant":"2006-10-27T10:00:00+00:00","zoneVersion":"2025b"},"bank":null,"consulted":null,"despite":null}"""),
        ("ExchangeRateUnavailable", """{"n":2,"kind":"interest","why":"no bid","account":null}"""),
        ("ExchangeSettled", """{"n":2,"kind":"interest","sold":"72 JPY","net":"1.00 USD","costs":"0.10 USD","difference":"0.00 USD"}"""),
        ("ExchangePaid", """{"run":"exchange-interest-2","n":2,"kind":"interest","amount":"120 JPY","kept":"48 JPY","other":"1.00 USD","hash":"ab"}"""),
    ];

    public static IEnumerable<object[]> Shapes() => Stored.Select(s => new object[] { s.Type, s.Stored });

    [Theory, MemberData(nameof(Shapes))]
    public void AShapeOnceWrittenIsReadForEver(string type, string stored) =>
        Assert.Equal(stored, Encoding.UTF8.GetString(EventJson.Write(EventJson.Read(type, 1, Encoding.UTF8.GetBytes(stored)))));

    [Fact]
    public void EveryEventOfTheseSubjectsHasAStoredShape()
    {
        var all = new[] { typeof(PaymentEvent), typeof(FundingEvent), typeof(PayeeEvent), typeof(ExchangeEvent) }.SelectMany(s => s.GetNestedTypes()).Except([typeof(PaymentEvent.DueAnnounced)]);
        var stored = Stored.Select(s => EventJson.Read(s.Type, 1, Encoding.UTF8.GetBytes(s.Stored)).GetType()).ToList();
        Assert.Equal(all.Select(t => t.FullName).Order(), stored.Select(t => t.FullName).Order());
    }
}
