using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Indenture.Documents;
using Indenture.Tests.Support;

namespace Indenture.Tests.Documents.Assembly;

/// <summary>
/// The real documents with other figures, names and dates in them, drawn from a seed, and with their faults mended: what is read follows the words. Every
/// expected value is made by the same change of the value that the unchanged document states.
/// </summary>
public partial class ChangedFilingsTests
{
    private static readonly int Seeds = int.Parse(Environment.GetEnvironmentVariable("GENERATED_SEEDS") ?? "12", CultureInfo.InvariantCulture);

    private static string Words(string beginning) => Encoding.UTF8.GetString(File.ReadAllBytes(Reference.Filing(beginning)));

    private static List<string> Stated(Reading reading, params string[] names) =>
        [.. reading.Documents.SelectMany(d => d.Facts.Where(f => names.Contains(f.Name)).Select(f => $"{d.Kind} {f.Name}#{f.Tranche} {f.Value}"))];

    private static readonly string[] Beginnings = ["000", "001", "003", "004"];

    public static TheoryData<string, int> Draws
    {
        get
        {
            var draws = new TheoryData<string, int>();
            foreach (var beginning in Beginnings)
                for (var seed = 1; seed <= Seeds; seed++) draws.Add(beginning, seed);
            return draws;
        }
    }

    [GeneratedRegex(@"\b(?:19|20)(\d\d)\b")]
    private static partial Regex Year();

    [ReferenceTheory]
    [MemberData(nameof(Draws))]
    public void Years_move_and_every_date_moves_with_them(string beginning, int seed)
    {
        // Twenty-eight years bring back the same weekdays, so that no date falls on another kind of day; the leap days are the same.
        var years = new Random(seed).Next(2) == 0 ? 28 : -28;
        string Moved(string words) => Year().Replace(words, y => (int.Parse(y.Value, CultureInfo.InvariantCulture) + years).ToString(CultureInfo.InvariantCulture));
        var text = Words(beginning);
        var moved = LongYear().Replace(text, m => m.Groups[1].Value + (int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) + years).ToString(CultureInfo.InvariantCulture));
        string[] dates = ["maturity", "closingDate", "agreementDate", "issueDate", "firstPayment", "interestFrom"];
        Assert.Equal(Stated(Reads.Text(text), dates).Select(Moved).Order(StringComparer.Ordinal), Stated(Reads.Text(moved), dates).Order(StringComparer.Ordinal));
    }

    /// <summary>A year behind a day and month, or behind "due".</summary>
    [GeneratedRegex(@"((?:January|February|March|April|May|June|July|August|September|October|November|December)[\s\u00a0]+(?:\d{1,2}[\s\u00a0]?,?[\s\u00a0]*)?|\bdue[\s\u00a0]+)((?:19|20)\d\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LongYear();

    [ReferenceTheory]
    [MemberData(nameof(Draws))]
    public void Amounts_change_and_are_read_as_they_stand(string beginning, int seed)
    {
        // The first figure of every sum of five millions or more becomes another one, the same for the same figure.
        var random = new Random(seed);
        var figures = Enumerable.Range(1, 9).OrderBy(_ => random.Next()).Select(d => (char)('0' + d)).ToArray();
        string Changed(string words) => Sum().Replace(words, m => figures[m.Value[0] - '1'] + m.Value[1..]);
        var text = Words(beginning);
        string[] amounts = ["principal", "seriesLimit", "consolidatedPrincipal"];
        var expected = Stated(Reads.Text(text), amounts).Select(s => Plain().Replace(s, m => figures[m.Value[0] - '1'] + m.Value[1..]));
        Assert.Equal(expected.Order(StringComparer.Ordinal), Stated(Reads.Text(Changed(text)), amounts).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"(?<![\d,])[1-9]\d{0,2}(?:,\d{3}){2,}(?![\d,])")]
    private static partial Regex Sum();

    [GeneratedRegex(@"(?<= )[1-9]\d{6,}(?=\.\d\d$|$)")]
    private static partial Regex Plain();

    [ReferenceTheory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("004")]
    public void Another_name_of_the_issuer_is_read_in_its_place(string beginning)
    {
        var text = Words(beginning);
        var old = Reads.Text(text).Documents.SelectMany(d => d.Facts).First(f => f.Name == "issuer").Value;
        var changed = text.Replace(old, "Marlow Kestrel Corp.", StringComparison.Ordinal).Replace(old.ToUpperInvariant(), "MARLOW KESTREL CORP.", StringComparison.Ordinal);
        var issuers = Reads.Text(changed).Documents.SelectMany(d => d.Facts.Where(f => f.Name == "issuer").Select(f => f.Value)).Distinct().ToList();
        Assert.NotEmpty(issuers);
        Assert.All(issuers, i => Assert.Equal("MARLOW KESTREL CORP", i.ToUpperInvariant().TrimEnd('.')));
    }

    [ReferenceFact]
    public void The_faults_go_when_they_are_mended_and_no_other_takes_their_place()
    {
        var text = Words("004");
        Assert.Equal(["ALLOC-UNNAMED-ROW", "LIBOR-TENOR-CONFLICT", "LIBOR-TENOR-CONFLICT"], Errors(text));
        // The amount that stands beside no name is taken away.
        var mended = Regex.Replace(text, @"(?<=,\d{3}[^\S\n]*)\n[^\S\n]*[\d,]+[^\S\n]*(?=\nTotal\b)", "");
        Assert.NotEqual(text, mended);
        Assert.DoesNotContain("ALLOC-UNNAMED-ROW", Errors(mended));
        // Deposits of the length that the rate is said to have.
        Assert.Empty(Errors(Regex.Replace(mended, @"six(-|\s+)month|6(-|\s+)month", "three-month", RegexOptions.IgnoreCase)).Except(["LIBOR-TENOR-CONFLICT"]));
    }

    private static List<string> Errors(string text) => [.. Reads.Text(text).Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Code)];
}
