using System.Diagnostics;
using System.Text.RegularExpressions;
using Indenture.Tests.Support;

namespace Indenture.Tests.Cli;

/// <summary>docs/errors.md tells the truth: every example is run as a person would run it, and ends with the code that it stands beside.</summary>
public partial class ErrorsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Reference.Root, "docs", "errors.md"));

    [GeneratedRegex(@"^\|\s*`(?<code>[A-Z0-9-]+)`\s*\|[^|]+\|\s*`(?<example>(?:\\\||[^|`])+)`", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^```\w+ (?<name>[\w.-]+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"^```sh\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SetUp();

    private static IReadOnlyList<(string Code, string Example)> Rows() =>
        [.. Row().Matches(Page).Select(m => (m.Groups["code"].Value, m.Groups["example"].Value.Replace("\\|", "|", StringComparison.Ordinal)))];

    [Fact]
    public void EveryExampleEndsWithItsCode()
    {
        var examples = Rows().Where(r => !r.Example.StartsWith("test: ", StringComparison.Ordinal)).ToList();
        Assert.True(examples.Count > 50, $"{examples.Count} examples were found on the page.");
        using var folder = new ProgramFolder();
        foreach (Match file in NamedFile().Matches(Page)) File.WriteAllText(Path.Combine(folder.Path, file.Groups["name"].Value), file.Groups["text"].Value);
        var ready = folder.Shell(SetUp().Match(Page).Groups["text"].Value);
        Assert.True(ready.Exit == 0, $"The set-up of the page failed: {ready.Error}");

        var faults = examples.AsParallel().WithDegreeOfParallelism(2).Select(e =>
        {
            using var own = folder.Copy();
            var (exit, _, error) = own.Shell(e.Example);
            return exit == 1 && error.Contains(e.Code + ":", StringComparison.Ordinal) ? null : $"{e.Code}: {e.Example}\n   exit {exit}: {error.Trim()}";
        }).Where(f => f is not null).ToList();
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public void AnExampleThatIsATestNamesOneThatIsThere()
    {
        var tests = typeof(ErrorsPageTests).Assembly.GetTypes().SelectMany(t => t.GetMethods().Select(m => $"{t.Name}.{m.Name}")).ToHashSet();
        Assert.All(Rows().Where(r => r.Example.StartsWith("test: ", StringComparison.Ordinal)), r => Assert.Contains(r.Example["test: ".Length..], tests));
    }
}
