using Indenture.Core;
using Indenture.Documents;

namespace Indenture.Actions;

/// <summary>read: files, folders and patterns to what their documents say.</summary>
public static class FileReading
{
    /// <summary>The bytes of the files; refused for the first that is not taken.</summary>
    public static Outcome<IReadOnlyList<InputFile>> Open(IReadOnlyList<string> paths, long maxBytes, Action<int, int, string> report)
    {
        var files = new List<InputFile>();
        foreach (var (path, i) in paths.Select((p, i) => (p, i)))
        {
            report(i, paths.Count, path);
            if (Files.Bytes(path, maxBytes).Match<Refusal?>(bytes => { files.Add(new InputFile(bytes, path)); return null; }, refused => refused) is { } refusal) return refusal;
        }
        return files;
    }

    /// <summary>The files that a person named, each once and in the order given; a folder stands for its files and a pattern for those that match it.</summary>
    public static IReadOnlyList<string> Expand(IReadOnlyList<string> names) => [.. names.SelectMany(Expand).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Expand(string name)
    {
        if (Directory.Exists(name)) return Directory.GetFiles(name).Where(f => !Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal);
        var file = Path.GetFileName(name);
        if (file.IndexOfAny(['*', '?']) < 0 || File.Exists(name)) return [name];
        var folder = Path.GetDirectoryName(name) is { Length: > 0 } given ? given : ".";
        var found = Directory.Exists(folder) ? Directory.GetFiles(folder, file).Order(StringComparer.Ordinal).ToList() : [];
        return found.Count > 0 ? found : [name];
    }
}
