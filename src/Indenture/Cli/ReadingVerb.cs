using System.CommandLine;
using Indenture.Actions;
using Indenture.Core;
using Indenture.Documents;

namespace Indenture.Cli;

/// <summary>read: documents to terms, with the words each value was read from.</summary>
public static class ReadingVerb
{
    public static Command Read()
    {
        var files = Common.FilesArgument("Documents: text, HTML or a whole filing; a folder, a pattern, or - for standard input");
        var command = new Command("read", "What documents say: parties, terms and underwriters with their words, what is missing, and what is wrong") { files, Common.MaxBytes, Common.Json };
        command.SetAction(Common.Run((parsed, output) => Open(parsed, FileReading.Expand(parsed.GetValue(files)!)).Then(Reader.Read).Match(reading =>
        {
            output.Answer(() => ReadingJson.Write(reading), writer => Print(reading, writer));
            return Exit.Done;
        }, output.Refuse)));
        return command;
    }

    internal static Outcome<IReadOnlyList<InputFile>> Open(ParseResult parsed, IReadOnlyList<string> names)
    {
        using var progress = new Progress();
        return FileReading.Open(names, parsed.GetValue(Common.MaxBytes), progress.Report);
    }

    private static void Print(Reading reading, TextWriter writer)
    {
        foreach (var document in reading.Documents)
        {
            writer.WriteLine($"{document.Kind} {document.Id}  {document.Title}{(document.Date is { } date ? $"  ({date})" : "")}");
            writer.WriteLine($"  {reading.Files[document.File].Path}, bytes {document.Start} to {document.End}");
            foreach (var party in document.Parties) writer.WriteLine($"  {party.Role}: {party.Name}");
            var facts = new Table(("fact", false), ("value", false), ("", false), ("words", false));
            foreach (var fact in document.Facts)
                facts.Add(fact.Name, fact.Value + (fact.Unit is null ? "" : " " + fact.Unit), fact.Tranche is { } tranche ? $"#{tranche}" : "", Shortened(fact.Quote));
            if (document.Facts.Count > 0) facts.Print(writer, "  ");
            var underwriters = new Table(("underwriter", false), ("principal", true));
            foreach (var underwriter in document.Underwriters) underwriters.Add(underwriter.Name, underwriter.Principal ?? "-");
            if (document.Underwriters.Count > 0) underwriters.Print(writer, "  ");
            writer.WriteLine();
        }
        foreach (var series in reading.Series)
        {
            writer.WriteLine($"series {series.Id}  {series.Title}  principal {series.Principal?.ToDisplay() ?? $"unknown{(series.KnownPrincipal is { } known ? $", of which {known.ToDisplay()} is at hand" : "")}"}");
            foreach (var gap in series.Terms.Gaps) writer.WriteLine($"  not stated: {gap.Name}: {gap.Why}");
        }
        if (reading.Findings.Count > 0) writer.WriteLine();
        foreach (var finding in reading.Findings)
        {
            writer.WriteLine($"{Names.Of(finding.Severity)} {finding.Code} ({finding.Id}): {finding.Message}{(finding.Default is null ? "" : $" Default: {finding.Default}.")}");
            foreach (var place in finding.Places) writer.WriteLine($"  {reading.Files[place.File].Path}, bytes {place.Start} to {place.End}");
        }
    }

    private static string Shortened(string quote) => quote.Length <= 70 ? quote : quote[..67] + "...";
}
