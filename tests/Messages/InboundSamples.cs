namespace Indenture.Tests.Messages;

/// <summary>Messages as banks and depositaries might send them, written for these tests: every element that is understood stands in one of them.</summary>
internal static class InboundSamples
{
    /// <summary>The issuer's yen for the coupon arrives (AGY-4.1a), and a payment of ours comes back.</summary>
    internal const string Notice = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08 camt.054.001.08.xsd">
          <BkToCstmrDbtCdtNtfctn>
            <GrpHdr>
              <MsgId>BANK-20061031-1</MsgId>
              <CreDtTm>2006-10-31T08:05:00Z</CreDtTm>
              <MsgRcpt><Nm>The Fiscal Agent</Nm></MsgRcpt>
              <MsgPgntn><PgNb>1</PgNb><LastPgInd>true</LastPgInd></MsgPgntn>
            </GrpHdr>
            <Ntfctn>
              <Id>N-1</Id>
              <NtfctnPgntn><PgNb>1</PgNb><LastPgInd>true</LastPgInd></NtfctnPgntn>
              <ElctrncSeqNb>17</ElctrncSeqNb>
              <LglSeqNb>17</LglSeqNb>
              <CreDtTm>2006-10-31T08:05:00+00:00</CreDtTm>
              <FrToDt><FrDtTm>2006-10-31T00:00:00</FrDtTm><ToDtTm>2006-10-31T08:00:00.5</ToDtTm></FrToDt>
              <Acct>
                <Id><Othr><Id>RED-ACCT-2025</Id></Othr></Id>
                <Ccy>JPY</Ccy>
                <Nm>Redemption Account</Nm>
                <Ownr><Nm>The Fiscal Agent</Nm></Ownr>
                <Svcr><FinInstnId><BICFI>BANKJPJTXXX</BICFI></FinInstnId></Svcr>
              </Acct>
              <TxsSummry>
                <TtlNtries><NbOfNtries>2</NbOfNtries><Sum>900000012</Sum></TtlNtries>
                <TtlCdtNtries><NbOfNtries>2</NbOfNtries><Sum>900000012</Sum></TtlCdtNtries>
                <TtlDbtNtries><NbOfNtries>0</NbOfNtries><Sum>0</Sum></TtlDbtNtries>
              </TxsSummry>
              <Ntry>
                <NtryRef>1</NtryRef>
                <Amt Ccy="JPY">900000000</Amt>
                <CdtDbtInd>CRDT</CdtDbtInd>
                <RvslInd>false</RvslInd>
                <Sts><Cd>BOOK</Cd></Sts>
                <BookgDt><Dt>2006-10-31</Dt></BookgDt>
                <ValDt><Dt>2006-10-31</Dt></ValDt>
                <AcctSvcrRef>BK77</AcctSvcrRef>
                <BkTxCd>
                  <Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>XBCT</SubFmlyCd></Fmly></Domn>
                  <Prtry><Cd>202</Cd><Issr>BANK</Issr></Prtry>
                </BkTxCd>
                <NtryDtls>
                  <Btch><MsgId>ISS-9</MsgId><PmtInfId>P-1</PmtInfId><NbOfTxs>1</NbOfTxs><TtlAmt Ccy="JPY">900000000</TtlAmt></Btch>
                  <TxDtls>
                    <Refs>
                      <MsgId>ISS-9</MsgId><AcctSvcrRef>BK77/1</AcctSvcrRef><PmtInfId>P-1</PmtInfId><InstrId>I-1</InstrId><EndToEndId>COUPON-2</EndToEndId>
                      <UETR>00000000-0000-4000-8000-000000000001</UETR><TxId>T-1</TxId><ClrSysRef>C-1</ClrSysRef>
                    </Refs>
                    <Amt Ccy="JPY">900000000</Amt>
                    <CdtDbtInd>CRDT</CdtDbtInd>
                    <RltdPties>
                      <Dbtr><Pty>
                        <Nm>The Issuer</Nm>
                        <PstlAdr><StrtNm>First Street</StrtNm><BldgNb>1</BldgNb><PstCd>10043</PstCd><TwnNm>New York</TwnNm><Ctry>US</Ctry><AdrLine>Treasury</AdrLine></PstlAdr>
                        <Id><OrgId><AnyBIC>ISSUUS33</AnyBIC><LEI>5493001KJTIIGC8Y1R12</LEI></OrgId></Id>
                      </Pty></Dbtr>
                      <DbtrAcct><Id><IBAN>GB82WEST12345698765432</IBAN></Id></DbtrAcct>
                      <UltmtDbtr><Pty><Nm>The Issuer</Nm></Pty></UltmtDbtr>
                      <Cdtr><Pty><Nm>The Fiscal Agent</Nm></Pty></Cdtr>
                      <CdtrAcct><Id><Othr><Id>RED-ACCT-2025</Id></Othr></Id></CdtrAcct>
                    </RltdPties>
                    <RltdAgts>
                      <DbtrAgt><FinInstnId><BICFI>ISBKUS33</BICFI><ClrSysMmbId><ClrSysId><Cd>USABA</Cd></ClrSysId><MmbId>021000021</MmbId></ClrSysMmbId><Nm>A Bank</Nm></FinInstnId></DbtrAgt>
                      <CdtrAgt><FinInstnId><BICFI>BANKJPJTXXX</BICFI></FinInstnId></CdtrAgt>
                    </RltdAgts>
                    <Purp><Cd>INTE</Cd></Purp>
                    <RmtInf><Ustrd>1.2% Notes due 2025</Ustrd><Ustrd>CouponPayment of 31 October 2006</Ustrd></RmtInf>
                    <AddtlTxInf>Same-day funds</AddtlTxInf>
                  </TxDtls>
                </NtryDtls>
                <AddtlNtryInf>Credit</AddtlNtryInf>
              </Ntry>
              <Ntry>
                <Amt Ccy="JPY">12</Amt>
                <CdtDbtInd>CRDT</CdtDbtInd>
                <RvslInd>true</RvslInd>
                <Sts><Cd>PDNG</Cd></Sts>
                <ValDt><DtTm>2006-11-01T09:00:00+09:00</DtTm></ValDt>
                <AcctSvcrRef>BK78</AcctSvcrRef>
                <BkTxCd><Prtry><Cd>RTN</Cd></Prtry></BkTxCd>
                <NtryDtls><TxDtls>
                  <Refs><EndToEndId>E2E-9</EndToEndId></Refs>
                  <RltdPties><Dbtr><Agt><FinInstnId><BICFI>DEPOUS33</BICFI><ClrSysMmbId><ClrSysId><Prtry>HOUSE</Prtry></ClrSysId><MmbId>7</MmbId></ClrSysMmbId></FinInstnId></Agt></Dbtr></RltdPties>
                  <RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Account closed</AddtlInf></RtrInf>
                </TxDtls></NtryDtls>
              </Ntry>
            </Ntfctn>
          </BkToCstmrDbtCdtNtfctn>
        </Document>
        """;

    /// <summary>1,000 + 900,000,000 - 120,000,000 = 780,001,000.</summary>
    internal const string Statement = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
          <BkToCstmrStmt>
            <GrpHdr><MsgId>STMT-1</MsgId><CreDtTm>2006-10-31T18:00:00</CreDtTm><MsgRcpt><Nm>The Fiscal Agent</Nm></MsgRcpt><MsgPgntn><PgNb>1</PgNb><LastPgInd>true</LastPgInd></MsgPgntn></GrpHdr>
            <Stmt>
              <Id>S-1</Id>
              <StmtPgntn><PgNb>1</PgNb><LastPgInd>true</LastPgInd></StmtPgntn>
              <ElctrncSeqNb>31</ElctrncSeqNb><LglSeqNb>31</LglSeqNb><CreDtTm>2006-10-31T18:00:00</CreDtTm>
              <FrToDt><FrDtTm>2006-10-31T00:00:00</FrDtTm><ToDtTm>2006-10-31T18:00:00</ToDtTm></FrToDt>
              <Acct><Id><Othr><Id>RED-ACCT-2025</Id></Othr></Id><Ccy>JPY</Ccy></Acct>
              <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="JPY">1000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2006-10-30</Dt></Dt></Bal>
              <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="JPY">780001000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2006-10-31</Dt></Dt></Bal>
              <TxsSummry><TtlDbtNtries><NbOfNtries>2</NbOfNtries><Sum>120000005</Sum></TtlDbtNtries></TxsSummry>
              <Ntry>
                <Amt Ccy="JPY">900000000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><ValDt><Dt>2006-10-31</Dt></ValDt>
                <AcctSvcrRef>BK77</AcctSvcrRef><BkTxCd><Prtry><Cd>202</Cd></Prtry></BkTxCd>
              </Ntry>
              <Ntry>
                <NtryRef>2</NtryRef><Amt Ccy="JPY">120000000</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><ValDt><Dt>2006-10-31</Dt></ValDt>
                <BkTxCd><Prtry><Cd>103</Cd></Prtry></BkTxCd>
              </Ntry>
              <Ntry>
                <NtryRef>3</NtryRef><Amt Ccy="JPY">5</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts><ValDt><Dt>2006-11-01</Dt></ValDt>
                <BkTxCd><Prtry><Cd>103</Cd></Prtry></BkTxCd>
              </Ntry>
            </Stmt>
          </BkToCstmrStmt>
        </Document>
        """;

    internal const string BankStatus = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.002.001.10">
          <FIToFIPmtStsRpt>
            <GrpHdr>
              <MsgId>STS-1</MsgId><CreDtTm>2006-10-31T09:00:00Z</CreDtTm>
              <InstgAgt><FinInstnId><BICFI>BANKJPJTXXX</BICFI></FinInstnId></InstgAgt><InstdAgt><FinInstnId><BICFI>FISCGB2LXXX</BICFI></FinInstnId></InstdAgt>
            </GrpHdr>
            <OrgnlGrpInfAndSts>
              <OrgnlMsgId>MSG-1</OrgnlMsgId><OrgnlMsgNmId>pacs.009.001.08</OrgnlMsgNmId><OrgnlCreDtTm>2006-10-30T09:15:00Z</OrgnlCreDtTm>
              <OrgnlNbOfTxs>2</OrgnlNbOfTxs><OrgnlCtrlSum>900000000</OrgnlCtrlSum><GrpSts>PART</GrpSts>
              <StsRsnInf><Orgtr><Nm>Operations</Nm></Orgtr><Rsn><Prtry>MIXED</Prtry></Rsn><AddtlInf>One of two</AddtlInf></StsRsnInf>
            </OrgnlGrpInfAndSts>
            <TxInfAndSts>
              <StsId>1</StsId>
              <OrgnlGrpInf><OrgnlMsgId>MSG-1</OrgnlMsgId><OrgnlMsgNmId>pacs.009.001.08</OrgnlMsgNmId><OrgnlCreDtTm>2006-10-30T09:15:00Z</OrgnlCreDtTm></OrgnlGrpInf>
              <OrgnlInstrId>INS-1</OrgnlInstrId><OrgnlEndToEndId>E2E-1</OrgnlEndToEndId><OrgnlTxId>TX-1</OrgnlTxId><OrgnlUETR>00000000-0000-4000-8000-000000000001</OrgnlUETR>
              <TxSts>ACSC</TxSts>
              <AccptncDtTm>2006-10-31T08:59:00Z</AccptncDtTm>
              <FctvIntrBkSttlmDt><Dt>2006-10-31</Dt></FctvIntrBkSttlmDt>
              <AcctSvcrRef>BK80</AcctSvcrRef><ClrSysRef>C-80</ClrSysRef>
              <InstgAgt><FinInstnId><BICFI>BANKJPJTXXX</BICFI></FinInstnId></InstgAgt><InstdAgt><FinInstnId><BICFI>FISCGB2LXXX</BICFI></FinInstnId></InstdAgt>
              <OrgnlTxRef><IntrBkSttlmAmt Ccy="JPY">780000000</IntrBkSttlmAmt><IntrBkSttlmDt>2006-10-31</IntrBkSttlmDt></OrgnlTxRef>
            </TxInfAndSts>
            <TxInfAndSts>
              <OrgnlUETR>00000000-0000-4000-8000-000000000002</OrgnlUETR>
              <TxSts>RJCT</TxSts>
              <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Account closed</AddtlInf></StsRsnInf>
            </TxInfAndSts>
          </FIToFIPmtStsRpt>
        </Document>
        """;

    internal const string CustomerStatus = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">
          <CstmrPmtStsRpt>
            <GrpHdr>
              <MsgId>STS-2</MsgId><CreDtTm>2006-10-31T09:00:00Z</CreDtTm><InitgPty><Nm>The Fiscal Agent</Nm></InitgPty>
              <FwdgAgt><FinInstnId><BICFI>BANKJPJTXXX</BICFI></FinInstnId></FwdgAgt><DbtrAgt><FinInstnId><BICFI>FISCGB2LXXX</BICFI></FinInstnId></DbtrAgt>
            </GrpHdr>
            <OrgnlGrpInfAndSts>
              <OrgnlMsgId>MSG-1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><OrgnlCreDtTm>2006-10-30T09:15:00Z</OrgnlCreDtTm>
              <OrgnlNbOfTxs>1</OrgnlNbOfTxs><OrgnlCtrlSum>5</OrgnlCtrlSum><GrpSts>ACCP</GrpSts>
              <StsRsnInf><Rsn><Cd>NARR</Cd></Rsn><AddtlInf>In order</AddtlInf></StsRsnInf>
            </OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts>
              <OrgnlPmtInfId>GRP-1</OrgnlPmtInfId><OrgnlNbOfTxs>1</OrgnlNbOfTxs><OrgnlCtrlSum>5</OrgnlCtrlSum><PmtInfSts>ACSP</PmtInfSts>
              <StsRsnInf><Rsn><Cd>NARR</Cd></Rsn></StsRsnInf>
              <TxInfAndSts>
                <StsId>1</StsId><OrgnlInstrId>INS-1</OrgnlInstrId><OrgnlEndToEndId>E2E-1</OrgnlEndToEndId><OrgnlUETR>00000000-0000-4000-8000-000000000001</OrgnlUETR>
                <TxSts>BLCK</TxSts>
                <StsRsnInf><Orgtr><Nm>Compliance</Nm></Orgtr><Rsn><Prtry>HOLD</Prtry></Rsn><AddtlInf>Held</AddtlInf></StsRsnInf>
                <AccptncDtTm>2006-10-31T08:59:00Z</AccptncDtTm><AcctSvcrRef>BK80</AcctSvcrRef><ClrSysRef>C-80</ClrSysRef>
                <OrgnlTxRef><Amt><InstdAmt Ccy="USD">5.00</InstdAmt></Amt><ReqdExctnDt><Dt>2006-10-31</Dt></ReqdExctnDt></OrgnlTxRef>
              </TxInfAndSts>
            </OrgnlPmtInfAndSts>
          </CstmrPmtStsRpt>
        </Document>
        """;

    internal const string RecallAnswer = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.029.001.09">
          <RsltnOfInvstgtn>
            <Assgnmt>
              <Id>ANS-1</Id>
              <Assgnr><Agt><FinInstnId><BICFI>BANKJPJTXXX</BICFI></FinInstnId></Agt></Assgnr><Assgne><Pty><Nm>The Fiscal Agent</Nm></Pty></Assgne>
              <CreDtTm>2006-11-02T09:00:00Z</CreDtTm>
            </Assgnmt>
            <RslvdCase><Id>CASE-1</Id><Cretr><Agt><FinInstnId><BICFI>FISCGB2LXXX</BICFI></FinInstnId></Agt></Cretr></RslvdCase>
            <Sts><Conf>RJCR</Conf></Sts>
            <CxlDtls>
              <TxInfAndSts>
                <CxlStsId>RCL-1</CxlStsId>
                <RslvdCase><Id>CASE-1</Id><Cretr><Agt><FinInstnId><BICFI>FISCGB2LXXX</BICFI></FinInstnId></Agt></Cretr></RslvdCase>
                <OrgnlGrpInf><OrgnlMsgId>MSG-1</OrgnlMsgId><OrgnlMsgNmId>pacs.009.001.08</OrgnlMsgNmId><OrgnlCreDtTm>2006-10-30T09:15:00Z</OrgnlCreDtTm></OrgnlGrpInf>
                <OrgnlInstrId>INS-1</OrgnlInstrId><OrgnlEndToEndId>E2E-1</OrgnlEndToEndId><OrgnlTxId>TX-1</OrgnlTxId><OrgnlClrSysRef>C-1</OrgnlClrSysRef>
                <OrgnlUETR>00000000-0000-4000-8000-000000000001</OrgnlUETR>
                <TxCxlSts>RJCR</TxCxlSts>
                <CxlStsRsnInf><Orgtr><Nm>The Beneficiary</Nm></Orgtr><Rsn><Cd>CUST</Cd></Rsn><AddtlInf>The payee does not agree</AddtlInf></CxlStsRsnInf>
                <OrgnlIntrBkSttlmAmt Ccy="JPY">120000000</OrgnlIntrBkSttlmAmt><OrgnlIntrBkSttlmDt>2006-10-31</OrgnlIntrBkSttlmDt>
              </TxInfAndSts>
            </CxlDtls>
          </RsltnOfInvstgtn>
        </Document>
        """;

    /// <summary>4,000,000,000 + 6,000,000,000 = 10,000,000,000.</summary>
    internal const string Holdings = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:semt.002.001.11">
          <SctiesBalCtdyRpt>
            <Pgntn><PgNb>1</PgNb><LastPgInd>true</LastPgInd></Pgntn>
            <StmtGnlDtls>
              <StmtId>H-20061006</StmtId><StmtDtTm><Dt>2006-10-06</Dt></StmtDtTm><Frqcy><Cd>DAIL</Cd></Frqcy><UpdTp><Cd>COMP</Cd></UpdTp><StmtBsis><Cd>SETT</Cd></StmtBsis>
              <ActvtyInd>true</ActvtyInd><SubAcctInd>true</SubAcctInd>
            </StmtGnlDtls>
            <AcctOwnr><Id><AnyBIC>FISCGB2LXXX</AnyBIC></Id></AcctOwnr>
            <AcctSvcr><Id><AnyBIC>DEPOUS33</AnyBIC></Id></AcctSvcr>
            <SfkpgAcct><Id>CEDE</Id><Nm>Cede &amp; Co.</Nm></SfkpgAcct>
            <BalForAcct>
              <FinInstrmId>
                <ISIN>US17313UAA79</ISIN><OthrId><Id>17313UAA7</Id><Tp><Cd>CUSP</Cd></Tp></OthrId><OthrId><Id>040421742</Id><Tp><Cd>COMM</Cd></Tp></OthrId>
                <OthrId><Id>77</Id><Tp><Prtry>HOUSE</Prtry></Tp></OthrId><Desc>1.2% Notes due 2025</Desc>
              </FinInstrmId>
              <AggtBal><ShrtLngInd>LONG</ShrtLngInd><Qty><Qty><Qty><FaceAmt>10000000000</FaceAmt></Qty></Qty></Qty></AggtBal>
            </BalForAcct>
            <SubAcctDtls>
              <AcctOwnr><Id><PrtryId><Id>0123</Id><Issr>DTC</Issr></PrtryId></Id></AcctOwnr>
              <SfkpgAcct><Id>0123</Id><Nm>First Participant</Nm></SfkpgAcct>
              <ActvtyInd>true</ActvtyInd>
              <BalForSubAcct>
                <FinInstrmId><ISIN>US17313UAA79</ISIN></FinInstrmId>
                <AggtBal><ShrtLngInd>LONG</ShrtLngInd><Qty><Qty><Qty><FaceAmt>4000000000</FaceAmt></Qty></Qty></Qty></AggtBal>
              </BalForSubAcct>
            </SubAcctDtls>
            <SubAcctDtls>
              <SfkpgAcct><Id>0456</Id></SfkpgAcct>
              <ActvtyInd>true</ActvtyInd>
              <BalForSubAcct>
                <FinInstrmId><ISIN>US17313UAA79</ISIN></FinInstrmId>
                <AggtBal><ShrtLngInd>LONG</ShrtLngInd><Qty><Qty><Qty><FaceAmt>6000000000</FaceAmt></Qty></Qty></Qty></AggtBal>
              </BalForSubAcct>
            </SubAcctDtls>
          </SctiesBalCtdyRpt>
        </Document>
        """;

    internal const string Header = """
        <AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02">
          <Fr><FIId><FinInstnId><BICFI>DEPOUS33</BICFI></FinInstnId></FIId></Fr>
          <To><OrgId><Id><OrgId><AnyBIC>FISCGB2LXXX</AnyBIC></OrgId></Id></OrgId></To>
          <BizMsgIdr>ELECTION-1</BizMsgIdr><MsgDefIdr>seev.033.001.12</MsgDefIdr><BizSvc>issuer.elections</BizSvc><CreDt>2006-10-12T10:00:00-04:00</CreDt><PssblDplct>true</PssblDplct>
        </AppHdr>
        """;

    private static string ElectionOf(string quantity) => $"""
        <Envelope>
        {Header}
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:seev.033.001.12">
          <CorpActnInstr>
            <CorpActnGnlInf>
              <CorpActnEvtId>EVT-1</CorpActnEvtId><EvtTp><Cd>INTR</Cd></EvtTp>
              <UndrlygScty><FinInstrmId><ISIN>US17313UAA79</ISIN></FinInstrmId></UndrlygScty>
            </CorpActnGnlInf>
            <AcctDtls><SfkpgAcct>0123</SfkpgAcct><AcctOwnr><PrtryId><Id>0123</Id><Issr>DTC</Issr></PrtryId></AcctOwnr></AcctDtls>
            <CorpActnInstr>
              <OptnNb><Nb>002</Nb></OptnNb><OptnTp><Cd>CASH</Cd></OptnTp><CcyOptn>JPY</CcyOptn>
              <SctiesQtyOrInstdAmt>{quantity}</SctiesQtyOrInstdAmt>
              <AddtlInf><DlvryDtls>Yen to account 77 at BANKJPJT</DlvryDtls><InstrAddtlInf>Please confirm</InstrAddtlInf></AddtlInf>
            </CorpActnInstr>
          </CorpActnInstr>
        </Document>
        </Envelope>
        """;

    internal static readonly string ElectionOfNotes = ElectionOf("<SctiesQty><InstdQty><Qty><FaceAmt>4000000000</FaceAmt></Qty></InstdQty></SctiesQty>");
    internal static readonly string ElectionOfAll = ElectionOf("<SctiesQty><InstdQty><Cd>QALL</Cd></InstdQty></SctiesQty>");
    internal static readonly string ElectionOfPayment = ElectionOf("<InstdAmt Ccy=\"JPY\">12000000</InstdAmt>");

    internal const string Settlement = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:sese.025.001.11">
          <SctiesSttlmTxConf>
            <TxIdDtls><AcctOwnrTxId>INS-1</AcctOwnrTxId><AcctSvcrTxId>DEP-1</AcctSvcrTxId><MktInfrstrctrTxId>MKT-1</MktInfrstrctrTxId><SctiesMvmntTp>DELI</SctiesMvmntTp><Pmt>APMT</Pmt></TxIdDtls>
            <TradDtls>
              <TradDt><Dt><Dt>2008-12-04</Dt></Dt></TradDt><SttlmDt><Dt><Dt>2008-12-09</Dt></Dt></SttlmDt>
              <FctvSttlmDt><Dt><DtTm>2008-12-09T10:00:00-05:00</DtTm></Dt></FctvSttlmDt>
            </TradDtls>
            <FinInstrmId><ISIN>US17313UAA79</ISIN></FinInstrmId>
            <QtyAndAcctDtls>
              <SttldQty><Qty><FaceAmt>600000000.00</FaceAmt></Qty></SttldQty><PrevslySttldQty><FaceAmt>0</FaceAmt></PrevslySttldQty><RmngToBeSttldQty><FaceAmt>400000000.00</FaceAmt></RmngToBeSttldQty>
              <SfkpgAcct><Id>ISSUER-1</Id></SfkpgAcct>
            </QtyAndAcctDtls>
            <SttlmParams><SctiesTxTp><Cd>ISSU</Cd></SctiesTxTp></SttlmParams>
            <DlvrgSttlmPties><Dpstry><Id><AnyBIC>DEPOUS33</AnyBIC></Id></Dpstry><Pty1><Id><AnyBIC>FISCUS33XXX</AnyBIC></Id></Pty1><Pty2><Id><AnyBIC>FISCUS33XXX</AnyBIC></Id></Pty2></DlvrgSttlmPties>
            <RcvgSttlmPties><Dpstry><Id><AnyBIC>DEPOUS33</AnyBIC></Id></Dpstry><Pty1><Id><PrtryId><Id>0789</Id><Issr>DTC</Issr></PrtryId></Id></Pty1></RcvgSttlmPties>
            <SttldAmt><Amt Ccy="USD">596610000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></SttldAmt>
          </SctiesSttlmTxConf>
        </Document>
        """;

    internal static IReadOnlyList<(string Name, string Xml)> All =>
    [
        (nameof(Notice), Notice), (nameof(Statement), Statement), (nameof(BankStatus), BankStatus), (nameof(CustomerStatus), CustomerStatus), (nameof(RecallAnswer), RecallAnswer),
        (nameof(Holdings), Holdings), (nameof(ElectionOfNotes), ElectionOfNotes), (nameof(ElectionOfAll), ElectionOfAll), (nameof(ElectionOfPayment), ElectionOfPayment),
        (nameof(Settlement), Settlement),
    ];
}
