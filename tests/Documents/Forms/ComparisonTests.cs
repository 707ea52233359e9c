using System.Text;
using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.Forms;

public class ComparisonTests
{
    private static Comparison Compare(string first, string second) =>
        Comparison.Of(new InputFile(Encoding.UTF8.GetBytes(first), "a"), new InputFile(Encoding.UTF8.GetBytes(second), "b")).Require();

    private static string Quoted(Comparison comparison, Place place) => Encoding.UTF8.GetString(comparison.Files[place.File].Bytes[place.Start..place.End]);

    [Fact]
    public void An_underwriter_with_another_full_stop_is_the_same_and_a_line_that_is_a_date_is_changed()
    {
        var name = Reads.Text(Invented.Agreement).Documents[0].Underwriters[0].Name;
        var compared = Compare(Invented.Agreement, Invented.Agreement.Replace(name, name.TrimEnd('.') + (name.EndsWith('.') ? "" : "."), StringComparison.Ordinal)).Documents[0];
        Assert.Empty(compared.Underwriters);
        var dates = Compare("TERMS AGREEMENT\n\nMay 4, 2009\n\naggregate principal amount $5,000", "TERMS AGREEMENT\n\nJune 5, 2010\n\naggregate principal amount $5,000").Documents[0];
        Assert.Equal(Change.Changed, Assert.Single(dates.Clauses).Change);
    }

    [Fact]
    public void A_document_and_itself_do_not_differ() => Assert.True(Compare(Invented.Agreement, Invented.Agreement).IsSame);

    [Fact]
    public void A_changed_maturity_is_one_fact_with_both_values_and_both_places()
    {
        var comparison = Compare(Invented.Agreement, Invented.Agreement.Replace("Maturity: ...............  May 4, 2012", "Maturity: ...............  May 4, 2013", StringComparison.Ordinal));
        var pair = Assert.Single(comparison.Documents);
        var fact = Assert.Single(pair.Facts);
        Assert.Equal(("maturity", Change.Changed), (fact.Name, fact.Change));
        Assert.Equal(("2012-05-04", "2013-05-04"), (fact.First.Single().Value, fact.Second.Single().Value));
        Assert.Equal(("May 4, 2012", "May 4, 2013"), (Quoted(comparison, fact.First.Single().Place), Quoted(comparison, fact.Second.Single().Place)));
        var clause = Assert.Single(pair.Clauses);
        Assert.Equal((Change.Changed, "Maturity"), (clause.Change, clause.Clause));
        Assert.Equal(("2012", "2013"), (clause.Changes.Single().Delete, clause.Changes.Single().Insert));
    }

    [Fact]
    public void A_fact_that_only_one_states_was_added_or_removed()
    {
        var without = Invented.Agreement.Replace("Interest Rate: ..........  4.50% per annum\n\n", "", StringComparison.Ordinal);
        Assert.Equal(Change.Removed, Assert.Single(Compare(Invented.Agreement, without).Documents[0].Facts, f => f.Name == "interestRate").Change);
        Assert.Equal(Change.Added, Assert.Single(Compare(without, Invented.Agreement).Documents[0].Facts, f => f.Name == "interestRate").Change);
    }

    [Fact]
    public void What_an_underwriter_takes_is_compared_by_its_name()
    {
        var row = Assert.Single(Compare(Invented.Agreement, Invented.Agreement.Replace("40,000,000\n", "45,000,000\n", StringComparison.Ordinal)).Documents[0].Underwriters);
        Assert.Equal(("Beta & Co. Inc.", "40000000.00", "45000000.00"), (row.Name, row.First.Single().Value, row.Second.Single().Value));
    }

    [Fact]
    public void Paragraphs_added_and_removed_are_named_whole_and_their_neighbours_are_not()
    {
        var later = Invented.Note.Replace("Sums are\nrounded to the nearest cent, half a cent upwards.", "Sums are\nrounded to the nearest cent, half a cent upwards.\n\nThis Note is governed by what its holder and the Company agreed on the day of issue.", StringComparison.Ordinal);
        var added = Assert.Single(Compare(Invented.Note, later).Documents[0].Clauses);
        Assert.Equal(Change.Added, added.Change);
        Assert.StartsWith("This Note is governed", added.Second!.Text, StringComparison.Ordinal);
        var removed = Assert.Single(Compare(later, Invented.Note).Documents[0].Clauses);
        Assert.Equal((Change.Removed, added.Second.Text), (removed.Change, removed.First!.Text));
    }

    [Fact]
    public void A_labelled_row_is_the_same_row_whatever_its_value()
    {
        var clause = Assert.Single(Compare(Invented.Agreement, Invented.Agreement.Replace("Interest Rate: ..........  4.50% per annum", "Interest Rate: ..........  none is paid on these", StringComparison.Ordinal)).Documents[0].Clauses);
        Assert.Equal((Change.Changed, "Interest Rate"), (clause.Change, clause.Clause));
    }

    [Fact]
    public void Another_wrapping_another_quotation_mark_and_another_dash_are_no_difference()
    {
        var retyped = Invented.Note.Replace("\nfrom and including May 4, 2009, semi-annually,", " from and including\nMay 4, 2009, semi-annually,", StringComparison.Ordinal)
            .Replace("(the \"Company\")", "(the “Company”)", StringComparison.Ordinal);
        Assert.NotEqual(Invented.Note, retyped);
        Assert.Empty(Compare(Invented.Note, retyped).Documents[0].Clauses);
    }

    [Fact]
    public void Documents_of_different_kinds_are_compared_by_fact_alone()
    {
        var pair = Assert.Single(Compare(Invented.Agreement, Invented.Note.Replace("4.50% per annum", "4.75% per annum", StringComparison.Ordinal)).Documents);
        Assert.Empty(pair.Clauses);
        Assert.Equal(("4.50", "4.75"), Assert.Single(pair.Facts, f => f.Name == "interestRate") is var f ? (f.First.Single().Value, f.Second.Single().Value) : default);
        Assert.DoesNotContain(pair.Facts, f => f.Name == "maturity");
    }

    [Fact]
    public void Of_several_documents_in_a_file_each_is_compared_with_its_own()
    {
        var other = Invented.Agreement.Replace("May 4, 2012", "June 1, 2015", StringComparison.Ordinal).Replace("$100,000,000", "$70,000,000", StringComparison.Ordinal);
        // The second file has them in the other order, and in one of them another price.
        var comparison = Compare(Invented.Agreement + "\n\n" + other, other + "\n\n" + Invented.Agreement.Replace("99.50%", "99.25%", StringComparison.Ordinal));
        Assert.Equal(["purchasePrice"], comparison.Documents.SelectMany(d => d.Facts).Select(f => f.Name));
    }

    [Fact]
    public void A_document_without_a_partner_stands_alone()
    {
        var comparison = Compare(Invented.Agreement, Invented.Agreement + "\n\n" + Invented.Note);
        Assert.Contains(comparison.Documents, d => d is { First: null, Second.Kind: DocumentKind.FormOfNote });
        Assert.False(comparison.IsSame);
    }

    [Fact]
    public void A_change_in_one_long_line_is_found_in_its_sentence()
    {
        var line = "AGENCY AGREEMENT\n\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"Sentence {i} of the agents binds them all. "));
        var clause = Assert.Single(Compare(line, line.Replace("Sentence 211 of the agents binds", "Sentence 211 of the agents frees", StringComparison.Ordinal)).Documents[0].Clauses);
        Assert.Equal(("binds", "frees", 5), (clause.Changes.Single().Delete, clause.Changes.Single().Insert, clause.Changes.Single().After));
    }

    [Fact]
    public void Words_that_were_replaced_added_and_removed_are_runs_in_order()
    {
        // "one two three four" to "one 2 three four five": a replacement after one word, an addition after four.
        Assert.Equal([new WordChange(1, "two", "2"), new WordChange(4, "", "five")], DocumentComparison.WordsOf("one two three four", "one 2 three four five"));
        Assert.Equal([new WordChange(0, "one", "")], DocumentComparison.WordsOf("one two", "two"));
    }

    [Fact]
    public void Of_a_list_of_many_items_the_common_run_is_kept_whatever_its_length()
    {
        // 5,000 items with every hundredth replaced: more pairs than a table holds.
        var first = Enumerable.Range(0, 5000).ToList();
        var second = first.Select(i => i % 100 == 50 ? -i : i).ToList();
        Assert.Equal(4950, Alignment.Of(first, second).Count);
        Assert.All(Alignment.Of(first, second), p => Assert.Equal(first[p.First], second[p.Second]));
    }
}
