using Indenture.Storage;
using Indenture.Tests.Support;

namespace Indenture.Tests.Storage;

[NeedsPostgres]
public sealed class PostgresStoreTests(PostgresDatabase database) : StoreTests, IClassFixture<PostgresDatabase>
{
    protected override Store New(StoreKind kind = StoreKind.Live) => Store.Open(database.NewSchema(), kind).Require();
}
