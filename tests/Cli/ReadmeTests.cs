using System.Text.RegularExpressions;
using Indenture.Tests.Support;

namespace Indenture.Tests.Cli;

/// <summary>The sessions that README.md shows are real: each command is run in order in one folder and prints what stands below it.</summary>
public partial class ReadmeTests
{
    [GeneratedRegex("^```console\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Session();

    [GeneratedRegex(@"^\$ (?<command>.*)\n(?<output>(?:(?!\$ ).*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [Fact]
    public void EveryCommandOfTheSessionPrintsWhatIsShown()
    {
        using var folder = new ProgramFolder();
        var path = Path.Combine(Reference.Root, "README.md");
        var shown = File.ReadAllText(path);
        var rewritten = Session().Replace(shown, session => "```console\n" + Command().Replace(session.Groups["text"].Value, command =>
        {
            var (_, output, error) = folder.Shell(command.Groups["command"].Value);
            return $"$ {command.Groups["command"].Value}\n{output}{error}";
        }) + "```");
        // WRITE_DOCS=1 writes what was printed into the page, for a person to read before it is committed.
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") == "1") File.WriteAllText(path, rewritten);
        else Assert.Equal(shown, rewritten);
    }
}
