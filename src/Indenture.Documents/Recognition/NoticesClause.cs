using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Where notices go: address, attention, telephone and telefax of each party.</summary>
internal static partial class NoticesClause
{
    public static Recogniser Recogniser { get; } = new("notice details", Role.Contract, [], ["notices shall be", "all notices", "at the address set forth below"], Read);

    private const int Reach = 3000;

    [GeneratedRegex(@"\([a-z]\) If (?:given )?to (?:the )?(?<who>[A-Z][^:;]{2,80}?)(?:, at the [^:]{5,200})?: (?<block>.{10,400}?)(?= \([a-z]\) If | or at any other|,? or to such other| All such| Notices |$)", Text.Cased)]
    private static partial Regex Addressee { get; }

    [GeneratedRegex(@"(?<kind>Attention|Attn|Telephone|Tel|Telefax|Facsimile|Fax|Telex)[.:]{1,2} ?(?<value>.{2,80}?)(?= ?(?:Attention|Attn|Telephone|Tel|Telefax|Facsimile|Fax|Telex)[.:]|$)", Text.Cased)]
    private static partial Regex Detail { get; }

    [GeneratedRegex(@"\bnotice to (?:the )?(?<who>[A-Z][\w .]{1,40}?) within " + Text.InSentence + @"{0,300}? address set forth below", Text.Cased)]
    private static partial Regex Below { get; }

    private static IEnumerable<Recognised> Read(Passage passage, DocumentFacts facts)
    {
        var document = facts.Document;
        var window = new Passage(document, passage.Start, document.Words(passage.Start, Math.Min(document.End, passage.Start + Reach)));
        foreach (Match match in Addressee.Matches(window.Text))
            foreach (var found in Block(window, facts, match.Groups["who"].Value, match.Groups["block"])) yield return found;
        if (Below.Match(passage.Text) is not { Success: true } below) yield break;
        // The lines that follow the paragraph, up to the next paragraph of text.
        var first = Cutting.PieceAt(document.Source, passage.End);
        var last = first;
        while (last < document.EndPiece && last < first + 10 && document[last].Length < 80 && !document.Of(last).StartsWith("Section", StringComparison.OrdinalIgnoreCase)) last++;
        if (last - first is < 2 or > 9) yield break;
        var block = document.Words(document[first].Start, document[last - 1].End);
        yield return new Recognised.States("noticeAddress", block, document[first].Start, document[last - 1].End, below.Groups["who"].Value);
    }

    private static IEnumerable<Recognised> Block(Passage window, DocumentFacts facts, string who, Capture block)
    {
        var details = Detail.Matches(block.Value);
        var address = block.Value[..(details.Count > 0 ? details[0].Index : block.Length)].TrimEnd(' ', ',');
        var name = facts.All.OfType<Recognised.Names>().Select(n => n.Name).Where(n => address.StartsWith(n, StringComparison.OrdinalIgnoreCase)).MaxBy(n => n.Length);
        var from = name?.Length ?? address.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        while (from > 0 && from < address.Length && address[from] is ' ' or ',') from++;
        if (from > 0 && from < address.Length - 5) yield return window.Fact("noticeAddress", address[from..], block.Index + from, address.Length - from, who);
        foreach (Match detail in details)
        {
            var fact = detail.Groups["kind"].Value switch
            {
                "Attention" or "Attn" => "noticeAttention",
                "Telephone" or "Tel" => "noticePhone",
                "Telex" => "noticeTelex",
                _ => "noticeFax",
            };
            var value = detail.Groups["value"];
            if (fact is "noticePhone" or "noticeFax" && !char.IsAsciiDigit(value.Value.TrimStart('+', '(')[0])) continue;
            yield return window.Fact(fact, value.Value.TrimEnd(' ', ','), block.Index + value.Index, value.Value.TrimEnd(' ', ',').Length, who);
        }
    }
}
