using System.Text;

namespace Indenture.Tests.Core.Lifecycle.Register;

public class RegisterEventJsonTests
{
    public static TheoryData<string, string> Stored => new()
    {
        { "RegisterOpened", """{"place":"London","registrar":"A Bank","signatures":"manual","grounds":["issuer-decision"]}""" },
        { "NomineeNamed", """{"form":"dtc","depositary":"D","nominee":"N","address":"A","custodian":"C"}""" },
        { "CertificatePrepared", """{"number":"R-0001","form":"international","holder":"H","address":"A","principal":"65000000000 JPY","dated":"2006-03-07","offering":"a1"}""" },
        { "CertificateExecuted", """{"number":"R-0001","officer":"O","capacity":"Treasurer","date":"2006-03-07"}""" },
        { "CertificateAuthenticated", """{"number":"R-0001","agent":"A","signatory":"S","date":"2006-03-07"}""" },
        { "CertificateDelivered", """{"number":"R-0001","to":"C","date":"2006-03-07"}""" },
        { "CertificatesReplaced", """{"reference":"S-1","surrendered":["R-0001"],"issued":[{"number":"R-0002","holder":"H","principal":"10 JPY","issued":"2006-03-07","form":"definitive"}],"released":[{"holder":{"participant":"P","beneficial":null},"amount":"10 JPY"}],"date":"2006-03-07"}""" },
        { "DefinitivesAllowed", """{"ground":"issuer-decision","date":"2010-03-01","evidence":"decision 1"}""" },
        { "SupplementFiled", """{"reference":"supplement 1","date":"2010-03-01"}""" },
        { "PositionsCredited", """{"form":"dtc","date":"2006-03-07","rows":2,"total":"10 JPY","file":"p.csv","hash":"ab"}""" },
        { "PositionTransferred", """{"reference":"N-1","form":"dtc","from":{"participant":"P","beneficial":null},"to":{"participant":"Q","beneficial":"R"},"amount":"10 JPY","date":"2006-05-10","procedure":"4","notified":"2006-05-09"}""" },
        { "NotesExchanged", """{"reference":"X-1","fromNote":"R-0001","toNote":"R-0002","fromHolder":null,"toHolder":{"participant":"P","beneficial":null},"amount":"10 JPY","date":"2007-05-10","procedure":"4","notified":"2007-05-10"}""" },
        { "PositionsReconciled", """{"form":"dtc","date":"2006-04-04","statement":"s.csv","hash":"ab","rows":1,"stated":"10 JPY","differences":[{"participant":null,"register":"10 JPY","stated":"11 JPY","firstSeen":"2006-04-03"}]}""" },
        { "CancellationRequested", """{"reference":"C-1","ground":"repurchased","parts":[{"note":"R-0001","amount":"10 JPY","holder":null}],"indentureCheck":"checked","unpaid":"0 JPY","date":"2007-03-01"}""" },
        { "NotesCancelled", """{"reference":"C-1","parts":[{"note":"R-0001","amount":"10 JPY","holder":{"participant":"P","beneficial":null}}],"date":"2007-03-01","entered":"2007-03-01","officer":"O","capacity":"VP","confirmation":"D-7","although":null}""" },
        { "AccountInstructed", """{"payee":"P","account":{"holder":"P","kind":"iban","number":"GB82WEST12345698765432","clearingSystem":null,"bank":"BANKGB22"},"reference":"L-1","entered":"2006-03-07"}""" },
        { "RegisterInspected", """{"who":"W","basis":"authorised-by-issuer","source":"letter","closeOf":"2007-01-31","hash":"ab"}""" },
        { "TransferTaskOpened", """{"what":"T","basis":"issuer-request","link":"letter","date":"2006-04-01"}""" },
        { "TransferTaskClosed", """{"what":"T","evidence":"E","date":"2006-04-02"}""" },
        { "NoticePublished", """{"reference":"N-1","published":"2006-06-01","proof":"page 3","copy":"2006-05-30","impracticable":null}""" },
        { "DocumentSupplied", """{"document":"Indenture","copies":2,"date":"2006-04-02"}""" },
        { "DocumentGiven", """{"document":"Indenture","who":"A Holder","standing":"a statement","date":"2007-01-15"}""" },
        { "TransferPresented", """{"reference":"T-1","transferee":"H","address":"A","date":"2006-04-02"}""" },
    };

    [Theory, MemberData(nameof(Stored))]
    public void AShapeOnceWrittenIsReadForEver(string type, string stored) =>
        Assert.Equal(stored, Text(EventJson.Read(type, 1, Encoding.UTF8.GetBytes(stored)), type));

    private static string Text(SeriesEvent happened, string type)
    {
        Assert.Equal(type, EventJson.TypeOf(happened));
        return Encoding.UTF8.GetString(EventJson.Write(happened));
    }

    [Fact]
    public void AClosingWrittenBeforeCertificatesHadAFormIsOneUnderDtc()
    {
        var closed = (OfferingEvent.Closed)EventJson.Read("OfferingClosed", 1, """{"offering":"a","date":"2004-02-09","paid":[],"proceeds":"1.00 USD","spread":null,"delivered":[{"number":"R-0001","holder":"Cede \u0026 Co.","principal":"1.00 USD","issued":"2004-02-09","account":{"name":"global-note/R-0001","book":1,"guard":1}}]}"""u8);
        Assert.Equal(NoteForm.Dtc, closed.Delivered[0].Form);
    }
}
