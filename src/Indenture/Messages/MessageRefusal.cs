namespace Indenture.Messages;

/// <summary>Why a message was not written, in the order in which it is tested.</summary>
public enum MessageWriteRefusal
{
    /// <summary>There is nothing to send.</summary>
    MessageEmpty,
    /// <summary>Two currencies, or two dates, in what can only have one.</summary>
    CurrencyMismatch,
    /// <summary>One holder twice in a run.</summary>
    PaymentRepeated,
    /// <summary>An amount that is zero or below, or has more digits than a message carries.</summary>
    AmountUnsendable,
    /// <summary>Parts that do not add up to their total.</summary>
    SumDiffers,
    /// <summary>A BIC, IBAN, clearing number, LEI, ISIN or CUSIP that is not of its form or whose check digits are wrong.</summary>
    IdentifierInvalid,
    /// <summary>The payee is no bank, and this message only pays banks.</summary>
    PayeeNotBank,
    /// <summary>Two options of an announcement with one number, none or several that apply by default, or a choice without a deadline.</summary>
    OptionsInvalid,
    TextEmpty,
    TextCharacter,
    TextTooLong,
}

/// <summary>Why a message was not read, in the order in which it is tested. Each names its place: the path of elements, with line and column.</summary>
public enum MessageReadRefusal
{
    /// <summary>More bytes, or deeper nesting, than any message needs.</summary>
    MessageTooLarge,
    /// <summary>A document type declaration: never read, whatever it declares.</summary>
    DtdProhibited,
    /// <summary>Not well-formed XML.</summary>
    MessageMalformed,
    /// <summary>A namespace that is not one of the messages read here: another message, or another version.</summary>
    MessageUnknown,
    /// <summary>The body has no identification of its own, and no header with one came with it.</summary>
    HeaderMissing,
    /// <summary>A folder of schemas is configured, and the schema of this message is not in it.</summary>
    SchemaMissing,
    /// <summary>Not valid against its schema.</summary>
    SchemaViolated,
    /// <summary>An element or attribute that this reader does not understand, or one that does not stand in its place: it is never passed over.</summary>
    ElementUnknown,
    ElementMissing,
    ElementRepeated,
    /// <summary>A value that is not of its type.</summary>
    ElementMalformed,
    /// <summary>A code that has no meaning here.</summary>
    CodeUnknown,
    /// <summary>Two amounts that belong together are in two currencies.</summary>
    CurrencyMismatch,
    /// <summary>Parts that do not add up to their total.</summary>
    SumDiffers,
    /// <summary>An entry without any reference by which it could be told from another, or two with the same.</summary>
    ReferenceMissing,
    ReferenceRepeated,
}
