using System.Text;
using Indenture.Messages;
using Indenture.Tests.Support;
using static Indenture.Tests.Messages.Sample;

namespace Indenture.Tests.Messages;

public class InboundMessageTests
{
    internal static Outcome<Received> Read(string xml, SchemaFolder? schemas = null) => InboundMessage.Read(Encoding.UTF8.GetBytes(xml), schemas);

    private static T Read<T>(string xml) where T : InboundMessage => Assert.IsType<T>(Read(xml).Require().Message);

    public static TheoryData<string> Names => [.. InboundSamples.All.Select(s => s.Name)];

    [ReferenceTheory, MemberData(nameof(Names))]
    public void EachSampleIsValidAndReadTheSameWithSchemasAndWithout(string name)
    {
        var xml = InboundSamples.All.Single(s => s.Name == name).Xml;
        Assert.Equal(Shown(Read(xml).Require()), Shown(Read(xml, Schemas).Require()));
    }

    internal static string Shown(Received received) => System.Text.Json.JsonSerializer.Serialize<object>(received.Message) + received.Header;

    [Fact, Trait("clause", "AGY-4.1a")]
    public void ANoticeTellsWhoPaidWhatToWhichAccountForWhichDay()
    {
        var report = Read<InboundMessage.CashReport>(InboundSamples.Notice);
        Assert.Equal(new MessageReference("camt.054.001.08", "", "BANK-20061031-1", ""), report.Reference);
        var account = Assert.Single(report.Accounts);
        Assert.Equal(("RED-ACCT-2025", Currency.JPY, "BANKJPJTXXX"), (account.Account, account.Currency, account.Bank!.Bic));
        var entry = account.Entries[0];
        Assert.Equal(new MessageReference("account entry", "RED-ACCT-2025", "", "BK77 booked credit"), entry.Reference);
        Assert.Equal((Yen(900_000_000), Direction.Credit, false, EntryStatus.Booked), (entry.Amount, entry.Direction, entry.Reversal, entry.Status));
        Assert.Equal((new DateOnly(2006, 10, 31), new DateOnly(2006, 10, 31)), (entry.ValueDate, entry.BookingDate));
        Assert.Equal("PMNT/RCDT/XBCT; 202 of BANK", entry.Code);
        var transaction = Assert.Single(entry.Transactions);
        Assert.Equal(("COUPON-2", "I-1", "T-1", "00000000-0000-4000-8000-000000000001"), (transaction.EndToEndId, transaction.InstructionId, transaction.TransactionId, transaction.Uetr));
        Assert.Equal(new NamedParty("The Issuer", "First Street, 1, 10043, New York, US, Treasury", "ISSUUS33", "5493001KJTIIGC8Y1R12"), transaction.Debtor);
        Assert.Equal(("GB82WEST12345698765432", new NamedBank("ISBKUS33", "USABA 021000021", "A Bank")), (transaction.DebtorAccount, transaction.DebtorBank));
        Assert.Equal(["1.2% Notes due 2025", "CouponPayment of 31 October 2006"], transaction.Remittance);
        var returned = account.Entries[1];
        Assert.Equal((EntryStatus.Pending, true, new DateOnly(2006, 11, 1)), (returned.Status, returned.Reversal, returned.ValueDate));
        Assert.Equal("BK78 pending credit reversal", returned.Reference.Entry);
        Assert.Equal(("AC04: Account closed", "DEPOUS33"), (returned.Transactions[0].ReturnReason, returned.Transactions[0].Debtor!.Bic));
    }

    [Fact]
    public void AStatementReportsTheSameEntryUnderTheSameReference()
    {
        var account = Assert.Single(Read<InboundMessage.CashReport>(InboundSamples.Statement).Accounts);
        Assert.Equal(new StatementBalances(Yen(1000), Yen(780_001_000), new DateOnly(2006, 10, 31)), account.Balances);
        Assert.Equal(Read<InboundMessage.CashReport>(InboundSamples.Notice).Accounts[0].Entries[0].Reference, account.Entries[0].Reference);
        Assert.Equal(new MessageReference("camt.053.001.08", "RED-ACCT-2025", "STMT-1", "2 booked debit"), account.Entries[1].Reference);
    }

    [Fact]
    public void AStatusReportTellsEachPaymentsProgress()
    {
        var report = Read<InboundMessage.PaymentReport>(InboundSamples.BankStatus);
        Assert.Equal(new MessageReference("pacs.002.001.10", "", "STS-1", ""), report.Reference);
        var group = Assert.Single(report.Groups);
        Assert.Equal(("MSG-1", "pacs.009.001.08", PaymentProgress.Partly, "MIXED: One of two"), (group.OriginalMessage, group.OriginalType, group.Progress, group.Reasons.Single()));
        Assert.Equal(("E2E-1", PaymentProgress.Settled, new DateOnly(2006, 10, 31), Yen(780_000_000)),
            (report.Payments[0].EndToEndId, report.Payments[0].Progress, report.Payments[0].SettledOn, report.Payments[0].Amount));
        Assert.Equal((PaymentProgress.Rejected, "AC04: Account closed"), (report.Payments[1].Progress, report.Payments[1].Reasons.Single()));
        Assert.Equal("00000000-0000-4000-8000-000000000002", report.Payments[1].Uetr);
    }

    [Fact]
    public void ACustomersStatusReportKeepsTheGroup()
    {
        var report = Read<InboundMessage.PaymentReport>(InboundSamples.CustomerStatus);
        Assert.Equal([null, "GRP-1"], report.Groups.Select(g => g.OriginalGroup));
        Assert.Equal([PaymentProgress.Accepted, PaymentProgress.InProcess], report.Groups.Select(g => g.Progress!.Value));
        var payment = Assert.Single(report.Payments);
        Assert.Equal(("MSG-1", "GRP-1", "INS-1", PaymentProgress.Blocked, "HOLD: Held"), (payment.OriginalMessage, payment.OriginalGroup, payment.InstructionId, payment.Progress, payment.Reasons.Single()));
        Assert.Equal(Dollars(5), payment.Amount);
    }

    [Fact]
    public void ARecallIsAnsweredForThePaymentItNamed()
    {
        var answer = Read<InboundMessage.RecallAnswer>(InboundSamples.RecallAnswer);
        Assert.Equal(("ANS-1", RecallOutcome.Rejected), (answer.Reference.Message, answer.Outcome));
        var payment = Assert.Single(answer.Payments);
        Assert.Equal(("RCL-1", "E2E-1", RecallOutcome.Rejected, "CUST: The payee does not agree"), (payment.Id, payment.EndToEndId, payment.Outcome, payment.Reasons.Single()));
        Assert.Equal((Yen(120_000_000), new DateOnly(2006, 10, 31)), (payment.Amount, payment.SettlementDate));
    }

    [Fact]
    public void AStatementOfHoldingsTellsWhoHoldsWhat()
    {
        var statement = Read<InboundMessage.HoldingsStatement>(InboundSamples.Holdings);
        Assert.Equal((new DateOnly(2006, 10, 6), "CEDE", 1, true), (statement.Date, statement.Account, statement.Page, statement.IsLast));
        Assert.Equal(new MessageReference("semt.002.001.11", "CEDE", "H-20061006", "1"), statement.Reference);
        var own = Assert.Single(statement.Own);
        Assert.Equal((new NamedSecurity("US17313UAA79", "17313UAA7", "040421742", "1.2% Notes due 2025"), 10_000_000_000m), (own.Security, own.Face));
        Assert.Equal([("0123", "0123 of DTC", 4_000_000_000m), ("0456", null, 6_000_000_000m)], statement.Participants.Select(p => (p.Account, p.Owner, p.Face)));
    }

    [Fact, Trait("clause", "AGY-10o")]
    public void AnElectionIsOfNotesOfAllOrOfAPartOfThePayment()
    {
        var election = Read<InboundMessage.Election>(InboundSamples.ElectionOfNotes);
        Assert.Equal(new MessageReference("seev.033.001.12", "DEPOUS33", "ELECTION-1", ""), election.Reference);
        Assert.Equal(("EVT-1", EventType.Interest, "0123", 2, Currency.JPY), (election.Event, election.Type, election.Participant, election.Option, election.Currency));
        Assert.Equal(["Yen to account 77 at BANKJPJT", "Please confirm"], election.Narrative);
        Assert.Equal(new ElectedQuantity.OfNotes(4_000_000_000m), election.Quantity);
        Assert.Equal(new ElectedQuantity.Everything(), Read<InboundMessage.Election>(InboundSamples.ElectionOfAll).Quantity);
        Assert.Equal(new ElectedQuantity.OfPayment(Yen(12_000_000)), Read<InboundMessage.Election>(InboundSamples.ElectionOfPayment).Quantity);
    }

    [Fact]
    public void ASettlementIsConfirmedWithWhatRemains()
    {
        var confirmation = Read<InboundMessage.SettlementConfirmation>(InboundSamples.Settlement);
        Assert.Equal(("INS-1", "DEP-1", new DateOnly(2008, 12, 9)), (confirmation.Transaction, confirmation.DepositaryReference, confirmation.Settled));
        Assert.Equal((600_000_000m, 400_000_000m, Dollars(596_610_000m), Direction.Credit), (confirmation.Face, confirmation.Remaining, confirmation.Money, confirmation.Direction));
    }

    [Fact]
    public void AHeaderTellsTheSenderAndIsPartOfTheReference()
    {
        var received = Read("<Envelope>" + InboundSamples.Header.Replace("seev.033.001.12", "pacs.002.001.10") + InboundSamples.BankStatus + "</Envelope>").Require();
        Assert.Equal(("DEPOUS33", "FISCGB2LXXX"), (received.Header!.From.Code, received.Header.To.Code));
        Assert.Equal(new MessageReference("pacs.002.001.10", "DEPOUS33", "STS-1", ""), received.Message.Reference);
        Assert.Equal(new DateTimeOffset(2006, 10, 12, 10, 0, 0, TimeSpan.FromHours(-4)), received.Header.Created);
    }

    public static TheoryData<string, string, string, string, string> Faults => new()
    {
        // sample, what is replaced, by what, code, part of the message
        { "Notice", "<MsgId>BANK-20061031-1</MsgId>", "", "ELEMENT-MISSING", "Document/BkToCstmrDbtCdtNtfctn/GrpHdr (line 4, column 6) has no MsgId before its CreDtTm" },
        { "Notice", "<CreDtTm>2006-10-31T08:05:00Z</CreDtTm>", "<Foo/><CreDtTm>2006-10-31T08:05:00Z</CreDtTm>", "ELEMENT-UNKNOWN", "GrpHdr/Foo (line 6" },
        { "Notice", "<RvslInd>false</RvslInd>", "<RvslInd>false</RvslInd><RvslInd>false</RvslInd>", "ELEMENT-REPEATED", "Ntry/RvslInd[2]" },
        { "Notice", "<AddtlNtryInf>Credit</AddtlNtryInf>", "<AddtlNtryInf>Credit</AddtlNtryInf><NtryRef>1</NtryRef>", "ELEMENT-REPEATED", "Ntry/NtryRef[2]" },
        { "Notice", "<Purp><Cd>INTE</Cd></Purp>", "<LclInstrm><Cd>X</Cd></LclInstrm><Purp><Cd>INTE</Cd></Purp>", "ELEMENT-UNKNOWN", "TxDtls/LclInstrm" },
        { "Notice", "</BkToCstmrDbtCdtNtfctn>", "<SplmtryData><Envlp/></SplmtryData></BkToCstmrDbtCdtNtfctn>", "ELEMENT-UNKNOWN", "SplmtryData" },
        { "Notice", "<NtryRef>1</NtryRef>", "<NtryRef xmlns=\"urn:other\">1</NtryRef>", "ELEMENT-UNKNOWN", "urn:other" },
        { "Notice", "<Ntry>\n        <NtryRef>", "<Ntry lang=\"en\">\n        <NtryRef>", "ELEMENT-UNKNOWN", "lang" },
        { "Notice", "<Amt Ccy=\"JPY\">12</Amt>", "<Amt Ccy=\"JPY\" x=\"1\">12</Amt>", "ELEMENT-UNKNOWN", "attribute x" },
        { "Notice", "<Amt Ccy=\"JPY\">12</Amt>", "<Amt>12</Amt>", "ELEMENT-MISSING", "Ntry[2]/Amt" },
        { "Notice", "<Amt Ccy=\"JPY\">12</Amt>", "<Amt Ccy=\"JPY\">12.50</Amt>", "AMOUNT-TOO-FINE", "Ntry[2]/Amt" },
        { "Notice", "<Amt Ccy=\"JPY\">12</Amt>", "<Amt Ccy=\"JPY\">12.00</Amt>", "AMOUNT-TOO-FINE", "more decimals than JPY has (0)" },
        { "Notice", "<Amt Ccy=\"JPY\">12</Amt>", "<Amt Ccy=\"XXX\">12</Amt>", "CURRENCY-UNKNOWN", "Ntry[2]/Amt" },
        { "Notice", "<Amt Ccy=\"JPY\">12</Amt>", "<Amt Ccy=\"USD\">12.00</Amt>", "CURRENCY-MISMATCH", "the account is in JPY" },
        { "Notice", "<Amt Ccy=\"JPY\">12</Amt>", "<Amt Ccy=\"JPY\">-12</Amt>", "ELEMENT-MALFORMED", "\"-12\" is not an amount" },
        { "Notice", "<Amt Ccy=\"JPY\">12</Amt>", "<Amt Ccy=\"JPY\">1e1</Amt>", "ELEMENT-MALFORMED", "\"1e1\"" },
        { "Notice", "<Amt Ccy=\"JPY\">12</Amt>", "<Amt Ccy=\"JPY\">1234567890123456789</Amt>", "ELEMENT-MALFORMED", "18 digits" },
        { "Notice", "<Amt Ccy=\"JPY\">12</Amt>", "<Amt Ccy=\"JPY\">13</Amt>", "SUM-DIFFERS", "the summary counts 2 entries of 900000012" },
        { "Notice", "<TtlAmt Ccy=\"JPY\">900000000</TtlAmt>", "<TtlAmt Ccy=\"USD\">900000000</TtlAmt>", "CURRENCY-MISMATCH", "USD 900,000,000.00" },
        { "Notice", "<NbOfTxs>1</NbOfTxs>", "<NbOfTxs>2</NbOfTxs>", "SUM-DIFFERS", "the batch counts 2" },
        { "Notice", "<Amt Ccy=\"JPY\">900000000</Amt>\n            <CdtDbtInd>", "<Amt Ccy=\"JPY\">900000001</Amt>\n            <CdtDbtInd>", "SUM-DIFFERS", "its transactions add up to JPY 900,000,001" },
        { "Notice", "<Sts><Cd>PDNG</Cd></Sts>", "<Sts><Cd>XXXX</Cd></Sts>", "CODE-UNKNOWN", "\"XXXX\" is not one of BOOK, PDNG, INFO, FUTR" },
        { "Notice", "<Sts><Cd>PDNG</Cd></Sts>", "<Sts>PDNG</Sts>", "ELEMENT-MALFORMED", "holds text" },
        { "Notice", "<ValDt><Dt>2006-10-31</Dt></ValDt>", "<ValDt><Dt>2006-10-32</Dt></ValDt>", "ELEMENT-MALFORMED", "is not a date" },
        { "Notice", "<ValDt><Dt>2006-10-31</Dt></ValDt>", "<ValDt><Dt>2006-10-31Z</Dt></ValDt>", "ELEMENT-MALFORMED", "is not a date" },
        { "Notice", "<ValDt><Dt>2006-10-31</Dt></ValDt>", "<ValDt><Dt>2006-10-31</Dt><DtTm>2006-10-31T00:00:00</DtTm></ValDt>", "ELEMENT-REPEATED", "of which it can have one" },
        { "Notice", "<RvslInd>true</RvslInd>", "<RvslInd>yes</RvslInd>", "ELEMENT-MALFORMED", "is not true or false" },
        { "Notice", "<AcctSvcrRef>BK78</AcctSvcrRef>", "", "REFERENCE-MISSING", "neither AcctSvcrRef nor NtryRef" },
        { "Statement", "<NtryRef>3</NtryRef><Amt Ccy=\"JPY\">5</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>PDNG", "<NtryRef>2</NtryRef><Amt Ccy=\"JPY\">5</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK", "REFERENCE-REPEATED", "2 booked debit" },
        { "Statement", "<Amt Ccy=\"JPY\">780001000</Amt>", "<Amt Ccy=\"JPY\">780001001</Amt>", "SUM-DIFFERS", "do not give the closing balance of JPY 780,001,001" },
        { "Statement", "<Cd>CLBD</Cd>", "<Cd>CLAV</Cd>", "ELEMENT-MISSING", "no closing booked balance" },
        { "Statement", "<Cd>OPBD</Cd>", "<Cd>CLBD</Cd>", "ELEMENT-MISSING", "no opening booked balance" },
        { "Statement", "<PgNb>1</PgNb>", "<PgNb>2</PgNb>", "ELEMENT-MALFORMED", "page 2 of several" },
        { "BankStatus", "<TxSts>RJCT</TxSts>", "", "ELEMENT-MISSING", "TxInfAndSts[2]" },
        { "BankStatus", "<OrgnlUETR>00000000-0000-4000-8000-000000000002</OrgnlUETR>", "", "REFERENCE-MISSING", "TxInfAndSts[2]" },
        { "BankStatus", "00000000-0000-4000-8000-000000000002", "00000000-0000-1000-8000-000000000002", "ELEMENT-MALFORMED", "is not a UETR" },
        { "CustomerStatus", "<TxSts>BLCK</TxSts>", "<TxSts>ZZZZ</TxSts>", "CODE-UNKNOWN", "ZZZZ" },
        { "RecallAnswer", "<Conf>RJCR</Conf>", "<Conf>MODI</Conf>", "CODE-UNKNOWN", "MODI" },
        { "Holdings", "<UpdTp><Cd>COMP</Cd></UpdTp>", "<UpdTp><Cd>DELT</Cd></UpdTp>", "CODE-UNKNOWN", "DELT" },
        { "Holdings", "<FaceAmt>6000000000</FaceAmt>", "<FaceAmt>6000000001</FaceAmt>", "SUM-DIFFERS", "participants hold 10000000001" },
        { "Holdings", "<FaceAmt>6000000000</FaceAmt>", "<Unit>6000000000</Unit>", "ELEMENT-MISSING", "has no FaceAmt" },
        { "Holdings", "<Id>0456</Id>", "<Id>0123</Id>", "REFERENCE-REPEATED", "on the account 0123" },
        { "Holdings", "<ISIN>US17313UAA79</ISIN><OthrId>", "<ISIN>US17313UAA78</ISIN><OthrId>", "ELEMENT-MALFORMED", "it would be US17313UAA79" },
        { "Holdings", "<ShrtLngInd>LONG</ShrtLngInd>", "<ShrtLngInd>SHOR</ShrtLngInd>", "CODE-UNKNOWN", "SHOR" },
        { "ElectionOfNotes", "<Nb>002</Nb>", "<Nb>000</Nb>", "ELEMENT-MALFORMED", "from 001" },
        { "ElectionOfNotes", "<Nb>002</Nb>", "<Cd>UNSO</Cd>", "ELEMENT-MISSING", "has no Nb" },
        { "ElectionOfNotes", "<OptnTp><Cd>CASH</Cd>", "<OptnTp><Cd>SECU</Cd>", "CODE-UNKNOWN", "SECU" },
        { "ElectionOfNotes", "<CcyOptn>JPY</CcyOptn>", "<CcyOptn>YEN</CcyOptn>", "CURRENCY-UNKNOWN", "YEN" },
        { "ElectionOfNotes", "<CorpActnInstr>\n    <CorpActnGnlInf>", "<CorpActnInstr>\n    <CancInstrId><Id>1</Id></CancInstrId><CorpActnGnlInf>", "ELEMENT-UNKNOWN", "CancInstrId" },
        { "ElectionOfNotes", "<MsgDefIdr>seev.033.001.12", "<MsgDefIdr>seev.033.001.11", "ELEMENT-MALFORMED", "the header is of seev.033.001.11" },
        { "ElectionOfNotes", "-04:00</CreDt>", "</CreDt>", "ELEMENT-MALFORMED", "its offset from UTC" },
        { "ElectionOfNotes", "<PssblDplct>", "<Sgntr/><PssblDplct>", "ELEMENT-UNKNOWN", "Sgntr" },
        { "Settlement", "<SttldAmt><Amt Ccy=\"USD\">596610000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></SttldAmt>", "", "ELEMENT-MISSING", "SttldAmt" },
        { "Settlement", "<Pmt>APMT</Pmt>", "<Pmt>FREE</Pmt>", "CODE-UNKNOWN", "FREE" },
        { "Settlement", "<AcctSvcrTxId>DEP-1</AcctSvcrTxId>", "", "REFERENCE-MISSING", "AcctSvcrTxId" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void AFaultIsRefusedWithItsPlace(string sample, string part, string instead, string code, string words)
    {
        var xml = InboundSamples.All.Single(s => s.Name == sample).Xml;
        var place = xml.IndexOf(part, StringComparison.Ordinal);
        Assert.True(place >= 0, $"{sample} has no {part}");
        var refused = Read(xml[..place] + instead + xml[(place + part.Length)..]);
        Assert.Equal(code, CodeOf(refused));
        Assert.Contains(words, MessageOf(refused));
    }

    [Fact]
    public void WhatIsNoMessageIsRefused()
    {
        Assert.Equal("MESSAGE-MALFORMED", CodeOf(Read("")));
        Assert.Equal("MESSAGE-MALFORMED", CodeOf(Read(InboundSamples.Notice[..^20])));
        Assert.Equal("MESSAGE-MALFORMED", CodeOf(Read("<Document>&undeclared;</Document>")));
        Assert.Equal("MESSAGE-MALFORMED", CodeOf(InboundMessage.Read(new byte[] { 0x3C, 0x61, 0x3E, 0xFF, 0xFE, 0x3C, 0x2F, 0x61, 0x3E }, null)));
        Assert.Equal("DTD-PROHIBITED", CodeOf(Read("<!DOCTYPE Document [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><Document>&b;</Document>")));
        Assert.Equal("DTD-PROHIBITED", CodeOf(Read("<!DOCTYPE Document SYSTEM \"file:///etc/passwd\"><Document/>")));
        Assert.Equal("MESSAGE-UNKNOWN", CodeOf(Read(InboundSamples.Notice.Replace("camt.054.001.08", "camt.054.001.09"))));
        Assert.Equal("MESSAGE-UNKNOWN", CodeOf(Read("<Document/>")));
        Assert.Equal("MESSAGE-UNKNOWN", CodeOf(Read("<Other xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"/>")));
        Assert.Equal("MESSAGE-TOO-LARGE", CodeOf(Read(string.Concat(Enumerable.Repeat("<a>", 50)) + string.Concat(Enumerable.Repeat("</a>", 50)))));
        Assert.Equal("MESSAGE-TOO-LARGE", CodeOf(InboundMessage.Read(new byte[32 * 1024 * 1024 + 1], null)));
    }

    [Fact]
    public void AnElectionWithoutAHeaderHasNoIdentification()
    {
        var start = InboundSamples.ElectionOfAll.IndexOf("<Document", StringComparison.Ordinal);
        Assert.Equal("HEADER-MISSING", CodeOf(Read(InboundSamples.ElectionOfAll[start..].Replace("</Envelope>", ""))));
        Assert.Equal("ELEMENT-MISSING", CodeOf(Read("<Envelope>" + InboundSamples.ElectionOfAll[start..])));
    }

    [ReferenceFact]
    public void WhereSchemasAreConfiguredTheyAreHeld()
    {
        // valid for the reader, which does not look inside a code of four characters; not for the schema
        var refused = Read(InboundSamples.Settlement.Replace("<SctiesTxTp><Cd>ISSU</Cd>", "<SctiesTxTp><Cd>ZZZZ</Cd>"), Schemas);
        Assert.Equal("SCHEMA-VIOLATED", CodeOf(refused));
        Assert.Contains("sese.025.001.11, 13:", MessageOf(refused)); // the thirteenth line of the file
        var header = Read(InboundSamples.ElectionOfAll.Replace("issuer.elections", new string('x', 36)), Schemas);
        Assert.Equal("SCHEMA-VIOLATED", CodeOf(header));
        Assert.Contains("head.001.001.02, 5:", MessageOf(header)); // counted in the file, not in the header
    }

    [Fact]
    public void AFolderThatLacksTheSchemaRefusesTheMessage()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Assert.Equal("SCHEMA-MISSING", CodeOf(Read(InboundSamples.Notice, SchemaFolder.Open(folder.FullName).Require())));
            File.WriteAllText(Path.Combine(folder.FullName, "camt.054.001.08.xsd"), "<not a schema");
            Assert.Equal("SCHEMA-MISSING", CodeOf(Read(InboundSamples.Notice, SchemaFolder.Open(folder.FullName).Require())));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        Assert.Equal("SCHEMA-FOLDER-MISSING", CodeOf(SchemaFolder.Open(folder.FullName)));
    }
}
