using Indenture.Actions;
using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.SourceStage;

/// <summary>The ways in which documents come: in a submission, under a mail header, in folders, by pattern, on standard input.</summary>
public class WrappedInputTests
{
    private static string Submission(string type, string text) =>
        $"<SEC-DOCUMENT>0000000000-00-000000.txt : 20090501\n<SEC-HEADER>\nCONFORMED NAME: EXAMPLE HOLDINGS\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>{type}\n<SEQUENCE>1\n<FILENAME>a.txt\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"
        + "<DOCUMENT>\n<TYPE>EX-101.INS\n<TEXT>\n<XBRL>\nMaturity: June 1, 2030\n</XBRL>\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\nbegin 644 logo.jpg\nM!@#$\n`\nend\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n";

    [Fact]
    public void A_submission_gives_what_its_document_alone_gives_and_skips_data_and_pictures()
    {
        var alone = Assert.Single(Reads.Text(Invented.Agreement).Documents);
        var document = Assert.Single(Reads.Text(Submission("EX-1.1", Invented.Agreement)).Documents, d => d.Kind != DocumentKind.Unknown);
        Assert.Equal(alone.Kind, document.Kind);
        Assert.Equal(alone.Facts.Select(f => (f.Name, f.Value, f.Quote)), document.Facts.Select(f => (f.Name, f.Value, f.Quote)));
    }

    [Fact]
    public void The_header_of_a_privacy_enhanced_message_is_no_part_of_the_text()
    {
        var text = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\nOriginator-Name: someone@example.com\nMIC-Info: RSA-MD5,RSA,\n AbCdEf\n\n" + Submission("EX-1.1", Invented.Agreement) + "-----END PRIVACY-ENHANCED MESSAGE-----\n";
        var reading = Reads.Text(text);
        Assert.Equal(Assert.Single(Reads.Text(Invented.Agreement).Offerings).Terms.Maturity!.Value, Assert.Single(reading.Offerings).Terms.Maturity!.Value);
        Assert.DoesNotContain(reading.Documents, d => d.Parties.Any(p => p.Name.Contains("someone", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_folder_stands_for_its_files_and_a_pattern_for_those_that_match()
    {
        var folder = Directory.CreateTempSubdirectory("indenture-test-").FullName;
        try
        {
            foreach (var name in new[] { "b.txt", "a.txt", "c.htm", ".hidden" }) File.WriteAllText(Path.Combine(folder, name), "x");
            string[] Names(params string[] given) => [.. FileReading.Expand(given).Select(f => Path.GetFileName(f)!)];
            Assert.Equal(["a.txt", "b.txt", "c.htm"], Names(folder));
            Assert.Equal(["a.txt", "b.txt"], Names(Path.Combine(folder, "*.txt")));
            Assert.Equal(["c.htm", "a.txt", "b.txt"], Names(Path.Combine(folder, "c.htm"), folder));
            // A pattern that matches nothing is named as it was given, so that it is refused as missing.
            Assert.Equal(["*.pdf"], Names(Path.Combine(folder, "*.pdf")));
            Assert.Equal("FILE-MISSING", FileReading.Open([Path.Combine(folder, "*.pdf")], 100, (_, _, _) => { }).Match(_ => "", r => r.Code));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Standard_input_is_read_as_a_file_would_be()
    {
        using var folder = new ProgramFolder();
        File.WriteAllText(Path.Combine(folder.Path, "agreement.txt"), Invented.Agreement);
        var (exit, output, _) = folder.Shell("cat agreement.txt | indenture read - --json | grep -c '\"path\": \"-\"\\|\"value\": \"2012-05-04\"'");
        Assert.Equal((0, "2"), (exit, output.Trim()));
    }
}
