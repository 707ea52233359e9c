using System.Text.RegularExpressions;

namespace Indenture.Documents;

/// <summary>Why a form was not filled, in the order in which it is tested.</summary>
public enum FillRefusal { FormUnknown, FormWithoutBlanks, FormAmbiguous, AlternativeUnknown, BlankUnknown, AlternativeOpen, OutputUnwritable }

/// <summary>What a form is filled from.</summary>
/// <param name="Form">The document of the file that is the form, by its id or kind; null where the file holds one form alone.</param>
/// <param name="Given">Words for a blank, by its number or by what it expects; they go before the facts.</param>
/// <param name="Chosen">Numbers of alternative paragraphs that are to stand.</param>
/// <param name="Left">Numbers of alternative paragraphs that are not.</param>
public sealed record FillRequest(string? Form, Terms Terms, IReadOnlyList<(string Blank, string Words)> Given, IReadOnlyList<int> Chosen, IReadOnlyList<int> Left);

/// <summary>A form with its blanks filled as far as anything is known: its own words, without its drafting instructions.</summary>
/// <param name="Paragraphs">In their order; each a list of lines, each line a list of cells.</param>
/// <param name="Blanks">Every blank of the paragraphs that stand, numbered from 1 through the whole form.</param>
/// <param name="Alternatives">Every paragraph that a drafting instruction makes depend on something.</param>
public sealed record FilledForm(ReadDocument Form, IReadOnlyList<FormParagraph> Paragraphs, IReadOnlyList<FilledBlank> Blanks, IReadOnlyList<Alternative> Alternatives);

public sealed record FormParagraph(IReadOnlyList<FormLine> Lines);

public sealed record FormLine(IReadOnlyList<FormCell> Cells);

public sealed record FormCell(IReadOnlyList<FormRun> Runs);

/// <summary>Words of one kind.</summary>
public sealed record FormRun(RunKind Kind, string Text);

/// <summary>Whether words are the form's, were filled in, or are a blank that stayed.</summary>
public enum RunKind { Own, Filled, Blank }

/// <summary>One blank and what became of it.</summary>
/// <param name="Number">From 1, in the order of the form.</param>
/// <param name="Expects">A fact name where the words around it say which, else amount, date, name, signature …</param>
/// <param name="Value">The words filled in; null where nothing is known and the blank stays.</param>
public sealed record FilledBlank(int Number, string Expects, string? Value, Place Place);

/// <summary>A paragraph that stands under a condition.</summary>
/// <param name="Number">From 1, in the order of the form.</param>
/// <param name="Condition">The words of the drafting instruction that say when it stands.</param>
/// <param name="Why">How it was decided, in a few words.</param>
public sealed record Alternative(int Number, string Condition, bool Stands, string Why, Place Place);

/// <summary>Fills a form: blanks by the words around them, alternatives by the drafting instructions before them.</summary>
public static partial class Filling
{
    [GeneratedRegex(@"^\(?(?:\d{1,2}|[a-z]{1,3})[.)]$", Text.Cased)]
    private static partial Regex ItemNumber { get; }

    /// <summary>
    /// Refused FORM-UNKNOWN, FORM-WITHOUT-BLANKS, FORM-AMBIGUOUS, ALTERNATIVE-UNKNOWN, BLANK-UNKNOWN; ALTERNATIVE-OPEN where neither the facts nor a person
    /// say which of several paragraphs is true. A blank that nothing is known for is no refusal: it stays.
    /// </summary>
    public static Outcome<FilledForm> Of(InputFile file, FillRequest request) =>
        Opening.Of(0, file).Then(source => Reader.Read([file]).Then(reading => Choose(source, reading, file, request.Form))).Then(form =>
        {
            var instructions = DraftingInstructions.In(form.Text);
            var all = FormBlanks.In(form.Text, form.Read.Blanks);
            if (request.Chosen.Concat(request.Left).Where(n => n < 1 || n > instructions.Count).ToList() is [var number, ..])
                return Refusal.Of(FillRefusal.AlternativeUnknown, $"The form has no alternative {number}; it has {instructions.Count}.");
            if (request.Given.FirstOrDefault(g => !all.Any(b => b.IsCalled(g.Blank))) is { Blank: { } name })
                return Refusal.Of(FillRefusal.BlankUnknown, $"The form has no blank {name}; it has {string.Join(", ", all.Select(b => $"{b.Number} ({b.Expects})"))}.");
            var values = FormBlanks.Values(all, request);
            return DraftingInstructions.Decide(form.Text, instructions, request).Map(alternatives => Write(form.Text, form.Read, instructions, all, values, alternatives));
        });

    private static Outcome<(ReadDocument Read, DocumentText Text)> Choose(SourceText source, Reading reading, InputFile file, string? named)
    {
        var texts = Cutting.Cut(source).DistinctBy(d => d.Id).ToDictionary(d => d.Id);
        var all = reading.Documents.Select(d => (Read: d, Text: texts[d.Id])).ToList();
        var wanted = all.Where(d => named is null || d.Read.Id == named || d.Read.Kind.ToString().Equals(named, StringComparison.OrdinalIgnoreCase)).ToList();
        if (wanted.Count == 0) return Refusal.Of(FillRefusal.FormUnknown, $"{file.Path} holds no document {named}; it holds {List(all)}.");
        var forms = wanted.Where(d => FormBlanks.In(d.Text, d.Read.Blanks).Count + DraftingInstructions.In(d.Text).Count > 0).ToList();
        return forms switch
        {
            [] => Refusal.Of(FillRefusal.FormWithoutBlanks, $"{file.Path} has no blank and no alternative: it is no form."),
            [var form] => form,
            _ => Refusal.Of(FillRefusal.FormAmbiguous, $"{file.Path} holds several forms; name one of {List(forms)}."),
        };

        static string List(IEnumerable<(ReadDocument Read, DocumentText Text)> documents) => string.Join(", ", documents.Select(d => $"{d.Read.Id} ({d.Read.Kind})"));
    }

    private static FilledForm Write(DocumentText document, ReadDocument read, IReadOnlyList<DraftingInstruction> instructions,
        IReadOnlyList<FormBlank> all, IReadOnlyList<string?> values, IReadOnlyList<Alternative> alternatives)
    {
        var dropped = DraftingInstructions.Notes(document).Concat(instructions.SelectMany((n, i) => n.Dropped(alternatives[i].Stands))).OrderBy(d => d.Start).ToList();
        var standing = all.Where(b => !dropped.Any(d => b.Start >= d.Start && b.End <= d.End && d.End > d.Start)).ToList();
        var paragraphs = new List<FormParagraph>();
        var lines = new List<FormLine>();
        var cells = new List<FormCell>();
        var runs = new List<FormRun>();
        var before = 0;
        // A blank that was a gap may reach into the next piece.
        var written = document.Start;
        for (var i = document.FirstPiece; i < document.EndPiece; i++)
        {
            var piece = document[i];
            var added = new List<FormRun>();
            var start = Math.Max(piece.Start, written);
            written = Runs(document, start, i + 1 < document.EndPiece ? document[i + 1].Start : piece.End, piece.End, dropped, standing, values, added);
            if (added.Count == 0) continue;
            if (runs.Count > 0)
            {
                var inGap = standing.Any(b => b.IsGap(document) && b.Start < piece.Start && b.Start >= document[i - 1].End && b.End >= piece.Start);
                var goesOn = inGap || piece.Before switch
                {
                    Break.Cell => false,
                    // A full line goes on in the next: it was only wrapped. The number of a paragraph may stand on a line of its own.
                    Break.Line => cells.Count == 0 && (before >= 55 || ItemNumber.IsMatch(document.Of(i - 1))),
                    Break.Page => before >= 40 && document.GoesOnAfter(i - 1),
                    Break.Paragraph or Break.Document => false,
                };
                if (goesOn)
                {
                    if (added[0].Text[0] is not (',' or '.' or ';' or '%')) runs.Add(new FormRun(RunKind.Own, " "));
                }
                else
                {
                    cells.Add(new FormCell([.. runs]));
                    runs.Clear();
                    if (piece.Before > Break.Cell) { lines.Add(new FormLine([.. cells])); cells.Clear(); }
                    if (piece.Before > Break.Line) { paragraphs.Add(new FormParagraph([.. lines])); lines.Clear(); }
                }
            }
            runs.AddRange(added);
            before = piece.Length;
        }
        if (runs.Count > 0) cells.Add(new FormCell(runs));
        if (cells.Count > 0) lines.Add(new FormLine(cells));
        if (lines.Count > 0) paragraphs.Add(new FormParagraph(lines));
        return new FilledForm(read, paragraphs, [.. standing.Select(b => new FilledBlank(b.Number, b.Expects, values[b.Number - 1], document.Source.Place(b.Start, b.End)))], alternatives);
    }

    /// <summary>The runs of one piece, and of the gap after it, where a blank stands in the gap; gives the character up to which is written.</summary>
    private static int Runs(DocumentText document, int start, int next, int end, IReadOnlyList<(int Start, int End)> dropped, IReadOnlyList<FormBlank> blanks, IReadOnlyList<string?> values, List<FormRun> runs)
    {
        var at = start;
        void Own(int to)
        {
            for (to = Math.Min(to, end); at < to;)
            {
                var hidden = dropped.FirstOrDefault(d => d.End > at && d.Start < to);
                if (hidden.End <= hidden.Start) { Add(RunKind.Own, document.Words(at, to)); at = to; return; }
                if (hidden.Start > at) Add(RunKind.Own, document.Words(at, hidden.Start));
                at = Math.Max(at, hidden.End);
            }
        }
        foreach (var blank in blanks)
        {
            if (blank.Start < start || blank.Start >= next && !(blank.Start == end && blank.End == end && next == end)) continue;
            Own(blank.Start);
            var value = values[blank.Number - 1];
            var words = value ?? blank.Marked(document);
            // A blank that was a mere gap had its blanks on both sides.
            if (blank.IsGap(document))
            {
                if (runs.Count > 0 && runs[^1].Text[^1] is not (' ' or '$' or '€' or '£' or '¥')) Add(RunKind.Own, " ");
                Add(value is null ? RunKind.Blank : RunKind.Filled, words);
                at = Math.Max(at, blank.End);
                var behind = at < end ? document.Words(at, Math.Min(end, at + 2)) : "";
                if (behind is [' ', ',' or '.' or ';']) at++;
                else if (behind is [not (',' or '.' or ';' or '%' or ' '), ..]) Add(RunKind.Own, " ");
                continue;
            }
            Add(value is null ? RunKind.Blank : RunKind.Filled, words);
            at = Math.Max(at, blank.End);
        }
        Own(end);
        while (runs.Count > 0 && string.IsNullOrWhiteSpace(runs[^1].Text)) runs.RemoveAt(runs.Count - 1);
        return at;

        void Add(RunKind kind, string text)
        {
            if (text.Length == 0 || (runs.Count == 0 && string.IsNullOrWhiteSpace(text))) return;
            runs.Add(new FormRun(kind, runs.Count == 0 ? text.TrimStart() : text));
        }
    }
}
