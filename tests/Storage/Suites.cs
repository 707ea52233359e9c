using Indenture.Tests.Support;

namespace Indenture.Tests.Storage;

// Every suite on both engines.

public sealed class SqliteStoreTests(SqliteFiles engine) : StoreTests(engine), IClassFixture<SqliteFiles>;

[NeedsPostgres]
public sealed class PostgresStoreTests(PostgresDatabase engine) : StoreTests(engine), IClassFixture<PostgresDatabase>;

public sealed class SqliteOpeningTests(SqliteFiles engine) : OpeningTests(engine), IClassFixture<SqliteFiles>;

[NeedsPostgres]
public sealed class PostgresOpeningTests(PostgresDatabase engine) : OpeningTests(engine), IClassFixture<PostgresDatabase>;

public sealed class SqliteTableTests(SqliteFiles engine) : TableTests(engine), IClassFixture<SqliteFiles>;

[NeedsPostgres]
public sealed class PostgresTableTests(PostgresDatabase engine) : TableTests(engine), IClassFixture<PostgresDatabase>;

public sealed class SqliteAuditTests(SqliteFiles engine) : AuditTests(engine), IClassFixture<SqliteFiles>;

[NeedsPostgres]
public sealed class PostgresAuditTests(PostgresDatabase engine) : AuditTests(engine), IClassFixture<PostgresDatabase>;

public sealed class SqliteCrashTests(SqliteFiles engine) : CrashTests(engine), IClassFixture<SqliteFiles>;

[NeedsPostgres]
public sealed class PostgresCrashTests(PostgresDatabase engine) : CrashTests(engine), IClassFixture<PostgresDatabase>;

public sealed class SqliteConcurrencyTests(SqliteFiles engine) : ConcurrencyTests(engine), IClassFixture<SqliteFiles>;

[NeedsPostgres]
public sealed class PostgresConcurrencyTests(PostgresDatabase engine) : ConcurrencyTests(engine), IClassFixture<PostgresDatabase>;
