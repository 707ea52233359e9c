using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Indenture.Core;

namespace Indenture.Storage;

/// <summary>One numbered step of the tables: the text that both engines share, then what only one has. Never changed once carried out anywhere.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the text as carried out.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>The steps that this program knows, in order, in the engine's form.</summary>
    public static IReadOnlyList<Migration> All(Engine engine)
    {
        var files = Assembly.GetExecutingAssembly().GetManifestResourceNames().ToDictionary(n => n.Replace('\\', '/'), ReadText);
        return [.. files.Keys.Where(n => n.StartsWith("Migrations/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(n => n["Migrations/".Length..])
            .Select(file => new Migration(int.Parse(file[..4], System.Globalization.CultureInfo.InvariantCulture), file[5..^4],
                engine.Translate(files["Migrations/" + file]) + files.GetValueOrDefault($"{engine.Name}/{file}", "")))];
    }

    /// <summary>
    /// Carries out what the store has not seen yet, all in one transaction. A store that a newer program wrote, or in which a step differs from the one
    /// of this program, is refused and left alone.
    /// </summary>
    public static Outcome<int> Run(Engine engine, IReadOnlyList<Migration> known) => engine.Write<int>("migrations", session =>
    {
        if (!session.HasTable("migrations"))
            session.Execute(engine.Translate("CREATE TABLE migrations (\n    number INTEGER NOT NULL PRIMARY KEY,\n    name TEXT NOT NULL,\n    checksum TEXT NOT NULL\n) WHOLE;"));
        var done = session.List("SELECT number, name, checksum FROM migrations ORDER BY number", null, r => (Number: (int)r.GetInt64(0), Name: r.GetString(1), Checksum: r.GetString(2)));
        if (done.Count > known.Count)
            return Refusal.Of(OpenRefusal.StoreNewer, $"The store has migration {done[known.Count].Number} ({done[known.Count].Name}), written by a newer program; this one knows {known.Count}.");
        foreach (var (before, step) in done.Zip(known))
            if (before.Number != step.Number || before.Checksum != step.Checksum)
                return Refusal.Of(OpenRefusal.MigrationChanged, $"Migration {before.Number} ({before.Name}) was carried out as {before.Checksum[..12]}; this program has {step.Checksum[..12]} ({step.Name}).");
        foreach (var step in known.Skip(done.Count))
        {
            session.Execute(step.Sql);
            session.Execute("INSERT INTO migrations (number, name, checksum) VALUES (@Number, @Name, @Checksum)", new { Number = (long)step.Number, step.Name, step.Checksum });
        }
        return known.Count - done.Count;
    });

    /// <summary>The tables of a store, in the order in which they may be filled.</summary>
    public static IReadOnlyList<string> Tables() => [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(n => n.StartsWith("Migrations", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .SelectMany(n => Regex.Matches(ReadText(n), @"^CREATE TABLE (\w+)", RegexOptions.Multiline).Select(m => m.Groups[1].Value))];

    private static string ReadText(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
