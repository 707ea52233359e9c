using System.CommandLine;
using Indenture.Cli;

var root = new RootCommand("Indenture administers corporate debt securities from their legal documents to final redemption.")
{
    ReadingVerb.Read(),
    ConformVerb.Conform(),
    CalculatingVerbs.Schedule(),
    CalculatingVerbs.Calendar(),
    CalculatingVerbs.DayCounting(),
    CalculatingVerbs.Check(),
};
foreach (var command in FormVerbs.All().Concat(ActingVerbs.All())) root.Add(command);
root.SetAction(_ =>
{
    root.Parse("--help").Invoke();
    return (int)Exit.WrongUsage;
});

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine($"See: indenture {(parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ")}--help");
    return (int)Exit.WrongUsage;
}
try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception fault)
{
    Console.Error.WriteLine($"A fault of ours: {fault.GetType().Name}: {fault.Message}");
    Console.Error.WriteLine(fault.StackTrace);
    return (int)Exit.FaultOfOurs;
}
