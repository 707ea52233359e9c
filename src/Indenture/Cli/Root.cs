using System.CommandLine;

namespace Indenture.Cli;

/// <summary>The program's verbs under one root.</summary>
public static class Root
{
    public static RootCommand Command()
    {
        var root = new RootCommand("Indenture administers corporate debt securities from their legal documents to final redemption.")
        {
            ReadingVerb.Read(),
            ConformVerb.Conform(),
            CalculatingVerbs.Schedule(),
            CalculatingVerbs.Calendar(),
            CalculatingVerbs.DayCounting(),
            CalculatingVerbs.Check(),
        };
        foreach (var command in FormVerbs.All().Concat(ActingVerbs.All()).Append(StoreVerbs.All())) root.Add(command);
        root.SetAction(_ =>
        {
            root.Parse("--help").Invoke();
            return (int)Exit.WrongUsage;
        });
        return root;
    }
}
