using System.Globalization;
using System.Text;
using System.Xml;
using Indenture.Core;

namespace Indenture.Messages;

/// <summary>An element of a message as it stands in the file, with its place. No prefix, no entity, no comment is left of the XML.</summary>
internal sealed class MessageElement
{
    /// <summary>More than any statement of an agency's accounts or holdings needs, in bytes.</summary>
    public const int LargestFile = 32 * 1024 * 1024;

    /// <summary>The deepest message read here has eighteen levels.</summary>
    public const int DeepestLevel = 40;

    public string Name { get; }
    public string Namespace { get; }

    /// <summary>From the root, with an ordinal where a name repeats: Document/…/Ntry[2]/Amt.</summary>
    public string Path { get; }
    public int Line { get; }
    public int Column { get; }
    public List<(string Name, string Value)> Attributes { get; } = [];
    public List<MessageElement> Children { get; } = [];

    /// <summary>The characters that stand directly in it.</summary>
    public string Text => _text.ToString();

    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal);

    private MessageElement(string name, string xmlNamespace, string path, int line, int column) => (Name, Namespace, Path, Line, Column) = (name, xmlNamespace, path, line, column);

    /// <summary>"Document/…/Ntry[2]/Amt (line 12, column 9)".</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{Path} (line {Line}, column {Column})");

    /// <summary>Reads a file: bounded in size and depth, without document type declaration, entities or anything fetched. Refused MESSAGE-TOO-LARGE, DTD-PROHIBITED, MESSAGE-MALFORMED.</summary>
    public static Outcome<MessageElement> Load(ReadOnlyMemory<byte> file)
    {
        if (file.Length > LargestFile)
            return Refusal.Of(MessageReadRefusal.MessageTooLarge, $"The file has {file.Length} bytes; at most {LargestFile} are read.");
        MessageElement? root = null;
        var open = new Stack<MessageElement>();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file.ToArray(), writable: false),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
            var place = (IXmlLineInfo)reader;
            while (reader.Read())
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        if (open.Count == DeepestLevel)
                            return Refusal.Of(MessageReadRefusal.MessageTooLarge, $"{open.Peek().Place} has elements nested deeper than {DeepestLevel} levels.");
                        var element = Under(open.Count > 0 ? open.Peek() : null, reader.LocalName, reader.NamespaceURI, place.LineNumber, place.LinePosition);
                        root ??= element;
                        var empty = reader.IsEmptyElement;
                        while (reader.MoveToNextAttribute())
                            if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/") element.Attributes.Add((NameOf(reader), reader.Value));
                        if (!empty) open.Push(element);
                        break;
                    case XmlNodeType.EndElement:
                        open.Pop();
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.Count > 0:
                        open.Peek()._text.Append(reader.Value);
                        break;
                }
        }
        catch (XmlException e)
        {
            // The reader stops at a document type declaration, which can only stand before the root.
            return root is null && Encoding.Latin1.GetString(file.Span).Contains("<!DOCTYPE", StringComparison.Ordinal)
                ? Refusal.Of(MessageReadRefusal.DtdProhibited, $"The file has a document type declaration (line {e.LineNumber}, column {e.LinePosition}); a message has none.")
                : Refusal.Of(MessageReadRefusal.MessageMalformed, $"The file is not well-formed XML: {e.Message}");
        }
        return root!;
    }

    private static MessageElement Under(MessageElement? parent, string name, string xmlNamespace, int line, int column)
    {
        if (parent is null) return new MessageElement(name, xmlNamespace, name, line, column);
        var ordinal = parent._ordinals[name] = parent._ordinals.GetValueOrDefault(name) + 1;
        var step = ordinal == 1 ? name : $"{name}[{ordinal.ToString(CultureInfo.InvariantCulture)}]";
        var element = new MessageElement(name, xmlNamespace, $"{parent.Path}/{step}", line, column);
        parent.Children.Add(element);
        return element;
    }

    private static string NameOf(XmlReader attribute) =>
        attribute.NamespaceURI == "http://www.w3.org/2001/XMLSchema-instance" ? "xsi:" + attribute.LocalName : attribute.Name;
}
