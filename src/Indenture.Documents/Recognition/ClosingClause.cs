using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>When and where notes and money change hands.</summary>
internal static partial class ClosingClause
{
    public static Recogniser Recogniser { get; } = new("closing", Role.Offer,
        ["Closing Date", "Settlement Date", "Settlement", "Settle", "Expected Settlement Date", "Delivery Date", "Closing", "Date of Delivery", "Time of Delivery", "Settle Date", "Expected Settlement", "Anticipated Settlement Date", "Delivery", "Settlement Date/Issue Date", "Settlement/Issue Date", "Closing/Settlement Date", "Settlement/Closing Date", "Closing Date/Settlement Date", "Settlement Date/Closing Date", "Expected Closing Date", "Closing and Settlement Date", "Settlement and Closing Date", "Settlement Date and Issue Date", "Original Issue Date/Settlement Date", "Original Issue/Settlement Date", "Date of Closing", "Expected Settle Date", "Trade Date/Settlement Date", "Trade/Settlement Date", "Pricing/Settlement Date", "Pricing Date/Settlement Date", "Trade Date / Settlement Date", "Trade Date and Settlement Date", "Delivery and Payment Date", "Delivery and Payment", "Payment and Delivery Date", "Closing Time"],
        ["Closing Date shall be", "closing shall take place"], Read);

    [GeneratedRegex(@"\bClosing Date shall be (?:on )?(?<date>" + Dates.Full + @")(?:,? at (?<time>(?<h>\d{1,2}):(?<min>\d\d) ?(?<half>[ap]\.? ?m\b\.?)(?: ?,? ?\(?(?<zone>(?:Eastern|New York(?: City)?|London|Central|Pacific)(?: Standard| Daylight)? time)\)?)?))?(?:,? (?:at the (?:Corporate Law )?offices? of |at )(?<place>[^;]{5,200}?)(?=\. |\.$|$))?", Text.Options)]
    private static partial Regex Shall { get; }

    [GeneratedRegex(@"\bclosing shall take place at (?<place>(?:the )?(?:offices? of )?[^;]{5,200}?)(?=\. |\.$|$)", Text.Options)]
    private static partial Regex TakePlace { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        if (passage.IsRow)
        {
            var printed = Dates.All(passage.Text.Length > 200 ? passage.Text[..200] : passage.Text).ToList();
            // Two dates under two labels: the trade's comes first.
            var two = passage.Label!.StartsWith("Trade", StringComparison.OrdinalIgnoreCase) || passage.Label.StartsWith("Pricing", StringComparison.OrdinalIgnoreCase);
            if (printed.Count > (two ? 1 : 0) && printed[two ? 1 : 0] is { Value: { } settled } at && at.Index < (two ? 60 : 40)) yield return passage.Fact("closingDate", settled, at.Index, at.Length);
            yield break;
        }
        var shall = Shall.Match(passage.Text);
        if (shall.Success)
        {
            if (Dates.Parse(shall.Groups["date"].Value) is { } date) yield return passage.Fact("closingDate", date, shall.Groups["date"]);
            var time = shall.Groups["time"];
            if (time.Success && Dates.Time(shall.Groups["h"].Value, shall.Groups["min"].Value, shall.Groups["half"].Value) is { } clock)
            {
                var zone = shall.Groups["zone"].Success ? Zones.Of(shall.Groups["zone"].Value) : "unstated";
                yield return passage.Fact("closingTime", clock, time, zone);
                if (zone != "unstated") yield return passage.Fact("closingZone", zone, shall.Groups["zone"]);
            }
        }
        var place = TakePlace.Match(passage.Text) is { Success: true } take ? take.Groups["place"] : shall.Success && shall.Groups["place"].Success ? shall.Groups["place"] : null;
        if (place is null) yield break;
        // "at the Corporate Law offices of …": the words from the office on are the place.
        var start = shall.Success && shall.Groups["place"].Success && ReferenceEquals(place, shall.Groups["place"])
            ? passage.Text.LastIndexOf(" at ", place.Index, StringComparison.OrdinalIgnoreCase) + 4
            : place.Index;
        yield return passage.Fact("closingPlace", passage.Text[start..(place.Index + place.Length)], start, place.Index + place.Length - start);
    }
}
