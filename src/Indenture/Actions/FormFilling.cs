using Indenture.Core;
using Indenture.Documents;

namespace Indenture.Actions;

/// <summary>fill: a form and terms to the form with its blanks filled.</summary>
public static class FormFilling
{
    public static Outcome<FilledForm> Run(string form, string terms, string? document, IReadOnlyList<string> given, IReadOnlyList<int> chosen, IReadOnlyList<int> left, long maxBytes) =>
        Files.Bytes(form, maxBytes).Then(bytes => Files.Text(terms).Then(json => TermsJson.Read(json, terms)).Then(known => Given(given)
            .Then(words => Filling.Of(new InputFile(bytes, form), new FillRequest(document, known, words, chosen, left)))));

    /// <summary>Writes a file that a person named; refused OUTPUT-UNWRITABLE.</summary>
    public static Outcome<string> Save(string path, byte[] bytes)
    {
        try
        {
            File.WriteAllBytes(path, bytes);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Refusal.Of(FillRefusal.OutputUnwritable, $"{path} cannot be written: {e.Message}");
        }
    }

    private static Outcome<IReadOnlyList<(string Blank, string Words)>> Given(IReadOnlyList<string> texts)
    {
        var given = new List<(string, string)>();
        foreach (var text in texts)
        {
            if (text.IndexOf('=') is not (> 0 and var at)) return Refusal.Of(ValueRefusal.FactMalformed, $"\"{text}\" is not formed as BLANK=WORDS.");
            given.Add((text[..at].Trim(), text[(at + 1)..]));
        }
        return given;
    }
}
