using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Indenture.Core;

namespace Indenture.Cli;

/// <summary>How the program ends.</summary>
public enum Exit
{
    Done = 0,
    Refused = 1,
    WrongUsage = 2,
    FaultOfOurs = 3,
}

/// <summary>What is printed and where: facts to standard output, refusals, progress and notes to standard error.</summary>
public sealed class Output(bool json, TextWriter @out, TextWriter error)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool Json => json;

    /// <summary>The answer as JSON or as text, whichever was asked for; the text is only made when it is printed.</summary>
    public void Answer(Func<JsonNode> asJson, Action<TextWriter> asText)
    {
        if (json) @out.WriteLine(asJson().ToJsonString(Indented));
        else asText(@out);
    }

    /// <summary>A remark for the person at the terminal; never part of the answer.</summary>
    public void Note(string text) => error.WriteLine(text);

    public Exit Refuse(Refusal refusal)
    {
        error.WriteLine(json ? RefusalJson(refusal).ToJsonString(Indented) : $"{refusal.Code}: {refusal.Message}");
        return Exit.Refused;
    }

    public static JsonObject RefusalJson(Refusal refusal) => new()
    {
        ["code"] = refusal.Code,
        ["message"] = refusal.Message,
        ["places"] = new JsonArray([.. refusal.Places.Select(p =>
        {
            var place = new JsonObject { ["file"] = p.File, ["start"] = p.Start, ["end"] = p.End };
            if (p.Part is not null) place["part"] = p.Part;
            return place;
        })]),
    };
}

/// <summary>A plain table for a terminal: columns as wide as their widest cell, figures to the right.</summary>
public sealed class Table(params (string Title, bool Right)[] columns)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Print(TextWriter writer, string indent = "")
    {
        var widths = columns.Select((c, i) => _rows.Select(r => r[i].Length).Append(c.Title.Length).Max()).ToArray();
        foreach (var row in _rows.Prepend([.. columns.Select(c => c.Title)]))
            writer.WriteLine((indent + string.Join("  ", row.Select((cell, i) => columns[i].Right ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])))).TrimEnd());
    }
}

/// <summary>A bar on a terminal for work that takes longer than a second; silent where standard error is no terminal.</summary>
public sealed class Progress : IDisposable
{
    private readonly bool _shown = !Console.IsErrorRedirected;
    private readonly DateTime _started = TimeProvider.System.GetUtcNow().UtcDateTime;
    private bool _drawn;

    public void Report(int done, int total, string what)
    {
        if (!_shown || TimeProvider.System.GetUtcNow().UtcDateTime - _started < TimeSpan.FromSeconds(1)) return;
        const int width = 30;
        var full = total == 0 ? width : Math.Min(width, done * width / total);
        Console.Error.Write($"\r[{new string('#', full)}{new string('.', width - full)}] {what}\u001b[K");
        _drawn = true;
    }

    public void Dispose()
    {
        if (_drawn) Console.Error.Write("\r\u001b[K");
    }
}
