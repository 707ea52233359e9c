using System.Text;
using System.Xml.Linq;
using Indenture.Messages;
using Indenture.Tests.Support;
using static Indenture.Tests.Messages.Sample;

namespace Indenture.Tests.Messages;

/// <summary>The lists of docs/messages.md are what the readers do, shown by taking every element of every sample away, doubling it, and moving it.</summary>
public class ElementListTests
{
    /// <summary>A line of a list; lists that refer to another share its lines.</summary>
    private sealed record Listed(string Name, bool Absent, bool AbsentBesideAnother, bool Any, bool Some, bool Kept, List<Listed> Children)
    {
        public string? Refers { get; init; }
    }

    private static readonly Dictionary<string, List<Listed>> Lists = Load();

    private static Dictionary<string, List<Listed>> Load()
    {
        var lists = new Dictionary<string, List<Listed>>();
        List<Listed>? list = null;
        var open = new Stack<Listed>();
        foreach (var line in File.ReadLines(Path.Combine(Reference.Root, "docs", "messages.md")))
        {
            if (line.StartsWith("```elements ", StringComparison.Ordinal)) (list, _) = (lists[line[12..]] = [], open.Count);
            else if (line == "```") list = null;
            else if (list is not null)
            {
                var depth = (line.Length - line.TrimStart().Length) / 2;
                while (open.Count > depth) open.Pop();
                var refers = line.Split(" -> ");
                var words = refers[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var listed = new Listed(words[0], words.Contains("?"), words.Contains("?1"), words.Contains("*"), words.Contains("+"), !words.Contains("~"), []) { Refers = refers.ElementAtOrDefault(1) };
                (depth == 0 ? list : open.Peek().Children).Add(listed);
                open.Push(listed);
            }
        }
        return lists;
    }

    private static List<Listed> Within(Listed listed) => listed.Refers is { } list ? Lists[list] : listed.Children;

    private static Listed Find(XElement element)
    {
        if (element.Parent is not { } parent) throw new InvalidOperationException(element.Name.LocalName);
        var among = parent.Name.LocalName switch
        {
            "Document" => Lists[element.Name.NamespaceName.Split(':')[^1]],
            "AppHdr" => Lists["head.001.001.02"],
            _ => Within(Find(parent)),
        };
        return among.FirstOrDefault(l => l.Name == element.Name.LocalName) ?? throw new Xunit.Sdk.XunitException($"{element.Name.LocalName} below {parent.Name.LocalName} is read and in no list.");
    }

    private static IEnumerable<XElement> Elements(XElement root) => root.Descendants().Where(e => e.Parent!.Name.LocalName is not ("Envelope" or "Document"));

    private static Outcome<Received> Read(XElement root) => InboundMessage.Read(Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting)), null);

    /// <summary>Each element of each sample, in a copy of its own.</summary>
    private static IEnumerable<(string Sample, XElement Root, XElement Element, string Before)> Each()
    {
        foreach (var (name, xml) in InboundSamples.All)
        {
            var before = InboundMessageTests.Shown(InboundMessageTests.Read(xml).Require());
            var count = Elements(XElement.Parse(xml)).Count();
            for (var i = 0; i < count; i++)
            {
                var root = XElement.Parse(xml);
                yield return (name, root, Elements(root).ElementAt(i), before);
            }
        }
    }

    [Fact]
    public void AnElementTakenAwayIsMissedUnlessTheListSaysThatItMayBeAbsent()
    {
        var changed = new Dictionary<Listed, bool>(ReferenceEqualityComparer.Instance);
        foreach (var (sample, root, element, before) in Each())
        {
            var listed = Find(element);
            var siblings = element.Parent!.Elements().Count(e => e.Name == element.Name);
            var place = $"{sample}: {element.Name.LocalName} below {element.Parent.Name.LocalName}";
            element.Remove();
            var after = Read(root);
            if (after is Outcome<Received>.Done { Value: var received })
            {
                Assert.True(listed.Absent || listed.AbsentBesideAnother || listed.Any || listed.Some && siblings > 1, place + " may be absent, and its list does not say so");
                var differs = InboundMessageTests.Shown(received) != before;
                changed[listed] = changed.GetValueOrDefault(listed) || differs;
                if (!listed.Kept) Assert.False(differs, place + " is kept, and its list says that it is not");
            }
            else
            {
                var refused = CodeOf(after);
                if (listed.Absent || listed.Any) Assert.Contains(refused, new[] { "SUM-DIFFERS", "REFERENCE-MISSING" });
                else if (listed.AbsentBesideAnother) Assert.Contains(refused, new[] { "ELEMENT-MISSING", "REFERENCE-MISSING" });
                else Assert.Equal("ELEMENT-MISSING", refused);
            }
        }
        // "~" once above is "~" below: these hang from lists that some parents keep and others do not.
        var silent = changed.Where(c => c.Key.Kept && !c.Value).Select(c => c.Key.Name).Except(UnderUnkept()).ToList();
        Assert.True(silent.Count == 0, "Kept by the list, and without effect: " + string.Join(", ", silent));
    }

    /// <summary>Names below an element whose form alone is checked.</summary>
    private static HashSet<string> UnderUnkept()
    {
        var names = new HashSet<string>();
        foreach (var listed in Lists.Values.SelectMany(l => l)) Walk(listed, listed.Kept);
        return names;

        void Walk(Listed listed, bool kept)
        {
            kept &= listed.Kept;
            foreach (var child in Within(listed))
            {
                if (!kept) names.Add(child.Name);
                Walk(child, kept);
            }
        }
    }

    [Fact]
    public void AnElementDoubledIsRefusedUnlessTheListSaysThatItMayRepeat()
    {
        foreach (var (sample, root, element, _) in Each())
        {
            var listed = Find(element);
            var place = $"{sample}: {element.Name.LocalName} below {element.Parent!.Name.LocalName}";
            element.AddAfterSelf(new XElement(element));
            var after = CodeOf(Read(root));
            if (!listed.Any && !listed.Some) Assert.True(after == "ELEMENT-REPEATED", $"{place}: {after}");
            else Assert.Contains(after, new[] { "DONE", "REFERENCE-REPEATED", "SUM-DIFFERS", "ELEMENT-REPEATED" });
        }
    }

    [Fact]
    public void AnElementThatNoListHasIsRefusedWhereverItStands()
    {
        foreach (var (sample, root, element, _) in Each())
        {
            element.AddBeforeSelf(new XElement(element.Name.Namespace + "Intruder", "x"));
            var before = CodeOf(Read(root));
            Assert.True(before is "ELEMENT-UNKNOWN" or "ELEMENT-MISSING" or "ELEMENT-REPEATED", $"{sample}: an intruder before {element.Name.LocalName}: {before}");
            var again = element.PreviousNode!;
            again.Remove();
            element.Add(new XElement(element.Name.Namespace + "Intruder", "x"));
            var inside = CodeOf(Read(root));
            Assert.True(inside is "ELEMENT-UNKNOWN" or "ELEMENT-REPEATED", $"{sample}: an intruder inside {element.Name.LocalName}: {inside}");
        }
    }

    [Fact]
    public void EveryLineOfEveryListStandsInASample()
    {
        var met = new HashSet<Listed>(ReferenceEqualityComparer.Instance);
        foreach (var (_, _, element, _) in Each()) met.Add(Find(element));
        Assert.Empty(Lists.SelectMany(l => l.Value.SelectMany(Below).Where(e => !met.Contains(e)).Select(e => $"{l.Key}: {e.Name}")).Except(AtTheRoot));

        static IEnumerable<Listed> Below(Listed listed) => listed.Children.SelectMany(Below).Prepend(listed);
    }

    /// <summary>The one child of each Document is not taken away: without it there is no message. The statement's optional parts are the notice's own.</summary>
    private static readonly string[] AtTheRoot =
    [
        .. Lists.Where(l => l.Key.Contains('.')).Select(l => $"{l.Key}: {l.Value[0].Name}").Where(l => !l.StartsWith("head", StringComparison.Ordinal)),
    ];
}
