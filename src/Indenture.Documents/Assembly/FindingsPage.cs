using System.Text;

namespace Indenture.Documents;

/// <summary>The table of findings as the page docs/findings.md.</summary>
public static class FindingsPage
{
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("# Findings\n\nA finding is a fault of the documents, found by a general check. An `error` blocks booking until a person settles it; a `warning` blocks only what it names; an `info` is a note.\n" +
            "This page is written from the table in `src/Indenture.Documents/Assembly/FindingCodes.cs`.\n");
        foreach (var code in FindingCodes.All)
        {
            page.Append($"\n## {code.Code}\n\n*{Names.Of(code.Severity)}*");
            if (code.Blocks.Length > 0) page.Append($", blocks {string.Join(", ", code.Blocks.Select(Names.Of))}");
            page.Append($"\n\n{code.Meaning}\n\nExample: {code.Example}\n\nRemedy: {code.Remedy}\n");
        }
        return page.ToString();
    }
}
