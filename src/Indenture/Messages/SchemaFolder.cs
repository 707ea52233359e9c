using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Schema;
using Indenture.Core;

namespace Indenture.Messages;

/// <summary>Why a folder of schemas was not taken.</summary>
public enum SchemaFolderRefusal { SchemaFolderMissing }

/// <summary>
/// A folder of ISO 20022 schemas that the operator supplies, one file a message, named as the message ("camt.054.001.08.xsd"). None comes with the program. Each is
/// compiled once, when first used; nothing outside the file is ever fetched.
/// </summary>
public sealed class SchemaFolder
{
    private readonly string _folder;
    private readonly ConcurrentDictionary<string, Lazy<XmlSchemaSet?>> _compiled = new(StringComparer.Ordinal);

    private SchemaFolder(string folder) => _folder = folder;

    /// <summary>Refused SCHEMA-FOLDER-MISSING where there is no such folder.</summary>
    public static Outcome<SchemaFolder> Open(string folder) => Directory.Exists(folder)
        ? new SchemaFolder(folder)
        : Refusal.Of(SchemaFolderRefusal.SchemaFolderMissing, $"There is no folder \"{folder}\" of schemas.");

    /// <summary>
    /// Refused SCHEMA-MISSING where the folder has no readable schema of the message, SCHEMA-VIOLATED with line and column of the first fault; otherwise the message
    /// as it was given.
    /// </summary>
    /// <param name="xml">A file whose root is Document (AppHdr for the header), or an envelope that holds it.</param>
    public Outcome<ReadOnlyMemory<byte>> Validate(MessageType type, ReadOnlyMemory<byte> xml)
    {
        if (_compiled.GetOrAdd(type.Name, name => new Lazy<XmlSchemaSet?>(() => Compile(name))).Value is not { } schemas)
            return Refusal.Of(MessageReadRefusal.SchemaMissing, $"The folder \"{_folder}\" has no readable schema {type.Name}.xsd, so {type.Name} cannot be validated as configured.");
        Refusal? first = null;
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings; // an element that no schema declares is only a warning
        settings.ValidationEventHandler += (_, e) => first ??=
            Refusal.Of(MessageReadRefusal.SchemaViolated, $"{type.Name}, {e.Exception.LineNumber}:{e.Exception.LinePosition}: {e.Message}");
        try
        {
            // In an envelope the document stands below the root: a subtree keeps the file's own lines.
            using var file = XmlReader.Create(new MemoryStream(xml.ToArray(), writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            if (!file.ReadToFollowing(type == MessageType.Head001 ? type.Root : "Document", type.Namespace))
                return Refusal.Of(MessageReadRefusal.SchemaViolated, $"The file has no {(type == MessageType.Head001 ? type.Root : "Document")} of {type}.");
            using var reader = XmlReader.Create(file.ReadSubtree(), settings);
            while (reader.Read())
            {
            }
        }
        catch (XmlException e)
        {
            return Refusal.Of(MessageReadRefusal.MessageMalformed, $"{e.LineNumber}:{e.LinePosition}: {e.Message}");
        }
        return first is { } fault ? fault : new Outcome<ReadOnlyMemory<byte>>.Done(xml);
    }

    private XmlSchemaSet? Compile(string name)
    {
        var path = Path.Combine(_folder, name + ".xsd");
        if (!File.Exists(path)) return null;
        try
        {
            var schemas = new XmlSchemaSet { XmlResolver = null };
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            schemas.Add(null, reader);
            schemas.Compile();
            return schemas;
        }
        catch (Exception e) when (e is XmlException or XmlSchemaException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
