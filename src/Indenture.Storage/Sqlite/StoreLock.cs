using System.Globalization;
using Indenture.Core;

namespace Indenture.Storage;

/// <summary>
/// One process holds a SQLite store. The lock belongs to the operating system, which lets go of it when its process dies however it dies: a file left
/// behind by a dead process holds nobody up. A second file says who holds it, for the refusal.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream _held;
    private readonly string _holder;

    private StoreLock(FileStream held, string holder) => (_held, _holder) = (held, holder);

    public static Outcome<StoreLock> Take(string path)
    {
        FileStream held;
        var holder = path + ".holder";
        try
        {
            held = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path + ".lock"))
        {
            return Refusal.Of(OpenRefusal.StoreInUse, $"{path} is held by {(File.Exists(holder) ? File.ReadAllText(holder) : "another process")}; a store has one process at a time.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal.Of(OpenRefusal.StoreUnreachable, $"{path} cannot be held: {e.Message}");
        }
        File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
        return new StoreLock(held, holder);
    }

    /// <summary>The lock file itself stays: to remove it would let a third process lock a file that has no name any more.</summary>
    public void Dispose()
    {
        File.Delete(_holder);
        _held.Dispose();
    }
}
