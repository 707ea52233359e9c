using System.CommandLine;
using System.Text.Json.Nodes;
using Indenture.Actions;
using Indenture.Core;
using Indenture.Documents;

namespace Indenture.Cli;

/// <summary>The verbs that work on a document's words: diff and fill.</summary>
public static class FormVerbs
{
    public static IEnumerable<Command> All() => [Diff(), Fill()];

    // --- diff ----------------------------------------------------------------------------------------------------------------------------------

    private static Command Diff()
    {
        var first = new Argument<string>("A") { Description = "The earlier draft, or one document of the deal" };
        var second = new Argument<string>("B") { Description = "The later draft, or another document of the deal" };
        var command = new Command("diff", "What differs between two drafts or two documents of one deal: by fact, and by clause with the words") { first, second, Common.MaxBytes, Common.Json };
        command.SetAction(Common.Run((parsed, output) => Comparing.Run(parsed.GetValue(first)!, parsed.GetValue(second)!, parsed.GetValue(Common.MaxBytes)).Match(comparison =>
        {
            output.Answer(() => ComparisonJson.Write(comparison), writer => Print(comparison, writer));
            return Exit.Done;
        }, output.Refuse)));
        return command;
    }

    private static void Print(Comparison comparison, TextWriter writer)
    {
        if (comparison.IsSame) writer.WriteLine("Nothing differs.");
        foreach (var pair in comparison.Documents)
        {
            if (pair is not { First: { } first, Second: { } second })
            {
                var alone = (pair.First ?? pair.Second)!;
                writer.WriteLine($"only in {comparison.Files[pair.First is null ? 1 : 0].Path}: {alone.Kind} {alone.Id}  {alone.Title}");
                continue;
            }
            if (pair.Facts.Count + pair.Underwriters.Count + pair.Clauses.Count == 0) continue;
            writer.WriteLine($"{first.Kind} {first.Id}  {first.Title}");
            writer.WriteLine($"{second.Kind} {second.Id}  {second.Title}");
            foreach (var fact in pair.Facts) Print(fact, fact.Name, writer);
            foreach (var row in pair.Underwriters) Print(row, "underwriter " + row.Name, writer);
            foreach (var clause in pair.Clauses)
            {
                writer.WriteLine();
                writer.WriteLine($"{Names.Of(clause.Change)}{(clause.Clause is null ? "" : $" ({clause.Clause})")}{At(clause.First, 'A')}{At(clause.Second, 'B')}");
                writer.WriteLine("  " + (clause.Changes.Count > 0 ? Marked(clause.First!.Text, clause.Changes) : (clause.First ?? clause.Second)!.Text));
            }
            writer.WriteLine();
        }

        static string At(Words? words, char file) => words is null ? "" : $"  {file}: bytes {words.Place.Start} to {words.Place.End}";
    }

    private static void Print(FactDifference difference, string name, TextWriter writer)
    {
        writer.WriteLine($"  {name}{(difference.Tranche is { } tranche ? $" #{tranche}" : "")}: {Side(difference.First)} -> {Side(difference.Second)}");

        static string Side(IReadOnlyList<Stated> values) => values.Count == 0 ? "not stated"
            : string.Join("; ", values.Select(v => $"{v.Value}{(v.Unit is null ? "" : " " + v.Unit)} (bytes {v.Place.Start} to {v.Place.End})"));
    }

    /// <summary>The first paragraph with [-words removed-] and {+words added+} where they stand.</summary>
    private static string Marked(string text, IReadOnlyList<WordChange> changes)
    {
        var words = text.Split(' ');
        var parts = new List<string>();
        var at = 0;
        foreach (var change in changes)
        {
            parts.AddRange(words[at..change.After]);
            if (change.Delete.Length > 0) parts.Add($"[-{change.Delete}-]");
            if (change.Insert.Length > 0) parts.Add($"{{+{change.Insert}+}}");
            at = change.After + (change.Delete.Length == 0 ? 0 : change.Delete.Count(c => c == ' ') + 1);
        }
        return string.Join(' ', [.. parts, .. words[at..]]);
    }

    // --- fill ----------------------------------------------------------------------------------------------------------------------------------

    private static Command Fill()
    {
        var form = new Argument<string>("FORM") { Description = "A document with blanks" };
        var terms = new Option<string>("--with") { Description = "A terms document (docs/terms.schema.json) with the facts", Required = true };
        var document = new Option<string?>("--document") { Description = "Which document of the file is the form, by its id or kind" };
        var given = new Option<string[]>("--set") { Description = "BLANK=WORDS for a blank, by its number or by what it expects (repeatable)", Arity = ArgumentArity.ZeroOrMore };
        var chosen = new Option<int[]>("--choose") { Description = "The number of an alternative paragraph that is to stand (repeatable)", Arity = ArgumentArity.ZeroOrMore };
        var left = new Option<int[]>("--leave") { Description = "The number of an alternative paragraph that is not (repeatable)", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format") { Description = Names.All<FormFormat>(), DefaultValueFactory = _ => Names.Of(FormFormat.Text) };
        var saved = new Option<string?>("--out") { Description = "The file to write (default: standard output)" };
        var command = new Command("fill", "Fills the blanks of a form from terms; what is unknown stays blank, alternatives follow the drafting instructions, which are not printed")
        {
            form, terms, document, given, chosen, left, format, saved, Common.MaxBytes, Common.Json,
        };
        command.SetAction(Common.Run((parsed, output) => Names.Find<FormFormat>(parsed.GetValue(format)!) is not { } wanted
            ? output.Refuse(Refusal.Of(ValueRefusal.FactMalformed, $"\"{parsed.GetValue(format)}\" is not one of {Names.All<FormFormat>()}."))
            : FormFilling.Run(parsed.GetValue(form)!, parsed.GetValue(terms)!, parsed.GetValue(document), parsed.GetValue(given) ?? [], parsed.GetValue(chosen) ?? [], parsed.GetValue(left) ?? [], parsed.GetValue(Common.MaxBytes))
                .Then(filled => (parsed.GetValue(saved) is { } path ? FormFilling.Save(path, FormPrinting.Print(filled, wanted)) : "").Map(_ => filled))
                .Match(filled =>
                {
                    var path = parsed.GetValue(saved);
                    foreach (var alternative in filled.Alternatives) output.Note($"alternative {alternative.Number} {(alternative.Stands ? "stands" : "does not stand")} ({alternative.Why}): if {alternative.Condition}");
                    var open = filled.Blanks.Where(b => b.Value is null).ToList();
                    output.Note($"{filled.Blanks.Count - open.Count} of {filled.Blanks.Count} blanks are filled{(open.Count == 0 ? "" : $"; blank stay {string.Join(", ", open.Select(b => $"{b.Number} ({b.Expects})"))}")}");
                    if (output.Json || path is not null)
                        output.Answer(() => Json(filled, path, wanted), writer => writer.WriteLine(path));
                    else
                    {
                        using var standard = Console.OpenStandardOutput();
                        standard.Write(FormPrinting.Print(filled, wanted));
                    }
                    return Exit.Done;
                }, output.Refuse)));
        return command;
    }

    private static JsonObject Json(FilledForm filled, string? path, FormFormat format)
    {
        var json = new JsonObject
        {
            ["form"] = filled.Form.Id, ["kind"] = filled.Form.Kind.ToString(),
            ["blanks"] = new JsonArray([.. filled.Blanks.Select(b => (JsonNode)new JsonObject { ["number"] = b.Number, ["expects"] = b.Expects, ["value"] = b.Value, ["start"] = b.Place.Start, ["end"] = b.Place.End })]),
            ["alternatives"] = new JsonArray([.. filled.Alternatives.Select(a => (JsonNode)new JsonObject
            {
                ["number"] = a.Number, ["condition"] = a.Condition, ["stands"] = a.Stands, ["why"] = a.Why, ["start"] = a.Place.Start, ["end"] = a.Place.End,
            })]),
        };
        if (path is not null) json["file"] = path;
        else if (format != FormFormat.Docx) json["text"] = System.Text.Encoding.UTF8.GetString(FormPrinting.Print(filled, format));
        return json;
    }
}
