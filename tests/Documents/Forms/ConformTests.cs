using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.Forms;

/// <summary>Textual edits: read from an agreement, made in another document.</summary>
public class ConformTests
{
    private const string Base = """
        STANDARD PROVISIONS OF OLD HOLDINGS CORP.

        Old Holdings Corp. and the underwriters agree.

        1. Representations. Old Holdings Corp. represents this.

        2. Filings. (a) The Company has filed a statement
        on Form S-3 (No. 33-11111), including a prospectus, with
        the Commission.

        (b) The statement is effective.

        3. Payment. Payment is made on the Closing Date.

        Notes are delivered in good time.

        Delivery of the notes shall be made
        at the offices named, and payment
        shall be made at that time
        by certified or official bank check or
        checks in next day funds, against
        the delivery of definitive notes.

        4. Notices. Notices go to 1 Old Street.
        """;

    private const string Agreement = """
        TERMS AGREEMENT

                                  May 1, 2009

        We learn that New Holdings Inc., a Delaware corporation (the "Company"), is to issue and
        sell $100,000,000 aggregate principal amount of its notes. ANNEX A follows.

              (a) all references to Old Holdings Corp. shall refer to New Holdings Inc.;

              (b) in the second line of Section 2(a), delete "33-11111), including a
           prospectus" and insert in lieu thereof "333-22222), including a prospectus" and any reference in
           the Standard Provisions to the "Statement" shall be deemed to be a reference to such statement;

              (c) in the fourth line of the third paragraph of Section 3, delete the phrase
           "certified or official bank check or checks in next day funds" and insert in lieu
           thereof "wire transfer of same day funds";

              (d) in the sixth line of the third paragraph of Section 3, delete the word
           "definitive" and insert in lieu thereof "global"; and

              (e) in the first line of Section 4, delete "1 Old Street" and insert in lieu thereof "2 New Street"
        """;

    private static IReadOnlyList<Edit> Edits(string agreement = Agreement) => Assert.Single(Reads.Text(agreement).Documents).Edits;

    private static string Refused(IReadOnlyList<Edit> edits, string text = Base) => Conforming.Apply(text, edits).Match(_ => "", r => r.Code);

    [Fact]
    public void Instructions_are_read_with_their_places_and_words()
    {
        var edits = Edits();
        Assert.Equal(["replace-all", "replace", "deem", "replace", "replace", "replace"], edits.Select(e => e.Operation));
        var check = edits[3];
        Assert.Equal(("3", 3, 4, "certified or official bank check or checks in next day funds", "wire transfer of same day funds"), (check.Section, check.Paragraph, check.Line, check.Delete, check.Insert));
        Assert.Equal(("2(a)", (int?)null, 2), (edits[1].Section, edits[1].Paragraph, edits[1].Line));
        Assert.StartsWith("in the fourth line", System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(Agreement)[check.Start..check.End]), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_place_is_found_in_the_unedited_text_and_each_change_is_cited()
    {
        var edits = Edits();
        var conformed = Conforming.Apply(Base, edits).Require();
        // The check of (c) goes over two lines: made first, it would move the sixth line of (d).
        Assert.Contains("by wire transfer of same day funds, against\nthe delivery of global notes.", conformed.Text, StringComparison.Ordinal);
        Assert.Contains("(No. 333-22222), including a prospectus, with", conformed.Text, StringComparison.Ordinal);
        Assert.Contains("Notices go to 2 New Street.", conformed.Text, StringComparison.Ordinal);
        // The title in capitals is no reference; the two others are.
        Assert.Contains("STANDARD PROVISIONS OF OLD HOLDINGS CORP.", conformed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Old Holdings", conformed.Text, StringComparison.Ordinal);
        // 2 + 1 + 1 + 1 + 1
        Assert.Equal(6, conformed.Changes.Count);
        Assert.Single(conformed.Rules);
        foreach (var change in conformed.Changes)
        {
            Assert.Equal(change.Was, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(Base)[change.Start..change.End]));
            Assert.Equal(change.Now, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(conformed.Text)[change.NewStart..change.NewEnd]));
            Assert.Contains(change.Edit, edits);
        }
    }

    [Theory]
    [InlineData("third paragraph", "fifth paragraph", "EDIT-LOCATION-MISSING")]
    [InlineData("Section 4", "Section 9", "EDIT-LOCATION-MISSING")]
    [InlineData("Section 2(a)", "Section 2(c)", "EDIT-LOCATION-MISSING")]
    [InlineData("fourth line", "third line", "EDIT-WORDS-MISSING")]
    [InlineData("\"definitive\"", "\"temporary\"", "EDIT-WORDS-MISSING")]
    [InlineData("\"1 Old Street\"", "\"o\"", "EDIT-WORDS-AMBIGUOUS")]
    [InlineData("the word\n   \"definitive\"", "the word\n   \"delivery\"", "")]
    public void One_edit_that_cannot_be_made_leaves_all_unmade(string from, string to, string code)
    {
        Assert.Contains(from, Agreement, StringComparison.Ordinal);
        Assert.Equal(code, Refused(Edits(Agreement.Replace(from, to, StringComparison.Ordinal))));
    }

    [Fact]
    public void Two_sections_of_one_number_and_two_edits_of_one_word_are_refused()
    {
        var edits = Edits();
        Assert.Equal("EDIT-LOCATION-AMBIGUOUS", Refused(edits, Base + "\n\n4. Notices. Notices again."));
        Assert.Equal("EDITS-OVERLAP", Refused([edits[4], edits[4]]));
        Assert.Equal("EDITS-NONE", Refused([edits[2]]));
    }

    [Fact]
    public void An_amendment_adds_its_sentence_at_the_end_of_the_section()
    {
        var supplement = "FIRST SUPPLEMENTAL INDENTURE\n\nNOW, THEREFORE, the parties agree.\n\nSection 6.02 of the Indenture is hereby amended by adding the following sentence after the existing text:\n\n“No acceleration is permitted while the Fund pays.”\n\nSection 3.1 Ratification.";
        var edit = Assert.Single(Edits(supplement));
        Assert.Equal(("append", "6.02", "No acceleration is permitted while the Fund pays."), (edit.Operation, edit.Section, edit.Insert));
        var conformed = Conforming.Apply("Section 6.01. Defaults.\n\nThis is one.\n\nSection 6.02. Acceleration.\n\nThe principal is due.\n\nSection 6.03. Collection.\n\nIt is collected.\n", [edit]).Require();
        Assert.Equal("Section 6.01. Defaults.\n\nThis is one.\n\nSection 6.02. Acceleration.\n\nThe principal is due. No acceleration is permitted while the Fund pays.\n\nSection 6.03. Collection.\n\nIt is collected.\n", conformed.Text);
    }

    [ReferenceFact]
    public void The_nine_instructions_of_the_agreements_of_2004_are_read()
    {
        foreach (var filing in new[] { "000", "001" })
        {
            var edits = Assert.Single(Reads.Filings(filing).Documents).Edits;
            // (a) to (h), of which (b) has a rule of reading besides.
            Assert.Equal(["replace-all", "replace", "deem", "replace", "replace", "replace", "replace", "replace", "replace"], edits.Select(e => e.Operation));
            Assert.Equal([("2(a)", null, 2), ("3", 3, 4), ("3", 3, 14), ("3", 5, 4), ("6(a)", null, 9), ("6(b)", null, 8), ("10", (int?)null, 6)], edits.Where(e => e.Operation == "replace").Select(e => (e.Section, e.Paragraph, e.Line!.Value)));
        }
    }
}
