using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>A rate by an index: "Three-month LIBOR (Reuters LIBOR01) plus 0.55%". Without a margin the rate is left open, never taken as flat.</summary>
internal static partial class FloatingRateClause
{
    public static Recogniser Recogniser { get; } = new("floating rate", Role.Terms,
        ["Interest Rate", "Coupon", "Coupon Rate", "Rate of Interest", "Interest Rate Per Annum", "Base Rate", "Interest Rate Basis", "Reoffer Yield", "Pricing Benchmark", "Spread", "Index", "Interest Rate/Coupon", "Interest", "Rate", "Floating Rate", "Floating Interest Rate", "Interest Rate Index", "Floating Rate Index", "Interest Rate Basis", "Interest Rate Bases", "Rate Basis", "Index Rate", "Benchmark", "Benchmark Rate", "Reference Rate", "Interest Basis", "Coupon Interest Rate", "Margin", "Spread to Index", "Re-offer Yield", "Interest Rate (Coupon)", "Interest Rate or Interest Rate Basis"],
        ["per annum for each Interest Period of", "a per annum rate equal to"], Read);

    /// <summary>The index with its tenor and currency, for use inside other patterns; groups tenor and index.</summary>
    public const string Index = @"(?:(?<tenor>one|two|three|six|nine|twelve|\d{1,2})[ -]?(?:\(\d{1,2}\)[ -]?)?(?:months?|mos?\.?|m)(?:\b[ -]*|(?=L\b)))?(?:U\.?S\.? Dollars?[ -]|USD[ -]|US ?\$[ -]|Compounded |Daily |Simple |Term |Average ){0,2}(?<index>LIBOR|(?<=\dm)L\b|EURIBOR|SOFR|SONIA|Prime Rate|Federal Funds(?: \(?Effective\)?)?(?: Open)? Rate|Treasury Bills?|T-Bills?|Treasury Rate|CMT Rate|Commercial Paper Rate)\b(?:[ -](?:USD|BBA)\b)?(?: \(as defined[^)]{0,60}\))?(?: rate)?";

    /// <summary>The margin, by whatever sign or word, in percent or basis points.</summary>
    private const string Margin = @"(?<sign>plus|minus|\+|-|–|−) ?(?:a (?:spread|margin) of )?(?<num>\d{1,3}(?:\.\d+)?|\.\d+) ?(?<scale>%|bps?\b|b\.p\.|basis points?|per ?cent\b)";

    [GeneratedRegex(Index + @"(?: ?\((?<source>[A-Za-z0-9 -]{3,40})\))?(?<between>[^.%]{0,240}?)" + Margin, Text.Options)]
    private static partial Regex WithMargin { get; }

    [GeneratedRegex(Index + @"(?: ?\((?<source>[A-Za-z0-9 -]{3,40})\))?", Text.Options)]
    private static partial Regex Alone { get; }

    [GeneratedRegex(@"\b(?:determined|calculated) as (?:set forth|described|provided)[^.]{0,200}", Text.Options)]
    private static partial Regex Elsewhere { get; }

    [GeneratedRegex(@"\[ ?[xX]? ?\]|[☐☒☑]|/[xX ]?/|\( ?[xX]? ?\)|__", Text.Options)]
    private static partial Regex Box { get; }

    [GeneratedRegex(@"(?:\[ ?x ?\]|[☒☑]|/x/|\( ?x ?\)|\bx(?=_| )_*) ?" + Index, Text.Options)]
    private static partial Regex Marked { get; }

    [GeneratedRegex(@"\b(?:spread|benchmark|yield)\b", Text.Options)]
    private static partial Regex Distance { get; }

    [GeneratedRegex(@"\G[^.+%;]{0,24}?\b(?<tenor>one|two|three|six|nine|twelve|\d{1,2})[ -]?(?:months?|m)\b", Text.Options)]
    private static partial Regex TenorBehind { get; }

    [GeneratedRegex(@"^(?:From [^%]{10,160}? )?(?:at )?\d{1,2}(?:\.\d+)? ?%(?: per (?:annum|year))?,? [^%]{0,250}?\b(?:until|to,? but excluding|through|thereafter|after|then|from and including)\b", Text.Options)]
    private static partial Regex FixedFirst { get; }

    /// <summary>"4.25% until September 30, 2027, thereafter three-month LIBOR plus …".</summary>
    public static bool BeginsFixed(string text) => FixedFirst.IsMatch(text);

    public static bool NamesIndex(string text) =>
        Alone.IsMatch(text);

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var match = WithMargin.Match(passage.Text) is { Success: true } full ? full : Alone.Match(passage.Text);
        if (!match.Success) yield break;
        if (passage.IsRow)
        {
            // What marked boxes chose is chosen.
            if (facts.First("index") is not null && Boxes.IsEmptyBefore(facts.Document.Text, passage.Start + match.Index - facts.Document.Start)) yield break;
            // Of several boxes the one that is marked counts.
            if (Box.IsMatch(passage.Text))
            {
                if (Marked.Match(passage.Text) is not { Success: true } marked) yield break;
                match = marked;
            }
            // A fixed rate is told by its distance from a Treasury rate too.
            if (match.Groups["index"].Value.StartsWith("Treasury R", StringComparison.OrdinalIgnoreCase) && Distance.IsMatch(passage.Label!)) yield break;
        }
        var from = match.Groups["tenor"].Success ? match.Groups["tenor"].Index : match.Groups["index"].Index;
        var length = match.Groups["index"].Index + match.Groups["index"].Length - from;
        var currency = facts.Value("currency") ?? "USD";
        if (!(passage.IsRow && BeginsFixed(passage.Text))) yield return passage.Fact("interestKind", "floating", from, length);
        yield return passage.Fact("index", Code(match.Groups["index"].Value.ToUpperInvariant(), currency), from, length);
        if (match.Groups["tenor"].Success && Amounts.Small(match.Groups["tenor"].Value) is { } months) yield return passage.Fact("indexTenorMonths", months.ToString(System.Globalization.CultureInfo.InvariantCulture), from, length);
        else if (TenorBehind.Match(passage.Text, match.Groups["index"].Index + match.Groups["index"].Length) is { Success: true } behind && Amounts.Small(behind.Groups["tenor"].Value) is { } later)
            yield return passage.Fact("indexTenorMonths", later.ToString(System.Globalization.CultureInfo.InvariantCulture), behind.Groups["tenor"]);
        if (match.Groups["source"].Success) yield return passage.Fact("indexSource", match.Groups["source"].Value, match.Groups["source"]);
        if (match.Groups["num"].Success)
        {
            var sign = match.Groups["sign"];
            var end = match.Groups["scale"].Index + match.Groups["scale"].Length;
            yield return passage.Fact("spread", Spread(sign.Value, match.Groups["num"].Value, match.Groups["scale"].Value), sign.Index, end - sign.Index);
        }
        else if (passage.IsRow && facts.First("spread") is null)
        {
            var where = Elsewhere.Match(passage.Text) is { Success: true } elsewhere ? $"\"{Text.Tidy(elsewhere.Value)}\"" : "no other document";
            yield return new Recognised.LeavesOpen("spread", $"The rate is described as {passage.Text[from..(from + length)]} with no margin; the words leave it to {where}.", passage.Start + from, passage.End);
        }
    }

    /// <summary>The code of an index as printed in capitals.</summary>
    public static string Code(string printed, string currency) => printed switch
    {
        "LIBOR" or "L" => currency + "-LIBOR",
        "EURIBOR" or "SOFR" or "SONIA" => printed,
        "PRIME RATE" => "USD-Prime",
        "CMT RATE" => "USD-CMT",
        "COMMERCIAL PAPER RATE" => "USD-Commercial-Paper",
        var p when p.StartsWith("FEDERAL", StringComparison.Ordinal) => "USD-Federal-Funds",
        _ => "USD-Treasury-Bill",
    };

    private static string Spread(string sign, string figures, string scale)
    {
        var value = decimal.Parse(figures, System.Globalization.CultureInfo.InvariantCulture);
        var printed = scale is "%" || scale.StartsWith("per", StringComparison.OrdinalIgnoreCase) ? (figures[0] == '.' ? "0" + figures : figures) : (value / 100m).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return sign is "-" or "–" or "−" || sign.Equals("minus", StringComparison.OrdinalIgnoreCase) ? "-" + printed : printed;
    }
}
