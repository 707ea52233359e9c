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

    /// <param name="homes">By type: the folder it is declared in.</param>
    private static IEnumerable<string> OutOfOrder(IReadOnlyDictionary<string, string> homes, IEnumerable<(string User, string Used)> uses) =>
        from use in uses.Distinct()
        where homes.ContainsKey(use.User) && homes.ContainsKey(use.Used) && Rank(homes[use.Used]) > Rank(homes[use.User])
        select $"{use.User} of {homes[use.User]} uses {use.Used} of {homes[use.Used]}";

    private static int Rank(string folder) => Array.IndexOf(CoreFolders, folder) is var rank and >= 0 ? rank : throw new InvalidOperationException($"{folder} is no folder of the design.");

    [GeneratedRegex(@"^(?:public|internal)[\w ]*\b(?:class|struct|record(?: struct| class)?|enum|interface) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Outermost();

    private static Dictionary<string, string> Homes() => CSharp.Files(Reference.Root, "src/Indenture.Core")
        .SelectMany(f => Outermost().Matches(f.Code).Select(m => (Type: m.Groups[1].Value, Folder: f.Path.Split('/')[2])))
        .GroupBy(d => d.Type).ToDictionary(g => g.Key, g => g.Select(d => d.Folder).Distinct().Single());

    [Fact]
    public void AFolderOfCoreUsesOnlyThoseBeforeIt()
    {
        var homes = Homes();
        var uses = TypeUses.Of(typeof(Indenture.Core.Money).Assembly).ToList();
        Assert.Contains(("Promise", "JointCalendar"), uses); // the search sees what is there
        Assert.Empty(OutOfOrder(homes, uses));
    }

    [Fact]
    public void AUseOfALaterFolderIsFound() => Assert.Equal(["Money of Money uses Due of Dues"],
        OutOfOrder(new Dictionary<string, string> { ["Money"] = "Money", ["Due"] = "Dues" }, [("Due", "Money"), ("Money", "Due"), ("Money", "String")]));

    // --- no clock, no I/O, no double in what is paid -----------------------------------------------------------------------------------------

    private static readonly string[] Impure =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.TimeProvider",
        "System.Diagnostics.Stopwatch", "System.Environment.GetEnvironmentVariable", "System.Environment.get_UserName", "System.Environment.get_MachineName", "System.Environment.get_TickCount", "System.Environment.get_TickCount64", "System.Console", "System.Random", "System.Guid.NewGuid", "System.IO.File", "System.IO.Directory", "System.IO.Path",
        "System.Net.", "System.Threading.",
    ];

    /// <param name="homes">By type: the folder of Core it is declared in.</param>
    private static IEnumerable<string> Impurities(IReadOnlyDictionary<string, string> homes, IEnumerable<(string User, string Used)> uses)
    {
        foreach (var (user, used) in uses)
        {
            // The compiler itself uses two things of System.Threading for lambdas and locks of events: none of them waits or runs anything.
            if (Impure.Any(i => i.EndsWith('.') ? used.StartsWith(i, StringComparison.Ordinal) : used == i || used.StartsWith(i + ".", StringComparison.Ordinal)) && !used.StartsWith("System.Threading.Interlocked", StringComparison.Ordinal))
                yield return $"{user} uses {used}";
            if (used is "System.Double" or "System.Single" or "System.Half" && homes.GetValueOrDefault(user) != "Analytics") yield return $"{user} uses {used}";
        }
    }

    [Fact]
    public void CoreHasNoClockNoInputNoOutputAndNoDoubleOutsideAnalytics()
    {
        // What the compiler writes of its own (regular expressions, tables of constants) is no code of ours.
        var types = typeof(Indenture.Core.Money).Assembly.GetTypes().Where(t => !t.FullName!.StartsWith('<') && t.Namespace == "Indenture.Core");
        Assert.Empty(Impurities(Homes(), TypeUses.Foreign(types)).Distinct());
    }

    private sealed class Faulty
    {
        public static double Interest(double rate) => rate * DateTime.UtcNow.Year;

        public static string Read() => File.ReadAllText("x");
    }

    [Theory]
    [InlineData("System.Double")]
    [InlineData("System.DateTime.get_UtcNow")]
    [InlineData("System.IO.File.ReadAllText")]
    public void AnImpurityIsFound(string used) =>
        Assert.Contains($"DesignRuleTests uses {used}", Impurities(new Dictionary<string, string>(), TypeUses.Foreign([typeof(Faulty)])));

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

    // --- the root ------------------------------------------------------------------------------------------------------------------------------------

    [Fact]
    public void NoFileStandsAtTheRootThatANewcomerWouldNotExpect()
    {
        string[] expected = ["ARCHITECTURE.md", "CONTRIBUTING.md", "Directory.Build.props", "Directory.Packages.props", "Indenture.slnx", "LICENSE", "README.md", "indenture", "test", ".editorconfig", ".gitignore"];
        Assert.All(Directory.GetFiles(Reference.Root).Select(f => Path.GetFileName(f)!).Where(f => !f.StartsWith("indenture.db", StringComparison.Ordinal) && f != ".git"), f => Assert.Contains(f, expected));
    }
}
