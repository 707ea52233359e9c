using System.Text;
using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.Forms;

public class FillingTests
{
    private const string Note = """
        FORM OF NOTE

        CUSIP: ____________

        ____________, a Delaware corporation (the "Company"), promises to pay to ____________
        the principal sum of $____________ on ____________, and interest thereon at the rate of
        ____% per annum from ____________, payable semi-annually on ____________, commencing
        ____________.

        [If the Notes bear interest at a fixed rate, insert: Interest is counted in twelve equal months.]

        [If the Notes bear interest at a floating rate, insert: Interest is counted in days.]

        Dated: the ____ day of ____________, 20__

        By: ____________________
        """;

    private const string Assignment = """
        FORM OF ASSIGNMENT 1

        The Assignor hereby assigns its claims on the Company to the Fund and declares:

        1. It is the owner.

        [ Instructions to the Assignor: If the Assignor kept its whole claim, the Assignor must include the following declaration.]

        2. It gave away no part of the claim.

        [ Instructions to the Assignor: If the Assignor sold a part of its claim, the Assignor must include the following declaration.]

        1
        This Form of Assignment shall be modified where a holder signs for itself.

        2. It sold a part of the claim to ____________ under an agreement dated ____________, 20__.

        3. It keeps what is left.
        """;

    private static readonly Terms Known = TermsJson.Read("""
        { "title": "4.25% Notes", "issuer": "Example Holdings, Inc.", "currency": "USD", "principal": "100000000.00", "identifiers": { "cusip": "037833100" }, "maturity": "2012-05-04",
          "interest": { "kind": "fixed", "rate": "4.25", "from": "2009-05-04", "paymentDates": ["05-04", "11-04"], "firstPayment": "2009-11-04" } }
        """, "terms").Require();

    private static Outcome<FilledForm> Filled(string form, Terms terms, (string, string)[]? given = null, int[]? chosen = null, int[]? left = null, string? document = null) =>
        Filling.Of(new InputFile(Encoding.UTF8.GetBytes(form), "form"), new FillRequest(document, terms, given ?? [], chosen ?? [], left ?? []));

    private static string Words(Outcome<FilledForm> form) => Words(form.Require());

    private static string Words(FilledForm form) => string.Join(' ', FormPrinting.Text(form).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Refused(Outcome<FilledForm> form) => form.Match(_ => "", r => r.Code);

    [Fact]
    public void Blanks_take_the_facts_that_the_words_around_them_ask_for_and_the_form_keeps_its_own_words()
    {
        Assert.Contains("CUSIP: 037833100 Example Holdings, Inc., a Delaware corporation (the \"Company\"), promises to pay to ____________ the principal sum of $100,000,000 on May 4, 2012, "
            + "and interest thereon at the rate of 4.25% per annum from May 4, 2009, payable semi-annually on May 4 and November 4, commencing November 4, 2009.", Words(Filled(Note, Known)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_unknown_stays_blank()
    {
        // Without the kind of interest nobody knows which of two paragraphs is true.
        Assert.Equal("ALTERNATIVE-OPEN", Refused(Filled(Note, new Terms())));
        var filled = Filled(Note, new Terms(), chosen: [1]).Require();
        Assert.All(filled.Blanks, b => Assert.Null(b.Value));
        Assert.Contains("principal sum of $____________ on ____________", Words(filled), StringComparison.Ordinal);
        Assert.Equal(["cusip", "issuer", "name", "principal", "maturity", "interestRate", "interestFrom", "paymentDates", "firstPayment"], filled.Blanks.Select(b => b.Expects).Take(9));
    }

    [Fact]
    public void The_paragraph_whose_condition_the_terms_meet_stands_without_its_instruction()
    {
        var words = Words(Filled(Note, Known));
        Assert.Contains("Interest is counted in twelve equal months.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("in days", words, StringComparison.Ordinal);
        Assert.DoesNotContain("[", words, StringComparison.Ordinal);
        Assert.DoesNotContain("insert", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Alternatives_that_no_term_decides_are_a_person_s_choice_also_where_one_of_them_has_no_blank()
    {
        // The first states that nothing was given away, and needs no fact for it: it is true or false all the same.
        var open = Filled(Assignment, Known).Match(_ => null!, r => r);
        Assert.Equal("ALTERNATIVE-OPEN", open.Code);
        Assert.Contains("1 (if the Assignor kept its whole claim); 2 (if the Assignor sold a part of its claim)", open.Message, StringComparison.Ordinal);
        Assert.Equal(2, open.Places.Count);
        var filled = Filled(Assignment, Known, chosen: [1]).Require();
        Assert.Equal([(true, "chosen"), (false, "another of the alternatives stands")], filled.Alternatives.Select(a => (a.Stands, a.Why)));
        var words = Words(filled);
        Assert.StartsWith("FORM OF ASSIGNMENT The Assignor", words, StringComparison.Ordinal);
        Assert.EndsWith("1. It is the owner. 2. It gave away no part of the claim. 3. It keeps what is left.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_chooses_the_other_alternative_and_gives_its_words()
    {
        var words = Words(Filled(Assignment, Known, [("1", "Example Fund"), ("2", "June 1")], [2]));
        Assert.EndsWith("1. It is the owner. 2. It sold a part of the claim to Example Fund under an agreement dated June 1, 20__. 3. It keeps what is left.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("modified", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_a_paragraph_on_a_line_of_its_own_stands_before_its_words() =>
        Assert.Contains("\n\n1. It keeps ____ notes.\n\n(a) It sold none.", FormPrinting.Text(Filled("FORM OF ASSIGNMENT\n\nIt assigns:\n\n1.\nIt keeps ____ notes.\n\n(a)\nIt sold none.", Known).Require()), StringComparison.Ordinal);

    [Fact]
    public void A_date_in_three_blanks_is_one_date()
    {
        var known = Known with { IssueDate = new Cited<DateOnly>(new DateOnly(2009, 5, 3)) };
        const string Form = "FORM OF NOTE\n\npromises to pay\n\nIssued on the ____ day of ____________, 20__.\n\nIssue Date: ____________, 20__.";
        Assert.EndsWith("Issued on the 3rd day of May, 2009. Issue Date: May 3, 2009.", Words(Filled(Form, known)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_that_is_a_mere_gap_is_filled_or_gets_a_line()
    {
        const string Form = "GUARANTEE AGREEMENT\n\nThis agreement, dated as of         , 20 , is made by the Guarantor for the notes\ndesignated the        % Notes, each of $           per note.\n\nIN WITNESS WHEREOF they sign.";
        Assert.Contains("dated as of ____________, 20__, is made by the Guarantor for the notes designated the 4.25% Notes, each of $__________ per note.", Words(Filled(Form, Known)), StringComparison.Ordinal);
    }

    [Fact]
    public void Refusals_name_what_the_form_has()
    {
        Assert.Equal("FORM-WITHOUT-BLANKS", Refused(Filled(Invented.Agreement, Known)));
        Assert.Equal("FORM-AMBIGUOUS", Refused(Filled(Note + "\n\n" + Assignment, Known)));
        Assert.Equal("", Refused(Filled(Note + "\n\n" + Assignment, Known, chosen: [1], document: "FormOfAssignment")));
        Assert.Equal("FORM-UNKNOWN", Refused(Filled(Note, Known, document: "GuaranteeAgreement")));
        Assert.Equal("ALTERNATIVE-UNKNOWN", Refused(Filled(Note, Known, chosen: [3])));
        Assert.Equal("BLANK-UNKNOWN", Refused(Filled(Note, Known, [("colour", "red")])));
        Assert.Equal("ALTERNATIVE-OPEN", Refused(Filled(Note, Known with { Interest = new Interest() })));
    }

    [Fact]
    public void A_filled_form_as_docx_is_read_again_with_what_was_filled_in()
    {
        var docx = FormPrinting.Print(Filled(Note, Known).Require(), FormFormat.Docx);
        Assert.Equal(docx, FormPrinting.Print(Filled(Note, Known).Require(), FormFormat.Docx));
        var document = Assert.Single(Reader.Read([new InputFile(docx, "note.docx")]).Require().Documents);
        Assert.Equal((DocumentKind.FormOfNote, "2012-05-04", "4.25", "037833100"), (document.Kind, document.Of("maturity"), document.Of("interestRate"), document.Of("cusip")));
        Assert.Equal("word/document.xml", document.Part);
    }

    [Fact]
    public void A_filled_form_as_HTML_marks_what_stayed_blank()
    {
        var html = Encoding.UTF8.GetString(FormPrinting.Print(Filled(Note, Known).Require(), FormFormat.Html));
        Assert.Contains("(the &quot;Company&quot;), promises to pay to <mark>____________</mark> the principal sum of $100,000,000", html, StringComparison.Ordinal);
        Assert.Equal("2012-05-04", Assert.Single(Reads.Text(html).Documents).Of("maturity"));
    }

    [ReferenceFact]
    public void The_form_of_assignment_among_the_filings_is_printed_with_one_of_its_two_statements_and_without_instructions()
    {
        var file = new InputFile(File.ReadAllBytes(Reference.Filing("004")), "filing");
        var filled = Filling.Of(file, new FillRequest("FormOfAssignment", Known, [], [1], [])).Require();
        Assert.Equal("ALTERNATIVE-OPEN", Refused(Filling.Of(file, new FillRequest("FormOfAssignment", Known, [], [], []))));
        Assert.Equal([true, false], filled.Alternatives.Select(a => a.Stands));
        var words = Words(filled);
        Assert.DoesNotContain("Instructions", words, StringComparison.Ordinal);
        Assert.DoesNotContain("shall be modified", words, StringComparison.Ordinal);
        Assert.Equal(1, words.Split("otherwise transferred any interest").Length - 1);
        Assert.DoesNotContain("assigned part of its rights", words, StringComparison.Ordinal);
        var other = Words(Filling.Of(file, new FillRequest("FormOfAssignment", Known, [], [2], [])));
        Assert.Contains("assigned part of its rights", other, StringComparison.Ordinal);
        Assert.DoesNotContain("otherwise transferred any interest", other, StringComparison.Ordinal);
    }
}
