-- One text for both engines, written in SQLite's types. Read with three markers (Migration.cs):
--   ") BY SERIES;"     every row belongs to one series, and series_id leads the key (PostgreSQL: hash partitions)
--   ") BY SERIES, IN KEY ORDER;"   the same, short rows that lie in the order of their key (SQLite: without a row id)
--   ") WHOLE;"         a table that is not divided
--   "APPEND ONLY t;"   the database itself refuses to change or remove a row of t
-- Dates are ISO text, instants ISO text in UTC, amounts minor units, hashes the 32 bytes of SHA-256.

-- What kind of store this is.
CREATE TABLE store (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WHOLE;

-- Every command that was carried out, and every refused one whose key somebody chose: the same key gives the same answer for ever.
CREATE TABLE commands (
    command_key TEXT NOT NULL PRIMARY KEY,
    series_id TEXT NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL,
    payload BLOB NOT NULL,
    content BLOB NOT NULL,
    recorded TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused')),
    answer BLOB NOT NULL
) WHOLE;
APPEND ONLY commands;

-- The journal. The payload stands as it was given, byte for byte; moved is the hash of the entries and payments that the command made with the
-- event, empty where it made none.
CREATE TABLE events (
    series_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    type TEXT NOT NULL,
    type_version INTEGER NOT NULL,
    payload BLOB NOT NULL,
    effective TEXT NOT NULL,
    recorded TEXT NOT NULL,
    command_key TEXT NOT NULL,
    moved BLOB NOT NULL,
    PRIMARY KEY (series_id, stream, version)
) BY SERIES;
APPEND ONLY events;

-- The books. An entry is written after its legs and closes them: the database refuses one that does not balance, and legs for one that is closed.
CREATE TABLE legs (
    series_id TEXT NOT NULL,
    entry INTEGER NOT NULL,
    leg INTEGER NOT NULL,
    account TEXT NOT NULL,
    minor INTEGER NOT NULL CHECK (minor <> 0),
    PRIMARY KEY (series_id, entry, leg)
) BY SERIES, IN KEY ORDER;
APPEND ONLY legs;

CREATE TABLE entries (
    series_id TEXT NOT NULL,
    entry INTEGER NOT NULL,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    book TEXT NOT NULL CHECK (book IN ('cash', 'units')),
    unit TEXT NOT NULL,
    effective TEXT NOT NULL,
    purpose TEXT NOT NULL,
    PRIMARY KEY (series_id, entry)
) BY SERIES, IN KEY ORDER;
CREATE INDEX entries_by_day ON entries (series_id, book, effective);
APPEND ONLY entries;

CREATE TABLE balances (
    series_id TEXT NOT NULL,
    book TEXT NOT NULL CHECK (book IN ('cash', 'units')),
    account TEXT NOT NULL,
    unit TEXT NOT NULL,
    guard TEXT NOT NULL,
    minor INTEGER NOT NULL,
    PRIMARY KEY (series_id, book, account, unit),
    CONSTRAINT balance_guard CHECK (guard = 'open' OR (guard = 'debit' AND minor >= 0) OR (guard = 'credit' AND minor <= 0))
) BY SERIES, IN KEY ORDER;

-- Two persons: who proposed, and who released what hash.
CREATE TABLE approvals (
    series_id TEXT NOT NULL,
    id TEXT NOT NULL,
    hash BLOB NOT NULL,
    maker TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    checker TEXT,
    released_hash BLOB,
    released_by TEXT,
    PRIMARY KEY (series_id, id),
    CONSTRAINT two_persons CHECK (checker IS NULL OR checker <> maker),
    CONSTRAINT same_hash CHECK (released_hash IS NULL OR released_hash = hash),
    CONSTRAINT released_whole CHECK ((checker IS NULL) = (released_by IS NULL) AND (checker IS NULL) = (released_hash IS NULL))
) BY SERIES;

-- Paid once: the primary key. A run is paid only when the approval of the same id has been released (trigger).
CREATE TABLE payments (
    series_id TEXT NOT NULL,
    run TEXT NOT NULL,
    holder TEXT NOT NULL,
    chunk TEXT NOT NULL,
    account TEXT NOT NULL,
    unit TEXT NOT NULL,
    minor INTEGER NOT NULL CHECK (minor > 0),
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (series_id, run, holder)
) BY SERIES, IN KEY ORDER;
APPEND ONLY payments;

-- What is to be sent to the world for a payment: the intent is committed with it, under an id that is the same however often it is sent. The ids lie at
-- random, so that they are indexed only once they are sent: a run is posted in the order of its holders.
CREATE TABLE outbox (
    series_id TEXT NOT NULL,
    run TEXT NOT NULL,
    holder TEXT NOT NULL,
    id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('intended', 'sent', 'confirmed')),
    PRIMARY KEY (series_id, run, holder)
) BY SERIES, IN KEY ORDER;
CREATE INDEX outbox_intended ON outbox (series_id, run, holder) WHERE state = 'intended';
CREATE INDEX outbox_sent ON outbox (series_id, id) WHERE state <> 'intended';

-- What lists need across series: disposable, rebuilt from the journal.
CREATE TABLE lists (
    series_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    stream TEXT NOT NULL,
    state TEXT NOT NULL,
    sort TEXT NOT NULL,
    json BLOB NOT NULL,
    PRIMARY KEY (series_id, kind, id)
) BY SERIES;
CREATE INDEX lists_by_kind ON lists (kind, state, sort);

CREATE TABLE documents (
    sha256 TEXT NOT NULL PRIMARY KEY,
    path TEXT NOT NULL,
    bytes BLOB NOT NULL
) WHOLE;
APPEND ONLY documents;

-- The audit chain: each stream's events are hashed onto the stream's last hash, and each block hashes the streams it advanced onto the last block.
CREATE TABLE seals (
    block INTEGER NOT NULL PRIMARY KEY,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    sealed TEXT NOT NULL
) WHOLE;
APPEND ONLY seals;

CREATE TABLE sealed_streams (
    series_id TEXT NOT NULL,
    stream TEXT NOT NULL,
    first_version INTEGER NOT NULL,
    last_version INTEGER NOT NULL,
    block INTEGER NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (series_id, stream, first_version)
) BY SERIES;
CREATE INDEX sealed_streams_by_block ON sealed_streams (block);
APPEND ONLY sealed_streams;
