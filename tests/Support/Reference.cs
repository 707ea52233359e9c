namespace Indenture.Tests.Support;

/// <summary>The reference material that stands beside the project (../shared): filings, clauses, oracles.</summary>
public static class Reference
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder itself, whether or not it is there.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    public static bool IsThere => Directory.Exists(Folder);

    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>The one file of a folder whose name begins so: the filings carry a hash in their names.</summary>
    public static string Filing(string beginning) =>
        Directory.GetFiles(PathOf("filings"), beginning + "*").Single();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Indenture.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests run from inside the project.");
    }
}

/// <summary>A test that needs ../shared: a failure where CI=true, elsewhere a visible skip.</summary>
public sealed class ReferenceFactAttribute : FactAttribute
{
    public ReferenceFactAttribute() => Skip = ReferenceSkip.Reason;
}

/// <summary>As <see cref="ReferenceFactAttribute"/>, for theories.</summary>
public sealed class ReferenceTheoryAttribute : TheoryAttribute
{
    public ReferenceTheoryAttribute() => Skip = ReferenceSkip.Reason;
}

internal static class ReferenceSkip
{
    public static string? Reason =>
        Reference.IsThere || Environment.GetEnvironmentVariable("CI") == "true" ? null : $"needs the reference material in {Reference.Folder}, which is not there";
}
