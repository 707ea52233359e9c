namespace Indenture.Storage;

/// <summary>Why a store is not opened, in the order in which it is tested.</summary>
public enum OpenRefusal
{
    /// <summary>The target is neither a path nor a connection string that can be read.</summary>
    StoreTargetMalformed,
    /// <summary>Another process holds the SQLite file.</summary>
    StoreInUse,
    /// <summary>The file is not a store, the folder is not there, or the server does not answer.</summary>
    StoreUnreachable,
    /// <summary>PostgreSQL before version 15.</summary>
    ServerTooOld,
    /// <summary>A newer program has written a migration that this one does not know.</summary>
    StoreNewer,
    /// <summary>A migration that was carried out differs from the one of that number in this program.</summary>
    MigrationChanged,
    /// <summary>A rehearsal was asked for and the store is a live one, or the other way round.</summary>
    StoreKindDiffers,
}

/// <summary>Why a command is not carried out by the store, in the order in which it is tested.</summary>
public enum ExecuteRefusal
{
    /// <summary>The key was used for another command.</summary>
    KeyReused,
    /// <summary>The stream moved on, every time the command was decided again.</summary>
    StreamMoved,
    /// <summary>Nothing was proposed under that id.</summary>
    ApprovalMissing,
    /// <summary>Something else was proposed than what would be released.</summary>
    ApprovalHashDiffers,
    /// <summary>Who proposed cannot release.</summary>
    ApprovalSamePerson,
    /// <summary>It was released before.</summary>
    ApprovalUsed,
    /// <summary>Payments of a run whose approval has not been released.</summary>
    RunUnreleased,
    /// <summary>The run has paid that holder before.</summary>
    PaidAlready,
    /// <summary>An account would break its guard: money or notes that are not there, or more than is owed.</summary>
    BalanceRefused,
}

/// <summary>Why an intent is not marked, in the order in which it is tested.</summary>
public enum OutboxRefusal
{
    /// <summary>The outbox has no intent of that id.</summary>
    IntentUnknown,
    /// <summary>It was never sent, so that it cannot be confirmed.</summary>
    IntentUnsent,
}

/// <summary>Why a store is not copied, in the order in which it is tested.</summary>
public enum CopyRefusal
{
    /// <summary>The target is a rehearsal and the source is not, or the other way round.</summary>
    StoreKindDiffers,
    /// <summary>The target holds something already.</summary>
    StoreNotEmpty,
    /// <summary>What was read back from the target is not what was written.</summary>
    CopyDiffers,
    /// <summary>An invariant does not hold in the copy, and so not in the source either.</summary>
    CopyUnsound,
}
