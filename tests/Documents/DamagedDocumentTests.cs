using System.Globalization;
using System.Text;
using Indenture.Documents;
using Indenture.Tests.Documents.Generation;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents;

/// <summary>
/// Documents cut, spliced, repeated, in wrong encodings and in nested tables: no exception, and every span inside its file. DAMAGED_MEGABYTES says how much
/// is read; a failure prints its round.
/// </summary>
public class DamagedDocumentTests
{
    private static readonly int Megabytes = int.Parse(Environment.GetEnvironmentVariable("DAMAGED_MEGABYTES") ?? "3", CultureInfo.InvariantCulture);

    private static List<byte[]> Whole()
    {
        var deal = GeneratedDeal.Draw(new Random(1));
        var whole = Written();
        foreach (var (_, write) in Layouts.All)
            whole.AddRange([write(GeneratedDocuments.Agreement(deal)), write(GeneratedDocuments.TermSheet(deal)), write(GeneratedDocuments.Note(deal))]);
        return whole;
    }

    /// <summary>As people wrote them.</summary>
    private static List<byte[]> Written()
    {
        List<byte[]> whole = [Encoding.UTF8.GetBytes(Invented.Agreement), Encoding.UTF8.GetBytes(Invented.Note), Encoding.UTF8.GetBytes(Invented.Floating)];
        if (Reference.IsThere)
            foreach (var folder in (string[])["filings", "more-filings"])
                whole.AddRange(Directory.GetFiles(Reference.PathOf(folder), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(b => b.Length < 200_000));
        return whole;
    }

    private static readonly byte[][] Splices =
    [
        "<table><tr><td>"u8.ToArray(), "</td></tr></table>"u8.ToArray(), "<DOCUMENT>\n<TYPE>EX-4.1\n<TEXT>\n"u8.ToArray(), "<!--"u8.ToArray(), "<style>"u8.ToArray(), "&#160;"u8.ToArray(), "&#99999999999;"u8.ToArray(),
        [0xff, 0xfe], [0xc3], [0xe2, 0x80], [0xed, 0xa0, 0x80], [0], "\n\n\n"u8.ToArray(), "______"u8.ToArray(), "99999999999999999999999999999"u8.ToArray(), "$1,000,000,000,000,000,000,000,000"u8.ToArray(),
        [.. Enumerable.Repeat("<table><tr><td>"u8.ToArray(), 40).SelectMany(t => t)], Encoding.Unicode.GetBytes("Maturity: May 4, 2012"), Encoding.UTF32.GetBytes("$1,000"), "|||||\t\t\t"u8.ToArray(), "\f\u2028\u0085"u8.ToArray(),
        "February 31, 0000"u8.ToArray(), "May 4, 9999"u8.ToArray(), "(the \""u8.ToArray(), "TERMS AGREEMENT\n\n"u8.ToArray(), "Underwriters      Principal Amount\n"u8.ToArray(), "TOTAL $0\n"u8.ToArray(), "<w:p><w:tc>"u8.ToArray(),
    ];

    private static byte[] Damaged(Random random, IReadOnlyList<byte[]> whole)
    {
        var bytes = new List<byte>(whole[random.Next(whole.Count)]);
        for (var times = random.Next(1, 8); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(2000), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: var other = whole[random.Next(whole.Count)]; var from = random.Next(other.Length); bytes.InsertRange(at, other[from..Math.Min(other.Length, from + 3000)]); break;
                case 2: for (var i = 0; i < length; i++) if (random.Next(20) == 0) bytes[at + i] = (byte)random.Next(256); break;
                case 3: var piece = bytes.GetRange(at, Math.Min(length, 300)); for (var i = random.Next(1, 60); i > 0; i--) bytes.InsertRange(at, piece); break;
                case 4: for (var i = random.Next(1, 200); i > 0; i--) bytes.InsertRange(at, Splices[random.Next(Splices.Length)]); break;
                case 5: for (var i = 0; i < bytes.Count; i++) if (bytes[i] is (byte)'\n' or (byte)'\r') bytes[i] = (byte)' '; break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }
        return [.. bytes];
    }

    private static string? Fault(byte[] bytes)
    {
        try
        {
            var file = new InputFile(bytes, "damaged");
            if (Reader.Read([file]) is not Outcome<Reading>.Done { Value: var reading }) return null;
            _ = ReadingJson.Write(reading).ToJsonString();
            foreach (var document in reading.Documents.Where(d => d.Part is null))
                foreach (var fact in document.Facts)
                    if (fact.Start < document.Start || fact.End > document.End || fact.Start >= fact.End || fact.Quote.Length == 0) return $"the span of {fact}";
            return null;
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    /// <summary>No document takes a thousandth of this: whoever is not done by then will never be.</summary>
    private static readonly TimeSpan Hangs = TimeSpan.FromMinutes(20);

    /// <summary>Reads until done, or until nothing has been finished for so long that it hangs.</summary>
    private static void Watched(Action<Action<string>> work)
    {
        var at = "nothing";
        Exception? fault = null;
        var thread = new Thread(() =>
        {
            try
            {
                work(name => Volatile.Write(ref at, name));
            }
            catch (Exception e)
            {
                fault = e;
            }
        }) { IsBackground = true };
        thread.Start();
        for (var seen = ""; !thread.Join(Hangs); seen = Volatile.Read(ref at)) Assert.True(seen != Volatile.Read(ref at), $"{seen} is read without an end.");
        if (fault is not null) throw new InvalidOperationException(at, fault);
    }

    [Fact]
    public void Damaged_documents_raise_no_exception_and_their_spans_stay_inside()
    {
        var whole = Whole();
        var faults = new List<string>();
        Watched(reading =>
        {
            var read = 0L;
            for (var round = 1; read < Megabytes * 1_000_000L; round++)
            {
                reading($"round {round}");
                var bytes = Damaged(new Random(round), whole);
                read += bytes.Length;
                if (Fault(bytes) is { } fault) faults.Add($"round {round}: {fault}");
            }
        });
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join("\n\n", faults.Take(5))}");
    }

    /// <summary>Bytes that reading a document takes from the heap, which are the same at every run; the first reading also makes tables.</summary>
    private static long Taken(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Reader.Read([new InputFile(bytes, "repeated")]);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void A_document_repeated_twice_as_often_takes_twice_as_much()
    {
        var grown = new List<string>();
        foreach (var (n, whole) in Written().Where(w => w.Length < 20_000).Index())
            foreach (var line in new[] { false, true })
            {
                var again = line ? [.. whole.Select(b => b is (byte)'\n' or (byte)'\r' ? (byte)' ' : b)] : whole;
                byte[] Repeated(int length) => [.. Enumerable.Repeat(again, length / again.Length + 1).SelectMany(b => b).Take(length)];
                Taken(Repeated(50_000));
                var (one, two) = (Taken(Repeated(250_000)), Taken(Repeated(500_000)));
                // Twice, and what chance adds: a list that grows by doubling, a table that is cut elsewhere.
                if (two > 2.6 * one + 1_000_000) grown.Add($"document {n}{(line ? " in one line" : "")}: {one:N0} and {two:N0}");
            }
        Assert.True(grown.Count == 0, string.Join("\n", grown));
    }

    [Theory]
    [InlineData("A b C, ")]
    [InlineData("the Securities, due May 4, 2012, ")]
    [InlineData("Maturity | ")]
    public void Megabytes_in_one_line_are_read(string words)
    {
        // 64 megabytes where all is asked for, else 2.
        var line = Encoding.UTF8.GetBytes("TERMS AGREEMENT\n\naggregate principal amount " + string.Concat(Enumerable.Repeat(words, (Megabytes >= 10 ? 64_000_000 : 2_000_000) / words.Length)));
        Watched(reading =>
        {
            reading(words);
            Assert.Equal(DocumentKind.TermsAgreement, Assert.Single(Reader.Read([new InputFile(line, "line")]).Require().Documents).Kind);
        });
    }

    [Fact]
    public void Documents_that_differ_by_damage_are_compared_without_an_exception()
    {
        var whole = Whole().Where(w => w.Length < 20_000).ToList();
        for (var round = 1; round <= 60; round++)
        {
            var random = new Random(round);
            Assert.NotNull(Comparison.Of(new InputFile(Damaged(random, whole), "a"), new InputFile(Damaged(random, whole), "b")));
        }
    }

    [Fact]
    public void Damaged_forms_are_filled_without_an_exception()
    {
        var terms = TermsJson.Read("""{ "currency": "USD", "principal": "1000.00", "maturity": "2012-05-04", "interest": { "kind": "fixed", "rate": "4" } }""", "terms").Require();
        var whole = Whole().Where(w => w.Length < 20_000).ToList();
        for (var round = 1; round <= 150; round++)
        {
            var filled = Filling.Of(new InputFile(Damaged(new Random(round), whole), "form"), new FillRequest(null, terms, [], [], []));
            if (filled is Outcome<FilledForm>.Done { Value: var form })
                foreach (var format in Enum.GetValues<FormFormat>()) Assert.NotEmpty(FormPrinting.Print(form, format));
        }
    }
}
