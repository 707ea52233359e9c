using System.Text;
using Indenture.Documents;

namespace Indenture.Tests.Documents.Structure;

public class CuttingTests
{
    private static DocumentKind[] KindsOf(string text) => [.. Cutting.Cut(Decoding.Read(0, null, Encoding.UTF8.GetBytes(text))).Select(d => d.Kind)];

    [Fact]
    public void Agreements_follow_each_other_in_one_file()
    {
        Assert.Equal([DocumentKind.TermsAgreement, DocumentKind.TermsAgreement],
            KindsOf("TERMS AGREEMENT\n\nMay 4, 2009\n\nwe offer an aggregate principal amount\n\nTERMS AGREEMENT\n\nMay 5, 2009\n\nmore"));
    }

    [Fact]
    public void A_running_head_opens_no_second_document()
    {
        Assert.Equal([DocumentKind.TermsAgreement], KindsOf("TERMS AGREEMENT\n\nMay 4, 2009\n\nTERMS AGREEMENT\n\nwe offer an aggregate principal amount"));
    }

    [Fact]
    public void A_title_cited_at_the_beginning_of_a_line_opens_nothing()
    {
        Assert.Equal([DocumentKind.TermsAgreement],
            KindsOf("TERMS AGREEMENT\n\nwe offer an aggregate principal amount on the terms that are set forth in this\nTerms Agreement\nand in the\nProspectus Supplement relating to it"));
    }

    [Fact]
    public void A_form_in_an_annex_is_a_document_from_the_label_of_its_annex()
    {
        var documents = Cutting.Cut(Decoding.Read(0, null, "SECOND SUPPLEMENTAL INDENTURE\n\nNOW, THEREFORE, the parties agree.\n\nAnnex B\n\nFORM OF ASSIGNMENT 1\n\nthe holder hereby assigns"u8.ToArray()));
        Assert.Equal([DocumentKind.SupplementalIndenture, DocumentKind.FormOfAssignment], documents.Select(d => d.Kind));
        Assert.StartsWith("Annex B", documents[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cover_of_parties_belongs_to_the_agreement_below_it()
    {
        var documents = Cutting.Cut(Decoding.Read(0, null, "TERMS AGREEMENT\n\nan aggregate principal amount\n\n7\n\nEXAMPLE CORP.,\nas Issuer\n\nand\n\nEXAMPLE TRUST COMPANY,\nas Trustee\n\nThird Supplemental Indenture\n\nDated as of May 4, 2009\n\n8\n\nbody"u8.ToArray()));
        Assert.Equal(2, documents.Count);
        Assert.StartsWith("EXAMPLE CORP.", documents[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_current_report_without_debt_exhibits_is_unknown_and_states_nothing()
    {
        var reading = Support.Reads.Text("FORM 8-K\n\nCURRENT REPORT\n\nExample Corp.\n(Exact name of registrant as specified in its charter)\n\nThe annual meeting elected directors. 3.5% Senior Notes due 2031 are listed.");
        Assert.Equal(DocumentKind.Unknown, reading.Documents.Single().Kind);
        Assert.Empty(reading.Documents.Single().Facts);
    }
}
