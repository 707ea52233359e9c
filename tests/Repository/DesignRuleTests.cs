using System.Text.RegularExpressions;
using System.Xml.Linq;
using Indenture.Tests.Support;

namespace Indenture.Tests.Repository;

/// <summary>The rules of ARCHITECTURE.md that a compiler does not hold. Each is a function with a case that it must find fault with.</summary>
public partial class DesignRuleTests
{
    /// <summary>Folders of Core in the order of dependence: one uses only itself and those before it.</summary>
    private static readonly string[] CoreFolders = ["Facts", "Money", "Time", "Rates", "Terms", "Dues", "Ledger", "Register", "Duties", "Lifecycle", "Analytics"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Indenture.Core"] = [],
        ["Indenture.Documents"] = ["Indenture.Core"],
        ["Indenture.Storage"] = ["Indenture.Core"],
        ["Indenture"] = ["Indenture.Core", "Indenture.Documents", "Indenture.Storage"],
    };

    // --- the direction of reference -------------------------------------------------------------------------------------------------------

    private static IEnumerable<string> References(string project, string xml)
    {
        foreach (var reference in XDocument.Parse(xml).Descendants("ProjectReference"))
        {
            var name = Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'));
            if (!Allowed[project].Contains(name)) yield return $"{project} refers to {name}";
        }
        if (project == "Indenture.Core")
            foreach (var package in XDocument.Parse(xml).Descendants("PackageReference")) yield return $"{project} uses the package {(string)package.Attribute("Include")!}";
    }

    [Fact]
    public void ProjectsReferInOneDirectionAndCoreHasNoPackages()
    {
        foreach (var project in Allowed.Keys)
            Assert.Empty(References(project, File.ReadAllText(Path.Combine(Reference.Root, "src", project, project + ".csproj"))));
        Assert.Equal(Allowed.Keys.Order(), Directory.GetDirectories(Path.Combine(Reference.Root, "src")).Select(Path.GetFileName).Order()!);
    }

    [Fact]
    public void AReferenceAgainstTheDirectionIsFound()
    {
        Assert.Single(References("Indenture.Storage", """<Project><ItemGroup><ProjectReference Include="../Indenture.Documents/Indenture.Documents.csproj" /></ItemGroup></Project>"""));
        Assert.Single(References("Indenture.Core", """<Project><ItemGroup><PackageReference Include="Dapper" /></ItemGroup></Project>"""));
    }

    // --- the order of the folders in Core -------------------------------------------------------------------------------------------------

    private static IEnumerable<string> OutOfOrder(IReadOnlyList<(string Path, string Code)> files)
    {
        var homes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (path, code) in files)
            foreach (var type in CSharp.Declares(code).Where(t => !Nested(code, t)))
                homes.TryAdd(type, FolderOf(path));
        foreach (var (path, code) in files)
            foreach (var word in TypeUses(code).Distinct())
                if (homes.TryGetValue(word, out var home) && home > FolderOf(path))
                    yield return $"{path} uses {word} of {CoreFolders[home]}";
    }

    // A nested type or a member may share a name with a later folder's type: only names declared at the outermost level count as homes.
    private static bool Nested(string code, string type) => !Regex.IsMatch(code, $@"^(?:public|internal|file)?[\w ]*\b(?:class|struct|record(?: struct| class)?|enum|interface) {type}\b", RegexOptions.Multiline);

    // A word after a dot is a member; a word before a colon, an equals sign or an arrow, or one that follows a type, is a name and no use of a type.
    [GeneratedRegex(@"(?<![\w.])([A-Z]\w*)(?=\s*(?:[<.?\[\](){},;>]|\s[a-z@]))")]
    private static partial Regex TypeUse();

    private static IEnumerable<string> TypeUses(string code) => TypeUse().Matches(code)
        .Where(m => !MemberNames(code).Contains(m.Groups[1].Value)).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"[\w>\])?]\s+([A-Z]\w*)\s*(?:\{|=>|=|,|\)|;)")]
    private static partial Regex Member();

    private static HashSet<string> MemberNames(string code) => [.. Member().Matches(code).Select(m => m.Groups[1].Value)];

    private static int FolderOf(string path)
    {
        var folder = path.Split('/') is [.., "Indenture.Core", var name, _] or [.., "Indenture.Core", var name, _, _] ? name : throw new InvalidOperationException($"{path} stands in no folder of Core.");
        var index = Array.IndexOf(CoreFolders, folder);
        return index >= 0 ? index : throw new InvalidOperationException($"{folder} is no folder of the design.");
    }

    [Fact]
    public void AFolderOfCoreUsesOnlyThoseBeforeIt() => Assert.Empty(OutOfOrder(CSharp.Files(Reference.Root, "src/Indenture.Core")));

    [Fact]
    public void AUseOfALaterFolderIsFound()
    {
        (string, string)[] files =
        [
            ("src/Indenture.Core/Money/Money.cs", "public sealed record Money { public Due Of(Due due) => due; }"),
            ("src/Indenture.Core/Dues/Due.cs", "public sealed record Due(Money Amount);"),
        ];
        Assert.Equal(["src/Indenture.Core/Money/Money.cs uses Due of Dues"], OutOfOrder(files));
    }

    // --- no clock, no I/O, no double in what is paid -----------------------------------------------------------------------------------------

    private static readonly string[] Impure = ["DateTime", "TimeProvider", "Stopwatch", "Environment", "File", "Directory", "Console", "HttpClient", "Task", "async", "await", "Thread", "Random", "Guid"];

    private static IEnumerable<string> Impurities(string path, string code)
    {
        var words = CSharp.Words(code.Replace("DateTime.DaysInMonth", "", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        foreach (var word in Impure.Where(words.Contains)) yield return $"{path} uses {word}";
        if (!path.Contains("/Analytics/", StringComparison.Ordinal))
            foreach (var word in new[] { "double", "float", "Double", "Single", "Half", "Math.Pow" }.Where(words.Contains)) yield return $"{path} uses {word}";
    }

    [Fact]
    public void CoreHasNoClockNoInputNoOutputAndNoDoubleOutsideAnalytics() =>
        Assert.Empty(CSharp.Files(Reference.Root, "src/Indenture.Core").SelectMany(f => Impurities(f.Path, f.Code)));

    [Theory]
    [InlineData("public static DateTime Now() => DateTime.UtcNow;", "DateTime")]
    [InlineData("public double Interest;", "double")]
    [InlineData("var s = $\"{File.ReadAllText(x)}\";", "File")]
    public void AnImpurityIsFound(string code, string word) =>
        Assert.Contains($"src/Indenture.Core/Dues/Due.cs uses {word}", Impurities("src/Indenture.Core/Dues/Due.cs", CSharp.Code(code)));

    [Fact]
    public void WordsInCommentsAndStringsAreNoCode() =>
        Assert.Empty(Impurities("src/Indenture.Core/Dues/Due.cs", CSharp.Code("// DateTime\nvar s = \"double {File}\"; /* async */ var t = @\"a \"\"Task\"\" b\";")));

    // --- one home of SQL ------------------------------------------------------------------------------------------------------------------------

    [GeneratedRegex("\"\\s*(?:SELECT\\s|INSERT\\s+INTO|UPDATE\\s+\\w+\\s+SET|DELETE\\s+FROM|CREATE\\s+TABLE)")]
    private static partial Regex Sql();

    [Fact]
    public void OnlyStorageSpeaksSql()
    {
        foreach (var project in new[] { "Indenture.Core", "Indenture.Documents", "Indenture" })
            Assert.DoesNotContain(Directory.GetFiles(Path.Combine(Reference.Root, "src", project), "*.cs", SearchOption.AllDirectories), f => Sql().IsMatch(File.ReadAllText(f)));
        Assert.Matches(Sql(), "var q = \"SELECT * FROM event\";");
    }

    // --- every refusal is documented ---------------------------------------------------------------------------------------------------------------

    [GeneratedRegex(@"enum (\w+Refusal)\s*\{([^}]*)\}")]
    private static partial Regex RefusalEnum();

    /// <summary>The printed code of every case of every refusal enum.</summary>
    private static IEnumerable<string> Codes(string code) => RefusalEnum().Matches(code)
        .SelectMany(m => CSharp.Words(Regex.Replace(m.Groups[2].Value, @"=\s*\d+", "")))
        .Select(name => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "-" + c : char.ToUpperInvariant(c).ToString())));

    private static IEnumerable<string> Undocumented(IEnumerable<string> codes, string page) =>
        codes.Distinct().Where(c => !Regex.IsMatch(page, $@"^\|\s*`{Regex.Escape(c)}`\s*\|[^|]+\|[^|\n]*`[^`]+`", RegexOptions.Multiline));

    [Fact]
    public void EveryRefusalStandsInTheErrorsPageWithAnExample()
    {
        var page = File.ReadAllText(Path.Combine(Reference.Root, "docs", "errors.md"));
        var codes = new[] { "Indenture.Core", "Indenture.Documents", "Indenture.Storage", "Indenture" }
            .SelectMany(p => CSharp.Files(Reference.Root, "src/" + p)).SelectMany(f => Codes(f.Code)).ToList();
        Assert.NotEmpty(codes);
        Assert.Empty(Undocumented(codes, page));
    }

    [Fact]
    public void AnUndocumentedRefusalIsFound()
    {
        var codes = Codes("public enum FundRefusal { DueUnknown, FundedTwice }").ToList();
        Assert.Equal(["DUE-UNKNOWN", "FUNDED-TWICE"], codes);
        Assert.Equal(["FUNDED-TWICE"], Undocumented(codes, "| `DUE-UNKNOWN` | No such due. | `indenture fund X 9` |\n| `FUNDED-TWICE` | Twice. | |\n"));
    }

    // --- what a public member says -----------------------------------------------------------------------------------------------------------------

    [Fact]
    public void NoFileStandsAtTheRootThatANewcomerWouldNotExpect()
    {
        string[] expected = ["ARCHITECTURE.md", "CONTRIBUTING.md", "Directory.Build.props", "Directory.Packages.props", "Indenture.slnx", "LICENSE", "README.md", "indenture", "test", ".editorconfig", ".gitignore"];
        Assert.Empty(Directory.GetFiles(Reference.Root).Select(f => Path.GetFileName(f)!).Except(expected).Where(f => !f.EndsWith(".db", StringComparison.Ordinal) && f != ".git"));
    }
}
