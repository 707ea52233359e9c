using System.Diagnostics;

namespace Indenture.Tests.Support;

/// <summary>A folder of its own with the samples in it, and a shell in which <c>indenture</c> is the program as it was built with the tests.</summary>
internal sealed class ProgramFolder : IDisposable
{
    public string Path { get; }

    public ProgramFolder()
    {
        Path = Directory.CreateTempSubdirectory("indenture-test-").FullName;
        CopyTo(System.IO.Path.Combine(Reference.Root, "samples"), System.IO.Path.Combine(Path, "samples"));
    }

    private ProgramFolder(string from)
    {
        Path = Directory.CreateTempSubdirectory("indenture-test-").FullName;
        CopyTo(from, Path);
    }

    public ProgramFolder Copy() => new(Path);

    /// <summary>Runs shell text; standard input is empty.</summary>
    public (int Exit, string Output, string Error) Shell(string text)
    {
        var program = System.IO.Path.Combine(AppContext.BaseDirectory, "indenture.dll");
        var start = new ProcessStartInfo("bash", ["-c", $"indenture() {{ dotnet '{program}' \"$@\"; }}\n{text}"])
        {
            WorkingDirectory = Path, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            Environment = { ["USER"] = "ada", ["LOGNAME"] = "ada" },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return (process.ExitCode, output.Result, error.Result);
    }

    private static void CopyTo(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.GetDirectories(from)) CopyTo(folder, System.IO.Path.Combine(to, System.IO.Path.GetFileName(folder)));
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
