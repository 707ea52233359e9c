using System.Text.RegularExpressions;
using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.Assembly;

public class FindingCodesTests
{
    [Fact]
    public void Every_code_is_in_upper_case_words_told_once_and_explained()
    {
        Assert.Equal(FindingCodes.All.Count, FindingCodes.All.Select(c => c.Code).Distinct().Count());
        Assert.All(FindingCodes.All, c =>
        {
            Assert.Matches("^[A-Z]+(-[A-Z]+)+$", c.Code);
            Assert.True(c.Meaning.EndsWith('.') && c.Example.EndsWith('.') && c.Remedy.EndsWith('.'), c.Code);
        });
    }

    [Fact]
    public void Every_code_of_the_table_is_raised_somewhere()
    {
        var sources = Directory.GetFiles(Path.Combine(Reference.Root, "src", "Indenture.Documents"), "*.cs", SearchOption.AllDirectories).Where(f => !f.EndsWith("FindingCodes.cs", StringComparison.Ordinal));
        var used = sources.SelectMany(f => Regex.Matches(File.ReadAllText(f), @"FindingCodes\.(\w+)").Select(m => m.Groups[1].Value)).Concat(Enum.GetNames<ReadRefusal>()).ToHashSet(); // a file that cannot be read has the code of its refusal
        var unused = typeof(FindingCodes).GetFields().Where(f => f.FieldType == typeof(FindingCode) && !used.Contains(f.Name)).Select(f => f.Name);
        Assert.Empty(unused);
    }

    /// <summary>Set WRITE_DOCS=1 to write the page anew.</summary>
    [Fact]
    public void The_page_of_findings_is_written_from_the_table()
    {
        var path = Path.Combine(Reference.Root, "docs", "findings.md");
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") == "1") File.WriteAllText(path, FindingsPage.Write());
        Assert.Equal(FindingsPage.Write(), File.ReadAllText(path));
    }
}
