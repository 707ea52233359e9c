using System.Text;
using Indenture.Core;

namespace Indenture.Actions;

/// <summary>Why a file was not taken, in the order in which it is tested.</summary>
public enum FileRefusal { FileMissing, InputTooLarge, FileUnreadable }

/// <summary>Files as a person names them: bytes or UTF-8 text, with a limit that keeps a mistake from filling the memory.</summary>
public static class Files
{
    /// <summary>The most bytes taken of one file unless --max-bytes says otherwise.</summary>
    public const long DefaultMaxBytes = 64 * 1024 * 1024;

    /// <summary>The bytes of a file; "-" is standard input.</summary>
    public static Outcome<byte[]> Bytes(string path, long maxBytes = DefaultMaxBytes)
    {
        try
        {
            if (path == "-") return StandardInput(maxBytes);
            var info = new FileInfo(path);
            if (!info.Exists) return Refusal.Of(FileRefusal.FileMissing, $"There is no file {path}.");
            if (info.Length > maxBytes)
                return Refusal.Of(FileRefusal.InputTooLarge, $"{path} is {info.Length} bytes; more than {maxBytes} are taken only with --max-bytes N.");
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal.Of(FileRefusal.FileUnreadable, $"{path} cannot be read: {e.Message}");
        }
    }

    private static Outcome<byte[]> StandardInput(long maxBytes)
    {
        using var input = Console.OpenStandardInput();
        using var held = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            if (held.Length + read > maxBytes) return Refusal.Of(FileRefusal.InputTooLarge, $"Standard input is more than {maxBytes} bytes; more are taken only with --max-bytes N.");
            held.Write(buffer, 0, read);
        }
        return held.ToArray();
    }

    /// <summary>UTF-8 text; "-" is standard input.</summary>
    public static Outcome<string> Text(string path) => Bytes(path).Then(bytes => Text(bytes, path));

    /// <summary>The bytes of a file as UTF-8 text, without a byte order mark.</summary>
    public static Outcome<string> Text(byte[] bytes, string path)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            return Refusal.Of(FileRefusal.FileUnreadable, $"{path} is not UTF-8 text: {e.Message}");
        }
    }

    public static Outcome<Fixings> Fixings(string? path) => path is null ? Core.Fixings.None : Text(path).Then(text => Core.Fixings.Parse(text, path));
}
