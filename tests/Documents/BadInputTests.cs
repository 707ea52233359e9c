using System.Text;
using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents;

public class BadInputTests
{
    private static string Refused(params byte[][] files) =>
        Reader.Read([.. files.Select((f, i) => new InputFile(f, $"file{i}"))]).Match(_ => "", r => r.Code);

    [Fact]
    public void No_file_an_empty_file_and_a_picture_are_refused()
    {
        Assert.Equal("NO-FILES", Refused());
        Assert.Equal("FILE-EMPTY", Refused([[]]));
        Assert.Equal("FILE-EMPTY", Refused(" \n\t "u8.ToArray()));
        Assert.Equal("FILE-NOT-TEXT", Refused([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13]));
        Assert.Equal("FILE-NOT-TEXT", Refused("%PDF-1.4 text"u8.ToArray()));
    }

    [Fact]
    public void A_file_that_cannot_be_read_does_not_keep_the_others_from_being_read()
    {
        var reading = Reader.Read([new InputFile([], "empty"), new InputFile(Encoding.UTF8.GetBytes(Invented.Agreement), "agreement")]).Require();
        Assert.Equal("FILE-EMPTY", Assert.Single(reading.Findings, f => f.Places.Any(p => p.File == 0)).Code);
        Assert.Equal(1, Assert.Single(reading.Documents).File);
    }

    [Fact]
    public void Text_that_is_no_debt_document_is_unknown()
    {
        var document = Assert.Single(Reads.Text("A recipe for bread. Maturity: May 4, 2012").Documents);
        Assert.Equal(DocumentKind.Unknown, document.Kind);
        Assert.Empty(document.Facts);
    }

    [Theory]
    [InlineData("the Securities shall be payable in United States dollars Closing Date shall be on Interest Payment Date: ")]
    [InlineData("<b <td ")]
    [InlineData("<style>")]
    [InlineData("<!--")]
    [InlineData("<table><tr><td>")]
    [InlineData("a\n")]
    [InlineData("1\n\n2\n\n")]
    [InlineData("Underwriters\nPrincipal Amount\n1,000\n")]
    [InlineData("(the \"Company\" A B C corporation ")]
    [InlineData("Prospectus Supplement, dated ")]
    [InlineData("____")]
    [InlineData("&#x")]
    public void The_same_words_over_and_over_are_read_without_an_exception(string words)
    {
        var text = "TERMS AGREEMENT\n\n" + string.Concat(Enumerable.Repeat(words, 200_000 / words.Length));
        Assert.NotNull(Reads.Text(text));
    }

    [Fact]
    public void Damaged_documents_are_read_without_an_exception_and_their_spans_stay_inside_the_file()
    {
        var random = new Random(20090504);
        var whole = Encoding.UTF8.GetBytes(Invented.Agreement + "\n\n" + Invented.Note + "\n\n<html><table><tr><td>Maturity</td><td>May&nbsp;4, 2012</td></tr></table></html>");
        for (var round = 0; round < 300; round++)
        {
            var bytes = whole.ToList();
            for (var cuts = random.Next(1, 5); cuts > 0; cuts--)
            {
                var at = random.Next(bytes.Count);
                switch (random.Next(3))
                {
                    case 0: bytes.RemoveRange(at, Math.Min(random.Next(400), bytes.Count - at - 1)); break;
                    case 1: bytes.InsertRange(at, whole.Skip(random.Next(whole.Length)).Take(random.Next(400))); break;
                    default: bytes[at] = (byte)random.Next(1, 256); break;
                }
            }
            var file = new InputFile([.. bytes], "damaged");
            if (Reader.Read([file]) is not Outcome<Reading>.Done { Value: var reading }) continue;
            foreach (var document in reading.Documents)
                foreach (var fact in document.Facts)
                    Assert.True(0 <= fact.Start && fact.Start < fact.End && fact.End <= file.Bytes.Length && fact.Quote.Length > 0, $"round {round}: {fact}");
            Assert.NotEmpty(ReadingJson.Write(reading).ToJsonString());
        }
    }
}
