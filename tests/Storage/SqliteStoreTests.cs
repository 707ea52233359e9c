using Indenture.Storage;

namespace Indenture.Tests.Storage;

public sealed class SqliteStoreTests : StoreTests, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("indenture-tests-");

    protected override Store New(StoreKind kind = StoreKind.Live) => Store.Open(Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.db"), kind).Require();

    public void Dispose() => _folder.Delete(recursive: true);
}
