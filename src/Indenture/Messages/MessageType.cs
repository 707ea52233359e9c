namespace Indenture.Messages;

/// <summary>An ISO 20022 message of one version. There is one of each; no other version is written or read.</summary>
public sealed record MessageType
{
    /// <summary>"pain.001.001.09".</summary>
    public string Name { get; }

    /// <summary>The one child of Document.</summary>
    public string Root { get; }

    /// <summary>The namespace of every element of the message.</summary>
    public string Namespace => "urn:iso:std:iso:20022:tech:xsd:" + Name;

    private MessageType(string name, string root) => (Name, Root) = (name, root);

    /// <summary>Customer credit transfer initiation: payments of a run, to the agent's own bank.</summary>
    public static readonly MessageType Pain001 = new("pain.001.001.09", "CstmrCdtTrfInitn");

    /// <summary>Customer payment status report: the bank's answer to pain.001.</summary>
    public static readonly MessageType Pain002 = new("pain.002.001.10", "CstmrPmtStsRpt");

    /// <summary>Payment status report: the answer to pacs.008 and pacs.009.</summary>
    public static readonly MessageType Pacs002 = new("pacs.002.001.10", "FIToFIPmtStsRpt");

    /// <summary>Customer credit transfer between banks: one payment to a payee that is no bank.</summary>
    public static readonly MessageType Pacs008 = new("pacs.008.001.08", "FIToFICstmrCdtTrf");

    /// <summary>Credit transfer of banks on their own account: one payment to a payee that is a bank or a depositary.</summary>
    public static readonly MessageType Pacs009 = new("pacs.009.001.08", "FICdtTrf");

    /// <summary>Answer to a recall.</summary>
    public static readonly MessageType Camt029 = new("camt.029.001.09", "RsltnOfInvstgtn");

    /// <summary>Statement of a cash account.</summary>
    public static readonly MessageType Camt053 = new("camt.053.001.08", "BkToCstmrStmt");

    /// <summary>Notice of debits and credits on a cash account.</summary>
    public static readonly MessageType Camt054 = new("camt.054.001.08", "BkToCstmrDbtCdtNtfctn");

    /// <summary>Request to cancel a payment: a recall.</summary>
    public static readonly MessageType Camt056 = new("camt.056.001.08", "FIToFIPmtCxlReq");

    /// <summary>Statement of holdings of securities.</summary>
    public static readonly MessageType Semt002 = new("semt.002.001.11", "SctiesBalCtdyRpt");

    /// <summary>Instruction to settle a delivery of securities.</summary>
    public static readonly MessageType Sese023 = new("sese.023.001.11", "SctiesSttlmTxInstr");

    /// <summary>Confirmation that a delivery of securities settled.</summary>
    public static readonly MessageType Sese025 = new("sese.025.001.11", "SctiesSttlmTxConf");

    /// <summary>Announcement of a payment or redemption.</summary>
    public static readonly MessageType Seev031 = new("seev.031.001.14", "CorpActnNtfctn");

    /// <summary>A participant's election among the options of an announcement.</summary>
    public static readonly MessageType Seev033 = new("seev.033.001.12", "CorpActnInstr");

    /// <summary>What became of an election.</summary>
    public static readonly MessageType Seev034 = new("seev.034.001.14", "CorpActnInstrStsAdvc");

    /// <summary>What a holder will be paid.</summary>
    public static readonly MessageType Seev035 = new("seev.035.001.15", "CorpActnMvmntPrlimryAdvc");

    /// <summary>What a holder was paid.</summary>
    public static readonly MessageType Seev036 = new("seev.036.001.15", "CorpActnMvmntConf");

    /// <summary>A confirmed movement is reversed.</summary>
    public static readonly MessageType Seev037 = new("seev.037.001.15", "CorpActnMvmntRvslAdvc");

    /// <summary>An announcement is withdrawn.</summary>
    public static readonly MessageType Seev039 = new("seev.039.001.12", "CorpActnCxlAdvc");

    /// <summary>The header that travels with a message whose body has no identification of its own.</summary>
    public static readonly MessageType Head001 = new("head.001.001.02", "AppHdr");

    public override string ToString() => Name;
}
